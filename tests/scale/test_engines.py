"""One behaviour script for every engine."""

from array import array

import pytest

from thirdhand.model import Engine, Query

TOLD = {
    "voice": ["A", "B", "A", None],
    "value": [1, 2, 3, None],
    "share": [0.5, 1, None, 0.25],
    "counted": [True, False, True, None],
}


def test_rows_come_back_with_their_types_and_order(engine: Engine) -> None:
    query = Query("all", "select voice, value, share, counted from told order by value", ("told",))
    assert engine.run(query, {"told": TOLD}) == [
        ("A", 1, 0.5, True),
        ("B", 2, 1.0, False),
        ("A", 3, None, True),
        (None, None, 0.25, None),
    ]


def test_join_group_and_window(engine: Engine) -> None:
    query = Query(
        "sums",
        """
        with sums as (select voice, sum(value) as total from told group by voice)
        select voice, grade, total, row_number() over (order by total desc) as place
        from sums join grades using (voice) order by place
        """,
        ("told", "grades"),
    )
    grades = {"voice": ["A", "B", "C"], "grade": ["a", "b", "c"]}
    rows = engine.run(query, {"told": TOLD, "grades": grades})
    assert [(voice, grade, int(str(total)), place) for voice, grade, total, place in rows] == [
        ("A", "a", 4, 1),
        ("B", "b", 2, 2),
    ]


def test_an_empty_table_gives_no_rows(engine: Engine) -> None:
    query = Query("none", "select voice from told", ("told",))
    assert engine.run(query, {"told": {"voice": []}}) == []


def test_large_whole_numbers_stay_exact(engine: Engine) -> None:
    query = Query("hash", "select h from hashes order by h", ("hashes",))
    values = [-(2**63), 2**63 - 1]
    assert engine.run(query, {"hashes": {"h": values}}) == [(value,) for value in values]


def test_arrays_of_numbers_are_columns_like_any_other(engine: Engine) -> None:
    table = {"n": array("q", [3, -(2**63), 2]), "x": array("d", [0.5, 1.5, 2.5])}
    query = Query("arrays", "select n, x from t order by n", ("t",))
    rows = [(-(2**63), 1.5), (2, 2.5), (3, 0.5)]
    assert engine.run(query, {"t": table}) == rows
    assert engine.run(query, {"t": {**table, "x": [0.5, 1.5, 2.5]}}) == rows
    assert engine.run(query, {"t": {"n": array("q"), "x": array("d")}}) == []


def test_values_are_bound_never_written_into_the_sql(engine: Engine) -> None:
    nasty = "'); drop table told; --"
    query = Query("nasty", "select voice from told", ("told",))
    assert engine.run(query, {"told": {"voice": [nasty]}}) == [(nasty,)]


def test_nothing_is_kept_between_two_runs(engine: Engine) -> None:
    query = Query("first", "select voice from told", ("told",))
    assert engine.run(query, {"told": {"voice": ["A"]}}) == [("A",)]
    assert engine.run(query, {"told": {"voice": ["B"]}}) == [("B",)]


def test_a_missing_input_is_named(engine: Engine) -> None:
    query = Query("copies", "select * from shingles", ("shingles",))
    with pytest.raises(ValueError, match=r"'copies'.*'shingles'"):
        engine.run(query, {"told": TOLD})


def test_unequal_columns_are_an_error(engine: Engine) -> None:
    query = Query("torn", "select a from t", ("t",))
    with pytest.raises(ValueError, match="unequal length"):
        engine.run(query, {"t": {"a": [1], "b": [1, 2]}})


def test_a_column_of_mixed_kinds_is_an_error(engine: Engine) -> None:
    query = Query("mixed", "select a from t", ("t",))
    with pytest.raises(TypeError, match="mixes"):
        engine.run(query, {"t": {"a": [1, "one"]}})
