from pathlib import Path

import pytest

from dateline.config import Options, load_options, shown
from dateline.errors import ConfigError


def test_later_sources_win_and_say_where_a_value_comes_from(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('language = "ja"\nwindow_days = 5\nzone = "Asia/Tokyo"')
    options, settings = load_options(
        {"db": str(tmp_path / "desk.db"), "language": "ko"}, {"DATELINE_WINDOW_DAYS": "7"}
    )
    assert (options.language, options.window_days, options.zone) == ("ko", 7, "Asia/Tokyo")
    origins = {setting.name: setting.origin.split()[0] for setting in settings}
    assert origins["language"] == "argument"
    assert origins["window_days"] == "environment"
    assert origins["zone"] == "file"
    assert origins["robots"] == "default"


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"DATELINE_WINDOW_DAYS": "soon"}, "window_days"),
        ({"DATELINE_LANGUAGE": "English"}, "language"),
        ({"DATELINE_CONFIG": "/no/such/file.toml"}, "DATELINE_CONFIG"),
    ],
)
def test_a_wrong_value_is_named(environ: dict[str, str], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        load_options({"db": ":memory:"}, environ)


def test_an_unknown_option_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('langage = "ja"')
    with pytest.raises(ConfigError, match=r"langage.*language"):
        load_options({"db": str(tmp_path / "desk.db")}, {})


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text("language = ")
    with pytest.raises(ConfigError, match=r"dateline\.toml"):
        load_options({"db": str(tmp_path / "desk.db")}, {})


def test_passwords_are_never_shown() -> None:
    _, settings = load_options({"db": "postgresql://kim:geheim@db.example/desk"}, {})
    (db,) = [setting for setting in settings if setting.name == "db"]
    assert shown(db) == "postgresql://kim:***@db.example/desk"


def test_a_key_is_never_shown() -> None:
    _, settings = load_options({"db": ":memory:", "writer_key": "sk-geheim"}, {})
    assert "sk-geheim" not in str([shown(setting) for setting in settings])


def test_every_option_has_a_meaning() -> None:
    assert all(field.description for field in Options.model_fields.values())
