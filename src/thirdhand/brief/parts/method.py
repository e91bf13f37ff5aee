"""The method in half a page, and the one table of words of probability."""

from thirdhand.brief.confidence import LEVELS, SOURCES
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Block, Listing, Prose

TAKEN = (
    "Every account is kept as it arrived. Rules read from it who says what of which time, with "
    "the words that carry it. Reprints and outlets that cite one statement are one voice, and so "
    "are outlets that have it from each other. Claims on one thing, place and time are folded "
    "into one assessment: low and high are its interval, best is its most likely value. A hedge "
    "is a bound: “more than 100” has no high end and is never told as 100. What is planned or "
    "expected is kept apart and not counted."
)
CHECKED = (
    "A sentence is written only where an endnote shows the words it rests on. A second check, "
    "which does not know how sentences are made, looks for each number, name, place, date and "
    "hedge in the words cited, in the values read from them, in the assessment, or in its dates, "
    "and drops what it cannot find. Reasons under contradictions are given by the comparison, not"
    " by an account. “thirdhand explain ID” tells how a figure and its grade came to be: the code"
    " of a claim stands in its endnote, that of an assessment in assessments.jsonl."
)
GRADED = (
    "Grades have two parts. The letter is the source: {sources}. The digit is the information, "
    "and only independent voices make it better. Words of probability come from it by this table "
    "alone:"
)
DATED = (
    "Grades follow the Admiralty code, chances the bands of ICD 203. Where one voice alone tells "
    "of something the sentence names it and claims no probability. Speakers whom an account does "
    "not name are said to be not named. A date in brackets marked “published” is the date of "
    "publication, because the account gives no other."
)


def blocks(facts: Facts) -> tuple[Block, ...]:
    """The paragraphs and the table."""
    sources = ", ".join(f"{letter} {words}" for letter, words in SOURCES.items())
    rows = tuple(
        (str(row.information), row.name, row.chance, row.frame.format(was="were", what="…"))
        for row in LEVELS
    )
    columns = ("Grade", "Information is", "Chance", "Words used")
    held_back = (
        f" Figures of very few people are held back by the plan: {facts.held_back:,} are not "
        "shown, and incidents stand without their number."
        if facts.held_back
        else ""
    )
    return (
        Prose(TAKEN),
        Prose(CHECKED),
        Prose(GRADED.format(sources=sources)),
        Listing("words", "Words of probability", columns, rows, len(rows), "grades"),
        Prose(DATED + held_back),
    )
