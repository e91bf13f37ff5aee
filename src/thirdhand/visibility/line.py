"""One line of the plan at one place."""

from dataclasses import dataclass

from thirdhand.model import PlanItem, Site
from thirdhand.visibility.held import Telling


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the plan at one place, with what is held on it.

    lasts: see held.lasts. tolerance: the share by which two honest figures may differ.
    """

    item: PlanItem
    site: Site
    area: str | None
    lasts: bool
    tolerance: float
    tellings: tuple[Telling, ...]
