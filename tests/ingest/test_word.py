"""Word documents: the words in the order of the body, tables as rows, marks apart from numbers."""

import io

import pytest
from docx import Document
from tests.ingest.office import docx, para, raised, run, table

from thirdhand.ingest import Limits
from thirdhand.ingest.formats.word import read_word


def text_of(body: str, **parts: str) -> str:
    return read_word(docx(body, **parts), Limits()).text


def test_a_document_of_a_real_program():
    document = Document()
    document.add_heading("The state of the town", 1)
    document.add_paragraph("Six people were killed on Monday.")
    grid = document.add_table(0, 2)
    for label, number in [("Phase", "People"), ("Phase 1", "69,015"), ("Phase 2", "1,204")]:
        cells = grid.add_row().cells
        cells[0].text, cells[1].text = label, number
    document.add_paragraph("Nine tents burned down.")
    document.sections[0].header.paragraphs[0].text = "Town Watch"
    document.core_properties.title = "The town in spring"
    out = io.BytesIO()
    document.save(out)
    page = read_word(out.getvalue(), Limits())
    assert page.text == (
        "The state of the town\nSix people were killed on Monday.\n\n"
        "Phase | People\nPhase 1 | 69,015\nPhase 2 | 1,204\n\nNine tents burned down."
    )
    assert page.title == "The town in spring"
    assert page.published is None
    head, made = page.notes
    assert (head.code, "Town Watch" in head.reason) == ("page-furniture", True)
    assert (made.code, "2013-12-23" in made.reason) == ("file-date", True)  # the template's


STYLES = '<w:style w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
FOOTNOTE = '<w:r><w:footnoteReference w:id="7"/></w:r>'


@pytest.mark.parametrize(
    ("what", "body", "text"),
    [
        ("a mark by hand", para("There are 69,015", raised("1"), " people."), "69,015 [1] people"),
        ("a mark by its height", para("69,015", run("1", '<w:position w:val="8"/>'), " men"),
         "69,015 [1] men"),
        ("a mark by its style", para("69,015", run("1", '<w:rStyle w:val="Up"/>'), " men"),
         "69,015 [1] men"),
        ("two marks", para("There are 69,015", raised("1,2"), " people."), "69,015 [1] [2] people"),
        ("a character that is raised", para("There are 69,015¹ people."), "69,015 [1] people."),
        ("an area", para("It is 3.1 km", raised("2"), " wide."), "3.1 km² wide."),
        ("an ordinal", para("On the 2", raised("nd"), " of May"), "On the 2nd of May"),
        ("a tab and a line end", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/></w:r></w:p>",
         "a\tb"),
        ("text put in by a change", para("Six ", f"<w:ins>{run('or nine ')}</w:ins>", "died."),
         "Six or nine died."),
        ("text struck out by a change", para("Six ", f"<w:del>{run('nine')}</w:del>", "died."),
         "Six died."),
        ("a link", para("See ", f"<w:hyperlink>{run('the report')}</w:hyperlink>"),
         "See the report"),
        ("hidden text", para("Six", run(" secret", "<w:vanish/>"), " died."), "Six died."),
        ("a field", para("Page ", '<w:r><w:instrText>PAGE</w:instrText></w:r>', "4"), "Page 4"),
        ("a control around a paragraph",
         f"<w:sdt><w:sdtContent>{para('Six died.')}</w:sdtContent></w:sdt>", "Six died."),
        ("a cell over two columns",
         "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + para("Killed")
         + f"</w:tc><w:tc>{para('Hurt')}</w:tc></w:tr></w:tbl>", "Killed | | Hurt"),
        ("a bar in a cell", table(["a|b", "c"]), "a/b | c"),
        ("an empty cell", table(["", "men", "women"], ["North", "", "6"]),
         "| men | women\nNorth | | 6"),
    ],
)  # fmt: skip
def test_what_stands_in_a_document(what, body, text):
    assert text in text_of(body, styles=STYLES), what


def test_a_footnote_is_linked_by_its_mark():
    body = para("There are 69,015", FOOTNOTE, " people.") + para("Nine tents burned.")
    notes = f'<w:footnote w:id="7">{para("Camp office, 5 May.")}</w:footnote>'
    assert text_of(body, footnotes=notes) == (
        "There are 69,015 [1] people.\nNine tents burned.\n\n[1] Camp office, 5 May."
    )


def test_a_text_box_is_told_once():
    inner = f"<w:txbxContent>{para('Water is short.')}</w:txbxContent>"
    shape = f"<mc:AlternateContent><mc:Choice><w:drawing>{inner}</w:drawing></mc:Choice>"
    shape += f"<mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent>"
    body = para("Six people", f"<w:r>{shape}</w:r>", " died.")
    assert text_of(body) == "Six people died.\nWater is short."


def test_what_is_left_out_is_said():
    struck = f"<w:del>{run('nine')}</w:del>"
    body = para("Six", struck, run("secret", "<w:vanish/>"), " died.")
    comment = f"<w:comment>{para('Who says so?')}</w:comment>"
    page = read_word(docx(body, comments=comment, footer1=para("Page 3")), Limits())
    assert page.text == "Six died."
    said = {(note.code, note.reason) for note in page.notes}
    assert said == {
        ("tracked-changes",
         "changes are tracked: 0 put in (taken as text), 1 struck out (left out)"),
        ("page-furniture", "left out comments: Who says so?"),
        ("page-furniture", "left out hidden text: secret"),
        ("page-furniture", "left out heads and feet of pages: Page 3"),
    }  # fmt: skip


def test_a_row_struck_out_is_no_row():
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{para('North')}</w:tc></w:tr>"
    body = table(["South", "6"]).replace("</w:tbl>", gone + "</w:tbl>")
    assert text_of(body) == "South | 6"
