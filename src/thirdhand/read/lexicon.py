"""The reader's word tables (lexicon/*.yaml), loaded once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from thirdhand.model.claim import Basis, Direction, Stance
from thirdhand.model.quantity import Hedge


@dataclass(frozen=True, slots=True)
class Act:
    """What happened to the people or things counted, and the indicator that counts it."""

    name: str
    indicator: str
    event: str | None
    obj: frozenset[str]
    subj: frozenset[str]
    phrases: re.Pattern[str] | None
    hints: re.Pattern[str] | None
    nominal: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun that is itself what is counted ("killings"), with its unit."""

    indicator: str
    unit: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """Words that say how a sector stands."""

    direction: Direction
    level: int
    pattern: re.Pattern[str]


# The loader in C is twenty times as fast; PyYAML has it on most machines, not on all.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(words: str) -> Any:  # noqa: ANN401 - what a YAML text says
    """What a YAML text says."""
    return yaml.load(words, Loader=_LOADER)  # noqa: S506 - both loaders are safe ones


@cache
def _table(name: str) -> dict[str, Any]:
    raw = load((files("thirdhand.read") / "lexicon" / name).read_text("utf-8"))
    return raw if isinstance(raw, dict) else {"rows": raw}


@cache
def rows(name: str) -> tuple[dict[str, Any], ...]:
    """The rows of a table that is a list."""
    return tuple(_table(name)["rows"])


