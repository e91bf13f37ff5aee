"""Voices set beside their words: "MARSH: We stay.", "“We stay.” ― Ann Marsh"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from thirdhand.read import lexicon
from thirdhand.read.quote import Quote
from thirdhand.read.saying import Saying, Stretch
from thirdhand.read.speaker import Speakers

_NAME = r"[^\W\d_][\w.\'’-]*(?: [^\W\d_][\w.\'’-]*){0,4}"
_LINE = re.compile(rf"^(?P<name>{_NAME}):[ \t]+(?P<said>\S[^\n]{{8,}})", re.MULTILINE)
_ASKED = frozenset("poll survey study report analysis".split())
_WORD = re.compile(r"\b[^\W\d_][\w'’-]*\b(?!:)")
# "900 people (source: the camp's office)", and a line that ends so.
_SOURCE = re.compile(
    r"(?:[(\[]|[ \t][–—-][ \t])(?:sources?|as per|per|according to)(?:: ?| )"
    r"(?:the )?(?P<name>[^\n)\];,.]{2,60})(?:[,;][^\n)\]]{0,60})?(?:[)\]]|\.?$)",
    re.MULTILINE | re.IGNORECASE,
)
_NOTED = 600  # characters that a source in brackets may stand for
_SIGNED = re.compile(rf"\s*[―—–]{{1,2}}\s*(?P<name>{_NAME})(?=\s*(?:[,\n(]|\Z))")


def labelled(doc: Doc, text: str, speakers: Speakers, spoken: Sequence[Quote]) -> Iterator[Saying]:
    """The sayings of lines that open with a name, and of quotes signed with one."""
    lines = list(_LINE.finditer(text))
    told = {w.casefold() for w in _WORD.findall(text)} if lines else set()
    for line in lines:
        name = _named(doc, line.span("name"))
        if name is not None and _speaks(name, told):
            cue = (line.end("name"), line.end("name") + 1)
            yield from _said(name, cue, line.span("said"), speakers)
    for noted in _SOURCE.finditer(text):
        words = doc.char_span(*noted.span("name"), alignment_mode="expand")
        at = noted.start()
        first = max(text.rfind(mark, max(0, at - _NOTED), at) + 1 for mark in ("\n", ". ", "; "))
        first = max(first, at - _NOTED)
        if words is not None and first < at:
            yield from _said(words, (at, at + 1), (first, at), speakers)
    for quote in spoken:
        signed = _SIGNED.match(text, quote.end, min(len(text), quote.end + 80))
        name = _named(doc, signed.span("name")) if signed else None
        if signed and name is not None and name[0].text[0].isupper():
            mark = text.index(signed[0].strip()[0], quote.end)
            yield from _said(name, (mark, mark + 1), (quote.start, quote.end), speakers)


def _named(doc: Doc, where: Stretch) -> Span | None:
    words = doc.char_span(*where, alignment_mode="expand")
    return words if words is not None and words.text[:1].isupper() else None


def _speaks(name: Span, told: set[str]) -> bool:
    """True for a name told of elsewhere too, in capitals or not, and for a poll or a report."""
    last = name[-1].text
    if any(t.lemma_.lower() in _speaking() for t in (name[0], name[-1])):
        return True
    if name[-1].lower_ in _ASKED:
        return True
    if name[-1].pos_ != "PROPN" and not last.isupper():
        return False
    person = last.isupper() or name.root.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
    return person and last.casefold() in told


def _speaking() -> frozenset[str]:
    return lexicon.cue_set("bodies") | lexicon.cue_set("unnamed")


def _said(name: Span, cue: Stretch, content: Stretch, speakers: Speakers) -> Iterator[Saying]:
    speaker = speakers.of(name.root, strange=True)
    if speaker is not None:
        source = (name.start_char, name.end_char)
        yield Saying(source, cue, (content,), speaker.name, speaker.kind, "asserted", "told")
