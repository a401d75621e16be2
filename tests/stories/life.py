"""Lives a diary with the coach: each day decided, and done as the diary or its habit says.

Owns what a person does and tells. What the cards must say is `card` and `weeks`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from factories import Journal, day, sets
from hingecli.coach.day.decide import decide
from hingecli.coach.day.questions import morning_asked
from hingecli.coach.fold import begin, carry_on, fold, open_gates, step
from hingecli.coach.log.events import SetRecord
from hingecli.coach.parse import answers, equipment, profile
from hingecli.coach.parse.names import find_drill, folded
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Block, Decision
from hingecli.coach.state.state import State
from hingecli.errors import HingeError
from stories.diary import WEEKDAYS, WEEKS, Diary, Line, parts_of

_NUMBER = r"(\d+)"
_MORNING = re.compile(rf"{_NUMBER}(?:; sore {_NUMBER})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A card as it was seen: the day's number, the decision, and what stood open."""

    day: int
    decision: Decision
    opened: frozenset[str]
    words: str


@dataclass(slots=True, kw_only=True)
class LivedDay:
    """A day as it was lived: its cards before a session, what was told and what was done."""

    cards: list[Seen] = field(default_factory=list)
    scores: list[int] = field(default_factory=list)
    done: list[SetRecord] = field(default_factory=list)
    loaded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """What a person does on a day of which nothing is written.

    `clean` is the share of clean reps (%), `tells` the score of a morning that is asked for, None
    where none is told. `every` other day only, or `days` of the week only, where they are told.
    """

    does: bool = True
    clean: int = 100
    effort: int | None = None
    pain: str = ""
    tells: int | None = None
    every: int = 1
    days: tuple[str, ...] = ()
    mistake: tuple[str, int] | None = None

    def comes(self, number: int) -> bool:
        """Return whether the person comes on the day with this number."""
        on_day = not self.days or WEEKDAYS[number % 7] in self.days
        return self.does and on_day and number % self.every == 0


CheckCard = Callable[["Life", Line, Seen], None]


