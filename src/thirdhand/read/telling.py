"""A happening as the words tell it: its span, who did it and to whom, what became of it."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from thirdhand.model import Event
from thirdhand.model.claim import Status
from thirdhand.read.indicated import Indicated
from thirdhand.read.lexicon import sign
from thirdhand.read.placing import Placing
from thirdhand.read.role import agents, extent, is_verb, name, objects
from thirdhand.read.span import text_of
from thirdhand.read.tense import above, tense
from thirdhand.read.trigger import Trigger

_REACH = 90  # characters in which "two years after" says when what follows was
# Types of which an attempt is told: "foiled an escape", "tried to smuggle".
_ATTEMPTED = frozenset(("escape-attempt", "smuggling", "abduction", "attack"))


@dataclass(frozen=True, slots=True)
class Happening:
    """text[start:end] tells of an event; `row` is the count that carries it, if one does."""

    start: int
    end: int
    event: Event
    row: Indicated | None
    points: float


@dataclass(frozen=True, slots=True)
class Telling:
    """A trigger that tells of a happening: its clause, its count, the points for it."""

    trigger: Trigger
    words: Span
    row: Indicated | None
    points: float


def made(told: Telling, sent: Span, placing: Placing) -> Happening:
    """The happening that a telling tells of."""
    token, words, row = told.trigger.token, told.words, told.row
    start, end = words.start_char, words.end_char
    if row is not None and row.count.number.end > row.count.number.start:
        start, end = row.count.start, row.count.end
    actor, target = _parties(token)
    status = _status(told, sent, placing)
    event = Event(told.trigger.type, actor, target, status)
    return Happening(start, end, event, row, told.points)


def _status(told: Telling, sent: Span, placing: Placing) -> Status:
    token = told.trigger.token
    before = text_of(sent)[: token.idx - sent.start_char]
    if placing.past or sign("retold").search(before[-_REACH:].rstrip()):
        return "past"
    verb = token if is_verb(token) else above(token)
    if verb is not None and tense(verb) == "tried":
        return "foiled"
    near = text_of(told.words if is_verb(token) or verb is None else extent(verb, sent))
    attempt = told.trigger.type in _ATTEMPTED and sign("foiled").search(near)
    return "foiled" if attempt else "happened"


def _parties(token: Token) -> tuple[str | None, str | None]:
    """(who did it, to whom), None for what the words do not say."""
    if not is_verb(token):
        of = [p for c in token.children if c.lower_ == "of" for p in c.children]
        by = [p for c in token.children if c.lower_ == "by" for p in c.children]
        return name(next(iter(by), None)), name(next(iter(of), None))
    done_to = objects(token)
    doer = next((a for a in agents(token) if a not in done_to), None)
    return name(doer), name(next(iter(done_to), None))
