"""How much of one file is taken in; the numbers and their defaults are in the model."""

from thirdhand.model.limits import Limits

__all__ = ["Limits"]
