"""How many cases no list names."""

from dataclasses import dataclass

from thirdhand.model.period import Period


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


@dataclass(frozen=True, slots=True)
class Unreported:
    """How many incidents of one type nobody told of, at a site in a period.

    lists: the voices whose lists were set against each other; none where it cannot be estimated,
    and `unseen.reason` says why. claims: ids of those that tell of the incidents.
    """

    id: str
    site: str
    indicator: str
    period: Period
    lists: tuple[str, ...]
    unseen: Unseen
    claims: tuple[str, ...]