def either(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of `words` as whole words, the longest first, any case."""
    body = "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


@cache
def cue_verbs() -> Mapping[str, tuple[Stance, Basis]]:
    """Verb lemma -> (stance, basis) that it claims for what is said."""
    return {w: (r["stance"], r["basis"]) for r in _table("cues.yaml")["verbs"] for w in r["words"]}


@cache
def cue_set(name: str) -> frozenset[str]:
    """One list of cues.yaml: clause_only, documents, numbers_of, unnamed, not_media."""
    return frozenset(_table("cues.yaml")[name])


@cache
def saying_nouns() -> Mapping[str, Stance]:
    """Noun -> the stance it claims for what is said by it ("claim", "denial")."""
    table = _table("cues.yaml")["sayings"]
    return {noun: stance for stance, nouns in table.items() for noun in nouns}


@cache
def hearsay() -> Mapping[str, Stance]:
    """Word -> stance, for words that hang a claim on nobody ("reportedly")."""
    return dict(_table("cues.yaml")["hearsay"])


@cache
def hedges(side: str) -> tuple[tuple[re.Pattern[str], Hedge], ...]:
    """Patterns of the hedges before ("before") or behind ("after") a number, longest first."""
    rows = [(w, h) for h, words in _table("hedges.yaml")[side].items() for w in words]
    rows.sort(key=lambda row: -len(row[0]))

    def pattern(word: str) -> re.Pattern[str]:
        body = re.escape(word).replace(r"\ ", r"\s+")
        start, stop = (
            (r"(?<!\w)" if word[0].isalpha() else ""),
            (r"\b" if word[-1].isalpha() else ""),
        )
        end = r"\s*(?:the\s+|an?\s+|total\s+of\s+|of\s+)?$" if side == "before" else ""
        lead = r"\A\s*" if side == "after" else ""
        return re.compile(f"{lead}{start}{body}{stop}{end}", re.IGNORECASE)

    return tuple((pattern(word), hedge) for word, hedge in rows)


@cache
def hedged(side: str) -> re.Pattern[str]:
    """Any of the hedges of that side: most numbers have none."""
    return re.compile("|".join(p.pattern for p, _ in hedges(side)), re.IGNORECASE)


@cache
def persons() -> Mapping[str, str]:
    """Person noun -> the breakdown it carries, "" for none."""
    groups = _table("nouns.yaml")["persons"]
    return {w: tag for tag, words in groups.items() for w in words}


@cache
def counted() -> Mapping[str, Counted]:
    """Noun -> what a number before it counts."""
    rows = _table("nouns.yaml")["counted"]
    return {
        w: Counted(r["indicator"], r["unit"], tuple(r.get("by", ())))
        for r in rows
        for w in r["words"]
    }


@cache
def unit_nouns() -> Mapping[str, str]:
    """Noun -> unit of measure; household and ignored nouns are there too ("-" is ignored)."""
    table = _table("nouns.yaml")
    out = dict.fromkeys(table["ignored"], "-")
    out.update({w: unit for unit, words in table["units"].items() for w in words})
    out.update(dict.fromkeys(table["dwellings"], "items"))
    out.update(dict.fromkeys(table["households"], "households"))
    return out


@cache
def dwellings() -> frozenset[str]:
    """Nouns for where people live: "house", "hut"."""
    return frozenset(_table("nouns.yaml")["dwellings"])


@cache
def befallen(whom: str) -> re.Pattern[str]:
    """What happens to "people" only, or how homes are "lost", "emptied" or "harmed"."""
    return _any(_table("befallen.yaml")[whom]) or re.compile(r"(?!)")


@cache
def nationalities() -> Mapping[str, str]:
    """Word -> nationality breakdown ("iraqis" -> "iraqi")."""
    return {w: tag for tag, words in _table("nouns.yaml")["nationalities"].items() for w in words}


def _any(patterns: Iterable[str]) -> re.Pattern[str] | None:
    body = "|".join(patterns)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE) if body else None


@cache
def acts() -> tuple[Act, ...]:
    """The acts in the order of their table."""
    return tuple(
        Act(
            r["act"],
            r["indicator"],
            r.get("event"),
            frozenset(r.get("obj", ())),
            frozenset(r.get("subj", ())),
            _any(r.get("phrases", ())),
            _any(r.get("hints", ())),
            frozenset(r.get("nominal", ())),
        )
        for r in rows("acts.yaml")
    )


@cache
def phrased() -> re.Pattern[str] | None:
    """Any of the phrases of all acts."""
    return _any(phrase for r in rows("acts.yaml") for phrase in r.get("phrases", ()))


@cache
def hinted() -> re.Pattern[str] | None:
    """Any of the hints of all acts."""
    return _any(hint for r in rows("acts.yaml") for hint in r.get("hints", ()))


@cache
def part(name: str, key: str) -> Any:  # noqa: ANN401 - what a YAML text says
    """What stands under one key of a table."""
    return _table(name)[key]


@cache
def listed(name: str) -> frozenset[str]:
    """One list of words (lemmas) of signs.yaml."""
    return frozenset(_table("signs.yaml")["lists"][name])


@cache
def sign(name: str) -> re.Pattern[str]:
    """One row of signs.yaml as a pattern of whole words."""
    return re.compile(rf"\b(?:{'|'.join(_table('signs.yaml')[name])})\b", re.IGNORECASE)


@cache
def irregular_demonyms() -> frozenset[str]:
    """Names of peoples that do not begin like their country's name ("Dutch")."""
    return frozenset(_table("nouns.yaml")["demonyms"])


def _whole(patterns: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the patterns as whole words, those written longest first, in any case."""
    body = "|".join(sorted(patterns, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


@cache
def sectors() -> tuple[tuple[str, bool, bool, re.Pattern[str]], ...]:
    """(sector, bad to have, named so widely that any other goes first, its words)."""
    table = _table("sectors.yaml")
    return tuple(
        (name, kind == "bad", name in table["wide"], _whole(words))
        for kind in ("good", "bad")
        for name, words in table[kind].items()
    )


@cache
def states() -> tuple[State, ...]:
    """The states in the order of their table, the strongest first."""
    rows = _table("sectors.yaml")["state"]
    return tuple(State(r["direction"], r["level"], _whole(r["words"])) for r in rows)


@cache
def whole_states() -> tuple[tuple[str, State], ...]:
    """(sector, state) of words that name both."""
    rows = _table("sectors.yaml")["whole"]
    return tuple((r["sector"], State(r["direction"], r["level"], _whole(r["words"]))) for r in rows)


@cache
def any_state() -> re.Pattern[str]:
    """Finds any word that says how a sector stands: most sentences hold none."""
    table = _table("sectors.yaml")
    told = (w for kind in ("state", "whole") for row in table[kind] for w in row["words"])
    return _whole([*told, *table["more"], *table["less"]])


@cache
def sector_words(name: str) -> re.Pattern[str]:
    """One list of sectors.yaml: more, less, ahead, not."""
    return _whole(_table("sectors.yaml")[name])


@cache
def place_words(name: str) -> frozenset[str]:
    """One list of places.yaml, in lower case."""
    return frozenset(word.lower() for word in _table("places.yaml")[name])


@cache
def countries() -> Mapping[str, str]:
    """Name of a country or of a part of one, as places.yaml adds it -> ISO code."""
    return {w: code for code, words in _table("places.yaml")["countries"].items() for w in words}


@cache
def bodies(own: bool) -> Mapping[str, str]:
    """Part of a web address -> the well-known body that it stands for.

    own: the address is one of bodies (.org, .int, .mil, .gov), where a common word is a name too.
    """
    lists = ("known", "known_own") if own else ("known",)
    rows = (row for name in lists for row in _table("bodies.yaml")[name].items())
    return {str(label): name for name, labels in rows for label in labels}


@cache
def body_set(name: str) -> frozenset[str]:
    """One list of bodies.yaml: libraries, news, outlets, ends."""
    return frozenset(str(word) for word in _table("bodies.yaml")[name])


@cache
def carry_set(name: str) -> frozenset[str]:
    """One list of carry.yaml: adds, leaves, resumed."""
    return frozenset(_table("carry.yaml")[name])


@cache
def carry_happenings() -> Mapping[str, frozenset[int]]:
    """Lemma -> the rows of carry.yaml that tell of one kind of happening."""
    out: dict[str, set[int]] = {}
    for row, words in enumerate(_table("carry.yaml")["happenings"]):
        for word in words:
            out.setdefault(word, set()).add(row)
    return {word: frozenset(rows) for word, rows in out.items()}


@cache
def spelled() -> Mapping[str, str]:
    """Letters of a body's full name, lower case -> the short form that the world knows."""
    table = _table("bodies.yaml")["spelled"]
    return {plain(name): short for short, names in table.items() for name in names}


def plain(name: str) -> str:
    """The letters and digits of a name in lower case: "Co-ordination" is "coordination"."""
    return "".join(c for c in name.casefold().replace("centre", "center") if c.isalnum())


@cache
def whole_names() -> re.Pattern[str]:
    """A pattern that finds the names which read like a sentence."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, body_set("whole"))) + r")\b")
