"""The words between the blocks, the same in every format but the page, which has its own marks."""

from collections.abc import Iterator

from thirdhand.brief.outline import Conflicts, Head, Listing, Outline, Question, Quote, Table, Trend
from thirdhand.brief.wording import capital, day, share

FOR = {"public": "for the public", "partners": "for partners", "internal": "for internal use"}


def under(head: Head) -> str:
    """The line under the title: what it is, its months, what was known, for whom, when made."""
    span = head.first if head.first == head.last else f"{head.first} to {head.last}"
    known = f"as known on {head.as_of}" if head.as_of else ""
    reader = FOR.get(head.audience, "")
    parts = (capital(head.kind), span, known, reader, f"made {head.made}")
    return " · ".join(part for part in parts if part)


def strip(head: Head) -> tuple[tuple[str, str], ...]:
    """The counts at the top: what is counted, and how many."""
    counts = {
        "account": head.accounts,
        "voice": head.voices,
        "claim": head.claims,
        "contradiction": head.contradictions,
    }
    return (
        *((name if n == 1 else f"{name}s", f"{n:,}") for name, n in counts.items()),
        ("of the plan told of by anyone", share(head.any)),
        ("visibility index: seen by two or more voices", share(head.index)),
    )


def between(head: Head) -> Iterator[str]:
    """What the counts rest on, and what the index measures."""
    newest = f" The newest is of {head.newest}." if head.newest else ""
    yield f"{head.rests}{newest}"
    if not head.cells:
        yield head.unasked
        return
    one = head.first == head.last
    when = f"in {head.first}" if one else f"from {head.first} to {head.last}"
    lately = (
        f" Of those since {head.since}, anyone gives {share(head.lately_any)} and two or more "
        f"voices {share(head.lately)}."
    )
    yield (
        f"The plan asks for one answer per line and period: {head.cells:,} {when}. "
        f"Anyone at all gives {share(head.any)} of them; two or more independent "
        f"voices that agree give {share(head.index)}, which is the visibility index."
        f"{lately if head.since else ''} It measures this collection, not the place: what nobody "
        "told is not known to be absent."
    )


def closing(block: Table | Listing | Conflicts) -> str:
    """Says so where only some of the rows are shown; "" where all are."""
    kept = len(block.rows)
    total = kept + block.beyond
    if total <= block.shown:
        return ""
    where = f"the first {kept:,} are" if block.beyond else "all are"
    return f"{block.shown:,} of {total:,} {block.what} shown; {where} in brief.json."


def asked(question: Question) -> str:
    """Why it is asked, and whom to ask."""
    why = f"{question.why} " if question.why else ""
    if question.ask:
        return f"{why}Ask: {'; '.join(question.ask)}."
    return f"{why}Nobody held has told of this: whom to ask is open."


def course(trend: Trend) -> str:
    """What a small line shows, for those who cannot see it: its time and which way it goes."""
    (first, before), (last, after) = trend[0], trend[-1]
    way = "lower than" if after < before else "higher than" if after > before else "as high as"
    return f"{len(trend)} values, {day(first)} to {day(last)}: at the end {way} at the start"


def from_where(quote: Quote) -> str:
    """Who says it, who passed it on and when it was published."""
    passed = f", told by {quote.outlet}" if quote.voice != quote.outlet else ""
    return f"{quote.voice}{passed}, published {quote.published}"


def checked(outline: Outline) -> str:
    """How many sentences the gate saw and stopped, and the head of the log of what it rests on."""
    log = outline.head.log
    return (
        f"{outline.checked:,} sentences checked, {outline.dropped:,} dropped. "
        f"{len(outline.notes):,} endnotes.{f' Log {log}.' if log else ''}"
    )
