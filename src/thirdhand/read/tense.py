"""How a verb stands in time, and what a verb above it makes of that."""

from typing import Literal

from spacy.tokens import Token

from thirdhand.read.lexicon import listed

Tense = Literal["past", "perfect", "before", "going", "present", "bare", "ahead", "tried", "none"]

_BELOW = frozenset(("xcomp", "ccomp", "pcomp", "prep", "advcl", "conj", "advmod"))
_FAR = 5


def tense(verb: Token) -> Tense:
    """How the verb stands in time; a verb below another one takes part in its time."""
    for _ in range(_FAR):
        aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        own = _own(verb, aux)
        if own is not None:
            # "said that it had stopped" tells news, "it had stopped" what was before
            return "past" if own == "before" and verb.dep_ == "ccomp" else own
        head = verb.head
        carried = _carried(verb, head, "ahead" if "to" in aux else "bare")
        if carried is not None:
            return carried
        verb = head
    return "bare"


def _carried(verb: Token, head: Token, alone: Tense) -> Tense | None:
    """The tense that the word above gives, None where that word's own decides."""
    lemma = head.lemma_.lower()
    if verb.dep_ in ("acl", "relcl") and lemma in listed("attempts"):
        over = above(head)
        return "tried" if over is not None and tense(over) in ("past", "perfect") else "bare"
    if head == verb or verb.dep_ not in _BELOW:
        return alone
    if head.pos_ == "ADP":  # "goes on clearing"
        return None
    if lemma in listed("tries"):
        return "present" if tense(head) == "present" else "tried"
    if lemma in listed("ahead"):
        return "ahead"
    if verb.dep_ != "conj" and lemma not in listed("carries") and verb.pos_ != "ADP":
        return alone
    return "going" if lemma in listed("goes on") and head.tag_ in ("VBZ", "VBP") else None


def _own(verb: Token, aux: set[str]) -> Tense | None:
    """The tense that the verb's own words show, None where it hangs on another's."""
    if aux & listed("ahead"):
        return "ahead"
    if "had" in aux:
        return "before"
    if aux & {"has", "have", "'ve"}:
        return "perfect"
    if verb.tag_ == "VB" and not aux and verb.dep_ in ("ROOT", "ccomp", "parataxis"):
        return "ahead"  # an order: "stop work"
    if verb.tag_ == "VBD" or (aux & {"was", "were", "did"}):
        return "past"
    if verb.tag_ == "VBN" and not aux:
        return None if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else "past"
    if verb.tag_ == "VBN" and verb.lemma_.lower() in listed("held") and aux & {"is", "are"}:
        return "perfect"
    if aux & {"is", "are", "'s", "'re"} and (verb.tag_ == "VBG" or "being" in aux):
        return "going"
    return "present" if verb.tag_ in ("VBZ", "VBP") or aux & {"is", "are"} else None


def above(noun: Token) -> Token | None:
    """The nearest verb over a word, None where there is none."""
    return next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")), None)
