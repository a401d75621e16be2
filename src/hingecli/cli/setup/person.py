"""Who the person is: what they work around, how heavy, how used to lifting, how old."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeVar

from hingecli.cli.complete import complete_experience, complete_limits, complete_units
from hingecli.cli.options import SWITCH, Option
from hingecli.cli.setup.row import Ground, Meaning, answer, now, now_masses

if TYPE_CHECKING:
    from hingecli.coach.log.events import Experience, Limit, Unit


Word = TypeVar("Word", bound=str)


@answer(
    Option("limits", ("--limits",), "low-back, knee, or none.", "LIST", complete=complete_limits),
    label="Limits",
    change="--limits low-back,knee",
)
def _limits() -> "Meaning[tuple[Limit, ...]]":
    from hingecli.coach.parse.profile import read_limits
    from hingecli.show.setup import listed

    return Meaning(
        read=lambda text, on: read_limits(text, on.app.index, what=on.what),
        show=lambda limits, _: listed(limits),
        question=lambda on: (
            f"Anything to work around? (low back, knee, or none) {now(on.profile.limits)}"
        ),
    )


@answer(
    Option("units", ("--units",), "The units you think in.", "kg/lb", complete=complete_units),
    label="Units",
    change="--units kg",
)
def _units() -> "Meaning[Unit]":
    from hingecli.coach.parse.answers import read_choice
    from hingecli.coach.parse.profile import UNIT_WORDS, UNITS

    return Meaning(
        read=lambda text, on: read_choice(text, UNITS, what=on.what, also=UNIT_WORDS),
        show=lambda _, on: on.unit,
        question=lambda on: f"Kilograms or pounds? {now(on.unit)}",
    )


@answer(
    Option("body_mass_kg", ("--body-mass",), "Optional: for first weights.", "KG"),
    label="Body mass",
    change="--body-mass KG",
)
def _body_mass() -> Meaning[Decimal]:
    from hingecli.coach.parse.profile import read_body_mass
    from hingecli.show.setup import mass

    def question(on: Ground) -> str:
        known = None if on.profile.body_mass_kg is None else (on.profile.body_mass_kg,)
        asked = f"How much do you weigh, in {on.unit}? (it helps with first weights)"
        return f"{asked} {now_masses(known, on)}"

    return Meaning(
        read=lambda text, on: read_body_mass(text, on.unit, what=on.what),
        show=lambda kg, on: mass(kg, on.unit),
        question=question,
    )


@answer(
    Option(
        "experience",
        ("--experience",),
        "new, some or trained.",
        "LEVEL",
        complete=complete_experience,
    ),
    label="Experience",
    change="--experience new",
)
def _experience() -> "Meaning[Experience]":
    from hingecli.coach.parse.answers import read_choice
    from hingecli.coach.parse.profile import EXPERIENCES, NEW_WORDS

    return Meaning(
        read=lambda text, on: read_choice(
            text, EXPERIENCES, what=on.what, also=NEW_WORDS | _by_number(EXPERIENCES)
        ),
        show=lambda level, _: level,
        question=lambda on: (
            "How much have you lifted? (1 new to it, 2 some, 3 for years) "
            f"{now(on.profile.experience)}"
        ),
    )


@answer(
    Option("sixty_plus", ("--sixty-plus/--under-sixty",), "You are 60 or older.", kind=SWITCH),
    label="Sixty or over",
    change="--sixty-plus",
)
def _sixty_plus() -> Meaning[bool]:
    from hingecli.coach.parse.profile import read_sixty
    from hingecli.show.setup import yes

    return Meaning(
        read=lambda given, _: given if isinstance(given, bool) else read_sixty(given),
        show=lambda older, _: yes(older),
        question=lambda on: f"Are you 60 or older? [y/n] {now(yes(on.profile.sixty_plus))}",
    )


ROWS: Final = (_limits, _units, _body_mass, _experience, _sixty_plus)


def _by_number(choices: Sequence[Word]) -> dict[str, Word]:
    """Return the choices of a question by the numbers that it gives them."""
    return {str(n): choice for n, choice in enumerate(choices, 1)}
