"""Find names again, in any casing and however their words are joined."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from thirdhand.mask.words import JOINT, WORD, Word, fold, words

Key = tuple[str, ...]


class Match(NamedTuple):
    """A name in place."""

    start: int
    end: int
    key: Key


class Matcher:
    """Looks for names (keys of their words) in texts; the longest wins."""

    def __init__(self, names: Iterable[Key]) -> None:
        self._by_first: dict[str, list[Key]] = defaultdict(list)
        for name in sorted(set(names), key=lambda n: (-len(n), n)):
            self._by_first[name[0]].append(name)

    def matches(self, text: str) -> Iterator[Match]:
        """The names in the text, in order; none overlaps another."""
        end, held = 0, self._by_first
        for found in WORD.finditer(text):
            if found.start() < end:
                continue
            word = fold(found[0])
            # A family together: "the Dulaimis".
            named = held.get(word) or (held.get(word[:-1]) if word.endswith("s") else None)
            match = next(_standing(text, found.start(), named), None) if named else None
            if match:
                end = match.end
                yield match


def _standing(text: str, start: int, names: list[Key]) -> Iterator[Match]:
    """Those of the names that stand at `start`."""
    row = list(islice(words(text, start), len(names[0])))
    for name in names:
        here = row[: len(name)]
        joints = (text[a.end : b.start] for a, b in pairwise(here))
        if _same(here, name) and all(JOINT.fullmatch(j) for j in joints):
            yield Match(start, here[-1].end, name)


def _same(row: list[Word], name: Key) -> bool:
    """True where the words are those of the name, the last perhaps of several who are called so."""
    told = tuple(w.key for w in row)
    return told == name or (told[:-1] == name[:-1] and told[-1:] == (f"{name[-1]}s",))
