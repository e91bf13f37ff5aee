"""One page as a picture -> its lines, and how sure they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import fmean

from PIL import Image

from thirdhand.ingest.formats.laid.arrange import arranged
from thirdhand.ingest.formats.laid.line import Line
from thirdhand.ingest.formats.laid.rule import Rule
from thirdhand.ingest.formats.laid.ruled import grids
from thirdhand.ingest.formats.laid.word import Word
from thirdhand.ingest.formats.ocr.strokes import strokes_of, without
from thirdhand.ingest.formats.ocr.tesseract import Box, Found, Read, Sign, Signs, languages, read
from thirdhand.ingest.pulse import beat

# No page needs more pixels than this to be read.
ENOUGH = 12_000_000
LATIN, ARABIC = "eng", "ara"
# Surer than this in Latin letters, and the page is in them: words of Arabic read so are 30 to 45.
KNOWN = 75
# A number less sure than this is in doubt. One as sure in Latin digits outranks what the Arabic
# reader makes of them, which leaves digits out and is sure of it.
SURE = 80
# A gap in a word this wide, in heights of the line, is the end of a cell.
CELL = 0.6
# A sign is raised whose foot stands this much above that of the digits before it, in their height.
FOOT = 0.3
# So far, in points, the box of a sign may reach over a rule.
TIGHT = 1.0
QUOTES = "'\"\u2018\u2019\u201c\u201d\u00b0^"
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
WHOLE = re.compile(r"\(?\d[\d.,]*\d[)%.,]*", re.ASCII)
UNREAD = "?"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read on one page. sure: mean over its words, 0 to 100.

    doubtful: numbers that are not sure. mended: numbers that two readers read
    differently, as (left, taken).
    """

    lines: tuple[Line, ...]
    sure: float
    doubtful: tuple[str, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()


def seen(picture: Image.Image, scale: float, seconds: float) -> Seen:
    """The lines of a grey picture. scale: pixels a point. seconds: for each of the two readers.

    Read as Latin first; where that is not sure, as Arabic too, and the surer of the two is taken.
    """
    strokes = strokes_of(picture, scale)
    if grids(strokes.level, strokes.upright):
        picture = without(picture, strokes.pixels)
    found = read(picture, LATIN, seconds)
    doubtful, mended = _doubtful(found), list[tuple[str, str]]()
    whole = False
    if _mean(found) < KNOWN and ARABIC in languages():
        beat()
        other = read(picture, ARABIC, seconds)
        if _mean(other) > _mean(found):
            second = _second(found)
            found = [replace(line, words=tuple(map(second.word, line.words))) for line in other]
            doubtful, mended, whole = second.doubtful, second.mended, True
    place = Place(picture.height, scale, tuple(strokes.upright), whole)
    lines = [words for line in found if (words := list(_words(line, place)))]
    return Seen(
        tuple(arranged(lines, strokes.level, strokes.upright)),
        _mean(found),
        tuple(doubtful),
        tuple(mended),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Pixels of a picture -> points of a page. height: in pixels. upright: rules, in points.

    whole: words are not cut, as the boxes of joined letters say little.
    """

    height: int
    scale: float
    upright: tuple[Rule, ...]
    whole: bool

    def box(self, sign: Sign | Found) -> Box:
        """Left, bottom, right, top of a sign or a word, y upwards."""
        left, top, right, bottom = sign.box
        return (
            left / self.scale,
            (self.height - bottom) / self.scale,
            right / self.scale,
            (self.height - top) / self.scale,
        )

    def parted(self, one: Sign, other: Sign) -> bool:
        """True where a rule stands between two signs."""
        (start, low, left, _), (right, _, end, high) = self.box(one), self.box(other)
        if start > right:  # written from right to left
            left, right = end, start
        return any(
            left - TIGHT <= rule.at <= right + TIGHT and rule.start < high and low < rule.end
            for rule in self.upright
        )


def _mean(lines: Sequence[Read]) -> float:
    sure = [word.sure for line in lines for word in line.words]
    return fmean(sure) if sure else 0.0


def _words(line: Read, place: Place) -> Iterator[Word]:
    """The words of a line with their places; raised signs apart."""
    foot, size = (place.height - line.foot) / place.scale, line.height / place.scale
    for word in line.words:
        if place.whole:
            left, _, right, _ = place.box(word)
            yield Word(_text(word.signs), left, right, foot, size)
            continue
        for part in _cells(word.signs, CELL * line.height, place):
            plain, raised = _raised(part)
            yield _word(_text(plain), plain, place, foot, size)
            if raised:
                up = _word(_mark(raised), raised, place, foot + size / 2, size / 2)
                yield replace(up, raised=True)


def _word(text: str, signs: Signs, place: Place, foot: float, size: float) -> Word:
    boxes = [place.box(sign) for sign in signs]
    return Word(text, min(box[0] for box in boxes), max(box[2] for box in boxes), foot, size)


def _cells(word: Signs, wide: float, place: Place) -> Iterator[Signs]:
    """The word cut where a gap or a rule shows that two cells were run into one."""
    start = 0
    for at, (one, other) in enumerate(pairwise(word), 1):
        gap = max(other.box[0] - one.box[2], one.box[0] - other.box[2])
        if gap > wide or place.parted(one, other):
            yield word[start:at]
            start = at
    yield word[start:]


def _raised(word: Signs) -> tuple[Signs, Signs]:
    """A word's signs, and those at its end that are set above the line behind a number."""
    digits = [sign.box for sign in word if sign.text.isdigit()]
    if len(word) < 2 or not digits:
        return word, ()
    tall = max(box[3] - box[1] for box in digits)
    foot = max(box[3] for box in digits)
    at = len(word)
    while at > 1 and _is_raised(word[at - 1], foot, tall):
        at -= 1
    if all(sign.text in QUOTES for sign in word[at:]):
        return word, ()
    return word[:at], word[at:]


def _is_raised(sign: Sign, foot: float, tall: float) -> bool:
    return sign.box[3] < foot - FOOT * tall


def _mark(signs: Signs) -> str:
    """A raised mark as it was read; "?" where it was read as no mark can be."""
    text = _text(signs)
    return text if re.fullmatch(r"\d{1,2}|\*{1,3}", text) else UNREAD


def _text(signs: Signs) -> str:
    return "".join(sign.text for sign in signs)


def _doubtful(lines: Sequence[Read]) -> list[str]:
    words = [word for line in lines for word in line.words if word.sure < SURE]
    return [_text(word.signs) for word in words if NUMBER.search(_text(word.signs))]


@dataclass
class Second:
    """What a second reader, of Latin digits, makes of the numbers of an Arabic page."""

    numbers: list[Found]
    mended: list[tuple[str, str]] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)

    def word(self, word: Found) -> Found:
        """The word with the number that stands at its place; in doubt where none does."""
        old = NUMBER.search(_text(word.signs))
        if old is None:
            return word
        for number in self.numbers:
            new = NUMBER.search(_text(number.signs))
            if new and _same_place(word.box, number.box):
                if old.group() == new.group():
                    return word
                self.mended.append((old.group(), new.group()))
                digits = number.signs[slice(*new.span())]
                return replace(word, signs=_put(word.signs, old.span(), digits))
        self.doubtful.append(_text(word.signs))
        return word


def _second(latin: Sequence[Read]) -> Second:
    words = [word for line in latin for word in line.words if word.sure >= SURE]
    return Second([word for word in words if WHOLE.fullmatch(_text(word.signs))])


def _put(word: Signs, place: tuple[int, int], digits: Signs) -> Signs:
    return word[: place[0]] + digits + word[place[1] :]


def _same_place(one: Box, two: Box) -> bool:
    """True where the boxes share half of the smaller one, both across and down."""
    shared = []
    for low, high in ((0, 2), (1, 3)):
        both = min(one[high], two[high]) - max(one[low], two[low])
        shared.append(both / max(min(one[high] - one[low], two[high] - two[low]), 1))
    return min(shared) > 0.5
