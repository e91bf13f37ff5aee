"""Floors under what is taken from web pages. To lower one, say here why."""

import gzip
import json

import pytest

from benchmarks.extraction import contenders, pages, shingles
from benchmarks.peers.articles import with_trafilatura

F1 = 0.95
DATES = 0.85


@pytest.mark.parametrize("half", pages.HALVES)
def test_articles_and_days_of_our_own_pages(half):
    cases = pages.ours(half)
    found = contenders.ours(cases)
    scored = shingles.score([(case.text, found[case.name].text) for case in cases])
    assert scored.f1 >= F1
    days = [(found[case.name].published or "") == case.published for case in cases]
    assert sum(days) >= DATES * len(days)


def test_the_pages_are_many_and_show_no_marks():
    cases = [case for half in pages.HALVES for case in pages.ours(half)]
    assert len(cases) >= 30
    assert all(case.text and "data-true" not in case.page for case in cases)


def test_better_than_what_it_rests_on():
    cases = pages.ours("held_out")
    alone = [(case.text, with_trafilatura(case.page, case.url)[0]) for case in cases]
    found = contenders.ours(cases)
    ours = [(case.text, found[case.name].text) for case in cases]
    assert shingles.score(ours).f1 > shingles.score(alone).f1


@pytest.mark.parametrize(
    ("true", "found", "precision", "recall"),
    [
        ("a b c d e", "a b c d e", 1.0, 1.0),
        ("a b c d e", "a b c d", 1.0, 0.5),
        ("a b c d", "a b c d e f", 1 / 3, 1.0),
        ("a b c d", "w x y z", 0.0, 0.0),
        ("a b", "a b", 1.0, 1.0),
        ("a b c d", "", None, 0.0),
        ("", "a b c d", 0.0, None),
        ("a a a a a", "a a a a", 1.0, 0.5),
    ],
)
def test_shingles_are_counted_as_the_public_benchmark_counts_them(true, found, precision, recall):
    assert shingles.page(true, found) == (precision, recall)


def test_the_public_benchmark_is_read_where_it_lies(tmp_path):
    (tmp_path / "html").mkdir()
    truth = {"ab12": {"articleBody": "Six were killed.", "url": "https://paper.example/1"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    (tmp_path / "html" / "ab12.html.gz").write_bytes(gzip.compress(b"<p>Six were killed.</p>"))
    (case,) = pages.public(tmp_path)
    assert (case.name, case.page, case.text) == (
        "ab12",
        "<p>Six were killed.</p>",
        "Six were killed.",
    )
