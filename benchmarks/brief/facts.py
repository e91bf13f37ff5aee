"""The words that fill a phrase: what one voice, on one day, says of the place."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.brief.world import BLOCKS, Body, Incident, bodies, date, people, table

ONES = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SINGLE = {"men": "a man", "women": "a woman", "boys": "a boy", "guards": "a guard"}
# Shares of the people, or counts of a month; told with a voice's own lean.
SHARES = {
    "people": 1.0, "children": 0.52, "households": 0.24, "reached": 0.8, "arrived": 0.02,
    "gone": 0.025, "gone_households": 0.006, "treated": 0.012, "malnourished": 0.004,
    "vaccinated": 0.05, "tents": 0.03, "died": 0.0008, "unaccompanied": 0.006, "litres": 17.0,
}  # fmt: skip
COUNTS = {
    "guards": (60, 140), "more_guards": (150, 300), "groups": (12, 40), "arrested": (5, 60),
    "killed_month": (2, 12), "injured_month": (5, 40), "more_dead": (5, 9), "few": (2, 12),
    "share": (78, 84),
}  # fmt: skip
# Of a voice's figures, so many are told as they are; the others are rounded under these words.
EXACT = 0.45
# Of a voice's figures, so many are its own count and no repetition of the month's.
COUNTED = 0.5
HEDGES = ("more than", "about", "nearly", "some", "at least", "around", "up to")


@dataclass(slots=True)
class Facts(dict[str, str]):
    """Made as a phrase asks for it. A name with a capital begins a sentence.

    day: of the telling. old: days by which a figure told again is out of date.
    """

    mix: random.Random
    day: int
    incident: Incident | None = None
    old: int = 0
    voice: Body = field(init=False)
    other: Body = field(init=False)

    def __post_init__(self) -> None:
        """Choose who speaks."""
        self.voice, self.other = self.mix.sample(bodies(), 2)

    def __missing__(self, name: str) -> str:
        if name[0].isupper():
            told = self[name.lower()]
            return told[0].upper() + told[1:]
        return self._made(name)

    def _made(self, name: str) -> str:
        month = max(self.day - self.old, 0) // 30
        if name in SHARES:
            return self._number(people(month * 30) * SHARES[name] * self._own())
        if name == "killed_year":
            return self._number(3 + date(self.day).timetuple().tm_yday // 14)
        if name in COUNTS:
            # A seed of words is the same in every process.
            told = random.Random(f"{name} {month}").randint(*COUNTS[name])  # noqa: S311
            return str(max(round(told * self._own()), 1))
        if self.incident and name in ("dead", "hurt", "lost", "taken", "block"):
            return self._happened(name, self.incident)
        return self._named(name)

    def _own(self) -> float:
        """Most tell the count of the month as they have it; some have counted for themselves."""
        counted = self.mix.random() < COUNTED
        return (1 + self.voice.lean) * self.mix.gauss(1.0, 0.015) if counted else 1.0

    def _number(self, value: float) -> str:
        """As it is, or rounded to two digits under a hedge."""
        whole = max(round(value), 1)
        if whole < 100 or self.mix.random() < EXACT:
            return f"{whole:,}"
        unit = 10 ** (len(str(whole)) - 2)
        return f"{self.mix.choice(HEDGES)} {round(whole / unit) * unit:,}"

    def _happened(self, name: str, told: Incident) -> str:
        """Now and then a telling has another toll than the rest."""
        if name == "block":
            return told.block
        count = getattr(told, name) + (self.mix.random() < 0.06)
        if name == "dead":
            if count == 1:
                return SINGLE.get(told.who, "a resident")
            return f"{ONES[count]} {told.who}"
        return ONES[count] if count < len(ONES) else str(count)

    def _named(self, name: str) -> str:
        when = date(self.incident.day if self.incident else self.day)
        before = date(max(self.day - 31, 0))
        words: dict[str, Callable[[], str]] = {
            "place": lambda: str(self.mix.choice(table("phrases")["names"])),
            "voice": lambda: self.voice.name,
            "other": lambda: self.other.name,
            "person": lambda: ", ".join(self.mix.choice(table("voices")["persons"])),
            "block": lambda: self.mix.choice(BLOCKS),
            "day": lambda: f"{when.day} {when:%B %Y}",
            "weekday": lambda: f"{when:%A}",
            "month": lambda: f"{when:%B %Y}",
            "last_month": lambda: f"{before:%B %Y}",
            "dead": lambda: "two residents",
            "hurt": lambda: "three",
            "lost": lambda: "ten",
            "taken": lambda: "five",
        }
        return words[name]()
