"""An outlet's own words that are stronger than any voice it rests on."""

from collections import defaultdict
from collections.abc import Sequence

from thirdhand.corroborate.matters import say
from thirdhand.corroborate.voices.tellings import Telling, by_account
from thirdhand.model import Condition, Overstatement, content_id

STRONGEST = 3


def overstatements(told: Sequence[Telling]) -> tuple[Overstatement, ...]:
    """At most one row an account and sector: the first strongest words of the outlet's own.

    The basis is the weakest attributed claim on that sector; of those, the one of deepest chain.
    """
    rows = []
    for tellings in by_account(told):
        sectors: dict[str, list[tuple[Telling, Condition]]] = defaultdict(list)
        for telling in tellings:
            condition = telling.claim.condition
            if condition and condition.level and telling.claim.stance != "hypothetical":
                sectors[condition.sector].append((telling, condition))
        rows += [row for held in sectors.values() if (row := _row(held))]
    return tuple(rows)


def _row(held: Sequence[tuple[Telling, Condition]]) -> Overstatement | None:
    own = [(t, c) for t, c in held if not t.claim.attributed and c.level >= STRONGEST]
    basis = [(t, c) for t, c in held if t.claim.attributed]
    if not own or not basis or any(c.level >= STRONGEST for _, c in basis):
        return None
    telling, strong = own[0]
    place = telling.claim.site
    near = [(t, c) for t, c in basis if place is None or t.claim.site in (None, place)]
    if not near:
        return None
    voice, weak = min(near, key=_depth)
    reason = (
        f"The outlet's own words say “{strong.severity or telling.claim.span.quote}”, where"
        f" {say.who(voice)} says “{weak.severity or voice.claim.span.quote}”"
        f" ({strong.sector}, account {telling.account.ref})."
    )
    claims = telling.claim.id, voice.claim.id
    ident = content_id("overstatement", telling.account.id, *claims)
    return Overstatement(ident, telling.account.id, *claims, reason)


def _depth(pair: tuple[Telling, Condition]) -> tuple[int, int, int]:
    telling, condition = pair
    return condition.level, -len(telling.claim.chain), telling.claim.span.start
