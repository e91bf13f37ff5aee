"""The ruling lines of a scanned page."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from thirdhand.ingest.formats.laid.rule import Rule, merged

# Darker than this is ink, of 255. A stroke is as long as this at least, in points.
INK = 190
LONG = 20
# A picture has more strokes than this, a table has not.
MOST = 5000

Pixels = NDArray[np.bool_]


@dataclass(frozen=True)
class Strokes:
    """Level rules and upright ones, in points, y upwards, and the pixels that they are made of."""

    level: list[Rule]
    upright: list[Rule]
    pixels: Pixels


def strokes_of(picture: Image.Image, scale: float) -> Strokes:
    """The rules of a grey picture. scale: pixels a point."""
    ink = np.asarray(picture) < INK
    height = picture.height / scale
    long = max(int(LONG * scale), 2)
    across, down = list(_runs(ink, long)), list(_runs(ink.T, long))
    mask = np.zeros_like(ink)
    if len(across) + len(down) > MOST:
        return Strokes([], [], mask)
    for at, start, end in across:
        mask[max(at - 1, 0) : at + 2, start:end] = True
    for at, start, end in down:
        mask[start:end, max(at - 1, 0) : at + 2] = True
    level = [Rule(height - at / scale, start / scale, end / scale) for at, start, end in across]
    upright = [
        Rule(at / scale, height - end / scale, height - start / scale) for at, start, end in down
    ]
    return Strokes(merged(level), merged(upright), mask)


def without(picture: Image.Image, pixels: Pixels) -> Image.Image:
    """The picture with some of its pixels white: a rule at a digit is easily read as another."""
    grey = np.array(picture)
    grey[pixels] = 255
    return Image.fromarray(grey)


def _runs(ink: Pixels, long: int) -> Iterator[tuple[int, int, int]]:
    """Row, start and end of each run of ink along a row that is `long` or longer."""
    edge = np.zeros((ink.shape[0], 1), bool)
    steps = np.diff(np.hstack([edge, ink, edge]).astype(np.int8), axis=1)
    rows, starts = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    for at in np.nonzero(ends - starts >= long)[0]:
        yield int(rows[at]), int(starts[at]), int(ends[at])
