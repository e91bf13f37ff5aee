"""Files with something wrong in them, made from whole ones: what a fuzzer needs of each format."""

import io
import zipfile

from hypothesis import strategies as st
from lxml import etree
from tests.ingest.office import packed

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
                other.append(etree.fromstring(etree.tostring(one)))
            case "rename":
                one.tag = other.tag
            case "value" if one.attrib:
                one.set(draw(st.sampled_from(sorted(one.attrib))), draw(WILD))
            case "text":
                one.text = draw(WILD)
            case "drop" if one is not root:
                one.getparent().remove(one)
    return etree.tostring(root)
