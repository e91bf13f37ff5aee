"""What can be seen of the plan, what cannot and why, and whom to ask."""

from thirdhand.visibility.look import look

__all__ = ["look"]
