"""Who says what, from cue words alone: the verb or preposition, its speaker, and what is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from thirdhand.model.claim import Basis, SpeakerKind, Stance
from thirdhand.read.plain.act import acts
from thirdhand.read.plain.table import found, pattern, table
from thirdhand.read.saying import Saying

_STOP = re.compile(r"[،,;؛:.()\n]|\d")
_NAMED = re.compile(r'\s*(?:[^\s"،,.]+\s+){0,3}"(?P<name>[^"]{2,60})"(?:\s*\([^)]{1,60}\))?')
_TRIM = " \t\n\"'،,;؛:.()-–«»"
_PRONOUNS = frozenset("il elle ils elles on هو هي هم".split())
_CUES = 24  # a sentence with more is no prose
_MOST = 8  # words of a speaker that no mark ends


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    stance: Stance
    basis: Basis


def sayings(code: str, text: str, base: int, before: str | None) -> Iterator[Saying]:
    """The sayings of one sentence; offsets count from `base`.

    before: who spoke last, for a verb without a speaker of its own.
    """
    for cue in islice(_cues(code, text), _CUES):
        said = _after_that(code, text, cue, before)
        if said is None and code == "fr":
            said = _inverted(code, text, cue)
        said = said or _of_noun(code, text, cue)
        if said is not None:
            yield _moved(said, base)
    for match in islice(_according(code).finditer(text), _CUES):
        source = _speaker(code, text, match.end())
        if source is None:
            continue
        parts = _parts(text, match.start(), source[1])
        if parts:
            cue = _Cue(match.start(), match.end(), "asserted", "told")
            yield _moved(_saying(code, text, source, cue, parts), base)


@cache
def _verbs(code: str) -> tuple[tuple[re.Pattern[str], Stance, Basis], ...]:
    rows = table(code)["says"]
    return tuple((found(code, r["words"]), r["stance"], r["basis"]) for r in rows)


def _cues(code: str, text: str) -> Iterator[_Cue]:
    taken: list[tuple[int, int]] = []
    for words, stance, basis in _verbs(code):
        for match in words.finditer(text):
            if not any(a < match.end() and match.start() < b for a, b in taken):
                taken.append(match.span())
                yield _Cue(*match.span(), stance, basis)


@cache
def _that(code: str) -> re.Pattern[str]:
    body = "|".join(sorted(table(code)["that"], key=len, reverse=True))
    return re.compile(rf'(?<!\w)[وب]?(?:{body})(?:(?<=\')|(?!\w))|:\s*(?=\S)|(?<=[،,:\s])"')


@cache
def _according(code: str) -> re.Pattern[str]:
    body = "|".join(sorted(table(code)["according"], key=len, reverse=True))
    tail = r"\s*(?:(?<=قا )لل?)?" if code == "ar" else r"\s*"  # "in accordance with to X"
    return re.compile(rf"(?<!\w)[و]?(?:{body})(?!\w){tail}", re.IGNORECASE)


def _after_that(code: str, text: str, cue: _Cue, before: str | None) -> Saying | None:
    """Verb, perhaps its speaker, "that" or a colon, and what is said."""
    named = _NAMED.match(text, cue.end)
    after = named.end() if named and len(named["name"].split()) < 6 else cue.end
    match = _that(code).search(text, after, after + 160)
    if match is None or re.search(r"[.;؛]\s", text[cue.end : match.start()]):
        return None
    content = _trimmed(text, match.end(), len(text))
    if content is None:
        return None
    source = _speaker(code, text, cue.end, match.start()) if code == "ar" else None
    source = source or _subject(code, text, cue.start)
    if source and text[slice(*source)].lower() in _PRONOUNS:
        source = None
    said = _saying(code, text, source, cue, (content,))
    if source is None and before:
        return Saying(None, said.cue, said.content, before, "named", said.stance, said.basis)
    return said if source else None


def _of_noun(code: str, text: str, cue: _Cue) -> Saying | None:
    """As in "announced the organisation X the death of 62 children": no "that"."""
    if pattern(code, "that_only").fullmatch(text[cue.start : cue.end]):
        return None
    source = _speaker(code, text, cue.end) if code == "ar" else _subject(code, text, cue.start)
    content = _trimmed(text, source[1] if code == "ar" else cue.end, len(text)) if source else None
    return _saying(code, text, source, cue, (content,)) if source and content else None


def _inverted(code: str, text: str, cue: _Cue) -> Saying | None:
    """As in "..., a déclaré X": what is said stands before the verb."""
    if not re.search(r"[,\"]\s*(?:\(\w+\)\s*)?$", text[: cue.start]):
        return None
    source = _speaker(code, text, cue.end)
    if source is None or not re.match(r'\s*"?\s*(?:[,.]|$)', text[source[1] :]):
        return None
    content = _trimmed(text, 0, cue.start)
    return _saying(code, text, source, cue, (content,)) if content else None


def _speaker(code: str, text: str, start: int, stop: int | None = None) -> tuple[int, int] | None:
    """The words of a speaker right behind text[start]: up to a mark, a number, a stop word."""
    limit = len(text) if stop is None else stop
    if (match := _NAMED.match(text, start)) and match.end() <= limit:
        return _trimmed(text, start, match.end())
    mark = _STOP.search(text, start, limit)
    limit = min(limit, mark.start() if mark else limit)
    if stop is None:
        limit = min([limit, *(a.start for a in acts(code, text[:limit]) if a.start > start + 2)])
    words = list(re.finditer(r"\S+", text[start:limit]))
    end = start
    for index, word in enumerate(words):
        plain = word[0].strip(_TRIM).lower()
        if (plain in table(code)["stops"] and plain not in ("de", "من")) or index >= _MOST:
            break
        end = start + word.end()
    return _trimmed(text, start, end) if end > start else None


def _subject(code: str, text: str, end: int) -> tuple[int, int] | None:
    """The words before a verb, from where its sentence begins, up to the first comma."""
    lead = re.split(r"[.;:\n]\s", text[:end])[-1]
    start = end - len(lead)
    head = re.match(r"\s*(?:[وف]?كان(?:ت|وا)?\s+|et\s+|mais\s+|or\s+)?", lead)
    start += head.end() if head else 0
    parts = text[start:end].split("،" if code == "ar" else ",")
    first = code == "ar" or len(parts) == 3 or not parts[-1].strip()
    words = parts[0] if first else parts[-1]
    at = text.index(words, start) if words else start
    stop = re.search(r"\s+(?:قد|لقد|qui|n|ne|y|nous|lui)\s*$", words)
    found_at = _trimmed(text, at, at + (stop.start() if stop else len(words)))
    return found_at if found_at and found_at[1] - found_at[0] < 120 else None


def _saying(
    code: str,
    text: str,
    source: tuple[int, int] | None,
    cue: _Cue,
    content: tuple[tuple[int, int], ...],
) -> Saying:
    name = text[slice(*source)].replace('"', "").strip() if source else None
    return Saying(
        source, (cue.start, cue.end), content, name, _kind(code, name or ""), cue.stance, cue.basis
    )


def _kind(code: str, name: str) -> SpeakerKind:
    first = re.compile(
        rf"(?:l'|le |la |les |un |une |des |de |d')?{pattern(code, 'documents').pattern}",
        re.IGNORECASE,
    )
    if first.match(name):
        return "document"
    who = re.compile(
        rf"(?:l'|le |la |les |un |une |des |de |d'|\d+ )?{pattern(code, 'unnamed').pattern}",
        re.IGNORECASE,
    )
    return "unnamed" if who.match(name) and len(name.split()) < 4 else "named"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return (start, end) if end > start else None


def _parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """What stands before and behind "according to X"."""
    parts = (_trimmed(text, 0, start), _trimmed(text, end, len(text)))
    return tuple(p for p in parts if p is not None and p[1] - p[0] > 2)


def _moved(said: Saying, base: int) -> Saying:
    def move(place: tuple[int, int] | None) -> tuple[int, int] | None:
        return (place[0] + base, place[1] + base) if place else None

    content = tuple((a + base, b + base) for a, b in said.content)
    return Saying(
        move(said.source), move(said.cue), content, said.speaker, said.kind, said.stance, said.basis
    )
