"""How well a person's own count and their clips agree, over weeks."""

from collections.abc import Sequence
from datetime import date, timedelta

from hingecli.coach.log.events import FilmReview
from hingecli.coach.log.sessions import TrainingLog
from hingecli.coach.results import FilmAgreement


def film_agreement(log: TrainingLog, today: date, *, days: int) -> FilmAgreement | None:
    """Return how far the reps that felt clean and those that looked clean are apart.

    Of the looks of the last `days` days, or before them the last ones; None where nobody looked.
    `before` is the same of all that came earlier.
    """
    looks = [
        told
        for entry in log.days
        for told in entry.statements
        if isinstance(told, FilmReview) and told.felt is not None and told.saw is not None
    ]
    if not looks:
        return None
    since = min(today, looks[-1].day) - timedelta(days=days - 1)
    late = [told for told in looks if told.day >= since]
    early = [told for told in looks if told.day < since]
    return FilmAgreement(
        clips=len(late),
        felt=sum(told.felt or 0 for told in late),
        saw=sum(told.saw or 0 for told in late),
        since=since,
        off=_off(late),
        before=_off(early) if early else None,
    )


def _off(looks: Sequence[FilmReview]) -> float:
    """Return the reps by which the two counts differ in a clip, on average."""
    apart = sum(abs((told.felt or 0) - (told.saw or 0)) for told in looks)
    return round(apart / len(looks), 1)
