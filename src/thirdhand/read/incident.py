"""The happenings of one sentence: what its words and its counts tell of, each once."""

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Span, Token

from thirdhand.model.claim import EventType
from thirdhand.read.evidence import ENOUGH, definite, single, weigh
from thirdhand.read.indicated import Indicated
from thirdhand.read.join import DEEP, apart, joined, over
from thirdhand.read.placing import Placing
from thirdhand.read.role import extent, is_verb, objects, subjects
from thirdhand.read.telling import Happening, Telling, made
from thirdhand.read.trigger import Trigger, of_word

# How much speaks against a telling that may repeat an earlier one.
_AGAIN, _DEFINITE, _COUNTED_AGAIN = -1.0, -2.0, -2.0


class Happenings:
    """Finds the happenings of one account, sentence by sentence; it remembers what it told."""

    def __init__(self) -> None:
        self._told: dict[EventType, set[object]] = {}
        self._names: set[str] = set()
        self._counted: set[EventType] = set()
        self._last: EventType | None = None

    def tell(self, sent: Span, rows: Sequence[Indicated], placing: Placing) -> Iterator[Happening]:
        """The happenings of the next sentence, in the order of its words."""
        found = joined(sent, rows, placing, self._last)
        told = []
        for trigger, row in found:
            words = extent(trigger.token, sent)
            points = weigh(trigger, words, sent, row, placing).sum + self._again(
                trigger, row, placing
            )
            if points >= ENOUGH:
                told.append(Telling(trigger, words, row, points))
        for one in _once(told, placing):
            yield made(one, sent, placing)
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
            if trigger.type == "attack" and single(trigger.token, row):
                return 0.0  # another one is hurt
            return _COUNTED_AGAIN if more and not placing.stretches else 0.0
        if placing.stretches - self._told[trigger.type]:
            return 0.0  # another time
        token = trigger.token
        if not is_verb(token):
            return _DEFINITE if definite(token) else _AGAIN
        if any(definite(s) and _names_it(s, trigger.type) for s in subjects(token)):
            return _AGAIN  # "the blaze destroyed more"
        who = (objects(token) or subjects(token))[:1]
        if any(n not in self._names for n in _names(token)):
            return 0.0  # another party
        if any(t.like_num for t in extent(token, token.sent)):
            return 0.0  # it tells more
        return _DEFINITE if any(definite(w) or w.pos_ == "PRON" for w in who) else _AGAIN


def _names_it(noun: Token, kind: EventType) -> bool:
    return any(t.type == kind for t in of_word(noun))


def _names(token: Token) -> list[str]:
    parties = [*subjects(token), *objects(token)] if is_verb(token) else []
    return [p.lower_ for p in parties if p.pos_ == "PROPN"]


_SAME = frozenset(("killing", "attack", "fire"))
# Of these a sentence tells one, however many words and counts it gives to it.
_WHOLE = frozenset(("fire", "flood", "disease", "security-operation", "protest-riot", "attack"))


def _once(told: Sequence[Telling], placing: Placing) -> Iterator[Telling]:
    """Each happening once: of two that are the same the one with a count, else the stronger."""
    kept: list[Telling] = []
    for one in sorted(told, key=_rank):
        if not any(_same(one, other, placing) for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda t: t.words.start)


def _rank(told: Telling) -> tuple[bool, bool, float, int]:
    """The dead before the hurt, a count before none, the stronger, the first."""
    row = told.row
    return (
        row is None,
        row is not None and row.indicator == "injured",
        0.0 if told.trigger.type in _WHOLE else -told.points,
        told.words.start,
    )


def _same(one: Telling, other: Telling, placing: Placing) -> bool:
    a, b = one.trigger, other.trigger
    if a.type != b.type and not {a.type, b.type} <= _SAME:
        return False
    if one.row is not None and other.row is not None:
        first, second = sorted((one.row, other.row), key=lambda r: r.count.start)
        if apart(first, second, placing):
            return False
    if a.type == b.type and a.type in _WHOLE:
        return True
    if one.words.start < other.words.end and other.words.start < one.words.end:
        return True
    # "shot and murdered", "killed one and hurt others": one deed in two verbs.
    above = [*over(a.token), *islice(a.token.conjuncts, DEEP)]
    one_deed = b.token in above or a.token in over(b.token)
    also_hurt = one.row is not None and one.row.indicator == "injured"
    return one_deed and (one.row is None or also_hurt) and not single(a.token, one.row)
