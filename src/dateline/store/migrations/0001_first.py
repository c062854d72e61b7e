"""The first schema."""

from __future__ import annotations

from sqlalchemy import Connection

# {text}: text compared byte by byte; {blob}: bytes; {serial}: a number given by the database.
TABLES = """
CREATE TABLE fetched (
    id {text} PRIMARY KEY, name {text} NOT NULL, source {text} NOT NULL, url {text},
    moment {text} NOT NULL, body {blob} NOT NULL, content {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL);
CREATE INDEX fetched_in_order ON fetched (moment, id);

CREATE TABLE report (
    id {text} PRIMARY KEY, key {text} NOT NULL, version INTEGER NOT NULL,
    fetched {text} NOT NULL, outlet {text}, language {text}, published {text},
    moment {text} NOT NULL, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL);
CREATE INDEX report_in_order ON report (moment, id);
CREATE INDEX report_by_key ON report (key, version);
CREATE INDEX report_by_fetched ON report (fetched);

CREATE TABLE reading (
    report {text} PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    language {text} NOT NULL, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL);

CREATE TABLE copy (
    report {text} NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    "of" {text} NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    kind {text} NOT NULL, share DOUBLE PRECISION NOT NULL, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL,
    PRIMARY KEY (report, "of"));
CREATE INDEX copy_by_origin ON copy ("of");

CREATE TABLE story (
    id {text} PRIMARY KEY, version INTEGER NOT NULL, opened {text} NOT NULL,
    updated {text} NOT NULL, merged_into {text}, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL);
CREATE INDEX story_by_update ON story (updated, id);
CREATE INDEX story_in_order ON story (opened, id);

CREATE TABLE story_member (report {text} PRIMARY KEY, story {text} NOT NULL);
CREATE INDEX story_member_by_story ON story_member (story);

CREATE TABLE story_link (
    earlier {text} NOT NULL, later {text} NOT NULL, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL,
    PRIMARY KEY (earlier, later));
CREATE INDEX story_link_by_later ON story_link (later);

CREATE TABLE event (
    id {text} PRIMARY KEY, story {text}, action {text} NOT NULL, status {text} NOT NULL,
    earliest {text}, latest {text}, moment {text} NOT NULL, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL);
CREATE INDEX event_in_order ON event (moment, id);
CREATE INDEX event_by_story ON event (story);

CREATE TABLE expectation (
    id {text} PRIMARY KEY, story {text}, kind {text} NOT NULL, supersedes {text},
    earliest {text}, latest {text}, moment {text} NOT NULL, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL);
CREATE INDEX expectation_in_order ON expectation (moment, id);
CREATE INDEX expectation_by_story ON expectation (story);
CREATE INDEX expectation_by_older ON expectation (supersedes);

CREATE TABLE brief (
    id {text} PRIMARY KEY, story {text} NOT NULL, story_version INTEGER NOT NULL,
    language {text} NOT NULL, moment {text} NOT NULL, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL);
CREATE INDEX brief_by_story ON brief (story, story_version);

CREATE TABLE about (
    noun {text} NOT NULL, id {text} NOT NULL, actor {text} NOT NULL,
    PRIMARY KEY (noun, id, actor));
CREATE INDEX about_by_actor ON about (actor, noun, id);

CREATE TABLE stands_on (
    noun {text} NOT NULL, id {text} NOT NULL, report {text} NOT NULL,
    PRIMARY KEY (noun, id, report));
CREATE INDEX stands_on_by_report ON stands_on (report, noun, id);

CREATE TABLE done (
    stage {text} NOT NULL, id {text} NOT NULL, version INTEGER NOT NULL, n BIGINT NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL,
    PRIMARY KEY (stage, id));
CREATE INDEX done_by_n ON done (n);

CREATE TABLE rejected (
    stage {text} NOT NULL, id {text} NOT NULL, name {text} NOT NULL, version INTEGER,
    body {blob} NOT NULL, recorded {text} NOT NULL, run {text} NOT NULL,
    PRIMARY KEY (stage, id));
CREATE INDEX rejected_by_name ON rejected (name, stage);

CREATE TABLE search_text (
    n {serial} PRIMARY KEY,
    report {text} NOT NULL UNIQUE REFERENCES report (id) ON DELETE CASCADE,
    headline {text} NOT NULL, terms {text} NOT NULL)
"""

# The tokenizer "ascii" takes every letter beyond ASCII as it is; the terms are made by us.
SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE search_index USING fts5"
    "(terms, content='search_text', content_rowid='n', tokenize='ascii', detail=none)",
    "CREATE TRIGGER search_text_new AFTER INSERT ON search_text BEGIN"
    " INSERT INTO search_index (rowid, terms) VALUES (new.n, new.terms); END",
    "CREATE TRIGGER search_text_gone AFTER DELETE ON search_text BEGIN"
    " INSERT INTO search_index (search_index, rowid, terms)"
    " VALUES ('delete', old.n, old.terms); END",
    "CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN"
    " INSERT INTO search_index (search_index, rowid, terms)"
    " VALUES ('delete', old.n, old.terms);"
    " INSERT INTO search_index (rowid, terms) VALUES (new.n, new.terms); END",
)

POSTGRES_SEARCH = (
    "ALTER TABLE search_text ADD COLUMN vector tsvector GENERATED ALWAYS AS"
    " (array_to_tsvector(string_to_array(btrim(terms), ' '))) STORED",
    "CREATE INDEX search_by_vector ON search_text USING gin (vector)",
)


def upgrade(connection: Connection) -> None:
    """Make every table, and what each database needs for searching."""
    postgres = connection.dialect.name == "postgresql"
    tables = TABLES.format(
        text='TEXT COLLATE "C"' if postgres else "TEXT",
        blob="BYTEA" if postgres else "BLOB",
        serial="BIGINT GENERATED BY DEFAULT AS IDENTITY" if postgres else "INTEGER",
    )
    for statement in tables.split(";"):
        connection.exec_driver_sql(statement)
    for statement in POSTGRES_SEARCH if postgres else SQLITE_SEARCH:
        connection.exec_driver_sql(statement)
