"""Happenings told of without a number: type, and the words that carry it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from thirdhand.model.claim import EventType
from thirdhand.read.frame import clause
from thirdhand.read.lexicon import rows
from thirdhand.read.span import text_of


@dataclass(frozen=True, slots=True)
class Happening:
    """The words between start and end (offsets in the account) tell of an event of that type."""

    start: int
    end: int
    type: EventType
    actor: str | None
    target: str | None


_IF = re.compile(r"^\W*(?:if|unless|whether|nobody|no one|none)\b", re.IGNORECASE)
_ALMOST = re.compile(r"\b(?:almost|nearly|practically|all but) \w+ed\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[EventType, re.Pattern[str]], ...]:
    return tuple(
        (row["type"], re.compile(r"(?<!\w)(?:" + "|".join(row["words"]) + ")", re.IGNORECASE))
        for row in rows("events.yaml")
    )


def happenings(sent: Span) -> Iterator[Happening]:
    """The events of one sentence, one of each type, the words of their clause as span."""
    for kind, pattern in _patterns():
        match = pattern.search(text_of(sent))
        if match is None:
            continue
        token = sent.doc.char_span(
            sent.start_char + match.start(), sent.start_char + match.end(), alignment_mode="expand"
        )
        if token is None:
            continue
        words = clause(token.root, sent)
        if not _happened(words):
            continue
        start, end = min(words.start_char, token.start_char), max(words.end_char, token.end_char)
        yield Happening(start, end, kind, *parties(_verb(token)))


def _happened(words: Span) -> bool:
    """False for what is general, wished for or only possible: there no finite verb is past."""
    if _ALMOST.search(text_of(words)) or _IF.search(text_of(words)):
        return False
    verbs = [t for t in words if t.pos_ in ("VERB", "AUX")]
    if any(t.tag_ == "MD" for t in verbs) and not any(t.tag_ == "VBD" for t in verbs):
        return False
    perfect = any(
        t.tag_ == "VBN" and any(c.dep_ in ("aux", "auxpass") for c in t.children) for t in verbs
    )
    return perfect or any(t.tag_ == "VBD" for t in verbs)


def _verb(words: Span) -> Token | None:
    """The verb of the words that tell of the happening, or the one they hang on."""
    inside = next((t for t in words if t.pos_ == "VERB"), None)
    return inside or next((t for t in words.root.ancestors if t.pos_ == "VERB"), None)


def parties(verb: Token | None) -> tuple[str | None, str | None]:
    """(who did it, to whom) as the verb of the happening says it; None for what it does not."""
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return None, None
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and not passive), None)
    agent = next(
        (p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"),
        None,
    )
    target = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    return _words(agent or subject), _words(target)


def _words(token: Token | None) -> str | None:
    if token is None or token.pos_ == "PRON":
        return None
    first = min(
        [
            token.i,
            *(
                c.left_edge.i
                for c in token.children
                if c.i < token.i and c.dep_ in ("amod", "compound", "nummod", "det")
            ),
        ]
    )
    return token.doc[first : token.i + 1].text
