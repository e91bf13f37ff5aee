"""PDFs as programs make them: tables, columns, marks of notes, words from right to left."""

import pytest
import weasyprint
from tests.ingest.making import Put, column, pdf

from thirdhand.ingest import Limits
from thirdhand.ingest.formats.pdf import read_pdf

PLAIN = "<style>td, th {padding: 2px 14px}</style>"
RULED = "<style>table {border-collapse: collapse} td, th {border: 1px solid; padding: 2px}</style>"


def text_of(html: str) -> str:
    return read_pdf(weasyprint.HTML(string=html).write_pdf(), Limits()).text


def table(*rows: list[str], more: str = "") -> str:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table {more}>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


TOLL = (["Month", "Killed", "Hurt"], ["January", "6", "12"], ["February", "", "3"],
        ["March", "14", "9"])  # fmt: skip
TOLD = "Month | Killed | Hurt\nJanuary | 6 | 12\nFebruary | | 3\nMarch | 14 | 9"


@pytest.mark.parametrize("style", [PLAIN, RULED])
def test_a_number_keeps_its_row_and_its_column(style):
    assert text_of(f"{style}<p>So many in the town:</p>{table(*TOLL)}<p>No word of April.</p>") == (
        f"So many in the town:\n{TOLD}\nNo word of April."
    )


def test_a_long_cell_is_one_line():
    words = (
        "counted tent by tent in the spring of the year, and told by the office of the camp " * 2
    )
    text = text_of(RULED + table(["Phase", "People", "Note"], ["Phase 1", "12,345", words]))
    assert text == f"Phase | People | Note\nPhase 1 | 12,345 | {words.strip()}"


def test_a_cell_over_two_columns_stands_in_the_first():
    head = "<tr><td colspan=2>Killed in the spring of the year</td><td>Hurt</td></tr>"
    body = "<tr><td>men</td><td>women</td><td>all</td></tr><tr><td>6</td><td>3</td><td>12</td></tr>"
    assert text_of(f"{RULED}<table>{head}{body}</table>") == (
        "Killed in the spring of the year | | Hurt\nmen | women | all\n6 | 3 | 12"
    )


def test_a_cell_over_two_rows_stands_in_the_first():
    rows = (
        "<tr><td rowspan=2>North</td><td>men</td><td>6</td></tr><tr><td>women</td><td>3</td></tr>"
    )
    assert text_of(f"{RULED}<table>{rows}</table>") == "North | men | 6\n| women | 3"


def test_a_box_round_a_paragraph_is_no_table():
    words = "Six people were killed on Monday in the small town by the river, officials said. " * 3
    box = f"<div style='border: 1px solid; padding: 4px'>{words}</div>"
    assert text_of(f"<p>The town.</p>{box}") == f"The town.\n{words.strip()}"


def test_rows_from_right_to_left():
    rows = table(["القطاع", "السكان"], ["القطاع الأول", "12,345"], more="dir=rtl")
    assert text_of(RULED + rows) == "القطاع | السكان\nالقطاع الأول | 12,345"


def test_lam_and_alef_keep_their_order():
    text = "قتل ستة أشخاص يوم الاثنين في المخيم الأول"
    assert text_of(f"<p dir=rtl>{text}</p>") == text


@pytest.mark.parametrize(
    ("what", "html", "text"),
    [
        ("one mark", "held 69,015<sup>1</sup> people", "held 69,015 [1] people"),
        ("two", "held 69,015<sup>1,2</sup> people", "held 69,015 [1] [2] people"),
        ("two apart", "held 69,015<sup>1</sup><sup>, 2</sup> people",
         "held 69,015 [1] [2] people"),
        ("a sign", "held 69,015<sup>*</sup> people", "held 69,015 [*] people"),
        ("in brackets", "held 69,015<sup>[12]</sup> people", "held 69,015 [12] people"),
        ("at a word", "the camp<sup>3</sup> held", "the camp [3] held"),
        ("after the stop", "held 69,015.<sup>1</sup> It", "held 69,015. [1] It"),
        ("an area", "It is 3 km<sup>2</sup> wide", "It is 3 km² wide"),
        ("an ordinal", "the 2<sup>nd</sup> of May", "the 2nd of May"),
        ("below the line", "CO<sub>2</sub> and 69,015", "CO2 and 69,015"),
        ("larger digits", "held <big>69,015</big> people", "held 69,015 people"),
        ("from right to left", "<span dir=rtl>في المخيم 69,015<sup>1</sup> شخصا</span>",
         "في المخيم 69,015 [1] شخصا"),
    ],
)  # fmt: skip
def test_a_mark_is_no_digit(what, html, text):
    assert text in text_of(f"<p>{html}</p>"), what


