"""What is wrong with a table that a person gave."""


class TableError(ValueError):
    """A row or a column that cannot be read. The words say which, and what to write."""
