"""Running a command twice changes nothing; two runs give the same bytes."""

from pathlib import Path

from tests.conftest import Cli


def test_adding_twice_changes_nothing(cli: Cli, root: Path, tmp_path: Path) -> None:
    db = tmp_path / "desk.db"
    words = ("--as-of", "2026-02-10")
    first = cli("add", str(root / "examples"), *words, db=db)
    assert first.returncode == 0, first.stderr
    stories = cli("stories", "--json", *words, db=db).stdout
    brief = cli("brief", "--json", *words, db=db).stdout
    second = cli("add", str(root / "examples"), *words, db=db)
    assert " 0 new reports" in second.stdout
    assert cli("stories", "--json", *words, db=db).stdout == stories
    assert cli("brief", "--json", *words, db=db).stdout == brief


def test_two_demos_print_the_same_bytes(cli: Cli) -> None:
    first = cli("demo")
    assert first.returncode == 0, first.stderr
    assert cli("demo").stdout == first.stdout


def test_every_form_of_a_brief_is_the_same_twice(cli: Cli, root: Path, tmp_path: Path) -> None:
    for name in ("a.db", "b.db"):
        cli("add", str(root / "examples" / "quake"), "--as-of", "2026-02-10", db=tmp_path / name)
    for form in ("text", "markdown", "html", "json"):
        written = [
            cli("brief", "--format", form, "--as-of", "2026-02-10", db=tmp_path / name).stdout
            for name in ("a.db", "b.db")
        ]
        assert written[0] == written[1]
        assert "Iquique" in written[0]
