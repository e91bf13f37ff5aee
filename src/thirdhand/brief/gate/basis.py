"""What a sentence may lean on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from thirdhand.brief.gate.known import Known
from thirdhand.model import Account, Assessment, Balance, Claim, Period, Unreported


@dataclass(frozen=True, slots=True)
class Basis:
    """What a sentence may lean on: cited claims with their accounts, and folds over claims.

    names: further names of the case. voices: how many names stand behind the assessments. unseen:
    estimates of what nobody told of. known: the names of the whole case.
    """

    claims: Sequence[Claim]
    accounts: Mapping[str, Account]
    assessments: Sequence[Assessment]
    names: Sequence[str] = ()
    voices: int = 0
    unseen: Sequence[Unreported] = ()
    balances: Sequence[Balance] = ()
    known: Known = field(default_factory=Known)

    @property
    def periods(self) -> Iterator[Period]:
        """When what is told holds, and when what is cited was published."""
        yield from (row.period for row in self.assessments)
        yield from (row.period for row in self.unseen)
        yield from (row.period for row in self.balances)
        for claim in self.claims:
            if claim.period:
                yield claim.period
            account = self.accounts.get(claim.account)
            if account and account.period:
                yield account.period

    def behind(self, row: Assessment) -> list[Claim]:
        """The claims of an assessment, as far as they are held."""
        cited = {claim.id: claim for claim in self.claims}
        held = (cited.get(i) or self.known.claims.get(i) for i in row.claims)
        return [claim for claim in held if claim is not None]
