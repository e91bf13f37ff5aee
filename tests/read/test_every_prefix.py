"""An account that breaks off anywhere, as a page half loaded does, is read all the same.

Each day reads other prefixes; THIRDHAND_SOAK=1 (`make soak`) reads them all.
"""

import datetime as dt
import os
from dataclasses import replace

import pytest
from tests.read.camp import CASE, account, mentions, reader
from tests.read.test_like_seed import TEXT
from tests.read.test_odd_text import PROSE

from benchmarks.scorer import shared

STEP = 1 if os.environ.get("THIRDHAND_SOAK") else 149
TODAY = dt.datetime.now(dt.UTC).date().toordinal()
SEED = shared() / "seed-article.txt"


def prefixes(text, step=STEP):
    return (text[:end] for end in range(TODAY % step, len(text) + 1, step))


def check(texts, language="en"):
    texts = list(texts)
    told = (replace(account(text, language=language), id=text) for text in texts)
    found = list(reader(CASE).read(told))
    assert len(found) == len(texts)
    for text, reading in zip(texts, found, strict=True):
        assert all(claim.span.holds(text) for claim in reading.claims), text
        assert all(text[m.start : m.end] == m.text for m in mentions(reading)), text


def test_the_article_the_project_began_with():
    if not SEED.exists():
        pytest.skip(f"{SEED} is not there: no prefix of it was read")
    check(prefixes(SEED.read_text("utf-8")))


def test_an_article_like_it():
    check(prefixes(TEXT))


@pytest.mark.parametrize("language", PROSE)
def test_a_few_sentences(language):
    check(prefixes(" ".join(PROSE[language]), min(STEP, 5)), language)
