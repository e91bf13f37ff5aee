"""A small case made up by hand: a camp called Mora, four accounts, and what is folded from them."""

import dataclasses
import json
from pathlib import Path
from typing import Any

from thirdhand.brief.facts import Facts
from thirdhand.model import (
    Account,
    Addressee,
    Area,
    Assessment,
    Cell,
    Claim,
    Condition,
    Contradiction,
    Dossier,
    Event,
    Findings,
    Grade,
    Issue,
    Missing,
    Overstatement,
    Period,
    Plan,
    Reading,
    Request,
    Sight,
    Site,
    Source,
    Span,
    View,
    Voice,
)
from thirdhand.words import vocabulary

Told = dict[str, Any]

SITE = Site(
    "mora",
    "Mora",
    "camp",
    ("Camp Mora",),
    None,
    None,
    None,
    (Area("p1", "Phase 1", ("phase one",)),),
)
TEXTS = {
    "a1": "The relief office says more than 62,000 people live in Camp Mora. Water is scarce.",
    "a2": "Officials say 70,000 people live in Mora. Two men were killed in Phase 1 on 3 March.",
    "a3": "قال المجلس إن ٣٠٠ شخص سيعودون إلى ديارهم.",
    "a4": "The army gained control over <b>Mora</b>. It has minimal security, the office says.",
}
ACCOUNTS = tuple(
    Account(
        f"{ref}{'0' * 62}",
        ref,
        f"in/{ref}.txt",
        outlet,
        title,
        published,
        language,
        url,
        text=TEXTS[ref],
    )
    for ref, outlet, title, published, language, url in (
        ("a1", "Daily", "Life in Mora", "2021-03-20", "en", "https://daily.example/1"),
        ("a2", "Wire", None, "2021-03-21", "en", "javascript:alert(1)"),
        ("a3", "مجلة", "عودة", "2021-04-02", "ar", None),
        ("a4", "Herald & Sons", "The <end>", None, "en", None),
    )
)


def claim(ref: str, quote: str, speaker: str, **more: object) -> Claim:
    """The claim that account `ref` makes with the words `quote`."""
    text = TEXTS[ref]
    start = text.index(quote)
    account = next(a for a in ACCOUNTS if a.ref == ref)
    values: dict[str, object] = {
        "kind": "figure",
        "speaker_kind": "named",
        "stance": "asserted",
        "period": Period.parse("2021-03", "published"),
        "site": "mora",
        **more,
    }
    return Claim(
        id=f"{ref}:{quote}",
        account=account.id,
        span=Span.of(text, start, start + len(quote)),
        chain=(speaker, account.outlet) if speaker != account.outlet else (speaker,),
        attributed=speaker != account.outlet,
        basis="told",
        reader="hand",
        score=0.9,
        **values,  # type: ignore[arg-type]
    )


MORE = claim(
    "a1", "more than 62,000 people", "Relief Office",
    indicator="population", low=62000.0, unit="people", hedge="more than",
)  # fmt: skip
SEVENTY = claim(
    "a2", "70,000 people", "officials", speaker_kind="unnamed",
    indicator="population", low=70000.0, high=70000.0, unit="people", hedge="exact",
)  # fmt: skip
KILLED = claim(
    "a2", "Two men were killed", "Wire", kind="incident", speaker_kind="outlet", stance="alleged",
    indicator="killed", breakdown=("men",), low=2.0, high=2.0, unit="people", hedge="exact",
    area="p1", event=Event("killing", "John Doe", "Jane Roe"), period=Period.parse("2021-03-03"),
)  # fmt: skip
GOING = claim(
    "a3", "٣٠٠ شخص سيعودون", "المجلس", stance="expected",
    indicator="returns", low=300.0, high=300.0, unit="people", hedge="exact",
    period=Period.parse("2021-04"),
)  # fmt: skip
SCARCE = claim(
    "a1", "Water is scarce", "Daily", kind="condition", speaker_kind="outlet",
    condition=Condition("water", "worse", "scarce", 1),
)  # fmt: skip
CONTROL = claim(
    "a4", "gained control over <b>Mora</b>", "Herald & Sons", kind="condition", period=None,
    speaker_kind="outlet", condition=Condition("security", "unknown", "gained control", 3),
)  # fmt: skip
MINIMAL = claim(
    "a4", "minimal security", "the office", kind="condition", period=None, speaker_kind="unnamed",
    condition=Condition("security", "unknown", "minimal", 1),
)  # fmt: skip
CLAIMS = (MORE, SEVENTY, KILLED, GOING, SCARCE, CONTROL, MINIMAL)
VOICES = tuple(
    Voice(f"v-{c.chain[0]}", c.chain[0], c.speaker_kind, None, None, 1, 1, "C")
    for c in {c.chain[0]: c for c in CLAIMS}.values()
)


