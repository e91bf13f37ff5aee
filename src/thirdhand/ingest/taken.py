"""What came of one file, or of one part of a container."""

from dataclasses import dataclass

from thirdhand.model import Account, Issue, Original


@dataclass(frozen=True, slots=True)
class Taken:
    """An account, or the reason why there is none, and the bytes it came from.

    account: None always comes with exactly one issue of severity "error", a container aside: its
    parts give the accounts. original: None where nothing arrived, as for a file that is missing
    or over the limits.
    """

    account: Account | None
    issues: tuple[Issue, ...] = ()
    original: Original | None = None
