"""A saved web page: what it states, and the article without what stands around it."""

from thirdhand.ingest.formats.web.reader import read_web

__all__ = ["read_web"]