class Life:
    """A diary as it is lived, day by day; `days` are those lived so far."""

    def __init__(self, index: Index, diary: Diary, *, check: CheckCard) -> None:
        """Begin `diary`; `check` is shown each card that a line asks for."""
        self.index = index
        self.diary = diary
        self.journal = Journal()
        self.state: State = begin(index)
        self.habit = Habit()
        self.days: list[LivedDay] = []
        self._check = check

    def live(self) -> None:
        """Live all days of the diary."""
        for number in range(7 * WEEKS):
            self._live_day(number)

    def _live_day(self, number: int) -> None:
        self.days.append(LivedDay())
        carry_on(self.state, day(number))
        lines = self.diary.of_day(number)
        for line in lines:
            if line.verb in _FIRST_OF_A_DAY:
                self._tell(number, line)
        if not any(line.verb == "morning" for line in lines):
            self._answer(number)
        for line in lines:
            if line.verb == "card":
                self._check(self, line, self._look(number))
            elif line.verb == "does":
                self._do(number, line)
            elif line.verb not in _FIRST_OF_A_DAY:
                self._tell(number, line)
        if not any(line.verb == "does" for line in lines):
            self._follow(number, self.habit)

    def _look(self, number: int) -> Seen:
        open_gates(self.state)
        decision = decide(self.state)
        told = [decision.title, *(reason.text for reason in decision.reasons), *decision.say]
        return Seen(
            day=number,
            decision=decision,
            opened=frozenset(self.state.unlocks),
            words="\n".join(filter(None, [*told, decision.ask])),
        )

    def _answer(self, number: int) -> None:
        """Tell the morning that is asked for, if it is the person's habit."""
        open_gates(self.state)
        asked = morning_asked(self.state)
        if asked is None or self.habit.tells is None or not self.habit.comes(number):
            return
        self._take(self.journal.morning(_number_of(asked), self.habit.tells))
        if asked == day(number):
            self.days[number].scores.append(self.habit.tells)

    def _tell(self, number: int, line: Line) -> None:
        """Take what a person says beside practice."""
        verb, words, journal = line.verb, line.words, self.journal
        if verb == "setup":
            self._take(journal.setup(number, **_profile(self.index, line)))
        elif verb == "habit":
            self.habit = _habit(line, words, Habit())
        elif verb == "morning" and (
            found := re.fullmatch(rf"{_NUMBER}(?:; sore {_NUMBER})?", words)
        ):
            self.days[number].scores.append(int(found[1]))
            sore = None if found[2] is None else int(found[2])
            self._take(journal.morning(number, int(found[1]), sore=sore))
        elif verb == "pauses" and words in ("", "ill"):
            self._take(journal.pause(number, ill=words == "ill"))
        elif verb == "resumes" and not words:
            self._take(journal.resume(number))
        elif verb == "gets" and words == "a professional's yes":
            self._take(journal.cleared(number))
        elif verb == "sees" and words == "a professional":
            self._take(journal.seen_professional(number))
        elif verb == "opens":
            self._take(journal.override(number, _drill(self.index, line, words)))
        else:
            raise line.error(
                f'"{verb}" is not known with these words. Write setup, habit, does, card, '
                "morning 2, pauses, resumes, gets a professional's yes, sees a professional, "
                "or opens DRILL."
            )

    def _do(self, number: int, line: Line) -> None:
        first, *more = parts_of(line.words)
        if first == "nothing":
            self.days[number].cards.append(self._look(number))
            return
        habit = _habit(line, "; ".join(more), self.habit)
        if first == "the card":
            self._follow(number, replace(habit, does=True, every=1, days=()))
            return
        self.days[number].cards.append(self._look(number))
        drill, _, tokens = re.sub(r"(?<=\d) ?kg\b", "", first).partition(" ")
        while tokens and not re.match(r"[@\d]", tokens):
            word, _, tokens = tokens.partition(" ")
            drill += f" {word}"
        self._log(number, (f"{_drill(self.index, line, drill)} {tokens}",), habit)

    def _follow(self, number: int, habit: Habit) -> None:
        """Do what the card says, and what it says after a re-check."""
        seen = self._look(number)
        self.days[number].cards.append(seen)
        if not habit.comes(number) or seen.decision.kind not in _KINDS_TO_DO:
            return
        if not seen.decision.blocks:
            return
        self._log(number, tuple(_words(seen.decision.blocks, habit.clean)), habit)
        if seen.decision.kind == "recheck":
            after = self._look(number)
            if after.decision.kind == "load":
                self.days[number].cards.append(after)
                self._log(number, tuple(_words(after.decision.blocks, habit.clean)), habit)

    def _log(self, number: int, words: tuple[str, ...], habit: Habit) -> None:
        lived, records = self.days[number], sets(*words)
        loaded = any(self.index.rungs[record.drill].loaded for record in records)
        told: dict[str, Any] = {"effort": habit.effort if loaded else None}
        if habit.pain:
            pain = answers.read_pain(answers.pain_words(habit.pain), self.index)
            told |= {"pain": pain.score, "where": pain.where, "sharp": pain.sharp}
            lived.scores.append(pain.score)
        if habit.mistake is not None:
            told["mistakes"] = dict([habit.mistake])
        lived.done += records
        lived.loaded = lived.loaded or loaded
        self._take(self.journal.session(number, *words, **told))

    def _take(self, journal: Journal) -> None:
        """Take what was told last into the state; a second sitting of a day with its first."""
        new = Journal(journal.events[len(self.journal.events) :])
        self.journal = journal
        entry = new.read().days[0]
        if (entry.sittings and self.state.done_today() is not None) or entry.day < self.state.today:
            self.state = fold(self.index, journal.read(), self.state.today)
        else:
            step(self.state, entry)


_FIRST_OF_A_DAY = ("setup", "habit")
_KINDS_TO_DO = ("practice", "test", "load", "recheck", "hold")


def _number_of(when: Any) -> int:
    return int((when - day(0)).days)


def _drill(index: Index, line: Line, words: str) -> str:
    try:
        return find_drill(index, words)
    except HingeError as error:
        raise line.error(str(error)) from error


