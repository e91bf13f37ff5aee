"""Incident claims of several accounts become one happening where type, place and time allow."""

import time
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.corroborate.happenings.linkage import Linkage
from thirdhand.model import Claim, Event, Judgement, in_force


def tells(
    desk: Any, ref: str, value: float | None, who: str, published: str, **given: Any
) -> Claim:
    """An account of its own that tells of a fire on 27 February."""
    account = desk.account(ref, f"{ref}.com", published)
    what = {"kind": "incident", "event": Event("fire"), "period": "2021-02-27"}
    what |= {"indicator": "killed"} if value is not None else {}
    claim: Claim = desk.says(account, value, *((who,) if who else ()), **{**what, **given})
    return claim


def sets(found: Any) -> list[set[str]]:
    return [set(row.claims) for row in found.happenings]


def judged(ruling: Any, one: Claim, other: Claim, made: str = "2021-05-01") -> Judgement:
    return Judgement.of(ruling, (one.id, other.id), "Ann", made, "she was there")


def test_a_revision_of_a_toll_is_one_happening_whose_figure_moved(desk: Any) -> None:
    tells(desk, "a", 3, "RO", "2021-02-27")
    last = tells(desk, "b", 7, "Vale Watch", "2021-02-28")
    found = desk.findings()
    (row,) = found.happenings
    (toll,) = row.tolls
    assert (toll.low, toll.best, toll.high, toll.contested) == (3, 7, 7, False)
    assert [(step.published, step.low) for step in toll.steps] == [
        ("2021-02-27", 3),
        ("2021-02-28", 7),
    ]
    assert toll.told == (
        "Killed: first 3 people (RO [Relief Office], 2021-02-27),"
        " then 7 people (Vale Watch, 2021-02-28)."
    )
    assert row.voices == ("Relief Office", "Vale Watch")
    assert (row.verdict, str(row.grade)) == ("agreed", "B1"), "that it burned, two voices say"
    (assessment,) = found.assessments
    assert (assessment.best, assessment.verdict) == (7, "single"), "the figure, one voice says"
    assert [row.kind for row in found.contradictions] == ["change"]
    assert last.id in row.claims


def test_on_one_day_two_tolls_contest_each_other(desk: Any) -> None:
    tells(desk, "a", 3, "RO", "2021-02-27")
    tells(desk, "b", 7, "Vale Watch", "2021-02-28")
    tells(desk, "c", 9, "HF", "2021-02-28")
    ((toll,),) = [row.tolls for row in desk.findings().happenings]
    assert (toll.low, toll.high, toll.contested) == (3, 9, True)
    assert toll.best in (7, 9)


@pytest.mark.parametrize(
    ("told", "ends", "why"),
    [
        ([(3, {}), (7, {}), (3, {})], (3, 7, 7), "an old figure told again is a stale echo"),
        ([(3, {}), (7, {}), (5, {})], (3, 5, 7), "a new lower figure is the latest"),
        ([(7, {}), (1, {"noun": "woman"})], (7, 7, 7), "one woman is one of them"),
        ([(3, {}), (7, {"hedge": "at least"})], (3, 7, None), "a bound moves it as well"),
        ([(7, {"hedge": "at least"}), (9, {})], (7, 9, 9), "a figure closes a bound"),
        ([(9, {}), (7, {"hedge": "at least"})], (7, 9, 9), "a bound that fits moves nothing"),
        ([(3, {}), (None, {"low": 24, "high": 99, "hedge": "vague"})], (3, 3, 99), "too vague"),
    ],
)
def test_how_a_toll_moves(desk: Any, told: Any, ends: Any, why: str) -> None:
    for day, (value, more) in enumerate(told, 1):
        published = f"2021-03-0{day}"
        tells(desk, str(day), value, "RO", published, **{"indicator": "killed", **more})
    ((toll,),) = [row.tolls for row in desk.findings().happenings]
    assert (toll.low, toll.best, toll.high) == ends, why


