"""How a text introduces a person: "camp director Jo Roe", "Jo Roe, a spokesman for the Guard"."""

import re
from collections.abc import Iterator

# So much of the text before and behind a name may introduce it.
NEAR = 90
_BRACKETS = re.compile(r"^\s*[(\[]([^()\[\]]{2,60})[)\]]")
_APPOSITION = re.compile(r"^,\s+((?:who )?[^,.;:()\n]{3,80})(?:[,.;:)\n]|$)")
_OF = re.compile(r"^\s+(?:of|from|for|at|with) ((?:the )?[^,.;:()\n]{2,60})")
_WHO = re.compile(r"^who (?:is|was|heads|leads|runs|directs|speaks for)\s+")
_CUT = re.compile(r"[.;:()\n\"“”]|,(?!\s*$)")
# "says", "told": what goes before a name across a verb does not introduce it.
_VERB = re.compile(r"\b(?:said|says|told|tells|according to|by|and|that|to|with)\b")
_LONGEST = 8


def introductions(name: str, text: str) -> Iterator[tuple[str, bool]]:
    """(words that introduce `name`, True where they may be a body alone and need no office)."""
    for found in re.finditer(re.escape(name), text):
        behind = text[found.end() : found.end() + NEAR]
        for pattern, alone in ((_BRACKETS, True), (_APPOSITION, False)):
            if told := pattern.match(behind):
                yield _office(told[1]), alone
        if told := _OF.match(behind):
            words = told[1].split()
            yield from ((" ".join(words[:end]), True) for end in range(len(words), 0, -1))
        before = _CUT.split(text[max(0, found.start() - NEAR) : found.start()])[-1]
        words = _VERB.split(before)[-1].rstrip(", ").split()
        for start in range(max(0, len(words) - _LONGEST), len(words)):
            yield " ".join(words[start:]), False


def _office(words: str) -> str:
    """As "head of the Guard" for "who heads the Guard"; "" for what else somebody does."""
    told = _WHO.match(words)
    if told is None:
        return "" if words.startswith("who ") else words
    plain = told[0].split()[1] in ("is", "was")
    return words[told.end() :] if plain else f"head of {words[told.end() :]}"