def assessment(claims: tuple[Claim, ...], **more: object) -> Assessment:
    """What is folded from `claims`; kind, place and period are those of the first."""
    first = claims[0]
    assert first.period is not None
    kind = first.kind
    assert kind != "statement"
    values: dict[str, object] = {
        "indicator": first.indicator or "",
        "breakdown": first.breakdown,
        "unit": first.unit,
        "low": first.low,
        "best": first.low if first.high is not None else None,
        "high": first.high,
        "grade": Grade("C", 3),
        "verdict": "single",
        **more,
    }
    return Assessment(
        id="+".join(c.id for c in claims),
        kind=kind,
        site="mora",
        area=first.area,
        period=first.period,
        voices=tuple(dict.fromkeys(c.chain[0] for c in claims)),
        accounts=tuple(c.account for c in claims),
        claims=tuple(c.id for c in claims),
        reason="made by hand",
        **values,  # type: ignore[arg-type]
    )


def findings() -> Findings:
    """The folds of the small case."""
    return Findings(
        (),
        VOICES,
        tuple((c.id, f"v-{c.chain[0]}") for c in CLAIMS),
        (
            assessment(
                (MORE, SEVENTY), low=62000.0, best=68000.0, high=71000.0,
                verdict="agreed", grade=Grade("B", 2),
            ),
            assessment((KILLED,)),
            assessment((GOING,), verdict="expected"),
        ),
        (
            Contradiction(
                "c1", "contradiction", (MORE.id, SEVENTY.id), "population", False,
                "Both hold for March 2021 and do not overlap.",
            ),
        ),
        (Missing("m1", "Relief Office", "document", (ACCOUNTS[0].id,), (MORE.id,), "Get it."),),
        (Overstatement("o1", ACCOUNTS[3].id, CONTROL.id, MINIMAL.id, "Control is more."),),
    )  # fmt: skip


def view() -> View:
    """Two cells, one of them silent."""
    cells = tuple(
        Cell(
            f"cell {period}", "mora", None, "figure", "population", (), "people", "population",
            period, state, reason, (), (), "2021-03-31",  # type: ignore[arg-type]
        )
        for period, state, reason in (
            ("2021-03", "seen", "Told by 2 voices."),
            ("2021-04", "silent", "No account of April 2021 is held: nobody was heard."),
        )
    )  # fmt: skip
    sights = (Sight("2021-03", 1.0, 1.0, 1, 2, 3), Sight("2021-04", 0.0, 0.0, 1, 1, 1))
    to = (Addressee("Relief Office", "told of it once"),)
    request = Request("r1", "How many people live in Mora?", to, (cells[1].id,))
    return View(cells, (request,), sights, 0.5)


def dossier(**more: object) -> Dossier:
    """The small case; any field of the dossier can be given."""
    by_account = {a.id: [c for c in CLAIMS if c.account == a.id] for a in ACCOUNTS}
    whole = Dossier(
        Plan("mora", (SITE,), (), (Source("The Army", ("the army",), "armed-actor"),)),
        SITE,
        vocabulary(),
        ACCOUNTS,
        tuple(Reading(f"r{a}", a, "hand", claims=tuple(c)) for a, c in by_account.items()),
        findings(),
        view(),
        (Issue("i1", "ingest", "empty-file", "error", "in/a5.txt", "The file is empty."),),
    )
    return dataclasses.replace(whole, **more)  # type: ignore[arg-type]


def empty() -> Dossier:
    """A case into which nothing was taken."""
    return dossier(accounts=(), readings=(), findings=Findings(), view=View(), issues=())


def facts(*claims: Claim, rows: tuple[Assessment, ...] = (), **more: object) -> Facts:
    """The look-ups of a case of these claims and assessments; `more` are findings."""
    readings = tuple(Reading(c.id, c.account, "hand", claims=(c,)) for c in claims)
    found = Findings(assessments=rows, **more)  # type: ignore[arg-type]
    return Facts.of(dossier(readings=readings, findings=found, view=View()))


def at(claim: Claim, month: str, **more: object) -> Claim:
    """The claim told for another time; any field can be given."""
    values = {"id": f"{claim.id} {month}", "period": Period.parse(month), **more}
    return dataclasses.replace(claim, **values)  # type: ignore[arg-type]


def cell(period: str, state: str, area: str | None = None, last: str | None = None) -> Cell:
    """A cell of the plan's line of people."""
    return Cell(
        f"{period} {area}", "mora", area, "figure", "population", (), "people", "population",
        period, state, f"It is {state}.", (), (), last,  # type: ignore[arg-type]
    )  # fmt: skip


def block(brief: Path, key: str) -> Told:
    """The table, listing or chart of that key in a brief.json; KeyError where it has none."""
    told: Told = json.loads(brief.read_text("utf-8"))
    blocks = (b for section in told["sections"] for b in section["blocks"])
    found: dict[str, Told] = {b["key"]: b for b in blocks if "key" in b}
    return found[key]
