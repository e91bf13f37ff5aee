"""Hide private persons, and what leads to them, from those who may not read of them."""

from thirdhand.mask.figures import figures_alone
from thirdhand.mask.mask import mask, open_to, veil

__all__ = ["figures_alone", "mask", "open_to", "veil"]
