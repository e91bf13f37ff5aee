"""Office documents that are a ZIP of XML: which one it is, and their parts."""

import io
import zipfile
from typing import Any

from lxml import etree

from thirdhand.ingest.formats.zipped import BROKEN, ENTRY, damaged, member, opened
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Refused

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "application/vnd.oasis.opendocument.text"
# First bytes of the member "mimetype", which OpenDocument puts first and does not pack.
OPEN = "application/vnd.oasis.opendocument."
# A document has a few hundred members; a longer list is not even looked through.
MOST = 10_000
TYPES = "[Content_Types].xml"
# What stands in the list of parts, and what kind of file has it there.
OTHERS = (
    ("xl/workbook.xml", "an Excel file"),
    ("ppt/presentation.xml", "a PowerPoint file"),
    ("META-INF/container.xml", "an e-book"),
)

Element = Any  # lxml brings no types of its own


def office_type(data: bytes) -> str | None:
    """The media type of an office document by what is inside the ZIP; None for any other ZIP.

    Refused where it is damaged, and, by name, for office documents that no reader knows.
    """
    if data.count(ENTRY) > MOST:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            packed = archive.getinfo("mimetype") if "mimetype" in names else None
            kind = archive.read(packed) if packed and packed.file_size < 200 else b""
    except BROKEN as error:
        raise damaged(error) from error
    if kind.decode("ascii", "replace").strip() == TEXT:
        return TEXT
    if TYPES in names and any(name.startswith("word/") for name in names):
        return WORD
    other = next((what for name, what in OTHERS if name in names), None)
    if kind.startswith(OPEN.encode()):
        other = "an OpenDocument file without running text"
    if other:
        sheet = "save the sheet as PDF, or as tab-separated text named .txt"
        what = sheet if "Excel" in other else "save its words as .docx or .txt"
        raise Refused("unknown-type", f"{other} cannot be read; {what}")
    return None


class Parts:
    """The parts of one document, each parsed when it is asked for."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._archive = opened(data, limits)
        self._limits = limits

    def names(self) -> list[str]:
        """Names of all parts, in the order of the archive."""
        return self._archive.namelist()

    def get(self, name: str) -> Element | None:
        """The root element of a part; None where the document has no such part."""
        try:
            data = member(self._archive, name, self._limits)
        except KeyError:
            return None
        return parsed(data, name)

    def need(self, name: str) -> Element:
        """The root element of a part that every document of its kind has."""
        root = self.get(name)
        if root is None:
            raise Refused("damaged-document", f"{name} is missing inside it; get the file again")
        return root


def parsed(data: bytes, name: str) -> Element:
    """XML without entities, without network, and no deeper or longer than libxml2 allows.

    Office programs write no document type, and only with one can XML name files or grow.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = f"{name} inside it is no XML that can be read: {str(error).splitlines()[0][:200]}"
        raise Refused("damaged-document", reason) from error
    if root.getroottree().docinfo.doctype:
        reason = f"{name} inside it declares a document type, as no office program does: not read"
        raise Refused("unsafe-xml", reason)
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name without its namespace, as the two dialects of Word differ in it."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == name:
            return str(value)
    return None
