from __future__ import annotations

import pytest

from dateline.expect import find_expectations
from tests.expect.samples import days, expected, read


@pytest.mark.parametrize(
    ("text", "kind", "due"),
    [
        ("Kenyan President William Ruto is set to visit Paris on Thursday.",
         "scheduled", ("2026-01-15", "2026-01-16")),
        ("The two governments plan to publish a joint report by January 31.",
         "intended", (None, "2026-02-01")),
        ("Parliament will vote on the treaty next week, its speaker said on Monday.",
         "scheduled", ("2026-01-19", "2026-01-26")),
        ("Ethiopia is expected to raise its exports of power in July.",
         "predicted", ("2026-07-01", "2026-08-01")),
        ("The defence minister may announce a troop withdrawal on Friday.",
         "possible", ("2026-01-16", "2026-01-17")),
        ("The summit opens on Wednesday in Nairobi.",
         "scheduled", ("2026-01-14", "2026-01-15")),
        ("The hearing is scheduled for February 3.",
         "scheduled", ("2026-02-03", "2026-02-04")),
        ("The central bank of Kenya expects inflation to slow in 2027.",
         "predicted", ("2027-01-01", "2028-01-01")),
        ("Party leaders met on Sunday ahead of the Feb. 8 general election.",
         "scheduled", ("2026-02-08", "2026-02-09")),
        ("The vote was postponed to next Monday.",
         "scheduled", ("2026-01-19", "2026-01-20")),
        ("Officials said the leaders may announce a joint search of the old mine.",
         "possible", (None, None)),
        ("The government has agreed to a ceasefire with the rebels.", "intended", (None, None)),
        ("A meeting of finance ministers is planned for Thursday.",
         "intended", ("2026-01-15", "2026-01-16")),
        ("The ban comes into force on February 1.",
         "scheduled", ("2026-02-01", "2026-02-02")),
        ("The committee has until Friday to respond.",
         "scheduled", (None, "2026-01-17")),
        ("The two ministers agreed a spending target of 5% by 2035.",
         "intended", (None, "2036-01-01")),
        ("Severe storms could hit the coast.", "possible", (None, None)),
        ("Floods are possible in the valley.", "possible", (None, None)),
        ("The ruling is expected within weeks.", "predicted", (None, None)),
        ("The army is about to launch an offensive.", "scheduled", (None, None)),
        ("Under the plan, 3,000 troops would be sent to the border.", "predicted", (None, None)),
        ("The deal, if approved, would create the largest copper miner of Africa.",
         "predicted", (None, None)),
        ("Ruto says he may leave the party if he loses the vote.", "possible", (None, None)),
        ("Turkey said it would host another round of talks in March.",
         "predicted", ("2026-03-01", "2026-04-01")),
        ("The rules will take effect on March 1.", "scheduled", ("2026-03-01", "2026-03-02")),
        ("The government will allow exports of sugar.", "intended", (None, None)),
        ("The carmaker will recall 500 vans.", "predicted", (None, None)),
        ("Airlines will have to fly around the closed region.", "scheduled", (None, None)),
        ("The airline hopes to open the route on March 1.",
         "intended", ("2026-03-01", "2026-03-02")),
        ("Norway's largest bank is in talks to buy a rival.", "possible", (None, None)),
        ("The chain sells tea in Kenya, with plans to enter Uganda.", "intended", (None, None)),
        ("Ministers prepared Ruto's planned visit to Beijing.", "scheduled", (None, None)),
        ("January 16: The central bank publishes its survey.",
         "scheduled", ("2026-01-16", "2026-01-17")),
        ("The growth of Kenya is expected to be the highest of the region.",
         "predicted", (None, None)),
        ("Ruto marched to parliament, where a vote will be held on Thursday.",
         "scheduled", ("2026-01-15", "2026-01-16")),
        ("The shop said the damage was great but the store would be rebuilt.",
         "predicted", (None, None)),
        # A bare day under a verb that looks forward is the next one.
        ("The Kenyan force will take over from the French on January 5.",
         "scheduled", ("2027-01-05", "2027-01-06")),
        ("The railway launches its night train in Norway on Friday.",
         "scheduled", ("2026-01-16", "2026-01-17")),
        ("Teachers start a strike today.", "scheduled", ("2026-01-12", "2026-01-13")),
        ("The vote is on Thursday.", "scheduled", ("2026-01-15", "2026-01-16")),
        # A state that a report foretells of a thing it names.
        ("The new mission will have 900 police officers.", "predicted", (None, None)),
        ("Some 300 Norwegian troops will remain in the country.", "intended", (None, None)),
        ("Walkouts are planned in hospitals and schools.", "intended", (None, None)),
        ("Neither Kenya nor Ethiopia expects a breakthrough.", "predicted", (None, None)),
        ("Kenya's president wrote that he was preparing to fly to Paris.",
         "intended", (None, None)),
        ("A court rejected the request, ruling that the trial would begin on January 20.",
         "predicted", ("2026-01-20", "2026-01-21")),
        ("Bank forecasts suggest a rise of prices by the end of 2027.",
         "predicted", (None, "2028-01-01")),
        ("The judge ordered the mayor of Oslo to appear on March 3.",
         "scheduled", ("2026-03-03", "2026-03-04")),
        ("The army said more aid could be released later.", "possible", (None, None)),
        ("The mayor of Oslo said he had decided to appeal.", "intended", (None, None)),
        ("The two firms are moving to one building on January 20.",
         "scheduled", ("2026-01-20", "2026-01-21")),
        ("The central bank of Kenya projects inflation to be at 12%.", "predicted", (None, None)),
        ("\"We expect the storm to weaken,\" one of them added.", "predicted", (None, None)),
        # Somebody's own doing is intended, what comes about is predicted.
        ("Norway will buy four frigates.", "intended", (None, None)),
        ("Heavy rain will spread over the north.", "predicted", (None, None)),
        ("The minister said he would resign.", "intended", (None, None)),
    ],
)  # fmt: skip
def test_english_looks_forward(text: str, kind: str, due: tuple[str | None, str | None]) -> None:
    (item,) = expected(text)
    assert (item.kind, days(item)) == (kind, due)
    assert item.statement == text


