"""Accounts that share text or origin."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.corroborate import copies
from thirdhand.corroborate.kin import agencies
from thirdhand.corroborate.kin.traces import traces
from thirdhand.model import Account
from thirdhand.scale import duckdb_engine

ENGINE = duckdb_engine(1)
WORDS = [f"word{n}" for n in range(4000)]


def prose(seed: int, length: int = 120) -> str:
    mix = random.Random(seed)  # noqa: S311  # makes prose, keeps no secret
    return " ".join(mix.choices(WORDS, k=length))


def account(ref: str, text: str, published: str | None = "2021-03-05") -> Account:
    return Account(f"id-{ref}-{published}", ref, ref, "x.org", None, published, "en", text=text)


def test_a_reprint_is_a_copy_of_the_older_account() -> None:
    story = prose(1)
    rows = [account("b", story, "2021-03-06"), account("a", prose(2)), account("c", story)]
    (group,) = copies(rows, ENGINE)
    assert (group.accounts, group.first) == (("b", "c"), "c")
    assert group.why.startswith("Shared text: b and c share 100%")
    assert "117 runs of 4 words" in group.why


def test_half_an_excerpt_in_a_longer_text_is_found() -> None:
    story = prose(1)
    longer = f"{prose(3, 300)} {' '.join(story.split()[:60])} {prose(4, 300)}"
    (group,) = copies([account("a", story), account("b", longer)], ENGINE)
    assert group.accounts == ("a", "b")


def test_two_texts_of_their_own_are_no_group() -> None:
    assert copies([account("a", prose(1)), account("b", prose(2))], ENGINE) == ()


def test_no_accounts_and_empty_texts_are_no_group() -> None:
    assert copies([], ENGINE) == ()
    assert copies([account("a", ""), account("b", "")], ENGINE) == ()


def test_a_footer_that_stays_for_months_is_no_copy() -> None:
    footer = prose(99, 60)
    rows = [account(str(n), f"{prose(n, 60)} {footer}", f"2021-{n + 1:02d}-01") for n in range(8)]
    assert copies(rows, ENGINE) == ()


def test_a_story_reprinted_by_many_sites_within_days_is_no_footer() -> None:
    rows = [account(f"{n:02d}", f"{prose(1)} {prose(n + 10, 10)}") for n in range(15)]
    (group,) = copies(rows, ENGINE)
    assert len(group.accounts) == 15


def test_legal_notices_do_not_join() -> None:
    notice = f"Copyright. {prose(5, 30)} All rights reserved."
    rows = [account("a", f"{prose(1, 20)}\n{notice}"), account("b", f"{prose(2, 20)}\n{notice}")]
    assert copies(rows, ENGINE) == ()


def test_of_one_day_the_account_that_credits_an_agency_is_not_the_first() -> None:
    story = prose(1)
    rows = [account("a", f"Vale (AFP) - {story}"), account("b", story)]
    assert copies(rows, ENGINE)[0].first == "b"


def marked(telling: str, other: str, days: tuple[str, str]) -> list[Account]:
    """Two accounts among forty of other matters."""
    rest = [account(f"r{n:02d}", prose(n), "2020-01-01") for n in range(40)]
    return [*rest, account("x", telling, days[0]), account("y", other, days[1])]


REWRITE = ("In all 517 died, 371 of them small, out of 68,123.", "Of 68 123 there 517 died (371).")


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (("2021-03-05", "2021-03-12"), True),
        (("2021-03-05", "2021-03"), True),
        (("2021-03-05", "2021-03-20"), False),
        (("2021-03-05", "2021"), False),
    ],
)
def test_rare_numbers_within_days_betray_a_rewrite(days: tuple[str, str], found: bool) -> None:
    groups = copies(marked(*REWRITE, days), ENGINE)
    assert [group.accounts for group in groups] == ([("x", "y")] if found else [])


# What two accounts of one day tell, and whether it shows that one stands behind both.
TOLD = [
    ("two rare numbers", "They say 517 and 371 died.", "So 517 died, and 371.", True),
    ("one rare number", "They say 517 died.", "So 517 died.", False),
    ("names alone", "In Orm the Zeb and Quix met Jor.", "Today Zeb, Jor and Quix met.", False),
    ("a number and names", "In 517 tents Zeb and Quix met.", "So Zeb met Quix in 517 tents.", True),
    ("scripts apart", "They say 62 thousand and 371.", "62 ألف منهم 371", True),
    ("an accent", "In 517 tents met Zéb and Quix.", "So Zeb met Quix in 517 tents.", True),
    (
        "a small part of long accounts",
        f"They say 517 and 371 died. {' '.join(str(n) for n in range(3000, 3020))}",
        f"So 517 died, and 371. {' '.join(str(n) for n in range(5000, 5020))}",
        False,
    ),
]


@pytest.mark.parametrize(
    ("told", "other", "found"), [c[1:] for c in TOLD], ids=[c[0] for c in TOLD]
)
def test_what_shows_a_shared_origin(told: str, other: str, found: bool) -> None:
    groups = copies(marked(told, other, ("2021-03-05", "2021-03-05")), ENGINE)
    assert [group.accounts for group in groups] == ([("x", "y")] if found else [])
    assert all(group.why.startswith("Shared origin: x and y") for group in groups)


def test_a_number_that_many_tell_shows_nothing() -> None:
    rows = marked("In all 517 of 371 died.", "So 517 died, and 371.", ("2021-03-05", "2021-03-05"))
    known = [
        account(f"k{n:02d}", f"{prose(n + 70)} and 517 of 371", f"20{n + 21}-03-05")
        for n in range(20)
    ]
    assert copies([*rows, *known], ENGINE) == ()


def test_a_footer_that_comes_back_after_months_joins_no_two_stories() -> None:
    footer = prose(99, 40)
    first = [account(ref, f"{prose(1)} {footer}", "2021-01-01") for ref in "ab"]
    later = [account(ref, f"{prose(2)} {footer}", "2021-09-01") for ref in "cd"]
    groups = copies([*first, *later], ENGINE)
    assert [group.accounts for group in groups] == [("a", "b"), ("c", "d")]


def test_in_a_small_collection_no_number_is_rare() -> None:
    rows = [account("x", REWRITE[0]), account("y", REWRITE[1])]
    assert copies(rows, ENGINE) == ()


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(9)))
def test_the_order_of_accounts_changes_nothing(order: list[int]) -> None:
    rows = [account(str(n), f"{prose(n % 4)} {prose(n + 50, 12)}") for n in range(9)]
    assert copies([rows[n] for n in order], ENGINE) == copies(rows, ENGINE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("64,373 people", {"64373"}),
        ("64.373 Menschen", {"64373"}),
        ("64 373 personnes", {"64373"}),
        ("in 2019, on 2021-03-05 at 09:30", set()),
        ("from 22 to 25 September", {"22", "25"}),
        ("2.5 million", {"2.5"}),
        ("3 of 7", set()),
        ("62 thousand, 62 ألف, 62 Tausend", {"62000"}),
    ],
)
def test_numbers_are_one_in_every_language(text: str, found: set[str]) -> None:
    assert set(traces([account("a", text)]).numbers.values()) == found


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("BEIRUT (AFP) - The camp", "AFP"),
        ("Beirut, Sept. 23, (dpa/GNA) - The camp", "dpa"),
        ("NTB. En brann i leiren", "NTB"),
        ("The camp is full. (Reuters)", "Reuters"),
        ("Caption: a tent [AFP/Getty]\nThe camp is full.", None),
        ("He told AFP that the camp is full and went on to say that nobody knew.", None),
        ("The AP exam is hard.", None),
    ],
)
def test_credit_lines(text: str, agency: str | None) -> None:
    assert agencies.credited(text) == agency


def test_a_wire_in_many_versions_is_one_group() -> None:
    story = prose(1).split()
    rows = [
        account(f"{n:03d}", f"By reporter{n}. {' '.join(story[: n % 120])} x{n} {prose(1)}")
        for n in range(260)
    ]
    (group,) = copies([*rows, account("other", prose(2))], ENGINE)
    assert len(group.accounts) == 260


def test_a_story_told_again_after_months_is_still_the_story() -> None:
    days = ("2021-01-01", "2021-01-02", "2021-06-01", "2021-06-02", "2021-09-01")
    rows = [account(str(n), f"{prose(1)} {prose(n + 10, 10)}", day) for n, day in enumerate(days)]
    (group,) = copies(rows, ENGINE)
    assert group.accounts == ("0", "1", "2", "3", "4")


# What says which of two accounts was first.
FIRST = [
    ("dates", ("2021-03-05", "2021-03-07"), ("", ""), "a, out 2 days before b"),
    ("one date", (None, "2021-03-07"), ("", ""), "b, the only one with a date"),
    ("a month", ("2021-03", "2021-03-07"), ("", ""), "b, its date the more exact; a may be"),
    ("nothing", (None, None), ("", ""), "a, undated like b, and nothing tells which is older"),
    (
        "a credit",
        ("2021-03-05", "2021-03-05"),
        ("Vale (AFP) - ", ""),
        "b, of the same day as a, and the one that credits no agency",
    ),
    (
        "a source",
        ("2021-03-05", "2021-03-05"),
        ("Plainly, as beta.org told first: ", ""),
        "b, of the same day as a, and named there as the source",
    ),
]


@pytest.mark.parametrize(
    ("published", "heads", "first"), [c[1:] for c in FIRST], ids=[c[0] for c in FIRST]
)
def test_why_an_account_is_the_first(
    published: tuple[str | None, str | None], heads: tuple[str, str], first: str
) -> None:
    rows = [
        replace(account(ref, f"{head}{prose(1)}", day), publisher=f"{name}.org")
        for ref, name, head, day in zip("ab", ("alpha", "beta"), heads, published, strict=True)
    ]
    (group,) = copies(rows, ENGINE)
    assert f"; first: {first}" in group.why
    assert group.first == first[0]


ODD = [
    ("nothing", ["", " ", "\n"]),
    ("one letter", ["a", "b", "a"]),
    ("digits", [" ".join(str(n) for n in range(k, k + 300)) for k in (1, 5000, 90000)]),
    ("no spaces", ["x" * 100_000, "y" * 100_000]),
    ("broken signs", ["\ud800 \x00 \ufffd " * 40, "\u0301\u0301 " * 40, "𝒜𝒷 " * 40]),
    ("many digits", ["9" * 50_000, "8" * 50_000]),
]


@pytest.mark.parametrize("texts", [c[1] for c in ODD], ids=[c[0] for c in ODD])
def test_odd_texts_are_no_copies_of_each_other(texts: list[str]) -> None:
    assert copies([account(str(n), text) for n, text in enumerate(texts)], ENGINE) == ()


def test_one_account_is_no_group() -> None:
    assert copies([account("a", prose(1))], ENGINE) == ()


def test_a_story_inside_a_very_long_text_is_found() -> None:
    story = prose(1)
    long = f"{prose(3, 100_000)} {story} {prose(4, 100_000)}"
    (group,) = copies([account("a", story), account("b", long), account("c", prose(2))], ENGINE)
    assert group.accounts == ("a", "b")


ARABIC = "قال مسؤولون إن ٥١٧ شخصا غادروا المخيم يوم الأحد بعد أن طلبوا ذلك مرارا في العام الماضي"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ARABIC, ARABIC.replace("٥١٧", "517").replace("أ", "أ")),
        ("Où étaient-ils? " * 2 + prose(1, 40), "OU ETAIENT-ILS? " * 2 + prose(1, 40)),
    ],
    ids=["digits of two scripts", "accents and case"],
)
def test_signs_that_say_the_same_are_the_same(one: str, other: str) -> None:
    (group,) = copies([account("a", one), account("b", other)], ENGINE)
    assert "share 100%" in group.why


def test_an_excerpt_in_another_story_joins_no_two_stories() -> None:
    one, other = prose(1, 200), prose(2, 100)
    excerpt = f"{other} {' '.join(one.split()[:80])}"
    rows = [account("a", one), account("b", other), account("c", excerpt, "2021-03-06")]
    groups = copies([*rows, account("d", one)], ENGINE)
    assert [group.accounts for group in groups] == [("a", "d"), ("b", "c")]


def test_halves_of_an_older_text_are_one_story() -> None:
    words = prose(1, 200).split()
    halves = [
        account(ref, " ".join(part), "2021-03-06")
        for ref, part in (("b", words[:95]), ("c", words[105:]))
    ]
    (group,) = copies([account("a", " ".join(words)), *halves], ENGINE)
    assert group.accounts == ("a", "b", "c")
