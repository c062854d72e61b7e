"""robots.txt as RFC 9309 has it, with ``*`` and ``$``, and the old Crawl-delay."""

from __future__ import annotations

from urllib.parse import unquote

from dateline.records import record

ROBOTS_LIMIT = 500 * 1024  # bytes read of a robots.txt; RFC 9309, section 2.5, asks for as many
_MOST_RULES = 5_000


@record
class Rules:
    """What one robots.txt says to us: rules as (allow, path pattern), and the delay in seconds."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        """Tell whether ``path`` (with its query) may be fetched: the longest match decides."""
        best, allowed = -1, True
        path = unquote(path)[:2_000]
        for allow, pattern in self.rules:
            longer = len(pattern) > best or (len(pattern) == best and allow)
            if longer and _matches(pattern, path):
                best, allowed = len(pattern), allow
        return allowed


ALLOW_ALL = Rules()
ALLOW_NONE = Rules(rules=((False, "/"),))


def parse_robots(text: str, agent: str) -> Rules:
    """Read the rules for ``agent`` (a product name such as "Dateline"), else those for ``*``."""
    agent = agent.lower()
    own: list[tuple[bool, str]] = []
    general: list[tuple[bool, str]] = []
    delays: dict[str, float] = {}
    named_us = in_names = False
    agents: set[str] = set()
    for line in text[:ROBOTS_LIMIT].splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            if not in_names:
                agents = set()
            agents.add(value.lower())
            named_us = named_us or value.lower() == agent
            in_names = True
        elif key in ("allow", "disallow", "crawl-delay"):
            in_names = False
            for name, rules in ((agent, own), ("*", general)):
                if name not in agents:
                    continue
                if key == "crawl-delay":
                    delays[name] = _seconds(value)
                elif value and len(rules) < _MOST_RULES:
                    rules.append((key == "allow", unquote(value)[:2_000]))
    chosen = agent if named_us else "*"
    rules = own if named_us else general
    return Rules(rules=tuple(rules), delay=delays.get(chosen, 0.0))


def _matches(pattern: str, path: str) -> bool:
    """Match a pattern with ``*`` and a final ``$`` from the path's start, in linear time."""
    anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if anchored and not others:
        return at == len(path)
    last = others.pop() if anchored else ""
    for part in others:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not anchored or (path.endswith(last) and len(path) - len(last) >= at)


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return seconds if 0 <= seconds < 86_400 else 0.0
