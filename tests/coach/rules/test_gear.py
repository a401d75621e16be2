"""What a person owns decides which drills and which weights there are."""

from decimal import Decimal
from typing import Any

import pytest

from factories import Journal, lifter, state_on, today
from hingecli.coach.log.events import KG_PER_LB, Profile
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import gear

BELLS = (Decimal(8), Decimal(12), Decimal(16))


def lb(amount: int) -> Decimal:
    return amount * KG_PER_LB


@pytest.mark.parametrize(
    ("profile", "owns"),
    [
        (Profile(), True),
        (Profile(equipment=()), False),
        (Profile(equipment=("wall", "dowel", "platform")), False),
        (Profile(equipment=("wall", "dumbbells")), True),
        (Profile(equipment=(), bells=BELLS), True),
    ],
)
def test_a_weight_is_owned_when_one_was_named_or_nothing_was_told(
    index: Index, profile: Profile, owns: bool
) -> None:
    assert gear.owns_weight(index, profile) is owns


@pytest.mark.parametrize(
    ("equipment", "drill", "can"),
    [
        (None, "deficit-deadlift", True),
        ((), "wall-hinge", True),
        ((), "single-leg-rdl", True),
        ((), "kettlebell-deadlift", False),
        (("kettlebell",), "kettlebell-deadlift", True),
        (("dumbbells",), "kettlebell-deadlift", True),
        (("kettlebell",), "romanian-deadlift", True),
        (("dumbbells",), "kettlebell-swing", False),
        (("barbell",), "deficit-deadlift", False),
        (("barbell", "platform"), "deficit-deadlift", True),
    ],
)
def test_equipment_allows_a_drill_when_one_alternative_is_owned_whole(
    index: Index, equipment: tuple[str, ...] | None, drill: str, can: bool
) -> None:
    assert gear.can_do(Profile(equipment=equipment), index.rungs[drill]) is can


def test_bells_count_as_a_kettlebell(index: Index) -> None:
    profile = Profile(equipment=(), bells=BELLS)

    assert gear.can_do(profile, index.rungs["kettlebell-swing"])


@pytest.mark.parametrize(
    ("equipment", "drill", "sure"),
    [
        (None, "trap-bar-deadlift", False),
        (None, "sumo-deadlift", True),
        (None, "single-leg-rdl", True),
        (("trap-bar",), "trap-bar-deadlift", True),
        (("dumbbells",), "trap-bar-deadlift", False),
    ],
)
def test_a_substitute_is_asked_for_when_owned_or_usual_at_home(
    index: Index, equipment: tuple[str, ...] | None, drill: str, sure: bool
) -> None:
    assert gear.can_be_asked(index, Profile(equipment=equipment), index.rungs[drill]) is sure


@pytest.mark.parametrize(
    ("profile", "drill", "implement"),
    [
        (Profile(), "kettlebell-deadlift", "kettlebell"),
        (Profile(equipment=("dumbbells",)), "kettlebell-deadlift", "dumbbell"),
        (Profile(equipment=("barbell",)), "romanian-deadlift", "barbell"),
        (Profile(equipment=("kettlebell",)), "romanian-deadlift", "kettlebell"),
        (Profile(equipment=(), bells=BELLS), "romanian-deadlift", "kettlebell"),
        (Profile(equipment=()), "single-leg-rdl", None),
        (Profile(), "single-leg-rdl", "kettlebell"),
        (Profile(equipment=("dumbbells", "kettlebell")), "single-leg-rdl", "dumbbell"),
        (Profile(), "barbell-deadlift", "barbell"),
        (Profile(equipment=()), "broad-jump", None),
        (Profile(), "broad-jump", None),
        (Profile(), "wall-hinge", None),
    ],
)
def test_a_drill_is_loaded_with_the_first_thing_owned(
    index: Index, profile: Profile, drill: str, implement: str | None
) -> None:
    assert gear.implement_of(index, profile, index.rungs[drill]) == implement


@pytest.mark.parametrize(("load", "heavier"), [(8, 12), (9, 12), (12, 16), (16, None)])
def test_a_person_with_three_bells_is_never_told_a_fourth(
    index: Index, load: int, heavier: int | None
) -> None:
    profile = Profile(bells=BELLS)

    step = gear.step_up(index, profile, "kettlebell", Decimal(load))

    assert step == (None if heavier is None else Decimal(heavier))


@pytest.mark.parametrize(
    ("implement", "units", "load", "heavier"),
    [
        ("barbell", "kg", Decimal(20), Decimal("22.5")),
        ("barbell", "kg", Decimal(50), Decimal("52.5")),
        ("barbell", "kg", Decimal(51), Decimal(55)),
        ("barbell", "kg", Decimal(100), Decimal(105)),
        ("dumbbell", "kg", Decimal(10), Decimal(12)),
        ("barbell", "lb", lb(135), lb(145)),
        ("barbell", "lb", lb(95), lb(100)),
        ("dumbbell", "lb", lb(20), lb(25)),
    ],
)
def test_the_next_weight_is_five_percent_up_to_a_real_step(
    index: Index, implement: str, units: str, load: Decimal, heavier: Decimal
) -> None:
    profile = Profile(units="lb" if units == "lb" else "kg")

    assert gear.step_up(index, profile, implement, load) == heavier


