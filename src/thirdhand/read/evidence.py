"""Is it one happening, placed in time? Small points for and against, added up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from thirdhand.read.frame import clause
from thirdhand.read.indicated import Indicated
from thirdhand.read.lexicon import listed, sign
from thirdhand.read.placing import HEAD, Placing
from thirdhand.read.role import agents, is_verb, objects, passive, subjects
from thirdhand.read.span import text_of
from thirdhand.read.tense import Tense, above, tense
from thirdhand.read.trigger import Trigger

_IF = re.compile(r"^\W*(?:if|unless|whether|nobody|no one|none)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The points of one happening, by what gave them."""

    points: dict[str, float]

    @property
    def sum(self) -> float:
        """All points together; ENOUGH of them make an incident."""
        return sum(self.points.values())


_TENSE: dict[Tense, float] = {
    "past": 1.0, "perfect": 0.5, "before": -1.5, "going": 0.0, "present": -1.5, "bare": -1.0,
    "ahead": -2.0, "tried": 1.0, "none": 0.0,
}  # fmt: skip


def _points(trigger: Trigger, time: Tense, row: Indicated | None, *, dated: bool) -> float:
    if row is not None and time == "perfect":
        return 1.0
    if time == "before" and dated:
        return 0.0  # "had left on Sunday": told back, but of its day
    many = row is not None or _numbered(trigger.token)
    if many and time == "present" and trigger.type in _SUDDEN:
        return 0.5  # "Blast kills six": a heading, or a diary
    if row is not None and time == "ahead" and trigger.type == "repatriation":
        return 0.0  # those who are to go home are told of by the day
    if trigger.type == "disease" and time == "present":
        return 0.0  # "diarrhoea is up"
    if time == "tried" and not is_verb(trigger.token):
        return -1.0  # "trying to arrange an escape"
    return _TENSE[time]


def weigh(
    trigger: Trigger, words: Span, sent: Span, row: Indicated | None, placing: Placing
) -> Evidence:
    """The points for `words` telling of one happening."""
    token = trigger.token
    verb = token if is_verb(token) else above(token)
    time = tense(verb) if verb is not None else "none"
    many = row.count.number.high > 1 if row is not None else _numbered(token)
    events = row is not None and row.unit == "events"
    totalled = many and (trigger.type in _TOTALLED or events)
    points = {
        "tense": _points(trigger, time, row, dated=_dated(token, sent, placing)),
        "kind": _KIND.get(trigger.type, 0.0),
        "where": 1.0 * (_TENSE[time] > 0 and bool(sign("where").search(text_of(words)))),
        "many": -1.0 * (totalled and not placing.day),
        "vague": -1.0 * (row is not None and row.count.quantity.hedge == "vague"),
        "general": -2.0 * bool(sign("general").search(text_of(words))),
        "wish": -3.0 * bool(_IF.search(text_of(words)) or sign("unreal").search(text_of(words))),
        **_when(placing, totalled),
        **_counted(
            trigger,
            row,
            _near(token, sent, row, placing),
            many=many,
            day=_dated(token, sent, placing),
        ),
        **(_as_noun(token) if not is_verb(token) else {}),
        **(_as_clause(verb) if verb is not None else {}),
    }
    return Evidence({k: v for k, v in points.items() if v})


def _when(placing: Placing, totalled: bool) -> dict[str, float]:
    """What the times of the sentence say, and where in the account it stands."""
    placed = placing.day or placing.month
    return {
        "day": 1.5 * placing.day,
        "month": 1.0 * (placing.month and not placing.day and not totalled),
        "told": 0.5 * placing.told,
        "after": 0.5 * (placing.after and not placed),
        "lead": 1.0 if placing.verbs == 0 else 0.5 * (placing.verbs < HEAD),
        "old": -1.0 * placing.old,
    }


def _counted(
    trigger: Trigger, row: Indicated | None, near: str, *, many: bool, day: bool
) -> dict[str, float]:
    """Whether it befell one, and whether the words around a number make it a total."""
    token = trigger.token
    one = single(token, row)
    befell = row is not None or not is_verb(token) or trigger.type in _BEFALLS
    counted = row is not None or _numbered(token) or trigger.type not in _STATES
    near = "" if one or not counted else sign("rank").sub("", near)
    return {
        "one": 1.0 * (one and befell),
        "deed": 1.0 * (row is not None and not one and _deed(token)),
        "bare plural": -1.0 * (row is None and _bare(token)),
        "total": (-3.0 if many else -1.5) * bool(sign("total").search(near)),
        "stretch": (-3.0 if many and not day else -1.5) * bool(sign("stretch").search(near)),
    }


def _as_noun(noun: Token) -> dict[str, float]:
    """A noun tells less surely of a happening than a verb does."""
    return {"noun": -1.0, "wished": -2.0 * (_wished(noun) or nth(noun))}


def _as_clause(verb: Token) -> dict[str, float]:
    who = subjects(verb) if not passive(verb) else []
    return {
        "it": -1.0 * (any(s.lower_ == "it" for s in who) and not objects(verb)),
        "beside": -2.0 * _beside(verb),
        "wishes": -2.0 * (verb.dep_ == "xcomp" and verb.head.lemma_ in listed("wishes")),
        "stays": -2.0 * _stays(verb),
        "negated": -5.0 * _negated(verb),
    }


