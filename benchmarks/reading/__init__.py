"""How right the reader is, beside other programs and published figures, set by set.

`python -m benchmarks.reading` reads each set with our reader and each peer, has the same outside
scorer judge them, and prints a table a set. `make bench-reading` makes the peers' environment
first. The sets lie outside this project, in the folder of benchmarks/scorer.py.
"""
