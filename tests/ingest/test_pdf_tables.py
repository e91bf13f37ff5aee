"""Sixty tables made by chance: how many rows keep their cells, in order and apart."""

import random

import pytest
import weasyprint

from thirdhand.ingest import Limits
from thirdhand.ingest.formats.grid import row
from thirdhand.ingest.formats.pdf import read_pdf

WORDS = """camp phase annex north south water bread tents clinic school market road guards families
returnees children women men killed hurt missing arrests aid fire""".split()
DRAWN = "td {border: 1px solid; padding: 3px} table {border-collapse: collapse}"
ALIGNED = "td {padding: 2px 12px}"
# What is missed are cells whose words are wrapped, where no line is drawn between rows.
FLOORS = [
    (DRAWN, 1.0),
    (DRAWN + "table {width: 100%}", 1.0),
    (ALIGNED, 0.93),
    (ALIGNED + "td {text-align: right}", 0.93),
    (ALIGNED + "tr:first-child td {border-bottom: 1px solid}", 0.93),
]


def table(chance: random.Random) -> list[list[str]]:
    """A head, and rows of a label and numbers; all but the first number may be missing."""
    width = chance.randint(2, 5)
    head = [" ".join(chance.sample(WORDS, chance.randint(1, 2))) for _ in range(width)]
    return [head, *(line(chance, width) for _ in range(chance.randint(3, 14)))]


def line(chance: random.Random, width: int) -> list[str]:
    label = " ".join(chance.sample(WORDS, chance.randint(1, 3)))
    number = chance.randint(1, 99_999)
    cells = [f"{number:,}", f"{number % 100}", f"{number % 100}%", ""]
    return [label, f"{number:,}", *(chance.choice(cells) for _ in range(width - 2))]


@pytest.mark.parametrize(("style", "floor"), FLOORS)
def test_rows_keep_their_cells(style, floor):
    chance = random.Random(5)  # noqa: S311 - tables, no secrets
    kept = written = 0
    for _ in range(12):
        made = table(chance)
        body = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in cells)}" for cells in made)
        html = f"<style>{style}</style><p>Words before it.</p><table>{body}</table><p>And behind."
        lines = read_pdf(weasyprint.HTML(string=html).write_pdf(), Limits()).text.split("\n")
        written += len(made)
        kept += sum(row(cells) in lines for cells in made)
    assert kept / written >= floor
