"""Names as keys: one form for all the ways a name is written."""

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile(r"^(?:so called\s+)?(?:(?:the|a|an)\s+)?(?:so called\s+)?")
_TITLE = re.compile(
    r"^(?:mr|mrs|ms|miss|dr|prof|sen|senator|rep|gov|gen|general|lt|maj|major|col|colonel|capt|sgt"
    r"|president|minister|secretary|sheikh|official|spokes\w+|director|commander|reporter|brig"
    r"|brigadier|adm|admiral|governor|mayor|envoy)\s+"
)
# What an outlet is, before or behind its name: "the newspaper Hill Post", "a Hill Post reporter".
_SORTS = (
    r"newspaper|paper|website|news (?:agency|site|outlet|website|channel)|agency|channel|magazine|"
    r"broadcaster|outlet|reporters?|correspondents?|journalists?|reports?"
)
_SORT = re.compile(rf"^(?:{_SORTS}) (?:of |for )?|(?: {_SORTS.replace('|', '| ')})$")
_NAME = 2
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_OTHER = re.compile(r"[^\w]+")
# The closing bracket may be cut off.
_BRACKETS = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]+)[)\]]?\s*$")


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """`name` without case, accents, dots, leading article and possessives: "the U.N." is "un"."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "")
    plain = _OTHER.sub(" ", _POSSESSIVE.sub("", plain)).strip()
    return _ARTICLE.sub("", plain)


@lru_cache(maxsize=1 << 16)
def untitled(name: str) -> str:
    """The key without leading titles: "Maj. Gen. Jo Roe" is "jo roe", "Ms Roe" is "roe"."""
    words = key(name)
    while found := _TITLE.match(words):
        words = words[found.end() :]
    return words


def person(name: str) -> str:
    """The key without titles, if two words are left: "General Security" keeps its own."""
    words = untitled(name)
    return words if len(words.split()) >= _NAME else key(name)


def outlet(name: str) -> str:
    """The key of an outlet's name alone: "the Hill Post newspaper" is "hill post"."""
    words = key(name)
    return _SORT.sub("", words) or words


@lru_cache(maxsize=1 << 16)
def tokens(name: str) -> tuple[str, ...]:
    """The words of the key."""
    return tuple(key(name).split())


@lru_cache(maxsize=1 << 16)
def squeezed(name: str) -> str:
    """The key without spaces, to hold against a web address."""
    return key(name).replace(" ", "")


@lru_cache(maxsize=1 << 16)
def split_brackets(name: str) -> tuple[str, str | None]:
    """("Observatory", "SO") of "Observatory (SO)"; (name, None) where nothing is in brackets."""
    found = _BRACKETS.match(name.strip())
    return (found[1], found[2]) if found and found[1] else (name, None)


@lru_cache(maxsize=1 << 14)
def host(publisher: str | None) -> str | None:
    """The web host of a publisher given as an address ("www.x.org" is "x.org"); else None."""
    if publisher is None:
        return None
    bare = re.sub(r"^[a-z]+://", "", publisher.strip().casefold()).split("/")[0]
    bare = bare.removeprefix("www.")
    return bare if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", bare) else None


def labels(publisher: str | None) -> set[str]:
    """What a publisher may be called: its key, and the parts of its host above the last.

    "english.daily-news.co.uk" may be called "dailynews", never "co" or "uk".
    """
    if publisher is None:
        return set()
    address = host(publisher)
    if address is None:
        return {squeezed(publisher)}
    parts = address.split(".")[:-1]
    return {squeezed(part) for part in parts if len(part) > _SUFFIX} | {squeezed(address)}


# Parts of a host up to this length ("co", "org", "en") name nobody.
_SUFFIX = 3
