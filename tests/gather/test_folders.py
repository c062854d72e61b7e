from pathlib import Path

from dateline.gather.folders import walk


def names(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in walk(folder) if isinstance(path, Path)]


def test_files_come_sorted_and_hidden_ones_stay_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.txt", ".hidden.txt", ".git/x.txt", "README.md", "c"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    assert names(tmp_path) == ["a/b.txt", "a/z.txt", "b.txt", "c"]


def test_links_are_followed_once(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text("x")
    (inner / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again").symlink_to(inner, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert names(tmp_path) == ["again/a.txt", "self"]


def test_very_deep_folders_end(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 70)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x")
    (last,) = walk(tmp_path)
    assert not isinstance(last, Path)
    assert last.kind == "too-large"
