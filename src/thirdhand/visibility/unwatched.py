"""The lines of the plan that nobody can watch, as problems that the user sees."""

from thirdhand.model import Issue, Plan, content_id


def unwatched(plan: Plan) -> tuple[Issue, ...]:
    """One warning for each line of the plan that was left out for a word it holds."""
    return tuple(
        Issue(
            content_id("issue", "visibility", "unknown-word", told),
            "visibility",
            "unknown-word",
            "warning",
            "case.toml",
            f"{told} The line is left out of the plan",
        )
        for told in plan.unknown
    )
