"""Who reads a brief, which accounts it may rest on for them, and how it says that words are held.

Words that an audience may not read are replaced by as many signs, so that offsets hold. Each kind
of word has its sign; `spoken` puts plain words in their place once nothing is counted any more.
"""

import re
from typing import Literal

from thirdhand.model.account import Sensitivity

Audience = Literal["public", "partners", "internal"]

_SEEN: dict[Audience, frozenset[Sensitivity]] = {
    "public": frozenset(("public",)),
    "partners": frozenset(("public", "restricted")),
    "internal": frozenset(("public", "restricted", "confidential")),
}
# One sign for each kind of words.
NAME, NUMBER, PLACE, WORDS = "█", "▓", "▒", "░"
_SAID = {
    NAME: "[name withheld]",
    NUMBER: "[number withheld]",
    PLACE: "[location withheld]",
    WORDS: "[words withheld: names in them cannot be checked]",
}
_RUN = re.compile("|".join(f"{sign}+(?:[ .'’-]{{1,2}}{sign}+)*" for sign in _SAID))


def sees(audience: Audience, sensitivity: Sensitivity) -> bool:
    """True where a brief for `audience` may rest on accounts of this sensitivity."""
    return sensitivity in _SEEN[audience]


def spoken(text: str) -> str:
    """`text` with plain words for each run of signs: "[name withheld] said so"."""
    return _RUN.sub(lambda run: _SAID[run[0][0]], text)
