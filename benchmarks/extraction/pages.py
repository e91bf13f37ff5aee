"""The pages: our own, made from templates that mark what is true, or the public benchmark's."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jinja2
from lxml import html

FOLDER = Path(__file__).with_name("pages")
HALVES = ("tuning", "held_out")
# What a template marks for the scorer, and no program may see.
MARKS = re.compile(r"""\sdata-(?:true|published|url)(?:="[^"]*")?""")


@dataclass(frozen=True, slots=True)
class Case:
    """A page and what is true of it. published: ISO, "" for none, None where nobody has judged."""

    name: str
    page: str
    text: str
    url: str
    published: str | None = None


def ours(half: str) -> list[Case]:
    """The pages of one of HALVES, in order of name."""
    return [made(path) for path in sorted((FOLDER / half).glob("*.html"))]


def made(path: Path) -> Case:
    """The page that a template makes, its marks taken out, and what they said."""
    loader = jinja2.FileSystemLoader([FOLDER, path.parent])
    drawn = jinja2.Environment(loader=loader, autoescape=True).get_template(path.name).render()
    root = html.fromstring(drawn)
    true = "\n".join(" ".join(part.itertext()) for part in root.iter() if _marked(part))
    url, published = root.get("data-url", ""), root.get("data-published", "")
    return Case(path.stem, MARKS.sub("", drawn), true, url, published)


def public(folder: Path) -> list[Case]:
    """The pages of the article-extraction-benchmark that lies in `folder`."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    return list(_public(folder, truth))


def _public(folder: Path, truth: dict[str, dict[str, str]]) -> Iterator[Case]:
    for name, row in sorted(truth.items()):
        page = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8")
        yield Case(name, page, row.get("articleBody", ""), row.get("url", ""))


def _marked(part: html.HtmlElement) -> bool:
    return isinstance(part.tag, str) and part.get("data-true") is not None
