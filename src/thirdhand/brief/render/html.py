"""The outline as one self-contained page: no network, no script."""

import base64
import itertools
import re
from collections.abc import Callable, Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from thirdhand import __version__
from thirdhand.brief import charts
from thirdhand.brief.confidence import SOURCES, level
from thirdhand.brief.outline import Chart, Outline, Row
from thirdhand.brief.render.words import asked, between, checked, closing, from_where, strip, under
from thirdhand.brief.wording import capital, share

# Outside the page a link leads only to an account, and only over the web.
WEB = re.compile(r"https?://", re.IGNORECASE)
SVG_SIZE = re.compile(r'<svg ([^>]*?)width="([\d.]+)" height="[\d.]+"')


def page(outline: Outline) -> bytes:
    """brief.html: for screen, phone and paper, with pictures as inline SVG."""
    return _filled(outline, _inline).encode()


def on_paper(outline: Outline) -> str:
    """The same page for a PDF: its pictures are images, which carry their words as tags do."""
    return _filled(outline, _image)


def _filled(outline: Outline, picture: Callable[[Chart], Markup]) -> str:
    environment = Environment(
        loader=PackageLoader("thirdhand.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS, picture=picture)
    template = environment.get_template("brief.html.j2")
    return template.render(b=outline, version=__version__)


def _inline(chart: Chart) -> Markup:
    """The chart as inline SVG that keeps its shape at any width; empty where it has no data."""
    # The text alternative stands on the element around it; the drawing itself is silent.
    sized = SVG_SIZE.sub(
        r'<svg aria-hidden="true" focusable="false" \1', charts.svg(chart), count=1
    )
    around = Markup('<div class="drawing" role="img" aria-label="{}">{}</div>')
    return around.format(chart.alt, Markup(sized))  # noqa: S704 - drawn by us from escaped data


def _image(chart: Chart) -> Markup:
    drawing = base64.b64encode(charts.svg(chart).encode()).decode()
    image = Markup('<img class="drawing" alt="{}" src="data:image/svg+xml;base64,{}">')
    return image.format(chart.alt, drawing)


def groups(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Rows under their group's name, in the order they have."""
    return [(name, list(found)) for name, found in itertools.groupby(rows, lambda r: r.group)]


def graded(grade: str) -> str:
    """A grade in words: "source fairly reliable, information possibly true" for C3."""
    return f"source {SOURCES[grade[0]]}, information {level(int(grade[1])).name}"


def web(url: str | None) -> str | None:
    """The address where it is one of the web, None for any other scheme."""
    return url if url and WEB.match(url) else None


FILTERS = {
    "asked": asked,
    "between": between,
    "checked": checked,
    "closing": closing,
    "first_upper": capital,
    "from_where": from_where,
    "graded": graded,
    "groups": groups,
    "share": share,
    "strip": strip,
    "under": under,
    "web": web,
}
