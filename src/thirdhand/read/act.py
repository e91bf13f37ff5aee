"""What happened to a counted thing: the act of its clause, and the verb that carries it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.frame import Governor, clause, governors
from thirdhand.read.lexicon import Act
from thirdhand.read.span import text_of


@dataclass(frozen=True, slots=True)
class Done:
    """An act, and the verb it was found at (None where only words of the clause hint at it)."""

    act: Act
    verb: Token | None


_STANDING = (
    r"(?:walls?|roofs?|ceilings?|trees?|branch(?:es)?|poles?|masts?|towers?|boulders?|tents?)"
)
# A death in one of these is no act of violence, unless the words of VIOLENCE stand beside it.
MISHAP = re.compile(
    r"\b(?:(?<!open )(?<!opened )(?<!opening )(?<!under )fires?|blaze"
    r"|burn(?:s|ed)?|flood\w*|cold|hunger|starv\w*|malnutrition|illness|diseases?"
    r"|accident\w*|stove|heater|drown\w*|causes|infect\w*|hypothermia|earthquake"
    r"|crash|diarrh\w+|cholera|measles|exposure|dehydrat\w+|suffocat\w+|heat|storms?|landslides?"
    r"|on the way|journey|en route|(?:soon|shortly) after|newborns?"
    r"|earthquakes?|cyclones?|hurricanes?|typhoons?|collaps\w+|caved in"
    rf"|{_STANDING} (?:\w+ ){{0,2}}(?:fell|falls?|fallen|falling|toppled|gave way))\b",
    re.IGNORECASE,
)
VIOLENCE = re.compile(
    r"\b(?:shot|shoot\w*|murder\w*|behead\w*|gun\w*|kni\w+es?|stab\w*|violence|raid|clash\w*"
    r"|firefight|assassin\w*|strikes?|attack\w*|tortur\w*|slain|executed|bomb\w*|shell\w*"
    r"|air ?strikes?|drones?|missiles?|rockets?|mortars?|ambush\w*|massacr\w*|bullets?"
    r"|explo(?:sion|de|siv)\w*|detonat\w+|(?:device|charge)s? (?:went|go(?:es)?) off|blasts?"
    r"|mines?|landmines?|ieds?|grenades?|snip\w+|armed|assault\w*|martyr\w*|liquidat\w*|terror|fighting"
    r"|combat)\b",
    re.IGNORECASE,
)


def act_of(token: Token, sent: Span, mishap: bool = False) -> Done | None:
    """The act that `token` undergoes: phrases of its clause, then verbs above it, then hints.

    mishap: the sentence before told of an accident, so a bare "killed" goes on with it.
    """
    words = clause(token, sent)
    done = beside(token) or _phrase(token, words) or _verb(token) or _behind(token, sent)
    done = done or _hint(words)
    done = done or _label(words, sent)
    if done is not None and done.act.name == "detain":
        return _seized(done, words)
    if done is not None and done.act.name == "injure" and harmed(sent):
        return Done(replace(done.act, event=None), done.verb)
    if done is None or done.act.name not in ("kill", "die"):
        return done
    violent = VIOLENCE.search(text_of(words)) or VIOLENCE.search(text_of(sent))
    if done.act.name == "kill" and _SURVIVED.search(text_of(words)):
        return Done(named("injure"), done.verb)
    if done.act.name == "kill" and not violent and (mishap or MISHAP.search(text_of(sent))):
        return Done(named("die"), done.verb)
    if done.act.name == "die" and violent and not MISHAP.search(text_of(sent)):
        return Done(named("kill"), done.verb)
    return done


def harmed(sent: Span) -> bool:
    """True where a thing did harm and nobody is told to have done it: a storm, a wall, a crash."""
    words = text_of(sent)
    return bool(_HARM.search(words)) and not VIOLENCE.search(words)


_HARM = re.compile(
    r"\b(?:floods?|storms?|\w+storms?|winds?|gales?|landslides?|mudslides?|earthquakes?|cyclones?"
    r"|hurricanes?|typhoons?|lightning|accidents?|crash(?:es|ed)?|collaps\w+|caved in"
    rf"|{_STANDING} (?:\w+ ){{0,2}}(?:fell|falls?|fallen|falling|toppled|gave way))\b",
    re.IGNORECASE,
)
_SURVIVED = re.compile(r"\b(?:but|and|who|he|she|they) (?:later )?surviv(?:ed|es)\b", re.IGNORECASE)


def _label(words: Span, sent: Span) -> Done | None:
    """As in "Departed since 1 January: 3,870 people": a label says it, where no verb stands."""
    if any(t.pos_ in ("VERB", "AUX") for t in words):
        return None
    before = sent.doc[sent.start : words.start]
    if len(before) < 2 or before[-1].text not in (":", "\u2013", "\u2014") or len(before) > 14:
        return None
    for word in reversed(before):
        lemma = word.lemma_.lower()
        for act in lexicon.acts():
            if lemma in act.subj | act.obj | act.nominal:
                return Done(act, None)
    return _hint(before)


def _seized(done: Done, words: Span) -> Done:
    """As in "forces detained six men": it was done once, so it is an arrest.

    Those who "are detained", or are "detained in prisons", are held.
    """
    verb = done.verb
    if verb is None:
        return done
    aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    behind = text_of(words)[max(0, verb.idx - words.start_char) :]
    if aux & {"are", "is", "remain", "remains"} or _KEPT.match(behind):
        return done
    return Done(named("arrest"), verb) if verb.tag_ in ("VBD", "VBG", "VBN") else done


_KEPT = re.compile(
    r"\w+ (?:without|(?:in|at|inside|within) (?:[\w-]+ ){0,5}?(?:prison|jail|camp|detention|centre"
    r"|center|facilit|annex|cell|conditions|syria|iraq|northeast))",
    re.IGNORECASE,
)


def named(name: str) -> Act:
    """The act of that name; StopIteration where the table has none."""
    return next(a for a in lexicon.acts() if a.name == name)


def beside(token: Token) -> Done | None:
    """As in "30 hurt", "27 suspects arrested": the participle right behind the counted."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is None or not (
        after.tag_ == "VBN" or (token.pos_ == "NUM" and after.pos_ != "PUNCT")
    ):
        return None
    words = {after.lemma_.lower(), after.lower_}
    if after.lower_ == "dead":
        return Done(named("die"), None)
    acts = (a for a in lexicon.acts() if words & a.obj and a.name not in ("live", "return"))
    return next((Done(act, after) for act in acts), None)


