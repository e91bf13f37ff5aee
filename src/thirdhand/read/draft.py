"""One sentence -> drafts of claims: figures, incidents, conditions, statements."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from thirdhand.model import Event
from thirdhand.read.anchor import Draft
from thirdhand.read.condition import conditions
from thirdhand.read.incident import happenings, parties
from thirdhand.read.indicated import Indicated
from thirdhand.read.saying import Saying
from thirdhand.read.span import text_of, whole

# Totals over a stretch of time are figures; a happening has a day.
_TOTAL = re.compile(
    r"\b(?:since|so far|this year|in all|in total|toll|brings? the|the year's"
    r"|months of|documented|recorded|put the (?:killings|dead))\b|\bin (?:19"
    r"|20)\d\d\b",
    re.IGNORECASE,
)
_FIRE = re.compile(
    r"(?<!open )(?<!opened )(?<!opening )(?<!under )\b(?:fires?|blaze)\b", re.IGNORECASE
)
_PLAN = re.compile(
    r"\b(?:his|her|its|their|the|a)\s+(?:order|plan|plans|decision|threat|proposal"
    r"|promise|pledge|intention|call|demand)\s+to\s+\w+(?:[^.;,]|\.(?=\w|,"
    r"| [a-z])){0,80}",
    re.IGNORECASE,
)


# Acts that are one happening only where the sentence is placed so; else they are running totals.
_PLACED: dict[str, frozenset[str]] = {
    "arrest": frozenset({"day"}),
    "attack": frozenset({"day"}),
    "disease": frozenset({"day", "lead"}),
    "escape-attempt": frozenset({"day", "lead"}),
    "repatriation": frozenset({"day", "month", "lead"}),
}


def figures(found: Sequence[Indicated], sent: Span, dated: frozenset[str]) -> Iterator[Draft]:
    """Figures and counted incidents of one sentence.

    dated: how the sentence is placed in time: "day", "month" where it names one, "lead" where it
    opens the account.

    The first count of a happening carries it; the others of its sentence are figures beside it.
    """
    told = [(row, event) for row in found if (event := _event(row, sent, dated))]
    # "120 families, 515 people": the people are the ones it happened to.
    first = next((pair for pair in told if pair[0].unit == "people"), told[0] if told else None)
    for row in found:
        count = row.count
        event = first[1] if first and first[0] is row else None
        yield Draft(
            "incident" if event else "figure",
            count.start,
            count.end,
            sent,
            0.9 if count.noun.word else 0.6,
            row.indicator,
            row.by,
            count.quantity.low,
            count.quantity.high,
            row.unit,
            count.quantity.hedge,
            count.noun.word,
            event,
            goes_on=row.indicator != "population",
            planned=row.planned,
            counted=not row.whole or row.indicator == "population",
        )


def _event(row: Indicated, sent: Span, dated: frozenset[str]) -> Event | None:
    fire = row.indicator in ("deaths", "injured") and _FIRE.search(text_of(sent))
    kind = "fire" if fire else row.event
    if (
        kind is None
        or row.whole
        or row.count.quantity.high == 0
        or (row.count.number.low != 1 and _TOTAL.search(text_of(sent)))
        or (kind in _PLACED and not dated & _PLACED[kind])
    ):
        return None
    actor, target = parties(row.verb)
    return Event(kind, None if fire else actor, target)  # type: ignore[arg-type]


def incidents(sent: Span, found: Sequence[Indicated], drafted: Sequence[Draft]) -> Iterator[Draft]:
    """Happenings without a number, where no count of the sentence tells of them."""
    counted = {row.event for row in found} | {d.event.type for d in drafted if d.event}
    if _TOTAL.search(text_of(sent)):
        return
    for row in happenings(sent):
        if row.type in counted or (row.type == "attack" and counted & {"killing", "fire"}):
            continue
        event = Event(row.type, row.actor, row.target)
        yield Draft("incident", row.start, row.end, sent, 0.6, event=event, goes_on=True)


def states(sent: Span, said: Sequence[Saying]) -> Iterator[Draft]:
    """Conditions, each cut to what the voice behind its strongest words says."""
    for told in conditions(sent):
        start, end = told.start, told.end
        inner = [c for s in said for c in s.content if c[0] <= told.key[0] and told.key[1] <= c[1]]
        if inner:
            first, last = min(inner, key=lambda c: c[1] - c[0])
            start, end = max(start, first), min(end, last)
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
    if end - start > 10:
        yield Draft("statement", start, end, sent, 0.5)
