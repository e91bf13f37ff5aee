"""Claims -> Findings: copies, voices, assessments, contradictions, what is missing."""

from thirdhand.corroborate.copies import copies

__all__ = ["copies"]
