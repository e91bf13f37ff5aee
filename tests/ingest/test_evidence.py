"""When a page was published: which evidence is taken, and what is told of the rest."""

import datetime as dt

import pytest

from thirdhand.ingest import Told
from thirdhand.ingest.dates import clean_date, day_in
from thirdhand.ingest.evidence import in_address
from thirdhand.ingest.known import date
from thirdhand.ingest.page import Dated, Page

TODAY = dt.date(2026, 11, 26)
PLAIN = "https://paper.example/world/six-killed"


def dated(*evidence: tuple[str, str], url: str = PLAIN, told: str | None = None, **stated: str):
    """What is taken, what it rests on, and the codes of the rows."""
    page = Page("Some text.", url=url, dates=tuple(Dated(*e) for e in evidence), **stated)
    published, basis, notes = date(Told(published=told), page, TODAY)
    return published, basis, [note.code for note in notes]


@pytest.mark.parametrize(
    ("what", "evidence", "expected"),
    [
        ("page data", [("page", "2019-08-03T10:00:00Z")], ("2019-08-03", "page", [])),
        ("a byline", [("byline", "3 August 2019")], ("2019-08-03", "byline", [])),
        ("a feed", [("feed", "Sat, 03 Aug 2019 10:00:00 GMT")], ("2019-08-03", "feed", [])),
        ("nothing", [], (None, "unknown", ["no-date"])),
        (
            "page data before a byline that agrees",
            [("byline", "4 August 2019"), ("page", "2019-08-03")],
            ("2019-08-03", "page", []),
        ),
        (
            "a day where better evidence names the month",
            [("page", "2019-08"), ("byline", "3 August 2019")],
            ("2019-08-03", "byline", []),
        ),
        (
            "page data against one other",
            [("page", "2019-08-03"), ("byline", "3 August 2018")],
            ("2019-08-03", "page", ["dates-differ"]),
        ),
        (
            "two kinds outweigh the page data: the site was moved in 2021",
            [("page", "2021-05-01"), ("byline", "3 August 2019"), ("feed", "2019-08-03")],
            ("2019-08-03", "byline", ["dates-differ"]),
        ),
        (
            "one kind twice is one kind",
            [("page", "2021-05-01"), ("byline", "3 August 2019"), ("byline", "4 August 2019")],
            ("2021-05-01", "page", ["dates-differ"]),
        ),
        ("the epoch", [("page", "1970-01-01T00:00:00")], (None, "unknown", ["bad-date"])),
        ("before the web", [("byline", "1 January 1980")], (None, "unknown", ["bad-date"])),
        ("the future", [("page", "2099-01-01")], (None, "unknown", ["bad-date"])),
        ("tomorrow, east of here", [("page", "2026-11-27")], ("2026-11-27", "page", [])),
        (
            "the epoch, and a byline",
            [("page", "1970-01-01"), ("byline", "3 August 2019")],
            ("2019-08-03", "byline", ["bad-date"]),
        ),
        ("two readings", [("byline", "5/6/2019")], (None, "unknown", ["bad-date"])),
        ("no day", [("page", "today")], (None, "unknown", ["bad-date"])),
    ],
)
def test_evidence_is_weighed(what, evidence, expected):
    assert dated(*evidence) == expected, what


def test_what_a_person_or_the_file_says_is_not_put_to_the_vote():
    both = ("page", "2019-08-03"), ("byline", "3 August 2019")
    assert dated(*both, told="2020-01") == ("2020-01", "given", [])
    assert dated(*both, published="2020-01") == ("2020-01", "stated", ["dates-differ"])
    assert dated(*both, published="2019") == ("2019", "stated", [])


def test_a_person_may_date_a_page_before_the_web_but_not_after_today():
    assert dated(told="1982-02") == ("1982-02", "given", [])
    assert dated(told="2099") == (None, "unknown", ["bad-date"])
    assert dated(published="1970-01-01") == (None, "unknown", ["bad-date"])


