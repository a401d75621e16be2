"""The views that are read at leisure: why, plan, a drill's page, lessons, the profile."""

from datetime import date
from decimal import Decimal

import msgspec

from hingecli.coach.log.events import Profile
from hingecli.coach.protocol.texts import Lesson
from hingecli.coach.report.progress import DrillState
from hingecli.coach.report.why import Why
from hingecli.coach.results import GoalDay, condition_topic
from hingecli.show import drill, lesson, plan, setup, why
from show import samples
from show.screens import printed
from show.views import LESSON, drill_value, plan_value, progress_value, why_value


def test_reasons_say_where_they_come_from() -> None:
    lines = printed(why.render(why_value(), index=samples.index())).splitlines()

    assert lines[:7] == [
        "Why today                                                        Tue 24 Nov 2026",
        "─" * 80,
        "› Everyone begins with 3 sets of 10.",
        "  D1 dose · guide",
        "› One cue a day.",
        "  Focus · coach B",
        "",
    ]
    assert lines[7] == "The next gate"
    assert "coach rules: B indirect evidence" in lines


def test_a_condition_that_a_reason_tells_is_not_told_twice() -> None:
    conditions = samples.LOAD_CONDITIONS
    told = Why(
        subject="kettlebell-deadlift",
        date=samples.TODAY,
        reasons=tuple(
            samples.reason(f"Said {one.id}.", topic=condition_topic(one.id)) for one in conditions
        ),
        conditions=conditions,
    )

    lines = printed(why.render(told, index=samples.index())).splitlines()

    assert lines[0].startswith("Why: kettlebell deadlift")
    assert lines[2] == "○ Said dowel-3-days."
    assert lines[4] == "✓ Said wall-20-on-2-days."
    assert "The gate" not in lines


def test_reasons_in_plain_lines() -> None:
    assert why.plain(why_value(), index=samples.index()).splitlines()[:3] == [
        "Why today, Tuesday 24 November 2026.",
        "Everyone begins with 3 sets of 10. (D1 dose; guide)",
        "One cue a day. (Focus; coach B)",
    ]


def test_the_plan_shows_where_one_stands() -> None:
    lines = printed(plan.render(plan_value(), index=samples.index())).splitlines()

    assert lines[0].split("  ")[-1].strip() == "Week 3 of 12"
    assert lines[2] == "◆ Weeks 1–4  you are here"
    assert lines[5] == "  open: wall hinge"
    assert lines[8] == "· Weeks 5–8  ahead"
    assert lines[-1].startswith("› Some days will feel like a step back.")


def test_after_the_plan_its_weeks_are_behind() -> None:
    late = msgspec.structs.replace(plan_value(), week=13)

    assert "Week 13: the 12 weeks of the plan are behind you" in printed(
        plan.render(late, index=samples.index())
    )


def test_below_the_page_of_its_end_nothing_of_it_is_said_again() -> None:
    swings = GoalDay(weekday="Friday", drill="kettlebell-swing", sets=5, reps=(5, 5), rest_s=90)
    late = msgspec.structs.replace(plan_value(), week=13, goal_week=(swings,))

    drawn = printed(plan.render(late, index=samples.index(), below_end=True))
    said = plan.plain(late, index=samples.index(), below_end=True)

    assert drawn.splitlines()[1].split("  ")[-1].strip() == "Week 13"
    assert said.splitlines()[0] == "Week 13."
    assert "Friday" not in drawn + said


def test_after_the_plan_the_goal_shapes_the_week() -> None:
    heavy = GoalDay(weekday="Monday", drill="barbell-deadlift", sets=3, reps=(3, 5), rest_s=180)
    swings = GoalDay(weekday="Friday", drill="kettlebell-swing", sets=5, reps=(5, 5), rest_s=90)
    one = msgspec.structs.replace(plan_value(), goal_week=(heavy, swings))

    lines = printed(plan.render(one, index=samples.index())).splitlines()

    assert "  Monday     barbell deadlift  3 × 3–5  rest 3 min" in lines
    assert "  Friday     kettlebell swing  5 × 5  rest 90 s" in lines
    assert "Monday barbell deadlift 3 × 3–5 rest 3 min." in plan.plain(one, index=samples.index())


def test_a_drills_page_in_reading_order() -> None:
    lines = printed(drill.render(drill_value())).splitlines()

    labels = [line.split("  ")[0] for line in lines[2:] if line and line[0] != " "]
    assert labels[1:] == [
        "Setup",
        "Steps",
        "Cues",
        "Feel",
        "Breathe",
        "Watch",
        "Dose",
        "Tempo",
        "Varied",
        "Equipment",
        "Sources",
    ]
    assert "Steps      1 Push your hips straight back until they touch." in lines


