"""Claims -> Findings: copies, voices, assessments, contradictions, what is missing."""

from thirdhand.corroborate.ballot import ballot, said
from thirdhand.corroborate.copies import copies
from thirdhand.corroborate.events import events
from thirdhand.corroborate.findings import corroborate
from thirdhand.corroborate.fusion import fuse
from thirdhand.corroborate.histories import histories
from thirdhand.corroborate.moving import moves, moving
from thirdhand.corroborate.priors import priors
from thirdhand.corroborate.unseen import unseen

__all__ = [
    "ballot",
    "copies",
    "corroborate",
    "events",
    "fuse",
    "histories",
    "moves",
    "moving",
    "priors",
    "said",
    "unseen",
]
