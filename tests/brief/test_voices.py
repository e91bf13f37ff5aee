"""The sources with how often their figures fit, and which way they lean."""

from tests.brief.made import VOICES, facts

from thirdhand.brief.parts import voices
from thirdhand.model import Leaning, Reliability


def test_reliability_stands_with_its_interval_the_most_compared_first() -> None:
    rows = (
        Reliability("Wire", 0.5, 0.2, 0.8, 1, "Wire", "population"),
        Reliability("Relief Office", 0.75, 0.6, 0.9, 8, "Relief Office", "population"),
    )
    table = voices.reliability(facts(reliability=rows, voices=VOICES))
    assert table.rows == (
        ("Population", "Relief Office", "C", "75%", "60% to 90%", "8"),
        ("Population", "Wire", "C", "50%", "20% to 80%", "1"),
    )
    assert table.shown == 1


def test_only_a_leaning_that_is_sure_is_shown() -> None:
    rows = (
        Leaning("population, iraqi, people, mora", "Wire", 0.2, 0.1, 0.3, 0.05, 4),
        Leaning("population, people, mora", "Daily", -0.1, -0.2, -0.05, 0.05, 3),
        Leaning("population, people, mora", "Herald", 0.01, -0.2, 0.3, 0.05, 2),
    )
    assert voices.leanings(facts(biases=rows)).rows == (
        ("Wire", "People living there: Iraqi", "20% above the rest", "+10% to +30%", "4"),
        ("Daily", "People living there", "10% below the rest", "−20% to −5.0%", "3"),
    )


def test_a_leaning_names_the_part_of_the_site() -> None:
    row = Leaning("population, people, mora, p1", "Wire", 0.2, 0.1, 0.3, 0.05, 4)
    assert voices.leanings(facts(biases=(row,))).rows[0][1] == "People living there (Phase 1)"
