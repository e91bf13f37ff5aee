"""Made-up accounts in which every name, number and point is marked, and how masking fares on them.

accounts/open and accounts/closed each hold one half; rules are mended on the open one alone. A
file has lines of a head, an empty line, and its text. `{p|...}` is a private person, `{c|...}` what
leads to one by a number or a place, `{k|...}` a name that stands, `{n|...}` a figure or a date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from benchmarks.mask.score import all_of_it
from thirdhand.case import open_case
from thirdhand.faces.cli.init import filled
from thirdhand.mask import mask
from thirdhand.model import Account, Dossier, Findings, View, content_id
from thirdhand.model.audience import NAME
from thirdhand.read import Readers
from thirdhand.words import vocabulary

HOME = Path(__file__).with_name("accounts")
SITE = "tal-rumman"
Half = Literal["open", "closed", "open2", "closed2"]
_MARK = re.compile(r"\{([pckn])\|([^{}]*)\}")
_ALIASES = (
    '["Tal Rumman camp", "TalRumman", "تل رمان", "Kofar Ruwa", "Dhagax Cad", "Vyshneve",'
    ' "Santa Rita"]'
)
# What may be left of a name: a title, and words that describe.
_TITLES = frozenset(
    """mr mrs ms dr mama umm um abu abou malam hajiya alhaji hajja doña sheikh nurse little bro the
    famille mme from bakery less said""".split()
)
_LONG = 2


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a title or text. kind: "p", "c", "k" or "n"."""

    ref: str
    field: str
    start: int
    end: int
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Made:
    """One account: the fields of its head and its text without marks, and what was marked."""

    ref: str
    fields: dict[str, str]
    marks: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Fared:
    """Each as marks: private persons and contacts left readable, names and figures that fell.

    masked: private persons hidden. others: words hidden as a name that no mark is about.
    of: how many marks of each kind there were.
    """

    masked: tuple[Marked, ...]
    persons: tuple[Marked, ...]
    contacts: tuple[Marked, ...]
    names: tuple[Marked, ...]
    figures: tuple[Marked, ...]
    others: tuple[tuple[str, str], ...]
    of: dict[str, int]

    @property
    def recall(self) -> float:
        """The share of private persons of whose names no word is left."""
        return len(self.masked) / (len(self.masked) + len(self.persons))

    @property
    def precision(self) -> float:
        """Of all that is hidden as a name, the share that is a private person's."""
        return len(self.masked) / (len(self.masked) + len(self.names) + len(self.others))


def made(half: Half) -> Iterator[Made]:
    """The accounts of one half, in order."""
    for path in sorted((HOME / half).glob("*.txt")):
        yield _made(path.stem, path.read_text("utf-8"))


def _made(ref: str, raw: str) -> Made:
    head, text = raw.split("\n\n", 1)
    told = dict(line.split(": ", 1) for line in head.splitlines())
    fields, marks = {}, []
    for name, marked in {**told, "text": text}.items():
        plain = ""
        at = 0
        for found in _MARK.finditer(marked):
            plain += marked[at : found.start()]
            span = len(plain), len(plain) + len(found[2])
            marks.append(Marked(ref, name, *span, found[1], found[2]))
            plain += found[2]
            at = found.end()
        fields[name] = plain + marked[at:]
    return Made(ref, fields, tuple(marks))


def case() -> str:
    """`case.toml` of the place: the template of a camp, without a threshold for small counts."""
    text = filled("camp", "Tal Rumman").replace("small_cell = 5", "small_cell = 0", 1)
    return re.sub(r"(?m)^aliases = \[\].*$", f'aliases = {_ALIASES}\ncountry = "SY"', text, count=1)


def fared(half: Half, folder: Path) -> Fared:
    """How the English accounts of a half fare as if all their words were shown.

    folder: an empty one, for the case.
    """
    rows = [row for row in made(half) if row.fields["language"] == "en"]
    whole = _dossier(rows, folder)
    now = {a.ref: {"text": a.text, "title": a.title or ""} for a in mask(whole, "public").accounts}
    marks = [m for row in rows for m in row.marks if m.field in ("text", "title")]
    left = {m: now[m.ref][m.field][m.start : m.end] for m in marks}
    persons = [m for m in marks if m.kind == "p"]
    return Fared(
        tuple(m for m in persons if not readable(m.words, left[m])),
        tuple(m for m in persons if readable(m.words, left[m])),
        tuple(m for m in marks if m.kind == "c" and led(m.words, left[m])),
        tuple(m for m in marks if m.kind == "k" and left[m] != m.words),
        tuple(m for m in marks if m.kind == "n" and left[m] != m.words),
        tuple(_others(rows, now)),
        {kind: sum(m.kind == kind for m in marks) for kind in "pckn"},
    )


def readable(words: str, left: str) -> bool:
    """True where a word of the name can still be read that is more than a title or an initial."""
    del words
    told = re.findall(r"[^\W\d_]+", left)
    return any(len(w) > _LONG and w.casefold() not in _TITLES and w[0] != NAME for w in told)


def led(words: str, left: str) -> bool:
    """True where a digit is left, or of what holds none, a word."""
    digits = any(c.isdigit() for c in words)
    return any(c.isdigit() if digits else c.isalnum() for c in left)


def _dossier(rows: list[Made], folder: Path) -> Dossier:
    (folder / "case.toml").write_text(case(), "utf-8")
    held = open_case(folder)
    accounts = tuple(_account(row) for row in rows)
    read = Readers(held.plan, vocabulary(), 1).read(accounts)
    readings = tuple(all_of_it(r, a) for a, r in zip(accounts, read, strict=True))
    told = (Findings(), View(), ())
    return Dossier(held.plan, held.site(SITE), vocabulary(), accounts, readings, *told)


def _account(row: Made) -> Account:
    f = row.fields
    told = (row.ref, f"in/{row.ref}.json", f["publisher"], f["title"], f["published"])
    return Account(content_id("marked", row.ref), *told, f["language"], text=f["text"])


def _others(rows: list[Made], now: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    for row in rows:
        for field in ("title", "text"):
            marked = {n for m in row.marks if m.field == field for n in range(m.start, m.end)}
            for run in re.finditer(f"{NAME}+", now[row.ref][field]):
                if not marked & set(range(*run.span())):
                    yield row.ref, row.fields[field][run.start() : run.end()]


@cache
def persons(half: Half) -> tuple[str, ...]:
    """Words of private names that no name that stands, and no figure, holds too."""
    rows = list(made(half))
    stand = " ".join(m.words for r in rows for m in r.marks if m.kind == "k").casefold()
    told = {w for r in rows for m in r.marks if m.kind == "p" for w in _words(m.words)}
    return tuple(sorted(word for word in told if word not in stand))


@cache
def contacts(half: Half) -> tuple[str, ...]:
    """What leads to a person or a door, as written."""
    return tuple(sorted({m.words for r in made(half) for m in r.marks if m.kind == "c"}))


def _words(name: str) -> Iterator[str]:
    for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", name.casefold()):
        if len(word) > _LONG + 1 and word not in _TITLES:
            yield word
