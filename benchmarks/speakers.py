"""Whether two names of a speaker mean the same one, as score_claims.py of the shared folder has it.

Lenient on purpose: "Jens Laerke (OCHA)" is Jens Laerke, and "the camp director" the director.
"""

import re
import unicodedata

ALIAS = {
    "un office for the coordination of humanitarian affairs": "ocha",
    "syrian observatory for human rights": "sohr",
    "the syrian observatory": "sohr",
    "internal security forces": "asayish",
    "syrian democratic forces": "sdf",
    "doctors without borders": "msf",
    "medecins sans frontieres": "msf",
    "united nations": "un",
    "u.n.": "un",
    "us central command": "centcom",
    "ric": "rojava information center",
}
# Words that two speakers may share without being one.
WEAK = frozenset(
    "the of a and for in officials official authorities sources source kurdish camp syrian"
    " report".split()
)
NOISE = re.compile(r"\(.*?\)|^the |'s\b|[^a-z0-9. ]")


def same(one: str | None, other: str | None) -> bool:
    """True too where neither names anybody."""
    one, other = _bare(one), _bare(other)
    if not one or not other:
        return one == other
    ours, theirs = set(one.split()), set(other.split())
    if ours <= theirs or theirs <= ours:
        return True
    shared = ours & theirs
    return bool(shared - WEAK) and len(shared) / min(len(ours), len(theirs)) >= 0.5


def _bare(name: str | None) -> str:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    plain = " ".join(NOISE.sub(" ", plain).split())
    return ALIAS.get(plain, plain)
