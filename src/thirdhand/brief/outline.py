"""The brief as rows, before any page is made of it. brief.json holds the same."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

T = TypeVar("T")
Datum = Mapping[str, str | float | None]
Trend = tuple[tuple[str, float], ...]
# brief.json holds so many rows of a table at most: what is beyond stands in the files of the run.
KEPT = 500


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of ours about the site. claims, assessments: ids of what it rests on.

    grade: the Admiralty code of what it says, "" where it has none.
    notes: numbers of its endnotes, in the order of its claims; empty until numbered.
    """

    text: str
    claims: tuple[str, ...]
    assessments: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table. `sentence` says the same in words and carries the endnotes.

    remark: what an earlier stage says of it, shown as the last cell; it is not a sentence of ours.
    trend: months ("2019-08") with the level in each, the oldest first: a small line on the page.
    """

    cells: tuple[str, ...]
    sentence: Sentence
    group: str = ""
    remark: str = ""
    trend: Trend = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, KEPT at most; the page shows the first `shown`, and only those have endnotes.

    key: what it is called in a link. numeric: the columns of numbers. remark: the heading over the
    remarks of the rows, "" where they have none. what: what its rows are, in the plural. beyond:
    how many more there are, which are not kept here.
    """

    key: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    shown: int
    what: str = "rows"
    numeric: tuple[str, ...] = ()
    remark: str = ""
    beyond: int = 0
    kind: Literal["table"] = "table"

    @property
    def trends(self) -> bool:
        """True where a row that is shown has a small line."""
        return any(row.trend for row in self.rows[: self.shown])


@dataclass(frozen=True, slots=True)
class Listing:
    """A table about this collection, not about the site: it needs no endnotes. Else as Table."""

    key: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shown: int
    what: str = "rows"
    numeric: tuple[str, ...] = ()
    beyond: int = 0
    kind: Literal["listing"] = "listing"


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences of ours; as a list of judgements where `listed`. none: the words for no row."""

    rows: tuple[Sentence, ...]
    listed: bool = False
    none: str = ""
    kind: Literal["sentences"] = "sentences"


@dataclass(frozen=True, slots=True)
class Prose:
    """Words about this collection or this program, never about the site: no endnotes."""

    text: str
    kind: Literal["prose"] = "prose"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section. small: of the third level, not the second."""

    text: str
    small: bool = True
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an account as they stand there."""

    text: str
    voice: str
    outlet: str
    published: str
    claim: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two quotes side by side, and why they are here."""

    title: str
    tag: str
    left: Quote
    right: Quote
    reason: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Chart:
    """`rows` are its data; `alt` says in words what it shows; `caption` is a sentence, if any."""

    key: str
    title: str
    alt: str
    rows: tuple[Datum, ...]
    caption: Sentence | None = None
    wide: bool = False
    kind: Literal["chart"] = "chart"


@dataclass(frozen=True, slots=True)
class Endnote:
    """The words a sentence rests on. said: who says it, deepest voice first; account: its hash.

    code: how the claim's id begins, "" where its words are held back.
    """

    number: int
    claim: str
    quote: str
    said: str
    ref: str
    publisher: str
    title: str | None
    published: str | None
    url: str | None
    account: str
    language: str | None
    code: str


@dataclass(frozen=True, slots=True)
class Head:
    """The counts of the collection.

    index and any: the share of the plan's cells that is seen, and that anybody tells of, 0..1.
    since, lately, lately_any: the same for the last months of the plan. newest: the date of the
    newest account of the site. as_of: the day up to which accounts had come, "" for all that are
    held. audience: whom it is for. unasked: why the plan asks for nothing, "" where it does.
    log: the head of the store's log that proves what it rests on.
    """

    site: str
    kind: str
    first: str
    last: str
    made: str
    accounts: int
    voices: int
    claims: int
    held_back: int
    contradictions: int
    index: float
    any: float
    cells: int
    since: str
    lately: float
    lately_any: float
    newest: str
    rests: str
    as_of: str = ""
    audience: str = ""
    unasked: str = ""
    log: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question worth asking, why, and whom: each with the reason in brackets, the best first."""

    text: str
    ask: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions in the order in which they should be asked."""

    rows: tuple[Question, ...]
    kind: Literal["questions"] = "questions"


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The pairs, KEPT at most; the page shows the first `shown`. beyond: as of a table.

    told: the sentence stands above the quotes, where they do not say it themselves. none: the words
    where there are none.
    """

    rows: tuple[Conflict, ...]
    shown: int
    what: str = "rows"
    told: bool = False
    none: str = ""
    beyond: int = 0
    kind: Literal["conflicts"] = "conflicts"


Block = Table | Listing | Sentences | Prose | Heading | Chart | Questions | Conflicts


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief. short: its name in the list of sections, "" where it is not in it."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    short: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections in the order of the page. checked, dropped: what the gate saw and stopped."""

    head: Head
    sections: tuple[Section, ...]
    notes: tuple[Endnote, ...] = ()
    checked: int = 0
    dropped: int = 0


Change = Callable[[Sentence, tuple[str, ...]], Sentence | None]


def rewrite(node: T, change: Change, whole: bool = True) -> T:
    """`node` with every sentence changed; where `change` gives None, what holds it falls out.

    `change` gets the sentence and the cells shown with it. A row or a conflict goes with its
    sentence; a chart stays and loses its caption. With `whole` False only the rows that the page
    shows are changed.
    """
    changed: T = _rewritten(node, change, whole)
    return changed


def _rewritten(node: Any, change: Change, whole: bool) -> Any:  # noqa: ANN401 - any part of it
    if isinstance(node, Sentence):
        return change(node, ())
    if isinstance(node, Row | Conflict):
        sentence = change(node.sentence, node.cells if isinstance(node, Row) else ())
        return sentence and dataclasses.replace(node, sentence=sentence)
    if isinstance(node, tuple):
        kept = ((n, _rewritten(n, change, whole)) for n in node)
        return tuple(new for old, new in kept if new is not None or old is None)
    if isinstance(node, Table | Conflicts) and not whole:
        shown = _rewritten(node.rows[: node.shown], change, whole)
        return dataclasses.replace(node, rows=shown + node.rows[node.shown :])
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        values = {f.name: getattr(node, f.name) for f in dataclasses.fields(node)}
        changed = {k: _rewritten(v, change, whole) for k, v in values.items()}
        return dataclasses.replace(node, **changed)
    return node
