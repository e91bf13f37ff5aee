"""Names of places in a parsed text, where no case tells them: tables, a gazetteer, and context."""

import re
from collections.abc import Set
from dataclasses import dataclass

from spacy.tokens import Doc

from thirdhand.read import gazetteer
from thirdhand.read.around import barred, headed, led, moved
from thirdhand.read.candidate import PLACES, Candidate, candidates
from thirdhand.read.capital import Words
from thirdhand.read.lexicon import place_words

_NO_PLACES = ("PERSON", "ORG", "NORP", "DATE", "EVENT", "LAW", "PRODUCT", "LANGUAGE", "WORK_OF_ART")
_TITLE = re.compile(r"[^\W\d_][^A-Z\d]*(?:[-’'‘ʼ ]+[A-Za-z][^A-Z\d]*)*\Z|[A-ZÀ-Þ][A-ZÀ-Þ’'-]{5,}\Z")
_ROW = re.compile(r", (?:and )?| and | & |, ?|/|,? ?\(\d+\),? ?(?:and )?")
_COMPASS = ("north", "south", "east", "west", "centre", "center", "central")
# A town as large as this is known by its bare name.
_LARGE = 50_000


@dataclass(frozen=True, slots=True)
class Name:
    """text[start:end] names a place; text[core:stop] is the name without side and head noun."""

    start: int
    end: int
    core: int
    stop: int
    entry: gazetteer.Entry | None


def names(doc: Doc, country: str | None) -> list[Name]:
    """Every name of a place, left to right, none inside another.

    First those that their own words or the words around them tell; then what stands in a row with
    one of these; then the same names said again. A town of `country` needs no more than its name.
    """
    words = Words(doc)
    found = [c for c in candidates(words, country) if not barred(words, c[0], c[1])]
    kept = {c[:2]: c for c in found if _told(words, c, country)}
    starts, ends = {i for i, _ in kept}, {j for _, j in kept}
    for one in found:
        if one[:2] not in kept and _in_row(words, one, starts, ends):
            kept[one[:2]] = one
            starts.add(one[0])
            ends.add(one[1])
    said = {gazetteer.fold(words.said(i, j)) for i, j in kept}
    kept.update({c[:2]: c for c in found if gazetteer.fold(words.said(*c[:2])) in said})
    return [_name(words, kept[key]) for key in sorted(kept)]


def _told(words: Words, one: Candidate, country: str | None) -> bool:
    """True where the words around the name, or the name itself, say it is a place."""
    i, j, entry = one
    if entry is not None and (entry.kind != "town" or headed(words, j)):
        return True
    if headed(words, j):
        return True
    label = words.entity(i)[0]
    common = j - i == 1 and words[i].lower in words.small
    shaped = entry is not None or all(_TITLE.match(w.text) for w in words.all[i:j])
    if common or not shaped:
        return False
    if label in PLACES or (j - i > 1 and words[i].lower in place_words("fronts")):
        return True
    if words[i].short:
        return False
    if entry is None:
        # An unknown name is often taken for a person's; nobody flees to a person.
        away = moved(words, i) and label == "PERSON" and j - i == 1
        return away or (led(words, i) and label not in _NO_PLACES)
    near = entry.country == country and label and len(entry.name) > 4
    large = entry.population >= _LARGE and label not in _NO_PLACES
    return bool(near or large) or led(words, i)


def _in_row(words: Words, one: Candidate, starts: Set[int], ends: Set[int]) -> bool:
    """True where it stands in a row with a place: "Arran, Bute and Cumbrae", "Bute (Arran)".

    starts, ends: the words where the places known so far begin, and those behind them.
    """
    i, j, entry = one
    if words[i].short:
        return False
    for b in {i - 1, i} & ends:
        between = words.text[words[b - 1].stop : words[i].start]
        if _ROW.fullmatch(between) or (entry and between == " ("):
            return True
    stop = words[j - 1].stop
    return any(_ROW.fullmatch(words.text[stop : words[a].start]) for a in {j, j + 1} & starts)


def _name(words: Words, one: Candidate) -> Name:
    """The name with its side ("northern"), and its head noun ("province")."""
    i, j, entry = one
    core, stop, whole = words[i].start, words[j - 1].stop, words[j - 1].stop == words[j - 1].end
    first, last = i, j
    sides = place_words("sides") | {"lake", "river", "mount"}
    while first and words[first].joined and words[first - 1].lower in sides:
        first -= 1
    if whole and words.behind(last) in _COMPASS and words[last].capital:
        last += 1
    while whole and headed(words, last) and last < j + 2:
        last += 1
    return Name(words[first].start, words[last - 1].stop, core, stop, entry)
