"""Grouping and translated copies across languages, with the embedder that Dateline ships."""

import random

import pytest

from dateline.engines import pack
from dateline.engines.use import UseEmbedder
from dateline.group import Grouper, sketch
from dateline.group.copies import find_copies
from dateline.records import Block, Made, Reading, Report, Sentence, Span, Vector, content_id
from tests.group.samples import RETRIEVED

MADE = Made(stage="test", version=1)
BRIDGE = {
    "en": [
        "A bridge over the Sarn river collapsed on Tuesday morning, and 14 people died.",
        "Divers searched the water for a bus with 30 passengers that had fallen in.",
        "Engineers had warned two years ago that the steel cables were rusting.",
        "The transport minister offered his resignation in the evening.",
        "Schools in the city will stay closed until Friday.",
    ],
    "ja": [
        "火曜日の朝、サーン川に架かる橋が崩落し、14人が死亡した。",
        "潜水士たちは、川に転落した乗客30人のバスを捜索した。",
        "技術者らは2年前、鋼鉄のケーブルがさびていると警告していた。",
        "運輸大臣は夕方、辞任を申し出た。",
        "市内の学校は金曜日まで休校となる。",
    ],
    "ko": [
        "화요일 아침 사른강 다리가 무너져 14명이 숨졌다.",
        "잠수부들은 승객 30명을 태우고 물에 빠진 버스를 수색했다.",
        "기술자들은 2년 전 강철 케이블이 녹슬고 있다고 경고했다.",
        "교통부 장관은 저녁에 사의를 표명했다.",
        "시내 학교들은 금요일까지 휴교한다.",
    ],
    "zh": [
        "星期二上午，萨恩河上的一座大桥坍塌，造成14人死亡。",
        "潜水员在水中搜寻一辆坠河的载有30名乘客的公共汽车。",
        "工程师两年前就曾警告说，钢缆正在生锈。",
        "交通部长当晚提出辞职。",
        "该市学校将停课至星期五。",
    ],
}
HARVEST = {
    "en": [
        "Rice farmers in the delta expect the poorest harvest in 20 years.",
        "No rain has fallen since March, and the canals carry salt water.",
        "The government plans to import 300,000 tonnes from its neighbours.",
        "Prices at the markets have risen by a third.",
    ],
    "ja": [
        "デルタ地帯の米農家は、20年で最悪の不作を予想している。",
        "3月から雨が降らず、水路には塩水が流れ込んでいる。",
        "政府は近隣諸国から30万トンを輸入する計画だ。",
        "市場の価格は3分の1上昇した。",
    ],
    "ko": [
        "삼각주의 쌀 농가들은 20년 만에 최악의 흉작을 예상하고 있다.",
        "3월 이후 비가 내리지 않아 수로에 바닷물이 흘러들었다.",
        "정부는 이웃 나라에서 쌀 30만 톤을 수입할 계획이다.",
        "시장 가격은 3분의 1 올랐다.",
    ],
    "zh": [
        "三角洲的稻农预计今年将迎来20年来最差的收成。",
        "自3月以来没有下过雨，水渠里流的是咸水。",
        "政府计划从邻国进口30万吨大米。",
        "市场价格上涨了三分之一。",
    ],
}
# Another outlet's own report of the collapse: other facts, other order.
OWN_REPORT = [
    "서른 해 동안 강을 건너 출근하던 상인 박 씨는 굉음을 듣고 가게 밖으로 뛰쳐나왔다.",
    "그는 다리 한가운데가 먼저 꺼지고 난간이 종이처럼 접혔다고 말했다.",
    "사른강 다리 붕괴 현장에는 밤새 촛불을 든 시민들이 모였다.",
    "야당은 보수 예산을 깎은 책임을 물어 내각 총사퇴를 요구했다.",
    "유가족들은 체육관 바닥에 앉아 이름이 불리기를 기다렸다.",
]


@pytest.fixture(scope="module")
def embedder():
    engine = UseEmbedder()
    if engine.missing():
        pytest.skip(engine.missing())
    return engine


