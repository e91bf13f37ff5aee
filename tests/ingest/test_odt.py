"""OpenDocument texts: the words in the order of the body, tables as rows."""

import pytest
from tests.ingest.office import odt

from thirdhand.ingest import Limits, Refused
from thirdhand.ingest.formats.odt import read_odt

SUPER = (
    '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/>'
    "</style:style>"
)


def text_of(body: str) -> str:
    return read_odt(odt(body, SUPER), Limits()).text


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


NOTE = "<text:note-citation>1</text:note-citation><text:note-body><text:p>A.</text:p>"
BOX = "<draw:frame><draw:text-box><text:p>Water is short</text:p></draw:text-box></draw:frame>"
STRUCK = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>Nine</text:p>"
    "</text:deletion></text:changed-region></text:tracked-changes>"
)
COMMENT = "<office:annotation><text:p>Who?</text:p></office:annotation>"
ITEM = "<text:list-item><text:p>{}</text:p></text:list-item>"
ROW = "<table:table-row>{}</table:table-row>"


@pytest.mark.parametrize(
    ("what", "body", "text"),
    [
        ("a heading", "<text:h>Town</text:h><text:p>Six died.</text:p>", "Town\nSix died."),
        ("a mark", '<text:p>69,015<text:span text:style-name="T1">1</text:span> men</text:p>',
         "69,015 [1] men"),
        ("a list", f"<text:list>{ITEM.format(6)}{ITEM.format(9)}</text:list>", "6\n9"),
        ("spaces", "<text:p>a<text:s/>b<text:tab/>c<text:line-break/>d</text:p>", "a b\tc\nd"),
        ("a footnote", f"<text:p>69,015<text:note>{NOTE}</text:note-body></text:note> men</text:p>",
         "69,015 [1] men\n\n[1] A."),
        ("a comment", f"<text:p>Six{COMMENT} died</text:p>", "Six died"),
        ("a text box", f"<text:p>Six{BOX} died</text:p>", "Six died\nWater is short"),
        ("struck out text", f"{STRUCK}<text:p>Six<text:change/> died</text:p>", "Six died"),
        ("a table", "<table:table><table:table-header-rows>"
         + ROW.format(cell("Phase") + cell("People")) + "</table:table-header-rows>"
         + ROW.format(cell("North") + cell("69,015")) + "</table:table>",
         "Phase | People\nNorth | 69,015"),
        ("a cell meant twice", "<table:table>"
         + ROW.format(cell("6", 'table:number-columns-repeated="2"')) + "</table:table>", "6 | 6"),
    ],
)  # fmt: skip
def test_what_stands_in_a_document(what, body, text):
    assert text_of(body) == text, what


def test_title_heads_and_the_day_it_was_made():
    meta = "<dc:title>The town</dc:title><meta:creation-date>2019-08-12T10:00</meta:creation-date>"
    masters = "<style:header><text:p>Town Watch</text:p></style:header>"
    page = read_odt(odt("<text:p>Six died.</text:p>", meta=meta, masters=masters), Limits())
    assert (page.title, page.published) == ("The town", None)
    assert [note.code for note in page.notes] == ["page-furniture", "file-date"]
    assert "Town Watch" in page.notes[0].reason
    assert "2019-08-12" in page.notes[1].reason


def test_a_table_of_a_thousand_million_cells_is_no_bomb():
    wide = cell("6", 'table:number-columns-repeated="99999999"')
    row = f'<table:table-row table:number-rows-repeated="99999999">{wide}</table:table-row>'
    assert len(text_of(f"<table:table>{row}</table:table>")) < 100_000


def test_a_locked_document():
    data = odt("<text:p>x</text:p>", manifest="<file-entry><encryption-data/></file-entry>")
    with pytest.raises(Refused) as no:
        read_odt(data, Limits())
    assert no.value.code == "locked-document"
