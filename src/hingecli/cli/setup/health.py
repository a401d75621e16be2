"""What the person tells of pain, of the readiness screen, and of a professional's word."""

from datetime import date
from typing import TYPE_CHECKING, Final

from hingecli.cli.complete import complete_past_day, complete_score, complete_screen
from hingecli.cli.options import Option
from hingecli.cli.setup.row import Meaning, answer, now

if TYPE_CHECKING:
    from hingecli.coach.log.events import ReadinessResult


@answer(
    Option(
        "usual_pain", ("--usual-pain",), "Pain on a usual morning.", "0-10", complete=complete_score
    ),
    label="Usual pain",
    change="--usual-pain 0",
)
def _usual_pain() -> Meaning[int]:
    from hingecli.coach.parse.answers import pain_words
    from hingecli.coach.parse.profile import read_usual_pain
    from hingecli.show.setup import number

    return Meaning(
        read=lambda text, on: read_usual_pain(pain_words(text).score, on.app.index, what=on.what),
        show=lambda score, _: number(score),
        question=lambda on: (
            f"Pain on a usual morning, 0-10? (0: none) {now(number(on.profile.usual_pain))}"
        ),
        asked_as="pain",
    )


@answer(
    Option(
        "screen",
        ("--screen",),
        "Readiness: clear, unloaded or stop.",
        "RESULT",
        complete=complete_screen,
    ),
    label="Readiness",
    change="--screen clear",
)
def _screen() -> "Meaning[ReadinessResult]":
    from hingecli.cli.ask_readiness import ask_readiness
    from hingecli.cli.first_minute import KEY
    from hingecli.coach.parse.answers import read_choice
    from hingecli.coach.parse.profile import SCREENS
    from hingecli.show.setup import readiness

    return Meaning(
        read=lambda text, on: read_choice(text, SCREENS, what=on.what),
        show=lambda screen, on: readiness(screen, first=on.app.state.told_once.get(KEY)),
        otherwise="not answered yet",
        ask=lambda on: ask_readiness(on.app.index.rules.screen),
    )


@answer(
    Option(
        "cleared",
        ("--cleared",),
        "A professional said yes, on this day.",
        "DAY",
        complete=complete_past_day,
    ),
    label="Professional's yes",
    change="--cleared DATE",
)
def _cleared() -> Meaning[date]:
    from hingecli.coach.parse.dates import read_day
    from hingecli.show.setup import full_day

    return Meaning(
        read=lambda text, on: read_day(text, on.app.today),
        show=lambda cleared, _: full_day(cleared),
        otherwise="none recorded",
    )


@answer(
    Option(
        "seen_professional",
        ("--seen-professional",),
        "You saw one about your pain.",
        "DAY",
        complete=complete_past_day,
    ),
    label="Professional seen",
    change="--seen-professional DATE",
    optional=True,
)
def _seen_professional() -> Meaning[date]:
    from hingecli.coach.parse.dates import read_day
    from hingecli.show.setup import full_day

    return Meaning(
        read=lambda text, on: read_day(text, on.app.today),
        show=lambda seen, _: full_day(seen),
    )


ROWS: Final = (_usual_pain, _screen, _cleared, _seen_professional)