@pytest.mark.parametrize(
    ("text", "language", "kind", "due"),
    [
        ("高市早苗首相は20日、パリでフランスの大統領と会談する予定だ。", "ja",
         "scheduled", ("2026-01-20", "2026-01-21")),
        ("政府は3月に新しい計画を公表する方針だ。", "ja",
         "intended", ("2026-03-01", "2026-04-01")),
        ("景気は今年後半に回復する見通しだ。", "ja", "predicted", None),
        ("이재명 대통령은 20일 베이징을 방문할 예정이라고 대통령실이 12일 밝혔다.", "ko",
         "scheduled", ("2026-01-20", "2026-01-21")),
        ("정부는 3월에 새 법안을 발표할 계획이다.", "ko",
         "intended", ("2026-03-01", "2026-04-01")),
        ("수출은 올해 감소할 것으로 예상된다.", "ko", "predicted", ("2026-01-01", "2027-01-01")),
        ("肯尼亚总统将于20日访问北京。", "zh", "scheduled", ("2026-01-20", "2026-01-21")),
        ("本报东京1月12日电 韩国总统李在明将于20日前往日本奈良。", "zh",
         "scheduled", ("2026-01-20", "2026-01-21")),
        ("两国计划在3月签署协议。", "zh", "intended", ("2026-03-01", "2026-04-01")),
        ("外交部长预计下周访问巴黎。", "zh", "predicted", ("2026-01-19", "2026-01-26")),
    ],
)  # fmt: skip
def test_other_languages_look_forward(
    text: str, language: str, kind: str, due: tuple[str, str] | None
) -> None:
    (item,) = expected(text, language=language)
    assert item.kind == kind
    if due is not None:
        assert days(item) == due


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Will the rebels accept the offer?", "en"),
        ("The opposition urged the minister to say whether the army will withdraw.", "en"),
        ("A trade deal between the two would be significant for chip makers.", "en"),
        ("The neighbours hope to protect a delicate improvement in ties.", "en"),
        ("Lee met Xi Jinping in Beijing last week and praised the food.", "en"),
        ("You should book early, because the flights will need a permit.", "en"),
        ("Poor people are more likely to leave their homes after a flood.", "en"),
        ("Members are usually expected to pay their fees.", "en"),
        ("The talks were originally scheduled to start in May.", "en"),
        ("The new name of the plan may confuse some of its users.", "en"),
        ("The ministry has not indicated that it will reopen the road.", "en"),
        ("There is no sign that the dispute will end.", "en"),
        ("Arguments will not bring back the hostages.", "en"),
        ("The new plants, she hopes, will create jobs.", "en"),
        ("No state shall return a refugee to such a place.", "en"),
        ("While on the campaign trail, Ruto said he would fight the tax.", "en"),
        ("The minister may be hiding something.", "en"),
        ("Anger is not to be underestimated.", "en"),
        ("She was voted most likely to succeed.", "en"),
        ("“When we raise wages, they will spend more,” Ruto said.", "en"),
        ("People will always complain about taxes.", "en"),
        ("An attack on one will be considered an attack on all.", "en"),
        ("He told her: \"We are going to have a party.\"", "en"),
        ("She would rather vote for the mayor, she said.", "en"),
        ("“Do we trust a candidate who is going to raise taxes?”", "en"),
        ("Given that families will not use it, the name is odd.", "en"),
        ("The troops would have left earlier.", "en"),
        ("If convicted, he could face ten years in prison.", "en"),
        ("Lawyers say that he would be unlikely to go to prison.", "en"),
        ("After the quarrel she decided to return to the coast.", "en"),
        ("The council decided to renew the mandate for a year.", "en"),
        ("Norway is no longer committed to the treaty.", "en"),
        ("Writers Will Hansen and Eva Berg contributed to this report.", "en"),
        ("The law bars acts that could harm the state.", "en"),
        ("Sign up for our newsletter: we will send it every morning.", "en"),
        ("両首脳は12日、奈良市で会談した。", "ja"),
        ("昨年の会談は4月に行われる予定だったが、中止された。", "ja"),
        ("정부는 지난해 도로를 건설했다.", "ko"),
        ("당초 지난주 발표할 예정이었지만 취소됐다.", "ko"),
        ("两国签署协议，将输电线路的送电量增加一倍。", "zh"),
        ("日本希望拉近与韩国的距离。", "zh"),
    ],
)  # fmt: skip
def test_wishes_habits_questions_and_the_past_are_none(text: str, language: str) -> None:
    assert expected(text, language=language) == []


