"""Write what is known of a site as pages on which every sentence leads back to its words."""

from thirdhand.brief.write import Written, write

__all__ = ["Written", "write"]
