"""Who is told to be a private person by what stands right beside the name, whatever the name is.

"Her neighbour Rose", "Jordan, 8, was born here", "Sham, a girl of ten", "Witness 2: Hope": words of
the language and names of places are names of persons there.
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

from thirdhand.mask.known import Known
from thirdhand.mask.matcher import Key
from thirdhand.mask.private import alive, called_the, kin_told, titled
from thirdhand.mask.roles import aged, behind_of_kin, kin_of, live_apart, named_so, within
from thirdhand.mask.rows import named_by_form
from thirdhand.mask.words import Word, large, listed_in, table, words

Run = Sequence[Word]
_AND = re.compile(r",? (?:and|&) |, ")
# Behind a name that is told: others of a list, and by what name they go.
_NEXT = re.compile(r",? (?:and|&|or) |[,;] |,? \(?[\"“'‘«]\s?")
_ARTICLE = re.compile(r"(?:\b(?:a|an|the|this|that|every|each|no)|#)\s*$", re.IGNORECASE)
_WHO = (
    r"(?:name|victim|survivor|witness|reported by|reporter|informant|complainant|caller|"
    r"interviewee|interviewer|focal point|case ?worker|patient|pt\.?|mother|father|guardian|"
    r"caregiver|child|head of household|respondent|contact(?: person)?|signed(?: by)?|suspect|"
    r"accused|detainee|relative|spouse|husband|wife|son|daughter|brother|sister|beneficiary|"
    r"applicant|full name|nom|prénom|nombre|victime|témoin|sender|posted by|alias|nickname"
    r"|pseudonym|surname|first name|given name|family name|maiden name|next of kin|owner"
    r"|holder|tenant|driver|teacher|nurse|doctor|widow"
    r"|present|absent|attendees|those present"
    r"|the (?:dead|missing|wounded|injured|victims|detained|freed))"
)
_LABEL = re.compile(
    rf"(?:^|[\n|;•·*.(-])\s*(?:{_WHO})(?: of (?:the )?[\w ]{{1,20}})?(?: \(?\d{{1,2}}\)?)?\s*:\s*$"
    r"|\bPt\.\s*$|\bsigned(?: by)?[:,]?\s+$"
    # Behind "guards named by those freed:" and the like.
    r"|\b(?:named|names|called|victims|missing|wounded|detained|arrested|killed)\b[^.:\n]{0,40}"
    r":\s*$",
    re.IGNORECASE,
)
_FAMILY = re.compile(r"^\s(?:family|families|household|clan|brothers|sisters|children)\b")
# "From Nigeria (3) and Russia (4)": people are counted here.
_COUNT = re.compile(r" \(\d+\)")
# ", both of them widows"
_BOTH = re.compile(r"^, (?:both|all)(?: of them)? (?:\w+ )?\w+s\b")


def cued(text: str, runs: Sequence[Run], persons: Set[Key], known: Known) -> Iterator[Run]:
    """Those of the runs of large words, cut to the name, that private life stands beside.

    persons: names that their form tells to be a person's.
    """
    told = [_name(text, run, known) for run in runs]
    sure = [
        name is not None and _private(text, run, name, known)
        for run, name in zip(runs, told, strict=True)
    ]
    for at in range(len(runs) - 2, -1, -1):
        one, other = told[at], told[at + 1]
        if one and other and sure[at + 1] and not sure[at]:
            sure[at] = _AND.fullmatch(text[one[-1].end : other[0].start]) is not None
    for at in range(len(runs) - 2):
        row = [name for name in told[at : at + 3] if name]
        if (
            len(row) == 3
            and all(_key(n) in persons for n in row[1:])
            and not _stands(row[0], known)
        ):
            gaps = [text[a[-1].end : b[0].start] for a, b in pairwise(row)]
            sure[at] = sure[at] or (gaps[0] == ", " and _AND.fullmatch(gaps[1]) is not None)
    for at in range(1, len(runs)):
        one, other = told[at - 1], told[at]
        if one and other and sure[at - 1] and not (sure[at] or _stands(other, known)):
            sure[at] = _NEXT.fullmatch(text[one[-1].end : other[0].start]) is not None
    yield from (name for name, yes in zip(told, sure, strict=True) if name and yes)


def listed(text: str, start: int, end: int) -> Iterator[Run]:
    """Names in text[start:end] that the form of their line tells, each half of "ROE, Jo" alone."""
    for first, last in named_by_form(text):
        if first < start or last > end:
            continue
        for part in _PART.finditer(text, first, last):
            row = [w for w in words(text, *part.span()) if large(w.text)]
            # "Princess" writes in a chat: no office, and no title either.
            if row and not any(w.key in table()["bodies"] for w in row):
                yield tuple(row)


_PART = re.compile(r"[^,;\"“”«»()]+")


def _key(name: Run) -> Key:
    return tuple(word.key for word in name)


def _stands(name: Run, known: Known) -> bool:
    phrase = tuple(w.key for w in name)
    if len(phrase) == 1 and phrase[0] in _VIRTUES:
        return False
    return phrase in known.phrases or phrase in known.cities or any(map(known.kept, phrase))


def _private(text: str, run: Run, name: Run, known: Known) -> bool:
    start, end = name[0].start, name[-1].end
    if _COUNT.match(text[end:]) and tuple(w.key for w in name) in known.phrases:
        return False
    before, behind = text[max(0, start - 90) : start], text[end : end + 90]
    if within(before):
        return behind_of_kin(behind)
    near = before[-40:]
    if _LABEL.search(before) or kin_of(near) or named_so(near) or aged(near, behind):
        return True
    if _BOTH.match(behind) or behind_of_kin(behind) or live_apart(behind):
        return True
    if name[0].key in DAYS and len(name) > 1:
        return True
    # "@Rose, come": who is spoken to in a chat.
    if before.endswith("@"):
        return not any(c.isupper() or c.isdigit() for c in text[start + 1 : end + 1])
    if run[0] is not name[0] and named_so(text[max(0, run[0].start - 90) : run[0].start]):
        return True
    told = kin_told(before, behind) or titled(before) or called_the(behind)
    if told or alive(before, name[-1].text, behind):
        return tuple(w.key for w in name) not in known.phrases
    return before.rstrip().casefold().endswith("the") and _FAMILY.match(behind) is not None


def _name(text: str, run: Run, known: Known) -> Run | None:
    """The run without what names nobody at its ends; None where it is a body, or one of many."""
    lists = table()
    row = list(run)
    while row and (row[0].key in _dropped() or (len(row) == 1 and _empty(row[0]))):
        row = row[1:]
    day = bool(row) and row[0].key in DAYS and _called_day(text, row, known)
    while len(row) > 1 and row[0].key in lists["large"] and not day:
        row = row[1:]
    barred = _barred(len(row) == 1)
    if len(row) == 1 and _BOY.search(text[max(0, row[0].start - 40) : row[0].start]):
        return tuple(row)
    if not row or any(w.key in barred for w in (row[1:] if day else row)):
        return None
    phrase = tuple(w.key for w in row)
    if set(phrase) <= lists["peoples"]:
        return None
    if phrase in known.people or phrase in known.own or (len(row) == 1 and len(row[0].text) == 1):
        return None
    family = _FAMILY.match(text[row[-1].end :])
    return None if _ARTICLE.search(text[: row[0].start][-8:]) and not family else tuple(row)


@cache
def _dropped() -> frozenset[str]:
    titles = listed_in("honorifics") - listed_in("kunya")
    return listed_in("offices", "private") | titles | _OPENERS | {"dear", "hello", "hi"}


@cache
def _barred(alone: bool) -> frozenset[str]:
    barred = listed_in("bodies", "large") - _MONTHS
    return barred - _VIRTUES if alone else barred


# Whoever is called so, it is a person's name: "a boy named Eid".
_BOY = re.compile(
    r"\b(?:boy|girl|man|woman|child|baby|infant|toddler|teenager)s? (?:named|called) $",
    re.IGNORECASE,
)


def _called_day(text: str, row: Run, known: Known) -> bool:
    """True where a day or a month begins a name: "Sunday Lado Wani", "Oga Friday"."""
    before = text[max(0, row[0].start - 24) : row[0].start]
    if of_a_day(before) or re.match(r",? \d", text[row[0].end : row[0].end + 3]):
        return False
    strange = [w for w in row[1:] if not (known.plain(w.key) or known.kept(w.key))]
    return titled(before) if len(row) == 1 else len(strange) == len(row) - 1


def of_a_day(before: str) -> bool:
    """True where these words go before a day of the week: "on", "since last"."""
    return _ON.search(before) is not None


DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december""".split()
)
_ON = re.compile(
    r"(?:\b(?:on|last|this|next|every|each|by|since|until|till|from|before|after|of|late|early|mid"
    r"|through|past|in|during|between)|\d(?:st|nd|rd|th)?)\s?$",
    re.IGNORECASE,
)


def _empty(word: Word) -> bool:
    return word.key in table()["particles"] or word.key in table()["counted"]


# What a body may be called by, and a girl.
_VIRTUES = frozenset(("mercy", "charity", "peace", "progress", "unity", "liberty", "trust"))
_MONTHS = frozenset(("april", "june", "august"))
# Words that open a sentence.
_OPENERS = frozenset(
    """the a an he she it they we i you his her their our my its who what when where why how there
    here this that these those one two three four five six seven eight nine ten some many
    most all both each every another other others after before since while as at in on by for
    from with without and but or so if then also still now
    today yesterday if not no yes only even just according among about
    meanwhile however later earlier last next many more less few several among between during until
    iraqi iraqis syrian syrians""".split()
)
