"""Rich text (.rtf): its words, tables as rows, footnotes linked by their marks.

Read by its control words here, and not by a library: the one at hand drops footnotes, and runs a
raised 1 into the number before it.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from thirdhand.ingest.formats.grid import rows
from thirdhand.ingest.formats.marks import mark
from thirdhand.ingest.formats.prose import Story, changes, left_out, made, title
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Page

# A control word with its number, a byte by its code, a control sign, a brace, plain text.
TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
# Raw bytes of pictures, which can hold braces: \bin and how many.
RAW = re.compile(rb"\\bin(\d{1,9}) ?")
# Groups that hold no text of the telling. Unknown ones that begin with \* are left out too.
APART = frozenset(
    """fonttbl colortbl stylesheet info pict object xe tc fldinst nonesttables revtbl""".split()
)
HEADS = frozenset("header footer headerl headerr headerf footerl footerr footerf".split())
# Starred groups that hold text all the same.
STARRED = frozenset(("annotation", "shpinst", "shptxt"))
SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "bullet": "\u2022",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "nestcell": " ",
    "nestrow": " ",
    "~": " ",
    "_": "-",
    "{": "{",
    "}": "}",
    "\\": "\\",
}
BREAKS = frozenset(("par", "sect", "page", "\n", "\r"))
# Windows code pages by the number that a font's character set has.
CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}


def read_rtf(data: bytes, _limits: Limits) -> Page:
    """The words, without what was struck out or hidden, which is noted with heads and comments.

    Footnotes stand last, numbered in the order of their marks.
    """
    reader = _Reader()
    reader.read(_without_raw(data).decode("latin-1"))
    kept = reader.kept
    return Page(
        _paired(reader.story.text()),
        title=title(_paired("".join(kept["title"]))),
        notes=(
            *changes(*reader.changed),
            *left_out("comments", kept["annotation"]),
            *left_out("hidden text", kept["hidden"]),
            *left_out("heads and feet of pages", kept["head"]),
            *made(reader.made(), "RTF"),
        ),
    )


def _without_raw(data: bytes) -> bytes:
    """The file without the raw bytes of pictures."""
    out, start = [], 0
    for match in RAW.finditer(data):
        if match.start() >= start:
            out.append(data[start : match.start()])
            start = match.end() + int(match[1])
    return b"".join([*out, data[start:]])


def _paired(text: str) -> str:
    """Characters that were written as two halves, as one."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@dataclass(frozen=True, slots=True)
class State:
    """What holds within a group.

    kind: what the group is, "" for a part of the one round it. into: what its text goes to. skip:
    how many bytes stand for a character that is also given by its number.
    """

    kind: str = ""
    into: str = "body"
    raised: bool = False
    gone: bool = False
    hidden: bool = False
    row: bool = False
    skip: int = 1
    font: int = 0


