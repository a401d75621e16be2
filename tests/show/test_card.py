"""The card of each kind of day, as text at 80 and 40 columns and as plain lines."""

import msgspec
import pytest

from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.results import DoneToday, Watch
from hingecli.show import card
from show import kinds, samples
from show.kinds import changed, told

RULE_80 = "─" * 80
RULE_40 = "─" * 40


def test_a_practice_card_at_eighty_columns() -> None:
    assert told(kinds.practice()).splitlines() == [
        RULE_80,
        "Wall hinge                                   Tue 24 Nov · week 1 of 12 · phase 1",
        "3 sets × 10 · rest 45 s · 3 s down · about 5 min    today 0 of 50–100 clean reps",
        RULE_80,
        "· Stand a foot (30 cm) from a wall, your back to it.",
        "· Cross your arms on your chest.",
        "1 Push your hips straight back until they touch.",
        "2 Let your torso lean by itself; your spine stays long.",
        "3 Stand tall again; squeeze your glutes.",
        "",
        "◆ Focus  Touch the wall with your hips, not your shoulders. Because the hips",
        "  start it; the torso only follows.",
        "○ Breathe  In before you go, out at the top.",
        "△ Watch  Lower back rounds → go less far, keep it long",
        "▷ Film  One set from the side; look at your spine: hinge film",
        RULE_80,
        "Next unlock  dowel hinge  ██████████░░░░░░░░  best run 12 of 20",
        "             20 wall hinges in a row, all clean, in one set",
        "Off the mat  Hinge once when you load the dishwasher.",
        "Done? hinge log 3x10 · why this? hinge why",
    ]


def test_a_practice_card_at_forty_columns() -> None:
    assert told(kinds.practice(), width=40).splitlines() == [
        RULE_40,
        "Wall hinge",
        "Tue 24 Nov · week 1 of 12 · phase 1",
        "3 sets × 10 · rest 45 s · 3 s down",
        "about 5 min",
        "today 0 of 50–100 clean reps",
        RULE_40,
        "· Stand a foot (30 cm) from a wall, your",
        "  back to it.",
        "· Cross your arms on your chest.",
        "1 Push your hips straight back until",
        "  they touch.",
        "2 Let your torso lean by itself; your",
        "  spine stays long.",
        "3 Stand tall again; squeeze your glutes.",
        "",
        "◆ Focus  Touch the wall with your hips,",
        "  not your shoulders. Because the hips",
        "  start it; the torso only follows.",
        "○ Breathe  In before you go, out at the",
        "  top.",
        "△ Watch  Lower back rounds → go less",
        "  far, keep it long",
        "▷ Film  One set from the side; look at",
        "  your spine: hinge film",
        RULE_40,
        "Next unlock  dowel hinge  ██████░░░░",
        "best run 12 of 20",
        "20 wall hinges in a row, all clean, in",
        "one set",
        "Off the mat  Hinge once when you load",
        "the dishwasher.",
        "Done? hinge log 3x10",
        "why this? hinge why",
    ]


def test_a_practice_card_in_plain_lines() -> None:
    assert card.plain(kinds.practice()).splitlines() == [
        "Wall hinge. Tuesday 24 November 2026. Week 1 of 12, phase 1.",
        "Wall hinge, 3 sets of 10. Rest 45 seconds. Each rep 3 seconds down, 1 at the end, 1.5 up.",
        "About 5 minutes.",
        "Today so far: 0 of 50 to 100 clean reps.",
        "Setup: Stand a foot (30 cm) from a wall, your back to it.",
        "Setup: Cross your arms on your chest.",
        "Step 1: Push your hips straight back until they touch.",
        "Step 2: Let your torso lean by itself; your spine stays long.",
        "Step 3: Stand tall again; squeeze your glutes.",
        "Focus: Touch the wall with your hips, not your shoulders.",
        "Why this focus: The hips start it; the torso only follows.",
        "Breathe: In before you go, out at the top.",
        "Watch: Lower back rounds. "
        "Correction: Less range of motion, core stability, dowel feedback.",
        "Film: One set from the side; look at your spine: hinge film",
        "Next unlock: dowel hinge, best run 12 of 20.",
        "Not yet, 12 of 20: 20 wall hinges in a row, all clean, in one set.",
        "Off the mat: Hinge once when you load the dishwasher.",
        "Done? hinge log 3x10",
        "Why this? hinge why",
    ]


