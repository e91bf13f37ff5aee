"""What a format needs and this machine does not have."""


class MissingError(Exception):
    """A format cannot be written here. One line that says what to install."""
