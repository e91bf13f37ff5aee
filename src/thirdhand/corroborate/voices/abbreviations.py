"""Short forms that the accounts themselves explain: "Observatory for Human Rights (OHR)"."""

import re
from collections import defaultdict
from collections.abc import Iterable

from thirdhand.corroborate.voices.naming import key

_EXPLAINED = re.compile(
    r"((?:[A-Z][\w'’-]*\s+|(?:of|for|the|and|in|on|to|de|du|des|la|les|pour)\s+){2,10})"
    r"\(([A-Z][A-Za-z]{1,9})\)"
)


def abbreviations(texts: Iterable[str]) -> dict[str, str]:
    """Key of each short form -> key of the name it stands for.

    The capitals of the name must spell the short form (after Schwartz and Hearst 2003). A short
    form that is explained in two ways is left out.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for match in _EXPLAINED.finditer(text) if "(" in text else ():
            name = _spelled(match[1].split(), match[2])
            if name:
                found[key(match[2])].add(key(name))
    return {short: next(iter(names)) for short, names in found.items() if len(names) == 1}


def _spelled(words: list[str], short: str) -> str | None:
    """The last words of `words` whose capitals spell `short`."""
    for start in range(len(words) - 2, -1, -1):
        if not words[start][0].isupper():
            continue
        initials = "".join(word[0] for word in words[start:] if word[0].isupper())
        if initials == short.upper():
            return " ".join(words[start:])
    return None
