"""Which place a claim is about, and when it holds, where no parse tells."""

import re
from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Span

from thirdhand.model import Period, Site
from thirdhand.read.anchor import Page
from thirdhand.read.carry import NEAR
from thirdhand.read.plain.folded import fold
from thirdhand.read.plain.table import pattern, table
from thirdhand.read.saying import Saying
from thirdhand.read.site import About, Scene
from thirdhand.read.when import Time
from thirdhand.read.where import Place


class PlainScene(Scene):
    """Where an account in `code` plays."""

    def __init__(
        self, code: str, places: Sequence[Place], sites: Sequence[Site], text: str, title: str
    ) -> None:
        super().__init__(places, sites, text, title)
        self._code = code

    def about(self, start: int, end: int, sent: tuple[int, int]) -> About:
        """What text[start:end], inside the sentence `sent`, is about."""
        words = _spelt(self._text[slice(*sent)])
        here = [p for p in self._places if sent[0] <= p.start < sent[1]]
        area = next((p.area for p in here if p.area), None)
        camps = [p for p in here if p.camp]
        common = pattern(self._code, "camp_common").search(words)
        several = pattern(self._code, "camps_plural").search(words)
        if several and not common and (not camps or len(camps) > 1):
            names = " + ".join(p.text for p in camps[:3]) or several[0]
            return About(None, None, names, f"“{several[0]}” names no single place")
        if camps:
            near = min(camps, key=lambda p: _far(p, start, end))
            if near.site or not common:
                return About(near.site, area if near.site else None, near.text, None)
        if common:
            return About(self.main, area, re.sub(r"^[وفبك](?=ال)", "", common[0]), None)
        others = [p for p in here if p.entry and p.entry.kind != "country" and p.start < start]
        if (
            others
            and area is None
            and (self.main is None or _inside(self._code, self._text, others))
        ):
            return About(None, None, min(others, key=lambda p: _far(p, start, end)).text, None)
        return About(self.main, area, None, None)


@lru_cache(maxsize=2)
def _spelt(sentence: str) -> str:
    """A sentence in one spelling; its claims are anchored one after the other."""
    return fold(sentence).text


def _inside(code: str, text: str, places: Sequence[Place]) -> bool:
    """True where "in" stands before one of the places."""
    lead = "في" if code == "ar" else r"à|dans|en"
    return any(
        re.search(rf"(?<!\w)(?:{lead})\s+\S{{0,12}}\s?$", text[max(0, p.start - 20) : p.start])
        for p in places
    )


def _far(place: Place, start: int, end: int) -> int:
    """Characters between a place and some words; what stands before counts twice."""
    return place.start - end if place.start >= end else max(2 * (start - place.end), 0)


class PlainPage(Page):
    """A page whose sentences carry no parse."""

    __slots__ = ()

    def _goes_on(self, start: int, holds: int) -> list[Saying]:
        """The last saying of the sentences right before, in the same paragraph."""
        if holds > NEAR:
            return []
        text = self.account.text
        for said in reversed(self.said):
            last = max(end for _, end in (*said.content, said.cue or (0, 0)))
            if said.speaker is None or last > start:
                continue
            between = text[last:start]
            ended = len(re.findall(r"[.!?]", between)) <= 3 and len(between) < 300
            return [said] if "\n" not in between and ended and said.parent is None else []
        return []

    def period(self, words: tuple[int, int], sent: Span, stock: bool) -> Period | None:  # noqa: ARG002
        """The time named nearest in the sentence, else the account's own date."""
        here = [t for t in self.times if sent.start_char <= t.start < sent.end_char and t.stretch]
        published = self.account.period
        if not here:
            return published
        code = self.account.language or ""
        near = min(here, key=lambda t: _detour(code, self.account.text, t, words))
        stretch = near.stretch
        if stretch is None:
            return published
        last = stretch.last
        if near.since and published is not None and published.last >= stretch.first:
            last = published.last
        return Period(stretch.first.isoformat(), last.isoformat(), stretch.precision, "stated")


def _detour(code: str, text: str, time: Time, words: tuple[int, int]) -> int:
    """Characters between a time and some words; a mark counts as 40, a new clause as 60."""
    between = text[min(time.end, words[1]) : max(time.start, words[0])]
    gap = max(time.start - words[1], words[0] - time.end, 0)
    breaks = re.findall("|".join(table(code)["clause"]), between)
    return gap + sum(40 if len(mark) == 1 else 60 for mark in breaks)
