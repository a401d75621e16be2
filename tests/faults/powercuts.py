"""One power cut after acknowledged sessions, for any build."""

import random
import time
from typing import Literal

from faults.harness import Hinge, check_listing, finish, new_id
from faults.mounts import PowerDisk

Way = Literal["first run", "two copies", "one copy", "in flight"]
"""How the cut comes: when even the folder is new; later; with no second copy to lean on (its
fsync would carry the first one's name to the disk); in the middle of a further log.
"""

WAYS: tuple[Way, ...] = ("first run", "two copies", "one copy", "in flight")


def cut_after_logs(
    disk: PowerDisk, chance: random.Random, *, way: Way, variant: str | None = None
) -> tuple[str, ...]:
    """Log one to three sessions, cut the power, start again; give the ids that are lost."""
    disk.make()
    disk.on()
    hinge = Hinge(disk.place / "deep" / "home", variant=variant)
    acknowledged = []
    if way == "one copy":
        (hinge.home / "hinge.json.bak").mkdir(parents=True)
    if way != "first run":
        acknowledged.append(_logged(hinge))
        disk.off()
        disk.on()
    for _ in range(chance.randint(1, 3)):
        acknowledged.append(_logged(hinge))
    if way == "in flight":
        id_ = new_id()
        process = hinge.start("log", "wall", "12", "--id", id_)
        time.sleep(chance.uniform(0.1, 0.3))
        disk.power_off()
        acknowledged += [id_] if finish(process).code == 0 else []
    else:
        disk.power_off()
    disk.off()
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
