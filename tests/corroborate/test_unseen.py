"""How many no list names. The tables are of made-up cases, but for Kosovo's published counts."""

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.corroborate import histories, unseen
from thirdhand.corroborate.lists.graphs import decomposable
from thirdhand.corroborate.lists.histories import Histories
from thirdhand.model import TableError

TABLES = Path(__file__).parent / "tables"


def told(name: str) -> Histories:
    with (TABLES / name).open(newline="") as file:
        return histories(list(csv.DictReader(file)))


@pytest.mark.parametrize(("lists", "graphs"), [(1, 1), (2, 2), (3, 8), (4, 61), (5, 822)])
def test_how_many_decomposable_graphs_there_are(lists, graphs):
    assert len(decomposable(lists)) == graphs


# The reference is the R package dga 2.0.2 on the same tables: mean, median, 95 % bounds.
REFERENCE = [
    ("five_lists.csv", 1 / 2, 300, (617.8, 616, 588, 655)),
    ("kosovo.csv", 1 / 16, 20_000, (12_749, 12_595, 9_827, 16_543)),
]


@pytest.mark.parametrize(("name", "prior", "most", "wanted"), REFERENCE)
def test_the_reference(name, prior, most, wanted):
    found = unseen(told(name), prior, most)
    assert (found.mean, found.median, found.low, found.high) == pytest.approx(wanted, rel=0.0005)


def test_the_prior_is_two_to_the_minus_lists():
    assert unseen(told("kosovo.csv")) == unseen(told("kosovo.csv"), 1 / 16)


def test_two_lists_give_a_lower_bound():
    found = unseen(Histories(("one", "two"), (0, 50, 40, 10)))
    assert (found.median, found.high) == (100 + 50 * 40 / 11, None)
    assert found.low is not None
    assert found.median is not None
    assert 100 < found.low < found.median
    assert "lower bound" in found.reason


def test_the_bound_of_two_lists_that_know_nothing_of_each_other_is_the_truth():
    """1,000 cases, each on each list with chance one half."""
    found = unseen(Histories(("one", "two"), (0, 250, 250, 250)))
    assert found.median == pytest.approx(1000, rel=0.002)


UNKNOWN = [
    (Histories(("one",), (0, 9)), "1 lists"),
    (Histories(("one", "two"), (0, 9, 9, 0)), "one, two shares no case"),
    (Histories(("one", "two", "three"), (0, 9, 9, 3, 4, 0, 0, 0)), "three shares no case"),
    (Histories(("one", "two", "three"), (0, 9, 9, 3, 0, 0, 0, 0)), "three names nothing"),
    (Histories(tuple("abcdef"), (0, *[1] * 63)), "6 lists"),
]


@pytest.mark.parametrize(("table", "why"), [pytest.param(*r, id=r[1]) for r in UNKNOWN])
def test_what_cannot_be_estimated_says_why(table, why):
    found = unseen(table)
    assert found.mean is None
    assert why in found.reason
    assert found.observed == table.observed


WRONG = [
    ([], "no rows"),
    ([{"count": "3"}], "no column of a list"),
    ([{f"l{n}": "1" for n in range(30)}], "30 columns of lists"),
    ([{"a": "1", "b": "1", "count": "9" * 400}], "line 2: count has 400 digits"),
    ([{"a": "1", "b": "2", "count": "3"}], "line 2: b is '2'"),
    ([{"a": "1", "b": "0", "count": "3"}, {"a": "1", "b": "1", "count": "-3"}], "line 3: count"),
]


@pytest.mark.parametrize(("rows", "why"), [pytest.param(*r, id=r[1]) for r in WRONG])
def test_a_table_that_is_wrong_says_where(rows, why):
    with pytest.raises(TableError, match=why):
        histories(rows)


def test_lists_that_hardly_overlap_say_that_the_upper_end_is_not_theirs():
    # A million on each list alone and eleven on two: anything up to the limit is as likely.
    found = unseen(Histories(("a", "b", "c"), (0, 10**6, 10**6, 3, 10**6, 3, 5, 0)), most=500)
    assert "leans on the 500 unseen allowed" in found.reason
    assert unseen(told("kosovo.csv")).reason == ""


def test_a_count_of_18_digits_has_a_plain_answer():
    found = unseen(Histories(("a", "b", "c"), (0, 10**17, 5, 3, 0, 0, 5, 0)))
    assert found.mean is not None
    assert found.mean >= 10**17


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=7, max_size=7), st.permutations(range(3)))
def test_the_order_of_the_lists_is_no_matter(counts, order):
    table = (0, *counts)
    turned = [0] * 8
    for at, count in enumerate(table):
        turned[sum((at >> i & 1) << order[i] for i in range(3))] = count
    one = unseen(Histories(("a", "b", "c"), table), most=500)
    other = unseen(Histories(("a", "b", "c"), tuple(turned)), most=500)
    assert other.mean == pytest.approx(one.mean)
    assert one.low is not None
    assert one.high is not None
    assert one.observed < one.low <= one.high <= one.observed + 500


def test_independent_lists_are_found_out():
    # 1,000 cases; three lists name each with chance 0.5, 0.4, 0.3, whatever the others do.
    chance = (0.5, 0.4, 0.3)
    counts = [0.0] * 8
    for marks in itertools.product((0, 1), repeat=3):
        share = 1.0
        for mark, p in zip(marks, chance, strict=True):
            share *= p if mark else 1 - p
        counts[sum(mark << i for i, mark in enumerate(marks))] = round(1000 * share)
    found = unseen(Histories(("a", "b", "c"), (0, *map(int, counts[1:]))))
    assert found.low is not None
    assert found.high is not None
    assert found.low < 1000 < found.high
