"""The coach's rules as worked examples: a row a rule, on both sides of its boundary.

Read it beside the rules. Each row is a log, a day, and what `today` makes of it: its kind and
the main drill's dose, or what is open. The other tests of this folder hold every detail.
"""

import pytest

from factories import Journal, learner, lifter, main_block, opened, reason_of, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Decision

MON_WED_FRI = ("mon", "wed", "fri")
CLEAN = Journal().sessions((0, 1), "wall 3x10")
DOWEL = Journal().session(0, "wall 20")
TESTED = CLEAN.sessions((2, 5, 8), "wall 17/18")
RDL_TOP = lifter("rdl").session(0, "rdl 3x12 @20").morning(1, 0)
STRONG = lifter("kb", "rdl", goal="strength", equipment=("dowel", "dumbbells"))
STRONG = STRONG.sessions(range(0, 46, 7), "rdl 8 @14", "kb 4x8 @20")
STRONG = STRONG.session(49, "rdl 4x12 @14", "kb 4x12 @20")
EASY = lifter("rdl").session(0, "rdl 3x12 @20", effort=4).morning(1, 0)
AMBER = lifter("kb", "rdl").session(0, "rdl 3x8 @40").session(2, "kb 3x8 @20", pain=3)
BACK = lifter("kb", "rdl", equipment=("dowel", "dumbbells")).session(0, "rdl 3x8 @40", "kb 2x8 @20")
BACK = BACK.session(1, "wall 5", pain=6).morning(2, 1).morning(3, 0)
NEW = lifter("kb", "sl", "swing").sessions((0, 2), "kb 8 @8")
HEAVY = lifter("rdl").session(0, "rdl 3x8 @40")


def said(decision: Decision) -> str:
    """Say a day in short: "practice wall-hinge 3x10", "load romanian-deadlift 3x8 @20"."""
    if not decision.blocks:
        return decision.kind
    block = main_block(decision)
    load = "" if block.load_kg is None else f" @{block.load_kg:f}"
    return f"{decision.kind} {block.drill} {block.sets}x{block.reps}{load}"


Row = tuple[str, Journal, int, str]

