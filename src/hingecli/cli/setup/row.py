"""What a row of the setup is made of: an answer, and how it is typed, asked and shown.

Imports nothing heavy before an answer is read: completion runs through here.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from hingecli.cli.options import Option

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.log.events import Profile, Unit

T = TypeVar("T")


class Ground(NamedTuple):
    """What an answer is read, asked and shown with: this run, and the answers known so far.

    `what` names the answer where it is refused.
    """

    app: "App"
    profile: "Profile"
    what: str = ""

    @property
    def unit(self) -> "Unit":
        """The unit that the person thinks in."""
        return self.profile.units or "kg"


class Meaning(NamedTuple, Generic[T]):
    """What an answer means: how it is read and shown, and how it is asked.

    `show` is called with None where there is no answer, and returns None where `otherwise` is to be
    shown. An empty `question` is not asked; `ask` asks in another way than by one question.
    `asked_as` is `Ground.what` while it is asked. `beside` returns the other answers, by field,
    that the words for this one tell on the way: they are not asked again.
    """

    read: Callable[[Any, Ground], T]
    show: Callable[[T | None, Ground], str | None]
    question: Callable[[Ground], str] | None = None
    ask: Callable[[Ground], T | None] | None = None
    asked_as: str = ""
    beside: Callable[[str, Ground], Mapping[str, Any]] = lambda _text, _on: {}
    otherwise: str = "not told"


class SetupRow(NamedTuple):
    """An answer: its option, whose keyword is its field, and its line in `hinge setup --show`.

    `change` is what to type to change it. An `optional` line is left out without an answer.
    """

    option: Option
    label: str
    change: str
    optional: bool
    meaning: Callable[[], Meaning[Any]]

    @property
    def field(self) -> str:
        """Its name in the profile, or in the coach's state."""
        return self.option.keyword


def answer(
    option: Option, *, label: str, change: str, optional: bool = False
) -> Callable[[Callable[[], Meaning[T]]], SetupRow]:
    """Make a row of the function that it stands on, which imports what its meaning needs."""
    return lambda meaning: SetupRow(option, label, change, optional, meaning)


def now(answer: str | Sequence[str] | None) -> str:
    """Show in a question what holds now, and what Enter keeps."""
    if answer is None:
        return ""
    return f"[{answer if isinstance(answer, str) else ','.join(answer) or 'none'}]"


def now_masses(masses: Sequence[Decimal] | None, on: Ground) -> str:
    """Show in a question the masses (kg) that hold now, in the unit that the person thinks in."""
    from hingecli.coach.rules import gear

    if masses is None:
        return ""
    return f"[{', '.join(gear.say(mass, on.unit) for mass in masses)}]"