_RISES = frozenset("reach hit pass top come go enter".split())


def directly(token: Token, done: Done) -> bool:
    """True where the verb of an act stands right above a number: "took back 95"."""
    if done.verb is None or done.act.name in ("live", "feed", "guard"):
        return False
    if done.verb.lemma_ in _RISES:
        return False  # "the detained reached 44"
    near = (g for g in governors(token) if g.near == 1 and g.role != "other")
    return any(g.token == done.verb for g in near)


def _phrase(token: Token, words: Span) -> Done | None:
    """The act whose phrase stands nearest to the token inside its clause."""
    phrased = lexicon.phrased()
    if phrased is None or not phrased.search(text_of(words)):
        return None
    best: tuple[int, Act, int, int] | None = None
    for act in lexicon.acts():
        for match in act.phrases.finditer(text_of(words)) if act.phrases else ():
            at, end = words.start_char + match.start(), words.start_char + match.end()
            gap = max(at - token.idx - len(token), token.idx - end, 0)
            if act.name in ("kill", "arrest") and _does(token):
                continue
            if gap < 90 and (best is None or gap < best[0]):
                best = (gap, act, at, end)
    if best is None:
        return None
    verbs = [t for t in words if t.pos_ == "VERB"]
    inside = next((t for t in verbs if best[2] <= t.idx < best[3]), None)
    verb = inside or next((t for t in reversed(verbs) if t.idx < best[2]), None)
    return Done(best[1], verb)


_BE = frozenset("was were been are is being".split())
_AFTER = 24  # tokens between the counted and what was done to them


def _behind(token: Token, sent: Span) -> Done | None:
    """As in "44 residents, 14 of them women, were killed", where the parse has lost the subject."""
    doc, last = token.doc, min(sent.end, token.i + _AFTER)
    for index in range(token.i + 1, last):
        verb = doc[index]
        if verb.text in ";:" or (verb.dep_ in ("nsubj", "nsubjpass") and verb.tag_[0] != "W"):
            return None
        if verb.tag_ == "VBN" and any(c.lower_ in _BE for c in verb.children):
            lemma = verb.lemma_.lower()
            return next((Done(a, verb) for a in lexicon.acts() if lemma in a.obj), None)
    return None


