"""Claims -> Findings: copies, voices, assessments, contradictions, what is missing."""

from thirdhand.corroborate.copies import copies
from thirdhand.corroborate.findings import corroborate
from thirdhand.corroborate.histories import histories
from thirdhand.corroborate.unseen import unseen

__all__ = ["copies", "corroborate", "histories", "unseen"]
