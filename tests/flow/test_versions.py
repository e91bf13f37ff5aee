"""Two versions of one account in one folder: the later speaks, of the earlier is told."""

import json
import time
from dataclasses import replace

import pytest
from tests.flow.test_flow import contents, job

from thirdhand import flow
from thirdhand.history import edits
from thirdhand.model import Account, Reading, Receipt, Window
from thirdhand.scope import Scope
from thirdhand.store import SqlStore
from thirdhand.versions import supersede

TOLD = (
    "A fire broke out in the Riverbend camp on 7 March 2021 and killed {toll} people, the Lowtown"
    " clinic said. The mayor of Lowtown said that {lived}900 people lived in Riverbend camp on 5"
    " March 2021. {name} said that 700 children lived in Riverbend camp on 6 March 2021."
)
FIRST = TOLD.format(toll=12, lived="at least ", name="OCHA")
THEN = TOLD.format(toll=21, lived="", name="UNHCR")
AT = "https://hill.example/news/fire"


@pytest.fixture
def store(tmp_path):
    with SqlStore.open(tmp_path / "thirdhand.db") as store:
        yield store


@pytest.fixture
def tell(folder):
    """Put an account into the folder."""

    def put(name: str, text: str, published: str = "2021-03-08", url: str = AT) -> None:
        row = {"publisher": "Hill Herald", "published": published, "text": text, "url": url}
        (folder / f"{name}.json").write_text(json.dumps({"title": "Fire", **row}), "utf-8")

    return put


def changed(out) -> list[dict]:
    told = json.loads((out / "brief.json").read_text("utf-8"))
    blocks = next(s["blocks"] for s in told["sections"] if s["key"] == "changed")
    return [row for block in blocks if block["kind"] == "table" for row in block["rows"]]


def claims(out) -> list[dict]:
    return [json.loads(line) for line in (out / "claims.jsonl").read_text("utf-8").splitlines()]


def test_a_toll_a_hedge_and_a_name_that_changed_are_corrections(
    case, folder, store, tell, tmp_path
):
    out = tmp_path / "out"
    tell("v1", FIRST)
    tell("v2", THEN, "2021-03-09")
    outcome = flow.run(job(case, out, folder), store)
    assert (outcome.taken, outcome.accounts) == (5, 4)
    assert {c["ref"] for c in claims(out)} >= {"v2"}
    assert "v1" not in {c["ref"] for c in claims(out)}, "the earlier one is no voice"
    rows = changed(out)
    assert {row["group"] for row in rows} == {"Corrections among the accounts"}
    cells = {tuple(row["cells"][1:]) for row in rows}
    assert ("12: “12 people”", "21: “21 people”") in cells
    assert ("at least 900: “at least 900 people”", "900: “900 people”") in cells
    children = "700: “700 children”, told by "
    assert (f"{children}OCHA", f"{children}UNHCR") in cells
    told = " ".join(row["sentence"]["text"] for row in rows)
    assert "Hill Herald corrected its account: “12 people” before, “21 people” now." in told
    notes = [i for i in outcome.issues if i.code == "superseded"]
    assert [(n.where.rsplit("/", 1)[-1], n.severity) for n in notes] == [("v1.json", "note")]
    # The old text is kept, and the old words stand in the endnotes.
    assert FIRST in {account.text for account in store.accounts()}
    notes = json.loads((out / "brief.json").read_text("utf-8"))["notes"]
    assert {"12 people", "21 people"} <= {note["quote"] for note in notes}


def test_a_credit_that_changes_the_voice_of_all_is_one_row(case, folder, store, tell, tmp_path):
    text = (
        "{}On 5 March 2021 1,900 people lived in Riverbend camp. A fire broke out in the camp on 7"
        " March 2021 and killed 12 people. On 9 March 2021 700 children lived in Riverbend camp."
    )
    tell("v1", text.format(""))
    tell("v2", text.format("Report from UNHCR. "), "2021-03-09")
    flow.run(job(case, tmp_path / "out", folder), store)
    (row,) = changed(tmp_path / "out")
    assert "told by UNHCR" in row["cells"][2]
    assert row["remark"].endswith("more of its claims")


def test_running_it_again_says_the_same(case, folder, store, tell, tmp_path):
    out = tmp_path / "out"
    tell("v1", FIRST)
    tell("v2", THEN, "2021-03-09")
    flow.run(job(case, out, folder), store)
    first = contents(out)
    flow.run(job(case, out, folder), store)
    assert contents(out) == first


def test_a_version_that_comes_later_corrects_the_last_brief(case, folder, store, tell, tmp_path):
    out = tmp_path / "out"
    tell("v1", FIRST)
    flow.run(job(case, out, folder), store)
    tell("a-later-file", THEN)
    flow.run(job(case, out, folder), store)
    assert changed(out)[0]["group"] == "Corrections to the last brief"
    assert changed(out)[0]["cells"][1:] == ["12: “12 people”", "21: “21 people”"]
    assert "Corrections among the accounts" not in {row["group"] for row in changed(out)}


