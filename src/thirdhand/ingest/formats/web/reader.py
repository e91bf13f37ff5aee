"""A saved web page: the article's text, without menus, adverts and comments."""

import logging
import re
from copy import deepcopy

import trafilatura

from thirdhand.ingest.dates import iso
from thirdhand.ingest.encoding import decode
from thirdhand.ingest.formats.web import tree
from thirdhand.ingest.formats.web.byline import bylines, changed_on, dateline
from thirdhand.ingest.formats.web.data import stated
from thirdhand.ingest.formats.web.furniture import cleared, trimmed
from thirdhand.ingest.formats.web.heading import titled
from thirdhand.ingest.formats.web.lines import parted, unbarred
from thirdhand.ingest.formats.web.raised import apart
from thirdhand.ingest.formats.web.whole import whole
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Dated, Page, Refused

# What it writes to its log about a page without an article is told by an issue row.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
# How far a page may run before it names its encoding or language; HTML's own rule is 1,024 bytes.
HEAD = 4096
CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE
)
LANG = re.compile(r"""<html\b[^>]*?\s(?:xml:)?lang\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
# Where the page's data holds this many times the text that was found, the data is taken.
FULLER = 2


def read_web(data: bytes, limits: Limits) -> Page:
    """The article, and what the page states. Refused where there is none, or too much markup."""
    declared = CHARSET.search(data[:HEAD])
    source, notes = decode(data, declared.group(1).decode() if declared else None)
    if (tags := source.count("<")) > limits.max_tags:
        size = f"{tags:,} tags, over the limit of {limits.max_tags:,}"
        raise Refused("too-many-tags", f"{size} for one page; save its text as .txt")
    if not WHOLE.search(source):  # a piece cut out of a page, as mail programs save it
        source = f"<html><body>{source}</body></html>"
    root = tree.parsed(source)
    if root is None:
        raise _nothing()
    lang = LANG.search(source[:HEAD])
    language = lang.group(1) if lang else None
    about = trafilatura.extract_metadata(root, extensive=False)
    said = stated(root, about.title, about.url)
    root = apart(tree.bare(root))
    title = titled(root, about.title)
    beside = bylines(root, title, language)
    text = _article(cleared(root, title), said.body, title)
    days = [Dated("page", day) for day in said.published]
    days += [Dated("byline", day) for day in beside or dateline(text, language)]
    text = trimmed(text, title, iso(day.written for day in days))
    if not text.strip():
        raise _nothing()
    return Page(
        text,
        title=title,
        publisher=about.sitename,
        url=about.url,
        language=language,
        notes=notes,
        dates=tuple(days),
        changed=said.changed or changed_on(root, title),
    )


def _article(root: tree.Element, stated: str | None, title: str | None) -> str:
    """The text that trafilatura finds, or what the page's data holds where that is far more."""
    found = trafilatura.bare_extraction(deepcopy(root), include_comments=False)
    text = "" if found is None or isinstance(found, dict) else found.text or ""
    if stated and len(stated) > FULLER * len(text):
        return stated
    if not text:
        raise _nothing()
    return whole(root, unbarred(parted(root, text)), title)


def _nothing() -> Refused:
    return Refused("no-article", "no running text was found on this page; save it as .txt")
