"""How alike two accounts are in what they tell.

Likeness is the cosine of the two accounts' terms, each weighted by how rarely accounts hold it
(inverse document frequency; Sparck Jones 1972), less the further apart the two came out: on-line
detection of happenings has done so since Yang, Pierce and Carbonell (1998).

A collection of five accounts says little about how rare a word is, and in one about a single camp
the word "camp" tells nothing. So the collection's counts are added to those of BACKGROUND
accounts never seen, of which a word stands in the share PLAIN: in a small collection all words
weigh much the same, and in a large one its own counts decide.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thirdhand.corroborate.alike.terms import shortest, terms
from thirdhand.corroborate.kin import shingles
from thirdhand.model import Account, Engine, Query
from thirdhand.model.engine import Table

BACKGROUND = 50.0
PLAIN = 0.02
# Three times so many days apart halve the likeness.
DAYS = 60.0
# Pairs less alike are taken not to be alike at all.
LEAST = 0.05
# Two accounts are compared where they share such a part of likeness by their KEYS weightiest terms,
KEYS = 20
GLIMPSE = 0.03
# and, of the accounts that hold such a term, with the next REACH by day: so the join stays in step
# with its input however common a term is (sorted neighbourhoods; Hernandez and Stolfo 1995).
REACH = 200

_WEIGHED = """
    with held as (
        select term, count(*) as holders,
            ln((limits.accounts + limits.background + 1.0)
                / (count(*) + limits.background * limits.plain)) as rarity
        from terms cross join limits
        group by term, limits.accounts, limits.background, limits.plain
    ), weighed as (
        select account, term, holders, times * rarity as weight from terms join held using (term)
    ), lengths as (
        select account, sqrt(sum(weight * weight)) as length from weighed group by account
    ), vectors as (
        select account, term, holders, weight / length as part
        from weighed join lengths using (account) where holders > 1
    )"""

NEAR = Query(
    "accounts worth comparing",
    f"""
    {_WEIGHED}, days as (
        select account, cast(first_day as bigint) as first_day,
            cast(last_day as bigint) as last_day
        from dates
    ), placed as (
        select account, term, part,
            row_number() over (partition by account order by part desc, term) as place
        from vectors
    ), keys as (
        select account, term, part, row_number() over (
                partition by term order by coalesce(first_day, 0), account
            ) as turn
        from placed join days using (account) cross join limits where place <= limits.keys
    ), benches as (
        select account, term, part, turn, floor(turn / limits.reach) as bench
        from keys cross join limits
    ), seen as (
        select account, term, part, turn, bench from benches
        union all select account, term, part, turn, bench - 1 from benches
    ), met as (
        select least(a.account, b.account) as one, greatest(a.account, b.account) as other,
            sum(a.part * b.part) as glimpsed
        from benches a join seen b on a.term = b.term and a.bench = b.bench
        cross join limits
        where a.turn < b.turn and b.turn <= a.turn + limits.reach
        group by least(a.account, b.account), greatest(a.account, b.account)
    ), aged as (
        select one, other, glimpsed, 1.0 / sqrt(1.0 + greatest(0, coalesce(
                greatest(x.first_day, y.first_day) - least(x.last_day, y.last_day), 0
            )) / limits.days) as nearness
        from met join days x on x.account = one join days y on y.account = other
        cross join limits
    )
    select one, other, nearness from aged cross join limits
    where glimpsed * nearness >= limits.glimpse
    order by one, other
    """,  # noqa: S608 - our own words
    ("terms", "dates", "limits"),
)

# A query of its own, so that an engine knows how few pairs are left before it joins their terms.
PAIRS = Query(
    "accounts alike",
    f"""
    {_WEIGHED}, pairs as (
        select one, other, sum(x.part * y.part) * nearness as likeness
        from near join vectors x on x.account = one
            join vectors y on y.account = other and y.term = x.term
        group by one, other, nearness
    )
    select one, other, likeness from pairs cross join limits where likeness >= limits.least
    order by one, other
    """,  # noqa: S608 - our own words
    ("terms", "near", "limits"),
)

SHARED = Query(
    "terms that weigh most in a group",
    f"""
    {_WEIGHED}, told as (
        select members.team as team, term, count(*) as tellers, sum(part) as weight
        from vectors join members using (account) group by members.team, term
    )
    select team, term from told where tellers > 1
    order by team, round(tellers * weight, 6) desc, term
    """,  # noqa: S608 - our own words
    ("terms", "members", "limits"),
)


Columns = dict[str, list[int | str | float | None]]


@dataclass(frozen=True, slots=True)
class Told:
    """The terms of a collection as tables; accounts and terms stand by their position.

    words: for each term the shortest that is written for it.
    """

    tables: Mapping[str, Table]
    words: list[str]

    def pairs(self, engine: Engine) -> list[tuple[int, int, float]]:
        """(one, other, likeness) of the pairs that are at all alike, one < other."""
        met = engine.run(NEAR, self.tables)
        if not met:
            return []
        columns = ("one", "other", "nearness")
        near = dict(zip(columns, map(list, zip(*met, strict=True)), strict=True))
        rows = engine.run(PAIRS, {**self.tables, "near": near})
        # Sums come in no fixed order: rounded, they are the same every time.
        return [
            (int(str(one)), int(str(other)), round(float(str(like)), 6))
            for one, other, like in rows
        ]

    def shared(self, groups: Sequence[Sequence[int]], engine: Engine) -> list[list[str]]:
        """For each group the words that two of its accounts hold, the telling ones first."""
        members: Columns = {"team": [], "account": []}
        for team, group in enumerate(groups):
            members["team"] += [team] * len(group)
            members["account"] += group
        found: list[list[str]] = [[] for _ in groups]
        rows = engine.run(SHARED, {**self.tables, "members": members}) if groups else []
        for number, term in rows:
            found[int(str(number))].append(self.words[int(str(term))])
        return found


def tell(accounts: Sequence[Account]) -> Told:
    """The terms and days of these accounts. Their order gives the terms theirs."""
    account_of, term_of, times = array("q"), array("q"), array("d")
    dates: Columns = {"account": [], "first_day": [], "last_day": []}
    known: dict[str, int] = {}
    words: list[str] = []
    for position, account in enumerate(accounts):
        found = terms(account)
        account_of.extend([position] * len(found))
        times.extend(term.times for term in found.values())
        for name, term in found.items():
            number = known.setdefault(name, len(words))
            if number == len(words):
                words.append(term.word)
            words[number] = min(words[number], term.word, key=shortest)
            term_of.append(number)
        first, last = shingles.days(account) or (None, None)
        dates["account"].append(position)
        dates["first_day"].append(first)
        dates["last_day"].append(last)
    held: Table = {"account": account_of, "term": term_of, "times": times}
    return Told({"terms": held, "dates": dates, "limits": _limits(len(accounts))}, words)


def _limits(accounts: int) -> Columns:
    return {
        "accounts": [accounts],
        "background": [BACKGROUND],
        "plain": [PLAIN],
        "keys": [KEYS],
        "glimpse": [GLIMPSE],
        "reach": [REACH],
        "days": [DAYS],
        "least": [LEAST],
    }
