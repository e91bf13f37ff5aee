"""All that one reader found in one account."""

from dataclasses import dataclass

from thirdhand.model.claim import Claim, SpeakerKind, Stance
from thirdhand.model.issue import Issue
from thirdhand.model.period import Precision
from thirdhand.model.quantity import Hedge
from thirdhand.model.span import Mention


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source) says (cue) what (content). `parent` indexes the attribution it stands in."""

    source: Mention | None
    cue: Mention | None
    content: tuple[Mention, ...]
    speaker: str
    speaker_kind: SpeakerKind
    stance: Stance
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written, with what it counts. An open bound is None."""

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str
    hedge: Hedge
    noun: str | None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A named place. `id` is a site's id, or `geonames:N`; None where only the words are known."""

    start: int
    end: int
    text: str
    id: str | None
    name: str
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time named in the text; first and last are ISO dates, None where it cannot be resolved."""

    start: int
    end: int
    text: str
    first: str | None
    last: str | None
    precision: Precision | None


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of one account. `id` is a hash of the account's version and the reader's."""

    id: str
    account: str
    reader: str
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()
