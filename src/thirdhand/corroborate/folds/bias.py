"""How each voice leans on the stocks of the case."""

from collections.abc import Iterator

from thirdhand.corroborate.folds.course import Course
from thirdhand.corroborate.levels.lean import leanings
from thirdhand.model import Leaning


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
