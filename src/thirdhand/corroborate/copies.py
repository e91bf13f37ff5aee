"""Groups of accounts that share text or origin.

Two kinds of evidence join two accounts:

- *Shared text* (`evidence.py`): the share of the smaller one's word runs that the other holds too
  (containment; Broder 1997). Reprints are cut and spliced, so a symmetric likeness would miss
  them. The pairs come from a join on the run (an inverted index), so nothing is compared with
  everything.
- *Shared origin* (`rarity.py`): numbers and names that few accounts of the collection hold, shared
  by two that came out within days of each other. This finds rewrites, translations, and two
  outlets that retell one statement.

Independent accounts of one happening share some marks too, so marks alone must weigh much.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.corroborate import agencies, shingles
from thirdhand.corroborate.evidence import LASTING_DAYS, Link, text_links
from thirdhand.corroborate.rarity import mark_links
from thirdhand.model import Account, CopyGroup, Engine, content_id

# Marks shown in a reason.
SHOWN = 5
# From this share on a text is the other, however old.
WHOLE = 0.5


@dataclass(frozen=True, slots=True)
class Kin:
    """One group with its accounts' ids, the original first. Refs may repeat; ids do not."""

    group: CopyGroup
    members: tuple[str, ...]


def copies(accounts: Sequence[Account], engine: Engine) -> tuple[CopyGroup, ...]:
    """The groups of accounts that share text or origin, each of two or more, ordered by ref."""
    return tuple(found.group for found in kin(accounts, engine))


def kin(accounts: Sequence[Account], engine: Engine) -> list[Kin]:
    """The same groups with the accounts' ids. The order of `accounts` changes nothing."""
    ordered = sorted({a.id: a for a in accounts}.values(), key=lambda a: (a.ref, a.id))
    links = _sound(text_links(ordered, engine) + mark_links(ordered, engine), ordered)
    groups = []
    for positions in _connected(len(ordered), links):
        members = sorted((ordered[position] for position in positions), key=_age)
        inside = [link for link in links if link.one in positions]
        groups.append(_group(members, inside, ordered))
    return groups


def _sound(links: list[Link], ordered: Sequence[Account]) -> list[Link]:
    """All links but those by a part of an old text, where either account has another link.

    A part of a text that comes back after months is background used again, or a footer: it joins
    two accounts, but no two stories.
    """
    old = [link for link in links if _is_old(link, ordered)]
    near = [link for link in links if not _is_old(link, ordered)]
    held = {position for link in near for position in (link.one, link.other)}
    return near + [link for link in old if not held & {link.one, link.other}]


def _is_old(link: Link, ordered: Sequence[Account]) -> bool:
    one, other = (shingles.days(ordered[position]) for position in (link.one, link.other))
    if not one or not other or link.marks or link.share >= WHOLE:
        return False
    return max(one[0], other[0]) - min(one[1], other[1]) > LASTING_DAYS


def _group(members: list[Account], links: list[Link], ordered: Sequence[Account]) -> Kin:
    ids = tuple(account.id for account in members)
    refs = tuple(sorted(account.ref for account in members))
    row = CopyGroup(
        content_id("copies", *sorted(ids)), refs, members[0].ref, _why(links, ordered, len(refs))
    )
    return Kin(row, ids)


def _age(account: Account) -> tuple[bool, int, bool, str, str]:
    """Earliest first; of one day, the account that credits no agency, then by ref."""
    span = shingles.days(account)
    credits_one = agencies.credited(account.text) is not None
    return span is None, span[1] if span else 0, credits_one, account.ref, account.id


def _connected(size: int, links: list[Link]) -> list[set[int]]:
    """The sets of two or more positions that links join, directly or over others."""
    parent = list(range(size))

    def root(position: int) -> int:
        while parent[position] != position:
            parent[position] = parent[parent[position]]
            position = parent[position]
        return position

    for link in links:
        one, other = sorted((root(link.one), root(link.other)))
        parent[other] = one
    sets: dict[int, set[int]] = defaultdict(set)
    for position in range(size):
        sets[root(position)].add(position)
    return [found for found in sets.values() if len(found) > 1]


def _why(links: list[Link], ordered: Sequence[Account], size: int) -> str:
    """The strongest evidence of each kind, text before origin, and how many pairs rest on it."""
    by_text = [link for link in links if link.size]
    by_marks = [link for link in links if link.marks]
    parts = []
    if by_text:
        best = max(by_text, key=lambda link: (link.share, link.shared))
        parts.append(
            f"shared text: {_pair(best, ordered)} share {best.share:.0%} of the shorter one"
            f" ({best.shared} runs of {shingles.SHINGLE} words)"
        )
    if by_marks:
        best = max(by_marks, key=lambda link: (link.weight, len(link.marks)))
        shown = ", ".join(best.marks[:SHOWN])
        parts.append(
            f"shared origin: {_pair(best, ordered)} came out within days and share"
            f" {len(best.marks)} numbers and names that few accounts hold"
            f" ({shown}{', ...' if len(best.marks) > SHOWN else ''}),"
            f" {best.weight:.0%} of the shorter one's by weight"
        )
    pairs = len({(link.one, link.other) for link in links})
    tail = f"; {pairs} such pairs join the {size} accounts" if pairs > 1 else ""
    told = "; ".join(parts) + tail + "."
    return told[0].upper() + told[1:]


def _pair(link: Link, ordered: Sequence[Account]) -> str:
    return f"{ordered[link.one].ref} and {ordered[link.other].ref}"
