"""What a set is, and what a table of it holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.scorer import Words

# Stands in a scorer's command for the file of readings.
READ = "READ"


@dataclass(frozen=True, slots=True)
class Above:
    """What is asked is so much more than this peer reaches."""

    peer: str
    by: float


@dataclass(frozen=True, slots=True)
class Measure:
    """Where a scorer prints it (one group, or two whose share it is), and what is asked.

    most: the asked value may not be exceeded; else it is to be reached.
    """

    name: str
    pattern: str
    asked: float | Above | None = None
    most: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """Figures of others, by measure, as they printed them: they are not measured here."""

    name: str
    source: str
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Peer:
    """A script of benchmarks/peers, the modules it needs, and how it reads, in a line.

    words: for the script. package: whose version is told; "" for a script of our own.
    """

    name: str
    script: str
    needs: tuple[str, ...]
    about: str
    words: tuple[str, ...] = ()
    package: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Accounts to read, and the scorer's command with READ in it. name: "" for the only part."""

    name: str
    accounts: Path
    command: Words


@dataclass(frozen=True, slots=True)
class Set:
    """A judged set. parts: from its folder, and one to work in, to what is read and scored.

    folder: where it lies in the shared data. scorer: the file that judges it.
    """

    name: str
    title: str
    folder: str
    scorer: str
    parts: Callable[[Path, Path], list[Part]]
    measures: tuple[Measure, ...]
    peers: tuple[Peer, ...] = ()
    published: tuple[Published, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A measure: what is asked, ours, each peer's and each published one; None for not known."""

    name: str
    asked: float | None
    values: tuple[float | None, ...]
    most: bool = False

    @property
    def reached(self) -> bool | None:
        """Whether ours is as asked; None where nothing is."""
        ours = self.values[0]
        if self.asked is None or ours is None:
            return None
        return ours <= self.asked if self.most else ours >= self.asked


@dataclass(frozen=True, slots=True)
class Table:
    """A set's rows under `columns`, the first of which is ours. skipped: why there are none."""

    name: str
    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = field(default=())
    skipped: str = ""