DAYS: tuple[Row, ...] = (
    # D1: wall and dowel
    ("D1 begins with three tens", Journal(), 0, "practice wall-hinge 3x10"),
    (
        "D1 one day at 90 % moves nothing",
        DOWEL.session(1, "dowel 3x9/10"),
        2,
        "practice dowel-hinge 3x10",
    ),
    (
        "D1 two days at 90 %: a rep more",
        DOWEL.sessions((1, 2), "dowel 3x9/10"),
        3,
        "practice dowel-hinge 3x11",
    ),
    (
        "D1 two days at 87 %: stays",
        DOWEL.sessions((1, 2), "dowel 2x9/10 8/10"),
        3,
        "practice dowel-hinge 3x10",
    ),
    (
        "D1 under 80 %: never under ten",
        DOWEL.sessions((1, 2), "dowel 3x5/10"),
        3,
        "practice dowel-hinge 3x10",
    ),
    # D2: the test
    ("D2 one clean day: no test", Journal().session(0, "wall 3x10"), 1, "practice wall-hinge 3x10"),
    ("D2 two clean days: the test", CLEAN, 2, "test wall-hinge 3x20"),
    (
        "D2 the second day after a test",
        CLEAN.session(2, "wall 17/18"),
        4,
        "practice wall-hinge 3x10",
    ),
    ("D2 the third day after it", CLEAN.session(2, "wall 17/18"), 5, "test wall-hinge 3x20"),
    ("D2 three tests: practice", TESTED, 11, "practice wall-hinge 3x10"),
    (
        "D2 and three days later again",
        TESTED.sessions((11, 12, 13), "wall 3x10"),
        14,
        "test wall-hinge 3x20",
    ),
    # D4: the day's goal
    ("D4 a second sitting, trimmed", Journal().session(0, "wall 8x10"), 0, "done wall-hinge 2x10"),
    ("D4 a hundred are enough", Journal().session(0, "wall 10x10"), 0, "done"),
    # D5: the dowel
    ("D5 the dowel is the drill once open", learner(), 11, "practice dowel-hinge 3x15"),
    # D6: loaded days
    ("D6 week 4: no load", learner(), 27, "practice dowel-hinge 3x15"),
    ("D6 week 5: the first load", learner(), 28, "load kettlebell-deadlift 3x8 @8"),
    (
        "D6 the day after a load",
        lifter().session(0, "kb 3x8 @8"),
        1,
        "practice wall-hinge 2x10",
    ),
    ("D6 a day later", lifter().session(0, "kb 3x8 @20"), 2, "load kettlebell-deadlift 3x9 @20"),
    (
        "D6 three in a week",
        lifter().sessions((0, 2, 4), "kb 3x8 @8"),
        5,
        "rest dowel-hinge 1x8",
    ),
    (
        "D6 with the new week the load returns",
        lifter().sessions((1, 3, 5), "kb 2x8 @20"),
        7,
        "load kettlebell-deadlift 3x8 @20",
    ),
    (
        "D6 a missed Wednesday is made up on Thursday",
        lifter(days=MON_WED_FRI).session(0, "kb 3x8 @20"),
        3,
        "load kettlebell-deadlift 3x9 @20",
    ),
    (
        "D6 the main drill takes turns",
        lifter("kb", "rdl").session(0, "kb 3x8 @20", "rdl 2x8 @14"),
        2,
        "load romanian-deadlift 3x9 @14",
    ),
    # D7: more weight
    ("D7 once at the top", RDL_TOP, 3, "load romanian-deadlift 3x12 @20"),
    (
        "D7 twice, answered",
        RDL_TOP.session(3, "rdl 3x12 @20").morning(4, 0),
        6,
        "load romanian-deadlift 3x8 @22",
    ),
    (
        "D7 twice, not answered",
        RDL_TOP.session(3, "rdl 3x12 @20"),
        6,
        "load romanian-deadlift 3x12 @20",
    ),
    (
        "D7 three times, not answered",
        RDL_TOP.sessions((3, 6), "rdl 3x12 @20"),
        9,
        "load romanian-deadlift 3x8 @22",
    ),
    (
        "D7 twice, 92 % clean",
        RDL_TOP.session(3, "rdl 2x12 9/12 @20").morning(4, 0),
        6,
        "load romanian-deadlift 3x8 @22",
    ),
    (
        "D7 twice, but 89 % clean",
        RDL_TOP.session(3, "rdl 2x12 8/12 @20").morning(4, 0),
        6,
        "load romanian-deadlift 3x12 @20",
    ),
    (
        "D7 three under the ceiling: once is enough",
        lifter("rdl").session(0, "rdl 3x12 @20", effort=3).morning(1, 0),
        3,
        "load romanian-deadlift 3x8 @22",
    ),
    (
        "D7 two under it twice: two steps",
        EASY.session(3, "rdl 3x12 @20", effort=4).morning(4, 0),
        6,
        "load romanian-deadlift 3x8 @24",
    ),
    (
        "D7 two under it once: one step",
        EASY.session(3, "rdl 3x12 @20", effort=5).morning(4, 0),
        6,
        "load romanian-deadlift 3x8 @22",
    ),
    (
        "D7 fewer sets than asked make nothing",
        lifter("rdl").session(0, "rdl 2x8 @20"),
        2,
        "load romanian-deadlift 3x8 @20",
    ),
    # D8 and D9: effort, hold, cut
    (
        "D8 effort 6 in week 5: a rep more",
        lifter("rdl").session(0, "rdl 3x8 @20", effort=6),
        2,
        "load romanian-deadlift 3x9 @20",
    ),
    (
        "D9 effort 7: the same again",
        lifter("rdl").session(0, "rdl 3x8 @20", effort=7),
        2,
        "load romanian-deadlift 3x8 @20",
    ),
    (
        "D9 effort 8: ten percent less",
        lifter("rdl").session(0, "rdl 3x8 @20", effort=8),
        2,
        "load romanian-deadlift 3x8 @18",
    ),
    (
        "D9 80 % clean: the same again",
        lifter("rdl").session(0, "rdl 3x8/10 @20"),
        2,
        "load romanian-deadlift 3x8 @20",
    ),
    (
        "D9 under 80 %: ten percent less",
        lifter("rdl").session(0, "rdl 2x8/10 7/10 @20"),
        2,
        "load romanian-deadlift 3x8 @18",
    ),
    (
        "D9 at the lightest bell: sets and reps",
        lifter(bells=(16,)).session(0, "kb 3x5/10 @16"),
        2,
        "load kettlebell-deadlift 2x6 @16",
    ),
    (
        "D9 and then the dowel",
        lifter(bells=(16,)).session(0, "kb 3x5/10 @16").session(2, "kb 2x3/6 @16"),
        4,
        "practice dowel-hinge 3x10",
    ),
    # D10: first weights
    ("D10 94 kg: 12", lifter(body_mass_kg=94), 0, "load kettlebell-deadlift 3x8 @12"),
    ("D10 96 kg: 16", lifter(body_mass_kg=96), 0, "load kettlebell-deadlift 3x8 @16"),
    ("D10 too heavy a bell", lifter(bells=(12,)), 0, "load kettlebell-deadlift 2x6 @12"),
    # D11: swings
    ("D11 nothing lifted: no swing", lifter("swing"), 0, "practice dowel-hinge 3x10"),
    (
        "D11 five fives",
        lifter("swing").session(0, "kb 3x8 @8"),
        2,
        "load kettlebell-swing 5x5 @8",
    ),
    (
        "D11 a set more",
        lifter("swing").session(0, "swing 5x5 @8", "kb 3x8 @8"),
        2,
        "load kettlebell-swing 6x5 @8",
    ),
    # D13: one new drill at a time
    (
        "D13 the last one with one day: the next waits",
        NEW.session(4, "sl 8"),
        9,
        "load kettlebell-deadlift 3x8 @8",
    ),
    (
        "D13 with two days: the next joins",
        NEW.sessions((4, 6), "sl 8"),
        9,
        "load kettlebell-swing 5x5 @8",
    ),
    # D14: the goal
    ("D14 load week 12: as before", STRONG, 54, "load kettlebell-deadlift 4x12 @20"),
    ("D14 load week 13: heavy", STRONG, 56, "load kettlebell-deadlift 3x3 @22"),
    # S1: readiness
    ("S1 stop", Journal().setup(0, screen="stop"), 0, "hold"),
    (
        "S1 stop, then a yes",
        Journal().setup(0, screen="stop").cleared(0),
        0,
        "practice wall-hinge 3x10",
    ),
    ("S1 unloaded", learner().setup(11, screen="unloaded"), 28, "practice dowel-hinge 3x15"),
    # S2: pain during
    ("S2 pain 4 goes on", Journal().session(0, "wall 3x10", pain=4), 1, "practice wall-hinge 3x10"),
    ("S2 pain 5 holds", Journal().session(0, "wall 3x10", pain=5), 1, "hold"),
    ("S2 a sharp 1 holds", Journal().session(0, "wall 5", pain=1, sharp=True), 1, "hold"),
    (
        "S2 a score of 4: half range",
        Journal().session(0, "wall 5", pain=5).morning(1, 4),
        1,
        "hold wall-hinge 2x8",
    ),
    ("S2 a score of 5: walking", Journal().session(0, "wall 5", pain=5).morning(1, 5), 1, "hold"),
    (
        "S2 one day at 2",
        Journal().session(0, "wall 5", pain=5).morning(1, 2),
        1,
        "hold wall-hinge 2x8",
    ),
    (
        "S2 two days at 2 end it",
        Journal().setup(0, usual_pain=1).session(0, "wall 5", pain=5).morning(1, 2).morning(2, 2),
        2,
        "practice wall-hinge 3x10",
    ),
    (
        "S2 two that do not run do not",
        Journal().session(0, "wall 5", pain=5).morning(1, 2).morning(2, 3).morning(3, 2),
        3,
        "hold wall-hinge 2x8",
    ),
    ("S2 after an amber: a set less", AMBER, 9, "load romanian-deadlift 3x9 @40"),
    (
        "S2 the drill that hurt: a set less",
        AMBER.session(4, "rdl 3x9 @40", pain=0),
        7,
        "load kettlebell-deadlift 2x8 @20",
    ),
    (
        "S2 two ambers running: one easy drill",
        AMBER.session(4, "rdl 3x9 @40", pain=3),
        7,
        "load kettlebell-deadlift 2x8 @20",
    ),
    (
        "S2 five ambers hold",
        lifter().sessions((0, 9, 18, 27, 36), "kb 3x8 @20", pain=3),
        37,
        "hold",
    ),
    ("S2 the way back", BACK, 4, "load kettlebell-deadlift 2x9 @18"),
    (
        "S2 the way back, its second day",
        BACK.session(4, "kb 2x8 @18", pain=0),
        7,
        "load romanian-deadlift 2x9 @36",
    ),
    (
        "S2 an amber begins it again",
        BACK.session(4, "kb 2x8 @18", pain=3).session(7, "rdl 2x9 @36", pain=0),
        9,
        "load kettlebell-deadlift 1x9 @18",
    ),
    (
        "S2 after it the load returns",
        BACK.session(4, "kb 2x8 @18", pain=0).session(7, "rdl 2x9 @36", pain=0),
        9,
        "load kettlebell-deadlift 3x9 @20",
    ),
    # S3: the next morning
    ("S3 a red morning", HEAVY.morning(2, 5), 2, "hold"),
    (
        "S3 the usual three is green",
        Journal().setup(0, usual_pain=3).session(0, "wall 5", pain=5).morning(1, 3).morning(2, 3),
        2,
        "practice wall-hinge 3x10",
    ),
    ("S3 one over", HEAVY.morning(2, 1), 2, "load romanian-deadlift 3x9 @40"),
    ("S3 two over", HEAVY.morning(2, 2), 2, "hold wall-hinge 2x8"),
    ("S3 the next loaded day", HEAVY.morning(2, 2), 3, "load romanian-deadlift 3x9 @36"),
    # S4: a second episode
    (
        "S4 quiet mornings are not enough",
        Journal().sessions((0, 4), "wall 5", pain=6).morning(5, 0).morning(6, 0),
        7,
        "hold",
    ),
    (
        "S4 a professional is",
        Journal().sessions((0, 4), "wall 5", pain=6).seen_professional(5),
        7,
        "practice wall-hinge 3x10",
    ),
    # S5: soreness
    ("S5 sore 3", HEAVY.morning(2, 0, sore=3), 2, "load romanian-deadlift 3x9 @40"),
    ("S5 sore 4", HEAVY.morning(2, 0, sore=4), 2, "practice wall-hinge 2x10"),
    # S8: elsewhere, illness
    (
        "S8 a wrist holds the bell",
        lifter().session(0, "kb 3x8 @8", pain=6, where="wrist"),
        2,
        "practice wall-hinge 2x10",
    ),
    (
        "S8 an ankle does not",
        HEAVY.session(1, "wall 5", pain=6, where="ankle"),
        2,
        "load romanian-deadlift 3x9 @40",
    ),
    (
        "S8 a chest at 1",
        Journal().session(0, "wall 5", pain=1, where="chest").morning(1, 0).morning(2, 0),
        3,
        "hold",
    ),
    (
        "S8 a head at 4",
        Journal().session(0, "wall 5", pain=4, where="head").morning(1, 0).morning(2, 0),
        3,
        "practice wall-hinge 3x10",
    ),
    (
        "S8 a head at 5",
        Journal().session(0, "wall 5", pain=5, where="head").morning(1, 0).morning(2, 0),
        3,
        "hold",
    ),
    (
        "S8 the day back from illness",
        HEAVY.pause(1, until=3, ill=True),
        4,
        "practice wall-hinge 2x10",
    ),
    ("S8 after illness", HEAVY.pause(1, until=3, ill=True), 5, "load romanian-deadlift 2x9 @36"),
    (
        "S8 after illness, a first weight",
        lifter(bells=(8,)).pause(0, until=1, ill=True),
        3,
        "load kettlebell-deadlift 2x6 @8",
    ),
    ("a pause", HEAVY.pause(1, until=3), 3, "paused"),
    # breaks
    ("9 days: carry on", HEAVY, 9, "load romanian-deadlift 3x9 @40"),
    ("10 days: -10 %, a set less", HEAVY, 10, "load romanian-deadlift 2x9 @36"),
    ("14 days: the same", HEAVY, 14, "load romanian-deadlift 2x9 @36"),
    ("15 days: a re-check", HEAVY, 15, "recheck dowel-hinge 1x10"),
    (
        "passed: -20 %, half the sets",
        HEAVY.session(15, "dowel 9/10"),
        16,
        "load romanian-deadlift 2x9 @32",
    ),
    ("not passed: again", HEAVY.session(15, "dowel 8/10"), 16, "recheck dowel-hinge 1x10"),
    ("85 days: from the dowel", HEAVY, 85, "recheck dowel-hinge 3x10"),
    # rest
    ("a good week rests", lifter().sessions((0, 2), "kb 3x8 @8"), 3, "rest wall-hinge 1x8"),
    ("a week under way practises", lifter().session(0, "kb 3x8 @8"), 1, "practice wall-hinge 2x10"),
)


