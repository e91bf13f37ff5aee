"""Accounts that share text or origin, and who was first."""
