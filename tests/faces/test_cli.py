"""The command as a person types it: what it prints, and the code it ends with."""

import json
import os
import re
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from thirdhand import __version__, flow
from thirdhand.faces.cli.init import site_id
from thirdhand.schema.make import schema

# A process of its own, for what a process does: locale, pipes, start.
COMMAND = [sys.executable, "-c", "from thirdhand.faces.cli import main; main()"]


def test_the_version(type_in):
    assert type_in("--version") == (0, f"thirdhand {__version__}\n", "")


@pytest.mark.parametrize("words", [(), ("--help",), ("run", "--help")])
def test_help_is_help(type_in, words):
    code, out, _ = type_in(*words)
    assert code == 0
    assert "Usage: thirdhand" in out


RUN = ("run", "x", "--site", "riverbend", "-o", "out")
WRONG = [
    # words, what the one line says
    (("rnu",), "No such command 'rnu'"),
    (("run", "x"), "Missing option '--site'"),
    (("run", "x", "--site", "riverbend"), "Missing option"),
    (("read",), "Missing argument 'PATH...'"),
    (("read", "x", "--published", "12/08/2019"), "'12/08/2019' is no date"),
    (("read", "x", "--published", "2019-02-30"), "'2019-02-30' is no date"),
    (("read", "x", "--published", "2019/2020"), "'2019/2020' is no one date"),
    (("read", "x", "--published", "0219-01-01"), "'0219-01-01' is not between 1900 and 2100"),
    (("read", "x", "--language", "klingon"), "'klingon' is no language code; write en, fr, ar"),
    (("read", "x", "--case", "nowhere"), "nowhere/case.toml: no such file; 'thirdhand init"),
    (("run", "x", "--site", "riverbend", "-o", "out"), "thirdhand init riverbend --template camp"),
    ((*RUN, "--since", "2019-08", "--until", "2019-07"), "--until 2019-07 is before --since"),
    (
        (*RUN, "--since", "2019-08", "--as-of", "2019-07"),
        "--as-of 2019-07 is before --since 2019-08",
    ),
    ((*RUN, "--since", "last week"), "'last week' is no date"),
    ((*RUN, "--audience", "press"), "'press' is not one of 'public', 'partners', 'internal'"),
    (
        (*RUN, "--sensitivity", "secret"),
        "'secret' is not one of 'public', 'restricted', 'confidential'",
    ),
    ((*RUN, "--to", "odt"), "'odt' is not one of 'html', 'json', 'pdf', 'docx', 'md', 'all'"),
    (("init", "Riverbend", "--template", "moon"), "--template may be: camp, town, detention"),
    (("init", "/"), "is no name for a site"),
]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=[" ".join(w) for w, _ in WRONG])
def test_wrong_words_are_one_line_and_code_2(type_in, words, said):
    code, out, err = type_in(*words)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_init_writes_a_case_once(type_in, tmp_path):
    code, out, _ = type_in("init", "Wadi Camp", "--template", "camp")
    assert code == 0
    assert "--site wadi-camp" in out
    path = tmp_path / "Wadi Camp" / "case.toml"
    assert tomllib.loads(path.read_text("utf-8"))["site"][0]["id"] == "wadi-camp"
    path.write_text("# my work")
    code, _, err = type_in("init", "Wadi Camp")
    assert (code, path.read_text()) == (2, "# my work")
    assert "is left as it is" in err


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Riverbend", "riverbend"),
        ("River  Bend (2)", "river-bend-2"),
        ("Zaatarî", "zaatari"),
        ("مخيم", "site"),
        ('the "new" camp', "the-new-camp"),
    ],
)
def test_every_name_makes_a_case_that_opens(type_in, name, ident, tmp_path):
    assert type_in("init", name)[0] == 0
    raw = tomllib.loads((tmp_path / name / "case.toml").read_text("utf-8"))
    assert (raw["case"]["name"], raw["site"][0]["id"]) == (name, ident)
    assert site_id(name) == ident


def test_read_prints_a_line_of_json_an_account(type_in, case, folder):
    code, out, err = type_in("read", "--json", folder, "--published", "2021-03-12")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["account"]["ref"] for row in rows] == ["count", "fire", "other"]
    for row in rows:
        Draft202012Validator(schema("reading")).validate(row)
        assert row["account"]["text"] is None
    assert rows[0]["account"]["published"] == "2021-03-12"
    assert rows[0]["claims"][0]["site"] == "riverbend"
    assert (code, err) == (0, "")


def test_read_needs_no_case_and_gives_the_text_on_request(type_in, folder):
    _, out, _ = type_in("read", "--json", "--with-text", folder / "fire.json")
    row = json.loads(out)
    for claim in row["claims"]:
        span = claim["span"]
        assert row["account"]["text"][span["start"] : span["end"]] == span["quote"]


