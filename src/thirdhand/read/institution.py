"""A publisher that speaks of its own work is a voice, not an outlet."""

import re
from collections.abc import Sequence
from functools import cache

from thirdhand.model import Account, Source
from thirdhand.read import lexicon

# Register types whose own publications are statements of theirs.
_BODIES = frozenset(("agency", "government", "armed-actor", "ngo", "monitor"))
_OWN = re.compile(r"\.(?:org|int|(?:mil|gov)(?:\.[a-z]{2})?)$")
# How a library of documents names the body that wrote one.
_FROM = re.compile(
    r"\b(?:(?:Report|Statement|Press Release|News and Press Release|Analysis) from"
    r"|Source:|Published by|Author:) (?P<name>[A-Z][\w&'’-]*(?: (?:[A-Z][\w&'’-]*|of"
    r"|for|the|and|on))*)"
)
_CAPITALS = re.compile(r"[A-Z][\w.'’-]*(?: (?:(?:of|for|the|and) ){0,2}[A-Z][\w.'’-]*)*")
_SHORT = re.compile(r"\b[A-Z]{3,9}\b")
_SHORTEST = 3
_LONG = 6  # letters of an address that open a name by no chance
_LEAD = 600  # characters of a lead
_NAME = r"(?P<name>[A-Z][\w&'’-]*(?: (?:(?:of|for|the|and) ){0,2}[A-Z][\w&'’-]*)*)"
_RELEASED = re.compile(
    rf"\b{_NAME} (?:said|announced|warned|reported|revealed|found)\b[^.\n]{{0,60}}?\btoday\b"
)
_PROVIDED = re.compile(
    r"(?:^|[.*] |\n)(?:\W{0,3}(?:All|The|These) )?(?:[Ff]igures?|[Dd]ata|[Nn]umbers|[Ss]tatistics)"
    r"(?: (?:here|above|below|given|used|shown|in this \w+))?(?: (?:is|are|was|were|have been))?"
    r" (?:provided|supplied|given|compiled|collected|shared|issued|reported) by (?:the )?"
    rf"{_NAME}"
)
_QUOTED = re.compile(r"[\"“«][^\"”»\n]{1,1500}[\"”»]?")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_STATE = re.compile(r"\b(?:us|uk|un)?(?:mission|embassy|state|gov|government|department)\b")
_HEAD = 300  # characters of a document's head
_STOPS = re.compile(r"[.\n|•·–—]+(?:\s|$)")
_READ = 20_000  # characters: who publishes says so early


def institution(account: Account, sources: Sequence[Source]) -> str | None:
    """The name of the body whose publication this is, None for a news outlet.

    A line "Report from X" names it; else the register says so by type; without it, an address of
    a well-known body, or one whose label stands in the text as a name does ("who.int", "WHO").
    """
    if header := _FROM.search(account.text[:400]):
        return header["name"]
    publisher = (account.publisher or "").casefold()
    if not publisher:
        return None
    for source in sources:
        if publisher in (source.name.casefold(), *(s.casefold() for s in source.sites)):
            return source.name if source.type in _BODIES else None
    labels, own = _labels(publisher), bool(_OWN.search(publisher))
    known = next((lexicon.bodies(own)[x] for x in labels if x in lexicon.bodies(own)), None)
    if known:
        return _released(account, known) or known
    if any(x in lexicon.body_set("libraries") for x in labels):
        return _author(account) or _provider(account)
    if any(_outlet(x) for x in labels):
        return None
    return _self_named(account, labels, own) or _speaking(account, labels) or _provider(account)


def _released(account: Account, known: str) -> str | None:
    """Who speaks in the lead of a press release that nowhere names the body of its address."""
    text = lexicon.plain(account.text[:_READ])
    forms = (lexicon.plain(known), *(n for n, short in lexicon.spelled().items() if short == known))
    if any(form in text for form in forms):
        return None
    told = _RELEASED.search(account.text[:_LEAD])
    return told["name"] if told else None


