"""``python -m bench TASK --data PATH``: run a task, print one JSON line, hold it to its floors."""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import pkgutil
import sys
import time
import tomllib
from pathlib import Path

import bench.tasks

FLOORS = Path(__file__).with_name("floors.toml")
# Figures where less is better: their entry in floors.toml is a ceiling.
LESS_IS_BETTER = (
    "ms_per_", "peak_mb", "growth", "false_rate", "fragments", "singletons", "anachronisms",
    "refused_good", "passed_bad", "redundancy", "extra_per_sentence", "ratio", "errors", "mb_grown",
)  # fmt: skip


def main(argv: list[str] | None = None) -> int:
    """Run the task that ``argv`` names; exit 1 when a figure is worse than its floor."""
    names = [module.name.replace("_", "-") for module in pkgutil.iter_modules(bench.tasks.__path__)]
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")
    for name in sorted(names):
        module = importlib.import_module(f"bench.tasks.{name.replace('-', '_')}")
        summary = (module.__doc__ or "").strip().splitlines()[0]
        task = tasks.add_parser(name, help=summary, description=module.__doc__)
        task.add_argument("--data", type=Path, help="the file or folder to measure on")
        task.add_argument("--floors", action="store_true", help="compare with bench/floors.toml")
        task.add_argument(
            "--lower-floor",
            action="store_true",
            help="let a figure under its floor pass, so that the floor can be edited",
        )
        task.set_defaults(run=module.run)
        if hasattr(module, "add_arguments"):
            module.add_arguments(task)
    args = parser.parse_args(argv)
    if args.data is not None and not args.data.exists():
        parser.error(f"--data {args.data}: no such file or folder")
    started = time.monotonic()
    figures = {name: round(value, 4) for name, value in args.run(args.data, args).items()}
    line = {
        "task": args.task,
        "data_sha256": digest(args.data) if args.data else None,
        "figures": figures,
        "seconds": round(time.monotonic() - started, 1),
    }
    status = _hold(args.task, figures, lower=args.lower_floor) if args.floors else 0
    print(json.dumps(line, ensure_ascii=False))
    return status


def digest(path: Path) -> str:
    """SHA-256 of a file, or of a folder's relative paths and contents in sorted order."""
    total = hashlib.sha256()
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    for file in files:
        if path.is_dir():
            total.update(file.relative_to(path).as_posix().encode() + b"\0")
        with file.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                total.update(chunk)
    return total.hexdigest()


def _hold(task: str, figures: dict[str, float], *, lower: bool) -> int:
    """Compare with the pinned floors; a floor falls only when ``lower`` says so."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")).get(task, {})
    worse = []
    for name, floor in floors.items():
        if name not in figures:
            continue
        less_is_better = name.startswith(LESS_IS_BETTER)
        if figures[name] > floor if less_is_better else figures[name] < floor:
            worse.append(f"{task}.{name}: {figures[name]} is worse than the floor {floor}")
    for message in worse:
        print(message, file=sys.stderr)
    if worse and lower:
        print(
            "edit bench/floors.toml with these figures and say why in the commit", file=sys.stderr
        )
        return 0
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
