"""Who is most likely to know: whom a question is put to, and why."""

import datetime as dt
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, partial

from thirdhand.model import (
    Addressee,
    Claim,
    Findings,
    PlanItem,
    Reliability,
    Voice,
)
from thirdhand.visibility.held import Heard
from thirdhand.visibility.phrases import say
from thirdhand.visibility.speakers import SAID

MOST = 3
# Who was not heard on anything of the site for so long may not be there any more.
LATELY = dt.timedelta(days=365)
# What a grade is worth where nobody measured how often a voice is right, and in words.
WORTH = {"A": 0.95, "B": 0.85, "C": 0.7, "D": 0.5, "E": 0.3, "F": 0.5}
WORDS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "its reliability is not known",
}
# So many figures make a measured share of right ones worth telling.
MEASURED = 3
# How much less it says to have told of another matter of the same sector, and how much more to
# have seen the thing oneself.
NEARBY, WITNESSED = 0.3, 1.5


@dataclass(slots=True)
class _Told:
    """What one voice told of one topic: in which accounts, when last, and whether it saw it."""

    accounts: set[str] = field(default_factory=set)
    last: dt.date = dt.date.min
    witnessed: bool = False

    def add(self, claim: Claim, day: dt.date) -> None:
        """One more claim."""
        self.accounts.add(claim.account)
        self.last = max(self.last, day)
        self.witnessed = self.witnessed or claim.basis == "witnessed"


