"""No bytes and no file name end in a traceback: an account, or one error and none."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ingest.making import column, one, pdf

from thirdhand.ingest import READERS, Limits, Page, Refused, walk
from thirdhand.ingest.media import SUFFIXES

WHOLE = pdf(column("Six people were killed on Monday.", "Officials said so."))
SEEDS = {
    "text/plain": "Six people \u0633\u062a\u0629 were killed".encode(),
    "application/json": b'{"id": "1", "text": "Six people", "title": null, "published": "2019"}',
    "text/html": b"<!doctype html><html lang=en><meta charset=utf-8><p>Six people were killed.</p>",
    "application/pdf": WHOLE,
}
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def hurt(draw, seed: bytes) -> bytes:
    """`seed` with a few bytes of its own changed, left out or put in."""
    data = bytearray(seed)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        data[at : at + draw(st.integers(0, 12))] = draw(st.binary(max_size=8))
    return bytes(data)


@pytest.mark.parametrize("media", READERS)
@quick
@given(data=st.data())
def test_a_reader_gives_a_page_or_refuses(media, data):
    raw = data.draw(st.binary(max_size=400) | hurt(SEEDS[media]))
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
