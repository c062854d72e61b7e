"""The files under deploy/ name commands, options and files that exist."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from dateline.cli.main import app
from dateline.config import Options

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
# Read by the server's command itself, so that it never stands in a process list.
SERVER_VARIABLES = {"DATELINE_SERVE_TOKEN"}


def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    return loaded


def commands() -> list[tuple[str, list[str]]]:
    found = []
    for name, service in compose()["services"].items():
        if "build" in service:
            found.append((f"compose {name}", service["command"]))
    container = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    for line in re.findall(r"^CMD (\[\"serve.*\])$", container, re.MULTILINE):
        found.append(("Containerfile", yaml.safe_load(line)))
    for unit in sorted(DEPLOY.glob("*.service")):
        line = re.search(r"^ExecStart=\S+ (.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE)
        assert line, unit
        found.append((unit.name, shlex.split(line[1])))
    return found


@pytest.mark.parametrize(("where", "command"), commands())
def test_commands_are_the_programs(where: str, command: list[str]) -> None:
    group: Any = get_command(app)
    known = group.commands.get(command[0])
    assert known is not None, f"{where}: no command {command[0]}"
    flags = {flag for parameter in known.params for flag in parameter.opts}
    assert {word for word in command[1:] if word.startswith("-")} <= flags, where


def test_variables_are_options() -> None:
    known = {f"DATELINE_{name.upper()}" for name in Options.model_fields} | SERVER_VARIABLES
    for path in sorted(DEPLOY.iterdir()):
        named = set(re.findall(r"\bDATELINE_[A-Z_]+", path.read_text(encoding="utf-8")))
        assert named <= known, f"{path.name}: {named - known}"


def test_the_container_copies_what_there_is() -> None:
    container = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    for line in re.findall(r"^COPY (?!--)(.*)$", container, re.MULTILINE):
        *sources, _ = line.split()
        for source in sources:
            assert (ROOT / source).exists(), source


def test_the_desk_is_not_reachable_without_a_token() -> None:
    serve = compose()["services"]["serve"]
    assert serve["ports"] == ["127.0.0.1:8000:8000"]
    assert "DATELINE_SERVE_TOKEN" in serve["environment"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("unit", sorted(p.name for p in DEPLOY.glob("dateline*")))
def test_systemd_takes_the_units(unit: str, tmp_path: Path) -> None:
    for path in DEPLOY.glob("dateline*"):
        text = path.read_text(encoding="utf-8").replace("/opt/dateline/bin/dateline", "/bin/true")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / unit)],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Unknown key" not in done.stderr


@pytest.mark.skipif(not shutil.which("nginx"), reason="no nginx here")
def test_nginx_takes_the_site(tmp_path: Path) -> None:
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    key, certificate = tmp_path / "desk.key", tmp_path / "desk.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
         "/CN=desk.example.org", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    site = site.replace("/etc/ssl/desk.example.org.pem", str(certificate))
    site = site.replace("/etc/ssl/desk.example.org.key", str(key))
    config = tmp_path / "nginx.conf"
    config.write_text(
        f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{site}}}\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        ["nginx", "-t", "-c", str(config)], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
