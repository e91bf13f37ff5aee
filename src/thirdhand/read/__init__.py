"""Account -> Claim: who says what, how many, where and when."""

from thirdhand.read.faults import LostReader, NoPipeline
from thirdhand.read.readers import Readers

__all__ = ["LostReader", "NoPipeline", "Readers"]
