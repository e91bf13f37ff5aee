"""What the plan's cells say, told as small cases."""

import time
from dataclasses import replace
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.visibility.made import (
    ARRIVALS,
    FOREIGN,
    KILLING,
    POPULATION,
    SITE,
    WATER,
    account,
    assessed,
    cell,
    condition,
    seen,
    states,
)

from thirdhand.model import (
    Assessment,
    Condition,
    Findings,
    Period,
    Plan,
    PlanItem,
    Reading,
    View,
    Voice,
)
from thirdhand.visibility import look
from thirdhand.words import vocabulary


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        pytest.param([assessed("population", "2021-02", "AB")], "seen", id="two voices"),
        pytest.param([assessed("population", "2021-02-03", "A")], "one voice", id="one"),
        pytest.param(
            [assessed("population", "2021-02-03", "A"), assessed("population", "2021-02-20", "B")],
            "seen",
            id="two voices in two assessments",
        ),
        pytest.param(
            [assessed("population", "2021-02", "AB", verdict="single")],
            "one voice",
            id="unconfirmed",
        ),
        pytest.param(
            [
                assessed("population", "2021-02-03", "A", best=5.0),
                assessed("population", "2021-02-20", "B", best=9.0),
            ],
            "one voice",
            id="two voices, two figures",
        ),
        pytest.param(
            [assessed("population", "2021-02", "AB", verdict="contested")], "contested", id="clash"
        ),
        pytest.param(
            [assessed("population", "2021-02", "A", verdict="expected")], "silent", id="a plan"
        ),
        pytest.param(
            [assessed("population", "2021-02", "AB", area="p1")], "silent", id="one part only"
        ),
        pytest.param(
            [assessed("population", "2021-02", "AB", breakdown=("women",))], "silent", id="women"
        ),
        pytest.param(
            [assessed("population", "2021-02", "AB", unit="households")], "silent", id="families"
        ),
        pytest.param([assessed("population", "2021", "AB")], "silent", id="the year as a whole"),
    ],
)
def test_a_month_is_in_a_state(rows: list[Assessment], state: str) -> None:
    assert cell(seen(POPULATION, *rows), "2021-02").state == state


def test_a_stock_is_carried_until_its_shelf_life_ends_then_stale() -> None:
    view = seen(POPULATION, assessed("population", "2021-02-15", "AB"))
    assert states(view) == ["silent", "seen", "seen", "stale", "stale", "stale"]
    assert cell(view, "2021-03").reason == "Told by 2 voices: A and B, carried from 2021-02-15."
    assert cell(view, "2021-04").reason == (
        "The last held is 5 of 2021-02-15 by A and B: 74 days old at the end of the period, "
        "past its shelf life of 60 days."
    )
    assert cell(view, "2021-06").last_seen == "2021-02-15"
    assert cell(view, "2021-01").last_seen is None


@pytest.mark.parametrize(
    ("item", "row"),
    [
        (ARRIVALS, assessed("arrivals", "2021-02-15", "AB")),
        (KILLING, assessed("killing", "2021-02-15", "AB", kind="incident", unit=None)),
    ],
    ids=["flow", "incident"],
)
def test_what_happens_is_not_carried(item: PlanItem, row: Assessment) -> None:
    assert states(seen(item, row)) == ["silent", "seen", "silent", "silent", "silent", "silent"]


def test_two_happenings_told_by_one_voice_each_confirm_nothing() -> None:
    rows = [
        assessed("killing", f"2021-02-0{n}", v, kind="incident") for n, v in ((1, "A"), (2, "B"))
    ]
    found = cell(seen(KILLING, *rows), "2021-02")
    assert found.state == "one voice"
    assert found.reason == "A and B tell of it and none confirms another."


def test_what_happens_in_a_part_happens_at_the_site() -> None:
    row = assessed("killing", "2021-02-15", "A", kind="incident", area="p1")
    assert cell(seen(KILLING, row), "2021-02").state == "one voice"


def test_silence_tells_apart_who_was_heard() -> None:
    view = seen(ARRIVALS, accounts=[account("a1", "2021-01-05"), account("a2", "2021-01-09")],
                readings=[Reading("r1", "a1", "hand"), Reading("r2", "a2", "hand")])  # fmt: skip
    assert cell(view, "2021-01").reason == (
        "2 accounts of January 2021 speak of the site and none tells of it. "
        "Nobody usually tells of it, so whether anybody looked is not known."
    )
    assert cell(view, "2021-02").reason == (
        "No account of February 2021 is held: nobody was heard."
    )


