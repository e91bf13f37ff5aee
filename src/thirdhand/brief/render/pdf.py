"""The page as a tagged PDF (PDF/UA-1) for paper, by WeasyPrint."""

# ruff: noqa: PLC0415 - WeasyPrint loads Pango: only where a PDF is asked for

import logging

from thirdhand.brief.outline import Outline
from thirdhand.brief.render.html import on_paper
from thirdhand.brief.render.missing import MissingError

NEEDED = (
    "no PDF can be written: WeasyPrint needs Pango; "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core"
)


def pdf(outline: Outline) -> bytes:
    """brief.pdf: A4, tagged, endnotes as links. MissingError where Pango is not installed."""
    try:
        from weasyprint import HTML
    except OSError as error:
        raise MissingError(NEEDED) from error
    # It warns of rules for screens that mean nothing on paper.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    identifier = f"{outline.head.site} {outline.head.made}".encode()
    made: bytes = HTML(string=on_paper(outline)).write_pdf(
        pdf_variant="pdf/ua-1", pdf_identifier=identifier
    )
    return made
