"""Pictures of text: rendered pages and image files -> lines, with how sure they are."""

from thirdhand.ingest.formats.ocr.notes import notes_of
from thirdhand.ingest.formats.ocr.picture import read_picture
from thirdhand.ingest.formats.ocr.scan import ENOUGH, Seen, seen
from thirdhand.ingest.formats.ocr.tesseract import MISSING, is_there

__all__ = ["ENOUGH", "MISSING", "Seen", "is_there", "notes_of", "read_picture", "seen"]
