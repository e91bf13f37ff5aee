"""The measure of the public article-extraction-benchmark: runs of four words found and not found.

A text's words are runs of letters and digits; its shingles all runs of four, counted as often as
they stand (one shorter run where it has fewer words). A page's precision and recall are those of
its shingles; the means over pages make the F1. Pages where both are empty count for neither.
"""

import re
from collections import Counter
from collections.abc import Sequence

from benchmarks.events.measure import Rate

RUN = 4
WORD = re.compile(r"\w+")


def score(pairs: Sequence[tuple[str, str]]) -> Rate:
    """Of (true text, found text), one a page."""
    each = [page(true, found) for true, found in pairs]
    precisions = [p for p, _ in each if p is not None]
    recalls = [r for _, r in each if r is not None]
    return Rate(_mean(precisions), _mean(recalls))


def page(true: str, found: str) -> tuple[float | None, float | None]:
    """Precision and recall of one page; None where nothing was found, or nothing is true."""
    told, seen = shingles(true), shingles(found)
    both = sum((told & seen).values())
    precision = both / seen.total() if seen else None
    return precision, both / told.total() if told else None


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of `text`, each as often as it stands."""
    words = WORD.findall(text)
    runs = (tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))
    return Counter(run for run in runs if run)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
