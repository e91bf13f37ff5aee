"""The sentence that says why accounts are one group: its strongest evidence of each kind."""

from collections.abc import Iterable, Mapping, Sequence

from thirdhand.corroborate.kin import shingles
from thirdhand.corroborate.kin.evidence import Link
from thirdhand.corroborate.kin.traces import Traces, spelled
from thirdhand.model import Account


def names(
    groups: Iterable[Sequence[Link]], accounts: Sequence[Account], told: Traces
) -> dict[int, str]:
    """The marks that the groups' sentences show, by their hash."""
    shown = [best for links in groups if (best := _by_marks(links))]
    places = sorted({link.one for link in shown})
    marks = (mark for link in shown for mark in link.marks)
    return told.numbers | spelled([accounts[place] for place in places], marks)


def why(links: Sequence[Link], refs: Sequence[str], size: int, names: Mapping[int, str]) -> str:
    """Text before origin, and how many pairs rest on it. refs: of all accounts by position."""
    parts = [
        *_text(
            max((n for n in links if n.size), key=lambda n: (n.share, n.shared), default=None), refs
        ),
        *_origin(_by_marks(links), refs, names),
    ]
    pairs = len({(link.one, link.other) for link in links})
    tail = f"; {pairs} such pairs join the {size} accounts" if pairs > 1 else ""
    told = "; ".join(parts) + tail
    return told[0].upper() + told[1:]


def _by_marks(links: Sequence[Link]) -> Link | None:
    marked = (link for link in links if link.marks)
    return max(marked, key=lambda link: (link.weight, link.held), default=None)


def _text(best: Link | None, refs: Sequence[str]) -> list[str]:
    if best is None:
        return []
    about = "about " if best.thinned else ""
    told = (
        f"shared text: {refs[best.one]} and {refs[best.other]} share {about}{best.share:.0%} of the"
        f" shorter one ({about}{best.shared} runs of {shingles.SHINGLE} words)"
    )
    return [told]


def _origin(best: Link | None, refs: Sequence[str], names: Mapping[int, str]) -> list[str]:
    if best is None:
        return []
    shown = ", ".join(names[mark] for mark in best.marks)
    told = (
        f"shared origin: {refs[best.one]} and {refs[best.other]} came out within days and share"
        f" {best.held} numbers and names that few accounts hold"
        f" ({shown}{', ...' if best.held > len(best.marks) else ''}),"
        f" {best.weight:.0%} of the shorter one's by weight"
    )
    return [told]
