"""When a claim holds: which of the times named near it is its own."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from thirdhand.model import Period
from thirdhand.read.saying import Saying
from thirdhand.read.when import Time


def period_of(
    words: tuple[int, int],
    sent: Span,
    times: Sequence[Time],
    said: Sequence[Saying],
    published: Period | None,
) -> tuple[Period | None, bool]:
    """(period, stated) of what text[words] tells.

    A time that hangs on the verb of saying ("said on Monday") tells when it was said; it serves
    only where the sentence names no other.
    """
    here = [t for t in times if sent.start_char <= t.start < sent.end_char and t.stretch]
    spoken = [t for t in here if _spoken(t, sent.doc, said)]
    text, base = sent.text, sent.start_char
    own = [t for t in here if t not in spoken]
    for pool in (own, spoken):
        if pool:
            near = min(
                pool,
                key=lambda t: (
                    _gap(t, words)
                    + _detour(
                        t.start - base, t.end - base, (words[0] - base, words[1] - base), text
                    )
                ),
            )
            return _period(near, published), True
    if published is None:
        return None, False
    return published, False


def _period(time: Time, published: Period | None) -> Period | None:
    stretch = time.stretch
    if stretch is None:
        return None
    last = stretch.last
    if time.since and published is not None and published.last >= stretch.first:
        last = published.last
    return Period(stretch.first.isoformat(), last.isoformat(), stretch.precision, "stated")


def _spoken(time: Time, doc: Doc, said: Sequence[Saying]) -> bool:
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    verb = _verb(span.root) if span is not None else None
    return verb is not None and any(
        s.cue and s.cue[0] <= verb.idx < s.cue[1] and not s.covers(time.start, time.end)
        for s in said
    )


def _verb(token: Token) -> Token | None:
    node = token
    while node.head != node:
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            return node
    return node if node.pos_ in ("VERB", "AUX") else None


def _gap(time: Time, words: tuple[int, int]) -> int:
    return max(time.start - words[1], words[0] - time.end, 0)


def _detour(start: int, end: int, words: tuple[int, int], text: str) -> int:
    """How many clause breaks lie between the words and the time, each as far as 40 characters."""
    between = text[min(end, words[1]) : max(start, words[0])]
    return 40 * sum(
        between.count(mark) for mark in (";", ":", " and ", " but ", " while ")
    ) + 10 * between.count(",")
