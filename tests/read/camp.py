"""A made-up camp and a reader for it. Nothing here is real."""

from collections.abc import Iterator
from functools import cache

from thirdhand.model import Account, Area, Claim, Mention, Plan, Reading, Site, Source, content_id
from thirdhand.read.reader import Reader
from thirdhand.words import vocabulary

TARNHOLT = Site(
    "tarnholt",
    "Tarnholt",
    "camp",
    ("Tarnholt camp", "Tarn Holt"),
    None,
    None,
    None,
    (Area("sector-2", "Sector 2"), Area("sector-5", "Sector 5"), Area("annex", "the annex")),
)
SOURCES = (
    Source("Lantern Relief", ("Lantern",), "ngo", sites=("lanternrelief.example",)),
    Source("Border Commission", (), "government", sites=("border.example",)),
    Source("Kesh Observatory", (), "monitor"),
    Source("Morning Dispatch", (), "outlet", sites=("dispatch.example",)),
)
CASE = Plan("Tarnholt", (TARNHOLT,), sources=SOURCES)
NO_CASE = Plan("no case", ())
OUTLET = "dispatch.example"


@cache
def reader(case: Plan) -> Reader:
    return Reader(case, vocabulary())


def account(
    text: str,
    published: str | None = "2019-08-12",
    publisher: str | None = OUTLET,
    title: str | None = "Tarnholt camp",
    language: str = "en",
) -> Account:
    """An account that holds `text`."""
    made = content_id("account", text, published, publisher, title, language)
    return Account(made, "told", "told.txt", publisher, title, published, language, text=text)


def read(told: Account, case: Plan = CASE) -> Reading:
    (reading,) = reader(case).read([told])
    return reading


def mentions(reading: Reading) -> Iterator[Mention]:
    """The words of everything that is read, but for claims."""
    for said in reading.attributions:
        yield from (m for m in (said.source, said.cue, *said.content) if m)
    rows = (*reading.figures, *reading.places, *reading.times)
    yield from (Mention(row.start, row.end, row.text) for row in rows)


def fits(claim: Claim, wanted: dict[str, object]) -> bool:
    """True where the claim has every wanted value.

    value: the figure as written. quote: words its span overlaps with. event and sector: the type
    of the event, the sector of the condition. period: "start/end".
    """
    period = claim.period
    told = {
        "value": claim.quantity.point if claim.quantity else None,
        "event": claim.event.type if claim.event else None,
        "sector": claim.condition.sector if claim.condition else None,
        "direction": claim.condition.direction if claim.condition else None,
        "actor": claim.event.actor if claim.event else None,
        "period": f"{period.start}/{period.end}" if period else None,
        "dated": period.basis if period else None,
        "quote": claim.span.quote,
    }
    return all(told[k] == v if k in told else getattr(claim, k) == v for k, v in wanted.items())


def tell(claims: list[Claim]) -> str:
    """The claims for an assertion's message, one a line."""
    rows = (
        f"{c.kind} {c.indicator} {c.breakdown} {c.low}..{c.high} {c.unit} {c.hedge} {c.event} "
        f"{c.condition} {c.chain} {c.stance} {c.period} {c.site} {c.area} {c.place!r} "
        f"{'' if c.counted else 'uncounted'} “{c.span.quote}”"
        for c in claims
    )
    return "\n" + "\n".join(rows)
