"""Who really said it."""

from dataclasses import replace
from typing import Any

import pytest

from thirdhand.corroborate.voices.abbreviations import abbreviations
from thirdhand.corroborate.voices.origins import Origins
from thirdhand.corroborate.voices.register import Register
from thirdhand.model import Person, Source


def voice(desk: Any, account: Any, said: str, kind: str = "named") -> str:
    return Origins(desk.accounts, desk.plan).speaker(said, kind, account).name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Relief Office", "Relief Office"),
        ("the relief office", "Relief Office"),
        ("R.O.", "Relief Office"),
        ("RO", "Relief Office"),
        ("Relief Coordination Office (RO)", "Relief Office"),
        ("Jane Roe (RO)", "Relief Office"),
        ("RO spokesperson Jane Roe", "Relief Office"),
        ("spokesman for the Relief Office", "Relief Office"),
        ("the Relief Office's report", "Relief Office"),
        ("Hill News", "Hill Council"),
        ("hillradio.net", "Hill Council"),
        ("Relief Co-ordination Office (RO", "Relief Office"),
        ("Jane Roe of the RO", "Relief Office"),
        ("the so-called Vale Watch", "Vale Watch"),
        ("Maj. Gen. Jane Roe", "Maj. Gen. Jane Roe"),
        ("Jane Roe (Unheard Of)", "Unheard Of"),
        ("Relief Officers' Club", "Relief Officers' Club"),
        ("a senior Relief Office official", "Relief Office"),
        ("Hill Guard commander Jo Roe", "Hill Guard"),
        ("the Hill Guard's Observation Desk", "Hill Guard"),
        ("Vale Watch, a war monitor", "Vale Watch"),
        ("Jane Roe (RO), via the Daily Plain", "Relief Office"),
        ("the charity Health Front", "Health Front"),
        ("Jo Roe, a former RO official", "Jo Roe, a former RO official"),
        ("Jane Roe (camp supervisor)", "Jane Roe"),
    ],
)
def test_a_speaker_resolves_to_its_voice(desk: Any, said: str, name: str) -> None:
    assert voice(desk, desk.account("a", "plain.com"), said) == name


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("www.plain.com", "Daily Plain"),
        ("english.plain.com", "Daily Plain"),
        ("notplain.com", "notplain.com"),
        ("hillnews.net", "Hill Council"),
        ("Daily Plain", "Daily Plain"),
        (None, "unknown outlet"),
    ],
)
def test_an_outlet_is_its_source_or_owner(desk: Any, publisher: str | None, name: str) -> None:
    account = desk.account("a", publisher)
    assert Origins(desk.accounts, desk.plan).outlet(account).name == name


def test_an_owner_out_of_the_register_takes_the_best_letter_of_what_it_owns(desk: Any) -> None:
    register = Register(desk.plan.sources)
    assert register.behind(register.named("Hill News")).grade == "C"


def test_owners_in_a_circle_come_to_an_end() -> None:
    register = Register((Source("A", (), "ngo", "B"), Source("B", (), "ngo", "A")))
    assert register.behind(register.named("A")).name == "A"


def test_a_short_form_that_a_text_explains_is_the_same_voice(desk: Any) -> None:
    text = "The Observatory for Hill Rights (OHR) and the Hill Guard (XYZ) spoke."
    account = desk.account("a", "plain.com", text=text)
    origins = Origins(desk.accounts, desk.plan)
    forms = ("OHR", "Observatory for Hill Rights", "Observatory for Hill Rights (OHR)", "Jo (OHR)")
    assert len({origins.speaker(form, "named", account).id for form in forms}) == 1
    assert "xyz" not in abbreviations([text])


def test_a_short_form_explained_in_two_ways_is_left_alone() -> None:
    assert abbreviations(["Hill Red Cross (HRC)", "Human Rights Club (HRC)"]) == {}


