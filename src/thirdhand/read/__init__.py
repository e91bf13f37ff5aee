"""Account -> Claim: who says what, how many, where and when."""
