"""What joins two accounts by shared text, and the link that all evidence makes."""

from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.corroborate import shingles
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


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts, by position. `shared` of `size` runs, or the marks they share.

    weight: the share of the smaller account's marks, by how rare they are.
    """

    one: int
    other: int
    shared: int = 0
    size: int = 0
    marks: tuple[str, ...] = ()
    weight: float = 0.0

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
        one, other, shared, size = whole(row)
        links.append(Link(one, other, shared, size))
    return links


def whole(row: tuple[object, ...]) -> tuple[int, ...]:
    """The columns of a row as whole numbers."""
    return tuple(int(str(value)) for value in row)
