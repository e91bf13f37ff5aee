"""`python -m benchmarks [--json]`: measure the example.

Exit code 1 where the whole run took longer than its bound.
"""

import argparse
import sys
import time


def main() -> int:
    """Measure, print, and say whether the run was in time."""
    begun = time.perf_counter()
    words = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the example.")
    words.add_argument("--json", action="store_true", help="print one JSON object")
    asked = words.parse_args()

    # Loading the libraries is part of the time of a run.
    from benchmarks.example import measure  # noqa: PLC0415
    from benchmarks.show import as_json, console, tables  # noqa: PLC0415

    report = measure(begun)
    if asked.json:
        sys.stdout.write(f"{as_json(report)}\n")
    else:
        console().print(tables(report))
    return 0 if report.in_time else 1


if __name__ == "__main__":
    sys.exit(main())
