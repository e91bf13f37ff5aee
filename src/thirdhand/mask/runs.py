"""Runs of large words, and what in them may be the name of a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from thirdhand.mask.known import Known
from thirdhand.mask.words import JOINT, Word, cased, large, listed_in, table, words

Run = list[Word]
# A title has so large a share of its longer words in large letters.
SHARE = 0.6
LONG = 4
_OPENING = frozenset(".!?:;\n\"“”‘'(«»[•*-–—/|\t>")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words in place that may name a person. sure: told to be one by their own form.

    strange: how many of its words no list and no dictionary knows.
    """

    words: tuple[Word, ...]
    sure: bool
    strange: int

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end

    @property
    def key(self) -> tuple[str, ...]:
        """The keys of its words."""
        return tuple(word.key for word in self.words)


def candidates(text: str, known: Known, start: int = 0, end: int | None = None) -> list[Candidate]:
    """What may name a person in text[start:end], in order."""
    return met(text, known, start, end)[0]


def met(
    text: str, known: Known, start: int = 0, end: int | None = None
) -> tuple[list[Candidate], list[Run]]:
    """What may name a person in text[start:end], and all runs of large words, in order."""
    row = list(words(text, start, end))
    heading, held = _heading(row), list(_runs(text, row))
    parts = ((part, run) for run in held for part in _unknown(run, known))
    found = (_named(text, part, run, known, heading) for part, run in parts)
    return [candidate for candidate in found if candidate], held


def _heading(row: Run) -> bool:
    """True where most words are written large, as in a title: there a large letter tells little."""
    long = [word for word in row if len(word.text) >= LONG]
    return sum(large(w.text) for w in long) > SHARE * len(long)


def _runs(text: str, row: Run) -> Iterator[Run]:
    """Large words in a row, with the small ones that names hold."""
    particles, begins = table()["particles"], _begins()
    run: Run = []
    for at, word in enumerate(row):
        if _code(text, word):
            if run:
                yield run
            run = []
            continue
        joined = bool(run) and _joins(text, run[-1], word)
        follows = at + 1 < len(row) and large(row[at + 1].text) and _joins(text, word, row[at + 1])
        inside = (
            word.key in particles
            and follows
            and (joined or word.key in begins or text[word.end : word.end + 1] == "-")
        )
        if run and not (joined and (large(word.text) or inside)):
            yield run
            run = []
        if large(word.text) or inside:
            run.append(word)
    if run:
        yield run


# "Tell Hassan that we are well", and "near Tell Hassan".
_SPOKEN = frozenset(("tell",))
_SONS = frozenset(("bin", "ibn", "bint", "wuld", "ould"))


@cache
def _begins() -> frozenset[str]:
    return table()["kunya"] | _SONS


@cache
def _before_names() -> frozenset[str]:
    """Titles, and offices of one or of several."""
    return (
        listed_in("offices") | listed_in("honorifics") - listed_in("kunya") | {"members", "justice"}
    )


def _code(text: str, word: Word) -> bool:
    """True for letters right beside a digit: a part of a code, as in "RN23" and "7G24+8QX"."""
    around = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 1]
    return any(c.isdigit() for c in around)


def _joins(text: str, one: Word, other: Word) -> bool:
    gap = text[one.end : other.start]
    if not JOINT.fullmatch(gap):
        return False
    # "By Jo Roe" and "GENEVA" on the next line.
    if "\n" in gap and one.text.isupper() != other.text.isupper():
        return False
    # A full stop ends a sentence, but for an initial and a title.
    # "41.1457 E. Passport", "118-B. Passport": a side and the end of a code are no initials.
    before = text[max(0, one.start - 2) : one.start].rstrip()[-1:]
    side = before.isdigit() or (bool(before) and before in "°'\"-/")
    short = (len(one.text) == 1 and not side) or one.key in listed_in("honorifics", "offices")
    return "." not in gap or short


def _unknown(run: Run, known: Known) -> Iterator[Run]:
    """The run without the names that stand as they are, longest first."""
    rest: Run = []
    at = 0
    while at < len(run):
        most = min(8, len(run) - at)
        size = next((n for n in range(most, 0, -1) if _is(run, at, n, known)), 0)
        # "Jo London", "Ngozi Roe": a place right beside a name is the other half of it.
        if size == 1 and not _short(run[at], run) and _beside(run, at, known):
            size = 0
        if size:
            if rest:
                yield rest
            rest = []
        else:
            rest.append(run[at])
        at += size or 1
    if rest:
        yield rest


def _beside(run: Run, at: int, known: Known) -> bool:
    """True where the single word before is a given name, or a city stands before a strange word."""
    given = table()["given"]
    if at and (run[at].key,) in known.cities and (run[at].key,) not in known.phrases:
        before = run[at - 1]
        if not (_plain(before, known) or _short(before, run) or _is(run, at - 1, 1, known)):
            return True
    if any(w.key in given for w in run[:at]) and run[at - 1].key in given | table()["particles"]:
        return True
    if (run[at].key,) in known.own or at + 1 >= len(run):
        return False
    after = run[at + 1]
    return not (_plain(after, known) or _short(after, run) or _is(run, at + 1, 1, known))


def _is(run: Run, at: int, size: int, known: Known) -> bool:
    """True where a known name stands here, and is not the first half of somebody's own name."""
    phrase = tuple(word.key for word in run[at : at + size])
    if phrase in known.people:
        return True
    if phrase not in known.phrases and phrase not in known.cities:
        return False
    return size > 1 or phrase[0] not in table()["given"]


