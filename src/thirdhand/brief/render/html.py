"""The outline as one self-contained page: no network, no script."""

import base64
import itertools
import re
from collections.abc import Callable, Mapping, Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from thirdhand import __version__
from thirdhand.brief import charts
from thirdhand.brief.confidence import SOURCES, level
from thirdhand.brief.outline import Chart, Outline, Row, Trend
from thirdhand.brief.render.words import (
    asked,
    between,
    checked,
    closing,
    course,
    from_where,
    strip,
    under,
)
from thirdhand.brief.wording import capital, share

# Outside the page a link leads only to an account, and only over the web.
WEB = re.compile(r"https?://", re.IGNORECASE)
# Letters of scripts that run from the right (Hebrew to Arabic, and their presentation forms), and
# what stands between two of them.
RIGHT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
FROM_RIGHT = re.compile(rf"{RIGHT}+(?:[\s\d.,:'’-]*{RIGHT}+)*")
SVG_SIZE = re.compile(r'<svg ([^>]*?)width="([\d.]+)" height="[\d.]+"')


def page(outline: Outline) -> bytes:
    """brief.html: for screen, phone and paper, with pictures as inline SVG."""
    return _filled(outline, {"picture": _inline, "spark": _spark}).encode()


def on_paper(outline: Outline) -> str:
    """The same page for a PDF: its pictures are images, which carry their words as tags do."""
    return _filled(outline, {"picture": _image, "spark": _small_image})


def _filled(outline: Outline, drawn: Mapping[str, Callable[..., Markup]]) -> str:
    environment = Environment(
        loader=PackageLoader("thirdhand.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS, **drawn)
    template = environment.get_template("brief.html.j2")
    return template.render(b=outline, version=__version__)


def _inline(chart: Chart) -> Markup:
    """The chart as inline SVG that keeps its shape at any width; empty where it has no data."""
    around = Markup('<div class="drawing" role="img" aria-label="{}">{}</div>')
    return around.format(chart.alt, _sized(charts.svg(chart)))


def _spark(trend: Trend) -> Markup:
    if not charts.spark(trend):
        return Markup("–")
    around = Markup('<span class="spark" role="img" aria-label="{}">{}</span>')
    return around.format(course(trend), _sized(charts.spark(trend)))


def _sized(drawing: str) -> Markup:
    """The drawing without its size; the text alternative stands around it, itself it is silent."""
    sized = SVG_SIZE.sub(r'<svg aria-hidden="true" focusable="false" \1', drawing, count=1)
    return Markup(sized)  # noqa: S704 - drawn by us from escaped data


def _image(chart: Chart) -> Markup:
    return _as_image("drawing", chart.alt, charts.svg(chart))


def _small_image(trend: Trend) -> Markup:
    drawing = charts.spark(trend)
    return _as_image("spark", course(trend), drawing) if drawing else Markup("–")


def _as_image(kind: str, words: str, drawing: str) -> Markup:
    source = base64.b64encode(drawing.encode()).decode()
    image = Markup('<img class="{}" alt="{}" src="data:image/svg+xml;base64,{}">')
    return image.format(kind, words, source)


def bidi(text: str) -> Markup:
    """Words of ours, left to right, with what runs the other way kept apart in <bdi>.

    Without it one Arabic name at the start would turn the whole sentence about.
    """
    at, parts = 0, []
    for run in FROM_RIGHT.finditer(text):
        parts += [escape(text[at : run.start()]), Markup("<bdi>{}</bdi>").format(run.group())]
        at = run.end()
    return Markup("").join([*parts, escape(text[at:])])


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
    "bidi": bidi,
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
