"""Account -> Claim: who says what, how many, where and when."""

from thirdhand.read.parse import NoPipeline
from thirdhand.read.reader import Reader
from thirdhand.read.readers import LostReader, Readers

__all__ = ["LostReader", "NoPipeline", "Reader", "Readers"]
