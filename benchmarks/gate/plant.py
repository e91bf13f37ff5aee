"""Ways to make a true sentence wrong: each alters one thing.

None knows the gate. A way yields every sentence that it can make of one; what it makes may be true
by chance (another month of the same figure), so a plant that stands whole in another true sentence
is left out by the caller.
"""

import re
from calendar import month_name
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

MONTHS = [name for name in month_name if name]
MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b")
NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\w.,-])\d+(?![\w,]*\d)(?!\w)")
YEAR = re.compile(r"\b(20[0-2]\d)\b")
HEDGES = ("more than", "at least", "less than", "up to", "about", "nearly")
QUOTED = re.compile(r"“[^”]*”")
CHANCES = ("almost certainly", "probably", "possibly")
OTHERS = (("people", "households"), ("households", "people"), ("%", ""))
KINDS = (
    ("killed by violence", "injured"), ("injured", "killed by violence"), ("arriving", "leaving"),
    ("returning home", "arriving"), ("taken home by third countries", "returning home"),
    ("escaping", "arrested"), ("arrested", "escaping"), ("children", "women"), ("women", "men"),
    ("men ", "women "), ("Iraqi", "Syrian"), ("Syrian", "Iraqi"), ("foreign ", ""),
    ("living there", "arriving"), ("tents lost", "tents needed"), ("Killing", "Arrest"),
    ("Repatriation", "Killing"), ("Fire", "Flood"), ("Escape attempt", "Smuggling"),
)  # fmt: skip
LABELS = ("so-called ", "self-proclaimed ", "terrorist ")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the cells that are shown with it."""

    text: str
    cells: tuple[str, ...] = ()

    def texts(self) -> tuple[str, ...]:
        """The sentence, then its cells."""
        return (self.text, *self.cells)

    def having(self, at: int, text: str) -> "Told":
        """The same with another text in that place."""
        texts = [*self.texts()[:at], text, *self.texts()[at + 1 :]]
        return Told(texts[0], tuple(texts[1:]))


@dataclass(frozen=True, slots=True)
class Case:
    """Names to put in the place of others: those that the sentence does not cite."""

    voices: Sequence[str]
    places: Sequence[str]
    own: Sequence[str] = ()
    here: Sequence[str] = ()


Way = Callable[[str, Case], Iterator[str]]


def _free(text: str, start: int) -> bool:
    """True where the place is not inside quotation marks."""
    return all(not m.start() <= start < m.end() for m in QUOTED.finditer(text))


def _swap(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _dated(text: str, match: re.Match[str]) -> bool:
    """True where a number is a day or a year."""
    behind = text[match.end() : match.end() + 12]
    ahead = text[max(0, match.start() - 12) : match.start()]
    year = re.fullmatch(r"20\d\d", match.group())
    return bool(year or MONTH.match(behind.strip()) or re.match(r" to \d+ [A-Z]", behind)) or bool(
        MONTH.search(ahead) and year
    )


def number(text: str, case: Case) -> Iterator[str]:
    """A digit more, a number beside it, ten times as many."""
    del case
    for match in NUMBER.finditer(text):
        if _dated(text, match) or not _free(text, match.start()):
            continue
        value = int(match.group().replace(",", ""))
        for new in (value + 1, value * 10 if value else 10, value + max(7, value // 3)):
            yield _swap(text, match, f"{new:,}")


def exchanged(text: str, case: Case) -> Iterator[str]:
    """Two numbers that change places."""
    del case
    found = [m for m in NUMBER.finditer(text) if not _dated(text, m) and _free(text, m.start())]
    for one, other in pairwise(found):
        if one.group() != other.group():
            middle = text[one.end() : other.start()]
            head, tail = text[: one.start()], text[other.end() :]
            yield f"{head}{other.group()}{middle}{one.group()}{tail}"


def date(text: str, case: Case) -> Iterator[str]:
    """The next month, another year, the next day."""
    del case
    for match in MONTH.finditer(text):
        if _free(text, match.start()):
            yield _swap(text, match, MONTHS[(MONTHS.index(match.group()) + 1) % 12])
            yield _swap(text, match, MONTHS[(MONTHS.index(match.group()) + 5) % 12])
    for match in YEAR.finditer(text):
        if _free(text, match.start()):
            yield _swap(text, match, str(int(match.group()) - 1))
    for match in re.finditer(rf"\b(\d{{1,2}})(?= (?:to \d|{'|'.join(MONTHS)}))", text):
        if _free(text, match.start()):
            day = int(match.group())
            yield _swap(text, match, str(day + 1 if day < 28 else day - 3))


def place(text: str, case: Case) -> Iterator[str]:
    """Another part of the site, another site; a part where none is named."""
    for name in case.here:
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            if _free(text, match.start()):
                yield from (_swap(text, match, new) for new in case.places if new != name)
    for match in re.finditer(r" (?=(?:in|on|from) (?:\d|[A-Z]))", text):
        if _free(text, match.start()):
            yield from (_swap(text, match, f" in {new} ") for new in case.places)


def actor(text: str, case: Case) -> Iterator[str]:
    """Another voice in the place of one."""
    for name in case.own:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if _free(text, match.start()):
                yield from (_swap(text, match, new) for new in case.voices)


def negation(text: str, case: Case) -> Iterator[str]:
    """A "not" that nobody said."""
    del case
    for word, new in (
        ("there were", "there were not"), ("there was", "there was not"), (" at ", " not at "),
        ("There were", "There were no"), ("There was", "There was never"), (" says ", " denies "),
        (" told", " not told of"), ("according to", "denied by"), ("is cited", "is never cited"),
        ("According to", "It is denied by"),
        ("puts it", "never puts it"),
    ):  # fmt: skip
        for match in re.finditer(re.escape(word), text):
            if _free(text, match.start()):
                yield _swap(text, match, new)


def strengthened(text: str, case: Case) -> Iterator[str]:
    """A hedge lost, or made firmer."""
    del case
    for hedge in HEDGES:
        for match in re.finditer(rf"(?i)\b{hedge} (?=\d)", text):
            if _free(text, match.start()):
                yield _swap(text, match, "")
                yield _swap(text, match, "exactly ")
                yield _swap(text, match, "at least " if hedge != "at least" else "more than ")
    for match in re.finditer(r"an imprecise number \(([\d,]+) to ([\d,]+)\) of ", text):
        yield _swap(text, match, f"{match.group(1)} ")


def invented(text: str, case: Case) -> Iterator[str]:
    """A hedge that nobody told."""
    del case
    for match in NUMBER.finditer(text):
        hedged = re.search(
            r"(?:than|least|to|about|nearly|and|moved) $", text[: match.start()], re.IGNORECASE
        )
        inner = text[: match.start()].endswith("(") and "imprecise" in text
        if not hedged and not inner and not _dated(text, match) and _free(text, match.start()):
            yield _swap(text, match, f"at least {match.group()}")
            yield _swap(text, match, f"more than {match.group()}")
            yield _swap(text, match, f"nearly {match.group()}")


def unit(text: str, case: Case) -> Iterator[str]:
    """People told as households, a share as a number."""
    del case
    for old, new in OTHERS:
        for match in re.finditer(rf"{re.escape(old)}(?!\w)", text):
            if _free(text, match.start()) and text[: match.start()].rstrip()[-1:].isalnum():
                yield _swap(text, match, new)


def kind(text: str, case: Case) -> Iterator[str]:
    """Killed for injured, children for women."""
    del case
    for old, new in KINDS:
        for match in re.finditer(rf"(?<!\w){re.escape(old)}", text):
            if _free(text, match.start()):
                yield _swap(text, match, new)


def stance(text: str, case: Case) -> Iterator[str]:
    """What is alleged or planned told as so, and what is told as only alleged."""
    del case
    for old, new in (
        ("It is alleged by", "According to"), ("According to", "It is alleged by"),
        ("as alleged by", "according to"), ("this is planned or expected:", "there were"),
        ("planned or expected according to", "according to"), (" alleges ", " says "),
        (" says ", " alleges "), (" plans or expects ", " says "), (", alleged", ""),
        (", expected", ""), (" alleged;", " told;"), ("It is denied by", "According to"),
        ("denied by", "according to"),
    ):  # fmt: skip
        for match in re.finditer(re.escape(old), text):
            if _free(text, match.start()):
                yield _swap(text, match, new)


def chance(text: str, case: Case) -> Iterator[str]:
    """Another word of probability, one lost, one added; another grade or verdict."""
    del case
    for word in CHANCES:
        for match in re.finditer(word, text):
            if _free(text, match.start()):
                yield from (_swap(text, match, new) for new in CHANCES if new != word)
                yield _swap(text, match, "").replace("  ", " ")
    for match in re.finditer(r"(?<=there )(?:were|was)(?! pro)", text):
        yield _swap(text, match, f"{match.group()} almost certainly")
    if re.fullmatch(r"[A-F][1-6]", text):
        yield f"{text[0]}{1 if text[1] != '1' else 2}"
        yield f"{'A' if text[0] != 'A' else 'B'}{text[1]}"
    for old, new in (
        ("one voice", "voices agree"), ("not confirmed", "voices agree"),
        ("voices agree", "contested"), ("contested", "voices agree"),
        ("planned or expected", "one voice"),
    ):  # fmt: skip
        if text == old:
            yield new


def direction(text: str, case: Case) -> Iterator[str]:
    """Worse told as better."""
    del case
    ways = ("worse", "better", "no change")
    for way in ways:
        for match in re.finditer(rf"(?<!\w){way}(?!\w)", text):
            if _free(text, match.start()):
                yield from (_swap(text, match, new) for new in ways if new != way)


def label(text: str, case: Case) -> Iterator[str]:
    """A disputed label in front of a name."""
    for name in case.own:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if _free(text, match.start()):
                yield from (_swap(text, match, f"{word}{name}") for word in LABELS)


def hidden(text: str, case: Case) -> Iterator[str]:
    """Nobody is told to be not named; the date of printing is told as the date."""
    del case
    for old in (
        " (not named)",
        ", going by the date of publication",
        " (published)",
        ", published",
    ):
        for match in re.finditer(re.escape(old), text):
            if _free(text, match.start()):
                yield _swap(text, match, "")


WAYS: dict[str, Way] = {
    "number": number,
    "two numbers exchanged": exchanged,
    "place": place,
    "actor": actor,
    "date": date,
    "negation": negation,
    "hedge lost or firmer": strengthened,
    "hedge invented": invented,
    "unit": unit,
    "kind": kind,
    "stance": stance,
    "probability, grade": chance,
    "direction": direction,
    "label": label,
    "not named, published": hidden,
}


def plants(told: Told, case: Case) -> Iterator[tuple[str, Told]]:
    """Every wrong sentence, with its kind, that the ways make of one."""
    for name, way in WAYS.items():
        for at, text in enumerate(told.texts()):
            for altered in way(text, case):
                if altered != text:
                    yield name, told.having(at, altered)
