"""What is said of text that was read from pictures."""

from collections.abc import Mapping

from thirdhand.ingest.formats.ocr.scan import ARABIC, Seen
from thirdhand.ingest.formats.ocr.tesseract import languages
from thirdhand.ingest.page import Note

# Pages less sure than this are named.
BAR = 85
SHOWN = 20


def notes_of(pages: Mapping[int, Seen]) -> tuple[Note, ...]:
    """How sure the words are, by page where not; numbers in doubt; what is not installed.

    pages: what was read, by the number of its page from 1.
    """
    read = {number: page for number, page in pages.items() if page.lines}
    if not read:
        return ()
    total = sum(page.sure for page in read.values()) / len(read)
    low = [f"{number} ({page.sure:.0f} %)" for number, page in read.items() if page.sure < BAR]
    reason = (
        f"read from a picture (OCR), {total:.0f} % sure on average over {_many(len(read), 'page')}"
    )
    if low:
        reason += f"; below {BAR} %: page {', '.join(low[:SHOWN])}"
    reason += ": check each number against the original before it is used"
    notes = [Note("ocr", "warning" if low else "note", reason)]
    doubtful = [f"{word} (page {n})" for n, page in read.items() for word in page.doubtful]
    if doubtful:
        reason = f"{_many(len(doubtful), 'number')} not read surely: "
        notes.append(Note("ocr-numbers", "warning", reason + "; ".join(doubtful[:SHOWN])))
    mended = [
        f"{new} (not {old}, page {n})" for n, page in read.items() for old, new in page.mended
    ]
    if mended:
        reason = f"{_many(len(mended), 'number')} read in two ways, and the surer one taken: "
        notes.append(Note("ocr-numbers", "warning", reason + "; ".join(mended[:SHOWN])))
    if low and ARABIC not in languages():
        reason = "Arabic cannot be read from pictures here; for it, on Debian: "
        notes.append(Note("ocr-language", "note", reason + "apt-get install tesseract-ocr-ara"))
    return tuple(notes)


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
