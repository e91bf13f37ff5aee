"""What stands around an article and in it, and is no part of it: taken out, before and after."""

import re
from collections.abc import Sequence

from thirdhand.ingest.dates import clean_date, day_in
from thirdhand.ingest.formats.web.byline import is_byline
from thirdhand.ingest.formats.web.heading import folded, is_title
from thirdhand.ingest.formats.web.tree import Element, drop, leaves, marks, words_of

# Boxes, by a part of what their makers call them, and by the whole of a name.
BOX = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|didomi|onetrust|gdpr|newsletters?|paywall|subscri(?:be|ption)"
    r"|related(?:posts)?|recirculation|recommended|read-?more|also-?read|a-lire|shar(?:e|ing)"
    r"|donat\w*|promo|advert\w*|ad-slot|sponsored|pull-?quote|comments?|sidebar|breadcrumbs?"
    r"|you-may-like)(?:$|[\s_-])"
    r"|(?:^|\s)(?:widget|weather|pull|don|contacts?|respond)(?:$|\s)"
)
KEPT = frozenset(("html", "body", "main", "article", "h1"))
# A box with more of the page's words than this is not one, whatever it is called.
SHARE = 0.4
# Lines that speak to the reader or lead to another page, whole.
CUES = (
    r"(?:please )?(?:read|watch) (?:more|also|next)\b|see also\b",
    r"also read\b",
    r"related(?: (?:news|stories|articles?|posts|content|topics|links))?\s*:?$",
    r"more on this(?: story| topic)?\s*:?$",
    r"you (?:may|might)(?: also)? (?:like|be interested in)",
    r"(?:to )?(?:continue|keep) reading\b|to read on\b|already (?:a )?subscri",
    r"become a (?:subscriber|member)",
    r"you have (?:read|reached) .{0,40}(?:article|limit)|this (?:article|story) is (?:only )?for ",
    r"(?:article|contenu|suite)? ?réservée? aux abonnés",
    r"recommended(?: for you)?\s*:?$",
    r"[àa] lire(?: aussi| également)?\b|lire aussi\b|voir aussi\b",
    r"lea también|te puede interesar",
    r"اقر[أا] (?:أيضا|ايضا|المزيد)|(?:مواضيع|أخبار|مقالات) ذات صلة",
    r"advertisement$|publicité$|publicidad$|إعلان$",
    r"sign up (?:for|to) ",
    r"subscribe (?:to|now|today|for)\b|abonnez-vous",
    r"follow us on |join (?:us|our) (?:on|telegram|whatsapp|channel)|suivez-nous|تابعونا",
    r"please enable javascript",
    r"support (?:independent|our) journalism",
    r"your email address will not be published",
    r"soutenez |votre don |donate (?:now|today)",
    r"(?:media|press) contacts?\s*:|contacts? presse",
    r"(?:©|\(c\)|copyright) ?\d{4}|all rights reserved|tous droits réservés",
)
CUE = re.compile("(?:" + "|".join(CUES) + ")", re.IGNORECASE)
LONGEST = 250
# What a site says of its cookies, in any of its ways, in so many characters.
COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
OURS = re.compile(
    r"\b(?:privacy|consent|accept|partners?|brows\w+|experience|(?:web)?sites?|settings|policy"
    r"|opt out|navigateur|expérience|données|consentement|partenaires|privacidad|datenschutz)\b",
    re.IGNORECASE,
)
CONSENT = 700
# A quote in a box has so many words; texts of more lines are not looked through for them.
QUOTED = 5, 40
REPEATED = 2_000
# So many lines at the head of the text may repeat the title and the day.
HEAD = 6
# A lone link of fewer words may be a name in a list.
LINKED = 3
CELLS = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th"))
# A cell with more characters than this holds no figure: the table is there for the layout.
CELL = 250
LETTER = re.compile(r"\w")


