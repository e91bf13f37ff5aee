"""Two reading processes give what one gives, and leave nothing behind."""

import os
import signal
from itertools import count, islice
from multiprocessing import active_children

import pytest
from tests.read.camp import CASE, account, read

from thirdhand.read import LostReader, Readers
from thirdhand.words import vocabulary


def told(at):
    return account(
        f"The camp holds {1_000 + at} people, the Commission said.\n\nFive were shot on Friday.",
        title=f"Tarnholt {at}",
    )


def readers(processes):
    return Readers(CASE, vocabulary(), processes)


def test_two_read_what_one_reads_in_the_same_order():
    accounts = [told(at) for at in range(150)]
    accounts[40] = account("")  # not read, and in its place all the same
    assert list(readers(2).read(accounts)) == [read(one) for one in accounts]
    assert not active_children()


def test_a_reader_that_dies_is_told_and_the_others_end():
    rows = readers(2).read(told(at) for at in count())
    next(rows)
    os.kill(active_children()[0].pid, signal.SIGKILL)
    with pytest.raises(LostReader, match="--processes 1"):
        list(islice(rows, 10_000))
    assert not active_children()


def test_who_stops_early_leaves_no_process_and_took_few_accounts():
    taken = []
    rows = readers(2).read(taken.append(at) or told(at) for at in count())
    assert next(rows).claims
    rows.close()
    assert len(taken) < 300
    assert not active_children()


def test_little_to_read_starts_no_process():
    rows = readers(None).read([told(1), told(2)])
    assert next(rows).claims
    assert not active_children()
