"""D16 over long lives: who learns is never called stuck, who stays at 80 % clean always is."""

import pytest

from hingecli.coach.log.events import Profile
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Decision
from simulate.obedient import decisions

PROFILES = {
    "nothing told": Profile(),
    "thrice a week, strength": Profile(days=("mon", "wed", "fri"), goal="strength"),
    "twice a week, size": Profile(days=("tue", "sat"), goal="hypertrophy"),
    "once a week": Profile(days=("sun",)),
    "athletic": Profile(goal="athletic", equipment=("kettlebell", "dumbbells", "barbell")),
    "no weight": Profile(equipment=("wall", "dowel")),
    "a barbell alone": Profile(equipment=("dowel", "barbell")),
    "dumbbells": Profile(equipment=("dowel", "dumbbells")),
    "low back": Profile(limits=("low-back",), equipment=("kettlebell", "trap-bar", "dumbbells")),
    "sixty": Profile(sixty_plus=True),
    "no swings": Profile(without=("kettlebell-swing", "barbell-deadlift")),
    "no first loads": Profile(without=("kettlebell-deadlift", "romanian-deadlift")),
}


def named(day: Decision) -> bool:
    return any(reason.rule.startswith("D16") for reason in day.reasons)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_who_does_what_is_asked_is_never_called_stuck(index: Index, profile: Profile) -> None:
    days = list(decisions(index, days=200, profile=profile))

    assert [day.date for day in days if named(day)] == []


@pytest.mark.parametrize("share", [80, 70, 50])
def test_who_stays_at_eighty_percent_is_called_stuck_after_six_weeks(
    index: Index, share: int
) -> None:
    weeks = [day for day in decisions(index, days=140, share=share) if day.date.weekday() == 2]

    assert [named(day) for day in weeks[:14]] == [False] * 6 + [True, False] * 4


def test_who_stays_at_eighty_percent_with_load_is_called_stuck(index: Index) -> None:
    profile = Profile(equipment=("kettlebell", "dumbbells"))
    learned = list(decisions(index, days=28, profile=profile))
    assert not any(named(day) for day in learned)

    lasting = list(decisions(index, days=120, profile=profile, share=80))

    assert any(named(day) for day in lasting[42:56])
