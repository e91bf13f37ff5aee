"""The formats: one reader a media type, one file a reader.

To add a format, add a row here, its suffixes in media.py and its line in docs/intake.md.
"""

from collections.abc import Callable

from thirdhand.ingest.formats.mail import read_mail
from thirdhand.ingest.formats.ocr import read_picture
from thirdhand.ingest.formats.odt import read_odt
from thirdhand.ingest.formats.office import TEXT, WORD
from thirdhand.ingest.formats.pdf import read_pdf
from thirdhand.ingest.formats.plain import read_plain
from thirdhand.ingest.formats.record import read_record
from thirdhand.ingest.formats.rtf import read_rtf
from thirdhand.ingest.formats.saved import read_saved
from thirdhand.ingest.formats.web import read_web
from thirdhand.ingest.formats.word import read_word
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Page

# A reader takes the bytes and the limits, and raises Refused where there is no text to be had.
Reader = Callable[[bytes, Limits], Page]

READERS: dict[str, Reader] = {
    "text/plain": read_plain,
    "application/json": read_record,
    "text/html": read_web,
    "application/pdf": read_pdf,
    WORD: read_word,
    TEXT: read_odt,
    "application/rtf": read_rtf,
    "image/png": read_picture,
    "image/jpeg": read_picture,
    "image/gif": read_picture,
    "image/tiff": read_picture,
    "image/webp": read_picture,
    "message/rfc822": read_mail,
    "multipart/related": read_saved,
}
