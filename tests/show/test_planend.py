"""The page at the end of the plan, drawn and in plain lines."""

from decimal import Decimal

import msgspec
import pytest

from hingecli.coach.results import GoalDay, MistakeThenNow, PlanEnd, WeightGain
from hingecli.show import planend
from show import samples
from show.screens import printed


def value() -> PlanEnd:
    return PlanEnd(
        weeks=12,
        learned=("wall-hinge", "dowel-hinge", "kettlebell-deadlift"),
        waiting=("romanian-deadlift",),
        sessions=61,
        reps=3044,
        clean_reps=3011,
        good_weeks=9,
        weights=(
            WeightGain(
                drill="kettlebell-deadlift",
                name="kettlebell deadlift",
                first_kg=Decimal(8),
                now_kg=Decimal(16),
            ),
            WeightGain(
                drill="kettlebell-swing",
                name="kettlebell swing",
                first_kg=Decimal(12),
                now_kg=Decimal(12),
            ),
        ),
        then_weeks=(1, 4),
        now_weeks=(9, 12),
        mistakes=(
            MistakeThenNow(mistake="lower-back-rounding", then=7, now=1),
            MistakeThenNow(mistake="knees-forward", then=2, now=0),
        ),
        goal=None,
        week_ahead=(
            GoalDay(weekday="Monday", drill="kettlebell-deadlift", sets=4, reps=(8, 12), rest_s=90),
        ),
    )


def page(**changes: object) -> planend.End:
    end = msgspec.structs.replace(value(), **changes)
    return planend.End(end=end, index=samples.index(), mistakes=samples.mistakes())


def test_the_page_at_eighty_columns() -> None:
    assert printed(planend.render(page())).splitlines() == [
        "─" * 80,
        "✓ The 12 weeks of the plan are behind you",
        "─" * 80,
        "Learned     Wall hinge, dowel hinge, kettlebell deadlift",
        "            61 sessions, 3,011 clean reps of 3,044, 9 good weeks",
        "Open too    Romanian deadlift",
        "Weights     Kettlebell deadlift 8 kg → 16 kg",
        "            Kettlebell swing 12 kg",
        "Mistakes    Lower back rounds: 7 times in weeks 1–4, once in weeks 9–12",
        "            Knees travel forward: twice in weeks 1–4, never in weeks 9–12",
        "What stays  Monday: kettlebell deadlift 4 × 8–12, rest 90 s",
        "◆ Which goal is next? hinge setup --goal strength (or hypertrophy, athletic)",
    ]


def test_the_page_at_forty_columns_puts_labels_above() -> None:
    lines = printed(planend.render(page()), width=40).splitlines()

    at = lines.index("Learned")
    assert lines[at : at + 3] == ["Learned", "  Wall hinge, dowel hinge, kettlebell", "  deadlift"]
    assert any("hinge setup --goal strength" in line for line in lines)
    assert max(len(line) for line in lines) <= 40


def test_plain_says_one_fact_a_line() -> None:
    lines = planend.plain(page()).splitlines()

    assert lines[0] == "The 12 weeks of the plan are behind you."
    assert "Weights: Kettlebell deadlift 8 kg → 16 kg." in lines
    assert lines[-1].startswith("Which goal is next? hinge setup --goal strength")


def test_who_has_a_goal_is_not_asked_for_one() -> None:
    assert "Which goal" not in planend.plain(page(goal="strength"))


def test_who_is_asked_elsewhere_is_not_asked_twice() -> None:
    silent = msgspec.structs.replace(page(), says_goal=False)

    assert "Which goal" not in planend.plain(silent)


def test_what_there_is_nothing_of_is_left_out() -> None:
    bare = page(weights=(), mistakes=(), week_ahead=(), waiting=(), good_weeks=0)

    text = planend.plain(bare)

    assert "Weights" not in text
    assert "Mistakes" not in text
    assert "What stays: A few minutes of practice, four days of seven." in text


@pytest.mark.parametrize(("width", "rows"), [(80, 22), (60, 22)])
def test_the_page_fits_the_window(width: int, rows: int) -> None:
    assert len(printed(planend.render(page()), width=width).splitlines()) <= rows
