"""Which of several accounts that share text or origin was first, and how one knows.

Dates decide. Where the first ones are of one day, an account that another one names as its source
is older than it, and one that credits an agency passes on what others wrote.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from thirdhand.corroborate.kin import agencies, shingles
from thirdhand.model import Account

# "www.rudaw.net" and "Rudaw" are one name; two letters name too much.
_SHORTEST = 3
_WORD = re.compile(r"\w+")
_SITE = re.compile(r"(?:www\.)?([\w-]+)(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Aged:
    """Accounts, the first one first, and why it is."""

    members: tuple[Account, ...]
    why: str


def aged(accounts: Sequence[Account]) -> Aged:
    """The accounts, two or more, by age; what is told alike goes by ref."""
    rows: list[Account] = []
    reason = ""
    for _, tied in groupby(sorted(accounts, key=_day), key=_day):
        alike = list(tied)
        ranks = dict(zip((a.id for a in alike), _ranks(alike), strict=True))
        alike.sort(key=lambda a: (ranks[a.id], a.ref, a.id))
        if not rows:
            reason = _told_apart(alike, [ranks[a.id] for a in alike])
        rows += alike
    return Aged(tuple(rows), f"first: {rows[0].ref}, {reason or _by_date(rows)}")


def _day(account: Account) -> tuple[bool, int]:
    span = shingles.days(account)
    return span is None, span[1] if span else 0


def _ranks(alike: Sequence[Account]) -> Iterator[tuple[bool, bool]]:
    """For each account of one day: names another of them, credits an agency."""
    if len(alike) == 1:
        yield False, False
        return
    outlets: dict[str, set[str]] = defaultdict(set)
    for name in {_name(account.publisher) for account in alike} - {""}:
        outlets[next(iter(_WORD.findall(name)), "")].add(name)
    for account in alike:
        text, own = account.text.casefold(), _name(account.publisher)
        # Only a name whose first word the text holds is looked for.
        words = {"", *_WORD.findall(text)} & outlets.keys()
        others = {name for word in words for name in outlets[word]} - {own}
        cites = any(re.search(rf"\b{re.escape(name)}\b", text) for name in others)
        yield cites, bool(agencies.credited(account.text))


def _name(publisher: str | None) -> str:
    """How others would name the outlet, "" where that says too little."""
    plain = (publisher or "").strip().casefold()
    site = _SITE.fullmatch(plain)
    name = site[1] if site else plain
    return name if len(name) >= _SHORTEST else ""


def _told_apart(alike: Sequence[Account], ranks: Sequence[tuple[bool, bool]]) -> str:
    """Why the first of one day is the first; "" where it stands alone on its day."""
    if len(alike) == 1:
        return ""
    day = "of the same day as" if alike[0].period else "undated like"
    others = alike[1].ref if len(alike) == 2 else f"{len(alike) - 1} others"
    cites, credits_one = zip(*ranks, strict=True)
    if cites[1] and not cites[0]:
        return f"{day} {others}, and named there as the source"
    if credits_one[1] and not credits_one[0]:
        return f"{day} {others}, and the one that credits no agency"
    return f"{day} {others}, and nothing tells which is older"


def _by_date(rows: Sequence[Account]) -> str:
    first, second = (shingles.days(account) for account in rows[:2])
    rest = rows[1].ref if len(rows) == 2 else "the others"
    if first is None or second is None:
        return "the only one with a date"
    gap = second[0] - first[1]
    if gap <= 0:
        return f"its date the more exact; {rest} may be of the same day"
    return f"out {gap} day{'s' if gap > 1 else ''} before {rest}"
