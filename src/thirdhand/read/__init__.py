"""Account -> Claim: who says what, how many, where and when."""

from thirdhand.read.parse import NoPipeline
from thirdhand.read.reader import Reader

__all__ = ["NoPipeline", "Reader"]