def test_a_mark_in_a_cell():
    rows = table(["Phase", "People"], ["North", "12,345<sup>1</sup>"], ["South", "9<sup>2</sup>"])
    assert text_of(RULED + rows).endswith("North | 12,345 [1]\nSouth | 9 [2]")


def test_a_note_has_the_same_mark_and_stands_apart():
    notes = "<p style='font-size: 8pt'><sup>1</sup> The office.<br><sup>2</sup> A count.</p>"
    text = text_of(f"<p>It held 69,015<sup>1</sup> people, and 9<sup>2</sup> dogs.</p>{notes}")
    assert text == "It held 69,015 [1] people, and 9 [2] dogs.\n[1] The office.\n[2] A count."


def test_notes_do_not_cut_the_sentence_that_runs_over_the_page():
    first = column("The camp held 69,015", "people in May, and the office", top=200)
    mark, note = Put("1", 66, size=6), Put("The office of the camp.", 62, x=80, size=8)
    second = column("of the camp said so.", "", "Water is short.")
    assert read_pdf(pdf([*first, mark, note], second), Limits()).text == (
        "The camp held 69,015 people in May, and the office of the camp said so.\n"
        "[1] The office of the camp.\n\nWater is short."
    )


LEFT = ["Six people were killed on", "Monday in the small town", "by the river, and nine tents",
        "burned down that night."]  # fmt: skip
RIGHT = ["Water is short in the camp", "and so is bread, say those", "who live there and who have",
         "nowhere else to go."]  # fmt: skip


@pytest.mark.parametrize("across", [True, False])
def test_columns_are_read_one_after_the_other(across):
    """As one program writes them column by column, and another line by line."""
    left, right = column(*LEFT), column(*RIGHT, x=320)
    assert len(left) == len(right)
    both = [put for pair in zip(left, right, strict=True) for put in pair]
    page = both if across else left + right
    text = read_pdf(pdf(page), Limits()).text
    assert text.split() == " ".join(LEFT + RIGHT).split()


def test_two_columns_of_a_real_page():
    words = "Six people were killed on Monday in the small town by the river, some officials said. "
    text = text_of(f"<h1>The town</h1><div style='columns: 2'>{words * 9}</div>")
    assert text.split() == ("The town " + words * 9).split()


def test_three_columns():
    texts = [LEFT, RIGHT, ["Aid came on Tuesday when", "the road was open for a day", "or two"]]
    html = "".join(f"<p>{' '.join(words)}</p>" for words in texts)
    style = "<style>@page {size: A4 landscape} div {columns: 3}</style>"
    text = text_of(f"{style}<div>{html}</div>")
    assert text.split() == [word for words in texts for word in " ".join(words).split()]


def test_a_map_with_a_hundred_thousand_strokes_is_no_table():
    path = b"".join(b"%d 100 m %d 700 l S\n" % (n % 500, n % 500) for n in range(100_000))
    page = pdf(column("Six people were killed.", "Nine tents burned."))
    drawn = page.replace(b"stream\n", b"stream\n" + path, 1)
    text = read_pdf(drawn, Limits()).text
    assert "Six people were killed." in text


def test_rows_of_a_table_that_comes_again_on_each_page_are_no_running_heads():
    rows = table(["Week", "Came", "Left"], ["11-17 March", "96", "3"], ["18-24 March", "188", "4"])
    page = f"<h1 style='font-size: 1em'>The weekly report</h1><p>So many in the town.</p>{rows}"
    told = text_of(RULED + "<p style='page-break-after: always'></p>".join([page] * 4))
    assert told.count("11-17 March | 96 | 3\n18-24 March | 188 | 4") == 4
    assert told.count("The weekly report") == 1