@pytest.mark.parametrize(
    ("readings", "state"),
    [
        pytest.param([], "unread", id="never read"),
        pytest.param(
            [Reading("r", "a1", "hand", issues=(FOREIGN,))],
            "unread",
            id="a language that is not read",
        ),
        pytest.param([Reading("r", "a1", "hand")], "silent", id="read"),
    ],
)
def test_an_account_that_cannot_be_read_is_no_silence(readings: list[Reading], state: str) -> None:
    assert cell(seen(ARRIVALS, readings=readings), "2021-01").state == state


def test_an_account_of_another_place_is_not_heard() -> None:
    view = seen(ARRIVALS, accounts=[account("a1", "2021-01-05", "In Paris.")])
    assert "nobody was heard" in cell(view, "2021-01").reason


def test_no_access_is_told_by_a_claim_and_quoted() -> None:
    shut = condition("access", "2021-03", "aid workers cannot get in", "worse")
    view = seen(WATER, readings=[Reading("r1", "a1", "hand", claims=(shut,))])
    assert cell(view, "2021-03").state == "no access"
    assert cell(view, "2021-03").reason == (
        'Red Cross says of access: "aid workers cannot get in".'
    )
    assert cell(view, "2021-04").state == "no access"
    assert cell(view, "2021-05").state == "silent"


def test_a_closure_ends_when_somebody_got_in() -> None:
    """The road is closed on 4 March, and on 16 March water is brought to 300 people."""
    shut = condition("access", "2021-03-04", "the road is closed", "worse")
    reached = replace(
        shut, id="reached", account="a2", kind="figure", condition=None, low=300.0, unit="people",
        indicator="people-reached", period=Period.parse("2021-03-16"),
    )  # fmt: skip
    early, late = account("a1", "2021-03-05"), account("a2", "2021-03-17")
    closed = Reading("r1", "a1", "hand", claims=(shut,))
    came = Reading("r2", "a2", "hand", claims=(reached,))
    view = seen(WATER, accounts=[early, late], readings=[closed, came])
    assert {cell(view, month).state for month in ("2021-03", "2021-04")} == {"silent"}
    # Who came before the road was closed, or is told of in an older account, opened nothing.
    before = replace(reached, period=Period.parse("2021-03-02"))
    for told, published in ((before, "2021-03-17"), (reached, "2021-03-04")):
        view = seen(
            WATER,
            accounts=[early, account("a2", published)],
            readings=[closed, replace(came, claims=(told,))],
        )
        assert cell(view, "2021-03").state == "no access"


def test_a_part_that_is_shut_does_not_shut_the_whole() -> None:
    shut = replace(condition("access", "2021-03", "phase one is closed", "worse"), area="p1")
    view = seen(WATER, readings=[Reading("r1", "a1", "hand", claims=(shut,))])
    assert cell(view, "2021-03").state == "silent"


def test_who_sees_less_has_not_lost_all_access() -> None:
    told = condition("access", "2021-03", "the mission lost visibility at the camp", "worse")
    for level, state in ((1, "silent"), (2, "no access")):
        held = replace(told, condition=Condition("access", "worse", "lost visibility", level))
        view = seen(WATER, readings=[Reading("r1", "a1", "hand", claims=(held,))])
        assert cell(view, "2021-03").state == state


def test_better_access_is_not_no_access() -> None:
    better = condition("access", "2021-03", "roads that were closed are open", "better")
    view = seen(WATER, readings=[Reading("r1", "a1", "hand", claims=(better,))])
    assert "no access" not in states(view)


def test_conditions_come_from_claims_where_no_assessment_holds_them() -> None:
    claims = (condition("water", "2021-02-20", "taps are dry"),)
    findings = Findings(
        voices=(Voice("v1", "Red Cross", "named", None, None, 1, 1, "B"),),
        voice_of=tuple((c.id, "v1") for c in claims),
    )
    readings = [Reading("r1", "a1", "hand", claims=claims)]
    view = seen(WATER, readings=readings, findings=findings)
    assert states(view) == ["silent", "one voice", "one voice", "stale", "stale", "stale"]
    assert cell(view, "2021-02").voices == ("Red Cross",)


