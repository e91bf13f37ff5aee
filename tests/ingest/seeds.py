"""A small whole file of each format, and how it is made wrong: what fuzzing begins with."""

import gzip
from collections.abc import Callable

from hypothesis import strategies as st
from PIL import Image
from tests.ingest.making import Put, column, pdf
from tests.ingest.mutants import hurt, rechecked, repacked, reworded
from tests.ingest.office import docx, odt, para, raised, table
from tests.ingest.packing import mbox, warc, zip_of
from tests.ingest.scans import filed

from thirdhand.ingest.formats.office import TEXT, WORD

# Words beside one another, one raised, and a table that is drawn.
PUT = [*column("Month", "May", "June"), *column("Killed", "6", "12", x=200), Put("1", 751, 210, 6)]
RULES = b"60 725 m 300 725 l S 60 725 200 50 re S 60 725 100 50 re S "
WHOLE = pdf(PUT).replace(b"stream\n", b"stream\n" + RULES, 1)
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
MUTANTS: dict[str, Callable[[bytes], st.SearchStrategy[bytes]]] = {
    WORD: repacked,
    TEXT: repacked,
    "image/png": rechecked,
    "application/pdf": reworded,
    "application/rtf": reworded,
}


def mutants(media: str) -> st.SearchStrategy[bytes]:
    """Bytes that ought to be of a media type and are not quite, and some that are nothing."""
    seed = {**SEEDS, **BOXES}[media]
    return st.binary(max_size=400) | hurt(seed) | MUTANTS.get(media, hurt)(seed)
