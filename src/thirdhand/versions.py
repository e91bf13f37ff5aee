"""Which of several accounts of one address speaks, when all lie in the folder of one run."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cmp_to_key
from itertools import pairwise

from thirdhand.model import Account, Issue, Receipt, Replaced, Window, address, content_id
from thirdhand.model.issue import Severity
from thirdhand.scope import Scope
from thirdhand.store import Store

# Two texts are versions of one account where they share so much of their pairs of words. In the
# example two stories of one outlet share 0.33 at most, tellings of one text 0.61 and more.
ALIKE = 0.4
DAY = len("2021-03-09")
# Receipts of one run are no further apart: within it the order of files tells nothing.
RUN = dt.timedelta(hours=12)
# What an account says of an earlier version of itself.
EARLIER = re.compile(
    r"\b(?:earlier|previous|prior|original|first) versions? of (?:this|the|our)"
    r" (?:article|story|report|page|post|text|statement|account|release|bulletin|update)"
    r"|^(?:correction|corrected|updated|erratum|corrigendum|rectificatif|corrección|korrektur"
    r"|düzeltme|تصحيح|تنويه)\b"
    r"|\bune version (?:précédente|antérieure) de|\buna versión anterior de"
    r"|(?:نسخة|صيغة) سابقة من",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class _Came:
    """When an account came: its place among all receipts, and the time ("" where not known)."""

    place: int
    at: str

    @property
    def day(self) -> str:
        return self.at[:DAY]


NEVER = _Came(0, "")


@dataclass(frozen=True, slots=True)
class _Known:
    """What parts two versions beside what they say: when each came, and what each run covered."""

    window: Window
    came: Mapping[str, _Came] = field(default_factory=dict)
    runs: Sequence[Set[str]] = ()

    def of(self, account: Account) -> _Came:
        return self.came.get(account.id, NEVER)

    def there(self, account: Account) -> bool:
        """True where it had been received by the window's day."""
        return self.window.as_of is None or self.of(account).day <= self.window.as_of


@dataclass(frozen=True, slots=True)
class _Out:
    """An account that does not speak, and the version that does.

    late: it came too late to. sure: something says which of the two is the later.
    """

    old: Account
    new: Account
    late: bool
    sure: bool


def supersede(whole: Scope, window: Window, store: Store) -> tuple[Scope, tuple[Replaced, ...]]:
    """`whole` without accounts of which it holds a later version, and these.

    A later version has the same address and much the same words. The later is the one published
    later, else the one changed later, else the one that tells of an earlier version, else the one
    that came in a later run; as of a day, one that was received after it does not stand for one
    that was there. Where nothing decides, the one whose file came last stands, a warning says so,
    and nothing is told as a correction. Each that is left out is a note.
    """
    groups = _by_address(whole.accounts)
    known = _known(groups, window, store)
    out = {row.old.id: row for group in groups for row in _replaced(group, known)}
    if not out:
        return whole, ()
    pairs = list(zip(whole.accounts, whole.readings, strict=True))
    earlier = [(a, r) for a, r in pairs if a.id in out and out[a.id].sure and not out[a.id].late]
    kept = [(a, r) for a, r in pairs if a.id not in out]
    places = {place for row in out.values() for place in (row.old.id, row.old.path)}
    issues = [i for i in whole.issues if not {i.account, i.where} & places]
    notes = [note for row in out.values() for note in _notes(row, window)]
    return replace(
        whole,
        accounts=tuple(a for a, _ in kept),
        readings=tuple(r for _, r in kept),
        issues=(*issues, *notes),
    ), tuple(Replaced(a, r.claims, out[a.id].new.id) for a, r in earlier)


def _by_address(accounts: Iterable[Account]) -> list[list[Account]]:
    """The accounts that share an address with others. The front page of a site is none."""
    groups: dict[str, list[Account]] = {}
    for account in accounts:
        at = address(account.url)
        if "/" in at or "?" in at:
            groups.setdefault(at, []).append(account)
    return [group for group in groups.values() if len(group) > 1]


