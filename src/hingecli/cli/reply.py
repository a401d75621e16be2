"""The answer after a write: what it saved, what it opened or closed, and the next step.

Owns which facts an answer carries. Their words and looks are `show.reply`'s.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hingecli.cli.outcome import Outcome
from hingecli.cli.output import print_json, show
from hingecli.coach.day.decide import decide
from hingecli.coach.log.events import Morning, Pain
from hingecli.coach.log.sessions import Sitting
from hingecli.coach.report.opened import worth_saying
from hingecli.coach.report.sessions import after_session
from hingecli.coach.rules.hold_reasons import hold_reason
from hingecli.coach.rules.ladder import next_gate
from hingecli.coach.rules.severity import stops_training
from hingecli.show import reply as view

if TYPE_CHECKING:
    from hingecli.coach.results import Gate
    from hingecli.coach.state.state import State


def reply_to_log(
    outcome: Outcome,
    id_: str,
    *,
    also: Sequence[str] = (),
    tomorrow: str = "",
    dry_run: bool = False,
    json: bool = False,
) -> None:
    """Answer `hinge log`: saved, how it was read, opened or the gate, the next step, undo."""
    sitting = outcome.sitting(id_)
    if sitting is None:
        from hingecli.coach.log.undo import redo_step

        back = any(event.id == id_ for event in redo_step(outcome.written.events))
        way = "hinge redo brings it back" if back else "leave --id out to log it anew"
        outcome.app.tell(f"hinge: this session was saved before, and taken back since; {way}.")
        return
    if json:
        from hingecli.coach.report.progress import totals
        from hingecli.coach.report.sessions import session_json

        print_json(
            {
                "session": session_json(sitting),
                "unlocked": outcome.opened,
                "next_gate": next_gate(outcome.after),
                "totals": totals(outcome.after),
            }
        )
        return
    verb = "Would save" if dry_run else "Saved" if outcome.added else "Already saved"
    reply(
        outcome,
        verb=verb,
        sitting=sitting,
        more=(*also, *_warnings(outcome, sitting)),
        tomorrow=tomorrow,
        undo="hinge undo" if outcome.added and not dry_run else "",
    )


def reply(
    outcome: Outcome,
    *,
    verb: str = "Saved",
    sitting: Sitting | None = None,
    about: str = "",
    more: tuple[str, ...] = (),
    tomorrow: str = "",
    undo: str = "hinge undo",
) -> None:
    """Answer any write with what it opened or closed, what today became, and the next step."""
    safety = _safety(outcome, sitting=sitting)
    is_urgent = outcome.day.kind == "hold" or _is_alarming(outcome, sitting)
    saved = view.Saved(
        index=outcome.app.index,
        today=outcome.app.today,
        verb=verb,
        sitting=sitting,
        mistakes=outcome.app.mistakes if sitting is not None and sitting.mistakes else None,
        about=about,
        opened=worth_saying(outcome.after, outcome.opened),
        opening_notes=_opening_notes(outcome.after, outcome.opened),
        unearned=frozenset(outcome.after.overrides),
        closed=worth_saying(outcome.before, outcome.closed),
        next_gate=_gate_ahead(outcome) if sitting is not None else None,
        urgent=safety if is_urgent else (),
        more=(
            *filter(None, (outcome.lifted,)),
            *(more if is_urgent else (*more, *safety)),
            *(reason.text for reason in outcome.day.reasons[:1] if outcome.day.unfinished),
        ),
        praise=outcome.praise,
        tomorrow=tomorrow,
        next_step=_next_step(outcome),
        undo=undo,
    )
    show(outcome.app, rich=lambda: view.render(saved), plain=lambda: view.plain(saved))


def _opening_notes(state: "State", opened: Iterable[str]) -> dict[str, str]:
    """Return what is good to know of each drill that opened."""
    from hingecli.coach.rules.gear import opening_note

    return {drill: opening_note(state.profile, state.index.rungs[drill]) for drill in opened}


def _warnings(outcome: Outcome, sitting: Sitting) -> tuple[str, ...]:
    state = outcome.after
    drills = dict.fromkeys(record.drill for record in sitting.sets)
    locked: list[str | None] = []
    if not state.unlocks.keys() >= drills.keys():
        from hingecli.coach.report.why import warning_if_locked

        locked = [warning_if_locked(state, drill) for drill in drills]
    after = (reason.text for reason in after_session(state, sitting))
    return (*(warning for warning in locked if warning is not None), *after)


def _gate_ahead(outcome: Outcome) -> "Gate | None":
    """Return the next gate, but not on a day of pain or in a pause."""
    return None if outcome.day.kind in ("hold", "paused") else next_gate(outcome.after)


def _safety(outcome: Outcome, *, sitting: Sitting | None) -> tuple[str, ...]:
    """Say a hold that stands; and the red flags at once, whenever pain is told that is one."""
    day = outcome.day
    sentences: list[str] = []
    hold, today = outcome.after.hold, outcome.app.today
    scored = any(isinstance(event, Morning) for event in outcome.added)
    speaks_of_it = hold is not None and (hold.since == today or scored)
    if day.kind == "hold":
        sentences += [reason.text for reason in day.reasons[:1]]
    elif speaks_of_it and (held := hold_reason(outcome.after)) is not None:
        sentences.append(held.text)
    if _is_alarming(outcome, sitting):
        from hingecli.cli.alarm import signs

        sentences += signs(outcome.app)
    elif day.kind not in ("hold", "paused") and sitting is not None:
        sentences += _about_test(outcome)
    return tuple(sentences)


def _is_alarming(outcome: Outcome, sitting: Sitting | None) -> bool:
    index = outcome.app.index
    if sitting is not None:
        return stops_training(index, sitting.pain)
    scores = [event.score for event in outcome.added if isinstance(event, Morning)]
    return any(stops_training(index, Pain(score=score)) for score in scores)


def _about_test(outcome: Outcome) -> tuple[str, ...]:
    """Say the best run, tomorrow's dose and the next test, after a test."""
    from hingecli.coach.rules.wall_test import next_test, run_stands
    from hingecli.show.dose import times

    if outcome.opened or outcome.after.tests.last != outcome.app.today:
        return ()
    if run_stands(outcome.after):
        return ()  # the gate says what it waits for
    ahead = next_test(outcome.after)
    if ahead is None:
        return ()
    tomorrow = decide(outcome.tomorrow)
    main = next((block for block in tomorrow.blocks if block.purpose == "main"), None)
    return (ahead.text if main is None else f"{ahead.text} Tomorrow {times(main)}.",)


def _next_step(outcome: Outcome) -> str:
    day = outcome.day
    if day.kind == "paused":
        return "hinge resume"
    if day.kind == "hold":
        return "hinge morning" if day.ask is not None else "hinge today"
    if day.kind == "done":
        return "hinge progress" if not day.blocks else "hinge today"
    return "hinge today"
