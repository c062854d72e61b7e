"""A wire service on this machine: a feed of generated reports that grows, with pages behind it."""

from __future__ import annotations

import itertools
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STATES = ["Peru", "Chile", "Kenya", "Norway", "Vietnam", "Turkey", "Canada", "Indonesia", "Spain"]
TOPICS = ["a railway", "fishing rights", "a gas pipeline", "visa rules", "a border crossing"]
DEEDS = ["agreed on", "quarrelled over", "signed a deal on", "broke off talks on", "met to discuss"]
BEGAN = datetime(2026, 1, 5, 6, tzinfo=UTC)
_PAIRS = list(itertools.permutations(STATES, 2))


def report(number: int) -> tuple[str, str, datetime]:
    """Write report ``number``: its headline, its text and when it was published.

    Every third one tells of the same event as the one before it, in other words. Texts of
    different events share few words, so that stories stay small however many there are.
    """
    event = number - (number % 3 == 2)
    a, b = _PAIRS[event % len(_PAIRS)]
    deed, topic = DEEDS[event // 7 % len(DEEDS)], TOPICS[event // 11 % len(TOPICS)]
    published = BEGAN + timedelta(minutes=17 * number)
    place = f"Port {_name(event)}"
    if number % 3 == 2:
        title = f"{topic.capitalize()}: {a} and {b} {deed.split()[0]} in {place}"
        opening = f"Officials of {a} and {b} {deed} {topic} in {place}, a spokesman said."
    else:
        title = f"{a} and {b} ministers {deed} {topic} in {place}"
        opening = f"Ministers of {a} and {b} {deed} {topic} in {place} on {published:%A}."
    text = [
        f"{opening} The talks on project {_name(event + 5)} lasted {event % 9 + 2} hours.",
        f"{a}'s foreign minister said that the {_name(event + 9)} plan would be published on "
        f"{published + timedelta(days=event % 5 + 1):%B %d}.",
        f"Trade between {a} and {b} grew by {event % 13 + 1} percent last year, and both "
        f"governments want to open the {_name(event + 3)} terminal.",
    ]
    return title, "\n".join(text), published


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
