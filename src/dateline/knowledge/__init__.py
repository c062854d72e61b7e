"""Facts as data: actors, names, offices with dates of tenure, cities; each row with its source."""

from dateline.knowledge.base import KNOWLEDGE_DATE, Knowledge, Role, Title, load_knowledge
from dateline.knowledge.codes import coder_code, weight
from dateline.knowledge.gazetteer import City, Gazetteer, load_gazetteer
from dateline.knowledge.names import Match, NameIndex, name_index
from dateline.knowledge.refresh import OfficeRow, merge

__all__ = [
    "KNOWLEDGE_DATE",
    "City",
    "Gazetteer",
    "Knowledge",
    "Match",
    "NameIndex",
    "OfficeRow",
    "Role",
    "Title",
    "coder_code",
    "load_gazetteer",
    "load_knowledge",
    "merge",
    "name_index",
    "weight",
]
