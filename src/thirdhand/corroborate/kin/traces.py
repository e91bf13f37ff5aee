"""What accounts are compared by: hashes of their word runs and of their rare marks.

All accounts are gone through once, in batches, and what is left of a text is columns of whole
numbers. In a large collection one run in two, four or eight is kept, the same ones in every text
(those whose hash is divisible; Manber 1994): the share of a text that another holds is the same
in the kept runs, give or take.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.kin import fingerprints, shingles
from thirdhand.corroborate.kin.fingerprints import Hashes, Places, Words
from thirdhand.model import Account

Column = NDArray[np.int64]

# Kept runs of all texts together. More are thinned out, down to one in MOST_THIN.
KEPT = 6_000_000
MOST_THIN = 8
# About so many letters a word run, to judge the number of runs before they are made.
LETTERS = 6
# Letters gone through at once; of accounts no more than the 12 bits of a row's key hold.
BATCH = 1 << 18
OWNERS = 1 << 12
OWNER_BITS = np.uint64(12)


@dataclass(frozen=True, slots=True)
class Traces:
    """Columns of the accounts that stand for themselves; the others are word for word the same.

    different: how many. thin: one run in how many is kept. same: an account, its first telling and
    the runs of both. runs: account, hash. marks: account, hash, and 1 for a number, 0 for a name.
    numbers: by their hash.
    """

    different: int
    thin: int
    same: tuple[tuple[int, int, int], ...]
    runs: dict[str, "array[int]"]
    marks: dict[str, "array[int]"]
    numbers: dict[int, str]


def traces(accounts: Sequence[Account]) -> Traces:
    """What the accounts, by position, are compared by."""
    thin = _thin(sum(len(account.text) for account in accounts))
    first_of: dict[tuple[int, int], int] = {}
    same: list[tuple[int, int, int]] = []
    runs: list[tuple[Column, ...]] = []
    marks: list[tuple[Column, ...]] = []
    numbers: dict[int, str] = {}
    start = 0
    for batch in _batches(accounts):
        told = _Told.of(batch)
        counted = told.numbers()
        numbers |= {_number_hash(number): number for _, number in counted}
        fresh = _fresh(told, start, first_of, same)
        runs.append(_run_rows(told, fresh, start, thin))
        marks.append(_mark_rows(told.names(), counted, fresh, start))
        start += len(batch)
    return Traces(
        len(first_of),
        thin,
        tuple(same),
        _columns(runs, "account", "shingle"),
        _columns(marks, "account", "mark", "number"),
        numbers,
    )


def spelled(accounts: Sequence[Account], wanted: Iterable[int]) -> dict[int, str]:
    """The names of the accounts that are wanted, by their hash, without case."""
    asked = np.array(sorted(set(wanted)), np.uint64)
    found: dict[int, str] = {}
    for batch in _batches(accounts):
        told = _Told.of(batch)
        hashes = told.words.hash >> OWNER_BITS
        rows = np.flatnonzero(told.words.named & _among(hashes, asked))
        rows = rows[np.unique(hashes[rows], return_index=True)[1]]
        found |= {int(hashes[row]): told.words.spell(row) for row in rows.tolist()}
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """A batch of accounts as words. owner: of each word, its account in the batch."""

    size: int
    words: Words
    owner: Places
    titled: NDArray[np.bool_]
    owner_of: Places

    @classmethod
    def of(cls, batch: Sequence[Account]) -> "_Told":
        """The words of titles and texts."""
        pieces: list[str] = []
        owners: list[int] = []
        titled: list[bool] = []
        for place, account in enumerate(batch):
            held = [account.title or "", *shingles.pieces(account.text, BATCH)]
            pieces += held
            owners += [place] * len(held)
            titled += [True] + [False] * (len(held) - 1)
        words = fingerprints.words(pieces)
        owner_of = np.array(owners, np.int64)
        return cls(len(batch), words, owner_of[words.text], np.array(titled)[words.text], owner_of)

    def body(self) -> tuple[Hashes, Places]:
        """The words of the texts alone, and whose they are."""
        return self.words.hash[~self.titled], self.owner[~self.titled]

    def numbers(self) -> Collection[tuple[int, str]]:
        """Each number and whose it is, once."""
        pieces, lines = self.words.around_digits(shingles.BEFORE, shingles.AFTER)
        owners = self.owner_of[pieces].tolist()
        found = ((owners[n], number) for n, number in shingles.numbers_by_line(lines))
        return dict.fromkeys(found)

    def names(self) -> Hashes:
        """The key of each name: hash and owner. Never one that the account writes as a word."""
        keys = self._keys()
        found = _distinct(keys[self.words.named])
        found = found[~_among(found, _distinct(keys[self.words.plain]))]
        return found[~_among(found >> OWNER_BITS, _month_hashes())]

    def _keys(self) -> Hashes:
        return _keys(self.words.hash, self.owner)


def _fresh(
    told: _Told,
    start: int,
    first_of: dict[tuple[int, int], int],
    same: list[tuple[int, int, int]],
) -> NDArray[np.bool_]:
    """Which accounts of the batch are the first with their words; the rest goes into `same`."""
    hashes, owner = told.body()
    counts = np.bincount(owner, minlength=told.size).tolist()
    digests = fingerprints.digests(hashes, owner, told.size).tolist()
    fresh = np.ones(told.size, bool)
    for place, key in enumerate(zip(digests, counts, strict=True)):
        first = first_of.setdefault(key, start + place)
        runs = key[1] - shingles.SHINGLE + 1
        if first != start + place and runs >= shingles.FEWEST:
            same.append((first, start + place, runs))
            fresh[place] = False
    return fresh


def _run_rows(told: _Told, fresh: NDArray[np.bool_], start: int, thin: int) -> tuple[Column, ...]:
    owner, hashes = fingerprints.runs(*told.body(), shingles.SHINGLE)
    kept = fresh[owner]
    if thin > 1:
        kept &= hashes & np.uint64(thin - 1) == 0
    keys = _distinct(_keys(hashes[kept], owner[kept]))
    return _owners(keys) + start, _hashes(keys)


def _mark_rows(
    names: Hashes, counted: Collection[tuple[int, str]], fresh: NDArray[np.bool_], start: int
) -> tuple[Column, ...]:
    owner = np.concatenate([_owners(names), np.array([o for o, _ in counted], np.int64)])
    numbers = np.array([_number_hash(number) for _, number in counted], np.int64)
    marks = np.concatenate([_hashes(names), numbers])
    number = np.repeat(np.array([0, 1]), [len(names), len(counted)])
    kept = fresh[owner]
    return owner[kept] + start, marks[kept], number[kept]


def _thin(letters: int) -> int:
    """One run in how many is kept: 1, 2, 4 or 8."""
    thin = 1
    while thin < MOST_THIN and letters // LETTERS > KEPT * thin:
        thin *= 2
    return thin


def _batches(accounts: Sequence[Account]) -> Iterator[Sequence[Account]]:
    start = size = 0
    for place, account in enumerate(accounts):
        size += len(account.text)
        if size >= BATCH or place + 1 - start == OWNERS:
            yield accounts[start : place + 1]
            start, size = place + 1, 0
    if start < len(accounts):
        yield accounts[start:]


def _keys(hashes: Hashes, owner: Places) -> Hashes:
    """Hash and owner in one number: 52 bits and 12."""
    low = np.uint64(OWNERS - 1)
    keys: Hashes = (hashes & ~low) | owner.astype(np.uint64)
    return keys


def _distinct(keys: Hashes) -> Hashes:
    """The keys in rising order, each once. Sorting is quicker here than NumPy's hashing."""
    keys = np.sort(keys)
    once: Hashes = keys[np.diff(keys, prepend=~keys[:1]) != 0]
    return once


