"""Claims -> Findings: copies, voices, assessments, contradictions, what is missing."""

from thirdhand.corroborate.copies import copies
from thirdhand.corroborate.findings import corroborate

__all__ = ["copies", "corroborate"]