def test_the_sentence_of_a_toll_names_what_it_counts(desk: Any) -> None:
    tells(desk, "a", 7, "RO", "2021-02-27", hedge="at least", breakdown=("women",))
    account = desk.account("b", "b.com", "2021-02-27")
    desk.says(account, None, event=Event("fire"), kind="incident", period="2021-02-27")
    for value in (4, 5):
        desk.says(account, value, "VW", indicator="injured", period="2021-02-27")
    told = [toll.told for row in desk.findings().happenings for toll in row.tolls]
    injured, killed = sorted(told)
    assert killed == "Killed (women): at least 7 people (RO [Relief Office], 2021-02-27)."
    assert injured == (
        "Injured, told on one day: 4 people (VW [Vale Watch], 2021-02-27) and"
        " 5 people (VW [Vale Watch], 2021-02-27)."
    )


def test_two_killings_a_week_apart_are_two_whatever_lies_between(desk: Any) -> None:
    what = {"event": Event("killing")}
    day = "2021-03-0{}".format
    first, last = (tells(desk, f"{n}", 1, "RO", day(n), period=day(n), **what) for n in (1, 8))
    for n in range(2, 8):
        tells(desk, f"{n}", None, "RO", day(n), period=day(n), **what)
    tells(desk, "month", 1, "VW", "2021-03-20", period="2021-03", **what)
    assert not any({first.id, last.id} <= claims for claims in sets(desk.findings()))


def test_two_happenings_of_one_day_are_not_mixed(desk: Any) -> None:
    account = desk.account("a", "plain.com", "2021-03-05")
    what = {"kind": "incident", "indicator": "killed", "event": Event("killing")}
    for value in (1, 4):
        desk.says(account, value, "RO", period="2021-03-04", **what)
    found = desk.findings()
    assert sorted(row.best for row in found.assessments) == [1, 4]
    assert found.contradictions == ()


def test_kinds_of_violence_on_one_day_with_one_figure_are_one(desk: Any) -> None:
    tells(desk, "a", 12, "RO", "2021-02-28", event=Event("attack"))
    tells(desk, "b", 12, "Vale Watch", "2021-02-28", event=Event("killing"))
    (row,) = desk.findings().happenings
    assert row.types == ("attack", "killing")
    assert row.why.startswith("2 claims of 2 accounts; a and b: of one day (+2.5)")


def test_a_happening_is_told_by_all_who_tell_of_it(desk: Any) -> None:
    """One voice tells the toll, another that it burned: the fire is confirmed, the toll is not."""
    tells(desk, "a", 3, "RO", "2021-02-28")
    tells(desk, "b", None, "Vale Watch", "2021-02-28")
    rows = {row.indicator: row for row in desk.findings().assessments}
    assert (rows["fire"].verdict, rows["fire"].best) == ("agreed", None)
    assert (rows["killed"].verdict, rows["killed"].best) == ("single", 3)


def test_what_is_planned_or_denied_is_no_happening(desk: Any) -> None:
    tells(desk, "a", 3, "RO", "2021-02-28", stance="expected", counted=False)
    tells(desk, "b", 3, "RO", "2021-02-28", stance="denied", counted=False)
    tells(desk, "c", 3, "RO", "2021-02-28", site="elsewhere")
    assert desk.findings().happenings == ()


def test_a_person_joins_and_parts_and_takes_it_back(desk: Any) -> None:
    one = tells(desk, "a", 3, "RO", "2021-02-28")
    other = tells(desk, "b", 3, "Vale Watch", "2021-02-28")
    far = tells(desk, "c", 3, "HF", "2021-04-01", period="2021-04-01")
    ruled = desk.findings()
    assert sets(ruled) == [{one.id, other.id}, {far.id}]
    apart, same = judged("apart", one, other), judged("same", one, far)
    parted = desk.findings(None, apart, same)
    assert sorted(sets(parted), key=len) == [{other.id}, {one.id, far.id}]
    (row,) = [row for row in parted.happenings if far.id in row.claims]
    assert "judged same by Ann: she was there" in row.why
    assert set(row.judgements) == {apart.id, same.id}
    back = [judged("revoke", one, other, "2021-05-02"), judged("revoke", one, far, "2021-05-02")]
    assert in_force([apart, same, *back]) == ()
    assert desk.findings(None, *in_force([apart, same, *back])) == ruled


