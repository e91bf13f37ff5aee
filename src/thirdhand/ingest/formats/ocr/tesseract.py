"""Tesseract, the system's program for reading pictures, by a pipe: picture in, characters out.

A call of its own and not pytesseract, which writes files, and gives words without their characters:
the place of each character is what tells the mark of a note, or a cell's end, from a digit.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from lxml import etree
from PIL import Image

from thirdhand.ingest.page import Refused

PROGRAM = "tesseract"
INSTALL = "apt-get install tesseract-ocr tesseract-ocr-ara"
MISSING = f"Tesseract, which reads pictures, is not there; install it (Debian: {INSTALL})"
LINES = {"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"}
# So long the list of languages may take, in seconds.
SOON = 20

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sign:
    """A character and its box: left, top, right, bottom, in pixels downwards."""

    text: str
    box: Box


Signs = tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A word, how sure it is, 0 to 100, and its box. Of single signs Tesseract is always sure."""

    signs: Signs
    sure: float
    box: Box


@dataclass(frozen=True, slots=True)
class Read:
    """A line: its words, where its letters stand (pixels downwards), and their height."""

    words: tuple[Found, ...]
    foot: float
    height: float


def is_there() -> bool:
    """True where the program is installed."""
    return shutil.which(PROGRAM) is not None


@cache
def languages() -> frozenset[str]:
    """The languages that are installed, by Tesseract's names: eng, ara."""
    if not is_there():
        return frozenset()
    asked = _run(["--list-langs"], b"", SOON)
    return frozenset(asked.decode("utf-8", "replace").split())


def read(picture: Image.Image, language: str, seconds: float) -> list[Read]:
    """The lines of a grey picture in reading order. Refused where it takes too many seconds."""
    held = BytesIO()
    picture.save(held, "PPM")
    page = ["stdin", "stdout", "-l", language, "--psm", "3", "-c", "hocr_char_boxes=1", "hocr"]
    return list(_lines(_run(page, held.getvalue(), seconds)))


def _run(arguments: list[str], data: bytes, seconds: float) -> bytes:
    # One thread a page: more of them mostly wait for one another.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; nothing of the input is an argument
            [PROGRAM, *arguments],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        reason = f"reading the picture takes more than {seconds:.0f} seconds: given up"
        raise Refused("too-slow", reason) from None
    except OSError as error:
        raise Refused("no-ocr", f"{MISSING}: {error.strerror}") from None
    return done.stdout


def _lines(page: bytes) -> Iterator[Read]:
    """The lines of what Tesseract writes (hOCR: XHTML whose titles hold the boxes)."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(page, parser) if page.strip() else None
    for line in () if root is None else root.iter("{*}span"):
        if line.get("class") in LINES:
            facts = _facts(line)
            words = [
                _word(signs, _facts(word))
                for word in line
                if word.get("class") == "ocrx_word" and (signs := tuple(_signs(word)))
            ]
            _, _, _, bottom = facts["bbox"]
            size = facts.get("x_size", (0.0,))[0]
            if words and size > 0:
                yield Read(tuple(words), bottom, size)


def _word(signs: Signs, facts: dict[str, tuple[float, ...]]) -> Found:
    left, top, right, bottom = facts["bbox"]
    return Found(signs, facts["x_wconf"][0], (left, top, right, bottom))


def _signs(word: etree._Element) -> Iterator[Sign]:
    for sign in word.iter("{*}span"):
        if sign.get("class") == "ocrx_cinfo" and (sign.text or "").strip():
            facts = _facts(sign)
            left, top, right, bottom = facts["x_bboxes"]
            yield Sign(sign.text, (left, top, right, bottom))


def _facts(element: etree._Element) -> dict[str, tuple[float, ...]]:
    """The numbers of a title, as in "bbox 173 195 1478 239; x_size 44" -> its numbers by name."""
    out = {}
    for part in element.get("title", "").split(";"):
        name, *values = part.split() or [""]
        try:
            out[name] = tuple(float(value) for value in values)
        except ValueError:  # a name in quotes
            continue
    return out
