"""Briefs one after the other, as a person has them made: what changed, for whom, of which time."""

import json
from pathlib import Path

import pytest

KILLED = "Gunmen killed {} people in the Riverbend camp on 9 March 2021, the mayor of Lowtown said."


@pytest.fixture
def tell(folder: Path):
    """Put an account into the folder, or put it there again with other words."""

    def put(name: str, text: str, published: str = "2021-03-10", **more: str) -> None:
        row = {"publisher": "Hill Herald", "published": published, "text": text, **more}
        (folder / f"{name}.json").write_text(json.dumps({"title": name, **row}), "utf-8")

    return put


@pytest.fixture
def make(type_in, case, folder, tmp_path):
    """Have a brief made; its rows of changes, each as its group and its cells."""

    def run(*words: object, command: str = "run") -> tuple[int, list[tuple[str, ...]]]:
        paths = (folder,) if command == "run" else ()
        out = tmp_path / "out"
        code, _, err = type_in(command, *paths, "--site", "riverbend", "-o", out, *words)
        fallen = [line for line in err.splitlines() if "Left out of the brief" in line]
        assert not [line for line in fallen if "last brief" in line or "corrected" in line]
        return code, changes(out)

    return run


def section(out: Path, key: str) -> dict:
    told = json.loads((out / "brief.json").read_text("utf-8"))
    return next(s for s in told["sections"] if s["key"] == key)


def prose(out: Path) -> str:
    return section(out, "changed")["blocks"][0]["text"]


def changes(out: Path) -> list[tuple[str, ...]]:
    tables = [b for b in section(out, "changed")["blocks"] if b["kind"] == "table"]
    return [(row["group"], *row["cells"]) for table in tables for row in table["rows"]]


def sentences(out: Path) -> list[str]:
    tables = [b for b in section(out, "changed")["blocks"] if b["kind"] == "table"]
    return [row["sentence"]["text"] for table in tables for row in table["rows"]]


def test_a_corrected_account_is_named_with_both_its_words(make, tell, tmp_path):
    out = tmp_path / "out"
    tell("killed", KILLED.format(10), url="https://hill.example/killed")
    assert make() == (1, [])
    assert prose(out) == "This is the first brief of this place."

    tell("killed", KILLED.format(12), url="http://www.hill.example/killed/")
    _, rows = make()
    correction = ("Corrections to the last brief", "Killing", "10: “10 people”", "12: “12 people”")
    assert rows[0] == correction
    assert sentences(out)[0] == (
        "Hill Herald corrected its account: “10 people” before, “12 people” now."
    )
    # The old words are in the endnotes, with the account in which they stood.
    told = json.loads((out / "brief.json").read_text("utf-8"))
    (row,) = (r for r in section(out, "changed")["blocks"][1]["rows"] if r["cells"][0] == "Killing")
    quotes = {n["number"]: n["quote"] for n in told["notes"]}
    assert [quotes[number] for number in row["sentence"]["notes"]] == ["10 people", "12 people"]
    assert "1 came again with other words" in prose(out)
    assert "10 people" not in json.dumps(section(out, "incidents"), ensure_ascii=False)


def test_the_same_again_gives_the_same_bytes(make, tell, tmp_path):
    page = tmp_path / "out" / "brief.json"
    tell("killed", KILLED.format(10))
    make()
    first = page.read_bytes()
    make()
    assert page.read_bytes() == first
    tell("killed", KILLED.format(12))
    make()
    second = page.read_bytes()
    make()
    assert page.read_bytes() == second != first


def test_a_hedge_or_a_name_that_changed_is_a_correction(make, tell):
    tell("lived", "UNHCR said that 900 people lived in Riverbend camp on 2 April 2021.")
    make()
    tell("lived", "UNHCR said that about 900 people lived in Riverbend camp on 2 April 2021.")
    _, rows = make()
    assert rows[0][1:] == (
        "People living there", "900: “900 people”", "about 900: “about 900 people”",
    )  # fmt: skip
    tell("lived", "OCHA said that about 900 people lived in Riverbend camp on 2 April 2021.")
    _, rows = make()
    assert rows[0][0] == "Corrections to the last brief"


def test_what_follows_from_a_correction_is_no_row_of_its_own(make, tell, tmp_path):
    tell("lived", "UNHCR said that 900 people lived in Riverbend camp on 2 April 2021.")
    make()
    tell("lived", "UNHCR said that 950 people lived in Riverbend camp on 2 April 2021.")
    _, rows = make()
    assert [row[0] for row in rows] == ["Corrections to the last brief"]
    (row,) = section(tmp_path / "out", "changed")["blocks"][1]["rows"]
    assert "came again with other words; it revises 1 figure" in row["remark"]


def test_other_words_for_the_same_are_no_correction(make, tell, tmp_path):
    tell("killed", KILLED.format(10))
    make()
    tell("killed", f"By our own reporter. {KILLED.format(10)}")
    _, rows = make()
    assert rows == []
    assert "is told otherwise now" in prose(tmp_path / "out")


