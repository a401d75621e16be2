"""What a walk is made of: its plan, the sets done, and the ports it is handed.

Owns these types. What happens with them is `stages`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import msgspec

from hingecli.cli.walk.keys import Keys
from hingecli.coach.log.events import Pain
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import DrillPage, Mistake
from hingecli.motion.pacer import Cue, PacedSet, Run
from hingecli.show.walk import Scene

COUNT_IN_S = 3
FIRST_COUNT_IN_S = 5
"""Counting in before a drill's first set is longer: there is a wall or a bell to reach."""
REST_MORE_S = 15


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A set as done, the `number`th of the sitting.

    `sure` once the person marked a miss or told the count.
    """

    number: int
    run: Run
    reps: int
    clean: int
    sure: bool = False


class SetupInput(msgspec.Struct, frozen=True, kw_only=True):
    """The set-up as it is shown since `opened`: whether a weight is asked, and what is typed."""

    opened: float
    asking: bool = False
    typed: str = ""
    message: str = ""


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """A rest of `length` seconds to `until`, after `done`; its count may be typed anew."""

    done: Done
    until: float
    length: float
    typed: str = ""
    message: str = ""


class Screen(Protocol):
    """Where it is shown: pictures for eyes, lines for screen readers."""

    def frame(self, scene: Callable[[int, int], Scene]) -> None:
        """Show the scene as it is for the columns and rows there are."""
        ...

    def line(self, text: str) -> None:
        """Tell one event in a line."""
        ...


class Audio(Protocol):
    """What is heard. Never waits."""

    def cue(self, cue: Cue) -> None:
        """Sound a cue of the set."""
        ...

    def say(self, text: str) -> None:
        """Speak a sentence, if there is a voice."""
        ...

    def ring(self) -> None:
        """Ring once, if there is a bell."""
        ...


class Log(Protocol):
    """Where finished sets go, at once."""

    def keep(self, done: Done) -> None:
        """Keep a set, or what is now known better of a set kept before."""
        ...

    def finish(self, *, pain: Pain | None, effort: int | None) -> None:
        """Keep how the sitting felt."""
        ...


@dataclass(frozen=True, kw_only=True)
class WalkPlan:
    """What is walked: sets, pages by drill, the mistakes that digits name, the focus cue.

    `loaded` are the drills whose load can be told, `variants` say by id how a set differs from
    its drill, `half_range` that only half of it is asked; `index` knows the words for a place;
    `film_s` counts a camera in (seconds).
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
    figure: Callable[[PacedSet, float, int, int], tuple[str, ...]] | None = None


@dataclass(kw_only=True)
class Walk:
    """A walk under way, and the sets done so far."""

    plan: WalkPlan
    keys: Keys
    screen: Screen
    audio: Audio
    log: Log
    clock: Callable[[], float]
    run: Run | None = None
    done: list[Done] = field(default_factory=list)


class WalkStopped(Exception):  # noqa: N818 - no error: the person has had enough
    """The person stops; `asking` if questions are still welcome."""

    def __init__(self, *, asking: bool) -> None:
        """Remember whether to ask how it felt."""
        self.asking = asking
        super().__init__()


def stop_on(key: str) -> None:
    """Leave when `key` says so: q still answers the questions, Ctrl-C and a lost terminal no."""
    if key == "q":
        raise WalkStopped(asking=True)
    if key in {"ctrl-c", "end"}:
        raise WalkStopped(asking=False)


def edited(typed: str, key: str) -> str:
    """Return what is typed after one more key."""
    if key == "backspace":
        return typed[:-1]
    return typed + (" " if key == "space" else key if len(key) == 1 else "")
