"""Many accounts and claims: quick, and in step with their number."""

import cProfile
import random
import time
from typing import Any

import pytest

from thirdhand.corroborate import copies
from thirdhand.corroborate.kin import traces
from thirdhand.model import Account, AccountGroup
from thirdhand.scale import duckdb_engine

ENGINE = duckdb_engine(1)
OUTLETS = [f"outlet{n}.com" for n in range(40)]
INDICATORS = ("population", "killed", "arrests", "returns", "guards")


def laden(desk: Any, accounts: int, each: int) -> Any:
    mix = random.Random(7)  # noqa: S311  # makes prose, keeps no secret
    words = [f"word{n}" for n in range(3000)]
    for n in range(accounts):
        day = f"2021-{n % 12 + 1:02d}-{n % 28 + 1:02d}"
        text = " ".join(mix.choices(words, k=150))
        account = desk.account(f"{n:04d}", mix.choice(OUTLETS), day, text)
        for _ in range(each):
            who = mix.choice(("RO", "Vale Watch", "HF", "officials", ""))
            kind = "unnamed" if who == "officials" else "named" if who else "outlet"
            value, indicator = mix.randint(1, 50), mix.choice(INDICATORS)
            chain = (who,) if who else ()
            desk.says(
                account, value, *chain, indicator=indicator, period=day[:7], speaker_kind=kind
            )
    return desk


def seconds(desk: Any) -> float:
    start = time.process_time()
    desk.findings()
    return time.process_time() - start


def test_a_thousand_claims_of_134_accounts(new_desk: Any) -> None:
    desk = laden(new_desk(), 134, 8)
    assert seconds(desk) < 2
    found = desk.findings()
    assert len(found.voice_of) == 134 * 8
    # A row for each figure that does not fit can never outnumber the claims.
    assert len(found.contradictions) < len(found.voice_of)


def test_four_times_the_claims_take_no_sixteen_times_as_long(new_desk: Any) -> None:
    small, large = laden(new_desk(), 100, 5), laden(new_desk(), 400, 5)
    seconds(small)
    assert seconds(large) < 9 * seconds(small)


def calls(desk: Any) -> int:
    """How many calls the findings take: the same on any machine, however busy it is."""
    profile = cProfile.Profile()
    profile.runcall(desk.findings)
    return sum(entry.callcount for entry in profile.getstats())


def test_three_times_the_accounts_take_hardly_more_than_three_times_the_calls(
    new_desk: Any,
) -> None:
    small, large = laden(new_desk(), 100, 5), laden(new_desk(), 300, 5)
    calls(small)  # what is made once is made
    assert calls(large) < 5 * calls(small)


def accounts(texts: list[str]) -> list[Account]:
    return [
        Account(f"{n}", f"{n:05d}", "x", None, None, "2021-03-05", "en", text=text)
        for n, text in enumerate(texts)
    ]


def timed(texts: list[str]) -> tuple[float, tuple[AccountGroup, ...]]:
    start = time.process_time()
    groups = copies(accounts(texts), ENGINE)
    return time.process_time() - start, groups


def words(seed: int, length: int) -> str:
    mix = random.Random(seed)  # noqa: S311  # makes prose, keeps no secret
    return " ".join(f"word{mix.randrange(3000)}" for _ in range(length))


def test_one_text_ten_thousand_times_is_one_group_at_once() -> None:
    spent, (group,) = timed([words(1, 80)] * 10_000)
    assert len(group.accounts) == 10_000
    assert spent < 5


def test_one_text_in_two_thousand_versions_is_one_group_at_once() -> None:
    spent, (group,) = timed([f"{words(1, 80)} {words(n, 3)}" for n in range(2000)])
    assert len(group.accounts) == 2000
    assert spent < 5


def test_ten_megabytes_are_gone_through_in_pieces() -> None:
    long = words(1, 20_000) * 50
    assert len(long) > 8_000_000
    spent, groups = timed([long, words(2, 80)])
    assert groups == ()
    assert spent < 10


def test_runs_are_thinned_alike_in_every_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "KEPT", 500)
    texts = [words(n, 200) for n in range(20)]
    reprints = [f"{text} {words(n + 50, 30)}" for n, text in enumerate(texts)]
    _, groups = timed(texts + reprints)
    assert [group.accounts for group in groups] == [
        (f"{n:05d}", f"{n + 20:05d}") for n in range(20)
    ]
    assert all("share about 100%" in group.why for group in groups)
