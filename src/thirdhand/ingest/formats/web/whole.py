"""Put back what the extractor left out within an article: its headings, its lead, a lost part."""

from thirdhand.ingest.formats.web.byline import ASIDE, ELSEWHERE, is_byline
from thirdhand.ingest.formats.web.furniture import is_call
from thirdhand.ingest.formats.web.heading import folded, heading
from thirdhand.ingest.formats.web.tree import BLOCKS, Element, leaves, within, words_of

HEADINGS = frozenset(("h2", "h3", "h4"))
PROSE = frozenset(("p", "li", "blockquote", "dd"))
# A paragraph of fewer words is a label or a button; a heading of more is none.
FEWEST, MOST = 6, 20
# How far ahead of the last line a block is looked for.
AHEAD = 8
# Blocks of fewer words stand in too many lines to tell a place.
TELLING = 3
LINKED = 0.5


def whole(root: Element, text: str, title: str | None) -> str:
    """`text` with the missing lines of the article put in their place.

    They are looked for between the first and the last block of the tree that `text` holds, and
    between the main heading and the first.
    """
    lines = text.split("\n")
    blocks = [e for e in leaves(root) if e.tag in BLOCKS]
    places = _places(blocks, lines)
    held = [n for n, place in enumerate(places) if place is not None]
    if not held:
        return text
    head = heading(blocks[: held[0] + 1], title)
    first = held[0] if head is None else head + 1
    told = folded(text)
    added: dict[int, list[str]] = {}
    at, follows = len(lines), False
    for n in range(held[-1], first - 1, -1):
        place = places[n]
        if place is not None:
            at, follows = place, True
        elif _belongs(blocks[n], follows) and folded(words_of(blocks[n])) not in told:
            added.setdefault(at, []).insert(0, words_of(blocks[n]))
            follows = True
        else:
            follows = False
    return "\n".join(line for n, kept in enumerate(lines) for line in (*added.get(n, ()), kept))


def _places(blocks: list[Element], lines: list[str]) -> list[int | None]:
    """The line of `text` in which each block stands; None for one that is missing.

    It is the same line, or a longer one among those that come next.
    """
    told = [folded(line) for line in lines]
    same: dict[str, list[int]] = {}
    for n, line in enumerate(told):
        same.setdefault(line, []).append(n)
    at, found = 0, []
    for block in blocks:
        words = folded(words_of(block))
        near = range(at, min(len(lines), at + AHEAD))
        place = next((n for n in same.get(words, ())[:MOST] if n >= at), None)
        place = next((n for n in near if words in told[n]), None) if place is None else place
        if place is not None and len(words.split()) >= TELLING:
            at = place
        found.append(place)
    return found


def _belongs(block: Element, follows: bool) -> bool:
    """True for a block of prose, or a heading with text right below it (`follows`)."""
    words = words_of(block)
    many = len(words.split())
    if is_call(words) or is_byline(words) or within(block, ASIDE, ELSEWHERE):
        return False
    if block.tag in HEADINGS:
        return follows and many <= MOST
    linked = sum(len(words_of(a)) for a in block.iter("a"))
    return block.tag in PROSE and many >= FEWEST and linked < LINKED * len(words)
