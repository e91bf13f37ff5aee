"""Bytes -> text: what is sure is silent, what is guessed is told."""

import codecs

import pytest

from thirdhand.ingest import Refused
from thirdhand.ingest.encoding import decode

FRENCH = "Les réfugiés à l’hôpital où l’on a trouvé des élèves blessés, précise l’organisation."
PORTUGUESE = "Sob a gestão da administração, abriga 62.000 deslocados; metade são crianças."
SPANISH = "El niño volvió mañana, según la administración de la región, señaló el portavoz."
GERMAN = "Zwölf Männer müssen für die Behörden über die Straße."
ARABIC = "قال مسؤولون إن ستة أشخاص قتلوا في المخيم يوم الاثنين"
RUSSIAN = "Шесть человек погибли в понедельник, сообщили официальные лица"
POLISH = "Wójt powiedział, że żołnierze są już na miejscu i że będą pomagać"


@pytest.mark.parametrize("text", [FRENCH, ARABIC, RUSSIAN, "plain"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_guess(text, encoding):
    assert decode(text.encode(encoding)) == (text, ())


def test_big_end_first():
    assert decode(codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be")) == (FRENCH, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (PORTUGUESE, "cp1252"),
        (SPANISH, "cp1252"),
        (GERMAN, "cp1252"),
        (ARABIC, "cp1256"),
        (RUSSIAN, "cp1251"),
        (POLISH, "cp1250"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
    ],
)
def test_a_guess_is_right_and_told(text, encoding):
    found, (note,) = decode(text.encode(encoding))
    assert found == text
    assert (note.code, note.severity) == ("wrong-encoding", "warning")
    assert encoding in note.reason


@pytest.mark.parametrize(
    ("declared", "guessed"),
    [("windows-1252", 0), (None, 1), ("no-such-code", 1), ("rot13", 1), ("ascii", 1), ("idna", 1)],
)
def test_what_is_declared_is_tried_before_a_guess(declared, guessed):
    found, notes = decode(FRENCH.encode("cp1252"), declared)
    assert (found, len(notes)) == (FRENCH, guessed)


@pytest.mark.parametrize("declared", [None, "windows-1256"])
@pytest.mark.parametrize(
    ("what", "hurt"),
    [
        ("cut in a character", lambda data: data[:-1]),
        ("one byte gone", lambda data: data[:1] + data[2:]),
        ("a byte put in", lambda data: data[:40] + b"\xff" + data[40:]),
    ],
)
def test_utf_8_with_a_broken_byte_stays_utf_8(what, hurt, declared):
    text, (note,) = decode(hurt(ARABIC.encode()), declared)
    assert text.count("\ufffd") == 1, what
    assert "في المخيم" in text
    assert (note.code, note.severity) == ("wrong-encoding", "warning")


@pytest.mark.parametrize("data", [bytes(range(256)), b"\x00\xff\x01\xfe", b"\xff\xfe\x00\xd8"])
def test_a_binary_file_is_no_text(data):
    with pytest.raises(Refused) as refused:
        decode(data)
    assert refused.value.code == "binary-file"
