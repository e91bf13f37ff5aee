"""Many pairs scored at once have the scores that each pair has alone."""

import random
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np

from thirdhand.corroborate import copies
from thirdhand.corroborate.happenings.pairing import FEATURES, score
from thirdhand.corroborate.happenings.scores import scores
from thirdhand.corroborate.happenings.sketch import sketches
from thirdhand.corroborate.kin.copies import kin
from thirdhand.corroborate.voices.tellings import Telling, tell
from thirdhand.model import Event
from thirdhand.scale import duckdb_engine

TYPES = ("killing", "attack", "arrest", "escape-attempt", "flood", "aid-suspension", "fire")
PERIODS = ("2021-03-05", "2021-03-06", "2021-03-09", "2021-04-20", "2021-03", "2021-02/2021-09")
QUOTES = ("two women died", "men were held", "words")


def rows(desk: Any) -> Any:
    """The sketches of 36 accounts that tell of all sorts of incidents, two of them copies."""
    mix = random.Random(5)  # noqa: S311  # makes prose, keeps no secret
    words = [f"{n:03d}-like" for n in range(300)]
    for n in range(36):
        text = " ".join(mix.choices(words, k=150 + n)) if n != 1 else desk.accounts[0].text
        day = f"2021-03-{mix.randint(4, 12):02d}"
        account = desk.account(f"{n:02d}", f"outlet{n % 5}.com", day, text)
        for _ in range(3):
            desk.says(
                account,
                mix.choice((None, 2, 3, 3, 40, 41)),
                *mix.choice(((), ("RO",), ("Vale Watch",))),
                kind="incident",
                event=Event(mix.choice(TYPES)),
                indicator=mix.choice(("killed", "deaths", "injured", "arrests")),
                hedge=mix.choice(("exact", "about", "more than")),
                unit=mix.choice(("people", "households")),
                period=mix.choice(PERIODS),
                basis=mix.choice(("stated", "stated", "published")),
                area=mix.choice((None, None, "North", "Annex")),
            )
    told = tell(desk.accounts, desk.readings, desk.plan, kin(desk.accounts, duckdb_engine(1)))
    return sketches([quoting(row, mix.choice(QUOTES)) for row in told])


def quoting(row: Telling, quote: str) -> Telling:
    span = replace(row.claim.span, quote=quote)
    return replace(row, claim=replace(row.claim, span=span))


def test_the_scores_of_many_pairs_are_those_of_each_pair(desk: Any) -> None:
    found = rows(desk)
    pairs = list(combinations(range(len(found)), 2))
    every = scores(found, *np.array(pairs).T)
    assert every.tolist() == [score(found[a], found[b]) for a, b in pairs]
    assert scores(found, *np.array(pairs).T[::-1]).tolist() == every.tolist(), "in either order"


def test_every_feature_says_something_of_some_of_these_pairs(desk: Any) -> None:
    """Else the test above would hold nothing against nothing."""
    found = rows(desk)
    pairs = list(combinations(found, 2))
    for feature in FEATURES:
        told = [feature(a, b) for a, b in pairs]
        assert len({row and row.weight for row in told}) > 1, feature.__name__
    assert copies(desk.accounts, duckdb_engine(1)), "some of these accounts are copies"


def test_no_pairs_have_no_scores() -> None:
    none = np.zeros(0, np.int64)
    assert scores([], none, none).tolist() == []