class Asker:
    """Knows who told of what before, up to the day `end`, and so whom to ask."""

    def __init__(
        self,
        claims: Sequence[Claim],
        heard: Sequence[Heard],
        findings: Findings,
        sectors: Mapping[str, str],
        end: dt.date,
    ) -> None:
        """Learn from the claims about the site, and the accounts that speak of it.

        sectors: of each word that a claim has. Voices that nobody names cannot be asked.
        """
        self._names = {v.id: v.name for v in findings.voices}
        self._voice_of = dict(findings.voice_of)
        self._published = {h.account.id: h.period.last for h in heard if h.period}
        self._end = end
        self._sectors = sectors
        self._voices = {v.name: v for v in findings.voices if v.kind != "unnamed"}
        self._right = {(r.source, r.topic): r for r in findings.reliability}
        self._told: dict[str, dict[str, _Told]] = defaultdict(lambda: defaultdict(_Told))
        self._heard: dict[str, dt.date] = {}
        self._passed: dict[str, dict[str, _Told]] = defaultdict(lambda: defaultdict(_Told))
        self._learn(claims, _copied(heard, findings))

    def _learn(self, claims: Sequence[Claim], copied: Set[str]) -> None:
        topics = cache(partial(_topics, self._sectors))
        for claim in claims:
            day = self.day(claim)
            if day is None or day > self._end or claim.account in copied:
                continue
            if claim.stance not in SAID:
                continue
            voice = self._names.get(self._voice_of.get(claim.id, ""), "")
            known = voice in self._voices
            if known:
                self._heard[voice] = max(day, self._heard.get(voice, day))
            event, condition = claim.event, claim.condition
            told = claim.indicator, event and event.type, condition and condition.sector
            for topic in topics(*told):
                table = self._told[topic] if known else self._passed[topic]
                table[voice if known else claim.chain[-1]].add(claim, day)

    def whom(self, item: PlanItem, but: Sequence[str] = ()) -> tuple[Addressee, ...]:
        """At most MOST, the best first: whom the plan names, then by topic, access, reliability.

        Voices not heard for a year come after all others. Where too few are known, those who
        passed on what a voice without a name told stand last. but: who told of it already.
        """
        ranked = sorted(self._scores(item, but), key=lambda row: row[:3])
        out = [self._planned(item)] if item.ask else []
        out += [
            Addressee(name, self._why(name, item)) for *_, name in ranked if not _in(name, item)
        ]
        if len(out) < MOST:
            out += self._passers(item, {a.name for a in out} | set(but))
        return tuple(out[:MOST])

    def one(self, name: str, why: str) -> Addressee:
        """Somebody who is asked for another reason than what the plan wants to know."""
        heard = self._heard.get(name)
        return Addressee(name, f"{why}; last heard on {say(heard)}" if heard else why)

    def voice(self, claim: Claim) -> str:
        """Who says it: the voice that it was traced to, else the deepest of its chain."""
        return self._names.get(self._voice_of.get(claim.id, ""), claim.chain[0])

    def day(self, claim: Claim) -> dt.date | None:
        """When it was told: when its account was published, else the last day it tells of."""
        told = claim.period.last if claim.period else None
        return self._published.get(claim.account, told)

    def named_in(self, title: str) -> list[str]:
        """The voices whose name stands in the title of a document, the longest name first."""
        low = title.casefold()
        return sorted((n for n in self._voices if n.casefold() in low), key=lambda n: (-len(n), n))

    def _scores(self, item: PlanItem, but: Sequence[str]) -> list[tuple[bool, float, str, str]]:
        own, near = self._told[item.indicator], self._told[_sector(item.sector)]
        rows = []
        for name in {**own, **near}:
            if name in but:
                continue
            telling, around = own.get(name, _Told()), near.get(name, _Told())
            times = math.log1p(len(telling.accounts))
            times += NEARBY * math.log1p(len(around.accounts - telling.accounts))
            saw = WITNESSED if telling.witnessed else 1.0
            score = times * saw * self._worth(self._voices[name], item.sector)
            rows.append((self._gone(name), -round(score, 9), name, name))
        return rows

    def _gone(self, name: str) -> bool:
        return self._end - self._heard[name] > LATELY

    def _worth(self, voice: Voice, topic: str) -> float:
        found = self._measured(voice.name, topic)
        return found.right if found else WORTH[voice.grade]

    def _measured(self, name: str, topic: str) -> Reliability | None:
        found = self._right.get((name, topic))
        return found if found and found.claims >= MEASURED else None

    def _why(self, name: str, item: PlanItem) -> str:
        told = self._told[item.indicator].get(name)
        what = "it"
        if told is None:
            told, what = self._told[_sector(item.sector)][name], item.sector
        saw = ", and saw it" if told.witnessed else ""
        heard = self._heard[name]
        last = f"last on {say(told.last)}{saw}"
        if self._gone(name):
            last += f", not heard on anything since {say(heard)}"
        return f"told of {what} {_times(len(told.accounts))}, {last}; {self._reliable(name, item)}"

    def _reliable(self, name: str, item: PlanItem) -> str:
        found = self._measured(name, item.sector)
        if found:
            return f"about {found.right:.0%} of its figures on {item.sector} fit the others'"
        return WORDS[self._voices[name].grade]

    def _planned(self, item: PlanItem) -> Addressee:
        """Whom the plan says to ask, with what those of them told that are known."""
        name = str(item.ask)
        known = [n for n in self._told[item.indicator] if _in(n, item)]
        told = [f"{n} {self._why(n, item)}" for n in sorted(known)]
        return Addressee(name, "; ".join(["named in the plan", *told]))

    def _passers(self, item: PlanItem, but: set[str]) -> list[Addressee]:
        rows = self._passed[item.indicator]
        names = sorted(rows, key=lambda n: (-rows[n].last.toordinal(), -len(rows[n].accounts), n))
        return [
            Addressee(
                n, f"passed on what voices without a name told of it, last on {say(rows[n].last)}"
            )
            for n in names
            if n not in but
        ]


def _copied(heard: Sequence[Heard], findings: Findings) -> set[str]:
    """Ids of accounts that only repeat another one."""
    refs = {r for g in findings.copies for r in g.accounts if r != g.first}
    return {h.account.id for h in heard if h.account.ref in refs}


def _in(name: str, item: PlanItem) -> bool:
    """True where the plan names that voice: "UN" does not stand in "UNICEF"."""
    return bool(item.ask) and bool(
        re.search(rf"\b{re.escape(name)}\b", str(item.ask), re.IGNORECASE)
    )


def _times(number: int) -> str:
    return "once" if number == 1 else "twice" if number == 2 else f"{number:,} times"


def _sector(name: str) -> str:
    return f"sector {name}"


def _topics(sectors: Mapping[str, str], *words: str | None) -> set[str]:
    """The words of what a claim tells of, and the sectors of these."""
    names = {word for word in words if word}
    return names | {_sector(sectors[name]) for name in names if name in sectors}
