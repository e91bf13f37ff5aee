"""The one table of probability words. The method section of every brief prints it.

The grades are those of the Admiralty code (NATO AJP-2.1). The chances are the bands of the US
Intelligence Community Directive 203, Analytic Standards, D.6.e.(2)(a): BANDS holds all seven, and
each information grade has one. docs/wording.md prints both and says how a frame is chosen.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """A band of ICD 203: its two rows of terms, and the chance in percent, ends included."""

    terms: tuple[str, str]
    low: int
    high: int

    @property
    def words(self) -> str:
        """The first term with the chance: "likely, 55-80 %"."""
        return f"{self.terms[0]}, {self.low}-{self.high} %"


BANDS = (
    Band(("almost no chance", "remote"), 1, 5),
    Band(("very unlikely", "highly improbable"), 5, 20),
    Band(("unlikely", "improbable"), 20, 45),
    Band(("roughly even", "roughly even odds"), 45, 55),
    Band(("likely", "probable"), 55, 80),
    Band(("very likely", "highly probable"), 80, 95),
    Band(("almost certain", "nearly certain"), 95, 99),
)
ALMOST_NONE, VERY_UNLIKELY, UNLIKELY, EVEN, LIKELY, VERY_LIKELY, ALMOST_CERTAIN = BANDS


@dataclass(frozen=True, slots=True)
class Level:
    """One information grade. `term` is the word for it; `frame` the sentence; {was} is was or were.

    band: None where no chance is given.
    """

    information: int
    name: str
    band: Band | None
    term: str
    frame: str

    @property
    def chance(self) -> str:
        """The band in words."""
        return self.band.words if self.band else "no chance given"


LEVELS = (
    Level(
        1, "confirmed", ALMOST_CERTAIN, "almost certainly", "There {was} almost certainly {what}"
    ),
    Level(2, "probably true", LIKELY, "probably", "There {was} probably {what}"),
    Level(3, "possibly true", EVEN, "possibly", "There {was} possibly {what}"),
    Level(4, "doubtful", UNLIKELY, "doubtful", "It is doubtful that there {was} {what}"),
    # ICD 203 has "improbable" one band higher: the Admiralty word stands for the grade alone.
    Level(
        5,
        "improbable",
        VERY_UNLIKELY,
        "very unlikely",
        "It is very unlikely that there {was} {what}",
    ),
    Level(
        6,
        "cannot be judged",
        None,
        "cannot be judged",
        "It cannot be judged whether there {was} {what}",
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
