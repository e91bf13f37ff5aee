"""words.yaml and labels.yaml of this folder."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def _raw(name: str) -> dict[str, Any]:
    folder = files("thirdhand.brief.gate")
    raw: dict[str, Any] = yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8"))
    return raw


@cache
def negation() -> frozenset[str]:
    """The words that turn what is told into its contrary."""
    return frozenset(_raw("words")["negation"])


@cache
def marked() -> Mapping[str, frozenset[str]]:
    """Words and phrases in small letters with their marks; those that are ours have none."""
    found: dict[str, set[str]] = {}
    for mark, words in _raw("words")["marks"].items():
        for word in words:
            found.setdefault(word.casefold(), set()).add(mark)
    ours = _raw("words")["ours"]
    for word in (*ours["phrases"], *ours["words"].split()):
        found.setdefault(word, set())
    return {word: frozenset(marks) for word, marks in found.items()}


@cache
def by_first() -> Mapping[str, tuple[str, ...]]:
    """The words and phrases of `marked` by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in marked():
        found.setdefault(re.split("[ -]", phrase)[0], []).append(phrase)
    return {word: tuple(sorted(held, key=len, reverse=True)) for word, held in found.items()}


@cache
def hedge_of() -> Mapping[str, str]:
    """The name of a hedge by each of its words."""
    return {word: name for name, words in _raw("words")["hedges"].items() for word in words}


@cache
def number_words() -> Mapping[str, int]:
    """Numbers told in words."""
    held: dict[str, int] = _raw("words")["numbers"]
    return held


@cache
def labels() -> re.Pattern[str]:
    """Any disputed label, as a whole word."""
    return _any((*_raw("labels")["before"], *_raw("labels")["nouns"]))


@cache
def unlabelled(name: str) -> str:
    """A name without the disputed labels in it; "" where nothing else is left of it."""
    if not labels().search(name):
        return name
    rest = " ".join(labels().sub(" ", name).split())
    return "" if rest.casefold() in ("", "the", "a", "an") else rest


def _any(words: Iterable[str]) -> re.Pattern[str]:
    told = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, told))})(?![\w-])", re.IGNORECASE)