def _does(token: Token) -> bool:
    """True for who does it to somebody: "5,000 troops rounded up 125 suspects"."""
    return token.dep_ == "nsubj" and any(c.dep_ == "dobj" for c in token.head.children)


def _verb(token: Token) -> Done | None:
    for governor in governors(token):
        if governor.near > 6:
            return None
        if governor.token.pos_ in ("NOUN", "PROPN"):
            if act := _noun_act(governor):
                return Done(act, governor.token)
            continue
        for act in _acts_of(governor):
            return Done(act, governor.token)
    return None


def _noun_act(governor: Governor) -> Act | None:
    """As in "the killing of two women", "the arrest of 12 suspects"."""
    if governor.role != "other" or governor.near > 2:
        return None
    lemma = governor.token.lemma_.lower()
    return next((a for a in lexicon.acts() if lemma in a.nominal), None)


# Acts whose verb must take the counted as its object: "held there by 12 guards" holds no guards.
_STRICT = frozenset("live free arrest kill injure detain feed".split())


# "take control", "bring charges": nobody is taken or brought.
_LIGHT = frozenset("take bring return send have hold".split())
_TAKEN = frozenset(
    "control part place action step measure charge responsibility advantage notice hostage shape"
    " effect aim time turn shelter refuge power talk meeting vote election fire call".split()
)


def _is_light(verb: Token) -> bool:
    return verb.lemma_ in _LIGHT and any(
        c.dep_ == "dobj" and c.lemma_.lower() in _TAKEN for c in verb.children
    )


def _told_of(governor: Governor) -> Iterator[Act]:
    """As in "those killed were 12 men": the participle on the subject of "be" says it."""
    verb = governor.token
    if verb.lemma_ != "be" or governor.role != "obj" or governor.near > 1:
        return
    for subject in (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")):
        for child in subject.children:
            if child.tag_ in ("VBN", "VBD") and child.dep_ in ("acl", "amod"):
                lemma = child.lemma_.lower()
                yield from (a for a in lexicon.acts() if lemma in a.obj | a.subj)


def _acts_of(governor: Governor) -> Iterator[Act]:
    lemma, role = governor.token.lemma_.lower(), governor.role
    yield from _told_of(governor)
    if _is_light(governor.token):
        return
    for act in lexicon.acts():
        # "families left for X" is often parsed as families who were left.
        left = role == "obj" and governor.near == 0 and lemma in act.subj - act.obj
        loose = role == "other" and governor.near <= 3 and act.name not in _STRICT
        if (
            left
            or (role == "subj" and lemma in act.subj)
            or (lemma in act.obj and (role == "obj" or loose))
        ):
            yield act


def _hint(words: Span) -> Done | None:
    hinted = lexicon.hinted()
    if hinted is None or not hinted.search(text_of(words)):
        return None
    for act in lexicon.acts():
        if act.hints and act.hints.search(text_of(words)):
            return Done(act, None)
    return None


def bare_act(number: Token, words: Span) -> Done | None:
    """What a number without a noun counts: "the killings this year at 20", "arrested ... to 136".

    The nearest counted noun or participle to its left says it.
    """
    for token in reversed([t for t in words if t.i < number.i]):
        lemma = token.lemma_.lower()
        row = lexicon.counted().get(lemma)
        if row is not None and token.pos_ == "NOUN":
            act = next((a for a in lexicon.acts() if a.indicator == row.indicator), None)
            if act is not None:
                return Done(act, None)
        if token.tag_ != "VBN" and lemma not in _BARE:
            continue
        name = _BARE.get(lemma)
        act = named(name) if name else act_named(lemma)
        if act is not None:
            return Done(act, None)
    return None


# "The detained now number 44": each was detained once.
_BARE = {"dead": "die", "population": "live", "toll": "die", "detain": "arrest"}


def act_named(lemma: str) -> Act | None:
    """The first act of the table that a verb tells of, whoever it befell; None for none."""
    return next((a for a in lexicon.acts() if lemma in a.obj | a.subj), None)
