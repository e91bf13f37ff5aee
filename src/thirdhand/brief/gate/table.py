"""words.yaml of this folder."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def _raw() -> dict[str, Any]:
    raw: dict[str, Any] = yaml.safe_load(
        (files("thirdhand.brief.gate") / "words.yaml").read_text("utf-8")
    )
    return raw


@cache
def words(key: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_raw()[key])


@cache
def frames() -> tuple[str, ...]:
    """The phrases of ours that hold a negation, the longest first."""
    return tuple(sorted(_raw()["frames"], key=len, reverse=True))
