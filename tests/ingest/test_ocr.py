"""Scans and pictures: read by Tesseract, said so, and never surer than they are."""

import ctypes
import io

import pypdfium2 as pdfium
import pytest
from PIL import Image
from tests.ingest.making import column, one
from tests.ingest.making import pdf as made
from tests.ingest.scans import drawn, filed, needs_ocr, scanned, worn

from thirdhand.ingest import Limits, Refused
from thirdhand.ingest.formats import ocr
from thirdhand.ingest.formats.ocr import picture, read_picture, scan
from thirdhand.ingest.formats.pdf import pages, read_pdf, reader

TOLD = "Six people were killed on Monday in the camp, and nearly 69,015 still live there."
ARABIC = "قتل ستة أشخاص يوم الاثنين في المخيم وبقي فيه 15000 شخص منذ عام 2018"


def html(text: str) -> str:
    return f"<p>{text}</p>"


@needs_ocr
@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "TIFF", "WEBP"])
def test_a_picture_of_words(tmp_path, form):
    path = tmp_path / "a.bin"
    path.write_bytes(filed(drawn(html(TOLD)), form))
    account, issues = one(path)
    assert account is not None
    assert account.text == TOLD
    assert account.media_type == f"image/{form.lower()}"
    (row,) = [row for row in issues if row.code == "ocr"]
    assert row.severity == "note"
    assert "% sure" in row.reason


@needs_ocr
def test_a_scan_without_a_text_layer():
    page = read_pdf(scanned(worn(drawn(html(TOLD))), worn(drawn(html(TOLD)))), Limits())
    assert page.text == f"{TOLD}\n\n{TOLD}"
    assert [note.code for note in page.notes if note.code.startswith("ocr")] == ["ocr"]


@needs_ocr
def test_a_scan_with_a_stamp_in_its_text_layer():
    stamped = pdfium.PdfDocument(scanned(drawn(html(TOLD))))
    page = stamped[0]
    mark = pdfium.raw.FPDFPageObj_NewTextObj(stamped, b"Helvetica", 12)
    words = "Received 5 May".encode("utf-16-le") + b"\0\0"
    pdfium.raw.FPDFText_SetText(mark, ctypes.cast(words, pdfium.raw.FPDF_WIDESTRING))
    pdfium.raw.FPDFPage_InsertObject(page, mark)
    page.gen_content()
    out = io.BytesIO()
    stamped.save(out)
    assert TOLD in read_pdf(out.getvalue(), Limits()).text


@needs_ocr
def test_numbers_that_the_arabic_reader_leaves_out_are_kept():
    data = filed(worn(drawn(f"<p dir=rtl>{ARABIC}</p>")))
    page = read_picture(data, Limits())
    assert "15000" in page.text
    assert "2018" in page.text
    assert "المخيم" in page.text


DRAWN = (
    "<style>td, th {border: 1px solid; padding: 3px}</style>"
    "<table><tr><th>Phase</th><th>People</th></tr>"
    "<tr><td>Phase 1</td><td>12,345</td></tr><tr><td>Phase 2</td><td>678</td></tr></table>"
)
ALIGNED = (
    "<style>td {padding: 2px 24px}</style><table><tr><td>Month</td><td>Killed</td><td>Hurt</td>"
    "</tr><tr><td>January</td><td>16</td><td>22</td></tr><tr><td>March</td><td>24</td><td>39</td>"
    "</tr></table>"
)


@needs_ocr
@pytest.mark.parametrize(
    ("what", "body", "text"),
    [
        ("drawn", DRAWN, "Phase | People\nPhase 1 | 12,345\nPhase 2 | 678"),
        ("aligned", ALIGNED, "Month | Killed | Hurt\nJanuary | 16 | 22\nMarch | 24 | 39"),
    ],
)
def test_a_table_in_a_picture(what, body, text):
    assert read_picture(filed(drawn(body)), Limits()).text == text, what


@needs_ocr
def test_the_mark_of_a_note_is_no_digit_in_a_picture():
    body = "<p>The camp held 69,015<sup>2</sup> people on Monday, said the office.</p>"
    text = read_picture(filed(drawn(body, 300)), Limits()).text
    assert "69,015 [" in text
    assert "69,0152" not in text


