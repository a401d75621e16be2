from hingecli.show import mistakes
from show import samples
from show.screens import printed

TABLE = samples.mistakes().mistakes


def test_the_table_at_eighty_columns() -> None:
    assert printed(mistakes.render(TABLE)).splitlines() == [
        "Mistakes and corrections",
        "─" * 80,
        "mistake              what happens               correction",
        "",
        'Knees cave inward    Valgus collapse: more      "Spread the floor": glutes on,',
        "                     knee-injury risk, less     knees track over the feet.",
        "                     power.",
        "",
        "Lower back rounds    Spinal flexion under load  Less range of motion, core",
        "                     stresses discs and         stability, dowel feedback.",
        "                     ligaments.",
        "",
        "Also watch",
        "─" * 80,
        "Knees travel         A squat: the quads take    Hips back first, shins near",
        "forward              over.                      vertical.",
    ]


def test_the_table_stacks_at_forty_columns() -> None:
    assert printed(mistakes.render(TABLE[1:2]), width=40).splitlines() == [
        "Mistakes and corrections",
        "─" * 40,
        "Lower back rounds",
        "  Spinal flexion under load stresses",
        "  discs and ligaments.",
        "→ Less range of motion, core stability,",
        "  dowel feedback.",
    ]


def test_my_mistakes_show_how_often_each_was_noticed() -> None:
    text = printed(mistakes.render(TABLE, counts={"lower-back-rounding": 12}))

    rows = {line.split("  ")[0]: line.split()[-1] for line in text.splitlines() if line}
    assert rows["Lower back rounds"] == "12"
    assert rows["Knees cave inward"] == "–"


def test_my_mistakes_without_any_say_how_to_log_one() -> None:
    text = printed(mistakes.render(TABLE, counts={}))

    assert "You noticed none so far. To log one: hinge log 3x10 -m rounding:2" in text


def test_one_mistake_in_full() -> None:
    assert printed(mistakes.render_one(TABLE[1], count=2)).splitlines() == [
        "Lower back rounds                                                 from the table",
        "─" * 80,
        "What happens  Spinal flexion under load stresses discs and ligaments.",
        "Correction    Less range of motion, core stability, dowel feedback.",
        "Cue           Keep your belt buckle and your breastbone the same distance apart.",
        "Noticed       Twice.",
        "Noticed it? hinge log 3x10 -m rounding",
    ]


def test_a_figure_of_one_mistake_stands_above_its_words() -> None:
    lines = printed(mistakes.render_one(TABLE[1], figure=("⠿ ⠿", "right wrong"))).splitlines()

    assert lines[2:4] == ["⠿ ⠿", "right wrong"]


def test_plain_mistakes_are_one_a_line() -> None:
    lines = mistakes.plain(TABLE, counts={"knees-forward": 1}).splitlines()

    assert len(lines) == len(TABLE)
    assert lines[2] == (
        "Also watch: Knees travel forward. What happens: A squat: the quads take over. "
        "Correction: Hips back first, shins near vertical. You noticed it once."
    )
