"""The words of a text as a finder of names needs them: what begins large, what stands together."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

_WORD = re.compile(r"(?:[A-Z]\.){2,4}|[^\W\d_](?:[-’'‘ʼ`]?[^\W_])*")
# What hangs on a name: "Aden's", and the mark of a footnote in "Aden2".
_HANGING = re.compile(r"[’'][sS]$|(?<=[a-z]{3})\d{1,2}$")
_ARTICLE = re.compile(r"(?:[ae]l|[ae][rdstzn]|ash|d|l)[-’'][^\W\d_a-zà-þ]")


@dataclass(frozen=True, slots=True)
class Word:
    """text[start:end] is a word; `stop` stands before its "'s". joined: to the word before."""

    start: int
    end: int
    stop: int
    text: str
    joined: bool

    @property
    def lower(self) -> str:
        """The word in lower case, as the tables have it."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """True where it begins as a name does: "Bab", "al-Bab", and not "iPhone"."""
        return self.text[0].isupper() or bool(_ARTICLE.match(self.text))

    @property
    def short(self) -> bool:
        """True for what looks like an abbreviation: "WFP"."""
        return self.text.isupper() and len(self.text) < 6


class Words:
    """The words of one text, and what the parser takes them for."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.all: Sequence[Word] = tuple(_words(doc))
        # Words of the text in small letters: a name that is also one of them is a common word.
        self.small = frozenset(w.text for w in self.all if w.text.islower())
        self._entity: dict[int, tuple[str, int, int]] = {}
        for ent in doc.ents:
            whole = (ent.label_, ent.start_char, ent.end_char)
            self._entity.update(dict.fromkeys(range(ent.start_char, ent.end_char), whole))

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, index: int) -> Word:
        return self.all[index]

    def said(self, i: int, j: int) -> str:
        """The words from i up to j, as the text has them."""
        return self.text[self.all[i].start : self.all[j - 1].stop]

    def entity(self, i: int) -> tuple[str, int, int]:
        """(label, start, end) of the parser's entity at word i; ("", -1, -1) for none."""
        return self._entity.get(self.all[i].start, ("", -1, -1))

    def behind(self, j: int) -> str:
        """Word j in small letters, where it stands right behind the word before; else ""."""
        return self.all[j].lower if j < len(self.all) and self.all[j].joined else ""


def _words(doc: Doc) -> Iterator[Word]:
    """The words of a text. Words of two sentences are never joined."""
    text = doc.text
    breaks = [sent.start_char for sent in doc.sents]
    last = -1
    for match in _WORD.finditer(text):
        start, end = match.span()
        same = last > 0 and bisect_right(breaks, start) == bisect_right(breaks, last - 1)
        joined = same and text[last:start] in (" ", "-")
        stop = start + len(_HANGING.sub("", match[0]))
        yield Word(start, end, stop, match[0], joined)
        last = end
