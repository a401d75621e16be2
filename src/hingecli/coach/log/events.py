"""The events of the log: what a person did or said, typed and frozen.

Owns their fields and their encoding. How they fold into sessions is in `sessions`; how
they reach the disk is the store's business.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from operator import attrgetter, lt
from typing import Literal, Self, TypedDict

import msgspec

from hingecli.coach.log import choices

Side = choices.Side
Unit = choices.Unit
Goal = choices.Goal
Limit = choices.Limit
Experience = choices.Experience
ReadinessResult = choices.ReadinessResult
Weekday = choices.Weekday
Place = choices.Place
Range = choices.Range
Length = choices.Length

SCHEMA = 2
"""Version of these types in the file. A new field or kind raises it."""

KG_PER_LB = Decimal("0.45359237")
"""Kilograms in an avoirdupois pound (international yard and pound agreement, 1959)."""


class Value(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    gc=False,
):
    """A frozen part of an event; fields at their default are left out of the file."""

    def __deepcopy__(self, memo: object) -> Self:
        """Return the value itself: nobody changes it, so copies of what holds it share it."""
        return self


class SetRecord(Value, frozen=True, kw_only=True):
    """One set as logged: `clean` of `reps` with perfect form, by the person's own count.

    `clean` is None where nobody counted it, as in another program's log. `load_kg` is the exact
    decimal of what was typed, in kg; `unit` says how it was typed, so that it is shown so. `side`
    is set for one-sided sets, `variant` for a variation of the drill. A `warmup` is shown and
    counts for nothing.
    """

    drill: str
    reps: int
    clean: int | None
    load_kg: Decimal | None = None
    unit: Unit = "kg"
    side: Side | None = None
    warmup: bool = False
    variant: str | None = None
    range: Range = "full"

    @property
    def clean_reps(self) -> int:
        """The clean reps, 0 where nobody counted them."""
        return self.clean or 0


class MistakeCount(Value, frozen=True, kw_only=True):
    """How often one mistake was noticed in one drill of a session (reps)."""

    mistake: str
    count: int
    drill: str


class Pain(Value, frozen=True, kw_only=True):
    """Pain during the session, 0-10, where it was felt, and whether it was sharp or spreading.

    `where_told` is the place in the person's own word, where that was another one.
    """

    score: int
    where: Place | None = None
    sharp: bool = False
    where_told: str | None = None


class Profile(Value, frozen=True, kw_only=True):
    """Answers to setup. In an event: only the answers given then; None means not answered.

    Masses in kg; `usual_pain` 0-10; `bells` are the person's own kettlebells in kg. `without` are
    declined drills, `deadlift_kg` what is lifted for five good reps, `voice` whether walks speak.
    """

    start: date | None = None
    days: tuple[Weekday, ...] | None = None
    goal: Goal | None = None
    equipment: tuple[str, ...] | None = None
    bells: tuple[Decimal, ...] | None = None
    limits: tuple[Limit, ...] | None = None
    units: Unit | None = None
    body_mass_kg: Decimal | None = None
    experience: Experience | None = None
    sixty_plus: bool | None = None
    usual_pain: int | None = None
    screen: ReadinessResult | None = None
    assist: tuple[str, ...] | None = None
    without: tuple[str, ...] | None = None
    deadlift_kg: Decimal | None = None
    voice: bool | None = None


class SessionBody(Value, frozen=True, kw_only=True):
    """What was done in one session: sets, mistakes, and how it felt.

    `sore` and pain 0-10, `effort` 1-10, `distance_cm` the heels' distance from the wall, typed
    in `distance_unit`.
    """

    sets: tuple[SetRecord, ...]
    mistakes: tuple[MistakeCount, ...] = ()
    pain: Pain | None = None
    sore: int | None = None
    effort: int | None = None
    distance_cm: Decimal | None = None
    distance_unit: Length = "cm"
    note: str | None = None


class Header(TypedDict):
    """The fields that every event carries, ready for its constructor."""

    id: str
    seq: int
    cmd: str
    at: datetime
    day: date
    recorded: datetime


class Event(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    gc=False,
    tag_field="kind",
):
    """What every event carries.

    `seq` is the highest seen plus one and orders everything, ties by `id`; `cmd` groups the
    events of one command; `at` is when it happened, with offset; `day` the training day as
    typed then, never recomputed; `recorded` when it was typed.
    """

    id: str
    seq: int
    cmd: str
    at: datetime
    day: date
    recorded: datetime


class Session(Event, frozen=True, kw_only=True, tag="session"):
    """Sets done in one go. Events with one `sitting` show as one session."""

    sitting: str
    body: SessionBody


class SessionEdited(Event, frozen=True, kw_only=True, tag="session-edited"):
    """A full replacement of the session `target`; the last one wins. Its day is the header's."""

    target: str
    body: SessionBody


