"""A brief of one time, and a brief as it could have been on a day."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.brief.made import block

from thirdhand import flow
from thirdhand.model import Period, Window


def job(case, out, *paths, **wanted):
    return flow.Job(case.plan, case.site("riverbend"), paths, out, **wanted)


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def months(out: Path) -> set[str]:
    return {gap["period"] for gap in lines(out / "gaps.jsonl")}


def refs(out: Path) -> set[str]:
    return {claim["ref"] for claim in lines(out / "claims.jsonl")}


ENDS = [
    # since, until, as of; the first and the last day, the day of knowledge
    (("2019-08", "2019-08", None), ("2019-08-01", "2019-08-31", None)),
    (("2019", "2019-09-04", None), ("2019-01-01", "2019-09-04", None)),
    ((None, None, "2020-02"), (None, None, "2020-02-29")),
]


@pytest.mark.parametrize(("told", "days"), ENDS)
def test_a_month_begins_on_its_first_and_ends_on_its_last(told, days):
    window = Window.parse(*told)
    assert (window.since, window.until, window.as_of) == days


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (("2019-08", "2019-07", None), "until 2019-07 is before since 2019-08; swap them"),
        (("2019-08", None, "2019-07"), "as-of 2019-07 is before since 2019-08"),
        (("12/08/2019", None, None), "not a date"),
    ],
)
def test_ends_that_leave_no_day_are_refused(told, why):
    with pytest.raises(ValueError, match=why):
        Window.parse(*told)


CELLS = [
    # a cell of the plan, whether it has a day in August 2019
    ("2019-08", True), ("2019-07", False), ("2019-Q3", True), ("2019-Q4", False), ("2019", True),
    ("2019-W31", True), ("2019-W30", False), ("2019-W35", True), ("2019-W36", False),
]  # fmt: skip


@pytest.mark.parametrize(("slot", "inside"), CELLS)
def test_a_cell_is_of_the_window_where_it_has_a_day_in_it(slot, inside):
    assert Window.parse("2019-08", "2019-08").touches(slot) is inside


def test_nothing_later_than_the_day_of_knowledge_is_told():
    window = Window.parse(as_of="2019-08-15")
    assert window.end == "2019-08-15"
    assert window.holds(Period.parse("2019-08"))
    assert not window.holds(Period.parse("2019-08-16"))


def test_as_of_a_day_only_what_had_come_by_then_counts(case, folder, store, tmp_path):
    out = tmp_path / "out"
    told = flow.run(job(case, out, folder, window=Window.parse(as_of="2021-03-09")), store)
    # Published on 8, on 10 March, and one without a date.
    assert refs(out) == {"fire"}
    why = {(i.code, i.severity, Path(i.where).name) for i in told.issues}
    assert ("undated-as-of", "warning", "count.txt") in why
    assert ("after-as-of", "note", "this brief") in why
    assert len(list(store.accounts())) == 3
    assert told.read == 3


def test_a_month_of_publication_has_come_when_it_is_over(case, folder, store, tmp_path):
    path = folder / "fire.json"
    path.write_text(path.read_text("utf-8").replace("2021-03-08", "2021-03"), "utf-8")
    early = job(case, tmp_path / "out", path, window=Window.parse(as_of="2021-03-30"))
    late = replace(early, window=Window.parse(as_of="2021-03-31"))
    assert flow.run(early, store).accounts == 0
    assert flow.run(late, store).accounts == 1


def test_a_window_cuts_the_plan(case, folder, store, tmp_path):
    path = folder / "other.json"
    path.write_text(path.read_text("utf-8").replace("2021-03-10", "2021-06-10"), "utf-8")
    whole, part = tmp_path / "whole", tmp_path / "part"
    flow.run(job(case, whole, folder), store)
    assert months(whole) == {"2021-03", "2021-04", "2021-05", "2021-06"}
    flow.run(job(case, part, folder, window=Window.parse("2021-04", "2021-05")), store)
    assert months(part) == {"2021-04", "2021-05"}
    # What is new is seen by the old: the months before stay in the course of the index.
    assert [s.period for s in store.view("riverbend").sights] == ["2021-03", "2021-04", "2021-05"]


def briefed(case, folder, store, out, *window):
    flow.run(job(case, out, folder, window=Window.parse(*window)), store)
    return out / "brief.json"


def test_the_last_figure_is_shown_however_old_and_marked_old(case, folder, store, tmp_path):
    brief = briefed(case, folder, store, tmp_path / "out", "2021-06", "2021-07")
    ((figure, *_, as_of, _, _, _),) = (row["cells"] for row in block(brief, "figures")["rows"])
    assert (figure, as_of) == ("People living there", "March 2021, earlier")


def test_incidents_are_those_of_the_window(case, folder, store, tmp_path):
    for month, number in (("2021-03", 1), ("2021-04", 0)):
        brief = briefed(case, folder, store, tmp_path / month, month, month)
        assert len(block(brief, "incidents")["rows"]) == number


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (("2021-06", "2021-07"), "tells of Riverbend from 1 June to 31 July 2021."),
        (("2019", "2019"), "tells of Riverbend from 1 January to 31 December 2019."),
        ((None, None, "2020"), "No account that was published by 31 December 2020 is held."),
    ],
)
def test_a_time_of_which_nothing_is_told_says_so(case, folder, store, tmp_path, window, words):
    brief = briefed(case, folder, store, tmp_path / "out", *window)
    told = json.loads(brief.read_text("utf-8"))["sections"]
    first = next(s for s in told if s["key"] == "judgements")["blocks"][0]
    # Above the judgements where older figures give some, and in their place where nothing does.
    said = first["text"] if first["kind"] == "prose" else first["none"]
    assert words in said
    assert "That is no sign that nothing happened there." in said


def test_a_sealed_account_is_left_out_of_what_it_is_sealed_from(case, folder, store, tmp_path):
    told = flow.Told(sensitivity="restricted")
    for audience, number in (("public", 0), ("partners", 3), ("internal", 3)):
        wanted = replace(job(case, tmp_path / audience, folder), told=told, audience=audience)
        assert flow.run(wanted, store).accounts == number
