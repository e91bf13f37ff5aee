"""Accounts that are grouped by what they tell of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventGroup:
    """Accounts (refs) that tell of one happening. `first` came out first; `why` in a sentence."""

    id: str
    accounts: tuple[str, ...]
    first: str
    why: str
