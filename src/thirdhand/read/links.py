"""Links to other pages that stand in an account's text: what they tell counts for nothing."""

import re
from collections.abc import Iterator

# A line of links is led by one of these and a colon.
_WORDS = (
    r"related(?: (?:news|articles?|stor(?:y|ies)|topics?|posts?|reports?|coverage|content))?"
    r"|(?:read|see) (?:also|more|next)|also (?:read|see)|more (?:news|stories)|further reading"
    r"|(?:more|read more) on (?:this|this topic|this story)|you may also like"
    r"|recommended(?: for you)?|don['’]t miss|most read|latest news|trending"
    r"|(?:à |a )?lire aussi|voir aussi|sur le même sujet|articles? liés?"
    r"|(?:اقر[أا]|إقر[أا]|طالع|شاهد) (?:أيضا|ايضا|أيضاً|ايضاً|أيضًا|المزيد)"
    r"|(?:أخبار|مواضيع|مقالات|موضوعات) (?:ذات صلة|متعلقة|مرتبطة)"
)
_LED = re.compile(
    rf"(?:(?<=[.!?؟»\"”] )|^[ \t>*•-]*)(?:{_WORDS})\s*:[ \t]*", re.IGNORECASE | re.MULTILINE
)
# A longer line holds more than links: only the sentence goes.
_LINE = 600
_STOP = re.compile(r"(?<=[^\W\d_]{2}[.!?؟])\s")


def links(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each line, or rest of a line, that names other pages to read.

    Where the line is long, only its sentence: an account told in one line is not lost.
    """
    for match in _LED.finditer(text):
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        last = end == len(text)
        if last or end - match.start() > _LINE:
            stop = _STOP.search(text, match.end(), end)
            end = stop.start() if stop else end
        yield match.start(), end
