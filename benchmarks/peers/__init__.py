"""Other programs, each run as a script in an environment of its own.

Those that read take a JSON object an account on standard input (`ref`, `text`, `published`) and
write a line of the reading contract for each; `near` and `alike` take accounts and write groups;
`truth` takes tables of claims. `make bench-peers` makes .venv-peers from requirements/peers.txt,
`make bench-truth` .venv-truth for `truth` from requirements/truth.txt.
"""
