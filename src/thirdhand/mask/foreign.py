"""Words in languages whose names nobody finds here: they stand only where none can be in them."""

from collections.abc import Iterator

from thirdhand.mask.known import Known
from thirdhand.mask.matcher import Key, Matcher
from thirdhand.mask.people import english
from thirdhand.mask.runs import candidates
from thirdhand.mask.words import cased, keys, words
from thirdhand.model import Claim, Dossier


class Foreign:
    """What is withheld whole of the accounts in other languages than English."""

    def __init__(self, dossier: Dossier, known: Known) -> None:
        self._known = known
        self.accounts = frozenset(a.id for a in dossier.accounts if not english(a))
        self.spans: dict[str, frozenset[tuple[int, int]]] = {}
        told: set[Key] = set()
        for reading in dossier.readings:
            if reading.account in self.accounts:
                claims = [c for c in reading.claims if not self.clear(c.span.quote)]
                self.spans[reading.account] = frozenset((c.span.start, c.span.end) for c in claims)
                names = {name for c in reading.claims for name in _told(c)}
                names |= {c.span.quote for c in claims}
                told |= {keys(name) for name in names if not self.clear(name)}
        self._told = Matcher(key for key in told if key)

    def clear(self, text: str) -> bool:
        """True where the words can hold no name: all are known, or small letters of a script."""
        phrase = keys(text)
        return phrase in self._known.phrases or not candidates(text, self._known)

    def hidden(self, text: str) -> Iterator[tuple[int, int]]:
        """Where words of these accounts stand that cannot be checked.

        What their claims say and name, and every word in a script without large letters.
        """
        yield from ((match.start, match.end) for match in self._told.matches(text))
        if not text.isascii():
            for word in words(text):
                if not (cased(word.text) or self._known.kept(word.key)):
                    yield word.start, word.end


def _told(claim: Claim) -> Iterator[str]:
    yield from claim.chain
    event = (claim.event.actor, claim.event.target) if claim.event else ()
    yield from (name for name in (claim.place, claim.noun, *event) if name)
