"""How many are somewhere: residents, guards, soldiers, people held, and what kind of people."""

import re

from thirdhand.read.act import Done, act_of, named
from thirdhand.read.figure import Count
from thirdhand.read.frame import clause
from thirdhand.read.span import text_of
from thirdhand.read.tags import named_before

_CAPACITY = re.compile(
    r"\b(?:capacity (?:of|for|is)|(?:designed|meant|built|set up|intended|made"
    r"|planned|laid out|constructed|equipped|room|space|set the camp up)\b.{0,30}"
    r"\b(?:for|to (?:hold|house|host)))\W*(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:(?:originat\w+|hail|come|are) (?:from )?(?:\w+ ){0,4}(?:other |third "
    r"|foreign )countr\w+|foreign(?:er|ers)?\b(?! minist)|third[- ]countr\w+|(?:from"
    r"|of) (?:\w+ ){0,3}(?:\d+|dozens of)(?: \w+){0,3} (?:countries|nationalities"
    r"|nations))",
    re.IGNORECASE,
)
# People of many nations who are all that a place holds are no foreigners alone.
_ANY = frozenset("people persons individuals residents displaced idps refugees inhabitants".split())
_OTHER = re.compile(r"\b(?:other|third|foreign\w*|outside|annex|section|aside|apart|besides)\b")
_PARTS = re.compile(r"(?:of|among|including) (?:whom|them|which)\b|\bincluding\b")
_CUT = re.compile(r", |[;:\u2014]")
_NEITHER = re.compile(
    r"\bneither (?:syrian|iraqi)s? nor (?:iraqi|syrian)|\bneither country\b"
    r"|\b(?:other than|aside from|apart from|besides|outside(?: of)?) (?:syria|iraq)"
    r"|\bnot (?:syrian|iraqi)s? (?:or|nor) (?:iraqi|syrian)",
    re.IGNORECASE,
)
_HELD = frozenset("detainee prisoner inmate".split())
_PRISON = re.compile(
    r"\b(?<!as )(?<!living )(?:in|inside|at) (?:(?!open|outdoor|giant|kind|sort)[\w-]+ ){0,4}"
    r"(?:prisons?|jails?|detention (?:cent\w+|facilit\w+))\b",
    re.IGNORECASE,
)


def stock(count: Count) -> tuple[str, frozenset[str]]:
    """What people who are somewhere count as: (indicator, breakdown). "" for what is no stock."""
    noun, phrase = count.noun.word or "", _phrase(count)
    if _CAPACITY.search(lead(count)):
        return "capacity", frozenset()
    if noun.rstrip("s") in ("troop", "soldier") or (
        not noun and re.search(r"\b(?:troops|soldiers)\b[^.;]{0,60}$", lead(count))
    ):
        return "troops", frozenset()
    if noun in ("body", "bodies", "corpse", "corpses"):
        return "", frozenset()
    watching = re.search(r"\b(?:guards?|guarding|security)\b", phrase)
    if noun.rstrip("s") == "guard" or "personnel" in noun or (watching and noun in _STAFF):
        return "guards", count.noun.tags
    if noun in ("forces", "servicemen", "paratroopers"):
        return "troops", frozenset()
    words = text_of(clause(count.token, count.sent))
    tags = population_tags(count)
    if noun in _SENT and "families" not in tags and _DEPLOYED.search(words):
        return "troops", frozenset()
    held = noun.rstrip("s") in _HELD or _PRISON.search(words)
    if held and not re.search(r"\bcamps?\b", words):
        return "detainees", frozenset()
    if noun.rstrip("s") == "suspect":
        return "detainees", frozenset()
    if "fighters" in tags and "families" not in tags:
        held = re.search(r"prison|detain|jail|custody", text_of(count.sent))
        return ("detainees" if held else "armed-group-members"), frozenset()
    return "population", tags


# Those who are sent on an operation or take part in one.
_DEPLOYED = re.compile(
    r"\b(?:(?:took|take|takes|taking) part|participat\w+|involv\w+|deploy\w*|mobili[sz]\w+"
    r"|dispatch\w+|operation|campaign|sweep)\b",
    re.IGNORECASE,
)
_STAFF = frozenset("force forces member members staff men women".split())
_SENT = _STAFF - {"women"} | {"fighters", "officers", "police"}


def _phrase(count: Count) -> str:
    """The words around the noun of a count, as far as they hang on it."""
    token = count.token
    first, last = max(token.left_edge.i, token.i - 6), min(token.right_edge.i, token.i + 8)
    return token.doc[first : last + 1].text


def standing(count: Count) -> Done:
    """What is done to those whose number rises or stands: "patients sent on to hospitals"."""
    token = count.token
    if token.lower_ in ("dead", "toll", "victims", "casualties", "fatalities", "martyrs"):
        return Done(named("die"), None)
    for child in token.children:
        if child.dep_ in ("acl", "relcl") and (done := act_of(token, count.sent)) is not None:
            return done
    return Done(named("live"), None)


_FAR = 160  # characters of a sentence that can still say what a number behind them counts


def lead(count: Count) -> str:
    """The words of the sentence before the count, as far as they bear on it."""
    at = count.start - count.sent.start_char
    return text_of(count.sent)[max(0, at - _FAR) : at]


def _of_all(count: Count) -> bool:
    """As in "home to 50,000 people from over 50 countries": of all who are there."""
    return (count.noun.word or "") in _ANY and not (
        count.part or _OTHER.search(text_of(count.sent).lower())
    )


def population_tags(count: Count) -> frozenset[str]:
    """The breakdown of people who live somewhere, from the noun and what is said of them."""
    tags = set(count.noun.tags)
    stop = count.end - count.sent.start_char
    # "11,000 of the 70,000 are foreign": what follows is said of the 11,000.
    inner = re.search(r"\bof (?:the|its|their) (?:\w+ )?$", lead(count))
    said = "" if inner else _CUT.split(text_of(count.sent)[stop : stop + 110])[0]
    if not tags & {"iraqi", "syrian"} and _FOREIGN.search(said) and not _of_all(count):
        tags = (tags - {"women", "children"}) if count.part else tags
        tags.add("foreign")
    head = count.token.head
    if (count.token.dep_ in ("attr", "nummod") and head.lemma_ == "be") or count.noun.word is None:
        tags |= named_before(lead(count))
    if {"fighters", "families"} <= tags:
        return frozenset({"fighters", "families"})
    own = text_of(count.sent)[count.start - count.sent.start_char : stop + 60]
    if _NEITHER.search(_PARTS.split(own)[0]):
        return frozenset(tags - {"iraqi", "syrian"} | {"foreign"})
    nations = tags & {"iraqi", "syrian", "foreign"}
    if len(nations) == 3:
        return frozenset()  # of every nationality: the whole
    return frozenset(nations if nations and {"women", "children"} <= tags else tags)
