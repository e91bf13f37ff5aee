"""A person's word on whether two claims are of one happening. It can be taken back."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Literal, Self

from thirdhand.model.ident import content_id

Ruling = Literal["same", "apart", "revoke"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody judged of two claims (ids, in order), when and why.

    ruling: "same" or "apart"; "revoke" takes back what was judged of the two before. made: when,
    an ISO time. A judgement outranks the rule that joins claims; the last of a pair is in force.
    """

    id: str
    ruling: Ruling
    claims: tuple[str, str]
    by: str
    made: str
    because: str

    @property
    def named(self) -> str:
        """The two claims by the heads of their ids."""
        return " and ".join(claim[:12] for claim in self.claims)

    @classmethod
    def of(cls, ruling: Ruling, claims: tuple[str, str], by: str, made: str, because: str) -> Self:
        """The row with its id. ValueError for a claim that is to be judged against itself."""
        one, other = sorted(claims)
        if one == other:
            raise ValueError(f"claim {one[:12]} cannot be judged against itself")
        ident = content_id("judgement", ruling, one, other, by, made, because)
        return cls(ident, ruling, (one, other), by, made, because)

    def among(self, claims: Container[str]) -> bool:
        """True where both claims are among these."""
        return all(claim in claims for claim in self.claims)


def in_force(rows: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The last judgement of each pair that nobody took back, from rows in the order made."""
    last: dict[tuple[str, str], Judgement] = {}
    for row in rows:
        last.pop(row.claims, None)
        last[row.claims] = row
    return tuple(row for row in last.values() if row.ruling != "revoke")