def _named(text: str, part: Run, run: Run, known: Known, heading: bool) -> Candidate | None:
    """What of these words may be a person's name; None where nothing is."""
    lists = table()
    part = _untitled(part)
    if len(part) == 1 and part[0].key in lists["large"]:
        return None
    at = next((n for n, w in enumerate(part) if _given(w, run)), None)
    before = _before(part[at], run) if at is not None else ""
    if before in lists["hills"] and not (before in _SPOKEN and _opens(text, run[0].start)):
        return None
    if at is not None:
        while at and (_half(part[at - 1], known) or _hyphened(text, part[at - 1], part[at])):
            at -= 1
        return _called(part[at:], known, heading)
    if any(w.key in lists["bodies"] for w in part) or (
        part and part[0].key in lists["hills"] - _SPOKEN
    ):
        return None
    whole = part
    titled = bool(run and run[0].key in lists["honorifics"] and part and run[0] is not part[0])
    first = run[0].key if heading or _opens(text, run[0].start) else ""
    part = _trimmed(text, part, known, heading, first)
    strange = sum(not _plain(w, known) for w in part)
    letters = all(len(w.text) == 1 or _short(w, run) for w in part)
    if part and not letters and (strange or titled):
        foreign = not all(cased(w.text) for w in part)
        return Candidate(tuple(part), titled or foreign, strange)
    # "Will Turner": words of the language all, and a name perhaps.
    barred = lists["particles"] | lists["ages"]
    plain = not any(known.kept(w.key) or w.key in barred or _short(w, run) for w in whole)
    return Candidate(tuple(whole), False, 0) if plain and len(whole) == 2 and not heading else None


def _given(word: Word, run: Run) -> bool:
    """True where a person's name begins: a given name, or a mother or father of somebody."""
    lists = table()
    return (word.key in lists["given"] and not _short(word, run)) or (
        word.key in _begins() and word is not run[-1]
    )


def _before(word: Word, run: Run) -> str:
    at = run.index(word)
    return run[at - 1].key if at else ""


def _untitled(part: Run) -> Run:
    """Without the titles, offices and bodies before a name: "Foreign Minister Jo Roe"."""
    before = _before_names()
    last = max((n for n, w in enumerate(part[:-1]) if w.key in before), default=-1)
    return part[last + 1 :]


def _called(part: Run, known: Known, heading: bool) -> Candidate | None:
    """A name from its given name on: what is written large behind it belongs to it."""
    lists = table()
    stop = listed_in("bodies", "offices", "private", "large")
    # "Karim Jan": no month.
    end = next((n for n, w in enumerate(part) if n and w.key in stop and w.key != "jan"), len(part))
    if heading:
        # Words behind a name are written large as well here: one may be a family's.
        bare = (
            n
            for n, w in enumerate(part[:end])
            if n > 1 and _plain(w, known) and w.key not in lists["particles"]
        )
        end = next(bare, end)
    if end < len(part) and part[end].key in lists["bodies"]:
        return None
    name = part[:end]
    while len(name) > 1 and (
        name[-1].key in lists["particles"] or (known.kept(name[-1].key) and name[-1].key != "jan")
    ):
        if name[-1].key not in lists["particles"] and name[-2].key in lists["particles"]:
            break  # "Abu Omar al-Iraqi": where he is from is a part of what he is called.
        name = name[:-1]
    strange = sum(not _plain(w, known) for w in name)
    return Candidate(tuple(name), True, strange)


def _opens(text: str, start: int) -> bool:
    """True where a sentence, a line or a quote begins: a word is written large for that alone."""
    before = text[max(0, start - 4) : start]
    return not before.strip(" ") or before.rstrip(" ")[-1] in _OPENING


def _half(word: Word, known: Known) -> bool:
    """True for an initial, a word that nobody knows, and a place that may be half a name."""
    if len(word.text) == 1 or not _plain(word, known):
        return True
    lists = table()
    barred = lists["large"] | lists["bodies"] | lists["peoples"] | lists["hills"]
    return (word.key,) in known.cities and not (word.key in barred or known.plain(word.key))


def _hyphened(text: str, one: Word, other: Word) -> bool:
    """True for two halves of one name: "Per-Olav"."""
    return text[one.end : other.start] in ("-", "‐", "‑")


def _trimmed(text: str, part: Run, known: Known, heading: bool, first: str) -> Run:
    """Without words at both ends that name nobody: "When Jo Roe Monday" is "Jo Roe".

    first: the key of the word that begins the run, and perhaps the sentence. Inside a sentence a
    word of the language is written large for a reason: "Hsar Paw" is a whole name.
    """
    while part and _plain(part[0], known) and (heading or part[0].key == first):
        if len(part) > 1 and _hyphened(text, part[0], part[1]) and not known.kept(part[0].key):
            break
        part = part[1:]
    while part and (_plain(part[-1], known) if heading else _bare(part[-1], known)):
        part = part[:-1]
    return part


def _bare(word: Word, known: Known) -> bool:
    """True for a word that is no half of a name even where it is written large."""
    return word.key in listed_in("particles", "private", "offices") or known.kept(word.key)


def _plain(word: Word, known: Known) -> bool:
    if word.key in table()["given"]:
        return False
    if word.key in listed_in("particles", "private", "offices"):
        return True
    return known.kept(word.key) or (cased(word.text) and known.plain(word.key))


def _short(word: Word, run: Run) -> bool:
    """True for a short form in large letters among words that are not all large: "MSF"."""
    if len(word.text) < 2 or not word.text.isupper() or not cased(word.text):
        return False
    return len(word.text) <= 6 and (len(run) == 1 or not all(w.text.isupper() for w in run))
