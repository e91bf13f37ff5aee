"""The time that a report says it is on, as told at its head."""

import re

from thirdhand.read.dates import Stretch
from thirdhand.read.resolve import Frame

_HEAD = 600  # characters
_NEAR = 60
_LATE = 200  # days: a report comes out no later
# Told before the time: "Reporting period:", "data collected", "quarterly report ... for".
_TELLS = re.compile(
    r"\b(?:report(?:ing)? period|period (?:covered|of (?:the )?report|under review)"
    r"|(?:data|information|figures)(?: was| were)? (?:collect(?:ed|ion)|gathered)"
    r"|(?:survey|assessment|interviews|fieldwork)(?: was| were)?"
    r"(?: (?:conducted|held|done|made|carried out))?"
    r"|(?:situation|status|data|figures|information) (?:as of|as at|at|on)"
    r"|cover(?:s|ing)(?: the period)?|for the (?:period|quarter|month|week)"
    r"|(?:quarterly|monthly|weekly|annual|situation|sitrep|flash)\s+(?:report|update|dashboard"
    r"|bulletin|digest|brief|overview|snapshot)[^.\n]{0,50}?"
    r"|period)(?: (?:from|of|on|between|for|in|the|dates?)){0,3}\W*$",
    re.IGNORECASE,
)
# A time that stands alone between two stops or on a line.
_OPEN = re.compile(r"(?:^|[\n|•·–—(,]|[.:]\s)\s*(?:as (?:of|at|on) (?:the )?)?$", re.IGNORECASE)
_AS_OF = re.compile(r"as (?:of|at|on) (?:the )?$", re.IGNORECASE)
_SHUT = re.compile(r"\s*(?:$|[\n|•·–—).])")


def covered(text: str, start: int, end: int, stretch: Stretch, frame: Frame) -> bool:
    """True where text[start:end], near the head, names the time that the whole account is on."""
    if start > _HEAD or frame.anchor is None:
        return False
    if not 0 <= (frame.anchor - stretch.last).days <= _LATE:
        return False
    before = text[max(0, start - _NEAR) : start]
    if _TELLS.search(before):
        return True
    alone = _OPEN.search(before) and _SHUT.match(text[end : end + 4])
    return bool(alone and (stretch.days > 1 or _AS_OF.search(before)))
