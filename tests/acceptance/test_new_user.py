"""A new user's path, by the README's own commands: three sites, a story, a source, a calendar.

Only the sites' addresses are put in the place of the README's examples, and what the user reads
off one command's output goes into the next.
"""

from __future__ import annotations

import html
import os
import re
import shlex
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

MINUTES = 10
SITES = {
    "one": ("nara/01-", "nara/10-", "quake/01-"),
    "two": ("nara/11-", "nara/07-", "quake/03-"),
    "three": ("nara/12-", "nara/08-", "power/02-"),
}
SAVED = re.compile(r"^---\n(?P<facts>.*?)\n---\n(?P<text>.*)$", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A saved page, and what its feed says of it."""

    path: str
    title: str
    outlet: str
    published: str
    body: str


def pages(examples: Path) -> dict[str, list[Page]]:
    """Make pages of the sample reports, for each site its own."""
    return {
        site: [_page(next(examples.glob(f"{start}*.md"))) for start in starts]
        for site, starts in SITES.items()
    }


def _page(file: Path) -> Page:
    found = SAVED.match(file.read_text(encoding="utf-8"))
    assert found, file
    facts = dict(line.partition(": ")[::2] for line in found["facts"].splitlines())
    paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in found["text"].strip().split("\n\n"))
    title = html.escape(facts["title"])
    body = (
        f"<!DOCTYPE html><html lang='{facts.get('language', 'en')}'><head><title>{title}</title>"
        f"</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )
    return Page(f"/{file.stem}.html", title, facts["outlet"], facts["published"], body)


class Sites(ThreadingHTTPServer):
    """Three sites on one machine: ``/one/`` names its feed, whose entries are teasers."""

    daemon_threads = True

    def __init__(self, content: dict[str, list[Page]]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.content = content
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def address(self, site: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{site}/"

    def answer(self, path: str) -> tuple[str, str] | None:
        _, site, rest = path.split("/", 2) if path.count("/") > 1 else ("", "", "")
        if site not in self.content:
            return None
        if not rest:
            link = "<link rel='alternate' type='application/atom+xml' href='news.atom'>"
            return "text/html", f"<html><head>{link}</head><body><p>Welcome</p></body></html>"
        if rest == "news.atom":
            return "application/atom+xml", self._feed(site)
        body = next((page.body for page in self.content[site] if page.path == f"/{rest}"), None)
        return ("text/html; charset=utf-8", body) if body else None

    def _feed(self, site: str) -> str:
        base = self.address(site).rstrip("/")
        entries = "".join(
            f"<entry><id>{base}{page.path}</id><title>{page.title}</title>"
            f"<link href='{base}{page.path}'/><published>{page.published}</published>"
            f"<updated>{page.published}</updated><summary>Read more</summary></entry>"
            for page in self.content[site]
        )
        outlet = self.content[site][0].outlet
        return (
            f"<feed xmlns='http://www.w3.org/2005/Atom'><title>{outlet}</title><id>{base}</id>"
            f"<updated>2026-01-15T00:00:00Z</updated>{entries}</feed>"
        )


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        sites = self.server
        assert isinstance(sites, Sites)
        media_type, body = sites.answer(self.path) or ("", "")
        content = body.encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", media_type or "text/plain")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep what the tests print to themselves."""


@pytest.fixture
def sites(root: Path) -> Iterator[Sites]:
    server = Sites(pages(root / "examples"))
    yield server
    server.shutdown()
    server.server_close()


def steps(root: Path) -> list[str]:
    """Return the README's commands of "keep reading", without ``serve``, which runs on."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    (block,) = (b for b in re.findall(r"```console\n(.*?)```", readme, re.S) if "sources add" in b)
    lines = [line.removeprefix("$ .venv/bin/dateline ") for line in block.splitlines()]
    return [line for line in lines if not line.startswith("serve")]


@pytest.mark.slow
def test_a_new_user_gets_there_with_the_readme_alone(
    root: Path, sites: Sites, tmp_path: Path
) -> None:
    began = time.monotonic()
    environment = {
        **os.environ,
        "DATELINE_ALLOW_PRIVATE": "true",  # the sites are on this machine
        "NO_COLOR": "1",
        "COLUMNS": "200",
    }
    printed = ""
    for step in steps(root):
        line = step
        for site in SITES:
            line = line.replace(f"https://{site}.example", sites.address(site))
        citation = re.search(r"rep_[0-9a-z]{16}:\d+-\d+", printed)
        if citation:
            line = line.replace("REPORT:START-END", citation[0])
        ran = subprocess.run(
            [sys.executable, "-m", "dateline.cli.main", *shlex.split(line, comments=True)],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert ran.returncode == 0, f"{line}\n{ran.stdout}\n{ran.stderr}"
        printed += ran.stdout
    assert time.monotonic() - began < MINUTES * 60

    assert printed.count("kept:") == 4, "three sources and a watchlist"
    assert re.search(r"9 new items, 9 new reports, in \d stories", printed)
    assert printed.count("good") >= 3
    assert "What's happening" in printed
    calendar = (tmp_path / "next.ics").read_text(encoding="utf-8")
    assert calendar.startswith("BEGIN:VCALENDAR") and "BEGIN:VEVENT" in calendar
