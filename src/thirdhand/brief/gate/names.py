"""Every name, place and actor stands in what is cited."""

from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.cited import Cited, cited
from thirdhand.brief.gate.parts import Parts, Piece


def unnamed(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """A known name that nothing cited supports, and other words in large letters."""
    held = cited(basis)
    for part in shown:
        for name in part.names:
            if not held.hold(name.text):
                yield f"no words cited name {name.text}"
        yield from (f"no words cited name {name}" for name in _large(part, held))


def _large(part: Parts, held: Cited) -> Iterator[str]:
    """Words in large letters that stand inside a sentence, those side by side as one name."""
    runs: list[Piece] = []
    for word in part.words:
        if not word.text[0].isupper() or part.begins(word):
            continue
        if runs and part.rest[runs[-1].end : word.start] in (" ", "-", "."):
            last = runs.pop()
            text = part.text[last.start : word.end]
            runs.append(Piece(last.start, word.end, text))
        else:
            runs.append(word)
    for run in runs:
        if not held.hold(run.text):
            yield run.text
