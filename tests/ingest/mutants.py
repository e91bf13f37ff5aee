"""Files with something wrong in them, made from whole ones: what a fuzzer needs of each format."""

import io
import re
import zipfile
import zlib
from copy import deepcopy

from hypothesis import strategies as st
from lxml import etree
from tests.ingest.office import packed

NUMBERS = [b"0", b"-1", b"1", b"2", b"99999999999", b"1e9", b"0.00001", b"4294967295"]
TOKEN = re.compile(rb"\s+|[/\\]?[A-Za-z]+|-?[\d.]+|[^\sA-Za-z\d]")
WILD = st.sampled_from(["", "0", "-1", "99999999999", "\u0661", "super", "w:p", "\U0001f600"])


@st.composite
def hurt(draw, seed: bytes) -> bytes:
    """`seed` with a few bytes of its own changed, left out or put in."""
    data = bytearray(seed)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        data[at : at + draw(st.integers(0, 12))] = draw(st.binary(max_size=8))
    return bytes(data)


@st.composite
def repacked(draw, seed: bytes) -> bytes:
    """A ZIP of XML with one part changed, left out or put under another name."""
    with zipfile.ZipFile(io.BytesIO(seed)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    body = parts.pop(name)
    match draw(st.sampled_from(["bytes", "tree", "tree", "tree", "gone", "other"])):
        case "bytes":
            parts[name] = draw(hurt(body))
        case "tree":
            parts[name] = draw(grafted(body))
        case "other":
            parts[draw(st.sampled_from(sorted(parts) or ["x"]))] = body
    return packed(parts)


@st.composite
def grafted(draw, xml: bytes) -> bytes:
    """XML whose elements are moved, doubled, renamed, left out or given wild values."""
    try:
        root = etree.fromstring(xml)
    except etree.XMLSyntaxError:
        return draw(hurt(xml))
    for _ in range(draw(st.integers(1, 5))):
        elements = list(root.iter())
        one, other = draw(st.sampled_from(elements)), draw(st.sampled_from(elements))
        match draw(st.sampled_from(["move", "rename", "value", "text", "drop"])):
            case "move" if one is not root and one not in other.iterancestors():
                other.append(deepcopy(one))
            case "rename":
                one.tag = other.tag
            case "value" if one.attrib:
                one.set(draw(st.sampled_from(sorted(one.attrib))), draw(WILD))
            case "text":
                one.text = draw(WILD)
            case "drop" if one is not root:
                one.getparent().remove(one)
    return etree.tostring(root)


@st.composite
def reworded(draw, seed: bytes) -> bytes:
    """A PDF or rich text with tokens of its own changed, doubled, left out or put elsewhere.

    A byte changed in a name mostly makes it unknown; a token keeps the file in its grammar.
    """
    tokens = TOKEN.findall(seed)
    for _ in range(draw(st.integers(1, 8))):
        at, other = (draw(st.integers(0, len(tokens) - 1)) for _ in range(2))
        match draw(st.sampled_from(["number", "swap", "double", "drop"])):
            case "number":
                tokens[at] = draw(st.sampled_from(NUMBERS)) + b" "
            case "swap":
                tokens[at], tokens[other] = tokens[other], tokens[at]
            case "double":
                tokens[at:at] = tokens[other : other + draw(st.integers(1, 30))]
            case "drop":
                del tokens[at : at + draw(st.integers(1, 5))]
        if not tokens:
            return b""
    return b"".join(tokens)


@st.composite
def rechecked(draw, seed: bytes) -> bytes:
    """A PNG with a piece of it changed and its sum right again, so that the change is read."""
    pieces, at = [], 8
    while at + 12 <= len(seed):
        size = int.from_bytes(seed[at : at + 4])
        pieces.append((seed[at + 4 : at + 8], seed[at + 8 : at + 8 + size]))
        at += 12 + size
    which = draw(st.integers(0, len(pieces) - 1))
    pieces[which] = (pieces[which][0], draw(hurt(pieces[which][1])))
    if draw(st.booleans()):
        pieces.insert(which, pieces[draw(st.integers(0, len(pieces) - 1))])
    return seed[:8] + b"".join(
        len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)
        for name, body in pieces
    )
