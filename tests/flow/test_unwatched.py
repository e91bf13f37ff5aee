"""A plan with words that nobody knows: the run goes on, and says which lines nobody watches."""

import dataclasses
import json

from thirdhand import flow

SAID = "plan 2 (Schools): indicator 'schools' is not known; the nearest that is known is 'troops'."


def test_a_line_with_an_unknown_word_is_a_problem_of_the_run(case, folder, store, tmp_path):
    plan = dataclasses.replace(case.plan, unknown=(SAID,))
    job = flow.Job(plan, case.site("riverbend"), (folder,), tmp_path)
    outcome = flow.run(job, store)
    told = f"{SAID} The line is left out of the plan"
    assert [i.reason for i in outcome.issues if i.code == "unknown-word"] == [told]
    assert [i.reason for i in store.issues() if i.code == "unknown-word"] == [told]
    rows = [json.loads(line) for line in (tmp_path / "issues.jsonl").read_text().splitlines()]
    assert [(r["stage"], r["where"]) for r in rows if r["reason"] == told] == [
        ("visibility", "case.toml")
    ]
    assert "nearest that is known is &#39;troops&#39;" in (tmp_path / "brief.html").read_text()


def test_a_plan_of_which_nothing_is_known_still_makes_a_brief(case, folder, store, tmp_path):
    plan = dataclasses.replace(case.plan, items=(), unknown=(SAID,))
    outcome = flow.run(flow.Job(plan, case.site("riverbend"), (folder,), tmp_path), store)
    assert outcome.claims
    assert (tmp_path / "gaps.jsonl").read_text() == ""
    assert (tmp_path / "brief.html").is_file()
