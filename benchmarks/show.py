"""A report as tables, or as JSON."""

import json
from dataclasses import asdict

from rich import box
from rich.console import Console, Group
from rich.table import Table

from benchmarks.rows import BOUND, Report, Score, Step

# Measures that are counts; all others are shares of one.
COUNTS = {"spans that are not their text"}


def tables(report: Report) -> Group:
    """What a person reads."""
    kept = "kept" if report.in_time else "NOT KEPT"
    lines = (
        f"libraries and parser loaded in {report.start:.1f} s",
        f"whole run {report.wall:.1f} s; bound on two cores {BOUND:.0f} s: {kept}",
        f"peak memory of the run {report.peak / 2**20:,.0f} MiB",
    )
    scored = f"no scores: {report.unscored}" if report.unscored else _scores(report.scores)
    return Group(_steps(report), *lines, "", scored)


def as_json(report: Report) -> str:
    """The same as one JSON object."""
    told = asdict(report)
    told["steps"] = [_rates(step) for step in report.steps]
    told["plain"] = _rates(report.plain)
    return json.dumps({**told, "bound": BOUND, "in_time": report.in_time})


def console() -> Console:
    """Standard output."""
    return Console(highlight=False, soft_wrap=True)


def _steps(report: Report) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False)
    table.add_column("step")
    for name in ("accounts", "words", "seconds", "accounts/s", "words/s", "of spaCy"):
        table.add_column(name, justify="right")
    for step in (*report.steps, report.plain):
        table.add_row(
            step.name,
            f"{step.accounts:,}",
            f"{step.words:,}",
            f"{step.seconds:.2f}",
            f"{step.accounts_per_second:,.0f}",
            f"{step.words_per_second:,.0f}",
            f"{step.words_per_second / report.plain.words_per_second:.0%}",
        )
    return table


def _scores(scores: tuple[Score, ...]) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False)
    table.add_column("against claims and copies judged by hand")
    table.add_column("without a case", justify="right")
    table.add_column("with the example's", justify="right")
    for score in scores:
        table.add_row(
            score.name, *(_number(score.name, v) for v in (score.without_case, score.with_case))
        )
    return table


def _number(name: str, value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if name in COUNTS else f"{value:.3f}"


def _rates(step: Step) -> dict[str, str | float]:
    rates = step.accounts_per_second, step.words_per_second
    return {**asdict(step), "accounts_per_second": rates[0], "words_per_second": rates[1]}
