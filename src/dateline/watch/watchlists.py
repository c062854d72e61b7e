"""The kept watchlists: found, checked, added and removed."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import datetime

from dateline.errors import ConfigError, NotFound, StageError
from dateline.gather.addresses import parse_url, printable_url
from dateline.knowledge import Knowledge
from dateline.records import Actor, Watchlist, content_id
from dateline.store import Store
from dateline.watch.alerts import ALERT_STAGE, ALERT_VERSION

# PLOVER event types (Halterman et al. 2023), as dateline.events codes them.
TYPES = frozenset(
    "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    "SANCTION MOBILIZE COERCE ASSAULT".split()
)
_CODE = re.compile(r"[A-Z]{3}(?:[A-Z]{3}){0,2}")
_EMAIL = re.compile(r"[^@\s<>,;:\"]{1,64}@[^@\s<>,;:\"]{1,255}")
_LONGEST_NAME = 100
_BATCH = 500


def find(store: Store, name: str) -> Watchlist:
    """Return a watchlist by its name or id. Raises NotFound."""
    for watchlist in store.watchlists():
        if name in (watchlist.id, watchlist.name):
            return watchlist
    raise NotFound(f"no watchlist is called {name!r}; dateline watchlists list shows them")


def add(
    store: Store,
    knowledge: Knowledge,
    name: str,
    now: datetime,
    *,
    actors: Sequence[str] = (),
    pairs: Sequence[tuple[str, str]] = (),
    **terms: object,
) -> Watchlist:
    """Keep a watchlist under ``name``; see ``WatchVerbs.add_watchlist``.

    Actors and pairs may be ids, codes or names in any language of the knowledge base. Stories
    that are on the desk already are marked as told: only what comes in from now on alerts.
    """
    name = " ".join(name.split())
    if not 0 < len(name) <= _LONGEST_NAME or not name.isprintable():
        raise ConfigError(f"a watchlist needs a name of 1 to {_LONGEST_NAME} characters")
    watchlist = Watchlist(
        id=content_id("wat", name),
        name=name,
        created=now,
        actors=tuple(actor_of(knowledge, term) for term in actors),
        pairs=tuple((actor_of(knowledge, a), actor_of(knowledge, b)) for a, b in pairs),
        **{kind: _tuple(value) for kind, value in terms.items()},  # type: ignore[arg-type]
    )
    watchlist = dataclasses.replace(
        watchlist,
        types=tuple(type.upper() for type in watchlist.types),
        languages=tuple(language.lower() for language in watchlist.languages),
    )
    _check(watchlist)
    if not store.watchlists():
        _mark_told(store)
    with store.transaction() as tx:
        tx.put(watchlist)
    return watchlist


def remove(store: Store, watchlist: Watchlist) -> Watchlist:
    """Forget a watchlist and its alerts."""
    with store.transaction() as tx:
        tx.remove(Watchlist, watchlist.id)
    return watchlist


def actor_of(knowledge: Knowledge, term: str) -> str:
    """Return the id or code that a term means: itself, or the actor of that name.

    Raises ConfigError where none has that name, or several have.
    """
    term = " ".join(term.split())
    if term in knowledge.actors or _CODE.fullmatch(term):
        return term
    wanted = term.casefold()
    found = [actor for actor in knowledge.actors.values() if _is_called(actor, wanted)]
    states = [actor for actor in found if actor.kind in ("state", "organisation")]
    found = states if len(states) == 1 else found
    if len(found) == 1:
        return found[0].id
    if found:
        some = ", ".join(actor.id for actor in found[:8])
        raise ConfigError(f"{term!r} may be several actors: write one of {some}")
    raise ConfigError(
        f"no actor is known as {term!r}: write a code (JPN, JPNGOV), or watch for it as a word"
    )


def _is_called(actor: Actor, wanted: str) -> bool:
    return any(
        name.text.casefold() == wanted
        for name in actor.names
        if name.kind in ("name", "official", "short", "abbreviation")
    )


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list | tuple) else value


def _check(watchlist: Watchlist) -> None:
    kinds = ("actors", "pairs", "places", "words", "languages", "types")
    if not any(getattr(watchlist, kind) for kind in kinds):
        raise ConfigError(f"a watchlist needs something to watch for: {', '.join(kinds)}")
    if unknown := [type for type in watchlist.types if type not in TYPES]:
        raise ConfigError(f"{unknown[0]!r} is no event type: take {', '.join(sorted(TYPES))}")
    for language in watchlist.languages:
        if not re.fullmatch("[a-z]{2,3}", language):
            raise ConfigError(f"{language!r} is no language: write ISO 639-1, such as en or ja")
    for term in (*watchlist.words, *watchlist.places):
        if not 0 < len(term.strip()) <= 200:
            raise ConfigError("a word or place to watch for has 1 to 200 characters")
    for address in watchlist.emails:
        if not _EMAIL.fullmatch(address) or not address.isprintable():
            raise ConfigError(f"{address!r} is no e-mail address")
    if watchlist.webhook:
        try:
            parse_url(watchlist.webhook)
        except StageError as error:
            shown = printable_url(watchlist.webhook)
            raise ConfigError(f"webhook {shown}: {error.reason}") from None


def _mark_told(store: Store) -> None:
    """Mark all stories of the desk as told: a new watchlist asks about what is to come."""
    while ids := store.due(ALERT_STAGE, ALERT_VERSION, limit=_BATCH):
        with store.transaction() as tx:
            for id in ids:
                tx.done(ALERT_STAGE, ALERT_VERSION, id)
