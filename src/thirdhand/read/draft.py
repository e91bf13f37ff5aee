"""One sentence -> drafts of claims: figures, incidents, conditions, statements."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from thirdhand.read.anchor import Draft
from thirdhand.read.condition import conditions
from thirdhand.read.indicated import Indicated
from thirdhand.read.saying import Saying
from thirdhand.read.span import text_of, whole
from thirdhand.read.telling import Happening

_PLAN = re.compile(
    r"\b(?:his|her|its|their|the|a)\s+(?:order|plan|plans|decision|threat|proposal"
    r"|promise|pledge|intention|call|demand)\s+to\s+\w+(?:[^.;,]|\.(?=\w|,"
    r"| [a-z])){0,80}",
    re.IGNORECASE,
)


def figures(found: Sequence[Indicated], happened: Sequence[Happening]) -> Iterator[Draft]:
    """The counts of one sentence: incidents where they carry a happening, else figures."""
    carried = {id(h.row): h for h in happened if h.row is not None}
    for row in found:
        count, happening = row.count, carried.get(id(row))
        start, end = (happening.start, happening.end) if happening else (count.start, count.end)
        yield Draft(
            "incident" if happening else "figure",
            start,
            end,
            count.sent,
            0.9 if count.noun.word else 0.6,
            row.indicator,
            row.by,
            count.quantity.low,
            count.quantity.high,
            row.unit,
            count.quantity.hedge,
            count.noun.word,
            happening.event if happening else None,
            goes_on=row.indicator != "population",
            planned=row.planned,
            possible=row.possible,
            counted=not count.often and (not row.whole or row.indicator == "population"),
            negated=_denied(row),
        )


def _denied(row: Indicated) -> bool:
    """True where the count is told not to be so; "no one was killed" denies that anybody was."""
    none = row.count.number.start == row.count.number.end and row.count.quantity.high == 0
    return none or (row.verb is not None and any(c.dep_ == "neg" for c in row.verb.children))


def incidents(happened: Sequence[Happening], sent: Span) -> Iterator[Draft]:
    """Happenings without a number."""
    for row in happened:
        if row.row is None:
            yield Draft("incident", row.start, row.end, sent, 0.6, event=row.event, goes_on=True)


def states(sent: Span, said: Sequence[Saying]) -> Iterator[Draft]:
    """Conditions, each cut to what the voice behind its strongest words says."""
    for told in conditions(sent):
        start, end = told.start, told.end
        inner = [c for s in said for c in s.content if c[0] <= told.key[0] and told.key[1] <= c[1]]
        if inner:
            first, last = min(inner, key=lambda c: c[1] - c[0])
            start, end = max(start, first), min(end, last)
        start = _behind_that(sent, start, end)
        yield Draft(
            "condition",
            start,
            end,
            sent,
            0.5,
            indicator=told.condition.sector,
            condition=told.condition,
        )


def statements(sent: Span, said: Sequence[Saying], drafted: Sequence[Draft]) -> Iterator[Draft]:
    """What somebody says that no other claim of the sentence holds, and plans named as such."""
    here = (
        (start, end)
        for row in said
        for start, end in row.content
        if sent.start_char <= start < sent.end_char
    )
    for start, end in here:
        if not any(d.start < end and start < d.end for d in drafted):
            yield from _trimmed(sent, start, end)
    for match in _PLAN.finditer(text_of(sent)):
        start = sent.start_char + match.start()
        yield Draft(
            "statement",
            start,
            sent.start_char + len(text_of(sent)[: match.end()].rstrip()),
            sent,
            0.5,
            planned=True,
        )


def _trimmed(sent: Span, start: int, end: int) -> Iterator[Draft]:
    text = whole(sent.doc)
    while start < end and text[start] in " ,.;:\"“”'":
        start += 1
    while end > start and text[end - 1] in " ,.;:\"“”'":
        end -= 1
    start = _behind_that(sent, start, end)
    if end - start > 10:
        yield Draft("statement", start, end, sent, 0.5)


def _behind_that(sent: Span, start: int, end: int) -> int:
    """Where what is said begins behind the "that" which leads it: "said that it lacks staff"."""
    first = sent.doc.char_span(start, end, alignment_mode="expand")
    if first is None or len(first) < 2 or first[0].lower_ != "that" or first[0].dep_ != "mark":
        return start
    return first[1].idx
