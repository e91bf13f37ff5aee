"""The happenings of one sentence: what its words and its counts tell of, each once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from spacy.tokens import Span, Token

from thirdhand.model import Event
from thirdhand.model.claim import EventType, Status
from thirdhand.read.evidence import ENOUGH, definite, single, weigh
from thirdhand.read.frame import clause
from thirdhand.read.indicated import Indicated
from thirdhand.read.lexicon import sign
from thirdhand.read.placing import Placing
from thirdhand.read.role import agents, extent, is_verb, name, objects, subjects
from thirdhand.read.span import text_of
from thirdhand.read.tense import above, tense
from thirdhand.read.trigger import Trigger, triggers


@dataclass(frozen=True, slots=True)
class Happening:
    """text[start:end] tells of an event; `row` is the count that carries it, if one does."""

    start: int
    end: int
    event: Event
    row: Indicated | None
    points: float


_STRUCK = frozenset(
    "attack strike airstrike bombing blast explosion raid shelling mine landmine drone missile "
    "rocket mortar shell bomb bombardment clash ambush plane warplane jet helicopter".split()
)
_CASUALTIES = frozenset(("killed", "deaths", "injured"))


# A sentence with more words or counts of happenings is no prose; nor is one that hangs so deep.
_MOST, _DEEP = 24, 30
_REACH = 90  # characters in which "two years after" says when what follows was
# How much speaks against a telling that may repeat an earlier one.
_AGAIN = -1.0
_COUNTED_AGAIN = -2.0


@dataclass(frozen=True, slots=True)
class _Told:
    trigger: Trigger
    words: Span
    row: Indicated | None
    points: float


class Happenings:
    """Finds the happenings of one account, sentence by sentence; it remembers what it told."""

    def __init__(self) -> None:
        self._told: dict[EventType, set[object]] = {}
        self._names: set[str] = set()
        self._counted: set[EventType] = set()
        self._last: EventType | None = None

    def tell(self, sent: Span, rows: Sequence[Indicated], placing: Placing) -> Iterator[Happening]:
        """The happenings of the next sentence, in the order of its words."""
        found = _joined(sent, rows, placing, self._last)
        told = []
        for trigger, row in found:
            words = extent(trigger.token, sent)
            points = weigh(trigger, words, sent, row, placing).sum + self._again(
                trigger, row, placing
            )
            if points >= ENOUGH:
                told.append(_Told(trigger, words, row, points))
        for one in _once(told):
            yield _made(one, sent, placing)
            self._last = one.trigger.type
        for one in told:
            self._counted |= {one.trigger.type} if one.row is not None else set()
            self._names |= set(_names(one.trigger.token))
            self._told.setdefault(one.trigger.type, set()).update(placing.stretches)

    def _again(self, trigger: Trigger, row: Indicated | None, placing: Placing) -> float:
        """Points against what the account told of already: "the attack"."""
        if trigger.type not in self._told:
            return 0.0
        if row is not None:
            more = trigger.type in _WHOLE and trigger.type in self._counted
            return _COUNTED_AGAIN if more and not placing.stretches else 0.0
        if placing.stretches - self._told[trigger.type]:
            return 0.0  # another time
        token = trigger.token
        if not is_verb(token):
            return -2.0 if definite(token) else -1.0
        who = (objects(token) or subjects(token))[:1]
        if any(n not in self._names for n in _names(token)):
            return 0.0  # another party
        return -1.5 if any(definite(w) or w.pos_ == "PRON" for w in who) else _AGAIN


def _names(token: Token) -> list[str]:
    parties = [*subjects(token), *objects(token)] if is_verb(token) else []
    return [p.lower_ for p in parties if p.pos_ == "PROPN"]


def _joined(
    sent: Span, rows: Sequence[Indicated], placing: Placing, before: EventType | None
) -> Iterator[tuple[Trigger, Indicated | None]]:
    """Every trigger of the sentence with the count it happened to, types made to agree.

    before: the type of what was told last, which the dead and the hurt may go on with.
    """
    found = {t.token.i: _cause(t, before) for t in islice(triggers(sent), _MOST)}
    burnt = any(m["gun"] is None for m in sign("fire").finditer(text_of(sent)))
    carried: dict[int, Indicated] = {}
    more: list[tuple[Trigger, Indicated | None]] = []
    for row in rows[:_MOST]:
        kind = _type(row, burnt, found, before)
        if kind is None or row.whole or row.count.quantity.high == 0:
            continue
        token = row.verb if row.verb is not None else row.count.token
        known = found.get(token.i)
        if known is None or (known.type != kind and (kind == "killing" or kind != row.event)):
            found[token.i] = Trigger(token, kind)
        first = carried.get(token.i)
        # "120 families, 515 people": the people are the ones it happened to.
        if first is None or (row.unit == "people" != first.unit):
            carried[token.i] = row
        elif _apart(first, row, placing):
            more.append((found[token.i], row))
    for i, trigger in sorted(found.items()):
        merged = _attempt(trigger, found)
        if merged is not None:
            yield _battle(merged, sent), carried.get(i)
    yield from more


def _apart(first: Indicated, row: Indicated, placing: Placing) -> bool:
    """As in "four in August and seven in September": each count has a time of its own."""
    between = any(first.count.end <= s and e <= row.count.start for s, e in placing.times)
    return between and any(s >= row.count.end for s, e in placing.times)


def _cause(trigger: Trigger, before: EventType | None) -> Trigger:
    """The hurt of a fire told of just before are the fire's."""
    hurt = trigger.token.lemma_.lower() in ("hurt", "injure") and before in ("fire", "flood")
    return replace(trigger, type=before) if hurt and before is not None else trigger


