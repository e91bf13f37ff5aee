"""The smaller rule set, joined: account in, rows out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from thirdhand.model import Account, Figure, Plan, Vocabulary
from thirdhand.read.anchor import Draft
from thirdhand.read.checked import checked
from thirdhand.read.draft import statements
from thirdhand.read.institution import institution
from thirdhand.read.plain.cue import sayings
from thirdhand.read.plain.event import figures, happenings
from thirdhand.read.plain.figure import Count, counts
from thirdhand.read.plain.folded import Folded, fold
from thirdhand.read.plain.indicator import Indicators
from thirdhand.read.plain.scene import PlainPage, PlainScene
from thirdhand.read.plain.sentence import cuts, doc_of
from thirdhand.read.plain.table import CODES
from thirdhand.read.plain.told import Told
from thirdhand.read.plain.when import times
from thirdhand.read.plain.where import PlainPlaces
from thirdhand.read.saying import Saying, nested
from thirdhand.read.when import Time

LANGUAGES = CODES


class Rules:
    """Reads accounts in LANGUAGES without a parse."""

    def __init__(self, plan: Plan, vocabulary: Vocabulary) -> None:
        self._plan, self._vocabulary = plan, vocabulary
        self._places = {code: PlainPlaces(code, plan.sites) for code in LANGUAGES}

    def tell(self, account: Account, reader: str) -> Told:
        """The rows of one account. `reader` is the id that its claims carry."""
        code, text = account.language or "", account.text
        folded = fold(text)
        stretches = list(cuts(folded.text))
        doc = doc_of(folded.text, stretches)
        places = self._places[code].find(folded, doc, text)
        named = list(times(code, folded.text, account.period))
        page = PlainPage(
            account,
            doc_of(text, _whole(folded, stretches, len(text))),
            _said(code, folded, stretches, text),
            [_timed(t, folded) for t in named],
            PlainScene(code, places, self._plan.sites, text, account.title or ""),
            reader,
            institution(account, self._plan.sources),
        )
        found: list[Figure] = []
        drafts = tuple(self._drafts(page, folded, stretches, named, found))
        return Told(page, tuple(places), tuple(found), drafts)

    def _drafts(
        self,
        page: PlainPage,
        folded: Folded,
        stretches: Sequence[tuple[int, int]],
        named: Sequence[Time],
        found: list[Figure],
    ) -> Iterator[Draft]:
        """The drafts of every sentence; the figures as written are added to `found`."""
        code = page.account.language or ""
        indicators = Indicators(code, self._vocabulary)
        for (start, end), sent in zip(stretches, page.doc.sents, strict=True):
            text = folded.text[start:end]
            here = [t for t in named if start <= t.start < end]
            dated = any(t.stretch and t.stretch.first == t.stretch.last for t in here)
            numbers = list(counts(code, text, [(t.start - start, t.end - start) for t in here]))

            def back(a: int, b: int, base: int = start) -> tuple[int, int]:
                return folded.back(base + a, base + b)

            # A number without a noun says of nobody that it counts them.
            told = (c for c in numbers if c.noun.unit)
            found += [_figure(c, back(c.start, c.end), page.account.text) for c in told]
            rows = list(indicators.name(text, numbers))
            drafts = list(figures(code, rows, text, sent, back, dated))
            drafts += list(happenings(code, text, sent, back, drafts))
            drafts += list(statements(sent, page.said, drafts))
            yield from drafts


def _said(
    code: str, folded: Folded, stretches: Sequence[tuple[int, int]], text: str
) -> list[Saying]:
    """The sayings of every sentence; one stands in another of its own sentence only."""
    out: list[Saying] = []
    before: str | None = None
    for start, end in stretches:
        here: list[Saying] = []
        for said in sayings(code, folded.text[start:end], start, before):
            here.append(_back(said, folded, text))
            before = here[-1].speaker or before
        size = len(out)
        out += (
            replace(s, parent=None if s.parent is None else s.parent + size) for s in nested(here)
        )
    return [*out, *checked(text)]


def _whole(
    folded: Folded, stretches: Sequence[tuple[int, int]], length: int
) -> list[tuple[int, int]]:
    """The stretches in the account's own text, without a gap between them."""
    if not stretches:
        return []
    starts = [0, *(folded.first[start] for start, _ in stretches[1:])]
    return list(zip(starts, [*starts[1:], length], strict=True))


def _back(said: Saying, folded: Folded, text: str) -> Saying:
    """The saying at its place in `text`, its speaker as spelt there, without quote marks."""
    source = folded.back(*said.source) if said.source else None
    return Saying(
        source,
        folded.back(*said.cue) if said.cue else None,
        tuple(folded.back(*c) for c in said.content),
        re.sub(r"[\"«»“”„]", "", text[slice(*source)]).strip() if source else said.speaker,
        said.kind,
        said.stance,
        said.basis,
    )


def _timed(time: Time, folded: Folded) -> Time:
    return Time(*folded.back(time.start, time.end), time.stretch, time.since)


def _figure(count: Count, at: tuple[int, int], text: str) -> Figure:
    q = count.quantity
    words = text[slice(*at)]
    return Figure(*at, words, q.low, q.high, q.unit, q.hedge, count.noun.word)
