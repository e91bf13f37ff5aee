"""A room is about 100 lines; past 400 it wants a wall. A function fits a screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
WALL = 400
SCREEN = 40


def functions() -> Iterator[tuple[str, int]]:
    """Each function of the package: where it is and how many lines it has."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", length


def test_no_file_is_past_the_wall() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    long = {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > WALL}
    assert long == {}


def test_95_of_100_functions_fit_a_screen() -> None:
    lengths = dict(functions())
    long = {place: n for place, n in lengths.items() if n > SCREEN}
    assert len(long) <= 0.05 * len(lengths), long
