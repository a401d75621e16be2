"""Clips read by OpenCV: what comes out of the given one, of others, and of what is no clip.

They need the extra `film` and the model. `FILM_MODEL` names the model's file; where either is
missing they skip and say so, or fail where `FILM_MUST` is set: no such run leaves them out unseen.
"""

import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from hingecli.clips.model import model_path
from motion.film.given import FOLDER
from motion.film.test_given import SIX

if sys.platform == "win32":
    pytest.skip("Windows tells no time and memory of a child", allow_module_level=True)

import resource

pytestmark = pytest.mark.deep

CLIP = FOLDER / "clip.mp4"
MODEL = os.environ.get("FILM_MODEL", "")
MUST = bool(os.environ.get("FILM_MUST"))
PATIENCE_S = 60
Picture = Any


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the model; without it or the extra the tests skip, or fail if they must run."""
    missing = "the extra film is not installed" if find_spec("cv2") is None else ""
    if not missing and not Path(MODEL).is_file():
        missing = "FILM_MODEL names no model"
    if missing and MUST:
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    folder = tmp_path_factory.mktemp("film") / "home"
    path = model_path(folder)
    path.parent.mkdir(parents=True)
    shutil.copy(MODEL, path)
    return folder


def run(home: Path, *words: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*before, sys.executable, "-m", "hingecli", "film", *words],
        env=environment(home),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def environment(home: Path) -> dict[str, str]:
    return os.environ | {"HINGE_HOME": str(home), "HINGE_NOW": "2026-11-23T07:30:00+01:00"}


def told(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def faults(answer: dict[str, Any]) -> list[list[str]]:
    return [[one["mistake"] for one in rep["findings"]] for rep in answer["reps"]]


def pictures(first: int = 0, last: int | None = None, step: int = 1) -> Iterator[Picture]:
    """Return frames of the given clip."""
    import cv2

    capture = cv2.VideoCapture(str(CLIP))
    n = 0
    while capture.grab() and (last is None or n < last):
        if n >= first and (n - first) % step == 0:
            yield capture.retrieve()[1]
        n += 1
    capture.release()


def written(path: Path, frames: Iterator[Picture], *, fps: float = 30.0) -> str:
    import cv2

    writer: Any = None
    for picture in frames:
        if writer is None:
            high, wide = picture.shape[:2]
            code = cv2.VideoWriter_fourcc(*"mp4v")  # type: ignore[attr-defined,unused-ignore]
            writer = cv2.VideoWriter(str(path), code, fps, (wide, high))
        writer.write(picture)
    writer.release()
    return str(path)


def test_the_given_clip_is_read_within_its_cost_and_its_truth(home: Path, tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)

    done = run(home, str(CLIP), "--drill", "rdl", "--json", "--still", str(tmp_path / "stills"))

    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    answer = told(done)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    said = f"{cpu / answer['seconds']:.2f} CPU s per second of clip, {after.ru_maxrss >> 10} MB"
    sys.stdout.write(f"{said}\n")
    assert faults(answer) == SIX
    assert cpu <= 1.5 * answer["seconds"] + 5  # and the start and the second reading for stills
    assert after.ru_maxrss <= 250 * 1024
    assert done.stderr == f"Pictures: {tmp_path / 'stills'}\n"
    assert len(list((tmp_path / "stills").iterdir())) == 6
    assert sorted(path.name for path in home.iterdir()) == ["models"]


def test_the_clip_mirrored_at_ten_a_second_is_the_same(home: Path, tmp_path: Path) -> None:
    import cv2

    path = written(tmp_path / "left.mp4", (cv2.flip(p, 1) for p in pictures(180, 400, 3)), fps=10.0)

    answer = told(run(home, path, "--drill", "rdl", "--json"))

    assert answer["facing"] == "left"
    assert faults(answer) == [["knees-forward"], []]


def test_a_4k_clip_is_read(home: Path, tmp_path: Path) -> None:
    import cv2

    large = (cv2.resize(p, (3840, 2880)) for p in pictures(0, 110, 2))
    path = written(tmp_path / "4k.mp4", large, fps=15.0)

    assert faults(told(run(home, path, "--drill", "rdl", "--json"))) == [[]]


def test_a_clip_that_says_which_way_is_up_is_turned(home: Path, tmp_path: Path) -> None:
    import cv2

    lying = (cv2.rotate(p, cv2.ROTATE_90_COUNTERCLOCKWISE) for p in pictures(0, 110))
    path = Path(written(tmp_path / "phone.mp4", lying))
    raw = bytearray(path.read_bytes())
    at = raw.index(b"tkhd") + 44  # where the track's matrix stands
    turn = (0, 1, 0, -1, 0, 0, 0, 0, 0x4000)
    raw[at : at + 36] = struct.pack(">9i", *(number << 16 for number in turn))
    path.write_bytes(raw)

    assert faults(told(run(home, str(path), "--drill", "rdl", "--json"))) == [[]]


def test_no_socket_is_opened(home: Path, tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    path = written(tmp_path / "part.mp4", pictures(0, 110))
    calls = tmp_path / "calls"

    done = run(
        home, path, "--drill", "rdl", "--json",
        before=("strace", "-f", "-qq", "-e", "trace=%network", "-o", str(calls)),
    )  # fmt: skip

    assert len(told(done)["reps"]) == 1
    assert "socket(" not in calls.read_text("utf-8")
    assert "connect(" not in calls.read_text("utf-8")


def _dark(_: Path) -> Iterator[Picture]:
    return ((picture * 0.03).astype("uint8") for picture in pictures(0, 45))


def _grey(_: Path) -> Iterator[Picture]:
    return (picture * 0 + 128 for picture in pictures(0, 45))


def _noise(_: Path) -> Iterator[Picture]:
    import numpy as np

    luck = np.random.default_rng(1)
    return (luck.integers(0, 255, (240, 320, 3), dtype=np.uint8) for _ in range(66))


def _still(_: Path) -> Iterator[Picture]:
    first = next(pictures())
    return (first for _ in range(90))


def _lying(_: Path) -> Iterator[Picture]:
    import cv2

    return (cv2.rotate(picture, cv2.ROTATE_90_CLOCKWISE) for picture in pictures(0, 130))


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_dark, "is too dark"),
        (_grey, "nobody can be seen"),
        (_noise, "nobody can be seen"),
        (_still, "no hinge can be seen"),
        (_lying, "lies on its side"),
    ],
)
def test_what_shows_no_hinge_is_told(
    home: Path, tmp_path: Path, make: Callable[[Path], Iterator[Picture]], sentence: str
) -> None:
    path = written(tmp_path / "bad.mp4", make(tmp_path))

    done = run(home, path)

    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""
    assert sorted(found.name for found in home.iterdir()) == ["models"]


@pytest.mark.parametrize("kind", ["random", "sound in a film's box", "claims too much"])
def test_what_is_no_clip_is_told_without_a_librarys_word(
    home: Path, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "bad.mp4"
    if kind == "random":
        path.write_bytes(bytes(range(256)) * 80)
    elif kind == "claims too much":
        raw = bytearray(CLIP.read_bytes())
        at = raw.index(b"hdlr")
        raw[at : at + 400] = bytes(400)
        path.write_bytes(raw)
    else:
        path.write_bytes(b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x08moov")

    done = run(home, str(path))

    assert done.returncode == 2
    assert "bad.mp4 has no pictures that can be read" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_long_clip_needs_a_part(home: Path, tmp_path: Path) -> None:
    import cv2

    tiny = [cv2.resize(picture, (160, 120)) for picture in pictures(0, 110, 10)]
    path = written(tmp_path / "long.mp4", iter(tiny * 30), fps=2.5)

    assert "longer than 120 s. Add --from" in run(home, path).stderr
    assert "choose a part" in run(home, path, "--from", "1", "--to", "2:10").stderr
    assert "no picture from --from" in run(home, path, "--from", "500").stderr


def test_a_part_of_a_clip_is_read_from_where_it_begins(home: Path) -> None:
    answer = told(run(home, str(CLIP), "--drill", "rdl", "--from", "6.5", "--to", "9.7", "--json"))

    assert [round(rep["at"]) for rep in answer["reps"]] == [8]
    assert faults(answer) == [["knees-forward"]]


def test_a_model_that_changed_is_never_run(home: Path, tmp_path: Path) -> None:
    other = tmp_path / "home"
    path = model_path(other)
    path.parent.mkdir(parents=True)
    raw = bytearray(model_path(home).read_bytes())
    raw[1000] ^= 1
    path.write_bytes(raw)

    done = run(other, str(CLIP))

    assert done.returncode == 2
    assert "it was not run. Type: hinge film --get-model" in done.stderr


def until_it_reads(child: "subprocess.Popen[str]") -> None:
    """Wait until the program reads the clip: by what it has loaded, where the system tells that."""
    loaded = Path(f"/proc/{child.pid}/maps")
    until = time.monotonic() + PATIENCE_S
    while loaded.exists() and "cv2" not in loaded.read_text() and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1 if loaded.exists() else 4)


def test_ctrl_c_leaves_nothing_behind(home: Path, tmp_path: Path) -> None:
    stills = tmp_path / "stills"
    child = subprocess.Popen(
        [sys.executable, "-m", "hingecli", "film", str(CLIP), "--log", "--still", str(stills)],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until_it_reads(child)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=PATIENCE_S)

    assert (child.returncode, out) == (130, "")
    assert err == "hinge: stopped; nothing was saved.\n"
    assert not stills.exists()
    assert sorted(path.name for path in home.iterdir()) == ["models"]
