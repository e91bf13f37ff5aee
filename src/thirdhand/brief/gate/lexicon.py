"""Every word is one of ours that says nothing of the place, or is cited."""

from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.cited import Cited
from thirdhand.brief.gate.parts import Parts
from thirdhand.brief.gate.table import negation


def unknown(shown: Sequence[Parts], held: Cited) -> Iterator[str]:
    """Words that no table of the gate has and nothing cited holds."""
    for part in shown:
        for word in part.words:
            if word.marks is not None or word.small in negation():
                continue
            if word.text[0].isupper() and not part.begins(word):
                continue
            if not held.hold(word.small):
                yield f"“{word.text}” is not cited"