def _speaking(account: Account, labels: Sequence[str]) -> str | None:
    """The name that opens as the address does, of a text that speaks as "we" outside of quotes."""
    plain = _QUOTED.sub(" ", account.text[:_READ])
    if not _WE.search(plain):
        return None
    words = f"{account.title or ''}. {plain}"
    runs = {m[0].removeprefix("The ") for m in _CAPITALS.finditer(words)}
    for label in (lexicon.plain(x) for x in labels):
        fits = (r for r in sorted(runs, key=len) if " " in r and lexicon.plain(r).startswith(label))
        if len(label) >= _LONG and (name := next(fits, None)):
            return name
    nation = re.search(r"\b[Tt]he (?P<name>United (?:States|Kingdom|Nations))\b", plain)
    return nation["name"] if nation and _STATE.search(" ".join(labels)) else None


def _author(account: Account) -> str | None:
    """The body that a library's document names alone at its head, or before its title's colon."""
    head = _STOPS.split(account.text[:_HEAD])
    titled = (account.title or "").split(":")[:-1][:1]
    for part in (*titled, *head[:-1]):
        words = lexicon.plain(part)
        if name := _well_known().get(words):
            return name
    return None


@cache
def _well_known() -> dict[str, str]:
    """Letters of a well-known body's name, short or full -> its name."""
    short = {lexicon.plain(name): name for name in lexicon.bodies(own=True).values()}
    return {**lexicon.spelled(), **short}


def _provider(account: Account) -> str | None:
    """Who gave all the figures of a page, by a note of its own: "figures provided by X"."""
    told = _PROVIDED.search(account.text)
    return told["name"] if told else None


def _labels(publisher: str) -> list[str]:
    """The parts of a web address that may name somebody, the last first; or the name itself."""
    address = re.sub(r"^\w+://|^www\.|[/:(\s].*$", "", publisher)
    parts = address.split(".")
    return [p.rstrip("0123456789") or p for p in reversed(parts[:-1] or parts) if p != "www"]


def _outlet(label: str) -> bool:
    """True for the label of a news outlet; "news.example.org" is the news of a body."""
    if label == "news":
        return False
    words = lexicon.body_set("news")
    return label in lexicon.body_set("outlets") or any(
        label.endswith(w) or (len(w) > _SHORTEST and label.startswith(w)) for w in words
    )


def _self_named(account: Account, labels: Sequence[str], own: bool) -> str | None:
    """The name in the text that the address spells."""
    words = f"{account.title or ''}. {account.text[:_READ]}"
    runs = (m[0].removeprefix("The ") for p in (_SHORT, _CAPITALS) for m in p.finditer(words))
    found = {lexicon.plain(run): run for run in reversed(list(runs))}
    for label in labels:
        plain = lexicon.plain(label)
        if len(plain) < _SHORTEST:
            continue
        body = any(plain.endswith(end) for end in lexicon.body_set("ends"))
        if plain in found and (body or _speaks(found[plain], words, own=own)):
            return found[plain]
        if body and (short := _initials(plain, found)):
            return short
    return None


def _speaks(name: str, words: str, *, own: bool) -> bool:
    """True for a name that is told nothing, an outlet's part, at an address of bodies.

    Elsewhere only for a short form in capitals that does things in the text.
    """
    name = name.rstrip(".")
    told = re.search(rf"\b(?:told|tells|telling) (?:the )?{re.escape(name)}(?!\w)", words)
    if told is not None or own:
        return told is None
    if not name.isupper():
        return False
    opens, verb = r"(?:^|[.;,]\s|\n)", r"(?: \w+ly| also| has)? [a-z]+(?:s|ed)\b"
    does = re.search(opens + re.escape(name) + verb, words)
    return does is not None


def _initials(label: str, found: dict[str, str]) -> str | None:
    """A short form in capitals whose letters open and end as the words of the label do."""
    end = next(e for e in lexicon.body_set("ends") if label.endswith(e))
    for name in found.values():
        letters = name.casefold()
        if _SHORT.fullmatch(name):
            inner = re.match(".*?".join(letters[:-1]), label[: -len(end)])
            if inner and letters[-1] == end[0]:
                return name
    return None
