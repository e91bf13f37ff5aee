"""Fixed values that many sources tell of: `thirdhand estimate` beside other programs."""
