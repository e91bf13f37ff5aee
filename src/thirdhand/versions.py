"""Which of several accounts of one address speaks, when all lie in the folder of one run."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from thirdhand.model import Account, Issue, Receipt, Replaced, Window, address, content_id
from thirdhand.scope import Scope
from thirdhand.store import Store

# Two texts are versions of one account where they share so much of their pairs of words. In the
# example two stories of one outlet share 0.33 at most, tellings of one text 0.61 and more.
ALIKE = 0.4
DAY = len("2021-03-09")


@dataclass(frozen=True, slots=True)
class _Came:
    """When an account came: its place among all receipts, and the day ("" where not known)."""

    place: int
    day: str


NEVER = _Came(0, "")


@dataclass(frozen=True, slots=True)
class _Out:
    """An account that does not speak, and the version that does. late: it came too late to."""

    old: Account
    new: Account
    late: bool


def supersede(whole: Scope, window: Window, store: Store) -> tuple[Scope, tuple[Replaced, ...]]:
    """`whole` without accounts of which it holds a later version, and these.

    A later version has the same address and much the same words. The later is the one published
    later where all of the address say their day, else the one received last; as of a day, one that
    was received after it does not stand for one that was there. Each that is left out is a note.
    """
    groups = _by_address(whole.accounts)
    came = _came(store.receipts(a.id for group in groups for a in group), window) if groups else {}
    out = {
        old.id: _Out(old, new, _late(old, new, came, window))
        for group in groups
        for old, new in _replaced(group, came, window)
    }
    if not out:
        return whole, ()
    pairs = list(zip(whole.accounts, whole.readings, strict=True))
    earlier = [(a, r) for a, r in pairs if a.id in out and not out[a.id].late]
    kept = [(a, r) for a, r in pairs if a.id not in out]
    places = {place for row in out.values() for place in (row.old.id, row.old.path)}
    issues = [i for i in whole.issues if not {i.account, i.where} & places]
    notes = [_note(row, window) for row in out.values()]
    return replace(
        whole,
        accounts=tuple(a for a, _ in kept),
        readings=tuple(r for _, r in kept),
        issues=(*issues, *notes),
    ), tuple(Replaced(a, r.claims, out[a.id].new.id) for a, r in earlier)


def _late(old: Account, new: Account, came: Mapping[str, _Came], window: Window) -> bool:
    """True where `old` had not been received by the window's day, and `new` had."""
    one, other = (came.get(account.id, NEVER).day for account in (old, new))
    return window.as_of is not None and other <= window.as_of < one


def _by_address(accounts: Iterable[Account]) -> list[list[Account]]:
    """The accounts that share an address with others. The front page of a site is none."""
    groups: dict[str, list[Account]] = {}
    for account in accounts:
        at = address(account.url)
        if "/" in at or "?" in at:
            groups.setdefault(at, []).append(account)
    return [group for group in groups.values() if len(group) > 1]


def _came(receipts: Iterable[Receipt], window: Window) -> dict[str, _Came]:
    """When each original came last, by the window's day where it had come by then."""
    found: dict[str, _Came] = {}
    for place, row in enumerate(receipts, 1):
        day = row.received[:DAY]
        if row.original not in found or window.as_of is None or day <= window.as_of:
            found[row.original] = _Came(place, day)
    return found


def _replaced(
    group: Sequence[Account], came: Mapping[str, _Came], window: Window
) -> list[tuple[Account, Account]]:
    """The accounts of one address that do not speak, each with the one that does."""
    dated = all(len(account.published or "") == DAY for account in group)

    def rank(account: Account) -> tuple[bool, str, int, str]:
        when = came.get(account.id, NEVER)
        there = window.as_of is None or when.day <= window.as_of
        return there, (account.published or "") if dated else "", when.place, account.path

    standing: list[Account] = []
    pairs = []
    for account in sorted(group, key=rank, reverse=True):
        new = next((one for one in standing if _alike(account, one)), None)
        if new:
            pairs.append((account, new))
        else:
            standing.append(account)
    return pairs


def _alike(one: Account, other: Account) -> bool:
    """True where they share ALIKE of their pairs of words."""
    here, there = (Counter(_pairs(account.text)) for account in (one, other))
    count = here.total() + there.total()
    return count == 0 or 2 * (here & there).total() / count >= ALIKE


def _pairs(text: str) -> Iterable[tuple[str, str]]:
    words = text.casefold().split()
    return pairwise(words)


def _note(row: _Out, window: Window) -> Issue:
    if row.late:
        why = f"another version of {row.new.path}, received after {window.as_of}; left out"
    else:
        why = f"a later version of the same address speaks in its place: {row.new.path}"
    ident = content_id("issue", "corroborate", "superseded", row.old.path, why)
    return Issue(ident, "corroborate", "superseded", "note", row.old.path, why, row.old.id)
