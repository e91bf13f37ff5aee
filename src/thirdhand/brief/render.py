"""The outline as one self-contained page: no network, no script."""

import itertools
import re
from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from thirdhand import __version__
from thirdhand.brief import charts
from thirdhand.brief.confidence import SOURCES, level
from thirdhand.brief.outline import Chart, Outline, Row
from thirdhand.brief.wording import capital, share

# Outside the page a link leads only to an account, and only over the web.
WEB = re.compile(r"https?://", re.IGNORECASE)
SVG_SIZE = re.compile(r'<svg ([^>]*?)width="([\d.]+)" height="[\d.]+"')


def page(outline: Outline) -> str:
    """brief.html as text."""
    environment = Environment(
        loader=PackageLoader("thirdhand.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["picture"] = picture
    environment.filters["web"] = web
    environment.filters["groups"] = groups
    environment.filters["first_upper"] = capital
    environment.filters["graded"] = graded
    environment.filters["share"] = share
    template = environment.get_template("brief.html.j2")
    return template.render(b=outline, version=__version__)


def picture(chart: Chart) -> Markup:
    """The chart as inline SVG that keeps its shape at any width; empty where it has no data."""
    drawing = charts.svg(chart)
    # The text alternative stands on the figure around it; the drawing itself is silent.
    sized = SVG_SIZE.sub(r'<svg aria-hidden="true" focusable="false" \1', drawing, count=1)
    return Markup(sized)  # noqa: S704 - drawn by us from escaped data


def groups(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Rows under their group's name, in the order they have."""
    return [(name, list(found)) for name, found in itertools.groupby(rows, lambda r: r.group)]


def graded(grade: str) -> str:
    """A grade in words: "source fairly reliable, information possibly true" for C3."""
    return f"source {SOURCES[grade[0]]}, information {level(int(grade[1])).name}"


def web(url: str | None) -> str | None:
    """The address where it is one of the web, None for any other scheme."""
    return url if url and WEB.match(url) else None
