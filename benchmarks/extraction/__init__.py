"""How much of an article is taken from its page, and on which day it is dated, beside others."""
