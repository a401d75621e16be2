"""How well a person's own count and their clips agree, over weeks."""

from collections.abc import Sequence
from datetime import date, timedelta

from hingecli.coach.log.events import FilmReview
from hingecli.coach.log.sessions import TrainingLog
from hingecli.coach.results import Answer


class FilmAgreement(Answer, frozen=True, kw_only=True):
    """How far the own count and the clips are apart, over the looks since `since`.

    `felt` and `saw` are clean reps in all of them; `off` is by how many reps they differ in a clip
    on average, `before` the same of all earlier looks, None where there are none.
    """

    clips: int
    felt: int
    saw: int
    since: date
    off: float
    before: float | None


def film_agreement(log: TrainingLog, today: date, *, days: int) -> FilmAgreement | None:
    """Return how far the reps that felt clean and those that looked clean are apart.

    Of the looks of the last `days` days, or before them the last ones; None where nobody looked.
    `before` is the same of all that came earlier.
    """
    looks = [
        look
        for entry in log.days
        for look in entry.statements
        if isinstance(look, FilmReview) and look.felt is not None and look.saw is not None
    ]
    if not looks:
        return None
    since = min(today, looks[-1].day) - timedelta(days=days - 1)
    late = [look for look in looks if look.day >= since]
    early = [look for look in looks if look.day < since]
    return FilmAgreement(
        clips=len(late),
        felt=sum(look.felt or 0 for look in late),
        saw=sum(look.saw or 0 for look in late),
        since=since,
        off=_off(late),
        before=_off(early) if early else None,
    )


def _off(looks: Sequence[FilmReview]) -> float:
    """Return the reps by which the two counts differ in a clip, on average."""
    apart = sum(abs((look.felt or 0) - (look.saw or 0)) for look in looks)
    return round(apart / len(looks), 1)
