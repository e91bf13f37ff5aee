"""The act of a count that has no verb of its own: "850 have done so", "in all 9,500 people"."""

import re

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.act import Done
from thirdhand.read.figure import Count
from thirdhand.read.lexicon import Act
from thirdhand.read.role import is_verb
from thirdhand.read.stock import lead

# What stands before a count that sums up whom the verb of its sentence tells of.
_ALTOGETHER = re.compile(
    r"(?:\b(?:in all|in total|all told|altogether|a total of|totall?ing|numbering|comprising"
    r"|comprised of|consisting of|made up of|that is|or)|[(\u2013\u2014])\W*(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_SUMMED = re.compile(r"^\W*(?:\w+ ){0,2}(?:in all|in total|all told|altogether)\b", re.IGNORECASE)
_NEAR = 40  # tokens


def elliptic(count: Count) -> Done | None:
    """The act that the rest of the sentence tells of those counted; None for no ellipsis."""
    if (did := _did_so(count.token)) is not None:
        return _told_before(did, count.sent)
    at = count.end - count.sent.start_char
    if _ALTOGETHER.search(lead(count)) or _SUMMED.match(count.sent.text[at : at + 30]):
        return _told_before(count.token, count.sent)
    return None


def _did_so(token: Token) -> Token | None:
    """The verb of "850 have so far done so", "hundreds did the same"."""
    for verb in (token.head, token.head.head):
        if verb.lemma_ == "do" and is_verb(verb):
            words = {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 4]}
            return verb if words & {"so", "same", "likewise"} else None
    return None


def _told_before(token: Token, sent: Span) -> Done | None:
    """The act of the nearest verb before the words, whoever it is said of."""
    for index in range(token.i - 1, max(sent.start, token.i - _NEAR) - 1, -1):
        verb = sent.doc[index]
        if not is_verb(verb) or verb.dep_ in ("aux", "auxpass"):
            continue
        if (act := _act(verb)) is not None and act.name != "live":
            return Done(act, verb)
    return None


def _act(verb: Token) -> Act | None:
    lemma = verb.lemma_.lower()
    return next((a for a in lexicon.acts() if lemma in a.subj | a.obj), None)
