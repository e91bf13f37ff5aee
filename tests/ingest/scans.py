"""Pictures of text made for the tests: pages as a scanner or a screen gives them."""

import io
import shutil

import pypdfium2 as pdfium
import pytest
import weasyprint
from PIL import Image, ImageFilter

from thirdhand.ingest.formats.ocr.tesseract import languages

needs_ocr = pytest.mark.skipif(
    shutil.which("tesseract") is None or not {"eng", "ara"} <= languages(),
    reason="needs Tesseract (Debian: apt-get install tesseract-ocr tesseract-ocr-ara)",
)
PAGE = "<style>body {font: 11pt 'DejaVu Sans'} table {border-collapse: collapse}</style>"


def drawn(html: str, dots: int = 200) -> Image.Image:
    """The first page of `html` in grey, `dots` an inch."""
    document = pdfium.PdfDocument(weasyprint.HTML(string=PAGE + html).write_pdf())
    return document[0].render(scale=dots / 72, grayscale=True).to_pil().convert("L")


def worn(picture: Image.Image) -> Image.Image:
    """As a copier gives it: a little turned, blurred and grained."""
    turned = picture.rotate(0.6, fillcolor=255, resample=Image.Resampling.BICUBIC)
    blurred = turned.filter(ImageFilter.GaussianBlur(0.8))
    return Image.blend(blurred, Image.effect_noise(blurred.size, 40), 0.15)


def filed(picture: Image.Image, form: str = "PNG", **more: object) -> bytes:
    """The bytes of a picture file."""
    out = io.BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def scanned(*pictures: Image.Image) -> bytes:
    """A PDF of pictures, as a scanner makes it."""
    first, *rest = pictures
    return filed(first, "PDF", save_all=True, append_images=rest, resolution=200)
