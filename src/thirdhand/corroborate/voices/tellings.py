"""Claims with what corroboration knows of each: its account, its voice, the way it came."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from thirdhand.corroborate.kin.copies import Kin
from thirdhand.corroborate.voices import naming
from thirdhand.corroborate.voices.origins import Origin, Origins
from thirdhand.model import Account, Claim, Plan, Quantity, Reading, Voice

NEVER = ("9999-12-31", "")


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim, the account that tells it, its voice, and the voice that carried it here.

    channel: one text and its copies are one channel. copied: an older copy says the same.
    published: last and first day (ISO) the account may have come out; an undated one sorts last.
    links: ids of the other voices that its chain names, the carrier left out. leans: channels of
    accounts held that this one cites for it. outlet: the account's own publisher, where another one
    carried it first. quantity: the claim's figure, which is asked for many times.
    """

    claim: Claim
    account: Account
    origin: Origin
    carrier: Origin
    channel: str
    copied: bool = False
    published: tuple[str, str] = NEVER
    links: tuple[str, ...] = ()
    leans: tuple[str, ...] = ()
    outlet: Origin | None = None
    quantity: Quantity | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "quantity", self.claim.quantity)

    @property
    def point(self) -> float:
        """The number its claim tells, 0 where it tells none."""
        return (self.quantity.point if self.quantity else None) or 0.0

    @property
    def publisher(self) -> Origin:
        """The voice of the account's own publisher."""
        return self.outlet or self.carrier


def tell(
    accounts: Sequence[Account], readings: Sequence[Reading], plan: Plan, kin: Sequence[Kin]
) -> list[Telling]:
    """One row a claim, ordered by account and place in the text.

    ValueError where a reading is of an account that was not given.
    """
    claims = told_in(accounts, readings)
    origins = learned(accounts, claims, plan)
    return passed_on(told_alone(accounts, claims, origins), accounts, origins, kin)


def told_alone(
    accounts: Sequence[Account], claims: Sequence[Claim], origins: Origins
) -> list[Telling]:
    """One row a claim, in the order given, as if no account were a copy of another.

    origins: who resolves their speakers.
    """
    held = {account.id: account for account in accounts}
    published = {
        account.id: (period.end, period.start)
        for account in held.values()
        if (period := account.period)
    }
    rows = []
    for claim in claims:
        account = held[claim.account]
        origin, carrier = origins.of(claim, account), origins.outlet(account)
        out = published.get(account.id, NEVER)
        links = _links(claim, account, origins)
        rows.append(Telling(claim, account, origin, carrier, account.id, False, out, links))
    return rows


def passed_on(
    told: Sequence[Telling], accounts: Sequence[Account], origins: Origins, kin: Sequence[Kin]
) -> list[Telling]:
    """The rows, what copies tell by the voice of the oldest account that says the same."""
    held = {account.id: account for account in accounts}
    channel = {member: row.group.id for row in kin for member in row.members}
    older = _older([row.claim for row in told], kin)
    rows = []
    for row in told:
        claim, account = row.claim, row.account
        if account.id not in channel:
            rows.append(row)
            continue
        teller = held[older[claim.id]]
        origin, carrier = origins.of(claim, teller), origins.outlet(teller)
        way, links = channel[account.id], _links(claim, teller, origins)
        copied = teller.id != account.id
        own = origins.outlet(account) if copied else None
        came = (way, copied, row.published, links)
        rows.append(Telling(claim, account, origin, carrier, *came, outlet=own))
    return rows


def _links(claim: Claim, teller: Account, origins: Origins) -> tuple[str, ...]:
    return tuple(origins.speaker(name, "named", teller).id for name in claim.chain[1:-1])


def learned(accounts: Sequence[Account], claims: Sequence[Claim], plan: Plan) -> Origins:
    """Who resolves the speakers of these accounts, taught the full names that claims give."""
    origins = Origins(accounts, plan)
    for account, speakers in _speakers(claims).items():
        origins.learn(account, speakers)
    return origins


def voices(told: Sequence[Telling]) -> tuple[Voice, ...]:
    """One row a voice, with how many claims and accounts it speaks through, ordered by name."""
    by_voice: dict[str, list[Telling]] = defaultdict(list)
    for row in told:
        by_voice[row.origin.id].append(row)
    found = (_voice(rows) for rows in by_voice.values())
    return tuple(sorted(found, key=lambda voice: (voice.name.casefold(), voice.id)))


def _voice(rows: Sequence[Telling]) -> Voice:
    kinds = ("outlet", "named", "document", "unnamed")
    origin = min(
        (row.origin for row in rows), key=lambda o: (kinds.index(o.kind), o.name.casefold(), o.name)
    )
    accounts = len({row.account.id for row in rows})
    return Voice(
        origin.id,
        origin.name,
        origin.kind,
        origin.type,
        origin.owner,
        accounts,
        len(rows),
        origin.grade,
    )


def _speakers(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """Account -> the named speakers of its claims."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.attributed and claim.speaker_kind == "named":
            found[claim.account].add(claim.chain[0])
    return found


def told_in(accounts: Sequence[Account], readings: Sequence[Reading]) -> list[Claim]:
    """The claims, ordered by account and place in the text.

    ValueError where a reading is of an account that was not given.
    """
    held = {account.id: account for account in accounts}
    found: dict[str, Claim] = {}
    for reading in readings:
        for claim in reading.claims:
            if claim.account not in held:
                raise ValueError(
                    f"claim {claim.id[:12]} is of account {claim.account[:12]}, which was not given"
                )
            found[claim.id] = claim
    return sorted(
        found.values(),
        key=lambda c: (held[c.account].ref, c.account, c.span.start, c.span.end, c.id),
    )


def _older(claims: Sequence[Claim], kin: Sequence[Kin]) -> dict[str, str]:
    """Claim -> the oldest account of its group of copies that says the same."""
    place = {member: (row.group.id, rank) for row in kin for rank, member in enumerate(row.members)}
    alike: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.account in place:
            alike[place[claim.account][0], *_matter(claim)].append(claim)
    found = {}
    for rows in alike.values():
        rows.sort(key=lambda claim: (place[claim.account][1], claim.span.start, claim.id))
        for claim in rows:
            found[claim.id] = next(row.account for row in rows if _same(row, claim))
    return found


def _matter(claim: Claim) -> tuple[Hashable, ...]:
    what = claim.event.type if claim.event else claim.condition.sector if claim.condition else None
    words = naming.key(claim.span.quote) if claim.kind == "statement" else None
    # One editor writes "said" where another writes "claimed".
    stance = "told" if claim.stance in ("asserted", "alleged") else claim.stance
    parts = tuple(sorted(claim.breakdown))
    return claim.kind, claim.indicator, parts, claim.unit, stance, what, words


def _same(one: Claim, other: Claim) -> bool:
    a, b = one.quantity, other.quantity
    return a == b if a is None or b is None else a.agrees(b)


def by_account(told: Sequence[Telling]) -> Iterator[list[Telling]]:
    """The tellings of each account, in the order of the text."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for row in told:
        found[row.account.id].append(row)
    yield from found.values()
