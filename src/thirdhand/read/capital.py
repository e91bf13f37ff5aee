"""The words of a text as a finder of names needs them: what begins large, what stands together."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from spacy.tokens import Doc

from thirdhand.read.span import whole

_WORD = re.compile(r"(?:[A-Z]\.){2,4}|[^\W\d_](?:[-’'‘ʼ`]?[^\W_])*")
# What hangs on a name: "Aden's", and the mark of a footnote in "Aden2".
_HANGING = re.compile(r"[’'][sS]$|(?<=[a-z]{3})\d{1,2}$")
_ARTICLE = re.compile(r"(?:[ae]l|[ae][rdstzn]|ash|d|l)[-’'][^\W\d_a-zà-þ]")


class Word(NamedTuple):
    """text[start:end] is a word; `stop` stands before its "'s".

    lower: as the tables have it. joined: to the word before. capital: it begins as a name does:
    "Bab", "al-Bab", and not "iPhone".
    """

    start: int
    end: int
    stop: int
    text: str
    lower: str
    joined: bool
    capital: bool

    @property
    def short(self) -> bool:
        """True for what looks like an abbreviation: "WFP"."""
        return self.text.isupper() and len(self.text) < 6


class Words:
    """The words of one text, and what the parser takes them for."""

    def __init__(self, doc: Doc) -> None:
        self.text = whole(doc)
        self.all: Sequence[Word] = tuple(_words(doc))
        # Words of the text in small letters: a name that is also one of them is a common word.
        self.small = frozenset(w.text for w in self.all if w.text.islower())
        self._entities = [(e.start_char, e.end_char, e.label_) for e in doc.ents]

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, index: int) -> Word:
        return self.all[index]

    def said(self, i: int, j: int) -> str:
        """The words from i up to j, as the text has them."""
        return self.text[self.all[i].start : self.all[j - 1].stop]

    def entity(self, i: int) -> tuple[str, int, int]:
        """(label, start, end) of the parser's entity at word i; ("", -1, -1) for none."""
        at = self.all[i].start
        index = bisect_right(self._entities, at, key=itemgetter(0)) - 1
        if index < 0 or self._entities[index][1] <= at:
            return "", -1, -1
        start, end, label = self._entities[index]
        return label, start, end

    def behind(self, j: int) -> str:
        """Word j in small letters, where it stands right behind the word before; else ""."""
        return self.all[j].lower if j < len(self.all) and self.all[j].joined else ""


def _words(doc: Doc) -> Iterator[Word]:
    """The words of a text. Words of two sentences are never joined."""
    text, last = whole(doc), -1
    breaks = deque(sent.start_char for sent in doc.sents)
    for match in _WORD.finditer(text):
        (start, end), word = match.span(), match[0]
        same = last > 0
        while breaks and breaks[0] <= start:
            same = breaks.popleft() < last and same
        joined = same and text[last:start] in (" ", "-")
        stop = start + len(_HANGING.sub("", word))
        capital = word[0].isupper() or bool(_ARTICLE.match(word))
        yield Word(start, end, stop, word, word.lower(), joined, capital)
        last = end
