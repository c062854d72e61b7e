from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from dateline.observe import setup_logs
from dateline.observe.logs import LogFormat


@pytest.fixture
def restored() -> Iterator[None]:
    root = logging.getLogger("dateline")
    before = root.handlers, root.level, root.propagate
    yield
    root.handlers, root.level, root.propagate = before


def lines(form: LogFormat, **fields: object) -> str:
    out = io.StringIO()
    setup_logs(form, "info", out)
    logging.getLogger("dateline.watch").warning("feed failed", extra=fields)
    return out.getvalue()


@pytest.mark.usefixtures("restored")
class TestLogs:
    def test_json_has_message_and_fields(self) -> None:
        line = json.loads(lines("json", feed="https://a.example/rss", tries=3))
        assert line["message"] == "feed failed"
        assert line["level"] == "WARNING"
        assert line["logger"] == "dateline.watch"
        assert line["feed"] == "https://a.example/rss"
        assert line["tries"] == 3
        assert line["time"].endswith("+00:00")

    def test_text_is_one_line_for_people(self) -> None:
        line = lines("text", feed="https://a.example/rss", reason="HTTP 500")
        assert line.endswith(
            "warning watch: feed failed feed=https://a.example/rss reason='HTTP 500'\n"
        )

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_text_from_outside_cannot_begin_a_line(self, form: LogFormat) -> None:
        title = "quiet\n12:00:00 error watch: forged"
        assert lines(form, title=title).count("\n") == 1

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_secrets_stay_out(self, form: LogFormat) -> None:
        url = "postgresql://desk:hunter2@db/dateline"
        line = lines(form, db=url, writer_key="sk-hunter2", token="hunter2")
        assert "hunter2" not in line
        assert "desk:***@db" in line

    def test_levels_below_are_left_out(self) -> None:
        out = io.StringIO()
        setup_logs("text", "warning", out)
        logging.getLogger("dateline.watch").info("nothing new")
        assert out.getvalue() == ""

    def test_setting_up_twice_writes_once(self) -> None:
        out = io.StringIO()
        setup_logs("text", "info", io.StringIO())
        setup_logs("text", "info", out)
        logging.getLogger("dateline.watch").info("one")
        assert out.getvalue().count("one") == 1
        ours = [h for h in logging.getLogger("dateline").handlers if h.get_name() == "dateline"]
        assert len(ours) == 1
