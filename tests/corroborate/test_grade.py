"""The table of grades, row by row."""

import re
from pathlib import Path
from typing import Any

import pytest

from thirdhand.corroborate.folds import grade as table
from thirdhand.corroborate.folds.grade import Standing, grade
from thirdhand.corroborate.voices.origins import Origin
from thirdhand.corroborate.voices.tellings import Telling

DOCS = Path(__file__).parents[2] / "docs" / "grades.md"


def telling(desk: Any, letter: str, *, known: bool = True, channel: str | None = None) -> Telling:
    number = len(desk.accounts)
    account = desk.account(str(number), "plain.com")
    origin = Origin(f"v{number}", f"v{number}", "named", known, grade=letter)  # type: ignore[arg-type]
    return Telling(desk.says(account, 1, "v"), account, origin, origin, channel or account.id)


@pytest.mark.parametrize(
    ("verdict", "confirm", "against", "neighbour", "code"),
    [
        ("agreed", "AD", "", False, "A1"),
        ("agreed", "BE", "", False, "B2"),
        ("agreed", "BF", "", False, "B2"),
        ("agreed", "FF", "", False, "F2"),
        ("agreed", "CFD", "", False, "C1"),
        ("single", "B", "", True, "B2"),
        ("single", "B", "", False, "B3"),
        ("single", "C", "", True, "C3"),
        ("contested", "B", "C", False, "B4"),
        ("contested", "C", "B", False, "C4"),
        ("contested", "C", "AB", False, "C5"),
        ("contested", "CCC", "AB", False, "C4"),
        ("expected", "A", "", True, "A6"),
        ("denied", "AB", "", False, "A6"),
    ],
)
def test_the_table(
    desk: Any, verdict: Any, confirm: str, against: str, neighbour: bool, code: str
) -> None:
    sides = [tuple(telling(desk, letter) for letter in side) for side in (confirm, against)]
    assert str(grade(Standing(verdict, sides[0], sides[1], neighbour))) == code


def test_one_channel_or_an_unnamed_voice_never_confirms(desk: Any) -> None:
    one_channel = tuple(telling(desk, "A", channel="copies") for _ in range(3))
    unnamed = (telling(desk, "A"), telling(desk, "A", known=False))
    assert str(grade(Standing("agreed", one_channel))) == "A2"
    assert str(grade(Standing("agreed", unnamed))) == "A2"


def test_the_published_page_says_what_the_code_says() -> None:
    page = re.sub(r"[|*\s]+", " ", DOCS.read_text("utf-8"))
    flags = re.MULTILINE | re.DOTALL
    rows = re.findall(r"^\d\. \w[^:]+: (.+?)\.(?=\n\d\.|\n\n)", table.__doc__ or "", flags)
    assert len(rows) == 6
    for row in rows:
        assert re.sub(r"\s+", " ", row) in page
