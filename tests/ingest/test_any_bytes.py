"""No bytes and no file name end in a traceback: an account, or one error and none."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ingest.seeds import BOXES, SEEDS, mutants

from thirdhand.ingest import CONTAINERS, READERS, Limits, Page, Refused, take, walk
from thirdhand.ingest.formats.ocr import picture, scan
from thirdhand.ingest.formats.pdf import pages
from thirdhand.ingest.media import SUFFIXES
from thirdhand.ingest.part import Gone, Part
from thirdhand.ingest.room import Room

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
    raw = data.draw(mutants(media))
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
    raw = data.draw(mutants(media))
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
