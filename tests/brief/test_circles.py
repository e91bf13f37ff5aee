"""Circular reports, and what nobody told of."""

import dataclasses

from tests.brief.made import KILLED, MORE, SEVENTY, facts

from thirdhand.brief.parts import circles
from thirdhand.model import Loop, Period, Unreported, Unseen

LOOP = Loop("l1", "population", ("Daily", "Wire"), ("a1", "a2"), (MORE.id, SEVENTY.id), (), "Why.")


def test_a_circle_is_shown_with_what_it_is_about() -> None:
    (row,) = circles.circles(facts(MORE, SEVENTY, loops=(LOOP,))).rows
    assert row.cells == (
        "Daily and Wire",
        "People living there: more than 62,000 people",
        "–",
    )
    assert row.sentence.claims == (MORE.id, SEVENTY.id)


def test_a_circle_about_another_place_is_not_shown() -> None:
    away = [dataclasses.replace(claim, site="elsewhere") for claim in (MORE, SEVENTY)]
    assert circles.circles(facts(*away, loops=(LOOP,))).rows == ()


def unreported(**more: object) -> Unreported:
    found = Unseen(**{**NOT_KNOWN, **more})  # type: ignore[arg-type]
    lists = () if found.mean is None else ("Daily", "Wire", "Herald")
    return Unreported("u1", "mora", "killing", Period.parse("2021"), lists, found, (KILLED.id,))


NOT_KNOWN = {
    **dict.fromkeys(("mean", "median", "low", "high")), "observed": 6, "models": 0,
    "reason": "no list is long enough",
}  # fmt: skip
KNOWN = {"mean": 41.2, "median": 40.0, "low": 31.0, "high": 60.0, "observed": 25, "models": 8}


def test_what_nobody_told_of_is_estimated_only_where_it_can_be() -> None:
    known = facts(KILLED, unreported=(unreported(**KNOWN),))
    (sentence,) = circles.unreported(known)
    assert sentence.text == (
        "Going by how far the lists of Daily, Wire and Herald overlap, there were probably about 40"
        " incidents of the type killing in 2021, between 31 and 60; 25 are told of."
    )
    assert circles.unestimated(known) == ""


def test_where_it_cannot_the_reason_is_told() -> None:
    case = facts(KILLED, unreported=(unreported(),))
    assert circles.unreported(case) == ()
    assert circles.unestimated(case) == (
        "How many incidents nobody reported cannot be estimated. Even of the type told of most,"
        " killing with 6 in 2021, no list is long enough."
    )
    assert circles.unestimated(facts(KILLED)) == ""
