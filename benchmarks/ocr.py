"""How right pictures of text are read: accounts of the example, drawn, worn, and read again.

`python -m benchmarks.ocr` draws the first lines of some accounts, English and Arabic, in 11 and 8
points as a scanner at 200 dots an inch gives them, clean and as a copier wears them (turned by 0.6
degrees, blurred, grained), and prints the share of characters read right (in order, spaces as one),
of numbers right among those written, wrong ones, wrong ones that no row doubts, and seconds a page.
It needs Tesseract with eng and ara. No limit or bar of the program was chosen by it but those that
`ingest/formats/ocr/scan.py` names. One font (DejaVu) and no handwriting: a floor for what is easy.
"""

import html
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2 as pdfium
import weasyprint
from PIL import Image, ImageFilter

from thirdhand.ingest.formats.laid.wrap import flowing
from thirdhand.ingest.formats.ocr import seen

ACCOUNTS = Path("examples/al-hol/accounts")
SCALE = 200 / 72
LETTERS, PAGES, PATIENCE = 1200, 6, 120
NUMBER = re.compile(r"\d[\d.,\u066b\u066c]*\d|\d")


def texts(language: str) -> list[str]:
    """The beginnings of some accounts in a language, without what a page would not show."""
    rows = (json.loads(path.read_text("utf-8")) for path in sorted(ACCOUNTS.glob("*.json")))
    found = [row["text"][:LETTERS] for row in rows if row.get("language") == language]
    return [text for text in found if len(text) > 200][:PAGES]


def drawn(text: str, points: int, language: str) -> Image.Image:
    """A page of the text in grey."""
    turn = "rtl" if language == "ar" else "ltr"
    style = f"font: {points}pt 'DejaVu Sans'; white-space: pre-wrap"
    page = f'<div dir={turn} style="{style}">{html.escape(text)}</div>'
    document = pdfium.PdfDocument(weasyprint.HTML(string=page).write_pdf())
    picture: Image.Image = document[0].render(scale=SCALE, grayscale=True).to_pil()
    return picture.convert("L")


def worn(picture: Image.Image) -> Image.Image:
    """As a copier gives it."""
    turned = picture.rotate(0.6, fillcolor=255, resample=Image.Resampling.BICUBIC)
    blurred = turned.filter(ImageFilter.GaussianBlur(0.8))
    return Image.blend(blurred, Image.effect_noise(blurred.size, 40), 0.15)


def right(written: str, read: str) -> float:
    """The share of the characters written that were read, in order."""
    one, other = (" ".join(text.split()) for text in (written, read))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(one)


def row(language: str, points: int, change: Callable[[Image.Image], Image.Image]) -> str:
    """One line of the table."""
    letters, pages = 0.0, texts(language)
    written, kept, wrong, silent = 0, 0, 0, 0
    begun = time.perf_counter()
    for text in pages:
        found = seen(change(drawn(text, points, language)), SCALE, PATIENCE)
        read = flowing([list(found.lines)])
        letters += right(text, read)
        want, got = (Counter(NUMBER.findall(one)) for one in (text, read))
        written += want.total()
        kept += (want & got).total()
        wrong += (got - want).total()
        doubted = " ".join(found.doubtful)
        silent += sum(n for word, n in (got - want).items() if word not in doubted)
    seconds = (time.perf_counter() - begun) / len(pages)
    return (
        f"{len(pages):5} {letters / len(pages):11.1%} {kept:9}/{written:<4} {wrong:6} "
        f"{silent:8} {seconds:9.1f}"
    )


def lines() -> Iterable[str]:
    """The table."""
    yield "                 pages  characters  numbers right  wrong  unsaid    seconds"
    for language in ("en", "ar"):
        for points in (11, 8):
            for name, change in (("clean", lambda picture: picture), ("worn", worn)):
                yield f"{language} {points:2} pt {name:6} {row(language, points, change)}"


if __name__ == "__main__":
    for line in lines():
        print(line, flush=True)
