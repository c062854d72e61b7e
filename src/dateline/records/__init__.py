"""The nouns: everything that flows through Dateline is one of these."""

from dateline.records._base import Made, content_id, record
from dateline.records.actor import Actor, ActorKind, ActorMention, Name, PlaceMention, Tenure
from dateline.records.brief import (
    Agreement,
    Brief,
    Claim,
    Difference,
    Edit,
    KeptBrief,
    Section,
    SectionName,
    Source,
    Version,
)
from dateline.records.event import (
    Contested,
    Event,
    Party,
    QuadClass,
    Relation,
    RelationPoint,
    Status,
)
from dateline.records.expectation import Expectation, ExpectationKind, Outcome, Settlement
from dateline.records.feed import Feed, FeedOutcome
from dateline.records.fetched import Fetched, Hints
from dateline.records.position import Position
from dateline.records.reader import ReaderState, Visit
from dateline.records.reading import Parse, Quote, Reading, Role, Sentence, Token, Vector
from dateline.records.rejected import Rejected
from dateline.records.report import Block, BlockKind, Credit, Dateline, Report
from dateline.records.span import Span
from dateline.records.standing import ExpectationFacts, ReportFacts, Standing
from dateline.records.story import Aligned, Copy, CopyKind, Member, Story, StoryLink
from dateline.records.watchlist import Alert, AlertKind, Channel, Delivery, Watchlist
from dateline.records.when import Anchor, DateMention, Direction, Precision, When

__all__ = [
    "Actor", "ActorKind", "ActorMention", "Agreement", "Alert", "AlertKind", "Aligned", "Anchor",
    "Block", "BlockKind", "Brief", "Channel", "Claim", "Contested", "Copy", "CopyKind", "Credit",
    "DateMention", "Dateline", "Delivery", "Difference", "Direction", "Edit", "Event",
    "Expectation", "ExpectationFacts", "ExpectationKind", "Feed", "FeedOutcome", "Fetched",
    "Hints", "KeptBrief", "Made", "Member", "Name", "Outcome", "Parse", "Party", "PlaceMention",
    "Position", "Precision", "QuadClass", "Quote", "ReaderState", "Reading", "Rejected",
    "Relation", "RelationPoint", "Report", "ReportFacts", "Role", "Section", "SectionName",
    "Sentence", "Settlement", "Source", "Span", "Standing", "Status", "Story", "StoryLink",
    "Tenure", "Token", "Vector", "Version", "Visit", "Watchlist", "When", "content_id", "record",
]  # fmt: skip
