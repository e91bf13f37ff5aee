"""`python -m benchmarks.mask [--names]`: how many private names are masked, and who else is.

Of the example, of sentences of its own, and of each half of the marked accounts.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from rich.table import Table

from benchmarks.mask.marked import Fared, Half, fared
from benchmarks.mask.score import Score, fresh, score
from benchmarks.show import console


def main() -> int:
    """Print the score; with --names, each name that is missed or masked by mistake."""
    for title, found in (("the example", score()), ("sentences of its own", fresh())):
        console().print(table(title, found))
        if "--names" in sys.argv[1:]:
            _names(found)
    halves: tuple[Half, ...] = get_args(Half)
    with TemporaryDirectory() as place:
        console().print(marked({half: fared(half, Path(place)) for half in halves}))
    return 0


def marked(halves: dict[Half, Fared]) -> Table:
    """How the halves of the marked accounts fare today."""
    out = Table(title="marked accounts", title_justify="left", box=None)
    for name in ("", "recall", "precision", "contacts left", "figures covered"):
        out.add_column(name, justify="right" if name else "left")
    for half, one in halves.items():
        rates = f"{one.recall:.3f}", f"{one.precision:.3f}"
        left = f"{len(one.contacts)} of {one.of['c']}"
        out.add_row(half, *rates, left, f"{len(one.figures)} of {one.of['n']}")
    return out


def _names(found: Score) -> None:
    for what, rows in (
        ("missed", found.missed),
        ("masked in office", found.office),
        ("masked, nobody's name", found.others),
    ):
        for ref, name in rows:
            console().print(f"{what}: {name!r} in {ref[:60]}")


def table(title: str, found: Score) -> Table:
    """The score as a table."""
    out = Table(title=title, title_justify="left", box=None, show_header=False)
    out.add_row("private names masked", f"{len(found.masked)}")
    out.add_row("private names missed", f"{len(found.missed)}")
    out.add_row("holders of an office kept", f"{found.kept}")
    out.add_row("holders of an office masked", f"{len(found.office)}")
    out.add_row("other words masked", f"{len(found.others)}")
    out.add_row("recall", f"{found.recall:.3f}")
    out.add_row("precision", f"{found.precision:.3f}")
    return out


if __name__ == "__main__":
    sys.exit(main())
