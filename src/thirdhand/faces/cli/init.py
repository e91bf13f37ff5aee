"""`thirdhand init`: write a case file for a new site."""

import json
import re
import unicodedata
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from thirdhand.faces.cli.output import WrongError, one_line

# What each template is for, as accounts call such a place.
TEMPLATES = {"camp": "camp", "town": "town", "detention": "prison"}
KINDS = ", ".join(TEMPLATES)


def init(
    name: Annotated[str, Argument(metavar="NAME", help="The site's name; the folder to make.")],
    template: Annotated[str, Option(metavar="KIND", help=f"What to start from: {KINDS}.")] = "camp",
) -> None:
    """Write NAME/case.toml, with remarks, for a new site."""
    if template not in TEMPLATES:
        raise WrongError(f"no template {template!r}; --template may be: {KINDS}")
    folder = Path(name)
    title = folder.name
    if not title or not title.isprintable():
        raise WrongError(f"{name!r} is no name for a site; write one such as Riverbend")
    path = folder / "case.toml"
    with one_line():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(filled(template, title))
        except FileExistsError:
            raise WrongError(f"{path} is there already and is left as it is") from None
    typer.echo(f"{path} is written; edit it, then: thirdhand run PATH... --site {site_id(title)}")


def filled(template: str, title: str) -> str:
    """The case file that a template makes for a site: what all begin with, its plan, sources."""
    parts = ("head", template, "sources")
    folder = files("thirdhand") / "templates"
    text = "".join((folder / f"{part}.toml").read_text("utf-8") for part in parts)
    # JSON's escapes of quotes and backslashes are TOML's as well.
    quoted = json.dumps(title, ensure_ascii=False)[1:-1]
    words = {"name": quoted, "id": site_id(title), "template": template}
    for word, value in (words | {"kind": TEMPLATES[template]}).items():
        text = text.replace(f"{{{word}}}", value)
    return text


def site_id(name: str) -> str:
    """Small letters, digits and hyphens; "site" for a name that has none of them."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", bare)) or "site"
