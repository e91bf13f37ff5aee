"""Text in one spelling, and the way back to the offsets of the text as it arrived."""

import unicodedata
from dataclasses import dataclass
from functools import cache

# One letter for the spellings of one: hamza carriers, final ya, digits of either set, spaces.
_SAME = {
    **dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ی": "ي", "ک": "ك", "ګ": "ك", "٪": "%", "٫": ".",
    "٬": ",", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "ʼ": "'",
    "‐": "-", "‑": "-", "\r": "\n", "\u2028": "\n", "\u2029": "\n",
    **dict.fromkeys("\t\f\v\x00[]", " "),
}  # fmt: skip
_TATWEEL = "ـ"


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` in one spelling; first[i] and last[i] bound its character i in the text it is from."""

    text: str
    first: tuple[int, ...]
    last: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end], not empty, stands in the text as it arrived."""
        return self.first[start], self.last[end - 1]


def fold(text: str) -> Folded:
    """`text` without vowel marks, stretching and direction marks, its letters in one spelling.

    A vowel mark goes with the letter it stands on; a mark of direction belongs to no letter.
    """
    out: list[str] = []
    first: list[int] = []
    last: list[int] = []
    for index, char in enumerate(text):
        kind = _kind(char)
        if kind == "Mn" and out and last[-1] == index:
            joined = unicodedata.normalize("NFC", out[-1] + char)
            out[-1] = _spelling(joined) if len(joined) == 1 else out[-1]
            last[-1] = index + 1
        elif char == _TATWEEL and out and last[-1] == index:
            last[-1] = index + 1
        elif kind not in ("Mn", "Cf") and char != _TATWEEL:
            out.append(_spelling(char))
            first.append(index)
            last.append(index + 1)
    return Folded("".join(out), tuple(first), tuple(last))


@cache
def _kind(char: str) -> str:
    return unicodedata.category(char)


@cache
def _spelling(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    kind = _kind(char)
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    if kind == "Zs":
        return " "
    return "\ufffd" if kind == "Cs" else char


def folded_words(text: str) -> str:
    """`text` in one spelling, for tables."""
    return fold(text).text
