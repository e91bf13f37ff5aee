"""What stands around an article and in it is left out, and nothing of the article is."""

# ruff: noqa: E501 - a table of cases keeps one case a line

import pytest

from thirdhand.ingest import Limits
from thirdhand.ingest.formats.web import read_web
from thirdhand.ingest.formats.web.byline import is_byline
from thirdhand.ingest.formats.web.furniture import is_call

ONE = "<p>Six people were killed in the town on Monday, officials said in a statement that was read out.</p>"
TWO = "<p>Nearly 62,000 people live there, according to the council, most of them women and children.</p>"
THREE = "<p>The road to the town was opened at noon for ambulances and for the trucks of two agencies.</p>"


def text(body: str, head: str = "<title>Six killed in town</title>") -> str:
    page = f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return read_web(page.encode(), Limits()).text


def article(inside: str, after: str = "") -> str:
    return text(f"<article><h1>Six killed in town</h1>{ONE}{inside}{TWO}{THREE}</article>{after}")


WHOLE = article("")


def test_the_title_is_no_line_of_the_text():
    assert WHOLE.split("\n")[0].startswith("Six people were killed")
    assert len(WHOLE.split("\n")) == 3


@pytest.mark.parametrize(
    "inside",
    [
        '<p><a href="/x">Read more: truce holds for a third day in the north</a></p>',
        '<p>Also read: <a href="/x">what the agreement says</a></p>',
        '<p><a href="/x">Two civilians hurt in an attack in the east of the province</a></p>',
        '<p><strong>Related news:</strong></p><p><a href="/x">Man shot dead at a checkpoint in the south</a></p>',
        '<p>À lire aussi <a href="/x">Les écoles rouvrent dans le nord</a></p>',
        '<p><a href="/x">اقرأ أيضا: خروج دفعة جديدة من العائلات</a></p>',
        "<p>Sign up for our newsletter and get the best of the week every Friday.</p>",
        "<p>ADVERTISEMENT</p>",
        "<p>We use cookies to improve your experience on this site. You may opt out at any time.</p>",
        '<div class="newsletter-box"><p>Five stories that matter, every weekday at six in the morning.</p></div>',
        '<div class="x1"><p>You may also like</p><p><a href="/q">Ten ways to save water</a></p></div>',
        '<div class="gate"><h2>To read on, become a subscriber</h2><p>Choose a plan that suits you and your family.</p></div>',
    ],
)  # fmt: skip
def test_a_line_to_the_reader_or_elsewhere_is_left_out(inside):
    assert article(inside) == WHOLE


@pytest.mark.parametrize(
    "inside",
    [
        "<p>We use what water there is to wash the children, a mother of four said on Tuesday.</p>",
        "<p>The cookies that we baked for the children of the camp were handed out at the gate.</p>",
        '<p>The <a href="/x">council said in a report</a> that 312 shelters had been swept away.</p>',
        "<p>Correction: an earlier version of this story gave the toll as 22 and not as 39.</p>",
        "<h2>What happened on the road</h2><p>A convoy of nine trucks was fired at from a hill at half past seven.</p>",
        "<ul><li>Tanks stand at both bus stations, the market and all six schools of the town.</li></ul>",
        "<blockquote>There was no water in the tanks, and we carried it in buckets from the next block.</blockquote>",
        "<div class='elementor-widget'><p>Some 500 people left the camp last month, the mayor of the town said.</p></div>",
    ],
)  # fmt: skip
def test_what_is_told_is_kept(inside):
    words = " ".join(line.strip("- ") for line in article(inside).split("\n"))
    import lxml.html  # noqa: PLC0415 - for the words of the piece alone

    for part in lxml.html.fromstring(f"<div>{inside}</div>"):
        assert " ".join(part.text_content().split()) in words


def test_figures_stay_a_table_and_a_layout_does_not():
    rows = "<tr><th>Block</th><th>People</th></tr><tr><td>1</td><td>7,020</td></tr>"
    assert "\n1 | 7,020\n" in article(f"<table>{rows}</table>")
    menu = "<td><a href='/1'>Today</a><br><a href='/2'>Yesterday</a></td>"
    laid = text(f"<table><tr>{menu}<td>{ONE}{TWO}{THREE}</td></tr></table>", "<title>x</title>")
    assert laid == WHOLE


