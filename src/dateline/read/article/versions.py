"""Versions: an edit of a report is the next version of it, with a readable difference."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from dateline.records import Report, record

# Sentence ends for showing an edit; reading proper has its own, better splitter.
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+|(?<=[。！？])[」』）]*\s*")
# Two sentences more alike than this are one sentence, edited.
_EDITED = 0.6
# Beyond this many changed sentences on a side, pairs are not searched: a rewrite is no edit.
_MAX_PAIRS = 60


@record
class Change:
    """One step of an edit: a sentence *added*, *removed* or *edited* (``before`` to ``after``)."""

    kind: Literal["added", "removed", "edited"]
    before: str = ""
    after: str = ""


def same_item(a: Report, b: Report) -> bool:
    """True when the two are versions of one item: they share a key."""
    return a.key == b.key


def next_version(previous: Report, new: Report) -> Report:
    """Return ``new`` as the version after ``previous``; the same text is no new version.

    Raises ValueError when they are not the same item.
    """
    if not same_item(previous, new):
        raise ValueError(
            f"{new.id} is no version of {previous.id}: {new.key} is not {previous.key}"
        )
    if new.id == previous.id:
        return previous
    return dataclasses.replace(new, version=previous.version + 1, supersedes=previous.id)


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Number the versions of one item, whatever order they came in.

    By the time that the outlet gives (last update, else publication), else by when each was
    retrieved. Of reports with the same id only the one retrieved first stays.
    """
    first: dict[str, Report] = {}
    for report in sorted(reports, key=lambda one: (one.retrieved, one.id)):
        first.setdefault(report.id, report)
    chain: list[Report] = []
    for report in sorted(first.values(), key=_age):
        bare = dataclasses.replace(report, version=1, supersedes=None)
        chain.append(next_version(chain[-1], bare) if chain else bare)
    return tuple(chain)


def _age(report: Report) -> tuple[datetime, datetime, str]:
    return (report.updated or report.published or report.retrieved, report.retrieved, report.id)


def difference(old: Report, new: Report) -> tuple[Change, ...]:
    """Return what changed from ``old`` to ``new``, by sentences, in the order of the text."""
    before, after = _sentences(old), _sentences(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    changes: list[Change] = []
    for step, i1, i2, j1, j2 in matcher.get_opcodes():
        if step != "equal":
            changes += _changes(before[i1:i2], after[j1:j2])
    return tuple(changes)


def _sentences(report: Report) -> list[str]:
    return [
        sentence.strip()
        for block in report.blocks
        for sentence in _SENTENCE.split(report.text[block.start : block.end])
        if sentence and sentence.strip()
    ]


def _changes(before: list[str], after: list[str]) -> list[Change]:
    """Pair edited sentences in order; what has no pair was removed or added."""
    changes: list[Change] = []
    start = 0
    for sentence in after:
        found = _closest(sentence, before, start) if len(before) <= _MAX_PAIRS else None
        if found is None:
            changes.append(Change(kind="added", after=sentence))
            continue
        changes += [Change(kind="removed", before=gone) for gone in before[start:found]]
        changes.append(Change(kind="edited", before=before[found], after=sentence))
        start = found + 1
    return changes + [Change(kind="removed", before=gone) for gone in before[start:]]


def _closest(sentence: str, before: list[str], start: int) -> int | None:
    best, place = _EDITED, None
    for index in range(start, len(before)):
        matcher = difflib.SequenceMatcher(None, before[index], sentence, autojunk=False)
        if matcher.real_quick_ratio() > best and matcher.ratio() > best:
            best, place = matcher.ratio(), index
    return place