def test_a_light_warm_up_stands_before_the_heads_dose() -> None:
    warm_up = samples.block(purpose="warm-up", sets=1)
    blocks = (warm_up, samples.block("dowel-hinge", reps=12))

    one = changed(kinds.practice(), blocks=blocks, title="Dowel hinge")

    lines = told(one).splitlines()
    assert lines[2].startswith("3 sets × 12 · rest 45 s · 3 s down · about 5 min")
    assert lines[4] == "› First, to warm up: 1 × 10 wall hinges."
    assert lines[-1] == "Done? hinge log wall 10 dowel 3x12 · why this? hinge why"
    assert "Warm-up: Wall hinge, 1 set of 10." in card.plain(one)


def test_a_load_card_lists_its_blocks_with_their_weights() -> None:
    assert told(kinds.load()).splitlines()[1:8] == [
        "Kettlebell deadlift           Tue 24 Nov · week 7 of 12 · phase 3 · about 17 min",
        RULE_80,
        "Dowel hinge          1 × 10        warm-up",
        "Kettlebell deadlift  3 × 9, 16 kg  rest 90 s, 3 s down",
        "Kettlebell swing     2 × 5, 12 kg  rest 60 s",
        "",
        "› Two days at 3x12 clean, effort 5 and 6: 12 kg → 16 kg.",
    ]


def test_a_load_card_shows_pounds_to_who_uses_pounds() -> None:
    one = msgspec.structs.replace(kinds.load(), unit="lb")

    assert "3 × 9, 35 lb" in told(one)
    assert "with 35 lb" in card.plain(one)
    assert "kb 3x9@35lb" in told(one)


def test_a_test_card_says_how_its_runs_are_logged() -> None:
    text = told(kinds.day_of_a_test())

    assert "up to 3 runs of 20 · rest 2 min" in text
    assert "Done? Log your runs, like hinge log 12 17 20" in text


def test_a_recheck_names_what_to_do() -> None:
    text = told(kinds.recheck())

    assert "10 dowel hinges" in text
    assert "16 days away" in text


@pytest.mark.parametrize("kind", kinds.ALL)
def test_plain_says_what_the_drawing_says(kind: str) -> None:
    one = kinds.ALL[kind]()
    lines = card.plain(one).splitlines()

    assert lines[0].startswith(f"{one.decision.title}. Tuesday 24 November 2026. Week ")
    assert all(any(reason in line for line in lines) for reason in one.decision.say)
    assert sum(line.startswith("Emergency care now with ") for line in lines) == (
        len(samples.cues().red_flags) if kind == "hold" else 0
    )
    assert any(line.startswith("Next unlock: ") for line in lines) is (
        kind not in ("hold", "paused")
    )
    assert lines[-1].split("? ")[-1].startswith(("hinge why", "Steps: hinge show"))


def test_a_rest_card_offers_and_does_not_ask() -> None:
    text = told(kinds.rest())

    assert "If you like  1 × 10 dowel hinges" in text
    assert "Did it? hinge log dowel 10" in text
    assert "Focus" not in text


def test_a_hold_card_shows_the_red_flags_and_asks_for_the_score() -> None:
    text = told(kinds.hold())

    assert all(flag in text for flag in samples.cues().red_flags)
    assert all(sign in text for sign in samples.cues().see_doctor)
    assert "How is the pain this morning, 0-10? hinge morning" in text
    assert "Next unlock" not in text
    assert "Off the mat" not in text


def test_a_hold_with_a_score_offers_half_the_range() -> None:
    text = told(kinds.hold(ask=None))

    assert "Today  2 × 8 wall hinges, half the range, rest 45 s" in text
    assert "Did it? hinge log wall 2x8" in text


def test_a_day_of_walking_ends_with_the_next_step() -> None:
    decision = msgspec.structs.replace(kinds.hold().decision, ask=None)
    text = told(samples.card(told=decision))

    assert text.splitlines()[-1] == "Tomorrow: hinge morning · why this? hinge why"


@pytest.mark.parametrize(("sessions", "said"), [(0, True), (1, False)])
def test_the_first_card_says_that_one_sitting_is_enough(sessions: int, said: bool) -> None:
    one = samples.card(told=samples.decision(sessions_of_main=sessions))

    assert ("One sitting is a full session" in told(one)) is said
    assert ("One sitting is a full session" in card.plain(one)) is said


