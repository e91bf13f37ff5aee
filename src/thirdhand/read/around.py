"""What the words around a name say: that it is a place, or that it is somebody's."""

import re

from thirdhand.read.candidate import in_table
from thirdhand.read.capital import Words
from thirdhand.read.lexicon import place_words

_COUNTED = re.compile(r"\d (?:to|from) \Z")


def led(words: Words, i: int) -> bool:
    """True behind a word of place: "in", "near the northern", "fled to"."""
    return _before(words, i) in place_words("prepositions") or moved(words, i)


def headed(words: Words, j: int) -> bool:
    """True where word j is a head noun of places: "province"."""
    return words.behind(j) in place_words("heads")


def barred(words: Words, i: int, j: int) -> bool:
    """True where the name is part of a person's or an organisation's."""
    organisations = place_words("organisations")
    if any(w.lower in organisations for w in words.all[i:j]):
        return True
    if words.text[words[j - 1].stop : words[j - 1].end] in ("'s", "’s"):
        return False
    k = j
    while k < min(len(words), j + 4) and words[k].joined and words[k].capital:
        if words[k].lower in organisations and not headed(words, j):
            return True
        k += 1
    return _before(words, i) in place_words("titles") or _office(words, i) or _personal(words, i, j)


def _before(words: Words, i: int) -> str:
    """The word before word i, articles and sides left out; "" across a stop."""
    k = i - 1
    while k >= 0 and words[k + 1].joined:
        if words[k].lower not in ("the", "a") and words[k].lower not in place_words("sides"):
            return words[k].lower
        k -= 1
    return ""


def moved(words: Words, i: int) -> bool:
    """True as in "fled to", "displaced from", "on the way to", "12 from"."""
    k = i - 1
    if k < 1 or words[k].text not in ("to", "from") or not words[i].joined:
        return False
    if _COUNTED.search(words.text[max(0, words[i].start - 9) : words[i].start]):
        return True
    return any(w.lower in place_words("motion") for w in words.all[max(0, k - 4) : k])


def _office(words: Words, i: int) -> bool:
    """As in "Bank of Aden", "OXFAM Aden": the place of an organisation."""
    k = i - 1
    if k < 0 or not words[i].joined:
        return False
    if words[k].text == "the" and k:
        k -= 1
    if words[k].text == "of" and k:
        head = words[k - 1]
        return head.capital and head.lower.removesuffix("s") in place_words("organisations")
    loud = words[k].text.isupper() and len(words[k].text) > 2 and not words[i].text.isupper()
    common = place_words("never") - place_words("agencies")
    return loud and not in_table(words, k) and words[k].lower not in common


def _personal(words: Words, i: int, j: int) -> bool:
    """True where the parser sees a longer name of a person here, head nouns left out."""
    label, start, end = words.entity(i)
    if label != "PERSON":
        return False
    stop = words[j - 1].stop
    while headed(words, j) and end > stop + 1:
        stop, j = words[j].stop, j + 1
    return start < words[i].start or end > stop + 2
