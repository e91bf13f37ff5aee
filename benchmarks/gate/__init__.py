"""How many wrong sentences the gate catches, and how many true ones it drops."""
