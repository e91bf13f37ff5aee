"""Number words that stand together, added up by the grammar of their language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from thirdhand.read.number import Number
from thirdhand.read.plain.table import table


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a number. kind: "small" (below 1000), "scale" or "digits".

    dual: it says two of its scale where it opens a number ("two thousand displaced" in Arabic).
    """

    start: int
    end: int
    kind: str
    value: float
    joined: bool
    dual: bool = False


def joins(code: str, between: str) -> bool:
    """True where two words of a number can stand so far apart."""
    return bool(re.fullmatch(r" ?و?" if code == "ar" else r"[ -]| et ", between, re.IGNORECASE))


@dataclass(slots=True)
class Sequence:
    """A number under way: what is summed up, the group below the next scale, the last scale."""

    code: str
    start: int
    end: int
    total: float
    group: float
    scale: float
    first: Word
    words: int = 1

    @classmethod
    def of(cls, code: str, word: Word) -> "Sequence":
        """A number that begins with `word`."""
        if word.kind == "scale":
            unit = _unit(word.value)
            pair = 2 if word.dual else 1
            return cls(code, word.start, word.end, pair * word.value, 0, unit, word)
        return cls(code, word.start, word.end, 0, word.value, float("inf"), word)

    def add(self, word: Word) -> bool:
        """Take the next word in; False where a new number begins with it."""
        fits = self._scale(word) if word.kind == "scale" else self._small(word)
        if fits:
            self.end, self.words = word.end, self.words + 1
        return fits

    def _scale(self, word: Word) -> bool:
        unit = _unit(word.value)
        if unit >= self.scale or (self.code == "ar" and word.joined != (self.group == 0)):
            return False
        # A scale in the dual ("two thousand") is whole by itself and stands for no multiple.
        if self.group and word.value != unit:
            return False
        self.total += (self.group or 1) * unit if word.value == unit else word.value
        self.group, self.scale = 0, unit
        return True

    def _small(self, word: Word) -> bool:
        if word.kind == "digits" or (self.first.kind == "digits" and not self.total):
            if self.group or not self.total or word.value >= self.scale:
                return False
            if self.code == "ar" and not word.joined:
                return False
            self.group = word.value
            return True
        grown = _arabic(self, word) if self.code == "ar" else _french(self, word)
        if grown is None:
            return False
        self.group = grown
        return True

    def number(self, text: str) -> Iterator[Number]:
        """The number, none where the word alone is none ("one of", the article)."""
        value = self.total + self.group
        if self.words == 1 and self.first.kind == "small" and value == 1:
            return
        if self.words == 1 and text[self.first.start : self.end].lower() in _plurals(self.code):
            yield Number(self.start, self.end, value, value * 10 - 1, "vague")
            return
        start = self.start
        if self.first.joined and text[start : start + 1] == "و":
            start += 1
        yield Number(start, self.end, value, value, "cardinal")


@cache
def _plurals(code: str) -> frozenset[str]:
    return frozenset(table(code)["plurals"].split())


def _unit(value: float) -> float:
    """The scale that a scale word in the singular or the dual belongs to."""
    return next(s for s in (1e9, 1e6, 1e3) if value >= s)


def _arabic(run: Sequence, word: Word) -> float | None:
    """Units before tens, joined by "and"; teens and hundreds of units are not joined."""
    value, rest = word.value, run.group % 100
    if not word.joined:
        if value == 10 and 0 < rest < 10:
            return run.group + 10
        return run.group * 100 if value == 100 and 2 < run.group < 10 else None
    if value >= 100:
        return value if run.group == 0 else None
    if rest == 0 and (run.group or run.total):
        return run.group + value
    return run.group + value if 0 < rest < 10 and value >= 20 else None


def _french(run: Sequence, word: Word) -> float | None:
    """As in "quatre-vingt-dix-sept": fours of twenty, sixty and eighty with teens."""
    value, rest = word.value, run.group % 100
    if value == 100:
        return max(run.group, 1) * 100 if run.group < 10 and (run.group != 1) else None
    if value == 20 and rest == 4:
        return run.group + 76
    if value >= 20:
        fits = rest == 0
    elif value >= 10:
        fits = rest in (0, 60, 80)
    else:
        fits = rest % 10 == 0 and (value > 6 or rest not in (10, 70, 90))
    return run.group + value if fits else None