def test_the_statement_stands_alone() -> None:
    (item,) = expected("NAIROBI (Harbour Post) — Kenya will sign the contract in March.")
    assert item.statement == "Kenya will sign the contract in March."
    (item,) = expected("Meanwhile, Kenya will sign the contract in March.")
    assert item.statement == "Kenya will sign the contract in March."
    (item,) = expected("【東京】高市早苗首相は20日、パリを訪問する予定だ。", language="ja")
    assert item.statement.startswith("高市早苗首相は20日")


def test_who_expects_what_and_how_sure() -> None:
    (item,) = expected(
        "Kenya will almost certainly sign the contract in March, if parliament agrees, "
        "President William Ruto said."
    )
    assert item.kind == "predicted"
    assert item.probability == (0.95, 0.99)
    assert "KEN" in item.subject
    assert item.action == "AGREE"
    report, _ = read(
        "Kenya will almost certainly sign the contract in March, if parliament agrees, "
        "President William Ruto said.",
        "2026-01-12",
    )
    assert item.condition is not None
    assert report.quote(item.condition) == "if parliament agrees"


def test_unlikely_is_low_on_the_scale() -> None:
    (item,) = expected("Ethiopia is unlikely to sign the contract in March.")
    assert item.probability == (0.20, 0.45)


def test_a_deed_and_a_new_intention_in_one_sentence() -> None:
    (item,) = expected(
        "両首脳は12日、奈良市で会談し、毎年相互に訪問することで合意した。", language="ja"
    )
    assert item.kind == "intended"
    assert not item.due.known  # the 12th is the day of the meeting


def test_the_same_report_gives_the_same_ids() -> None:
    report, reading = read("Kenya will sign the contract in March.", "2026-01-12")
    once, twice = find_expectations(report, reading), find_expectations(report, reading)
    assert once == twice
    assert once[0].id.startswith("exp_")


def test_a_sentence_of_junk_takes_no_time() -> None:
    junk = "will " * 3000 + "set to " * 3000
    assert expected(junk) is not None
