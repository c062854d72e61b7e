"""The reports written for training: sentences with their roles."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import get_args

from dateline.records import Role

ROLES = tuple(sorted(role for role in get_args(Role) if role != "unknown"))
# The files' languages and the endings of their names. Where there is an ending, the roles stand
# in the proportions of real reports.
FILES = (
    *((language, ending) for language in ("en", "ja", "ko", "zh") for ending in ("", "-long")),
    *((language, "-pages") for language in ("de", "en", "ja", "ko", "zh")),
    *((language, "-articles") for language in ("de", "en", "es", "fr", "ja", "ko", "zh")),
)
# The reports are told as of this year.
YEAR = 2025


@dataclass(frozen=True, slots=True)
class Written:
    """A written report: sentences and their roles; reports of one ``fold`` are held out together.

    ``natural`` tells that its roles stand in the proportions of real reports.
    """

    language: str
    fold: int
    natural: bool
    title: str
    texts: tuple[str, ...]
    roles: tuple[str, ...]

    @property
    def opening(self) -> str:
        """Headline and first words, as the report's own vector is made of."""
        return " ".join("\n".join((self.title, *self.texts[:3])).strip().split(" ")[:45])


def written_reports() -> list[Written]:
    """Read the written reports. Raises ValueError naming a line that is not a sentence."""
    found = []
    for language, ending in FILES:
        name = f"{language}{ending}.tsv"
        text = (files("dateline.read.roles") / "data" / name).read_text(encoding="utf-8")
        parts = [part for part in text.split("\n\n") if part.strip()]
        found += [
            _report(part, name, language, fold, bool(ending)) for fold, part in enumerate(parts)
        ]
    return found


def _report(part: str, name: str, language: str, fold: int, natural: bool) -> Written:
    title = ""
    texts: list[str] = []
    roles: list[str] = []
    for line in part.strip().splitlines():
        role, _, text = line.partition("\t")
        if role == "title" and text and not texts:
            title = text
        elif role in ROLES and text:
            texts.append(text)
            roles.append(role)
        else:
            raise ValueError(f"{name}: no role and sentence: {line!r}")
    return Written(language, fold, natural, title, tuple(texts), tuple(roles))
