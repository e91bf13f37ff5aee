"""A saved web page: the article's text, without menus, adverts and comments."""

import logging
import re

import trafilatura

from thirdhand.ingest.encoding import decode
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Page, Refused

# What it writes to its log about a page without an article is told by an issue row.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
# How far a page may run before it names its encoding or language; HTML's own rule is 1,024 bytes.
HEAD = 4096
CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE
)
LANG = re.compile(r"""<html\b[^>]*?\s(?:xml:)?lang\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
# Only dates that the page states as its own (metadata, time elements, its address). The looser
# search takes the year of a copyright line for the first of January.
DATES = {"original_date": True, "extensive_search": False}


def read_web(data: bytes, limits: Limits) -> Page:
    """The article as trafilatura finds it. Refused where there is none, or too much markup."""
    declared = CHARSET.search(data[:HEAD])
    source, notes = decode(data, declared.group(1).decode() if declared else None)
    if (tags := source.count("<")) > limits.max_tags:
        size = f"{tags:,} tags, over the limit of {limits.max_tags:,}"
        raise Refused("too-many-tags", f"{size} for one page; save its text as .txt")
    if not WHOLE.search(source):  # a piece cut out of a page, as mail programs save it
        source = f"<html><body>{source}</body></html>"
    found = trafilatura.bare_extraction(
        source, include_comments=False, with_metadata=True, date_extraction_params=DATES
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise Refused("no-article", "no running text was found on this page; save it as .txt")
    lang = LANG.search(source[:HEAD])
    return Page(
        found.text,
        title=found.title,
        published=found.date,
        publisher=found.sitename,
        url=found.url,
        language=lang.group(1) if lang else None,
        notes=notes,
    )
