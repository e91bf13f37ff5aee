"""The words of a parsed span."""

from functools import lru_cache

from spacy.tokens import Doc, Span


@lru_cache(maxsize=32)
def text_of(span: Span) -> str:
    """`span.text`, put together once: spaCy joins the tokens anew at every call."""
    return span.text


@lru_cache(maxsize=4)
def whole(doc: Doc) -> str:
    """`doc.text`, put together once."""
    return doc.text
