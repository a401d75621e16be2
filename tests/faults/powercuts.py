"""One power cut after acknowledged sessions, for any build."""

import random

from faults.harness import Hinge, check_listing, new_id
from faults.mounts import PowerDisk


def cut_after_logs(
    disk: PowerDisk, chance: random.Random, *, first: bool, variant: str | None = None
) -> tuple[str, ...]:
    """Log one to three sessions, cut the power, start again; give the ids that are lost.

    `first`: the cut comes in the first run, when even the folder is new.
    """
    disk.make()
    disk.on()
    hinge = Hinge(disk.place / "deep" / "home", variant=variant)
    acknowledged = []
    if not first:
        acknowledged.append(_logged(hinge))
        disk.off()
        disk.on()
    for _ in range(chance.randint(1, 3)):
        acknowledged.append(_logged(hinge))
    disk.cut()
    disk.on()
    events = hinge.events()
    check_listing((), events)
    ids = {event["id"] for event in events}
    lost = tuple(id_ for id_ in acknowledged if id_ not in ids)
    _logged(hinge)
    disk.off()
    return lost


def _logged(hinge: Hinge) -> str:
    id_ = new_id()
    answer = hinge.log(id_)
    assert answer.code == 0, answer.err
    return id_
