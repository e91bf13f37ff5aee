"""What a person judges of two claims, kept for the next run."""

import datetime as dt
from dataclasses import dataclass

from thirdhand.model import Judgement, Ruling, in_force
from thirdhand.store import Store

# A shorter beginning of a claim's id is a slip.
SHORTEST = 8


class JudgementError(ValueError):
    """A judgement that cannot be kept. One line that says why."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a person judges of two claims, each named by how its id begins; by whom, and why."""

    ruling: Ruling
    claims: tuple[str, str]
    by: str
    because: str


def judge(told: Ruled, store: Store) -> Judgement:
    """Keep the judgement for the next run. JudgementError where it can have no effect."""
    if not told.by.strip() or not told.because.strip():
        raise JudgementError("a judgement has a name and a reason: both need words")
    pair = (_claim(told.claims[0], store), _claim(told.claims[1], store))
    for claim in store.claims(pair) if told.ruling != "revoke" else ():
        if claim.kind != "incident":
            raise JudgementError(
                f"{claim.id[:12]} is a {claim.kind} claim: only incident claims are judged,"
                ' those that stand as "claims" in events.jsonl'
            )
    made = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    try:
        row = Judgement.of(told.ruling, pair, told.by.strip(), made, told.because.strip())
    except ValueError as error:
        raise JudgementError(str(error)) from error
    standing = {judged.claims for judged in in_force(store.judgements())}
    if told.ruling == "revoke" and row.claims not in standing:
        raise JudgementError(f"nothing to take back: no judgement of {row.named} stands")
    with store.stage("judge"):
        store.put_judgements([row])
    return row


def _claim(prefix: str, store: Store) -> str:
    """The claim whose id begins so."""
    start = prefix.strip().lower()
    if len(start) < SHORTEST:
        raise JudgementError(f"{prefix!r} is too short for a claim; give {SHORTEST} letters of it")
    found = [row.id for row in store.find(start) if row.kind == "claim"]
    if len(found) != 1:
        how = "no claim begins" if not found else f"{len(found)} claims begin"
        raise JudgementError(f"{how} with {prefix!r}; the ids stand in claims.jsonl")
    return found[0]
