"""How each voice leans on a level: its bias and spread, as the level was fitted."""

import math
from collections import Counter

import numpy as np

from thirdhand.corroborate.levels.heights import Heights
from thirdhand.corroborate.levels.normal import NINETY
from thirdhand.model import Leaning


def leanings(item: str, found: Heights) -> list[Leaning]:
    """One row a voice (by id), in order."""
    claims = Counter(row.voice for row in found.kept)
    heard = found.heard
    wide = NINETY * np.sqrt(heard.bias_var)
    rows = zip(
        sorted(claims), heard.bias, heard.bias - wide, heard.bias + wide, heard.spread, strict=True
    )
    turn = math.expm1 if found.scale.unit is None else float
    return [
        Leaning(item, source, turn(bias), turn(low), turn(high), float(spread), claims[source])
        for source, bias, low, high, spread in rows
    ]