def _type(
    row: Indicated, burnt: bool, found: dict[int, Trigger], before: EventType | None
) -> EventType | None:
    """What the count is part of: the dead and the hurt belong to what the sentence tells of."""
    if row.indicator in _CASUALTIES:
        if burnt:
            return "fire"
        at = row.count.token.i
        struck = any(t.type == "attack" and i < at for i, t in found.items())
        if row.indicator == "deaths" and struck:
            return "attack"
        if before == "fire" and row.indicator != "killed":
            return "fire"
    if row.indicator in ("returns", "repatriated"):
        return "repatriation"
    if row.indicator == "arrivals":
        return None
    return row.event  # type: ignore[return-value]


def _attempt(trigger: Trigger, found: dict[int, Trigger]) -> Trigger | None:
    """As in "12 arrested as they tried to flee": the attempt, told of at the verb above."""
    token = trigger.token
    if trigger.type == "arrest":
        for other in found.values():
            if other.type in ("escape-attempt", "smuggling") and token in _above(other.token):
                return replace(trigger, type=other.type)
    if trigger.type in ("escape-attempt", "smuggling") and any(
        a.i in found and found[a.i].type in ("arrest", trigger.type) for a in _above(token)
    ):
        return None
    return trigger


def _battle(trigger: Trigger, sent: Span) -> Trigger:
    """A killing, or the attack or fire that killed."""
    if trigger.type != "killing":
        return trigger
    near = text_of(clause(trigger.token, sent))
    verb = is_verb(trigger.token)
    doers = {t.lemma_.lower() for t in agents(trigger.token)} if verb else set()
    if doers & {"fire", "blaze"}:
        return replace(trigger, type="fire")
    struck = bool(doers & _STRUCK)
    return replace(trigger, type="attack") if struck or sign("battle").search(near) else trigger


_SAME = frozenset(("killing", "attack", "fire"))
# Of these a sentence tells one, however many words and counts it gives to it.
_WHOLE = frozenset(("fire", "flood", "disease", "security-operation", "protest-riot", "attack"))


def _once(told: Sequence[_Told]) -> Iterator[_Told]:
    """Each happening once: of two that are the same the one with a count, else the stronger."""
    kept: list[_Told] = []
    for one in sorted(told, key=_rank):
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda t: t.words.start)


def _rank(told: _Told) -> tuple[bool, bool, float, int]:
    """The dead before the hurt, a count before none, the stronger, the first."""
    row = told.row
    return (
        row is None,
        row is not None and row.indicator == "injured",
        -told.points,
        told.words.start,
    )


def _above(token: Token) -> list[Token]:
    return list(islice(token.ancestors, _DEEP))


def _same(one: _Told, other: _Told) -> bool:
    a, b = one.trigger, other.trigger
    if a.type != b.type and not {a.type, b.type} <= _SAME:
        return False
    if a.token == b.token:
        return False  # counts with a time each
    if a.type == b.type and a.type in _WHOLE:
        return True
    if one.words.start < other.words.end and other.words.start < one.words.end:
        return True
    # "shot and murdered", "killed one and hurt others": one deed in two verbs.
    above = [*_above(a.token), *islice(a.token.conjuncts, _DEEP)]
    joined = b.token in above or a.token in _above(b.token)
    also_hurt = one.row is not None and one.row.indicator == "injured"
    return joined and (one.row is None or also_hurt) and not single(a.token, one.row)


def _made(told: _Told, sent: Span, placing: Placing) -> Happening:
    token, words, row = told.trigger.token, told.words, told.row
    start, end = words.start_char, words.end_char
    if row is not None and row.count.number.end > row.count.number.start:
        start, end = row.count.start, row.count.end
    actor, target = _parties(token)
    event = Event(told.trigger.type, actor, target, _status(token, words, sent, placing))
    return Happening(start, end, event, row, told.points)


def _status(token: Token, words: Span, sent: Span, placing: Placing) -> Status:
    before = text_of(sent)[: token.idx - sent.start_char]
    if placing.past or sign("retold").search(before[-_REACH:].rstrip()):
        return "past"
    verb = token if is_verb(token) else above(token)
    near = words if is_verb(token) or verb is None else extent(verb, sent)
    tried = verb is not None and tense(verb) == "tried"
    return "foiled" if tried or sign("foiled").search(text_of(near)) else "happened"


def _parties(token: Token) -> tuple[str | None, str | None]:
    """(who did it, to whom), None for what the words do not say."""
    if not is_verb(token):
        of = [p for c in token.children if c.lower_ == "of" for p in c.children]
        by = [p for c in token.children if c.lower_ == "by" for p in c.children]
        return name(next(iter(by), None)), name(next(iter(of), None))
    done_to = objects(token)
    doer = next((a for a in agents(token) if a not in done_to), None)
    return name(doer), name(next(iter(done_to), None))
