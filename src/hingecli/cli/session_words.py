"""A session as typed on the command line: its words, and how they become a body of events.

Shared by `log` and `edit`; what is put in the place of what was there is `edited_body`'s. Owns no
grammar: reading words is the coach's. What reads an answer beside the sets is imported where one
was typed: most logs have none.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import msgspec

from hingecli.coach.log.events import MistakeCount, Pain, SessionBody, SetRecord
from hingecli.coach.parse import beside, measures, session
from hingecli.coach.parse.names import find_drill, find_mistake
from hingecli.coach.parse.signs import plain
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import HingeError, UnknownNameError, UsageError
from hingecli.text import clean, quoted

if TYPE_CHECKING:
    from hingecli.app import App


class SessionWords(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed for a session, by the fields of its body; None where nothing was."""

    sets: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    pain: str | None = None
    where: str | None = None
    sharp: bool | None = None
    sore: str | None = None
    effort: str | None = None
    distance_cm: str | None = None
    note: str | None = None
    day: str | None = None
    length_in_sentence: bool = False
    """Whether the distance stood among the sets: beside another drill it may be something else."""
    asked: bool = False
    """Whether they answer a question: then there are no options, and all is told in a sentence."""
    effort_in_sentence: bool = False
    """Whether how hard it was stood among the sets: the words behind them may be a note."""


def words_of(sets: Sequence[str] | None, answers: Mapping[str, Any]) -> SessionWords:
    """Return the words of a session from a command's sets and its options of `cli.options`.

    Raises UsageError for an empty word, and for what is told twice.
    """
    given = {name: answer for name, answer in answers.items() if answer is not None}
    given["mistakes"] = tuple(given.get("mistakes", ()))
    return with_sentence(SessionWords(**given), tuple(sets or ()))


def with_sentence(words: SessionWords, sets: tuple[str, ...]) -> SessionWords:
    """Add `sets` to `words`, and what their sentence tells beside them. Raises UsageError."""
    if not all(word.strip() for word in sets):
        raise UsageError("one of the words is empty. Write a drill and its sets: wall 3x10.")
    if not all(plain(word).strip() for word in sets):  # a word of nothing is named by the grammar
        return msgspec.structs.replace(words, sets=sets)
    sentence = beside.part(" ".join(sets))
    if sentence.pain is not None and _tells_no_score(sentence.pain):
        raise UsageError(f"{quoted(sentence.pain)}: how much, 0-10? Write pain 3 in the back.")
    parts: dict[str, Any] = {
        "pain": sentence.pain,
        "effort": sentence.effort and re.sub(r"(?i)^effort\W*", "", sentence.effort),
        "sore": sentence.sore and re.sub(r"(?i)^sore(?:ness)?\W*", "", sentence.sore),
        "distance_cm": sentence.distance,
        "mistakes": sentence.mistakes and (re.sub(r"(?i)^noticed\W*", "", sentence.mistakes),),
        "day": sentence.day,
        "note": sentence.note and re.sub(r"(?i)^notes?\W*", "", sentence.note),
    }
    new = {name: part for name, part in parts.items() if part}
    twice = sentence.twice or next((name for name in new if getattr(words, name)), None)
    if twice is not None:
        name = _SAID.get(twice, twice)
        raise UsageError(f"{name} is told twice. Leave one of them out.")
    return msgspec.structs.replace(
        words,
        sets=tuple(filter(None, (sentence.sets,))) if new else sets,
        length_in_sentence=sentence.distance is not None,
        effort_in_sentence=sentence.effort is not None,
        **new,
    )


def _tells_no_score(pain: str) -> bool:
    from hingecli.coach.parse.answers import pain_words

    return pain_words(pain).score == pain


_SAID: Final = {"distance_cm": "the distance", "distance": "the distance", "day": "the day"}
"""How a part of a sentence is called where its field is called otherwise."""


def read_body(app: "App", words: SessionWords, *, default: Callable[[], str]) -> SessionBody:
    """Read a whole session. Raises UsageError and UnknownNameError."""
    sets = sets_told(app, words, default=default)
    if not sets:
        raise UsageError("no sets: what did you do? Write hinge log wall 3x10.")
    wall = app.index.rules.wall_distance.drill
    if words.length_in_sentence and all(record.drill != wall for record in sets):
        name = app.index.rungs[wall].plural
        raise UsageError(
            f"{quoted(words.distance_cm or '')}: a distance is told with {name} alone."
        )
    return SessionBody(
        sets=sets,
        mistakes=read_mistakes(app, words.mistakes, sets=sets),
        pain=read_pain(app, words),
        **read_answers(app, words),
    )


