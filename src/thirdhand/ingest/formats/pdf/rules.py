"""The ruling lines of a PDF page."""

from collections.abc import Iterator
from ctypes import byref, c_float
from itertools import islice

import pypdfium2 as pdfium
from pypdfium2 import raw

from thirdhand.ingest.formats.laid.rule import Rule, merged

# More than this on one page is a drawing or a map, and no table.
MOST_PATHS, MOST_POINTS = 4000, 20_000
# Points: a stroke is as straight as this, and no shorter.
STRAIGHT, SHORT = 1.0, 4.0

Point = tuple[float, float]


def rules_of(page: pdfium.PdfPage) -> tuple[list[Rule], list[Rule]]:
    """Level rules and upright ones, each in order of its place; strokes that touch are joined."""
    level, upright = [], []
    for (x, y), (right, top) in islice(_strokes(page), MOST_POINTS):
        if abs(top - y) <= STRAIGHT and abs(right - x) >= SHORT:
            level.append(Rule((y + top) / 2, min(x, right), max(x, right)))
        elif abs(right - x) <= STRAIGHT and abs(top - y) >= SHORT:
            upright.append(Rule((x + right) / 2, min(y, top), max(y, top)))
    return merged(level), merged(upright)


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
