"""Which way a clause looks: forward after "will" or 予定, back after a past tense."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dateline.read.dates.appointed import appointed
from dateline.records.when import Direction

_BASE = r"(?:\s+(?:be|have|been|not|also|then|soon|formally|officially|likely))*(?:\s+[a-z]+)?"
_ENGLISH_FUTURE = (
    rf"\b(?:will|won['’]t|shall|would|could|may|might|should|must|can){_BASE}"
    r"|['’]ll\b(?:\s+[a-z]+)?"
    r"|\b(?:is|are|am|be|been|remains?)\s+(?:also\s+|now\s+)?(?:set|due|scheduled|expected|slated|planned|poised|likely|"
    r"going|supposed|projected|forecast|about|to)\b(?:\s+(?:to|for))?(?:\s+be)?(?:\s+[a-z]+)?"
    r"|\b(?:set|due|scheduled|expected|slated|planned|poised|plans?|planning|hopes?|aims?|intends?|expects?|"
    r"promised|pledged|vowed|agreed|wants?|seeks?|prepar\w+)\s+(?:to|for)\b(?:\s+be)?(?:\s+[a-z]+)?"
    r"|\bto\s+(?!the\b|a\b|an\b|his\b|her\b|their\b|its\b|this\b|that\b)(?:be\s+)?[a-z]+"
    r"|\bdue\s+(?:on|in|by|at)\b|\b(?:is|are|runs?|lasts?|continues?)\s+(?:on|from|until|till|through)\b"
    r"|\bahead\s+of\b|\bupcoming\b|\bin\s+advance\s+of\b|\bdeadline\b"
    # The present of what stands in a calendar: "voters go to the polls on Sunday", "is meeting".
    r"|(?<!not )(?<!n['’]t )\b(?:go|goes|heads?)\s+to\s+the\s+polls\b"
    r"|(?<!not )(?<!n['’]t )\btakes?\s+(?:effect|place|office)\b|\bcomes\s+into\s+force\b"
    r"|\b(?:meets|opens|begins|starts|resumes|ends|closes|expires|hears|hosts|holds|leaves|arrives"
    r"|departs|travels|flies|returns|convenes|reopens|kicks\s+off|gets\s+under\s+way|falls\s+due)\b"
    r"|(?<!not )(?<!n['’]t )\b(?:resume|begin|convene|reopen|expire)\b"
    r"|\b(?:is|are)\s+(?:meeting|holding|hosting|voting|travell?ing|visiting|leaving|returning"
    r"|arriving|speaking|flying|heading|starting|opening|closing|ending|resuming)\b"
)
_IRREGULAR = (
    "was", "were", "had", "did", "said", "told", "met", "went", "came", "took", "gave", "made",
    "held", "began", "became", "saw", "got", "left", "found", "sent", "led", "ran", "won", "lost",
    "brought", "bought", "built", "caught", "chose", "drew", "drove", "fell", "felt", "flew",
    "fought", "grew", "heard", "kept", "knew", "laid", "meant", "paid", "rose", "sat", "sold",
    "shot", "showed", "shown", "signed", "spoke", "spent", "stood", "struck", "taught", "thought",
    "threw", "wrote", "broke", "hit", "cut", "shut", "put",
)  # fmt: skip
_ENGLISH_PAST = rf"\b(?:(?:has|have|had)\s+)?(?:{'|'.join(_IRREGULAR)}|[a-z]{{2,20}}(?<!ne)ed)\b"
# "Is closed", "remains suspended": a state that holds now, not a past deed.
_ENGLISH_PRESENT = r"\b(?:is|are|remains?|stays?)\s+(?:[a-z]+(?:ed|en|ld)|shut)\b"

# For each language: cues forward, cues back, whether the cue follows the date (verb last).
_CUES: dict[str, tuple[str, str, bool]] = {
    "en": (_ENGLISH_FUTURE, _ENGLISH_PAST, False),
    "ja": (
        r"予定|見通し|見込み|見込む|方針|計画|だろう|であろう|でしょう|る見込|ることに(?:なる|し)|控え|目指|めど|調整し",
        r"[たっい]た(?=[。、」）\s]|$|と|が|こと|ため)|った|した|ました|だった|いた(?=。)|れた|明らかに",
        True,
    ),
    "ko": (
        r"예정|전망|계획|겠|것으로 보|일 것|하기로|앞두|방침|[을를할될갈올열릴] 것"
        r"|[해야돼어아]야 (?:한다|합니다|할)|주세요|십시오|촉구",
        r"[했었았였됐렸갔왔졌났혔쳤켰]|지난",
        True,
    ),
    "zh": (
        r"将|將|即将|即將|会在|會在|预计|預計|计划|計劃|拟|擬|打算|有望|定于|訂於|准备|準備|要(?=去|在)",
        r"了|已|曾|过(?!去)|過(?!去)|表示|说|說|称|稱|宣布|举行(?=的)",
        False,
    ),
    # The five below have only months by name: their cues choose the year.
    "de": (
        r"\b(?:wird|werden|soll(?:en)?|will|wollen|geplant|vorgesehen|voraussichtlich|bevorsteh\w*)\b",
        r"\b(?:war(?:en)?|wurden?|hat(?:te|ten)?|haben|sind|sagten?|erklärten?|teilten?|trafen?|kam(?:en)?"
        r"|begann(?:en)?|fand(?:en)?|gab|gestorben|getötet)\b",
        False,
    ),
    "fr": (
        r"\b(?:\w{2,15}(?:era|eront|ira|iront|dra|dront|tra|tront)|sera|seront|aura|auront|fera|feront|doit"
        r"|doivent|devrait|devraient|prévue?s?|va|vont)\b",
        r"\b(?:a|ont|avait|avaient|était|étaient|est\s\w+[éi]e?|sont\s\w+[éi]e?s)\b",
        False,
    ),
    "es": (
        r"\b\w{2,15}(?:ará|arán|erá|erán|irá|irán|drá|drán)\b|\b(?:prevén?|prevista?|previsto|va\sa|van\sa"
        r"|debe|deben|planea|planean)\b",
        r"\b(?:ha|han|había|habían|fue|fueron|era|eran|\w{2,15}(?:ó|aron|ieron))\b",
        False,
    ),
    "it": (
        r"\b\w{2,15}(?:erà|irà|eranno|iranno|drà|dranno|arà|aranno)\b|\b(?:previst[oaie]|dovrebber?o?|deve)\b",
        r"\b(?:ha|hanno|aveva|avevano|era|erano|fu|è\sstat[oaie]|sono\sstat[oaie])\b",
        False,
    ),
    "pt": (
        r"\b\w{2,15}(?:ará|arão|erá|erão|irá|irão)\b|\b(?:previst[oa]s?|vai|vão|deve|devem)\b",
        r"\b(?:foi|foram|era|eram|tinha|tinham|havia|\w{2,15}(?:ou|aram|eram|iram))\b",
        False,
    ),
}
_ROUGH = frozenset(("de", "fr", "es", "it", "pt"))
_SENTENCE_END = re.compile(
    r"(?<!\b\d)(?<!\b\d\d)[.!?]['\"”’)]*\s(?=[^\W\d_a-z])|[。！？]|\n|[.!?]$"
)
_COMPILED = {
    language: re.compile(f"(?P<future>{future})|(?P<past>{past})")
    for language, (future, past, _) in _CUES.items()
}
_NO_CUES = re.compile("(?!)")
_JOINED = re.compile(r"\b(?:and|but|then)\b")  # "met on 3 November and will meet again"
_CLAUSE = re.compile(r"[,;:，；：、]|\b(?:who|which|that|because|while|although)\b")


class Clauses:
    """The cues of a text, found once; asked for each date."""

    def __init__(self, text: str, language: str, bounds: Sequence[int] = ()) -> None:
        self._text = text
        self._language = language
        self.rough = language in _ROUGH  # its cues only decide between years
        self._verb_last = language in _CUES and _CUES[language][2]
        pattern = _COMPILED.get(language, _NO_CUES)
        if language == "en":
            text = re.sub(
                _ENGLISH_PRESENT,
                lambda m: "\x00" * len(m[0]) if m[0].split()[1] not in _FORWARD else m[0],
                text,
            )
        self._cues: list[tuple[int, int, Direction]] = [
            (m.start(), m.end(), "future" if m.lastgroup == "future" else "past")
            for m in pattern.finditer(text)
        ]
        ends = bounds or [m.end() for m in _SENTENCE_END.finditer(text)]
        self._ends = sorted(ends)
        self._starts = [start for start, _, _ in self._cues]

    def appointed(self, start: int, end: int) -> bool:
        """Whether a thing is put off, moved or appointed to the date at ``start:end``."""
        return appointed(self._text, start, end, self._language, *self._sentence(start, end))

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        at = bisect_right(self._ends, start)
        low = self._ends[at - 1] if at else 0
        high = self._ends[at] if at < len(self._ends) else len(self._text)
        return low, max(high, end)

    def direction(self, start: int, end: int) -> Direction:
        """Which way the clause around ``start:end`` looks."""
        low, high = self._sentence(start, end)
        best: tuple[float, Direction] | None = None
        index = bisect_right(self._starts, start)
        near = self._cues[max(0, index - 6) : index + 6]
        for cue_start, cue_end, way in near:
            if cue_start < low or cue_end > high:
                continue
            if start <= cue_start and cue_end <= end:
                return way  # in the words themselves: "ahead of Tuesday", 지난 13일
            before = cue_end <= start
            gap = self._text[cue_end:start] if before else self._text[end:cue_start]
            distance = float(len(gap)) + 25 * len(_CLAUSE.findall(gap))
            if not before and _JOINED.search(gap):
                distance += 25
            if before == self._verb_last:
                distance = distance * 1.5 + 12
            if best is None or distance < best[0]:
                best = (distance, way)
        return best[1] if best else "unknown"


_FORWARD = frozenset(
    ("set", "due", "scheduled", "expected", "slated", "planned", "poised", "projected", "supposed")
)
