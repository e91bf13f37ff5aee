"""When an account says that it was changed: in the page's data, else in a line of its text."""

import datetime as dt
import re

from thirdhand.ingest.dates import clean_date, day_in
from thirdhand.ingest.page import Page

# What begins a line, or stands behind a bar: "By Ann, 5 March · Updated 7 March".
LINE = re.compile(
    r"(?:^|[|·•;,(\[–—-])\s*(?:last )?(?:updated|corrected|modified|edited|mise? à jour|corrigé"
    r"|actualizado|aktualisiert|güncelle\w*|تم التحديث|آخر تحديث|تحديث|تصحيح)\b",
    re.IGNORECASE,
)
# A longer line tells of something else that was corrected.
LONGEST = 250


def changed(page: Page) -> str | None:
    """The last change in UTC, "YYYY-MM-DDTHH:MM:SSZ", or a date as fine as told; None for none."""
    if told := _moment(page.changed or ""):
        return told
    days = (change_of(line) for line in page.text.split("\n"))
    return max((found for day in days if day and (found := _moment(day))), default=None)


def change_of(line: str) -> str | None:
    """The day on which a line says that its account was changed, as it is written."""
    found = LINE.search(line) if len(line) <= LONGEST else None
    return day_in(line[found.end() :]) if found else None


def _moment(written: str) -> str | None:
    try:
        at = dt.datetime.fromisoformat(written.strip())
        if at.tzinfo:
            return f"{at.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, OverflowError):  # not ISO, or at the ends of the calendar
        pass
    try:
        return clean_date(written)
    except ValueError:
        return None
