"""Saved web pages: the article and what the page states, without the furniture."""

import pytest
from tests.ingest.making import one

from thirdhand.ingest import Told

HEAD = """<title>Six killed in town - The Daily Paper</title>
<meta property="og:site_name" content="The Daily Paper">
<meta property="article:published_time" content="2021-04-05T10:00:00Z">
<link rel="canonical" href="https://www.paper.example/world/six-killed">"""
BODY = """<nav><a href="/">Home</a> <a href="/world">World news of today</a></nav>
<article><h1>Six killed in town</h1>
<p>Six people were killed in the town on Monday, officials said in a statement that was read.</p>
<p>Nearly 62,000 people live there, according to the council, most of them women and children.</p>
<p>“Élan” and naïve cafés are written with accents.</p></article>
<div id="comments" class="comments"><p>Great article, I shared it with all of my friends.</p></div>
<footer>Copyright 2024 The Daily Paper. All rights reserved. Cookies and terms.</footer>"""


def page(head: str = HEAD, lang: str = ' lang="en-GB"', before: str = "<!doctype html>") -> str:
    return f"{before}<html{lang}><head>{head}</head><body>{BODY}</body></html>"


def taken(tmp_path, data: str | bytes, name: str = "a.html"):
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    account, issues = one(path)
    assert account is not None, issues
    return account, {row.code for row in issues}


def test_the_article_and_nothing_else(tmp_path):
    text = taken(tmp_path, page())[0].text
    assert "Six people were killed in the town on Monday" in text
    assert "Nearly 62,000 people live there" in text
    assert not any(word in text for word in ("Home", "World news", "Great article", "Copyright"))


def test_what_the_page_states(tmp_path):
    account, codes = taken(tmp_path, page())
    assert account.title == "Six killed in town"
    assert (account.published, account.date_basis) == ("2021-04-05", "page")
    assert account.publisher == "The Daily Paper"
    assert account.url == "https://www.paper.example/world/six-killed"
    assert (account.language, account.media_type) == ("en", "text/html")
    assert codes == set()


def test_a_year_in_the_footer_is_no_date(tmp_path):
    account, codes = taken(tmp_path, page(head="<title>Six killed</title>"))
    assert account.published is None
    assert "no-date" in codes


def test_without_a_name_the_publisher_is_the_host(tmp_path):
    link = '<link rel="canonical" href="https://www.paper.example/x">'
    assert taken(tmp_path, page(head=link))[0].publisher == "paper.example"


def test_the_language_is_found_where_the_page_states_none(tmp_path):
    assert taken(tmp_path, page(lang=""))[0].language == "en"


@pytest.mark.parametrize(
    ("what", "encoding", "declared", "codes"),
    [
        ("UTF-8", "utf-8", '<meta charset="utf-8">', set()),
        ("UTF-8 declared otherwise", "utf-8", '<meta charset="iso-8859-1">', set()),
        ("declared", "cp1252", '<meta charset="windows-1252">', set()),
        ("with its mark", "utf-16", "", set()),
        ("not declared", "cp1252", "", {"wrong-encoding"}),
        ("declared wrongly", "cp1252", '<meta charset="no-such-code">', {"wrong-encoding"}),
    ],
)
def test_encodings(tmp_path, what, encoding, declared, codes):
    account, found = taken(tmp_path, page(declared + HEAD).encode(encoding))
    assert "naïve cafés" in account.text, what
    assert found == codes


@pytest.mark.parametrize(
    ("name", "before", "codes"),
    [
        ("a.htm", "<!DOCTYPE html>", set()),
        ("a.xhtml", '<?xml version="1.0" encoding="utf-8"?>\n<!doctype html>', set()),
        ("a.HTML", "<!-- saved from the web -->\n", set()),
        ("a.txt", "<!doctype html>", {"other-type"}),
        ("a", "\n <!doctype html>", {"other-type"}),
        ("a.pdf", "<!doctype html>", {"other-type"}),
    ],
)
def test_a_page_is_known_by_its_content(tmp_path, name, before, codes):
    account, found = taken(tmp_path, page(before=before), name)
    assert (account.media_type, found) == ("text/html", codes)


def test_markup_inside_a_text_is_text(tmp_path):
    account, _ = taken(tmp_path, "They wrote <html> on the wall.", "a.txt")
    assert (account.media_type, account.text) == ("text/plain", "They wrote <html> on the wall.")


def test_what_is_told_of_a_page(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(page(), encoding="utf-8")
    account, _ = one(path, Told(published="2021-04", publisher="Wire"))
    assert account is not None
    assert (account.published, account.publisher) == ("2021-04", "Wire")


def test_a_piece_of_a_page_is_read_as_well(tmp_path):
    piece = "<p>Some 500 people left the camp last month, the mayor of the town said on Monday.</p>"
    assert "Some 500 people left" in taken(tmp_path, piece)[0].text


RAISED = [
    ("The camp held 69,015<sup>1</sup> people in May", "The camp held 69,015 [1] people in May"),
    ("It held 69,015<sup><a href='#n'>[2]</a></sup>, it said", "It held 69,015 [2], it said"),
    ("On the 2<sup>nd</sup> of May it held 3", "On the 2nd of May it held 3"),
    ("It has 4 km<sup>2</sup> of land", "It has 4 km² of land"),
    ("<b>69,015</b><sup>3</sup> people are there", "69,015 [3] people are there"),
]


@pytest.mark.parametrize(("written", "read"), RAISED)
def test_a_raised_mark_is_no_digit_of_the_number_before_it(tmp_path, written, read):
    more = "officials said in a statement that was read out to all who were there."
    body = (
        f"<article><h1>Count</h1><p>{written}, {more}</p><p>Nothing else was {more}</p></article>"
    )
    assert read in taken(tmp_path, f"<html><body>{body}</body></html>")[0].text
