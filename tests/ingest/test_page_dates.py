"""Pages and what they say of their day: judged by hand, one page a line."""

# ruff: noqa: E501 - a table of cases keeps one case a line

import datetime as dt

import pytest

from thirdhand.ingest import Limits, Told
from thirdhand.ingest.formats.web import read_web
from thirdhand.ingest.known import date

TODAY = dt.date(2026, 11, 26)
HERE = "https://paper.example/story"
TEXT = """<p>Six people were killed in the town on Monday, officials said in a statement that was read out.</p>
<p>Nearly 62,000 people live there, according to the council, most of them women and children, since 3 May 2016.</p>"""
NOTHING = (None, "unknown", ["no-date"])


def ld(**fields: str) -> str:
    inside = ",".join(f'"{key}":"{value}"' for key, value in fields.items())
    kind = "" if "@type" in fields else '"@type":"NewsArticle",'
    return f'<script type="application/ld+json">{{{kind}{inside}}}</script>'


def meta(name: str, content: str, key: str = "property") -> str:
    return f'<meta {key}="{name}" content="{content}">'


def page(head: str, beside: str, lang: str) -> bytes:
    top = f'<html lang="{lang}"><head><title>Six killed in town</title>{head}</head>'
    return f"<!doctype html>{top}<body><article><h1>Six killed in town</h1>{beside}{TEXT}</article></body></html>".encode()


def dated(head: str = "", beside: str = "", url: str = HERE, lang: str = "en"):
    read = read_web(page(head, beside, lang), Limits())
    published, basis, notes = date(Told(url=url), read, TODAY)
    return published, basis, [note.code for note in notes]