@pytest.mark.parametrize(
    ("what", "stated", "reason"),
    [
        ("fetched", {"crawled": "2019-08-05T10:11:12Z"}, "fetched on 2019-08-05"),
        ("changed", {"changed": "2020-01-05"}, "changed on 2020-01-05"),
        ("both", {"crawled": "2021-03-01", "changed": "2020-01-05"}, "changed on 2020-01-05"),
    ],
)
def test_a_day_of_fetching_or_change_is_a_bound_and_no_date(what, stated, reason):
    published, basis, (note,) = date(Told(), Page("Some text.", **stated), TODAY)
    assert published is None, what
    assert basis == ("crawl" if "crawled" in stated else "unknown")
    assert note.code == "no-date"
    assert f"it was {reason}, so it was published no later than that" in note.reason


def test_no_page_was_published_after_it_was_fetched():
    late = ("page", "2021-05-01")
    assert dated(late, crawled="2019-08-05") == (None, "crawl", ["bad-date", "no-date"])
    assert dated(late, crawled="2021-05-01") == ("2021-05-01", "page", [])
    assert dated(late, crawled="soon") == ("2021-05-01", "page", [])


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("/2019/08/03/six-killed", "2019-08-03"),
        ("/world/2019/8/3/six-killed.html", "2019-08-03"),
        ("/world/2019/aug/03/six-killed", "2019-08-03"),
        ("/2019/08/six-killed/", "2019-08"),
        ("/six-killed-2019-08-03", "2019-08-03"),
        ("/news/20190803-six-killed", "2019-08-03"),
        ("/six-killed/2019/08/03", "2019-08-03"),
        ("/ar/2019/08/03/%D9%85%D9%82%D8%AA%D9%84", "2019-08-03"),
        ("/2019/six-killed", None),
        ("/report-2019/08", None),
        ("/2019/13/45/x", None),
        ("/story/1926689012", None),
        ("/articles/120190803", None),
        ("/2086774/3-turkey-attacks", None),
        ("/?p=2019-08-03", None),
        ("", None),
    ],
)
def test_a_day_or_month_in_the_address(path, named):
    assert in_address(f"https://www.paper.example{path}") == named


def test_a_broken_address_names_no_day():
    assert in_address("http://[1/2019/08/03/") is None


def test_an_address_dates_what_nothing_else_dates():
    url = "https://paper.example/2019/08/03/six-killed"
    assert dated(url=url) == ("2019-08-03", "address", [])
    assert dated(("page", "2018-08-03"), url=url) == ("2018-08-03", "page", ["dates-differ"])


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("1er août 2019", "2019-08-01"),
        ("3 AOÛT 2019", "2019-08-03"),
        ("3 de agosto de 2019", "2019-08-03"),
        ("3. August 2019", "2019-08-03"),
        ("3 Ağustos 2019", "2019-08-03"),
        ("3 أغسطس 2019", "2019-08-03"),
        ("٣ اغسطس ٢٠١٩", "2019-08-03"),
        ("3 آب/أغسطس 2019", "2019-08-03"),
        ("3 تشرين الأول 2019", "2019-10-03"),
        ("21 أوت 2019", "2019-08-21"),
        ("August 3rd, 2019", "2019-08-03"),
        ("Sept. 3, 2019", "2019-09-03"),
        ("août 2019", "2019-08"),
    ],
)
def test_months_are_named_in_many_languages(written, clean):
    assert clean_date(written) == clean


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: Saturday, 3 August 2019 at 10:00", "3 August 2019"),
        ("Publié le 3 août 2019 à 10h00", "3 août 2019"),
        ("نشر في ٣ آب / أغسطس ٢٠١٩ الساعة العاشرة", "٣ آب / أغسطس ٢٠١٩"),
        ("2019-08-03T10:00", "2019-08-03"),
        ("by A. Reporter, August 2019", None),
        ("3 augusts 2019", None),
        ("call 2019-08-03-11", None),
    ],
)
def test_a_day_is_found_in_a_line(line, day):
    assert day_in(line) == day
