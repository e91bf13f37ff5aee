"""Claims on one thing become one assessment."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.model import Condition, Event


def only(desk: Any) -> Any:
    (row,) = desk.findings().assessments
    return row


def test_two_named_voices_that_agree_confirm(desk: Any) -> None:
    desk.says(desk.account("a", "one.com"), 10_000, "RO")
    desk.says(desk.account("b", "two.com"), 10_200, "Vale Watch")
    row = only(desk)
    assert (row.low, row.best, row.high) == (10_000, 10_000, 10_200)
    assert (row.verdict, str(row.grade)) == ("agreed", "B1")
    assert row.voices == ("Relief Office", "Vale Watch")
    assert row.reason == (
        "2 independent voices (RO [Relief Office] and Vale Watch) agree within 3% on 10,000 people;"
        " told in 2 accounts."
    )


def test_one_voice_in_ten_outlets_is_one_voice(desk: Any) -> None:
    for n in range(10):
        desk.says(desk.account(str(n), f"site{n}.com"), 10_000, "RO")
    row = only(desk)
    assert (row.verdict, str(row.grade), len(row.claims)) == ("single", "B3", 10)


def test_two_outlets_of_one_owner_are_one_voice(desk: Any) -> None:
    desk.says(desk.account("a", "hillnews.net"), 10_000)
    desk.says(desk.account("b", "hillradio.net"), 10_000)
    assert only(desk).verdict == "single"


def test_unnamed_voices_are_one_voice_at_most(desk: Any) -> None:
    for ref in "abc":
        account = desk.account(ref, f"{ref}.com")
        desk.says(account, 10_000, "officials", speaker_kind="unnamed")
    assert only(desk).verdict == "single"
    desk.says(desk.account("d", "d.com"), 10_000, "RO")
    row = only(desk)
    assert (row.verdict, str(row.grade)) == ("agreed", "B2")


def test_an_outlet_that_repeats_the_voice_it_quotes_is_no_second_voice(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    desk.says(account, 10_000, "RO")
    desk.says(account, 10_000)
    assert only(desk).verdict == "single"


def test_nor_is_an_outlet_that_quotes_the_voice_on_something_else(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    desk.says(account, 20, "RO", indicator="guards")
    desk.says(account, 10_000)
    desk.says(desk.account("b", "two.com"), 10_000, "RO")
    assert {row.verdict for row in desk.findings().assessments} == {"single"}


# Who tells 10,000 (chain, kind), with the figure; how many voices that is, and the digit.
TRACED = [
    ("two named voices", [("RO", 10_000), ("Vale Watch", 10_000)], "agreed", 1),
    ("a named voice and an outlet", [("RO", 10_000), ("", 10_000)], "single", 3),
    ("a named voice and an outlet near it", [("RO", 10_000), ("", 10_200)], "single", 3),
    ("a named voice and an outlet far off", [("RO", 10_000), ("", 14_000)], "contested", 4),
    ("two outlets", [("", 10_000), ("", 10_000)], "single", 3),
    ("an outlet and its officials elsewhere", [("", 10_000), ("officials", 10_000)], "single", 3),
    ("two named voices and two outlets", [("RO", 10), ("", 10), ("HF", 10), ("", 10)], "agreed", 1),
]


@pytest.mark.parametrize(
    ("told", "verdict", "digit"), [c[1:] for c in TRACED], ids=[c[0] for c in TRACED]
)
def test_an_outlet_that_names_nobody_confirms_no_figure(
    desk: Any, told: Any, verdict: str, digit: int
) -> None:
    outlets = ("plain.com", "hillnews.net", "ro-news.com", "late.com")
    for ref, ((who, value), outlet) in enumerate(zip(told, outlets, strict=False)):
        chain = (who,) if who else ()
        kind = "unnamed" if who == "officials" else "named" if who else "outlet"
        claim = desk.says(desk.account(str(ref), outlet), value, *chain, speaker_kind=kind)
        # That a reader takes a figure for witnessed changes nothing.
        desk.witness(claim, "witnessed")
    row = only(desk)
    assert (row.verdict, row.grade.information) == (verdict, digit)


@pytest.mark.parametrize(
    ("cites", "basis", "verdict"),
    [
        (("", ""), "told", "agreed"),
        (("RO", ""), "told", "agreed"),
        (("RO", "RO"), "told", "single"),
        (("", "Daily Plain"), "told", "single"),
        (("RO", "RO"), "witnessed", "agreed"),
    ],
)
def test_outlets_that_cite_a_common_voice_are_one_on_a_happening(
    desk: Any, cites: tuple[str, str], basis: str, verdict: str
) -> None:
    for ref, (outlet, cited) in enumerate(zip(("plain.com", "hillnews.net"), cites, strict=True)):
        account = desk.account(str(ref), outlet)
        fire = {"kind": "incident", "event": Event("fire"), "period": "2021-03-04"}
        claim = desk.says(account, **fire)
        desk.witness(claim, basis)
        if cited:
            desk.says(account, 20, cited, indicator="guards")
    (row,) = [r for r in desk.findings().assessments if r.kind == "incident"]
    assert row.verdict == verdict


def test_the_voices_of_an_assessment_are_the_independent_ones(desk: Any) -> None:
    for ref, who in enumerate(("", "Vale Watch", "RO", "")):
        desk.says(desk.account(str(ref), f"s{ref}.com"), 10_000, *((who,) if who else ()))
    row = only(desk)
    assert row.voices == ("Relief Office", "Vale Watch")
    assert "2 outlets that name nobody for it are no further voices" in row.reason
    assert len(row.claims) == 4


def test_claims_without_a_time_are_an_issue(desk: Any) -> None:
    account = desk.account("a", "plain.com", None)
    desk.undated(desk.says(account, 10_000, "RO"))
    desk.undated(desk.says(account, 20, "RO", site=None))
    found = desk.findings()
    assert found.assessments == ()
    (issue,) = found.issues
    assert (issue.code, issue.severity, issue.where) == ("no-period", "warning", "a")
    assert issue.reason.startswith("nobody knows when 1 claim stands (“words 0”): it is in no")


def test_a_copy_that_credits_another_voice_is_no_second_voice(desk: Any) -> None:
    story = "The camp by the river holds ten thousand people and nobody has come to count them."
    desk.says(desk.account("a", "one.com", "2021-03-01", story), 10_000, "Health Front")
    desk.says(desk.account("b", "two.com", "2021-03-02", story), 10_000, "Health Union")
    row = only(desk)
    assert row.verdict == "single"
    assert "1 of them copies" in row.reason


def test_two_voices_in_one_account_agree_but_do_not_confirm(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    desk.says(account, 10_000, "RO")
    desk.says(account, 10_000, "Vale Watch")
    row = only(desk)
    assert (row.verdict, str(row.grade)) == ("agreed", "B2")


def test_voices_that_exclude_each_other_contest(desk: Any) -> None:
    for ref, (value, name) in enumerate(((100, "HF"), (500, "RO"), (510, "Vale Watch"))):
        desk.says(desk.account(str(ref), f"s{ref}.com"), value, name)
    row = only(desk)
    assert (row.low, row.best, row.high) == (100, 500, 510)
    assert (row.verdict, str(row.grade)) == ("contested", "B4")
    assert "against 100 people (HF [Health Front])" in row.reason


def test_a_middle_that_better_voices_exclude_is_improbable(desk: Any) -> None:
    for ref, (value, name) in enumerate(((100, "RO"), (500, "Hill Guard"), (900, "Vale Watch"))):
        desk.says(desk.account(str(ref), f"s{ref}.com"), value, name)
    assert str(only(desk).grade) == "D5"


@pytest.mark.parametrize(
    ("told", "ends", "best", "verdict"),
    [
        ([(100, "exact")], (97, 103), 100, "single"),
        ([(100, "about")], (90, 110), 100, "single"),
        ([(100, "nearly")], (90, 103), 100, "single"),
        ([(100, "more than")], (100, None), 100, "single"),
        ([(100, "up to")], (None, 100), 100, "single"),
        ([(100, "more than"), (120, "at least")], (120, None), 120, "single"),
        ([(100, "more than"), (150, "exact")], (145.5, 154.5), 150, "single"),
        ([(100, "more than"), (100, "exact")], (97, 103), 100, "agreed"),
        ([(200, "more than"), (150, "exact")], (145.5, 154.5), 150, "contested"),
        ([(100, "more than"), (90, "less than")], (90, 100), 100, "contested"),
        ([(100, "exact"), (102, "exact"), (101, "about")], (90.9, 111.1), 101, "agreed"),
    ],
)
def test_a_bound_is_a_bound(desk: Any, told: Any, ends: Any, best: float, verdict: str) -> None:
    names = ("RO", "Vale Watch", "HF")
    for ref, ((value, hedge), name) in enumerate(zip(told, names, strict=False)):
        desk.says(desk.account(str(ref), f"s{ref}.com"), value, name, hedge=hedge)
    row = only(desk)
    assert (row.low, row.high) == pytest.approx(ends)
    assert (row.best, row.verdict) == (best, verdict)


def test_a_vague_figure_is_two_limits(desk: Any) -> None:
    desk.says(desk.account("a", "a.com"), None, "RO", low=24, high=99, hedge="vague")
    desk.says(desk.account("b", "b.com"), 50, "Vale Watch")
    row = only(desk)
    assert (row.best, row.verdict) == (50, "single")


def test_a_stock_is_told_by_the_month_of_its_as_of(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    for period in ("2021-03-01", "2021-03-28", "2021-03-25/2021-04-02", "2021"):
        desk.says(account, 500, "RO", period=period)
    rows = desk.findings().assessments
    spans = [(row.period.start, row.period.end, len(row.claims)) for row in rows]
    assert spans == [
        ("2021-01-01", "2021-12-31", 1),
        ("2021-03-01", "2021-03-31", 2),
        ("2021-03-25", "2021-04-02", 1),
    ]


def test_in_may_and_so_far_this_year_never_mix(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    for period in ("2021-05", "2021-01-01/2021-05-31"):
        desk.says(account, 6, "RO", indicator="killed", period=period)
    desk.says(account, 6, "VW", indicator="killed", period="2021-05", basis="published")
    rows = desk.findings().assessments
    assert [(r.period.start, r.period.basis) for r in rows] == [
        ("2021-01-01", "stated"),
        ("2021-05-01", "published"),
        ("2021-05-01", "stated"),
    ]


def test_a_voice_stands_by_its_latest_stated_figure(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    desk.says(account, 400, "RO", period="2021-03-01")
    desk.says(account, 500, "RO", period="2021-03-20")
    desk.says(account, 300, "RO", period="2021-03", basis="published")
    assert only(desk).best == 500


def test_plans_and_denials_are_told_apart(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    desk.says(account, 500, "RO", stance="expected", counted=False)
    desk.says(account, 500, "VW", stance="denied", counted=False)
    desk.says(account, 500, "HF", stance="hypothetical")
    desk.says(account, 500, "HF", counted=False)
    rows = desk.findings().assessments
    assert [(r.verdict, r.grade.information) for r in rows] == [("denied", 6), ("expected", 6)]


def test_what_is_only_alleged_is_marked(desk: Any) -> None:
    desk.says(desk.account("a", "plain.com"), 500, "RO", stance="alleged")
    assert "alleged only" in only(desk).reason


def test_other_places_and_undated_claims_are_not_assessed(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    desk.says(account, 500, "RO", site=None, place="elsewhere")
    desk.says(account, 500, "RO", site="other")
    claim = desk.says(account, 500, "RO")
    object.__setattr__(claim, "period", None)
    assert desk.findings().assessments == ()


def test_breakdown_unit_and_area_keep_claims_apart(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    desk.says(account, 500, "RO")
    desk.says(account, 500, "RO", breakdown=("women", "children"))
    desk.says(account, 500, "RO", breakdown=("children", "women"))
    desk.says(account, 500, "RO", unit="households")
    desk.says(account, 500, "RO", area="phase-1")
    sizes = [len(row.claims) for row in desk.findings().assessments]
    assert sorted(sizes) == [1, 1, 1, 2]


def test_an_incident_without_a_figure_is_known_by_its_type(desk: Any) -> None:
    for ref, name in (("a", "RO"), ("b", "Vale Watch")):
        account = desk.account(ref, f"{ref}.com")
        what = {"kind": "incident", "event": Event("fire"), "period": "2021-03-02"}
        desk.says(account, None, name, **what)
    row = only(desk)
    assert (row.kind, row.indicator, row.best, row.verdict) == ("incident", "fire", None, "agreed")


def test_incidents_without_a_common_day_confirm_nothing(desk: Any) -> None:
    for ref, (value, name) in {"a": (1, "RO"), "b": (4, "Vale Watch")}.items():
        what = {"kind": "incident", "event": Event("killing"), "indicator": "killed"}
        desk.says(desk.account(ref, f"{ref}.com"), value, name, **what)
    assert [(row.best, row.verdict) for row in desk.findings().assessments] == [
        (1, "single"),
        (4, "single"),
    ]
    assert desk.findings().contradictions == ()


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("worse", "worse", "agreed"),
        ("worse", "better", "contested"),
        ("worse", "unknown", "single"),
        ("unknown", "unknown", "single"),
    ],
)
def test_conditions_agree_by_direction(desk: Any, one: Any, other: Any, verdict: str) -> None:
    for ref, way, name in (("a", one, "RO"), ("b", other, "Vale Watch")):
        what = {"kind": "condition", "condition": Condition("water", way)}
        desk.says(desk.account(ref, f"{ref}.com"), None, name, **what)
    row = only(desk)
    assert (row.indicator, row.best, row.verdict) == ("water", None, verdict)


def test_one_trusted_voice_that_fits_its_neighbour_is_probable(desk: Any) -> None:
    desk.says(desk.account("a", "a.com"), 10_000, "RO", period="2021-03")
    desk.says(desk.account("b", "b.com"), 10_300, "HF", period="2021-05")
    desk.says(desk.account("c", "c.com"), 30_000, "VW", period="2021-06")
    rows = desk.findings().assessments
    assert [str(row.grade) for row in rows] == ["B2", "C3", "B3"]
    assert "fits another voice's 10,300 in 2021-05" in rows[0].reason


def test_a_figure_that_most_bounds_exclude_is_not_the_best(desk: Any) -> None:
    told = (
        ("Hill Guard", 10_000, "exact"),
        ("RO", 68_000, "more than"),
        ("HF", 70_000, "at least"),
    )
    for ref, (name, value, hedge) in enumerate(told):
        desk.says(desk.account(str(ref), f"s{ref}.com"), value, name, hedge=hedge)
    row = only(desk)
    assert (row.low, row.best, row.high, row.verdict) == (70_000, 70_000, None, "contested")


def test_a_far_smaller_stock_is_set_aside(desk: Any) -> None:
    for ref, (value, name) in enumerate(((60, "Vale Watch"), (56_000, "RO"), (57_000, "HF"))):
        desk.says(desk.account(str(ref), f"s{ref}.com"), value, name)
    row = only(desk)
    assert (row.low, row.best, row.high, row.verdict) == (56_000, 56_000, 57_000, "agreed")
    assert "1 voice set aside, more than ten times off" in row.reason


CLAIM = st.tuples(
    st.sampled_from([100, 101, 105, 300]),
    st.sampled_from(["exact", "about", "more than", "up to"]),
    st.sampled_from(["RO", "Vale Watch", "officials", ""]),
    st.sampled_from(["2021-03", "2021-03-09", "2021-04"]),
    st.sampled_from(["figure", "incident"]),
    st.integers(0, 3),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(CLAIM, max_size=10), st.integers(0, 99))
def test_the_order_of_rows_changes_nothing(new_desk: Any, told: list[Any], seed: int) -> None:
    desk = new_desk()
    outlets = ("a.com", "b.com", "hillnews.net", None)
    accounts = [desk.account(str(n), host, f"2021-04-0{n + 1}") for n, host in enumerate(outlets)]
    for value, hedge, who, period, kind, place in told:
        chain = (who,) if who else ()
        speaker = "unnamed" if who == "officials" else "named" if who else "outlet"
        what = {"indicator": "killed", "event": Event("killing")} if kind == "incident" else {}
        what |= {"kind": kind, "speaker_kind": speaker, "hedge": hedge, "period": period}
        desk.says(accounts[place], value, *chain, **what)
    found = desk.findings()
    assert desk.findings(seed) == found
    check_intervals(found)


def check_intervals(found: Any) -> None:
    """Any interval is in order, and its best lies inside unless voices are contested."""
    for row in found.assessments:
        low = float("-inf") if row.low is None else row.low
        high = float("inf") if row.high is None else row.high
        assert low <= high
        assert row.best is None or low <= row.best <= high
        assert row.grade.information != 1 or len(row.voices) > 1


@pytest.mark.parametrize(("told", "high"), [(98.0, 100.0), (50.0, 51.5), (110.0, 110.0)])
def test_a_share_ends_at_the_whole_unless_more_is_told(desk: Any, told: float, high: float) -> None:
    desk.says(desk.account("a", "one.com"), told, "RO", unit="percent", breakdown=("children",))
    assert only(desk).high == pytest.approx(high)
