"""What office documents share: blocks of text, notes at the end, and what to say of the file."""

import re

from thirdhand.ingest.formats.marks import apart
from thirdhand.ingest.page import Note

SPACES = re.compile("[ \u00a0]{2,}")
# Titles that a program left there: file names, "Microsoft Word - x", "untitled", bare numbers.
NO_TITLE = re.compile(
    r"(?:.*\.(?:docx?|odt|pdf|pptx?|xlsx?|indd|rtf|qxd|tmp)|microsoft (?:word|powerpoint).*"
    r"|untitled.*|document ?\d*|title|slide \d+|powerpoint presentation|[\W\d_]*)",
    re.IGNORECASE | re.DOTALL,
)
SHOWN = 300


class Story:
    """The text of a document while it is read: blocks in order, and the notes they point at."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._notes: list[str] = []

    def add(self, block: str) -> None:
        """One paragraph, or one table of several lines; blank ones are left out."""
        if clean := tidy(block):
            self.blocks.append(clean)

    def note(self, body: str) -> str:
        """Put a note's own text at the end; the mark that stands for it in the text, "[1]"."""
        self._notes.append(tidy(body).replace("\n", " "))
        return f"[{len(self._notes)}]"

    def text(self) -> str:
        """A line a paragraph, a blank line around a table, the notes last."""
        notes = [f"[{number}] {body}" for number, body in enumerate(self._notes, 1)]
        out = ""
        above = ""
        for block in self.blocks:
            wide = "\n" in block or "\n" in above
            out += ("\n\n" if wide else "\n") * bool(out) + block
            above = block
        return out + ("\n\n" + "\n".join(notes) if notes else "")


def tidy(text: str) -> str:
    """One space for several, none at the ends of lines, raised digits apart."""
    lines = (SPACES.sub(" ", line).strip(" ") for line in apart(text).split("\n"))
    return "\n".join(lines).strip("\n")


def title(written: str) -> str | None:
    """The title a file states; None for what a program left there."""
    bare = " ".join(written.split())
    return None if NO_TITLE.fullmatch(bare) else bare


def left_out(what: str, pieces: list[str]) -> tuple[Note, ...]:
    """A note on what is no part of the telling: heads, feet, comments, hidden text."""
    words = list(dict.fromkeys(piece for piece in map(tidy, pieces) if piece))
    if not words:
        return ()
    shown = "; ".join(words)
    shown = shown if len(shown) <= SHOWN else shown[:SHOWN] + "..."
    return (Note("page-furniture", "note", f"left out {what}: {shown}"),)


def changes(added: int, deleted: int) -> tuple[Note, ...]:
    """A note on tracked changes: what was put in is text, what was struck out is not."""
    if not added + deleted:
        return ()
    reason = f"changes are tracked: {added} put in (taken as text), {deleted} struck out (left out)"
    return (Note("tracked-changes", "note", reason),)


def made(day: str | None, what: str) -> tuple[Note, ...]:
    """A note on the day a file was made, which is not the day it was published."""
    if not day:
        return ()
    reason = f"the {what} file was made on {day}, which need not be the day it was published"
    return (Note("file-date", "note", reason),)
