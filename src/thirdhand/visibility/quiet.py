"""Nothing reported, or nobody looked: what a silent period means, and in which words.

Nothing was reported where a voice that usually tells of the thing (usual.py) was heard on anything
of the site and did not tell of it. Nobody looked where no account of the period is held, or where
all who usually tell of it were not heard. Where nobody usually tells of it, or where an account of
the period could not be read, nobody can say which of the two it is.
"""

from collections.abc import Sequence

from thirdhand.model import PlanItem
from thirdhand.model.gap import Quiet
from thirdhand.visibility.held import Heard
from thirdhand.visibility.slot import Slot, names, words
from thirdhand.visibility.usual import Usual


def quiet(
    item: PlanItem,
    slot: Slot,
    heard: Sequence[Heard],
    voices: frozenset[str],
    usual: Usual,
) -> tuple[Quiet | None, str]:
    """What the silence of `slot` means, and why.

    heard: the accounts of the period. voices: the names of those who tell of the site in them, or
    of that time in others.
    """
    if not heard and not voices:
        return "nobody looked", f"No account of {words(slot)} is held: nobody was heard."
    who, what = usual.of(item, slot)
    spoke = tuple(v for v in who if v in voices)
    base = _base(slot, heard)
    if spoke:
        tells = "tells" if len(spoke) == 1 else "tell"
        reason = f"{names(spoke)}, heard then, usually {tells} of {what}: nothing was reported."
        return "nothing reported", f"{base} {reason}"
    if not who:
        return None, f"{base} Nobody usually tells of it, so whether anybody looked is not known."
    tells, were = ("tells", "was") if len(who) == 1 else ("tell", "were")
    reason = f"{names(who)}, who usually {tells} of {what}, {were} not heard"
    unread = sum(not h.read for h in heard)
    if unread:
        some = f"{unread} account{'s' if unread > 1 else ''}"
        return None, f"{base} {reason}, but {some} could not be read: who looked is not known."
    return "nobody looked", f"{base} {reason}: nobody looked."


def _base(slot: Slot, heard: Sequence[Heard]) -> str:
    if not heard:
        return f"No account of {words(slot)} is held; others tell of that time, and not of this."
    if len(heard) == 1:
        return f"1 account of {words(slot)} speaks of the site and does not tell of it."
    return f"{len(heard)} accounts of {words(slot)} speak of the site and none tells of it."
