"""Any soup of tags and dates gives a page or a reason, never an exception."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.ingest import Limits, Told
from thirdhand.ingest.formats.web import read_web
from thirdhand.ingest.known import date, publisher
from thirdhand.ingest.page import Refused
from thirdhand.model import Period

TODAY = dt.date(2026, 11, 26)
TAGS = "article aside b blockquote div figure h1 h2 li main nav p section span table td time tr ul"
PIECES = [
    *(f"<{tag}>" for tag in TAGS.split()),
    *(f"</{tag}>" for tag in TAGS.split()),
    '<div class="related">',
    '<p class="date">',
    '<time datetime="2019-08-03T10:00">',
    '<time datetime="">',
    '<a href="/x">read more of the same here</a>',
    '<meta property="article:published_time" content="2019-08-03">',
    '<meta name="date" content="">',
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":5}</script>',
    '<script type="application/ld+json">[[{"@graph":{"@type":["X"]}}],null]</script>',
    '<script type="application/ld+json">{"@type":"Article","articleBody":"&lt;p&gt;x"}</script>',
    '<script type="application/ld+json">' + "[" * 500,
    '<link rel="canonical" href="https://t.me/a/1">',
    '<link rel="canonical" href="http://[1/2019/08/03/">',
    "<title>Six killed | Post</title>",
    "Six killed ",
    "Published 3 August 2019 ",
    "Updated 5/6/2019 ",
    "٣ آب / أغسطس ٢٠١٩ ",
    "Some 500 people left the camp last month, the mayor of the town said on Monday. ",
    "We use cookies on this site. ",
    "Related news: ",
    "\0\ufffd\u202e",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_soup_is_a_page_or_a_reason(soup: str) -> None:
    try:
        page = read_web(f"<html><body>{soup}".encode(), Limits())
    except Refused:
        return
    published, basis, notes = date(Told(), page, TODAY)
    assert page.text.strip()
    assert (published is None) == (basis in ("unknown", "crawl"))
    if published:
        assert Period.parse(published).first <= TODAY + dt.timedelta(days=1)
    else:
        assert notes
    assert publisher(Told(), page) != ""
