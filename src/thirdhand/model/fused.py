"""What is most likely so of one item, and how reliable those are who told of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fused:
    """One item: the most likely value, and the ends of the values that hold 95 % of the chance.

    low and high are None for words, and an end that no bound closes where only bounds are told.
    voices: how many, copies counted once.
    """

    item: str
    low: float | None
    best: str | float
    high: float | None
    chance: float
    voices: int


@dataclass(frozen=True, slots=True)
class Reliability:
    """How often a source is right, 0..1, with its 90 % interval, from so many claims.

    voice: the first source that it copies or is copied by; its own name where it stands alone.
    topic: what these claims are about; "" where the table has no topics.
    """

    source: str
    right: float
    low: float
    high: float
    claims: int
    voice: str
    topic: str = ""
