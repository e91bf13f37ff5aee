"""Joins what the small readers found to claims, each anchored to its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Span

from thirdhand.model import Account, Claim, Condition, Event, Period, content_id
from thirdhand.model import Span as Words
from thirdhand.model.claim import Basis, Kind, SpeakerKind, Stance, Status
from thirdhand.read import lexicon
from thirdhand.read.along import Along
from thirdhand.read.asof import Clock
from thirdhand.read.carry import FAR, FIRM, NEAR, Carried, carried
from thirdhand.read.links import links
from thirdhand.read.saying import Saying
from thirdhand.read.site import NOWHERE, About, Scene
from thirdhand.read.span import text_of
from thirdhand.read.when import Time


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind some words: the chain, and how the deepest of it is told."""

    chain: tuple[str, ...]
    attributed: bool
    kind: SpeakerKind
    stance: Stance
    basis: Basis


def stance_of(holders: Sequence[Saying]) -> Stance:
    """The stance of the innermost saying; asserted where the outlet speaks."""
    return holders[0].stance if holders else "asserted"


@dataclass(frozen=True)
class Page:
    """One parsed account with all that claims are anchored by.

    institution: the body that publishes it about its own work, None for a news outlet.
    stocks: the indicators that tell how many at a moment.
    """

    account: Account
    doc: Doc
    said: Sequence[Saying]
    times: Sequence[Time]
    scene: Scene
    reader: str
    institution: str | None = None
    stocks: frozenset[str] = frozenset()

    def voice(self, start: int, end: int, sent: int = 0, holds: int | None = None) -> Voice:
        """The voices of text[start:end]: the innermost saying first, the outlet last.

        sent: where the sentence begins. holds: how firmly a voice told elsewhere has to be carried
        on to it; None where the words have none but their own.
        """
        holders = self._holders(start, end)
        named = [s for s in holders if s.speaker]
        if not named and holds is not None:
            named = self._goes_on(sent, holds)
            holders = holders or named
        chain: list[str] = []
        for said in named:
            chain += [name for name in (said.speaker, said.via) if name and name not in chain]
        if named and self.institution and self._means_itself(named[0]):
            chain[0] = self.institution
        outlet = self.account.outlet
        chain = [name for name in chain if name.casefold() != outlet.casefold()]
        if not chain and self.institution:
            return Voice((self.institution, outlet), True, "named", stance_of(holders), "told")
        stance = stance_of(holders)
        basis: Basis = holders[0].basis if holders else "unknown"
        kind: SpeakerKind = named[0].kind if chain and named else "outlet"
        return Voice((*chain, outlet), bool(chain), kind, stance, basis)

    def _holders(self, start: int, end: int) -> list[Saying]:
        """The sayings that hold text[start:end], and those they stand in, the deepest first."""
        found = {i for a, b, i in self._contents.over(start, start + 1) if a <= start and end <= b}
        for index in sorted(found):
            found.update(self._path(index))
        up = {i: len(self._path(i)) for i in found}
        return [self.said[i] for i in sorted(found, key=lambda i: self._depth(i, up[i]))]

    def _means_itself(self, said: Saying) -> bool:
        """True for "the charity said" and "the agency's report" in what a body publishes."""
        if said.kind == "named" or said.source is None or not said.speaker:
            return False
        words = self.account.text[slice(*said.source)].casefold()
        first = said.speaker.casefold().split()[0].removesuffix("'s").removesuffix("’s")
        return words.startswith("the ") and first in lexicon.cue_set("publishing")

    def _depth(self, index: int, above: int) -> tuple[bool, int, int, int]:
        """What sorts the sayings around some words, the deepest first."""
        said = self.said[index]
        return not said.cited, -above, said.size, index

    @cached_property
    def _contents(self) -> Along[tuple[int, int, int]]:
        """(start, end, saying) of all that is said."""
        return Along((a, b, (a, b, i)) for i, s in enumerate(self.said) for a, b in s.content)

    def said_in(self, sent: Span) -> list[Saying]:
        """The sayings of which a part stands in the sentence, in order."""
        found = {i for _, _, i in self._contents.over(sent.start_char, sent.end_char)}
        return [self.said[i] for i in sorted(found)]

    def _path(self, index: int) -> list[int]:
        """The saying and its parents, up to the outermost; a loop ends where it began."""
        path = [index]
        while (parent := self.said[path[-1]].parent) is not None and parent not in path:
            path.append(parent)
        return path

    def _goes_on(self, start: int, holds: int) -> list[Saying]:
        """The voice that the sentence at `start` goes on with, though it names none."""
        found = self._carried.get(start)
        return [found.said] if found is not None and found.holds >= holds else []

    @cached_property
    def _carried(self) -> dict[int, Carried]:
        news = self.institution is None
        return carried(self.doc, self.account.text, self.said, self.times, news)

    def period(self, words: tuple[int, int], sent: Span, stock: bool) -> Period | None:
        """When text[words] holds; None where the account is undated and names no time."""
        clock = self._every if self.aside.over(*words) else self._clock
        return clock.period(words, sent, stock)

    @cached_property
    def aside(self) -> Along[tuple[int, int]]:
        """The lines that name other pages: what they tell is no part of the account."""
        return Along((*stretch, stretch) for stretch in links(self.account.text))

    @cached_property
    def _every(self) -> Clock:
        return Clock(self.account.text, self.times, self.said, self.account.period)

    @cached_property
    def _clock(self) -> Clock:
        told = [t for t in self.times if not self.aside.over(t.start, t.end)]
        return Clock(self.account.text, told, self.said, self.account.period)


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it is anchored: what, where in the text, and how it is told.

    goes_on: told without a cue, it may go on with what the sentence before said. A news story
    gives happenings so; how many live somewhere is its own background.
    """

    kind: Kind
    start: int
    end: int
    sent: Span
    score: float
    indicator: str | None = None
    breakdown: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    hedge: str | None = None
    noun: str | None = None
    event: Event | None = None
    condition: Condition | None = None
    goes_on: bool = False
    planned: bool = False
    possible: bool = False
    counted: bool = True
    negated: bool = False


def claim(page: Page, draft: Draft) -> Claim:
    """The draft as a claim, with span, chain, place and period."""
    voice = page.voice(draft.start, draft.end, draft.sent.start_char, _holds(draft))
    about = _about(page, draft)
    stock, at = _stock(page, draft), (draft.start, draft.end)
    stance = _stance(voice, draft, stock)
    return Claim(
        id=_id(page, draft),
        account=page.account.id,
        kind=draft.kind,
        span=Words.of(page.account.text, draft.start, draft.end),
        chain=voice.chain,
        attributed=voice.attributed,
        speaker_kind=voice.kind,
        stance=stance,
        basis=voice.basis,
        period=_when(page, draft, stance, page.period(at, draft.sent, stock)),
        reader=page.reader,
        score=draft.score,
        indicator=draft.indicator,
        breakdown=draft.breakdown,
        low=draft.low,
        high=draft.high,
        unit=draft.unit,
        hedge=draft.hedge,  # type: ignore[arg-type]
        noun=draft.noun,
        site=about.site,
        area=about.area,
        place=about.place,
        scope=about.scope,
        event=_event(draft.event, stance),
        condition=draft.condition,
        negated=draft.negated,
        counted=draft.counted
        and not page.aside.over(*at)
        and not draft.negated
        and stance in ("asserted", "alleged")
        and (draft.event is None or draft.event.status != "past"),
    )


def _holds(draft: Draft) -> int | None:
    """How firmly a voice has to be carried on to a claim. How things stand is told by anybody."""
    if draft.goes_on:
        return NEAR if draft.indicator in lexicon.carry_set("standing") else FAR
    return FIRM if draft.indicator == "population" else None


def _stock(page: Page, draft: Draft) -> bool:
    """True for how things stand at a moment, which no happening told before dates."""
    return not draft.goes_on or (draft.event is None and draft.indicator in page.stocks)


def _when(page: Page, draft: Draft, stance: Stance, told: Period | None) -> Period | None:
    """The time told; what has happened did so by the time its account came out.

    A day that is told after it is another matter: there the account's own date may be wrong.
    """
    known = page.account.period
    if told is None or known is None or stance in ("expected", "hypothetical"):
        return told
    late = told.precision != "day" and told.start > known.end
    return known if late and draft.kind in ("figure", "incident") else told


_STATUS: dict[Stance, Status] = {
    "denied": "denied",
    "expected": "planned",
    "hypothetical": "planned",
}


def _event(event: Event | None, stance: Stance) -> Event | None:
    """The event, marked where its teller denies it or says that it is still to come."""
    return replace(event, status=_STATUS[stance]) if event and stance in _STATUS else event


# Counted over a country: of the site only where the sentence names it.
_WIDE = frozenset(("troops", "armed-group-members"))


# What is done or befalls where it is told to: those who move are told of by where they go.
_DEEDS = frozenset((
    "killing", "attack", "arrest", "abduction", "fire", "flood", "disease", "protest-riot",
    "security-operation",
))  # fmt: skip
_BEFALLEN = frozenset(("killed", "injured", "arrests", "attacks"))


def _of_deed(draft: Draft) -> bool:
    return draft.event.type in _DEEDS if draft.event else draft.indicator in _BEFALLEN


def _about(page: Page, draft: Draft) -> About:
    look = page.scene.befell if _of_deed(draft) else page.scene.about
    about = look(draft.start, draft.end, (draft.sent.start_char, draft.sent.end_char))
    if about.place is None and page.aside.over(draft.start, draft.end):
        return NOWHERE  # news of another page
    if about.place is None and draft.indicator in _WIDE:
        return page.scene.nearest(draft.start, draft.sent.start_char)
    if draft.kind not in ("condition", "statement") or about.place is not None:
        return about
    if draft.kind == "condition" and page.scene.of_title(draft.start, draft.end):
        return about  # how things stand, in an account of the site: "Ambulances are few"
    return NOWHERE  # what is said in general is not said of the site


_CLAUSE_FAR = 400  # no clause is longer
_CLAUSE = r"\b[^.;]*$"
_MOODS: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    ("denied", re.compile(rf"\b(?:not true|untrue|false|no evidence)\b.{{0,12}}\bthat{_CLAUSE}")),
    (
        "hypothetical",
        re.compile(rf"\b(?:unclear|unknown|not \w+|uncertain) (?:whether|if){_CLAUSE}"),
    ),
    ("hypothetical", re.compile(r"(?:^|[,;] )(?:if|unless|whether)\b[^.;,]*$", re.IGNORECASE)),
)


def _stance(voice: Voice, draft: Draft, stock: bool) -> Stance:
    told = voice.stance
    if told == "hypothetical" and stock and draft.kind == "figure":
        told = "asserted"  # "fear that they lose control of 39,000 people": so many are there
    if told not in ("asserted", "alleged"):
        return told
    at = draft.start - draft.sent.start_char
    before = text_of(draft.sent)[max(0, at - _CLAUSE_FAR) : at]
    mood = next((stance for stance, pattern in _MOODS if pattern.search(before)), None)
    return mood or ("expected" if draft.planned else "alleged" if draft.possible else told)


def _id(page: Page, draft: Draft) -> str:
    what = (draft.kind, draft.indicator, list(draft.breakdown), draft.low, draft.high, draft.unit)
    kind = draft.event.type if draft.event else draft.condition.sector if draft.condition else None
    return content_id("claim", page.account.id, draft.start, draft.end, kind, *what)


def unique(claims: Iterator[Claim]) -> Iterator[Claim]:
    """Each claim once, in the order of their words."""
    seen: set[str] = set()
    for row in sorted(claims, key=lambda c: (c.span.start, c.span.end, c.kind, c.id)):
        if row.id not in seen:
            seen.add(row.id)
            yield row
