"""Can a body told of by what it is be one with a name: "the ministry", "the health office"?"""

import re

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("a an the of for and its their this that in on s".split())
# Words that say nothing of who it is.
_LOOSE = frozenset(
    "local main leading major international national human rights aid relief humanitarian war"
    " conflict monitoring medical refugee un uk us based independent regional opposition activist"
    " refugees charity monitor group watchdog".split()
)
# Bodies of any kind are called so; those of a state are not.
_ANY = frozenset(
    "group organisation organization agency charity monitor watchdog ngo nonprofit body association"
    " observatory network".split()
)
_STATE = frozenset(
    "ministry government police army military forces administration department directorate court"
    " council authority authorities parliament command guard guards".split()
)
# Bodies of one kind: no word for a body of another.
_OWN_KIND = frozenset("ministry office court department directorate police administration".split())


def of_kind(head: str, name: str) -> bool:
    """False for a body that is not of the kind that the head tells: "the ministry" for UNHCR."""
    return head not in _OWN_KIND or head in _words(name)


def akin(description: str, name: str) -> bool:
    """True where the name has the kind that the description tells, and a word of its rest."""
    words, head = _parted(description)
    names = set(_words(name))
    own = [w for w in words if w not in _LOOSE]
    return head in names and (not own or bool(names & set(own)))


def generic(description: str, name: str) -> bool:
    """True for a description that says of no kind of body in particular: "a rights group"."""
    words, head = _parted(description)
    return head in _ANY and set(words) <= _LOOSE and not set(_words(name)) & _STATE


def _parted(description: str) -> tuple[list[str], str]:
    """The words before the head of a description, and the head."""
    first = re.split(r"\b(?:of|for|in|on|that|which|who|based in)\b|,", description.lower())[0]
    words = _words(first)
    return words[:-1], words[-1] if words else ""


def _words(text: str) -> list[str]:
    found = (w.lower() for w in _WORD.findall(text))
    return [w.removesuffix("s") if w.endswith("ions") else w for w in found if w not in _SMALL]
