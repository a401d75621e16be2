"""What is heard: the bell at each turn, a voice that never holds up the pace."""

import importlib.util
import os
import shutil
import subprocess
import sys
import threading
import time
import wave
from pathlib import Path

import pytest

from cli.walkfakes import Fakes, make_block
from hingecli.cli.walk.parts import WalkStopped
from hingecli.cli.walk.sound import INSTALL_VOICE, Sounds, Voice, quiet_errors, system_voice
from hingecli.cli.walk.stages import walk_sets
from hingecli.errors import UsageError
from hingecli.motion.pacer import Cue

REP_S = 5.5


class Recorder:
    """A speaker that remembers, and may take its time."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.spoken: list[str] = []
        self._seconds = seconds

    def speak(self, text: str) -> None:
        time.sleep(self._seconds)
        self.spoken.append(text)


def test_the_bell_rings_at_each_turn_and_at_the_end_of_the_set() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=1, reps=10)])
    rung: list[float] = []
    fakes.walk.audio = Sounds(ring=lambda: rung.append(fakes.clock.now - 1000), voice=None)

    walk_sets(fakes.walk)

    turns = [at for rep in range(10) for at in (6 + rep * 5 + 4, 6 + rep * 5 + 5)]
    assert rung == pytest.approx([*turns, 56], abs=0.1)


def test_without_bell_and_voice_nothing_sounds(capfd: pytest.CaptureFixture[str]) -> None:
    quiet = Sounds(ring=None, voice=None)

    quiet.ring()
    quiet.say("nothing")
    quiet.cue(Cue(0.0, "rep", 1))

    assert tuple(capfd.readouterr()) == ("", "")


def test_a_slow_voice_never_waits_and_drops_old_counts() -> None:
    speaker = Recorder(seconds=0.2)
    voice = Voice(lambda: speaker)
    began = time.monotonic()

    for number in range(1, 21):
        voice.say(str(number), urgent=True)
    waited = time.monotonic() - began
    voice.close(5.0)

    assert waited < 0.15
    assert speaker.spoken[-1] == "20"
    assert len(speaker.spoken) <= 3


def test_a_sentence_that_waits_gives_way_to_the_count() -> None:
    speaker = Recorder()
    gate = threading.Event()

    def make() -> Recorder:
        gate.wait(5.0)
        return speaker

    voice = Voice(make)
    voice.say("Stand a foot from the wall. Cross your arms.")
    voice.say("5", urgent=True)
    gate.set()
    voice.close(5.0)

    assert speaker.spoken == ["5"]


@pytest.mark.parametrize(
    ("platform", "found", "told"),
    [
        ("linux", None, "no voice: espeak-ng is not installed"),
        ("linux", "/bin/espeak", "no voice: the speech of this system failed (RuntimeError)"),
        ("darwin", None, "no voice: the speech of this system failed (RuntimeError)"),
    ],
)
def test_an_engine_that_fails_is_told_in_our_words_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, platform: str, found: str | None, told: str
) -> None:
    def make() -> Recorder:
        raise RuntimeError("LIBRARY SAYS")

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(shutil, "which", lambda name: found)

    voice = Voice(make)
    voice.say("one")
    voice.close(5.0)

    assert voice.trouble == told


def test_without_the_extra_the_install_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyttsx3", None)

    with pytest.raises(UsageError) as error:
        system_voice()

    assert str(error.value).endswith(INSTALL_VOICE)
    assert INSTALL_VOICE.endswith(" -m pip install pyttsx3")


def test_errors_of_helpers_stay_off_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet_errors():
        os.write(2, b"sh: aplay: not found\n")
    os.write(2, b"heard\n")

    assert capfd.readouterr().err == "heard\n"


def spoken_in_a_set() -> list[str]:
    """Everything that is said from the set-up to the rest, nothing dropped."""
    fakes = Fakes([(1, "enter"), (70, "q")], blocks=[make_block(sets=2, reps=10)])
    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)
    counts = [str(cue.number) for _, cue in fakes.audio.cues if cue.signal in {"count", "rep"}]
    return [*fakes.audio.said, *counts]


def test_a_set_says_setup_counts_cue_five_left_and_rest() -> None:
    spoken = spoken_in_a_set()

    assert any("Stand a foot from the wall" in text for text in spoken)
    assert "Touch the wall with your hips." in spoken
    assert {"five left", "Rest 45 seconds", "10"} <= set(spoken)


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_each_count_of_a_set_is_spoken_within_its_rep(tmp_path: Path) -> None:
    for n, text in enumerate(spoken_in_a_set()):
        file = tmp_path / f"{n}.wav"
        subprocess.run(["espeak-ng", "-w", str(file), text], check=True)

        with wave.open(str(file)) as sound:
            seconds = sound.getnframes() / sound.getframerate()
        assert seconds > 0.1
        if text.isdigit():
            assert seconds < 1.0 < REP_S


@pytest.mark.skipif(
    importlib.util.find_spec("pyttsx3") is None or shutil.which("espeak-ng") is None,
    reason="the extra `voice` and espeak-ng are not installed",
)
def test_the_system_voice_speaks() -> None:
    with quiet_errors():
        voice = system_voice()
        voice.say("one")
        voice.close(10.0)

    assert voice.trouble == ""
