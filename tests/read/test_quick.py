"""The quick look never passes over what the careful search would find."""

import json
import re
from pathlib import Path

import pytest

from thirdhand.read import lexicon, when
from thirdhand.read.act import MISHAP, VIOLENCE
from thirdhand.read.quick import quick

ACCOUNTS = Path(__file__).parents[2] / "examples" / "al-hol" / "accounts"
PATTERNS = [lexicon.any_state(), MISHAP, VIOLENCE, *(pattern for pattern, _ in when._TABLE)]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    told = (json.loads(p.read_text("utf-8"))["text"] for p in sorted(ACCOUNTS.glob("*.json")))
    return [part for text in told for part in (text, text.upper(), *text.split("\n"))]


@pytest.mark.parametrize("pattern", PATTERNS, ids=range(len(PATTERNS)))
def test_both_agree(pattern: re.Pattern[str], texts: list[str]) -> None:
    look = quick(pattern)
    lost = [t[:80] for t in texts if bool(pattern.search(t)) != bool(look(t.lower()))]
    assert lost == []
