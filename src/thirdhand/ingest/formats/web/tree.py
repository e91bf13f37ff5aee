"""The tree of a page: parsed once, and asked in plain words."""

import re
from collections.abc import Iterator
from typing import Any

import trafilatura

# lxml has no types of its own.
Element = Any
# Elements that make a line of their own.
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td"
    " tfoot th thead tr ul".split()
)
UNSEEN = ("script", "style", "template", "svg")
# What may hold blocks and words side by side.
MIXED = ("body", "div", "td", "center", "section", "article", "main", "li", "blockquote")
NAMED = ("class", "id", "itemprop", "role", "data-testid")


def parsed(source: str) -> Element | None:
    """The tree of a page; None where it is none."""
    return trafilatura.load_html(source)


def bare(root: Element) -> Element:
    """The tree without scripts, styles and what is never shown."""
    for element in list(root.iter(*UNSEEN)):
        drop(element)
    for element in list(root.iter(*MIXED)):
        if any(_is_block(child) for child in element):
            _wrap(element)
    return root


def _is_block(element: Element) -> bool:
    """True for a block, and for what holds one, as old pages have a font around their lines."""
    return element.tag in BLOCKS or next(element.iterdescendants(*BLOCKS), None) is not None


def _wrap(block: Element) -> None:
    """Give words that lie loose between the blocks of `block` blocks of their own, by the line."""
    loose = None
    if (block.text or "").strip():
        loose = block.makeelement("div")
        loose.text, block.text = block.text, None
        block.insert(0, loose)
    for child in [c for c in block if c is not loose]:
        words, child.tail = child.tail, None
        if child.tag == "br" or _is_block(child):
            loose = None
        elif loose is None:
            loose = block.makeelement("div")
            child.addprevious(loose)
            loose.append(child)
        else:
            loose.append(child)
        if not (words or "").strip():
            continue
        if loose is None:
            loose = block.makeelement("div")
            loose.text = words
            child.addnext(loose)
        else:
            child.tail = words


def words_of(element: Element) -> str:
    """Its text on one line."""
    return " ".join(" ".join(element.itertext()).split())


def marks(element: Element) -> str:
    """What its makers call it: class, id, itemprop and role."""
    return " ".join(element.get(name, "") for name in NAMED).strip().lower()


def drop(element: Element) -> None:
    """Take it out of the tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = f"{parent.text or ''} {element.tail}"
        else:
            before.tail = f"{before.tail or ''} {element.tail}"
    parent.remove(element)


def leaves(root: Element) -> Iterator[Element]:
    """What has words and no block in it, in order: paragraphs, headings, named spans, bare divs."""
    over: set[Element] = set()
    for element in root.iter(*BLOCKS):
        above = element.getparent()
        while above is not None and above not in over:
            over.add(above)
            above = above.getparent()
    for element in root.iter():
        if element in over or not isinstance(element.tag, str):
            continue
        if (element.tag in BLOCKS or element.tag == "time" or marks(element)) and words_of(element):
            yield element


def within(element: Element, marked: re.Pattern[str], tags: frozenset[str]) -> bool:
    """True where it, or what it stands in, is one of `tags` or called by a word of `marked`."""
    held = element
    while held is not None and held.tag not in {"body", "html"}:
        if held.tag in tags or marked.search(marks(held)):
            return True
        held = held.getparent()
    return False
