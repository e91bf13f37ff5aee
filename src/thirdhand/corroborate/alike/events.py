"""Groups of accounts that tell of one happening, for news of any kind.

Two accounts are alike by the rare words they share and the days between them (`likeness.py`), and
what is alike on average is one happening (`clusters.py`). How the bounds were chosen, and where
this fails: docs/decisions/0034-which-accounts-tell-of-one-happening.md
"""

import datetime as dt
from collections.abc import Sequence

from thirdhand.corroborate.alike.clusters import clusters
from thirdhand.corroborate.alike.likeness import tell
from thirdhand.corroborate.kin import agencies, shingles
from thirdhand.model import Account, AccountGroup, Engine, content_id

# The mean likeness (0..1) from which on accounts tell of one happening.
ALIKE = 0.12
# Terms shown in a reason.
SHOWN = 5


def events(accounts: Sequence[Account], engine: Engine) -> tuple[AccountGroup, ...]:
    """The groups of two or more accounts, ordered by ref. The order of `accounts` changes nothing.

    An account is in one group at most.
    """
    ordered = sorted({a.id: a for a in accounts}.values(), key=lambda a: (a.ref, a.id))
    told = tell(ordered)
    if not told.tables["terms"]["term"]:
        return ()
    pairs = told.pairs(engine)
    groups = clusters(pairs, ALIKE)
    team = {position: number for number, group in enumerate(groups) for position in group}
    inside = [0.0] * len(groups)
    for one, other, like in pairs:
        if one in team and team[one] == team.get(other):
            inside[team[one]] += like
    found = []
    for group, total, shared in zip(groups, inside, told.shared(groups, engine), strict=True):
        mean = total / (len(group) * (len(group) - 1) / 2)
        found.append(_group([ordered[position] for position in group], mean, shared))
    return tuple(found)


def _group(members: list[Account], mean: float, shared: list[str]) -> AccountGroup:
    refs = tuple(account.ref for account in members)
    ids = sorted(account.id for account in members)
    why = (
        f"Alike by {mean:.2f} on average, where {ALIKE} is enough;"
        f" they share {', '.join(shared[:SHOWN])}{', ...' if len(shared) > SHOWN else ''};"
        f" {_times(members)}."
    )
    return AccountGroup(content_id("event group", *ids), refs, min(members, key=_age).ref, why)


def _age(account: Account) -> tuple[bool, int, bool, str, str]:
    """Earliest first; of one day, the account that credits no agency, then by ref."""
    span = shingles.days(account)
    credits_one = agencies.credited(account.text) is not None
    return span is None, span[1] if span else 0, credits_one, account.ref, account.id


def _times(members: list[Account]) -> str:
    """When they came out, in words."""
    spans = [span for account in members if (span := shingles.days(account))]
    if not spans:
        return "none has a date"
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    undated = f", {len(members) - len(spans)} without a date" if len(spans) < len(members) else ""
    start, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    if first == last:
        return f"all came out on {start}{undated}"
    return f"they came out from {start} to {end}, {last - first} days{undated}"
