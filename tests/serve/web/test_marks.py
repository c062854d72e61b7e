"""Marking a sentence in a text, comparing versions, and laying out copies."""

import time
from datetime import UTC, datetime

from dateline.records import Block, Copy, Made, Report, Span
from dateline.serve.web.graph import MOST, copy_graph, shortened
from dateline.serve.web.marks import changes, paragraphs

MADE = Made(stage="read", version=1)
WHEN = datetime(2026, 1, 5, tzinfo=UTC)


def report(id: str, text: str = "A title\n\nOne. Two.\n\nThree.") -> Report:
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n\n")):
        kind = "title" if number == 0 else "paragraph"
        blocks.append(Block(kind=kind, start=start, end=start + len(line)))
        start += len(line) + 2
    return Report(
        id=id, key=id, text=text, blocks=tuple(blocks), retrieved=WHEN, made=MADE, outlet=id
    )


def copy(report: str, of: str, share: float = 1.0) -> Copy:
    return Copy(report=report, of=of, kind="verbatim", share=share, made=MADE)


def test_a_span_over_two_blocks_is_marked_in_both_and_begins_once() -> None:
    item = report("r")
    cut = paragraphs(item, Span(report="r", start=14, end=23))
    marked = [(piece.text, piece.first) for part in cut for piece in part.pieces if piece.mark]
    assert marked == [("Two.", True), ("Thr", False)]
    whole = "\n\n".join("".join(piece.text for piece in part.pieces) for part in cut)
    assert whole == item.text


def test_an_empty_span_marks_nothing() -> None:
    cut = paragraphs(report("r"), Span(report="r", start=12, end=12))
    assert not [piece for part in cut for piece in part.pieces if piece.mark]


def test_changes_name_the_words_that_came_and_went() -> None:
    (line,) = changes("Same.\n\nTwo people died.", "Same.\n\nThree people died.")
    assert line == (("gone", "Two"), ("new", "Three"), ("same", " people died."))
    (line,) = changes("2人が死亡した。", "3人が死亡した。")
    assert ("same", "人が死亡した。") in line
    assert changes("A\n\nB", "A") == ((("gone", "B"),),)
    assert changes("A", "A") == ()


def test_comparing_hostile_texts_takes_no_time() -> None:
    begun = time.perf_counter()
    changes("a b " * 100_000, "b a " * 100_000)
    changes("a\n" * 50_000, "b\n" * 50_000)
    assert time.perf_counter() - begun < 2


def test_copies_hang_right_of_their_origin() -> None:
    items = {id: report(id) for id in ("a", "b", "c", "d", "lone")}
    graph = copy_graph(items, [copy("b", "a"), copy("c", "b"), copy("c", "a", 0.5), copy("d", "a")])
    at = {box.report.id: (box.x, box.y) for box in graph.boxes}
    assert at["a"][0] < at["b"][0] == at["d"][0] < at["c"][0]
    assert at["a"][1] == at["b"][1] == at["c"][1] < at["d"][1] < at["lone"][1]
    assert len(set(at.values())) == 5
    assert len(graph.lines) == 3
    assert [box.report.id for box in graph.boxes if box.origin] == ["a", "lone"]
    assert all(box.x < graph.width and box.y < graph.height for box in graph.boxes)


def test_circles_are_cut_and_crowds_are_counted() -> None:
    items = {f"r{n}": report(f"r{n}") for n in range(MOST + 5)}
    graph = copy_graph(items, [copy("r0", "r1"), copy("r1", "r0")])
    assert len(graph.lines) == 1
    assert (len(graph.boxes), graph.left_out) == (MOST, 5)


def test_labels_are_cut_by_width() -> None:
    assert shortened("Short") == "Short"
    assert shortened("あ" * 30, 10) == "ああああ…"
