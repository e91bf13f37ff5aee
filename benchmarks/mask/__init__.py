"""Whether private persons are masked, and who else is."""