def _among(keys: Hashes, others: Hashes) -> NDArray[np.bool_]:
    """Which keys are among the others, which are in rising order."""
    if not len(others):
        return np.zeros(len(keys), bool)
    places = np.minimum(np.searchsorted(others, keys), len(others) - 1)
    found: NDArray[np.bool_] = others[places] == keys
    return found


def _owners(keys: Hashes) -> Column:
    return (keys & np.uint64(OWNERS - 1)).astype(np.int64)


def _hashes(keys: Hashes) -> Column:
    return (keys >> OWNER_BITS).astype(np.int64)


@cache
def _month_hashes() -> Hashes:
    return _distinct(fingerprints.words(sorted(shingles.MONTHS)).hash >> OWNER_BITS)


@lru_cache(1 << 16)
def _number_hash(number: str) -> int:
    held = blake2b(number.encode(), digest_size=8).digest()
    return int.from_bytes(held, "big") >> int(OWNER_BITS)


def _columns(rows: list[tuple[Column, ...]], *names: str) -> "dict[str, array[int]]":
    """The batches' rows as one column a name, in the engine's own form."""
    parts = zip(*rows, strict=True) if rows else [()] * len(names)
    return {
        name: array("q", b"".join(part.tobytes() for part in column))
        for name, column in zip(names, parts, strict=True)
    }
