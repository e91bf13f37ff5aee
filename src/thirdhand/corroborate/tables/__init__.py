"""Fixed values of many items by many sources: what is so, and who is reliable."""
