"""What can be seen of the plan, what cannot and why, and whom to ask."""

from thirdhand.visibility.look import look
from thirdhand.visibility.unwatched import unwatched

__all__ = ["look", "unwatched"]
