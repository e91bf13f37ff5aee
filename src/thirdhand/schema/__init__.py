"""The lines that leave the tool: their types, their JSON, their JSON Schema."""

from thirdhand.schema.lines import LINES, claim_line, plain, reading_line, to_json

__all__ = ["LINES", "claim_line", "plain", "reading_line", "to_json"]
