"""Text -> passages that a parser can take, offsets unchanged."""

import re
from collections.abc import Iterator

from thirdhand.read.links import links

# A line that ends like this goes on in the next one: no stop, and long enough to be wrapped prose.
_WRAPPED = re.compile(r"[^.!?:;\"”’)\]\s]\s*$")
_WIDE = 60
_COLUMN = 20  # a line this long that goes on in small letters is one of a narrow column
# Words that end no line of their own: "stood at", "people on".
_OPEN = re.compile(r"[a-z)] (?:at|on|of|by|from|to|than|the|between|and)\s*$")
_BULLET = re.compile(r"\s*(?:[-*•·–]|\d+[.)])\s")
# "ERBIL, Kurdistan Region - ", "Shafaq News/ ", "BEIRUT (AP) — ": where it was written, by whom.
_DATELINE = re.compile(
    r"(?:date \S+ )?[A-ZÀ-Þ][\w.'’]*(?:(?:, | & | / |/|-| )(?:of|and|the|in"
    r"|[A-Z0-9À-Þ][\w.'’]*)){0,9}"
    r"(?:,? ?\([^)\n]{1,40}\))?(?: ?[-–—]{1,2}|/) +"
)
# The mark of a note as intake writes it, "69,015 [1] people": no number, and no words. A number
# that an editor put in is followed by what it counts: "killed [12] people".
_NOTE = re.compile(
    r"(?:^|(?<=[\d.,;:)\]%”\"’] )"
    r"|(?<=\w )(?=\[\d+\](?! (?:people|persons|men|women|children|\w{4,}s)\b)))\[\d{1,3}\]",
    re.MULTILINE,
)
# What a mail sets before each line that it quotes: no sign of more.
_QUOTED = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)


def clean(text: str) -> str:
    """`text` with line ends, marks of notes and of quoted lines, and brackets as spaces.

    Offsets stay. Brackets mark an editor's words inside a quote; a parser trips over them. Half a
    surrogate pair, which JSON can carry, is no character that a parser takes.
    """
    for pattern in (_NOTE, _QUOTED):
        text = pattern.sub(lambda mark: " " * len(mark[0]), text)
    return re.sub(r"[\n\r\t\f\v\x00\[\]\u2028\u2029\ud800-\udfff]", " ", text)


def starts(text: str) -> Iterator[int]:
    """Offsets where a new passage begins: after a blank line, a finished line, before a bullet."""
    yield 0
    for stretch in links(text):
        yield from stretch
    for found in re.finditer(r"[^\n]+", text):
        if head := _DATELINE.match(found[0]):
            yield found.start() + head.end()
    for match in re.finditer(r"\n+", text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        following = text[match.end() : match.end() + 40]
        narrow = len(line) > _COLUMN and following[:1].islower()
        goes_on = len(line) > _WIDE or narrow or _OPEN.search(line)
        wrapped = len(match[0]) == 1 and goes_on and _WRAPPED.search(line)
        if following and (not wrapped or _BULLET.match(following) or following[0].isupper()):
            yield match.end()
