"""Tracks that other tools made: what is no track is told in one sentence that names the fault."""

import gzip
import json
from typing import Any

import pytest

from hingecli.errors import UsageError
from hingecli.motion.film import reading
from hingecli.motion.film.moments import read_moment, say_moment
from hingecli.motion.film.reading import read_track

MARK = [10.0, 20.0, -3.5, 0.9]


def written(**changes: Any) -> dict[str, Any]:
    """A track of two frames, one of them without anybody."""
    frames = [{"t": 0.0, "landmarks": [MARK] * 33}, {"t": 0.1, "landmarks": None}]
    return {"fps": 10, "width": 64, "height": 48, "frames": frames} | changes


def frame(**changes: Any) -> dict[str, Any]:
    return written(frames=[{"t": 0.0, "landmarks": [MARK] * 33} | changes])


def refused(raw: bytes) -> str:
    with pytest.raises(UsageError) as error:
        read_track(raw)
    return str(error.value)


def test_a_track_is_what_was_written() -> None:
    track = read_track(json.dumps(written()).encode())

    assert (track.fps, track.width, track.height) == (10, 64, 48)
    assert [frame.t for frame in track.frames] == [0.0, 0.1]
    assert track.frames[0].landmarks is not None
    assert track.frames[0].landmarks[32] == (10.0, 20.0, -3.5, 0.9)
    assert track.frames[1].landmarks is None


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "no clip and no pose track"),
        (b"hello", "no clip and no pose track"),
        (b"[" * 100_000, "no clip and no pose track"),
        (b"\xff\xfe{}", "no clip and no pose track"),
        (b"[1, 2]", "there is no list of frames"),
        (b'{"frames": 3}', "there is no list of frames"),
        (json.dumps(written(fps="30")).encode(), "fps should be a number"),
        (json.dumps(written(width=None)).encode(), "width should be a number"),
        (json.dumps(written(height=True)).encode(), "height should be a number"),
        (json.dumps(written(fps=0)).encode(), "fps is 0"),
        (json.dumps(written(width=-1)).encode(), "width is -1 px"),
        (json.dumps(written(height=1e9)).encode(), "height is 1e+09 px"),
        (json.dumps(written(frames=[])).encode(), "no frames"),
        (json.dumps(frame(landmarks=[[0.5, 1.02, -0.1, 0.9]] * 33)).encode(), "x times the width"),
        (json.dumps(written(frames=[1])).encode(), "frame 1: t and landmarks are needed"),
        (json.dumps(frame(t="now")).encode(), "frame 1: t should be seconds"),
        (json.dumps(frame(t=-1.0)).encode(), "frame 1: t is -1"),
        (json.dumps(written(frames=[*written()["frames"], 1])).encode(), "frame 3: t and"),
        (json.dumps(frame(landmarks=7)).encode(), "a list of 33, or null"),
        (json.dumps(frame(landmarks=[MARK] * 32)).encode(), "32 landmarks; a body has 33"),
        (json.dumps(frame(landmarks=[MARK] * 39)).encode(), "39 landmarks; a body has 33"),
        (json.dumps(frame(landmarks=[[1, 2, 3]] * 33)).encode(), "landmark 0 should be four"),
        (json.dumps(frame(landmarks=[[1, 2, 3, "x"]] * 33)).encode(), "landmark 0 should be"),
        (json.dumps(frame(landmarks=[[1, 2, 3, 1.5]] * 33)).encode(), "visibility is 1.5"),
        (json.dumps(frame(landmarks=[[1e12, 2, 3, 1]] * 33)).encode(), "landmark 0 is nowhere"),
        (json.dumps(frame(landmarks=[MARK] * 4 + [[float("nan")] * 4] * 29)).encode(),
         "landmark 4 should be four numbers"),
        (json.dumps(written(fps=float("nan"))).encode(), "fps should be a number"),
        (b'{"fps": 1e999, "width": 2, "height": 2, "frames": []}', "fps"),
        (json.dumps(written(fps=10**400)).encode(), "fps should be a number"),
        (json.dumps(written(frames=[{"t": 1.0, "landmarks": None}] * 2)).encode(),
         "frame 2: t is 1; seconds should grow"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(raw: bytes, words: str) -> None:
    sentence = refused(raw)

    assert words in sentence
    assert "\n" not in sentence


def test_a_fault_that_no_look_finds_is_refused_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "_shape_fault", lambda _: None)

    assert "no pose track that hinge can read" in refused(json.dumps(frame(t="now")).encode())


def test_a_packed_track_is_read_and_a_damaged_one_refused() -> None:
    packed = gzip.compress(json.dumps(written()).encode())

    assert len(read_track(packed).frames) == 2
    assert "ends too early" in refused(packed[:-12])
    assert "damaged" in refused(packed[:12] + b"\0\0\0\0" + packed[16:])


def test_a_track_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1000)

    assert "larger than" in refused(gzip.compress(b" " * 5000))
    assert "larger than" in refused(b" " * 1001)


@pytest.mark.parametrize(
    ("text", "seconds"), [("12", 12.0), ("12.5", 12.5), (" 1:05 ", 65.0), ("0", 0.0)]
)
def test_a_moment_is_seconds_or_minutes(text: str, seconds: float) -> None:
    assert read_moment(text) == seconds


@pytest.mark.parametrize("text", ["", "x", "-1", "1:", "1e3", "nan", "1:2:3"])
def test_what_is_no_moment_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="no moment"):
        read_moment(text)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.0, "0:00"), (8.13, "0:08"), (59.7, "1:00"), (65.0, "1:05")]
)
def test_a_moment_is_said_as_a_player_shows_it(seconds: float, said: str) -> None:
    assert say_moment(seconds) == said
