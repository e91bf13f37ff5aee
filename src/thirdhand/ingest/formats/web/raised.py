"""Characters set above the line: the mark of a note is set apart from the number before it."""

from thirdhand.ingest.formats.marks import mark
from thirdhand.ingest.formats.web.tree import Element


def apart(root: Element) -> Element:
    """The tree with each raised mark written as the other formats write it: "69,015 [1]"."""
    for raised in list(root.iter("sup")):
        before, parent = raised.getprevious(), raised.getparent()
        if parent is None:
            continue
        lead = (parent.text if before is None else before.tail) or ""
        if not lead and before is not None:
            lead = "".join(before.itertext())
        words = "".join(raised.itertext())
        told = mark(words, lead) if words.strip() else words
        if told == words:
            continue
        written = f"{told}{raised.tail or ''}"
        if before is None:
            parent.text = f"{parent.text or ''}{written}"
        else:
            before.tail = f"{before.tail or ''}{written}"
        parent.remove(raised)
    return root
