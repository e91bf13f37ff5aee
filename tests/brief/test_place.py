"""The map: the parts of the site where they are drawn, or where it lies among its neighbours."""

import dataclasses
import re

from tests.brief.made import KILLED, assessment, facts

from thirdhand.brief import charts
from thirdhand.brief.facts import Facts
from thirdhand.brief.parts import place
from thirdhand.model import Area

CASE = facts(KILLED, rows=(assessment((KILLED,)),))
SITE = dataclasses.replace(CASE.dossier.site, country="TD", lat=12.12, lon=15.05)
# Its corners run against the clock.
GROUND = ((12.10, 15.00), (12.10, 15.04), (12.14, 15.04), (12.14, 15.00))
DRAWN = (Area("p1", "Phase 1", outline=GROUND), Area("p2", "Phase 2", point=(12.13, 15.06)))


def held(**more: object) -> Facts:
    dossier = dataclasses.replace(CASE.dossier, site=SITE)
    return Facts.of(dataclasses.replace(dossier, **more))  # type: ignore[arg-type]


def test_the_locator_shows_the_site_and_names_its_neighbours() -> None:
    chart = place.locator(held())
    assert chart is not None
    drawing = charts.svg(chart)
    for name in ("Mora", "Chad"):
        assert f">{name}</text>" in drawing
    assert "12.1° N 15.1° E" in chart.alt
    # What lies outside of the picture is not in the file.
    assert len(drawing) < 60_000
    assert place.parts(held()) is None


def test_parts_that_are_drawn_take_the_place_of_the_locator() -> None:
    case = held(site=dataclasses.replace(SITE, areas=DRAWN))
    assert place.locator(case) is None
    chart = place.parts(case)
    assert chart is not None
    assert "Phase 1 1 and Phase 2 0" in chart.alt
    drawing = charts.svg(chart)
    assert "Phase 1: 1" in drawing
    assert "Phase 2: 0" in drawing
    # A ring that runs the wrong way round would fill the picture.
    shapes = re.findall(r'd="(M[^"]*Z)"[^>]*stroke="#1b2a38"', drawing)
    assert shapes
    assert all(len(shape) < 400 for shape in shapes)


def test_the_public_is_not_told_where_to_the_street() -> None:
    case = held(site=dataclasses.replace(SITE, areas=DRAWN), audience="public")
    assert place.parts(case) is None
    chart = place.locator(case)
    assert chart is not None
    assert [(r["lat"], r["lon"]) for r in chart.rows] == [(12.0, 15.0)]
    assert "to half a degree" in chart.alt


def test_without_a_place_there_is_no_map() -> None:
    assert place.locator(CASE) is None
    assert place.parts(CASE) is None
