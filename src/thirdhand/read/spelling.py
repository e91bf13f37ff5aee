"""Nouns for people as hurried hands write them: a letter off, or glued to the next word."""

from functools import lru_cache

# One letter more, less, other or swapped of these is no other common noun.
_CORE = (
    "people", "persons", "families", "households", "individuals", "civilians", "evacuees",
    "returnees", "children", "inhabitants", "villagers", "refugees", "residents",
)  # fmt: skip
_WORDS = frozenset(("villages", "refuges", "residence", "residency", "peoples", "person", "family"))
_GLUED = (
    "people", "persons", "families", "households", "individuals", "civilians", "refugees",
    "residents", "villagers", "houses",
)  # fmt: skip
_SHORTEST = 5


@lru_cache(maxsize=4096)
def meant(word: str) -> str | None:
    """The noun that `word`, in lower case, is written for: "peolpe", "peoplehave" are people."""
    if len(word) < _SHORTEST or word in _WORDS or not word.isalpha():
        return None
    for noun in _CORE:
        if word[0] == noun[0] and _near(word, noun):
            return noun
    for noun in _GLUED:
        if len(word) > len(noun) + 1 and (word.startswith(noun) or word.endswith(noun)):
            return noun
    return None


def _near(word: str, noun: str) -> bool:
    """True for one edit: a letter added, dropped or changed, or two neighbours swapped."""
    if abs(len(word) - len(noun)) > 1 or word == noun:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, noun, strict=False)) if a != b), None)
    if at is None:
        return True
    rest, goal = word[at:], noun[at:]
    return (
        rest[1:] == goal[1:]
        or rest[1:] == goal
        or rest == goal[1:]
        or (rest[:2] == goal[1::-1] and rest[2:] == goal[2:])
    )
