"""Load the vocabulary that the package ships (vocabulary.yaml)."""

from functools import cache
from importlib.resources import files

import yaml

from thirdhand.model import Indicator, Vocabulary


@cache
def vocabulary() -> Vocabulary:
    """The package's vocabulary as frozen rows."""
    raw = yaml.safe_load((files("thirdhand") / "vocabulary.yaml").read_text("utf-8"))
    indicators = tuple(
        Indicator(
            name,
            row["label"],
            row["measure"],
            tuple(row["units"]),
            row["sector"],
            row["tolerance"],
            row.get("hxl"),
            tuple(tuple(tags) for tags in row.get("by", ())),
        )
        for name, row in raw["indicators"].items()
    )
    lists = (tuple(raw[key]) for key in ("breakdowns", "units", "events", "sectors"))
    return Vocabulary(indicators, *lists)
