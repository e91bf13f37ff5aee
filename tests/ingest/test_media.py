"""What a file is by its first bytes is told at once, whatever these are."""

import time

import pytest

from thirdhand.ingest.media import HEAD, marked

FROM_LINE = b"From desk@x.example Mon Aug 12 20:30:00 2019"


@pytest.mark.parametrize(
    ("what", "head"),
    [
        ("comments", b"<!---->" * 9_000),
        ("comments that do not end", b"<!--" * 16_000),
        ("comments and space", b"<!-- -->  \n" * 6_000 + b"<"),
        ("long comments", (b"<!--" + b"-" * 1_990 + b"-->") * 32),
        ("space", b" " * HEAD),
        ("a line of From and space", b"From a" + b" " * 32_000),
        ("From and digits", b"From a " + b"2019 " * 13_000),
        ("heads", b"a: b\n" * 13_000),
        ("heads that are folded", b"a: b\n" + b" c\n" * 20_000),
        ("a name of a head", b"a" * HEAD),
    ],
)
@pytest.mark.parametrize("suffix", ["", ".txt", ".html", ".eml"])
def test_no_first_bytes_take_long(what, head, suffix):
    begun = time.process_time()
    marked(head[:HEAD], suffix)
    assert time.process_time() - begun < 0.5, what


@pytest.mark.parametrize(
    ("head", "media"),
    [
        (b"<html>", "text/html"),
        (b"\xef\xbb\xbf \n<!-- a --><!----> <!-- b\n -- c -->\n<!DOCTYPE  html>", "text/html"),
        (b'<?xml version="1.0"?>\n<!-- a -->\n<html lang="en">', "text/html"),
        (b"<!-- a > b -->six people", None),
        (b"<htmlx>", None),
        (FROM_LINE + b"\nFrom: a@x.example\n", "application/mbox"),
        (b"From there they fled in 2019\nand more.", None),
    ],
)
def test_what_it_is(head, media):
    assert marked(head, "") == media
