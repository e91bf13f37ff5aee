"""The part of a dossier that rows for readers tell of: there is no need to look at the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from thirdhand.mask.words import keys
from thirdhand.model import Account, Claim, Dossier, Findings, Reading, View
from thirdhand.model.walk import strings

# A name is looked at where it was told, so many times: each account has its say of who it is.
TIMES = 4


def about(rows: object, dossier: Dossier) -> Dossier:
    """The accounts and claims of the dossier, and of its last brief, that the rows may show.

    Claims whose ids stand in the rows, some of those that name whom the rows name, and accounts
    that the rows call by title, address, file or publisher.
    """
    shown = set(strings(rows))
    told = {word for text in shown for word in keys(text)}
    met: Counter[str] = Counter()
    spoken = cache(lambda name: told.issuperset(keys(name)))

    def wanted(claim: Claim) -> bool:
        names = {name for name in named(claim) if spoken(name)}
        new = {name for name in names if met[name] < TIMES}
        met.update(new)
        return claim.id in shown or bool(new)

    old = [Reading("", c.account, c.reader, claims=(c,)) for c in dossier.old_claims]
    readings = [
        replace(row, claims=tuple(c for c in row.claims if wanted(c)))
        for row in (*dossier.readings, *old)
    ]
    every = (*dossier.accounts, *dossier.old_accounts)
    ids = {row.account for row in readings if row.claims}
    accounts = {a.id: a for a in every if a.id in ids or not shown.isdisjoint(_called(a))}
    # Who published the others is known all the same.
    outlets = {a.publisher: replace(a, text="", title=None, url=None) for a in every}
    rest = {a.id: a for a in outlets.values() if a.id not in accounts}
    return replace(
        dossier,
        accounts=(*accounts.values(), *rest.values()),
        readings=tuple(row for row in readings if row.claims),
        findings=Findings(),
        view=View(),
        issues=(),
        before=None,
        replaced=(),
    )


def named(claim: Claim) -> Iterator[str]:
    """The names in the columns of a claim."""
    yield from claim.chain
    event = (claim.event.actor, claim.event.target) if claim.event else ()
    yield from (name for name in (claim.place, *event) if name)


def _called(row: Account) -> Iterable[str]:
    return [text for text in (row.title, row.url, row.path) if text]
