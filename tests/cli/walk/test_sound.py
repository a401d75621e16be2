"""What is heard: the bell at each turn, and a voice that never holds up the pace."""

import shutil
import subprocess
import sys
import threading
import time
import wave
from pathlib import Path

import pytest

from cli.walk.walkfakes import BEGIN_S, REP_S, Fakes, make_block
from hingecli.cli.walk.sound import Sounds, Voice
from hingecli.cli.walk.stages import walk_sets
from hingecli.cli.walk.voice import (
    PROGRAMS,
    OneByOne,
    PowerShell,
    SilentError,
    how_to_get,
    system_speakers,
)

PATIENCE_S = 60.0
"""Far more than anything needs, even where eight programs share a core."""

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="stand-ins are shell scripts")


class Recorder:
    """A speaker that remembers, and may take its time: until it is cut, at most."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.begun: list[str] = []
        self.spoken: list[str] = []
        self.was_cut = self.was_closed = False
        self._seconds = seconds
        self._quiet = threading.Event()

    def speak(self, text: str) -> None:
        self._quiet.clear()
        self.begun.append(text)
        self._quiet.wait(self._seconds)
        self.spoken.append(text)

    def cut(self) -> None:
        self.was_cut = True
        self._quiet.set()

    def close(self) -> None:
        self.was_closed = True

    def until_begun(self, text: str) -> None:
        """Wait until `text` is being spoken."""
        until = time.monotonic() + PATIENCE_S
        while text not in self.begun and time.monotonic() < until:
            time.sleep(0.001)
        assert text in self.begun


def test_the_bell_rings_at_each_turn_and_at_the_end_of_the_set() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=1, reps=10)])
    rung: list[float] = []
    fakes.walk.audio = Sounds(ring=lambda: rung.append(fakes.clock.now - 1000), voice=None)

    walk_sets(fakes.walk)

    ends = [BEGIN_S + rep * REP_S for rep in range(1, 11)]
    turns = [at for end in ends for at in (end - 1, end)]
    assert rung == pytest.approx([*turns, ends[-1]], abs=0.1)


def test_without_bell_and_voice_nothing_sounds(capfd: pytest.CaptureFixture[str]) -> None:
    quiet = Sounds(ring=None, voice=None)

    quiet.ring()
    quiet.say("nothing")
    quiet.mute(muted=True)

    assert quiet.speaks is None
    assert tuple(capfd.readouterr()) == ("", "")


def test_a_muted_voice_is_quiet_until_it_is_wanted_again() -> None:
    speaker = Recorder()
    voice = Voice([lambda: speaker])
    sounds = Sounds(ring=None, voice=voice)

    sounds.mute(muted=True)
    sounds.say("unheard")
    sounds.mute(muted=False)
    sounds.say("heard")
    voice.close(PATIENCE_S)

    assert speaker.spoken == ["heard"]


def test_a_slow_voice_never_waits_and_drops_old_counts() -> None:
    speaker = Recorder(seconds=PATIENCE_S)
    voice = Voice([lambda: speaker])
    voice.say("1", urgent=True)
    speaker.until_begun("1")

    for number in range(2, 21):
        voice.say(str(number), urgent=True)
    spoken_meanwhile = tuple(speaker.spoken)
    speaker.cut()
    speaker.until_begun("20")
    speaker.cut()
    voice.close(PATIENCE_S)

    assert spoken_meanwhile == ()
    assert speaker.spoken == ["1", "20"]
    assert speaker.was_closed


def test_a_sentence_that_is_spoken_or_waits_gives_way_to_the_count() -> None:
    speaker = Recorder(seconds=PATIENCE_S)
    voice = Voice([lambda: speaker])
    voice.say("Stand a foot from the wall. Cross your arms.")
    speaker.until_begun("Stand a foot from the wall.")

    voice.say("5", urgent=True)
    speaker.until_begun("5")
    speaker.cut()
    voice.close(PATIENCE_S)

    assert speaker.was_cut
    assert speaker.spoken == ["Stand a foot from the wall.", "5"]


class Mute:
    """A speaker that cannot."""

    def speak(self, text: str) -> None:
        raise SilentError

    def cut(self) -> None:
        pass

    def close(self) -> None:
        pass


def no_speaker() -> Mute:
    raise SilentError


def test_the_next_one_says_what_the_first_could_not() -> None:
    speaker = Recorder()
    voice = Voice([no_speaker, Mute, lambda: speaker])

    voice.say("one")
    voice.say("two")
    voice.close(PATIENCE_S)

    assert speaker.spoken == ["one", "two"]
    assert not voice.silent
    assert Sounds(ring=None, voice=voice).heard


def test_where_nothing_speaks_the_walk_goes_on_and_it_is_known() -> None:
    voice = Voice([no_speaker, Mute])

    voice.say("one")
    voice.close(PATIENCE_S)

    assert voice.silent
    assert not Sounds(ring=None, voice=voice).heard
    assert not Sounds(ring=None, voice=None).heard


def test_the_end_does_not_wait_for_a_long_sentence() -> None:
    speaker = Recorder(seconds=PATIENCE_S)
    voice = Voice([lambda: speaker])
    voice.say("A sentence without an end")
    speaker.until_begun("A sentence without an end")
    began = time.monotonic()

    voice.close(0.1)

    assert speaker.was_cut
    assert time.monotonic() - began < PATIENCE_S / 2


def stand_in(folder: Path, name: str, script: str) -> Path:
    """Put a program `name` into `folder` that stands in for one of the system's."""
    program = folder / name
    program.write_text(script)
    program.chmod(0o755)
    return program


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder of one's own the whole PATH, but for what a shell script needs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for needed in () if sys.platform == "win32" else ("cat", "sleep"):
        found = shutil.which(needed)
        assert found
        (folder / needed).symlink_to(found)
    monkeypatch.setenv("PATH", str(folder))
    return folder


