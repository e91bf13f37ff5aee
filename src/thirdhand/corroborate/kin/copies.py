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

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thirdhand.corroborate.kin import kinship
from thirdhand.corroborate.kin.ages import Aged, aged
from thirdhand.corroborate.kin.evidence import BARS, Bars, Link, text_links
from thirdhand.corroborate.kin.joins import joined
from thirdhand.corroborate.kin.rarity import mark_links
from thirdhand.corroborate.kin.traces import Traces, traces
from thirdhand.model import Account, AccountGroup, Engine, content_id


@dataclass(frozen=True, slots=True)
class Kin:
    """One group with its accounts' ids, the original first. Refs may repeat; ids do not."""

    group: AccountGroup
    members: tuple[str, ...]


def copies(accounts: Sequence[Account], engine: Engine) -> tuple[AccountGroup, ...]:
    """The groups of accounts that share text or origin, each of two or more, ordered by ref."""
    return tuple(found.group for found in kin(accounts, engine))


def kin(accounts: Sequence[Account], engine: Engine) -> list[Kin]:
    """The same groups with the accounts' ids. The order of `accounts` changes nothing."""
    ordered = in_order(accounts)
    return akin(ordered, traces(ordered), engine)


def in_order(accounts: Iterable[Account]) -> list[Account]:
    """Each account once, by ref."""
    return sorted({a.id: a for a in accounts}.values(), key=lambda a: (a.ref, a.id))


def akin(ordered: Sequence[Account], told: Traces, engine: Engine) -> list[Kin]:
    """The groups among these accounts. told: what they are compared by."""
    found = joined(ordered, _links(ordered, told, engine))
    refs = [account.ref for account in ordered]
    names = kinship.names((inside for _, inside in found), ordered, told)
    groups = []
    for places, inside in found:
        why = kinship.why(inside, refs, len(places), names)
        groups.append(_group(aged([ordered[place] for place in places]), why))
    return groups


def links(accounts: Sequence[Account], engine: Engine, bars: Bars = BARS) -> list[Link]:
    """What joins any two of the accounts, by position. A pair may be joined by both kinds."""
    return _links(accounts, traces(accounts), engine, bars)


def _links(
    accounts: Sequence[Account], told: Traces, engine: Engine, bars: Bars = BARS
) -> list[Link]:
    by_text = text_links(accounts, told, engine, bars)
    return by_text + mark_links(accounts, told, engine, bars)


def _group(of: Aged, why: str) -> Kin:
    ids = tuple(account.id for account in of.members)
    refs = tuple(sorted(account.ref for account in of.members))
    told = f"{why}; {of.why}."
    return Kin(AccountGroup(content_id("copies", *sorted(ids)), refs, of.members[0].ref, told), ids)
