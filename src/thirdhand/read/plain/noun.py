"""The noun that a number counts, from the words right behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from thirdhand.read.plain.table import found, pattern, table


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun. unit "" where no noun stands; "-" for what no indicator counts.

    forms: "one", "many" or "two", by the form of the word. end: where its words end in the text.
    """

    word: str | None
    unit: str
    tags: frozenset[str]
    indicator: str | None = None
    form: str = "many"
    end: int = 0


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[^\w\s]")
_SINGLE = frozenset(("women", "children", "men"))
_LEADS = ("", "و", "ف", "ال", "وال", "بال", "فال", "كال", "لل", "ولل", "ب", "ل", "وب", "ول", "ك")
_TAILS = ("", "ا", "هم", "ها", "ه", "هن", "هما")


@cache
def _nouns(code: str) -> dict[str, Noun]:
    """Every form of every noun of the table. A word of two groups keeps the first."""
    rows = [
        (words, "people", tag, None, ())
        for tag, ws in table(code)["people"].items()
        for words in ws
    ]
    rows += [(words, "households", "", None, ()) for words in table(code)["households"]]
    rows += [
        (words, r["unit"], "", r["indicator"], tuple(r.get("by", ())))
        for r in table(code)["counted"]
        for words in r["words"]
    ]
    out: dict[str, Noun] = {}
    for words, unit, tag, indicator, by in rows:
        forms, _, dual = words.partition("|")
        names = forms.split()
        for word in (*names, *dual.split()):
            one = word == names[0] or word.endswith("ة") or (code == "fr" and word[-1] not in "sx")
            form = "two" if word in dual.split() else "one" if one else "many"
            tags = frozenset({tag, *by} - {""})
            out.setdefault(word, Noun(names[0], unit, tags, indicator, form))
    return out


def noun(code: str, word: str) -> Noun | None:
    """The noun that `word` is a form of, whatever is written on to it."""
    return _noun(code, word.lower())


@cache
def _noun(code: str, word: str) -> Noun | None:
    nouns = _nouns(code)
    if code != "ar":
        return nouns.get(word)
    for lead in _LEADS:
        if not word.startswith(lead):
            continue
        rest = word[len(lead) :]
        for tail in _TAILS:
            stem = rest[: len(rest) - len(tail)] if tail else rest
            if rest.endswith(tail) and len(stem) > 1:
                for spelt in (stem, stem[:-1] + "ة") if tail and stem.endswith("ت") else (stem,):
                    if spelt in nouns:
                        return nouns[spelt]
    return None


@cache
def _phrases(code: str) -> tuple[tuple[re.Pattern[str], Noun], ...]:
    return tuple(
        (
            re.compile(rf"\s*(?:(?:de |d'|من )?{found(code, r['words']).pattern})", re.IGNORECASE),
            Noun(r["unit"], r["unit"], frozenset(r.get("by", ())), r.get("indicator")),
        )
        for r in table(code)["phrases"]
    )


@dataclass(slots=True)
class _Scan:
    """The words behind a number, as far as they have been read."""

    code: str
    end: int
    head: Noun | None = None
    tags: frozenset[str] = frozenset()
    unknown: int = 0
    linked: bool = False

    def take(self, word: str, end: int) -> bool:
        """Read one word; False where the noun has ended before it."""
        if word in ('"', "(", "'"):
            return True
        lower, known = word.lower(), noun(self.code, word)
        if known is not None and lower not in table(self.code)["negations"]:
            return self._known(known, end)
        if lower in table(self.code)["and"] and self.head and self.head.tags & _SINGLE:
            return True  # "ten women and children": one count of both
        if lower in table(self.code)["links"]:
            self.linked = self.linked or self.head is None
            return True
        ended = not word[0].isalpha() or lower in table(self.code)["stops"]
        self.unknown += 1
        # Names may stand between a noun and its adjective: "families of fighters of X, foreign".
        return not ended and self.head is not None and self.unknown <= 3

    def _known(self, known: Noun, end: int) -> bool:
        if self.head is not None and known.indicator:
            self.unknown += 1  # as in "families of fighters of the State": a name
            return self.unknown <= 3
        if self.head is not None and self.unknown and not known.tags:
            return False
        if known.unit == "households" and self.head is None and self.linked:
            known = Noun("family members", "people", frozenset({"families"}))
        self.head, self.unknown, self.end = self.head or known, 0, end
        self.tags |= known.tags
        return True


def behind(code: str, text: str, at: int, stop: int) -> Noun:
    """The noun of the number that ends at text[at]; text[stop] begins the next number."""
    for phrase, row in _phrases(code):
        if match := phrase.match(text, at):
            return _at(row, row.tags, match.end())
    scan = _Scan(code, at)
    for match in _words(text, at, stop):
        if not scan.take(match[0], match.end()):
            break
    if scan.head is None:
        return Noun(None, _unknown(code, text, at), frozenset(), end=at)
    return _at(scan.head, scan.tags, scan.end)


def _words(text: str, at: int, stop: int) -> Iterator[re.Match[str]]:
    return islice(_WORD.finditer(text, at, stop), 16)


def _at(row: Noun, tags: frozenset[str], end: int) -> Noun:
    return Noun(row.word, row.unit, tags, row.indicator, row.form, end)


def _unknown(code: str, text: str, at: int) -> str:
    """Nothing where the number stands alone, "-" where it counts something no table knows."""
    match = _WORD.match(text, at) or _WORD.match(text, min(at + 1, len(text)))
    if match is None or not re.match(r"[^\W\d_]", match[0]):
        return ""
    word = match[0].lower()
    alone = word in table(code)["stops"] or word in table(code)["links"]
    # The accusative of a thousand takes no noun, and a verb is none.
    accusative = code == "ar" and re.search(r"(?:الفا|مليونا|مليارا)$", text[max(0, at - 8) : at])
    return "" if alone or accusative or _act(code).match(text, match.start()) else "-"


@cache
def _act(code: str) -> re.Pattern[str]:
    return found(code, [w for row in table(code)["acts"] for w in row["words"]])


def alone(code: str, text: str) -> bool:
    """True where the words say that children are without their families."""
    return bool(pattern(code, "alone").search(text))
