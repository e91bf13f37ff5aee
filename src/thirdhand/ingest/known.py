"""What is known of an account beside its text: told by a person, stated by the file, or seen."""

import datetime as dt

from thirdhand.ingest.dates import date_seen
from thirdhand.ingest.evidence import bounds, weigh
from thirdhand.ingest.language import SURE, language_code, language_of
from thirdhand.ingest.page import LOST, Note, Page
from thirdhand.ingest.rows import short
from thirdhand.ingest.told import Told
from thirdhand.model import outlets
from thirdhand.model.account import DateBasis, Sensitivity

SENSITIVITIES: dict[str, Sensitivity] = {
    "public": "public",
    "restricted": "restricted",
    "confidential": "confidential",
}
PRIVATE = (
    "from a mail, so it is restricted: no brief for the public rests on it; to open it, write "
    "public as its sensitivity in about.csv, or give --sensitivity public"
)


def damage(text: str) -> tuple[Note, ...]:
    """Notes on characters that are lost or that no text ought to hold."""
    notes = []
    if lost := text.count(LOST):
        reason = f"{lost:,} characters were lost before the text arrived (shown as {LOST})"
        notes.append(Note("lost-characters", "warning", f"{reason}; get a better copy"))
    if nulls := text.count("\0"):
        reason = f"{nulls:,} NUL characters stand in the text; they are kept"
        notes.append(Note("nul-characters", "warning", reason))
    return tuple(notes)


def date(
    told: Told, page: Page, today: dt.date | None = None
) -> tuple[str | None, DateBasis, tuple[Note, ...]]:
    """When it was published, which evidence says so, and what does not fit.

    today: nothing is published after it; None takes the clock's.
    """
    now = today or dt.datetime.now(tz=dt.UTC).date()
    found = weigh(told.published, page, told.url or page.url, now)
    if found.published:
        return found.published, found.basis, found.notes
    known = bounds(page, now)
    basis: DateBasis = "crawl" if known and page.crawled else "unknown"
    if found.notes and not known:  # one fault, one row
        return None, basis, found.notes
    reason = (
        "no date: relative times (last week) cannot be resolved; write its date into about.csv "
        "('thirdhand about FOLDER -o FOLDER/about.csv' makes one)"
    )
    if known:
        reason = f"{reason}; {known}"
    elif seen := date_seen(page.text):
        reason += f"; {seen} stands in it: give that if it is the date of publication"
    return None, basis, (*found.notes, Note("no-date", "warning", reason))


def language(told: Told, page: Page) -> tuple[str | None, tuple[Note, ...]]:
    """The language told, else stated, else told from the words."""
    notes: tuple[Note, ...] = ()
    for written in (told.language, page.language):
        code = language_code(written) if written else None
        if code and written is told.language:
            return code, notes
        if code:
            return code, (*notes, *_doubt(code, page.text))
        if written:
            reason = f"{written[:40]!r} is no language code; write en, fr, ar"
            notes += (Note("bad-language", "warning", reason),)
    found, sure = language_of(page.text)
    if found is None:
        reason = f"the language cannot be told from the words ({sure:.0%} sure); give --language"
        notes += (Note("no-language", "note", reason),)
    return found, notes


def sensitivity(
    told: Told, page: Page, *, mail: bool = False
) -> tuple[Sensitivity, tuple[Note, ...]]:
    """The one told or the one stated, whichever is more; else public, and restricted of a mail.

    What cannot be read is not for the public. What a file says of itself is never lifted by what is
    told of a whole folder.
    """
    if mail and not (told.sensitivity or page.sensitivity):
        return "restricted", (Note("mail-restricted", "note", PRIVATE),)
    stated = (page.sensitivity or "public").strip().casefold()
    if stated in SENSITIVITIES:
        both = SENSITIVITIES[stated], told.sensitivity or "public"
        return max(both, key=list(SENSITIVITIES.values()).index), ()
    written = short(page.sensitivity or "", 40)
    reason = (
        f"{written!r} is no sensitivity: taken as confidential; write public, restricted "
        "or confidential"
    )
    return "confidential", (Note("bad-sensitivity", "warning", reason),)


def _doubt(code: str, text: str) -> tuple[Note, ...]:
    """A note where the words are surely in another language than the file states."""
    found, sure = language_of(text)
    if found in (None, code) or sure < SURE:
        return ()
    reason = (
        f"the file says {code}, but the words look like {found}; give --language if it is wrong"
    )
    return (Note("other-language", "note", reason),)


def publisher(told: Told, page: Page) -> str | None:
    """Who published it: told, else named by the file, else who stands behind its address.

    A platform is no publisher, whatever its page is called: the holder of the account is.
    """
    if told.publisher:
        return told.publisher
    stated = page.publisher if not outlets.platform(page.publisher) else None
    return stated or outlets.outlet(told.url or page.url)