def test_read_without_json_is_a_table(type_in, case, folder):
    code, out, _ = type_in("read", folder, "--published", "2021-03-12")
    assert code == 0
    assert "population about 15,000 people" in out
    assert "UNHCR →" in out


def test_read_tells_problems_a_line_each(type_in, folder):
    (folder / "empty.txt").touch()
    code, out, err = type_in("read", "--json", folder, "--published", "2021-03-12")
    assert code == 1
    assert len(out.splitlines()) == 3
    assert [line.split(":")[0] for line in err.splitlines()] == ["error"]


def test_nothing_to_read_is_code_2(type_in):
    code, out, err = type_in("read", "--json", "nowhere.txt")
    assert (code, out) == (2, "")
    assert "nothing could be read" in err


STORY = "Nobody has come to the camp by the river to count the people who came there in the rain."

OTHER = "The water came late in the evening, and the men of the town said that it was warm."


def test_copies_prints_a_line_of_json_a_group(type_in, tmp_path):
    texts = {
        "a": STORY,
        "b": f"By our own reporter. {STORY}",
        "c": STORY,
        "d": "The rain was heavy.",
    }
    for ref, text in texts.items():
        (tmp_path / f"{ref}.txt").write_text(text)
    code, out, err = type_in("copies", tmp_path, "--json", "--published", "2021-03-12")
    row = json.loads(out)
    assert (code, err) == (0, "")
    assert set(row) == {"accounts", "first", "why"}
    assert (row["accounts"], row["first"]) == (["a", "b", "c"], "a")
    assert row["why"].startswith("Shared text: ")
    _, out, _ = type_in("copies", tmp_path, "--published", "2021-03-12")
    assert out.startswith("a, b, c: Shared text: ")


def test_copies_says_that_there_are_none_and_what_was_wrong(type_in, folder):
    (folder / "empty.txt").touch()
    code, out, err = type_in("copies", folder, "--published", "2021-03-12")
    assert (code, out) == (1, "no two of 3 accounts share text or origin\n")
    assert err.startswith("error: ")
    assert type_in("copies", "nowhere.txt")[0] == 2


def test_events_prints_a_line_of_json_a_group(type_in, tmp_path):
    texts = {
        "a": "A fire at the mill in Riverbend killed two men, the mayor said.",
        "b": "Two men died when the mill in Riverbend burned down in a fire.",
        "c": "The council of Hilltop raised the price of water.",
    }
    for ref, text in texts.items():
        (tmp_path / f"{ref}.txt").write_text(text)
    code, out, err = type_in("events", tmp_path, "--json", "--published", "2021-03-12")
    row = json.loads(out)
    assert (code, err) == (0, "")
    assert set(row) == {"accounts", "first", "why"}
    assert (row["accounts"], row["first"]) == (["a", "b"], "a")
    _, out, _ = type_in("events", tmp_path, "--published", "2021-03-12")
    assert out.startswith("a, b: Alike by ")


def test_events_says_that_there_are_none_and_what_was_wrong(type_in, tmp_path):
    (tmp_path / "a.txt").write_text("The council of Hilltop raised the price of water.")
    (tmp_path / "empty.txt").touch()
    code, out, err = type_in("events", tmp_path, "--published", "2021-03-12")
    assert (code, out) == (1, "no two of 1 accounts tell of one happening\n")
    assert err.startswith("error: ")
    assert type_in("events", "nowhere.txt")[0] == 2


def test_run_ends_with_a_table_and_where_the_brief_lies(type_in, case, folder, tmp_path):
    code, out, err = type_in("run", folder, "--site", "riverbend", "-o", "out")
    assert code == 1, "one account has no date"
    assert (tmp_path / "out" / "brief.html").is_file()
    assert "the brief is in out/brief.html" in out
    assert "visibility index" in out
    checked = re.search(r"sentences checked / dropped +(\d+) / (\d+)", out)
    assert checked is not None
    assert int(checked[1]) > 0
    assert checked[2] == "0"
    assert "read: 3 done" in err.splitlines()
    assert case.store.is_file()


def test_run_as_json_prints_one_object(type_in, case, folder):
    _, out, _ = type_in("run", folder, "--site", "riverbend", "-o", "out", "--json")
    row = json.loads(out)
    assert (row["accounts"], row["read"], row["claims"]["incident"]) == (3, 3, 1)
    assert list(row["seconds"]) == ["ingest", "read", "corroborate", "visibility", "brief"]


def test_a_dated_run_without_problems_is_code_0(type_in, case, folder, tmp_path):
    words = ("run", folder / "fire.json", "--site", "riverbend", "-o", "out", "--quiet")
    store = tmp_path / "elsewhere.db"
    assert type_in(*words, "--store", store) == (0, "", "")
    assert store.is_file()
    assert not case.store.exists()


