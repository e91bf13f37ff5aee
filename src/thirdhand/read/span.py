"""The words of a parsed text as plain strings, each put together once.

spaCy joins the tokens anew at every `.text`, and makes an object of every token that is looked at.
What is put together here is kept with the text that it is of, and gone with it.
"""

from spacy.tokens import Doc, Span


def whole(doc: Doc) -> str:
    """`doc.text`."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def text_of(span: Span) -> str:
    """`span.text`."""
    kept, at = _texts(span.doc), (span.start_char, span.end_char)
    text = kept.get(at)
    if text is None:
        text = kept[at] = whole(span.doc)[slice(*at)]
    return text


def _texts(doc: Doc) -> dict[tuple[int, int], str]:
    kept: dict[tuple[int, int], str] = doc.user_data.setdefault("texts", {})
    return kept


def lemmas(doc: Doc) -> list[str]:
    """The lemma of each token in small letters."""
    return _small(doc, "LEMMA")


def lowers(doc: Doc) -> list[str]:
    """Each token in small letters."""
    return _small(doc, "LOWER")


def _small(doc: Doc, name: str) -> list[str]:
    words: list[str] | None = doc.user_data.get(name)
    if words is None:
        ids = doc.to_array(name).tolist()
        known = {i: doc.vocab.strings[i].lower() for i in set(ids)}
        words = doc.user_data[name] = [known[i] for i in ids]
    return words
