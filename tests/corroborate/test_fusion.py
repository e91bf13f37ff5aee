"""Values of many sources: who is right, who copies whom. All tables are made here."""

import math
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.corroborate import ballot, fuse, priors, said
from thirdhand.corroborate.tables.ballot import Said
from thirdhand.corroborate.tables.priors import unnamed
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


def crowd(right: list[float], copies: int = 0) -> list[Said]:
    """40 numbers, 0 to 39, told by sources that are right so often; `copies` copy the last."""
    dice = random.Random(1)  # noqa: S311 - a simulation
    rows: list[Said] = []
    for item in range(40):
        told = [float(item) if dice.random() < r else dice.uniform(100, 999) for r in right]
        told += told[-1:] * copies
        rows += [Said(f"{item}", f"s{n}", value) for n, value in enumerate(told)]
    return rows


@pytest.mark.parametrize("honest", [[0.8] * 4, [0.8] * 6, [0.9] * 3, [0.95] * 6])
def test_blatant_copies_that_outvote_the_rest_are_not_believed(honest):
    items, sources = fuse(ballot(crowd([*honest, 0.0], copies=3)), "number", ENGINE)
    assert sum(row.best == float(row.item) for row in items) >= 36
    assert len({row.voice for row in sources}) == len(honest) + 1


@pytest.mark.parametrize(
    "right", [[0.97] * 10, [0.97] * 10 + [0.6] * 2, [1.0] * 4 + [0.5] * 6, [1.0] * 3 + [0.5] * 8]
)
def test_who_is_nearly_always_right_is_no_copy(right):
    items, sources = fuse(ballot(crowd(right)), "number", ENGINE)
    assert all(row.best == float(row.item) for row in items)
    assert all(row.voice == row.source for row in sources)


LONE = [
    ([Said("a", "x", 5.0)], "number"),
    ([Said("a", "x", None, low=5.0)], "number"),
    ([Said("a", "x", None, low=10.0, high=20.0)], "number"),
    ([Said("a", "x", "yes")], "category"),
    ([Said("a", "x", "yes"), Said("b", "y", "no"), Said("c", "y", "maybe")], "category"),
]


@pytest.mark.parametrize(("claims", "kind"), LONE)
def test_a_lone_claim_is_as_likely_as_its_voice_is_right(claims, kind):
    items, sources = fuse(ballot(claims), kind, ENGINE)
    assert items[0].chance == pytest.approx(sources[0].right)
    prior = {"x": 0.85}
    assert fuse(ballot(claims), kind, ENGINE, prior)[0][0].chance == pytest.approx(0.85)


def test_two_who_agree_are_likelier_than_one_and_less_than_sure():
    claims = [Said("a", "x", 5.0), Said("b", "x", 5.0), Said("b", "y", 5.0)]
    (one, two), _ = fuse(ballot(claims), "number", ENGINE)
    assert one.chance < two.chance < 1


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
    assert (row.low, row.best, row.high) == (value, value, value)
    assert 0 < source.low < source.right < source.high <= 1


def test_no_claims_have_no_answer():
    assert fuse(ballot([]), "number", ENGINE) == ([], [])
    assert said([], "number") == []


def test_nobody_is_judge_in_their_own_cause():
    # "busy" tells all, against another every time: nothing shows that it is the better one.
    claims = [
        Said(f"i{n}", who, at) for n in range(60) for who, at in (("busy", 1.0), (f"s{n}", 2.0))
    ]
    items, sources = fuse(ballot(claims), "number", ENGINE)
    assert all(row.chance < 0.52 for row in items)
    assert all(0.4 < row.right < 0.6 for row in sources)


def test_what_nobody_else_tells_says_nothing_of_who_tells_it():
    _, (source,) = fuse(ballot([Said(f"i{n}", "alone", 1.0) for n in range(50)]), "number", ENGINE)
    assert source.right == pytest.approx(0.6)
    assert source.claims == 50
    assert source.high - source.low > 0.5


@pytest.mark.parametrize(
    ("name", "nobody"),
    [
        ("visitor (24.234.0.200)", True),
        ("2001:db8::1", True),
        ("anonymous", True),
        ("OCHA", False),
        ("Radio 4.5", False),
        ("line 12:30", False),
    ],
)
def test_an_address_is_a_source_without_a_name(name, nobody):
    assert unnamed(name) is nobody


