"""What can go wrong with reading as a whole. The parser is not loaded for it."""


class NoPipeline(RuntimeError):  # noqa: N818 - "no pipeline" says it all
    """No English pipeline is installed."""


class LostReader(RuntimeError):  # noqa: N818 - "a lost reader" says it all
    """A reading process ended without a word."""