def test_a_judgement_is_kept_and_the_next_run_follows_it(type_in, case, folder, tmp_path):
    row = {"publisher": "Vale Times", "published": "2021-03-09"}
    text = "On 7 March 2021 a fire in the Riverbend camp destroyed 40 tents, aid workers said."
    (folder / "again.json").write_text(json.dumps({"title": "again", "text": text, **row}))
    run = ("run", folder, "--site", "riverbend", "-o", "out", "-q")
    events = tmp_path / "out" / "events.jsonl"
    type_in(*run)
    (event,) = map(json.loads, events.read_text("utf-8").splitlines())
    pair = [claim[:12] for claim in event["claims"]]
    why = ("--by", "Ann", "--because", "two fires")
    assert type_in("judge", "apart", *pair, *why)[0] == 0
    type_in(*run)
    assert len(events.read_text("utf-8").splitlines()) == 2
    code, out, _ = type_in("judge", "revoke", *pair, *why)
    assert code == 0
    assert out.startswith("revoke: ")
    type_in(*run)
    assert [json.loads(line) for line in events.read_text("utf-8").splitlines()] == [event]
    code, out, err = type_in("judge", "revoke", *pair, *why)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "nothing to take back: no judgement of" in err


def test_a_figure_claim_is_not_judged(type_in, case, folder, tmp_path):
    type_in("run", folder, "--site", "riverbend", "-o", "out", "-q")
    lines = (tmp_path / "out" / "claims.jsonl").read_text("utf-8").splitlines()
    claims = [json.loads(line) for line in lines]
    figure = next(row["id"] for row in claims if row["kind"] == "figure")
    incident = next(row["id"] for row in claims if row["kind"] == "incident")
    code, out, err = type_in(
        "judge", "same", incident, figure, "--by", "Ann", "--because", "of the fire"
    )
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"{figure[:12]} is a figure claim: only incident claims are judged" in err


def test_a_judgement_on_no_claim_is_said_so(type_in, case, folder):
    why = ("--by", "Ann", "--because", "I know")
    assert (
        "no store yet; 'thirdhand run' makes it" in type_in("judge", "same", "a" * 8, "b", *why)[2]
    )
    type_in("run", folder, "--site", "riverbend", "-o", "out", "-q")
    for words, said in (
        (("same", "a", "b", *why), "'a' is too short for a claim"),
        (("same", "z" * 9, "z" * 9, *why), "no claim begins with 'zzzzzzzzz'"),
        (("join", "a", "b", *why), "'join' is not one of"),
        (("same", "a", "b", "--by", " ", "--because", "x"), "need words"),
    ):
        code, out, err = type_in("judge", *words)
        assert (code, out) == (2, "")
        assert said in err
        assert len(err.splitlines()) == 1


def test_run_where_nothing_could_be_read(type_in, case):
    code, out, err = type_in("run", "nowhere", "--site", "riverbend", "-o", "out")
    assert (code, out) == (2, "")
    assert "nothing could be read" in err


def test_many_files_of_one_fault_are_one_line(type_in, case, folder):
    for number in range(5):
        (folder / f"e{number}.txt").touch()
    words = ("--site", "riverbend", "-o", "out", "--published", "2021-03-12")
    code, _, err = type_in("run", folder, *words, "-q")
    empty = [f"{folder.name}/e{number}.txt" for number in range(3)]
    assert code == 1
    assert err.count("the file is empty") == 1
    assert err.startswith("error: ")
    assert all(name in err for name in empty)
    assert "and 2 more: the file is empty" in err


def test_an_out_that_is_a_file_is_said_so(type_in, case, folder, tmp_path):
    (tmp_path / "out").touch()
    code, _, err = type_in("run", folder, "--site", "riverbend", "-o", "out")
    assert code == 2
    assert err == "thirdhand: out: this is a file, and a folder is needed\n"


def test_a_store_that_is_none_is_said_so(type_in, case, folder):
    words = ("--store", folder / "count.txt")
    code, _, err = type_in("run", folder, "--site", "riverbend", "-o", "out", *words)
    assert code == 2
    assert "cannot be opened as a store" in err


