"""What a file becomes: text kept, facts told, stated or found."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.ingest.making import one

from thirdhand.ingest import Told
from thirdhand.model import Account

PROSE = "Six people were killed on Monday, officials said. Nearly 62,000 people live there."
RECORD = {
    "id": "120",
    "url": "https://www.paper.example/world/120",
    "publisher": "paper.example",
    "title": "Six killed",
    "published": "2022-09-17",
    "language": "en",
    "text": PROSE,
}
# Lone surrogates cannot be written to a file; zeros by turns are UTF-16, which has its own test.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("accounts")


def taken(folder: Path, data: bytes | str | dict, name: str = "a.txt", told: Told = Told()):  # noqa: B008
    """The account of a file that holds `data`, and the codes of its issues."""
    path = folder / name
    if isinstance(data, dict):
        data = json.dumps(data)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    account, issues = one(path, told)
    assert isinstance(account, Account), issues
    assert all(row.account == account.id for row in issues)
    return account, {row.code for row in issues}


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_text_is_kept_character_for_character(folder, text):
    assume(text.strip())
    assume(not text.startswith(("\ufeff", "%PDF-", "GIF8", "PK\x03\x04", "{\\rtf", "<")))
    once, _ = taken(folder, text)
    again, _ = taken(folder, text, "b.txt")
    assert once.text == text
    assert once.id == again.id == hashlib.sha256(text.encode()).hexdigest()


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_the_text_field_is_kept_character_for_character(folder, text):
    assume(text.strip())
    account, _ = taken(folder, RECORD | {"text": text}, "a.json")
    assert account.text == text


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("line ends of three systems", "one\r\ntwo\rthree\nfour"),
        ("white space at both ends", "\n\n  Six people.\t\n"),
        ("a byte order mark inside", "Six \ufeffpeople"),
        ("an emoji, beyond 16 bits", "Six \U0001f525 people"),
        ("letters and marks apart", "cafe\u0301"),
    ],
)
def test_nothing_is_translated(folder, what, text):
    assert taken(folder, text)[0].text == text, what


def test_a_byte_order_mark_is_decoded_away(folder):
    assert taken(folder, b"\xef\xbb\xbfSix people")[0].text == "Six people"


def test_a_record_states_all(folder):
    account, codes = taken(folder, RECORD, "120-b.json")
    assert (account.ref, account.publisher, account.title) == (
        "120-b",
        "paper.example",
        "Six killed",
    )
    assert (account.published, account.date_basis) == ("2022-09-17", "stated")
    assert (account.url, account.language) == (RECORD["url"], "en")
    assert account.media_type == "application/json"
    assert codes == set()


def test_what_is_told_outranks_what_is_stated(folder):
    told = Told("2020-01", "other.example", "Told", "https://o.example/", "fr", "confidential")
    account, _ = taken(folder, RECORD, "a.json", told)
    assert (account.published, account.date_basis) == ("2020-01", "given")
    assert (account.publisher, account.title) == ("other.example", "Told")
    assert (account.url, account.language) == ("https://o.example/", "fr")
    assert account.sensitivity == "confidential"


@pytest.mark.parametrize(
    ("stated", "sensitivity", "code"),
    [
        ({}, "public", set()),
        ({"sensitivity": None}, "public", set()),
        ({"sensitivity": "restricted"}, "restricted", set()),
        ({"sensitivity": " Confidential"}, "confidential", set()),
        ({"sensitivity": "secret"}, "confidential", {"bad-sensitivity"}),
    ],
)
def test_a_file_says_who_may_see_it_and_what_is_unclear_is_not_public(
    folder, stated, sensitivity, code
):
    account, codes = taken(folder, RECORD | stated, "a.json")
    assert (account.sensitivity, codes) == (sensitivity, code)


@pytest.mark.parametrize(
    ("told", "stated", "sensitivity"),
    [
        ("restricted", "public", "restricted"),
        ("public", "confidential", "confidential"),
        ("restricted", "confidential", "confidential"),
        ("confidential", "restricted", "confidential"),
    ],
)
def test_what_is_told_of_a_folder_lifts_no_seal_of_a_file(folder, told, stated, sensitivity):
    row = RECORD | {"sensitivity": stated}
    account, _ = taken(folder, row, "a.json", Told(sensitivity=told))
    assert account.sensitivity == sensitivity


@pytest.mark.parametrize(
    ("told", "stated", "publisher"),
    [
        (Told(publisher="Told"), {}, "Told"),
        (Told(), {}, "paper.example"),
        (Told(), {"publisher": None}, "paper.example"),
        (Told(url="https://www.other.example:8080/x"), {"publisher": None}, "other.example"),
        (Told(), {"publisher": None, "url": "http://[1"}, None),
        (Told(), {"publisher": "", "url": "no address"}, None),
    ],
)
def test_the_publisher_is_told_or_stated_or_the_host(folder, told, stated, publisher):
    assert taken(folder, RECORD | stated, "a.json", told)[0].publisher == publisher


@pytest.mark.parametrize(
    ("told", "stated", "published", "basis", "codes"),
    [
        ("2019-08-12", None, "2019-08-12", "given", set()),
        ("soon", "2019-08", "2019-08", "stated", {"bad-date"}),
        (None, "5/6/2019", None, "unknown", {"bad-date"}),
        (None, "", None, "unknown", {"no-date"}),
        (None, None, None, "unknown", {"no-date"}),
    ],
)
def test_a_date_is_given_or_stated_or_missed_aloud(folder, told, stated, published, basis, codes):
    row = RECORD | {"published": stated}
    account, found = taken(folder, row, "a.json", Told(published=told))
    assert (account.published, account.date_basis, found) == (published, basis, codes)


def test_a_missing_date_says_what_to_do(folder):
    path = folder / "undated.txt"
    path.write_text(PROSE)
    (row,) = one(path)[1]
    assert (row.code, row.severity) == ("no-date", "warning")
    assert "about.csv" in row.reason
    assert row.where == str(path)


@pytest.mark.parametrize(
    ("what", "stated", "text", "language", "codes"),
    [
        ("stated", "en-GB", PROSE, "en", set()),
        ("found", None, PROSE, "en", set()),
        ("found", None, "Six personnes ont été tuées lundi, selon des responsables.", "fr", set()),
        ("found", None, "قال مسؤولون إن ستة أشخاص قتلوا في المخيم يوم الاثنين", "ar", set()),
        ("too short", None, "Kelwa: six", None, {"no-language"}),
        ("no words", None, "12,000 - 13,000 - 14,000 - 15,000 - 16,000", None, {"no-language"}),
        ("no code", "English", PROSE, "en", {"bad-language"}),
        ("wrong", "fr", PROSE, "fr", {"other-language"}),
    ],
)
def test_language(folder, what, stated, text, language, codes):
    row = RECORD | {"language": stated, "text": text}
    account, found = taken(folder, row, "a.json")
    assert (account.language, found) == (language, codes), what


@pytest.mark.parametrize(
    ("what", "text", "code", "number"),
    [
        ("lost on the way", "gest\ufffdo da administra\ufffd\ufffdo", "lost-characters", "3 "),
        ("NUL", PROSE + "\0\0", "nul-characters", "2 "),
    ],
)
def test_damage_is_counted_and_the_text_is_kept(folder, what, text, code, number):
    path = folder / "damaged.txt"
    path.write_text(text)
    account, issues = one(path, Told(published="2019"))
    assert account is not None
    assert account.text == text, what
    assert [row.reason[:2] for row in issues if row.code == code] == [number]


def test_half_a_character_is_replaced_in_its_place(folder):
    account, codes = taken(folder, '{"text": "six \\ud800 people", "title": "\\udfff"}', "a.json")
    assert (account.text, account.title) == ("six \ufffd people", "\ufffd")
    assert "lost-characters" in codes


def test_a_field_nobody_knows_is_noted(folder):
    assert taken(folder, RECORD | {"author": "x"}, "a.json")[1] == {"unknown-field"}


def test_the_same_problem_has_the_same_id(folder):
    path = folder / "same.txt"
    path.write_text(PROSE)
    assert one(path) == one(path)
