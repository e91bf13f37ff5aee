"""Names in small letters, written large, so that they are met as all others are."""

import re
from collections.abc import Callable
from functools import lru_cache

from thirdhand.mask.rows import named_by_form
from thirdhand.mask.words import Word, listed_in, table, words

# So few of its words are written large where somebody types without large letters.
FEW = 0.05
_OPENING = re.compile(r"(?:^|[.!?]\s+|\n)\s*([^\W\d_])")


@lru_cache(maxsize=1 << 14)
def caseless(text: str) -> bool:
    """True for a text whose writer does not use large letters for names."""
    openings = [found[1] for found in _OPENING.finditer(text)]
    small = sum(letter.islower() for letter in openings)
    if small * 2 <= len(openings):
        return False
    row = list(words(text))
    large = sum(word.text[0].isupper() for word in row)
    return bool(row) and large <= FEW * len(row)


def raised(text: str, common: Callable[[str], bool]) -> str:
    """`text` with a large first letter for each word in small letters that may be a name.

    Given names, and what follows *umm* or *abu*; in a text without large letters all words that
    are not `common` (a key is asked). The length stays.
    """
    lists = table()
    given, kunya, bare = lists["given"], lists["kunya"], caseless(text)
    titles = listed_in("called", "kin", "honorifics")
    letters = list(text)
    row = list(words(text))
    placed = {w.start for first, last in named_by_form(text) for w in words(text, first, last)}
    for at, word in enumerate(row):
        if not word.text[0].islower():
            continue
        called = at > 0 and row[at - 1].key in kunya
        parent = word.key in kunya and at + 1 < len(row) and not common(row[at + 1].key)
        behind = (
            at > 1
            and row[at - 1].key in ("al", "el")
            and (letters[row[at - 2].start].isupper() or len(row[at - 2].text) == 1)
        )
        named = word.key in given or called or (bare and len(word.text) > 2)
        joined = behind and text[word.start - 1] == "-"
        # "nurse jwan", "mother mariam khatir": what no dictionary knows is a name there.
        before = row[at - 1] if at and text[row[at - 1].end : word.start] in (" ", ". ") else None
        if before and len(word.text) > 2 and not common(word.key):
            named |= before.key in titles or (
                before.text[0].islower() and (letters[before.start].isupper())
            )
        if (
            parent
            or joined
            or (word.start in placed and word.key not in lists["particles"])
            or (named and not common(word.key) and word.key not in lists["particles"])
        ):
            _raise(letters, word)
    return "".join(letters)


def _raise(letters: list[str], word: Word) -> None:
    large = letters[word.start].upper()
    if len(large) == 1:
        letters[word.start] = large
