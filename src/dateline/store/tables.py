"""The tables as queries see them. Migrations make them; a test holds the two together.

One table a noun: the columns that are asked for, and ``body``, the record itself (see
:func:`dateline.store.values.pack`). ``recorded`` (when the store took it) and ``run`` (which
run gave it) stand beside the record, never in it, and are never exported.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Integer, LargeBinary, MetaData, Table

from dateline.store.values import Word

metadata = MetaData()


def _word(name: str, *, key: bool = False, nullable: bool = False) -> Column[str]:
    return Column(name, Word, primary_key=key, nullable=nullable)


def _kept() -> tuple[Column[str], Column[str]]:
    return _word("recorded"), _word("run")


def _body() -> Column[bytes]:
    return Column("body", LargeBinary, nullable=False)


schema_version = Table(
    "schema_version", metadata,
    Column("version", Integer, primary_key=True), _word("name"), _word("applied"),
)  # fmt: skip

fetched = Table(
    "fetched", metadata,
    _word("id", key=True), _word("name"), _word("source"), _word("url", nullable=True),
    _word("moment"), _body(), Column("content", LargeBinary, nullable=False), *_kept(),
)  # fmt: skip

report = Table(
    "report", metadata,
    _word("id", key=True), _word("key"), Column("version", Integer, nullable=False),
    _word("fetched"), _word("outlet", nullable=True), _word("language", nullable=True),
    _word("published", nullable=True), _word("moment"), _body(), *_kept(),
    # What lists show. ``retrieved`` is NULL in rows of before there were these columns.
    _word("title", nullable=True), _word("country", nullable=True),
    _word("retrieved", nullable=True),
    _word("own", nullable=True),  # the id that its source gave it
)  # fmt: skip

# ``actors``: how many are named; NULL in rows of before there was this column.
reading = Table(
    "reading", metadata,
    _word("report", key=True), _word("language"), _body(), *_kept(),
    Column("actors", Integer, nullable=True),
)  # fmt: skip

# Which actors and places (``kind``) a report names, and how often.
mention = Table(
    "mention",
    metadata,
    _word("report", key=True),
    _word("kind", key=True),
    _word("id", key=True),
    Column("n", Integer, nullable=False),
)

# The vectors of a whole report, one an engine: what search by meaning looks through.
meaning = Table(
    "meaning", metadata,
    _word("report", key=True), _word("engine", key=True),
    Column("vector", LargeBinary, nullable=False),
)  # fmt: skip

copy = Table(
    "copy", metadata,
    _word("report", key=True), _word("of", key=True), _word("kind"),
    Column("share", Float, nullable=False), _body(), *_kept(),
)  # fmt: skip

story = Table(
    "story", metadata,
    _word("id", key=True), Column("version", Integer, nullable=False), _word("opened"),
    _word("updated"), _word("merged_into", nullable=True), _body(), *_kept(),
)  # fmt: skip

# A story's place in lists, at a version of the story; ``weight`` is its rank but for its age.
standing = Table(
    "standing", metadata,
    _word("story", key=True), Column("version", Integer, nullable=False),
    Column("weight", Float, nullable=False), _body(), *_kept(),
)  # fmt: skip

story_member = Table("story_member", metadata, _word("report", key=True), _word("story"))

# Numbers under which grouping finds a report that it holds no more.
trace = Table(
    "trace", metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False), _word("report", key=True),
)  # fmt: skip

story_link = Table(
    "story_link", metadata,
    _word("earlier", key=True), _word("later", key=True), _body(), *_kept(),
)  # fmt: skip

event = Table(
    "event", metadata,
    _word("id", key=True), _word("story", nullable=True), _word("action"), _word("status"),
    _word("earliest", nullable=True), _word("latest", nullable=True), _word("moment"),
    _body(), *_kept(),
    Column("imported", Integer, nullable=False), _word("place", nullable=True),
    # What lists sort and tell apart by: ``strength`` is the Goldstein score without its sign,
    # ``countries`` are those of its parties, between spaces.
    _word("quad"), Column("strength", Float, nullable=False),
    Column("reports", Integer, nullable=False), _word("countries"),
)  # fmt: skip

# Who takes part in an event: actor id and PLOVER code, by ``side`` (source or target).
party = Table(
    "party",
    metadata,
    _word("event", key=True),
    _word("side", key=True),
    _word("actor", key=True),
    _word("code", key=True),
)

# Who dealt with whom in what happened, at the moment the event counts at: one row for each two
# states or bodies, so that networks, matrices and series are sums over small rows.
dealing = Table(
    "dealing", metadata,
    _word("event", key=True), _word("a", key=True), _word("b", key=True), _word("way"),
    _word("at"), _word("action"), _word("quad"), Column("score", Float, nullable=False),
    Column("imported", Integer, nullable=False),
)  # fmt: skip

expectation = Table(
    "expectation", metadata,
    _word("id", key=True), _word("story", nullable=True), _word("kind"),
    _word("supersedes", nullable=True), _word("earliest", nullable=True),
    _word("latest", nullable=True), _word("moment"), _body(), *_kept(),
    # ``outcome`` is *open* for what wasn't settled; ``settled`` is when it was.
    _word("holder", nullable=True), _word("outcome", nullable=True),
    _word("settled", nullable=True),
)  # fmt: skip

# Briefs written ahead, with what lists show of them. ``version`` is the story's, ``made`` the
# stage's; ``stale`` is 1 once something changed that the brief tells of beside its story.
kept_brief = Table(
    "kept_brief", metadata,
    _word("id", key=True), _word("story"), _word("language"), _word("length"),
    Column("version", Integer, nullable=False), Column("made", Integer, nullable=False),
    Column("stale", Integer, nullable=False), _word("headline"), _word("headline_language"),
    _word("gist"), _word("gist_language"), _body(), *_kept(),
)  # fmt: skip

# Which actors an event or expectation is about, and which reports a derived record stands on.
about = Table(
    "about", metadata, _word("noun", key=True), _word("id", key=True), _word("actor", key=True)
)
stands_on = Table(
    "stands_on", metadata, _word("noun", key=True), _word("id", key=True), _word("report", key=True)
)

# ``n`` counts up: the order in which a stage took its inputs, which grouping goes on from.
done = Table(
    "done", metadata,
    _word("stage", key=True), _word("id", key=True), Column("version", Integer, nullable=False),
    Column("n", BigInteger, nullable=False), *_kept(),
)  # fmt: skip

rejected = Table(
    "rejected", metadata,
    _word("stage", key=True), _word("id", key=True), _word("name"),
    Column("version", Integer, nullable=True), _body(), *_kept(),
)  # fmt: skip

# What search looks through: terms of a report between spaces. The database itself keeps an
# index over it: an FTS5 table by triggers in SQLite, a generated tsvector in PostgreSQL.
search_text = Table(
    "search_text", metadata,
    Column("n", BigInteger, primary_key=True), _word("report"), _word("terms"),
)  # fmt: skip

# What search sorts and filters by, under the same ``n``: small rows, so that thousands of finds
# are looked at without opening one. ``newest`` is 1 for the newest version of an item.
found = Table(
    "found", metadata,
    Column("n", BigInteger, primary_key=True, autoincrement=False), _word("report"),
    Column("newest", Integer, nullable=False), _word("published", nullable=True),
    _word("language", nullable=True), _word("headline"),
)  # fmt: skip

# What a living desk keeps beside its records. None of it is derived; none of it is exported.
feed = Table("feed", metadata, _word("id", key=True), _body(), *_kept())

watchlist = Table("watchlist", metadata, _word("id", key=True), _word("name"), _body(), *_kept())

alert = Table(
    "alert", metadata,
    _word("id", key=True), _word("watchlist"), _word("at"),
    Column("pending", Integer, nullable=False), _body(), *_kept(),
)  # fmt: skip

visit = Table("visit", metadata, _word("reader", key=True), _body(), *_kept())

reader_state = Table(
    "reader_state", metadata,
    _word("reader", key=True), _word("item", key=True), Column("read", Integer, nullable=False),
    Column("starred", Integer, nullable=False), _body(), *_kept(),
)  # fmt: skip

# How many committed transactions changed the records, and how many what is kept beside them.
revision = Table(
    "revision", metadata, _word("scope", key=True), Column("n", BigInteger, nullable=False)
)

# How far backfills took their sources in.
position = Table("position", metadata, _word("id", key=True), _body(), *_kept())

# Who does a named work just now, and until when nobody else may.
lease = Table("lease", metadata, _word("name", key=True), _word("holder"), _word("until"))

# Which worker has an input in hand, until when nobody else may, and how often it was taken.
claim = Table(
    "claim", metadata,
    _word("stage", key=True), _word("id", key=True), _word("holder"), _word("until"),
    Column("tries", Integer, nullable=False),
)  # fmt: skip

# Who leads a work that only one may do. ``epoch`` grows with each takeover.
leader = Table(
    "leader", metadata,
    _word("name", key=True), Column("epoch", BigInteger, nullable=False), _word("holder"),
    _word("until"),
)  # fmt: skip