def test_ctrl_c_says_what_is_kept(type_in, case, folder, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(flow, "look", stop)
    code, _, err = type_in("run", folder, "--site", "riverbend", "-o", "out")
    assert code == 130
    assert "stopped; ingest, read, corroborate: kept in" in err


def test_a_parser_that_is_not_installed_is_said_so(type_in, case, folder, monkeypatch):
    def none(*_):
        raise flow.NoPipeline("no English pipeline: install one")

    monkeypatch.setattr(flow.Readers, "read", none)
    said = (2, "", "thirdhand: no English pipeline: install one\n")
    assert type_in("read", folder / "fire.json") == said
    words = ("run", folder / "fire.json", "--site", "riverbend", "-o", "out", "--quiet")
    assert type_in(*words) == said


def test_output_is_utf8_in_any_locale(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"title": "مخيم", "text": "Nothing much.", "published": "2021"}))
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [*COMMAND, "read", "--json", str(path)], env=env, capture_output=True, check=False
    )
    assert "مخيم".encode() in done.stdout


def test_a_closed_pipe_is_silent(folder):
    words = [*COMMAND, "read", "--json", str(folder), "--published", "2021"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_help_is_quick():
    begun = time.perf_counter()
    subprocess.run([*COMMAND, "--help"], check=True, capture_output=True)
    # Half a second is the aim; a busy machine gets twice that.
    assert time.perf_counter() - begun < 1.0


def test_help_loads_no_heavy_library():
    heavy = ("spacy", "duckdb", "sqlalchemy", "altair", "trafilatura", "numpy")
    code = f"import sys, thirdhand.faces.cli; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"


def test_paths_are_given_as_they_are_found(type_in, case, folder):
    _, out, _ = type_in("read", "--json", Path("accounts") / "fire.json")
    assert json.loads(out)["account"]["path"] == "accounts/fire.json"


def ran(type_in, folder) -> list[dict]:
    """A run of the case, and its assessments."""
    words = ("--site", "riverbend", "-o", "out", "--published", "2021-03-12", "-q")
    assert type_in("run", folder, *words)[0] == 0
    return [json.loads(line) for line in Path("out/assessments.jsonl").read_text().splitlines()]


def test_explain_fits_80_columns(type_in, case, folder):
    for row in ran(type_in, folder):
        code, out, err = type_in("explain", row["id"][:10])
        assert (code, err) == (0, "")
        assert max(map(len, out.splitlines())) <= 80
        assert f"assessment {row['id'][:12]}, site riverbend" in out
        grade = f"{row['grade']['source']}{row['grade']['information']}"
        assert grade in out
        for end in (row["low"], row["best"], row["high"]):
            assert end is None or f"{end:,.10g}" in out


def test_explain_as_json(type_in, case, folder):
    row = ran(type_in, folder)[0]
    code, out, _ = type_in("explain", row["id"], "--json", "--case", case.folder)
    found = json.loads(out)
    assert code == 0
    Draft202012Validator(schema("explanation")).validate(found)
    assert found["id"] == row["id"]
    assert {told["claim"]["id"] for told in found["told"]} >= set(row["claims"])


def test_explain_finds_the_case_above(type_in, case, folder, monkeypatch):
    ident = ran(type_in, folder)[0]["id"]
    monkeypatch.chdir(folder)
    assert type_in("explain", ident)[0] == 0


def test_an_id_that_fits_nothing_or_too_much_is_said_so(type_in, case, folder):
    ran(type_in, folder)
    code, _, err = type_in("explain", "zzzz")
    assert code == 2
    assert err.startswith("thirdhand: no claim, assessment or other row has an id that begins with")
    code, _, err = type_in("explain", "ab")
    assert (code, err) == (
        2,
        "thirdhand: 'ab' is too short for an id: give 4 letters or more of it\n",
    )


def test_an_id_that_many_rows_have_lists_them(type_in, case, folder, monkeypatch):
    ran(type_in, folder)
    monkeypatch.setattr("thirdhand.faces.cli.explain.SHORTEST", 0)
    code, out, err = type_in("explain", "")
    assert (code, out) == (2, "")
    lines = err.splitlines()
    assert len(lines) == 9
    assert re.match(r"[0-9a-f]{16}  \w[\w, ]*: ", lines[0])
    assert lines[-1].endswith("rows have an id that begins with '': give more of it")


def test_explain_before_any_run_is_said_so(type_in, case):
    code, _, err = type_in("explain", "abcd")
    assert code == 2
    assert err.endswith("thirdhand.db: no store yet; 'thirdhand run' makes it\n")
    assert not case.store.exists()


def test_explain_without_a_case_is_said_so(type_in):
    code, _, err = type_in("explain", "abcd")
    assert code == 2
    assert err == "thirdhand: no case.toml found here, above or below; --case DIR names one\n"


def test_a_folder_of_plain_files_is_sealed_from_the_command_line(type_in, case, folder, tmp_path):
    out = tmp_path / "out"
    told = ("run", folder, "--site", "riverbend", "-o", out, "--sensitivity", "restricted")
    for audience, seen in (("partners", True), ("public", False)):
        type_in(*told, "--audience", audience)
        assert ("12,400" in (out / "brief.json").read_text("utf-8")) is seen
