"""A made-up camp, told of in Arabic and French. Nothing here is real."""

from functools import cache

import pytest

from thirdhand.model import Account, Area, Claim, Plan, Reading, Site
from thirdhand.read.reader import Reader
from thirdhand.words import vocabulary

ALIASES = ("مخيم ترنهولت", "ترنهولت", "camp de Tarnholt")
SITE = Site("tarnholt", "Tarnholt", "camp", ALIASES, "SY", None, None, (Area("annex", "الملحق"),))


@cache
def reader() -> Reader:
    return Reader(Plan("Tarnholt", (SITE,)), vocabulary())


def read(text: str, language: str | None, published: str | None = "2021-09-23") -> Reading:
    told = Account(
        "a", "t", "t.txt", "dispatch.example", "Tarnholt", published, language, text=text
    )
    (reading,) = reader().read([told])
    return reading


@pytest.fixture(scope="session")
def reading():
    """reading(text, language, published=) -> Reading."""
    return read


@pytest.fixture(scope="session")
def figures():
    """figures(text, language) -> {(indicator, breakdown, unit, low, high, hedge)}."""

    def make(text: str, language: str) -> set[tuple[object, ...]]:
        rows: tuple[Claim, ...] = read(text, language).claims
        return {
            (c.indicator, c.breakdown, c.unit, c.low, c.high, c.hedge)
            for c in rows
            if c.low is not None or c.high is not None
        }

    return make
