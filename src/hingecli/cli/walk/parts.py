"""What a walk is made of: its plan, the sets done, and the ports it is handed.

Owns these types. What happens with them is `stages`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

import msgspec

from hingecli.cli.walk.keys import Keys
from hingecli.coach.log.events import Pain
from hingecli.coach.parse.measures import Distance
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import DrillPage, Mistake
from hingecli.motion.paced_sets import PacedSet
from hingecli.motion.pacer import Run
from hingecli.show.walk import Scene

COUNT_IN_S = 3
SIDE_COUNT_IN_S = 5
"""Changing sides takes a little longer than beginning again."""
FIRST_COUNT_IN_S = 10
"""From the key that begins to the wall or the bell, arms crossed."""
REST_MORE_S = 15
FRAME_S = 1 / 20
"""How long a picture stands: fast enough for the eye, slow enough for an old machine."""
SETTLE_S = 1.0
"""A key that ends a stage counts only after so long: the same key twice skips nothing unseen."""


Asks = Literal["count", "wrong", "weight", ""]
"""What a rest asks: how many were clean, what went wrong, which weight comes next, nothing."""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A set as done, the `number`th of the sitting.

    `sure` once the person told the count; `wrong` are the mistakes told after it, one for a rep.
    """

    number: int
    run: Run
    reps: int
    clean: int
    sure: bool = False
    wrong: tuple[str, ...] = ()

    @property
    def mistakes(self) -> tuple[str, ...]:
        """The mistakes of its reps, told at once or after it."""
        marked = [miss.mistake for miss in self.run.misses if miss.mistake]
        return (*marked, *self.wrong)

    @property
    def unnamed(self) -> int:
        """How many of its reps were not clean, with no word on why."""
        return max(0, self.reps - self.clean - len(self.mistakes))


class SetupInput(msgspec.Struct, frozen=True, kw_only=True):
    """The set-up as it is shown since `opened`: whether a weight is asked, and what is typed."""

    opened: float
    asking: bool = False
    typed: str = ""
    message: str = ""


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """A rest of `length` seconds since `opened`, to `until`, after the sets `done`.

    `asks` is what may be told in it, `typed` the answer so far, `message` what came of the last.
    Another weight is asked for by a key; then the rest waits, and `asks_then` what it asked.
    """

    done: tuple[Done, ...]
    opened: float
    until: float
    length: float
    asks: Asks = "count"
    asks_then: Asks = ""
    typed: str = ""
    message: str = ""


class Screen(Protocol):
    """Where it is shown: pictures for eyes, lines for screen readers."""

    def frame(self, scene: Callable[[int, int], Scene]) -> None:
        """Show the scene as it is for the columns and rows there are."""
        ...

    def line(self, text: str) -> None:
        """Say one event in a line."""
        ...


class Audio(Protocol):
    """What is heard. Never waits."""

    @property
    def speaks(self) -> bool | None:
        """Whether there is a voice that speaks; None where there is none."""
        ...

    @property
    def heard(self) -> bool:
        """Whether a voice spoke, and speaks still."""
        ...

    def mute(self, *, muted: bool) -> None:
        """Let the voice be quiet, or speak again."""
        ...

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Speak a sentence, if there is a voice; an urgent one now or never."""
        ...

    def ring(self) -> None:
        """Ring once, if there is a bell."""
        ...


class Log(Protocol):
    """Where finished sets go, at once."""

    def keep(self, done: Done) -> None:
        """Keep a set, or what is now known better of a set kept before."""
        ...

    def finish(
        self,
        *,
        pain: Pain | None = None,
        effort: int | None = None,
        distance: Distance | None = None,
    ) -> None:
        """Keep how the sitting felt and where one stood, as far as it is told."""
        ...


Draw = Callable[[PacedSet, float, int, int], tuple[str, ...]]
"""Draws the figure of a set: how deep it is (0-1), the columns and rows that it may take."""


@dataclass(frozen=True, kw_only=True)
class WalkPlan:
    """What is walked: sets, pages by drill, the mistakes that digits name, the focus cue.

    `loaded` are the drills whose load can be told, `variants` say by id how a set differs from
    its drill, `half_range` that only half of it is asked; `index` knows the words for a place;
    `film_s` counts a camera in, `setup_s` is the time to get ready for another drill (seconds).
    `red_flags` are the signs to show when pain is told, `no_voice` says how to get one where
    there is none, `said` are the lines of a card that stand right above. `distance` is where the
    wall says to stand, to be asked once; `ask_voice`, whether to go on speaking.
    """

    sets: tuple[PacedSet, ...]
    pages: dict[str, DrillPage]
    mistakes: tuple[Mistake, ...]
    focus: str
    index: Index
    loaded: frozenset[str] = frozenset()
    variants: dict[str, str] = field(default_factory=dict)
    half_range: str = ""
    film_s: int = 0
    setup_s: int = 45
    red_flags: tuple[str, ...] = ()
    no_voice: str = ""
    said: frozenset[str] = frozenset()
    distance: Distance | None = None
    ask_voice: bool = False
    figure: Draw | None = None


@dataclass(kw_only=True)
class Walk:
    """A walk under way: the set it is `at`, those done, what was told.

    `waits` says that the next set begins with a key. `note` is said on the next picture.
    `signs_told`: the signs of an emergency were shown.
    """

    plan: WalkPlan
    keys: Keys
    screen: Screen
    audio: Audio
    log: Log
    clock: Callable[[], float]
    at: int = 0
    waits: bool = True
    run: Run | None = None
    done: list[Done] = field(default_factory=list)
    pain: Pain | None = None
    voice: bool | None = None
    distance: Distance | None = None
    note: str = ""
    signs_told: bool = False


class WalkStopped(Exception):  # noqa: N818 - no error: the person has had enough
    """The person stops; `asking` if questions are still welcome."""

    def __init__(self, *, asking: bool) -> None:
        """Remember whether to ask how it felt."""
        self.asking = asking
        super().__init__()


class Hurts(Exception):  # noqa: N818 - no error: something is to be told at once
    """Something hurts: everything else stops."""


def stop_on(key: str) -> None:
    """Leave when `key` says so.

    `!` is pain, at any time; q still answers the questions, Ctrl-C and a lost terminal do not.
    """
    if key == "!":
        raise Hurts
    if key == "q":
        raise WalkStopped(asking=True)
    if key in {"ctrl-c", "end"}:
        raise WalkStopped(asking=False)


def can_weigh(walk: Walk, n: int) -> bool:
    """Return whether another weight may be told for the block that begins at set `n`."""
    ahead = walk.plan.sets[n]
    return ahead.first and ahead.drill in walk.plan.loaded


def edited(typed: str, key: str) -> str:
    """Return what is typed after one more key; Escape takes all of it back."""
    if key == "escape":
        return ""
    if key == "backspace":
        return typed[:-1]
    return typed + (" " if key == "space" else key if len(key) == 1 else "")


def switch_voice(walk: Walk) -> None:
    """Let the voice be quiet, or speak again; it is remembered."""
    if walk.audio.speaks is not None:
        walk.voice = not walk.audio.speaks
        walk.audio.mute(muted=not walk.voice)
        walk.screen.line("The voice is on." if walk.voice else "The voice is off.")
