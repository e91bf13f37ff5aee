"""The outline as a Word document, by python-docx. Endnotes are links to a list at the end."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Cm, Pt
from docx.table import Table as Grid

from thirdhand import __version__
from thirdhand.brief import charts
from thirdhand.brief.outline import (
    Chart,
    Conflicts,
    Endnote,
    Heading,
    Listing,
    Outline,
    Prose,
    Questions,
    Sentence,
    Sentences,
    Table,
)
from thirdhand.brief.render import marks
from thirdhand.brief.render.widths import widths
from thirdhand.brief.render.words import asked, between, checked, closing, from_where, strip, under

WIDE = Cm(17)
SMALL = Pt(8)
# A zip keeps when its files were made; the same brief has the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def word(outline: Outline) -> bytes:
    """brief.docx: A4, headings in the outline, head rows repeated, pictures with their words."""
    page = Document()
    _settle(page, outline)
    page.add_heading(outline.head.site, 0)
    page.add_paragraph(under(outline.head), "Subtitle")
    for name, value in strip(outline.head):
        page.add_paragraph(f"{value} {name}", "List Bullet")
    for text in between(outline.head):
        page.add_paragraph(text)
    for section in outline.sections:
        page.add_heading(section.title, 1)
        for block in section.blocks:
            BLOCKS[block.kind](page, block)
    page.add_heading("Endnotes", 1)
    for note in outline.notes:
        _note(page, note)
    page.add_paragraph(f"{checked(outline)} Made with thirdhand {__version__}.")
    return _same_bytes(page)


def _settle(page: Word, outline: Outline) -> None:
    section = page.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    told = page.core_properties
    told.title = f"{outline.head.site}: brief, {outline.head.made}"
    told.author = told.last_modified_by = f"thirdhand {__version__}"
    told.comments = ""
    told.language = "en"
    told.created = told.modified = marks.moment(outline.head.made)
    # Everybody has it, or one that is as wide.
    page.styles["Normal"].font.name, page.styles["Normal"].font.size = "Arial", Pt(10)


def _table(page: Word, table: Table) -> None:
    if not table.rows:
        page.add_paragraph(f"{table.caption}: none held.")
        return
    remark = (table.remark,) if table.remark else ()
    rows = table.rows[: table.shown]
    cells = [(*row.cells, *((row.remark,) if remark else ())) for row in rows]
    columns = (*table.columns, *remark, "Notes")
    notes = [row.sentence.notes for row in rows]
    groups = [row.group for row in rows]
    _grid(page, table.caption, columns, cells, notes)
    _group(page.tables[-1], groups)
    page.add_paragraph()
    _closing(page, closing(table))


def _listing(page: Word, table: Listing) -> None:
    if not table.rows:
        page.add_paragraph(f"{table.caption}: none.")
        return
    _grid(page, table.caption, table.columns, table.rows[: table.shown], ())
    page.add_paragraph()
    _closing(page, closing(table))


def _grid(
    page: Word,
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    notes: Sequence[Sequence[int]],
) -> None:
    page.add_paragraph(caption, "Caption").paragraph_format.keep_with_next = True
    grid = page.add_table(1 + len(rows), len(columns), "Light Grid Accent 1")
    grid.alignment = WD_TABLE_ALIGNMENT.LEFT
    grid.autofit = False
    # A table of notes has them in its last column, a link each.
    told = [(*row, " ".join(map(str, found))) for row, found in zip(rows, notes, strict=False)]
    shares = [int(WIDE * share) for share in widths(columns, told or rows)]
    # All cells at once: asking the table for each is quadratic.
    lines = [row.cells for row in grid.rows]
    marks.repeat(grid.rows[0])
    for row in grid.rows:
        marks.keep_whole(row)
    for column, width in zip(grid.columns, shares, strict=True):
        column.width = width
    for cell, name in zip(lines[0], columns, strict=True):
        _small(cell, name)
    for n, row in enumerate(rows):
        for cell, text in zip(lines[n + 1], row, strict=False):
            _small(cell, text)
        if notes:
            marks.link_notes(lines[n + 1][-1].paragraphs[0], notes[n])


def _group(grid: Grid, groups: Sequence[str]) -> None:
    """Put the name of each group into a row of its own over its rows."""
    rows = list(grid.rows)[1:]
    for row, name, before in zip(rows, groups, ["", *groups], strict=False):
        if name == before:
            continue
        added = grid.add_row()  # type: ignore[no-untyped-call]
        row._tr.addprevious(added._tr)  # noqa: SLF001 - python-docx adds rows at the end alone
        marks.keep_whole(added)
        cell = added.cells[0].merge(added.cells[-1])
        run = cell.paragraphs[0].add_run(name)
        run.font.size, run.bold = SMALL, True
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _small(cell: Any, text: str) -> None:  # noqa: ANN401 - python-docx has no types of its own
    cell.paragraphs[0].add_run(text).font.size = SMALL


def _closing(page: Word, text: str) -> None:
    if text:
        page.add_paragraph(text)


def _sentences(page: Word, block: Sentences) -> None:
    for sentence in block.rows:
        _said(page, sentence, "List Bullet" if block.listed else "Normal")
    if not block.rows and block.none:
        page.add_paragraph(block.none)


def _said(page: Word, sentence: Sentence, style: str) -> None:
    paragraph = page.add_paragraph(sentence.text, style)
    marks.link_notes(paragraph, sentence.notes)
    if sentence.grade:
        paragraph.add_run(f" ({sentence.grade})")


def _chart(page: Word, chart: Chart) -> None:
    page.add_heading(chart.title, 2)
    drawing = charts.svg(chart)
    if drawing:
        picture = io.BytesIO(charts.png(drawing))
        shape = page.add_picture(picture, width=WIDE)
        marks.describe(shape, chart.title, chart.alt)
    page.add_paragraph(chart.alt)
    if chart.caption:
        _said(page, chart.caption, "Normal")


def _conflicts(page: Word, block: Conflicts) -> None:
    for row in block.rows[: block.shown]:
        page.add_heading(f"{row.title} ({row.tag})", 2)
        if block.told:
            page.add_paragraph(row.sentence.text)
        for at, quote in enumerate((row.left, row.right)):
            role = f"{quote.role}: " if quote.role else ""
            paragraph = page.add_paragraph(f"{role}“{quote.text}”", "Quote")
            marks.link_notes(paragraph, row.sentence.notes[at : at + 1])
            paragraph.add_run(f" {from_where(quote)}")
        page.add_paragraph(row.reason)
    _closing(page, closing(block) if block.rows else block.none)


def _questions(page: Word, block: Questions) -> None:
    for question in block.rows:
        page.add_paragraph(f"{question.text} {asked(question)}", "List Number")


def _prose(page: Word, block: Prose) -> None:
    page.add_paragraph(block.text)


def _heading(page: Word, block: Heading) -> None:
    page.add_heading(block.text, 2)


def _note(page: Word, note: Endnote) -> None:
    paragraph = page.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    marks.bookmark(paragraph, f"n{note.number}", note.number)
    where = f" {note.url}" if note.url else ""
    code = f", claim {note.code}" if note.code else ""
    paragraph.add_run(
        f"{note.number}. “{note.quote}” — {note.said}. {note.title or note.publisher}, "
        f"{note.publisher}, {note.published or 'undated'}. Account {note.ref}, "
        f"{note.account[:10]}{code}.{where}"
    ).font.size = SMALL


def _same_bytes(page: Word) -> bytes:
    made, out = io.BytesIO(), io.BytesIO()
    page.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(
                zipfile.ZipInfo(name, EPOCH), old.read(name), compress_type=zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


BLOCKS: dict[str, Callable[[Word, Any], None]] = {
    "table": _table,
    "listing": _listing,
    "sentences": _sentences,
    "prose": _prose,
    "heading": _heading,
    "chart": _chart,
    "questions": _questions,
    "conflicts": _conflicts,
}
