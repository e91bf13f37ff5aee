"""What a brief rests on: accounts known by its day and open to its readers, a part of the plan."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from thirdhand.model import (
    Account,
    Audience,
    Issue,
    Period,
    Plan,
    Reading,
    View,
    Window,
    content_id,
)
from thirdhand.model.audience import sees
from thirdhand.model.issue import Severity


@dataclass(frozen=True, slots=True)
class Scope:
    """Accounts with their readings, in one order, and the problems that concern them.

    reader: the id of the reader of these readings.
    """

    accounts: tuple[Account, ...]
    readings: tuple[Reading, ...]
    issues: tuple[Issue, ...]
    reader: str


def scope(whole: Scope, plan: Plan, window: Window, audience: Audience) -> Scope:
    """The part of `whole` that was known by the window's day and is open to the audience.

    An account is as sealed as it says, or as its publisher in the plan is, whichever is more.

    What is left out is told: each undated account by name, the others as a count. Their own
    problems go with them.
    """
    pairs = list(zip(whole.accounts, whole.readings, strict=True))
    sealed = _sealed(plan, audience)
    told = [(a, r) for a, r in pairs if sees(audience, a.sensitivity) and not _by(a, sealed)]
    kept = [(a, r) for a, r in told if window.known(a)]
    ids = {account.id for account, _ in kept}
    out = [account for account in whole.accounts if account.id not in ids]
    places = {place for account in out for place in (account.id, account.path)}
    issues = [i for i in whole.issues if not {i.account, i.where} & places]
    issues += _left(whole.accounts, [a for a, _ in told], window)
    return Scope(tuple(a for a, _ in kept), tuple(r for _, r in kept), tuple(issues), whole.reader)


def planned(plan: Plan, accounts: Iterable[Account], window: Window) -> Plan:
    """The plan up to the end of the window. It begins where it did: what is new is seen by the old.

    A plan that leaves its start to the accounts begins with the window where that is earlier.
    """
    end = min((Period.parse(m).end for m in (plan.end, window.end) if m), default=None)
    start = plan.start
    if window.since and not start:
        days = (account.period.start for account in accounts if account.period)
        start = min((window.since, *days))[:7]
    return replace(plan, start=start, end=end)


def seen_in(view: View, window: Window, claims: Set[str]) -> View:
    """The cells, questions and alarms of the window, and their index. The months before it stay.

    claims: ids of those of the window's time. A question that no cell makes, as of a document that
    is cited, is of the window where one of its claims is.
    """
    view = replace(
        view,
        requests=tuple(r for r in view.requests if r.kind == "gap" or {*r.claims} & claims),
    )
    if window.since is None:
        return view
    cells = tuple(cell for cell in view.cells if window.touches(cell.period))
    ids = {cell.id for cell in cells}
    asked = [replace(r, cells=tuple(c for c in r.cells if c in ids)) for r in view.requests]
    seen = sum(cell.state == "seen" for cell in cells)
    return replace(
        view,
        cells=cells,
        requests=tuple(row for row in asked if row.cells or row.kind != "gap"),
        alarms=tuple(row for row in view.alarms if row.until >= window.since),
        index=round(seen / len(cells), 6) if cells else 0.0,
    )


def of_time(accounts: Sequence[Account], readings: Iterable[Reading], window: Window) -> Set[str]:
    """Ids of the claims that hold in the window, or were published in it of what had begun."""
    printed = {a.id: a.period for a in accounts}
    every = [claim for reading in readings for claim in reading.claims]
    if window.open:
        return frozenset(claim.id for claim in every)
    found = set()
    for claim in every:
        when = printed.get(claim.account)
        period = claim.period or when
        if period is None:
            continue
        fresh = when is not None and window.holds(when) and window.begun(period)
        if window.holds(period) or fresh:
            found.add(claim.id)
    return found


def _sealed(plan: Plan, audience: Audience) -> frozenset[str]:
    """What the sources are called, in small letters, that the audience may not read."""
    shut = [source for source in plan.sources if not sees(audience, source.sensitivity)]
    return frozenset(n.casefold() for s in shut for n in (s.name, *s.aliases, *s.sites))


def _by(account: Account, names: frozenset[str]) -> bool:
    """True where one of these published it: by its name, or by where its address lies."""
    host = urlsplit(account.url or "").netloc.casefold().removeprefix("www.")
    return (account.publisher or "").casefold() in names or host in names


def _left(every: Sequence[Account], told: Sequence[Account], window: Window) -> Iterable[Issue]:
    if sealed := len(every) - len(told):
        why = f"{_accounts(sealed)} not open to these readers; left out"
        yield _issue("sealed", "note", "this brief", why)
    late = [a for a in told if not window.known(a)]
    for account in late:
        if account.period is None:
            why = f"undated: nobody can say that it was known on {window.as_of}; left out"
            yield _issue("undated-as-of", "warning", account.path, why, account.id)
    if dated := sum(a.period is not None for a in late):
        why = f"{_accounts(dated)} published after {window.as_of}; left out"
        yield _issue("after-as-of", "note", "this brief", why)
    if told and len(late) == len(told):
        why = f"nothing had come by {window.as_of}: give a later day"
        yield _issue("nothing-known", "warning", "this brief", why)


def _accounts(number: int) -> str:
    return "1 account is" if number == 1 else f"{number:,} accounts are"


def _issue(code: str, weight: Severity, where: str, why: str, account: str | None = None) -> Issue:
    ident = content_id("issue", "corroborate", code, where, why)
    return Issue(ident, "corroborate", code, weight, where, why, account)
