"""How fast the program is, how much memory it takes, and how right its readings are.

`make bench` runs it on the worked example. What it is measured against:

- speed: spaCy's plain pipeline, the same model over the same English texts in the same run;
- rightness: claims and copies judged by hand, which lie outside this project. Their folder is
  THIRDHAND_SHARED, else ../shared; without it there are no scores, and the report says so.
"""