def read(sentences, language, hour, embedder):
    """Return the sketch of a report with vectors of its opening and of each sentence."""
    gap = " " if language in ("en", "ko") else ""
    text = gap.join(sentences)
    id = content_id("rep", language, text)
    spans, at = [], 0
    for sentence in sentences:
        span = Span(report=id, start=at, end=at + len(sentence))
        spans.append(Sentence(span=span, block=0))
        at = span.end + len(gap)
    rows = embedder.embed([gap.join(sentences[:3]), *sentences])
    vectors = [Vector(of="report", engine=embedder.name, values=pack(rows[0]))]
    vectors += [
        Vector(of="sentence", engine=embedder.name, values=pack(row), sentence=index)
        for index, row in enumerate(rows[1:])
    ]
    report = Report(
        id=id, key=id, text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        retrieved=RETRIEVED, published=RETRIEVED.replace(day=1, hour=hour), made=MADE,
        outlet=f"outlet {language} {hour}", language=language,
    )  # fmt: skip
    reading = Reading(
        report=id, language=language, made=MADE, sentences=tuple(spans), vectors=tuple(vectors)
    )
    return sketch(report, reading)


def test_an_article_in_four_languages_is_one_story_in_any_order(embedder):
    pool = {}
    for event, texts in enumerate((BRIDGE, HARVEST)):
        for hour, (language, sentences) in enumerate(texts.items()):
            one = read(sentences, language, hour, embedder)
            pool[one.id] = (one, event)
    gold = {id: event for id, (_, event) in pool.items()}
    for seed in range(6):
        order = [one for one, _ in pool.values()]
        random.Random(seed).shuffle(order)
        grouper, found = Grouper(), {}
        for one in order:
            for story in grouper.add(one).stories:
                if not story.merged_into:
                    found.update({member.report: story.id for member in story.members})
        assert len(set(found.values())) == 2
        assert len({(gold[id], story) for id, story in found.items()}) == 2


@pytest.mark.parametrize("language", ["ja", "ko", "zh"])
def test_a_translation_is_a_translated_copy_with_aligned_sentences(language, embedder):
    origin = read(BRIDGE["en"], "en", 0, embedder)
    copy = read(BRIDGE[language], language, 3, embedder)
    (edge,) = find_copies(copy, [origin])
    assert (edge.kind, edge.report, edge.of) == ("translated", copy.id, origin.id)
    assert len(edge.aligned) >= 4
    where = {one.span.start: at for at, one in enumerate(copy.sentences)}
    there = {one.span.start: at for at, one in enumerate(origin.sentences)}
    assert all(where[pair.here.start] == there[pair.there.start] for pair in edge.aligned)


@pytest.mark.parametrize("language", ["en", "ja", "zh"])
def test_an_own_report_in_another_language_is_no_translation(language, embedder):
    own = read(OWN_REPORT, "ko", 5, embedder)
    assert find_copies(own, [read(BRIDGE[language], language, 0, embedder)]) == ()


def test_translations_do_not_count_as_independent(embedder):
    grouper = Grouper()
    for hour, language in enumerate(("en", "ja", "zh")):
        decision = grouper.add(read(BRIDGE[language], language, hour, embedder))
    assert decision.stories[-1].independent == 1


def test_two_short_notices_of_one_announcement_are_no_translation(embedder):
    english = [
        "The visit of Marland's queen to Port Elm has been put off, the palace said on Monday.",
        "She has a broken ankle and will rest for three weeks.",
        "Port Elm wished her a quick recovery.",
    ]
    japanese = [
        "マーランドの女王のポートエルム訪問は延期されると、宮殿が月曜日に発表した。",
        "女王は足首を骨折し、3週間静養する。",
        "訪問は来月に改めて行われる見通しだ。",
    ]
    one, other = read(english, "en", 0, embedder), read(japanese, "ja", 2, embedder)
    assert find_copies(other, [one]) == ()
