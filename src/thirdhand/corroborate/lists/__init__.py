"""How many cases no list names."""
