"""What a pair of figures that exclude each other is: a part, a definition, a change, or neither."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.corroborate.conflicts.context import Contexts
from thirdhand.corroborate.conflicts.definition import Definitions, Difference
from thirdhand.corroborate.conflicts.movement import Movement, rose
from thirdhand.corroborate.conflicts.sums import Parts
from thirdhand.corroborate.matters.buckets import Measures
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model.assessment import ContradictionKind

# People who are counted no more, and have not left for it.
STRUCK = "deregistered"


class Struck:
    """What accounts say of people struck off a register, each read when it is asked for."""

    def __init__(
        self, told: Sequence[Telling], measures: Measures, definitions: Definitions
    ) -> None:
        """Note the figures that may say so."""
        self._definitions = definitions
        self._rows: dict[str, list[Telling]] = defaultdict(list)
        for row in told:
            of_people = measures.stock(row.claim.indicator, row.claim.unit)
            if of_people or row.claim.indicator == STRUCK:
                self._rows[row.account.id].append(row)
        self._said: dict[str, str] = {}

    def by(self, account: str) -> str:
        """The first such words of the account (id), and whose they are; "" where it has none."""
        if account not in self._said:
            rows = self._rows.get(account, ())
            found = ((row, gone) for row in rows if (gone := self._definitions.struck(row)))
            said = (f"account {row.account.ref} says “{gone}”" for row, gone in found)
            self._said[account] = next(said, "")
        return self._said[account]


@dataclass(frozen=True, slots=True)
class Known:
    """What kinds are told apart by."""

    definitions: Definitions
    parts: Parts
    movement: Movement
    measures: Measures
    struck: "Struck"

    @classmethod
    def of(cls, told: Sequence[Telling], measures: Measures) -> "Known":
        """Read it off all claims."""
        definitions = Definitions(Contexts(told))
        struck = Struck(told, measures, definitions)
        return cls(definitions, Parts(told), Movement(told), measures, struck)

    def part(self, row: Telling) -> bool:
        """True for a figure that its words or a list call a part of a whole, or a flow."""
        if self.parts.listed(row):
            return True
        return self.definitions.part(row, self.measures.measure(row.claim.indicator))

    def why(self, one: Telling, other: Telling) -> str:
        """What explains that a stock is another some days on, in words; "" where nothing does."""
        first, second = sorted(
            (one, other), key=lambda row: row.claim.period.end if row.claim.period else ""
        )
        told = self.struck.by(second.account.id) if _fell(first, second) else ""
        tolerance = self.measures.tolerance(one.claim.indicator or "")
        return told or self.movement.explains(one, other, tolerance)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of a pair; why it is a change, or where the two differ in definition."""

    kind: ContradictionKind
    why: str = ""
    difference: Difference | None = None


def judge(one: Telling, other: Telling, known: Known) -> Verdict | None:
    """The kind of a pair; None where the two are a part and a whole."""
    if known.parts.between(one, other):
        return None
    runs = not known.measures.lasts(one.claim) and _spans(one) != _spans(other)
    if runs and not known.definitions.running(other):
        return None  # the second's period may be no more than when it happened
    difference = known.definitions.differ(one, other, known.measures.measure(one.claim.indicator))
    if difference and difference.kind == "part":
        return None
    if difference and not (runs and difference.dimension == "base"):
        return Verdict("definition", difference=difference)
    return _changed(one, other, known) or Verdict("contradiction")


def _changed(one: Telling, other: Telling, known: Known) -> Verdict | None:
    lasts = known.measures.lasts(one.claim)
    alike = lasts or _spans(one) == _spans(other)
    # What ran up cannot run down: a count of a longer time is not a figure that was moved.
    same = one.origin.id == other.origin.id and one.account.id != other.account.id
    if alike and same and _later(one, other):
        return Verdict("change")
    if lasts:
        why = known.why(one, other)
        return Verdict("change", why) if why else None
    first, second = sorted((one, other), key=lambda r: (r.published, r.claim.id))
    if alike and rose(first, second):
        return told_later(first, second)
    return None


def told_later(one: Telling, other: Telling) -> Verdict:
    """A change of a toll, or the words that one voice moved its figure."""
    if one.origin.id == other.origin.id:
        return Verdict("change")
    early, late = one.account, other.account
    days = f"account {early.ref} of {early.published}, account {late.ref} of {late.published}"
    return Verdict("change", f"a later account has another toll of one happening ({days})")


def _spans(row: Telling) -> tuple[str, str] | None:
    period = row.claim.period
    return (period.start, period.end) if period else None


def _fell(one: Telling, other: Telling) -> bool:
    """True where `other` states a later day and less people."""
    a, b = one.quantity, other.quantity
    days = one.claim.period, other.claim.period
    if a is None or b is None or days[0] is None or days[1] is None:
        return False
    return (
        days[0].end < days[1].end and days[1].basis == "stated" and (a.point or 0) > (b.point or 0)
    )


def _later(one: Telling, other: Telling) -> bool:
    """True where `other` is known to have come out after `one`."""
    return one.published[0] < other.published[1]