def _words(blocks: tuple[Block, ...], clean: int) -> Iterator[str]:
    """Write blocks as they are logged, with so many of the reps clean (%), rounded up."""
    for block in blocks:
        at = "" if block.load_kg is None else f" @{block.load_kg:f}"
        done = kept = 0
        counts: list[str] = []
        for _ in range(block.sets):
            if block.purpose == "test":
                good = block.reps if clean == 100 else max(1, clean // (100 - clean))
                counts.append(f"{good}" if good >= block.reps else f"{good}/{good + 1}")
                if good >= block.reps:
                    break
                continue
            done += block.reps
            good = -(-done * clean // 100) - kept
            kept += good
            sides = ("L", "R") if block.per_side else ("",)
            counts += [f"{good}/{block.reps}{side}" for side in sides]
        yield f"{block.drill} {' '.join(counts)}{at}"


def _habit(line: Line, words: str, habit: Habit) -> Habit:
    """Read the parts of a habit over what held before."""
    for part in parts_of(words):
        for pattern, change in _HABITS:
            if found := re.fullmatch(pattern, part):
                habit = replace(habit, **change(found))
                break
        else:
            raise line.error(
                f'"{part}" is no habit. Write does what the card says, does nothing, 100 % clean, '
                "effort 5, pain 1, pain 4 low back, tells the morning after: 1, tells no morning, "
                "every other day, only on mon wed fri, or mistake soft lockout 3."
            )
    return habit


_HABITS: tuple[tuple[str, Callable[[re.Match[str]], dict[str, Any]]], ...] = (
    (r"does what the card says", lambda found: {"does": True}),
    (r"does nothing", lambda found: {"does": False}),
    (rf"{_NUMBER} % clean", lambda found: {"clean": int(found[1])}),
    (rf"effort {_NUMBER}", lambda found: {"effort": int(found[1])}),
    (r"pain (\d+[a-z ]*)", lambda found: {"pain": found[1]}),
    (rf"tells the morning after: {_NUMBER}", lambda found: {"tells": int(found[1])}),
    (r"tells no morning", lambda found: {"tells": None}),
    (r"every other day", lambda found: {"every": 2}),
    (r"only on ([a-z ]+)", lambda found: {"days": tuple(found[1].split())}),
    (rf"mistake ([a-z ]+) {_NUMBER}", lambda found: {"mistake": (folded(found[1]), int(found[2]))}),
)


def _profile(index: Index, line: Line) -> dict[str, Any]:
    """Read the answers of a setup line."""
    given: dict[str, Any] = {}
    for part in parts_of(line.words):
        name, _, value = part.partition(" ")
        reader = _ANSWERS.get(name)
        if reader is None:
            raise line.error(f'"{name}" is no question of setup. Write {", ".join(_ANSWERS)}.')
        try:
            given |= reader(index, value)
        except HingeError as error:
            raise line.error(str(error)) from error
    return given


_ANSWERS: dict[str, Callable[[Index, str], dict[str, Any]]] = {
    "equipment": lambda index, text: {"equipment": equipment.read_equipment(text, index)},
    "bells": lambda index, text: {"bells": equipment.read_bells(text, "kg")},
    "days": lambda index, text: {"days": profile.read_days(text)},
    "goal": lambda index, text: {"goal": answers.read_choice(text, profile.GOALS, what="goal")},
    "limits": lambda index, text: {"limits": profile.read_limits(text, index)},
    "experience": lambda index, text: {
        "experience": answers.read_choice(text, profile.EXPERIENCES, what="experience")
    },
    "mass": lambda index, text: {"body_mass_kg": profile.read_body_mass(text, "kg")},
    "screen": lambda index, text: {"screen": answers.read_choice(text, profile.SCREENS, what="it")},
    "sixty": lambda index, text: {"sixty_plus": answers.read_yes(text)},
    "usual": lambda index, text: {"usual_pain": answers.read_score(text, what="usual")},
    "deadlift": lambda index, text: {"deadlift_kg": profile.read_body_mass(text, "kg")},
    "without": lambda index, text: {
        "without": tuple(find_drill(index, drill) for drill in text.split(","))
    },
}
