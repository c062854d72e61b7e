"""Review: a story is looked at anew as it grows, and falls apart where its reports disagree.

Reports are placed one at a time, by samples of the stories around them and by the word weights
of that hour. So a story can come to hold two events that nobody would put together who saw all
of it at once. When it has grown by a quarter since the last look its active reports are clustered
afresh; parts that don't belong together become stories of their own.
"""

from __future__ import annotations

from dateline.group.register import Register
from dateline.group.settle import settle
from dateline.group.window import GroupOptions, Window

LEAST = 4  # active reports from which a story is reviewed
GROWTH = 1.25  # by which it grows between two reviews
MOST = 160  # active reports that are clustered; of a larger story the others follow these


def is_due(size: int) -> bool:
    """Say whether a story is reviewed when it reaches ``size`` active reports.

    The sizes form a geometric series, so that reviews cost a report the same in a story of any
    size, and follow from the size alone, so that a restart reviews as the run before it did.
    """
    due = LEAST
    while due < size:
        due = max(due + 1, int(due * GROWTH))
    return due == size


def review(story: str, window: Window, register: Register, options: GroupOptions) -> None:
    """Cluster the active reports of ``story`` anew if that is due; file what falls apart."""
    members = register.active[story]
    if not is_due(len(members)):
        return
    count = len(members)
    chosen = members if count <= MOST else [members[i * count // MOST] for i in range(MOST)]
    items = [window[number] for number in chosen]
    grid = window.scorer.compare(items, items)
    parts = settle(
        grid.totals,
        grid.cautious,
        register.together([item.sketch.id for item in items]),
        least=options.join,
        attach=options.attach,
    )
    if len(parts) == 1:
        return
    filed = [[chosen[i] for i in part] for part in parts]
    held = set(chosen)
    rest = [number for number in members if number not in held]
    if rest:
        totals = window.scorer.compare([window[number] for number in rest], items).totals
        for row, number in enumerate(rest):
            means = [round(float(totals[row, part].mean()), 6) for part in parts]
            filed[means.index(max(means))].append(number)
    filed.sort(key=lambda part: (-len(part), part))
    for part in filed[1:]:
        part.sort()
        register.file(
            part,
            [window[number].sketch for number in part],
            "",
            new=-1,
            score=0.0,
            why="",
            sketches_of=lambda numbers: [window[number].sketch for number in numbers],
        )
