"""What a figure counts, by the words around it: its markers, and where two figures differ in them.

The table is qualifiers.yaml. A marker is a word or two of the account; nothing is inferred.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any, Literal

import yaml

from thirdhand.corroborate.conflicts.context import Context, Contexts
from thirdhand.corroborate.voices.tellings import Telling

Kind = Literal["definition", "part"]
# Words that make a count a running one: it holds all that happened up to its end.
RUNNING = re.compile(
    r"\b(?:since|so far|(?<!earlier )this year|in all|in total|total|altogether|alone|toll|during"
    r"|bring(?:s|ing)?"
    r"|in (?:the )?(?:first|last|past|\d+ days)|in (?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December|\d{4}))\b",
    re.IGNORECASE,
)
# Tags of a breakdown say the same as these values of the table: the reader has seen them.
SEEN = {
    "iraqi": "Iraqi",
    "syrian": "Syrian",
    "foreign": "of other countries",
    "women": "women",
    "men": "men",
    "children": "children",
    "under-5": "children",
    "staff": "members of a force",
}


@dataclass(frozen=True, slots=True)
class Dimension:
    """A table of qualifiers.yaml. measures: those it holds for, () for all.

    less, more: values that count fewer, or more, than a figure without such words. any: all
    patterns in one, for a quick look.
    """

    name: str
    kind: Kind
    alone: bool
    where: str
    measures: tuple[str, ...]
    values: tuple[tuple[str, re.Pattern[str]], ...]
    less: frozenset[str]
    more: frozenset[str]
    any: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Marker:
    """The value of a dimension, and the words that carry it."""

    value: str
    quote: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two figures differ; a side without a marker says nothing on it."""

    kind: Kind
    dimension: str
    one: Marker | None
    other: Marker | None


@cache
def dimensions() -> tuple[Dimension, ...]:
    """The tables of qualifiers.yaml, in their order."""
    path = files("thirdhand.corroborate.conflicts") / "qualifiers.yaml"
    raw: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return tuple(
        Dimension(
            name,
            row["kind"],
            row["alone"],
            row["where"],
            tuple(row.get("of", ())),
            tuple(
                (value, re.compile("|".join(words), re.IGNORECASE))
                for value, words in row["values"].items()
            ),
            frozenset(row.get("less", ())),
            frozenset(row.get("more", ())),
            re.compile("|".join(chain(*row["values"].values())), re.IGNORECASE),
        )
        for name, row in raw.items()
    )


class Definitions:
    """The markers of each claim of a run, each read when it is asked for."""

    def __init__(self, contexts: Contexts) -> None:
        """Read words with these contexts."""
        self._contexts = contexts
        self._read: dict[tuple[str, str, str], tuple[Marker, ...]] = {}
        self._whole: dict[tuple[str, str], dict[str, tuple[Marker, ...]]] = {}
        # The same few words stand around many figures: " people", " families".
        self._held: dict[str, frozenset[str]] = {}

    def of(self, row: Telling, measure: str) -> dict[str, tuple[Marker, ...]]:
        """Dimension -> what the words around the claim say on it."""
        key = row.claim.id, measure
        if key not in self._whole:
            places = self._contexts.of(row).places
            held = {
                where: frozenset(chain.from_iterable(map(self._in, texts)))
                for where, texts in places.items()
            }
            near = [dim for dim in _for(measure) if dim.name in held[dim.where]]
            on = ((dim.name, self._on(dim, row, measure)) for dim in near)
            self._whole[key] = {name: found for name, found in on if found}
        return self._whole[key]

    def _in(self, text: str) -> frozenset[str]:
        """The dimensions whose words the text holds."""
        if text not in self._held:
            found = (dim.name for dim in dimensions() if dim.any.search(text))
            self._held[text] = frozenset(found)
        return self._held[text]

    def moving(self, row: Telling) -> tuple[Marker, ...]:
        """What the words around the claim say of a stock that comes or goes."""
        dim = _moving()
        return self._on(dim, row, "stock") if dim else ()

    def part(self, row: Telling, measure: str) -> bool:
        """True where the words around the claim make it a part of a whole, or a flow."""
        return any(self._on(dim, row, measure) for dim in _parts(measure))

    def _on(self, dim: Dimension, row: Telling, measure: str) -> tuple[Marker, ...]:
        key = row.claim.id, measure, dim.name
        if key not in self._read:
            self._read[key] = _find(dim, row, self._contexts.of(row), measure)
        return self._read[key]

    def differ(self, one: Telling, other: Telling, measure: str) -> Difference | None:
        """The first dimension in which the two differ, parts first; None where they do not."""
        a, b = self.of(one, measure), self.of(other, measure)
        found = [
            d
            for dim in _for(measure)
            if (d := _difference(dim, a, b)) and not _wrong(dim, d, one, other)
        ]
        return min(found, key=lambda d: d.kind != "part", default=None)

    def struck(self, row: Telling) -> str:
        """The words of a figure of people struck off a register; "" where it is none."""
        if not any(m.value == "struck off" for m in self.moving(row)):
            return ""
        context = self._contexts.of(row)
        return " ".join(f"{context.words}{context.after}".split()).rstrip(" ,;:.")

    def running(self, row: Telling) -> bool:
        """True where the words make it a count of all that happened in its period."""
        context = self._contexts.of(row)
        return any(RUNNING.search(t) for t in (context.words, context.after, context.before))


@cache
def _for(measure: str) -> tuple[Dimension, ...]:
    return tuple(d for d in dimensions() if not d.measures or measure in d.measures)


@cache
def _parts(measure: str) -> tuple[Dimension, ...]:
    return tuple(d for d in _for(measure) if d.kind == "part")


@cache
def _moving() -> Dimension | None:
    return next((d for d in _for("stock") if d.name == "moving"), None)


def _difference(
    dim: Dimension, a: dict[str, tuple[Marker, ...]], b: dict[str, tuple[Marker, ...]]
) -> Difference | None:
    one, other = a.get(dim.name, ()), b.get(dim.name, ())
    if {m.value for m in one} == {m.value for m in other}:
        return None
    if not (one and other) and not dim.alone:
        return None
    return Difference(dim.kind, dim.name, next(iter(one), None), next(iter(other), None))


def _wrong(dim: Dimension, found: Difference, one: Telling, other: Telling) -> bool:
    """True where one side alone is marked, and its figure is on the wrong side of the other."""
    if bool(found.one) == bool(found.other):
        return False
    marker, mine, plain = (found.one, one, other) if found.one else (found.other, other, one)
    a, b = mine.quantity, plain.quantity
    if marker is None or a is None or b is None:
        return False
    point, bare = a.point or 0.0, b.point or 0.0
    return marker.value in (dim.less if point > bare else dim.more)


def _find(dim: Dimension, row: Telling, context: Context, measure: str) -> tuple[Marker, ...]:
    places, look = context.places[dim.where], dim.any.search
    if not any(map(look, places)):
        return ()
    tags = set(row.claim.breakdown)
    if dim.name.endswith("of them") and tags:
        return ()  # the breakdown says of whom
    seen = {SEEN[tag] for tag in tags if tag in SEEN}
    found = []
    for value, pattern in dim.values:
        match = next((m for text in places if (m := pattern.search(text))), None)
        if match and value not in seen:
            found.append(Marker(value, " ".join(match.group().split())))
    # "Two children and a woman" are all the dead, not a part of them.
    listed = dim.name == "group" and len(found) > 1 and measure != "stock"
    return () if listed else tuple(found)