def test_the_publisher_of_a_held_account_is_no_new_voice(desk: Any) -> None:
    held, citing = desk.account("a", "english.far-herald.com"), desk.account("b", "plain.com")
    origins = Origins(desk.accounts, desk.plan)
    assert origins.speaker("The Far Herald", "named", citing).id == origins.outlet(held).id


@pytest.mark.parametrize(
    "said",
    [
        "the Far Herald newspaper", "a Far Herald reporter", "Far Herald website",
        "newspaper Far Herald", "the Far Herald's correspondents",
    ],
)  # fmt: skip
def test_what_an_outlet_is_makes_no_other_voice(desk: Any, said: str) -> None:
    held, citing = desk.account("a", "Far Herald"), desk.account("b", "plain.com")
    origins = Origins(desk.accounts, desk.plan)
    assert origins.speaker(said, "named", citing).id == origins.outlet(held).id


def test_officials_of_two_outlets_are_not_known_to_be_the_same(desk: Any) -> None:
    one, other = desk.account("a", "one.com"), desk.account("b", "two.com")
    origins = Origins(desk.accounts, desk.plan)
    first, second = (origins.speaker("officials", "unnamed", a) for a in (one, other))
    assert first.id != second.id
    assert not first.known


def test_a_claim_under_a_credit_line_is_the_agencys(desk: Any) -> None:
    one = desk.account("a", "one.com", text="Vale (AFP) - The camp is full.")
    claim = desk.says(one, 500)
    assert Origins(desk.accounts, desk.plan).of(claim, one).name == "AFP"


def test_a_reprint_speaks_by_the_outlet_it_copies(desk: Any) -> None:
    story = "The camp by the river holds five hundred people and nobody has come to count them."
    first = desk.account("a", "one.com", "2021-03-01", story)
    copy = desk.account("b", "two.com", "2021-03-02", story)
    same, own = desk.says(first, 500), desk.says(copy, 500)
    added = desk.says(copy, 20, indicator="guards")
    voices = dict(desk.findings().voice_of)
    names = {v.id: v.name for v in desk.findings().voices}
    assert names[voices[same.id]] == names[voices[own.id]] == "one.com"
    assert names[voices[added.id]] == "two.com"


def test_an_editor_who_doubts_makes_no_second_voice(desk: Any) -> None:
    """Two houses print one wire; one calls the speaker authorities, the other forces that claim."""
    story = "The camp by the river holds five hundred people and nobody has come to count them."
    first = desk.account("a", "one.com", "2021-03-01", story)
    copy = desk.account("b", "two.com", "2021-03-02", story)
    desk.says(first, 500, "Relief Office")
    desk.says(copy, 500, "Hill Guard", stance="alleged")
    third = desk.account("c", "three.com", "2021-03-03", story)
    desk.says(third, 500, "statistics", speaker_kind="unnamed")
    (row,) = desk.findings().assessments
    assert row.voices == ("Relief Office",)


def test_voices_count_their_accounts_and_claims(desk: Any) -> None:
    for ref in "ab":
        desk.says(desk.account(ref, "plain.com"), 500, "RO")
    desk.says(desk.accounts[0], 20, "Relief Office", indicator="guards")
    (row,) = desk.findings().voices
    assert (row.name, row.kind, row.type, row.grade) == ("Relief Office", "named", "agency", "B")
    assert (row.accounts, row.claims) == (2, 3)


def test_a_reading_of_an_account_not_given_is_an_error(desk: Any) -> None:
    desk.says(desk.account("a"), 500)
    desk.accounts.clear()
    with pytest.raises(ValueError, match="was not given"):
        desk.findings()