# what, head, beside the title, the address, (date, basis, rows)
PAGES = [
    # data of the page
    ("JSON-LD", ld(datePublished="2019-08-03T10:00:00Z"), "", HERE, ("2019-08-03", "page", [])),
    ("JSON-LD, a zone", ld(datePublished="2019-08-03T23:30:00-05:00"), "", HERE, ("2019-08-03", "page", [])),
    ("JSON-LD, a month", ld(datePublished="2019-08"), "", HERE, ("2019-08", "page", [])),
    ("JSON-LD of a live page", ld(**{"@type": "LiveBlogPosting", "datePublished": "2019-08-03"}), "", HERE, ("2019-08-03", "page", [])),
    ("JSON-LD of the web page alone", ld(**{"@type": "WebPage", "datePublished": "2019-08-03"}), "", HERE, ("2019-08-03", "page", [])),
    ("JSON-LD, published and changed", ld(datePublished="2019-08-03", dateModified="2020-01-05"), "", HERE, ("2019-08-03", "page", [])),
    ("JSON-LD, only changed", ld(dateModified="2020-01-05"), "", HERE, NOTHING),
    ("JSON-LD of an organisation", ld(**{"@type": "Organization", "foundingDate": "1999-01-01"}), "", HERE, NOTHING),
    ("JSON-LD that is broken", '<script type="application/ld+json">{"datePublished": "2019-08-03",</script>', "", HERE, NOTHING),
    ("JSON-LD of two stories, ours by address", ld(datePublished="2018-01-01", url="https://paper.example/other") + ld(datePublished="2019-08-03", url=HERE) + f'<link rel="canonical" href="{HERE}">', "", HERE, ("2019-08-03", "page", [])),
    ("JSON-LD of two stories, ours by title", ld(datePublished="2018-01-01", headline="Another") + ld(datePublished="2019-08-03", headline="Six killed in town"), "", HERE, ("2019-08-03", "page", [])),
    ("JSON-LD in a graph", '<script type="application/ld+json">{"@graph":[{"@type":"Person"},{"@type":["Article","X"],"datePublished":"2019-08-03"}]}</script>', "", HERE, ("2019-08-03", "page", [])),
    ("Open Graph", meta("article:published_time", "2019-08-03T10:00:00+00:00"), "", HERE, ("2019-08-03", "page", [])),
    ("Open Graph, only changed", meta("article:modified_time", "2020-01-05") + meta("og:updated_time", "2020-01-05"), "", HERE, NOTHING),
    ("Dublin Core", meta("DC.date.issued", "2019-08-03", "name"), "", HERE, ("2019-08-03", "page", [])),
    ("a plain meta element", meta("pubdate", "20190803", "name"), "", HERE, ("2019-08-03", "page", [])),
    ("a meta element in words", meta("date", "August 3, 2019", "name"), "", HERE, ("2019-08-03", "page", [])),
    ("a meta element of a mail's form", meta("date", "Sat, 03 Aug 2019 10:00:00 GMT", "name"), "", HERE, ("2019-08-03", "page", [])),
    ("microdata", "", '<span itemprop="datePublished" content="2019-08-03">yesterday</span>', HERE, ("2019-08-03", "page", [])),
    ("microdata of a time element", "", '<time itemprop="datePublished" datetime="2019-08-03T10:00">3 Aug</time>', HERE, ("2019-08-03", "page", [])),
    ("microdata of another story", "", '<aside><span itemprop="datePublished" content="2018-01-01"></span></aside>', HERE, NOTHING),
    # a byline
    ("published in words", "", "<p>Published 3 August 2019</p>", HERE, ("2019-08-03", "byline", [])),
    ("a name and a day", "", "<div>By our staff | August 3, 2019 10:15 am</div>", HERE, ("2019-08-03", "byline", [])),
    ("a time element", "", '<time datetime="2019-08-03T10:00:00Z">Saturday</time>', HERE, ("2019-08-03", "byline", [])),
    ("a time element of change", "", '<p>Updated <time datetime="2020-01-05">5 Jan 2020</time></p>', HERE, NOTHING),
    ("first published and updated", "", "<p>Updated 5 January 2020</p><p>First published 3 August 2019</p>", HERE, ("2019-08-03", "byline", [])),
    ("both on one line", "", "<p>Published: 3 August 2019 Last updated: 5 January 2020</p>", HERE, ("2019-08-03", "byline", [])),
    ("only updated", "", "<p>Last updated 5 January 2020</p>", HERE, NOTHING),
    ("ISO", "", '<span class="when">2019-08-03 10:15</span>', HERE, ("2019-08-03", "byline", [])),
    ("figures that can be read in one way", "", "<p>13/08/2019</p>", HERE, ("2019-08-13", "byline", [])),
    ("figures that can be read in two ways", "", "<p>03/08/2019</p>", HERE, (None, "unknown", ["bad-date"])),
    ("a day in the text is none", "", "", HERE, NOTHING),
    ("a day in the menu is none", "", '<nav><span class="date">26 November 2026</span></nav>', HERE, NOTHING),
    ("a day of a related story is none", "", '<div class="related"><p>12 March 2018</p></div>', HERE, NOTHING),
    # the address
    ("a day in the address", "", "", "https://paper.example/2019/08/03/six-killed", ("2019-08-03", "address", [])),
    ("a month in the address", "", "", "https://paper.example/2019/08/six-killed", ("2019-08", "address", [])),
    ("a named month in the address", "", "", "https://paper.example/world/2019/aug/03/six-killed", ("2019-08-03", "address", [])),
    ("a run of figures in the address", "", "", "https://paper.example/20190803-six-killed", ("2019-08-03", "address", [])),
    ("a year in the address is none", "", "", "https://paper.example/2019/six-killed", NOTHING),
    ("a number in the address is none", "", "", "https://paper.example/article/20991301", NOTHING),
    # what does not fit, and what cannot be
    ("the address is of another year", ld(datePublished="2019-08-03"), "", "https://paper.example/2018/08/03/x", ("2019-08-03", "page", ["dates-differ"])),
    ("a day apart is two clocks", ld(datePublished="2019-08-03"), "", "https://paper.example/2019/08/04/x", ("2019-08-03", "page", [])),
    ("a byline is finer than the data", meta("article:published_time", "2019-08"), "<p>Published 3 August 2019</p>", HERE, ("2019-08-03", "byline", [])),
    ("moved site: byline and address against the data", meta("article:published_time", "2021-09-30"), "<p>Published 3 August 2019</p>", "https://paper.example/2019/08/03/x", ("2019-08-03", "byline", ["dates-differ"])),
    ("JSON-LD against Open Graph", ld(datePublished="2019-08-03") + meta("article:published_time", "2021-09-30"), "", HERE, ("2019-08-03", "page", ["dates-differ"])),
    ("the epoch", meta("article:published_time", "1970-01-01T00:00:00+00:00"), "", HERE, (None, "unknown", ["bad-date"])),
    ("the epoch, and an address", meta("article:published_time", "1970-01-01T00:00:00+00:00"), "", "https://paper.example/2019/08/03/x", ("2019-08-03", "address", ["bad-date"])),
    ("the future", ld(datePublished="2099-01-01"), "", HERE, (None, "unknown", ["bad-date"])),
    ("the first of years", ld(datePublished="0001-01-01T00:00:00"), "", HERE, (None, "unknown", ["bad-date"])),
    ("words that are no date", meta("date", "yesterday", "name"), "", HERE, (None, "unknown", ["bad-date"])),
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "beside", "url", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES]
)
def test_the_day_of_a_page(head, beside, url, expected):
    assert dated(head, beside, url) == expected


