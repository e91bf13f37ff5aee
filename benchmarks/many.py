"""As many accounts as are asked for: those of the example, over and over, no two alike."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import cycle, islice

from benchmarks import gold
from thirdhand.ingest import Told, take, walk
from thirdhand.model import Account, Issue, content_id


@cache
def accounts() -> tuple[Account, ...]:
    """The accounts of the example."""
    paths = (found for found in walk([gold.ACCOUNTS]) if not isinstance(found, Issue))
    taken = (one.account for path in paths for one in take(path, Told()))
    return tuple(account for account in taken if account)


def many(count: int) -> Iterator[Account]:
    """So many accounts. Each names a person, a place and a number that no other one names."""
    for at, account in enumerate(islice(cycle(accounts()), count)):
        text = f"{account.text}\n\nAnn B{at}son counted {at + 1000} tents in Karm{at}abad.\n"
        yield replace(account, id=content_id("copy", account.id, at), ref=str(at), text=text)