@pytest.mark.parametrize(
    ("journal", "on", "expected"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS]
)
def test_a_day_follows_the_rules(index: Index, journal: Journal, on: int, expected: str) -> None:
    assert said(today(index, journal, on)) == expected


WEEK_9 = Journal().setup(0, start=-28).override(0, "kb", "rdl").sessions((0, 2, 4), "rdl 3x8")
WEEK_9 = WEEK_9.sessions((7, 14, 21), "kb 8")
NINE = Journal().setup(0, start=-28).override(0, "kb", "rdl").sessions(range(0, 27, 3), "kb 8")

GATES: tuple[tuple[str, Journal, int, str, bool], ...] = (
    ("19 in a row", Journal().session(0, "wall 19"), 0, "dowel-hinge", False),
    ("20 in a row", Journal().session(0, "wall 20"), 0, "dowel-hinge", True),
    ("19 of 20", Journal().session(0, "wall 19/20"), 0, "dowel-hinge", False),
    ("3x15 is not 20 in a row", Journal().session(0, "wall 3x15"), 0, "dowel-hinge", False),
    ("plan week 4", learner(), 27, "kettlebell-deadlift", False),
    ("plan week 5", learner(), 28, "kettlebell-deadlift", True),
    ("two clean days", lifter().sessions((0, 2), "kb 3x8"), 5, "romanian-deadlift", False),
    ("three clean days", lifter().sessions((0, 2, 4), "kb 3x8"), 5, "romanian-deadlift", True),
    ("sets of seven", lifter().sessions((0, 2, 4), "kb 3x7"), 5, "romanian-deadlift", False),
    ("load week 8", WEEK_9, 27, "single-leg-rdl", False),
    ("load week 9", WEEK_9, 28, "single-leg-rdl", True),
    ("eight loaded days", NINE.without("e012"), 30, "kettlebell-swing", False),
    ("nine loaded days", NINE, 30, "kettlebell-swing", True),
    ("five swing days", lifter("swing").sessions(range(5), "swing 5"), 9, "american-swing", False),
    ("six swing days", lifter("swing").sessions(range(6), "swing 5"), 9, "american-swing", True),
    ("five barbell days", lifter("bb").sessions(range(5), "bb 3x5"), 9, "block-pull", False),
    ("six barbell days", lifter("bb").sessions(range(6), "bb 3x5"), 9, "block-pull", True),
    ("no athletic goal", lifter("swing"), 0, "broad-jump", False),
    ("the athletic goal", lifter("swing", goal="athletic"), 0, "broad-jump", True),
    ("without the first load", Journal(), 0, "sumo-deadlift", False),
    ("with the first load", lifter("kb"), 0, "sumo-deadlift", True),
)


