"""The last brief of a place, and what it rested on, out of the store."""

from collections.abc import Iterable

from thirdhand.model import (
    Account,
    Before,
    Claim,
    Dossier,
    Issue,
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


def kept_of(store: Store) -> str:
    """Of which brief the rows are that the store holds; "" where it holds none."""
    told = []
    for site in store.sites():
        if cells := store.view(site).cells:
            # A year holds its quarters and months: the finest say most.
            finest = [c.period for c in cells if c.period[5:].isdecimal()]
            first, last = (pick(finest or [c.period for c in cells]) for pick in (min, max))
            told.append(f"of {site}, {first if first == last else f'{first} to {last}'}")
    if not told:
        return ""
    return f"; the store keeps the rows of the last brief ({'; '.join(told)}): make yours again"


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