@needs_ocr
def test_a_page_that_is_not_sure_is_named():
    small = drawn(html(TOLD), 38)
    page = read_picture(filed(small.resize((small.width * 2, small.height * 2))), Limits())
    (row,) = [note for note in page.notes if note.code == "ocr"]
    assert row.severity == "warning"
    assert "page 1 (" in row.reason


@needs_ocr
def test_pages_of_a_tiff_are_pages():
    data = filed(drawn(html(TOLD)), "TIFF", save_all=True, append_images=[drawn(html("Nine."))])
    assert read_picture(data, Limits()).text == f"{TOLD}\n\nNine."
    page = read_picture(data, Limits(max_scans=1))
    assert page.text == TOLD
    assert "unread-pages" in {note.code for note in page.notes}


@needs_ocr
def test_pages_over_the_limit_are_named():
    page = read_pdf(scanned(drawn(html(TOLD)), drawn(html("Nine."))), Limits(max_scans=1))
    assert page.text == TOLD
    (row,) = [note for note in page.notes if note.code == "unread-pages"]
    assert "page 2;" in row.reason


@needs_ocr
def test_a_picture_without_words():
    with pytest.raises(Refused) as no:
        read_picture(filed(Image.effect_noise((300, 200), 60)), Limits())
    assert no.value.code == "picture"


@needs_ocr
def test_white_on_black_and_see_through():
    grey = drawn(html(TOLD))
    dark = grey.point(lambda value: 255 - value)
    clear = Image.new("RGBA", grey.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=dark)
    for shown in (dark, clear):
        assert read_picture(filed(shown), Limits()).text == TOLD


@needs_ocr
def test_it_does_not_take_for_ever():
    with pytest.raises(Refused) as no:
        read_picture(filed(drawn(html(TOLD * 40))), Limits(max_seconds=0))
    assert no.value.code == "too-slow"


def test_without_tesseract_a_row_says_what_to_install(monkeypatch):
    for module in (ocr, picture, pages, reader):
        monkeypatch.setattr(module, "is_there", lambda: False)
    for read, data in ((read_picture, filed(drawn("x"))), (read_pdf, scanned(drawn("x")))):
        with pytest.raises(Refused) as no:
            read(data, Limits())
        assert "apt-get install tesseract-ocr" in str(no.value)


def test_without_tesseract_the_pages_with_text_are_read(monkeypatch):
    for module in (pages, reader):
        monkeypatch.setattr(module, "is_there", lambda: False)
    both = pdfium.PdfDocument.new()
    for data in (made(column("Six people.")), scanned(drawn("<p>Nine.</p>"))):
        both.import_pages(pdfium.PdfDocument(data))
    out = io.BytesIO()
    both.save(out)
    page = read_pdf(out.getvalue(), Limits())
    assert page.text == "Six people."
    (row,) = [note for note in page.notes if note.code == "unread-pages"]
    assert "page 2;" in row.reason
    assert "apt-get" in row.reason


def test_a_picture_that_would_unpack_to_more_than_the_limit():
    data = filed(Image.new("1", (4000, 3000)))
    assert len(data) < 10_000
    with pytest.raises(Refused) as no:
        read_picture(data, Limits(max_pixels=11_000_000))
    assert no.value.code == "too-many-pixels"


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "TIFF", "WEBP"])
def test_a_picture_cut_short(form):
    data = filed(drawn("<p>Six</p>"), form)
    with pytest.raises(Refused) as no:
        read_picture(data[: len(data) // 3], Limits())
    assert no.value.code == "damaged-picture"


def test_a_damaged_picture_is_told_in_the_same_words_each_time():
    said = set()
    for _ in range(2):
        with pytest.raises(Refused) as no:
            read_picture(b"\xff\xd8\xff\xe0", Limits())
        said.add(str(no.value))
    assert len(said) == 1


def test_how_sure_it_must_be_is_one_number():
    assert 0 < scan.KNOWN < scan.SURE < 100
