"""How much of the plan was seen, month by month, beside how many were heard."""

from collections.abc import Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Chart, Datum, Listing
from thirdhand.brief.parts.blind import TOLD, months_of
from thirdhand.brief.wording import counted, day, listed, share
from thirdhand.model import Cell, Sight

# The months that say how things stand now, beside the whole of the plan.
LATELY = 12
# Fewer months make no picture.
DRAWN = 4
SHOWN = 12
NAMED = 5
TITLE = "How much of the plan this collection shows, by month"


def chart(facts: Facts) -> Chart:
    """The visibility index month by month, with the accounts and voices heard."""
    rows = facts.dossier.view.sights
    alt = "There are too few months to draw."
    if len(rows) < DRAWN:
        return Chart("sight", TITLE, alt, ())
    best = max(rows, key=lambda s: (s.index, s.period))
    last = rows[-1]
    most = f"Highest in {day(best.period)} with {share(best.index)}"
    if not best.index:
        most = "In no month was any of it seen so"
    alt = (
        f"Chart: share of the plan seen by two or more voices, {day(rows[0].period)} to "
        f"{day(last.period)}. {most}; in the last "
        f"month {share(last.index)}, and {share(last.any)} told by anyone, from "
        f"{counted(last.accounts, 'account')} and {counted(last.voices, 'voice')}. Below it the "
        "accounts and voices heard in each month."
    )
    return Chart("sight", TITLE, alt, tuple(_drawn(rows)))


def listing(facts: Facts) -> Listing:
    """The same as a table, the newest month first."""
    rows = tuple(
        (day(s.period), share(s.index), share(s.any), f"{s.accounts:,}", f"{s.voices:,}")
        for s in reversed(facts.dossier.view.sights)
    )
    columns = (
        "Month", "Visibility index: seen by two or more voices", "Told by anyone",
        "Accounts heard", "Voices heard",
    )  # fmt: skip
    caption = "How much of the plan was seen, and how many were heard"
    return Listing("months", caption, columns, rows, SHOWN, "months", columns[1:])


def parts(facts: Facts) -> Chart:
    """How many cells of each month are in which state: what the index is made of."""
    rows = [s for s in facts.dossier.view.sights if s.states]
    data: tuple[Datum, ...] = tuple(
        {"first": f"{s.period}-01", "last": _next(s.period), "state": c.state, "cells": c.cells}
        for s in rows
        for c in s.states
        if c.cells
    )
    alt = "The parts of the index are not known."
    if rows:
        last = rows[-1]
        now = ", ".join(f"{c.cells:,} {c.state}" for c in last.states if c.cells)
        alt = f"Chart: the cells of the plan by state and month. In {day(last.period)}: {now}."
    return Chart("parts", "What the index is made of", alt, data)


def recent(facts: Facts) -> tuple[str, list[Cell]]:
    """The first of the last LATELY months of the plan, and the cells that end in them.

    ("", []) where no month is watched.
    """
    months = [s.period for s in facts.dossier.view.sights][-LATELY:]
    if not months:
        return "", []
    cells = facts.dossier.view.cells
    return months[0], [c for c in cells if months_of(c.period)[-1] >= months[0]]


def unseen(facts: Facts) -> str:
    """Which lines of the plan nobody tells of in the last months, in a sentence; "" for none."""
    since, cells = recent(facts)
    told = {c.label for c in cells if c.state in TOLD}
    silent = sorted({c.label for c in cells} - told)
    if not silent:
        return ""
    last = facts.dossier.view.sights[-1].period
    named = listed([f"“{label}”" for label in silent[:NAMED]])
    more = f" and {len(silent) - NAMED:,} more" if len(silent) > NAMED else ""
    when = f"in {day(last)}" if since == last else f"from {day(since)} to {day(last)}"
    return (
        f"What cannot be seen: of {counted(len(told) + len(silent), 'line')} of the plan nobody "
        f"tells of {len(silent):,} {when}: {named}{more}. That is no sign that nothing happened."
    )


def _drawn(rows: Sequence[Sight]) -> list[Datum]:
    """Each month from its first day on; the last one once more at its end, so that it is seen."""
    lines: list[Datum] = []
    begins = [(row, f"{row.period}-01") for row in rows]
    for row, first in (*begins, (rows[-1], _next(rows[-1].period))):
        lines += [
            {"first": first, "of": of, "line": line, "value": value}
            for of, line, value in (
                ("plan", "told by anyone", row.any),
                ("plan", "seen by two or more", row.index),
                ("heard", "voices", float(row.voices)),
                ("heard", "accounts", float(row.accounts)),
            )
        ]
    return lines


def _next(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}-01"
