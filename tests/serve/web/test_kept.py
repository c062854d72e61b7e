"""Made once, kept, and the last one shown while a new one is being made."""

import threading

import pytest

from dateline.serve.web.kept import Kept


def test_a_value_is_made_once_for_all_who_ask() -> None:
    kept, made, go = Kept(10, workers=2), [], threading.Event()

    def make() -> str:
        made.append(1)
        go.wait(5)
        return "value"

    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(kept.get("key", 1, make))) for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    go.set()
    for thread in threads:
        thread.join(5)
    assert (found, made) == (["value"] * 5, [1])


def test_the_last_one_is_shown_while_a_new_one_is_made() -> None:
    kept, go = Kept(10, workers=1), threading.Event()
    assert kept.get("key", 1, lambda: "old") == "old"

    def slow() -> str:
        go.wait(5)
        return "new"

    assert kept.get("key", 2, slow, patience=0.01) == "old"
    go.set()
    assert kept.get("key", 2, slow) == "new"


def test_failures_are_told_and_not_kept() -> None:
    kept = Kept(10, workers=1)
    with pytest.raises(ZeroDivisionError):
        kept.get("key", 1, lambda: 1 // 0)
    assert kept.get("key", 1, lambda: 2) == 2


def test_the_least_used_go() -> None:
    kept = Kept(2, workers=1)
    for key in (1, 2, 1, 3):
        kept.get(key, 0, lambda: "first")
    assert kept.get(1, 0, lambda: "second") == "first"
    assert kept.get(2, 0, lambda: "second") == "second"
