"""Open one piece of work: settings, plan and where the store lies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from thirdhand.model import Plan, Site
from thirdhand.settings import SettingsError, load
from thirdhand.words import vocabulary

FILE = "case.toml"
STORE = "thirdhand.db"
NOTHING = Plan(name="", sites=())


class CaseError(ValueError):
    """No case, or not the one that was asked for. One line that says what to do."""


@dataclass(frozen=True, slots=True)
class Case:
    """folder: where case.toml lies. store: the database file, which need not be there yet."""

    folder: Path
    plan: Plan
    store: Path

    def site(self, name: str) -> Site:
        """The site with that id; CaseError where the case does not watch it."""
        for site in self.plan.sites:
            if site.id == name:
                return site
        known = ", ".join(s.id for s in self.plan.sites)
        raise CaseError(f"{self.folder / FILE}: no site {name!r}; --site may be: {known}")


def open_case(folder: Path, store: Path | None = None) -> Case:
    """The case in `folder`. CaseError where there is none or its file is wrong."""
    path = folder if folder.name == FILE else folder / FILE
    if not path.is_file():
        raise CaseError(f"{path}: no such file; 'thirdhand init NAME --template camp' writes one")
    try:
        plan = load(path, vocabulary())
    except SettingsError as error:
        raise CaseError(str(error)) from None
    return Case(path.parent, plan, store or path.parent / STORE)


def find(paths: Sequence[Path], site: str, here: Path, store: Path | None = None) -> Case:
    """The case that watches `site`: in `here`, above the first path, or up to two folders below.

    A case that watches other sites is passed over. CaseError where none fits, or where two
    below `here` do.
    """
    passed: list[str] = []
    for folder in _near(paths, here):
        case = _watching(folder, site, store, passed)
        if case:
            return case
    below = [c for f in _below(here) if (c := _watching(f, site, store, passed))]
    if len(below) > 1:
        both = " and ".join(str(c.folder) for c in below[:2])
        raise CaseError(f"two cases watch {site!r}: {both}; name one with --case")
    if below:
        return below[0]
    if passed:
        raise CaseError(passed[0])
    raise CaseError(
        f"no {FILE} found that watches {site!r}; 'thirdhand init {site} --template camp' writes"
        " one, --case DIR names one"
    )


def nearest(paths: Sequence[Path], here: Path) -> Case | None:
    """The case in `here` or above the first path; None where there is none."""
    return next((open_case(folder) for folder in _near(paths, here)), None)


def around(here: Path, store: Path | None = None) -> Case:
    """The case in `here` or above it, or the one case up to two folders below.

    CaseError where there is none, or where there are two below.
    """
    folders = list(_near([here], here))[:1] or _below(here)
    if len(folders) > 1:
        both = " and ".join(str(folder) for folder in folders[:2])
        raise CaseError(f"two cases are here: {both}; name one with --case")
    if not folders:
        raise CaseError(f"no {FILE} found here, above or below; --case DIR names one")
    return open_case(folders[0], store)


def _watching(folder: Path, site: str, store: Path | None, passed: list[str]) -> Case | None:
    """The case of `folder` if it watches `site`; else why not, noted in `passed`."""
    try:
        case = open_case(folder, store)
        case.site(site)
    except CaseError as error:
        passed.append(str(error))
        return None
    return case


def _near(paths: Sequence[Path], here: Path) -> Iterator[Path]:
    start = paths[0].absolute() if paths else here
    for folder in dict.fromkeys((here, start, *start.parents)):
        if (folder / FILE).is_file():
            yield folder


def _below(here: Path) -> list[Path]:
    found = [*here.glob(f"*/{FILE}"), *here.glob(f"*/*/{FILE}")]
    inside = [p.parent for p in found if p.is_file()]
    return sorted(
        p for p in inside if not any(w.startswith(".") for w in p.relative_to(here).parts)
    )
