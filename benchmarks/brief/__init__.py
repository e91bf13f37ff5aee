"""Ten thousand made-up accounts of one place over six years, and what a brief of them costs."""
