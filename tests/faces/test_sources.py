"""`thirdhand sources`: who published the accounts, and who of them is not registered."""

import json
import tomllib

import pytest


@pytest.fixture
def accounts(tmp_path):
    folder = tmp_path / "accounts"
    folder.mkdir()
    for ref, publisher in (("1", "reuters.com"), ("2", "t.me/eyes"), ("3", "reuters.com")):
        row = {"text": f"Account {ref} of the camp.", "publisher": publisher}
        row |= {"published": f"2019-08-0{ref}", "language": "en"}
        (folder / f"{ref}.json").write_text(json.dumps(row), encoding="utf-8")
    return folder


def test_a_table_of_who_was_heard(type_in, accounts):
    code, out, err = type_in("sources", accounts)
    assert code == 0
    (row,) = (line for line in out.splitlines() if "Reuters" in line and "wire" in line)
    assert row.split()[-4:] == ["2", "2019-08-01", "2019-08-03", "shipped"]
    assert "2 of these are not in the case" in err


def test_a_line_of_json_a_source(type_in, accounts):
    code, out, _ = type_in("sources", "--json", accounts)
    first, second = map(json.loads, out.splitlines())
    assert code == 0
    assert (first["name"], first["accounts"], first["known"]) == ("Reuters", 2, "shipped")
    assert (second["name"], second["type"], second["known"]) == ("t.me/eyes", "social", "nowhere")


def test_the_blocks_for_sources_toml_make_them_known(type_in, accounts, tmp_path):
    _, blocks, _ = type_in("sources", "--toml", accounts)
    assert [row["name"] for row in tomllib.loads(blocks)["source"]] == ["Reuters", "t.me/eyes"]
    type_in("init", "Riverbend")
    (tmp_path / "Riverbend" / "sources.toml").write_text(
        blocks.split("\n\n")[1], encoding="utf-8"
    )  # Reuters stands in the template
    _, out, _ = type_in("sources", "--json", accounts, "--case", "Riverbend")
    heard = [row for row in map(json.loads, out.splitlines()) if row["accounts"]]
    assert {row["known"] for row in heard} == {"case"}
    assert all(row["block"] is None for row in heard)


def test_nothing_to_list_is_told(type_in, tmp_path):
    (tmp_path / "empty").mkdir()
    assert type_in("sources", "empty")[::2] == (
        2,
        "thirdhand: no source is registered and no account could be read\n",
    )
    assert type_in("sources", "--json", "--toml", "empty")[0] == 2


def test_without_a_store_it_says_what_to_do(type_in):
    type_in("init", "Riverbend")
    code, _, err = type_in("sources", "--case", "Riverbend")
    assert code == 2
    assert "'thirdhand run' makes it" in err
