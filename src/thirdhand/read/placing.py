"""How a sentence is placed: the times it names, and how near the head of its account it stands."""

import bisect
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Span

from thirdhand.model import Period
from thirdhand.read.lexicon import listed
from thirdhand.read.span import text_of
from thirdhand.read.when import Time

_WEEK, _MONTH = 7, 31  # days
# A weekday names a day, even where the account's own date is too coarse to say which.
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_HOUR = re.compile(
    r"\b(?:this (?:morning|afternoon|evening)|tonight|overnight|last night|today|yesterday"
    r"|on the (?:\w+ day|same day|eve)|at (?:dawn|dusk|noon|midnight))\b",
    re.IGNORECASE,
)
# Days before the account's date: what is told of such a time is hardly its news, or none.
_OLD, _PAST = 100, 300
_DEEP = 30
HEAD = 3  # sentences with a verb at the head of an account, which tell its news


@dataclass(frozen=True, slots=True)
class Placing:
    """What a sentence names: a day or week, a month, a longer stretch, a time long past.

    old, past: all its times are months before the account, or a year. told: it names when it was
    said. verbs: how many sentences with a verb stand before it. after: the sentence before is
    placed. times: the offsets of its times in the account.
    """

    day: bool
    month: bool
    year: bool
    old: bool
    past: bool
    told: bool
    verbs: int
    after: bool
    times: tuple[tuple[int, int], ...]
    stretches: frozenset[tuple[dt.date, dt.date]]


def _spoken(time: Time, sent: Span) -> bool:
    """As in "said on Sunday": when it was told, not when it happened."""
    span = sent.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None:
        return False
    over = islice(span.root.ancestors, _DEEP)
    verb = next((t for t in over if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or any(c.dep_ == "nsubjpass" for c in verb.children):
        return False
    return verb.lemma_.lower() in listed("says")


def _short(time: Time) -> bool:
    stretch = time.stretch
    return stretch is not None and not time.since and (stretch.last - stretch.first).days < _MONTH


class Calendar:
    """The times of one account by sentence."""

    def __init__(self, text: str, times: Sequence[Time], published: Period | None) -> None:
        self._text = text
        self._times = [t for t in times if t.stretch]
        self._starts = [t.start for t in self._times]
        self._published = published
        self._verbs = 0
        self._placed = False

    def place(self, sent: Span) -> Placing:
        """The placing of the next sentence; sentences come in order."""
        first = bisect.bisect_left(self._starts, sent.start_char)
        last = bisect.bisect_left(self._starts, sent.end_char)
        every = self._times[first:last]
        named = [t for t in every if not _spoken(t, sent)]
        here = [t.stretch for t in named if t.stretch and not t.since]
        spans = [(s.last - s.first).days for s in here]
        placing = Placing(
            any(n < _WEEK for n in spans)
            or bool(_HOUR.search(text_of(sent)))
            or any(_WEEKDAY.search(self._text[t.start : t.end]) for t in named),
            any(_WEEK <= n < _MONTH for n in spans),
            any(n >= _MONTH for n in spans),
            bool(here) and all(self._is_old(s.last, _OLD) for s in here),
            bool(here) and all(self._is_old(s.last, _PAST) for s in here),
            len(named) < len(every),
            self._verbs,
            self._placed,
            tuple((t.start, t.end) for t in named if _short(t)),
            frozenset((s.first, s.last) for s in here),
        )
        self._placed = bool(spans) and min(spans) < _MONTH
        if self._verbs < HEAD:
            self._verbs += any(t.pos_ == "VERB" for t in sent)
        return placing

    def _is_old(self, day: dt.date, days: int) -> bool:
        return self._published is not None and (self._published.first - day).days > days
