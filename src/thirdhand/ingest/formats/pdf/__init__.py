"""PDF: pages -> lines -> text that can be parsed."""

from thirdhand.ingest.formats.pdf.reader import read_pdf

__all__ = ["read_pdf"]
