"""The shape of `case.toml`, and how it becomes the plan. The shape is told in docs/case.md.

Errors are `SettingsError`: one line that names the file, the key and what to do.
"""

import tomllib
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic import model_validator as validator

from thirdhand.complaint import closest, complaint
from thirdhand.model import Area, Limits, Person, Plan, PlanItem, Site, Source, Target, Vocabulary
from thirdhand.model.account import Sensitivity
from thirdhand.model.plan import Access, Cadence, PlanKind, SourceType

SHELF_LIFE: dict[Cadence, int] = {"week": 14, "month": 45, "quarter": 120, "year": 400}
INCIDENT_SECTOR = "protection"
SOURCES = "sources.toml"

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Ident = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Date = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
# A TOML list; pydantic's strict mode takes no list for a tuple, so these are lax.
Degrees = Annotated[tuple[Latitude, Longitude], Field(strict=False)]
Outline = Annotated[tuple[Degrees, ...], Field(strict=False)]


class SettingsError(ValueError):
    """What is wrong in a case file, where, and what to do. One line."""


class UnknownWordError(ValueError):
    """A word of the plan is not of the vocabulary. One line that names the nearest one."""


class Block(BaseModel):
    """A table of the file. A key it does not know is an error, and no value is bent to fit."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class CaseBlock(Block):
    """`[case]`: the work's name and what it covers."""

    name: Words
    start: Month | None = None
    end: Month | None = None
    small_cell: Annotated[int, Field(ge=0)] = 0

    @validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"end {self.end} is before start {self.start}; swap them")
        return self


class AreaBlock(Block):
    """`[[site.area]]`: a part of a site."""

    id: Ident
    name: Words
    aliases: list[Words] = []
    point: Degrees | None = None
    outline: Outline = ()

    def row(self) -> Area:
        """The area as the stages know it."""
        return Area(self.id, self.name, tuple(self.aliases), self.point, _ring(self.outline))


class SiteBlock(Block):
    """`[[site]]`: a place watched."""

    id: Ident
    name: Words
    kind: Words
    aliases: list[Words] = []
    country: Country | None = None
    point: Degrees | None = None
    outline: Outline = ()
    area: list[AreaBlock] = []

    def row(self) -> Site:
        """The site with its areas as the stages know it."""
        lat, lon = self.point or (None, None)
        return Site(
            self.id,
            self.name,
            self.kind,
            tuple(self.aliases),
            self.country,
            lat,
            lon,
            tuple(a.row() for a in self.area),
            _ring(self.outline),
        )


class PlanBlock(Block):
    """`[[plan]]`: one thing that ought to be seen."""

    kind: PlanKind
    indicator: Words
    label: Words
    cadence: Cadence
    breakdown: list[Words] = []
    unit: Words | None = None
    shelf_life_days: Annotated[int, Field(gt=0)] | None = None
    areas: Literal["site", "each"] = "site"
    sector: Words | None = None
    ask: Words | None = None
    target: Words | None = None

    def row(self, vocabulary: Vocabulary) -> PlanItem:
        """The line of the plan; UnknownWordError where a word is not in the vocabulary.

        ValueError where what it asks for does not go together.
        """
        unit, sector = (
            self._figure(vocabulary) if self.kind == "figure" else self._other(vocabulary)
        )
        sector = self.sector or sector
        _among(sector, vocabulary.sectors, "sector")
        return PlanItem(
            kind=self.kind,
            indicator=self.indicator,
            label=self.label,
            cadence=self.cadence,
            shelf_life=self.shelf_life_days or SHELF_LIFE[self.cadence],
            sector=sector,
            # In the vocabulary's order, so that two ways to write it are one line of the plan.
            breakdown=tuple(b for b in vocabulary.breakdowns if b in self.breakdown),
            unit=unit,
            areas=self.areas,
            ask=self.ask,
            target=self._target(unit, vocabulary) if self.target else None,
        )

    def _target(self, unit: str | None, vocabulary: Vocabulary) -> Target:
        """What the figure ought to be; ValueError where that cannot be reckoned."""
        target = Target.parse(self.target or "")
        indicator = vocabulary.get(self.indicator)
        moment = indicator is None or indicator.measure in ("stock", "share")
        if target.heads and unit == "percent":
            raise ValueError(f"target {self.target!r}: a share is not counted by {target.rate[4:]}")
        if target.daily and moment and not (unit or "").endswith(" per day"):
            raise ValueError(
                f"target {self.target!r}: {self.indicator} is counted at a moment, not over a day;"
                " take 'and day' out"
            )
        return target

    def _figure(self, vocabulary: Vocabulary) -> tuple[str, str]:
        _among(self.indicator, [i.name for i in vocabulary.indicators], "indicator")
        indicator = vocabulary.get(self.indicator)
        assert indicator is not None  # noqa: S101 - _among has just found it
        for word in self.breakdown:
            _among(word, vocabulary.breakdowns, "breakdown")
        unit = self.unit or indicator.units[0]
        _among(unit, indicator.units, "unit")
        return unit, indicator.sector

    def _other(self, vocabulary: Vocabulary) -> tuple[None, str]:
        if self.unit or self.breakdown or self.target:
            raise ValueError(
                f"unit, breakdown and target belong to figures; take them out of this {self.kind}"
            )
        condition = self.kind == "condition"
        known = vocabulary.sectors if condition else vocabulary.events
        _among(self.indicator, known, "indicator")
        return None, self.indicator if condition else INCIDENT_SECTOR


