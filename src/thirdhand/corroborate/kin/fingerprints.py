"""The words of many texts at once, as numbers: their runs, names and digits.

A text in Unicode's compatibility form, without case and accents, is an array of code points. A
word's hash is a polynomial of its letters, taken from running sums (Karp and Rabin 1987), so a
batch of texts costs a few passes over one array. Hashes depend on the letters alone: they are the
same in every process and on every machine with 64-bit integers.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]

_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(int(_BASE), -1, 1 << 64))
_STEPS = np.array(
    [0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3],
    dtype=np.uint64,
)
_SPACE, _COMMA, _LINE = ord(" "), ord(","), ord("\n")


@dataclass(frozen=True, slots=True)
class Words:
    """A row a word. text: which of the texts. start, end: places in `letters`, without case.

    named: stands with a capital inside a sentence. plain: begins without one. bounds: where in
    `letters` each text ends. digits: where the digits stand.
    """

    text: Places
    start: Places
    end: Places
    hash: Hashes
    named: Flags
    plain: Flags
    letters: NDArray[np.uint32]
    bounds: Places
    digits: Places

    def spell(self, row: int) -> str:
        """The word as it is compared."""
        return _decoded(self.letters[self.start[row] : self.end[row]])

    def around_digits(self, before: int, after: int) -> tuple[list[int], str]:
        """The stretches about digits, with so many signs before and after, a line each.

        And for each line the text that it is of.
        """
        if not len(self.digits):
            return [], ""
        of = np.searchsorted(self.bounds, self.digits, "right")
        parted = (np.diff(self.digits) > before + after) | (np.diff(of) > 0)
        cuts = np.flatnonzero(parted) + 1
        opens, closes = np.concatenate([[0], cuts]), np.concatenate([cuts, [len(of)]]) - 1
        owner = of[opens]
        begin = np.concatenate([[0], self.bounds])[owner]
        start = np.maximum(self.digits[opens] - before, begin)
        # One more sign: the end of a line.
        length = np.minimum(self.digits[closes] + after + 1, self.bounds[owner] - 1) - start + 1
        ends = np.cumsum(length)
        taken = np.arange(ends[-1]) + np.repeat(start - ends + length, length)
        signs = self.letters[taken]
        signs[signs == _LINE] = _SPACE
        signs[ends - 1] = _LINE
        return owner.tolist(), _decoded(signs)


def words(texts: Sequence[str]) -> Words:
    """The words of the texts in their order, at best some 2 to the 18 letters at once."""
    plain = [text if text.isascii() else unicodedata.normalize("NFKD", text) for text in texts]
    joined = "".join(f"{text}\n" for text in plain)
    points = np.frombuffer(joined.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.intp)
    bounds = np.cumsum([len(text) + 1 for text in plain])
    table = _tables(_reach(points))
    if not joined.isascii():
        accents = table.accent[points]
        bounds -= np.cumsum(accents)[bounds - 1]
        points = points[~accents]
    inside = table.word[points]
    edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
    start, end = edges[::2], edges[1::2]
    letters = table.lower[points]
    counts = np.diff(np.searchsorted(start, bounds), prepend=0)
    return Words(
        text=np.repeat(np.arange(len(texts)), counts),
        start=start,
        end=end,
        hash=_hashes(letters, start, end),
        named=_named(points, start, end, table),
        plain=table.small[points[start]],
        letters=letters,
        bounds=bounds,
        digits=np.flatnonzero(table.digit[points]),
    )


def runs(hashes: Hashes, owner: Places, length: int) -> tuple[Places, Hashes]:
    """The owner and the hash of each run of `length` words (at most 4) of one owner.

    owner: whose word it is, in rising order.
    """
    last = len(hashes) - length + 1
    if last <= 0:
        return np.empty(0, np.int64), np.empty(0, np.uint64)
    total = np.zeros(last, np.uint64)
    for step in range(length):
        total += hashes[step : step + last] * _STEPS[step]
    whole = owner[:last] == owner[length - 1 :]
    return owner[:last][whole], mixed(total[whole])


def digests(hashes: Hashes, owner: Places, owners: int) -> Hashes:
    """A hash of each owner's words in their order; the same words have the same."""
    counts = np.bincount(owner, minlength=owners)
    first = np.cumsum(counts) - counts
    place = np.arange(len(hashes)) - np.repeat(first, counts)
    terms = hashes * _powers(_BASE, int(counts.max(initial=0)))[place]
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(terms)])
    return mixed(sums[first + counts] - sums[first] + counts.astype(np.uint64))


def mixed(values: Hashes) -> Hashes:
    """Every bit of a value spread over all others (SplitMix64; Steele and others 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _hashes(letters: NDArray[np.uint32], start: Places, end: Places) -> Hashes:
    size = len(letters)
    sums = np.zeros(size + 1, np.uint64)
    np.cumsum(letters * _powers(_BASE, size)[:size], out=sums[1:])
    return mixed((sums[end] - sums[start]) * _powers(_INVERSE, size)[start])


def _named(points: Places, start: Places, end: Places, table: "_Tables") -> Flags:
    before = np.maximum(start - 2, 0)
    follows = table.small[points[before]] | (points[before] == _COMMA)
    spaced = (points[start - 1] == _SPACE) & (start > 1)
    found: Flags = table.capital[points[start]] & spaced & follows & (end - start > 2)
    return found


@dataclass(frozen=True, slots=True)
class _Tables:
    """What each code point is."""

    word: Flags
    small: Flags
    capital: Flags
    accent: Flags
    digit: Flags
    lower: NDArray[np.uint32]


def _decoded(letters: NDArray[np.uint32]) -> str:
    return letters.tobytes().decode("utf-32-le")


def _reach(points: Places) -> int:
    top = int(points.max(initial=0))
    return next(size for size in (1 << 7, 1 << 16, 0x110000) if top < size)


@cache
def _tables(size: int) -> _Tables:
    signs = [chr(n) for n in range(size)]
    return _Tables(
        word=np.array([sign.isalnum() or sign == "_" for sign in signs]),
        small=np.array([sign.islower() for sign in signs]),
        capital=np.array([sign.isupper() for sign in signs]),
        accent=np.array([unicodedata.combining(sign) > 0 for sign in signs]),
        digit=np.array([sign.isdecimal() for sign in signs]),
        lower=np.array([_letter(sign) for sign in signs], np.uint32),
    )


def _letter(sign: str) -> int:
    """The sign without case; a digit of any script is the one we write."""
    if sign.isdecimal():
        return ord("0") + unicodedata.decimal(sign)
    low = sign.lower()
    return ord(low) if len(low) == 1 else ord(sign)


@cache
def _power_table(base: int, bits: int) -> Hashes:
    table = np.full(1 << bits, base, np.uint64)
    table[0] = 1
    return np.cumprod(table)


def _powers(base: np.uint64, size: int) -> Hashes:
    """At least `size` powers of the base, modulo 2 to the 64, from the zeroth on."""
    return _power_table(int(base), max(size, 1).bit_length())
