"""The outline as JSON."""

import dataclasses
import json

from thirdhand.brief.outline import Outline


def data(outline: Outline) -> bytes:
    """brief.json: the fields of the outline. It says who made it, as every page of ours does."""
    marked = {"generator": "thirdhand", **dataclasses.asdict(outline)}
    return f"{json.dumps(marked, ensure_ascii=False, indent=1)}\n".encode()
