"""One sentence -> drafts of claims: figures, incidents, conditions, statements."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from thirdhand.model import Event
from thirdhand.read.anchor import Draft
from thirdhand.read.attribution import Saying
from thirdhand.read.condition import conditions
from thirdhand.read.frame import negated
from thirdhand.read.incident import happenings, parties
from thirdhand.read.indicator import Indicated

# Totals over a stretch of time are figures; a happening has a day.
_TOTAL = re.compile(
    r"\b(?:since|so far|this year|in all|in total|toll|brings? the|the year's|months of|documented|recorded|put the (?:killings|dead))\b|\bin (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:his|her|its|their|the|a)\s+(?:order|plan|plans|decision|threat|proposal|promise|pledge|intention|call|demand)\s+to\s+\w+[^.;,]{0,80}",
    re.IGNORECASE,
)


def figures(found: Sequence[Indicated], sent: Span) -> Iterator[Draft]:
    """Figures and counted incidents of one sentence."""
    events: set[str] = set()
    for row in found:
        count = row.count
        event = None
        if row.event and not row.whole and not row.planned and not _TOTAL.search(sent.text):
            actor, target = parties(count.sent)
            event = Event(row.event, actor, target)  # type: ignore[arg-type]
            if (
                row.event == "killing"
                and row.indicator == "deaths"
                and re.search(r"\bfires?\b|\bblaze\b", sent.text)
            ):
                event = Event("fire", None, target)
            events.add(event.type)
        no = any(
            negated(t)
            for t in count.token.ancestors
            if t.pos_ in ("VERB", "AUX") and t.i - count.token.i < 4
        )
        yield Draft(
            "incident" if event else "figure", count.start, count.end, sent, 0.9 if count.noun.word else 0.6,
            row.indicator, row.by, count.quantity.low, count.quantity.high, row.unit,
            count.quantity.hedge, count.noun.word, event, goes_on=row.indicator != "population", planned=row.planned, negated=no and False,
            counted=not row.whole or row.indicator in ("population",),
        )  # fmt: skip


def incidents(sent: Span, drafted: Sequence[Draft]) -> Iterator[Draft]:
    """Happenings whose type no counted incident of the sentence has."""
    taken = {d.event.type for d in drafted if d.event}
    if _TOTAL.search(sent.text):
        return
    for row in happenings(sent):
        if row.type not in taken:
            yield Draft(
                "incident",
                row.start,
                row.end,
                sent,
                0.6,
                event=Event(row.type, row.actor, row.target),
            )


def states(sent: Span) -> Iterator[Draft]:
    for told in conditions(sent):
        yield Draft(
            "condition",
            told.start,
            told.end,
            sent,
            0.5,
            indicator=told.condition.sector,
            condition=told.condition,
        )


def statements(sent: Span, said: Sequence[Saying], drafted: Sequence[Draft]) -> Iterator[Draft]:
    """What somebody says that no other claim of the sentence holds, and plans named as such."""
    for row in said:
        for start, end in row.content:
            if sent.start_char <= start < sent.end_char and not any(
                d.start < end and start < d.end for d in drafted
            ):
                yield from _trimmed(sent, start, end)
    for match in _PLAN.finditer(sent.text):
        start = sent.start_char + match.start()
        yield Draft(
            "statement",
            start,
            sent.start_char + len(sent.text[: match.end()].rstrip()),
            sent,
            0.5,
            planned=True,
        )


def _trimmed(sent: Span, start: int, end: int) -> Iterator[Draft]:
    text = sent.doc.text
    while start < end and text[start] in " ,.;:\"“”'":
        start += 1
    while end > start and text[end - 1] in " ,.;:\"“”'":
        end -= 1
    if end - start > 10:
        yield Draft("statement", start, end, sent, 0.5)
