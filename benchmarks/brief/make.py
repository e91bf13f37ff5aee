"""The accounts: news, situation reports, statements and lists of monitors, and their reprints."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.brief.facts import Facts
from benchmarks.brief.world import DAYS, TELLERS, date, incidents, table
from benchmarks.copies.make import MAKERS

SEED = 5
# Of a hundred accounts that are no reprint, by sort.
SORTS = {"news": 58, "report": 22, "statement": 12, "monitor": 8}
REPRINTS = 0.2
KINDS = ("truncation", "byline", "light edit")
# A figure told again is out of date in so many accounts, by so many days.
STALE, OLD = 0.12, (60, 400)
_CHOICE = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Made:
    """An account before it is written. source: the number of the one it reprints."""

    number: int
    outlet: str
    day: int
    title: str
    text: str
    source: int | None = None

    @property
    def row(self) -> dict[str, str]:
        """As a `.json` account has it."""
        return {
            "id": f"{self.number:05d}",
            "url": f"https://{self.outlet}/{self.number:05d}",
            "publisher": self.outlet,
            "title": self.title,
            "published": date(self.day).isoformat(),
            "language": "en",
            "text": self.text,
        }


def make(count: int, seed: int = SEED) -> Iterator[Made]:
    """So many accounts over six years. The first n of more are those of n.

    A happening is told of by some TELLERS accounts, however many accounts there are.
    """
    mix = random.Random(seed)  # noqa: S311 - makes texts, keeps no secret
    own: list[Made] = []
    for number in range(count):
        if own and mix.random() < REPRINTS:
            yield _again(number, mix, own)
            continue
        sort = mix.choices(list(SORTS), list(SORTS.values()))[0]
        own.append(_ACCOUNTS[sort](number, mix, seed))
        yield own[-1]


def _again(number: int, mix: random.Random, own: list[Made]) -> Made:
    source, other = mix.choice(own), mix.choice(own)
    text = MAKERS[mix.choice(KINDS)](source.text, other.text, mix)
    day = min(source.day + mix.randrange(4), DAYS - 1)
    return Made(number, _outlet("news", mix), day, source.title, text, source.number)


def _news(number: int, mix: random.Random, seed: int) -> Made:
    # Drawn so that a larger collection has more happenings, not more tellers of each.
    known = incidents(10_000, seed)
    what = known[mix.randrange(number // (2 * TELLERS) + 1)]
    day = min(what.day + mix.randrange(3), DAYS - 1)
    facts = _facts(mix, day)
    facts.incident = what
    words = table("phrases")["kinds"][what.kind]
    title = _say(mix, words["title"], facts, 1)
    text = "\n\n".join(
        (
            _say(mix, words["lead"], facts, 1),
            _say(mix, table("phrases")["more"], facts, mix.choice((2, 3))),
            _say(mix, table("phrases")["statements"], facts, 1),
            _say(mix, table("phrases")["colour"], facts, 2),
            _say(mix, table("phrases")["background"], facts, 2),
        )
    )
    return Made(number, _outlet("news", mix), day, title, text)


def _report(number: int, mix: random.Random, _: int) -> Made:
    # A third of them are weekly.
    day = mix.randrange(DAYS)
    day -= day % (7 if mix.random() < 1 / 3 else 30)
    facts = _facts(mix, day)
    title = f"Tarvel camp: situation report, {facts['day']}"
    words = table("phrases")
    parts = (
        _say(mix, words["figures"], facts, 6),
        _say(mix, words["conditions"], facts, 2),
        _say(mix, words["colour"], facts, 1),
    )
    return Made(number, _outlet("reports", mix), day, title, "\n\n".join(parts))


def _statement(number: int, mix: random.Random, _: int) -> Made:
    facts = _facts(mix, mix.randrange(DAYS))
    words = table("phrases")
    text = "\n\n".join(
        (
            _say(mix, words["statements"], facts, 3),
            _say(mix, words["colour"], facts, 3),
            _say(mix, words["conditions"], facts, 2),
            _say(mix, words["background"], facts, 1),
        )
    )
    title = f"Statement of {facts.voice.name} on Tarvel"
    return Made(number, _outlet("statements", mix), facts.day, title, text)


def _monitor(number: int, mix: random.Random, _: int) -> Made:
    facts = _facts(mix, mix.randrange(DAYS))
    words = table("phrases")
    text = "\n\n".join(
        (
            _say(mix, words["monitor"], facts, 4),
            _say(mix, words["conditions"], facts, 1),
            _say(mix, words["colour"], facts, 2),
            _say(mix, words["background"], facts, 1),
        )
    )
    title = f"Tarvel: incidents in {facts['last_month']}"
    return Made(number, _outlet("monitors", mix), facts.day, title, text)


_ACCOUNTS: dict[str, Callable[[int, random.Random, int], Made]] = {
    "news": _news,
    "report": _report,
    "statement": _statement,
    "monitor": _monitor,
}


def _facts(mix: random.Random, day: int) -> Facts:
    old = mix.randint(*OLD) if mix.random() < STALE else 0
    return Facts(mix, day, old=old)


def _say(mix: random.Random, phrases: list[str], facts: Facts, count: int) -> str:
    told = (
        _CHOICE.sub(lambda m: mix.choice(m[1].split("|")), p) for p in mix.sample(phrases, count)
    )
    return " ".join(phrase.format_map(facts) for phrase in told)


def _outlet(sort: str, mix: random.Random) -> str:
    """The first outlets of a list tell most."""
    known = table("voices")["outlets"][sort]
    found: str = known[min(int(mix.expovariate(4 / len(known))), len(known) - 1)]
    return found
