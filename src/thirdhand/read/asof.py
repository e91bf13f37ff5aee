"""When a claim holds: which of the times named near it is its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from spacy.tokens import Doc, Span, Token

from thirdhand.model import Period
from thirdhand.read.along import Along
from thirdhand.read.saying import Saying, Stretch
from thirdhand.read.span import text_of
from thirdhand.read.tense import above, tense
from thirdhand.read.when import Time

_AS_OF = re.compile(r"\b(?:as of|as at|as on)\s+(?:the )?$", re.IGNORECASE)
# Dates of the page, not of what it tells.
_FURNITURE = re.compile(
    r"\b(?:updated|published|posted|modified|accessed|retrieved|date)(?: on)?[:\s]*$", re.IGNORECASE
)
# "from 9,000 in March to 14,000 in July": each count has the time right behind it.
_BESIDE = re.compile(
    r"\s+(?:in|on|by|at|during|as of)\s+(?:the )?"
    r"(?:early |late |mid-?|(?:start|beginning|middle|end) of (?:the )?)?"
)
_NIGH = 32  # no words that _BESIDE holds are longer
_NOW = re.compile(r"\s*,?\s*(?:now|currently|at present|today)\b")
# A sentence of today goes on with no time of before.
_TODAY = re.compile(
    r"\b(?:now|currently|at present|to date|these days|so far(?! (?:this|in|since)\b))\b",
    re.IGNORECASE,
)
# "as in August", "close to August's number": the time of what a count is held against.
_AGAINST = re.compile(
    r"\b(?:as|than|like|(?:compared|similar|close|equal) (?:to|with)|from|against)"
    r"(?: (?:in|on|during|the one of|that of|those of))? (?:the )?$",
    re.IGNORECASE,
)
# "105 arrests, after 121 in August": another count stands before the time.
_HELD = (
    r"\b(?:after|before|following|than|against|versus|compared|as opposed to"
    r"|in (?:comparison|contrast) (?:to|with)|(?:up|down|increased?|decreased?|ris(?:en|ing)|rose"
    r"|f(?:ell|allen|alling)|dropp(?:ed|ing)) (?:by [^.;,]{1,12} )?from|a peak of)\b"
)
_FOLLOWED = re.compile(rf"{_HELD}[^.;]*\d")
_COMPARED = re.compile(_HELD)
# "fell from 1,000 at the end of June to 657 at the end of July": it holds by the end.
_MOVED = re.compile(r"\bfrom\b[^.;]*\bto\b[^.;]*$", re.IGNORECASE)
# A report is on it: what stands in the same paragraph holds then.
_REPORTED = re.compile(r"\b(?:quarter|reporting|under review)\b", re.IGNORECASE)
# Days within which what happened is still news: "has died" may be of that day.
_FRESH = 45
_DEEP = 30
# How far back a happening without a time of its own looks for one, in characters.
_REACH = 320


@lru_cache(maxsize=4)
def _today(sent: Span) -> bool:
    return bool(_TODAY.search(text_of(sent)))


@dataclass(frozen=True)
class Clock:
    """The times of one account, and what they can be told apart by."""

    text: str
    times: Sequence[Time]
    said: Sequence[Saying]
    published: Period | None

    def period(self, words: Stretch, sent: Span, stock: bool) -> Period | None:
        """When text[words] holds; None where the account is undated and names no time.

        A time that hangs on the verb of saying ("said on Monday") tells when it was said; it
        serves only where the sentence names no other. An "as of" opens a paragraph of counts.
        A happening without a time goes on with that of the sentence before.
        """
        beside = self.text[words[1] : words[1] + 16]
        if _NOW.match(beside) and self.published is not None:
            return self.published
        here = self._told.begun(sent.start_char, sent.end_char)
        close = next((t for t in here if self._beside(t, words)), None)
        if close is not None:
            return self._period(close)
        if stock and (marked := [t for t in here if self._as_of(t)]):
            return self._period(marked[0])
        spoken = [t for t in here if self._spoken(t, sent.doc)]
        here = [t for t in here if not (stock and _aside(t, words, sent))]
        own = [t for t in here if t not in spoken]
        own = [t for t in own if not self._another(t, words)]
        if own:
            return self._period(self._nearest(own, words, sent))
        if _today(sent) and self.published is not None:
            return self.published
        before = self._before(sent.start_char, sent.doc, stock)
        if before and spoken and "\n" in self.text[before.end : sent.start_char]:
            before = None
        if before is not None and (stock or not self._outlived(before, words, sent)):
            return self._period(before)
        return self._period(self._nearest(spoken, words, sent)) if spoken else self._ground

    @cached_property
    def _ground(self) -> Period | None:
        """When what names no time holds: the time that the account reports on, else its own."""
        told = next((t for t in self.times if t.report), None)
        return self._period(told) if told is not None else self.published

    @cached_property
    def _told(self) -> Along[Time]:
        """The times that resolve and belong to the telling."""
        return Along(
            (t.start, t.end, t)
            for t in self.times
            if t.stretch and not _FURNITURE.search(self.text[max(0, t.start - 16) : t.start])
        )

    @cached_property
    def _cues(self) -> Along[Saying]:
        return Along((*s.cue, s) for s in self.said if s.cue)

    def _beside(self, time: Time, words: Stretch) -> bool:
        """As in "9,000 in March": right behind the count."""
        return time.start > words[1] and bool(
            _BESIDE.fullmatch(self.text[words[1] : time.start][:_NIGH])
        )

    def _as_of(self, time: Time) -> bool:
        told = _REPORTED.search(self.text[time.start : time.end])
        return bool(told or _AS_OF.search(self.text[max(0, time.start - 12) : time.start]))

    def _another(self, time: Time, words: Stretch) -> bool:
        """True for the time of another count, which this one only follows or is held against."""
        if time.since or time.start <= words[1]:
            return False
        return self._against(time) or bool(_FOLLOWED.search(self.text[words[1] : time.start]))

    def _against(self, time: Time) -> bool:
        beside = self.text[time.end : time.end + 2] in ("'s", "’s")
        return beside or bool(_AGAINST.search(self.text[max(0, time.start - 40) : time.start]))

    def _before(self, start: int, doc: Doc, stock: bool) -> Time | None:
        """The time that goes on: the paragraph's "as of" for a count, else the last one named.

        The time of telling does not go on.
        """
        for time in self._told.before(start):
            lines = self.text.count("\n", time.end, start)
            if lines > (0 if stock else 1) or (not stock and start - time.end > _REACH):
                return None
            if lines and time.stretch and time.stretch.precision == "year":
                return None
            if stock:
                if self._as_of(time):
                    return time
            elif not (self._passing(time) or self._spoken(time, doc)):
                return time
        return None

    def _passing(self, time: Time) -> bool:
        """True for a time that no later sentence goes on with: open, compared or to come."""
        late = time.stretch and self.published and time.stretch.first > self.published.last
        return time.since or bool(late) or self._against(time)

    def _outlived(self, time: Time, words: Stretch, sent: Span) -> bool:
        """As in "has taken home": told of up to now, so no time long past goes on to it."""
        if time.stretch is None or self.published is None:
            return False
        late = (self.published.first - time.stretch.last).days > _FRESH
        return late and _perfect(words, sent)

    def _spoken(self, time: Time, doc: Doc) -> bool:
        """True for the time of telling: it hangs on the verb of a cue, outside of what is said."""
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        if time.since:
            return False
        verb = _verb(span.root) if span is not None else None
        return verb is not None and any(
            not said.covers(time.start, time.end)
            for said in self._cues.over(verb.idx, verb.idx + 1)
        )

    def _nearest(self, pool: Sequence[Time], words: Stretch, sent: Span) -> Time:
        text, base = text_of(sent), sent.start_char
        inside = words[0] - base, words[1] - base
        told = [t for t in pool if words[0] <= t.start and t.end <= words[1]]
        if len(told) > 1 and _MOVED.search(self.text[words[0] : told[-1].start]):
            return told[-1]
        return min(
            pool,
            key=lambda t: _gap(t, words) + _detour(t.start - base, t.end - base, inside, text),
        )

    def _period(self, time: Time) -> Period | None:
        stretch = time.stretch
        if stretch is None:
            return None
        last = stretch.last
        if time.since and self.published is not None and self.published.last >= stretch.first:
            last = self.published.last
        return Period(stretch.first.isoformat(), last.isoformat(), stretch.precision, "stated")


def _perfect(words: Stretch, sent: Span) -> bool:
    span = sent.doc.char_span(*words, alignment_mode="expand")
    verb = above(span.root) if span is not None else None
    return verb is not None and tense(verb) == "perfect"


def _aside(time: Time, words: Stretch, sent: Span) -> bool:
    """True for a time in a clause that tells of something else than what text[words] counts."""
    span = sent.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or words[0] <= time.start < words[1]:
        return False
    clause = next((t for t in islice(span.root.ancestors, _DEEP) if t.dep_ == "relcl"), None)
    if clause is None or words[0] <= clause.head.idx < words[1]:
        return False
    counted = sent.doc.char_span(*words, alignment_mode="expand")
    above = islice(counted.root.ancestors, _DEEP) if counted is not None else ()
    return clause not in above and clause.head.i not in (t.i for t in counted or ())


def _verb(token: Token) -> Token | None:
    above = (t for t in token.ancestors if t.pos_ in ("VERB", "AUX"))
    return next(above, token if token.pos_ in ("VERB", "AUX") else None)


def _gap(time: Time, words: Stretch) -> int:
    return max(time.start - words[1], words[0] - time.end, 0)


def _detour(start: int, end: int, words: Stretch, text: str) -> int:
    """How many clause breaks lie between the words and the time, each as far as 40 characters."""
    between = text[min(end, words[1]) : max(start, words[0])]
    breaks = sum(between.count(mark) for mark in (";", ":", " and ", " but ", " while "))
    ends = sum(between.count(mark) for mark in (";", "\n", ". "))
    held = len(_COMPARED.findall(between))
    return 40 * (breaks + ends + held) + 10 * between.count(",")
