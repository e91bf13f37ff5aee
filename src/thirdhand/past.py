"""The last brief of a place, and what it rested on, out of the store."""

from collections.abc import Iterable
from dataclasses import replace

from thirdhand.model import (
    Account,
    Before,
    Claim,
    Dossier,
    Issue,
    Reading,
    Snapshot,
    came_again,
)
from thirdhand.store import Store


class NoRunError(ValueError):
    """The store holds no run of the site. One line that says what to do."""


def covered(site: str, store: Store) -> tuple[list[Account], list[Issue]]:
    """What the last run of the site took in, and what was wrong with its files. NoRunError."""
    run = store.last_run(site)
    if run is None:
        raise NoRunError(f"no run of {site!r} yet: 'thirdhand run PATH...' makes one")
    of = {account.version: account for account in store.accounts_at(run.accounts)}
    met = set(run.issues)
    return [of[v] for v in run.accounts], [row for row in store.issues() if row.id in met]


def before(now: Snapshot, dossier: Dossier, store: Store) -> Before | None:
    """The brief before `now`, with the claims and accounts that `dossier` does not hold any more.

    None where `now` is the first. Of accounts that came again all claims are given, of others those
    that the last brief cites.
    """
    last = store.last_brief(now)
    if last is None:
        return None
    held = {claim.id for reading in dossier.readings for claim in reading.claims}
    pairs, _ = came_again(last.accounts, dossier.accounts)
    versions = [row.version for row, _ in pairs]
    again = [c for r in store.readings(last.reader, versions) for c in r.claims]
    cited = store.claims(set(_cited(last)) - held)
    claims = {claim.id: claim for claim in (*cited, *again) if claim.id not in held}
    return Before(
        last, tuple(claims.values()), tuple(_texts(claims.values(), last, dossier, store))
    )


def beside_old(whole: Dossier, last: Before) -> Dossier:
    """The dossier with what only the last brief rested on, so that both are masked as one."""
    old = tuple(
        Reading("", account.id, last.brief.reader, claims=_of(account, last))
        for account in last.accounts
    )
    return replace(
        whole, accounts=(*whole.accounts, *last.accounts), readings=(*whole.readings, *old)
    )


def old_of(masked: Dossier, last: Before) -> Before:
    """What only the last brief rested on, out of the dossier that `beside_old` made."""
    ids = {account.id for account in last.accounts}
    accounts = tuple(account for account in masked.accounts if account.id in ids)
    readings = [reading for reading in masked.readings if reading.account in ids]
    return Before(last.brief, tuple(c for r in readings for c in r.claims), accounts)


def _of(account: Account, last: Before) -> tuple[Claim, ...]:
    return tuple(claim for claim in last.claims if claim.account == account.id)


def _cited(last: Snapshot) -> Iterable[str]:
    for row in last.assessments:
        yield from row.claims
    for pair in last.parted:
        yield from pair.claims
    yield from (claim for _, claim in last.voices)


def _texts(
    claims: Iterable[Claim], last: Snapshot, dossier: Dossier, store: Store
) -> Iterable[Account]:
    """The accounts of the claims as they were read then."""
    held = {account.id for account in dossier.accounts}
    wanted = {claim.account for claim in claims} - held
    versions = [row.version for row in last.accounts if row.id in wanted]
    return store.accounts_at(versions)