class PersonBlock(Block):
    """A row of `people` in a `[[source]]`: who speaks for it, and when."""

    name: Words
    aliases: list[Words] = []
    office: Words | None = None
    since: Date | None = Field(default=None, alias="from")
    until: Date | None = None

    def row(self) -> Person:
        """The person as the stages know it."""
        return Person(self.name, tuple(self.aliases), self.office, self.since, self.until)


class SourceBlock(Block):
    """`[[source]]`: a voice or an outlet of the register."""

    name: Words
    type: SourceType
    aliases: list[Words] = []
    owner: Words | None = None
    sites: list[Words] = []
    country: Country | None = None
    grade: Literal["A", "B", "C", "D", "E", "F"] = "F"
    people: list[PersonBlock] = []
    sensitivity: Sensitivity = "public"
    language: Language | None = None
    access: Access | None = None

    def row(self) -> Source:
        """The source as the stages know it."""
        return Source(
            self.name,
            tuple(self.aliases),
            self.type,
            self.owner,
            tuple(self.sites),
            self.country,
            self.grade,
            tuple(person.row() for person in self.people),
            self.sensitivity,
            self.language,
            self.access,
        )


Most = Annotated[int, Field(gt=0)]


class IntakeBlock(Block):
    """`[intake]`: how much of one file is taken in; what is not told stays as it is."""

    max_bytes: Most | None = None
    max_characters: Most | None = None
    max_pages: Most | None = None
    max_scans: Most | None = None
    max_pixels: Most | None = None
    max_tags: Most | None = None
    max_members: Most | None = None
    max_unpacked: Most | None = None
    max_container: Most | None = None
    max_archive: Most | None = None
    max_ratio: Most | None = None
    max_parts: Most | None = None
    max_depth: Most | None = None
    max_seconds: Most | None = None
    max_memory: Most | None = None

    def row(self) -> Limits:
        """The limits as the stages know them."""
        return Limits(**self.model_dump(exclude_none=True))


class SourcesFile(Block):
    """A file of sources alone: `sources.toml` beside the case file, and the one that ships."""

    source: list[SourceBlock] = []


class CaseFile(Block):
    """The whole file."""

    case: CaseBlock
    site: Annotated[list[SiteBlock], Field(min_length=1)]
    plan: list[PlanBlock] = []
    source: list[SourceBlock] = []
    intake: IntakeBlock = IntakeBlock()


Form = TypeVar("Form", bound=Block)


