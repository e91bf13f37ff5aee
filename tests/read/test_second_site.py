"""How much of the second site's labelled table the reader finds, number by number.

`tests/second_site/test_floor.py` holds the whole to three shares; here every part of a figure has
a floor of its own, and the message lists what is missed. To lower a floor, say here why.
"""

import json
import tomllib
from html import unescape
from pathlib import Path

import pytest
from tests.read.camp import tell

from thirdhand.model import Account, Claim, Period, content_id
from thirdhand.read.reader import Reader
from thirdhand.settings import load
from thirdhand.words import vocabulary

HERE = Path(__file__).parents[1] / "second_site"
EXPECTED = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))
PLAN = load(HERE / "case.toml", vocabulary())
# Of the labelled figures; then, of those found, the share with the right speaker, and so on.
FLOORS = {
    "found": 0.76,
    "speaker": 0.70,
    "stance": 0.98,
    "as_of": 0.79,
    "site": 0.93,
    "hedge": 0.98,
}


def rows() -> list[dict]:
    """The labelled figures in English that no careful reader may leave out."""
    read = {path.stem for path in (HERE / "accounts").glob("*.json")} - {"messager-incendie"}
    asked = [r for r in EXPECTED["claim"] if "indicator" in r and "unit" in r]
    return [r for r in asked if r["account"] in read and not r.get("optional")]


def account(ref: str) -> Account:
    raw = json.loads((HERE / "accounts" / f"{ref}.json").read_text("utf-8"))
    known = {key: raw.get(key) for key in ("publisher", "title", "published", "language", "url")}
    made = content_id("account", raw["text"], ref)
    return Account(made, ref, f"{ref}.json", **known, text=unescape(raw["text"]))


@pytest.fixture(scope="module")
def claims() -> dict[str, list[Claim]]:
    refs = sorted({row["account"] for row in rows()})
    told = [account(ref) for ref in refs]
    readings = Reader(PLAN, vocabulary()).read(told)
    return {ref: list(reading.claims) for ref, reading in zip(refs, readings, strict=True)}


def same(row: dict, claim: Claim) -> bool:
    """Indicator, breakdown, unit and value all right."""
    ends = {v for v in (row.get("low"), row.get("high")) if v is not None}
    ours = {v for v in (claim.low, claim.high) if v is not None}
    what = (claim.indicator, set(claim.breakdown), claim.unit)
    return what == (row["indicator"], set(row.get("breakdown", ())), row["unit"]) and ends == ours


def speaker(row: dict, claim: Claim) -> bool:
    name = row["speaker"].casefold()
    if not name:  # the outlet itself; for a report, the body that published it
        publisher = account(row["account"]).publisher
        own = {source.name for source in PLAN.sources if publisher in source.sites}
        return len(claim.chain) == 1 or claim.chain[0] in own
    return claim.attributed and (
        name in claim.chain[0].casefold() or claim.chain[0].casefold() in name
    )


def as_of(row: dict, claim: Claim) -> bool:
    """The months are right; a label's day within the claim's month is right too."""
    if not row["as_of"] or claim.period is None:
        return not row["as_of"] and claim.period is None
    return Period.parse(row["as_of"]).months() == claim.period.months()


RIGHT = {
    "speaker": speaker,
    "stance": lambda row, claim: row["stance"] == claim.stance,
    "as_of": as_of,
    "site": lambda row, claim: (row["site"] or None) == claim.site,
    "hedge": lambda row, claim: row["hedge"] == claim.hedge,
}


@pytest.fixture(scope="module")
def pairs(claims) -> list[tuple[dict, Claim | None]]:
    """Each labelled figure with a claim that says the same number of the same thing."""
    return [
        (row, next((c for c in claims[row["account"]] if same(row, c)), None)) for row in rows()
    ]


def label(row: dict) -> str:
    return f"{row['account']}: “{row['quote']}” {row['indicator']}"


def test_found(pairs):
    missed = [label(row) for row, claim in pairs if claim is None]
    share = 1 - len(missed) / len(pairs)
    print(f"found {share:.2f}")
    assert share >= FLOORS["found"], f"{share:.3f}\n" + "\n".join(missed)


@pytest.mark.parametrize("part", RIGHT)
def test_of_those_found(pairs, part):
    found = [(row, claim) for row, claim in pairs if claim is not None]
    wrong = [(row, claim) for row, claim in found if not RIGHT[part](row, claim)]
    share = 1 - len(wrong) / len(found)
    print(f"{part} {share:.2f}")
    lines = [f"{label(row)}: wanted {row.get(part)!r}{tell([claim])}" for row, claim in wrong]
    assert share >= FLOORS[part], f"{share:.3f}\n" + "\n".join(lines)


def test_words_that_count_nothing_are_no_figure(claims):
    """At most so many of the labelled traps are read as figures of the plan."""
    caught = [
        f"{row['account']}: “{row['words']}”{tell([c])}"
        for row in EXPECTED["no_figure"]
        for c in claims.get(row["account"], ())
        if c.quantity and c.indicator and c.span.quote in row["words"]
    ]
    assert len(caught) <= 2, "\n".join(caught)
