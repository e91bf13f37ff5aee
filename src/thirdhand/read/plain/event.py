"""Figures and happenings of one sentence as drafts of claims."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from spacy.tokens import Span

from thirdhand.model import Event
from thirdhand.read.anchor import Draft
from thirdhand.read.plain.indicator import Counted
from thirdhand.read.plain.table import found, pattern, table

_DATED = frozenset(("arrest", "repatriation", "attack", "escape-attempt"))
Back = Callable[[int, int], tuple[int, int]]


def figures(
    code: str, rows: Sequence[Counted], text: str, sent: Span, back: Back, dated: bool
) -> Iterator[Draft]:
    """The counts of a sentence. `back` maps its folded offsets to the account's text.

    The first count of a happening carries it; a total over a stretch of time is a figure.
    """
    carried = False
    told = {kind for kind, words in _events(code) if words.search(text)}
    for row in rows:
        kind = None if carried else _event(code, row, text, dated or row.event in told)
        carried = carried or kind is not None
        start, end = back(row.count.start, row.count.end)
        yield Draft(
            "incident" if kind else "figure",
            start,
            end,
            sent,
            0.8 if row.count.noun.word else 0.6,
            row.indicator,
            row.by,
            row.count.quantity.low,
            row.count.quantity.high,
            row.unit,
            row.count.quantity.hedge,
            row.count.noun.word,
            Event(kind) if kind else None,  # type: ignore[arg-type]
            goes_on=row.indicator != "population",
            planned=row.planned,
            counted=not row.whole or row.indicator == "population",
        )


def _event(code: str, row: Counted, text: str, dated: bool) -> str | None:
    if row.event is None or row.whole or row.count.quantity.hedge == "vague":
        return None
    if row.count.number.low != 1 and pattern(code, "totals").search(text):
        return None
    if row.event == "attack" and pattern(code, "fire").search(text):
        return "fire"
    return None if row.event in _DATED and not dated else row.event


@cache
def _events(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((r["type"], found(code, r["words"])) for r in table(code)["events"])


def happenings(
    code: str, text: str, sent: Span, back: Back, drafted: Sequence[Draft]
) -> Iterator[Draft]:
    """Happenings told of without a number, where no counted one of the sentence tells of them."""
    taken = {d.event.type for d in drafted if d.event}
    counted = {d.indicator for d in drafted}
    if pattern(code, "totals").search(text) or pattern(code, "negotiated").search(text):
        return
    for kind, words in _events(code):
        match = words.search(text)
        if match is None or kind in taken or (kind == "killing" and counted & {"killed", "deaths"}):
            continue
        start, end = back(*match.span())
        event = Event(kind)  # type: ignore[arg-type]
        taken.add(event.type)
        yield Draft("incident", start, end, sent, 0.5, event=event, goes_on=True)
