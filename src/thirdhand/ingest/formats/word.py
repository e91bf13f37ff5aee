"""A Word document (.docx): paragraphs and tables in the order of the body.

Read from its XML and not through python-docx, which passes over text put in by tracked changes,
footnotes and text boxes.
"""

from collections.abc import Iterator, Mapping

from thirdhand.ingest.formats.grid import rows
from thirdhand.ingest.formats.marks import mark
from thirdhand.ingest.formats.office import Element, Parts, attribute, local
from thirdhand.ingest.formats.prose import Story, changes, left_out, made, title
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Note, Page

MAIN = "word/document.xml"
OFFICE = "/officeDocument"  # how the relation to the main part ends, in both dialects
GONE = {"del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "Fallback"}
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
BOXES = {"txbxContent", "textbox"}
OFF = {"0", "false", "off"}


def read_word(data: bytes, limits: Limits) -> Page:
    """The words as they stand when all tracked changes are taken; the rest is noted.

    Footnotes and endnotes stand last, numbered in the order of their marks. Title from the
    document's properties; their dates are often the template's: noted, not used.
    """
    parts = Parts(data, limits)
    body = _Body(parts)
    root = parts.need(_main(parts))
    body.read(root)
    core = parts.get("docProps/core.xml")
    facts = {} if core is None else {local(child): child.text or "" for child in core}
    return Page(
        body.story.text(),
        title=title(facts.get("title", "")),
        notes=(
            *body.notes(),
            *left_out("heads and feet of pages", list(_furniture(parts))),
            *made(facts.get("created", "")[:10], "Word"),
        ),
    )


def _main(parts: Parts) -> str:
    """The name of the main part, which the relations of the package tell."""
    relations = parts.get("_rels/.rels")
    for relation in () if relations is None else relations:
        if (attribute(relation, "Type") or "").endswith(OFFICE):
            return (attribute(relation, "Target") or MAIN).lstrip("/")
    return MAIN


def _furniture(parts: Parts) -> Iterator[str]:
    for name in parts.names():
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            root = parts.get(name)
            if root is not None:
                yield " ".join(_plain(root).split())


def _plain(root: Element) -> str:
    """All words under an element, a space after each paragraph."""
    out = []
    for element in root.iter():
        if local(element) == "t":
            out.append(element.text or "")
        elif local(element) == "p":
            out.append(" ")
    return "".join(out)


class _Body:
    """One walk over the body; what is met on the way is counted."""

    def __init__(self, parts: Parts) -> None:
        self.story = Story()
        self._added = self._deleted = 0
        self._hidden: list[str] = []
        self._boxes: list[Element] = []
        self._line: list[str] = []
        self._notes = {
            "footnoteReference": _notes(parts, "word/footnotes.xml"),
            "endnoteReference": _notes(parts, "word/endnotes.xml"),
        }
        self._raised = set(_raised(parts.get("word/styles.xml")))
        comments = parts.get("word/comments.xml")
        self._comments = [] if comments is None else [_plain(one) for one in comments]

    def read(self, root: Element) -> None:
        """Every block under `root`, those in boxes after the paragraph they hang on."""
        for element in root:
            self._block(element)

    def notes(self) -> tuple[Note, ...]:
        """What is no text of the telling."""
        return (
            *changes(self._added, self._deleted),
            *left_out("comments", self._comments),
            *left_out("hidden text", self._hidden),
        )

    def _block(self, element: Element) -> None:
        name = local(element)
        if name == "p":
            self.story.add(self._text(element))
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                self.read(box)
        elif name == "tbl":
            self.story.add(rows(self._rows(element)))
        elif name in ("del", "moveFrom"):
            self._deleted += 1
        elif name not in GONE:  # content controls, changes and wrappers hold blocks of their own
            self.read(element)

    def _rows(self, table: Element) -> Iterator[list[str]]:
        for line in _inside(table, "tr"):
            if any(local(one) == "del" for form in line if local(form) == "trPr" for one in form):
                self._deleted += 1
                continue
            cells: list[str] = []
            for cell in _inside(line, "tc"):
                cells.append(self._cell(cell))
                cells += [""] * (_span(cell) - 1)
            yield cells

    def _cell(self, cell: Element) -> str:
        """The paragraphs of a cell, and of tables in it, on one line."""
        return " ".join(self._text(one) for one in cell.iter() if local(one) == "p")

    def _text(self, paragraph: Element) -> str:
        self._line = []
        self._pieces(paragraph)
        return "".join(self._line)

    def _pieces(self, element: Element) -> None:
        """Put what the paragraph holds into the line."""
        for child in element:
            name = local(child)
            if name in ("del", "moveFrom"):
                self._deleted += 1
            elif name in BOXES:
                self._boxes.append(child)
            elif name == "r":
                self._run(child)
            elif name not in GONE and name not in ("p", "tbl"):
                self._added += name in ("ins", "moveTo")
                self._pieces(child)

    def _run(self, run: Element) -> None:
        form = next((child for child in run if local(child) == "rPr"), ())
        forms = {local(one): attribute(one, "val") or "" for one in form}
        written = "".join(map(_sign, run))
        if "vanish" in forms and forms["vanish"] not in OFF:
            self._hidden.append(written)
            return
        raised = _is_raised(forms) or forms.get("rStyle") in self._raised
        self._line.append(mark(written, self._before()) if raised else written)
        for child in run:
            if (name := local(child)) in self._notes:
                sign = self.story.note(self._notes[name].get(attribute(child, "id") or "", ""))
                self._line.append(mark(sign, self._before()))
            elif name not in SIGNS and name not in GONE and name != "t":
                self._pieces([child])

    def _before(self) -> str:
        return next((piece for piece in reversed(self._line) if piece), "")


def _is_raised(forms: Mapping[str, str]) -> bool:
    """True for letters above the line: by their form, or by so many half points."""
    position = forms.get("position", "")
    return forms.get("vertAlign") == "superscript" or (position.isdigit() and int(position) > 0)


def _raised(styles: Element | None) -> Iterator[str]:
    """Names of the styles that set letters above the line."""
    for style in () if styles is None else styles:
        for form in style:
            forms = {local(one): attribute(one, "val") or "" for one in form}
            if local(form) == "rPr" and _is_raised(forms):
                yield attribute(style, "styleId") or ""


def _sign(child: Element) -> str:
    return (child.text or "") if local(child) == "t" else SIGNS.get(local(child), "")


def _inside(element: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls and changes too."""
    for child in element:
        name = local(child)
        if name == wanted:
            yield child
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _inside(child, wanted)


def _span(cell: Element) -> int:
    """How many columns a cell is wide; a wild number is one."""
    for form in cell:
        for one in form if local(form) == "tcPr" else ():
            if local(one) == "gridSpan":
                wide = attribute(one, "val") or ""
                return int(wide) if wide.isascii() and wide.isdigit() and len(wide) < 3 else 1
    return 1


def _notes(parts: Parts, name: str) -> dict[str, str]:
    root = parts.get(name)
    return {} if root is None else {attribute(one, "id") or "": _plain(one) for one in root}
