"""Where an account can be found."""

from urllib.parse import urlsplit


def address(url: str | None) -> str:
    """The address without what changes with how it is called; "" for none.

    That is the scheme, "www.", a closing stroke and what stands behind a "#".
    """
    if not url:
        return ""
    parts = urlsplit(url.strip())
    host = parts.netloc.casefold().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}" if host else url.strip()
