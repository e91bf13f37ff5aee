"""A small figure cannot be had by taking the parts that are shown from their whole."""

import dataclasses

from tests.brief.made import MORE, assessment

from thirdhand.brief.beside import beside


def row(best: float, *breakdown: str, area: str | None = None):
    made = assessment((MORE,), low=best, best=best, high=best, breakdown=breakdown)
    return dataclasses.replace(made, id=f"{area}:{breakdown}", area=area)


def held(*rows, limit: float = 5):
    small = [r.id for r in rows if r.best < limit]
    return {r.breakdown or r.area for r in rows if r.id in beside(rows, small)}


def test_the_next_smallest_part_is_held_back_with_the_only_small_one():
    rows = (row(100), row(3, "men"), row(40, "women"), row(57, "children"))
    assert held(*rows) == {("women",)}


def test_two_small_parts_hide_each_other():
    assert held(row(100), row(3, "men"), row(4, "women"), row(93, "children")) == set()


def test_nothing_is_held_back_where_no_whole_is_told():
    assert held(row(3, "men"), row(40, "women")) == set()


def test_nothing_is_held_back_where_nothing_is_small():
    assert held(row(100), row(30, "men"), row(70, "women")) == set()


def test_parts_of_the_site_are_parts_too():
    rows = (row(100), row(3, area="north"), row(40, area="south"), row(57, area="west"))
    assert held(*rows) == {"south"}


def test_a_part_that_is_a_whole_of_its_own_is_followed_down():
    rows = (
        row(100), row(3, "men"), row(97, "women"),
        row(60, "women", "iraqi"), row(37, "women", "syrian"),
    )  # fmt: skip
    assert held(*rows) == {("women",)}
