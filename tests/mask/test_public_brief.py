"""A run for the public over accounts that hold names, numbers and points: nothing of it is left."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from thirdhand.faces.cli.main import app

HOME = Path(__file__).with_name("riverbend")
# Persons who speak for themselves, or of whom is told.
NAMES = """salma haddad yazan qutayba raqqawi jamila darwish layth zuhdi tomasz wolski ngozi okafor
khatun hala mansour rashid benali ليث فاطمة الحسن""".split()
NUMBERS = """944 123 456|0933-765-432|00963112233445
963944|salma.h|example.org|umm_yazan|36.37|41.14
36°22|08'29|37S|692345|4027123|8G7M94GR|94GR|A-1147|212.|385-12C|N7654321|Orchard"""
NUMBERS = [n for line in NUMBERS.splitlines() for n in line.split("|")]
IN_OFFICE = ("Farid Osman", "Tarek Amin")
CONFIDENTIAL = ("quarry gate", "4,321", "Confidential Monitor")
RESTRICTED = ("9,876", "well number nine")


def brief(out: Path, audience: str) -> dict[str, str]:
    """The files that a run for `audience` leaves, by name, as text."""
    store = str(out / "store.db")
    case = ["--case", str(HOME), "--site", "riverbend", "--store", store, "--processes", "1"]
    told = ["run", str(HOME / "accounts"), *case, "-o", str(out / "out"), "--audience", audience]
    result = CliRunner().invoke(app, told)
    assert result.exit_code in (0, 1), result.output
    return {p.name: p.read_bytes().decode("utf-8", "replace") for p in (out / "out").iterdir()}


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return brief(tmp_path_factory.mktemp("public"), "public")


@pytest.fixture(scope="module")
def partners(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return brief(tmp_path_factory.mktemp("partners"), "partners")


def found(words: str, files: dict[str, str]) -> list[str]:
    """The files that hold the words, whatever the case, numbers not inside of longer ones."""
    told = re.escape(words)
    pattern = re.compile(rf"(?<![\d\w]){told}(?!\d)" if words[0].isdigit() else told, re.IGNORECASE)
    # A style sheet holds colours and sizes.
    plain = {n: re.sub(r"<style>.*?</style>", "", t, flags=re.DOTALL) for n, t in files.items()}
    return [name for name, text in plain.items() if pattern.search(text)]


@pytest.mark.parametrize("words", [*NAMES, *NUMBERS])
def test_nothing_that_leads_to_a_person_is_public(words: str, public, partners) -> None:
    assert found(words, public) == []
    assert found(words, partners) == []


@pytest.mark.parametrize("name", IN_OFFICE)
def test_who_speaks_in_office_is_named(name: str, public) -> None:
    assert "brief.html" in found(name, public)


@pytest.mark.parametrize("words", [*CONFIDENTIAL, *RESTRICTED])
def test_accounts_that_are_not_public_are_not_there(words: str, public) -> None:
    assert found(words, public) == []


def test_partners_see_what_is_restricted_and_no_more(partners) -> None:
    assert found("9,876", partners)
    assert not any(found(words, partners) for words in CONFIDENTIAL)


def test_only_the_brief_is_left(public) -> None:
    assert set(public) == {"brief.html", "brief.json"}


def test_no_figure_is_made_of_a_phone_number(public) -> None:
    rows = json.dumps(json.loads(public["brief.json"]))
    assert "963,944" not in rows
    assert "963944" not in rows


def test_the_internal_brief_keeps_its_accounts(tmp_path: Path) -> None:
    told = brief(tmp_path, "internal")
    assert {"brief.html", "brief.json", "claims.jsonl"} <= set(told)
    assert found("Layth Zuhdi", told)
    assert found("4,321", told)
