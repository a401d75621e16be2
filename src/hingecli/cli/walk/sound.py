"""What a walk sounds like: the terminal's bell, and the system's voice.

Owns the queue between the pace and the voice: speech that comes too late is dropped, the pace
never waits for it.
"""

import queue
import re
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from hingecli.cli.walk.voice import SilentError, Speaker

GOODBYE_S = 1.0
"""How long a voice that was told to be quiet may take to be gone."""
_SENTENCES = re.compile(r"(?<=[.!?]) +")


class Sounds:
    """A walk's bell and voice; either may be missing, the voice can be muted."""

    def __init__(self, *, ring: Callable[[], None] | None, voice: "Voice | None") -> None:
        """Ring by `ring`, speak by `voice`."""
        self._ring, self._voice = ring, voice
        self._muted = False

    @property
    def speaks(self) -> bool | None:
        """Whether there is a voice that speaks; None where there is none."""
        return None if self._voice is None else not self._muted

    @property
    def heard(self) -> bool:
        """Whether a voice spoke, and speaks still."""
        return self._voice is not None and self._voice.spoke and not self._voice.silent

    def mute(self, *, muted: bool) -> None:
        """Let the voice be quiet, or speak again."""
        self._muted = muted
        if muted and self._voice is not None:
            self._voice.hush()

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Speak a sentence; an urgent one now, or it comes too late."""
        if self._voice is not None and not self._muted:
            self._voice.say(text, urgent=urgent)

    def ring(self) -> None:
        """Ring once."""
        if self._ring:
            self._ring()


class Voice:
    """Speaks on a thread of its own. What is urgent takes the place of what waits or is spoken.

    `spoke` says that a sentence was spoken, `silent` that nothing could speak, or can any longer.
    """

    def __init__(self, makes: Sequence[Callable[[], Speaker]]) -> None:
        """Start the thread; the first of `makes` that can speak does, each built there."""
        self.silent = self.spoke = False
        self._waiting: queue.SimpleQueue[tuple[str, bool] | None] = queue.SimpleQueue()
        self._speaker: Speaker | None = None
        self._cut_short = False
        self._thread = threading.Thread(target=self._talk, args=(makes,), daemon=True)
        self._thread.start()

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Queue `text`, sentence by sentence; an urgent one drops what still waits."""
        if urgent:
            self._drop()
            self._cut()
        for sentence in _SENTENCES.split(text):
            self._waiting.put((sentence, urgent))

    def hush(self) -> None:
        """Drop what waits, and be quiet."""
        self._drop()
        self._cut()

    def close(self, seconds: float) -> None:
        """Let the last sentence end, for at most `seconds`, then be quiet."""
        self._waiting.put(None)
        self._thread.join(seconds)
        if self._thread.is_alive():
            self.hush()
            self._waiting.put(None)
            self._thread.join(GOODBYE_S)

    def _drop(self) -> None:
        while not self._waiting.empty():
            with suppress(queue.Empty):
                self._waiting.get_nowait()

    def _cut(self) -> None:
        if self._speaker is not None and self._cut_short:
            self._speaker.cut()

    def _talk(self, makes: Sequence[Callable[[], Speaker]]) -> None:
        text: tuple[str, bool] | None = None
        for make in makes:
            try:
                speaker = make()
            except SilentError:
                continue
            self._speaker = speaker
            try:
                while (text := text or self._waiting.get()) is not None:
                    sentence, urgent = text
                    self._cut_short = not urgent
                    speaker.speak(sentence)
                    self.spoke = True
                    text = None
            except SilentError:
                continue  # the next one says it
            finally:
                self._cut_short = False
                speaker.close()
            return
        self.silent = True