def cleared(root: Element, title: str | None) -> Element:
    """The tree without boxes, lines that lead elsewhere, and tables that only place things."""
    for table in list(root.iter("table")):
        if _places(table):
            _unfold(table)
    most = SHARE * len(words_of(root))
    for box in [e for e in root.iter() if isinstance(e.tag, str) and _is_box(e)]:
        _drop_box(box, most)
    for line in list(leaves(root)):
        told = words_of(line)
        if is_title(told, title):
            continue
        if is_call(told):
            _drop_headed(line, most)
        elif line.tag in {"p", "div", "span"} and _leads_away(line):
            drop(line)
    return root


def trimmed(text: str, title: str | None, days: Sequence[str]) -> str:
    """The article's lines without its title, without `days` (ISO) beside it, and without calls.

    days: what is kept as the date of publication, so that nothing is lost.
    """
    lines = [line for line in text.split("\n") if not is_call(line)]
    lines = _once(lines)
    head = [line for line in lines[:HEAD] if not _said(line.lstrip(" -"), title, days)]
    return "\n".join([*head, *lines[HEAD:]] or lines)


def is_call(line: str) -> bool:
    """True for a line that asks the reader for something or leads to another page."""
    bare = line.strip(" \t|>-–—•*")
    if len(bare) <= LONGEST and CUE.match(bare):
        return True
    return len(bare) <= CONSENT and bool(COOKIES.search(bare)) and bool(OURS.search(bare))


def _once(lines: list[str]) -> list[str]:
    """The lines without those that only repeat words of a longer one: quotes set in a box."""
    if len(lines) > REPEATED:
        return lines
    told = [folded(line) for line in lines]
    whole = "\n".join(told)

    def again(line: str) -> bool:
        return QUOTED[0] <= len(line.split()) <= QUOTED[1] and whole.count(line) > told.count(line)

    return [line for line, words in zip(lines, told, strict=True) if not again(words)]


def _said(line: str, title: str | None, days: Sequence[str]) -> bool:
    """True for the title, and for a byline whose day is one of `days`."""
    if is_title(line, title):
        return True
    if not is_byline(line):
        return False
    try:
        return clean_date(day_in(line) or "") in days
    except ValueError:
        return False


def _drop_headed(line: Element, most: float) -> None:
    """Drop a call, and the box that it stands at the head of."""
    box = line.getparent()
    head = box is not None and box.tag not in KEPT and line.getprevious() is None
    if head and len(words_of(box)) <= most and box.find(".//h1") is None:
        drop(box)
    else:
        drop(line)


def _drop_box(box: Element, most: float) -> None:
    if len(words_of(box)) <= most and box.find(".//h1") is None:
        drop(box)


def _is_box(element: Element) -> bool:
    if element.tag in KEPT:
        return False
    return element.tag == "dialog" or bool(BOX.search(marks(element)))


def _places(table: Element) -> bool:
    """True for a table that holds no figures: another table, or whole paragraphs, lie in it."""
    cells = table.iter("td", "th")
    return table.find(".//table") is not None or any(len(words_of(c)) > CELL for c in cells)


def _unfold(table: Element) -> None:
    """Make plain blocks of a table's own rows and cells; a table within stays one."""
    for element in list(table.iter(*CELLS)):
        above = element
        while above.tag != "table":
            above = above.getparent()
        if above is table and element is not table:
            element.set("data-was", element.tag)
    for element in [e for e in table.iter(*CELLS) if e.get("data-was")]:
        element.tag = "div"
    table.tag = "div"


def _leads_away(line: Element) -> bool:
    """True for a line that is one link or several, a cue before them aside."""
    links = list(line.iter("a"))
    linked = " ".join(words_of(a) for a in links)
    if len(linked.split()) < LINKED or any(a.get("href", "").startswith("#") for a in links):
        return False
    rest = words_of(line)
    for link in links:
        rest = rest.replace(words_of(link), " ", 1)
    rest = rest.strip(" \t|:>-–—•*")
    return not LETTER.search(rest) or is_call(rest)
