"""Events of Spanish, French and German sentences, where no parse helps."""

from __future__ import annotations

import pytest

from tests.events.conftest import Mentions

TOLD = [
    ("es", "El presidente de Kenia acusó a Etiopía de enviar armas a los rebeldes del norte.",
     "ACCUSE", "KENGOV", "ETH"),
    ("es", "Kenia impuso el lunes nuevas sanciones contra Etiopía por los ataques en la frontera.",
     "SANCTION", "KEN", "ETH"),
    ("es", "Alemania y Francia firmaron en Madrid un tratado sobre la defensa del espacio aéreo.",
     "SUPPORT", "DEU", "FRA"),
    ("es", "México extraditó a Estados Unidos a once presuntos jefes de los cárteles de la droga.",
     "COOPERATE", "MEX", "USA"),
    ("fr", "Le gouvernement français a condamné le Mali après la fermeture de trois journaux.",
     "ACCUSE", "FRAGOV", "MLI"),
    ("fr", "Les ministres de la France et de l'Allemagne ont adopté des sanctions contre le Mali.",
     "SANCTION", "FRAGOV", "MLI"),
    ("fr", "Un bombardement russe sur un marché a fait onze morts en Ukraine, selon les secours.",
     "ASSAULT", "RUS", "UKR"),
    ("de", "Schweden hat am Dienstag zwei russische Diplomaten wegen Spionage ausgewiesen.",
     "SANCTION", "SWE", "RUS"),
    ("de", "Deutschland und die Türkei haben in Ankara ein Abkommen über die Häfen unterzeichnet.",
     "SUPPORT", "DEU", "TUR"),
    ("de", "Polen warf Russland am Freitag vor, die Leitung in der Ostsee beschädigt zu haben.",
     "ACCUSE", "POL", "RUS"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "action", "source", "target"), TOLD)
def test_who_does_what_to_whom(
    language: str, text: str, action: str, source: str, target: str, mentions: Mentions
) -> None:
    found = mentions(text, language=language)
    assert [(m.action, m.sources[0].code, m.targets[0].code[:3]) for m in found if m.targets] == [
        (action, source, target)
    ]


def test_what_is_asked_for_is_not_told(mentions: Mentions) -> None:
    found = mentions(
        "Le président ukrainien a appelé les États-Unis à imposer de nouvelles sanctions contre "
        "la Russie.",
        language="fr",
    )
    assert [(m.action, m.targets[0].code) for m in found] == [("REQUEST", "USA")]


def test_a_second_verb_has_not_the_first_ones_object(mentions: Mentions) -> None:
    found = mentions(
        "El presidente de Ucrania acusó a Rusia de atacar a civiles y pidió a los aliados más "
        "sistemas de defensa aérea.",
        language="es",
    )
    assert [m.action for m in found] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("es", "Estados Unidos impondrá sanciones contra Irán a partir de mayo.", "planned"),
        ("de", "Deutschland will der Ukraine bis Ende April Panzer liefern.", "planned"),
        ("es", "El Gobierno de Chile no condenó a Bolivia por el cierre de la frontera.", "denied"),
    ],
)
def test_plans_and_denials_are_no_deeds(
    language: str, text: str, status: str, mentions: Mentions
) -> None:
    assert [m.status for m in mentions(text, language=language)] == [status]


def test_quoted_words_tell_nothing(mentions: Mentions) -> None:
    found = mentions(
        "El ministro francés habló en París: «Alemania atacó a Francia dos veces en un siglo».",
        language="es",
    )
    assert not [m for m in found if m.action == "ASSAULT"]
