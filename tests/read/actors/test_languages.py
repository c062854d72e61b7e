from __future__ import annotations

import pytest

from .conftest import Link


def test_japanese(link: Link) -> None:
    found = link(
        "高市早苗首相は韓国の李在明大統領と会談した。両首脳は日韓関係と日米韓の連携を確認した。"
        "高市氏は北朝鮮に触れ、李大統領は応じた。米大統領は歓迎した。",
        "ja",
    )
    assert found == [
        ("高市早苗", "p:sanae-takaichi", "full name"),
        ("韓国", "KOR", "full name"),
        ("李在明", "p:lee-jae-myung", "full name"),
        ("両首脳", "p:lee-jae-myung", "list"),
        ("両首脳", "p:sanae-takaichi", "list"),
        ("日", "JPN", "abbreviation"),
        ("韓", "KOR", "abbreviation"),
        ("日", "JPN", "abbreviation"),
        ("米", "USA", "abbreviation"),
        ("韓", "KOR", "abbreviation"),
        ("高市", "p:sanae-takaichi", "surname"),
        ("北朝鮮", "PRK", "full name"),
        ("李", "p:lee-jae-myung", "title"),
        ("米", "USA", "abbreviation"),
        ("大統領", "p:donald-trump", "role"),
    ]


def test_korean(link: Link) -> None:
    found = link(
        "이재명 대통령은 일본에서 다카이치 사나에 총리와 회담했다. 양 정상은 한일 관계를 논의했다. "
        "이 대통령은 북한을 언급했다. 미 국무장관은 환영했다.",
        "ko",
    )
    assert found == [
        ("이재명", "p:lee-jae-myung", "full name"),
        ("일본", "JPN", "full name"),
        ("다카이치 사나에", "p:sanae-takaichi", "full name"),
        ("양 정상", "p:lee-jae-myung", "list"),
        ("양 정상", "p:sanae-takaichi", "list"),
        ("한", "KOR", "abbreviation"),
        ("일", "JPN", "abbreviation"),
        ("이", "p:lee-jae-myung", "title"),
        ("북한", "PRK", "full name"),
        ("미", "USA", "abbreviation"),
        ("국무장관", "p:marco-rubio", "role"),
    ]


def test_chinese(link: Link) -> None:
    found = link("日本首相高市早苗会见韩国总统李在明。中方反对，特朗普谈中美关系。", "zh")
    assert [m[1] for m in found] == [
        "JPN",
        "p:sanae-takaichi",
        "KOR",
        "p:lee-jae-myung",
        "CHN",
        "p:donald-trump",
        "CHN",
        "USA",
    ]


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("ru", "Владимир Путин обсудил с Китаем дела КНДР.", ["p:vladimir-putin", "CHN", "PRK"]),
        ("fr", "Emmanuel Macron a vu la Corée du Sud à l'ONU.", ["p:emmanuel-macron", "KOR", "UN"]),
        ("es", "Estados Unidos y la Unión Europea negocian con Japón.", ["USA", "EU", "JPN"]),
        ("de", "Die Vereinigten Staaten und Südkorea üben mit der NATO.", ["USA", "KOR", "NATO"]),
        ("pt", "O Brasil e os Estados Unidos negociam.", ["BRA", "USA"]),
        ("ar", "التقى فلاديمير بوتين مع وفد من الصين", ["p:vladimir-putin", "CHN"]),
    ],
)  # fmt: skip
def test_other_languages(link: Link, language: str, text: str, actors: list[str]) -> None:
    assert [m[1] for m in link(text, language)] == actors


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "日中、気温が上がった。"),
        ("ja", "朝鮮半島の地図を見た。"),
        ("ja", "マリアとチリソース。"),
        ("ko", "그 수단은 좋다. 인도적 지원이다."),
        ("ko", "영남과 호남을 찾았다."),
        ("ja", "中日が勝った。"),
        ("ko", "한미약품이 신약을 냈다."),
        ("zh", "朝鲜半岛天气晴。"),
    ],
)
def test_words_that_only_look_like_states(link: Link, language: str, text: str) -> None:
    assert link(text, language) == []
