"""A picture of text: PNG, JPEG, GIF, WebP, or TIFF with its pages."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice

from PIL import Image, ImageFile, ImageOps, ImageSequence, ImageStat, UnidentifiedImageError

from thirdhand.ingest.formats.laid.wrap import flowing
from thirdhand.ingest.formats.ocr.notes import notes_of
from thirdhand.ingest.formats.ocr.scan import ENOUGH, Seen, seen
from thirdhand.ingest.formats.ocr.tesseract import MISSING, is_there
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Note, Page, Refused
from thirdhand.ingest.pulse import beat

FORMATS = ("PNG", "JPEG", "GIF", "TIFF", "WEBP")
# What Pillow raises for pictures that follow no rule.
BROKEN = (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, AttributeError,
          OverflowError, EOFError, ZeroDivisionError, Image.DecompressionBombError)  # fmt: skip
# Letters are read best some 25 pixels high. A narrow picture is made larger, as one of a screen,
# and one of too many pixels smaller.
NARROW, LARGER = 1600, 3.0
DARK = 100  # of 255
# Pillow names the place in memory, which is another one each time.
ADDRESS = re.compile(r"<[^>]* at 0x[0-9a-f]+>")
POINTS = 595  # the width of a page of paper, which a picture is taken to be


def read_picture(data: bytes, limits: Limits) -> Page:
    """The words that Tesseract finds. Refused without it, without words, or over the limits."""
    pages: dict[int, Seen] = {}
    with _opened(data, limits) as picture:
        if not is_there():
            raise Refused("picture", f"a picture; {MISSING}")
        count = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        moving = getattr(picture, "is_animated", False) and count == 1
        for number, frame in enumerate(
            islice(ImageSequence.Iterator(picture), min(count, limits.max_scans)), 1
        ):
            _bounded(frame, limits)
            grey, scale = _ready(frame)
            pages[number] = seen(grey, scale, limits.max_seconds / 2)
            beat()
    text = flowing([list(page.lines) for page in pages.values()])
    if not text.strip():
        raise Refused("picture", "a picture without words that can be read")
    notes = notes_of(pages)
    if moving or count > limits.max_scans:
        reason = f"{len(pages)} of its pages or frames were read, no more"
        notes += (Note("unread-pages", "warning" if not moving else "note", reason),)
    return Page(text, notes=notes)


@contextmanager
def _opened(data: bytes, limits: Limits) -> Iterator[Image.Image]:
    # Other libraries of this process let Pillow fill up what is missing of a picture.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        # What Pillow warns of is read as well as it can be, and how well is told by a row.
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), formats=FORMATS) as picture,
        ):
            _bounded(picture, limits)
            yield picture
    except UnidentifiedImageError:
        reason = "the picture is damaged: its beginning is of no kind that is known; get it again"
        raise Refused("damaged-picture", reason) from None
    except BROKEN as error:
        why = " ".join(ADDRESS.sub("it", str(error)).split())[:200] or type(error).__name__
        reason = f"the picture is damaged: {why}; get it again"
        raise Refused("damaged-picture", reason) from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _bounded(picture: Image.Image, limits: Limits) -> None:
    """Refused before a pixel is unpacked: the size stands at the front of the file."""
    if picture.width * picture.height > limits.max_pixels:
        size = f"{picture.width:,} by {picture.height:,} pixels"
        reason = f"{size}, over the limit of {limits.max_pixels:,}; save it smaller"
        raise Refused("too-many-pixels", reason)


def _ready(frame: Image.Image) -> tuple[Image.Image, float]:
    """The picture upright, grey on white, of a size that is read well; and its pixels a point."""
    picture = ImageOps.exif_transpose(frame)
    if picture.has_transparency_data:
        colour = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", colour.size, "white"), colour)
    grey = picture.convert("L")
    if ImageStat.Stat(grey).median[0] < DARK:  # light letters on dark, as on a screen
        grey = ImageOps.invert(grey)
    pixels = max(grey.width * grey.height, 1)
    factor = min(LARGER, NARROW / grey.width) if grey.width < NARROW else 1.0
    factor = min(factor, (ENOUGH / pixels) ** 0.5)
    if factor != 1.0:
        size = (max(int(grey.width * factor), 1), max(int(grey.height * factor), 1))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    return grey, max(grey.width, 1) / POINTS
