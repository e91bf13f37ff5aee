"""spaCy's attribute ruler by table: the same word in the same role always gets the same attributes.

The ruler tries some 180 patterns at every token, which takes an eighth of the pipeline's time. They
look at a token's word, tag and dependency, and name some 150 words: what the ruler says is asked
once for each of these in each role, and once for all other words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

RULER = "ruler_by_table"
_ASKED: list[int | str] = ["ORTH", "TAG", "DEP"]
_TOLD: list[int | str] = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]
_OTHER, _SPACE = "thing", "\n"  # stand for all words that no pattern names, and for all space
_MOST = 50_000  # words kept; then it begins anew, so that memory stays flat
Row = tuple[int, ...]


class Ruler:
    """Sets what `ruler` sets."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._told: dict[tuple[Row, ...], list[Row]] = {}
        self._words: dict[int, int] = {}
        patterns = _patterns(ruler)
        self._named = _named(patterns)
        self._longest = max(map(len, patterns))
        # What a pattern of several words begins with.
        self._opens = Matcher(ruler.vocab)
        opens: Any = [p[:1] for p in patterns if len(p) > 1]
        self._opens.add("opens", opens)
        self._opening: set[Row] = set()

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with its tags, parts of speech, forms and lemmas."""
        if not len(doc):
            return doc
        asked = [(self._word(doc, orth), *role) for orth, *role in doc.to_array(_ASKED).tolist()]
        told = [self._ask(doc, (row,))[0] for row in asked]
        for start, end in self._runs(asked):
            told[start:end] = self._ask(doc, tuple(asked[start:end]))
        return _set(doc, _TOLD, told)

    def _word(self, doc: Doc, orth: int) -> int:
        """The word as the patterns see it: itself, or one that stands for all others."""
        word = self._words.get(orth)
        if word is None:
            lexeme = doc.vocab[orth]
            stand_in = _SPACE if lexeme.is_space else _OTHER
            word = orth if self._named(lexeme.lower_) else doc.vocab.strings.add(stand_in)
            if len(self._words) >= _MOST:
                self._words.clear()
            self._words[orth] = word
        return word

    def _ask(self, doc: Doc, rows: tuple[Row, ...]) -> list[Row]:
        """What the ruler sets on a text of these words."""
        told = self._told.get(rows)
        if told is None:
            words = Doc(doc.vocab, [doc.vocab.strings[row[0]] for row in rows])
            _set(words, ["TAG", "DEP"], [row[1:] for row in rows])
            if len(rows) == 1 and self._opens(words, allow_missing=True):
                self._opening.add(rows[0])
            told = [tuple(row) for row in self._ruler(words).to_array(_TOLD).tolist()]
            self._told[rows] = told
        return told

    def _runs(self, asked: Sequence[Row]) -> Iterator[tuple[int, int]]:
        """Stretches that hold all that patterns of several words match, none inside another."""
        start = end = 0
        for index, row in enumerate(asked):
            if row in self._opening:
                if index >= end:
                    if end:
                        yield start, end
                    start = index
                end = min(index + self._longest, len(asked))
        if end:
            yield start, end


def fits(ruler: AttributeRuler) -> bool:
    """True where no pattern looks at more than a token's word, tag and dependency."""
    seen = {"TAG", "DEP", "LOWER", "IS_SPACE"}
    return all(token.keys() <= seen for pattern in _patterns(ruler) for token in pattern)


def _patterns(ruler: AttributeRuler) -> list[list[dict[str, Any]]]:
    rows: Any = ruler.patterns
    return [pattern for row in rows for pattern in row["patterns"]]


def _set(doc: Doc, names: list[int | str], rows: Sequence[Row]) -> Doc:
    """`doc` with a row of values for each token."""
    values: Any = doc.to_array(names)
    values[:] = rows
    return doc.from_array(names, values)


def _named(patterns: Sequence[Sequence[dict[str, Any]]]) -> Callable[[str], bool]:
    """True for a word in small letters that a pattern names."""
    words: set[str] = set()
    forms: list[re.Pattern[str]] = []
    for token in (token for pattern in patterns for token in pattern):
        lower = token.get("LOWER", ())
        if isinstance(lower, dict):
            forms += [re.compile(lower["REGEX"])] if "REGEX" in lower else []
            lower = (*lower.get("IN", ()), *lower.get("NOT_IN", ()))
        words |= {lower} if isinstance(lower, str) else set(lower)
    return lambda word: word in words or any(form.search(word) for form in forms)


@Language.factory(RULER)
def make(nlp: Language, name: str) -> Ruler:  # noqa: ARG001 - spaCy passes both
    """The pipeline's attribute ruler, by table."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    return Ruler(ruler)
