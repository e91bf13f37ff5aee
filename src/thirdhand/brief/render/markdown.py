"""The outline as Markdown with footnotes, as GitHub and pandoc read it."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from thirdhand import __version__
from thirdhand.brief.outline import (
    Chart,
    Conflicts,
    Endnote,
    Heading,
    Listing,
    Outline,
    Prose,
    Questions,
    Section,
    Sentence,
    Sentences,
    Table,
)
from thirdhand.brief.render.words import asked, between, checked, closing, from_where, strip, under

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(outline: Outline) -> bytes:
    """brief.md: one paragraph or table a block, endnotes as footnotes."""
    parts = [*_head(outline)]
    for section in outline.sections:
        parts += _section(section)
    parts += [_note(note) for note in outline.notes]
    parts.append(f"{plain(checked(outline))} Made with thirdhand {__version__}.")
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def plain(text: str) -> str:
    """Words of an account are never markup: marks are escaped, a line stays a line."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))


def _head(outline: Outline) -> Iterator[str]:
    head = outline.head
    yield f"<!-- generator: thirdhand {__version__} -->"
    yield f"# {plain(head.site)}"
    yield plain(under(head))
    yield "\n".join(f"- {value} {plain(name)}" for name, value in strip(head))
    yield from (plain(text) for text in between(head))


def _section(section: Section) -> Iterator[str]:
    yield f"## {plain(section.title)}"
    for block in section.blocks:
        yield from BLOCKS[block.kind](block)


def _table(table: Table) -> Iterator[str]:
    if not table.rows:
        yield f"{plain(table.caption)}: none held."
        return
    remark = (table.remark,) if table.remark else ()
    rows = [(*row.cells, *((row.remark,) if remark else ())) for row in table.rows[: table.shown]]
    # A note is no word of ours: it is put behind the last cell.
    notes = [_numbers(row.sentence) for row in table.rows[: table.shown]]
    groups = [row.group for row in table.rows[: table.shown]]
    yield _grid(table.caption, (*table.columns, *remark), rows, notes, groups)
    yield closing(table)


def _listing(table: Listing) -> Iterator[str]:
    if not table.rows:
        yield f"{plain(table.caption)}: none."
        return
    yield _grid(table.caption, table.columns, table.rows[: table.shown], ())
    yield closing(table)


def _grid(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    notes: Sequence[str],
    groups: Sequence[str] = (),
) -> str:
    """A table; the name of a group stands in a line of its own over its rows."""
    heads = [plain(c) for c in columns] + (["Notes"] if notes else [])
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    group = ""
    for n, row in enumerate(rows):
        if groups and groups[n] != group:
            group = groups[n]
            lines.append(f"| **{plain(group)}** |{' |' * (len(heads) - 1)}")
        cells = [plain(c) for c in row] + ([notes[n]] if notes else [])
        lines.append(f"| {' | '.join(cells)} |")
    return f"**{plain(caption)}**\n\n" + "\n".join(lines)


def _sentences(block: Sentences) -> Iterator[str]:
    told = [_said(sentence) for sentence in block.rows]
    if block.listed and told:
        yield "\n".join(f"- {text}" for text in told)
    else:
        yield from told or [plain(block.none)]


def _said(sentence: Sentence) -> str:
    grade = f" ({sentence.grade})" if sentence.grade else ""
    return f"{plain(sentence.text)}{_numbers(sentence)}{grade}"


def _numbers(sentence: Sentence) -> str:
    return "".join(f"[^{n}]" for n in sentence.notes)


def _chart(chart: Chart) -> Iterator[str]:
    yield f"**{plain(chart.title)}**"
    yield f"*{plain(chart.alt)}*"
    if chart.caption:
        yield f"Latest: {_said(chart.caption)}"


def _conflicts(block: Conflicts) -> Iterator[str]:
    for row in block.rows[: block.shown]:
        yield f"### {plain(row.title)} ({plain(row.tag)})"
        yield plain(row.sentence.text) if block.told else ""
        notes = row.sentence.notes or ("", "")
        for quote, number in zip((row.left, row.right), notes, strict=False):
            role = f"{plain(quote.role)}: " if quote.role else ""
            note = f"[^{number}]" if number else ""
            yield f"> {role}“{plain(quote.text)}”{note} {plain(from_where(quote))}"
        yield plain(row.reason)
    yield closing(block) if block.rows else plain(block.none)


def _questions(block: Questions) -> Iterator[str]:
    told = (f"{n}. {plain(q.text)} {plain(asked(q))}" for n, q in enumerate(block.rows, 1))
    yield "\n".join(told)


def _prose(block: Prose) -> Iterator[str]:
    yield plain(block.text)


def _heading(block: Heading) -> Iterator[str]:
    yield f"### {plain(block.text)}"


def _note(note: Endnote) -> str:
    title = plain(note.title or note.publisher)
    where = f"<{note.url}>" if note.url and " " not in note.url else ""
    told = f"{plain(note.publisher)}, {note.published or 'undated'}. Account {plain(note.ref)}"
    ends = f"`{note.account[:10]}`" + (f", claim `{note.code}`" if note.code else "")
    said = plain(note.said)
    return f"[^{note.number}]: “{plain(note.quote)}” — {said}. *{title}*, {told}, {ends}. {where}"


BLOCKS: dict[str, Callable[[Any], Iterator[str]]] = {
    "table": _table,
    "listing": _listing,
    "sentences": _sentences,
    "prose": _prose,
    "heading": _heading,
    "chart": _chart,
    "questions": _questions,
    "conflicts": _conflicts,
}
