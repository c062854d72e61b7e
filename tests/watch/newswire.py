"""A wire service on this machine: a feed of generated reports that grows, with pages behind it."""

from __future__ import annotations

import itertools
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STATES = ["Peru", "Chile", "Kenya", "Norway", "Vietnam", "Turkey", "Canada", "Indonesia", "Spain"]
BEGAN = datetime(2026, 1, 5, 6, tzinfo=UTC)
_PAIRS = list(itertools.permutations(STATES, 2))
# What can happen: a headline and two tellings of it. Each has words of its own, so that
# stories stay as small as events are, however many there are.
SCENES = (
    (
        "{a} and {b} agree on visa rules in {place}",
        "Ministers of {a} and {b} agreed on visa rules in {place}. Travellers may stay {n} days.",
        "Visitors from {b} may stay in {a} for {n} days under rules agreed in {place}.",
    ),
    (
        "Flood near {place} drives {n} thousand from their homes",
        "A flood near {place} in {a} drove {n} thousand people from their homes, rescuers said.",
        "Rescuers in {a} carried families from roofs after the river at {place} burst its banks.",
    ),
    (
        "{a} court frees editor held over {place} papers",
        "A court in {a} freed the editor of the {place} Gazette after {n} months in prison.",
        "The editor, held for {n} months over the {place} papers, walked out of jail in {a}.",
    ),
    (
        "{a} navy stops trawler off {place}",
        "The navy of {a} stopped a trawler from {b} off {place} and arrested {n} sailors.",
        "{b} demanded the release of {n} fishermen whom {a} seized off {place}.",
    ),
    (
        "Dock workers strike at {place}",
        "Dock workers at {place} in {a} went on strike for higher wages, halting {n} ships.",
        "{n} ships waited outside {place} as cranes stood still in the wage dispute, unions said.",
    ),
    (
        "{a} central bank lifts rates after {place} shock",
        "The central bank of {a} lifted its rate by {n} points after the {place} bond failed.",
        "Savers in {a} rushed to banks before the rate rose by {n} points over the {place} bond.",
    ),
    (
        "Envoys meet in {place} to save {a}-{b} ceasefire",
        "Envoys met in {place} to save the ceasefire between {a} and {b} after {n} breaches.",
        "Shelling broke the truce {n} times, monitors in {place} told the envoys of {a} and {b}.",
    ),
    (
        "Measles outbreak closes {n} schools around {place}",
        "Measles closed {n} schools around {place}, the health ministry of {a} said.",
        "Nurses vaccinated children in {place} as {a} counted {n} schools shut by measles.",
    ),
)


def report(number: int) -> tuple[str, str, datetime]:
    """Write report ``number``: its headline, its text and when it was published.

    Every third one tells of the same event as the one before it, in other words.
    """
    event = number - (number % 3 == 2)
    a, b = _PAIRS[event % len(_PAIRS)]
    headline, told, told_otherwise = SCENES[event * 5 % len(SCENES)]
    published = BEGAN + timedelta(minutes=17 * number)
    facts = {"a": a, "b": b, "place": f"Port {_name(event)}", "n": event % 47 + 2}
    opening = told_otherwise if number % 3 == 2 else told
    text = [
        f"{opening.format(**facts)} It was the work of the {_name(event + 5)} mission.",
        f"{a}'s foreign minister said that a report by {_name(event + 9)} would be published on "
        f"{published + timedelta(days=event % 5 + 1):%B %d}.",
        f"The governor of {_name(event + 3)} called for calm. {_name(event + 11)} radio said that "
        f"officials from {b} would come to {_name(event)} next week.",
    ]
    return headline.format(**facts), "\n".join(text), published


def _name(number: int) -> str:
    """Make a name that hardly any other number has."""
    consonants, vowels = "bdfgklmnprstvz", "aeiou"
    letters = []
    value = number * 2_654_435_761 % (1 << 32)
    for _ in range(3):
        value, one = divmod(value, len(consonants))
        value, two = divmod(value, len(vowels))
        letters.append(consonants[one] + vowels[two])
    return "".join(letters).capitalize()


class Newswire(ThreadingHTTPServer):
    """``/feed/N`` is the feed of desk N of ``desks``; ``/report/K`` the page of report K.

    The first ``published`` reports are out; a feed shows its last ``shown``. Every third entry
    carries only a teaser.
    """

    daemon_threads = True

    def __init__(self, desks: int = 3, published: int = 0, shown: int = 50) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.desks = desks
        self.published = published
        self.shown = shown
        self.asked: list[str] = []
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Close the wire."""
        self.shutdown()
        self.server_close()

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients that are killed hang up."""

    @property
    def address(self) -> str:
        """The address without a path."""
        return f"http://127.0.0.1:{self.server_port}"

    def feeds(self) -> list[str]:
        """Return the addresses of all feeds."""
        return [f"{self.address}/feed/{desk}" for desk in range(self.desks)]

    def feed(self, desk: int) -> str:
        """Write a feed, its newest entry first."""
        numbers = [n for n in range(self.published) if n % self.desks == desk][-self.shown :]
        entries = "".join(self._entry(number) for number in reversed(numbers))
        return (
            f"<rss version='2.0'><channel><title>Desk {desk}</title><ttl>1</ttl>{entries}"
            "</channel></rss>"
        )

    def _entry(self, number: int) -> str:
        title, text, published = report(number)
        body = "Only the beginning…" if number % 3 == 0 else f"{text} {'—' * 400}"
        return (
            f"<item><title>{title}</title><link>{self.address}/report/{number}</link>"
            f"<guid>{number}</guid><pubDate>{format_datetime(published, usegmt=True)}</pubDate>"
            f"<description>{body}</description></item>"
        )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        wire = self.server
        assert isinstance(wire, Newswire)
        wire.asked.append(self.path)
        kind, _, number = self.path.strip("/").partition("/")
        if kind == "feed":
            self._send(200, "application/rss+xml", wire.feed(int(number)))
        elif kind == "report":
            title, text, _ = report(int(number))
            lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
            page = (
                f"<!DOCTYPE html><html lang='en'><head><title>{title}</title></head>"
                f"<body><article><h1>{title}</h1>{lines}</article></body></html>"
            )
            self._send(200, "text/html; charset=utf-8", page)
        else:
            self._send(404, "text/plain", "")

    def _send(self, status: int, media_type: str, body: str) -> None:
        content = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass
