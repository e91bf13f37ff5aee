"""Which sources copy each other, told from how often they agree.

Two sources that are right with chances a and b agree by themselves with chance ab + (1-a)(1-b)m,
m the chance that two wrong values meet. A copy agrees nearly always. The likelihood ratio of the
two over all items that both tell of says which it is (after Dong, Berti-Equille and Srivastava
2009, "Integrating conflicting data: the role of source dependence"). Sources joined by such pairs
are one voice.

A group of copies can outvote the rest, look always right, and so excuse its agreement. So there are
two starts: everybody a voice, and those as one who agree more than sources that are right
`AT_FIRST` of the time. What is kept is that under which the voices are right more often, each
such group counted once (`fusion.py`).
"""

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.tables.ballot import Ballot, Ints
from thirdhand.model import Engine, Query

Floats = NDArray[np.float64]

# How much of its values a copy takes over; the rest it finds by itself.
COPIED = 0.8
# No source is taken to be right more often than this when its agreement is judged: one that is
# copied by many looks always right, because its copies outvote the others.
SUREST = 0.96
# Before any trust is learned, nobody's agreement is excused by more than this.
AT_FIRST = 0.8
# Fewer shared items tell nothing, and the query says so too.
FEWEST = 5
# Every two of so many sources can be looked at in seconds: those that tell most.
MOST = 1500

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


def agreement(told: Ballot, engine: Engine) -> Ints:
    """A row each two sources that share enough items.

    Columns: one, other, how many items both tell of, on how many they agree.
    """
    many = np.bincount(told.source, minlength=len(told.sources))
    most = np.argsort(-many, kind="stable")[:MOST]
    kept = np.isin(told.source, most[many[most] >= FEWEST])
    claims = {
        "item": told.item_of[told.option][kept].tolist(),
        "source": told.source[kept].tolist(),
        "option": told.option[kept].tolist(),
    }
    found = engine.run(AGREEMENT, {"claims": claims})
    return np.array(found, np.int64).reshape(-1, 4)


def voices(pairs: Ints, right: Floats, meet: float) -> Ints:
    """The voice of each source: the number of the first source that it is one with.

    right: how often each source is right. meet: how likely two wrong values are the same.
    """
    one, other, shared, same = pairs.T
    sure = np.minimum(right, SUREST)
    alone = sure[one] * sure[other] + (1 - sure[one]) * (1 - sure[other]) * meet
    copied = COPIED + (1 - COPIED) * alone
    told = same * np.log(copied / alone)
    told += (shared - same) * np.log((1 - copied) / (1 - alone))
    voice = np.arange(len(right))
    # So many pairs are looked at that some agree by chance.
    for a, b in pairs[told > np.log(max(len(right), 2) ** 2), :2]:
        first, second = sorted((voice[a], voice[b]))
        if first != second:
            voice[voice == second] = first
    return voice