def test_what_was_corrected_before_is_not_told_again(case, folder, store, tell, tmp_path):
    out = tmp_path / "out"
    tell("v1", FIRST)
    tell("v2", THEN, "2021-03-09")
    flow.run(job(case, out, folder), store)
    tell("more", "A fire broke out in Riverbend camp on 9 March 2021.", url="https://b.example/9")
    flow.run(job(case, out, folder), store)
    assert not [row for row in changed(out) if "Correction" in row["group"]]


def account(name: str, text: str = FIRST, published: str | None = "2021-03-08", **more) -> Account:
    row = Account(name, name, f"{name}.json", "Hill Herald", None, published, "en", AT, text=text)
    return replace(row, **more)


def received(name: str, day: str) -> Receipt:
    return Receipt(name, 1, f"{name}.json", None, None, "x", f"{day}T09:00:00Z", "run", "ann")


def standing(store, accounts, window, receipts=()):
    """Who speaks, and who is told of as corrected."""
    with store.stage("ingest"):
        store.put_receipts(receipts)
    readings = tuple(Reading(a.id, a.id, "r") for a in accounts)
    held, old = supersede(Scope(tuple(accounts), readings, (), "r"), window, store)
    assert [r.account for r in held.readings] == [a.id for a in held.accounts]
    return [a.id for a in held.accounts], [(row.account.id, row.by) for row in old]


