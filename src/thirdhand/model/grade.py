"""How sure, in two letters of the Admiralty code, and in one word."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["agreed", "single", "contested", "expected", "denied"]


@dataclass(frozen=True, slots=True)
class Grade:
    """Admiralty code, two separate axes: source A-F, information 1-6. F and 6 mean unknown."""

    source: Literal["A", "B", "C", "D", "E", "F"]
    information: Literal[1, 2, 3, 4, 5, 6]

    def __str__(self) -> str:
        return f"{self.source}{self.information}"
