"""Which case serves: named, here, above the accounts, below."""

from pathlib import Path

import pytest

from thirdhand.case import CaseError, around, find, nearest, open_case

CASE = """
[case]
name = "A case"
[[site]]
id = "{site}"
name = "{site}"
kind = "camp"
"""


def case_in(folder: Path, site: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.toml").write_text(CASE.format(site=site))
    return folder


def test_a_case_is_its_folder_and_the_store_lies_in_it(tmp_path: Path) -> None:
    case = open_case(case_in(tmp_path, "riverbend"))
    assert case.store == tmp_path / "thirdhand.db"
    assert case.site("riverbend").name == "riverbend"


def test_the_store_can_lie_elsewhere(tmp_path: Path) -> None:
    case = open_case(case_in(tmp_path, "riverbend"), tmp_path / "other.db")
    assert case.store == tmp_path / "other.db"


def test_no_case_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="thirdhand init"):
        open_case(tmp_path)
    with pytest.raises(CaseError, match="thirdhand init riverbend"):
        find([tmp_path], "riverbend", tmp_path)


def test_an_unknown_site_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no site 'hilltop'; --site may be: riverbend"):
        open_case(case_in(tmp_path, "riverbend")).site("hilltop")


def test_the_case_here_comes_first_then_above_then_below(tmp_path: Path) -> None:
    here = tmp_path / "here"
    below = case_in(here / "examples" / "one", "riverbend")
    assert find([tmp_path], "riverbend", here).folder == below
    above = case_in(tmp_path / "there", "riverbend")
    accounts = above / "accounts" / "2021"
    accounts.mkdir(parents=True)
    assert find([accounts], "riverbend", here).folder == above
    case_in(here, "riverbend")
    assert find([accounts], "riverbend", here).folder == here


def test_a_case_that_watches_other_sites_is_passed_over(tmp_path: Path) -> None:
    case_in(tmp_path, "hilltop")
    below = case_in(tmp_path / "one", "riverbend")
    assert find([tmp_path], "riverbend", tmp_path).folder == below
    with pytest.raises(CaseError, match="no site 'seaside'"):
        find([tmp_path], "seaside", tmp_path)


def test_two_cases_below_must_be_told_apart(tmp_path: Path) -> None:
    case_in(tmp_path / "one", "riverbend")
    case_in(tmp_path / "two", "riverbend")
    with pytest.raises(CaseError, match="name one with --case"):
        find([], "riverbend", tmp_path)


def test_hidden_and_deeper_folders_are_not_searched(tmp_path: Path) -> None:
    case_in(tmp_path / ".hidden", "riverbend")
    case_in(tmp_path / "a" / "b" / "c", "riverbend")
    with pytest.raises(CaseError, match="found that watches"):
        find([], "riverbend", tmp_path)


def test_the_nearest_case_of_a_reading_is_optional(tmp_path: Path) -> None:
    assert nearest([tmp_path], tmp_path) is None
    case_in(tmp_path, "riverbend")
    found = nearest([tmp_path / "accounts" / "a.txt"], tmp_path / "elsewhere")
    assert found is not None
    assert found.folder == tmp_path


def test_the_case_around_here_is_here_above_or_the_one_below(tmp_path: Path) -> None:
    below = case_in(tmp_path / "a" / "b", "below")
    assert around(tmp_path).folder == below
    assert around(below / "x").folder == below
    case_in(tmp_path / "c", "other")
    with pytest.raises(CaseError, match=r"two cases are here: .* name one with --case"):
        around(tmp_path)
    case_in(tmp_path, "here")
    assert around(tmp_path).site("here").id == "here"


def test_no_case_around_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"no case\.toml found here, above or below"):
        around(tmp_path)
