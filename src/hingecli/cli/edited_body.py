"""A session put right: what `hinge edit` was told in the place of what was there."""

from typing import TYPE_CHECKING

import msgspec

from hingecli.cli.session_words import (
    SessionWords,
    read_answers,
    read_mistakes,
    read_pain,
    sets_told,
)
from hingecli.coach.log.events import Pain, SessionBody, SetRecord

if TYPE_CHECKING:
    from hingecli.app import App

NO_ANSWER = ("none", "-", "")
"""Words with which `edit` takes an answer away."""


def edited_body(app: "App", before: SessionBody, words: SessionWords) -> SessionBody:
    """Put what was typed in the place of what was there; `none` takes an answer away."""
    sets = before.sets
    if words.sets:
        sets = sets_told(app, words, default=lambda: before.sets[0].drill, edits=True)
        sets = _marked(sets, before.sets)
    mistakes = tuple(m for m in before.mistakes if any(m.drill == r.drill for r in sets))
    if words.mistakes:
        gone = all(word.lower() in NO_ANSWER for word in words.mistakes)
        mistakes = read_mistakes(app, () if gone else words.mistakes, sets=sets)
    pain = before.pain
    if words.pain is not None or words.where is not None or words.sharp is not None:
        pain = _edited_pain(app, before.pain, words)
    return msgspec.structs.replace(
        before,
        sets=sets,
        mistakes=mistakes,
        pain=pain,
        **read_answers(app, words, taken_away_by=NO_ANSWER),
    )


def _marked(typed: tuple[SetRecord, ...], before: tuple[SetRecord, ...]) -> tuple[SetRecord, ...]:
    """Keep what the sets were where they are put right one by one: warm-up, variation, range.

    Where a word says one of these, the words count.
    """
    if [record.drill for record in typed] != [record.drill for record in before]:
        return typed
    if any(record.warmup or record.variant or record.range == "half" for record in typed):
        return typed
    return tuple(
        msgspec.structs.replace(record, warmup=was.warmup, variant=was.variant, range=was.range)
        for record, was in zip(typed, before, strict=True)
    )


def _edited_pain(app: "App", before: Pain | None, words: SessionWords) -> Pain | None:
    if words.pain is not None and words.pain.lower() in NO_ANSWER:
        return None
    if words.pain is None:
        if before is None:
            return read_pain(app, words)
        words = msgspec.structs.replace(words, pain=str(before.score))
    pain = read_pain(app, words)
    if pain is None or before is None or not pain.score:  # no pain is nowhere, and not sharp
        return pain
    if words.where is None:
        pain = msgspec.structs.replace(pain, where=before.where, where_told=before.where_told)
    return msgspec.structs.replace(pain, sharp=before.sharp if words.sharp is None else pain.sharp)
