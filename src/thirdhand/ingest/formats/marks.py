"""Raised characters: a mark of a footnote must not become a digit of the number before it."""

import re

# What can point at a note: numbers, a letter, a sign; several with commas between.
MARK = re.compile(r"(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*\u2020\u2021\u00a7\u00b6#]{1,4})", re.ASCII)
MARKS = re.compile(r"[,;\s]+")
BRACKETS = "[]()"
UNIT = re.compile(r"\b[kcm]?m$")
POWERS = {"2": "\u00b2", "3": "\u00b3"}
RAISED = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
SMALL = re.compile("(?<=[0-9])[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+")


def mark(raised: str, before: str) -> str:
    """How characters set above the line are written behind `before`.

    "69,015" with 1 raised is "69,015 [1]", and so is the beginning of the note itself: "[1] ...".
    Two marks are " [1] [2]", m with 2 raised is "m²", and 2nd stays as it is.
    """
    bare = raised.strip().strip(BRACKETS)
    if bare in POWERS and UNIT.search(before):
        return POWERS[bare]
    parts = [part for part in MARKS.split(bare) if part]
    if not parts or not all(MARK.fullmatch(part) for part in parts):
        return raised
    shown = " ".join(f"[{part}]" for part in parts)
    gap = " " if before and not before[-1].isspace() else ""
    return gap + shown + (" " if raised[-1:].isspace() or not before else "")


def apart(text: str) -> str:
    """`text` with raised digits that have a character of their own, as in 69,015¹, set apart."""
    return SMALL.sub(lambda match: f" [{match.group().translate(RAISED)}]", text)
