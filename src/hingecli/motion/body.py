"""How long and how thick a body is, as shares of its height. Numbers only.

Lengths: Winter, Biomechanics and Motor Control of Human Movement, figure 4.1, after Drillis and
Contini (1966). Masses: de Leva (1996), Adjustments to Zatsiorsky-Seluyanov's segment inertia
parameters, men. Thickness is drawn so that the back of the head, the upper back and the sacrum of
one who stands straight lie on one line, as on a real back.
"""

from typing import Final

SHIN: Final = 0.246
"""Ankle to knee."""
THIGH: Final = 0.245
"""Knee to hip."""
TRUNK: Final = 0.288
"""Hip to shoulder."""
HEAD_ABOVE_SHOULDER: Final = 0.117
"""Shoulder to the middle of the head, which is 0.13 high."""
HEAD: Final = 0.065
"""Half the head's height."""
UPPER_ARM: Final = 0.186
FOREARM: Final = 0.146
GRIP: Final = 0.054
"""Wrist to the middle of the hand, which is 0.108 long: what is held is held there."""
ANKLE_HEIGHT: Final = 0.039
HEEL: Final = -0.04
TOE: Final = 0.112
"""The foot is 0.152 long; a quarter of it lies behind the ankle (coach, C)."""
BALL: Final = 0.075
"""The ball of the foot, about which the heel rises."""
HIP_JOINTS: Final = 0.1
"""From one hip joint to the other."""
SHOULDERS: Final = 0.129
"""From the middle to a shoulder."""

VERTEBRAE: Final = 8
"""Straight pieces that the trunk is cut into."""
LUMBAR: Final = 4
"""So many of them, from the hip up, can bend; the ribs hold the others straight."""
SACRUM: Final = 1
"""Where along the trunk's pieces a stick on the back meets the sacrum."""
UPPER_BACK: Final = 6
"""Where it meets the upper back."""
GIRTHS: Final = (0.058, HEAD, 0.055, 0.050, 0.052, 0.059, HEAD, 0.054, 0.040)
"""Half the trunk's depth from the hip to the shoulder: the seat, the hollow, the chest.

The chest is 0.13 deep in the middle of adults; seat and head are about as deep.
"""

MASSES: Final = {"trunk": 0.434, "head": 0.069, "arms": 0.100, "thighs": 0.284, "shins": 0.113}
"""Shares of body mass, both sides together; hands count with the arms, feet with the shins."""
