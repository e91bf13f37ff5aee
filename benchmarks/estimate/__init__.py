"""How near the estimate of what moves comes to the truth, beside plainer ways."""
