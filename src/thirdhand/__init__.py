"""Keep sight of a place you cannot reach, from third-party accounts."""

__version__ = "0.1.0"