def test_red_flags_are_shown_only_when_they_are_called_for() -> None:
    hold = kinds.hold()
    quiet = msgspec.structs.replace(hold.today, red_flags=(), see_doctor=())

    text = told(msgspec.structs.replace(hold, today=quiet))

    assert "Emergency" not in text
    assert "See a doctor" not in text


def test_a_pause_says_how_to_come_back() -> None:
    assert told(kinds.paused()).splitlines()[3:] == [
        "› Paused since Sunday. Nothing that you earned is lost.",
        RULE_80,
        "Back? hinge resume · why this? hinge why",
    ]


def test_a_done_card_offers_a_second_sitting() -> None:
    text = told(kinds.done())

    assert text.splitlines()[1].startswith("✓ Done for today")
    assert "of 50–100" not in text.splitlines()[1]
    assert "30 of the day's 50-100 clean reps" in text
    assert "A second sitting, if you like  3 × 10 wall hinges, rest 45 s" in text
    assert text.count("After 1 more day comes the test") == 1


@pytest.mark.parametrize(
    ("sessions", "setup", "steps"),
    [(2, True, True), (3, False, True), (9, False, True), (10, False, False)],
)
def test_setup_and_steps_step_back_as_they_are_known(
    sessions: int, setup: bool, steps: bool
) -> None:
    one = changed(kinds.practice(), sessions_of_main=sessions)

    for text in (told(one), card.plain(one)):
        assert ("Cross your arms" in text) is setup
        assert ("Push your hips straight back" in text) is steps
    assert ("steps: hinge show wall" in told(one)) is not steps


@pytest.mark.parametrize(
    ("sessions", "spared", "shown"),
    [(2, False, True), (3, False, False), (3, True, True), (30, True, True)],
)
def test_cautions_on_breath_step_back_with_the_setup_unless_they_are_needed(
    sessions: int, spared: bool, shown: bool
) -> None:
    one = changed(kinds.practice(), sessions_of_main=sessions, no_held_breath=spared)
    today = msgspec.structs.replace(one.today, breathing=("In and out.", "Pursed lips."))

    text = told(msgspec.structs.replace(one, today=today))

    assert "In and out." in text
    assert ("Pursed lips." in text) is shown


def test_what_to_watch_is_another_mistake_than_the_focus() -> None:
    one = changed(kinds.practice(), focus="lower-back-rounding")
    knees = Watch(mistake="knees-forward", name="Knees travel forward", correction="Hips first.")
    watch = (*one.today.watch, knees)

    text = told(msgspec.structs.replace(one, today=msgspec.structs.replace(one.today, watch=watch)))

    assert "Watch  Knees travel forward → hips back first" in text
    assert "Lower back rounds" not in text


def test_without_another_mistake_nothing_is_said_twice() -> None:
    text = told(changed(kinds.practice(), focus="lower-back-rounding"))

    assert "Watch" not in text


@pytest.mark.parametrize(("week", "said"), [(12, "week 12 of 12"), (13, "week 13 · ")])
def test_weeks_are_counted_on_after_the_plan(week: int, said: str) -> None:
    assert said in told(changed(kinds.practice(), week=week))


def test_a_day_without_a_goal_has_no_tally() -> None:
    text = told(changed(kinds.practice(), done_today=DoneToday(clean_reps=5, goal=None)))

    assert "today 5" not in text


@pytest.mark.parametrize("missing", [2, 3])
def test_a_card_lists_two_missing_conditions(missing: int) -> None:
    conditions = tuple(
        samples.condition(id=f"c{n}", text=f"condition {n}", have=0, need=n + 1)
        for n in range(missing)
    )
    gate = samples.gate(drill="kettlebell-deadlift", conditions=conditions)

    text = told(changed(kinds.practice(), next_gate=gate))

    assert "condition 1" in text
    assert f"0 of {missing} conditions met" in text
    assert "condition 2" not in text


def test_a_finished_ladder_has_no_next_unlock() -> None:
    assert "Next unlock" not in told(changed(kinds.practice(), next_gate=None))
    assert "Next unlock" not in card.plain(changed(kinds.practice(), next_gate=None))


def test_a_tempo_of_ones_own_changes_what_the_card_says() -> None:
    one = msgspec.structs.replace(kinds.load(), own_tempo=Tempo(down=4, pause=2, up=1.5))

    for text in (told(one), card.plain(one)):
        assert "Your tempo today: 4 seconds down, 2 at the end, 1.5 up." in text
    assert "Your tempo" not in told(msgspec.structs.replace(kinds.rest(), own_tempo=one.own_tempo))
