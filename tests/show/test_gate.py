from hingecli.show import gate
from hingecli.show.sheet import Page
from show import samples
from show.screens import printed


def test_a_gate_of_one_run_is_headed_by_the_best_run() -> None:
    one_run = samples.gate(conditions=(samples.condition(have=17),))

    assert gate.headline(one_run, index=samples.index()) == "best run 17 of 20"


def test_a_gate_of_more_is_headed_by_what_is_met() -> None:
    following = samples.load_gate()

    assert gate.headline(following, index=samples.index()) == "1 of 4 conditions met"


def test_a_best_run_that_may_be_longer_says_so() -> None:
    one_run = samples.gate(conditions=(samples.condition(have=5, at_least=True),))

    assert gate.headline(one_run, index=samples.index()) == "best run 5 or more of 20"


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
