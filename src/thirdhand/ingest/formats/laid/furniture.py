"""Running heads, feet and page numbers: lines that come again on page after page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from thirdhand.ingest.formats.laid.line import Line

# How many lines at the top and at the bottom of a page can be furniture.
DEPTH = 2
# A longer line is no furniture.
LENGTH = 200
NUMBER = re.compile(r"\d{1,4}", re.ASCII)
BARE_NUMBER = re.compile(
    r"[-\u2013\u2014|\s]*(?:page\s*)?<-?\d+>(?:\s*(?:of|/)\s*\d+)?[-\u2013\u2014|\s]*",
    re.IGNORECASE,
)
# A head stands on at least this many pages, and on half of all; a bare page number on two.
PAGES = 3


def bare(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """`pages` without furniture, and the lines that were left out.

    A head of words alone stays the first time: on a first page it is the title.
    """
    seen = Counter(key for n, page in enumerate(pages) for key in _page_keys(page, n))
    heads: set[str] = set()
    dropped: list[str] = []
    kept = []
    for n, page in enumerate(pages):
        out = {at for at in _edges(page) if _again(page[at].text, n, seen, len(pages))}
        first = {
            at for at in out if not NUMBER.search(page[at].text) and page[at].text not in heads
        }
        heads |= {page[at].text for at in first}
        out -= first
        dropped += [page[at].text for at in sorted(out)]
        kept.append([line for at, line in enumerate(page) if at not in out])
    return kept, dropped


def _edges(page: Sequence[Line]) -> set[int]:
    """The lines that can be furniture. A row of a table is none, though pages repeat the table."""
    edges = {*range(len(page))[:DEPTH], *range(len(page))[-DEPTH:]}
    return {at for at in edges if not page[at].row}


def _page_keys(page: Sequence[Line], n: int) -> set[str]:
    return {key for at in _edges(page) for key in _keys(page[at].text, n)}


def _keys(text: str, n: int) -> Iterator[str]:
    """The line itself, and the line with one of its numbers told as its distance from the page's.

    So "7" on the fifth page and "8" on the sixth have one key.
    """
    if len(text) > LENGTH:
        return
    yield text
    for match in NUMBER.finditer(text):
        yield f"{text[: match.start()]}<{int(match.group()) - n}>{text[match.end() :]}"


def _again(text: str, n: int, seen: Counter[str], pages: int) -> bool:
    for key in _keys(text, n):
        needed = 2 if BARE_NUMBER.fullmatch(key) else max(PAGES, pages / 2)
        if seen[key] >= needed:
            return True
    return False
