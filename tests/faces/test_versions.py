"""`thirdhand versions`, as it is typed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thirdhand.history import edits

AT = "https://hill.example/news/fire"
TEXT = "A fire killed {} people in Riverbend camp on 7 March 2021, {} said.\nWater is short."


@pytest.fixture
def ran(type_in, case, folder):
    def put(text: str, title: str = "Fire") -> None:
        row = {"publisher": "Hill Herald", "published": "2021-03-08", "url": AT, "title": title}
        (folder / "hill.json").write_text(json.dumps({**row, "text": text}), "utf-8")
        type_in("run", folder, "--site", "riverbend", "-o", "out", "--by", "ann", "-q")

    put(TEXT.format("at least 12", "OCHA"))
    put(TEXT.format("21", "UNHCR"), "Fire: more dead")
    return type_in


CALLS = [AT, "http://www.hill.example/news/fire/", "hill", "accounts/hill.json"]


@pytest.mark.parametrize("called", CALLS)
def test_the_versions_of_an_account_and_the_words_that_changed(ran, folder, called):
    called = str(folder / "hill.json") if called.startswith("accounts") else called
    code, out, _ = ran("versions", called)
    assert code == 0
    told = " ".join(out.split())
    assert told.startswith(f"{AT}: 2 versions")
    assert "A fire killed [-at least 12-]{+21+} people in Riverbend camp" in told
    assert "[-OCHA-]{+UNHCR+} said." in told
    assert "title: Fire -> Fire: more dead" in told
    assert told.count("by ann (run)") == 2


def test_the_same_as_data(ran):
    _, out, _ = ran("versions", "hill", "--json")
    found = json.loads(out)
    assert [row["title"] for row in found["versions"]] == ["Fire", "Fire: more dead"]
    assert [len(row["receipts"]) for row in found["versions"]] == [1, 1]
    (change,) = found["changes"]
    assert change["known"] == [{"what": "title", "before": "Fire", "now": "Fire: more dead"}]
    first, second = change["edits"]
    assert (first["before"]["text"], first["now"]["text"]) == ("at least 12", "21")
    assert (second["before"]["text"], second["now"]["text"]) == ("OCHA", "UNHCR")
    before = TEXT.format("at least 12", "OCHA")
    assert before[first["before"]["start"] : first["before"]["end"]] == "at least 12"


def test_an_id_serves_and_one_version_is_said_so(ran):
    _, out, _ = ran("versions", "fire", "--json")
    (row,) = json.loads(out)["versions"]
    code, out, _ = ran("versions", row["id"][:10])
    assert code == 0
    assert ": 1 version\n" in out


def test_who_is_not_there_is_one_line(ran):
    code, _, err = ran("versions", "nobody")
    assert code == 2
    assert err.startswith("thirdhand: no account is called 'nobody'; give an address")


WORDS = st.lists(st.sampled_from(["12", "21", "people", " ", "\n", "at least", "مخيم", "."]))


@given(WORDS, WORDS)
def test_the_edits_make_the_later_text_of_the_earlier(one, other):
    before, now = "".join(one), "".join(other)
    made, at = "", 0
    for edit in edits(before, now):
        assert before[edit.before.start : edit.before.end] == edit.before.text
        assert now[edit.now.start : edit.now.end] == edit.now.text
        made += before[at : edit.before.start] + edit.now.text
        at = edit.before.end
    assert made + before[at:] == now


def test_of_long_texts_only_the_sentences_that_changed_are_looked_into():
    words = "Some words of a long report that fills many pages of its own. " * 9
    lines = [f"{number}. {words}\n" for number in range(300)]
    before, now = "".join(lines), "".join([*lines[:100], "Other words.\n", *lines[101:]])
    at = len("".join(lines[:100]))
    made = before
    for edit in reversed(list(edits(before, now))):
        assert at <= edit.before.start <= edit.before.end <= at + len(lines[100])
        made = made[: edit.before.start] + edit.now.text + made[edit.before.end :]
    assert made == now
