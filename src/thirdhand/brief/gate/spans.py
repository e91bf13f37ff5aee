"""Every sentence cites a claim, and every claim's words stand in its account."""

from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.parts import Parts


def loose(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """No span, no sentence."""
    del shown
    if not basis.claims:
        yield "it cites no words"
    for claim in basis.claims:
        account = basis.accounts.get(claim.account)
        if account is None:
            yield f"the account of claim {claim.id[:12]} is not held"
        elif not claim.span.holds(account.text):
            yield f"the words of claim {claim.id[:12]} do not stand in account {account.ref}"
