"""The words around a figure: those that belong to it and to no other figure of its sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from thirdhand.corroborate.voices.tellings import Telling

# A sentence ends at a mark before a space, or at the end of a line. "1.5" and "Dr. A" are spared
# where a small letter or a digit follows.
END = re.compile(r"[.!?؟](?=\s+[^\sa-z\d])|\n")
# Words at the end of a stretch that speak of the figure after it.
_NEXT = (
    *("of whom", "of which", "of them", "of these", "including", "among them"),
    *("dont", "منهم", "بينهم"),
)
NEXT = re.compile(rf"[,،;(]?\s*\b(?:{'|'.join(_NEXT)})\s*$", re.IGNORECASE)
# A figure straight before, of which this one is another measure: "693 families, 3,500 persons".
AGAIN = re.compile(r"^\s*(?:,|\(|or|,? that is|,? or)\s*$")
# No figure's words lie further off than this many characters.
FAR = 240


@dataclass(frozen=True)
class Context:
    """before, words, after: of one claim, up to its neighbours or the ends of its sentence.

    lead: the words of a figure straight before that this one measures again, "" for none.
    """

    before: str
    words: str
    after: str
    lead: str = ""

    @cached_property
    def places(self) -> Mapping[str, tuple[str, ...]]:
        """Where words of a table may stand (`where` of qualifiers.yaml), without what is empty."""
        found = {
            "words": (self.words, self.lead),
            "after": (self.words, self.after),
            "around": (self.words, self.after, self.before),
            "before": (self.before,),
        }
        return {name: tuple(filter(None, texts)) for name, texts in found.items()}


class Contexts:
    """The contexts of the claims of a run, each made when it is asked for."""

    def __init__(self, told: Iterable[Telling]) -> None:
        """Note where the figures stand in each account."""
        self._spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row in told:
            if row.quantity:
                self._spans[row.account.id].append((row.claim.span.start, row.claim.span.end))
        for spans in self._spans.values():
            spans.sort()
        self._made: dict[str, Context] = {}

    def of(self, row: Telling) -> Context:
        """The context of the claim; its quote alone where the account does not hold its words."""
        if row.claim.id not in self._made:
            self._made[row.claim.id] = self._cut(row)
        return self._made[row.claim.id]

    def _cut(self, row: Telling) -> Context:
        span, text = row.claim.span, row.account.text
        if not span.holds(text):
            return Context("", span.quote, "")
        first, last = sentence(text, span.start, span.end)
        near = self._spans[row.account.id] if len(self._spans[row.account.id]) <= FAR else []
        ahead = max(((e, b) for b, e in near if first <= e <= span.start), default=(first, first))
        stop = min([last, *(b for b, _ in near if b >= span.end)])
        before, after = text[ahead[0] : span.start], text[span.end : stop]
        if stop < last and after.rstrip().casefold().endswith(_NEXT):
            after = NEXT.sub("", after)
        lead = text[ahead[1] : ahead[0]] if AGAIN.search(before) else ""
        return Context(before, span.quote, after, lead)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around start..end begins and ends, FAR characters off at most."""
    low, high = max(0, start - FAR), min(len(text), end + FAR)
    first = max((m.end() for m in END.finditer(text, low, start)), default=low)
    found = END.search(text, max(end - 1, 0), high)
    return min(first, start), max(found.start() if found else high, end)
