"""A count that says what it is a figure of, and sums of such counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from thirdhand.model import Quantity
from thirdhand.read.figure import Count
from thirdhand.read.frame import possible
from thirdhand.read.span import text_of

_SUMMED = frozenset("repatriated returns escape-attempts freed deaths arrivals escaped".split())


@dataclass(frozen=True, slots=True)
class Indicated:
    """A count with the indicator it is a figure of. whole: it is a part of one named before."""

    count: Count
    indicator: str
    by: tuple[str, ...]
    unit: str
    event: str | None
    planned: bool
    whole: bool
    verb: Token | None = None

    @property
    def possible(self) -> bool:
        """True where the words say that it may be so: "may have died"."""
        return self.verb is not None and possible(self.verb)


def summed(found: Sequence[Indicated]) -> Iterator[Indicated]:
    """The figures, with two parts told of as one summed: three women and 12 children are 15."""
    index = 0
    while index < len(found):
        one, pair = found[index], found[index : index + 2]
        index += 1
        if len(pair) < 2 or not _pair(*pair) or _told_before(one, found[: index - 1]):
            yield one
            continue
        yield _both(*pair)
        if one.by == ("children",) and one.indicator == "deaths":
            yield replace(one, whole=True)
        index += 1


def _told_before(one: Indicated, before: Sequence[Indicated]) -> bool:
    """True where the sentence gave the whole already, so these are its parts."""
    return any(f.indicator == one.indicator for f in before)


def _both(one: Indicated, two: Indicated) -> Indicated:
    low = one.count.number.low + two.count.number.low
    high = one.count.number.high + two.count.number.high
    tags = one.count.noun.tags | two.count.noun.tags
    count = replace(
        one.count,
        end=two.count.end,
        quantity=Quantity(low, high, one.count.quantity.unit),
        noun=replace(one.count.noun, word="people", tags=tags),
    )
    # Women with girls or children freed are told of as women; the dead of two kinds as the dead.
    by = one.by if one.by == two.by else tuple(sorted({*one.by, *two.by} & {"women"}))
    return replace(one, count=count, by=() if one.indicator == "deaths" else by, whole=False)


def _pair(one: Indicated, two: Indicated) -> bool:
    if (
        one.indicator != two.indicator
        or one.indicator not in _SUMMED
        or one.unit != two.unit
        or one.unit != "people"
    ):
        return False
    base = one.count.sent.start_char
    between = text_of(one.count.sent)[one.count.end - base : two.count.start - base]
    kinds = {"women", "children", "men"}
    return (
        between.strip() == "and"
        and bool(one.count.noun.tags & kinds)
        and bool(two.count.noun.tags & kinds)
    )
