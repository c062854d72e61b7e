"""The pages that people read. Each asks the desk and fills a template."""

from dateline.serve.web.pages import (
    actors,
    brief,
    calendar,
    doctor,
    events,
    login,
    relations,
    report,
    search,
    sources,
    story,
    today,
    watch,
    world,
)

PAGES = (
    today, story, brief, report, relations, calendar, events, actors, world, search, sources, watch,
    doctor, login,
)  # fmt: skip
