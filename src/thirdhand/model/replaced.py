"""An account in whose place a later version of it speaks."""

from dataclasses import dataclass

from thirdhand.model.account import Account
from thirdhand.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Replaced:
    """An earlier version that lies among the accounts of a run beside the later one.

    account, claims: as it was read; nothing is counted from them. by: id of the account that
    speaks in its place.
    """

    account: Account
    claims: tuple[Claim, ...]
    by: str
