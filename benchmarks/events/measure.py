"""How right a grouping is: over pairs, and by B-cubed."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

Labels = Sequence[Hashable]


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision and recall, shares of one; 0 where nothing was found or was to be found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairs(gold: Labels, ours: Labels) -> Rate:
    """Over the pairs of items that have one label."""
    right = _pairs(list(zip(gold, ours, strict=True)))
    return Rate(right / max(_pairs(ours), 1), right / max(_pairs(gold), 1))


def b_cubed(gold: Labels, ours: Labels) -> Rate:
    """Over the items: how many of its group belong there (Bagga and Baldwin 1998)."""
    both = list(zip(gold, ours, strict=True))
    right, wanted, found = Counter(both), Counter(gold), Counter(ours)
    size = max(len(both), 1)
    return Rate(
        sum(right[g, o] / found[o] for g, o in both) / size,
        sum(right[g, o] / wanted[g] for g, o in both) / size,
    )


def _pairs(labels: Labels) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())
