"""What python-docx has no words for, as Office Open XML (ECMA-376, part 1, 17.13 and 17.16)."""

import datetime as dt
from collections.abc import Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.table import _Row
from docx.text.paragraph import Paragraph


def link_notes(paragraph: Paragraph, notes: Sequence[int]) -> None:
    """Endnote numbers behind the text, raised, each a link to its bookmark."""
    for at, number in enumerate(notes):
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"n{number}")
        run = paragraph.add_run(f"{',' if at else ' '}{number}")
        run.font.superscript = True
        link.append(run._r)  # noqa: SLF001 - a link holds its run, and there is no public way
        paragraph._p.append(link)  # noqa: SLF001


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """A place that links lead to, at the start of a paragraph."""
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)  # noqa: SLF001


def repeat(row: _Row) -> None:
    """The row stands again at the top of each page."""
    _flag(row, "w:tblHeader")


def keep_whole(row: _Row) -> None:
    """The row is not cut between two pages."""
    _flag(row, "w:cantSplit")


def _flag(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))  # noqa: SLF001


def describe(shape: InlineShape, title: str, words: str) -> None:
    """The text alternative of a picture."""
    told = shape._inline.docPr  # noqa: SLF001
    told.set("title", title)
    told.set("descr", words)


def moment(made: str) -> dt.datetime:
    """The day that is printed on the brief ("26 November 2026"), at midnight."""
    return dt.datetime.strptime(made, "%d %B %Y")
