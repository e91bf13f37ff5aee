"""The words of a mail in HTML, all of them: a mail has no menus to leave out."""

import re
from html.parser import HTMLParser

UNSEEN = frozenset(("head", "style", "script", "title", "template"))
# After these the words go on in a new line.
BLOCKS = frozenset(
    """address article blockquote br caption dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5
    h6 header hr li main nav ol p pre section table tr ul""".split()
)
CELLS = frozenset(("td", "th"))
SPACE = re.compile(r"[^\S\n]+")
LINES = re.compile(r" ?\n[ \n]*")


def plain(source: str) -> str:
    """The words in `source`, a line for each block. Nothing is raised, whatever is in it."""
    parser = _Words()
    parser.feed(source)
    parser.close()
    words = SPACE.sub(" ", "".join(parser.out))
    return LINES.sub("\n", words).strip()


class _Words(HTMLParser):
    """Gathers what a reader sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._unseen: str | None = None

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - HTMLParser's shape
        if self._unseen is None and tag in UNSEEN:
            self._unseen = tag
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the same
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        # A page that never closes its head closes it by its body.
        if tag == self._unseen:
            self._unseen = None
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if self._unseen is None:
            self.out.append(data.replace("\n", " "))

    def _part(self, tag: str) -> None:
        if tag == "body":
            self._unseen = None
        if tag in BLOCKS:
            self.out.append("\n")
        elif tag in CELLS:
            self.out.append(" ")