def test_a_title_makes_no_other_voice(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    origins = Origins(desk.accounts, desk.plan)
    forms = ("Jane Roe", "Dr. Jane Roe", "spokesperson Jane Roe", "Maj. Gen. Jane Roe")
    assert len({origins.speaker(form, "named", account).id for form in forms}) == 1
    assert origins.speaker("General Security", "named", account).name == "General Security"


def test_a_surname_is_the_full_name_of_its_own_account(desk: Any) -> None:
    account, other = desk.account("a", "one.com"), desk.account("b", "two.com")
    full, short = desk.says(account, 500, "Jane Roe"), desk.says(account, 20, "Ms Roe")
    stranger = desk.says(other, 500, "Roe")
    voices = dict(desk.findings().voice_of)
    assert voices[full.id] == voices[short.id] != voices[stranger.id]


def test_a_surname_of_two_people_is_nobodys(desk: Any) -> None:
    account = desk.account("a", "one.com")
    for name in ("Jane Roe", "John Roe", "Roe"):
        desk.says(account, 500, name)
    assert len({voice for _, voice in desk.findings().voice_of}) == 3


CAMP = Source("Vale Office", ("camp administration",), "government", None, (), None, "C")
GUARD = Source(
    "Hill Guard", ("HG",), "armed-actor",
    people=(
        Person("Mara Lind", ("Mara Lynd",), "commander"),
        Person("Ove Dahl", (), "spokesman", "2020-06", "2022"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "published", "name"),
    [
        ("Mara Lind", None, "Hill Guard"),
        ("Commander Mara Lynd", "2019", "Hill Guard"),
        ("Gen. Lind", "2019", "Hill Guard"),
        ("Lind", "2019", "Lind"),
        ("Ove Dahl", "2021-03-01", "Hill Guard"),
        ("Ove Dahl", "2020", "Hill Guard"),
        ("Ove Dahl", "2020-05-31", "Ove Dahl"),
        ("Ove Dahl", "2023-01", "Ove Dahl"),
    ],
)
def test_an_office_holder_speaks_for_the_body_while_in_office(
    desk: Any, said: str, published: str | None, name: str
) -> None:
    desk.plan = replace(desk.plan, sources=(GUARD,))
    assert voice(desk, desk.account("a", "plain.com", published), said) == name


@pytest.mark.parametrize(
    "said",
    ["the camp's director Jo Roe", "camp officials", "Vale officials", "director of Vale camp"],
)
def test_who_holds_an_office_of_the_place_speaks_for_who_runs_it(desk: Any, said: str) -> None:
    desk.plan = replace(desk.plan, sources=(CAMP,))
    assert voice(desk, desk.account("a", "plain.com"), said, "unnamed") == "Vale Office"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The place is full, said Jo Roe, who heads the Hill Guard in Vale.", "Hill Guard"),
        ("Hill Guard commander Jo Roe said so.", "Hill Guard"),
        ("Jo Roe, a spokesman for the Hill Guard, said so.", "Hill Guard"),
        ("Jo Roe of the Hill Guard in Vale said so.", "Hill Guard"),
        ("Jo Roe (HG) said so.", "Hill Guard"),
        ("Jo Roe, a retired Hill Guard officer, said so.", "Jo Roe"),
        ("Jo Roe, who fled the Hill Guard, said so.", "Jo Roe"),
        ("Jo Roe told the Relief Office so.", "Jo Roe"),
        ("Jo Roe (HG) and Jo Roe (RO) differ.", "Jo Roe"),
    ],
)
def test_a_text_says_for_whom_a_person_speaks(desk: Any, text: str, name: str) -> None:
    told, other = desk.account("a", "one.com", text=text), desk.account("b", "two.com")
    desk.says(told, 500, "Jo Roe")
    desk.says(other, 500, "Jo Roe")
    names = {v.name for v in desk.findings().voices}
    assert names == {name}


def test_a_source_told_by_an_outlet_is_not_the_outlet(desk: Any) -> None:
    account = desk.account("a", "one.com")
    origins = Origins(desk.accounts, desk.plan)
    origin = origins.speaker("a security source (Hill News)", "unnamed", account)
    assert not origin.known
