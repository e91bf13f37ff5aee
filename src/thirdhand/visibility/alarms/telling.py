"""How an alarm is put into words."""


def share(part: float) -> str:
    """0.256 is "26%", 0.0256 is "2.6%": two digits that count, none of them a trailing zero."""
    percent = part * 100
    return (
        f"{percent:.0f}%"
        if percent >= 10 or percent == 0
        else f"{percent:.1f}%".replace(".0%", "%")
    )


def counted(number: int, one: str, many: str = "") -> str:
    """A number of things: "1 month", "3 months"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
