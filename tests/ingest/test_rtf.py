"""Rich text: the words, tables as rows, marks apart from numbers."""

import pytest

from thirdhand.ingest import Limits
from thirdhand.ingest.formats.rtf import read_rtf


def page_of(body: str, head: str = ""):
    return read_rtf(rb"{\rtf1\ansi\ansicpg1252" + f"{head} {body}}}".encode("ascii"), Limits())


ROW = r"\trowd\cellx1000\cellx2000\pard\intbl {}\cell {}\cell\row"
FONTS = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset178 Arial;}}"


@pytest.mark.parametrize(
    ("what", "body", "text"),
    [
        ("paragraphs", r"Six died.\par Nine were hurt.\par", "Six died.\nNine were hurt."),
        ("a mark", r"69,015{\super 1} men", "69,015 [1] men"),
        ("a mark without a group", r"69,015\super 1\nosupersub  men", "69,015 [1] men"),
        ("an area", r"3 km{\super 2} wide", "3 km\u00b2 wide"),
        ("an ordinal", r"the 2{\super nd} of May", "the 2nd of May"),
        ("a footnote", r"69,015{\super\chftn{\footnote\pard{\super\chftn} The office.}} men\par",
         "69,015 [1] men\n\n[1] The office."),
        ("a table", ROW.format("Phase", "People") + ROW.format("North", r"69,015{\super 1}")
         + r"\pard After.\par", "Phase | People\nNorth | 69,015 [1]\n\nAfter."),
        ("two paragraphs in a cell", ROW.format(r"North\par side", "6"), "North side | 6"),
        ("bytes of a code page", r"caf\'e9", "caf\u00e9"),
        ("Arabic by number", r"\u1587?\u1578?\u1577? died", "\u0633\u062a\u0629 died"),
        ("two bytes for one", r"{\uc2\u233\'c3\'a9}t", "\u00e9t"),
        ("two halves", r"\u-10179?\u-8704?", "\U0001f600"),
        ("quotes and dashes", r"\ldblquote six\rdblquote\emdash nine\~men",
         "\u201csix\u201d\u2014nine men"),
        ("a link", r'{\field{\*\fldinst{HYPERLINK "http://x.example"}}{\fldrslt the report}}',
         "the report"),
        ("braces and strokes", r"\{six\} \\ nine", r"{six} \ nine"),
        ("a text box", r"Six{\shp{\*\shpinst{\shptxt Water.\par}}} died", "Six died\nWater."),
        ("unknown groups", r"Six{\*\unheard of nine} died", "Six died"),
        ("what follows the end", r"Six}} nine {", "Six"),
    ],
)  # fmt: skip
def test_what_stands_in_a_document(what, body, text):
    assert page_of(body).text == text, what


def test_arabic_in_the_code_page_of_its_font():
    body = r"\f1 \'d3\'ca\'c9\f0  died"
    assert page_of(body, FONTS).text == "\u0633\u062a\u0629 died"


def test_what_is_left_out_is_said():
    body = (
        r"{\header Town Watch\par}Six{\deleted  nine}{\revised  men}{\v  secret} died"
        r"{\*\annotation Who says so?}{\pict 0102}\par"
    )
    page = page_of(body, r"{\info{\title The town}{\creatim\yr2019\mo8\dy12}}")
    assert page.text == "Six men died"
    assert page.title == "The town"
    assert page.published is None
    assert [(note.code, note.reason.rpartition(": ")[2]) for note in page.notes] == [
        ("tracked-changes", "1 put in (taken as text), 1 struck out (left out)"),
        ("page-furniture", "Who says so?"),
        ("page-furniture", "secret"),
        ("page-furniture", "Town Watch"),
        ("file-date", page.notes[-1].reason),
    ]
    assert "2019-08-12" in page.notes[-1].reason


def test_raw_bytes_of_a_picture_are_no_text():
    data = rb"{\rtf1 Six{\pict\bin4 {}}\}\par died}"
    assert read_rtf(data.replace(rb"{}}\}", rb"{}}\ }"), Limits()).text.startswith("Six")


@pytest.mark.parametrize("piece", ["{", "}", "\\", r"\u1 ", r"{\super 1}", r"\cell\row ", r"\'e9"])
def test_a_long_run_is_read_in_one_pass(piece):
    read_rtf((r"{\rtf1 " + piece * 100_000).encode(), Limits())
