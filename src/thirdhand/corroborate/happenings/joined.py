"""Which incident claims are of one happening.

Claims of one site and one family of types are ordered by day within each month, and each is held
against the next ones in that order (blocking by sorted neighbourhood; Hernandez and Stolfo 1995),
so that ten thousand claims of one day are not all held against each other. Pairs are scored
(`pairing.py`) and become sets (`linkage.py`). What a person judged outranks the score.
"""

import datetime as dt
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.happenings.beside import beside
from thirdhand.corroborate.happenings.linkage import Linkage
from thirdhand.corroborate.happenings.pairing import AFTER, LASTS_ON
from thirdhand.corroborate.happenings.scores import scores
from thirdhand.corroborate.happenings.sketch import Sketch, sketches
from thirdhand.corroborate.matters.buckets import LONG, group
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Engine, Judgement, Query, content_id

# How many of the next claims of its block a claim is held against.
WINDOW = 32
# How many days the stated days of one happening may lie apart.
SPREAD = 2

# A claim's neighbours lie in its own cell of WINDOW places or in the next one, so that the join is
# on equal keys.
NEIGHBOURS = Query(
    "incident claims that may be of one happening",
    """
    with placed as (
        select claim, block,
            row_number() over (partition by block order by first_day, last_day, claim) as place
        from incidents
    ), celled as (
        select claim, block, place, floor(place / limits.width) as cell
        from placed cross join limits
    ), reached as (
        select claim, block, place, cell from celled
        union all select claim, block, place, cell - 1 as cell from celled
    )
    select distinct least(a.claim, b.claim) as one, greatest(a.claim, b.claim) as other
    from celled a join reached b on a.block = b.block and a.cell = b.cell
    cross join limits
    where b.place > a.place and b.place - a.place <= limits.width
    order by one, other
    """,
    ("incidents", "limits"),
)


@dataclass(frozen=True, slots=True)
class Joined:
    """The claims of one happening, in a fixed order. judgements: those in force among them.

    tolls: figures that stand beside these claims and are of the happening (`beside.py`).
    """

    id: str
    rows: tuple[Sketch, ...]
    judgements: tuple[Judgement, ...] = ()
    tolls: tuple[Telling, ...] = ()

    @property
    def told(self) -> tuple[Telling, ...]:
        """All that is told of it."""
        return (*(row.telling for row in self.rows), *self.tolls)


def join(
    told: Sequence[Telling],
    sites: Sequence[str],
    judgements: Sequence[Judgement],
    engine: Engine,
) -> tuple[list[Joined], list[Judgement]]:
    """The happenings at the sites, by day, and the judgements that a stronger one overruled.

    judgements: those in force, oldest first. "apart" outranks "same", and both outrank the rule.
    """
    rows = sketches([row for row in told if _is_incident(row, sites)])
    place = {row.telling.claim.id: index for index, row in enumerate(rows)}
    ruled = [(r, (place[r.claims[0]], place[r.claims[1]])) for r in judgements if r.among(place)]
    sets = Linkage([_days(row) for row in rows])
    sets.part(pair for r, pair in ruled if r.ruling == "apart")
    refused = set(sets.bind(pair for r, pair in ruled if r.ruling == "same"))
    pairs = _pairs(rows, engine)
    found = scores(rows, pairs[:, 0], pairs[:, 1])
    sets.link(dict(zip(map(tuple, pairs.tolist()), found.tolist(), strict=True)))
    held = [r for r, pair in ruled if pair not in refused]
    lost = [r for r, pair in ruled if r.ruling == "same" and pair in refused]
    events = _named([[rows[item] for item in sorted(items)] for items in sets.sets.values()])
    tolls = beside(told, sites, events)
    told_of = [Joined(i, r, _among(held, r), tuple(tolls.get(i, ()))) for i, r in events.items()]
    return sorted(told_of, key=lambda joined: (joined.rows[0].first, joined.id)), lost


def _named(sets: Sequence[Sequence[Sketch]]) -> dict[str, tuple[Sketch, ...]]:
    """The sets by the id of their claims."""
    ids = (sorted(row.telling.claim.id for row in rows) for rows in sets)
    return {content_id("happening", *i): tuple(rows) for i, rows in zip(ids, sets, strict=True)}


def _among(judgements: Sequence[Judgement], rows: Sequence[Sketch]) -> tuple[Judgement, ...]:
    claims = {row.telling.claim.id for row in rows} if judgements else set()
    return tuple(row for row in judgements if not claims.isdisjoint(row.claims))


def _is_incident(row: Telling, sites: Sequence[str]) -> bool:
    claim = row.claim
    return (
        claim.kind == "incident"
        and claim.event is not None
        and claim.period is not None
        and claim.site in sites
        and group(claim) == "told"
    )


def _days(row: Sketch) -> tuple[int, int, int] | None:
    spread = LASTS_ON if row.lasts else SPREAD
    return (row.first, row.last, spread) if row.known == "day" else None


def _pairs(rows: Sequence[Sketch], engine: Engine) -> NDArray[np.int64]:
    """The pairs worth a look (two places among the rows), each once, in order."""
    if not rows:
        return np.zeros((0, 2), np.int64)
    placed = [(index, block, row) for index, row in enumerate(rows) for block in _blocks(row)]
    blocks: dict[str, int] = {}
    table = {
        "claim": array("q", [index for index, _, _ in placed]),
        "block": array("q", [blocks.setdefault(block, len(blocks)) for _, block, _ in placed]),
        "first_day": array("q", [row.first for _, _, row in placed]),
        "last_day": array("q", [row.last for _, _, row in placed]),
    }
    found = engine.run(NEIGHBOURS, {"incidents": table, "limits": {"width": [WINDOW]}})
    return np.array(found, np.int64).reshape(-1, 2)


def _blocks(row: Sketch) -> list[str]:
    """A month each; what is told of longer than two months is held against its like alone."""
    head = f"{row.telling.claim.site} {row.family}"
    if row.last - row.first > LONG:
        return [f"{head} {row.first} {row.last}"]
    early = row.first - (LASTS_ON if row.lasts else AFTER)
    first, last = dt.date.fromordinal(max(early, 1)), dt.date.fromordinal(row.last)
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    return [f"{head} month {month}" for month in months]
