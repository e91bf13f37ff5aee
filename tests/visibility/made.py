"""A small site, rows told of it, and a look along one line of a plan."""

from thirdhand.model import (
    Account,
    Area,
    Assessment,
    Cell,
    Claim,
    Condition,
    Findings,
    Grade,
    Issue,
    Period,
    Plan,
    PlanItem,
    Reading,
    Site,
    Span,
    View,
)
from thirdhand.visibility import look
from thirdhand.words import vocabulary

FOREIGN = Issue("i", "read", "language", "warning", "a1", "Kurdish is not read")
SITE = Site(
    "mora",
    "Mora",
    "camp",
    ("Camp Mora", "مورا"),
    None,
    None,
    None,
    (Area("p1", "Phase 1"), Area("p2", "Phase 2")),
)
POPULATION = PlanItem("figure", "population", "people", "month", 60, "population", unit="people")
ARRIVALS = PlanItem("figure", "arrivals", "arrivals", "month", 60, "movement")
KILLING = PlanItem("incident", "killing", "killings", "month", 30, "security")
WATER = PlanItem("condition", "water", "water", "month", 45, "water")


def account(ref: str, published: str | None, text: str = "In Camp Mora.") -> Account:
    return Account(ref, ref, ref, "Daily", None, published, "en", text=text)


def assessed(indicator: str, when: str, voices: str = "A", **more: object) -> Assessment:
    values: dict[str, object] = {
        "kind": "figure",
        "breakdown": (),
        "unit": "people",
        "area": None,
        "verdict": "single" if len(voices) == 1 else "agreed",
        "claims": (),
        "best": 5.0,
        **more,
    }
    return Assessment(
        id=f"{indicator} {when} {voices}",
        indicator=indicator,
        site="mora",
        period=Period.parse(when),
        low=5.0,
        high=9.0,
        voices=tuple(voices),
        accounts=(),
        grade=Grade("C", 3),
        reason="",
        **values,  # type: ignore[arg-type]
    )


def condition(sector: str, when: str, quote: str, direction: str = "unknown") -> Claim:
    return Claim(
        f"{sector} {when} {quote}",
        "a1",
        "condition",
        Span(0, len(quote), quote),
        ("Red Cross", "Daily"),
        True,
        "named",
        "asserted",
        "told",
        Period.parse(when),
        "hand",
        1.0,
        site="mora",
        condition=Condition(sector, direction),  # type: ignore[arg-type]
    )


def seen(
    item: PlanItem, *rows: Assessment, start: str = "2021-01", end: str = "2021-06", **more: object
) -> View:
    """Look along one line of the plan; `accounts`, `readings` and `findings` may be given."""
    accounts = more.get("accounts", [account("a1", "2021-01-05")])
    readings = more.get("readings", [Reading("r1", "a1", "hand")])
    findings = more.get("findings", Findings(assessments=rows))
    plan = Plan("mora", (SITE,), (item,), start=start, end=end)
    return look(accounts, readings, findings, plan, SITE, vocabulary())  # type: ignore[arg-type]


def states(view: View) -> list[str]:
    return [c.state for c in view.cells]


def cell(view: View, period: str) -> Cell:
    return next(c for c in view.cells if c.period == period)
