"""The article of a page as another library takes it out.

`python -m benchmarks.peers.articles METHOD` reads a JSON object a page (`ref`, `page`, `url`) and
writes one (`ref`, `text`, `published`). METHOD: trafilatura (without comments, else as it comes),
newspaper4k, readability (text of its summary; it tells no date).
"""

import datetime as dt
import importlib
import json
import sys
from collections.abc import Callable
from typing import Any

Found = tuple[str, str | None]


def with_trafilatura(page: str, url: str) -> Found:
    """Its article, and the date that it finds by itself."""
    import trafilatura  # noqa: PLC0415 - each method needs its own library

    found: Any = trafilatura.bare_extraction(
        page, url=url or None, include_comments=False, with_metadata=True
    )
    return (found.text or "", found.date) if found else ("", None)


def with_newspaper(page: str, url: str) -> Found:
    """Its text and its date of publication."""
    import newspaper  # noqa: PLC0415

    article = newspaper.article(url or "https://page.example/", input_html=page)
    day = article.publish_date
    return article.text, f"{day:%Y-%m-%d}" if isinstance(day, dt.datetime) else None


def with_readability(page: str, _url: str) -> Found:
    """The text of its summary."""
    from lxml import html  # noqa: PLC0415
    from readability import Document  # noqa: PLC0415

    summary = Document(page).summary()
    return "\n".join(html.fromstring(summary).itertext()) if summary else "", None


METHODS: dict[str, Callable[[str, str], Found]] = {
    "trafilatura": with_trafilatura,
    "newspaper4k": with_newspaper,
    "readability": with_readability,
}
# The module of each; where it is not there, nothing is answered.
MODULES = {"trafilatura": "trafilatura", "newspaper4k": "newspaper", "readability": "readability"}
# What a library raises when it cannot cope with a page; ImportError: with its language.
FAILURES = (ArithmeticError, AttributeError, ImportError, LookupError, TypeError, ValueError)


def main() -> None:
    """Answer each line."""
    method = METHODS[sys.argv[1]]
    importlib.import_module(MODULES[sys.argv[1]])
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            text, published = method(asked["page"], asked["url"])
        except FAILURES:
            text, published = "", None
        row = {"ref": asked["ref"], "text": text, "published": published}
        sys.stdout.write(f"{json.dumps(row)}\n")


if __name__ == "__main__":
    main()
