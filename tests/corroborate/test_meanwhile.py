"""A second process finds what one finds."""

import os
from typing import Any

import pytest

from thirdhand.corroborate import meanwhile as module
from thirdhand.corroborate.happenings.beside import TOLLS
from thirdhand.corroborate.matters.buckets import Measures
from thirdhand.corroborate.meanwhile import meanwhile
from thirdhand.model import Findings
from thirdhand.words import vocabulary

FORKS = hasattr(os, "fork") and len(os.sched_getaffinity(0)) > 1
forks = pytest.mark.skipif(not FORKS, reason="needs fork and two processors")


@pytest.fixture
def worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every collection is large enough for a second process."""
    monkeypatch.setattr(module, "WORTH_IT", 0)


@pytest.fixture
def camp(desk: Any) -> Any:
    """A stock that moves, figures that do not fit, killings that several tell of, a copy."""
    for n, value in enumerate((70_240, 69_870, 66_823, 62_110, 58_044, 56_390)):
        day, voice = f"2020-{2 * n + 1:02d}-15", ("RO", "Vale Watch")[n % 2]
        account = desk.account(f"t{n}", f"site{n}.com", day)
        desk.says(account, value, voice, period=day)
        desk.says(account, value / 2, "HF", period=day)
        desk.says(account, 3 + n % 2, voice, period=day, indicator="killed", kind="incident")
    told = " ".join(f"word{n}" for n in range(60))
    for ref in "ab":
        desk.says(desk.account(ref, f"{ref}.com", "2020-03-15", told), 71_000, period="2020-03-15")
    return desk


@forks
def test_two_processes_find_what_one_finds(camp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = camp.findings()
    monkeypatch.setattr(module, "WORTH_IT", 0)
    assert camp.findings() == alone
    told = (alone.estimated, alone.contradictions, alone.weights, alone.copies)
    assert all(told), "a case in which each part of the work finds something"
    assert alone != Findings()


@forks
@pytest.mark.usefixtures("worth_it")
def test_the_work_is_done_in_another_process() -> None:
    with meanwhile(os.getpid, 1) as found:
        assert found() != os.getpid()


@forks
@pytest.mark.usefixtures("worth_it")
def test_what_goes_wrong_there_goes_wrong_here() -> None:
    with pytest.raises(ZeroDivisionError), meanwhile(lambda: 1 // 0, 1) as found:
        found()


@forks
@pytest.mark.usefixtures("worth_it")
def test_a_process_that_is_ended_from_outside_is_not_missed() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os._exit(9)
        return 7

    with meanwhile(work, 1) as found:
        assert found() == 7


def test_few_claims_are_looked_through_by_one_process() -> None:
    with meanwhile(os.getpid, module.WORTH_IT - 1) as found:
        assert found() == os.getpid()


def test_a_toll_is_no_stock() -> None:
    """So that stocks can be looked at before it is known what happened."""
    measures = Measures.of(vocabulary())
    assert not [name for name in TOLLS if measures.stock(name, "people")]