def test_a_row_of_a_table_is_a_line_without_bars_about_it():
    table = (
        "<table><tr><th>Week</th><th>Arrived</th><th>Left</th></tr><tr><td>1-7 March</td><td></td>"
        "<td>12</td></tr><tr><td>8-14 | March</td><td>5</td><td>3</td></tr></table>"
    )
    lines = article(table).split("\n")
    assert lines[1:4] == ["Week | Arrived | Left", "1-7 March | | 12", "8-14 / March | 5 | 3"]


def test_a_page_too_short_for_the_extractor_keeps_its_lines_and_no_title():
    page = (
        "<html lang='ar'><head><title>حريق | السهل</title><meta property='article:published_time'"
        " content='2024-03-06'></head><body><main><article><h1>حريق في المخيم</h1>"
        "<p class='byline'>٦ مارس ٢٠٢٤</p><p>قالت إدارة المخيم إن 14 شخصا قتلوا.</p>"
        "<p>ويقيم في المخيم نحو 31500 شخص.</p></article></main></body></html>"
    )
    told = ["قالت إدارة المخيم إن 14 شخصا قتلوا.", "ويقيم في المخيم نحو 31500 شخص."]
    assert read_web(page.encode(), Limits()).text.split("\n") == told


def test_the_second_story_of_an_endless_page_is_left_out():
    after = "<article><h1>Stadium opened</h1><p>The minister opened a stadium for 12,000 spectators in the capital on Tuesday.</p></article>"
    assert "stadium" not in article("", after)


def test_what_the_extractor_leaves_out_of_an_article_is_put_back():
    sections = "".join(
        f"<div class='sect'><h2>Question {n} of this page</h2><p>Answer {n} is a line of some ten words or so.</p></div>"
        for n in range(4)
    )
    lines = text(
        f"<div><h1>Six killed in town</h1><p class='teaser'>What is known after a week, and who has said so.</p>{sections}</div>"
    ).split("\n")
    assert lines[0] == "What is known after a week, and who has said so."
    assert lines[1:3] == ["Question 0 of this page", "Answer 0 is a line of some ten words or so."]


def test_a_pull_quote_is_not_put_back_twice():
    quote = "<div class='q1'><p>Nearly 62,000 people live there, according to the council</p></div>"
    assert article(quote).count("Nearly 62,000 people live there") == 1


def test_the_text_in_the_data_serves_where_the_page_shows_none():
    body = (
        "Six people were killed in the town on Monday. Nearly 62,000 people live there, the council said."
        * 3
    )
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{body}"}}</script>'
    assert text("<div id='app'><p>Loading</p></div>", data) == body


def test_the_name_of_a_site_is_not_the_title():
    page = f"<html><head><title>Portal | Six killed in town</title></head><body><div><div>Six killed in town</div>{ONE}{TWO}</div></body></html>"
    assert read_web(page.encode(), Limits()).title == "Six killed in town"


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("READ MORE: Truce holds", True),
        ("See also the map", True),
        ("See more than one in ten children ill, a doctor said", False),
        ("Related", True),
        ("Related deaths rose to 40 in March", False),
        ("Follow us on Telegram", True),
        ("Follow the road to the north, they were told", False),
        ("You have read your last free article this month.", True),
        ("Photo: a man carries a door", False),
    ],
)
def test_a_call_to_the_reader(line, call):
    assert is_call(line) is call


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("3 August 2019", True),
        ("Published: 3 August 2019", True),
        ("By A. Reporter, 3 August 2019", True),
        ("Our correspondent | 20 November 2018", True),
        ("Tuesday, December 5, 2017 | Local news", True),
        ("The attack of 3 August 2019", False),
        ("It began on 3 August 2019", False),
        ("On 3 August 2019 it rained.", False),
        ("Nobody knows", False),
    ],
)
def test_a_byline(line, byline):
    assert is_byline(line) is byline
