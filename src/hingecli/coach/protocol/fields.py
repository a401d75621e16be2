"""What a single value of a protocol may be: which thing a word names, how large a figure is.

Types only: decoding holds their bounds, and an editor's schema shows them. What a word refers to
is in `Meta.extra`, read by `content.check.leaves`.
"""

from decimal import Decimal
from typing import Annotated, Final

from msgspec import Meta

MOST_REPS: Final = 1000
"""Of one set: more cannot be typed, so that no gate can ask for more."""
MOST_SETS: Final = 50
"""Of one kind at once, by the same."""

DrillId = Annotated[str, Meta(extra={"names": "drill"})]
PhaseId = Annotated[str, Meta(extra={"names": "phase"})]
ThingId = Annotated[str, Meta(extra={"names": "equipment"})]
MistakeId = Annotated[str, Meta(extra={"names": "mistake"})]
FamilyId = Annotated[str, Meta(extra={"names": "family"})]
LimitId = Annotated[str, Meta(extra={"names": "limit"})]
WeekdayId = Annotated[str, Meta(extra={"names": "weekday"})]
"""A word that must be the id of one such thing."""

Percent = Annotated[int, Meta(ge=0, le=100)]
Score = Annotated[int, Meta(ge=0, le=10)]
Positive = Annotated[int, Meta(gt=0)]
"""What something is divided, counted or climbed by."""
PositiveDecimal = Annotated[
    Decimal, Meta(extra={"gt": 0}, extra_json_schema={"exclusiveMinimum": 0})
]
"""The same, exact; msgspec holds no bounds of decimals, so the check does."""
LeastMost = Annotated[tuple[int, int], Meta(extra={"climbs": True})]
"""The least and the most of something."""

Share = Annotated[int, Meta(ge=1, le=100)]
"""In %: a gate that asks for none asks for nothing."""
SetReps = Annotated[int, Meta(ge=1, le=MOST_REPS)]
DayReps = Annotated[int, Meta(ge=1, le=MOST_REPS * MOST_SETS)]
Sets = Annotated[int, Meta(ge=1, le=MOST_SETS)]
Days = Annotated[int, Meta(ge=1, le=365)]
"""Of practice, that a gate asks for: more than a year of them is a typing error."""
Week = Annotated[int, Meta(ge=1, le=52)]
"""That a gate waits for, by the same."""

NON_EMPTY: Final = Meta(min_length=1)
Lines = Annotated[tuple[str, ...], NON_EMPTY]
Drills = Annotated[tuple[DrillId, ...], NON_EMPTY]
Things = Annotated[tuple[ThingId, ...], NON_EMPTY]
Families = Annotated[tuple[FamilyId, ...], NON_EMPTY]
Figures = Annotated[tuple[int, ...], NON_EMPTY]
"""At least one of each."""