# Acts that accounts count up: a number of them above one is a total unless a day is named.
_TOTALLED = frozenset(("killing", "attack", "arrest", "disease", "abduction", "security-operation"))
_ONE = frozenset("a an another".split())
# Changes that last: how long they do is no sign of a total.
_STATES = frozenset(
    ("aid-suspension", "aid-delivery", "security-operation", "flood", "protest-riot", "disease")
)
# What befalls somebody: that it is one is a sign of its own.
_BEFALLS = frozenset(("killing", "attack", "arrest", "abduction", "escape-attempt", "fire"))
# Over in a moment: in the present they are told in a heading.
_SUDDEN = frozenset(("killing", "attack", "arrest", "fire", "escape-attempt", "abduction"))
# A change of state is a happening by itself; arrests are told of as counts.
_KIND: dict[str, float] = {
    "aid-suspension": 0.5, "security-operation": 0.5, "repatriation": 0.5, "flood": 0.5,
    "aid-delivery": 0.5, "fire": 0.5, "attack": 0.5, "escape-attempt": 0.5, "disease": 1.0,
    "smuggling": 0.5, "arrest": -0.5,
}  # fmt: skip
# A time as near behind a count is the count's own, in characters: "680 people on 29 March".
_BESIDE = 9
ENOUGH = 1.5


_NOBODY = frozenset("nobody none neither".split())


def _stays(verb: Token) -> bool:
    """As in "stayed shut": no change."""
    below = verb.dep_ in ("acomp", "oprd", "xcomp") and verb.head.lemma_ in ("stay", "remain")
    return below and not any(c.lower_ == "to" for c in verb.children)


def _negated(verb: Token) -> bool:
    who = subjects(verb)
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children) or any(
        w.lower_ in _NOBODY or any(c.lower_ in ("no", "not") for c in w.children) for w in who
    )


def _beside(verb: Token) -> bool:
    """True in a clause that only says when something else was: "when the operation began"."""
    return verb.dep_ in ("advcl", "pcomp", "ccomp", "relcl") and any(
        c.lower_ in ("since", "before", "until", "as", "while")
        or (c.lower_ == "when" and verb.dep_ != "relcl")  # "the night when": its time
        for c in verb.children
        if c.dep_ in ("mark", "advmod")
    )


def _wished(noun: Token) -> bool:
    """As in "calls for an uprising", "fear of attacks"."""
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in listed("ahead"):
        return True
    return noun.head.pos_ == "ADP" and noun.head.head.lemma_.lower() in listed("wished")


def nth(noun: Token) -> bool:
    """As in "the sixth killing of the month": a count of them, told of one that is known."""
    return any(c.ent_type_ == "ORDINAL" for c in noun.children)


def definite(noun: Token) -> bool:
    """True for "the attack", "this fire": one told of before."""
    return any(c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children)


def _dated(token: Token, sent: Span, placing: Placing) -> bool:
    """True where the clause of the words names its own day."""
    if not placing.day:
        return False
    words = clause(token, sent)
    return any(words.start_char <= s < words.end_char for s, _ in placing.times)


def _near(token: Token, sent: Span, row: Indicated | None, placing: Placing) -> str:
    """The clause up to the comma behind what is told: what follows is said besides.

    "" where the count has a time of its own right behind it.
    """
    if row is not None and any(0 <= s - row.count.end < _BESIDE for s, _ in placing.times):
        return ""
    words = clause(token, sent)
    last = max(token.idx, row.count.end if row is not None else 0) - words.start_char
    comma = text_of(words).find(", ", last)
    return text_of(words)[: comma if comma >= 0 else None]


def single(token: Token, row: Indicated | None) -> bool:
    """True where it befalls one person or thing that is told of as new: "a guard was shot"."""
    if row is not None:
        return row.count.number.high == 1
    if not is_verb(token):
        return any(c.lower_ in ("a", "an", "another", "one") for c in token.children)
    who = (objects(token)[:1] or subjects(token)[:1]) + agents(token)[:1] * passive(token)
    return any(
        w.ent_type_ == "PERSON"
        or w.lower_ == "another"
        or (w.lower_ not in listed("shares") and any(c.lower_ in _ONE for c in w.children))
        or any(c.lower_ in _ONE for o in _whose(w) for c in o.children)
        for w in who
    )


def _whose(noun: Token) -> Iterator[Token]:
    """As in "the body of a man", "a man's body"."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        elif child.lower_ == "of" and noun.lemma_.lower() in ("body", "corpse", "remains"):
            yield from child.children


def _deed(token: Token) -> bool:
    """True where one deed did it: "an explosion hurt six"."""
    who = agents(token) if is_verb(token) else []
    return any(w.tag_ == "NN" and w.lemma_.lower() in listed("deeds") for w in who)


def _numbered(token: Token) -> bool:
    """True for "at least 90 civilians were hurt", "27 attacks"."""
    who = [token] if not is_verb(token) else objects(token)[:1] or subjects(token)[:1]
    numbers = (c for w in who for c in w.children if c.dep_ == "nummod")
    return any(c.lower_ not in ("one", "1") for c in numbers) or any(w.like_num for w in who)


def _bare(token: Token) -> bool:
    """True for many told of in general: "attacks", "residents were murdered"."""
    if not is_verb(token):
        return not _fixed(token) and (token.tag_ in ("NNS", "NNPS") or not list(token.children))
    done_to, doers = objects(token)[:1], subjects(token)[:1]
    if not passive(token) and done_to and tense(token) == "past":
        return False
    who = done_to if passive(token) else doers + done_to
    return bool(who) and all(w.tag_ == "NNS" and not _fixed(w) for w in who)


def _fixed(noun: Token) -> bool:
    return any(c.dep_ in ("det", "nummod", "poss") for c in noun.children)
