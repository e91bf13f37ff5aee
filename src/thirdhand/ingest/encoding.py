"""Bytes -> text: UTF-8 first, then what the bytes declare, then a guess that is told."""

import codecs
import re

import charset_normalizer

from thirdhand.ingest.page import LOST, Note, Refused

# Order matters: the mark of UTF-32 (little end first) starts with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a press text that is not Unicode is written in. The guess stays among these: over all
# encodings it often lands on a code page that nobody has used for decades.
GUESSES = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256"]
GUESSES += ["shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "koi8_r", "cp874"]
# Control codes that stand in no text: all but tab, line ends, form feed and escape.
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
WIDE_SAMPLE = 4096
WHOLE_PER_BROKEN = 10


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[Note, ...]]:
    """Text of `data`, with a note where its encoding had to be guessed.

    declared: the encoding's name as the file itself gives it. Refused where nothing fits.
    """
    wide = _wide(data)
    for encoding in (_mark(data), wide, "utf-8"):
        text = _strict(data, encoding) if encoding else None
        if text is not None:
            return text, (_guessed(encoding),) if encoding == wide else ()
    if (text := _mostly(data)) is not None:
        reason = "not clean UTF-8: broken bytes were left out and are counted as lost characters"
        return text, (Note("wrong-encoding", "warning", reason),)
    if declared and (text := _strict(data, declared)) is not None:
        return text, ()
    if CONTROL.search(data):
        raise Refused("binary-file", "the bytes are no text in any encoding: not a text file")
    encoding = _guess(data)
    text = _strict(data, encoding) if encoding else None
    if text is None:
        raise Refused("no-encoding", "no known encoding fits the bytes; save the file as UTF-8")
    return text, (_guessed(encoding),)


def restated(data: bytes, stated: str | None) -> bytes:
    """`data` in marked UTF-8 where it is none and what came with it states what it is in."""
    if not stated or (_strict(data, "utf-8") is not None and not data.isascii()):
        return data
    text = _strict(data, stated)
    return data if text is None else text.encode("utf-8-sig", "surrogatepass")


def _mark(data: bytes) -> str | None:
    return next((name for mark, name in MARKS if data.startswith(mark)), None)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark, told by zeros in every other place; None where it is not that."""
    sample = data[:WIDE_SAMPLE]
    half = len(sample) // 2
    if half < 4 or len(data) % 2 or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if max(even, odd) < 0.7 or min(even, odd) > 0.05:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):  # unknown to Python, or the bytes do not fit
        return None


def _mostly(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes; None where it is anything else.

    Whole characters beyond ASCII are strong evidence: other encodings hardly ever make them.
    """
    text = data.decode("utf-8", "replace")
    lost = text.count(LOST)
    wide = len(text) - sum(map(str.isascii, text)) - lost
    return text if wide >= WHOLE_PER_BROKEN * lost else None


def _guess(data: bytes) -> str | None:
    """The likeliest of GUESSES; between equals cp1252, which most such files are in."""
    ranked = list(charset_normalizer.from_bytes(data, cp_isolation=GUESSES))
    if not ranked:
        return None
    best = ranked[0]
    equals = [m for m in ranked if (m.chaos, m.coherence) == (best.chaos, best.coherence)]
    names = {name for match in equals for name in match.could_be_from_charset}
    return "cp1252" if "cp1252" in names else best.encoding


def _guessed(encoding: str | None) -> Note:
    reason = f"not UTF-8: read as {encoding}, which is a guess; check the accents, or save as UTF-8"
    return Note("wrong-encoding", "warning", reason)
