"""No bytes and no file name end in a traceback: an account, or one error and none."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ingest.making import column, one, pdf
from tests.ingest.mutants import hurt, repacked
from tests.ingest.office import docx, odt, para, raised, table

from thirdhand.ingest import READERS, Limits, Page, Refused, walk
from thirdhand.ingest.formats.office import TEXT, WORD
from thirdhand.ingest.media import SUFFIXES

WHOLE = pdf(column("Six people were killed on Monday.", "Officials said so."))
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
}
# Mutants that keep the outer shape, so that what lies deeper is reached.
MUTANTS = {WORD: repacked, TEXT: repacked}
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


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


def test_every_suffix_has_a_reader_and_every_reader_a_suffix():
    assert set(SUFFIXES.values()) == set(READERS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("any")


@quick
@given(
    stem=st.binary(min_size=1, max_size=40),
    suffix=st.sampled_from([*SUFFIXES, "", ".TXT", ".xyz"]),
    data=st.binary(max_size=200) | st.sampled_from(list(SEEDS.values())),
)
def test_any_file_name(folder, stem, suffix, data):
    stem = stem.replace(b"/", b"_").replace(b"\0", b"_")
    path = folder / (os.fsdecode(stem) + suffix)
    if path.name in ("", ".", "..") or path == folder or path.is_dir():
        return
    path.write_bytes(data)
    account, issues = one(path)
    errors = [row for row in issues if row.severity == "error"]
    assert len(errors) == (account is None)
    assert len(issues) == 1 or account is not None
    for row in issues:
        row.where.encode()  # every store can hold it
        row.reason.encode()
    if account is not None:
        f"{account.ref}{account.path}{account.text}{account.title}".encode()
        assert account.text.strip()
    assert [*walk([path])] == [path]
    path.unlink()
