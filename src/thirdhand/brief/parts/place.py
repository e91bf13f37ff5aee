"""Where it is, as a picture: the parts of the site where the case has drawn them, or a locator."""

from collections import Counter
from collections.abc import Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Chart, Datum
from thirdhand.brief.parts.incidents import UNTOLD, happenings
from thirdhand.brief.wording import counted, listed
from thirdhand.model import Area
from thirdhand.model.plan import Point

# A brief for the public tells where a place is to half a degree, and draws none of its parts.
COARSE = 0.5
OUTLINES = "Outlines of countries: Natural Earth, simplified; no statement about borders."


def locator(facts: Facts) -> Chart | None:
    """The site among its neighbours; None where its parts are drawn, or nobody knows its place."""
    site, public = facts.dossier.site, facts.dossier.audience == "public"
    if site.lat is None or site.lon is None or _drawn(facts):
        return None
    lat, lon = (_coarse(n) if public else n for n in (site.lat, site.lon))
    where = " to half a degree" if public else ""
    alt = (
        f"Map: where {site.name} lies{where}, {_degrees(lat, 'N', 'S')} {_degrees(lon, 'E', 'W')}, "
        f"among its neighbours. Lines stand 2 degrees apart; 2 degrees to the north are 222 km. "
        f"{OUTLINES}"
    )
    row: Datum = {
        "kind": "site", "name": site.name, "country": site.country or "", "lat": lat, "lon": lon,
    }  # fmt: skip
    return Chart("locator", f"Where {site.name} lies", alt, (row,))


def parts(facts: Facts) -> Chart | None:
    """Each part with how many incidents are told of it in the time of the brief; None for none."""
    site, drawn = facts.dossier.site, _drawn(facts)
    if not drawn:
        return None
    told = [rows[0] for rows in happenings(facts) if rows[0].verdict not in UNTOLD]
    found = Counter(row.area for row in told if facts.watched(row.period))
    corners: list[Datum] = [
        {"kind": "corner", "name": name, "lat": lat, "lon": lon}
        for name, outline in ((site.name, site.outline), *((a.name, a.outline) for a in drawn))
        for lat, lon in outline
    ]
    marks: list[Datum] = [
        {
            "kind": "part",
            "name": area.name,
            "words": f"{area.name}: {found[area.id]:,}",
            "count": float(found[area.id]),
            "drawn": float(bool(area.outline)),
            "lat": middle[0],
            "lon": middle[1],
        }
        for area in drawn
        for middle in (area.point or _middle(area.outline),)
    ]
    counts = listed([f"{a.name} {found[a.id]:,}" for a in drawn])
    rest = sum(found.values()) - sum(found[a.id] for a in drawn)
    alt = (
        f"Map: the parts of {site.name} and how many incidents are told of each: {counts}. "
        f"{counted(rest, 'incident')} more are told of without a part that is drawn."
    )
    return Chart("parts-map", f"{site.name}, part by part", alt, (*corners, *marks))


def _drawn(facts: Facts) -> list[Area]:
    """The parts that the case has drawn; none in a brief for the public."""
    if facts.dossier.audience == "public":
        return []
    return [a for a in facts.dossier.site.areas if a.outline or a.point]


def _middle(outline: Sequence[Point]) -> Point:
    lats, lons = zip(*outline, strict=True)
    return sum(lats) / len(outline), sum(lons) / len(outline)


def _coarse(degrees: float) -> float:
    return round(degrees / COARSE) * COARSE


def _degrees(value: float, above: str, below: str) -> str:
    return f"{abs(value):.1f}° {above if value >= 0 else below}"
