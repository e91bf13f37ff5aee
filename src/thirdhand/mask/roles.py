"""What stands around a name: an office in which somebody speaks, a private life, or a place."""

import re
from typing import Literal

from thirdhand.mask.rows import SEX
from thirdhand.mask.words import keys, table

Role = Literal["office", "private"]

# So much of the text before and behind a name may say who it is.
NEAR = 90
_LONGEST = 8


def _any(name: str) -> str:
    return "|".join(sorted(table()[name]))


# What somebody says or does is no word for who he is.
_SAYS = re.compile(
    r"^(?:,|\s[-–—])\s*(?:said|says|told|tells|asked|asks|found|finds|called|calls|warned|added|denied|"
    r"denies|confirmed|announced|added|noted|wrote|writes|sent|saw|met|ordered|promised|urged|has|had|was"
    r"|is|will|would|did|does)\b"
)
_STOP = re.compile(r"[;:()\n\"“”!?]|(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<!\b[A-Z])\.\s")
# What goes before a name across a verb does not introduce it.
_ACROSS = re.compile(
    r"\b(?:said|says|told|tells|according to|by|and|that|to|with|was|were|is|are|has|had|met|where"
    r"|when|after|before|while|because|but)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"^\s*[(\[]([^()\[\]]{2,60})[)\]]")
_BEHIND = re.compile(r"^(?:,|\s[-–—])\s*((?:who )?[^,;:()\n\"“”–—]{2,90})")
_OF = re.compile(r"^\s+(?:of|from|for|at|with) ((?:the )?[^,.;:()\n]{2,60})")
_HEADS = re.compile(
    r"^who (?:(?:now|currently|then|also) )?(?:heads|headed|leads|led|runs|ran|directs|directed"
    r"|chairs|chaired|speaks for|spoke for|oversees|oversaw|commands|commanded|represents"
    r"|represented|supervise[sd]|manage[sd]|coordinate[sd]|administer(?:s|ed))\b"
)
_IS = re.compile(r"^who (?:is|was) ")
# "146 Tajiks, 104 children among them" counts, and says nothing of one person.
_CLAUSE = re.compile(r"^(?:(?:who|and|but|or|which|where|while|when|as) |\d)")
_LINK = re.compile(r"\b(?:of|for|at|in|from|with|on|who|to|by|near)\b")
_BYLINE = re.compile(
    r"(?:^|[\n|.:] ?)(?:By:?|BY:?|[Aa]uthors?:"
    r"|(?:Reported|Written|Compiled|Interview|Edited) by:?)\s+$"
    r"|\b(?:[Ss]tory|[Pp]hotos?|[Tt]ext|[Rr]eport(?:ing)?|[Ww]ritten|[Ww]riting"
    r"|[Cc]ompiled|[Ee]dit(?:ing|ed)) by:?\s+$"
)
# At the head of a text a name beside a date signs it.
_HEAD = 60
_DATED = re.compile(r"\d{1,4}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}\.?\s*$")
_DATES = re.compile(r"^,?\s*\d{1,4}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}")
_AGENCY = re.compile(r"^\s?/\s?[A-Z][A-Za-z]*[A-Z]")
_OLD = r"(?:\d{1,2}|[a-z]+)[- ](?:year|month|week|day)s?[- ]old"
_AGE = re.compile(
    r"^(?:,\s*|[ \u00a0]*)(?:aged?\s+)?\(?(?:about |around )?[1-9]\d?\)?"
    r"(?=\s*(?:,(?!\d)|\.(?!\d)|\)|;|years?\b|and\b|$))"
    rf"|^,?\s*(?:an? )?{_OLD}"
    rf"|^,\s*(?:aged?\s+)?(?:{_any('ages')})(?:-(?:{_any('ages')}))?(?=[,.;])"
    r"|^[\"”’»]?\s(?:is|was|turns|turned|is now) (?:only |just |about )?"
    rf"(?:[1-9]\d?|{_any('ages')})"
    r"(?=[.,;]| and (?:\w+ )?(?:is|was|has|does|did|had)\b| (?:years|when|now|in the|but)\b|\s*$)"
    rf"|^{SEX}"
)
_AGED = re.compile(rf"{_OLD},?\s+$", re.IGNORECASE)
# Who "sentenced two men" did it; who "was sentenced" is a private person.
_ON_OTHERS = (
    r"(?! (?:\d|an?\b|the\b|two|three|four|five|six|seven|eight|nine|ten|men\b|women\b|him\b|them\b"
    r"|people\b|dozens|hundreds|several|many\b|some\b))"
)
_DONE = re.compile(
    r"^,?\s+(?:who )?(?:was|were|had been|has been|is|are|being|been)\s*"
    rf"(?:later |also |reportedly )?(?:{_any('deeds')})\b"
    rf"|^,?\s+(?:who )?(?:later |also |reportedly )?(?:{_any('deeds')})\b{_ON_OTHERS}"
    r"|^,?\s+(?:who )?(?:was|were|had been|has been|is|are|being|been)?\s*"
    r"(?:later |also |reportedly )?(?:found (?:dead|murdered|hanged|strangled)"
    r"|died|gave birth|lost (?:his|her)|fled|lives? in|lived in|escaped"
    r"|from (?:tent|section|sector|phase|block))\b"
)
_DEED = re.compile(
    rf"\b(?:{_any('deeds')}|named|called|identified as|known as|body of|death of)\s*:?,?\s+$",
    re.IGNORECASE,
)
_KIN = re.compile(
    rf"(?:\b(?:his|her|their|my|whose)|['’]s)\s+(?:\w+\s+)?(?:{_any('kin')})s?,?\s+$", re.IGNORECASE
)
_GROUND_BEHIND = re.compile(
    r"^ ?[|;\t] ?(?:\d{1,3}(?:[,. ]\d{3})+|\d{4,})\b"
    rf"|^ (?:(?:north|south|east|west|[A-Z])\w* )?(?:{_any('ground')})\b"
    r"|^(?:[-–][A-Z]\w+ |(?:,| and) [A-Z]\w+(?: [A-Z]\w+)? )"
    r"(?:wards|roads?|axis|districts|camps|provinces|villages)\b"
    r"|^ in (?:the )?(?:[A-Z]\S+ ){1,3}(?:countryside|province|governorate|district)\b"
)
# So close that a given name is that of a place: "Ein Issa camp on 27 October".
_GROUND_AT_ONCE = re.compile(
    rf"^ (?:{_any('ground')})(?=[.,;)]|$| (?:in|on|at|and|or|to|near|is|was|were|had|has|since|by"
    r"|for|from|with|after|before)\b)"
)
_GROUND_BEFORE = re.compile(
    r"(?:\b(?:in|near|outside|inside|around|towards?|across|between|at|\w+-(?:held|controlled)"
    r"|(?:fall|battle|siege|liberation|capture|enclave|pocket|stronghold|offensive) (?:of|for|on)"
    rf"|(?:{_any('ground')}|north|south|east|west|part|outskirts) of))"
    r" (?:the )?(?:al|ar|as|ad|el|deir)?[- ]?$"
    r"|\b(?:the|on) (?-i:[A-Z]\w+)[-–]$|\b(?:lake|mount|mt\.?|saint|st\.?|sainte) $",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:in|near|outside|inside|around|into) $", re.IGNORECASE)
# "The Archbishop of Wau, Jo Roe".
_OF_OFFICE = re.compile(r"([^\W\d_]+) of $")
# In a list: "3. Jo Roe, burns, transferred Adre".
_MOVED = re.compile(r"\b(?:transferred|referred|evacuated|medevaced)(?: to)? $", re.IGNORECASE)


_JUSTICE = re.compile(
    r"\b(?:Justice|Hon\.|Honou?rable|Excellency|H\.\s?E\.)(?:,? (?:Mr|Mrs|Ms|Dr)\.?)?\s+$"
)
# A work that is cited, by its year.
_CITED = re.compile(r"^(?: and [A-Z]\w+)? (?:et al\b|\((?:19|20)\d\d[a-z]?[,;)])")
_IS_A = re.compile(
    r"^ (?:is|was|has been|works as|serves as|served as|worked as) (?:an?|the|his|her|our|their) "
    r"([^,;:().\n\"“”]{2,60})"
)
# "The Minister (Jo Roe)", "Rapporteur: Jo Roe".
_LEADING = re.compile(r"[:(]\s*$")
# "UNICEF's Jo Roe".
_OUTLET = (
    r"(?:Agency|Bulletin|Chronicle|Commission|Council|Courier|Daily|Dispatch|Gazette|Herald"
    r"|Institute|Journal|Ledger|Mail|Magazine|Messenger|Ministry|News|Observatory|Observer|Office"
    r"|Post|Press|Radio|Record|Report|Review|Standard|Star|Sun|Television|Telegraph|Times|Tribune"
    r"|TV|Watch|Weekly|Wire|World)"
)
_BODYS = re.compile(rf"\b(?:[A-Z]{{3,}}|(?:[A-Z]\w+ ){{1,3}}{_OUTLET})['’]s?\s+$")
# "MARTA RUIZ (Peru) said": who speaks for a country in a meeting.
_DELEGATE = re.compile(
    r"^ \((?:[A-Z][\w'’.-]+(?:,? (?:and |of |the )?)?){1,6}\),? (?:\w+ing [^.;]{3,60}, )?"
    r"(?:said|stated|asked|recalled|noted|called|expressed|stressed|welcomed|urged|condemned|told"
    r"|thanked|added|spoke|speaking|emphasi[sz]ed|underlined|highlighted|warned|voiced|regretted"
    r"|reiterated|observed|reported|took)\b"
)
# Titles that stand between an office and a name.
_TITLES = re.compile(
    rf"(?:\b(?:{'|'.join(sorted(table()['honorifics'] - table()['private'] - table()['kunya']))})"
    r"\.?\s+)+$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"(?:^|[.!?]\s|\n|[Cc]ommittee |[Cc]ouncil |[Pp]arliament )Members\s+$"
    r"|\b(?:ministers|senators|governors|ambassadors|commissioners|spokesmen|mayors|judges"
    r"|directors|lawmakers|MPs|deputies|generals|officials|experts|researchers|analysts"
    r"|journalists|reporters|authors)\s+$",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    r"^, (?:(?:an?|the|his|her|their|my|our|one of|now|then|also) )([^,;:()\n\"“”–—.]{2,60})"
    r"|^, who (?:is|was|has been) ([^,;:()\n\"“”–—.]{2,60})"
)
_WHO_IS = re.compile(
    r"^, (?:who|now|then|only|just|aged?|about) (?:is |was |turned )?(?:only |just )?\d{1,2}\b"
)
_TWINS = re.compile(r"^, (?:[\w-]+ ){0,2}(?:twins|sisters|brothers|siblings|cousins|neighbou?rs)\b")
_NAMED = re.compile(
    r"\b(?:named|called|identified as|known as|body of|death of|my name is|name is|i am|i'm"
    r"|aka|née|nee|surname|family name|first name|je m'appelle|me llamo|alias|dit|dite|nicknamed"
    r"|nickname|call[ -]?sign|goes by(?: the name)?(?: of)?|they call|surnamed|real name"
    r"|call(?:s|ed)? (?:him|her|my)self|call(?:ed|s)? (?:him|her|me)|known only as|pseudonym"
    r"|signs (?:as|himself|herself)|answers to|by the name of|apodo|apodado|known to \w+ as"
    r"|known here as)\s*:?,?\s+[\"“'‘«]?\s?$",
    re.IGNORECASE,
)
_OF_KIN = re.compile(
    r"^['’]s? (?:(?:own|late|elder|older|younger|eldest|youngest|little|dead|two|three|four) ){0,2}"
    rf"(?:{_any('kin')}|parents|sons|daughters|brothers|sisters|family|tent|surname|body|house"
    r"|home)\b",
    re.IGNORECASE,
)


def within(before: str) -> bool:
    """True behind "in" and "near": what follows is told of no person.

    "Born in Yei, the second son of a priest", "a court in Yei sentenced 40 men".
    """
    return _WITHIN.search(before) is not None


_GROUND_LIST = re.compile(
    r"\b(?:in|near|around|between|fled|shelled|bombed|besieged|retook"
    rf"|(?:{_any('ground')}) of) "
    r"(?-i:(?:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?(?:, | and |, and )){1,6})$",
    re.IGNORECASE,
)


def several(text: str, start: int) -> bool:
    """True where one office or a byline is told of more than one name from `start` on."""
    before = text[max(0, start - NEAR) : start]
    return bool(_SEVERAL.search(before) or _BYLINE.search(before))


def aged(before: str, behind: str) -> bool:
    """True where an age stands beside a name."""
    return bool(_AGE.match(behind) or _WHO_IS.match(behind) or _AGED.search(before))


def kin_of(before: str) -> bool:
    """True behind "her neighbour" and the like."""
    return _KIN.search(before) is not None


def named_so(before: str) -> bool:
    """True behind "called" and the like."""
    return _NAMED.search(before) is not None


def behind_of_kin(behind: str) -> bool:
    """True before "'s mother" and the like, and ", sisters"."""
    return bool(_OF_KIN.match(behind) or _TWINS.match(behind))


def live_apart(behind: str) -> bool:
    """True before ", a welder" and the like: one person, who holds no office."""
    told = _SINGLE.match(behind)
    return told is not None and _apposition(told[1] or told[2]) == "private"


def in_place(before: str) -> bool:
    """True behind "in", "near", "from" and the like: a place stands here, and no person."""
    return _IN.search(before) is not None


_IN = re.compile(
    rf"\b(?:in|into|near|outside|inside|from|to|at|towards?|between|of|via|across|through|"
    rf"(?:{_any('ground')}|north|south|east|west) of) (?:the )?(?:al|ar|as|ad|el|deir)?[- ]?$",
    re.IGNORECASE,
)


def ground(text: str, start: int, end: int, sure: bool) -> bool:
    """True where the words around text[start:end] say that it is a place.

    sure: it is called as persons are, and asks for more.
    """
    if sure:
        return _GROUND_AT_ONCE.match(text[end : end + 40]) is not None
    if re.match(r"['’]s\b", text[end : end + 3]):
        return False
    behind = _GROUND_BEHIND.match(text[end : end + 40])
    before = text[max(0, start - NEAR) : start]
    told = _OF_OFFICE.search(before)
    if told and told[1].casefold() in table()["offices"] and text[end : end + 2] == ", ":
        return True
    if _MOVED.search(before[-20:]) and re.match(r"[;,.]?\s*(?:\n|$)", text[end : end + 8]):
        return True
    if behind or _GROUND_BEFORE.search(before[-40:]):
        return True
    return before.endswith((", ", " and ")) and _GROUND_LIST.search(before) is not None


def done_alone(text: str, start: int, end: int) -> bool:
    """True where only a deed tells that text[start:end] is a private person: "they shot X"."""
    before, behind = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    if aged(before, behind) or kin_of(before) or named_so(before):
        return False
    deed = _DEED.search(before) or _DONE.match(behind)
    return deed is not None and "private" not in {_before(before), *_behind(behind)}


def role(text: str, start: int, end: int) -> Role | None:
    """What the words around text[start:end] say of whom they name; a private life outweighs."""
    before = text[max(0, start - NEAR) : start]
    behind = text[end : end + NEAR]
    if within(before):
        return None
    if _AGE.match(behind) or _DONE.match(behind):
        return "private"
    near = before[-40:]
    if _AGED.search(near) or _DEED.search(near) or _KIN.search(near):
        return "private"
    if _BYLINE.search(before) or _AGENCY.match(behind) or _SEVERAL.search(before):
        return "office"
    if text[start:end].isupper() and " " in text[start:end] and _DELEGATE.match(behind):
        return "office"
    if start < _HEAD and (_DATED.search(before) or _DATES.match(behind)):
        return "office"
    if _BODYS.search(before) or _JUSTICE.search(before) or _CITED.match(behind):
        return "office"
    told = {_before(before), *_behind(behind)}
    if "private" in told:
        return "private"
    return "office" if "office" in told else None


def _before(text: str) -> Role | None:
    text = _LEADING.sub(" ", _TITLES.sub("", text))
    tail = _ACROSS.split(_STOP.split(text)[-1])[-1]
    last = re.split(r",(?!\s*$)", tail)[-1]
    # "the head of the guards, Jo Roe", but not "children from Jo Roe".
    if not last.rstrip().endswith(","):
        last = _LINK.split(last)[-1]
    return _head(keys(_LINK.split(last)[0])[-_LONGEST:])


def _behind(text: str) -> set[Role | None]:
    found: set[Role | None] = set()
    for pattern in (_BRACKETS, _BEHIND):
        told = None if _SAYS.match(text) else pattern.match(text)
        if told:
            found.add(_apposition(told[1].split(". ")[0]))
    if told := _IS_A.match(text):
        found.add(_apposition(told[1]))
    if (told := _OF.match(text)) and _body(told[1]):
        found.add("office")
    return found


def _apposition(words: str) -> Role | None:
    if _HEADS.match(words):
        return "office"
    words = _IS.sub("", words)
    return None if _CLAUSE.match(words) else _head(keys(_LINK.split(words)[0]))


# Whom neighbours or a gang chose holds no office: "tent leader".
_LEAD = frozenset("tent block row street shelter hut cell family household prayer gang".split())


def _head(words: tuple[str, ...]) -> Role | None:
    """The last of these words that says what somebody is."""
    lists = table()
    for word in reversed(words):
        if word == "leader" and set(words) & _LEAD:
            return "private"
        if word in lists["private"] or (word[-1:] == "s" and word[:-1] in lists["private"]):
            return "private"
        if word in lists["offices"]:
            return "office"
    return None


def _body(words: str) -> bool:
    """True where a body is named: whom somebody is said to be of."""
    told = re.match(r"(?:the )?((?:[A-Z][\w.'’-]*\s?|(?:of|for|the|and)\s)+)", words)
    if not told:
        return False
    bodies = any(key in table()["bodies"] for key in keys(told[1]))
    return bodies or any(w.isupper() and len(w) > 1 for w in told[1].split())
