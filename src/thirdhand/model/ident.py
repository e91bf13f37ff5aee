"""Content-hash ids: the same content has the same id, so running again changes nothing."""

import hashlib
import json
from collections.abc import Mapping, Sequence

Part = str | int | float | bool | None | Sequence["Part"] | Mapping[str, "Part"]


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_id(kind: str, *parts: Part) -> str:
    """SHA-256 (64 hex digits) of `kind` and `parts`.

    The parts are encoded as canonical JSON, so ("ab", "c") and ("a", "bc") differ.
    """
    body = _ENCODER.encode([kind, *parts])
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