@pytest.mark.parametrize(
    ("cadence", "periods"),
    [
        ("month", ["2021-01", "2021-02", "2021-03"]),
        ("quarter", ["2021-Q1"]),
        ("year", ["2021"]),
        ("week", [f"2020-W{w}" for w in (53,)] + [f"2021-W{w:02d}" for w in range(1, 14)]),
    ],
)
def test_periods_follow_the_cadence(cadence: str, periods: list[str]) -> None:
    item = PlanItem("figure", "population", "people", cadence, 60, "population")  # type: ignore[arg-type]
    assert [c.period for c in seen(item, end="2021-03").cells] == periods


def test_each_area_has_its_own_cells() -> None:
    item = PlanItem("figure", "population", "people", "month", 60, "population", areas="each")
    view = seen(item, assessed("population", "2021-02", "AB", area="p1"), end="2021-02")
    assert [(c.area, c.state) for c in view.cells] == [
        ("p1", "silent"),
        ("p1", "seen"),
        ("p2", "silent"),
        ("p2", "silent"),
    ]


def test_the_accounts_set_the_span_where_the_plan_does_not() -> None:
    accounts = [account("a1", "2020-11-05"), account("a2", "2021-01")]
    plan = Plan("mora", (SITE,), (POPULATION,))
    view = look(accounts, [], Findings(), plan, SITE, vocabulary())
    assert [c.period for c in view.cells] == ["2020-11", "2020-12", "2021-01"]


def test_nothing_dated_gives_an_empty_view() -> None:
    plan = Plan("mora", (SITE,), (POPULATION,))
    assert look([account("a1", None)], [], Findings(), plan, SITE, vocabulary()) == View()


def test_sight_counts_shares_accounts_and_voices() -> None:
    view = seen(POPULATION, assessed("population", "2021-02-15", "AB"))
    assert [(s.period, s.index, s.any) for s in view.sights][:4] == [
        ("2021-01", 0.0, 0.0),
        ("2021-02", 1.0, 1.0),
        ("2021-03", 1.0, 1.0),
        ("2021-04", 0.0, 0.0),
    ]
    assert view.sights[0].accounts == 1
    assert view.index == pytest.approx(2 / 6)


def test_thousands_of_cells_are_quick() -> None:
    items = tuple(
        PlanItem("figure", "population", f"line {n}", "month", 60, "population", (f"b{n}",))
        for n in range(50)
    )
    rows = tuple(
        assessed("population", f"20{y:02d}-{m:02d}", "AB", breakdown=(f"b{n}",))
        for n in range(50) for y in range(15, 25) for m in (2, 7)
    )  # fmt: skip
    plan = Plan("mora", (SITE,), items, start="2015-01", end="2024-12")
    began = time.process_time()
    view = look([], [], Findings(assessments=rows), plan, SITE, vocabulary())
    assert len(view.cells) == 6000
    assert time.process_time() - began < 2


def test_many_figures_of_one_year_are_quick() -> None:
    """No two voices confirm one another, which takes longest to know."""
    item = PlanItem("figure", "population", "people", "year", 60, "population")
    rows = [
        replace(assessed("population", "2021-02", v, best=2.0 ** (n / 5)), id=f"{n}")
        for n, v in zip(range(5000), cycle("AB"), strict=False)
    ]
    began = time.process_time()
    (cell,) = seen(item, *rows).cells
    assert (cell.state, time.process_time() - began < 2) == ("one voice", True)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(2019, 2022), st.integers(1, 12), st.sampled_from(["A", "B", "AB", "ABC"])
        ),
        max_size=8,
    ),
    st.integers(0, 400),
)
def test_every_cell_has_a_state_a_reason_and_one_id(
    told: list[tuple[int, int, str]], shelf: int
) -> None:
    item = PlanItem("figure", "population", "people", "month", shelf, "population")
    rows = [assessed("population", f"{y}-{m:02d}", v) for y, m, v in told]
    view = seen(item, *rows, start="2019-01", end="2022-12")
    assert len({c.id for c in view.cells}) == len(view.cells) == 48
    assert all(c.reason.endswith(".") for c in view.cells)
    assert all(len(c.voices) > 1 for c in view.cells if c.state == "seen")
    assert view == seen(item, *reversed(rows), start="2019-01", end="2022-12")
