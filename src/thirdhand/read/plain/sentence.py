"""Sentences by their marks, and a Doc that holds one token a sentence."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.vocab import Vocab

LONGEST = 1000  # characters: a longer one is cut at a space, so that time grows with the text
_END = re.compile(r"[.!?؟…]+[\"')]*(?=\s|$)\s*|\n+")
_SHORT = re.compile(r"(?<!\w)(?:\w|MM|Mme|Mmes|Mlle|Dr|Pr|St|Gén|art|cf|env|etc|vs|av|no)$")
_FINISHED = re.compile(r"[.!?؟:…\"')]\s*$")


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence of folded text; together they are the whole text."""
    start = 0
    for end in (*_ends(text), len(text)):
        while end - start > LONGEST:
            space = text.rfind(" ", start + 1, start + LONGEST)
            stop = space + 1 if space > start else start + LONGEST
            yield start, stop
            start = stop
        if end > start:
            yield start, end
            start = end


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        before = text[max(0, match.start() - 80) : match.start()]
        if match[0].startswith("\n"):
            if not _goes_on(before, match[0], text[match.end() : match.end() + 1]):
                yield match.end()
        elif not (match[0][0] == "." and _SHORT.search(before[-6:])):
            yield match.end()


def _goes_on(before: str, breaks: str, following: str) -> bool:
    """True where a line end wraps prose: a long line without a stop, no capital behind it."""
    long = len(before.rpartition("\n")[2]) > 60
    finished = _FINISHED.search(before[-5:])
    return breaks == "\n" and long and not finished and not re.match(r"[-*•–]|[A-ZÀ-Þ]", following)


def doc_of(text: str, stretches: list[tuple[int, int]]) -> Doc:
    """A Doc over `text`, cut at the stretches: one token and one sentence each.

    It carries no parse; what takes a sentence as a Span of a Doc can take its sentences.
    """
    whole = re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    words = [whole[a:b] for a, b in stretches]
    # A vocabulary of its own: the words of a shared one would stay in memory for good.
    return Doc(Vocab(), words=words, spaces=[False] * len(words), sent_starts=[True] * len(words))
