"""Values of many sources: who is right, who copies whom. All tables are made here."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.corroborate import ballot, fuse, said
from thirdhand.corroborate.ballot import Said
from thirdhand.model import TableError
from thirdhand.scale import duckdb_engine

ENGINE = duckdb_engine(1)


def world(seed: int, copies: int) -> tuple[dict[str, str], list[Said]]:
    """300 items of 5 words, 24 sources that each see a third; `copies` of them copy the worst."""
    dice = random.Random(seed)  # noqa: S311 - a simulation
    truth = {f"i{n}": dice.choice("abcde") for n in range(300)}
    right = [dice.uniform(0.35, 0.95) for _ in range(24)]
    told = [
        {
            item: value if dice.random() < chance else dice.choice("abcde")
            for item, value in truth.items()
            if dice.random() < 1 / 3
        }
        for chance in right
    ]
    worst = right.index(min(right))
    for step in range(copies):
        told[(worst + 1 + step) % 24] = dict(told[worst])
    return truth, [Said(i, f"s{s}", v) for s, row in enumerate(told) for i, v in row.items()]


def accuracy(truth: dict[str, str], claims: list[Said]) -> float:
    items, _ = fuse(ballot(claims), "category", ENGINE)
    return sum(truth[row.item] == row.best for row in items) / len(items)


@pytest.mark.parametrize("seed", range(4))
def test_copies_of_the_worst_outvote_nobody(seed):
    truth, claims = world(seed, copies=7)
    votes: dict[str, list[str]] = {}
    for row in claims:
        votes.setdefault(row.item, []).append(str(row.value))
    majority = sum(max(set(v), key=v.count) == truth[i] for i, v in votes.items()) / len(votes)
    _, sources = fuse(ballot(claims), "category", ENGINE)
    first = {row.voice for row in sources}
    told_once = accuracy(truth, [c for c in claims if c.source in first])
    assert accuracy(truth, claims) > max(told_once - 0.02, majority + 0.05)


def test_where_nobody_copies_nothing_is_lost():
    truth, claims = world(9, copies=0)
    _, sources = fuse(ballot(claims), "category", ENGINE)
    assert all(row.voice == row.source for row in sources)
    assert accuracy(truth, claims) > 0.95


def test_copies_are_named_with_their_voice():
    _, claims = world(1, copies=7)
    _, sources = fuse(ballot(claims), "category", ENGINE)
    voices = [row.voice for row in sources]
    assert max(map(voices.count, voices)) == 8


def test_the_order_of_the_claims_is_no_matter():
    _, claims = world(2, copies=3)
    again = claims[::-1]
    assert fuse(ballot(claims), "category", ENGINE) == fuse(ballot(again), "category", ENGINE)


def test_numbers_that_are_next_to_the_same_are_one():
    claims = [Said("a", "x", 1000.0), Said("a", "y", 1000.5), Said("a", "z", 2000.0)]
    (row,), _ = fuse(ballot(claims), "number", ENGINE)
    assert row.best in (1000.0, 1000.5)
    assert row.voices == 3


@pytest.mark.parametrize("value", [0.0, -5.0, 1e17])
def test_odd_numbers_have_a_plain_answer(value):
    (row,), (source,) = fuse(ballot([Said("a", "x", value)]), "number", ENGINE)
    assert (row.low, row.best, row.high, row.chance) == (value, value, value, 1.0)
    assert 0 < source.low < source.right < source.high <= 1


def test_no_claims_have_no_answer():
    assert fuse(ballot([]), "number", ENGINE) == ([], [])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.builds(
            Said,
            st.sampled_from("abc"),
            st.sampled_from("xyz"),
            st.floats(-1e17, 1e17, allow_nan=False),
        ),
        max_size=12,
    )
)
def test_any_numbers_are_answered_by_one_of_them(claims):
    items, sources = fuse(ballot(claims), "number", ENGINE)
    assert {row.item for row in items} == {c.item for c in claims}
    for row in items:
        own = {c.value for c in claims if c.item == row.item}
        assert row.best in own
        assert row.low is not None
        assert row.high is not None
        assert row.low <= row.best <= row.high  # type: ignore[operator]
        assert 0 < row.chance <= 1
    assert all(0 < row.right < 1 for row in sources)


WRONG = [
    ([{"item": "a", "value": "1"}], "no column source"),
    ([{"item": "a", "source": "x", "value": "many"}], "line 2: 'many' is no number"),
    ([{"item": "a", "source": "x", "value": "nan"}], "line 2: 'nan' is no finite number"),
    ([{"item": "a", "source": "x", "value": "1", "as_of": "2019"}], "as_of"),
]


@pytest.mark.parametrize(("rows", "why"), [pytest.param(*r, id=r[1]) for r in WRONG])
def test_a_table_that_is_wrong_says_where(rows, why):
    with pytest.raises(TableError, match=why):
        said(rows, "number")
