"""What grouping costs, on generated accounts: processor time and its growth."""

import math
import random
import time
from collections.abc import Iterator

from thirdhand.corroborate import events
from thirdhand.model import Account
from thirdhand.scale import duckdb_engine

COUNTS = (1000, 10_000)
# So many words as a language has, as common as they are in one (Zipf).
WORDS = 200_000
BACKGROUND = 150
OWN = 12
# Accounts a happening.
TELLERS = 3


def stories(count: int) -> Iterator[Account]:
    """Accounts in threes: words of their happening, then words of the language."""
    mix = random.Random(7)  # noqa: S311 - makes prose, keeps no secret
    weights = [1 / rank for rank in range(1, WORDS + 1)]
    words = mix.choices(range(WORDS), weights, k=count * BACKGROUND)
    for at in range(count):
        event, ref = at // TELLERS, f"{at:06d}"
        own = [f"h{event}x{mix.randrange(9)}" for _ in range(OWN)]
        rest = (f"w{word}" for word in words[at * BACKGROUND : (at + 1) * BACKGROUND])
        title, text = " ".join(own[:3]), " ".join((*own, *rest))
        day = f"2021-{event % 12 + 1:02d}-01"
        yield Account(ref, ref, ref, "x.org", title, day, "en", text=text)


def lines() -> Iterator[str]:
    """Seconds of the processor, all threads together, and the power they grow by."""
    spent = []
    for count in COUNTS:
        rows = list(stories(count))
        begun = time.process_time()
        found = events(rows, duckdb_engine())
        spent.append(time.process_time() - begun)
        whole = sum(len(group.accounts) == TELLERS for group in found)
        yield (
            f"{count:,} generated accounts: {spent[-1]:.1f} s of the processor,"
            f" {whole:,} of {count // TELLERS:,} happenings whole"
        )
    power = math.log(spent[-1] / spent[0]) / math.log(COUNTS[-1] / COUNTS[0])
    yield f"growth: n^{power:.2f}"
