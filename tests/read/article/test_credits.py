"""Datelines and credits in many languages."""

import pytest

from dateline.read.article import to_report
from tests.read.article.items import ARTICLE, page, text

REST = " and so the talks went on into the night, officials on both sides said."
END = "A second round of talks is to follow before the end of the month, they said."


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("NARA, Japan (Reuters) — The two met", "NARA, Japan", "Reuters"),
        ("WASHINGTON, Jan 13 (Reuters) - The two met", "WASHINGTON", "Reuters"),
        ("HONG KONG/TOKYO, Jan 13 (Reuters) - The two met", "HONG KONG/TOKYO", "Reuters"),
        ("Tokio (dpa) - Die beiden trafen sich", "Tokio", "dpa"),
        ("Madrid, 13 ene (EFE).- Los dos se vieron", "Madrid", "EFE"),
        ("Lisboa, 13 jan 2026 (Lusa) – Os dois", "Lisboa", "Lusa"),
        ("(ANSA) - ROMA, 13 GEN - I due", "ROMA", "ANSA"),
        ("SEOUL, Jan. 13 (Yonhap) -- The two met", "SEOUL", "Yonhap"),
        ("МОСКВА, 13 января. /ТАСС/. Они встретились", "МОСКВА", "ТАСС"),
        ("МОСКВА, 13 янв — РИА Новости. Они встретились", "МОСКВА", "РИА Новости"),
        ("SEOUL, South Korea — The two met", "SEOUL, South Korea", None),
        ("TOKYO (Lakeside Wire) — The two met", "TOKYO", "Lakeside Wire"),
        ("【ソウル聯合ニュース】二人は会った", "ソウル", "聯合ニュース"),
        ("（東京共同）二人は会った", "東京", "共同"),
        ("[東京　１３日　ロイター] - 二人は会った", "東京", "ロイター"),
        ("【1月13日 AFP】二人は会った", None, "AFP"),
        ("【奈良】二人は会った", "奈良", None),
        ("【ソウル＝山田太郎】二人は会った", "ソウル", None),
        ("(도쿄=연합뉴스) 두 사람은 만났다", "도쿄", "연합뉴스"),
        ("(서울=호수일보) 두 사람은 만났다", "서울", "호수일보"),
        ("新华社东京1月13日电（记者王五）两人会面", "东京", "新华社"),
        ("本报东京1月12日电 两人会面", "东京", None),
        ("（法新社東京13日電）兩人會面", "東京", "法新社"),
    ],
)
def test_datelines(opening: str, place: str | None, agency: str | None) -> None:
    report = to_report(text(f"{opening}{REST}\n\n{END}"))
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.agency) == (place, agency)
    assert opening.startswith(report.quote(report.dateline.span)[:3])
    assert [credit.outlet for credit in report.credits] == ([agency] if agency else [])


@pytest.mark.parametrize(
    "opening",
    [
        "In a turn that surprised many (Reuters was there), the two met",
        "U.S. President — the second in a year to come here — met the two",
        "【速報】二人は会った",
        "[단독] 두 사람은 만났다",
        "A meeting of the two (the first since May) went on",
        "Prime Minister Ann Lee (Labour) — met the two",
    ],
)
def test_what_is_no_dateline(opening: str) -> None:
    assert to_report(text(f"{opening}{REST}\n\n{END}")).dateline is None


@pytest.mark.parametrize(
    ("last", "outlet"),
    [
        ("二人は来月にも再び会う予定だと明らかにした。（共同）", "共同"),
        ("They are to meet again next month, both sides said. (AFP)", "AFP"),
        ("With reporting by Reuters", "Reuters"),
        ("Mit Material von dpa", "dpa"),
        ("Reuters", "Reuters"),
        ("(Lakeside Wire)", "Lakeside Wire"),
    ],
)
def test_closing_credits(last: str, outlet: str) -> None:
    report = to_report(text(f"The two met{REST}\n\n{END}\n\n{last}"))
    (credit,) = report.credits
    assert (credit.kind, credit.outlet) == ("line", outlet)
    assert report.quote(credit.span) == outlet


@pytest.mark.parametrize(
    "opening",
    [
        "The two met, as first reported by the Lake Courier,",
        "The two have met, the Lake Courier reported on Monday. There was singing",
        "The two have met, Lake Courier reports. There was singing",
    ],
)
def test_phrases(opening: str) -> None:
    report = to_report(text(f"{opening}{REST}\n\n{END}"))
    (credit,) = report.credits
    assert (credit.kind, credit.outlet) == ("phrase", "Lake Courier")


def test_an_agency_as_author_is_a_byline_credit() -> None:
    head = (
        '<title>Ministers settle</title><script type="application/ld+json">'
        '{"@type": "NewsArticle", "headline": "Ministers settle", "author": [{"name": "Reuters"}]}'
        "</script>"
    )
    report = to_report(page(f"<h1>Ministers settle</h1><article>{ARTICLE}</article>", head))
    assert report.authors == ("Reuters",)
    assert [(credit.kind, credit.outlet) for credit in report.credits] == [("byline", "Reuters")]


def test_the_outlet_does_not_credit_itself() -> None:
    report = to_report(
        text(f"TOKYO (Lakeside Wire) — Two met{REST}\n\n{END}", outlet="Lakeside Wire")
    )
    assert report.dateline is not None
    assert report.credits == ()
