"""What a reader without a parse found in one account."""

from dataclasses import dataclass

from thirdhand.model import Figure
from thirdhand.read.anchor import Draft, Page
from thirdhand.read.where import Place


@dataclass(frozen=True, slots=True)
class Told:
    """Rows of one account, all with offsets in its own text."""

    page: Page
    places: tuple[Place, ...]
    figures: tuple[Figure, ...]
    drafts: tuple[Draft, ...]
