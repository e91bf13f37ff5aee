"""Documents that are a ZIP inside: told from one another, and no bomb goes off."""

import zipfile

import pytest
from tests.ingest.making import one
from tests.ingest.office import docx, odt, packed, para

from thirdhand.ingest import Limits, Refused
from thirdhand.ingest.formats.office import office_type
from thirdhand.ingest.formats.word import read_word
from thirdhand.ingest.formats.zipped import member, opened

SIX = para("Six people were killed on Monday.")
ENTITY = '<!DOCTYPE x [<!ENTITY a "{}">]>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".txt", ".zip", ""])
@pytest.mark.parametrize("data", [docx(SIX), odt("<text:p>Six people were killed.</text:p>")])
def test_the_bytes_decide(tmp_path, data, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    account, _ = one(path)
    assert account is not None
    assert account.text.startswith("Six people were killed")
    assert account.media_type == office_type(data)


def test_a_zip_of_accounts_is_no_document():
    assert office_type(packed({"a.txt": "Six", "word/b.txt": "Nine"})) is None


@pytest.mark.parametrize(
    ("name", "word"), [("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint")]
)
def test_other_office_files_are_named(name, word):
    with pytest.raises(Refused) as no:
        office_type(packed({"[Content_Types].xml": "", name: ""}))
    assert (no.value.code, word in str(no.value)) == ("unknown-type", True)


@pytest.mark.parametrize(
    ("what", "data", "code"),
    [
        ("cut short", docx(SIX)[:-40], "damaged-zip"),
        ("the main part is missing", packed({"[Content_Types].xml": "", "word/a.xml": "<a/>"}),
         "damaged-document"),
        ("the main part is no XML",
         packed({"[Content_Types].xml": "", "word/document.xml": "<w:p>Six"}), "damaged-document"),
        ("it is empty", docx(""), "blank-file"),
        ("an entity", packed({"[Content_Types].xml": "", "word/document.xml":
         ENTITY.format("Six") + "<x>&a;</x>"}), "unsafe-xml"),
        ("an entity of a file", packed({"[Content_Types].xml": "", "word/document.xml":
         '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'}), "unsafe-xml"),
        ("an entity of the network", packed({"[Content_Types].xml": "", "word/document.xml":
         '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x>&a;</x>'}), "unsafe-xml"),
        ("a thousand million laughs", packed({"[Content_Types].xml": "", "word/document.xml":
         f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x a="&l9;">&l9;</x>'}), "damaged-document"),
        ("100,000 elements deep", packed({"[Content_Types].xml": "", "word/document.xml":
         "<a>" * 100_000 + "</a>" * 100_000}), "damaged-document"),
    ],
)  # fmt: skip
def test_bad_documents(tmp_path, what, data, code):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    account, issues = one(path)
    assert account is None
    assert [row.code for row in issues] == [code], what


def test_entities_of_a_part_in_utf_16():
    body = (ENTITY.format("Six") + "<x>&a;</x>").encode("utf-16")
    with pytest.raises(Refused) as no:
        read(packed({"[Content_Types].xml": "", "word/document.xml": body}))
    assert no.value.code == "unsafe-xml"


def read(data: bytes) -> str:
    return read_word(data, Limits()).text


def test_a_bomb_is_not_unpacked():
    data = packed({str(n): b"\0" * 1_000_000 for n in range(20)})
    assert len(data) < 100_000
    with pytest.raises(Refused) as no:
        opened(data, Limits(max_unpacked=19_000_000))
    assert (no.value.code, "20.0 MB" in str(no.value)) == ("zip-bomb", True)


def test_one_large_part_is_not_unpacked():
    archive = opened(packed({"a": b"\0" * 2000}), Limits(max_bytes=1000))
    with pytest.raises(Refused) as no:
        member(archive, "a", Limits(max_bytes=1000))
    assert no.value.code == "too-large"


def test_a_part_that_unpacks_to_more_than_it_says_is_damaged():
    data = packed({"a": b"\0" * 2000})
    lying = data.replace((2000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    archive = opened(lying, Limits())
    with pytest.raises(Refused) as no:
        member(archive, "a", Limits())
    assert no.value.code == "damaged-zip"


def test_too_many_files_inside():
    data = packed({str(n): b"" for n in range(11)}, zipfile.ZIP_STORED)
    with pytest.raises(Refused) as no:
        opened(data, Limits(max_members=10))
    assert no.value.code == "too-many-members"


def test_a_locked_member():
    data = bytearray(packed({"a": b"Six"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Refused) as no:
        member(opened(bytes(data), Limits()), "a", Limits())
    assert no.value.code == "locked-zip"
