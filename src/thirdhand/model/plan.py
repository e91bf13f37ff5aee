"""What ought to be seen: sites, their parts, the plan, and the register of sources."""

from dataclasses import dataclass
from typing import Literal

from thirdhand.model.account import Sensitivity
from thirdhand.model.limits import Limits
from thirdhand.model.target import Target

Cadence = Literal["week", "month", "quarter", "year"]
# Latitude and longitude in degrees.
Point = tuple[float, float]
SourceType = Literal[
    "agency", "wire", "local", "government", "armed-actor", "ngo", "monitor", "social", "outlet"
]
# Whether a source has people at the place, visits it, or tells from afar what others told it.
Access = Literal["inside", "visits", "remote"]
PlanKind = Literal["figure", "incident", "condition"]
DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a site: a phase, a sector, an annex.

    outline: the corners of its ground, three or more in order, the first not repeated; () where
    nobody has drawn it.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    point: Point | None = None
    outline: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The place watched. `kind` is the common noun an account calls it by ("camp", "town").

    outline: as of an area.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    country: str | None
    lat: float | None
    lon: float | None
    areas: tuple[Area, ...] = ()
    outline: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One line of the plan: what ought to be seen anew every `cadence`.

    It goes stale after `shelf_life` days. `areas` is "site" for the whole or "each" for every part.
    target: what the figure ought to be.
    """

    kind: PlanKind
    indicator: str
    label: str
    cadence: Cadence
    shelf_life: int
    sector: str
    breakdown: tuple[str, ...] = ()
    unit: str | None = None
    areas: Literal["site", "each"] = "site"
    ask: str | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks for a source by office, under any of these names.

    since, until: ISO days or the months or years of office; None where open.
    """

    name: str
    aliases: tuple[str, ...] = ()
    office: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A voice or an outlet of the register. `grade` is the Admiralty letter it starts from.

    owner: who stands behind it; two sources of one owner are one voice. sites: web addresses.
    people: who speaks for it. sensitivity: that of every account it publishes, unless the account
    says more. language: ISO 639-1, that it mostly writes in. access: None where nobody has said.
    """

    name: str
    aliases: tuple[str, ...]
    type: SourceType
    owner: str | None = None
    sites: tuple[str, ...] = ()
    country: str | None = None
    grade: Literal["A", "B", "C", "D", "E", "F"] = "F"
    people: tuple[Person, ...] = ()
    sensitivity: Sensitivity = "public"
    language: str | None = None
    access: Access | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A case's settings: `start` and `end` are months ("YYYY-MM"), None to follow the accounts.

    `end` may be a day as well.

    unknown: one plain line for each line of the plan that was left out, as a word in it is not of
    the vocabulary. limits: how much of one file is taken in.
    """

    name: str
    sites: tuple[Site, ...]
    items: tuple[PlanItem, ...] = ()
    sources: tuple[Source, ...] = ()
    start: str | None = None
    end: str | None = None
    small_cell: int = 0
    unknown: tuple[str, ...] = ()
    limits: Limits = DEFAULT
