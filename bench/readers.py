"""Many readers at once: a server process, and people who open page after page.

Each reader keeps a connection, opens a page, looks at it for a while (exponentially distributed)
and opens the next. Every answer but 200 and every failure to answer is an error.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bench.busy import p95

_PROGRAM = "from dateline.cli.serve import app; app()"
_PATIENCE = 60.0  # seconds that a reader waits for a page
_SHOWN = 10


@dataclass
class Seen:
    """What the readers saw: milliseconds by kind of page, and what went wrong."""

    took: dict[str, list[float]] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)


def read(
    file: Path,
    pages: Mapping[str, Callable[[int], str]],
    readers: int,
    seconds: float,
    look: float,
) -> dict[str, float]:
    """Serve a desk to so many readers for so long, each looking ``look`` seconds at a page.

    Returns ``errors``, ``requests_per_second``, ``ms_per_request`` (95th percentile over all
    pages, waiting in line included) and ``mb_grown``, what the server took more of memory between
    the first third and the end.
    """
    with _server(file) as (address, process):
        seen, grown = asyncio.run(_all(address, process, pages, readers, seconds, look))
    every = [one for took in seen.took.values() for one in took]
    for name, took in sorted(seen.took.items(), key=lambda item: -p95(item[1])):
        print(f"{name:24} {len(took):6} times, p95 {p95(took):8.1f} ms", file=sys.stderr)
    for what, number in seen.wrong.most_common(_SHOWN):
        print(f"error, {number} times: {what}", file=sys.stderr)
    return {
        "errors": float(sum(seen.wrong.values())),
        "requests_per_second": len(every) / seconds,
        "ms_per_request": p95(every),
        "mb_grown": grown,
    }


async def _all(
    address: str,
    process: int,
    pages: Mapping[str, Callable[[int], str]],
    readers: int,
    seconds: float,
    look: float,
) -> tuple[Seen, float]:
    seen = Seen()
    until = time.monotonic() + seconds
    people = [
        asyncio.create_task(_reader(number, address, pages, until, look, seen))
        for number in range(readers)
    ]
    await asyncio.sleep(seconds / 3)
    first = _memory(process)
    await asyncio.gather(*people)
    return seen, _memory(process) - first


async def _reader(
    number: int,
    address: str,
    pages: Mapping[str, Callable[[int], str]],
    until: float,
    look: float,
    seen: Seen,
) -> None:
    chance = random.Random(number)
    names = sorted(pages)
    async with httpx.AsyncClient(base_url=address, timeout=_PATIENCE) as client:
        await asyncio.sleep(look * chance.random())  # nobody arrives at the same moment
        while time.monotonic() < until:
            name = chance.choice(names)
            path = pages[name](chance.randrange(1_000))
            begun = time.perf_counter()
            try:
                answer = await client.get(path)
                if answer.status_code != 200:
                    seen.wrong[f"{path} answered {answer.status_code}"] += 1
            except httpx.HTTPError as error:
                seen.wrong[f"{path}: {type(error).__name__}"] += 1
            else:
                seen.took.setdefault(name, []).append((time.perf_counter() - begun) * 1000)
            await asyncio.sleep(chance.expovariate(1 / look) if look else 0)


@contextmanager
def _server(file: Path) -> Iterator[tuple[str, int]]:
    """Serve a desk from a process of its own, on any free port of this machine."""
    command = [sys.executable, "-c", _PROGRAM, "--port", "0", "--db", str(file)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        address = process.stderr.readline().split()[0]
        httpx.get(f"{address}ready", timeout=_PATIENCE).raise_for_status()
        yield address, process.pid
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate()


def _memory(process: int) -> float:
    """Return the memory that a process holds, in megabytes; 0 where the system doesn't say."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS")), 0.0)