A, B = account("a"), account("b", THEN)
JANUARY, JUNE = received("a", "2026-01-10"), received("b", "2026-06-10")
CASES = [
    # accounts, receipts, as of, who speaks, what was corrected by what
    pytest.param([A, B], [], None, ["b"], [], id="of one day: nobody knows, by name"),
    pytest.param(
        [A, B], [JANUARY, replace(JUNE, received="2026-01-10T09:00:01Z")], None, ["b"], [],
        id="of one run: nobody knows, by the order of files",
    ),
    pytest.param(
        [replace(A, changed="2021-03-10T09:00:00Z"), B], [], None, ["a"], [("b", "a")],
        id="changed, the other not",
    ),
    pytest.param(
        [
            replace(A, changed="2021-03-10T09:00:00Z"),
            replace(B, changed="2021-03-10T08:00:00Z", text=f"{THEN}\nCorrection: it was 21."),
        ],
        [], None, ["a"], [("b", "a")], id="changed later in the day",
    ),
    pytest.param(
        [replace(A, changed="2021-03-10"), replace(B, published="2021-03-09")],
        [], None, ["b"], [("a", "b")], id="published comes first",
    ),
    pytest.param(
        [replace(A, text=f"{FIRST}\nAn earlier version of this story said 21."), B],
        [JANUARY, JUNE], None, ["a"], [("b", "a")], id="tells of an earlier version",
    ),
    pytest.param(
        [replace(A, changed="2021-03-08T08:00:00Z"), B], [JANUARY, JUNE], None, ["b"], [("a", "b")],
        id="changed on the day of publication: received later",
    ),
    pytest.param(
        [replace(A, published="2021-03-09"), B], [], None, ["a"], [("b", "a")], id="published later"
    ),
    pytest.param(
        [A, B], [replace(JUNE, received="2025-01-01T00:00:00Z"), JANUARY], None, ["a"],
        [("b", "a")], id="received later",
    ),
    pytest.param(
        [replace(A, published="2021"), B],
        [replace(JUNE, received="2025-01-01T00:00:00Z"), JANUARY], None, ["a"], [("b", "a")],
        id="a year is no day: received later",
    ),
    pytest.param([A, B], [JANUARY, JUNE], "2026-05-31", ["a"], [], id="not yet received"),
    pytest.param([A, B], [JANUARY, JUNE], "2026-06-10", ["b"], [("a", "b")], id="received by then"),
    pytest.param([A, B], [JANUARY, JUNE], "2021-04-01", ["b"], [("a", "b")], id="both received on"),
    pytest.param(
        [A, replace(B, text="Rain fell on the hills all week, and roads were closed.")], [], None,
        ["a", "b"], [], id="other words altogether",
    ),
    pytest.param(
        [replace(A, url="https://hill.example"), replace(B, url="http://www.hill.example/")], [],
        None, ["a", "b"], [], id="two of the front page",
    ),
    pytest.param(
        [A, replace(B, url="http://www.hill.example/news/fire/")], [JANUARY, JUNE], None, ["b"],
        [("a", "b")], id="the same address, called otherwise",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("accounts", "receipts", "as_of", "speaks", "corrected"), CASES)
def test_who_speaks(store, accounts, receipts, as_of, speaks, corrected):
    window = Window.parse(as_of=as_of)
    assert standing(store, accounts, window, receipts) == (speaks, corrected)


def test_of_three_versions_the_last_speaks(store):
    three = [
        account("a"),
        account("b", THEN, "2021-03-09"),
        account("c", THEN.replace("21", "23"), "2021-03-10"),
    ]
    assert standing(store, three, Window()) == (["c"], [("a", "c"), ("b", "c")])


PAGE = (
    "<html><head><title>Fire</title><meta property='og:site_name' content='Hill Herald'>"
    "<link rel='canonical' href='https://hill.example/news/fire'>{data}"
    "<meta property='article:published_time' content='2021-03-08T08:10:00Z'></head><body><article>"
    "<h1>Fire in Riverbend</h1><p>By Ann, 8 March 2021{byline}</p><p>{toll} people died when a fire"
    " tore through the northern part of Riverbend camp, the Lowtown clinic said.</p><p>The fire"
    " destroyed 140 tents and left some 900 people without shelter, the mayor of Lowtown said.</p>"
    "<p>Riverbend camp holds about 1,900 people, most of them women and children.</p>{end}"
    "</article></body></html>"
)
LATER = [
    pytest.param(
        {"data": "<meta property='article:modified_time' content='2021-03-10T09:00Z'>"}, id="data"
    ),
    pytest.param({"byline": " · Updated 10 March 2021"}, id="byline"),
    pytest.param(
        {"end": "<p>Correction: an earlier version of this story said 12.</p>"}, id="text"
    ),
]


@pytest.mark.parametrize("told", LATER)
def test_a_page_that_tells_of_its_change_is_the_later_whatever_its_file_is_called(
    told, case, folder, store, tmp_path
):
    plain = {"data": "", "byline": "", "end": ""}
    (folder / "a-later.html").write_text(PAGE.format(toll=21, **{**plain, **told}), "utf-8")
    (folder / "b-first.html").write_text(PAGE.format(toll="At least 12", **plain), "utf-8")
    outcome = flow.run(job(case, tmp_path / "out", folder), store)
    refs = {c["ref"] for c in claims(tmp_path / "out")}
    assert "a-later" in refs
    assert "b-first" not in refs
    assert not [i for i in outcome.issues if i.code == "same-address"]


def test_where_nothing_says_which_is_the_later_a_warning_asks(case, folder, store, tell, tmp_path):
    tell("v1", FIRST)
    tell("v2", THEN)
    outcome = flow.run(job(case, tmp_path / "out", folder), store)
    (warning,) = [i for i in outcome.issues if i.code == "same-address"]
    assert warning.severity == "warning"
    assert "nothing says which of" in warning.reason
    assert "--published" in warning.reason
    assert not changed(tmp_path / "out"), "nothing is told as a correction"


def test_a_public_brief_names_the_log_too(case, folder, store, tell, tmp_path):
    tell("v1", FIRST)
    tell("v2", THEN, "2021-03-09")
    told = flow.Job(
        case.plan, case.site("riverbend"), (folder,), tmp_path / "out", audience="public"
    )
    flow.run(told, store)
    head = json.loads((tmp_path / "out" / "brief.json").read_text("utf-8"))["head"]
    assert head["log"] == store.ground() != ""
    assert len(changed(tmp_path / "out")) == 3


@pytest.mark.parametrize("end", ["\n", " "])
def test_ten_changes_in_a_long_text_are_found_in_no_long_time(end):
    lines = [f"Line {n} tells of {n} men and of the tents of row {n}." for n in range(4000)]
    now = [line.replace("men", "women") if n % 400 == 0 else line for n, line in enumerate(lines)]
    begun = time.process_time()
    found = list(edits(end.join(lines), end.join(now)))
    assert [(edit.before.text, edit.now.text) for edit in found] == [("men", "women")] * 10
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    "told", [("2021-03-09", "a later version"), ("2021-03-08", "nothing says which of")]
)
def test_a_claim_that_no_longer_speaks_says_so(told, case, folder, store, tell, tmp_path):
    published, why = told
    out = tmp_path / "out"
    tell("v1", FIRST)
    flow.run(job(case, out, folder), store)
    old = next(c["id"] for c in claims(out) if c["ref"] == "v1")
    assert "not heard" not in flow.explain(old, store).reason
    with SqlStore.open(tmp_path / "other.db") as other:
        tell("v2", THEN, published)
        flow.run(job(case, out, folder), other)
        reason = flow.explain(old, other).reason
    assert f"its account is not heard: {why}" in reason
    assert "v2.json" in reason


@pytest.mark.parametrize("published", ["2021-03-09", "2021-03-08"])
def test_the_brief_and_the_closing_table_count_the_same_accounts(
    published, case, folder, store, tell, tmp_path
):
    tell("v1", FIRST)
    tell("v2", THEN, published)
    outcome = flow.run(job(case, tmp_path / "out", folder), store)
    assert (outcome.taken, outcome.accounts) == (5, 4)
    brief = (tmp_path / "out" / "brief.json").read_text("utf-8")
    assert ", of 5 taken in, and " in brief
