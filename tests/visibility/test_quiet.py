"""Nothing reported, or nobody looked: who usually tells of a thing, and whether they were heard."""

import dataclasses

import pytest
from tests.visibility.made import ARRIVALS, KILLING, account, assessed, cell, condition, seen

from thirdhand.model import Assessment, Cell, Findings, Reading, Voice

# The Relief Office tells of arrivals in two months of spring; who is heard in May differs.
SPRING = ("2021-02", "2021-03")


def told(name: str, indicator: str, *months: str, **more: object) -> list[Assessment]:
    """What one voice tells of one indicator, a row a month."""
    rows = (assessed(indicator, month, "A", **more) for month in months)
    return [dataclasses.replace(r, voices=(name,), id=f"{name} {r.id}") for r in rows]


def may(*rows: Assessment, heard: tuple[str, ...] = (), unread: bool = False) -> Cell:
    """The cell of arrivals in May 2021, of which one account is held: who speaks in it is given."""
    claims = tuple(
        dataclasses.replace(condition("health", "2021-05", f"by {name}"), chain=(name, "Daily"))
        for name in heard
    )
    accounts = [account("a1", "2021-05-05")] + [account("a2", "2021-05-06")] * unread
    voices = Voice("v1", "officials", "unnamed", None, None, 1, 1, "F")
    view = seen(
        ARRIVALS,
        accounts=accounts,
        readings=[Reading("r1", "a1", "hand", claims=claims)],
        findings=Findings(assessments=rows, voices=(voices,)),
    )
    return cell(view, "2021-05")


OFFICE = told("Relief Office", "arrivals", *SPRING)
BASE = "1 account of May 2021 speaks of the site and does not tell of it. "
LAST = " It was last told of on 2021-03-31."


@pytest.mark.parametrize(
    ("rows", "heard", "quiet", "why"),
    [
        pytest.param(
            OFFICE, ("Relief Office",), "nothing reported",
            "Relief Office, heard then, usually tells of it: nothing was reported." + LAST,
            id="who usually tells was heard on something else",
        ),
        pytest.param(
            OFFICE, ("Red Cross",), "nobody looked",
            "Relief Office, who usually tells of it, was not heard: nobody looked." + LAST,
            id="only others were heard",
        ),
        pytest.param(
            OFFICE + told("Red Cross", "arrivals", *SPRING), (), "nobody looked",
            "Red Cross and Relief Office, who usually tell of it, were not heard: nobody looked."
            + LAST,
            id="two usually tell, and neither was heard",
        ),
        pytest.param(
            told("Relief Office", "arrivals", "2021-03"), ("Relief Office",), None,
            "Nobody usually tells of it, so whether anybody looked is not known." + LAST,
            id="once is not usual",
        ),
        pytest.param(
            told("Relief Office", "arrivals", "2021-03-01", "2021-03-09"), ("Relief Office",), None,
            "Nobody usually tells of it, so whether anybody looked is not known."
            " It was last told of on 2021-03-09.",
            id="twice in one month is once",
        ),
        pytest.param(
            told("officials", "arrivals", *SPRING), ("officials",), None,
            "Nobody usually tells of it, so whether anybody looked is not known." + LAST,
            id="the unnamed never count",
        ),
        pytest.param(
            told("Relief Office", "returns", *SPRING), ("Relief Office",), "nothing reported",
            "Relief Office, heard then, usually tells of movement: nothing was reported.",
            id="of its sector, where nobody tells of it itself",
        ),
        pytest.param(
            told("Relief Office", "arrivals", "2019-02", "2019-03"), ("Relief Office",), None,
            "Nobody usually tells of it, so whether anybody looked is not known."
            " It was last told of on 2019-03-31.",
            id="years ago is not usual",
        ),
        pytest.param(
            told("Relief Office", "arrivals", "2021-06", "2021-07"), ("Relief Office",),
            "nothing reported",
            "Relief Office, heard then, usually tells of it: nothing was reported.",
            id="later months count as well",
        ),
    ],
)  # fmt: skip
def test_a_silence_is_told_apart(
    rows: list[Assessment], heard: tuple[str, ...], quiet: str | None, why: str
) -> None:
    found = may(*rows, heard=heard)
    assert (found.state, found.quiet) == ("silent", quiet)
    assert found.reason == BASE + why


def test_an_account_that_was_not_read_may_be_by_who_usually_tells() -> None:
    found = may(*OFFICE, unread=True)
    assert found.quiet is None
    assert found.reason == (
        "2 accounts of May 2021 speak of the site and none tells of it. Relief Office, who usually"
        " tells of it, was not heard, but 1 account could not be read: who looked is not known."
        + LAST
    )


def test_who_tells_of_that_time_later_was_looking() -> None:
    """Nothing was published in April, and the office tells of April's returns later."""
    rows = OFFICE + told("Relief Office", "returns", "2021-04")
    found = cell(seen(ARRIVALS, *rows), "2021-04")
    assert found.quiet == "nothing reported"
    assert found.reason == (
        "No account of April 2021 is held; others tell of that time, and not of this."
        " Relief Office, heard then, usually tells of it: nothing was reported." + LAST
    )


def test_without_an_account_nobody_looked() -> None:
    found = cell(seen(ARRIVALS, *OFFICE), "2021-05")
    assert (found.quiet, found.reason) == (
        "nobody looked",
        "No account of May 2021 is held: nobody was heard." + LAST,
    )


def test_only_silence_is_told_apart() -> None:
    view = seen(KILLING, assessed("killing", "2021-02", "A", kind="incident", unit=None))
    assert {c.quiet for c in view.cells if c.state != "silent"} == {None}


def test_an_outlet_that_speaks_for_itself_is_heard_where_it_publishes() -> None:
    """In May the Daily quotes others; in January it spoke for itself, so it is a voice."""
    own = dataclasses.replace(
        condition("health", "2021-01", "beds are full"), chain=("Daily",), attributed=False
    )
    quoted = condition("health", "2021-05", "beds are free")
    view = seen(
        ARRIVALS,
        accounts=[account("a1", "2021-01-05"), account("a2", "2021-05-06")],
        readings=[
            Reading("r1", "a1", "hand", claims=(own,)),
            Reading("r2", "a2", "hand", claims=(quoted,)),
        ],
        findings=Findings(assessments=tuple(told("Daily", "arrivals", *SPRING))),
    )
    assert cell(view, "2021-05").quiet == "nothing reported"