def test_apart_outranks_a_chain_of_same_and_says_so(desk: Any) -> None:
    a, b, c = (
        tells(desk, ref, 3, "RO", f"2021-0{month}-01", period=f"2021-0{month}-01")
        for ref, month in (("a", 1), ("b", 3), ("c", 5))
    )
    rulings = (judged("same", a, b), judged("same", b, c), judged("apart", a, c))
    found = desk.findings(None, *rulings)
    assert sets(found) == [{a.id, b.id}, {c.id}]
    (issue,) = found.issues
    assert (issue.code, issue.severity) == ("judgement-overruled", "warning")
    assert "take one of the judgements back" in issue.reason


def test_a_judgement_on_what_this_run_does_not_hold_waits(desk: Any) -> None:
    one = tells(desk, "a", 3, "RO", "2021-02-28")
    gone = Judgement.of("same", (one.id, "f" * 64), "Ann", "2021-05-01", "I was there")
    found = desk.findings(None, gone)
    assert sets(found) == [{one.id}]
    (issue,) = found.issues
    assert (issue.code, issue.severity) == ("judgement-unused", "note")


def test_the_last_judgement_of_a_pair_is_in_force(desk: Any) -> None:
    one = tells(desk, "a", 3, "RO", "2021-02-28")
    other = tells(desk, "b", 3, "Vale Watch", "2021-02-28")
    first, later = judged("apart", one, other), judged("same", other, one, "2021-05-02")
    assert in_force([first, later]) == (later,)
    with pytest.raises(ValueError, match="against itself"):
        judged("same", one, one)


CLAIM = st.tuples(
    st.sampled_from([None, 1, 3, 7, 12]),
    st.sampled_from(["exact", "about", "at least", "up to"]),
    st.sampled_from(["RO", "Vale Watch", "officials", ""]),
    st.sampled_from(["2021-02-26", "2021-02-27", "2021-02-28", "2021-02", "2021-03-09"]),
    st.sampled_from(["fire", "killing", "attack"]),
    st.integers(0, 4),
)
RULING = st.tuples(st.sampled_from(["same", "apart"]), st.integers(0, 9), st.integers(0, 9))


@settings(max_examples=40, deadline=None)
@given(st.lists(CLAIM, max_size=10), st.lists(RULING, max_size=4), st.integers(0, 99))
def test_whatever_is_told(new_desk: Any, told: list[Any], rulings: list[Any], seed: int) -> None:
    desk = new_desk()
    days = ("2021-02-27", "2021-02-28", "2021-02-28", "2021-03", None)
    accounts = [desk.account(str(n), f"{n}.com", day) for n, day in enumerate(days)]
    claims = []
    for value, hedge, who, period, kind, place in told:
        what = {"kind": "incident", "event": Event(kind), "period": period, "hedge": hedge}
        what |= {"indicator": "killed"} if value is not None else {}
        what["speaker_kind"] = "unnamed" if who == "officials" else "named" if who else "outlet"
        claims.append(desk.says(accounts[place], value, *((who,) if who else ()), **what))
    pairs = [(r, claims[a], claims[b]) for r, a, b in rulings if a != b and max(a, b) < len(claims)]
    judgements = in_force(judged(*row) for row in pairs)
    found = desk.findings(None, *judgements)

    assert desk.findings(seed, *judgements) == found, "the order of rows changes nothing"
    members = sorted(claim for row in found.happenings for claim in row.claims)
    assert members == sorted(claim.id for claim in claims), "each claim is of one happening"
    of = {claim: row.id for row in found.happenings for claim in row.claims}
    for row in judgements:
        together = of[row.claims[0]] == of[row.claims[1]]
        assert not together or row.ruling == "same", "apart always wins"
    for toll in (toll for row in found.happenings for toll in row.tolls):
        low = float("-inf") if toll.low is None else toll.low
        high = float("inf") if toll.high is None else toll.high
        assert toll.best is not None
        assert low <= toll.best <= high


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(-3, 3)), max_size=20),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=4),
)
def test_parted_items_never_meet(scored: list[Any], parted: list[Any]) -> None:
    sets = Linkage([None] * 8)
    parted = [(a, b) for a, b in parted if a != b]
    sets.part(parted)
    sets.link({(min(a, b), max(a, b)): score for a, b, score in scored if a != b})
    of = {item: name for name, items in sets.sets.items() for item in items}
    assert sorted(of) == list(range(8))
    assert all(of[a] != of[b] for a, b in parted)


