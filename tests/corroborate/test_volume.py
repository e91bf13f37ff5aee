"""Many accounts and claims: quick, and in step with their number."""

import random
import time
from typing import Any

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
