"""What does not fit: part, definition, change, contradiction; and what adds up."""
