"""What a walk sounds like: the terminal's bell and, with the extra `voice`, speech.

Owns the queue between the pace and the voice: speech that comes too late is dropped, the pace
never waits for it.
"""

import os
import queue
import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

from hingecli.errors import UsageError, cause_of
from hingecli.motion.pacer import Cue
from hingecli.text import typed_line

INSTALL_VOICE = typed_line((sys.executable, "-m", "pip", "install", "pyttsx3"))
"""What brings the extra `voice` into the very environment that runs."""
_LINUX_ENGINES = ("espeak-ng", "espeak")
"""What pyttsx3 speaks with on Linux; other systems bring their own."""
_SENTENCES = re.compile(r"(?<=[.!?]) +")


class Speaker(Protocol):
    """A speech engine; `speak` returns when the sentence was spoken."""

    def speak(self, text: str) -> None:
        """Speak `text`."""
        ...


class Sounds:
    """A walk's bell and voice; either may be missing."""

    def __init__(self, *, ring: Callable[[], None] | None, voice: "Voice | None") -> None:
        """Ring by `ring`, speak by `voice`."""
        self._ring, self._voice = ring, voice

    def cue(self, cue: Cue) -> None:
        """Ring at the turn of each rep; count aloud."""
        if cue.signal in {"up", "rep"}:
            self.ring()
        if self._voice and cue.signal in {"count", "rep"}:
            self._voice.say(str(cue.number), urgent=True)

    def say(self, text: str) -> None:
        """Speak a sentence."""
        if self._voice:
            self._voice.say(text)

    def ring(self) -> None:
        """Ring once."""
        if self._ring:
            self._ring()


class Voice:
    """Speaks on a thread of its own. A count that finds others waiting takes their place.

    `trouble` says why nothing is heard, if the speech engine does not work here.
    """

    def __init__(self, make: Callable[[], Speaker]) -> None:
        """Start the thread; `make` builds the speaker there, as speech engines want."""
        self.trouble = ""
        self._waiting: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._talk, args=(make,), daemon=True)
        self._thread.start()

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Queue `text`, sentence by sentence; an urgent one drops what still waits."""
        while urgent and not self._waiting.empty():
            with suppress(queue.Empty):
                self._waiting.get_nowait()
        for sentence in _SENTENCES.split(text):
            self._waiting.put(sentence)

    def close(self, seconds: float) -> None:
        """Let the last sentence end, for at most `seconds`."""
        self._waiting.put(None)
        self._thread.join(seconds)

    def _talk(self, make: Callable[[], Speaker]) -> None:
        try:
            speaker = make()
            while (text := self._waiting.get()) is not None:
                speaker.speak(text)
        except Exception as error:
            self.trouble = f"no voice: {_why_silent(error)}"


def _why_silent(error: Exception) -> str:
    """Return why nothing is spoken; what a speech engine says of itself is not for a person."""
    if sys.platform == "linux" and not any(map(shutil.which, _LINUX_ENGINES)):
        return f"{_LINUX_ENGINES[0]} is not installed"
    cause = cause_of(error) if isinstance(error, OSError) else type(error).__name__
    return f"the speech of this system failed ({cause})"


def system_voice() -> Voice:
    """Speak with the system's own voices, offline. Raises UsageError without the extra."""
    try:
        import pyttsx3  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError as missing:
        raise UsageError(f"--voice needs one more package. Type: {INSTALL_VOICE}") from missing

    class Engine:
        def __init__(self) -> None:
            self._engine = pyttsx3.init()

        def speak(self, text: str) -> None:
            self._engine.say(text)
            self._engine.runAndWait()

    return Voice(Engine)


@contextmanager
def quiet_errors() -> Iterator[None]:
    """Keep what a speech engine's helpers print to stderr off the screen."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
