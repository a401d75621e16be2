"""A filmed rep as the program's figure: the drill's figure at the person's own angles."""

import msgspec

from hingecli.motion.figure import Pose
from hingecli.motion.film.findings import Rep


def pose_of(rep: Rep, right: Pose) -> Pose:
    """Return the figure of a rep's turn: arms and free leg as in the `right` form of the drill.

    Ankle, knee, hip, neck and heel are the person's own; what was not seen is as in the right
    form, and the spine is always straight: no landmark shows it. Arms keep their way to the floor.
    """
    ankle = right.ankle if rep.shin is None else rep.shin
    knee = right.knee if rep.knee is None else rep.knee
    hip = right.hip if rep.hip is None else rep.hip
    tilt = (ankle - knee + hip) - (right.ankle - right.knee + right.hip)
    return msgspec.structs.replace(
        right,
        ankle=ankle,
        knee=knee,
        hip=hip,
        spine=0.0,
        shoulder=right.shoulder + tilt if right.shoulder > 0 else right.shoulder,
        neck=max(0.0, rep.neck or 0.0),
        heel=max(0.0, rep.heel or 0.0),
    )
