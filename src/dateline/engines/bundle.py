"""The engines of a desk in one bundle, chosen by language; each loads when first asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dateline.engines.e5 import E5Embedder
from dateline.engines.ports import Embedder, Parser, Recogniser
from dateline.engines.spacy_english import SpacyEnglish
from dateline.engines.use import UseEmbedder


class EngineOptions(Protocol):
    """The options that choose engines (``dateline.config.Options`` has them)."""

    @property
    def parser_model(self) -> str:
        """Name of the spaCy model that parses English."""
        ...


@dataclass(frozen=True, slots=True)
class Absent:
    """An engine that can't run here, and why."""

    name: str
    reason: str


# Words of an item that gets a vector of the wide embedder whatever its language: a headline, a
# blurb, a brief. On a long report it would take half as long again as everything else.
SHORT = 120


@dataclass(frozen=True, slots=True)
class Engines:
    """What the stages may ask of language models. The first that knows a language serves it.

    ``everywhere`` is the embedder that knows most languages. ``always_wide`` asks it for a
    vector of every report, so that reports in all languages can be compared: better grouping
    across a hundred languages, for some 50 ms a report.
    """

    parsers: tuple[Parser, ...] = ()
    recognisers: tuple[Recogniser, ...] = ()
    embedders: tuple[Embedder, ...] = ()
    everywhere: Embedder | None = None
    always_wide: bool = False
    absent: tuple[Absent, ...] = ()

    def parser_for(self, language: str) -> Parser | None:
        """Return the parser for a language (ISO 639-1), or None."""
        return next((parser for parser in self.parsers if language in parser.languages), None)

    def recogniser_for(self, language: str) -> Recogniser | None:
        """Return the recogniser of names for a language, or None."""
        return next((one for one in self.recognisers if language in one.languages), None)

    def embedder_for(self, language: str) -> Embedder | None:
        """Return the embedder of sentences for a language: the first that was trained on it.

        A language that none was trained on (or "und") is served by ``everywhere``: related
        languages and shared names still make its vectors useful.
        """
        known = (one for one in self.embedders if language in one.languages)
        return next(known, self.everywhere)

    def also_wide(self, near: Embedder, words: int) -> Embedder | None:
        """Return the wide embedder where a report of so many words gets its vector as well."""
        wide = self.everywhere
        if wide is None or wide.name == near.name:
            return None
        return wide if self.always_wide or words <= SHORT else None

    def describe(self) -> list[str]:
        """Say in lines what runs here and what is missing and why, for ``dateline doctor``."""
        lines = [f"parser {one.name}: {_languages(one.languages)}" for one in self.parsers]
        lines += [f"names {one.name}: {_languages(one.languages)}" for one in self.recognisers]
        lines += [
            f"vectors {one.name}: {one.dimension} numbers; {_languages(one.languages)}"
            for one in self.embedders
        ]
        lines += [f"missing {one.name}: {one.reason}" for one in self.absent]
        return lines


def load_engines(options: EngineOptions, *, always_wide: bool = False) -> Engines:
    """Choose the engines that can run here. Nothing heavy is loaded until it is used."""
    absent = []
    english = SpacyEnglish(options.parser_model)
    use, e5 = UseEmbedder(), E5Embedder()
    for engine in (english, use, e5):
        reason = engine.missing()
        if reason is not None:
            absent.append(Absent(engine.name, reason))
    gone = {one.name for one in absent}
    has_english = english.name not in gone
    embedders: list[Embedder] = [one for one in (use, e5) if one.name not in gone]
    return Engines(
        parsers=(english,) if has_english else (),
        recognisers=(english,) if has_english else (),
        embedders=tuple(embedders),
        everywhere=embedders[-1] if embedders else None,
        always_wide=always_wide,
        absent=tuple(absent),
    )


def _languages(codes: frozenset[str]) -> str:
    return " ".join(sorted(codes))
