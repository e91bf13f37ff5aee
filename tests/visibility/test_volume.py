"""Looking grows with what is held, not with its square."""

import dataclasses
import random
import time

from tests.visibility.made import SITE, account, assessed

from thirdhand.model import (
    Account,
    Assessment,
    Claim,
    Contradiction,
    Findings,
    Grade,
    Happening,
    Period,
    Plan,
    PlanItem,
    Reading,
    Span,
    Voice,
)
from thirdhand.visibility import look
from thirdhand.words import vocabulary

WORDS = vocabulary()
INDICATORS = WORDS.indicators[:30]
ITEMS = (
    *(PlanItem("figure", i.name, i.label, "month", 45, i.sector, unit=i.units[0])
      for i in INDICATORS),
    *(PlanItem("incident", e, e, "month", 45, "security") for e in WORDS.events[:10]),
)  # fmt: skip
MONTHS = [f"{year}-{month:02d}" for year in range(2019, 2026) for month in range(1, 13)][:76]
CLAIMS = 6
VOICES = 200


def claim(ident: str, day: str, draw: random.Random) -> Claim:
    what = draw.choice(INDICATORS)
    return Claim(
        ident, ident.partition("-")[0], "figure", Span(0, 3, "5 p"), ("X", "Daily"), True, "named",
        "asserted", "told", Period.parse(day), "hand", 1.0, indicator=what.name,
        unit=what.units[0], low=5.0, high=5.0, site="mora",
    )  # fmt: skip


def told(many: int) -> tuple[list[Account], list[Reading], Findings]:
    """So many accounts of 76 months, with six claims each, each an assessment of its own."""
    draw = random.Random(1)  # noqa: S311 - made-up accounts
    accounts, readings, voice_of, rows, happened = [], [], [], list[Assessment](), []
    for n in range(many):
        day = f"{draw.choice(MONTHS)}-{draw.randint(1, 28):02d}"
        claims = tuple(claim(f"a{n}-{k}", day, draw) for k in range(CLAIMS))
        accounts.append(account(f"a{n}", day))
        readings.append(Reading(f"r{n}", f"a{n}", "hand", claims=claims))
        for said in claims:
            voice = min(int(draw.expovariate(1 / 30)), VOICES - 1)
            voice_of.append((said.id, f"v{voice}"))
            row = assessed(str(said.indicator), day, "A", unit=said.unit, claims=(said.id,))
            rows.append(dataclasses.replace(row, id=f"as {said.id}", voices=(f"Voice {voice}",)))
        if n % 5 == 0:
            happened.append(
                Happening(
                    f"h{n}", ("killing",), "mora", None, Period.parse(day), (), ("A",), (),
                    (claims[0].id,), (), Grade("C", 3), "single", "", (),
                )
            )  # fmt: skip
    clashes = (
        Contradiction(f"x{n}", "contradiction", (f"a{n}-0", f"a{n + 1}-0"), "killed", True, "r.")
        for n in range(0, many - 1, 5)
    )
    voices = (Voice(f"v{n}", f"Voice {n}", "named", None, None, 1, 1, "C") for n in range(VOICES))
    findings = Findings(
        voices=tuple(voices), voice_of=tuple(voice_of), assessments=tuple(rows),
        happenings=tuple(happened), contradictions=tuple(clashes),
    )  # fmt: skip
    return accounts, readings, findings


def seconds(many: int) -> float:
    """Processor seconds for one look."""
    plan = Plan("mora", (SITE,), ITEMS, start=MONTHS[0], end=MONTHS[-1])
    rows = told(many)
    began = time.process_time()
    view = look(*rows, plan, SITE, WORDS)
    took = time.process_time() - began
    assert len(view.cells) == 40 * 76
    assert view.alarms
    return took


def test_thousands_of_accounts_are_looked_at_in_seconds() -> None:
    few, many = seconds(500), seconds(2500)
    assert many < 6, "2,500 accounts of 15,000 claims take about half a second on a quiet core"
    assert many < 10 * max(few, 0.1), "five times the accounts, at most twice five times the time"
