"""The case files that ship: the template of `thirdhand init`, and the worked example."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from thirdhand.settings import load
from thirdhand.words import vocabulary

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "al-hol"
TEMPLATE = (files("thirdhand") / "templates" / "camp.toml").read_text("utf-8")
SECTORS = {
    *("population", "movement", "water", "health", "food", "shelter", "education"),
    *("protection", "security", "access", "aid", "funding"),
}


@pytest.fixture
def filled(tmp_path):
    path = tmp_path / "case.toml"
    path.write_text(TEMPLATE.format(name="Orrowmere", id="orrowmere"), "utf-8")
    return load(path, vocabulary())


def test_the_filled_template_is_a_case(filled):
    assert filled.name == "Orrowmere"
    assert [site.id for site in filled.sites] == ["orrowmere"]


def test_the_template_asks_for_every_side_of_life(filled):
    assert len(filled.items) >= 25
    assert {item.sector for item in filled.items} >= SECTORS
    assert all(item.ask for item in filled.items)


def test_the_template_knows_no_place():
    assert not re.search(r"\bhol\b|syria|kurd|iraq|مخيم", TEMPLATE, re.IGNORECASE)


def test_the_example_asks_for_every_side_of_life():
    plan = load(EXAMPLE / "case.toml", vocabulary())
    assert len(plan.items) >= 25
    assert {item.sector for item in plan.items} >= SECTORS
    assert len(plan.sites[0].areas) == 10


def test_no_name_in_the_example_means_two_sources():
    plan = load(EXAMPLE / "case.toml", vocabulary())
    names = [n for s in plan.sources for n in {n.casefold() for n in (s.name, *s.aliases)}]
    sites = [site for s in plan.sources for site in s.sites]
    assert sorted(set(names)) == sorted(names)
    assert sorted(set(sites)) == sorted(sites)


def test_every_example_account_has_text_and_a_number():
    paths = sorted((EXAMPLE / "accounts").glob("*.json"))
    assert len(paths) == 135
    for path in paths:
        account = json.loads(path.read_text("utf-8"))
        assert account["id"] == path.stem
        assert account["text"].strip()
