"""PDFs: wrapped lines become paragraphs whose sentences can be parsed."""

import time

import pytest
from tests.ingest.making import Put, column, pdf

from thirdhand.ingest import Limits, Refused
from thirdhand.ingest.formats.laid.furniture import bare
from thirdhand.ingest.formats.laid.line import Line
from thirdhand.ingest.formats.laid.wrap import flowing
from thirdhand.ingest.formats.pdf.reader import read_pdf


def text_of(*pages) -> str:
    return read_pdf(pdf(*pages), Limits()).text


@pytest.mark.parametrize(
    ("what", "lines", "text"),
    [
        (
            "wrapped lines are joined",
            ["Six people were killed on Monday in", "the camp, officials said."],
            "Six people were killed on Monday in the camp, officials said.",
        ),
        (
            "a gap parts paragraphs",
            ["Six people were killed on Monday in", "the camp.", "", "Nearly 62,000 live there."],
            "Six people were killed on Monday in the camp.\nNearly 62,000 live there.",
        ),
        (
            "a full sentence on a short line ends a paragraph",
            [
                "Six people were killed on Monday in",
                "the camp.",
                "Nearly 62,000 people live there at",
            ],
            "Six people were killed on Monday in the camp.\nNearly 62,000 people live there at",
        ),
        (
            "a short line before a capital is a heading",
            ["Security", "Six people were killed on Monday in", "the camp."],
            "Security\nSix people were killed on Monday in the camp.",
        ),
        (
            "bullets are parted",
            ["- six tents burned in the first phase", "- nine tents burned in the third phase"],
            "- six tents burned in the first phase\n- nine tents burned in the third phase",
        ),
        (
            "a dash or a number inside a sentence is no bullet",
            [
                "Six people of the town council in phase",
                "1. Nobody else",
                "",
                "Nine more people there",
            ],
            "Six people of the town council in phase 1. Nobody else\nNine more people there",
        ),
        (
            "a line of contents is one line",
            ["Security . . . . . . . . . . . . . 4", "Health . . . . . . . . . . . . . . 5"],
            "Security . . . . . . . . . . . . . 4\nHealth . . . . . . . . . . . . . . 5",
        ),
    ],
)
def test_lines_become_paragraphs(what, lines, text):
    assert text_of(column(*lines)) == text, what


@pytest.mark.parametrize(
    ("what", "lines", "word"),
    [
        ("a broken word is made whole", ["A statement by offi-", "cials of the town"], "officials"),
        ("a name keeps its hyphen", ["They left Saint-", "Denis on Monday"], "Saint-Denis"),
        ("a number keeps it", ["The group held a 15-", "year lease of it"], "15-year"),
        ("an abbreviation keeps it", ["They came in a UN-", "led convoy of cars"], "UN-led"),
        (
            "as the text writes it elsewhere",
            ["A cease-fire held. The long cease-", "fire ended on Monday"],
            "long cease-fire ended",
        ),
        (
            "two words of the text stay two",
            ["A third party came. The other third-", "party monitors left"],
            "third-party monitors",
        ),
    ],
)
def test_hyphens_at_line_ends(what, lines, word):
    assert word in text_of(column(*lines)), what


def test_a_long_line_without_a_space_takes_no_long_time():
    lines = ["x" * 300_000, "." * 300_000 + "!", "1" * 300_000]
    rows = [Line(line, 72, 500, 700 - 14 * n, 700 - 14 * n, 14) for n, line in enumerate(lines)]
    assert flowing(bare([rows, rows])[0]).split() == lines * 2


def test_a_larger_size_is_a_heading():
    title = [
        Put("A report on the state", 790, size=18),
        Put("of the town in the spring", 770, size=18),
    ]
    body = column("Six people were killed on Monday in", "the town.", top=750)
    assert text_of(title + body).splitlines() == [
        "A report on the state of the town in the spring",
        "Six people were killed on Monday in the town.",
    ]


def test_a_sentence_runs_on_in_the_next_column():
    left = column("Six people were killed", "on Monday in the small")
    right = column("town by the river, some", "officials said.", x=320)
    words = "Six people were killed on Monday in the small town by the river, some officials said."
    assert text_of(left + right) == words


def test_pages_are_parted_by_a_blank_line():
    assert (
        text_of(column("The first page."), column("The second."))
        == "The first page.\n\nThe second."
    )


