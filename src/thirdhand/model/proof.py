"""What was found when a store was looked through for what is not as it was kept."""

from dataclasses import dataclass
from typing import Literal

Fault = Literal["changed", "missing", "outside", "order", "broken"]


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is not as it was kept.

    kind: changed since it was kept; missing; outside: there, and never entered into the log;
    order: in the place of another row; broken: cannot be read, or does not fit what it is of.
    where: a table, "log", "originals", "head" or "database". row: which, in words. why: in a line.
    """

    kind: Fault
    where: str
    row: str
    why: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A store looked through: `flaws` is empty where it is whole.

    notes: what is no flaw and yet good to know. head: the hash of the last entry of the log, "" for
    none; entries: how many there are. rows: how many each table holds. originals: how many files of
    what arrived were compared with their hash.
    """

    flaws: tuple[Flaw, ...]
    notes: tuple[str, ...]
    head: str
    entries: int
    rows: tuple[tuple[str, int], ...]
    originals: int

    @property
    def whole(self) -> bool:
        """True where nothing is wrong."""
        return not self.flaws
