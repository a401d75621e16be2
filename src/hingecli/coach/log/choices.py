"""The words that an answer can be, where it is one of a few: sides, units, goals, places.

Imports nothing: what Tab offers is read from here too.
"""

from typing import Literal

Side = Literal["L", "R"]
Unit = Literal["kg", "lb"]
Goal = Literal["strength", "hypertrophy", "athletic"]
Limit = Literal["low-back", "knee"]
Experience = Literal["new", "some", "trained"]
ReadinessResult = Literal["clear", "unloaded", "stop"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Place = Literal[
    "low-back",
    "upper-back",
    "neck",
    "hip",
    "leg",
    "knee",
    "ankle",
    "shoulder",
    "arm",
    "wrist",
    "chest",
    "head",
    "other",
]
Range = Literal["full", "half"]
Length = Literal["cm", "in"]
