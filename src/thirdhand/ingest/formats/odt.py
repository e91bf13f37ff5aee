"""An OpenDocument text (.odt): paragraphs, lists and tables in the order of the body."""

import re
from collections.abc import Iterator

from thirdhand.ingest.formats.grid import rows
from thirdhand.ingest.formats.marks import mark
from thirdhand.ingest.formats.office import Element, Parts, attribute, local
from thirdhand.ingest.formats.prose import Story, changes, left_out, made, title
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Note, Page, Refused

GONE = {
    *("tracked-changes", "annotation", "annotation-end", "sequence-decls", "variable-decls"),
    *("forms", "bookmark", "note-citation", "hidden-text", "hidden-paragraph", "image"),
}
BLOCKS = {"p", "h"}
RAISED = re.compile(r"super|[1-9]\d*%")
# A row or a cell can be written once and meant many times, as empty ones at a sheet's end are.
MOST_COLUMNS, MOST_ROWS = 64, 64


def read_odt(data: bytes, limits: Limits) -> Page:
    """The words as they stand when all tracked changes are taken; the rest is noted.

    Notes stand last, numbered in the order of their marks. Title from the document's properties.
    """
    parts = Parts(data, limits)
    manifest = parts.get("META-INF/manifest.xml")
    if manifest is not None and any(local(one) == "encryption-data" for one in manifest.iter()):
        reason = "the document is locked with a password; save a copy without one"
        raise Refused("locked-document", reason)
    root = parts.need("content.xml")
    styles = parts.get("styles.xml")
    body = _Body(root, styles)
    meta = parts.get("meta.xml")
    facts = {} if meta is None else {local(one): one.text or "" for one in meta.iter()}
    return Page(
        body.story.text(),
        title=title(facts.get("title", "")),
        notes=(
            *body.notes(),
            *left_out("heads and feet of pages", list(_furniture(styles))),
            *made(facts.get("creation-date", "")[:10], "ODT"),
        ),
    )


def _furniture(styles: Element | None) -> Iterator[str]:
    for one in () if styles is None else styles.iter():
        if local(one).startswith(("header", "footer")) and len(one):
            yield " ".join("".join(one.itertext()).split())


class _Body:
    """One walk over the body; what is met on the way is counted."""

    def __init__(self, root: Element, styles: Element | None) -> None:
        self.story = Story()
        self._line: list[str] = []
        self._boxes: list[Element] = []
        self._comments: list[str] = []
        self._raised = {name for part in (root, styles) for name in _raised(part) if name}
        self._changes = [
            local(one) for one in root.iter() if local(one) in ("insertion", "deletion")
        ]
        for text in root.iter():
            above = text.getparent()
            if local(text) == "text" and above is not None and local(above) == "body":
                self._blocks(text)

    def notes(self) -> tuple[Note, ...]:
        """What is no text of the telling."""
        put, struck = (self._changes.count(kind) for kind in ("insertion", "deletion"))
        return (*changes(put, struck), *left_out("comments", self._comments))

    def _blocks(self, parent: Element) -> None:
        for element in parent:
            name = local(element)
            if name in BLOCKS:
                self.story.add(self._text(element))
                boxes, self._boxes = self._boxes, []
                for box in boxes:
                    self._blocks(box)
            elif name == "table":
                self.story.add(rows(self._rows(element)))
            elif name not in GONE:  # lists, sections, indexes and frames hold blocks of their own
                self._blocks(element)

    def _rows(self, table: Element) -> Iterator[list[str]]:
        for line in table:
            name = local(line)
            if name == "table-row":
                cells = [cell for one in line for cell in self._cells(one)]
                yield from [cells] * min(_times(line, "number-rows-repeated"), MOST_ROWS)
            elif name in ("table-header-rows", "table-rows", "table-row-group"):
                yield from self._rows(line)

    def _cells(self, cell: Element) -> list[str]:
        """A cell on one line, as often as it is meant; a covered cell is empty."""
        if local(cell) not in ("table-cell", "covered-table-cell"):
            return []
        text = " ".join(self._text(one) for one in cell.iter() if local(one) in BLOCKS)
        return [text] * min(_times(cell, "number-columns-repeated"), MOST_COLUMNS)

    def _text(self, paragraph: Element) -> str:
        self._line = [paragraph.text or ""]
        self._pieces(paragraph)
        return "".join(self._line)

    def _pieces(self, element: Element) -> None:
        for child in element:
            self._piece(child)
            self._line.append(child.tail or "")

    def _piece(self, child: Element) -> None:
        name = local(child)
        if name == "note":
            sign = self.story.note(_plain(child, "note-body"))
            self._line.append(mark(sign, self._before()))
        elif name == "annotation":
            self._comments.append(_plain(child, "annotation"))
        elif name == "text-box":
            self._boxes.append(child)
        elif name == "span" and (attribute(child, "style-name") or "") in self._raised:
            self._line.append(mark("".join(child.itertext()), self._before()))
        elif name in ("s", "tab", "line-break"):
            self._line.append({"s": " ", "tab": "\t", "line-break": "\n"}[name])
        elif name and name not in GONE and name not in BLOCKS:
            self._line.append(child.text or "")
            self._pieces(child)

    def _before(self) -> str:
        return next((piece for piece in reversed(self._line) if piece), "")


def _raised(part: Element | None) -> Iterator[str | None]:
    """Names of the styles that set letters above the line."""
    for style in () if part is None else part.iter():
        if local(style) == "style":
            for form in style:
                if RAISED.match(attribute(form, "text-position") or ""):
                    yield attribute(style, "name")


def _plain(element: Element, name: str) -> str:
    """The words of the paragraphs in the part `name` of an element."""
    parts = [one for one in element.iter() if local(one) == name]
    words = ["".join(p.itertext()) for part in parts for p in part.iter() if local(p) in BLOCKS]
    return " ".join(words)


def _times(element: Element, name: str) -> int:
    """How often a row or a cell is meant; a wild number is once."""
    written = attribute(element, name) or ""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 1
