"""The ruling lines of a PDF page: what a table is drawn with."""

from collections.abc import Iterable, Iterator
from ctypes import byref, c_float
from dataclasses import dataclass
from itertools import islice

import pypdfium2 as pdfium
from pypdfium2 import raw

# More than this on one page is a drawing or a map, and no table.
MOST_PATHS, MOST_POINTS = 4000, 20_000
# Points: a stroke is as straight as this, and no shorter; strokes this near are one.
STRAIGHT, SHORT, NEAR = 1.0, 4.0, 3.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke: at which place across its direction, and from where to where along it."""

    at: float
    start: float
    end: float


def rules_of(page: pdfium.PdfPage) -> tuple[list[Rule], list[Rule]]:
    """Level rules and upright ones, each in order of its place; strokes that touch are joined."""
    level, upright = [], []
    for (x, y), (right, top) in islice(_strokes(page), MOST_POINTS):
        if abs(top - y) <= STRAIGHT and abs(right - x) >= SHORT:
            level.append(Rule((y + top) / 2, min(x, right), max(x, right)))
        elif abs(right - x) <= STRAIGHT and abs(top - y) >= SHORT:
            upright.append(Rule((x + right) / 2, min(y, top), max(y, top)))
    return _merged(level), _merged(upright)


def _strokes(page: pdfium.PdfPage) -> Iterator[tuple[Point, Point]]:
    """The straight strokes of all paths, both ends in points of the page."""
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)
    for path in islice(paths, MOST_PATHS):
        count = raw.FPDFPath_CountSegments(path)
        if count > MOST_POINTS:
            continue
        matrix = path.get_matrix()
        first = last = (0.0, 0.0)
        for number in range(count):
            segment = raw.FPDFPath_GetPathSegment(path, number)
            x, y = c_float(), c_float()
            raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            here = matrix.on_point(x.value, y.value)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                first = here
            elif kind == raw.FPDF_SEGMENT_LINETO:
                yield last, here
            last = here
            if raw.FPDFPathSegment_GetClose(segment):
                yield here, first


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that lie on one another or follow one another, as one each."""
    out: list[Rule] = []
    band: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if band and rule.at - band[0].at > NEAR:
            out += _chained(band)
            band = []
        band.append(rule)
    return out + _chained(band)


def _chained(band: list[Rule]) -> list[Rule]:
    out: list[Rule] = []
    for rule in sorted(band, key=lambda rule: rule.start):
        if out and rule.start <= out[-1].end + NEAR:
            last = out.pop()
            rule = Rule(last.at, last.start, max(last.end, rule.end))  # noqa: PLW2901
        out.append(rule)
    return out
