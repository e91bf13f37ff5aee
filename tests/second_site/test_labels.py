"""A made-up site. Its labelled table must hold together before anyone measures by it."""

import json
import tomllib
from html import unescape
from pathlib import Path

import pytest

from thirdhand.model import Period, Quantity
from thirdhand.settings import load
from thirdhand.words import vocabulary

HERE = Path(__file__).parent
ACCOUNTS = {path.stem: path for path in sorted((HERE / "accounts").iterdir())}
EXPECTED = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))
CLAIMS = EXPECTED["claim"]
COPIES = {ref for group in EXPECTED["copies"] for ref in group["accounts"][1:]}
UNREAD = {row["account"] for row in EXPECTED["unread"]}


def text(ref: str) -> str:
    raw = ACCOUNTS[ref].read_text("utf-8")
    if ACCOUNTS[ref].suffix == ".json":
        return str(json.loads(raw)["text"])
    return unescape(raw) if ACCOUNTS[ref].suffix == ".html" else raw


def label(claim: dict[str, object]) -> str:
    return f"{claim['account']}: {claim['quote']}"


@pytest.mark.parametrize("claim", CLAIMS, ids=label)
def test_the_quote_stands_once_in_its_account(claim):
    assert text(claim["account"]).count(claim["quote"]) == 1


@pytest.mark.parametrize("claim", CLAIMS, ids=label)
def test_the_label_uses_the_vocabulary(claim):
    words = vocabulary()
    if claim["kind"] == "condition":
        assert claim["indicator"] in words.sectors
        assert claim["direction"] in ("worse", "same", "better", "unknown")
    elif "indicator" in claim:
        indicator = words.get(claim["indicator"])
        assert indicator is not None
        assert claim["unit"] in indicator.units
        assert set(claim.get("breakdown", ())) <= set(words.breakdowns)
    assert claim.get("event", "other") in words.events


@pytest.mark.parametrize("claim", [c for c in CLAIMS if "hedge" in c], ids=label)
def test_the_bounds_are_those_of_the_hedge(claim):
    low, high = claim.get("low"), claim.get("high")
    if claim["hedge"] in ("range", "vague"):
        assert low < high
    else:
        value = high if low is None else low
        hedged = Quantity.hedged(value, claim["unit"], claim["hedge"])
        assert (hedged.low, hedged.high) == (low, high)


@pytest.mark.parametrize("claim", [c for c in CLAIMS if c["as_of"]], ids=label)
def test_the_period_can_be_read(claim):
    assert Period.parse(claim["as_of"]).start[:4] == "2023"


def test_every_hedge_and_stance_occurs():
    hedges = {claim.get("hedge") for claim in CLAIMS} - {None}
    assert hedges == {
        *("exact", "about", "nearly", "more than", "at least"),
        *("less than", "up to", "range", "vague"),
    }
    assert {claim["stance"] for claim in CLAIMS} >= {"asserted", "alleged", "denied", "expected"}


def test_every_account_is_labelled_copied_or_unread():
    labelled = {claim["account"] for claim in CLAIMS}
    assert labelled | COPIES | UNREAD == set(ACCOUNTS)
    assert not labelled & (COPIES | UNREAD)


def test_the_words_that_are_no_figure_stand_in_their_account():
    for row in EXPECTED["no_figure"]:
        assert row["words"] in text(row["account"]), row


def test_the_clashing_quotes_stand_in_their_account():
    for row in EXPECTED["clash"]:
        for quote in row["quotes"]:
            assert quote in text(row["accounts"][0]), row


def test_the_case_watches_the_site_and_its_areas():
    (site,) = load(HERE / "case.toml", vocabulary()).sites
    assert {claim["site"] for claim in CLAIMS} == {site.id, ""}
    assert {claim["area"] for claim in CLAIMS if "area" in claim} == {a.id for a in site.areas}
    assert all(claim.get("place") for claim in CLAIMS if not claim["site"])
