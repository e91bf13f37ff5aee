"""Where it is: the site among its neighbours, or its parts where the case has drawn them."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import altair as alt

from thirdhand.brief.charts.style import BLUE, INK, MUTED, RULE, Spec, spec, values

Rows = Sequence[Mapping[str, Any]]
LAND, OTHERS, SEA = "#dfe7d8", "#f4f2ec", "#eef4f9"
SIDE = (520, 340)
# Pixels a radian: about 17 degrees fit into the width.
ZOOM = 1700
# Names of countries stand where their middle is in sight: degrees east or west, north or south.
AROUND = (7.5, 5)
FEW, MANY = "#f2f6fa", "#5b93c7"


def locator(rows: Rows) -> Spec:
    """The country of the site, its neighbours by name, lines every 2 degrees, and the site."""
    site = rows[0]
    middle = [float(site["lon"]), float(site["lat"])]
    own = {"condition": {"test": f"datum.id === '{site['country']}'", "value": LAND}}
    lands = alt.Chart(_countries()).mark_geoshape(stroke=MUTED, strokeWidth=0.8, clip=True)
    lines = alt.Chart(alt.graticule(step=[2, 2])).mark_geoshape(
        stroke=RULE, strokeWidth=0.6, filled=False, clip=True
    )
    names = _names(site)
    point = alt.Chart(values(rows[:1])).encode(longitude="lon:Q", latitude="lat:Q")
    dot = point.mark_point(shape="circle", filled=True, color=BLUE, size=90, clip=True)
    told = point.mark_text(dy=-13, fontSize=13, fontWeight="bold", color=INK, clip=True)
    layers = alt.layer(
        lands.encode(fill={**own, "value": OTHERS}), lines, names, dot, told.encode(text="name:N")
    )
    width, height = SIDE
    # What lies outside is cut off before it is written: the rest of the world is large.
    frame = [[0.0, 0.0], [float(width), float(height)]]
    whole = layers.project(type="mercator", center=middle, scale=ZOOM, clipExtent=frame)
    made = spec(whole, width=width, height=height, view={"fill": SEA, "stroke": RULE})
    return {**made, "datasets": {**made.get("datasets", {}), "countries": _outlines()}}


def parts(rows: Rows) -> Spec:
    """The outlines of the parts of the site, the darker the more is told of; each with its name."""
    shapes = [_shape(name, corners) for name, corners in _rings(rows).items()]
    marks = [r for r in rows if r["kind"] == "part"]
    most = max([1.0, *(float(r["count"] or 0) for r in marks)])
    shade = alt.Color(
        "properties.count:Q",
        title="incidents told of",
        scale=alt.Scale(domain=[0, most], range=[FEW, MANY]),
        legend=alt.Legend(format="d", tickMinStep=1, orient="right"),
    )
    counts = {r["name"]: r["count"] for r in marks}
    for shape in shapes:
        shape["properties"]["count"] = counts.get(shape["properties"]["name"], 0)
    outlines = alt.Chart(alt.InlineData(values=shapes)).mark_geoshape(stroke=INK, strokeWidth=1)
    at = [r for r in marks if r["lat"] is not None]
    points = alt.Chart(values(at)).encode(longitude="lon:Q", latitude="lat:Q")
    dots = points.transform_filter("datum.drawn == 0").mark_point(
        filled=True, color=BLUE, size=60, aria=False
    )
    names = points.mark_text(dy=-9, fontSize=11, color=INK, aria=False).encode(text="words:N")
    layers = [dots, names]
    if shapes:
        layers.insert(0, outlines.encode(color=shade))
    width, height = SIDE
    return spec(alt.layer(*layers).project(type="mercator"), width=width, height=height)


def _names(site: Mapping[str, Any]) -> alt.Chart:
    """The names of countries whose middle is in sight and not under the name of the site."""
    near = (
        f"abs(datum.lon - {site['lon']}) < {AROUND[0]} && "
        f"abs(datum.lat - {site['lat']}) < {AROUND[1]}"
    )
    made: alt.Chart = (
        alt.Chart(_countries())
        .transform_calculate(middle="geoCentroid(null, datum)")
        .transform_calculate(lon="datum.middle[0]", lat="datum.middle[1]")
        .transform_filter(near)
        .mark_text(fontSize=12, color=MUTED, clip=True, aria=False)
        .encode(longitude="lon:Q", latitude="lat:Q", text="properties.name:N")
    )
    return made


def _rings(rows: Rows) -> dict[str, list[list[float]]]:
    rings: dict[str, list[list[float]]] = {}
    for row in rows:
        if row["kind"] == "corner":
            rings.setdefault(row["name"], []).append([row["lon"], row["lat"]])
    return rings


def _shape(name: str, corners: list[list[float]]) -> dict[str, Any]:
    """One ring as GeoJSON, clockwise: the other way round is all the world but the part."""
    after = [*corners[1:], corners[0]]
    turns = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in zip(corners, after, strict=True))
    ring = corners if turns > 0 else corners[::-1]
    return {
        "type": "Feature",
        "properties": {"name": name},
        "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
    }


@cache
def _outlines() -> dict[str, Any]:
    told = (files("thirdhand.brief.charts") / "outlines" / "countries.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(told)
    return found


def _countries() -> alt.NamedData:
    """By name: the specification holds the outlines once, and nobody copies them."""
    shown = alt.TopoDataFormat(type="topojson", feature="countries")
    return alt.NamedData(name="countries", format=shown)
