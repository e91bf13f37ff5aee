"""One attribution, as offsets in the text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thirdhand.model.claim import Basis, SpeakerKind, Stance

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Saying:
    """Who (source) says (cue) what (content). `via`: who was told ("told AFP"), None for nobody.

    source, cue and each part of content are (start, end). parent indexes the list of sayings.
    """

    source: Stretch | None
    cue: Stretch | None
    content: tuple[Stretch, ...]
    speaker: str | None
    kind: SpeakerKind
    stance: Stance
    basis: Basis
    via: str | None = None
    parent: int | None = None

    def covers(self, start: int, end: int) -> bool:
        """True where text[start:end] is part of what is said."""
        return any(a <= start and end <= b for a, b in self.content)

    @property
    def size(self) -> int:
        """How many characters are said."""
        return sum(b - a for a, b in self.content)


def nested(found: Sequence[Saying]) -> list[Saying]:
    """Each saying with the smallest other one whose content holds its cue as its parent."""
    out = []
    for index, said in enumerate(found):
        inside = said.cue or said.source
        holders = [
            (other.size, at)
            for at, other in enumerate(found)
            if at != index
            and inside is not None
            and other.covers(*inside)
            and other.size > said.size
        ]
        out.append(replace(said, parent=min(holders)[1] if holders else None))
    return out