class _Reader:
    """One walk over the tokens."""

    def __init__(self) -> None:
        self.story = Story()
        self.kept: dict[str, list[str]] = {
            kind: [] for kind in ("title", "annotation", "hidden", "head", "created")
        }
        self.changed = [0, 0]
        self._state = State()
        self._stack: list[State] = []
        self._out: dict[str, list[str]] = {}
        self._raised: list[str] = []
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._bytes = bytearray()
        self._left = 0  # of the bytes that stand for a character given by its number
        self._star = False
        self._boxes: list[str] = []
        self._cells: list[str] = []
        self._rows: list[list[str]] = []
        self._words: dict[str, Callable[[int | None], None]] = {
            **dict.fromkeys(BREAKS, self._paragraph),
            "cell": self._cell,
            "row": self._row,
            "u": self._character,
            "ansicpg": self._code_page,
            "fcharset": self._charset,
        }

    def read(self, source: str) -> None:
        """All tokens, up to the end of the outermost group."""
        for match in TOKEN.finditer(source):
            word, number, code, sign, brace, text = match.groups()
            if code:
                self._byte(int(code, 16))
                continue
            self._decoded()
            if brace == "{":
                self._stack.append(self._state)
                self._state = replace(self._state, kind="")
            elif brace:
                self._close()
                if not self._stack:
                    break
            elif word or sign:
                self._control(word or sign, int(number) if number else None)
            elif text:
                self._emit(text[self._left :])
                self._left = max(self._left - len(text), 0)
        self._decoded()
        self._paragraph(None)
        self._flush_table()

    def made(self) -> str | None:
        """The day that the file gives as its first, YYYY-MM-DD."""
        year, month, day = (self.kept["created"] + [""] * 3)[:3]
        return f"{year}-{month:0>2}-{day:0>2}" if year and month and day else None

    def _control(self, word: str, number: int | None) -> None:
        star, self._star = self._star, word == "*"
        self._left = 0
        state, on = self._state, number != 0
        if word in self._words:
            self._words[word](number)
        elif word in SIGNS:
            self._emit(SIGNS[word])
        elif word in ("super", "up"):
            self._state = replace(state, raised=on)
        elif word in ("nosupersub", "sub", "dn"):
            self._state = replace(state, raised=False)
        elif word == "plain":
            self._state = replace(state, raised=False, gone=False, hidden=False)
        elif word in ("pard", "intbl"):
            self._state = replace(state, row=word == "intbl")
        elif word in ("deleted", "revised", "v"):
            self._marked(word, on)
        elif word == "f":
            self._state = replace(state, font=number or 0)
        elif word == "uc":
            self._state = replace(state, skip=max(number or 0, 0))
        else:
            self._destination(word, number, star)

    def _marked(self, word: str, on: bool) -> None:
        state = self._state
        if word == "v":
            self._state = replace(state, hidden=on)
        elif word == "deleted":
            self.changed[1] += on and not state.gone
            self._state = replace(state, gone=on)
        else:
            self.changed[0] += on

    def _destination(self, word: str, number: int | None, star: bool) -> None:
        """A group that goes elsewhere, told by its first word."""
        kind, into = word, self._state.into
        if word == "footnote":
            into = f"note {len(self._stack)}"
            self._out[into] = []
        elif word in HEADS:
            kind, into = "head", "head"
        elif word == "title" and self._stack and self._stack[-1].kind == "info":
            into = "title"
        elif word == "annotation":
            into = "annotation"
        elif word == "shptxt":
            into = "box"
        elif word == "creatim":
            into = "created"
        elif word in ("yr", "mo", "dy") and into == "created":
            self.kept["created"].append(str(number or ""))
            return
        elif word in APART or (star and word not in STARRED):
            into = ""
        else:
            return
        self._raise()
        self._state = replace(self._state, kind=kind, into=into)

    def _close(self) -> None:
        closed, parent = self._state, self._stack.pop() if self._stack else State()
        if closed.into != parent.into or closed.raised != parent.raised:
            self._raise()
        # What a group says of the row of a table holds beyond it.
        self._state = replace(parent, row=closed.row) if parent.into == closed.into else parent
        if closed.kind == "shptxt":
            self._boxes.append("".join(self._out.pop("box", [])))
        if closed.kind == "footnote" and closed.into.startswith("note"):
            sign = self.story.note("".join(self._out.pop(closed.into, [])))
            if parent.into:
                line = self._sink(parent.into)
                line.append(mark(sign, _last(line)))

    def _emit(self, text: str) -> None:
        state = self._state
        if not text or not state.into or state.gone or state.into == "created":
            return
        if state.hidden:
            self.kept["hidden"].append(text)
        elif state.raised:
            self._raised.append(text)
        else:
            self._raise()
            self._sink(state.into).append(text)

    def _raise(self) -> None:
        """Put what was raised into the line, as a mark."""
        if self._raised:
            line = self._sink(self._state.into or "body")
            line.append(mark("".join(self._raised), _last(line)))
            self._raised.clear()

    def _sink(self, into: str) -> list[str]:
        return self.kept[into] if into in self.kept else self._out.setdefault(into, [])

    def _paragraph(self, _number: int | None) -> None:
        self._raise()
        if self._state.into == "box":
            self._emit("\n")
        elif self._state.into != "body" or self._state.row:
            self._emit(" ")
        else:
            line = "".join(self._out.pop("body", []))
            if line.strip():
                self._flush_table()
                self.story.add(line)
            for box in self._boxes:
                self.story.add(box)
            self._boxes.clear()

    def _cell(self, _number: int | None) -> None:
        self._raise()
        if self._state.into == "body":
            self._cells.append("".join(self._out.pop("body", [])))

    def _row(self, _number: int | None) -> None:
        if self._state.into == "body":
            self._rows.append(self._cells)
            self._cells = []

    def _flush_table(self) -> None:
        self.story.add(rows([*self._rows, self._cells]))
        self._rows, self._cells = [], []

    def _byte(self, byte: int) -> None:
        if self._left:
            self._left -= 1
        else:
            self._bytes.append(byte)

    def _decoded(self) -> None:
        """Put the bytes that were given by their codes into the line, in the page of their font."""
        if self._bytes:
            page = self._fonts.get(self._state.font, self._page)
            text = self._bytes.decode(page, "replace")
            self._bytes.clear()
            self._emit(text)

    def _character(self, number: int | None) -> None:
        if number is not None:
            self._emit(chr(number % 0x10000))
            self._left = self._state.skip

    def _code_page(self, number: int | None) -> None:
        name = {65001: "utf-8", 10000: "mac_roman"}.get(number or 0, f"cp{number}")
        try:
            self._page = codecs.lookup(name).name
        except LookupError:
            return

    def _charset(self, number: int | None) -> None:
        if number in CHARSETS:
            self._fonts[self._state.font] = CHARSETS[number]


def _last(line: list[str]) -> str:
    return next((piece for piece in reversed(line) if piece), "")
