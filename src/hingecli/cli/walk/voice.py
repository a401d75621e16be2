"""The system's own voice: the programs that speak, each behind one small seam.

Owns which there are, how each is spoken with, and how to get one. When what is said is `sound`'s.
"""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol

import msgspec

_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_GOODBYE_S = 1.0
"""How long a program that was told to end may take."""

_SYSTEM_SPEECH = """
try { [Console]::InputEncoding = [Text.Encoding]::UTF8 } catch { }
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
try {
    $any = [System.Speech.Synthesis.VoiceGender]::NotSet
    $age = [System.Speech.Synthesis.VoiceAge]::NotSet
    $english = [Globalization.CultureInfo]::GetCultureInfo('en-US')
    $voice.SelectVoiceByHints($any, $age, 0, $english)
} catch { }
while ($null -ne ($line = [Console]::In.ReadLine())) {
    $voice.Speak($line)
    [Console]::Out.WriteLine('spoken')
}
"""
"""Windows PowerShell speaks each line that it reads, and says when it did."""


class SilentError(Exception):
    """A program that should have spoken did not."""


class Speaker(Protocol):
    """Something that speaks, on a thread of its own; only `cut` is called from another one."""

    def speak(self, text: str) -> None:
        """Speak `text`; return when it was spoken or cut. Raises SilentError."""
        ...

    def cut(self) -> None:
        """Be quiet now, as far as this one can."""
        ...

    def close(self) -> None:
        """Leave nothing running."""
        ...


class Program(msgspec.Struct, frozen=True, kw_only=True):
    """A program that speaks one sentence and ends: its words, and those that silence it.

    `stdin`: the sentence is what it reads; else its last word.
    """

    words: tuple[str, ...]
    stdin: bool = True
    silence: tuple[str, ...] = ()


PROGRAMS: dict[str, tuple[Program, ...]] = {
    "darwin": (Program(words=("say",)),),
    "linux": (
        Program(
            words=("spd-say", "--wait", "--language", "en", "--"),
            stdin=False,
            silence=("spd-say", "--cancel"),
        ),
        Program(words=("espeak-ng", "-v", "en", "--stdin")),
        Program(words=("espeak", "-v", "en", "--stdin")),
    ),
}
"""What speaks, by `sys.platform`, the best first, in English where one can ask for it.

Windows has `powershell`, kept open.
"""


class OneByOne:
    """Speaks by starting a program for each sentence."""

    def __init__(self, program: Program) -> None:
        """Speak by `program`."""
        self._program = program
        self._child: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()

    def speak(self, text: str) -> None:
        """Run the program to its end; one that was cut has done its work."""
        words, said = [*self._program.words], text.encode()
        if not self._program.stdin:
            words.append(text)
        try:
            with self._starting:  # it speaks before this thread knows it: a cut waits until then
                self._child = child = subprocess.Popen(
                    words,
                    stdin=subprocess.PIPE if self._program.stdin else subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
        except OSError as error:
            raise SilentError from error
        with suppress(OSError):  # it ended before it had read all
            child.communicate(said if self._program.stdin else None)
        code = child.wait()
        if code > 0:
            raise SilentError
        if code < 0:
            self._silence()

    def cut(self) -> None:
        """End the program; this never waits for it."""
        with self._starting:
            child = self._child
        if child is not None and child.poll() is None:
            child.terminate()

    def close(self) -> None:
        """Have nothing open."""

    def _silence(self) -> None:
        """Silence what speaks on for a program that was cut, before anything else is said."""
        if self._program.silence:
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    self._program.silence,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=_GOODBYE_S,
                    check=False,
                )


class PowerShell:
    """Speaks by one Windows PowerShell that stays open: it takes a second to start."""

    def __init__(self, words: Sequence[str] = ("powershell",)) -> None:
        """Start it by `words`. Raises SilentError."""
        try:
            self._child = subprocess.Popen(
                [*words, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", _SYSTEM_SPEECH],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                creationflags=_NO_WINDOW,
            )
        except OSError as error:
            raise SilentError from error

    def speak(self, text: str) -> None:
        """Hand it a line and wait for its word that it was spoken."""
        child = self._child
        if child.stdin is None or child.stdout is None:
            raise SilentError
        try:
            child.stdin.write(f"{text}\n")
            child.stdin.flush()
            answer = child.stdout.readline()
        except (OSError, ValueError) as error:
            raise SilentError from error
        if not answer:
            raise SilentError

    def cut(self) -> None:
        """Let it finish: it hears nothing while it speaks, and a sentence is short."""

    def close(self) -> None:
        """Close its input, and end it if it does not leave by itself."""
        for stream in (self._child.stdin, self._child.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        try:
            self._child.wait(_GOODBYE_S)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()


def system_speakers(platform: str = sys.platform) -> tuple[Callable[[], Speaker], ...]:
    """Return what speaks on this system, the best first; empty where nothing does."""
    if platform == "win32":
        return (PowerShell,) if shutil.which("powershell") else ()
    return tuple(
        _starter(program)
        for program in PROGRAMS.get(platform, PROGRAMS["linux"])
        if shutil.which(program.words[0])
    )


def how_to_get(platform: str = sys.platform) -> str:
    """Return how this system gets a voice that it has not."""
    if platform == "win32":
        return "Windows speaks by its own powershell, which is not on your PATH."
    if platform == "darwin":
        return "macOS speaks by its own program say, which is not on your PATH."
    return "Install espeak-ng with your system's packages, as in: sudo apt install espeak-ng"


def _starter(program: Program) -> Callable[[], Speaker]:
    return lambda: OneByOne(program)
