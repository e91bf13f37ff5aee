"""A desk that takes in hand-made accounts and claims, about a camp that does not exist."""

import random
from dataclasses import replace
from typing import Any

import pytest

from thirdhand.corroborate import corroborate
from thirdhand.model import (
    Account,
    Attribution,
    Claim,
    Findings,
    Judgement,
    Period,
    Plan,
    Quantity,
    Reading,
    Site,
    Source,
    Span,
    content_id,
)
from thirdhand.scale import duckdb_engine
from thirdhand.words import vocabulary

SITE = Site("vale", "Vale camp", "camp", ("Vale",), None, None, None)
REGISTER = (
    Source(
        "Relief Office",
        ("RO", "Relief Coordination Office"),
        "agency",
        None,
        ("ro.org",),
        None,
        "B",
    ),
    Source("Vale Watch", ("VW",), "monitor", None, ("valewatch.org",), None, "B"),
    Source("Health Front", ("HF",), "ngo", None, (), None, "C"),
    Source("Hill Guard", ("HG",), "armed-actor", None, (), None, "D"),
    Source("Hill News", (), "local", "Hill Council", ("hillnews.net",), None, "D"),
    Source("Hill Radio", (), "local", "Hill Council", ("hillradio.net",), None, "C"),
    Source("Daily Plain", (), "outlet", None, ("plain.com",), None, "C"),
)
ENGINE = duckdb_engine(1)
PLAN = Plan("vale", (SITE,), (), REGISTER)
HEDGED = ("about", "nearly", "more than", "at least", "less than", "up to")


class Desk:
    """Accounts and claims as they are added, and what corroboration makes of them."""

    def __init__(self) -> None:
        self.accounts: list[Account] = []
        self.readings: list[Reading] = []
        self.plan = PLAN

    def account(
        self,
        ref: str,
        publisher: str | None = None,
        published: str | None = "2021-03-05",
        text: str = "",
        title: str | None = None,
    ) -> Account:
        body = text or f"A text of its own, number {ref}."
        made = Account(
            content_id("account", ref), ref, ref, publisher, title, published, "en", text=body
        )
        self.accounts.append(made)
        self.readings.append(Reading(content_id("reading", ref), made.id, "hand"))
        return made

    def says(
        self,
        account: Account,
        value: float | None = None,
        *chain: str,
        period: str = "2021-03",
        basis: str = "stated",
        hedge: str = "exact",
        unit: str = "people",
        **given: Any,
    ) -> Claim:
        """Adds a claim to the account's reading. No chain: the outlet's own words."""
        index = self.accounts.index(account)
        reading = self.readings[index]
        start = 100 * len(reading.claims)
        low, high = given.pop("low", None), given.pop("high", None)
        if value is not None:
            amount = Quantity.hedged(value, unit, hedge)
            low, high = amount.low, amount.high
        filled = low is not None or high is not None
        fields = {
            "kind": "figure",
            "indicator": "population" if filled else None,
            "speaker_kind": "named" if chain else "outlet",
            "stance": "asserted",
            "site": SITE.id,
            "place": SITE.name,
            **given,
        }
        made = Claim(
            id=content_id("claim", account.ref, start),
            account=account.id,
            span=Span(start, start + 5, f"words {start}"),
            chain=(*chain, account.outlet),
            attributed=bool(chain),
            basis="told",
            period=Period.parse(period, basis),
            reader="hand",
            score=0.9,
            low=low,
            high=high,
            unit=unit if filled else None,
            hedge=hedge if filled else None,
            **fields,
        )
        self.readings[index] = replace(reading, claims=(*reading.claims, made))
        return made

    def witness(self, claim: Claim, basis: str) -> None:
        """Sets how the claim's voice knows."""
        self._change(claim, basis=basis)

    def undated(self, claim: Claim) -> None:
        """Takes the claim's period away."""
        self._change(claim, period=None)

    def _change(self, claim: Claim, **fields: Any) -> None:
        for index, reading in enumerate(self.readings):
            claims = tuple(
                replace(row, **fields) if row.id == claim.id else row for row in reading.claims
            )
            self.readings[index] = replace(reading, claims=claims)

    def attributes(self, account: Account, speaker: str, kind: str) -> None:
        """Adds an attribution without a claim."""
        index = self.accounts.index(account)
        row = Attribution(None, None, (), speaker, kind, "asserted")
        reading = self.readings[index]
        self.readings[index] = replace(reading, attributions=(*reading.attributions, row))

    def findings(self, seed: int | None = None, *judgements: Judgement) -> Findings:
        """What corroboration finds; with a seed the rows go in shuffled."""
        accounts, readings = list(self.accounts), list(self.readings)
        if seed is not None:
            mix = random.Random(seed)  # noqa: S311  # shuffles rows, keeps no secret
            mix.shuffle(accounts)
            mix.shuffle(readings)
            readings = [
                replace(r, claims=tuple(mix.sample(r.claims, len(r.claims)))) for r in readings
            ]
        return corroborate(accounts, readings, self.plan, vocabulary(), ENGINE, judgements)


@pytest.fixture(scope="session")
def new_desk() -> type[Desk]:
    """For property tests, which need a desk for each example."""
    return Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()
