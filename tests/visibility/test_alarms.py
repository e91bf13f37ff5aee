"""What rings and what must not, each as a small case told through `look`."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence

import pytest
from tests.visibility.made import KILLING, POPULATION, SITE, WATER, account, assessed, condition

from thirdhand.model import (
    Account,
    AccountGroup,
    Alarm,
    Assessment,
    Claim,
    Contradiction,
    Findings,
    Grade,
    Happening,
    Period,
    Plan,
    PlanItem,
    Reading,
    StaleEcho,
    View,
    Voice,
)
from thirdhand.visibility import look
from thirdhand.visibility.alarms.predict import count_quantile
from thirdhand.words import vocabulary

MONTHS = [f"{year}-{month:02d}" for year in (2020, 2021, 2022) for month in range(1, 13)]
Heard = Mapping[str, Sequence[str]]


def month(number: int, of: str = "2020-01") -> str:
    """The month so many months after `of`."""
    return MONTHS[MONTHS.index(of) + number]


def collected(heard: Heard, **found: object) -> tuple[list[Account], list[Reading], Findings]:
    """One account a month and voice, in which it says something of the site.

    A voice in brackets has no name: "(officials)".
    """
    accounts, readings, voice_of = [], [], []
    names = sorted({v for voices in heard.values() for v in voices})
    for when, voices in heard.items():
        for voice in voices:
            ref = f"{when} {voice}"
            said = condition("access", when, f"{voice} was there in {when}", "better")
            claim = dataclasses.replace(said, account=ref, chain=(voice, "Daily"))
            accounts.append(account(ref, f"{when}-15"))
            readings.append(Reading(f"r {ref}", ref, "hand", claims=(claim,)))
            voice_of.append((claim.id, f"id {voice}"))
    known = tuple(
        Voice(f"id {n}", n, "unnamed" if n.startswith("(") else "named", None, None, 1, 1, "C")
        for n in names
    )
    return accounts, readings, Findings(voices=known, voice_of=tuple(voice_of), **found)  # type: ignore[arg-type]


def looked(
    heard: Heard, *items: PlanItem, start: str = "2020-01", end: str = "2021-12", **found: object
) -> View:
    accounts, readings, findings = collected(heard, **found)
    plan = Plan("mora", (SITE,), items or (KILLING,), start=start, end=end)
    return look(accounts, readings, findings, plan, SITE, vocabulary())


def rung(view: View, kind: str) -> list[Alarm]:
    return [a for a in view.alarms if a.kind == kind]


# Happenings above their own baseline.


def killings(per_month: Mapping[str, int], by: str = "AB") -> tuple[Happening, ...]:
    """So many killings in each month, told by the accounts of these voices in turn."""
    return tuple(
        Happening(
            f"{when} {n}", ("killing",), "mora", None, Period.parse(f"{when}-{n + 1:02d}"), (),
            ("A",), (f"{when} {by[n % len(by)]}",), (f"c {when} {n}",), (), Grade("C", 3), "single",
            "", (),
        )
        for when, many in per_month.items()
        for n in range(many)
    )  # fmt: skip


STEADY = {month(n): ("A", "B", "C") for n in range(24)}


def test_more_killings_than_the_months_before_let_expect() -> None:
    told = killings({**{month(n): 1 for n in range(23)}, month(23): 6})
    (alarm,) = rung(looked(STEADY, happenings=told), "above baseline")
    assert (alarm.subject, alarm.value, alarm.high, alarm.standing) == ("killings", 6, 3, True)
    assert (alarm.since, alarm.until) == ("2021-12-01", "2021-12-31")
    assert len(alarm.claims) == 6
    assert alarm.reason == (
        "6 killings in December 2021, where up to 3 would be no surprise with 3 voices heard: "
        "23 killings in the 23 months before in which voices that usually report were heard."
    )


def test_what_rang_within_the_look_is_kept_as_history() -> None:
    told = killings({**{month(n): 1 for n in range(24)}, month(12): 7})
    (alarm,) = rung(looked(STEADY, happenings=told), "above baseline")
    assert (alarm.since, alarm.standing) == ("2021-01-01", False)


@pytest.mark.parametrize(
    ("heard", "told"),
    [
        pytest.param(STEADY, {month(n): 1 for n in range(24)}, id="as ever"),
        pytest.param(STEADY, {**{month(n): 1 for n in range(23)}, month(23): 3}, id="by chance"),
        pytest.param(
            STEADY | {month(23): tuple("ABCDEFGHIJKL")},
            {**{month(n): 1 for n in range(23)}, month(23): 6},
            id="four times the voices tell of more",
        ),
        pytest.param(STEADY, {month(2): 9}, id="too few months before"),
        pytest.param(STEADY, {month(23): 2}, id="two are few, however rare"),
    ],
)
def test_what_is_no_more_than_before_does_not_ring(heard: Heard, told: dict[str, int]) -> None:
    assert rung(looked(heard, happenings=killings(told)), "above baseline") == []


def test_months_in_which_nobody_looked_do_not_lower_the_baseline() -> None:
    """Three killings a month while A, B and C report; passers-by tell of none in between."""
    reporting = {month(n): ("A", "B", "C") for n in range(8)}
    strangers = {month(n): (f"X{n}", f"Y{n}", f"Z{n}") for n in range(8, 20)}
    told = {month(n): 3 for n in range(8)} | {month(20): 7}
    heard = {**reporting, **strangers, month(20): ("A", "B", "C")}
    assert count_quantile(0.975, [3] * 8 + [0] * 12, [3.0] * 20, 3) < 7, "with zeros it would ring"
    view = looked(heard, end="2021-09", happenings=killings(told))
    assert rung(view, "above baseline") == []


def test_the_list_of_one_account_does_not_ring() -> None:
    told = {**{month(n): 1 for n in range(23)}, month(23): 6}
    assert rung(looked(STEADY, happenings=killings(told, by="A")), "above baseline") == []
    copied = (AccountGroup("g", ("2021-12 A", "2021-12 B"), "2021-12 A", "the same words"),)
    view = looked(STEADY, happenings=killings(told), copies=copied)
    assert rung(view, "above baseline") == []


def test_killings_that_were_expected_or_denied_are_not_counted() -> None:
    told = killings({**{month(n): 1 for n in range(23)}, month(23): 6})
    denied = tuple(dataclasses.replace(h, verdict="denied") for h in told if "2021-12" in h.id)
    rest = tuple(h for h in told if "2021-12" not in h.id)
    assert rung(looked(STEADY, happenings=(*rest, *denied)), "above baseline") == []


# A source gone silent.


def test_a_voice_heard_every_month_is_missed_after_its_own_gaps() -> None:
    heard = {month(n): ("A", "B") if n < 14 else ("B", "C") for n in range(24)}
    (alarm,) = rung(looked(heard), "silent source")
    assert (alarm.subject, alarm.since, alarm.value) == ("A", "2021-02-16", 10)
    assert alarm.high is not None
    assert alarm.high < 10
    assert alarm.claims == ("access 2021-02 A was there in 2021-02",)
    assert "since then in none of 10, though 20 accounts of others came" in alarm.reason


@pytest.mark.parametrize(
    "heard",
    [
        pytest.param({month(n): ("A", "B") for n in range(14)}, id="nobody took in anything"),
        pytest.param(
            {month(n): ("A", "B") if n < 22 else ("B",) for n in range(24)}, id="two months are few"
        ),
        pytest.param(
            {month(n): ("A", "B") if n in (0, 5, 9, 14) else ("B",) for n in range(24)},
            id="seldom heard before",
        ),
        pytest.param(
            {month(n): ("A", *"BCDEFGHIJ") if n % 2 else tuple("BCDEFGHIJ") for n in range(14)}
            | {month(n): ("B",) for n in range(14, 19)},
            id="few accounts came since",
        ),
        pytest.param(
            {month(n): ("(officials)", "B") if n < 14 else ("B",) for n in range(24)},
            id="nobody can say that officials are silent",
        ),
    ],
)
def test_a_silence_that_means_nothing_does_not_ring(heard: Heard) -> None:
    assert [a for a in rung(looked(heard), "silent source") if a.subject != "B"] == []


def test_a_reprint_is_no_sign_of_life() -> None:
    heard = {month(n): ("A", "B") if n < 14 else ("B",) for n in range(24)}
    reprinted = heard | {month(20): ("A", "B")}
    copies = (AccountGroup("g", ("2021-02 A", "2021-09 A"), "2021-02 A", "the same words"),)
    assert rung(looked(reprinted, copies=copies), "silent source")[0].since == "2021-02-16"


# Dependency on one voice.


def water(n: int, voices: str) -> Assessment:
    return assessed("water", f"2021-{n % 12 + 1:02d}-{n + 1:02d}", voices, kind="condition")


@pytest.mark.parametrize(
    ("voices", "rings"),
    [
        pytest.param(["A"] * 6 + ["B"] * 4, True, id="six of ten"),
        pytest.param(["A"] * 5 + ["B"] * 5, True, id="half and half: both"),
        pytest.param(["A"] * 4 + ["B"] * 3 + ["C"] * 3, False, id="four of ten"),
        pytest.param(["AB"] * 6 + ["A"] * 4, False, id="confirmed"),
        pytest.param(["A"] * 3, False, id="three in all"),
    ],
)
def test_one_voice_alone_behind_half_of_what_is_told(voices: list[str], rings: bool) -> None:
    rows = tuple(water(n, v) for n, v in enumerate(voices))
    found = rung(looked(STEADY, WATER, assessments=rows), "dependency")
    assert (found != []) == rings


def test_a_dependency_says_how_much_and_on_whom() -> None:
    rows = tuple(water(n, "A" if n < 6 else "BC") for n in range(8))
    old = tuple(assessed("water", f"2019-0{n}", "B", kind="condition") for n in range(1, 9))
    (alarm,) = rung(looked(STEADY, WATER, assessments=(*rows, *old)), "dependency")
    assert (alarm.subject, alarm.value, alarm.since) == ("A", 0.75, "2021-01-01")
    assert set(alarm.assessments) == {r.id for r in rows[:6]}
    assert alarm.reason == (
        "A alone stands behind 6 of the 8 things told of the 12 months to 31 December 2021 (75%): "
        "no other voice confirms them."
    )


# A figure gone stale.


def test_a_figure_stale_for_three_months_rings_and_for_two_does_not() -> None:
    row = assessed("population", "2021-07-15", "AB")
    view = looked(STEADY, POPULATION, assessments=(row,), end="2021-12")
    (alarm,) = rung(view, "stale figure")
    assert (alarm.value, alarm.since, alarm.assessments) == (4, "2021-09-01", (row.id,))
    assert (
        alarm.reason == "People: last told of on 15 July 2021 by A and B, and stale for 4 months."
    )
    later = looked(STEADY, POPULATION, assessments=(row,), end="2021-10")
    assert rung(later, "stale figure") == []


def test_what_was_stale_a_year_ago_is_no_news() -> None:
    row = assessed("population", "2020-02-15", "AB")
    assert rung(looked(STEADY, POPULATION, assessments=(row,)), "stale figure") == []


def test_what_happens_does_not_go_stale() -> None:
    row = assessed("killing", "2021-07-15", "AB", kind="incident", unit=None)
    assert rung(looked(STEADY, KILLING, assessments=(row,)), "stale figure") == []


# A contradiction that stands.


def figure(who: str, when: str, number: float, of: str = "") -> tuple[Account, Reading, Claim]:
    said = condition("population", when, f"{number:.0f} people")
    ref = f"{who} {when}"
    claim = dataclasses.replace(
        said, id=f"claim {ref}", account=ref, kind="figure", condition=None,
        indicator="population", low=number, high=number, unit="people", chain=(who, "Daily"),
        period=Period.parse(of or when),
    )  # fmt: skip
    return account(ref, when), Reading(f"r {ref}", ref, "hand", claims=(claim,)), claim


def contradicted(
    *rows: Assessment, end: str, small: int = 0, of: str = "", echo: bool = False
) -> View:
    """A says 500 and B says 700: of the days they came out, or of a month."""
    sides = figure("A", "2021-03-05", 500, of), figure("B", "2021-03-20", 700, of)
    older = StaleEcho("e", sides[0][2].id, "older", 500.0, 700.0, "2021-01-01", "Told before.")
    clash = Contradiction(
        "x", "contradiction", (sides[0][2].id, sides[1][2].id), "population", within=False,
        reason="A says 500 people, B says 700 people.",
    )  # fmt: skip
    plan = Plan("mora", (SITE,), (POPULATION,), start="2021-01", end=end, small_cell=small)
    findings = Findings(assessments=rows, contradictions=(clash,), stale=(older,) if echo else ())
    accounts, readings = [s[0] for s in sides], [s[1] for s in sides]
    return look(accounts, readings, findings, plan, SITE, vocabulary())


def test_a_contradiction_rings_a_month_after_its_later_side() -> None:
    (alarm,) = rung(contradicted(end="2021-05-01"), "open contradiction")
    assert (alarm.since, alarm.until, alarm.value) == ("2021-03-20", "2021-05-01", 42)
    assert set(alarm.claims) == {"claim A 2021-03-05", "claim B 2021-03-20"}
    assert alarm.reason == (
        "A says 500 people, B says 700 people. The first is of 5 March 2021, the second of 20 "
        "March 2021. Nothing told since has resolved it, for 42 days since 20 March 2021."
    )


def test_a_contradiction_of_one_time_says_of_which() -> None:
    (alarm,) = rung(contradicted(end="2021-05-01", of="2020-10"), "open contradiction")
    assert " Both are of October 2020. Nothing told since" in alarm.reason


def test_what_was_long_over_when_it_was_told_does_not_ring() -> None:
    assert rung(contradicted(end="2021-05-01", of="2020-02"), "open contradiction") == []


def test_an_old_figure_that_is_told_again_does_not_ring() -> None:
    assert rung(contradicted(end="2021-05-01", echo=True), "open contradiction") == []


@pytest.mark.parametrize(
    ("end", "rows"),
    [
        pytest.param("2021-04-10", [], id="too new"),
        pytest.param("2021-06", [assessed("population", "2021-05-02", "AB")], id="agreed since"),
        pytest.param("2022-12", [], id="old news"),
    ],
)
def test_a_contradiction_that_does_not_ring(end: str, rows: list[Assessment]) -> None:
    assert rung(contradicted(*rows, end=end), "open contradiction") == []


def test_what_one_voice_tells_later_resolves_nothing() -> None:
    row = assessed("population", "2021-05-02", "A")
    assert len(rung(contradicted(row, end="2021-06"), "open contradiction")) == 1


def test_figures_of_few_people_are_not_told() -> None:
    (alarm,) = rung(contradicted(end="2021-06", small=600), "open contradiction")
    assert "500" not in alarm.reason
    assert alarm.reason.startswith("A and B contradict one another.")


# The fall of the index.

LINES = tuple(
    PlanItem("figure", "population", f"line {n}", "month", 0, "population", (f"b{n}",))
    for n in range(40)
)


def covered(per_month: Sequence[int], voices: str = "AB") -> tuple[Assessment, ...]:
    """So many lines of the plan are told of in each month from January 2020 on."""
    return tuple(
        assessed("population", month(n), voices, breakdown=(f"b{k}",))
        for n, many in enumerate(per_month)
        for k in range(many)
    )


def fallen(per_month: Sequence[int], voices: str = "AB", **more: str) -> list[Alarm]:
    end = more.get("end", month(len(per_month) - 1))
    rows = covered(per_month, voices)
    return rung(looked(STEADY, *LINES, assessments=rows, end=end), "fall")


def test_the_index_falls_when_voices_fall_away() -> None:
    (alarm,) = fallen([30] * 12 + [8])
    assert (alarm.subject, alarm.value, alarm.standing) == ("the visibility index", 0.2, True)
    assert alarm.low is not None
    assert 0.2 < alarm.low < 0.75
    assert len(alarm.cells) == 22
    assert alarm.reason.startswith(
        "The visibility index fell to 20% in January 2021 (8 of 40 cells): the months before had "
        "75% on average, and "
    )


@pytest.mark.parametrize(
    "per_month",
    [
        pytest.param([30] * 12 + [25], id="within what chance does"),
        pytest.param([30] * 5 + [2], id="too few months before"),
        pytest.param([30, 5, 30, 5, 30, 5, 30, 5, 30, 5, 30, 5, 5], id="it always moved so"),
        pytest.param([0] * 13, id="nothing to lose"),
        pytest.param([5] * 12 + [40], id="a rise"),
    ],
)
def test_a_fall_that_is_none(per_month: list[int]) -> None:
    assert fallen(per_month) == []


def test_one_cell_of_two_is_no_fall() -> None:
    rows = covered([2] * 12 + [1])
    view = looked(STEADY, *LINES[:2], assessments=rows, end="2021-01")
    assert rung(view, "fall") == []


def test_months_that_stay_low_are_one_alarm_and_history_when_over() -> None:
    (alarm,) = fallen([30] * 12 + [5, 5, 5] + [30] * 3)
    assert (alarm.since, alarm.until, alarm.standing) == ("2021-01-01", "2021-03-31", False)
    assert "It stayed low until March 2021." in alarm.reason


def test_a_year_after_a_fall_what_was_a_fall_is_how_things_are() -> None:
    (alarm,) = fallen([30] * 12 + [5] * 12)
    assert (alarm.since, alarm.until, alarm.standing) == ("2021-01-01", "2021-12-31", True)
    (later,) = fallen([30] * 12 + [5] * 15)
    assert (later.until, later.standing) == ("2021-12-31", False)


def test_half_a_month_has_not_fallen() -> None:
    assert fallen([30] * 12 + [8], end="2021-01-12") == []
    assert len(fallen([30] * 12 + [8], end="2021-01-31")) == 1


def test_what_one_voice_tells_falls_too_where_the_index_is_nothing_to_lose() -> None:
    (alarm,) = fallen([30] * 12 + [8], voices="A")
    assert alarm.subject == "the share of the plan told of by anyone"


# All of them together.


def test_alarms_are_ranked_now_before_then_and_newest_first_and_few() -> None:
    told = {month(n): 1 for n in range(36)} | {month(n): 20 for n in range(6, 36, 2)}
    heard = {month(n): ("A", "B", "C") if n < 25 else ("B", "C") for n in range(36)}
    rows = tuple(
        assessed("population", f"2022-0{n + 1}-15", "AB", breakdown=(f"b{n}",)) for n in range(9)
    )
    view = looked(
        heard, KILLING, *LINES[:9], end="2022-12", happenings=killings(told), assessments=rows
    )
    assert [a.rank for a in view.alarms] == list(range(1, len(view.alarms) + 1))
    order = [(not a.standing, -dt.date.fromisoformat(a.since).toordinal()) for a in view.alarms]
    assert order == sorted(order)
    assert len({a.id for a in view.alarms}) == len(view.alarms)
    assert {a.kind for a in view.alarms} >= {"above baseline", "silent source", "stale figure"}
    assert max(len(rung(view, a.kind)) for a in view.alarms) <= 10


def test_the_order_of_the_rows_does_not_matter() -> None:
    told = killings({**{month(n): 1 for n in range(23)}, month(23): 6})
    rows = tuple(water(n, "A") for n in range(8))
    one = looked(STEADY, WATER, KILLING, happenings=told, assessments=rows)
    other = looked(STEADY, WATER, KILLING, happenings=told[::-1], assessments=rows[::-1])
    assert [a.reason for a in one.alarms] == [a.reason for a in other.alarms]


def test_an_empty_case_rings_nothing() -> None:
    assert looked({}).alarms == ()