class SessionDeleted(Event, frozen=True, kw_only=True, tag="session-deleted"):
    """The session `target` is gone, whatever edits say."""

    target: str


class Undone(Event, frozen=True, kw_only=True, tag="undone"):
    """The events `ids` count no longer, until redone."""

    ids: tuple[str, ...]


class Redone(Event, frozen=True, kw_only=True, tag="redone"):
    """The events `ids` count again."""

    ids: tuple[str, ...]


class Override(Event, frozen=True, kw_only=True, tag="override"):
    """The person opened `drill` before its gate, because of `because`."""

    drill: str
    because: str


class ProfileSet(Event, frozen=True, kw_only=True, tag="profile"):
    """Answers to setup, as far as they were given."""

    profile: Profile


class Pause(Event, frozen=True, kw_only=True, tag="pause"):
    """Practice is paused from `day`, to the end of `until` if given; `ill` for illness."""

    until: date | None = None
    ill: bool = False


class Resume(Event, frozen=True, kw_only=True, tag="resume"):
    """The pause ends on `day`."""


class Morning(Event, frozen=True, kw_only=True, tag="morning"):
    """Pain on the morning of `day`, 0-10, and soreness 0-10 if told."""

    score: int
    sore: int | None = None


class Cleared(Event, frozen=True, kw_only=True, tag="cleared"):
    """A professional said yes to loads, on `day`."""


class SeenProfessional(Event, frozen=True, kw_only=True, tag="seen-professional"):
    """A professional was seen about the pain, on `day`."""


class Imported(Event, frozen=True, kw_only=True, tag="imported"):
    """An import brought the events `ids`; `source` is the file's name.

    `format` names what was recognised, `digest` is the SHA-256 of the file, in hex.
    """

    ids: tuple[str, ...]
    source: str = ""
    format: str = ""
    digest: str = ""


class FilmAnswer(Value, frozen=True, kw_only=True):
    """One question of a film review: yes, no, or cannot see; a no in so many reps."""

    question: str
    answer: Literal["yes", "no", "unseen"]
    reps: int | None = None


class FilmReview(Event, frozen=True, kw_only=True, tag="film-review"):
    """A person's own look at a clip of the session `sitting`, or what the clip showed (`by`).

    `felt` are the reps that felt clean before the look, `saw` those that looked clean. `taken`
    are the mistakes that went to the session. `clip` is a file's name; no frame is ever kept.
    """

    sitting: str | None
    drill: str
    by: Literal["own", "clip"]
    felt: int | None = None
    saw: int | None = None
    answers: tuple[FilmAnswer, ...] = ()
    taken: tuple[MistakeCount, ...] = ()
    clip: str = ""


class ToldOnce(Event, frozen=True, kw_only=True, tag="told-once"):
    """The answer to a question that is asked once, under its `key`."""

    key: str
    answer: str


class Purged(Event, frozen=True, kw_only=True, tag="purged"):
    """The events `ids` were removed from the files for good; their words are nowhere.

    The id of a sitting among them means the film reviews of it.
    """

    ids: tuple[str, ...]


AnyEvent = (
    Session
    | SessionEdited
    | SessionDeleted
    | Undone
    | Redone
    | Override
    | ProfileSet
    | Pause
    | Resume
    | Morning
    | Cleared
    | SeenProfessional
    | Imported
    | Purged
    | FilmReview
    | ToldOnce
)
"""One event of the log, told apart by its `kind`."""

Switch = Undone | Redone | Purged
"""What takes events out of what counts, or brings them back."""

DraftEvents = Callable[[tuple[AnyEvent, ...]], Sequence[AnyEvent]]
"""Makes the new events of a command from those in the log; called under the log's lock."""


def in_order(events: Iterable[AnyEvent]) -> Sequence[AnyEvent]:
    """Return `events` in the order of the log: by `seq`, ties by id; never the clock.

    Mostly they are so already: then nothing is sorted.
    """
    known = tuple(events)
    seqs = [event.seq for event in known]
    if all(map(lt, seqs, seqs[1:])):
        return known
    return sorted(known, key=attrgetter("seq", "id"))
