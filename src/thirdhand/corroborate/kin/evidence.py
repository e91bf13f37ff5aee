"""What joins two accounts by shared text, and the link that all evidence makes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from thirdhand.corroborate.kin import shingles
from thirdhand.corroborate.kin.traces import Traces
from thirdhand.model import Account, Engine, Query
from thirdhand.model.engine import Value

# A run of words that many different texts hold is boilerplate: a fifth of them, at most COMMON.
COMMON = 200
COMMON_FROM = 20
# A run that more accounts hold joins each of them with its first holder only: a wire in a thousand
# versions still hangs together by one of them, and the join grows no faster than its input.
FEW = 20
# So is one that several texts hold over months: a story is reprinted within weeks, a footer stays.
LASTING = 4
LASTING_DAYS = 60
# From this share on a text is the other, however old, and no matter who else holds it.
WHOLE = 0.5

TEXT = Query(
    "text shared by two accounts",
    """
    with held as (
        select shingle, count(*) as accounts from shingles group by shingle having count(*) > 1
    ), spread as (
        select shingle, accounts, max(cast(day as bigint)) - min(cast(day as bigint)) as days
        from shingles join held using (shingle) join dates using (account) cross join limits
        where accounts >= limits.lasting
        group by shingle, accounts
    ), boilerplate as (
        select shingle, accounts from spread cross join limits
        where accounts > limits.common or coalesce(days, 0) > limits.lasting_days
    ), sizes as (
        select account, count(*) as words, count(*) - count(boilerplate.shingle) as size
        from shingles left join boilerplate using (shingle) group by account
    ), postings as (
        select account, shingle, held.accounts as accounts,
            case when boilerplate.shingle is null then 1 else 0 end as telling
        from shingles join held using (shingle) left join boilerplate using (shingle)
    ), beside as (
        select account, shingle, telling from postings cross join limits
        where accounts <= limits.few
        union all
        select min(account) as account, shingle, telling from postings cross join limits
        where accounts > limits.few group by shingle, telling
    ), pairs as (
        select a.account as one, b.account as other, count(*) as every, sum(a.telling) as shared
        from beside a join postings b on a.shingle = b.shingle and a.account < b.account
        group by a.account, b.account
    ), measured as (
        select one, other, every, shared, least(x.words, y.words) as words,
            least(x.size, y.size) as size
        from pairs join sizes x on x.account = one join sizes y on y.account = other
    )
    select one, other,
        case when every >= limits.whole * words then every else shared end as shared,
        case when every >= limits.whole * words then words else size end as size
    from measured cross join limits
    where every >= limits.fewest and every >= limits.whole * words
        or shared >= limits.fewest and shared >= limits.share * size
    order by one, other
    """,
    ("shingles", "dates", "limits"),
)


@dataclass(frozen=True, slots=True)
class Bars:
    """What a pair must reach to be joined.

    share: of the smaller text's runs. Reprints reach 0.5 and more, rewrites that keep a third of
    the 3-grams 0.2; separate reports of one happening stay under 0.15. enough: what shared marks
    must weigh; three that one in 20 accounts holds are more than that. part: of the smaller one's
    marks, by weight, as long reports of one happening share marks by chance.
    """

    share: float = 0.2
    enough: float = 3.0
    part: float = 0.25


BARS = Bars()


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts, by position. `shared` of `size` runs, or the marks they share.

    marks: the most telling ones, by hash, of the `held` that are shared. weight: the share of the
    smaller account's marks, by how rare they are. thinned: the runs were counted on a part of
    them.
    """

    one: int
    other: int
    shared: int = 0
    size: int = 0
    marks: tuple[int, ...] = ()
    held: int = 0
    weight: float = 0.0
    thinned: bool = False

    @property
    def share(self) -> float:
        """The part of the smaller text that the other holds too."""
        return self.shared / self.size if self.size else 0.0

    @property
    def score(self) -> float:
        """Both kinds of evidence in one figure, 0 to 1: what neither leaves unexplained."""
        return 1 - (1 - self.share) * (1 - self.weight)


def text_links(
    accounts: Sequence[Account], told: Traces, engine: Engine, bars: Bars = BARS
) -> list[Link]:
    """Pairs that share at least `bars.share` of the smaller one's word runs.

    Texts that are word for word the same are joined first and stand as one in the count of what
    is boilerplate: a story that many sites reprint is no boilerplate.
    """
    links = [Link(one, other, runs, runs) for one, other, runs in told.same]
    if not told.runs["shingle"]:
        return links
    days = [shingles.days(account) for account in accounts]
    dates: dict[str, Sequence[Value]] = {
        "account": range(len(accounts)),
        "day": [day[1] if day else None for day in days],
    }
    limits: dict[str, Sequence[Value]] = {
        "common": [min(max(COMMON_FROM, told.different // 5), COMMON)],
        "lasting": [LASTING],
        "lasting_days": [LASTING_DAYS],
        "few": [FEW],
        "whole": [WHOLE],
        "fewest": [max(2, shingles.FEWEST // told.thin)],
        "share": [bars.share],
    }
    thin = told.thin
    for row in engine.run(TEXT, {"shingles": told.runs, "dates": dates, "limits": limits}):
        one, other, shared, size = whole(row)
        links.append(Link(one, other, shared * thin, size * thin, thinned=thin > 1))
    return links


def whole(row: tuple[object, ...]) -> tuple[int, ...]:
    """The columns of a row as whole numbers, which the query says they are."""
    return tuple(map(int, cast("tuple[int, ...]", row)))
