"""Every figure and grade leads back to the claims that give it."""

import json
from pathlib import Path

import pytest
from tests.store.made import FINDINGS, VIEW

from thirdhand import explaining, flow
from thirdhand.case import Case, open_case
from thirdhand.faces.cli.explained import show
from thirdhand.model import Assessment, Explanation, Findings, View
from thirdhand.schema import to_json
from thirdhand.store import SqlStore
from thirdhand.store.rows import members

SECOND = Path(__file__).parents[1] / "second_site"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[SqlStore, list[Assessment]]:
    """The made-up second site, run once: its store and its assessments."""
    case = open_case(SECOND)
    store = SqlStore.open(":memory:")
    site = case.plan.sites[0]
    out = tmp_path_factory.mktemp("out")
    flow.run(flow.Job(case.plan, site, (SECOND / "accounts",), out), store)
    return store, list(store.findings(site.id).assessments)


def explained(told: tuple[SqlStore, list[Assessment]]) -> list[tuple[Assessment, Explanation]]:
    store, rows = told
    return [(row, flow.explain(row.id, store)) for row in rows]


def test_every_number_of_every_assessment_has_its_step(
    told: tuple[SqlStore, list[Assessment]],
) -> None:
    pairs = explained(told)
    assert len(pairs) > 10
    for row, found in pairs:
        steps = {step.step: step for step in found.steps}
        assert steps["source"].value == row.grade.source
        assert steps["information"].value == row.grade.information
        assert steps["verdict"].value == row.verdict
        if row.best is not None:
            assert [steps[n].value for n in ("low", "best", "high")] == [
                row.low,
                row.best,
                row.high,
            ]
        for step in found.steps:
            assert step.rule
            assert set(step.claims) <= {t.claim.id for t in found.told}
        needed = {"best", "verdict", "information"} & steps.keys()
        assert all(steps[name].claims for name in needed)


def test_the_claims_are_quoted_with_what_they_do(told: tuple[SqlStore, list[Assessment]]) -> None:
    for row, found in explained(told):
        assert set(row.claims) <= {t.claim.id for t in found.told}
        assert all(t.claim.span.quote and t.use and t.ref for t in found.told)
        assert sum(t.weight or 0 for t in found.told) == pytest.approx(1)


def test_a_claim_leads_to_the_assessments_that_use_it(
    told: tuple[SqlStore, list[Assessment]],
) -> None:
    store, rows = told
    for row in rows[:5]:
        found = flow.explain(row.claims[0], store)
        assert found.kind == "claim"
        assert row.id in {t.id for t in found.touching if t.kind == "assessment"}


def test_every_row_with_an_id_can_be_explained(told: tuple[SqlStore, list[Assessment]]) -> None:
    store, _ = told
    site = store.sites()[0]
    findings, view = store.findings(site), store.view(site)
    rows = [
        *findings.contradictions, *findings.copies, *findings.voices, *findings.missing,
        *findings.unreported, *findings.cites, *findings.loops, *view.requests, *view.cells[:40],
    ]  # fmt: skip
    for row in rows:
        found = flow.explain(row.id, store)
        assert found.id == row.id
        assert found.title


def test_a_gap_leads_to_what_was_told_in_it(told: tuple[SqlStore, list[Assessment]]) -> None:
    store, _ = told
    cell = next(c for c in store.view(store.sites()[0]).cells if c.assessments)
    found = flow.explain(cell.id, store)
    assert found.reason == cell.reason
    assert set(cell.assessments) <= {t.id for t in found.touching}


def test_an_id_that_nobody_has_is_said_so(told: tuple[SqlStore, list[Assessment]]) -> None:
    """The store holds the rows of its last brief alone, and says of which time that was."""
    kept = r"begins with 'zzzz'.*the last brief \(of orrowmere, .*\): make yours again"
    with pytest.raises(flow.UnknownIdError, match=kept):
        flow.explain("zzzz", told[0])


