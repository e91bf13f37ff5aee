"""How each voice leans on what moves over time: its bias and spread, as the level was fitted."""

import math
from collections import Counter
from collections.abc import Iterator

import numpy as np

from thirdhand.corroborate.course import Course
from thirdhand.corroborate.heights import Heights
from thirdhand.model import Leaning

# Half of a 90 % interval, in standard deviations.
NINETY = 1.6449


def leanings(item: str, found: Heights) -> list[Leaning]:
    """One row a voice (by id), in order."""
    claims = Counter(row.voice for row in found.kept)
    level = found.level
    wide = NINETY * np.sqrt(level.bias_var)
    rows = zip(
        sorted(claims), level.bias, level.bias - wide, level.bias + wide, level.spread, strict=True
    )
    turn = math.expm1 if found.scale.unit is None else float
    return [
        Leaning(item, source, turn(bias), turn(low), turn(high), float(spread), claims[source])
        for source, bias, low, high, spread in rows
    ]


def biases(course: Course) -> Iterator[Leaning]:
    """The same of a stock of the case; voices by name."""
    key = course.matter
    parts = (key.indicator, "+".join(key.breakdown), key.unit, key.site, key.area)
    item = ", ".join(part for part in parts if part)
    names = {row.origin.id: row.origin.name for row in course.rows.values()}
    for row in sorted(
        leanings(item, course.found), key=lambda row: (names[row.source], row.source)
    ):
        yield Leaning(item, names[row.source], row.bias, row.low, row.high, row.spread, row.claims)