@pytest.mark.parametrize(
    ("implement", "load", "found"),
    [
        ("kettlebell", "13", "12"),
        ("kettlebell", "12", "12"),
        ("kettlebell", "5", "8"),
        ("barbell", "31.4", "30"),
        ("barbell", "12", "20"),
        ("dumbbell", "7.9", "6"),
        ("dumbbell", "1", "2"),
    ],
)
def test_a_wanted_weight_becomes_one_that_exists_at_or_under_it(
    index: Index, implement: str, load: str, found: str
) -> None:
    profile = Profile(bells=BELLS)

    assert gear.at_most(index, profile, implement, Decimal(load)) == Decimal(found)


@pytest.mark.parametrize(
    ("implement", "lightest"),
    [("kettlebell", 4), ("barbell", 20), ("trap-bar", 20), ("dumbbell", 2)],
)
def test_each_implement_has_a_lightest_weight(index: Index, implement: str, lightest: int) -> None:
    assert gear.lightest(index, Profile(), implement) == lightest


@pytest.mark.parametrize(
    ("load", "unit", "says"),
    [
        (Decimal(16), "kg", "16 kg"),
        (Decimal("22.50"), "kg", "22.5 kg"),
        (lb(35), "lb", "35 lb"),
        (Decimal(20), "lb", "44 lb"),
        (Decimal(8), "lb", "18 lb"),
        (Decimal(16), "lb", "35 lb"),
        (lb(25), "kg", "11.5 kg"),
        (Decimal("17.5") * KG_PER_LB, "lb", "17.5 lb"),
        (lb(35), "kg", "16 kg"),
        (Decimal("16.333"), "kg", "16.333 kg"),
        (Decimal("16.125"), "kg", "16.125 kg"),
        (Decimal("16.333"), "lb", "36 lb"),
        (Decimal(100), "kg", "100 kg"),
    ],
)
def test_a_load_is_said_as_typed_or_as_bells_are_marked(
    load: Decimal, unit: str, says: str
) -> None:
    assert gear.say(load, unit) == says


# --- what is told once a drill opens, and how it is held ---


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({}, True),
        ({"equipment": ("wall", "dowel")}, True),
        ({"equipment": ("kettlebell",)}, False),
        ({"equipment": ("dumbbells",)}, False),
        ({"bells": (8, 12, 16)}, False),
    ],
)
def test_only_who_does_not_own_one_is_told_to_get_a_bell(
    index: Index, answers: dict[str, Any], says: bool
) -> None:
    state = state_on(index, Journal().setup(0, **answers), 0)

    note = gear.opening_note(state.profile, index.rungs["kettlebell-deadlift"])

    assert note.startswith("Get a light kettlebell") is says


def test_what_is_good_to_know_is_told_whoever_owns_what(index: Index) -> None:
    state = state_on(index, Journal().setup(0, equipment=("kettlebell",)), 0)

    assert gear.opening_note(state.profile, index.rungs["kettlebell-swing"]).startswith("Russian")


@pytest.mark.parametrize(("days", "says"), [(1, True), (2, False)])
def test_how_a_drill_is_held_is_said_the_first_times(index: Index, days: int, says: bool) -> None:
    journal = lifter("rdl", equipment=("kettlebell",)).sessions(range(0, 3 * days, 3), "rdl 3x8 @8")

    texts = [reason.text for reason in today(index, journal, 3 * days).reasons]

    assert ("Romanian deadlift: one bell in both hands." in texts) is says


@pytest.mark.parametrize(
    ("load", "next_kg"), [(20, "22.5"), ("20.5", "22.5"), (21, "22.5"), (22, "25"), ("22.5", "25")]
)
def test_an_odd_weight_goes_on_to_the_next_real_one(
    index: Index, load: object, next_kg: str
) -> None:
    found = gear.step_up(index, Profile(), "barbell", Decimal(str(load)))

    assert found == Decimal(next_kg)


# --- what was told before ---


@pytest.mark.parametrize(
    ("equipment", "bells"),
    [
        (("wall", "dowel"), ()),
        (("dumbbells",), ()),
        (("kettlebell", "dowel"), (Decimal(8), Decimal(12))),
    ],
)
def test_who_no_longer_has_kettlebells_owns_no_bells(
    index: Index, equipment: tuple[str, ...], bells: tuple[Decimal, ...]
) -> None:
    before = Journal().setup(0, equipment=("kettlebell", "dowel"), bells=(8, 12))

    later = state_on(index, before.setup(9, equipment=equipment), 9)

    assert later.profile.bells == bells
    assert gear.can_do(later.profile, index.rungs["kettlebell-swing"]) is bool(bells)


@pytest.mark.parametrize("together", [True, False])
def test_bells_told_beside_or_after_other_things_are_owned(index: Index, together: bool) -> None:
    journal = Journal().setup(0, equipment=("dumbbells",), **({"bells": (8,)} if together else {}))
    journal = journal if together else journal.setup(1, bells=(8,))

    assert state_on(index, journal, 1).profile.bells == (Decimal(8),)
