"""JSON Schema of the contract's lines, made from the frozen types."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from thirdhand.schema.lines import LINES

FOLDER = Path(__file__).parent


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the lines called `name`; KeyError for no such lines."""
    body = TypeAdapter(LINES[name]).json_schema(mode="serialization")
    _close(body)
    return {"$schema": GenerateJsonSchema.schema_dialect, **body, "title": name}


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every schema into `folder`, one file a kind of line."""
    paths = []
    for name in LINES:
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n", "utf-8")
        paths.append(path)
    return paths


def _close(node: object) -> None:
    """Ask for every field and allow no other: what is written is always whole."""
    if isinstance(node, dict):
        if "properties" in node:
            node["required"] = list(node["properties"])
            node["additionalProperties"] = False
        for inner in node.values():
            _close(inner)
    elif isinstance(node, list):
        for inner in node:
            _close(inner)
