"""Questions that no gap makes: documents cited and not held, contradictions that stand."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from thirdhand.model import Claim, Contradiction, Missing, Period, Request, Vocabulary, content_id
from thirdhand.visibility.alarms.contradiction import few
from thirdhand.visibility.asking import MOST
from thirdhand.visibility.phrases import days, say
from thirdhand.visibility.requests import Look
from thirdhand.visibility.slot import names

# Nobody writes more letters of one kind.
MOST_OF_A_KIND = 20


def documents(
    missing: Iterable[Missing], claims: Mapping[str, Claim], look: Look
) -> Iterator[Request]:
    """Get what is cited and not held, what most rests on first. claims: of the site, by id."""
    rows = [(m, [c for c in m.claims if c in claims]) for m in missing]
    rows.sort(key=lambda r: (-len(r[1]), -len(r[0].cited_by), r[0].name))
    for row, mine in [r for r in rows if r[1]][:MOST_OF_A_KIND]:
        yield _document(row, mine, claims, look)


def contradictions(
    rows: Iterable[Contradiction],
    claims: Mapping[str, Claim],
    vocabulary: Vocabulary,
    small: int,
    look: Look,
) -> Iterator[Request]:
    """Ask both sides which of two figures holds, the newest first. rows: those that stand.

    Figures of people below `small` are not told.
    """
    pairs = [(row, [claims[c] for c in row.claims]) for row in rows]
    pairs.sort(key=lambda p: (_told(p[1], look), p[0].id), reverse=True)
    for row, sides in pairs[:MOST_OF_A_KIND]:
        indicator = vocabulary.get(row.indicator)
        what = indicator.label if indicator else row.indicator.replace("-", " ")
        period = _period(sides)
        voices = [look.asker.voice(c) for c in sides]
        quotes = (
            f"“{' '.join(c.span.quote.split())}” ({name})"
            for name, c in zip(voices, sides, strict=True)
        )
        choice = "" if few(sides, small) else f": {' or '.join(quotes)}"
        to = [
            look.asker.one(c.chain[-1], "passed on one of the two")
            if c.speaker_kind == "unnamed"
            else look.asker.one(name, "told one of the two")
            for name, c in zip(voices, sides, strict=True)
        ]
        yield Request(
            id=content_id("request", look.site.id, "contradiction", row.id),
            question=f"Which is right for “{what}” in {look.site.name}, {days(period)}{choice}?",
            to=tuple({t.name: t for t in to}.values()),
            cells=(),
            why="Both cannot be right, and nothing told since settles it.",
            kind="contradiction",
            period=period.end[:7],
            sector=indicator.sector if indicator else "",
            claims=row.claims,
        )


def by_turns(one: Iterable[Request], other: Iterable[Request]) -> list[Request]:
    """The first of each, the second of each, and so on."""
    pairs = zip_longest(one, other)
    return [row for pair in pairs for row in pair if row is not None]


def _document(
    row: Missing, mine: Sequence[str], claims: Mapping[str, Claim], look: Look
) -> Request:
    outlets = Counter(claims[c].chain[-1] for c in mine)
    citing = [n for n in sorted(outlets, key=lambda n: (-outlets[n], n)) if n != row.name]
    owners = [row.name] if row.kind != "document" else look.asker.named_in(row.name)
    to = [look.asker.one(n, "it is theirs") for n in owners]
    to += [look.asker.one(n, "cites it") for n in citing if n not in owners]
    what = f"the document “{row.name}”" if row.kind == "document" else f"what {row.name} wrote"
    rest = "1 claim" if len(mine) == 1 else f"{len(mine):,} claims"
    first = min((d for c in mine if (d := look.asker.day(claims[c]))), default=None)
    when = f" on {say(first)}" if first and len(citing) == 1 else ""
    since = f", first on {say(first)}" if first and len(citing) > 1 else ""
    return Request(
        id=content_id("request", look.site.id, "document", row.id),
        question=f"Can we have {what}, which {names(citing, 3)} cited{when}{since}?",
        to=tuple(to[:MOST]),
        cells=(),
        why=(
            f"{rest} about {look.site.name} rest{'s' if len(mine) == 1 else ''} on it, and it is "
            "not held: nobody here can check its words."
        ),
        kind="document",
        claims=tuple(mine),
    )


def _told(sides: Sequence[Claim], look: Look) -> dt.date:
    """When the later of the two was told."""
    return max((day for c in sides if (day := look.asker.day(c))), default=dt.date.min)


def _period(sides: Sequence[Claim]) -> Period:
    """The later of the two; an undated pair is no contradiction."""
    return max((c.period for c in sides if c.period), key=lambda p: (p.end, p.start))
