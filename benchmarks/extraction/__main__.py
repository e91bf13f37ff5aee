"""`python -m benchmarks.extraction`: articles taken from web pages, beside other libraries.

On our own pages, in two halves: tuning may be looked at while the program is changed, held_out was
written before and is not. With --folder, or THIRDHAND_PAGES, on the pages of the public
article-extraction-benchmark too. --each tells page by page.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.table import Table

from benchmarks.extraction import contenders, pages, shingles
from benchmarks.extraction.contenders import Found
from benchmarks.extraction.pages import Case
from benchmarks.reading.peers import NotRun
from benchmarks.show import console

SETTING = "THIRDHAND_PAGES"


def main() -> int:
    """Score, print."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    words.add_argument("--folder", type=Path, help="where the public benchmark lies")
    words.add_argument("--each", action="store_true", help="page by page")
    asked = words.parse_args()
    out = console()
    for title, cases in _sets(asked.folder):
        table = _table(f"{title}: {len(cases)} pages")
        ours = contenders.ours(cases)
        _row(table, "thirdhand", cases, ours)
        for method in contenders.PEERS:
            try:
                _row(table, method, cases, contenders.peer(method, cases))
            except NotRun as why:
                table.add_row(method, f"not run: {why}")
        out.print(table)
        if asked.each:
            out.print(_each(cases, ours))
    return 0


def _sets(folder: Path | None) -> list[tuple[str, list[Case]]]:
    named = folder or (Path(os.environ[SETTING]) if os.environ.get(SETTING) else None)
    public = [("article-extraction-benchmark", pages.public(named))] if named else []
    return [*public, *((half, pages.ours(half)) for half in pages.HALVES)]


def _table(title: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE, pad_edge=False)
    for name in ("", "precision", "recall", "F1", "dates right", "wrong", "none"):
        table.add_column(name, justify="right" if name else "left")
    return table


def _row(table: Table, name: str, cases: Sequence[Case], found: dict[str, Found]) -> None:
    scored = shingles.score([(case.text, found[case.name].text) for case in cases])
    figures = [f"{value:.3f}" for value in (scored.precision, scored.recall, scored.f1)]
    table.add_row(name, *figures, *_dates(cases, found))


def _dates(cases: Sequence[Case], found: dict[str, Found]) -> list[str]:
    judged = [case for case in cases if case.published is not None]
    if not judged or not any(one.published for one in found.values()):
        return []
    right = sum(_right(case, found[case.name]) for case in judged)
    none = sum(not found[c.name].published and not _right(c, found[c.name]) for c in judged)
    return [f"{right / len(judged):.1%}", str(len(judged) - right - none), str(none)]


def _right(case: Case, found: Found) -> bool:
    return (found.published or "") == case.published


def _each(cases: Sequence[Case], found: dict[str, Found]) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False)
    for name in ("page", "precision", "recall", "date", "from", "true"):
        table.add_column(name)
    for case in cases:
        one = found[case.name]
        both = ["–" if v is None else f"{v:.3f}" for v in shingles.page(case.text, one.text)]
        right = "" if _right(case, one) else case.published
        table.add_row(case.name, *both, one.published or "–", one.basis, right or "")
    return table


if __name__ == "__main__":
    sys.exit(main())
