"""A session's words replaced as a whole: the events that say so."""

from datetime import date
from typing import TYPE_CHECKING

from hingecli.coach.log.events import AnyEvent, SessionBody, SessionDeleted, SessionEdited

if TYPE_CHECKING:
    from hingecli.app import App, Stamp
    from hingecli.coach.log.sessions import Sitting


def replaced(
    app: "App", stamp: "Stamp", sitting: "Sitting", body: SessionBody, *, day: date | None = None
) -> tuple[AnyEvent, ...]:
    """Return the events that put `body` in the place of what `sitting` was, on `day` if given.

    A sitting of several events becomes one.
    """
    header = stamp.header(day=day or sitting.day)
    header["at"] = sitting.at + (header["day"] - sitting.day)
    if header["day"] != sitting.day:  # not into the evening that is still to come
        header["at"] = min(header["at"], app.now)
    edited = SessionEdited(**header, target=sitting.id, body=body)
    joined = (
        SessionDeleted(**stamp.header(day=header["day"]), target=other) for other in sitting.ids[1:]
    )
    return (edited, *joined)
