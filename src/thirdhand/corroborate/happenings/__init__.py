"""Incident claims joined into happenings."""