def load(path: Path, vocabulary: Vocabulary) -> Plan:
    """The plan that the case file at `path` holds, with the sources of `sources.toml` beside it.

    SettingsError where one cannot be read, is no TOML, or does not have the shape.
    """
    form = _shaped(CaseFile, path)
    beside = path.with_name(SOURCES)
    more = _shaped(SourcesFile, beside).source if beside.is_file() else []
    try:
        return _plan(form, more, vocabulary)
    except ValueError as error:
        raise SettingsError(f"{path}: {error}") from None


@cache
def register() -> tuple[Source, ...]:
    """The sources that ship with the program. They join no case by themselves."""
    with as_file(files("thirdhand") / "register.toml") as path:
        return tuple(block.row() for block in _shaped(SourcesFile, path).source)


def _shaped(shape: type[Form], path: Path) -> Form:
    """The file at `path` as `shape`; SettingsError, one line, where it is not."""
    try:
        raw = tomllib.loads(path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not valid TOML: {error}; mend that line") from None
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        keys = _KEYS | {"": list(shape.model_fields)}
        raise SettingsError(f"{path}: {complaint(error, raw, keys)}") from None


def _plan(form: CaseFile, more: list[SourceBlock], vocabulary: Vocabulary) -> Plan:
    _all_different("site", [s.id for s in form.site])
    for site in form.site:
        _all_different(f"area of site {site.id}", [a.id for a in site.area])
        _round(site.name, site.outline)
        for area in site.area:
            _round(area.name, area.outline)
    sources = [*form.source, *more]
    _all_different("source", [s.name for s in sources])
    items, unknown = _items(form, vocabulary)
    return Plan(
        name=form.case.name,
        sites=tuple(s.row() for s in form.site),
        items=items,
        sources=tuple(s.row() for s in sources),
        start=form.case.start,
        end=form.case.end,
        small_cell=form.case.small_cell,
        unknown=unknown,
        limits=form.intake.row(),
    )


def _ring(outline: Outline) -> Outline:
    """The corners without the first one again at the end, as some tools write it."""
    return outline[:-1] if len(outline) > 1 and outline[0] == outline[-1] else outline


def _round(name: str, outline: Outline) -> None:
    corners = len(set(outline))
    if outline and corners < 3:
        raise ValueError(
            f"the outline of {name} has too few corners ({corners}); write three or more, or none"
        )


def _items(form: CaseFile, vocabulary: Vocabulary) -> tuple[tuple[PlanItem, ...], tuple[str, ...]]:
    """The lines of the plan, and a complaint for each that is left out for an unknown word."""
    items: dict[tuple[object, ...], tuple[int, PlanItem]] = {}
    unknown: list[str] = []
    for number, block in enumerate(form.plan, 1):
        where = f"plan {number} ({block.label})"
        try:
            row = block.row(vocabulary)
        except UnknownWordError as error:
            unknown.append(f"{where}: {error}")
            continue
        except ValueError as error:
            raise ValueError(f"{where}: {error}") from None
        key = row.kind, row.indicator, row.breakdown, row.unit, row.areas
        first, _ = items.setdefault(key, (number, row))
        if first != number:
            raise ValueError(f"plan {number} asks for the same as plan {first}; take one out")
    return tuple(row for _, row in items.values()), tuple(unknown)


def _all_different(what: str, names: list[str]) -> None:
    twice = next((n for i, n in enumerate(names) if n in names[:i]), None)
    if twice is not None:
        raise ValueError(f"two blocks of {what} are called {twice!r}; rename one")


def _among(word: str, known: tuple[str, ...] | list[str], key: str) -> None:
    if word not in known:
        raise UnknownWordError(f"{key} {word!r} is not known; {closest(word, known)}")


# Which keys each block may hold, for the error that names an unknown one.
_KEYS: dict[str, list[str]] = {
    "": list(CaseFile.model_fields),
    "case": list(CaseBlock.model_fields),
    "site": list(SiteBlock.model_fields),
    "area": list(AreaBlock.model_fields),
    "plan": list(PlanBlock.model_fields),
    "source": list(SourceBlock.model_fields),
    "intake": list(IntakeBlock.model_fields),
    "people": [field.alias or name for name, field in PersonBlock.model_fields.items()],
}