@pytest.mark.parametrize(
    ("lang", "beside", "day"),
    [
        ("fr", "<p>Publié le : 03/08/2019 - 06:10 Modifié le : 05/08/2019</p>", "2019-08-03"),
        ("fr", "<p>Publié le samedi 3 août 2019 à 06h10</p>", "2019-08-03"),
        ("fr", "<p>Mis à jour le 5 août 2019</p>", None),
        ("ar", "<div>السبت ٣ آب / أغسطس ٢٠١٩ - الساعة ١٤:٢٠</div>", "2019-08-03"),
        ("ar", "<div>نشر في 3 أغسطس 2019 آخر تحديث 5 أغسطس 2019</div>", "2019-08-03"),
        ("ar", "<div>آخر تحديث 5 أغسطس 2019</div>", None),
        ("ar", "<div>03/08/2019</div>", "2019-08-03"),
        ("es", "<div>3 de agosto de 2019, 10:15</div>", "2019-08-03"),
        ("de", "<div>Veröffentlicht am 3. August 2019</div>", "2019-08-03"),
        ("tr", "<div>3 Ağustos 2019 10:15</div>", "2019-08-03"),
    ],
)
def test_the_byline_of_a_page_in_another_language(lang, beside, day):
    assert dated("", beside, lang=lang)[:2] == (day, "byline" if day else "unknown")


def test_the_day_at_the_head_of_a_press_release():
    top = "<html><head><title>Statement</title></head><body><h2>Statement</h2>"
    said = (
        "<p>GENEVA, 16 May 2024 – The Relief Council is alarmed by the closure of the crossing.</p>"
    )
    read = read_web(f"{top}{said}{TEXT}</body></html>".encode(), Limits())
    assert date(Told(), read, TODAY)[:2] == ("2024-05-16", "byline")
    assert read.text.startswith("GENEVA, 16 May 2024"), "it stands in the text as well"


def test_a_day_of_change_is_told_as_a_bound():
    read = read_web(page(meta("article:modified_time", "2020-01-05"), "", "en"), Limits())
    _, _, (note,) = date(Told(), read, TODAY)
    assert "changed on 2020-01-05, so it was published no later than that" in note.reason


def test_a_byline_is_taken_out_of_the_text_only_where_it_is_kept_as_the_date():
    kept = read_web(page("", "<p>3 August 2019</p>", "en"), Limits()).text
    told = read_web(
        page(ld(datePublished="2019-08-10"), "<p>It began on 3 August 2019</p>", "en"), Limits()
    ).text
    assert kept.startswith("Six people were killed")
    assert "It began on 3 August 2019" in told
