"""How many cases no list names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unseen:
    """How many cases there are in all: mean, median and a 95 % interval; `observed` of them listed.

    models: how many graphs were averaged, 0 for Chao's bound. reason: why there is no estimate, or
    no upper bound that the lists set; "" for none.
    """

    mean: float | None
    median: float | None
    low: float | None
    high: float | None
    observed: int
    models: int
    reason: str = ""
