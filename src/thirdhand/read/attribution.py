"""Who says what in an account: every attribution, and what stands inside what."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc, Span

from thirdhand.read import lexicon
from thirdhand.read.according import hearsay
from thirdhand.read.beside import labelled
from thirdhand.read.checked import checked
from thirdhand.read.cue import cues, said_at
from thirdhand.read.kindred import akin, generic
from thirdhand.read.noted import noted
from thirdhand.read.parse import sentences
from thirdhand.read.quote import LONGEST, Quote, quotes
from thirdhand.read.saying import Saying, nested
from thirdhand.read.span import lemmas
from thirdhand.read.speaker import Speaker, Speakers
from thirdhand.read.tally import tallies

_CUES = 24  # a sentence with more is no prose
_BEHIND = 6  # cues behind the words that one of them tells of
_NEXT = 400  # characters behind a description in which a lead names who it is
_ANYWHERE = 100_000
_OPENS = "“\"'«„"


def sayings(doc: Doc, text: str) -> list[Saying]:
    """Every attribution of an account in the order of their cues, each with its parent.

    text: the account as written; in the parse its lines run into one another.
    """
    speakers = Speakers()
    spoken = quotes(text)
    begins = [q.start for q in spoken]
    found: list[Saying] = []
    for sent in sentences(doc):
        _documents(sent, speakers)
        first = bisect_left(begins, sent.start_char - LONGEST)
        near = spoken[first : bisect_left(begins, sent.end_char)]
        told = (said_at(cue, sent, speakers, near) for cue in islice(cues(sent), _CUES))
        found += [_clipped(said, near) for said in told if said is not None]
        found += islice(hearsay(sent), _CUES)
        found += islice(noted(sent, speakers), _CUES)
        found += islice(tallies(sent, speakers), _CUES)
    found = list(_unmailed(found, text))
    found += labelled(doc, text, speakers, spoken)
    found += checked(text)
    found = _cut(_continued(found, text, spoken), text)
    return nested(_led(found, speakers))


# The line that a mail program writes above what is answered: nobody tells anything there.
_ANSWERED = re.compile(r"^[> ]*On [^\n]{5,160}? wrote:[ \t]*$", re.MULTILINE)


def _unmailed(found: list[Saying], text: str) -> Iterator[Saying]:
    """The attributions, but for "On Tue, 19 Mar 2019, Ann Lee <ann@lee.example> wrote:"."""
    lines = [m.span() for m in _ANSWERED.finditer(text)]
    ends = [end for _, end in lines]
    for said in found:
        at = said.cue[0] if said.cue is not None else None
        line = bisect_left(ends, at) if at is not None else len(lines)
        if at is None or line == len(lines) or at < lines[line][0]:
            yield said


def _cut(found: list[Saying], text: str) -> list[Saying]:
    """What is said without the words that say who tells of it: "X said it is so, Y reported"."""
    out = []
    for index, said in enumerate(found):
        for teller in found[index + 1 : index + 1 + _BEHIND]:
            said = _without(said, teller, text)  # noqa: PLW2901 - cut by each
        out.append(said)
    return out


def _without(said: Saying, teller: Saying, text: str) -> Saying:
    if said.cue is None or teller.cue is None or teller.source is None:
        return said
    if not teller.covers(*said.cue):
        return said
    start = min(teller.source[0], teller.cue[0])
    stop = max(teller.source[1], teller.cue[1])
    first, last = said.content[-1]
    if not first < start < stop <= last or text[stop:last].strip(" .\"”'’"):
        return said
    end = len(text[:start].rstrip(" ,;—–-"))
    return replace(said, content=(*said.content[:-1], (first, end))) if first < end else said


def _documents(sent: Span, speakers: Speakers) -> None:
    """Documents with an owner, so that "the report" later finds its way back to them."""
    words, doc = lemmas(sent.doc), sent.doc
    verbs, nouns = lexicon.cue_verbs(), lexicon.cue_set("documents")
    for index in range(sent.start, sent.end):
        if words[index] in verbs and doc[index].pos_ == "VERB":
            speakers.own(doc[index])
        if words[index] in nouns and doc[index].pos_ == "NOUN":
            speakers.note(doc[index])


def _clipped(said: Saying, spoken: list[Quote]) -> Saying:
    """A cue inside a quote tells of nothing outside of it."""
    if said.cue is None:
        return said
    around = next((q for q in spoken if q.start < said.cue[0] < q.end), None)
    if around is None:
        return said
    inside = ((max(a, around.start), min(b, around.end)) for a, b in said.content)
    kept = tuple((a, b) for a, b in inside if a < b)
    return replace(said, content=kept) if kept else said


def _continued(found: list[Saying], text: str, spoken: list[Quote]) -> list[Saying]:
    """A quote with no cue of its own goes on for who was quoted just before in its paragraph."""
    out = sorted(found, key=_at)
    at = [_at(s) for s in out]
    for quote in spoken:
        low = bisect_left(at, quote.start - 2 * LONGEST)
        high = bisect_left(at, quote.end + LONGEST)
        if any(_holds(s, quote) for s in out[low:high]):
            continue
        for index in reversed(range(low, high)):
            last = out[index]
            if last.cue is None or last.source is None or text[last.content[-1][0]] not in _OPENS:
                continue
            # A word in quotation marks goes on with a quote only where the cue broke that off.
            if quote.end - quote.start < 25 and not _broken(last, text):
                continue
            gap = quote.start - max(last.cue[1], last.content[-1][1])
            if 0 < gap < 160 and "\n" not in text[last.cue[1] : quote.start]:
                whole = (last.content[-1][0], quote.end)
                out[index] = replace(last, content=(*last.content[:-1], whole))
                break
    return out


def _broken(said: Saying, text: str) -> bool:
    """True for a quote that ends with a comma before its cue: "Here," she said, "I stay."""
    return re.search(r"[,—–-][”\"'»]*$", text[slice(*said.content[-1])]) is not None


