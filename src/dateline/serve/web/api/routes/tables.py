"""Events as files for other programs: CSV, JSON Lines, Parquet."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response, StreamingResponse

from dateline.serve.tables import (
    LAYOUTS,
    Form,
    LayoutName,
    event_rows,
    write_csv,
    write_jsonl,
    write_parquet,
)
from dateline.serve.web import finding
from dateline.serve.web.api.common import file_of
from dateline.serve.web.api.routes.events import AskedPart
from dateline.serve.web.parts import LibraryPart

_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
}
_FILES = file_of("text/csv")
_FILES[200]["content"]["application/jsonl"] = {"schema": {"type": "string"}}
_FILES[200]["content"]["application/vnd.apache.parquet"] = {
    "schema": {"type": "string", "format": "binary"}
}
router = APIRouter(tags=["events"])


@router.get("/events.{form}", responses=_FILES, response_class=Response)
def table(
    library: LibraryPart,
    asked: AskedPart,
    form: Form,
    columns: Annotated[LayoutName, Query(description="Whose columns.")] = "plover",
) -> Response:
    """Return events as a table; docs/codebook.md tells its columns."""
    store = library.desk.store
    found = finding.every(library.desk, asked)
    ids = sorted({span.report for event in found for span in event.spans})
    reports = {report.id: report for report in store.reports(ids)}
    rows, layout = event_rows(found, reports, columns), LAYOUTS[columns]
    headers = {"Content-Disposition": f'attachment; filename="events-{columns}.{form}"'}
    if form == "parquet":
        file = io.BytesIO()
        write_parquet(rows, layout, file)
        return Response(file.getvalue(), media_type=_MEDIA[form], headers=headers)
    pieces: Iterator[str] = write_csv(rows, layout) if form == "csv" else write_jsonl(rows)
    return StreamingResponse(pieces, media_type=_MEDIA[form], headers=headers)
