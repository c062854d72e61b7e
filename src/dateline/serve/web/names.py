"""What actors are called on pages, in the reader's language where the knowledge base can."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass

from dateline.knowledge import Knowledge
from dateline.records import Actor, Party
from dateline.serve.web.words import Words

_UNKNOWN = "x:"
_MOST_LIKE = 400
# A surname or a city names too many to search by.
_CALLED_BY = ("name", "short", "official", "abbreviation")


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as a page shows it: its id, what it is called, and what its role adds to that."""

    id: str
    name: str
    role: str = ""


class Names:
    """Names actors by the knowledge base; safe to use from several threads."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def of(self, actor: str, language: str, words: str = "") -> str:
        """Name an actor in ``language``; else as reports do (``words``), else by its id."""
        known = self._knowledge.actors.get(actor)
        named = name_in(known, language, self._shared) if known else None
        return named or words or plain(actor)

    def party(self, party: Party, said: Words) -> Named:
        """Name a party of an event; a code of a country's sector is put in words."""
        known = self._knowledge.actors.get(party.actor)
        if known is not None or party.actor.startswith(_UNKNOWN):
            return Named(party.actor, self.of(party.actor, said.language))
        country, sector = party.code[:3], party.code[3:6]
        role = said.named("sector", sector) if sector else ""
        return Named(country, self.of(country, said.language), role)

    def find(self, words: str) -> str:
        """Return the id of the actor that goes by a name or id; ``words`` where none does.

        Case doesn't count. A name that several go by means the one that is a state.
        """
        wanted = words.strip()
        if wanted in self._knowledge.actors or not wanted:
            return wanted
        return self._called.get(wanted.casefold(), wanted)

    @functools.cached_property
    def _called(self) -> dict[str, str]:
        found: dict[str, str] = {}
        actors = self._knowledge.actors
        for id, actor in sorted(actors.items(), key=lambda item: item[1].kind != "state"):
            found.setdefault(id.casefold(), id)
            for name in actor.names:
                if name.kind in _CALLED_BY:
                    found.setdefault(name.text.casefold(), id)
        return found

    def like(self, words: str) -> tuple[str, ...]:
        """Return the ids of the actors a name of which holds ``words``, the first few hundred;
        an actor that the knowledge base lacks only by its whole name.
        """
        wanted = words.strip().casefold()
        found = [
            id
            for id, actor in self._knowledge.actors.items()
            if wanted == id.casefold()
            or any(wanted in name.text.casefold() for name in actor.names)
        ]
        unknown = "-".join(wanted.split())
        return (*found[:_MOST_LIKE], _UNKNOWN + unknown, _UNKNOWN + words.strip(), words.strip())

    def knows(self, actor: str) -> bool:
        """True for an actor of the knowledge base."""
        return actor in self._knowledge.actors

    def office(self, office: str, said: Words) -> str:
        """Name an office: by a title of it in the reader's language, else by what it is."""
        if office in self._knowledge.actors:
            return self.of(office, said.language)
        body = office.partition("-")[0]
        for language in (said.language, "en"):
            fitting = [
                title
                for title in self._knowledge.titles
                if title.language == language and title.fits(office)
            ]
            # A country's own word ("emperor") before the general one.
            fitting.sort(key=lambda title: body not in {country for _, country in title.roles})
            if fitting:
                return fitting[0].text[:1].upper() + fitting[0].text[1:]
        return self._knowledge.role(office).kind.replace("-", " ")

    @functools.cached_property
    def _shared(self) -> frozenset[str]:
        """Names that several actors go by: "Korea"."""
        actors = self._knowledge.actors.values()
        named = Counter(text for actor in actors for text in {name.text for name in actor.names})
        return frozenset(text for text, times in named.items() if times > 1)


def plain(actor: str) -> str:
    """Write the id of an actor that the knowledge base lacks for people to read."""
    words = actor.removeprefix(_UNKNOWN).removeprefix("p:").replace("-", " ")
    return words.title() if actor.startswith((_UNKNOWN, "p:")) and words.islower() else words


def name_in(actor: Actor, language: str, shared: frozenset[str]) -> str | None:
    """Return the plain name of an actor in ``language``, its English one where it has none.

    Names in ``shared`` could mean another one and are passed over.
    """
    for wanted in (language, "en"):
        for kind in ("name", "short", "official"):
            for name in actor.names:
                if (name.language, name.kind) == (wanted, kind) and name.text not in shared:
                    return name.text
    return None