def _at(said: Saying) -> int:
    return (said.cue or said.source or said.content[0])[0]


def _holds(said: Saying, quote: Quote) -> bool:
    within = said.cue is not None and quote.start <= said.cue[0] < quote.end
    return within or said.covers(quote.start + 1, quote.end - 1)


def _led(found: list[Saying], speakers: Speakers) -> list[Saying]:
    """News leads with a description and names its source below.

    "A local official said" at the head of a story is the official named next.
    """
    for at, said in enumerate(found[:2]):
        if said.kind != "unnamed" or said.source is None or "source" in (said.speaker or ""):
            continue  # a "source" stays unnamed
        lead = next((s for s in speakers.heard if s.start == said.source[0]), None)
        if lead is None or lead.plural or lead.theirs:
            continue
        named = _named_next(lead, speakers)
        if named is not None:
            return [
                replace(s, speaker=named.name, kind="named")
                if i >= at and s.speaker == said.speaker
                else s
                for i, s in enumerate(found)
            ]
    return found


def _named_next(lead: Speaker, speakers: Speakers) -> Speaker | None:
    far = _NEXT if lead.person else _ANYWHERE
    near = (s for s in speakers.heard if 0 < s.start - lead.start < far)
    later = [s for s in near if s.kind == "named" and s.person == lead.person]
    if lead.person:
        return next((s for s in later if _fits(lead, s)), None)
    if alike := next((s for s in later if akin(lead.name, s.name)), None):
        return alike
    return next((s for s in later[:1] if generic(lead.name, s.name)), None)


def _fits(lead: Speaker, named: Speaker) -> bool:
    """False where the lead is of one kind of body, and the one named is of another."""
    of, other = (_bodies(s.name) for s in (lead, named))
    return not of or not other or bool(of & other)


def _bodies(name: str) -> set[str]:
    return set(re.findall(r"[a-z]+", name.lower())) & lexicon.cue_set("bodies")
