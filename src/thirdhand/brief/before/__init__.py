"""What the last brief held, and what is otherwise now."""