def heard(path: Path) -> str:
    return (path / "heard").read_text()


def script(path: Path, *, reads: bool) -> str:
    text = "cat" if reads else ":"
    return f'#!/bin/sh\n{{ echo "words: $*"; {text}; echo; }} >> "{path}/heard"\n'


@posix_only
@pytest.mark.parametrize(
    ("platform", "name", "words", "reads"),
    [
        ("darwin", "say", "", True),
        ("linux", "espeak-ng", "-v en --stdin", True),
        ("linux", "espeak", "-v en --stdin", True),
        ("linux", "spd-say", "--wait --language en -- Set 2; $(rm) of 3.", False),
        ("freebsd14", "espeak-ng", "-v en --stdin", True),
    ],
)
def test_each_program_is_spoken_with_in_its_own_way(
    path: Path, platform: str, name: str, words: str, *, reads: bool
) -> None:
    stand_in(path, name, script(path, reads=reads))

    (make,) = system_speakers(platform)
    make().speak("Set 2; $(rm) of 3.")

    said = "Set 2; $(rm) of 3." if reads else ""
    assert heard(path).split("\n")[:2] == [f"words: {words}", said]


@posix_only
def test_the_best_program_comes_first(path: Path) -> None:
    for name in ("espeak-ng", "spd-say"):
        stand_in(path, name, script(path, reads=False))

    voice = Voice(system_speakers("linux"))
    voice.say("ten")
    voice.close(PATIENCE_S)

    assert heard(path).startswith("words: --wait --language en -- ten")


@posix_only
def test_a_program_that_fails_gives_the_word_to_the_next(path: Path) -> None:
    stand_in(path, "spd-say", "#!/bin/sh\nexit 1\n")
    stand_in(path, "espeak-ng", script(path, reads=True))

    voice = Voice(system_speakers("linux"))
    voice.say("ten")
    voice.close(PATIENCE_S)

    assert heard(path) == "words: -v en --stdin\nten\n"


@posix_only
def test_a_cut_ends_the_program_and_is_no_failure(path: Path) -> None:
    stand_in(path, "spd-say", f'#!/bin/sh\necho "$*" >> "{path}/heard"\nexec sleep 90\n')
    (make,) = system_speakers("linux")
    speaker = make()
    thread = threading.Thread(target=speaker.speak, args=("long",))
    began = time.monotonic()
    thread.start()
    (path / "heard").touch()
    while "long" not in heard(path) and time.monotonic() - began < PATIENCE_S:
        time.sleep(0.01)

    stand_in(path, "spd-say", f'#!/bin/sh\necho "$*" >> "{path}/heard"\n')
    speaker.cut()
    thread.join(PATIENCE_S)

    assert not thread.is_alive()
    assert heard(path).split("\n")[:2] == ["--wait --language en -- long", "--cancel"]


POWERSHELL = """#!{python}
import sys
with open({heard!r}, "w") as file:
    file.write(" ".join(sys.argv[1:5]) + "\\n")
    for line in sys.stdin:
        file.write(line)
        file.flush()
        print("spoken", flush=True)
"""


@posix_only
def test_windows_speaks_by_one_powershell_that_stays_open(path: Path) -> None:
    text = POWERSHELL.format(python=sys.executable, heard=str(path / "heard"))
    stand_in(path, "powershell", text)

    voice = Voice(system_speakers("win32"))
    voice.say("one. two.")
    voice.say("three")
    voice.close(PATIENCE_S)

    assert not voice.silent
    assert heard(path).split("\n")[:4] == [
        "-NoLogo -NoProfile -NonInteractive -Command",
        "one.",
        "two.",
        "three",
    ]


@posix_only
@pytest.mark.parametrize("script_text", ["#!/bin/sh\nexit 1\n", "#!/bin/sh\nread line\nexit 0\n"])
def test_a_powershell_that_cannot_speak_is_known(path: Path, script_text: str) -> None:
    stand_in(path, "powershell", script_text)

    voice = Voice(system_speakers("win32"))
    voice.say("one")
    voice.close(PATIENCE_S)

    assert voice.silent


def test_what_is_not_there_is_silent(path: Path) -> None:
    with pytest.raises(SilentError):
        OneByOne(PROGRAMS["darwin"][0]).speak("one")
    with pytest.raises(SilentError):
        PowerShell()


@pytest.mark.parametrize(
    ("platform", "told"),
    [("linux", "sudo apt install espeak-ng"), ("darwin", "say"), ("win32", "powershell")],
)
def test_without_a_voice_it_is_known_how_to_get_one(path: Path, platform: str, told: str) -> None:
    assert system_speakers(platform) == ()
    assert told in how_to_get(platform)


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_each_count_of_a_set_is_spoken_within_its_rep(tmp_path: Path) -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=2, reps=10)])
    walk_sets(fakes.walk)

    for n, text in enumerate(dict.fromkeys(fakes.audio.said)):
        file = tmp_path / f"{n}.wav"
        subprocess.run(["espeak-ng", "-w", str(file), text], check=True)

        with wave.open(str(file)) as sound:
            seconds = sound.getnframes() / sound.getframerate()
        assert seconds > 0.1
        if text.isdigit():
            assert seconds < 1.0 < REP_S


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("espeak-ng") is None,
    reason="espeak-ng is not installed",
)
def test_the_voice_of_this_system_speaks() -> None:
    voice = Voice(system_speakers())
    voice.say("one")
    voice.close(PATIENCE_S)

    assert not voice.silent
