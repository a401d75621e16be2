"""A filmed rep as the program's figure: the drill's figure at the person's own angles."""

import msgspec

from hingecli.motion.figure import Pose, pose_from_angles
from hingecli.motion.film.findings import Rep


def pose_of(rep: Rep, right: Pose) -> Pose:
    """Return the figure of a rep's turn: arms and free leg as in the `right` form of the drill.

    Ankle, knee, hip, neck and heel are the person's own; what was not seen is as in the right
    form, and the spine is always straight: no landmark shows it. Arms keep their way to the floor.
    """
    own = pose_from_angles(
        shin=right.ankle if rep.shin is None else rep.shin,
        knee=right.knee if rep.knee is None else rep.knee,
        hip=right.hip if rep.hip is None else rep.hip,
        neck=max(0.0, rep.neck or 0.0),
        heel=max(0.0, rep.heel or 0.0),
    )
    hang = right.shoulder + own.lean - right.lean if right.shoulder > 0 else right.shoulder
    return msgspec.structs.replace(
        own,
        shoulder=hang,
        elbow=right.elbow,
        free_hip=right.free_hip,
        free_knee=right.free_knee,
        behind=right.behind,
    )
