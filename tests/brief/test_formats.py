"""The other formats say what the page says: same sentences, same endnotes, links that work."""

import ctypes
import json
import re
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.brief.made import ACCOUNTS, dossier
from tests.brief.rich import rich

from thirdhand.brief import Facts, write
from thirdhand.brief.render import FORMATS, MissingError
from thirdhand.brief.render.markdown import plain
from thirdhand.brief.render.pdf import NEEDED
from thirdhand.brief.render.widths import widths

MADE = "2021-05-01"
OTHERS = ("docx", "md")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formats")
    write(Facts.of(dossier()), folder, MADE, OTHERS)
    return folder


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """brief.pdf as bytes; skips aloud where WeasyPrint finds no Pango."""
    folder = tmp_path_factory.mktemp("paper")
    done = write(Facts.of(dossier()), folder, MADE, ("pdf",))
    if done.issues:
        pytest.skip(done.issues[0].reason)
    return (folder / "brief.pdf").read_bytes()


def test_markdown_defines_every_footnote_it_uses(out: Path) -> None:
    text = (out / "brief.md").read_text("utf-8")
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert len(used) > 5
    assert "|  |" not in text


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("a <b>bold</b> claim", r"a \<b\>bold\</b\> claim"),
        ("one | two", r"one \| two"),
        ("first\n# second", r"first \# second"),
        ("[a](http://b)", r"\[a\](http://b)"),
    ],
)
def test_words_of_an_account_are_no_markdown(told: str, written: str) -> None:
    assert plain(told) == written


def test_groups_of_rows_stand_in_every_format(tmp_path: Path) -> None:
    """A table of conditions has a line for each sector over its rows."""
    write(Facts.of(rich()), tmp_path, MADE, OTHERS)
    table = next(
        block
        for section in json.loads((tmp_path / "brief.json").read_text("utf-8"))["sections"]
        for block in section["blocks"]
        if block["kind"] == "table" and block["rows"] and block["rows"][0]["group"]
    )
    name = table["rows"][0]["group"]
    lines = (tmp_path / "brief.md").read_text("utf-8").splitlines()
    (at,) = (n for n, line in enumerate(lines) if line.startswith(f"| **{name}** |"))
    # As many cells as the head of its table.
    head = max(n for n, line in enumerate(lines[:at]) if line.startswith("| ---"))
    assert lines[at].count("|") == lines[head].count("|")
    told = Document(str(tmp_path / "brief.docx")).tables
    assert name in [row.cells[0].text for grid in told for row in grid.rows]


def test_word_links_every_note_to_its_endnote(out: Path) -> None:
    page = Document(str(out / "brief.docx"))
    body = page.element.body
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert links == set(marks)
    assert len(marks) == len(set(marks)) > 5


def test_word_pictures_have_words_and_tables_a_head_row(out: Path) -> None:
    page = Document(str(out / "brief.docx"))
    told = [shape._inline.docPr.get("descr") for shape in page.inline_shapes]
    assert told
    assert all(words and len(words) > 40 for words in told)
    for table in page.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_every_format_shows_the_words_of_the_endnotes(out: Path, paper: bytes) -> None:
    quotes = ("more than 62,000 people", "Two men were killed", "Water is scarce")
    assert all(any(q in a.text for a in ACCOUNTS) for q in quotes)
    word = "\n".join(p.text for p in Document(str(out / "brief.docx")).paragraphs)
    printed = " ".join(
        " ".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(paper)).split()
    )
    for text in (word, printed, (out / "brief.md").read_text("utf-8")):
        for quote in quotes:
            assert quote in text


def test_a_pdf_is_tagged_and_its_note_links_lead_somewhere(paper: bytes) -> None:
    document = pypdfium2.PdfDocument(paper)
    assert pdfium.FPDFCatalog_IsTagged(document)
    assert document.get_metadata_dict()["Title"] == "Mora: brief, 1 May 2021"
    inside = 0
    for page in document:
        at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page, at, link):
            dest = pdfium.FPDFLink_GetDest(document, link)
            action = pdfium.FPDFLink_GetAction(link)
            assert dest or pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI
            if dest:
                assert 0 <= pdfium.FPDFDest_GetDestPageIndex(document, dest) < len(document)
                inside += 1
    assert inside > 5


def test_pictures_of_a_pdf_carry_their_words(paper: bytes) -> None:
    found = []
    for page in pypdfium2.PdfDocument(paper):
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        roots = range(pdfium.FPDF_StructTree_CountChildren(tree))
        waiting = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, n) for n in roots]
        while waiting:
            node = waiting.pop()
            found.append(_alternative(node))
            for n in range(pdfium.FPDF_StructElement_CountChildren(node)):
                child = pdfium.FPDF_StructElement_GetChildAtIndex(node, n)
                if child:
                    waiting.append(child)
    assert sum(words.startswith("Chart:") for words in found) >= 3


def _alternative(node: object) -> str:
    size = pdfium.FPDF_StructElement_GetAltText(node, None, 0)
    if not size:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetAltText(node, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


@pytest.mark.parametrize("name", OTHERS)
def test_the_same_dossier_gives_the_same_bytes(name: str, out: Path, tmp_path: Path) -> None:
    write(Facts.of(dossier()), tmp_path, MADE, (name,))
    file = f"brief.{name}"
    assert (tmp_path / file).read_bytes() == (out / file).read_bytes()


def test_the_same_dossier_gives_the_same_pdf(paper: bytes, tmp_path: Path) -> None:
    write(Facts.of(dossier()), tmp_path, MADE, ("pdf",))
    assert (tmp_path / "brief.pdf").read_bytes() == paper


def test_what_cannot_be_written_here_is_an_issue_and_the_rest_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(_: object) -> bytes:
        raise MissingError(NEEDED)

    monkeypatch.setitem(FORMATS, "pdf", (".pdf", cannot))
    done = write(Facts.of(dossier()), tmp_path, MADE, ("pdf", "md"))
    assert [path.name for path in done.paths] == ["brief.html", "brief.json", "brief.md"]
    (issue,) = done.issues
    assert (issue.code, issue.where) == ("format-not-written", "brief.pdf")
    assert "apt-get install libpango-1.0-0" in issue.reason


def test_columns_are_as_wide_as_their_words_need() -> None:
    slim, wide = widths(("No.", "What is said"), [("1", "a long sentence of many short words")])
    assert slim + wide == pytest.approx(1)
    assert wide > 4 * slim