def test_an_id_that_many_have_lists_them(told: tuple[SqlStore, list[Assessment]]) -> None:
    with pytest.raises(flow.AmbiguousIdError, match="give more of it") as error:
        flow.explain("", told[0])
    assert len(error.value.rows) == explaining.CANDIDATES
    assert all(row.title for row in error.value.rows)


def test_a_run_without_accounts_explains_nothing(case: Case, store: SqlStore) -> None:
    with pytest.raises(flow.UnknownIdError):
        flow.explain("abcd", store)


def test_a_claim_about_another_place_says_so(case: Case, store: SqlStore, tmp_path: Path) -> None:
    folder = tmp_path / "told"
    folder.mkdir()
    row = {"text": "UNHCR said 900 people live in Lowtown.", "published": "2021-03-10"}
    (folder / "a.json").write_text(json.dumps(row), "utf-8")
    flow.run(flow.Job(case.plan, case.site("riverbend"), (folder,), tmp_path / "out"), store)
    (reading,) = (json.loads(x) for x in (tmp_path / "out" / "claims.jsonl").open("rb"))
    found = flow.explain(reading["id"][:12], store)
    assert "it is about another place" in found.reason


def test_an_estimate_says_that_it_is_of_all_months_and_a_total_names_its_parts(
    store: SqlStore,
) -> None:
    with store.stage("all"):
        store.replace_findings("mora", FINDINGS)
    month = flow.explain("e1", store)
    assert month.figure == "low 1,100  best 1,250  high 1,400  children"
    assert month.title.endswith("children, April 2021")
    assert month.reason == (
        "Reckoned from all claims on this over time, not those of one month; low to high hold the"
        " level in the middle of April 2021 with 90% chance. Nobody tells of this month. Those who"
        " bear on it most: the mayor."
    )
    total = flow.explain("t1", store)
    assert [(row.kind, row.id) for row in total.touching] == [("assessment", "as1")]
    assert flow.explain("s1", store).title == "1,200 told again"
    problem = flow.explain("i" * 64, store)
    assert problem.title == "Error (empty-file): accounts/2.txt"
    assert problem.reason == "empty; send it again"


def test_a_problem_of_any_stage_is_explained(
    case: Case, store: SqlStore, folder: Path, tmp_path: Path
) -> None:
    (folder / "empty.txt").touch()
    flow.run(flow.Job(case.plan, case.site("riverbend"), (folder,), tmp_path / "out"), store)
    lines = (tmp_path / "out" / "issues.jsonl").read_text("utf-8").splitlines()
    problems = [json.loads(line) for line in lines]
    assert "empty-file" in {row["code"] for row in problems}
    for row in problems:
        found = flow.explain(row["id"], store)
        assert (found.kind, found.reason) == ("issue", row["reason"])


KINDS = [
    (field, row.id)
    for whole in (FINDINGS, VIEW)
    for field in members(type(whole))
    for row in (getattr(whole, field) if isinstance(getattr(whole, field), tuple) else ())
    if hasattr(row, "id")
]


def test_the_made_up_rows_are_of_every_kind_that_has_an_id() -> None:
    kinds = {**members(Findings), **members(View)}
    assert {f for f, row in kinds.items() if hasattr(row, "id")} == {f for f, _ in KINDS}


@pytest.mark.parametrize(("field", "ident"), KINDS, ids=[field for field, _ in KINDS])
def test_a_row_of_any_kind_that_the_store_finds_is_explained(
    field: str, ident: str, store: SqlStore
) -> None:
    with store.stage("all"):
        store.replace_findings("mora", FINDINGS)
        store.replace_view("mora", VIEW)
    place = next(row for row in store.find(ident) if row.kind == field)
    found = flow.explain(place.id, store)
    assert found.id == ident
    assert found.title
    assert found.figure or found.grade or found.reason or found.touching
    to_json(found)
    show(found)
