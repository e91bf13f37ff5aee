"""What the case holds on one site: who told of what, and which accounts were heard when."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thirdhand.model import (
    Account,
    Assessment,
    Claim,
    Findings,
    Period,
    PlanItem,
    Reading,
    Site,
    Vocabulary,
)
from thirdhand.visibility.amount import Amount
from thirdhand.visibility.closed import Closed, closures
from thirdhand.visibility.speakers import Speakers, Witness


@dataclass(frozen=True, slots=True)
class Telling:
    """Something told of one thing at one time. `what` is words for a reason.

    named: those of the voices that have a name. witnesses: of the claims behind it, those whose
    basis is "witnessed". amount: its figure, if any. few: the figure is too small to be shown.
    agreed: two voices or more confirm it. says: what another telling must say to confirm it, a
    figure or the direction of a condition; None where it cannot be compared.
    """

    kind: str
    keys: frozenset[str]
    breakdown: frozenset[str]
    unit: str | None
    area: str | None
    first: dt.date
    last: dt.date
    voices: tuple[str, ...]
    contested: bool
    agreed: bool
    says: float | str | None
    assessment: str | None
    what: str
    named: tuple[str, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    amount: Amount | None = None
    few: bool = False

    @property
    def days(self) -> int:
        """How many days it tells of."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Heard:
    """An account that speaks of the site. `read` is False where nothing could be read in it.

    period: when it was published, else the span of what it tells; voices: ids of those heard;
    named: the names of those that have one, and of the outlet where it is a voice itself.
    """

    account: Account
    period: Period | None
    read: bool
    voices: frozenset[str]
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """All of it. `closed`: who says that nobody gets in, in order of the first day."""

    tellings: tuple[Telling, ...]
    heard: tuple[Heard, ...]
    closed: tuple[Closed, ...]


def hold(
    accounts: Sequence[Account],
    readings: Sequence[Reading],
    findings: Findings,
    site: Site,
    small: int = 0,
) -> Held:
    """What is held of `site`, in an order that does not hang on the order of the rows.

    Figures of people below `small` are not named in any reason.
    """
    claims = {c.id: c for r in readings for c in r.claims}
    here = [c for c in claims.values() if c.site == site.id]
    who = Speakers(findings, accounts)
    who.learn(claims.values())
    folded = [a for a in findings.assessments if a.site == site.id and a.verdict != "expected"]
    tellings = [_of_assessment(a, claims, small, who) for a in folded]
    if not any(a.kind == "condition" for a in folded):
        tellings += _of_conditions(here, who)
    tellings.sort(key=lambda t: (t.first, t.last, t.assessment or "", t.what))
    heard = tuple(_heard(accounts, readings, who, site))
    return Held(tuple(tellings), heard, closures(here, accounts))


def keyed(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    """The tellings by each of the words they tell of, in their order."""
    out: dict[str, list[Telling]] = {}
    for telling in tellings:
        for key in telling.keys:
            out.setdefault(key, []).append(telling)
    return out


def matches(item: PlanItem, area: str | None, telling: Telling, vocabulary: Vocabulary) -> bool:
    """True where `telling` speaks of this line of the plan at this place.

    The whole site is told of by its parts where things happen or are described, never where
    people are counted at a moment: the population of one sector is not that of the site.
    """
    kinds = {"figure": ("figure", "incident")}.get(item.kind, (item.kind,))
    if telling.kind not in kinds or item.indicator not in telling.keys:
        return False
    if item.unit is not None and telling.unit not in (None, item.unit):
        return False
    if (item.kind == "figure" or item.breakdown) and telling.breakdown != set(item.breakdown):
        return False
    if telling.area == area:
        return True
    return area is None and not (item.kind == "figure" and lasts(item, vocabulary))


def lasts(item: PlanItem, vocabulary: Vocabulary) -> bool:
    """True for what still holds a while after it was told: stocks, shares, conditions."""
    if item.kind != "figure":
        return item.kind == "condition"
    indicator = vocabulary.get(item.indicator)
    return indicator is not None and indicator.measure in ("stock", "share")


def _of_assessment(row: Assessment, claims: dict[str, Claim], small: int, who: Speakers) -> Telling:
    keys = {row.indicator}
    mine = [claims[c] for c in row.claims if c in claims]
    for claim in mine:
        # That a thing happened says nothing of the figures that some tell of it.
        figure = claim.indicator if row.unit or claim.quantity is None else None
        keys.update(k for k in (figure, claim.event and claim.event.type) if k)
    few = row.unit in ("people", "households") and row.best is not None and row.best < small
    what = row.indicator if row.best is None or few else f"{row.best:,.10g}"
    return Telling(
        row.kind,
        frozenset(keys),
        frozenset(row.breakdown),
        row.unit,
        row.area,
        row.period.first,
        row.period.last,
        row.voices,
        row.verdict == "contested",
        row.verdict == "agreed",
        row.best if row.kind == "figure" else None,
        row.id,
        what,
        who.named(row.voices),
        tuple(who.witnesses(mine)),
        None if row.best is None else Amount(row.low, row.best, row.high),
        few,
    )


def _of_conditions(claims: Sequence[Claim], who: Speakers) -> Iterator[Telling]:
    for claim in claims:
        if claim.condition is None or claim.period is None or claim.stance == "expected":
            continue
        name = who.name(claim)
        keys = frozenset((claim.condition.sector, claim.indicator or claim.condition.sector))
        days = claim.period.first, claim.period.last
        what = f'"{claim.span.quote[:80]}"'
        direction = claim.condition.direction
        yield Telling(
            "condition",
            keys,
            frozenset(),
            None,
            claim.area,
            *days,
            (name,),
            contested=False,
            agreed=False,
            says=None if direction == "unknown" else direction,
            assessment=None,
            what=what,
            named=who.named((name,)),
            witnesses=tuple(who.witnesses([claim])),
        )


def _heard(
    accounts: Sequence[Account],
    readings: Sequence[Reading],
    who: Speakers,
    site: Site,
) -> Iterator[Heard]:
    by_account = {r.account: r for r in readings}
    aliases = [a.casefold() for a in (site.name, *site.aliases) if a]
    for account in accounts:
        reading = by_account.get(account.id)
        read = reading is not None and not _unread(reading)
        here = [c for c in reading.claims if c.site == site.id] if reading else []
        named = bool(reading) and any(p.id == site.id for p in reading.places) if reading else False
        if not (here or named):
            text = account.text.casefold()
            if text.strip() and not any(a in text for a in aliases):
                continue
            if not text.strip() and read:
                continue
        ids = frozenset(who.voice_of[c.id] for c in here if c.id in who.voice_of)
        known = frozenset(who.named([*map(who.name, here), *who.outlet(account)]))
        yield Heard(account, account.period or _span(here), read, ids, known)


def _unread(reading: Reading) -> bool:
    """Nothing came out of it, and the reader said why: a language, a scan, a broken file."""
    return not reading.claims and any(i.severity != "note" for i in reading.issues)


def _span(claims: Sequence[Claim]) -> Period | None:
    periods = [c.period for c in claims if c.period]
    if not periods:
        return None
    first, last = min(p.start for p in periods), max(p.end for p in periods)
    return Period(first, last, "month", "stated")
