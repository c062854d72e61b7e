"""The statement of an expectation: its sentence, readable out of its report."""

from __future__ import annotations

import re

from dateline.records import Report, Span

# "TOKYO (Meridian Wire) — ", "NARA, Japan — ", "【東京】", "(서울=한강일보) ", "本报东京1月12日电 "
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][\w.' ]{1,30})?(?: ?\([^)]{2,40}\))? ?[—–-]+ "
    r"|【[^】]{1,20}】|[\[(（][^\])）]{1,20}=[^\])）]{1,20}[\])）]\s*"
    r"|(?:本[报報]|新华社|新華社|中新社)[^，。\s]{1,20}[电電]\s*)"
)
_LEAD = re.compile(
    r"^(?:additionally|meanwhile|however|but|and|moreover|furthermore|also|instead|separately"
    r"|still|yet|so|thus|then|in addition|for now|of course)\b,?\s+",
    re.IGNORECASE,
)
_LEAD_ELSEWHERE = re.compile(
    r"^(?:一方で?|また|さらに|なお|しかし|ただし?|そして|한편|또한?|그러나|하지만|이어|그러면서|이에"
    r"|此外|另外|同时|同時|不过|不過|但是?|而且)[、，,]?\s*"
)


def statement_of(report: Report, span: Span, language: str) -> str:
    """Return a sentence without its dateline and without the word that only ties it to the one
    before.
    """
    text = report.quote(span).strip()
    bare = _DATELINE.sub("", text)
    if report.dateline is not None and report.dateline.span.within(span):
        after = report.text[report.dateline.span.end : span.end]
        bare = re.sub(r"^[\s—–:-]+", "", after) or bare
    lead = _LEAD if language == "en" else _LEAD_ELSEWHERE
    bare = lead.sub("", bare, count=1)
    if not bare:
        return text
    return bare[:1].upper() + bare[1:]
