"""What few people tell: drills they want or decline, what they lift, whether walks speak."""

from decimal import Decimal
from typing import Final

from hingecli.cli.complete import complete_assistance, complete_without
from hingecli.cli.options import REPEATED, SWITCH, Option
from hingecli.cli.setup.row import Ground, Meaning, answer, now_masses


@answer(
    Option(
        "assist",
        ("--assist",),
        "An assistance drill for four weeks, or none.",
        "DRILL",
        kind=REPEATED,
        complete=complete_assistance,
    ),
    label="Assistance drills",
    change="--assist DRILL",
    optional=True,
)
def _assist() -> Meaning[tuple[str, ...]]:
    from hingecli.coach.parse.profile import read_assistance
    from hingecli.show.setup import drills

    return Meaning(
        read=lambda words, on: read_assistance(words, on.app.index),
        show=lambda assist, on: drills(assist or (), on.app.index),
    )


@answer(
    Option(
        "without",
        ("--without",),
        "Loaded drills you decline, or none.",
        "DRILLS",
        complete=complete_without,
    ),
    label="Without",
    change="--without DRILLS",
    optional=True,
)
def _without() -> Meaning[tuple[str, ...]]:
    from hingecli.coach.parse.profile import read_without
    from hingecli.show.setup import drills

    return Meaning(
        read=lambda text, on: read_without(text, on.app.index),
        show=lambda without, on: drills(without or (), on.app.index),
    )


@answer(
    Option("deadlift_kg", ("--deadlift",), "What you deadlift for five good reps.", "KG"),
    label="Deadlift",
    change="--deadlift KG",
    optional=True,
)
def _deadlift() -> Meaning[Decimal]:
    from hingecli.coach.parse.profile import read_deadlift
    from hingecli.show.setup import mass

    def question(on: Ground) -> str:
        """Ask who has lifted for years, and has what to lift."""
        barbell = "barbell" in (on.profile.equipment or ())
        if on.profile.experience != "trained" or not barbell:
            return ""
        known = None if on.profile.deadlift_kg is None else (on.profile.deadlift_kg,)
        asked = f"What do you deadlift for five good reps, in {on.unit}? (Enter: cannot say)"
        return f"{asked} {now_masses(known, on)}"

    return Meaning(
        read=lambda text, on: read_deadlift(text, on.unit, what=on.what),
        show=lambda kg, on: mass(kg, on.unit),
        question=question,
    )


@answer(
    Option("voice", ("--voice/--no-voice",), "Walks speak, or not.", kind=SWITCH),
    label="Voice",
    change="--voice",
    optional=True,
)
def _voice() -> Meaning[bool]:
    from hingecli.coach.parse.answers import read_yes
    from hingecli.show.setup import yes

    return Meaning(
        read=lambda given, _: given if isinstance(given, bool) else read_yes(given),
        show=lambda speaks, _: yes(speaks),
    )


ROWS: Final = (_assist, _without, _deadlift, _voice)
