"""What rows are read with, beside their own words."""

from collections.abc import Callable
from datetime import date, datetime

import msgspec

from hingecli.coach.log.events import Unit
from hingecli.coach.parse.places import PlaceTold
from hingecli.loggers import Order


class RowContext(msgspec.Struct, frozen=True, kw_only=True):
    """What rows are read with, beside their own words.

    The time of the import and its training day, the first free `seq`, the command's id; `local`
    brings a moment to local time, or gives one without an offset its own. `drill` finds a drill
    as a person types it, `exercise` as other loggers name it, both None for no drill of ours,
    `nearest` names one like it, `gear` what its name says is held; `mistake` and `place` find
    these. `sided` drills are done side by side; `note` cleans a text. Weights without a unit are in
    `told_unit`, else `profile_unit`.
    """

    now: datetime
    today: date
    seq: int
    cmd: str
    local: Callable[[datetime], datetime]
    drill: Callable[[str], str | None]
    exercise: Callable[[str], str | None]
    mistake: Callable[[str], str]
    place: Callable[[str], PlaceTold]
    note: Callable[[str], str]
    nearest: Callable[[str], str | None] = lambda _: None
    gear: Callable[[str], str] = lambda _: ""
    sided: frozenset[str] = frozenset()
    months: tuple[tuple[str, ...], ...] = ()
    order: Order | None = None
    told_unit: Unit | None = None
    profile_unit: Unit | None = None

    @property
    def unit(self) -> Unit:
        """The unit of weights that name none."""
        return self.told_unit or self.profile_unit or "kg"