def read_sets(
    app: "App", words: tuple[str, ...], *, default: Callable[[], str]
) -> tuple[SetRecord, ...]:
    """Read the sets, with the drills' names of this run's protocol."""
    index = app.index
    variants = {v.id.replace("-", " "): v.id for v in index.rules.variety.all}
    named = session.Named(
        drill=lambda word: find_drill(index, word),
        default=default,
        things=index.weights,
        variants=variants,
        sided={rung.id for rung in index.ladder if rung.per_side},
        weighted=index.loaded,
    )
    try:
        return session.read_sets(words, named)
    except UnknownNameError as unknown:
        from hingecli.coach.parse.places import places_in

        said = words[-1] if words else ""
        places = places_in(said, index)
        if not places:
            raise
        what = f"{quoted(said)} is no drill." if len(said.split()) == 1 else f"{unknown}"
        raise UsageError(
            f"{what} If it hurts there, say how much, 0-10: "
            f"pain 3 in the {places[0].replace('-', ' ')}."
        ) from unknown


def sets_told(
    app: "App", words: SessionWords, *, default: Callable[[], str], edits: bool = False
) -> tuple[SetRecord, ...]:
    """Read the sets. Raises UsageError that says how to write what stands behind them."""
    try:
        return read_sets(app, words.sets, default=default)
    except HingeError as problem:
        from hingecli.cli.remark import about_remark

        reads = partial(read_sets, app, default=default)
        alone = not edits and _are_all_sets(words)
        said = about_remark(app, words.sets, reads, alone=alone, asked=words.asked)
        if not said:
            raise
        raise UsageError(said) from problem


def _are_all_sets(words: SessionWords) -> bool:
    """Return whether nothing was told but sets."""
    told = msgspec.structs.replace(words, asked=False, effort_in_sentence=False)
    return told == SessionWords(sets=words.sets)


def read_mistakes(
    app: "App", texts: tuple[str, ...], *, sets: tuple[SetRecord, ...]
) -> tuple[MistakeCount, ...]:
    """Read the mistakes noticed in the last drill of `sets`: in no more reps than it had."""
    if not texts:
        return ()
    from hingecli.coach.parse.mistakes import read_mistakes as read_noticed

    drill = sets[-1].drill
    noticed = read_noticed(
        texts,
        named=lambda word: find_mistake(app.mistakes, word),
        drill=drill,
    )
    reps = sum(record.reps for record in sets if record.drill == drill)
    for noted in noticed:
        if noted.count > reps:
            raise UsageError(
                f"{noted.mistake} {noted.count} times in {reps} reps? Count the reps that had it: "
                f"-m {noted.mistake}:{reps} at most."
            )
    return noticed


def read_pain(app: "App", words: SessionWords) -> Pain | None:
    """Read the pain; a place or a kind of pain without a score is an error."""
    if words.pain is None:
        if words.where is not None or words.sharp:
            raise UsageError("how much pain? Add --pain 0-10.")
        return None
    from hingecli.coach.parse import answers

    typed = answers.pain_words(words.pain)
    if words.where is not None:
        typed = typed._replace(where=words.where)
    if words.sharp is not None:
        typed = typed._replace(sharp=words.sharp)
    return answers.read_pain(typed, app.index, prefix="--")


def read_note(text: str) -> str | None:
    """Clean and read a note; an empty one is none."""
    from hingecli.coach.parse import answers

    return answers.read_note(clean(text).strip()) or None


_ALONE: Final = ("sore", "effort", "distance_cm", "note")
"""The answers that stand alone."""


def _readers() -> Mapping[str, Callable[[str, Index], Any]]:
    """Return how the answers that stand alone are read, by their field."""
    from hingecli.coach.parse import answers

    return {
        "sore": lambda text, _: answers.read_score(text, what="--sore"),
        "effort": answers.read_effort,
        "distance_cm": lambda text, _: measures.read_distance(text),
        "note": lambda text, _: read_note(text),
    }


def read_answers(
    app: "App", words: SessionWords, *, taken_away_by: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the answers that were typed, by the fields of a body; None where one is taken away."""
    typed = {name: text for name in _ALONE if (text := getattr(words, name)) is not None}
    if not typed:
        return {}
    readers = _readers()
    if words.effort_in_sentence:
        from hingecli.cli.remark import effort_told

        alone = _are_all_sets(msgspec.structs.replace(words, effort=None))
        sets = words.sets if alone else ()
        read_effort = partial(effort_told, sets=sets, asked=words.asked)
        readers = {**readers, "effort": read_effort}
    found: dict[str, Any] = {
        name: None if text.strip().lower() in taken_away_by else readers[name](text, app.index)
        for name, text in typed.items()
    }
    if "distance_cm" in found:
        distance: measures.Distance | None = found["distance_cm"]
        found["distance_cm"] = None if distance is None else distance.cm
        found["distance_unit"] = "cm" if distance is None else distance.unit
    return found
