"""A fuller case made by hand, with something for every section: Mora in seven accounts."""

import dataclasses

from tests.brief.made import SITE, assessment, view

from thirdhand.model import (
    Account,
    Area,
    Assessment,
    Balance,
    Claim,
    Condition,
    Contradiction,
    Dossier,
    Event,
    Findings,
    Grade,
    Happening,
    Loop,
    Missing,
    Overstatement,
    Period,
    Plan,
    Reading,
    Site,
    Source,
    Span,
    Unreported,
    Unseen,
    Voice,
)
from thirdhand.words import vocabulary

TEXTS = {
    "b1": "UNHCR says 70,000 people live in Camp Mora. About 19,000 families live there.",
    "b2": "The mayor said more than 62,000 people live in Mora, 22,000 of them foreign children.",
    "b3": "Two women were killed and four men injured in Phase 1, guards said. They blame the army",
    "b4": "Some officials deny that 30 people escaped. The council alleges that 45 people escaped.",
    "b5": "The ministry plans to take home 300 people in May. Last year 120 people went home.",
    "b6": "Water improved, MSF said. Schools are closed. The office sees minimal security.",
    "b7": "In 2020 the guards counted 80 people arriving, 50 women and 30 men. Control was lost.",
}
PUBLISHERS = {
    "b1": "Daily", "b2": "Wire", "b3": "Herald", "b4": "Delta Radio", "b5": "Gazette", "b6": "Post",
    "b7": "Northern Star",
}  # fmt: skip
ACCOUNTS = {
    ref: Account(
        f"{ref}{'0' * 62}",
        ref,
        f"in/{ref}.txt",
        PUBLISHERS[ref],
        None,
        "2021-03-20",
        "en",
        text=text,
    )
    for ref, text in TEXTS.items()
}
PLACE = dataclasses.replace(
    SITE, areas=(Area("p1", "Phase 1", ("phase one",)), Area("p2", "Phase 2", ("phase two",)))
)
FAR = Site("tarvel", "Tarvel", "camp", (), None, None, None)
SOURCES = (
    Source("UN", ("UNHCR", "OCHA"), "agency", grade="B"),
    Source("The Army", ("the army",), "armed-actor"),
    Source("Red Crescent", ("SARC",), "ngo"),
)
MARCH = Period.parse("2021-03")


def claim(ref: str, quote: str, speaker: str, indicator: str | None, **more: object) -> Claim:
    """The claim that account `ref` makes with the words `quote`."""
    account = ACCOUNTS[ref]
    start = account.text.index(quote)
    values: dict[str, object] = {
        "kind": "figure", "speaker_kind": "named", "stance": "asserted", "period": MARCH,
        "site": "mora", "unit": "people" if indicator else None, "hedge": "exact", **more,
    }  # fmt: skip
    number = values.pop("number", None)
    if number is not None:
        values |= {"low": number, "high": number}
    return Claim(
        id=f"{ref}:{quote}",
        account=account.id,
        span=Span.of(account.text, start, start + len(quote)),
        chain=(speaker, account.outlet),
        attributed=True,
        basis="told",
        reader="hand",
        score=0.9,
        indicator=indicator,
        **values,  # type: ignore[arg-type]
    )


WHOLE = claim("b1", "70,000 people", "UNHCR", "population", number=70000.0)
HOMES = claim(
    "b1",
    "About 19,000 families",
    "UNHCR",
    "population",
    number=19000.0,
    unit="households",
    hedge="about",
)
MORE = claim("b2", "more than 62,000 people", "mayor", "population", low=62000.0, hedge="more than")
CHILDREN = claim(
    "b2",
    "22,000 of them foreign children",
    "mayor",
    "population",
    number=22000.0,
    breakdown=("foreign", "children"),
)
ATTACK = Event("attack", "the army", "women")
DAY = Period.parse("2021-03-05")
KILLED = claim(
    "b3",
    "Two women were killed",
    "guards",
    "killed",
    kind="incident",
    number=2.0,
    breakdown=("women",),
    area="p1",
    period=DAY,
    event=ATTACK,
    speaker_kind="unnamed",
)
HURT = claim(
    "b3",
    "four men injured",
    "guards",
    "injured",
    kind="incident",
    number=4.0,
    breakdown=("men",),
    area="p1",
    period=DAY,
    event=ATTACK,
    speaker_kind="unnamed",
)
DENIED = claim(
    "b4",
    "deny that 30 people escaped",
    "officials",
    "escaped",
    number=30.0,
    stance="denied",
    speaker_kind="unnamed",
)
ALLEGED = claim("b4", "45 people escaped", "Mora Council", "escaped", number=45.0, stance="alleged")
GOING = claim(
    "b5",
    "take home 300 people",
    "Ministry",
    "repatriated",
    number=300.0,
    stance="expected",
    period=Period.parse("2021-05"),
)
WENT = claim(
    "b5", "120 people went home", "Ministry", "returns", number=120.0, period=Period.parse("2020")
)
WATER = claim(
    "b6",
    "Water improved",
    "MSF",
    None,
    kind="condition",
    condition=Condition("water", "better", "improved", 2),
)
CLOSED = claim(
    "b6",
    "Schools are closed",
    "Post",
    None,
    kind="condition",
    condition=Condition("education", "worse", "closed", 2),
)
WEAK = claim(
    "b6",
    "minimal security",
    "the office",
    None,
    kind="condition",
    speaker_kind="unnamed",
    condition=Condition("security", "worse", "minimal", 1),
)
LOST = claim(
    "b7",
    "Control was lost",
    "Northern Star",
    None,
    kind="condition",
    condition=Condition("security", "worse", "lost", 3),
)
YEAR = Period.parse("2020")
CAME = claim(
    "b7",
    "80 people arriving",
    "guards",
    "arrivals",
    number=80.0,
    period=YEAR,
    speaker_kind="unnamed",
)
CAME_W = claim(
    "b7",
    "50 women",
    "guards",
    "arrivals",
    number=50.0,
    period=YEAR,
    breakdown=("women",),
    speaker_kind="unnamed",
)
CAME_M = claim(
    "b7",
    "30 men",
    "guards",
    "arrivals",
    number=30.0,
    period=YEAR,
    breakdown=("men",),
    speaker_kind="unnamed",
)
CLAIMS = (
    WHOLE, HOMES, MORE, CHILDREN, KILLED, HURT, DENIED, ALLEGED, GOING, WENT, WATER, CLOSED, WEAK,
    LOST, CAME, CAME_W, CAME_M,
)  # fmt: skip
NAMES = {"UNHCR": "UN"}
VOICES = {
    name: Voice(f"v-{name}", name, c.speaker_kind, None, None, 1, 1, "C")
    for c in CLAIMS
    for name in (NAMES.get(c.chain[0], c.chain[0]),)
} | {"SARC": Voice("v-SARC", "Red Crescent", "named", None, None, 1, 1, "C")}


