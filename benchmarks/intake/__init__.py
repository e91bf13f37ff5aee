"""What taking files in costs: many formats at once, a large mailbox, plain files."""
