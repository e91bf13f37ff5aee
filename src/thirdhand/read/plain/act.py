"""What happened to a counted thing: the nearest act of its sentence names the indicator."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from thirdhand.read.plain.table import found, pattern, table


@dataclass(frozen=True, slots=True)
class Act:
    """An act at text[start:end] of a sentence."""

    name: str
    indicator: str
    event: str | None
    start: int
    end: int
    far: int


_REACH = 170  # how far an act can stand from what it happened to, in characters
_BREAK = 30  # what each mark between them counts as


@cache
def _patterns(code: str) -> tuple[tuple[re.Pattern[str], str, str, str | None, int], ...]:
    return tuple(
        (found(code, r["words"]), r["act"], r["indicator"], r.get("event"), int(r.get("far", 0)))
        for r in table(code)["acts"]
    )


def acts(code: str, text: str) -> list[Act]:
    """Every act that a sentence names, in the order of the table; a longer one hides its parts."""
    out: list[Act] = []
    taken = bytearray(len(text))
    for words, name, indicator, event, far in _patterns(code):
        for match in words.finditer(text):
            start, end = match.span()
            if not all(taken[start:end]):
                out.append(Act(name, indicator, event, start, end, far))
                taken[start:end] = b"\x01" * (end - start)
    return out


def act_of(code: str, text: str, at: tuple[int, int], told: Sequence[Act]) -> Act | None:
    """The act nearest to text[at]; marks and new clauses between them count as distance."""
    near = [(_distance(code, text, at, act), act) for act in told]
    near = [row for row in near if row[0] <= _REACH]
    best = min(near, key=lambda row: row[0], default=None)
    if best is None:
        return None
    act = best[1]
    if act.name in ("kill", "die"):
        return _violent(code, text, act)
    return act


def _distance(code: str, text: str, at: tuple[int, int], act: Act) -> int:
    if act.start < at[1] and at[0] < act.end:
        return act.far
    before = act.end <= at[0]
    between = text[act.end : at[0]] if before else text[at[1] : act.start]
    marks = sum(_BREAK if len(m[0]) == 1 else 2 * _BREAK for m in _clause(code).finditer(between))
    return len(between) + marks + act.far


@cache
def _clause(code: str) -> re.Pattern[str]:
    return re.compile("|".join(table(code)["clause"]), re.IGNORECASE)


def _violent(code: str, text: str, act: Act) -> Act:
    """A death by a weapon is a killing; one by a fire, the cold or illness is none."""
    violence = pattern(code, "violence").search(text)
    mishap = pattern(code, "mishap").search(text)
    if act.name == "die" and violence and not mishap:
        return _as(act, "kill", "killed", "killing")
    if act.name == "kill" and mishap and not violence:
        return _as(act, "die", "deaths", None)
    return act


def _as(act: Act, name: str, indicator: str, event: str | None) -> Act:
    return Act(name, indicator, event, act.start, act.end, act.far)
