"""What a page states about itself in its data: JSON-LD, meta elements, microdata."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from thirdhand.ingest.formats.web.tree import Element, words_of

Node = dict[str, Any]
# So many objects of a page's data are looked at.
MOST = 2_000
ARTICLE = re.compile(r"(?:article|posting|report(?:age)?)$", re.IGNORECASE)
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "date",
)
CHANGED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
)
# Where an item of microdata is another one than the page's article.
APART = "ancestor::aside or ancestor::footer or ancestor::nav"
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Stated:
    """published, changed: dates as they are written, the better first. body: the article's text."""

    published: tuple[str, ...]
    changed: str | None
    body: str | None


def stated(root: Element, title: str | None, url: str | None) -> Stated:
    """What the data of the page says of its own article.

    A page may carry the data of other articles too: the one with its address or title is its own.
    """
    nodes = list(_nodes(root))
    own = _own([node for node in nodes if _is(node, ARTICLE)], title, url)
    rest = next((node for node in nodes if _is(node, re.compile("^WebPage$"))), {})
    published = [own.get("datePublished"), *_metas(root, PUBLISHED), *_items(root, "datePublished")]
    changed = [own.get("dateModified"), *_metas(root, CHANGED), rest.get("dateModified")]
    if not any(_words(published)):
        published.append(rest.get("datePublished"))
    return Stated(tuple(_words(published)), next(_words(changed), None), _body(own))


def _nodes(root: Element) -> Iterator[Node]:
    """The objects of JSON-LD at the top, in lists and graphs; not what hangs below another."""
    scripts = (s for s in root.iter("script") if "ld+json" in s.get("type", "").lower())
    waiting = [_loaded(script.text) for script in scripts if script.text]
    for _ in range(MOST):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:MOST]
        elif isinstance(value, dict):
            yield value
            waiting[:0] = [value.get("@graph"), value.get("mainEntity")]


def _loaded(text: str) -> object:
    """The object; None where it is not JSON, as hand-made templates have it."""
    bare = re.sub(r"^\s*(?://)?<!\[CDATA\[|(?://)?\]\]>\s*$", "", text)
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return None


def _is(node: Node, kind: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    each = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(one, str) and kind.search(one) for one in each)


def _own(articles: list[Node], title: str | None, url: str | None) -> Node:
    """The page's article: the one at its address, else the one with its title, else the first."""
    here = _path(url)
    for node in articles:
        if here and here in {
            _path(_address(node.get(k))) for k in ("url", "mainEntityOfPage", "@id")
        }:
            return node
    headed = (node for node in articles if title and _same(node.get("headline"), title))
    return next(headed, articles[0] if articles else {})


def _address(value: object) -> str | None:
    found = value.get("@id") if isinstance(value, dict) else value
    return found if isinstance(found, str) else None


def _path(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").path.strip("/") or None
    except ValueError:
        return None


def _same(headline: object, title: str) -> bool:
    return isinstance(headline, str) and title.split() == html.unescape(headline).split()


def _metas(root: Element, names: tuple[str, ...]) -> Iterator[str]:
    """Contents of the meta elements, in the order of `names`."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            found.setdefault(meta.get(attribute, "").lower(), meta.get("content", ""))
    yield from (found[name] for name in names if found.get(name))


def _items(root: Element, name: str) -> Iterator[str]:
    for item in root.xpath(f"//*[@itemprop='{name}' and not({APART})]"):
        yield item.get("content") or item.get("datetime") or words_of(item)
        return  # what comes after is of other articles


def _words(values: list[object]) -> Iterator[str]:
    return (value.strip() for value in values if isinstance(value, str) and value.strip())


def _body(node: Node) -> str | None:
    """The text that the data holds, its paragraphs as lines."""
    found = node.get("articleBody")
    if not isinstance(found, str):
        return None
    plain = html.unescape(TAG.sub("\n", html.unescape(found)))
    lines = (" ".join(line.split()) for line in plain.splitlines())
    return "\n".join(line for line in lines if line) or None
