"""How well, and how fast, copies are found, beside TF-IDF and datasketch's MinHash.

`python -m benchmarks.copies [al-hol] [reprints] [volume]`:

- al-hol: the example's accounts against groups judged by hand, which lie outside this project.
- reprints: copies of five kinds made from the example's English accounts.
- volume: made-up news with a fifth of reprints; seconds, most memory, and growth with size.
"""
