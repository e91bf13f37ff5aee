"""What can be seen of the plan, what cannot and why, what rings, and whom to ask."""

from thirdhand.visibility.look import look
from thirdhand.visibility.requests import table as requests_table
from thirdhand.visibility.unwatched import unwatched

__all__ = ["look", "requests_table", "unwatched"]
