"""Claims -> Findings: copies, voices, assessments, contradictions, what is missing.

In the order of the data: kin (copies), voices, matters, cited, happenings, levels, folds,
conflicts, lists; `findings.py` joins them. `alike` and `tables` serve commands of their own.
"""

from thirdhand.corroborate.alike.events import events
from thirdhand.corroborate.findings import corroborate
from thirdhand.corroborate.kin.copies import copies
from thirdhand.corroborate.levels.moving import moves, moving
from thirdhand.corroborate.lists.histories import histories
from thirdhand.corroborate.lists.unseen import unseen
from thirdhand.corroborate.tables.ballot import ballot, said
from thirdhand.corroborate.tables.fusion import fuse
from thirdhand.corroborate.tables.priors import priors
from thirdhand.corroborate.voices.listed import listed

__all__ = [
    "ballot",
    "copies",
    "corroborate",
    "events",
    "fuse",
    "histories",
    "listed",
    "moves",
    "moving",
    "priors",
    "said",
    "unseen",
]
