"""`python -m benchmarks.kinds`: how right the readings of the example are, kind by kind.

By the claims that lie beside the example, its English accounts read with no case.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from rich import box
from rich.console import Group
from rich.table import Table

from benchmarks import gold
from benchmarks.judge import Tally, tally
from benchmarks.show import console

# A share of fewer judged claims says little: those kinds are told together.
FEW = 10
REST = "all others"
# Of a kind: judged, found; ours, right.
FIGURES = ("wanted", "matched", "figures", "matched")
INCIDENTS = ("happened", "happened, found", "incidents", "incidents, right")


def main() -> None:
    """Read the example, and print a table of figures and one of incidents."""
    with TemporaryDirectory() as folder:
        n = tally(gold.write_without_case(Path(folder) / "claims.jsonl"))
    console().print(Group(table(n, "figures", FIGURES), table(n, "incidents", INCIDENTS)))


def table(n: Tally, title: str, columns: tuple[str, str, str, str]) -> Table:
    """A row a kind, the most judged first."""
    counts: dict[str, list[int]] = {}
    for kind in sorted({kind for column, kind in n if column in columns}):
        named = kind if n[columns[0], kind] >= FEW else REST
        row = counts.setdefault(named, [0, 0, 0, 0])
        counts[named] = [a + n[column, kind] for a, column in zip(row, columns, strict=True)]
    grid = Table(box=box.SIMPLE, pad_edge=False)
    grid.add_column(title)
    for name in ("judged", "found", "of judged", "ours", "right", "of ours"):
        grid.add_column(name, justify="right")
    for name in sorted(counts, key=lambda k: (k == REST, -counts[k][0])):
        judged, found, ours, right = counts[name]
        grid.add_row(name, *_share(found, judged), *_share(right, ours))
    return grid


def _share(part: int, whole: int) -> tuple[str, str, str]:
    return str(whole), str(part), f"{part / max(whole, 1):.2f}"


if __name__ == "__main__":
    main()
