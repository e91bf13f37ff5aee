"""Faces translate between a person or a program and the journey. They decide nothing."""
