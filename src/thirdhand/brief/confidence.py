"""The one table of probability words. The method section of every brief prints it.

The grades are those of the Admiralty code (STANAG 2511 wording); the chances are those of the US
Intelligence Community Directive 203, one band for each information grade.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One information grade. `frame` is the sentence; {was} is was or were."""

    information: int
    name: str
    chance: str
    frame: str


LEVELS = (
    Level(1, "confirmed", "almost certain, 95-99 %", "There {was} almost certainly {what}"),
    Level(2, "probably true", "likely, 55-80 %", "There {was} probably {what}"),
    Level(3, "possibly true", "roughly even, 45-55 %", "There {was} possibly {what}"),
    Level(4, "doubtful", "unlikely, 20-45 %", "It is doubtful that there {was} {what}"),
    Level(5, "improbable", "very unlikely, 5-20 %", "It is improbable that there {was} {what}"),
    Level(
        6, "cannot be judged", "no chance given", "It cannot be judged whether there {was} {what}"
    ),
)

SOURCES = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}


def level(information: int) -> Level:
    """The row of an information grade, 1 to 6; KeyError for any other."""
    return {row.information: row for row in LEVELS}[information]