def poor_addresses() -> list[Said]:
    """A table whose addresses are seldom right, and whose named sources mostly are."""
    rows = [Said(f"i{n}", f"10.0.0.{n}", float(n + 1)) for n in range(60)]
    return rows + [Said(f"i{n}", f"{who}{n % 7}", 500.0) for n in range(60) for who in "ab"]


def test_sources_without_a_name_have_a_mean_of_their_own():
    _, sources = fuse(ballot([*poor_addresses(), Said("new", "10.9.9.9", 1.0)]), "number", ENGINE)
    right = {row.source: row.right for row in sources}
    assert right["10.9.9.9"] < 0.3
    assert min(right[f"a{n}"] for n in range(7)) > 0.8


def test_many_poor_voices_do_not_rule_a_value_out():
    more = [Said("x", f"10.1.0.{n}", 7.0) for n in range(9)] + [Said("x", "10.2.0.1", 8.0)]
    items, _ = fuse(ballot(poor_addresses() + more), "number", ENGINE)
    assert {row.item: row.best for row in items}["x"] == 7.0


def test_two_values_of_one_source_share_its_voice():
    claims = [Said("a", "x", 1.0), Said("a", "x", 2.0), Said("a", "y", 2.0)]
    (row,), _ = fuse(ballot(claims), "number", ENGINE)
    assert (row.best, row.voices) == (2.0, 2)


BOUNDED = [
    # value, low, high of each claim; what comes out: low, best, high
    ([(8, "", ""), (12, "", ""), ("", 10, "")], (8, 12, 12)),
    ([(8, "", ""), (12, "", ""), ("", "", 10)], (8, 8, 12)),
    ([(8, "", ""), (12, "", ""), (10, 10, "")], (8, 12, 12)),  # the value of a bound is its end
    ([("", 10, ""), ("", 20, "")], (20, 20, None)),
    ([("", 10, ""), ("", "", 50)], (10, 10, 50)),
    ([("", "", 5)], (None, 5, 5)),
    ([("", 7, 9)], (7, 8, 9)),
    ([(7, 7, 9)], (7, 7, 7)),
    ([("", 7, 7)], (7, 7, 7)),
    # Ranges that overlap stand by what they share, and by the figures that they hold.
    ([("", 100, 200), ("", 150, 400)], (150, 175, 200)),
    ([("", 10, 20), ("", 5, "")], (10, 15, 20)),
    ([(12, "", ""), (30, "", ""), ("", 10, 20)], (12, 12, 30)),
    ([(50, "", ""), (50, "", ""), ("", 10, 20)], (15, 50, 50)),
    # A bound is weak: two who name a number outweigh it.
    ([(8, "", ""), (8, "", ""), ("", 10, "")], (8, 8, 8)),
]


@pytest.mark.parametrize(("told", "wanted"), BOUNDED)
def test_a_bound_stands_by_all_that_it_allows(told, wanted):
    names = ("value", "low", "high")
    rows = [
        {"item": "a", "source": f"s{n}", **dict(zip(names, map(str, row), strict=True))}
        for n, row in enumerate(told)
    ]
    (row,), _ = fuse(ballot(said(rows, "number")), "number", ENGINE)
    assert (row.low, row.best, row.high) == wanted
    assert row.voices == len(told)


def by_topic() -> list[Said]:
    """ "both" is right of camps and wrong of prices; two others are right of all."""
    rows = []
    for n in range(40):
        topic = "camps" if n % 2 else "prices"
        value = 1.0 if topic == "camps" else 50.0 + n
        rows += [Said(f"i{n}", "both", value, topic)]
        for at, who in enumerate(("one", "two", "three", "four", "five")):
            rows.append(Said(f"i{n}", who, 9.0 + at if (n + at) % 7 == 0 else 1.0, topic))
    return rows


def test_a_source_may_know_one_topic_and_not_another():
    _, sources = fuse(ballot(by_topic()), "number", ENGINE)
    right = {(row.source, row.topic): row.right for row in sources}
    assert right["both", "prices"] < 0.3
    assert right["both", "camps"] > 0.7


def test_a_prior_decides_where_the_table_cannot():
    claims = [Said("a", "x", 1.0), Said("a", "y", 2.0)]
    given = priors([{"source": "y", "prior": "B"}, {"source": "x", "prior": "0.3"}])
    (row,), sources = fuse(ballot(claims), "number", ENGINE, given)
    assert row.best == 2.0
    assert [source.right for source in sources] == pytest.approx([0.3, 0.85], abs=0.1)


