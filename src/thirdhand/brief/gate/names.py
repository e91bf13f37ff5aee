"""Every name, place and actor stands in what is cited."""

import re
from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.cited import Cited, actors, cited
from thirdhand.brief.gate.lexicon import unknown
from thirdhand.brief.gate.parts import Parts, Piece, Word

BY = re.compile(r"\(by $")


def unnamed(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """Known names that nothing cited supports, other large letters, and words of nobody."""
    held = cited(basis)
    for part in shown:
        for name in part.names:
            if not held.hold(name.text):
                yield f"no words cited name {name.text}"
            elif BY.search(part.named[: name.start]) and not actors(basis).hold(name.text):
                yield f"no words cited say that {name.text} did it"
        yield from (f"no words cited name {name}" for name in _large(part, held))
    yield from unknown(shown, held)


def _large(part: Parts, held: Cited) -> Iterator[str]:
    """Words in large letters that stand inside a sentence, those side by side as one name."""
    runs: list[Piece | Word] = []
    for word, after in zip(part.words, (*part.words[1:], None), strict=False):
        if not word.text[0].isupper() or word.marks:
            continue
        joined = runs and part.rest[runs[-1].end : word.start] in (" ", "-", ".")
        if joined:
            last = runs.pop()
            runs.append(Piece(last.start, word.end, part.text[last.start : word.end]))
        elif not part.begins(word) or (word.marks is None and _leads(word, after, part)):
            runs.append(word)
    for run in runs:
        if not held.hold(run.text):
            yield run.text


def _leads(word: Word, after: Word | None, part: Parts) -> bool:
    """True where a word that begins a sentence begins a name of several words."""
    return (
        after is not None and after.text[0].isupper() and part.rest[word.end : after.start] == " "
    )
