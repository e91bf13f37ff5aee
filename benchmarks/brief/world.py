"""What is true of the made-up place, day by day, and who speaks of it. The same for one seed."""

import datetime as dt
import random
from dataclasses import dataclass
from functools import cache
from math import exp, sin
from pathlib import Path
from typing import Any

import yaml

FIRST, DAYS = dt.date(2019, 1, 1), 2190
BLOCKS = ("Block A", "Block B", "Block C", "Block D", "Block E", "Block F", "Block G", "Block H")
PEOPLE = 18_000
# How many tell of one happening, about.
TELLERS = 5
# Of a hundred happenings, by kind.
OFTEN = {
    "killing": 30, "attack": 15, "fire": 9, "flood": 3, "arrest": 14, "escape-attempt": 6,
    "protest-riot": 4, "abduction": 4, "aid-delivery": 5, "aid-suspension": 3, "disease": 3,
    "repatriation": 4,
}  # fmt: skip

HERE = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """A table of words beside this file."""
    told: dict[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    return told


@dataclass(frozen=True, slots=True)
class Body:
    """A voice of the register. lean: by which share its counts are too high."""

    name: str
    type: str
    grade: str
    lean: float


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened. The counts are those of its kind; the others are not told."""

    kind: str
    day: int
    block: str
    dead: int
    hurt: int
    lost: int
    taken: int
    who: str


@cache
def bodies() -> tuple[Body, ...]:
    """The voices that are bodies."""
    return tuple(Body(*row) for row in table("voices")["bodies"])


@cache
def incidents(count: int, seed: int) -> tuple[Incident, ...]:
    """So many happenings, in no order of time."""
    mix = random.Random(seed)  # noqa: S311 - makes texts, keeps no secret
    return tuple(_incident(mix) for _ in range(count))


def _incident(mix: random.Random) -> Incident:
    return Incident(
        kind=mix.choices(list(OFTEN), list(OFTEN.values()))[0],
        day=mix.randrange(DAYS),
        block=mix.choice(BLOCKS),
        dead=mix.choices((1, 2, 3, 4, 7), (60, 25, 9, 4, 2))[0],
        hurt=mix.choice((2, 3, 4, 5, 6, 8, 11, 14, 20)),
        lost=mix.randrange(3, 60),
        taken=mix.randrange(3, 70),
        who=mix.choice(("men", "women", "guards", "residents", "aid workers", "boys")),
    )


def people(day: int) -> float:
    """How many live there: it breathes over the years, and fell at once on day 900."""
    level = PEOPLE * exp(0.25 * sin(day / 300) + 0.08 * sin(day / 47))
    return level * (0.8 if day >= 900 else 1.0)


def date(day: int) -> dt.date:
    """The day of the calendar."""
    return FIRST + dt.timedelta(days=day)
