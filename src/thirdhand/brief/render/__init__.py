"""One outline, every format: a visible list of writers."""

from collections.abc import Callable

from thirdhand.brief.outline import Outline
from thirdhand.brief.render.data import data
from thirdhand.brief.render.html import page
from thirdhand.brief.render.markdown import markdown
from thirdhand.brief.render.missing import MissingError
from thirdhand.brief.render.pdf import pdf
from thirdhand.brief.render.word import word

# Format, the end of the file's name, what makes its bytes.
FORMATS: dict[str, tuple[str, Callable[[Outline], bytes]]] = {
    "html": (".html", page),
    "json": (".json", data),
    "pdf": (".pdf", pdf),
    "docx": (".docx", word),
    "md": (".md", markdown),
}

__all__ = ["FORMATS", "MissingError"]
