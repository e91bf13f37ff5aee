"""No bytes and no file name end in a traceback: an account, or one error and none."""

import gzip
import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.ingest.making import column, pdf
from tests.ingest.mutants import hurt, rechecked, repacked, reworded
from tests.ingest.office import docx, odt, para, raised, table
from tests.ingest.packing import mbox, warc, zip_of
from tests.ingest.scans import filed

from thirdhand.ingest import CONTAINERS, READERS, Limits, Page, Refused, take, walk
from thirdhand.ingest.formats.ocr import picture, scan
from thirdhand.ingest.formats.office import TEXT, WORD
from thirdhand.ingest.formats.pdf import pages
from thirdhand.ingest.media import SUFFIXES
from thirdhand.ingest.part import Gone, Part
from thirdhand.ingest.room import Room

WHOLE = pdf(column("Six people were killed on Monday.", "Officials said so."))
LETTER = (
    b"From: desk@relief.example\nDate: Mon, 12 Aug 2019 10:00:00 +0000\nSubject: =?utf-8?q?Six?=\n"
    b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSix people.\n"
    b"--b\nContent-Type: text/plain; charset=cp1252; name=a.txt\n\nSeven.\n--b--\n"
)
SAVED = (
    b"Snapshot-Content-Location: https://paper.example/1\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n"
    b"Content-Transfer-Encoding: quoted-printable\n\n<html><p>Six people were killed.=20\n--b--\n"
)
RICH = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f1\fcharset178 Arial;}}{\info{\title A}}{\header b}"
    rb"\f1 Six\'d3{\super 1}{\footnote The office.}\u1587?\par\trowd\pard\intbl a\cell b\cell\row"
    rb"\pard{\*\annotation c}{\shp{\*\shpinst{\shptxt d\par}}}{\deleted e}{\v f}\par}"
)
FORMS = ("PNG", "JPEG", "GIF", "TIFF", "WEBP")
DRAWN = Image.effect_noise((24, 16), 60)
SEEDS = {
    "text/plain": "Six people \u0633\u062a\u0629 were killed".encode(),
    "application/json": b'{"id": "1", "text": "Six people", "title": null, "published": "2019"}',
    "text/html": b"<!doctype html><html lang=en><meta charset=utf-8><p>Six people were killed.</p>",
    "application/pdf": WHOLE,
    WORD: docx(
        para("Six people", raised("1"), '<w:r><w:footnoteReference w:id="1"/></w:r>')
        + table(["North", "6"], ["South", ""]),
        footnotes=f'<w:footnote w:id="1">{para("The office.")}</w:footnote>',
        comments=f"<w:comment>{para('Who?')}</w:comment>",
        core="<dc:title>The town</dc:title>",
    ),
    TEXT: odt(
        "<text:p>Six<text:note><text:note-body><text:p>a</text:p></text:note-body></text:note>"
        "<text:s/>men</text:p><table:table><table:table-row table:number-rows-repeated='2'>"
        "<table:table-cell><text:p>North</text:p></table:table-cell></table:table-row>"
        "</table:table>",
        meta="<dc:title>The town</dc:title>",
    ),
    **{f"image/{form.lower()}": filed(DRAWN, form) for form in FORMS},
    "application/rtf": RICH,
    "message/rfc822": LETTER,
    "multipart/related": SAVED,
}
PACKED = zip_of(("a.txt", b"Six people"), ("b/letter.eml", LETTER))
BOXES = {
    "application/zip": PACKED,
    "application/gzip": gzip.compress(LETTER),
    "application/mbox": mbox(LETTER, SAVED),
    "application/warc": warc(("https://paper.example/1", "text/html", b"<p>Six"), gzip=False),
    "application/wacz": zip_of(
        ("datapackage.json", b"{}"),
        ("archive/a.warc.gz", warc(("https://paper.example/1", "text/plain", b"Six"))),
    ),
}
# Mutants that keep the outer shape, so that what lies deeper is reached.
MUTANTS = {
    WORD: repacked, TEXT: repacked, "image/png": rechecked,
    "application/pdf": reworded, "application/rtf": reworded,
}
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module", autouse=True)
def no_ocr():
    """Tesseract takes half a second for each picture; what it is given is what is tried here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "read", lambda *_: [])
        for module in (picture, pages):
            patch.setattr(module, "is_there", lambda: True)
        yield


@pytest.mark.parametrize("media", READERS)
@quick
@given(data=st.data())
def test_a_reader_gives_a_page_or_refuses(media, data):
    seed = SEEDS[media]
    raw = data.draw(st.binary(max_size=400) | hurt(seed) | MUTANTS.get(media, hurt)(seed))
    try:
        page = READERS[media](raw, Limits())
    except Refused:
        return
    assert isinstance(page, Page)
    assert isinstance(page.text, str)


@pytest.mark.parametrize("media", CONTAINERS)
@quick
@given(data=st.data())
def test_a_container_gives_parts_or_refuses(media, data):
    seed, change = BOXES[media], MUTANTS.get(media, hurt)
    raw = data.draw(st.binary(max_size=400) | change(seed))
    try:
        for part in CONTAINERS[media](io.BytesIO(raw), "a", Room(Limits())):
            assert isinstance(part, Part | Gone)
    except Refused:
        return


def test_every_suffix_has_a_reader_and_every_reader_a_suffix():
    assert set(SUFFIXES.values()) == {*READERS, *CONTAINERS}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("any")


@quick
@given(
    stem=st.binary(min_size=1, max_size=40),
    suffix=st.sampled_from([*SUFFIXES, "", ".TXT", ".xyz"]),
    data=st.binary(max_size=200) | st.sampled_from([*SEEDS.values(), *BOXES.values()]),
)
def test_any_file_name(folder, stem, suffix, data):
    stem = stem.replace(b"/", b"_").replace(b"\0", b"_")
    path = folder / (os.fsdecode(stem) + suffix)
    if path.name in ("", ".", "..") or path == folder or path.is_dir():
        return
    path.write_bytes(data)
    rows = list(take(path))
    for taken in rows:
        errors = [row for row in taken.issues if row.severity == "error"]
        assert len(errors) <= (taken.account is None)
        for row in taken.issues:
            row.where.encode()  # every store can hold it
            row.reason.encode()
        if (account := taken.account) is not None:
            f"{account.ref}{account.path}{account.text}{account.title}".encode()
            assert account.text.strip()
    assert any(taken.account or taken.issues for taken in rows)
    assert [*walk([path])] == [path]
    path.unlink()