@pytest.mark.parametrize(
    ("journal", "on", "drill", "opens"), [row[1:] for row in GATES], ids=[row[0] for row in GATES]
)
def test_a_gate_follows_the_rules(
    index: Index, journal: Journal, on: int, drill: str, opens: bool
) -> None:
    assert (drill in opened(index, journal, on)) is opens


SIDES = lifter("sl").session(0, "sl 2x10L 2x8R")
ROUND = {"lower-back-rounding": 3}
ROUNDED = lifter("rdl").session(0, "rdl 3x8 @40", mistakes=ROUND)
FAR = Journal().session(0, "wall 3x10", distance="30")

REASONS: tuple[tuple[str, Journal, int, str, bool], ...] = (
    ("D3 a day of the wall", FAR, 1, "D3", True),
    ("D3 a day of the dowel", DOWEL, 1, "D3", False),
    ("D12 uneven once", SIDES, 3, "D12", False),
    ("D12 uneven twice of three", SIDES.session(3, "sl 2x10L 2x8R"), 6, "D12", True),
    ("D12 even the second time", SIDES.session(3, "sl 2x10L 2x10R"), 6, "D12", False),
    ("D14 a goal before week 13", lifter(goal="strength"), 0, "D14", True),
    ("D14 no goal", lifter(), 0, "D14", False),
    ("D15 practice before loads", Journal(), 0, "D15", False),
    ("D15 practice between loads", lifter().session(0, "kb 3x8"), 1, "D15", True),
    ("S1 skipped, on a loaded day", lifter(), 0, "S1", True),
    ("S1 answered", lifter(screen="clear"), 0, "S1", False),
    ("S2 pain 2 last time", lifter().session(0, "kb 3x8", pain=2), 2, "S2", False),
    ("S2 pain 3 last time", lifter().session(0, "kb 3x8", pain=3), 2, "S2", True),
    ("S8 no limit", lifter(), 0, "S8 limits", False),
    ("S8 a low back", lifter(limits=("low-back",)), 0, "S8 limits", True),
    (
        "focus: noticed once",
        Journal().session(0, "wall 5", mistakes={"looking-up": 1}),
        1,
        "Focus",
        False,
    ),
    (
        "focus: noticed twice",
        Journal().session(0, "wall 5", mistakes={"looking-up": 2}),
        1,
        "Focus",
        True,
    ),
    ("rounding on one loaded day", ROUNDED, 2, "Rounding", False),
    (
        "rounding on two of three",
        ROUNDED.session(2, "rdl 3x8 @40", mistakes=ROUND),
        4,
        "Rounding",
        True,
    ),
    (
        "rounding corrected once",
        ROUNDED.session(2, "rdl 3x8 @40", mistakes=ROUND).session(4, "rdl 3x8 @36"),
        7,
        "Rounding",
        False,
    ),
    ("a day at 70 %", Journal().session(0, "wall 7/10"), 1, "Step back", False),
    ("a day at 60 %", Journal().session(0, "wall 6/10"), 1, "Step back", True),
    ("a bad day with pain", Journal().session(0, "wall 6/10", pain=3), 1, "Step back", False),
    ("an override keeps its mark", lifter(), 0, "Override", True),
    ("what was earned has none", learner(), 28, "Override", False),
)


@pytest.mark.parametrize(
    ("journal", "on", "rule", "says"), [row[1:] for row in REASONS], ids=[row[0] for row in REASONS]
)
def test_a_card_says_what_changed_it(
    index: Index, journal: Journal, on: int, rule: str, says: bool
) -> None:
    assert (reason_of(today(index, journal, on), rule) is not None) is says
