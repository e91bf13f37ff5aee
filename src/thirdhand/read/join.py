"""The words of one sentence that tell of happenings, joined with the counts that these befell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Span, Token

from thirdhand.model.claim import EventType
from thirdhand.read.frame import clause
from thirdhand.read.indicated import Indicated
from thirdhand.read.lexicon import listed, sign
from thirdhand.read.placing import Placing
from thirdhand.read.role import agents, is_verb
from thirdhand.read.span import text_of
from thirdhand.read.trigger import Trigger, triggers

_CASUALTIES = frozenset(("killed", "deaths", "injured"))
# A sentence with more words or counts of happenings is no prose; nor is one that hangs so deep.
_MOST, DEEP = 24, 30


def joined(
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
        elif apart(first, row, placing):
            more.append((found[token.i], row))
    for i, trigger in sorted(found.items()):
        merged = _attempt(trigger, found)
        if merged is not None:
            yield _battle(merged, sent), carried.get(i)
    yield from more


def apart(first: Indicated, row: Indicated, placing: Placing) -> bool:
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
    if row.verb is not None and row.verb.lemma_ == "leave" and _helped(row.verb):
        return None  # "300 were left idle"
    if row.indicator in ("returns", "repatriated"):
        return "repatriation"
    if row.indicator == "arrivals":
        return None
    return row.event  # type: ignore[return-value]


def _helped(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


# What hangs on one of these is part of it: "arrested as they fled", "halted food distribution".
_BELOW: dict[EventType, tuple[EventType, ...]] = {
    "escape-attempt": ("arrest", "escape-attempt", "smuggling"),
    "smuggling": ("arrest", "escape-attempt", "smuggling"),
    "aid-delivery": ("aid-suspension",),
}


def _attempt(trigger: Trigger, found: dict[int, Trigger]) -> Trigger | None:
    """As in "12 arrested as they tried to flee": the attempt, told of at the verb above."""
    token = trigger.token
    if trigger.type == "arrest" or token.lemma_.lower() in listed("tries"):
        for other in found.values():
            if other.type in ("escape-attempt", "smuggling") and token in over(other.token):
                return replace(trigger, type=other.type)
    below = _BELOW.get(trigger.type, ())
    if any(a.i in found and found[a.i].type in below for a in over(token)):
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
    struck = bool(doers & listed("struck"))
    return replace(trigger, type="attack") if struck or sign("battle").search(near) else trigger


def over(token: Token) -> list[Token]:
    """The words that a word hangs on, the nearest first."""
    return list(islice(token.ancestors, DEEP))
