"""Accounts that belong together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccountGroup:
    """Accounts (refs) that share text or origin, or tell of one happening; `why` says which.

    first: the one judged to be the original, or that came out first.
    """

    id: str
    accounts: tuple[str, ...]
    first: str
    why: str
