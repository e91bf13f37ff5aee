"""The parts of a brief: each file makes the blocks of one section from the facts."""
