"""Facts as data: actors, names, offices with dates of tenure, cities; each row with its source."""

from dateline.knowledge.base import KNOWLEDGE_DATE, Knowledge, Role, Title, load_knowledge

__all__ = ["KNOWLEDGE_DATE", "Knowledge", "Role", "Title", "load_knowledge"]
