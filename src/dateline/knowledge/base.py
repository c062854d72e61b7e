"""Knowledge: actors, their names and offices, loaded once from the data files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from dateline.errors import ConfigError, NotFound
from dateline.knowledge.tables import DATA, parse_day, parse_names, rows
from dateline.records import Actor, ActorKind, Name, Tenure

# The day up to which the packaged tables were brought: nothing later is claimed.
KNOWLEDGE_DATE = date(2026, 1, 20)

_KINDS: Mapping[str, ActorKind] = {
    kind: kind
    for kind in (
        "state", "territory", "government", "ministry", "military", "parliament", "party",
        "rebel", "organisation", "company", "media", "office", "person", "people", "group",
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What an office is: ``kind`` (*head-of-state*, *foreign-minister*, ...), CAMEO ``sector``.

    ``single`` is True when one person holds it at a time.
    """

    code: str
    kind: str
    sector: str
    single: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Words that go with roles: "prime minister" → PM. ``roles`` pairs a code and a country.

    The country is ISO 3166-1 alpha-3, or "" where the word means the role everywhere.
    """

    text: str
    language: str
    roles: tuple[tuple[str, str], ...]

    def fits(self, office: str) -> bool:
        """True when these words can name ``office`` ("JPN-PM")."""
        body, _, code = office.partition("-")
        code = code.partition("-")[0]
        return any(code == role and country in ("", body) for role, country in self.roles)


class Knowledge:
    """Everything the data files say. Immutable; make it with :func:`load_knowledge`."""

    def __init__(
        self,
        *,
        actors: Mapping[str, Actor],
        tenures: tuple[Tenure, ...],
        roles: Mapping[str, Role],
        titles: tuple[Title, ...],
        wikidata: Mapping[str, str],
        sex: Mapping[str, str],
        knowledge_date: date,
    ) -> None:
        self._actors = MappingProxyType(dict(actors))
        self._roles = MappingProxyType(dict(roles))
        self._wikidata = wikidata
        self._sex = sex
        self.titles = titles
        self.knowledge_date = knowledge_date
        self._by_office: dict[str, list[Tenure]] = {}
        self._by_person: dict[str, list[Tenure]] = {}
        for tenure in tenures:
            self._by_office.setdefault(tenure.office, []).append(tenure)
            self._by_person.setdefault(tenure.person, []).append(tenure)

    @property
    def actors(self) -> Mapping[str, Actor]:
        """Every known actor by id, in the order of the data files."""
        return self._actors

    @property
    def offices(self) -> tuple[str, ...]:
        """Ids of all offices with a known holder, sorted."""
        return tuple(sorted(self._by_office))

    def actor(self, actor_id: str) -> Actor:
        """The actor of that id. Raises NotFound."""
        try:
            return self._actors[actor_id]
        except KeyError:
            raise NotFound(f"no actor {actor_id!r} is known") from None

    def role(self, office: str) -> Role:
        """What the office is; an office of an unlisted kind is a plain government one."""
        code = office.partition("-")[2].partition("-")[0]
        return self._roles.get(code, Role(code=code, kind="other", sector="GOV", single=True))

    def tenures(self, office: str) -> tuple[Tenure, ...]:
        """Known tenures of an office, by start."""
        return tuple(self._by_office.get(office, ()))

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        """Known tenures of a person, by office and start."""
        return tuple(self._by_person.get(person, ()))

    def holder(self, office: str, on: date) -> Actor | None:
        """Who holds ``office`` on that day; None when unknown, vacant, or of many seats.

        A tenure without an end is taken to go on only up to :attr:`knowledge_date`: after
        it the answer is None, since a change would not be known.
        """
        if not self.role(office).single:
            return None
        for tenure in self._by_office.get(office, ()):
            if self.in_office(tenure, on):
                return self._actors.get(tenure.person)
        return None

    def in_office(self, tenure: Tenure, on: date) -> bool:
        """True when ``tenure`` surely covers that day."""
        if tenure.start is not None and on < tenure.start:
            return False
        end = tenure.end
        return on < end if end is not None else on <= self.knowledge_date

    def offices_of(self, person: str, on: date) -> tuple[str, ...]:
        """Offices that the person surely holds on that day."""
        return tuple(t.office for t in self._by_person.get(person, ()) if self.in_office(t, on))

    def wikidata(self, actor_id: str) -> str:
        """The actor's Wikidata id, or "" where none is recorded."""
        return self._wikidata.get(actor_id, "")

    def sex(self, person: str) -> str:
        """*f*, *m* or "" (not recorded): which pronoun can stand for the person."""
        return self._sex.get(person, "")


