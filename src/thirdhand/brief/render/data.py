"""The outline as JSON."""

import dataclasses

from pydantic_core import to_json

from thirdhand.brief.outline import Outline


def data(outline: Outline) -> bytes:
    """brief.json: the fields of the outline. It says who made it, as every page of ours does."""
    fields = {f.name: getattr(outline, f.name) for f in dataclasses.fields(outline)}
    return to_json({"generator": "thirdhand", **fields}, indent=1) + b"\n"
