"""Over arbitrary texts: lengths and places hold, and no private name that is found survives."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.mask.made import dossier

from thirdhand.mask import mask, veil
from thirdhand.mask.people import People
from thirdhand.model.walk import strings

NAMES = st.sampled_from(
    ["Salma Haddad", "Umm Yazan", "Tomasz Wolski", "HALA MANSOUR", "noor al-huda", "Rose", "Jordan"]
)
CUES = st.sampled_from(
    [
        "{}, 34, wept.",
        "Her sister {} left.",
        "{}, a widow, spoke.",
        "Witness 1: {}",
        "They shot {}.",
    ]
)
FILLING = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60
) | st.sampled_from(["+963 944 123 456", "36.3741, 41.1457", "In April 2021 36,376 people came."])
TOLD = st.lists(st.one_of(FILLING, st.builds(str.format, CUES, NAMES)), min_size=1, max_size=5).map(
    lambda parts: "\n".join(("On Friday.", *parts))
)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(TOLD)
@SLOW
def test_lengths_and_places_hold(text: str) -> None:
    whole = dossier(text, "Salma Haddad", title=text[:40])
    hidden = mask(whole, "public")
    account, claim = hidden.accounts[0], hidden.readings[0].claims[0]
    assert len(account.text) == len(text)
    assert claim.span.holds(account.text)
    assert len(claim.chain[0]) == len("Salma Haddad")


@given(TOLD)
@SLOW
def test_what_is_found_once_survives_nowhere(text: str) -> None:
    whole = dossier(text, "Salma Haddad", title=text[:40])
    people = People(whole)
    for row in (mask(whole, "public").accounts, mask(whole, "public").readings):
        left = "\n".join(strings(row))
        spans = people.hidden(left, whole.accounts[0].id)
        assert [left[a:b] for a, b in spans] == []


@given(TOLD)
@SLOW
def test_words_of_ours_are_covered_as_the_accounts_are(text: str) -> None:
    whole = dossier(f"Salma Haddad, 34, wept.\n{text}", "Salma Haddad")
    ours = ("According to Salma Haddad, 40 people came.", whole.readings[0].claims[0].id)
    covered, ident = veil(ours, whole, "public")
    assert "Salma" not in covered
    assert "Haddad" not in covered
    assert covered.endswith("40 people came.")
    assert ident == ours[1]
