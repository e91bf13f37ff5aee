"""The case files that ship: the template of `thirdhand init`, and the worked example."""

import json
import re
from pathlib import Path

import pytest

from thirdhand.faces.cli.init import TEMPLATES, filled
from thirdhand.settings import load
from thirdhand.words import vocabulary

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "al-hol"
SECTORS = {
    *("population", "movement", "water", "sanitation", "health", "food", "shelter", "education"),
    *("protection", "security", "access", "aid", "funding"),
}


@pytest.fixture(params=TEMPLATES)
def template(request):
    return request.param


@pytest.fixture
def plan(template, tmp_path):
    path = tmp_path / "case.toml"
    path.write_text(filled(template, 'Orrow "mere"'), "utf-8")
    return load(path, vocabulary())


def test_a_filled_template_is_a_case_of_known_words(plan, template):
    assert plan.name == 'Orrow "mere"'
    assert [(site.id, site.kind) for site in plan.sites] == [("orrow-mere", TEMPLATES[template])]
    assert plan.unknown == ()
    assert plan.small_cell > 0


def test_a_template_asks_for_every_side_of_life(plan):
    assert 25 <= len(plan.items) <= 60
    assert {item.sector for item in plan.items} >= SECTORS
    assert all(item.ask for item in plan.items)
    assert {item.kind for item in plan.items} == {"figure", "incident", "condition"}


STANDARDS = {
    "camp": {
        "water-supply": "at least 15 per person and day",
        "latrines": "at least 1 per 20 people",
        "health-facilities": "at least 1 per 10,000 people",
        "deaths": "at most 1 per 10,000 people and day",
        "area": "at least 45 per person",
        "population": "at most 1 per place",
    },
    "town": {
        "water-supply": "at least 15 per person and day",
        "health-facilities": "at least 1 per 10,000 people",
        "deaths": "at most 1 per 10,000 people and day",
    },
    "detention": {
        "detainees": "at most 1 per place",
        "area": "at least 20 per detainee",
        "water-supply": "at least 10 per detainee and day",
        "latrines": "at least 1 per 25 detainees",
        "health-facilities": "at least 1",
        "deaths": "at most 0",
        "killed": "at most 0",
    },
}


def test_the_standards_of_a_template_are_its_targets(plan, template):
    assert {i.indicator: str(i.target) for i in plan.items if i.target} == STANDARDS[template]


def test_what_a_target_counts_by_is_asked_for(plan):
    """A target per person is no use where nobody is asked how many people there are."""
    asked = {item.indicator for item in plan.items if not item.breakdown}
    assert {i.target.heads.indicator for i in plan.items if i.target and i.target.heads} <= asked


def test_a_template_is_commented(template):
    lines = filled(template, "Orrowmere").splitlines()
    assert sum(line.startswith("#") for line in lines) > 60


def test_a_template_knows_no_place(template):
    assert not re.search(r"\bhol\b|syria|kurd|iraq|مخيم", filled(template, "X"), re.IGNORECASE)


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
