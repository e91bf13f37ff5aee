"""What claims are told of: one matter, place and time; and how it is said."""
