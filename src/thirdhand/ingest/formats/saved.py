"""A page that a browser saved with all that belongs to it: MHTML."""

from dataclasses import replace
from email.message import MIMEPart

from thirdhand.ingest.encoding import restated
from thirdhand.ingest.formats.mail import BROKEN, parsed
from thirdhand.ingest.formats.web import read_web
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Page, Refused

WEB = ("text/html", "application/xhtml+xml")


def read_saved(data: bytes, limits: Limits) -> Page:
    """The article of the page itself; frames, pictures and styles beside it are left.

    The day in its head is the one when it was saved, and no day of publication.
    """
    try:
        whole = parsed(data)
        root = next((part for part in whole.walk() if part.get_content_type() in WEB), None)
        content = _content(root) if root else b""
        url = whole.get("Snapshot-Content-Location") or (root and root.get("Content-Location"))
        saved, title = whole.get("Date"), whole.get("Subject")
    except BROKEN as error:
        raise Refused("damaged-page", f"a saved page that cannot be read: {error}") from None
    if not content.strip():
        raise Refused("damaged-page", "there is no page in this file; save it again, or as .html")
    page = read_web(content, limits)
    return replace(
        page,
        title=page.title or (str(title) if title else None),
        url=str(url) if url and str(url).startswith("http") else page.url,
        crawled=str(saved) if saved else None,
    )


def _content(root: MIMEPart) -> bytes:
    """The page, in UTF-8 where its encoding is stated."""
    raw = root.get_payload(decode=True)
    return restated(raw, root.get_content_charset()) if isinstance(raw, bytes) else b""
