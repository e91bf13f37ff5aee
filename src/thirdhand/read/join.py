"""The words of one sentence that tell of happenings, joined with the counts that these befell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Span, Token

from thirdhand.model.claim import EventType
from thirdhand.read.act import harmed
from thirdhand.read.frame import clause
from thirdhand.read.indicated import Indicated
from thirdhand.read.lexicon import listed, sign
from thirdhand.read.placing import Placing
from thirdhand.read.role import agents, is_verb, led, phrase
from thirdhand.read.span import text_of
from thirdhand.read.trigger import Trigger, triggers

_HURT = frozenset(("injure", "wound", "hurt"))
_HARMS = _HURT | {"kill", "hit", "strike", "destroy", "damage"}
_INTO = frozenset(("to", "into"))
_CASUALTIES = frozenset(("killed", "deaths", "injured"))
# A sentence with more words or counts of happenings is no prose; nor is one that hangs so deep.
_MOST, DEEP = 24, 30


def joined(
    sent: Span, rows: Sequence[Indicated], placing: Placing, before: EventType | None
) -> Iterator[tuple[Trigger, Indicated | None]]:
    """Every trigger of the sentence with the count it happened to, types made to agree.

    before: the type of what was told last, which the dead and the hurt may go on with.
    """
    found = {t.token.i: _cause(t, before) for t in islice(_meant(sent), _MOST)}
    burnt = any(m["gun"] is None for m in sign("fire").finditer(text_of(sent)))
    carried: dict[int, Indicated] = {}
    more: list[tuple[Trigger, Indicated | None]] = []
    for row in rows[:_MOST]:
        kind = _type(row, burnt, found, before)
        if kind is None or row.whole or row.count.quantity.high == 0:
            continue
        token = row.verb if row.verb is not None else _carrier(row, kind, found)
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


def _meant(sent: Span) -> Iterator[Trigger]:
    """The triggers of a sentence, but for words of violence where a thing did the harm."""
    thing = harmed(sent)
    for trigger in triggers(sent):
        bare = is_verb(trigger.token) and trigger.token.lemma_.lower() in _HARMS
        if not (thing and bare and trigger.type in ("attack", "killing")):
            yield trigger


def _carrier(row: Indicated, kind: EventType, found: dict[int, Trigger]) -> Token:
    """The nearest word above a count that tells of the same, else the counted itself."""
    above = (t for t in over(row.count.token) if t.i in found and found[t.i].type == kind)
    return next(above, row.count.token)


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
        return _befell(row, burnt, found, before)
    if row.verb is not None and row.verb.lemma_ == "leave" and _helped(row.verb):
        return None  # "300 were left idle"
    if row.indicator == "returns" and row.verb is not None and _kept(row.verb):
        return None
    if row.indicator in ("returns", "repatriated"):
        return "repatriation"
    if row.indicator == "arrivals":
        return None
    return row.event  # type: ignore[return-value]


def _befell(
    row: Indicated, burnt: bool, found: dict[int, Trigger], before: EventType | None
) -> EventType | None:
    """What killed or hurt them."""
    verb = row.verb.lemma_.lower() if row.verb is not None else ""
    murdered = verb in listed("murders")
    if row.indicator == "injured" and verb in listed("cares"):
        return None
    if burnt and not murdered:
        return "fire"
    at = row.count.token.i
    struck = any(t.type == "attack" and i < at for i, t in found.items())
    if row.indicator == "deaths" and struck:
        return "attack"
    fought = row.count.noun.word is not None and _fights(row)
    if row.indicator == "killed" and not murdered and fought and (struck or before == "attack"):
        return "attack"
    if before == "fire" and row.indicator != "killed":
        return "fire"
    if row.indicator == "injured" and sign("burns").search(
        text_of(clause(row.count.token, row.count.sent))
    ):
        return "fire" if any(t.type == "fire" for t in found.values()) else None
    told = found.get(row.verb.i) if row.verb is not None else None
    if row.event is None and told is not None and told.type == "flood":
        return "flood"  # "the storm injured 43"
    return row.event  # type: ignore[return-value]


def _fights(row: Indicated) -> bool:
    return any(t.lemma_.lower() in listed("fighters") for t in phrase(row.count.token))


def _kept(verb: Token) -> bool:
    """As in "moved to a prison": no way home."""
    return any(t.lemma_.lower() in listed("kept") for p in led(verb, _INTO) for t in (p, *p.lefts))


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
            above = over(other.token)
            if other.type in ("escape-attempt", "smuggling") and (
                token in above or (token.dep_ == "conj" and token.head in above)
            ):
                return replace(trigger, type=other.type)
    below = _BELOW.get(trigger.type, ())
    if any(a.i in found and found[a.i].type in below for a in over(token)):
        return None
    return trigger


def _battle(trigger: Trigger, sent: Span) -> Trigger:
    """A killing, or the attack or fire that killed."""
    if trigger.type == "attack" and trigger.token.lemma_ in ("shoot", "stab", "beat", "wound"):
        after = text_of(sent)[trigger.token.idx - sent.start_char :]
        return replace(trigger, type="killing") if sign("dies").search(after) else trigger
    if trigger.type == "fire" and is_verb(trigger.token):
        arson = {t.lemma_.lower() for t in agents(trigger.token)} & listed("attackers")
        return replace(trigger, type="attack") if arson else trigger
    if trigger.type != "killing":
        return trigger
    near = text_of(clause(trigger.token, sent))
    # "one was killed and two were hurt in a clash": the clash is that of both
    hurt = (c for c in trigger.token.children if c.dep_ == "conj" and c.lemma_ in _HURT)
    near += " ".join(text_of(clause(c, sent)) for c in hurt)
    verb = is_verb(trigger.token)
    doers = {t.lemma_.lower() for t in agents(trigger.token)} if verb else set()
    if doers & {"fire", "blaze"}:
        return replace(trigger, type="fire")
    struck = bool(doers & listed("struck"))
    return replace(trigger, type="attack") if struck or sign("battle").search(near) else trigger


def over(token: Token) -> list[Token]:
    """The words that a word hangs on, the nearest first."""
    return list(islice(token.ancestors, DEEP))
