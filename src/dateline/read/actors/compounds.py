"""States run together: 日韓, 한미일, 中美; "Sino-American"; and 米大統領, 미 국무장관."""

from __future__ import annotations

import re

from dateline.read.actors.draft import Draft, Page

_HAN_JA = {
    "日": "JPN", "米": "USA", "韓": "KOR", "中": "CHN", "朝": "PRK", "北": "PRK", "露": "RUS",
    "ロ": "RUS", "英": "GBR", "仏": "FRA", "独": "DEU", "伊": "ITA", "豪": "AUS", "印": "IND",
    "台": "TWN", "比": "PHL", "越": "VNM", "加": "CAN", "欧": "EU",
}  # fmt: skip
_HAN_ZH = {
    "中": "CHN", "美": "USA", "日": "JPN", "韩": "KOR", "韓": "KOR", "朝": "PRK", "俄": "RUS",
    "英": "GBR", "法": "FRA", "德": "DEU", "印": "IND", "巴": "PAK", "乌": "UKR", "烏": "UKR",
    "以": "ISR", "伊": "IRN", "菲": "PHL", "澳": "AUS", "越": "VNM", "加": "CAN", "欧": "EU",
    "歐": "EU", "台": "TWN", "泰": "THA", "柬": "KHM",
}  # fmt: skip
_HANGUL = {
    "한": "KOR", "미": "USA", "일": "JPN", "중": "CHN", "북": "PRK", "남": "KOR", "러": "RUS",
    "영": "GBR", "우": "UKR",
}  # fmt: skip
# What follows a run of states: without one of these 日中 is daytime and 中日 a ball club.
_AFTER_JA = (
    r"首脳|外相|外務|防衛|両|関係|会談|協議|貿易|安保|同盟|共同|間|合意|対話|対立|経済|条約|"
    r"協定|国交|共|豪|政府|戦争|軍|艦|摩擦|友好|国境|交渉|平和|領土|連携"
)
_AFTER_ZH = (
    r"关系|關係|首脑|两国|兩國|双方|元首|领导人|外长|防长|贸易|经贸|同盟|合作|会谈|峰会|战争|"
    r"冲突|之间|间|三国|三方|边境|双边|谈判|对话|协议|联合|友好|建交|高层|军事|停火|和谈|会晤"
)
_AFTER_KO = (
    r"\s?(?:정상|회담|관계|양국|동맹|외교|국방|안보|경제|무역|전쟁|협력|간|연합|공동|협의|통상|"
    r"대화|갈등|외무|당국|협상|3국|삼국|군사|조약|수교)"
)
# Runs so usual that a particle or a stop may follow. Not 日中 (daytime), 中日 (a ball club),
# 영남 (a region).
_USUAL = {
    "ja": (
        "日韓|日米|米中|米朝|日朝|日米韓|日中韓|米韓|中朝|米ロ|中ロ|露朝|日露",
        "[のがはでとにもを、]",
    ),
    "zh": (
        "中美|中日|中韩|美中|美日|韩美|美韩|日韩|中俄|俄乌|朝韩|日美|美俄|中欧|美欧|以巴|中印|印巴",
        "[，、在的]",
    ),
    "ko": (
        "한미|한일|한중|미중|미일|중일|한미일|한중일|북미|남북|북중|북러|한러|미러|중러|북중러",
        r"(?:[이은는과와을를의도](?![가-힣])|·|\s|$)",
    ),
}  # fmt: skip
# After these a run is of states even where other letters stand before it: 谈中美关系.
_SURE = "首脳会談|首脳|外相会談|関係|关系|關係|首脑|贸易|经贸|外长|同盟"
_ONE_JA = re.compile(
    r"(?<![一-龥ァ-ヶー])([米韓露英仏独伊豪印台比中])"
    r"(?=大統領|首相|国務長官|国防長官|外相|政府|軍|議会|紙|政権|側|高官|財務長官|商務長官|国防総省)"
)
_ONE_ZH = re.compile(
    r"(?<![一-龥])([美俄韩英法德以伊印乌日])(?=总统|首相|总理|国务卿|外长|防长|军|媒|政府|国会|方)"
)
_ONE_KO = re.compile(
    r"(?<![가-힣])([미일중러영북])"
    r"(?= (?:대통령|총리|국무장관|국방장관|정부|의회|상원|하원|외무상|방위상|외교부장))"
)
_PREFIXES = {
    "sino": "CHN", "russo": "RUS", "anglo": "GBR", "franco": "FRA", "indo": "IND", "nippo": "JPN",
    "turko": "TUR",
}  # fmt: skip
_PREFIX = re.compile(r"\b(" + "|".join(p.capitalize() for p in _PREFIXES) + r")(?=[-–][A-Z])")


def compounds(page: Page) -> list[Draft]:
    """Mentions of states in one-letter short forms, each letter its own mention."""
    text = page.text
    if page.language == "ja":
        return _runs(text, _HAN_JA, _AFTER_JA, "一-龥", "ja") + _ones(text, _ONE_JA, _HAN_JA)
    if page.language == "zh":
        return _runs(text, _HAN_ZH, _AFTER_ZH, "一-龥", "zh") + _ones(text, _ONE_ZH, _HAN_ZH)
    if page.language == "ko":
        return _runs(text, _HANGUL, _AFTER_KO, "가-힣", "ko") + _ones(text, _ONE_KO, _HANGUL)
    return [
        Draft(m.start(1), m.end(1), _PREFIXES[m.group(1).lower()], "adjective")
        for m in _PREFIX.finditer(text)
        if m.group(1) != "Indo" or not text.startswith("-Pacific", m.end(1))
    ]


def _runs(text: str, states: dict[str, str], after: str, script: str, language: str) -> list[Draft]:
    letters = "".join(states)
    run = rf"([{letters}](?:[・·]?[{letters}]){{1,3}})"
    usual, loose = _USUAL[language]
    pattern = re.compile(
        rf"(?<![{script}]){run}(?={after})|(?<![{script}])({usual})(?={loose})|{run}(?={_SURE})"
    )
    drafts = []
    for match in pattern.finditer(text):
        written = match.group()
        found = [(i, states[c]) for i, c in enumerate(written, match.start()) if c in states]
        if len({state for _, state in found}) == len(found):
            drafts += [Draft(i, i + 1, state, "abbreviation", 0.95) for i, state in found]
    return drafts


def _ones(text: str, pattern: re.Pattern[str], states: dict[str, str]) -> list[Draft]:
    return [
        Draft(m.start(1), m.end(1), states[m.group(1)], "abbreviation", 0.95)
        for m in pattern.finditer(text)
    ]
