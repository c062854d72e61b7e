"""``dateline watchlists`` and ``dateline alerts``: what to be told of, and what was told."""

from __future__ import annotations

from typing import Annotated, get_args

import typer
from rich.text import Text

from dateline.cli import shared
from dateline.errors import ConfigError
from dateline.gather.addresses import printable_url
from dateline.records import Alert, AlertKind, Delivery, Watchlist
from dateline.records.codec import to_plain

app = typer.Typer()
watchlists = typer.Typer(help="What to be told of when it is reported.", no_args_is_help=True)
app.add_typer(watchlists, name="watchlists")

_KINDS: tuple[AlertKind, ...] = get_args(AlertKind)


@watchlists.command("add")
def add(
    name: Annotated[str, typer.Argument(help="What to call it; the same name replaces it.")],
    actor: Annotated[
        list[str] | None, typer.Option(help="A name or code (Japan, JPNGOV); may be repeated.")
    ] = None,
    pair: Annotated[
        list[str] | None, typer.Option(metavar="A,B", help="Two actors between which it happens.")
    ] = None,
    place: Annotated[
        list[str] | None, typer.Option(help="A place's English name, or a country (JPN).")
    ] = None,
    word: Annotated[list[str] | None, typer.Option(help="A word or phrase of the text.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="ISO 639-1: en, ja, ...")] = None,
    type: Annotated[list[str] | None, typer.Option(help="PLOVER event type: AGREE, ...")] = None,
    of: Annotated[
        list[str] | None, typer.Option(help=f"Of what: {', '.join(_KINDS)}; default: all.")
    ] = None,
    email: Annotated[list[str] | None, typer.Option(help="Where to send alerts.")] = None,
    webhook: Annotated[str, typer.Option(metavar="URL", help="Where to post alerts.")] = "",
    db: shared.DbOption = None,
) -> None:
    """Be told of stories, events and expectations that come in from now on.

    Of each kind of term that is given, one has to match. Alerts are kept in the desk; e-mail
    needs the options smtp_host and smtp_from, and webhook_secret signs what is posted.
    """
    with shared.desk(db) as desk:
        watchlist = desk.add_watchlist(
            name,
            actors=actor or (),
            pairs=[_pair(text) for text in pair or ()],
            places=place or (),
            words=word or (),
            languages=language or (),
            types=type or (),
            kinds=_kinds(of),
            emails=email or (),
            webhook=webhook,
        )
        ready = desk.options.smtp_host
    _say(f"kept: {watchlist.name} ({watchlist.id}): {terms_of(watchlist)}")
    if email and not ready:
        shared.err.print("No mail is sent until the options smtp_host and smtp_from are set.")
    _say("dateline watch makes the alerts; dateline alerts lists them.")


@watchlists.command("list")
def list_(db: shared.DbOption = None, as_json: shared.JsonOption = False) -> None:
    """List the watchlists."""
    with shared.desk(db) as desk:
        found = desk.watchlists()
    if as_json:
        shared.print_json([_public(item) for item in found])
        return
    if not found:
        _say("No watchlists yet: dateline watchlists add NAME --actor Japan keeps one.")
    for item in found:
        to = [*item.emails, *([printable_url(item.webhook)] if item.webhook else [])]
        _say(f"{item.name}: {terms_of(item)}{'  → ' + ', '.join(to) if to else ''}")


@watchlists.command("remove")
def remove(name: str, db: shared.DbOption = None) -> None:
    """Forget a watchlist and its alerts."""
    with shared.desk(db) as desk:
        watchlist = desk.remove_watchlist(name)
    _say(f"forgotten: {watchlist.name}, and its alerts.")


@app.command()
def alerts(
    watchlist: Annotated[str | None, typer.Argument(help="Of one watchlist only.")] = None,
    since: Annotated[str | None, typer.Option(metavar="TIME", help="Made since then.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """List alerts, the newest first, and whether they were delivered."""
    with shared.desk(db) as desk:
        found = desk.alerts(watchlist, since=shared.parse_time(since, "--since"), limit=limit)
        names = {item.id: item.name for item in desk.watchlists()}
    if as_json:
        shared.print_json([_plain(item) for item in found])
        return
    if not found:
        _say("No alerts yet." if names else "No watchlists yet: dateline watchlists add keeps one.")
    out = shared.console()
    for item in found:
        out.print(Text(item.title, style="bold"))
        _say(f"  {item.at:%Y-%m-%d %H:%M} {names.get(item.watchlist, '')}: {item.text}")
        _say(f"  matched {item.why}; {_opened_by(item)}")
        for delivery in item.deliveries:
            _say(f"  {_went(delivery)}")


def terms_of(watchlist: Watchlist) -> str:
    """Say in one line what a watchlist asks for."""
    parts = [
        ("actor", watchlist.actors),
        ("between", tuple(" and ".join(pair) for pair in watchlist.pairs)),
        ("place", watchlist.places),
        ("word", watchlist.words),
        ("language", watchlist.languages),
        ("type", watchlist.types),
    ]
    return "; ".join(f"{kind} {' or '.join(terms)}" for kind, terms in parts if terms)


def _opened_by(alert: Alert) -> str:
    span = alert.spans[0]
    show = f"dateline show {span.report}:{span.start}-{span.end}"
    return f"dateline brief {alert.story}; {show}" if alert.story else show


def _went(delivery: Delivery) -> str:
    to = printable_url(delivery.to)
    if delivery.status == "delivered":
        return f"delivered to {to}"
    state = "given up" if delivery.status == "failed" else "not delivered yet"
    return f"{state}: {to}" + (f": {delivery.error}" if delivery.error else "")


def _pair(text: str) -> tuple[str, str]:
    a, comma, b = text.partition(",")
    if not comma or not a.strip() or not b.strip():
        raise ConfigError(f"--pair {text!r}: write two actors with a comma between: Japan,China")
    return a.strip(), b.strip()


def _kinds(given: list[str] | None) -> tuple[AlertKind, ...]:
    for kind in given or ():
        if kind not in _KINDS:
            raise ConfigError(f"--of {kind!r}: take {', '.join(_KINDS)}")
    return tuple(kind for kind in _KINDS if not given or kind in given)


def _public(watchlist: Watchlist) -> dict[str, object]:
    plain: dict[str, object] = to_plain(watchlist)
    return {**plain, "webhook": printable_url(watchlist.webhook)}


def _plain(alert: Alert) -> dict[str, object]:
    plain: dict[str, object] = to_plain(alert)
    sent = [{**to_plain(one), "to": printable_url(one.to)} for one in alert.deliveries]
    return {**plain, "deliveries": sent}


def _say(text: str) -> None:
    shared.console().print(text, markup=False, soft_wrap=True)
