"""Who has it from whom: citations, circles, independent voices, what is not held."""
