"""One attribution, as offsets in the text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thirdhand.model.claim import Basis, SpeakerKind, Stance

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Saying:
    """Who (source) says (cue) what (content). `via`: who was told ("told AFP"), None for nobody.

    cited: the one who was told of it names the source, as in "the Post said, citing the police".

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
    cited: bool = False

    def covers(self, start: int, end: int) -> bool:
        """True where text[start:end] is part of what is said."""
        return any(a <= start and end <= b for a, b in self.content)

    @property
    def size(self) -> int:
        """How many characters are said."""
        return sum(b - a for a, b in self.content)


def nested(found: Sequence[Saying]) -> list[Saying]:
    """Each saying with the smallest other one whose content holds its cue as its parent."""
    waiting = sorted(range(len(found)), key=lambda i: min(found[i].content)[0], reverse=True)
    parents: dict[int, int] = {}
    open_now: list[int] = []
    for index in sorted(range(len(found)), key=lambda i: _inside(found[i])):
        inside, size = _inside(found[index]), found[index].size
        while waiting and min(found[waiting[-1]].content)[0] <= inside[0]:
            open_now.append(waiting.pop())
        # What ended before this cue can hold no later one: each step stays short.
        open_now = [i for i in open_now if max(b for _, b in found[i].content) > inside[0]]
        holders = [
            (found[i].size, i)
            for i in open_now
            if i != index and found[i].covers(*inside) and found[i].size > size
        ]
        if holders:
            parents[index] = min(holders)[1]
    return [replace(said, parent=parents.get(index)) for index, said in enumerate(found)]


def _inside(said: Saying) -> Stretch:
    """The words that stand in a parent's content: the cue, else the source."""
    return said.cue or said.source or said.content[0]
