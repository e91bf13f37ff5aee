"""The figures of the population that people read in the example, as readings."""

import json
from collections.abc import Sequence
from typing import Any

from benchmarks import gold
from thirdhand.model import Account, Claim, Period, Quantity, Reading, Span, content_id

SITE = "al-hol"
PEOPLE = "people"


def readings(accounts: Sequence[Account]) -> list[Reading]:
    """One reading an account."""
    lines = (gold.EXAMPLE / "gold.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    found = []
    for account in accounts:
        mine = (row for row in rows if row["doc"] == account.ref)
        claims = tuple(claim for row in mine if (claim := _claim(row, account)))
        key = content_id("gold", account.id)
        found.append(Reading(key, account.id, "gold", claims=claims))
    return found


def _claim(row: dict[str, Any], account: Account) -> Claim | None:
    """The claim of a row; None where it is of something else, of no time, or has no number."""
    place = str(row["place"]).casefold()
    if row["indicator"] != "population_total" or "hol" not in place or not row["date_iso"]:
        return None
    low, high = row["low"], row["high"]
    if row["value"] is not None:
        told = Quantity.hedged(float(row["value"]), PEOPLE, row["qualifier"] or "exact")
        low, high = told.low, told.high
    if low is None and high is None:
        return None
    start = max(account.text.find(row["quote"]), 0)
    speaker = row["attributed_to"]
    return Claim(
        id=content_id("gold", row["id"]),
        account=account.id,
        kind="figure",
        span=Span(start, start + len(row["quote"]), row["quote"]),
        chain=(speaker, account.outlet) if speaker else (account.outlet,),
        attributed=bool(speaker),
        speaker_kind="named" if speaker else "outlet",
        stance="asserted",
        basis="told",
        # A figure without a date took the month of publication.
        period=Period.parse(row["date_iso"], "stated" if row["date_or_period"] else "published"),
        reader="gold",
        score=1.0,
        indicator="population",
        low=low,
        high=high,
        unit=PEOPLE,
        hedge=row["qualifier"] or "exact",
        site=SITE,
    )
