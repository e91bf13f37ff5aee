"""The lines of the extractor as lines of ours: rows of tables, and blocks that it ran together."""

import re
from collections.abc import Iterator, Sequence

from thirdhand.ingest.formats.grid import row
from thirdhand.ingest.formats.web.tree import BLOCKS, Element, leaves, words_of

# A row as the extractor writes it, and the rule below a head.
ROW = re.compile(r"\s*\|(?P<cells>.*)\|\s*")
RULE = re.compile(r"\s*\|(?:\s*:?-{3,}:?\s*\|)+\s*")
# A bar within a cell is written with a stroke before it.
BAR = re.compile(r"(?<!\\)\|")
# Longer lines are not looked through.
LONGEST = 200_000


def unbarred(text: str) -> str:
    """`text` with rows of tables without bars about them, and without rules below their heads."""
    lines = (_row(line) for line in text.split("\n") if not RULE.fullmatch(line))
    return "\n".join(line for line in lines if line is not None)


def _row(line: str) -> str | None:
    """The line; None for a row that holds nothing."""
    found = ROW.fullmatch(line)
    if found is None:
        return line
    return row([cell.replace("\\|", "|") for cell in BAR.split(found["cells"])]) or None


def parted(root: Element, text: str) -> str:
    """`text` with each line that is nothing but blocks of the tree, one after the other, parted.

    Of a page with few words the extractor gives all of them in one line.
    """
    blocks = [words for e in leaves(root) if e.tag in BLOCKS and (words := words_of(e))]
    return "\n".join("\n".join(_each(line, blocks)) for line in text.split("\n"))


def _each(line: str, blocks: Sequence[str]) -> Iterator[str]:
    words = " ".join(line.split())
    if len(words) <= LONGEST:
        for at, first in enumerate(blocks):
            if words.startswith(f"{first} ") and (found := _run(words, blocks[at:])):
                yield from found
                return
    yield line


def _run(words: str, blocks: Sequence[str]) -> list[str]:
    """The blocks that make up all of `words`; none where they do not."""
    out, at = [], 0
    for block in blocks:
        if not words.startswith(block, at):
            return []
        out.append(block)
        at += len(block)
        if at == len(words):
            return out
        if words[at] != " ":
            return []
        at += 1
    return []
