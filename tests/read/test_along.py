"""Things along a text are found as a walk over all of them would find them."""

from hypothesis import given
from hypothesis import strategies as st

from thirdhand.read.along import Along

PLACE = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda p: (p[0], p[0] + p[1]))
ROWS = st.lists(PLACE, max_size=20).map(lambda ps: [(a, b, i) for i, (a, b) in enumerate(ps)])


@given(ROWS, PLACE)
def test_along_finds_what_a_walk_finds(rows, at):
    start, end = at
    along = Along(rows)
    assert set(along.over(start, end)) == {i for a, b, i in rows if a < end and start < b}
    assert set(along.begun(start, end)) == {i for a, _, i in rows if start <= a < end}
    assert set(along.before(end)) == {i for _, b, i in rows if b <= end}


@given(ROWS)
def test_the_last_that_begins_comes_first_before(rows):
    begins = {i: a for a, _, i in rows}
    found = [begins[i] for i in Along(rows).before(100)]
    assert found == sorted(found, reverse=True)