def _folds() -> tuple[Assessment, ...]:
    return (
        assessment(
            (WHOLE, MORE), low=62000.0, best=68000.0, high=71000.0, verdict="agreed",
            grade=Grade("B", 2),
        ),
        assessment((HOMES,), low=18000.0, high=20000.0),
        assessment((CHILDREN,)),
        assessment((KILLED,)),
        assessment((HURT,)),
        assessment((DENIED,), verdict="denied", grade=Grade("F", 6)),
        assessment((ALLEGED,)),
        assessment((GOING,), verdict="expected", grade=Grade("C", 6)),
        assessment((WENT,)),
        assessment((CAME,)),
    )  # fmt: skip


def rich() -> Dossier:
    """The dossier of this case."""
    rows = tuple(
        dataclasses.replace(r, voices=tuple(NAMES.get(v, v) for v in r.voices)) for r in _folds()
    )
    ids = {r.id for r in rows}
    happening = Happening(
        "h1", ("attack",), "mora", "p1", DAY, (), ("guards",), (), (KILLED.id, HURT.id), (),
        Grade("F", 3), "single", "one day and place", (),
    )  # fmt: skip
    found = Findings(
        voices=tuple(VOICES.values()),
        voice_of=tuple((c.id, f"v-{NAMES.get(c.chain[0], c.chain[0])}") for c in CLAIMS),
        assessments=rows,
        contradictions=(
            Contradiction("c1", "contradiction", (DENIED.id, ALLEGED.id), "escaped", True, "Both."),
            Contradiction("c2", "contradiction", (WHOLE.id, MORE.id), "population", False, "Both."),
        ),
        missing=(
            Missing("m1", "Ministry", "document", (ACCOUNTS["b5"].id,), (GOING.id,), "Get it."),
        ),
        overstatements=(Overstatement("o1", ACCOUNTS["b7"].id, LOST.id, WEAK.id, "Lost is more."),),
        loops=(
            Loop(
                "l1", "population", ("Daily", "Wire"), ("b1", "b2"), (WHOLE.id, MORE.id), (),
                "A circle.",
            ),
        ),
        unreported=(
            Unreported(
                "u1", "mora", "attack", YEAR, ("guards", "Herald"),
                Unseen(41.2, 40.4, 31.0, 60.0, 25, 8), (KILLED.id, HURT.id),
            ),
        ),
        balances=(
            Balance(
                "s1", "parts", "arrivals", "mora", YEAR, (CAME.id, CAME_W.id, CAME_M.id), (1, 1),
                80.0, 80.0, 80.0, 80.0, 0.0, "a list",
            ),
            Balance(
                "s2", "households", "population", "mora", MARCH, (WHOLE.id, HOMES.id), (1,),
                38000.0, 171000.0, 70000.0, 70000.0, 0.0, "people and households",
            ),
        ),
        happenings=(happening,),
    )  # fmt: skip
    assert len(ids) == len(rows)
    accounts = tuple(ACCOUNTS.values())
    readings = tuple(
        Reading(f"r{a.ref}", a.id, "hand", claims=tuple(c for c in CLAIMS if c.account == a.id))
        for a in accounts
    )
    return Dossier(
        Plan("mora", (PLACE, FAR), (), SOURCES), PLACE, vocabulary(), accounts, readings, found,
        view(), (),
    )  # fmt: skip
