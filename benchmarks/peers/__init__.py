"""Other programs that read, each behind the same lines as ours.

`python -m benchmarks.peers.NAME` takes a JSON object an account on standard input (`ref`, `text`,
`published`) and writes a line of the reading contract for each. `make bench-peers` makes the
environment that they run in, .venv-peers, from requirements/peers.txt.
"""
