"""What is to be expected next: by hand, by property, and by drawing many."""

import math
import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thirdhand.visibility.alarms.predict import (
    count_quantile,
    longest_silence,
    share_quantile,
    silence,
)

counts = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 30)), min_size=1, max_size=30)


def chance(k: int, before: list[tuple[int, int]], exposure: int) -> float:
    """P(next = k): the integral of Poisson over the gamma posterior, written out whole."""
    shape = sum(y for y, _ in before) + 0.5
    rate = float(sum(e for _, e in before))
    return math.exp(
        math.lgamma(k + shape)
        - math.lgamma(shape)
        - math.lgamma(k + 1)
        + shape * math.log(rate / (rate + exposure))
        + k * math.log(exposure / (rate + exposure))
    )


def test_one_quiet_month_by_hand() -> None:
    """Shape 0.5, rate 1: chances of 0, 1, 2, 3 are 0.707, 0.177, 0.066, 0.028; 0.978 together."""
    assert count_quantile(0.975, [0], [1.0], 1.0) == 3
    assert count_quantile(0.95, [0], [1.0], 1.0) == 2
    assert count_quantile(0.70, [0], [1.0], 1.0) == 0


@given(counts, st.integers(1, 30), st.sampled_from([0.5, 0.9, 0.975, 0.99]))
def test_the_quantile_is_the_first_count_that_holds_the_level(
    before: list[tuple[int, int]], exposure: int, level: float
) -> None:
    found = count_quantile(level, [y for y, _ in before], [e for _, e in before], exposure)
    below = math.fsum(chance(k, before, exposure) for k in range(found))
    assert below + chance(found, before, exposure) >= level - 1e-9
    assert below < level + 1e-9


@given(counts, st.integers(1, 10))
def test_more_voices_let_expect_no_less_and_more_months_before_no_more_than_their_rate(
    before: list[tuple[int, int]], exposure: int
) -> None:
    told, heard = [y for y, _ in before], [e for _, e in before]
    one = count_quantile(0.975, told, heard, exposure)
    assert count_quantile(0.975, told, heard, 2 * exposure) >= one
    assert count_quantile(0.975, [*told, 0], [*heard, 5], exposure) <= one
    assert count_quantile(0.9, told, heard, exposure) <= one


@pytest.mark.parametrize("before", [([], []), ([1], [0.0]), ([1, 2], [1.0])])
def test_a_count_without_an_exposure_is_refused(before: tuple[list[int], list[float]]) -> None:
    with pytest.raises(ValueError, match="exposure"):
        count_quantile(0.975, *before, 1.0)


def poisson(mean: float, draw: random.Random) -> int:
    """Knuth's way: how many uniform numbers until their product falls below e^-mean."""
    k, product = 0, draw.random()
    while product > math.exp(-mean):
        k, product = k + 1, product * draw.random()
    return k


def rung(rate: float, now: float, trials: int = 3000) -> float:
    """The share of made-up places that ring: 24 months at `rate` a voice, then one at `now`."""
    draw = random.Random(20190801)  # noqa: S311
    rings = 0
    for _ in range(trials):
        heard = [draw.randint(1, 9) for _ in range(25)]
        told = [poisson(rate * e, draw) for e in heard[:-1]]
        most = count_quantile(0.975, told, [float(e) for e in heard[:-1]], heard[-1])
        rings += poisson(now * heard[-1], draw) > most
    return rings / trials


@pytest.mark.parametrize("rate", [0.02, 0.1, 0.5, 2.0, 6.0])
def test_false_alarms_are_no_more_than_the_quantile_allows(rate: float) -> None:
    chance_error = 3 * math.sqrt(0.025 * 0.975 / 3000)
    assert rung(rate, rate) <= 0.025 + chance_error


def test_a_rate_three_times_as_high_rings_mostly() -> None:
    assert rung(2.0, 6.0, 500) > 0.9


def test_a_share_by_hand_and_its_ends() -> None:
    """12 months of 30 of 60 cells: about 22 to 38, by the normal curve 30 ± 1.96 * 4.03."""
    assert share_quantile(0.025, [30] * 12, [60] * 12, 60) == 22
    assert share_quantile(0.975, [30] * 12, [60] * 12, 60) == 38
    assert share_quantile(0.025, [0] * 12, [60] * 12, 60) == 0
    assert share_quantile(0.025, [1] * 12, [2] * 12, 2) == 0


def test_shares_that_moved_much_before_widen_what_is_expected() -> None:
    calm = share_quantile(0.025, [30] * 12, [60] * 12, 60)
    restless = share_quantile(0.025, [15, 45] * 6, [60] * 12, 60)
    assert restless < calm


@pytest.mark.parametrize("share", [0.05, 0.3, 0.8])
def test_a_share_that_did_not_change_seldom_falls_below(share: float) -> None:
    draw, low, trials = random.Random(7), 0, 2000  # noqa: S311
    for _ in range(trials):
        told = [sum(draw.random() < share for _ in range(50)) for _ in range(13)]
        low += told[-1] < share_quantile(0.025, told[:-1], [50] * 12, 50)
    assert low / trials <= 0.025 + 3 * math.sqrt(0.025 * 0.975 / trials)


def test_a_silence_by_hand() -> None:
    """Heard in 3 of 5 months: Beta(2.5, 2.5). Two silent ones: 2.5/5 * 3.5/6."""
    assert silence(3, 5, 2) == pytest.approx(float(Fraction(5, 10) * Fraction(7, 12)))
    assert silence(3, 5, 0) == 1.0


@given(st.integers(2, 30), st.integers(0, 40), st.integers(0, 40))
def test_a_longer_silence_is_less_likely_and_a_rarer_voice_is_silent_longer(
    heard: int, missed: int, since: int
) -> None:
    of = heard + missed
    assert silence(heard, of, since + 1) < silence(heard, of, since)
    assert silence(heard, of + 5, since + 1) > silence(heard, of, since + 1)
    longest = longest_silence(heard, of, 0.01, 60)
    assert silence(heard, of, longest) > 0.01
    assert longest == 60 or silence(heard, of, longest + 1) <= 0.01
