"""An old figure told again is shown with who told it first."""

import dataclasses

from tests.brief.made import MORE, SEVENTY, at, facts

from thirdhand.brief.outline import KEPT
from thirdhand.brief.parts import echoes
from thirdhand.brief.render.words import closing
from thirdhand.model import StaleEcho

FIRST = at(MORE, "2021-01", low=70000.0, high=70000.0, hedge="about")
AGAIN = at(SEVENTY, "2021-09", hedge="about")
STALE = StaleEcho("s1", AGAIN.id, FIRST.id, 70000.0, 52000.0, "2021-05-01", "It moved.")


def test_an_echo_names_who_repeats_whom_and_why_it_is_stale() -> None:
    (row,) = echoes.stale(facts(FIRST, AGAIN, stale=(STALE,))).rows
    assert row.cells == (
        "officials (not named)", "September 2021", "about 70,000 people", "Relief Office",
        "January 2021",
    )  # fmt: skip
    assert row.remark == "It moved."
    assert row.group == "People living there"
    assert row.sentence.claims == (AGAIN.id, FIRST.id)
    assert "tells about 70,000 people for September 2021" in row.sentence.text


def test_an_echo_about_another_place_is_not_shown() -> None:
    away = dataclasses.replace(AGAIN, site="elsewhere")
    assert echoes.stale(facts(FIRST, away, stale=(STALE,))).rows == ()


def test_of_very_many_the_newest_are_kept_and_the_others_counted() -> None:
    many = tuple(dataclasses.replace(STALE, id=f"s{number:04d}") for number in range(KEPT + 3))
    table = echoes.stale(facts(FIRST, AGAIN, stale=many))
    assert (len(table.rows), table.beyond) == (KEPT, 3)
    assert closing(table) == "12 of 503 old figures shown; the first 500 are in brief.json."
