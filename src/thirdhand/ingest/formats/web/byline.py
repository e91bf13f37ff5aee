"""The day of publication in the words of a page: beside its title, or at the head of its text."""

import re
from collections.abc import Iterator, Sequence

from thirdhand.ingest.changed import change_of
from thirdhand.ingest.dates import SLASHED, day_in
from thirdhand.ingest.formats.web.heading import heading
from thirdhand.ingest.formats.web.tree import BLOCKS, Element, leaves, marks, within, words_of

# So many lines before the title and after it are looked at, and lines of no more characters.
BEFORE, AFTER, LONGEST = 3, 10, 150
# So many lines of a page are looked at for one that is labelled as the day of publication.
MOST = 1_000
# Words that a line may hold beside its day and still be a byline.
SPARE = 60
# What stands about an article: days in it are of something else.
ASIDE = re.compile(
    r"\b(?:related|comments?|sidebar|topbar|footer|cookie|consent|newsletter|recommend\w*|most-read"
    r"|breadcrumbs?)\b|topbar"
    r"|(?:^|\s)(?:widget|menu|nav|promo|card|archive|weather)(?:$|\s)"
)
ELSEWHERE = frozenset(("nav", "aside", "footer", "form", "figure", "dialog", "select"))
CALLED = re.compile(r"date|publish|posted|byline|time|meta|fecha|dat\b")
PUBLISHED = re.compile(
    r"\b(?:(?:first |originally )?published|posted|released|issued|date|publié[es]? le"
    r"|mis en ligne le|publicado|veröffentlicht|yayın\w*)\b|نشر|تاريخ النشر",
    re.IGNORECASE,
)
FIRST = re.compile(r"\b(?:first|originally) published\b", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:last (?:updated|modified|changed|edited)|updated|modified|edited|reviewed|accessed"
    r"|mise? à jour|modifiée? le|actualizado|aktualisiert|güncell\w*)\b|تحديث|آخر تعديل",
    re.IGNORECASE,
)
# The head of a press release: GENEVA, 16 May 2024 – or ORUN (3 August 2019) -
DATELINE = re.compile(
    r"[^.!?\n]{2,60}?[,(\s]\s*(?P<day>[^–—\n-]{8,40}?)\)?\s*(?:\([\w\s]+\)\s*)?[–—-]\s"
)
# Outside English and its two customs a day written in figures comes before its month.
DAY_FIRST = frozenset("ar ckb de es fa fr it ku nl pt ru so sw tr uk".split())
WORD = re.compile(r"[^\W\d_]{2,}")
BY = re.compile(r"\s*(?:by|par|por|von|door|on|le|بقلم|كتب)\b", re.IGNORECASE)
BAR = re.compile(r"[|·•/–—]")
ENDS = (".", "!", "?")
# So many words beside a day may be a name, a section and a weekday.
NAMED = 8


def bylines(root: Element, title: str | None, language: str | None) -> tuple[str, ...]:
    """Days that the page gives as its own beside the title, as they are written."""
    lines = [e for e in leaves(root) if not within(e, ASIDE, ELSEWHERE)]
    found = list(_beside(lines, title))
    first = next((day for line in found if (day := day_of(line))), None)
    return (_ordered(first, language),) if first else ()


def changed_on(root: Element, title: str | None) -> str | None:
    """The day on which a line beside the title says that the page was changed."""
    lines = [e for e in leaves(root) if not within(e, ASIDE, ELSEWHERE)]
    at = heading(lines, title) or 0
    near = (words_of(e) for e in lines[max(0, at - BEFORE) : at + 1 + AFTER])
    return next((day for line in near if (day := change_of(line))), None)


def dateline(text: str, language: str | None) -> tuple[str, ...]:
    """The day at the head of a press release: "GENEVA, 16 May 2024 – The Council ..."."""
    head = DATELINE.match(text[:LONGEST])
    day = day_in(head["day"]) if head else None
    return (_ordered(day, language),) if day else ()


def day_of(line: str) -> str | None:
    """The day on which a line says something was published; a day of change is none."""
    if published := FIRST.search(line) or PUBLISHED.search(line):
        line = line[published.end() :]
    if changed := CHANGED.search(line):
        line = line[: changed.start()]
    return day_in(line)


def is_byline(line: str) -> bool:
    """True for a line that is about its day: labelled so, or a day with a name or a time beside it.

    "The attack of 3 August 2019" is none: words lead up to its day, and no bar parts them.
    """
    if len(line) > LONGEST or not (day := day_in(line)):
        return False
    if PUBLISHED.match(line) or CHANGED.match(line):
        return True
    before, _, after = line.partition(day)
    if len(WORD.findall(before)) > 1 and not BY.match(before) and not BAR.search(before):
        return False
    rest = before + after
    return len(rest) <= SPARE and len(WORD.findall(rest)) <= NAMED and not line.endswith(ENDS)


def _beside(lines: Sequence[Element], title: str | None) -> Iterator[str]:
    """Lines about a day near the title; where none is known, lines called or labelled as a date."""
    at = heading(lines, title)
    near = lines[max(0, at - BEFORE) : at + 1 + AFTER] if at is not None else []
    near = [e for e in near if e.tag != "h1" and not _of_change(e)]
    told = [words_of(e) for e in near]
    yield from (line for line in told if FIRST.search(line) and day_in(line))
    yield from (day for e in near if e.tag == "time" and (day := _timed(e)))
    yield from (line for line in told if is_byline(line))
    if at is None:
        called = (e for e in lines if CALLED.search(marks(e)))
        yield from (line for e in called if is_byline(line := words_of(e)))
    every = (words_of(e) for e in lines[:MOST])
    yield from (line for line in every if PUBLISHED.match(line) and is_byline(line))


def _timed(element: Element) -> str | None:
    """The day of a time element: as it is written, else as it is coded."""
    return day_in(words_of(element)) or (element.get("datetime") or "")[:10] or None


def _of_change(element: Element) -> bool:
    """True for a part of a line that says when the page was changed: "Updated <time>...</time>"."""
    if element.tag in BLOCKS:
        return False
    above = element.getparent()
    line = f"{marks(element)} {words_of(above)[:LONGEST] if above is not None else ''}"
    return bool(CHANGED.search(line)) and not PUBLISHED.search(line)


def _ordered(day: str, language: str | None) -> str:
    """A day in figures with its month in the middle, where the page's language writes it so."""
    found = SLASHED.fullmatch(day)
    if found and (language or "")[:2].lower() in DAY_FIRST:
        first, second, year = (int(part) for part in found.groups())
        return f"{year}-{second:02d}-{first:02d}"
    return day
