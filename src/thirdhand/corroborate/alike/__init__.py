"""Accounts, of any news, that tell of one happening."""