def test_a_table_outweighs_a_prior():
    given = priors([{"source": "both", "prior": "A"}, {"source": "one", "prior": "D"}])
    _, sources = fuse(ballot(by_topic()), "number", ENGINE, given)
    right = {(row.source, row.topic): row.right for row in sources}
    assert right["one", "prices"] > 0.7
    assert right["both", "prices"] < 0.5


def test_a_letter_f_says_nothing():
    assert priors([{"source": "x", "prior": "f"}]) == {}


WRONG_PRIORS = [
    ([{"source": "x"}], "no column prior"),
    ([{"source": "x", "prior": "G"}], "line 2: prior is 'G'; write A to F, or 0 to 1"),
    ([{"source": "x", "prior": "nan"}], "line 2: prior is 'nan'"),
    ([{"source": "x", "prior": "A"}, {"source": "x", "prior": "B"}], "line 3: 'x' has another"),
]


@pytest.mark.parametrize(("rows", "why"), [pytest.param(*r, id=r[1]) for r in WRONG_PRIORS])
def test_priors_that_are_wrong_say_where(rows, why):
    with pytest.raises(TableError, match=why):
        priors(rows)


def test_ten_thousand_claims_on_one_item_take_no_minutes():
    claims = [Said("a", f"s{n}", float(n % 5000)) for n in range(10_000)]
    begun = time.perf_counter()
    (row,), _ = fuse(ballot(claims), "number", ENGINE)
    assert row.voices == 10_000
    assert time.perf_counter() - begun < 20


NUMBERS = st.floats(-1e17, 1e17, allow_nan=False) | st.sampled_from([0.0, -0.0, 5.0, 1e17])
ANY = st.builds(
    Said,
    st.sampled_from("abc"),
    st.sampled_from(["x", "y", "z", "10.0.0.1", "10.0.0.2"]),
    NUMBERS,
    st.sampled_from(["", "t"]),
)
BOUND = st.builds(
    lambda item, source, end, low: Said(
        item, source, None, "", *((end, math.inf) if low else (-math.inf, end))
    ),
    st.sampled_from("abcd"),
    st.sampled_from("xyzw"),
    NUMBERS,
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY | BOUND, max_size=14), st.randoms(use_true_random=False))
def test_any_numbers_are_answered_by_one_of_them_in_any_order(claims, dice):
    items, sources = fuse(ballot(claims), "number", ENGINE)
    assert {row.item for row in items} == {c.item for c in claims}
    for row in items:
        points = {c.value for c in claims if c.item == row.item and c.value is not None}
        bounds = {x for c in claims if c.item == row.item for x in (c.low, c.high)}
        assert row.best in (points or bounds)
        assert row.low is None or row.low <= row.best  # type: ignore[operator]
        assert row.high is None or row.best <= row.high  # type: ignore[operator]
        assert not points or None not in (row.low, row.high)
        assert 0 < row.chance <= 1
    assert all(0 < row.right < 1 and 0 <= row.low <= row.high <= 1 for row in sources)
    mixed = dice.sample(claims, len(claims))
    assert fuse(ballot(mixed), "number", ENGINE) == (items, sources)


WRONG = [
    (
        [{"item": "a", "source": "x", "value": "500", "low": "100", "high": "200"}],
        "line 2: value 500 lies outside of low 100 to high 200",
    ),
    ([{"item": "a", "value": "1"}], "no column source"),
    ([{"item": "a", "source": "x", "value": "many"}], "line 2: 'many' is no number"),
    ([{"item": "a", "source": "x", "value": "nan"}], "line 2: 'nan' is no finite number"),
    ([{"item": "a", "source": "x", "value": "1", "as_of": "2019"}], "as_of"),
    ([{"item": "a", "source": "x", "value": "1e400"}], "line 2: '1e400' is no finite number"),
    ([{"item": "", "source": "x", "value": "1"}], "line 2: item is empty"),
    ([{"item": "a", "source": " ", "value": "1"}], "line 2: source is empty"),
    ([{"item": "a", "source": "x", "value": "", "low": "9", "high": "1"}], "low 9 is above high 1"),
    ([{"item": "a", "source": "x", "value": "", "low": "", "high": ""}], "line 2: '' is no number"),
    ([{"item": "a", "source": "x", "value": "1", "low": "few"}], "line 2: 'few' is no number"),
]


@pytest.mark.parametrize(("rows", "why"), [pytest.param(*r, id=r[1]) for r in WRONG])
def test_a_table_that_is_wrong_says_where(rows, why):
    with pytest.raises(TableError, match=why):
        said(rows, "number")
