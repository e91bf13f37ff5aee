"""Parts and the wholes they are of: "7,000 of them children", "four of the seven"."""

import re
from collections.abc import Sequence

from thirdhand.read.act import act_named, act_of
from thirdhand.read.figure import Count
from thirdhand.read.indicated import Indicated
from thirdhand.read.numeral import SPELLED
from thirdhand.read.span import text_of
from thirdhand.read.stock import lead

_RESTATED = re.compile(r"^[ ,]*(?:\(|or |that is,? |, )\s*$")
# Behind a colon stand the parts: "21 have been killed: 14 Iraqis, 5 Syrians".
_COLON = re.compile(r":\s*(?:\w+\s+){0,2}$")
_LISTED = re.compile(r"^(?:\s*\([^)]*\))?\s*(?:,|and|, and|;)\s*$")
_KIN = re.compile(r"[^.;:]{0,30}(?:\band|\bwith|,)\s*$")
_KINDS = frozenset(("women", "children", "men", "under-5"))
_OF_THE = re.compile(r"^\s*of (?:the|its|those|these|his|her|their|all)(?: \w+)? $", re.IGNORECASE)
_PARTED = re.compile(
    rf"\b(?:\d[\d,.]*|one|{SPELLED}|half|none|all|most|some|each) of the $", re.IGNORECASE
)
_THE = re.compile(r"(?:^|[.;,:(] ?|\w )\bthe $", re.IGNORECASE)
_NIGH = 2  # tokens
_LEAST = 3  # smaller numbers meet by chance
# Acts that a part of a whole undergoes for itself: "20 were hurt, three of whom died".
_DEEDS = frozenset("kill die injure arrest escape return arrive free deregister".split())


class Wholes:
    """The figures that an account named, by their number."""

    def __init__(self) -> None:
        self._seen: dict[float, Indicated] = {}

    def note(self, found: Indicated) -> None:
        """Remember a figure of people, for those who are told of as parts of it."""
        value = found.count.number
        if value.low == value.high >= _LEAST and found.unit == "people" and not found.whole:
            self._seen[value.low] = found

    def of(self, count: Count, following: Count | None) -> Indicated | None:
        """The figure named before that "four of the seven" is a part of; None for no such one."""
        if following is None:
            return None
        base = count.sent.start_char
        between = text_of(count.sent)[count.end - base : following.start - base]
        if named_anew(following):
            return None
        told = _OF_THE.match(between) or (count.noun.word == "of them" and between == " of the ")
        return self._seen.get(following.number.low) if told else None

    def again(self, count: Count) -> Indicated | None:
        """The figure named before that "the sixty" names again."""
        value = count.number
        if value.kind != "cardinal" or value.low != value.high or not _THE.search(lead(count)):
            return None
        return self._seen.get(value.low)


def named_anew(count: Count) -> bool:
    """True for "of the 40,000 women": the second number says itself who they are."""
    noun = count.noun
    return bool(noun.tags) and noun.token is not None and 0 < noun.token.i - noun.first <= _NIGH


def of_the(count: Count) -> bool:
    """True for the second number of "four of the seven": it only says of whom."""
    return bool(_PARTED.search(lead(count)))


def whole_of(count: Count, before: Sequence[Indicated], last: Indicated | None) -> Indicated | None:
    """The figure named before that this one is a part or a restatement of."""
    people = [b for b in before if b.unit in ("people", "households", "events")]
    # A list goes on with the whole: "14 men, among them a boy, 5 women" has no 5 among 14.
    root = next((b for b in reversed(people) if not b.whole), people[-1] if people else None)
    if count.part:
        whole = root or last
        return None if whole is not None and _of_others(count, whole) else whole
    if not people:
        return None
    base = count.sent.start_char
    between = text_of(count.sent)[people[-1].count.end - base : count.start - base]
    if _RESTATED.match(between):
        return people[-1]
    parts = _COLON.search(between) or people[-1].whole
    if _kin(count, people[-1]) and _KIN.fullmatch(between):
        return root if people[-1].whole else people[-1]
    if count.noun.word is None and not parts:
        return None
    if not (parts or _LISTED.match(between)) or _has_verb(count):
        return None
    if not parts and _moved(count):
        return None
    return root


def _of_others(count: Count, whole: Indicated) -> bool:
    """True for "60 of the arrested" where those told of last were killed."""
    first = count.noun.first
    words = count.sent.doc[first + 1 : min(first + 5, count.sent.end)]
    done = next((t for t in words if t.tag_ in ("VBN", "VBD") and t.nbor(-1).lower_ == "the"), None)
    act = act_named(done.lemma_.lower()) if done is not None else None
    return act is not None and act.name != "live" and act.indicator != whole.indicator


def _kin(count: Count, other: Indicated) -> bool:
    """True for children told of with foreign women: they are foreign too."""
    tags = count.noun.tags
    if other.indicator != "population" or not tags or not tags <= _KINDS:
        return False
    return other.whole or ("foreign" in other.by and bool(set(other.by) & _KINDS))


def deed(count: Count) -> bool:
    """True for a part whose own verb tells what befell it."""
    if not count.part or count.noun.unit not in ("", "people"):
        return False
    node = count.token
    while node.dep_ in ("pobj", "prep") and node.head.i < node.i:
        node = node.head
    verb = node.head
    if node.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return False
    done = act_of(count.token, count.sent)
    return done is not None and done.act.name in _DEEDS and done.verb == verb


def _moved(count: Count) -> bool:
    """True where the count itself goes or is taken somewhere: it is no part of a list."""
    done = act_of(count.token, count.sent)
    return done is not None and done.verb is not None and done.act.name in ("return", "deregister")


def _has_verb(count: Count) -> bool:
    """True where the count's own clause goes on with a verb of its own."""
    tail = count.sent.doc[count.token.i + 1 : min(count.token.i + 4, count.sent.end)]
    return any(t.pos_ in ("VERB", "AUX") for t in tail)


_FLOWS = frozenset(("returns", "repatriated", "arrivals"))
_HARMED = frozenset(("killed", "deaths", "injured"))
_OF_DEAD = re.compile(
    r"\s*of (?:the |those )?(?:dead|killed|victims|casualties|deaths|fatalities)\b"
)
_OF_HERE = re.compile(r"\b(?:camp|site|town|population|residents|inhabitants)\b", re.IGNORECASE)


def flowed(count: Count, before: Sequence[Indicated]) -> Indicated | None:
    """Who came or left, told right before with no verb between: "2,990 left, 1,440 Iraqis"."""
    last = before[-1] if before else None
    if last is None or last.indicator not in _FLOWS or not count.noun.tags:
        return None
    if count.number.high > last.count.number.high:
        return None
    doc, first = count.sent.doc, max(last.count.token.i, last.verb.i if last.verb else 0)
    between = doc[first + 1 : max(count.token.left_edge.i, first + 1)]
    return None if any(t.pos_ in ("VERB", "AUX") or t.text == ";" for t in between) else last


def of_dead(count: Count, last: Indicated | None) -> bool:
    """True for a share of the dead or hurt, which is none of those who live somewhere."""
    behind = text_of(count.sent)[count.end - count.sent.start_char :]
    if _OF_DEAD.match(behind):
        return True
    return last is not None and last.indicator in _HARMED and not _OF_HERE.search(behind)
