"""The parts of the visibility index explain it."""

from hypothesis import given
from hypothesis import strategies as st
from tests.visibility.made import POPULATION, SITE, WATER, account, assessed, condition, seen

from thirdhand.model import Findings, Plan, PlanItem, Reading, SectorSight, StateCount, Voice
from thirdhand.visibility import look
from thirdhand.words import vocabulary


def test_states_and_sectors_add_up_to_the_index() -> None:
    plan = Plan("mora", (SITE,), (POPULATION, WATER), start="2021-01", end="2021-04")
    rows = (
        assessed("population", "2021-01-15", "AB"),
        assessed("water", "2021-01-15", "A", kind="condition", unit=None),
    )
    view = look([], [], Findings(assessments=rows), plan, SITE, vocabulary())
    january, *_, april = view.sights
    assert january.states == (StateCount("seen", 1), StateCount("one voice", 1))
    assert january.sectors == (
        SectorSight("population", 2 - 1, 1, 1),
        SectorSight("water", 1, 0, 1),
    )
    assert (january.index, january.any) == (0.5, 1.0)
    assert april.states == (StateCount("stale", 2),)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["population", "water", "killing"]),
            st.integers(1, 12),
            st.sampled_from(["A", "AB"]),
        ),
        max_size=12,
    )
)
def test_the_parts_are_whole_in_every_month(told: list[tuple[str, int, str]]) -> None:
    items = (
        POPULATION,
        WATER,
        PlanItem("incident", "killing", "killings", "quarter", 30, "security", areas="each"),
        PlanItem("condition", "food", "food", "week", 45, "food"),
    )
    rows = tuple(
        assessed(what, f"2021-{n:02d}", v, kind=next(i.kind for i in items if i.indicator == what))
        for what, n, v in told
    )
    plan = Plan("mora", (SITE,), items, start="2021-01", end="2021-12")
    view = look([], [], Findings(assessments=rows), plan, SITE, vocabulary())
    for sight in view.sights:
        assert sum(s.cells for s in sight.states) == sight.cells
        assert sum(s.cells for s in sight.sectors) == sight.cells
        by_state = {s.state: s.cells for s in sight.states}
        assert sum(s.seen for s in sight.sectors) == by_state.get("seen", 0)
        assert round(by_state.get("seen", 0) / sight.cells, 6) == sight.index


def test_voices_that_usually_report_and_were_not_heard_are_named() -> None:
    """A reports in January, February and April; B once."""
    accounts, readings, voice_of = [], [], []
    for who, when in (("A", 1), ("A", 2), ("B", 3), ("A", 4)):
        ref = f"{who}{when}"
        claim = condition("access", f"2021-0{when}", ref, "better")
        accounts.append(account(ref, f"2021-0{when}-10"))
        readings.append(Reading(ref, ref, "hand", claims=(claim,)))
        voice_of.append((claim.id, who))
    voices = tuple(Voice(v, f"Voice {v}", "named", None, None, 1, 1, "C") for v in "AB")
    findings = Findings(voices=voices, voice_of=tuple(voice_of))
    view = seen(WATER, accounts=accounts, readings=readings, findings=findings)
    missed = {s.period: s.missed for s in view.sights}
    assert missed["2021-03"] == ("Voice A",)
    assert missed["2021-01"] == missed["2021-04"] == ()
    assert missed["2021-06"] == ("Voice A",)
