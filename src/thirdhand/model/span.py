"""Words in place: a quote and the character offsets where it stands."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end] == quote`, always. Offsets count characters (code points)."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of text[start:end]; ValueError where it is empty or outside the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no words at {start}:{end} in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def holds(self, text: str) -> bool:
        """True where the quote stands in `text` at its offsets."""
        return 0 <= self.start < self.end and text[self.start : self.end] == self.quote

    def overlaps(self, other: "Span") -> bool:
        """True where the two share a character."""
        return min(self.end, other.end) > max(self.start, other.start)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words in place inside a reading: a speaker, a cue, a piece of what was said."""

    start: int
    end: int
    text: str
