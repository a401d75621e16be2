"""What a film is looked at by, as typed values read from `data/film.toml`.

Owns the figures' names and units, and the questions of the own look. No figure of the film stands
anywhere else in the code.
"""

from typing import Annotated

from msgspec import Meta

from hingecli.coach.protocol.part import ProtocolPart

Seconds = Annotated[float, Meta(gt=0)]
Degrees = Annotated[float, Meta(gt=0, le=180)]
Trunks = Annotated[float, Meta(gt=0)]
PositivePercent = Annotated[int, Meta(gt=0, le=100)]
Fraction = Annotated[float, Meta(gt=0, le=1)]


class Question(ProtocolPart, frozen=True, kw_only=True):
    """One question of the own look: a no is the mistake; `look` says at which moment to look."""

    id: str
    ask: str
    look: str
    mistake: str


class Unseen(ProtocolPart, frozen=True, kw_only=True):
    """What no landmark shows; `look` where the person is shown the moment to look at it."""

    what: str
    name: str
    because: str
    look: bool = False


class DrillFilm(ProtocolPart, frozen=True, kw_only=True):
    """Mistakes that are not judged in some drills."""

    ids: tuple[str, ...]
    skip: tuple[str, ...]
    because: str
    source: str


class Grid(ProtocolPart, frozen=True, kw_only=True):
    """Even steps of time: `hz` a second, then a median and a mean over so many seconds."""

    source: str
    hz: Annotated[int, Meta(gt=0, le=240)]
    median_s: Seconds
    mean_s: Seconds


class PieceRule(ProtocolPart, frozen=True, kw_only=True):
    """One person in one go: where a track is cut, and what is long and whole enough.

    It is cut where the hips `jump` (trunk lengths) or are lost for `lost_s`. What lasts less than
    `glitch_s`, and ends where it began, is a slip of the camera's. Clips are at most `longest_s`.
    Another piece with `another_reps` or more, elsewhere or of a size that differs by more than the
    factor `same_size`, is somebody else's set.
    """

    source: str
    least_s: Seconds
    longest_s: Seconds
    lost_s: Seconds
    glitch_s: Seconds
    jump: Trunks
    same_size: Annotated[float, Meta(gt=1)]
    another_reps: Annotated[int, Meta(gt=0)]
    found_percent: PositivePercent


class ViewRule(ProtocolPart, frozen=True, kw_only=True):
    """From the side, upright, in sight: widths in trunk lengths, visibility 0-1."""

    source: str
    good: Trunks
    rough: Trunks
    front: Trunks
    flips_percent: PositivePercent
    visible: Fraction
    upright_deg: Degrees


class StandingRule(ProtocolPart, frozen=True, kw_only=True):
    """What counts as standing: angles between the bones, 180 is straight.

    The baseline is taken within `near_deg` of the straightest, `around_s` around the reps.
    """

    source: str
    hip_deg: Degrees
    knee_deg: Degrees
    near_deg: Degrees
    around_s: Seconds
    least_s: Seconds


class RepRule(ProtocolPart, frozen=True, kw_only=True):
    """What counts as a rep, by how far the hips bend in the clip's own range.

    A bend at either end that is `apart` from the set, and `longer` than its reps or deeper in the
    knees by `knees_deg`, is the weight picked up or set down.
    """

    source: str
    low_percent: PositivePercent
    high_percent: PositivePercent
    range_deg: Degrees
    least_s: Seconds
    bent_s: Seconds
    brief_s: Seconds
    drift: Trunks
    travel: Trunks
    turn_s: Seconds
    quick_s: Seconds
    apart_s: Seconds
    apart: Annotated[float, Meta(gt=1)]
    longer: Annotated[float, Meta(gt=1)]
    knees_deg: Degrees


class FindingRule(ProtocolPart, frozen=True, kw_only=True):
    """From where on a change from the own standing is named."""

    source: str
    knee_deg: Degrees
    hips_per_knee: Annotated[float, Meta(gt=0)]
    knee_forward: Trunks
    head_deg: Degrees
    heel_deg: Degrees
    heel_s: Seconds
    heel_knee_deg: Degrees
    lockout_deg: Degrees
    lockout_s: Seconds


class FilmGuide(ProtocolPart, frozen=True, kw_only=True):
    """All that a film is looked at by."""

    questions: tuple[Question, ...]
    unseen: tuple[Unseen, ...]
    drills: tuple[DrillFilm, ...]
    grid: Grid
    piece: PieceRule
    view: ViewRule
    standing: StandingRule
    rep: RepRule
    findings: FindingRule

    def skipped(self, drill: str) -> dict[str, str]:
        """Return the mistakes that are not judged in `drill`, and why."""
        return {
            mistake: row.because for row in self.drills if drill in row.ids for mistake in row.skip
        }