def test_a_chain_does_not_join_its_ends() -> None:
    """Neighbours fit, the ends speak against each other."""
    sets = Linkage([None] * 4)
    near = {(a, a + 1): 1.0 - a / 10 for a in range(3)}
    far = {(a, b): -2.0 for a, b in combinations(range(4), 2) if b - a > 1}
    sets.link(near | far)
    assert sorted(map(sorted, sets.sets.values())) == [[0, 1], [2, 3]]


def crowd(desk: Any, size: int) -> Any:
    """`size` claims on one killing, with a few hundred figures."""
    accounts = [desk.account(f"{n:04d}", f"s{n % 90}.com", "2021-03-05") for n in range(size // 10)]
    for n in range(size):
        what = {"kind": "incident", "indicator": "killed", "event": Event("killing")}
        account = accounts[n % len(accounts)]
        desk.says(account, n % 300 + 1, f"Voice {n % 40}", period="2021-03-04", **what)
    return desk


def seconds(desk: Any) -> float:
    start = time.process_time()
    desk.findings()
    return time.process_time() - start


def test_four_times_the_claims_of_one_item_take_no_sixteen_times_as_long(new_desk: Any) -> None:
    small, large = crowd(new_desk(), 300), crowd(new_desk(), 1200)
    seconds(small)
    assert seconds(large) < 9 * max(seconds(small), 0.1)


def test_the_part_of_each_claim_in_a_toll_is_told(desk: Any) -> None:
    told = ((3, {}), (7, {}), (3, {}), (1, {"noun": "woman"}))
    claims = [
        tells(desk, str(n), value, f"Voice {n}", f"2021-03-0{n}", indicator="killed", **more)
        for n, (value, more) in enumerate(told, 1)
    ]
    use = {row.claim: row.use for row in desk.findings().weights}
    assert [use[claim.id] for claim in claims] == ["moved", "counted", "stale", "part"]


def test_the_interval_of_a_toll_holds_the_figures_that_stand(desk: Any) -> None:
    """Also that of an outlet that names nobody and is no further voice."""
    for ref, value, speaker in (("a", 30, "RO"), ("b", 30, "HF"), ("c", 35, "")):
        tells(desk, ref, value, speaker, "2021-02-28", indicator="injured", hedge="about")
    found = desk.findings()
    ((toll,),) = [row.tolls for row in found.happenings]
    (row,) = [a for a in found.assessments if a.unit]
    assert row.low is not None
    assert row.high is not None
    assert row.low <= 30
    assert row.high >= 35
    assert (toll.low, toll.high) == (30, 35)


def test_a_figure_beside_an_incident_is_of_it(desk: Any) -> None:
    account = desk.account("a", "a.com", "2021-02-28")
    fire = {"kind": "incident", "event": Event("fire")}
    desk.says(account, 3, "RO", indicator="deaths", period="2021-02-27", **fire)
    for day, value in ((27, 30), (26, 4)):
        desk.says(account, value, "RO", indicator="injured", period=f"2021-02-{day}")
    (row,) = desk.findings().happenings
    assert [(toll.indicator, toll.best) for toll in row.tolls] == [("deaths", 3), ("injured", 30)]
    desk.says(account, 1, "RO", indicator="deaths", period="2021-02-27", **fire)
    tolls = [len(row.tolls) for row in desk.findings().happenings]
    assert tolls == [1, 1], "of two fires that day, nobody knows which"
