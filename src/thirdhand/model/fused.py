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


@dataclass(frozen=True, slots=True)
class Moved:
    """One item at one time: the most likely value, and the ends that hold it with 90 % chance.

    as_of: as the table writes it. An end that nothing closes is None; best too where nobody told a
    number. voices: how many bear on it, copies and old figures told again not counted.
    """

    item: str
    as_of: str
    low: float | None
    best: float | None
    high: float | None
    voices: int


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a source tells of one item that moves: its bias with its 90 % interval, and its spread.

    All are shares: bias 0.02 is 2 % too high, spread 0.05 errs by 5 %. Where the item has values of
    0 or less they are shares of its middle value. claims: how many it made.
    """

    item: str
    source: str
    bias: float
    low: float
    high: float
    spread: float
    claims: int
