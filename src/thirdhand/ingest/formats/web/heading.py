"""Which line of a page is the heading of its article."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from thirdhand.ingest.formats.web.tree import Element, leaves, words_of

# What parts a headline from the name of the site in a title: "Kelwa Times :: Water returns".
PARTS = re.compile(r"\s*(?:::|[|»«•·–—])\s*|\s+-\s+|:\s+")
HEADINGS = ("h1", "h2", "h3", "h4")


def titled(root: Element, title: str | None) -> str | None:
    """The article's title: `title` unless the page's own heading shows it to be the site's name."""
    own = next((words_of(e) for e in root.iter("title")), None)
    lines = list(leaves(root))
    if title and any(folded(words_of(line)) == folded(title) for line in lines):
        return title
    at = heading(lines, own)
    return title if at is None else words_of(lines[at])


def heading(lines: Sequence[Element], title: str | None) -> int | None:
    """The place of the heading among `lines`; None where there is none.

    The line that says most of the title, a heading before a plain line; else the first h1.
    """
    told = forms(title)
    said = [(n, told.get(folded(words_of(line)), 0)) for n, line in enumerate(lines)]
    most = max((words for _, words in said), default=0)
    if most:
        same = [n for n, words in said if words == most]
        return next((n for n in same if lines[n].tag in HEADINGS), same[0])
    return next((n for n, line in enumerate(lines) if line.tag == "h1"), None)


def is_title(line: str, title: str | None) -> bool:
    """True where the line is the title, or the title without the site's name."""
    return folded(line) in forms(title)


@lru_cache(maxsize=64)
def forms(title: str | None) -> Mapping[str, int]:
    """The title, each part of it, and all but its last or first part; each with its words."""
    if not title:
        return {}
    cuts = [(0, 0), *(m.span() for m in PARTS.finditer(title)), (len(title), len(title))]
    parts = [title[one[1] : two[0]] for one, two in pairwise(cuts)]
    whole = [title, title[: cuts[-2][0]], title[cuts[1][1] :]]
    each = (folded(form) for form in (*whole, *parts))
    return {form: len(form.split()) for form in each if form}


def folded(text: str) -> str:
    """Its words alone, small."""
    return " ".join(re.findall(r"\w+", text.casefold()))
