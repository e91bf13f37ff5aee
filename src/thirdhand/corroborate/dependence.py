"""Which sources copy each other, told from how often they agree.

Two sources that are right with chances a and b agree by themselves with chance ab + (1-a)(1-b)/n,
n the number of wrong values. A copy agrees nearly always. The likelihood ratio of the two over all
items that both tell of says which it is (after Dong, Berti-Equille and Srivastava 2009,
"Integrating conflicting data: the role of source dependence"). Sources joined by such pairs are
one voice.
"""

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.ballot import Ballot
from thirdhand.model import Engine, Query

Floats = NDArray[np.float64]

# How much of its values a copy takes over; the rest it finds by itself.
COPIED = 0.8
# No source is taken to be right more often than this when its agreement is judged: one that is
# copied by many looks always right, because its copies outvote the others.
SUREST = 0.96

AGREEMENT = Query(
    "agreement",
    """
    select one.source as one, other.source as other, count(*) as shared,
           sum(case when one.option = other.option then 1 else 0 end) as same
    from claims as one join claims as other using (item)
    where one.source < other.source
    group by one.source, other.source
    having count(*) >= 5 -- fewer shared items tell nothing
    order by one.source, other.source
    """,
    ("claims",),
)


def agreement(told: Ballot, engine: Engine) -> list[tuple[int, int, int, int]]:
    """(one, other, items both tell of, items they agree on) of each two that share enough items."""
    claims = {
        "item": told.item_of[told.option].tolist(),
        "source": told.source.tolist(),
        "option": told.option.tolist(),
    }
    return [
        (int(a or 0), int(b or 0), int(n or 0), int(same or 0))
        for a, b, n, same in engine.run(AGREEMENT, {"claims": claims})
    ]


def voices(
    pairs: list[tuple[int, int, int, int]], right: Floats, wrong: float
) -> NDArray[np.int64]:
    """The voice of each source: the number of the first source that it is one with.

    right: how often each source is right. wrong: how many wrong values an item has.
    """
    voice = np.arange(len(right))
    sure = np.minimum(right, SUREST)
    # So many pairs are looked at that some agree by chance.
    bar = np.log(max(len(right), 2) ** 2)
    for one, other, shared, same in pairs:
        alone = sure[one] * sure[other] + (1 - sure[one]) * (1 - sure[other]) / wrong
        copied = COPIED + (1 - COPIED) * alone
        told = same * np.log(copied / alone)
        told += (shared - same) * np.log((1 - copied) / (1 - alone))
        if told > bar:
            first, second = sorted((voice[one], voice[other]))
            voice[voice == second] = first
    return voice
