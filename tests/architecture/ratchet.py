"""Coverage may rise and never fall below what pyproject.toml names."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> int:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["linework"]["ratchet"]
    coverage = [sys.executable, "-m", "coverage"]
    subprocess.run([*coverage, "combine", "--quiet"], cwd=ROOT, check=False)
    subprocess.run([*coverage, "report", "--format=text"], cwd=ROOT, check=False)
    low = [where for where, percent in asked.items() if not _reached(coverage, where, percent)]
    if low:
        print(f"coverage fell below its floor: {', '.join(low)}", file=sys.stderr)
    return 1 if low else 0


def _reached(coverage: list[str], where: str, percent: int) -> bool:
    scope = [] if where == "total" else [f"--include={where}/*"]
    shown = subprocess.run([*coverage, "report", "--format=total", *scope], cwd=ROOT, capture_output=True, text=True)
    figure = shown.stdout.strip() or "0"
    print(f"coverage of {where}: {figure} % (floor {percent} %)")
    return float(figure) >= percent


if __name__ == "__main__":
    raise SystemExit(main())
