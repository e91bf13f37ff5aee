"""Admiralty grades: the source and the information, two separate axes.

Source, A to F: the letter of the best of the voices that say so, from the case's register; an
owner passes its letter on. F where the register holds none of them.

1. Confirmed: two or more independent named voices of letter A to D name the same figure or
   happening, no mere limit ("up to"), over two or more channels (a text, its copies, and what
   cites it are one channel).
2. Probably true: two or more independent voices agree, but one of them is unnamed or of letter E
   or F, or gives a limit, or they came over one channel; or one voice of letter A or B, and it
   fits what another voice says of a neighbouring month.
3. Possibly true: one voice.
4. Doubtful: voices exclude each other.
5. Improbable: voices exclude each other, and most of all voices have a better letter and exclude
   it.
6. Cannot be judged: a plan, a forecast, a denial.

What is contested is never confirmed, however many say so. The table is published in
docs/grades.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from thirdhand.corroborate.cited.heard import paths
from thirdhand.corroborate.folds.estimate import is_bound
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.voices.origins import Letter
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Grade
from thirdhand.model.grade import Verdict

Information = Literal[1, 2, 3, 4, 5, 6]

LETTERS: tuple[Letter, ...] = ("A", "B", "C", "D", "E", "F")
RELIABLE = ("A", "B", "C", "D")
TRUSTED = ("A", "B")
CONFIRMED = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """What a grade rests on: who says so, who excludes it, and whether a neighbour fits.

    paths: channel -> the channel that citations tie it to (`heard.paths`), of what is agreed.
    """

    verdict: Verdict
    confirm: tuple[Telling, ...]
    against: tuple[Telling, ...] = ()
    neighbour: bool = False
    paths: Mapping[str, str] = field(default_factory=dict)


def grade(standing: Standing) -> Grade:
    """The grade of one assessment by the table above."""
    return Grade(_letter(standing.confirm), _information(standing))


def standing_of(fold: Fold) -> Standing:
    """What the grade of a fold rests on."""
    # Only what is agreed can be confirmed, and only for that the paths are looked at.
    tied = paths(fold.rows) if fold.verdict == "agreed" else {}
    return Standing(fold.verdict, fold.confirm, fold.against, fold.neighbour is not None, tied)


def letter_why(rows: Sequence[Telling]) -> str:
    """The rule that gives the letter."""
    letter = _letter(rows)
    if letter == "F":
        return "the register grades none of those who say so"
    names = tuple(dict.fromkeys(r.origin.name for r in rows if r.origin.grade == letter))
    return f"the best letter of those who say so: {say.listed(names)}"


def digit_why(standing: Standing) -> str:
    """The row of the table that gives the digit."""
    digit = _information(standing)
    if digit != CONFIRMED:
        return _DIGITS[digit]
    if standing.verdict == "single":
        return "one voice of letter A or B, and another voice's figure of a near month fits"
    return f"two or more independent voices agree, {_short_of_one(standing)}"


def _short_of_one(standing: Standing) -> str:
    """Why voices that agree do not confirm."""
    named = [row for row in standing.confirm if row.origin.known]
    if len(named) < CONFIRMED:
        return "but one of them is not named"
    sound = [row for row in named if row.origin.grade in RELIABLE]
    if len(sound) < CONFIRMED:
        return "but one of them is of letter E or F"
    if sum(not _limit(row) for row in sound) < CONFIRMED:
        return "but one of them gives a limit and no figure"
    return "but a copy, a citation or a circle ties them together"


def _information(standing: Standing) -> Information:
    letter = _letter(standing.confirm)
    if standing.verdict in ("expected", "denied"):
        return 6
    if standing.verdict == "contested":
        better = [row for row in standing.against if row.origin.grade < letter]
        every = len(standing.confirm) + len(standing.against)
        return 5 if len(better) * 2 > every else 4
    if standing.verdict == "agreed":
        return 1 if _confirmed(standing.confirm, standing.paths) else 2
    return 2 if standing.neighbour and letter in TRUSTED else 3


def _confirmed(rows: Sequence[Telling], paths: Mapping[str, str]) -> bool:
    """Two reliable named voices over two channels, each with more than a limit."""
    sound = [
        row for row in rows if row.origin.known and row.origin.grade in RELIABLE and not _limit(row)
    ]
    voices = {row.origin.id for row in sound}
    channels = {paths.get(row.channel, row.channel) for row in sound}
    return len(voices) >= CONFIRMED and len(channels) >= CONFIRMED


def _limit(row: Telling) -> bool:
    """True where the claim tells a limit and no figure."""
    quantity = row.quantity
    return quantity is not None and is_bound(quantity)


def _letter(rows: Sequence[Telling]) -> Letter:
    return min((row.origin.grade for row in rows), default="F")


_DIGITS: dict[int, str] = {
    1: "two or more independent named voices of letter A to D, over two or more channels",
    3: "one voice",
    4: "voices exclude each other",
    5: "voices exclude each other, and most of them have a better letter and exclude it",
    6: "a plan, a forecast or a denial cannot be judged",
}