def test_what_is_taken_out_and_what_is_newer_are_told(make, tell, folder):
    make()
    (folder / "other.json").unlink()
    words = "UNHCR said that 11,900 people lived in Riverbend camp on 20 April 2021."
    tell("april", words, "2021-04-21")
    _, rows = make()
    groups = [row[0] for row in rows]
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)
    by = {group: row for group, *row in reversed(rows)}
    assert by["Withdrawn with the account it stood in"] == [
        "People living there", "about 15,000: “About 15,000 people”, March 2021", "withdrawn",
    ]  # fmt: skip
    assert by["Newer figures"][2].startswith("11,900 people living there, April 2021")
    assert by["Contradictions"][2] == "gone"


def test_a_plan_and_a_count_of_one_month_are_not_taken_for_each_other(make, tell):
    tell("plan", "UNHCR said that 700 people will return home from Riverbend camp in April 2021.")
    tell("count", "UNHCR said that 200 people returned home from Riverbend camp in April 2021.",
         "2021-05-02")  # fmt: skip
    make()
    tell("rain", "It rained in Riverbend camp, UNHCR said.", "2021-05-03")
    _, rows = make()
    assert "Revised" not in {row[0] for row in rows}


def test_a_month_after_the_other_and_no_run_between(make, tell, tmp_path):
    out = tmp_path / "out"
    tell("april", "UNHCR said that 11,900 people lived in Riverbend camp on 20 April 2021.",
         "2021-04-21")  # fmt: skip
    make("--until", "2021-05")
    whole = (out / "brief.json").read_bytes()
    assert make("--until", "2021-05", command="brief")[0] == 1
    assert (out / "brief.json").read_bytes() == whole

    march = ("--since", "2021-03", "--until", "2021-03")
    make(*march, command="brief")
    assert prose(out) == "This is the first brief of this place that ends by 31 March 2021."
    _, rows = make("--since", "2021-04", "--until", "2021-04", command="brief")
    assert "told of the time" in prose(out)
    assert "Newer figures" in {row[0] for row in rows}
    # The brief of March is as it was.
    make(*march, command="brief")
    assert prose(out) == "This is the first brief of this place that ends by 31 March 2021."


def test_a_time_in_which_nothing_is_told(make, tmp_path):
    """It is said at the top that nothing is told, though older figures stand; never that the plan
    has no lines."""
    make("--since", "2030-01", "--until", "2030-02")
    blocks = section(tmp_path / "out", "judgements")["blocks"]
    words = [b.get("text") or b.get("none") for b in blocks]
    told = "from 1 January to 28 February 2030. That is no sign that nothing happened there."
    assert words[0].endswith(told)
    page = (tmp_path / "out" / "brief.html").read_text("utf-8")
    assert "The plan has no lines" not in page


def test_a_brief_needs_a_run(type_in, case, tmp_path):
    code, _, err = type_in("brief", "--site", "riverbend", "-o", tmp_path / "out")
    assert (code, len(err.splitlines())) == (2, 1)
    assert "no run of 'riverbend' yet: 'thirdhand run PATH...' makes one" in err


def test_no_tables_lie_beside_a_brief_for_others(type_in, case, folder, tmp_path):
    out = tmp_path / "shown"
    words = ("run", folder, "--site", "riverbend", "--audience", "public", "-o")
    code, told, _ = type_in(*words, out)
    assert code == 1
    assert "no tables are written: they hold what public readers may not see" in told
    assert {path.name for path in out.iterdir()} == {"brief.html", "brief.json"}
    type_in("run", folder, "--site", "riverbend", "-o", tmp_path / "inside")
    code, _, err = type_in(*words, tmp_path / "inside")
    assert (code, len(err.splitlines())) == (2, 1)
    assert "inside: holds claims.jsonl of an earlier run, which public readers may not see" in err


def test_a_correction_in_a_public_brief_shows_no_person(make, tell, folder, tmp_path):
    said = (
        "{} people were killed in the Riverbend camp on 9 March 2021, Fatima Hassan said. "
        "Her number is +249 91 234 5678."
    )
    tell("killed", said.format(10))
    make("--audience", "public")
    tell("killed", said.format(12))
    _, rows = make("--audience", "public")
    assert rows[0][2:] == ("10: “10 people”", "12: “12 people”")
    page = (tmp_path / "out" / "brief.json").read_text("utf-8")
    assert "Fatima" not in page
    assert "5678" not in page


def test_an_empty_folder_makes_a_brief_that_says_so(type_in, case, tmp_path):
    (tmp_path / "empty").mkdir()
    out = tmp_path / "out"
    code, _, _ = type_in("run", tmp_path / "empty", "--site", "riverbend", "-o", out)
    assert code == 2
    none = section(out, "judgements")["blocks"][0]["none"]
    assert none == "No account is held. That is no sign that nothing happened there."
    assert (out / "claims.jsonl").read_text("utf-8") == ""
    assert "No account is held." in (out / "brief.html").read_text("utf-8")


def test_one_account_makes_a_brief(type_in, case, folder, tmp_path):
    out = tmp_path / "out"
    fire = folder / "fire.json"
    code, _, _ = type_in("run", fire, "--site", "riverbend", "-o", out)
    assert code == 0
    assert "1 accounts" not in (out / "brief.html").read_text("utf-8")
