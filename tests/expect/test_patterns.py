"""German, French and Spanish sentences, which come without a parse."""

from __future__ import annotations

import pytest

from tests.expect.samples import days, expected


@pytest.mark.parametrize(
    ("text", "language", "kind", "due"),
    [
        ("Die Ministerin wird am Donnerstag in Paris erwartet.", "de",
         "predicted", ("2026-01-15", "2026-01-16")),
        ("Die Regierung will im Hafen von Mombasa 700 Millionen Euro investieren.", "de",
         "intended", (None, None)),
        ("Schon am Mittwoch soll dort der Grundstein gelegt werden.", "de",
         "scheduled", ("2026-01-14", "2026-01-15")),
        ("Die Fähre wird im nächsten Jahr mindestens 100.000 Gäste befördern.", "de",
         "scheduled", ("2027-01-01", "2028-01-01")),
        ("Die Preise dürften bis Ende des Jahres sinken.", "de",
         "predicted", (None, "2027-01-01")),
        ("Geplant ist ein Museum am alten Markt.", "de", "intended", (None, None)),
        ("Der Gipfel beginnt am 20. Januar in Wien.", "de",
         "scheduled", ("2026-01-20", "2026-01-21")),
        ("Bis 2032 könnte sich der Handel verdoppeln.", "de", "possible", (None, "2033-01-01")),
        ("Le président se rendra mardi à Berlin.", "fr",
         "scheduled", ("2026-01-13", "2026-01-14")),
        ("Les deux ministres vont se retrouver la semaine prochaine.", "fr",
         "scheduled", ("2026-01-19", "2026-01-26")),
        ("La croissance devrait ralentir cette année.", "fr",
         "predicted", ("2026-01-01", "2027-01-01")),
        ("Le groupe compte ouvrir une usine à Lyon.", "fr", "intended", (None, None)),
        ("El presidente viajará el jueves a Lima.", "es",
         "scheduled", ("2026-01-15", "2026-01-16")),
        ("El juez ha citado a declarar al alcalde para el próximo 29 de enero.", "es",
         "scheduled", ("2026-01-29", "2026-01-30")),
        ("Se espera que la inflación baje.", "es", "predicted", (None, None)),
    ],
)  # fmt: skip
def test_european_languages_look_forward(
    text: str, language: str, kind: str, due: tuple[str | None, str | None]
) -> None:
    (item,) = expected(text, language=language)
    assert (item.kind, days(item)) == (kind, due)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Waren werden nach Übersee verkauft.", "de"),
        ("Die Gelder sollen der Gruppe gedient haben.", "de"),
        ("Das lässt sich leicht prüfen.", "de"),
        ("Wenn es regnet, wird das Spiel ausfallen.", "de"),
        ("Ob die Partei antreten wird, ist offen.", "de"),
        ("Wer wird die Wahl gewinnen?", "de"),
        ("Die Bauern sollten mehr Bäume pflanzen.", "de"),
        ("Am Mittwoch tagte der Rat in Wien.", "de"),
        ("Le ministre a rencontré mardi son homologue.", "fr"),
        ("Si la pluie continue, le match sera annulé.", "fr"),
        ("Que fera le gouvernement ?", "fr"),
        ("L'opéra Bastille a rouvert ses portes.", "fr"),
        ("El alcalde dimitió el pasado lunes.", "es"),
        ("¿Quién ganará las elecciones?", "es"),
        ("La ministra está en Lima por la mañana.", "es"),
    ],
)  # fmt: skip
def test_the_past_the_supposed_and_the_asked_are_none(text: str, language: str) -> None:
    assert expected(text, language=language) == []


def test_how_sure_is_said_by_the_first_word_of_a_clause_that_spans() -> None:
    (item,) = expected("Die Bahn wird am Freitag die neue Strecke eröffnen.", language="de")
    assert (item.confidence, item.action) == ("wird", "eröffnen")


def test_a_last_weekday_is_no_day_to_come() -> None:
    (item,) = expected(
        "Nach dem Streit vom vergangenen Montag will die Partei neu wählen.", language="de"
    )
    assert not item.due.known


def test_words_said_over_and_over_are_no_sentence() -> None:
    assert expected("Die Bahn wird " + "soll wird " * 200 + "fahren.", language="de") == []