def test_a_drills_page_tells_its_own_variations_and_no_other() -> None:
    text = drill.plain(drill_value())

    assert "Varied: Kickstand hinge: One foot half a step back" in text
    assert "Eyes-closed" not in text


def test_a_locked_drill_shows_its_gate() -> None:
    locked = DrillState(
        id="wall-hinge",
        name="wall hinge",
        status="locked",
        override=False,
        conditions=(samples.condition(),),
    )
    one = msgspec.structs.replace(drill_value(), state=locked)

    text = printed(drill.render(one))

    assert "phase 1, locked for now" in text
    assert "○ 12 of 20" in text
    assert "Not yet, 12 of 20" in drill.plain(one)


def test_an_override_is_told_on_the_page() -> None:
    opened = msgspec.structs.replace(progress_value().drills[0], override=True)

    one = msgspec.structs.replace(drill_value(), state=opened)

    assert "opened by yourself" in printed(drill.render(one))


def test_a_lesson_has_its_headings_at_the_left() -> None:
    lines = printed(lesson.render(Lesson("hinge", "What a hinge is", LESSON))).splitlines()

    assert lines[0] == "What a hinge is"
    assert lines[1] == "─" * 80
    assert "Not a squat" in lines
    assert " • In a squat the knees travel far." in lines


def test_a_lesson_in_plain_lines_has_no_signs_of_markdown() -> None:
    assert lesson.plain(Lesson("hinge", "What a hinge is", LESSON)).splitlines() == [
        "What a hinge is",
        "Bending at the hips with a neutral spine, like a door on its hinge.",
        "Not a squat",
        "In a squat the knees travel far.",
        "See hinge learn phases.",
        "pain; what follows",
        "0-2; go on",
        "3-4; half the range",
    ]


def test_topics_are_listed_with_the_word_to_type() -> None:
    titles = (("hinge", "What a hinge is"), ("daily-life", "Off the mat"))

    assert printed(lesson.render_topics(titles)).splitlines()[2:] == [
        "hinge       What a hinge is",
        "daily-life  Off the mat",
        "Read one: hinge learn TOPIC",
    ]


def test_an_empty_profile_says_that_nothing_was_told() -> None:
    text = printed(setup.render(samples.setup_lines(Profile())))

    assert "Goal                 not told" in text
    assert "Readiness            not answered yet" in text


def test_a_profile_shows_each_answer_in_its_unit() -> None:
    profile = Profile(
        start=date(2026, 11, 1),
        days=("mon", "thu"),
        equipment=("kettlebell", "sledgehammer"),
        bells=(Decimal(8), Decimal("15.87573295")),
        units="lb",
        body_mass_kg=Decimal("68.0388555"),
        screen="unloaded",
        sixty_plus=False,
        limits=("low-back",),
        assist=("good-morning",),
    )

    answers = {
        line.label: line.answer
        for line in samples.setup_lines(profile, seen_professional=date(2026, 11, 20))
    }

    assert answers["Start"] == "Sun 1 Nov 2026"
    assert answers["Training days"] == "Monday, Thursday"
    assert answers["Equipment"] == "kettlebells, sledgehammer"
    assert answers["Bells"] == "18 lb, 35 lb"
    assert answers["Body mass"] == "150 lb"
    assert answers["Limits"] == "low back"
    assert answers["Sixty or over"] == "no"
    assert answers["Readiness"] == "no load before a professional's yes"
    assert answers["Professional seen"] == "Fri 20 Nov 2026"
    assert answers["Assistance drills"] == "good morning"


ILLUSTRATED = Lesson(
    "hinge", "What a hinge is", "Words.\n\n```figure\nsquat\nBeside:\n```\n\nMore."
)


def test_a_figure_of_a_lesson_is_drawn_where_it_is_named() -> None:
    drawn = lesson.illustrated(ILLUSTRATED, lambda id_: (f"<{id_}>", "< >"))

    lines = printed(lesson.render(drawn)).splitlines()

    assert [line for line in lines[2:] if line] == ["Words.", "Beside:", "<squat>", "< >", "More."]


def test_a_figure_that_cannot_be_drawn_leaves_no_trace() -> None:
    drawn = lesson.illustrated(ILLUSTRATED, lambda _: ())

    assert "```" not in drawn.text
    assert "Beside" not in drawn.text
    assert lesson.plain(ILLUSTRATED).splitlines() == ["What a hinge is", "Words.", "More."]
