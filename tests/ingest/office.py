"""Office documents made for the tests: parts of XML in a ZIP, as the programs write them."""

import io
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{short}="{ODF}:{name}:1.0"'
    for short, name in [
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        *(("draw", "drawing"), ("meta", "meta")),
    ]
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def packed(parts: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of `parts`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return out.getvalue()


def docx(body: str, **parts: str | bytes) -> bytes:
    """A Word document; `footnotes="..."` is the inside of word/footnotes.xml, and so on."""
    kinds = {"footnotes", "endnotes", "comments", "header1", "footer1", "styles"}
    inside: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>",
    }
    for name in kinds & set(parts):
        inside[f"word/{name}.xml"] = f"<w:{name} {W}>{parts[name]}</w:{name}>"
    if "core" in parts:
        inside["docProps/core.xml"] = f"<core {DC}>{parts['core']}</core>"
    return packed(inside)


def para(*runs: str) -> str:
    """A paragraph of Word; what is no markup becomes a run."""
    return f"<w:p>{''.join(one if one.startswith('<') else run(one) for one in runs)}</w:p>"


def run(text: str, form: str = "") -> str:
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def raised(text: str) -> str:
    return run(text, '<w:vertAlign w:val="superscript"/>')


def table(*rows: list[str]) -> str:
    lines = ("".join(f"<w:tc>{para(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    """An OpenDocument text; `styles` are its own ones, `meta="..."` the inside of meta.xml."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    inside: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "META-INF/manifest.xml": f"<manifest>{parts.get('manifest', '')}</manifest>",
        "meta.xml": f"<meta {SPACES} {DC}>{parts.get('meta', '')}</meta>",
        "styles.xml": f"<styles {SPACES}>{parts.get('masters', '')}</styles>",
    }
    return packed(inside)