def load_knowledge(overlay: Path | None = None) -> Knowledge:
    """Load the packaged tables, and a user's ``overlay`` of offices over them (see refresh).

    The result is cached per overlay and its time of change. Raises ConfigError naming the row
    that is wrong.
    """
    if overlay is None or not overlay.exists():
        return _load(None, 0)
    return _load(overlay, overlay.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _load(overlay: Path | None, _changed: int) -> Knowledge:
    from dateline.knowledge.refresh import apply_overlay

    tables = Tables()
    tables.read()
    if overlay is not None:
        apply_overlay(tables, overlay)
    return tables.knowledge()


class Tables:
    """The tables while they are being put together; :meth:`knowledge` seals them."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.tenures: list[Tenure] = []
        self.wikidata: dict[str, str] = {}
        self.sex: dict[str, str] = {}
        self.knowledge_date = KNOWLEDGE_DATE

    def read(self) -> None:
        """Read the packaged files."""
        for name in ("territories", "organisations", "us_states", "regions"):
            for place, row in rows(DATA / f"{name}.tsv", ("id", "kind", "names", "source")):
                country = row["id"] if name == "territories" else row["country"]
                self._add(place, row, _KINDS[row["kind"]], country)
        for name in ("persons", "leaders"):
            columns = ("id", "country", "sex", "names", "source")
            for place, row in _optional(DATA / f"{name}.tsv", columns):
                self._add(place, row, "person", row["country"])
                if row["sex"]:
                    self.sex[row["id"]] = row["sex"]
        for place, row in rows(DATA / "names.tsv", ("id", "names", "source")):
            self.add_names(row["id"], parse_names(row["names"], place), place)
        self._bodies()
        for name in ("tenures", "leader_tenures"):
            columns = ("office", "person", "start", "end", "source")
            for place, row in _optional(DATA / f"{name}.tsv", columns):
                self.tenures.append(
                    Tenure(
                        office=row["office"],
                        person=row["person"],
                        start=parse_day(row["start"], place),
                        end=parse_day(row["end"], place),
                        source=row["source"],
                    )
                )

    def _bodies(self) -> None:
        """Give every state its government, armed forces, parliament and ministries.

        Bodies that the tables already have (JPN-GOV; Japan's foreign ministry under its own
        id) keep their rows and their names.
        """
        taken = {name.text for actor in self.actors.values() for name in actor.names}
        states = [actor for actor in self.actors.values() if actor.kind == "state"]
        for place, row in rows(DATA / "bodies.tsv", ("suffix", "kind", "sector", "names")):
            patterns = parse_names(row["names"], place)
            for state in states:
                names = tuple(n for n in _body_names(patterns, state) if n.text not in taken)
                body = f"{state.id}-{row['suffix']}"
                if body in self.actors:
                    self._append_names(body, names)
                elif names:
                    self.actors[body] = Actor(
                        id=body,
                        kind=_KINDS[row["kind"]],
                        names=names,
                        country=state.id,
                        sector=row["sector"],
                        source=state.source,
                    )

    def _append_names(self, actor_id: str, names: tuple[Name, ...]) -> None:
        actor = self.actors[actor_id]
        self.actors[actor_id] = replace(actor, names=actor.names + names)

    def _add(self, place: str, row: dict[str, str], kind: ActorKind, country: str) -> None:
        if row["id"] in self.actors:
            raise ConfigError(f"{place}: a second row for {row['id']}")
        self.actors[row["id"]] = Actor(
            id=row["id"],
            kind=kind,
            names=parse_names(row["names"], place),
            country=country,
            sector=row.get("sector", ""),
            source=row["source"],
        )
        if row.get("wikidata"):
            self.wikidata[row["id"]] = row["wikidata"]

    def add_names(self, actor_id: str, names: tuple[Name, ...], place: str) -> None:
        """Put ``names`` before those an actor has: the first of a language is the one shown."""
        actor = self.actors.get(actor_id)
        if actor is None:
            raise ConfigError(f"{place}: names for {actor_id}, which no table has")
        kept = tuple(name for name in actor.names if name not in names)
        self.actors[actor_id] = replace(actor, names=names + kept)

    def knowledge(self) -> Knowledge:
        """Seal the tables."""
        self.tenures.sort(key=lambda t: (t.office, t.start or date.min, t.person))
        return Knowledge(
            actors=self.actors,
            tenures=tuple(self.tenures),
            roles=_roles(),
            titles=_titles(),
            wikidata=self.wikidata,
            sex=self.sex,
            knowledge_date=self.knowledge_date,
        )


def _body_names(patterns: tuple[Name, ...], state: Actor) -> list[Name]:
    """The patterns with the state's names and adjectives put in, language by language."""
    found = []
    for pattern in patterns:
        own = [n for n in state.names if n.language == pattern.language]
        for field in ("adjective", "name"):
            marker = "{" + field + "}"
            if marker in pattern.text:
                kinds = ("name", "abbreviation") if field == "name" else (field,)
                found += [
                    Name(text=pattern.text.replace(marker, n.text), language=n.language)
                    for n in own
                    if n.kind in kinds
                ]
    if any(p.language == "en" for p in patterns):
        short = [n.text for n in state.names if n.language == "en" and n.kind == "abbreviation"]
        found += [
            Name(text=p.text.replace("{adjective}", text), language="en")
            for p in patterns
            for text in short
            if p.language == "en" and "{adjective}" in p.text
        ]
    return found


def _optional(path: Path, columns: tuple[str, ...]) -> list[tuple[str, dict[str, str]]]:
    return list(rows(path, columns)) if path.exists() else []


def _roles() -> dict[str, Role]:
    return {
        row["role"]: Role(
            code=row["role"], kind=row["kind"], sector=row["sector"], single=row["seats"] == "1"
        )
        for _, row in rows(DATA / "roles.tsv", ("role", "kind", "sector", "seats"))
    }


def _titles() -> tuple[Title, ...]:
    titles = []
    for _, row in rows(DATA / "titles.tsv", ("language", "text", "roles")):
        pairs = [code.strip().partition("@") for code in row["roles"].split(",")]
        titles.append(
            Title(
                text=row["text"],
                language=row["language"],
                roles=tuple((code, country) for code, _, country in pairs),
            )
        )
    return tuple(titles)
