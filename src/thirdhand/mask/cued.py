"""Who is told to be a private person by what stands right beside the name, whatever the name is.

"Her neighbour Rose", "Jordan, 8, was born here", "Sham, a girl of ten", "Witness 2: Hope": words of
the language and names of places are names of persons there.
"""

import re
from collections.abc import Iterator, Sequence

from thirdhand.mask.known import Known
from thirdhand.mask.roles import aged, behind_of_kin, kin_of, live_apart, named_so
from thirdhand.mask.words import Word, table

Run = Sequence[Word]
_AND = re.compile(r",? (?:and|&) |, ")
_ARTICLE = re.compile(r"(?:\b(?:a|an|the|this|that|every|each|no)|#|@)\s*$", re.IGNORECASE)
_WHO = (
    r"(?:name|victim|survivor|witness|reported by|reporter|informant|complainant|caller|"
    r"interviewee|interviewer|focal point|case ?worker|patient|pt\.?|mother|father|guardian|"
    r"caregiver|child|head of household|respondent|contact(?: person)?|signed(?: by)?|suspect|"
    r"accused|detainee|relative|spouse|husband|wife|son|daughter|brother|sister|beneficiary|"
    r"applicant|full name|nom|prénom|nombre|victime|témoin)"
)
_LABEL = re.compile(
    rf"(?:^|[\n|;•·*.(-])\s*(?:{_WHO})(?: of (?:the )?[\w ]{{1,20}})?(?: \(?\d{{1,2}}\)?)?\s*:\s*$"
    r"|\bPt\.\s*$",
    re.IGNORECASE,
)
_FAMILY = re.compile(r"^\s(?:family|families|household|clan|brothers|sisters|children)\b")
# "From Nigeria (3) and Russia (4)": people are counted here.
_COUNT = re.compile(r" \(\d+\)")
_BOTH = re.compile(r"^, (?:both|all)(?: of them)? (?:\w+ )?\w+s\b")


def cued(text: str, runs: Sequence[Run], known: Known) -> Iterator[Run]:
    """Those of the runs of large words, cut to the name, that private life stands beside."""
    told = [_name(text, run, known) for run in runs]
    sure = [name is not None and _private(text, name, known) for name in told]
    for at in range(len(runs) - 2, -1, -1):
        one, other = told[at], told[at + 1]
        if one and other and sure[at + 1] and not sure[at]:
            sure[at] = _AND.fullmatch(text[one[-1].end : other[0].start]) is not None
    yield from (name for name, yes in zip(told, sure, strict=True) if name and yes)


def _private(text: str, name: Run, known: Known) -> bool:
    start, end = name[0].start, name[-1].end
    if _COUNT.match(text[end:]) and tuple(w.key for w in name) in known.phrases:
        return False
    before, behind = text[max(0, start - 90) : start], text[end : end + 90]
    if _LABEL.search(before) or kin_of(before) or named_so(before) or aged(before, behind):
        return True
    if _BOTH.match(behind) or behind_of_kin(behind) or live_apart(behind):
        return True
    return before.rstrip().casefold().endswith("the") and _FAMILY.match(behind) is not None


def _name(text: str, run: Run, known: Known) -> Run | None:
    """The run without what names nobody at its ends; None where it is a body, or one of many."""
    lists = table()
    drop = lists["offices"] | lists["private"] | lists["honorifics"] - lists["kunya"]
    row = list(run)
    while row and (row[0].key in drop | _OPENERS or (len(row) == 1 and _empty(row[0]))):
        row = row[1:]
    while len(row) > 1 and row[0].key in lists["large"]:
        row = row[1:]
    if not row or any(w.key in lists["bodies"] | lists["large"] - _MONTHS for w in row):
        return None
    phrase = tuple(w.key for w in row)
    if phrase in known.people or phrase in known.own or (len(row) == 1 and len(row[0].text) == 1):
        return None
    family = _FAMILY.match(text[row[-1].end :])
    return None if _ARTICLE.search(text[: row[0].start][-8:]) and not family else tuple(row)


def _empty(word: Word) -> bool:
    return word.key in table()["particles"] or word.key in table()["counted"]


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
