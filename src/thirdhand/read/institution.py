"""A publisher that speaks of its own work is a voice, not an outlet."""

import re
from collections.abc import Sequence

from thirdhand.model import Account, Source

# Register types whose own publications are statements of theirs.
_BODIES = frozenset(("agency", "government", "armed-actor", "ngo", "monitor"))
_OWN = re.compile(r"(?:^|\.)(?P<label>[a-z0-9-]{3,})\.(?:org|int|(?:mil|gov)(?:\.[a-z]{2})?)$")
# How a library of documents names the body that wrote one.
_FROM = re.compile(
    r"\b(?:(?:Report|Statement|Press Release|News and Press Release|Analysis) from"
    r"|Source:|Published by|Author:) (?P<name>[A-Z][\w&'’-]*(?: (?:[A-Z][\w&'’-]*|of"
    r"|for|the|and|on))*)"
)


def institution(account: Account, sources: Sequence[Source]) -> str | None:
    """The name of the body whose publication this is, None for a news outlet.

    A line "Report from X" names it; else the register says so by type; without it, an address
    under .org, .int, .mil or .gov whose label stands in the text as a name does ("who.int", "WHO").
    """
    if header := _FROM.search(account.text[:400]):
        return header["name"]
    publisher = (account.publisher or "").casefold()
    if not publisher:
        return None
    for source in sources:
        if publisher in (source.name.casefold(), *(s.casefold() for s in source.sites)):
            return source.name if source.type in _BODIES else None
    match = _OWN.search(publisher)
    if match is None:
        return None
    label = match["label"].replace("-", "")
    words = re.findall(
        r"[A-Z][\w.'’-]*(?: (?:of |for |the )?[A-Z][\w.'’-]*)*",
        f"{account.title or ''}. {account.text}",
    )
    found = [w for w in words if re.sub(r"\W", "", w).casefold() == label]
    return found[0] if found else None
