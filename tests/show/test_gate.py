import pytest

from hingecli.show import gate
from hingecli.show.lines import Page
from show import samples
from show.screens import printed


@pytest.mark.parametrize(
    ("best", "have", "headline"),
    [(None, 0, "best run 0 of 20"), (17, 17, "best run 17 of 20"), (25, 20, "best run 20 of 20")],
)
def test_a_gate_of_one_run_is_shown_by_the_best_run(
    best: int | None, have: int, headline: str
) -> None:
    one_day = samples.gate(conditions=(samples.condition(have=0, need=1),))

    shown = gate.by_best_run(one_day, index=samples.index(), best_run=best)

    assert (shown.conditions[0].have, shown.conditions[0].need) == (have, 20)
    assert gate.headline(shown, index=samples.index()) == headline


def test_other_gates_are_shown_as_they_are() -> None:
    following = samples.load_gate()

    assert gate.by_best_run(following, index=samples.index(), best_run=17) == following
    assert gate.headline(following, index=samples.index()) == "1 of 4 conditions met"


def test_each_condition_weighs_the_same() -> None:
    half = samples.condition(id="a", have=1, need=2)
    met = samples.condition(id="b", have=300, need=300)

    assert gate.share((half, met)) == 0.75
    assert gate.share(()) == 0.0


def test_conditions_show_have_and_need_with_a_bar() -> None:
    page = Page(lambda sheet: gate.rows(sheet, samples.LOAD_CONDITIONS[1:]))

    assert printed(page).splitlines() == [
        "  ✓     2 of 2  ██████████  20 clean wall hinges in one set on 2 different days",
        "  ○ 214 of 300  ███████░░░  300 clean unloaded reps in all",
        "  ○     3 of 5  ██████░░░░  plan week 5 or later",
    ]


def test_plain_conditions_say_met_and_not_yet() -> None:
    assert gate.plain_rows(samples.LOAD_CONDITIONS[1:3]) == (
        "Met, 2 of 2: 20 clean wall hinges in one set on 2 different days.",
        "Not yet, 214 of 300: 300 clean unloaded reps in all.",
    )
