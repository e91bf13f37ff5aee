"""What joins two accounts: shared text, or rare marks told within days. Two queries find it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.corroborate import agencies, shingles
from thirdhand.model import Account, Engine, Query

# Reprints hold 0.5 and more of the smaller text, separate reports of one happening under 0.15.
SHARE = 0.2
# Fewer shared runs than this are a name and a stock phrase.
FEWEST = 8
# A run of words that many different texts hold is boilerplate: a fifth of them, at most COMMON.
COMMON = 200
COMMON_FROM = 20
# So is one that several texts hold over months: a story is reprinted within weeks, a footer stays.
LASTING = 4
LASTING_DAYS = 60
# A mark is rare in at most a 16th of the accounts. Under 32 accounts nothing can be called rare.
RARE_PART = 16
RARE = 12
MARKS_NEEDED = 3
# Long reports of one happening share names by chance: the marks must be a quarter of the smaller
# account's, and two of them numbers unless both credit one agency.
MARKS_SHARE = 0.25
NUMBERS_NEEDED = 2
# How long a wire story is passed on.
DAYS = 3
# An account dated to a year only says too little about the day it came out.
LONGEST_DATE = 31

TEXT = Query(
    "text shared by two accounts",
    """
    with held as (
        select shingle, count(*) as accounts,
            max(cast(day as bigint)) - min(cast(day as bigint)) as days
        from shingles group by shingle
    ), telling as (
        select shingle, accounts from held cross join limits
        where accounts <= limits.common
            and (accounts < limits.lasting or coalesce(days, 0) <= limits.lasting_days)
    ), sizes as (
        select account, count(*) as size from shingles join telling using (shingle)
        group by account
    ), postings as (
        select account, shingle from shingles join telling using (shingle) where accounts > 1
    ), pairs as (
        select a.account as one, b.account as other, count(*) as shared
        from postings a join postings b on a.shingle = b.shingle and a.account < b.account
        group by a.account, b.account
    )
    select one, other, shared, least(x.size, y.size) as size
    from pairs join sizes x on x.account = one join sizes y on y.account = other
    cross join limits
    where shared >= limits.fewest and shared >= limits.share * least(x.size, y.size)
    order by one, other
    """,
    ("shingles", "limits"),
)

MARKS = Query(
    "rare marks told by two accounts within days",
    """
    with held as (
        select mark, count(*) as accounts from marks group by mark
    ), postings as (
        select marks.account, mark, number, first_day, last_day
        from marks join held using (mark) join dates on dates.account = marks.account
        cross join limits
        where accounts > 1 and accounts <= limits.rare
    )
    select a.account as one, b.account as other, a.mark, a.number
    from postings a join postings b on a.mark = b.mark and a.account < b.account
    cross join limits
    where cast(greatest(a.first_day, b.first_day) as bigint)
        - cast(least(a.last_day, b.last_day) as bigint) <= limits.days
    order by one, other, a.number desc, a.mark
    """,
    ("marks", "dates", "limits"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts, by position. `shared` of `size` runs, or the marks they share."""

    one: int
    other: int
    shared: int = 0
    size: int = 0
    marks: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The part of the smaller text that the other holds too."""
        return self.shared / self.size if self.size else 0.0


def text_links(accounts: Sequence[Account], engine: Engine) -> list[Link]:
    """Pairs that share at least SHARE of the smaller one's word runs.

    Texts that are word for word the same are joined first and stand as one in the count of what
    is boilerplate: a story that many sites reprint is no boilerplate.
    """
    first_of: dict[tuple[str, ...], int] = {}
    links = []
    columns: dict[str, list[int | None]] = {"account": [], "shingle": [], "day": []}
    for position, account in enumerate(accounts):
        words = shingles.words(account.text)
        original = first_of.setdefault(tuple(words), position)
        runs = max(len(words) - shingles.SHINGLE + 1, 0)
        if original != position:
            links += [Link(original, position, runs, runs)] if runs >= FEWEST else []
            continue
        found = shingles.shingles(words)
        columns["account"] += [position] * len(found)
        columns["shingle"] += sorted(found)
        day = shingles.days(account)
        columns["day"] += [day[1] if day else None] * len(found)
    if not columns["shingle"]:
        return links
    limits: dict[str, list[int | float]] = {
        "common": [min(max(COMMON_FROM, len(first_of) // 5), COMMON)],
        "lasting": [LASTING],
        "lasting_days": [LASTING_DAYS],
        "fewest": [FEWEST],
        "share": [SHARE],
    }
    rows = engine.run(TEXT, {"shingles": columns, "limits": limits})
    for row in rows:
        one, other, shared, size = _whole(row)
        links.append(Link(one, other, shared, size))
    return links


def mark_links(accounts: Sequence[Account], engine: Engine) -> list[Link]:
    """Pairs that came out within days and share enough rare marks, or fewer and a credit."""
    rare = min(len(accounts) // RARE_PART, RARE)
    if rare < 2:
        return []
    marks: dict[str, list[int | str | bool]] = {"account": [], "mark": [], "number": []}
    dates: dict[str, list[int]] = {"account": [], "first_day": [], "last_day": []}
    told: dict[int, int] = {}
    for position, account in enumerate(accounts):
        span = shingles.days(account)
        if span is None or span[1] - span[0] > LONGEST_DATE:
            continue
        for column, value in zip(dates.values(), (position, *span), strict=True):
            column.append(value)
        numbers, names = shingles.numbers(account.text), shingles.names(account.text)
        told[position] = len(numbers) + len(names)
        marks["account"] += [position] * told[position]
        marks["mark"] += sorted(numbers) + sorted(names)
        marks["number"] += [True] * len(numbers) + [False] * len(names)
    if not told:
        return []
    credited = _Credits(accounts)
    limits: dict[str, list[int]] = {"rare": [rare], "days": [DAYS]}
    shared: dict[tuple[int, int], list[tuple[str, bool]]] = defaultdict(list)
    for row in engine.run(MARKS, {"marks": marks, "dates": dates, "limits": limits}):
        one, other = _whole(row[:2])
        shared[one, other].append((str(row[2]), bool(row[3])))
    found = (
        _judged(Link(one, other), held, credited, min(told[one], told[other]))
        for (one, other), held in shared.items()
    )
    return [link for link in found if link]


class _Credits:
    """The agencies that accounts mention, looked up once an account."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._accounts = accounts
        self._found: dict[int, set[str]] = {}

    def common(self, pair: Link) -> list[str]:
        for position in (pair.one, pair.other):
            if position not in self._found:
                self._found[position] = agencies.mentioned(self._accounts[position].text)
        return sorted(self._found[pair.one] & self._found[pair.other])


def _judged(pair: Link, held: list[tuple[str, bool]], credited: _Credits, told: int) -> Link | None:
    """The pair with its marks, an agency that both credit as one of them; None if too few."""
    common = credited.common(pair)
    numbers = sum(is_number for _, is_number in held)
    marks = [mark for mark, _ in held] + [f"credit to {name}" for name in common[:1]]
    enough = len(marks) >= max(MARKS_NEEDED, MARKS_SHARE * told)
    by_numbers = numbers >= NUMBERS_NEEDED or (bool(common) and numbers > 0)
    return Link(pair.one, pair.other, marks=tuple(marks)) if enough and by_numbers else None


def _whole(row: tuple[object, ...]) -> tuple[int, ...]:
    return tuple(int(str(value)) for value in row)
