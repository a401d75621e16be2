import msgspec
import pytest

from hingecli.coach.report.progress import ConsistencyState
from hingecli.show import progress
from show import samples
from show.screens import printed
from show.views import progress_value


def drawn(*, width: int = 80, **changes: object) -> str:
    value = msgspec.structs.replace(progress_value(), **changes)
    page = progress.render(value, index=samples.index(), today=samples.TODAY)
    return printed(page, width=width)


def test_the_progress_at_eighty_columns() -> None:
    assert drawn().splitlines() == [
        "Progress                     week 3 of 12 · phase 2, light resistance: the dowel",
        "─" * 80,
        "● Wall hinge  open",
        "● Dowel hinge  opened by yourself",
        "○ Kettlebell deadlift  next: 1 of 4 conditions met",
        "  ○     1 of 3  ███░░░░░░░  3 days with 30 or more dowel hinges, contact kept in",
        "                            95 %, one set of 10 unbroken",
        "  ✓     2 of 2  ██████████  20 clean wall hinges in one set on 2 different days",
        "  ○ 214 of 300  ███████░░░  300 clean unloaded reps in all",
        "  ○     3 of 5  ██████░░░░  plan week 5 or later",
        "· Romanian deadlift  after kettlebell deadlift",
        "─" * 80,
        "███████░░░░░░░░░░░  214 clean reps  the guide's figure for a basic motor",
        "                    pattern: 300–500",
        "█░░░░░░░░░░░░░░░░░  214 clean reps  the guide's figure for an ingrained pattern:",
        "                    3,000–5,000",
        "█████████░░░░░░░░░  this week 2 of 4 days · 2 good weeks so far",
        "8 sessions, 214 clean reps of 230",
    ]


def test_a_milestone_is_the_guides_figure_and_no_verdict() -> None:
    far = tuple(msgspec.structs.replace(one, have=9000) for one in progress_value().milestones)

    text = drawn(milestones=far)

    assert "9,000 clean reps  the guide's figure" in text
    assert not any(word in text for word in ("automatic", "done", "reached", "missing"))


@pytest.mark.parametrize(
    ("days", "said"), [(3, "this week 3 of 4 days"), (4, "this week 4 days: a good week")]
)
def test_a_week_is_good_from_its_fourth_day(days: int, said: str) -> None:
    assert said in drawn(consistency=ConsistencyState(this_week=days, of=4, good_weeks=0))


def test_a_single_run_is_shown_by_the_best_one() -> None:
    one_day = samples.condition(have=17)
    dowel = msgspec.structs.replace(
        progress_value().drills[1], status="next", override=False, conditions=(one_day,)
    )
    value = msgspec.structs.replace(progress_value(), drills=(dowel,))

    page = progress.render(value, index=samples.index(), today=samples.TODAY)

    assert "next: best run 17 of 20" in printed(page)
    assert "Not yet, 17 of 20" in progress.plain(value, index=samples.index())


def test_a_declined_drill_says_how_to_take_it_back() -> None:
    dowel = msgspec.structs.replace(progress_value().drills[1], status="declined", override=False)
    value = msgspec.structs.replace(progress_value(), drills=(dowel,))

    page = progress.render(value, index=samples.index(), today=samples.TODAY)

    assert "declined; hinge setup --without none takes that back" in printed(page)
    assert "Dowel hinge: declined; hinge setup --without none" in progress.plain(
        value, index=samples.index()
    )


def test_progress_in_plain_lines() -> None:
    assert progress.plain(progress_value(), index=samples.index()).splitlines() == [
        "Week 3 of 12, phase 2, light resistance: the dowel.",
        "Wall hinge: open.",
        "Dowel hinge: open, opened by yourself.",
        "Kettlebell deadlift: next.",
        "Not yet, 1 of 3: 3 days with 30 or more dowel hinges, contact kept in 95 %, "
        "one set of 10 unbroken.",
        "Met, 2 of 2: 20 clean wall hinges in one set on 2 different days.",
        "Not yet, 214 of 300: 300 clean unloaded reps in all.",
        "Not yet, 3 of 5: plan week 5 or later.",
        "Romanian deadlift: locked.",
        "214 clean reps; the guide's figure for a basic motor pattern: 300–500.",
        "214 clean reps; the guide's figure for an ingrained pattern: 3,000–5,000.",
        "This week 2 of 4 days.",
        "2 good weeks so far.",
        "8 sessions, 214 clean reps of 230.",
    ]


def test_what_is_out_of_reach_says_so_and_why() -> None:
    out = {"wall-hinge": "you have no wall", "romanian-deadlift": "you have no equipment for it"}
    value = progress_value()

    shown = printed(
        progress.render(value, index=samples.index(), today=samples.TODAY, left_out=out)
    )
    plain = progress.plain(value, index=samples.index(), left_out=out)

    assert "Wall hinge  open, but you have no wall" in shown
    assert "– Out of reach for now: Romanian deadlift. hinge why DRILL says why." in shown
    assert "· Romanian deadlift" not in shown
    assert "Wall hinge: open; you have no wall." in plain
