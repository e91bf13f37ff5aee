"""The sources of a case: who is registered, who was heard, and what to write for the rest."""

import tomllib
from dataclasses import replace

import pytest

from thirdhand.corroborate import listed
from thirdhand.corroborate.voices.origins import Origins
from thirdhand.corroborate.voices.register import Register
from thirdhand.model import Account, Plan, Source
from thirdhand.settings import SourcesFile, register

COURIER = Source("Hill Courier", ("Courier",), "local", "Hill Press", ("courier.co.uk",), "GB", "C")
EYES = Source("Eyes", (), "social", sites=("t.me/eyes_on_camp",))
SOURCES = (COURIER, EYES)


def account(ref: str, publisher: str | None, published: str | None = None, url: str | None = None):
    return Account(ref, ref, f"{ref}.html", publisher, None, published, "en", url)


def lines(*accounts: Account):
    return {line.name: line for line in listed(accounts, SOURCES, register())}


def test_a_source_is_heard_by_name_alias_and_address():
    held = (
        account("1", "Courier", "2019-08"),
        account("2", "news.courier.co.uk", "2019-08-12"),
        account("3", "The Courier on Sunday", None, "https://www.courier.co.uk/1"),
    )
    line = lines(*held)["Hill Courier"]
    assert (line.accounts, line.first, line.last, line.known) == (
        3,
        "2019-08",
        "2019-08-12",
        "case",
    )
    assert (line.type, line.owner, line.country, line.grade) == ("local", "Hill Press", "GB", "C")
    assert line.publishers == ("Courier", "The Courier on Sunday", "news.courier.co.uk")
    assert line.block is None


def test_a_source_that_published_nothing_is_listed_too():
    line = lines()["Eyes"]
    assert (line.accounts, line.first, line.last) == (0, None, None)


def test_the_suffix_of_a_country_is_no_publisher():
    """bbc.co.uk is not a part of co.uk, and two papers of co.uk are two."""
    held = (account("1", "a.paper.co.uk"), account("2", "b.paper.co.uk"), account("3", "x.co.uk"))
    found = lines(*held)
    assert found["paper.co.uk"].accounts == 2
    assert found["x.co.uk"].accounts == 1


def test_a_holder_on_a_platform_is_a_source_and_the_platform_is_none():
    held = (
        account("1", "t.me/eyes_on_camp"),
        account("2", "t.me/other", None, "https://t.me/other/4"),
    )
    found = lines(*held)
    assert (found["Eyes"].accounts, found["t.me/other"].type) == (1, "social")
    assert 'type = "social"' in (found["t.me/other"].block or "")


def test_two_holders_on_one_platform_are_two_voices():
    one, two = account("1", "x.com/river"), account("2", "x.com/hill")
    origins = Origins((one, two), Plan("p", (), sources=(EYES,)))
    assert origins.outlet(one).id != origins.outlet(two).id
    assert Register((EYES,)).publishing("t.me/another") is None


def test_what_ships_is_told_and_joins_only_when_pasted():
    line = lines(account("1", "www.bbc.co.uk"))["BBC"]
    assert (line.known, line.owner) == ("shipped", "British Broadcasting Corporation")
    (block,) = SourcesFile.model_validate(tomllib.loads(line.block or "")).source
    assert block.row() == next(s for s in register() if s.name == "BBC")


def test_what_nobody_knows_stays_unknown():
    line = lines(account("1", "hil-courier.example"))["hil-courier.example"]
    assert (line.known, line.type, line.owner, line.country, line.grade) == (
        *("nowhere", None, None, None),
        "F",
    )
    (block,) = SourcesFile.model_validate(tomllib.loads(line.block or "")).source
    assert (block.name, block.sites, block.language) == (line.name, [line.name], "en")


def test_a_publisher_that_its_pages_name_is_called_so():
    at = "https://www.hillpost.example/1"
    held = account("1", "Hill Post", None, at), account("2", "hillpost.example", None, at)
    line = lines(*held)["Hill Post"]
    assert line.publishers == ("Hill Post", "hillpost.example")
    (block,) = SourcesFile.model_validate(tomllib.loads(line.block or "")).source
    assert (block.name, block.sites) == ("Hill Post", ["hillpost.example"])


def test_the_nearest_known_is_offered():
    assert lines(account("1", "Hil Courier"))["Hil Courier"].nearest == ("Hill Courier",)
    assert lines(account("1", "Riverbend Echo"))["Riverbend Echo"].nearest == ()


def test_an_account_without_publisher_is_counted_and_asks_for_no_block():
    line = lines(account("1", None))["unknown outlet"]
    assert (line.accounts, line.type, line.block) == (1, None, None)


def test_the_most_heard_come_first():
    held = [account(str(n), "x.example") for n in range(3)] + [account("9", "Courier")]
    assert [line.name for line in listed(held, SOURCES, ())][:2] == ["x.example", "Hill Courier"]


@pytest.mark.parametrize("source", register(), ids=lambda source: source.name)
def test_a_shipped_source_says_what_it_may(source):
    assert source.sites, "it is found by its address"
    assert source.access is None, "who has people at a place depends on the place"
    assert source.language
    assert source.grade in "BCF"
    assert source == replace(source, people=(), sensitivity="public")


def test_the_shipped_register_is_of_its_size_and_without_doubles():
    sources = register()
    forms = [form.casefold() for s in sources for form in (s.name, *s.aliases, *s.sites)]
    assert 60 <= len(sources) <= 100
    assert [form for form in set(forms) if forms.count(form) > 1] == []
    assert {s.type for s in sources} >= {"agency", "wire", "local", "government", "ngo", "monitor"}


def test_publishers_that_an_aggregator_carries_are_not_one():
    at = "https://wire.example/{}"
    held = [
        account(str(n), name, None, at.format(n))
        for n, name in enumerate(("Future News", "Hill Post", "River Echo", "Hill Post", None))
    ]
    found = {name: line for name, line in lines(*held).items() if line.accounts}
    assert {name: line.accounts for name, line in found.items()} == {
        "Future News": 1,
        "Hill Post": 2,
        "River Echo": 1,
        "wire.example": 1,
    }
    assert "sites" not in (found["Hill Post"].block or "")