def test_a_sentence_runs_on_over_the_end_of_a_page():
    first, second = column("Six people were killed on"), column("Monday, no, on")
    third = column("a Tuesday.")
    assert text_of(first, second, third) == "Six people were killed on\n\nMonday, no, on a Tuesday."


def test_running_heads_and_page_numbers_are_left_out_aloud():
    bodies = ["Six people were killed.", "Nine tents burned down.", "Water is short.", "Aid came."]
    pages = [
        [Put("Town Watch", 810), Put(body, 700), Put(f"Page {n} of 4", 40)]
        for n, body in enumerate(bodies, 1)
    ]
    page = read_pdf(pdf(*pages), Limits())
    assert page.text == "Town Watch\n" + "\n\n".join(bodies)
    (note,) = page.notes
    assert (note.code, note.severity) == ("page-furniture", "note")
    assert note.reason.startswith("left out 7 ")
    assert "Page 4 of 4" in note.reason


def test_numbers_that_do_not_follow_the_pages_stay():
    cells = [("Killed", "6"), ("Hurt", "11"), ("Missing", "4")]
    pages = [[Put(word, 700), Put(number, 660)] for word, number in cells]
    assert text_of(*pages) == "Killed\n6\n\nHurt\n11\n\nMissing\n4"


def test_pages_without_text_are_named():
    page = read_pdf(pdf(column("Six people."), [], []), Limits())
    assert page.text == "Six people."
    assert [(note.code, note.severity) for note in page.notes] == [("blank-pages", "warning")]
    assert "page 2, 3" in page.notes[0].reason


@pytest.mark.parametrize(
    ("info", "title"),
    [
        ("/Title (The state of the town)", "The state of the town"),
        ("/Title (Microsoft Word - draft 3.docx)", None),
        ("/Title (report_final.pdf)", None),
        ("/Title (untitled)", None),
        ("/Title (2019)", None),
        ("", None),
    ],
)
def test_a_title_only_where_it_is_one(info, title):
    assert read_pdf(pdf(column("Six people."), info=info), Limits()).title == title


def test_the_day_the_file_was_made_is_noted_and_is_no_date():
    page = read_pdf(pdf(column("Six people."), info="/CreationDate (D:20190812101500Z)"), Limits())
    assert page.published is None
    assert [note.code for note in page.notes] == ["file-date"]
    assert "2019-08-12" in page.notes[0].reason


def outcome(data: bytes) -> str:
    """The text, or the code of why there is none."""
    try:
        return read_pdf(data, Limits()).text
    except Refused as no:
        return no.code


@pytest.mark.parametrize(
    ("what", "old", "new"),
    [
        ("a page that holds itself", b"/Type /Page /Parent", b"/Type /Pages /Kids [5 0 R] /Parent"),
        ("a tree that is its own branch", b"/Kids [5 0 R]", b"/Kids [2 0 R 2 0 R]"),
        ("a tree that lies", b"/Count 1", b"/Count 2147483647"),
        ("a stream that is longer than the file", b"/Length ", b"/Length 9999999"),
        ("a font that is its own page", b"/F1 3 0 R", b"/F1 5 0 R"),
    ],
)
def test_circles_and_lies_come_to_an_end(what, old, new):
    data = pdf(column("Six people were killed."))
    assert old in data
    begun = time.perf_counter()
    assert outcome(data.replace(old, new)) in (
        *("damaged-pdf", "no-text-layer", "too-many-pages"),
        "Six people were killed.",
    ), what
    assert time.perf_counter() - begun < 10


def test_a_page_that_draws_itself():
    data = pdf(column("Six people were killed."))
    data = data.replace(b"/Font << /F1 3 0 R >>", b"/Font << /F1 3 0 R >> /XObject << /X 6 0 R >>")
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject <<"
    data = data.replace(b"<< /Length", form + b" /X 6 0 R >> >> /Length", 1)
    text = read_pdf(data.replace(b"stream\n", b"stream\n/X Do\n", 1), Limits()).text
    assert "Six people were killed." in text


def test_ten_thousand_pages_are_refused_at_once():
    data = pdf(*[[Put("Six", 700)]] * 10_000)
    begun = time.perf_counter()
    with pytest.raises(Refused) as no:
        read_pdf(data, Limits())
    assert (no.value.code, "10,000 pages" in str(no.value)) == ("too-many-pages", True)
    assert time.perf_counter() - begun < 5
