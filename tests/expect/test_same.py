from __future__ import annotations

from dateline.expect import find_expectations, merge, voices
from dateline.records import Copy, Made
from tests.expect.samples import days, desk, merged, read

VISIT = "Kenyan President William Ruto is set to visit Paris on Thursday for talks on debt."
AGAIN = "President William Ruto of Kenya will visit Paris this Thursday to discuss debt."
OTHER = "Kenyan President William Ruto is set to address parliament in Nairobi in March."


def test_one_expectation_from_many_reports() -> None:
    one, two = read(VISIT, "2026-01-12"), read(AGAIN, "2026-01-13", outlet="Valley Tribune")
    (item,) = merged(two, one)
    assert [span.report for span in item.spans] == [one[0].id, two[0].id]
    assert item.statement == VISIT


def test_the_id_is_that_of_the_first_report() -> None:
    one, two = read(VISIT, "2026-01-12"), read(AGAIN, "2026-01-13", outlet="Valley Tribune")
    assert merged(one)[0].id == merged(two, one)[0].id


def test_another_act_stays_apart() -> None:
    assert len(merged(read(VISIT, "2026-01-12"), read(OTHER, "2026-01-13"))) == 2


def test_one_expectation_across_four_languages() -> None:
    items = (
        read("Japanese Prime Minister Sanae Takaichi is set to meet South Korean President "
             "Lee Jae Myung in Nara on January 20.", "2026-01-12"),
        read("高市早苗首相は20日、奈良市で韓国の李在明大統領と会談する予定だ。", "2026-01-12", "ja",
             "Yamato Nichinichi"),
        read("이재명 대통령은 20일 일본 나라에서 다카이치 사나에 총리와 회담할 예정이다.",
             "2026-01-12", "ko", "Hangang Daily"),
        read("韩国总统李在明将于20日在奈良与日本首相高市早苗举行会谈。", "2026-01-12", "zh",
             "Jinghai Evening"),
    )  # fmt: skip
    (item,) = merged(*items)
    assert {span.report for span in item.spans} == {report.id for report, _ in items}


def test_a_later_date_supersedes_and_settles_the_old() -> None:
    first = read("The two governments will sign the power contract in Nairobi on January 20.",
                 "2026-01-12")  # fmt: skip
    moved = read("The two governments will sign the power contract in Nairobi on March 3.",
                 "2026-01-15", outlet="Valley Tribune")  # fmt: skip
    old, new = merged(first, moved)
    assert new.supersedes == old.id
    assert days(new) == ("2026-03-03", "2026-03-04")
    assert old.settled is not None
    assert old.settled.outcome == "postponed"
    assert old.settled.spans == new.spans


def test_a_copy_is_no_voice() -> None:
    one, two = read(VISIT, "2026-01-12"), read(AGAIN, "2026-01-13", outlet="Valley Tribune")
    (item,) = merged(one, two)
    assert voices(item, ()) == 2
    copy = Copy(report=two[0].id, of=one[0].id, kind="rewritten", share=0.9,
                made=Made(stage="group", version=1))  # fmt: skip
    assert voices(item, (copy,)) == 1


def test_every_year_is_not_on_tuesday() -> None:
    once = read("The two leaders will meet in Nara on Tuesday.", "2026-01-11")
    ever = read("The two leaders agreed to meet every year.", "2026-01-13", outlet="Valley Tribune")
    assert len(merged(once, ever)) == 2


def test_what_was_joined_before_keeps_its_id_and_stays_apart() -> None:
    one, two = read(VISIT, "2026-01-12"), read(AGAIN, "2026-01-13", outlet="Valley Tribune")
    _, _, meaning = desk(one, two)
    first, second = find_expectations(*one), find_expectations(*two)
    assert merge((), meaning, [*first, *second]) == (*first, *second)
    (item,) = merge(first, meaning, second)
    assert item.id == second[0].id


def test_one_visit_in_english_german_french_and_spanish() -> None:
    items = (
        read("Kenyan President William Ruto will visit Paris on January 20.", "2026-01-12"),
        read("Der kenianische Präsident William Ruto wird am 20. Januar Paris besuchen.",
             "2026-01-12", "de", "Rheinpost"),
        read("Le président kényan William Ruto se rendra à Paris le 20 janvier.",
             "2026-01-12", "fr", "Le Quai"),
        read("El presidente de Kenia, William Ruto, visitará París el 20 de enero.",
             "2026-01-12", "es", "El Faro"),
    )  # fmt: skip
    (item,) = merged(*items)
    assert {span.report for span in item.spans} == {report.id for report, _ in items}


def test_another_guest_is_another_meeting() -> None:
    one = read("Emmanuel Macron will meet Donald Trump in Paris on January 20.", "2026-01-12")
    same = read("Emmanuel Macron will meet Giorgia Meloni in Paris on January 20.", "2026-01-12",
                outlet="Valley Tribune")  # fmt: skip
    other = read("Le président Emmanuel Macron va rencontrer Giorgia Meloni à Paris le 20 janvier.",
                 "2026-01-12", "fr", "Le Quai")  # fmt: skip
    assert len(merged(one, same)) == 2
    assert len(merged(one, other)) == 2
    assert len(merged(same, other)) == 1


def test_a_summit_on_another_matter_stays_apart_across_languages() -> None:
    one = read("France will hold a summit on Ukraine on January 20.", "2026-01-12")
    other = read("La France va organiser un sommet sur le climat le 20 janvier.", "2026-01-12",
                 "fr", "Le Quai")  # fmt: skip
    assert len(merged(one, other)) == 2
