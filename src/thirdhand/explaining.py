"""How a row of the last run came to be: the row out of the store, explained."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from thirdhand.brief import Kept, needs
from thirdhand.brief import explain as explain_row
from thirdhand.model import Explanation, Findings, View
from thirdhand.past import kept_of
from thirdhand.store import Place, Store
from thirdhand.words import vocabulary

# So many rows are named where an id is not clear.
CANDIDATES = 8
# The problems that tell of an account in whose place another version speaks.
SUPERSEDED = frozenset(("superseded", "same-address"))


class UnknownIdError(ValueError):
    """No row of the store has an id that begins so. One line that says what to do."""


class AmbiguousIdError(ValueError):
    """Several rows have an id that begins so. rows: some of them, each explained."""

    def __init__(self, told: str, rows: Sequence[Explanation]) -> None:
        """Keep the line and the rows."""
        super().__init__(told)
        self.rows = tuple(rows)


def explain(prefix: str, store: Store) -> Explanation:
    """How the row whose id begins with `prefix` came to be, from what the last run kept.

    UnknownIdError where there is none, AmbiguousIdError where there are several. Keeps nothing.
    """
    found = {row.id: row for row in reversed(store.find(prefix))}
    if not found:
        told = "the ids stand in assessments.jsonl and claims.jsonl of a run"
        none = f"no claim, assessment or other row has an id that begins with {prefix!r}"
        raise UnknownIdError(f"{none}; {told}{kept_of(store)}")
    if prefix not in found and len(found) > 1:
        first = [found[ident] for ident in sorted(found)[:CANDIDATES]]
        told = f"{len(found)} rows have an id that begins with {prefix!r}: give more of it"
        raise AmbiguousIdError(told, [_explained(row, store) for row in first])
    return _explained(found.get(prefix) or next(iter(found.values())), store)


def _explained(row: Place, store: Store) -> Explanation:
    """The explanation of a row; a claim is told from the first site that heard it."""
    if row.kind == "issues" and not row.site:
        met = Findings(issues=tuple(issue for issue in store.issues() if issue.id == row.id))
        return explain_row(row.kind, row.id, Kept.of("", met, View(), vocabulary()))
    case = _kept(row.site, store) if row.site else _heard(row.id, store)
    ids = needs(row.kind, row.id, case)
    claims = {claim.id: claim for claim in store.claims(ids)}
    accounts = {a.id: a for a in store.accounts_of(c.account for c in claims.values())}
    case = replace(case, claims=claims, accounts=accounts)
    if not row.site and row.id not in case.voices:
        case = replace(case, unheard=_unheard(accounts, store))
    return explain_row(row.kind, row.id, case)


def _unheard(accounts: Iterable[str], store: Store) -> dict[str, str]:
    """Of these accounts (ids) those in whose place another version speaks, and why."""
    held = set(accounts)
    rows = (row for row in store.issues() if row.code in SUPERSEDED)
    return {row.account: row.reason for row in rows if row.account in held}


def _kept(site: str, store: Store) -> Kept:
    return Kept.of(site, store.findings(site), store.view(site), vocabulary())


def _heard(claim: str, store: Store) -> Kept:
    """The first site that heard the claim (id), else the first of all."""
    sites = store.sites()
    cases = (_kept(site, store) for site in sites)
    found = next((case for case in cases if claim in case.voices), None)
    return found or _kept(sites[0] if sites else "", store)
