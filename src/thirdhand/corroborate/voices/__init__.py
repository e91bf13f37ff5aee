"""Who really said it: the register, offices, and each claim with its voice."""
