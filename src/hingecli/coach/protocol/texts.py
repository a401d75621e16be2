"""The texts of a protocol as values: a drill's page, mistakes, elements and cues, a lesson."""

from typing import Annotated, Literal

import msgspec

from hingecli.coach.protocol.fields import NON_EMPTY, DrillId, Lines, MistakeId, PhaseId
from hingecli.coach.protocol.part import ProtocolPart

CM = "{cm}"
"""Where a page names a distance (cm) that is known on the day."""

DrillGroup = Literal["table", "also"]


class DrillPage(ProtocolPart, frozen=True, kw_only=True):
    """One drill's texts, read only when the drill is shown.

    `watch` lists ids of mistakes, the likeliest first. `cues` are said with an external focus
    where there is one. `space` is what must be clear around before the first rep: the set-up's
    last line, which no card leaves out. `elsewhere` is the set-up's first line on a day that says
    another distance from the wall than the first one; `{cm}` in it is that distance.
    """

    id: str
    summary: str
    setup: Lines
    steps: Lines
    cues: Lines
    feel: Lines
    breathing: Lines
    watch: Annotated[tuple[MistakeId, ...], NON_EMPTY]
    equipment: str
    dose: str
    sources: Lines
    opens: str = ""
    note: str = ""
    space: str = ""
    elsewhere: str = ""

    @property
    def prepared(self) -> tuple[str, ...]:
        """The whole set-up: its lines, then what must be clear around."""
        return (*self.setup, *((self.space,) if self.space else ()))


class Mistake(ProtocolPart, frozen=True, kw_only=True):
    """A mistake and its correction; `cue` is the correction as one focus cue.

    `without_load` is the correction for drills without load, where that is another. `only` names
    the drills that alone can have it; none named, all can.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    happens: str
    correction: str
    cue: str
    short: str
    group: DrillGroup
    source: str
    without_load: str = ""
    only: tuple[DrillId, ...] = ()

    def suits(self, drill: str) -> bool:
        """Return whether it can be made in `drill`."""
        return not self.only or drill in self.only


class Mistakes(ProtocolPart, frozen=True, kw_only=True):
    """The file of the mistakes' table, in its order."""

    mistakes: Annotated[tuple[Mistake, ...], NON_EMPTY]


class Element(ProtocolPart, frozen=True, kw_only=True):
    """An element of a sound hinge: what is right, how to check, what is wrong, and its cue.

    `phases` are the phases in which it is offered as the day's focus.
    """

    id: str
    name: str
    right: str
    check: str
    wrong: str
    cue: str
    because: str
    phases: Annotated[tuple[PhaseId, ...], NON_EMPTY]


class Cues(ProtocolPart, frozen=True, kw_only=True):
    """The texts that take turns on the card: elements and daily-life tasks."""

    elements: Annotated[tuple[Element, ...], NON_EMPTY]
    daily_life: Lines
    red_flags: Lines
    see_doctor: Lines


class Lesson(msgspec.Struct, frozen=True):
    """A reference text: `text` is Markdown without its title line."""

    id: str
    title: str
    text: str
