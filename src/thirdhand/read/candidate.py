"""Stretches of words that may name a place: the longest known name, else what is written as one."""

from collections.abc import Iterator

from thirdhand.read import gazetteer
from thirdhand.read.capital import Words
from thirdhand.read.lexicon import place_words

PLACES = ("GPE", "LOC", "FAC")
_PARTICLES = frozenset("de del da do dos du la le les el al ar ad as ash at az ez".split())
_INNER = _PARTICLES | {"of", "the", "and"}
_LONGEST = 6

Candidate = tuple[int, int, gazetteer.Entry | None]


def candidates(words: Words, country: str | None) -> Iterator[Candidate]:
    """(first word, word behind the last, its place), left to right, none inside another."""
    i = 0
    while i < len(words):
        j, entry = _longest(words, i, country) if words[i].capital else (i, None)
        if j > i:
            yield i, j, entry
        i = max(j, i + 1)


def _longest(words: Words, i: int, country: str | None) -> tuple[int, gazetteer.Entry | None]:
    last = _run(words, i)
    if (j := _entity(words, i, last)) > i:
        return j, known(words, i, j, country)
    for j in range(last, i, -1):
        if words[j - 1].capital and (entry := known(words, i, j, country)):
            return j, entry
    return _unknown(words, i, last), None


def known(words: Words, i: int, j: int, country: str | None) -> gazetteer.Entry | None:
    """The place that the words from i to j name; None for common words and numbers of money."""
    said = words.said(i, j)
    if all(w.lower in place_words("sides") for w in words.all[i:j]):
        return None
    if j - i == 1 and (words[i].lower in _common() or len(said) < 2):
        return None
    if words.text[words[j - 1].end :][:1] == "$":
        return None
    listed = gazetteer.listed(said)
    if listed or len(said) < 3 or " and " in said:
        return listed
    return gazetteer.find(said, country)


def in_table(words: Words, k: int) -> bool:
    """True where word k alone names a country or a part of the world."""
    return gazetteer.listed(words.said(k, k + 1)) is not None


def _common() -> frozenset[str]:
    return place_words("never") | place_words("heads")


def _run(words: Words, i: int) -> int:
    """The end of the capitalised words from i on; two small words may stand between."""
    last = j = i + 1
    while j < min(len(words), i + _LONGEST) and words[j].joined:
        if words[j].capital:
            last = j + 1
        elif words[j].text not in _INNER or j > last + 1:
            break
        j += 1
    return last


def _unknown(words: Words, i: int, last: int) -> int:
    """The end of a name no table holds: its capitals up to a head noun, or a known place."""
    stops = _common() | place_words("sides")
    j = i
    for k in range(i, last):
        word = words[k]
        if word.capital:
            if word.lower in stops or (k > i and in_table(words, k)):
                break
            j = k + 1
        elif word.text not in _PARTICLES:
            break
        if word.stop < word.end:
            break
    return j


def _entity(words: Words, i: int, last: int) -> int:
    """The end of a place of several words that the parser sees, or that a front word opens."""
    label, start, end = words.entity(i)
    if start != words[i].start or label not in PLACES:
        front = words[i].lower in place_words("fronts")
        j = _unknown(words, i, last) if front else i
        return j if j > i + 1 else i
    j = i
    while j < last and words[j].stop <= end:
        j += 1
    odd = _common() | place_words("sides") | {"and", "of", "the"}
    if j < i + 2 or not words[j - 1].capital or any(w.lower in odd for w in words.all[i:j]):
        return i
    return i if any(in_table(words, k) for k in range(i, j)) else j
