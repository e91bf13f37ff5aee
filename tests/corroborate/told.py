"""Accounts whose words are read by hand: the figures of a text, in its order."""

from dataclasses import replace
from typing import Any

from thirdhand.model import Account, Claim, Span


def says(desk: Any, account: Account, quote: str, value: float, *chain: str, **given: Any) -> Claim:
    """A claim of these words, which stand in the account's text after the last one's."""
    index = desk.accounts.index(account)
    before = desk.readings[index].claims
    start = account.text.index(quote, before[-1].span.start if before else 0)
    made = desk.says(account, value, *chain, **given)
    placed = replace(made, span=Span(start, start + len(quote), quote))
    desk.readings[index] = replace(desk.readings[index], claims=(*before, placed))
    return placed