def _known(groups: Sequence[Sequence[Account]], window: Window, store: Store) -> _Known:
    if not groups:
        return _Known(window)
    receipts = store.receipts(a.id for group in groups for a in group)
    of = {a.version: a.id for group in groups for a in group}
    runs = [{of[v] for v in run.accounts if v in of} for run in store.runs()]
    return _Known(window, _came(receipts, window), runs)


def _came(receipts: Iterable[Receipt], window: Window) -> dict[str, _Came]:
    """When each original came last, by the window's day where it had come by then."""
    found: dict[str, _Came] = {}
    for place, row in enumerate(receipts, 1):
        day = row.received[:DAY]
        if row.original not in found or window.as_of is None or day <= window.as_of:
            found[row.original] = _Came(place, row.received)
    return found


def _replaced(group: Sequence[Account], known: _Known) -> list[_Out]:
    """The accounts of one address that do not speak, each with the one that does."""

    def order(one: Account, other: Account) -> int:
        return (
            known.there(one) - known.there(other)
            or _later(one, other, known)
            or _sign(known.of(one).place, known.of(other).place)
            or _sign(one.path, other.path)
        )

    standing: list[Account] = []
    out = []
    for account in sorted(group, key=cmp_to_key(order), reverse=True):
        new = next((one for one in standing if _alike(account, one)), None)
        if new is None:
            standing.append(account)
            continue
        late = known.there(new) and not known.there(account)
        out.append(_Out(account, new, late, late or _later(new, account, known) > 0))
    return out


def _later(one: Account, other: Account, known: _Known) -> int:
    """1 where `one` is the later version, -1 where `other` is, 0 where nothing says so."""
    if told := _of_days(one.published, other.published):
        return told
    if one.changed or other.changed:
        told = _of_days(_touched(one), _touched(other))
    return (
        told
        or bool(EARLIER.search(one.text)) - bool(EARLIER.search(other.text))
        or _of_receipts(known.of(one).at, known.of(other).at)
        or _of_runs(one.id, other.id, known.runs)
    )


def _touched(account: Account) -> str | None:
    """When it was changed last; one that was not changed is as it was published."""
    told = [day for day in (account.published, account.changed) if day]
    return max(told, default=None)


def _of_days(one: str | None, other: str | None) -> int:
    """Which is the later, as far as both say: a year does not say that it is after its months."""
    if not one or not other:
        return 0
    fine = min(len(one), len(other))
    return _sign(one[:fine], other[:fine])


def _of_receipts(one: str, other: str) -> int:
    if not one or not other:
        return 0
    first, second = (dt.datetime.fromisoformat(at) for at in (one, other))
    return 0 if abs(first - second) < RUN else _sign(one, other)


def _of_runs(one: str, other: str, runs: Iterable[Set[str]]) -> int:
    """-1 where a run took in `one` without `other`, before any took in `other`."""
    for run in runs:
        if (one in run) != (other in run):
            return -1 if one in run else 1
        if one in run:
            return 0
    return 0


def _sign(one: int | str, other: int | str) -> int:
    return (one > other) - (one < other)  # type: ignore[operator]


def _alike(one: Account, other: Account) -> bool:
    """True where they share ALIKE of their pairs of words."""
    here, there = (Counter(_pairs(account.text)) for account in (one, other))
    count = here.total() + there.total()
    return count == 0 or 2 * (here & there).total() / count >= ALIKE


def _pairs(text: str) -> Iterable[tuple[str, str]]:
    words = text.casefold().split()
    return pairwise(words)


def _notes(row: _Out, window: Window) -> Iterable[Issue]:
    old, new = row.old.path, row.new.path
    if row.late:
        why = f"another version of {new}, received after {window.as_of}; left out"
        yield _issue(row, "superseded", "note", why)
    elif row.sure:
        why = f"a later version of the same address speaks in its place: {new}"
        yield _issue(row, "superseded", "note", why)
    else:
        why = (
            f"nothing says which of {old} and {new} is the later; only {new} speaks, whose file"
            " came last; give each its own day (--published, or a line each in about.csv), or"
            " take out the one that no longer holds"
        )
        yield _issue(row, "same-address", "warning", why)


def _issue(row: _Out, code: str, severity: Severity, why: str) -> Issue:
    ident = content_id("issue", "corroborate", code, row.old.path, why)
    return Issue(ident, "corroborate", code, severity, row.old.path, why, row.old.id)
