"""What a benchmark reports."""

from dataclasses import dataclass

# A whole run of the example, after install, on two cores.
BOUND = 60.0


@dataclass(frozen=True, slots=True)
class Step:
    """What took how long: `seconds` for so many accounts of so many words."""

    name: str
    seconds: float
    accounts: int
    words: int

    @property
    def accounts_per_second(self) -> float:
        """A step too short to time counts as one of a microsecond."""
        return self.accounts / max(self.seconds, 1e-6)

    @property
    def words_per_second(self) -> float:
        """Words are parted at white space."""
        return self.words / max(self.seconds, 1e-6)


@dataclass(frozen=True, slots=True)
class Score:
    """One measure of a scorer. without_case is None where it was not measured so."""

    name: str
    without_case: float | None
    with_case: float


@dataclass(frozen=True, slots=True)
class Report:
    """One run of the example.

    start: seconds to load the libraries and the parser. wall: seconds from the start to the last
    page written. peak: most bytes in memory up to there. plain: spaCy alone. unscored: why there
    are no scores, "" where there are.
    """

    steps: tuple[Step, ...]
    plain: Step
    start: float
    wall: float
    peak: int
    scores: tuple[Score, ...]
    unscored: str

    @property
    def in_time(self) -> bool:
        """True where the whole run kept to BOUND."""
        return self.wall <= BOUND
