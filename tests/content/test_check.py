"""What the check finds: one row a promise, the problem with its file and key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hingecli.content import bundled
from hingecli.content.check.check import check, summary

Break = Callable[[str, str, str], Path]

GATE = 'id = "bow-20"\ntext = "{reps} {drill} in a row"\ndrill = "bow"'


PROBLEMS = {
    "unknown key": (
        "drills/bow.toml",
        'summary = "A made-up drill."',
        'summary = "A made-up drill."\ncue = "x"',
        "drills/bow.toml: cue: unknown key; did you mean cues?",
    ),
    "a place to stand that names no distance": (
        "drills/bow.toml",
        'summary = "A made-up drill."',
        'summary = "A made-up drill."\nelsewhere = "Farther away."',
        "drills/bow.toml: elsewhere: must name the distance: {cm}",
    ),
    "wrong type of a leaf": (
        "drills/bow.toml",
        'cues = ["Touch the wall."]',
        "cues = [3]",
        "drills/bow.toml: cues[0]: expected a string, got a number",
    ),
    "wrong type of an array": (
        "drills/bow.toml",
        'cues = ["Touch the wall."]',
        'cues = "Touch the wall."',
        "drills/bow.toml: cues: expected an array, got a string",
    ),
    "wrong type of a table": (
        "protocol.toml",
        "tempo = { down = 3, pause = 1, up = 1.5 }",
        "tempo = 3",
        "protocol.toml: ladder[0 bow].tempo: expected a table, got a number",
    ),
    "missing field": (
        "drills/bow.toml",
        'dose = "3 sets of 10-15."\n',
        "",
        "drills/bow.toml: dose: missing",
    ),
    "missing rule": (
        "protocol.toml",
        "[rules.rest]",
        "[rules.rests]",
        "protocol.toml: rules.rest: missing",
    ),
    "value out of bounds": (
        "protocol.toml",
        "up_at = 90",
        "up_at = 101",
        "protocol.toml: rules.unloaded-dose.up_at: 101 is not at most 100",
    ),
    "no such choice": (
        "protocol.toml",
        'family = "wall"',
        'family = "floor"',
        'protocol.toml: ladder[0 bow].family: "floor" is none of: '
        "wall, dowel, deadlift, rdl, single-leg, swing",
    ),
    "unknown kind of condition": (
        "protocol.toml",
        'kind = "unbroken-set"',
        'kind = "unbroken-sets"',
        'protocol.toml: ladder[1 stick-bow].gate[0 bow-20].kind: unknown: "unbroken-sets"; '
        "did you mean unbroken-set?",
    ),
    "condition without kind": (
        "protocol.toml",
        'kind = "unbroken-set"\n',
        "",
        "protocol.toml: ladder[1 stick-bow].gate[0 bow-20].kind: missing; one of unbroken-set, "
        "contact-days, clean-days, drill-days, clean-total, loaded-days, steady-days, "
        "plan-week, load-week, drills-open, goal",
    ),
    "no finite number": (
        "protocol.toml",
        "step_cm = 2.5",
        "step_cm = inf",
        "protocol.toml: rules.wall-distance.step_cm: expected a number that is finite",
    ),
    "negative number": (
        "protocol.toml",
        "tempo = { down = 3, pause = 1, up = 1.5 }",
        "tempo = { down = -3, pause = 1, up = 4.5 }",
        "protocol.toml: ladder[0 bow].tempo.down: -3.0 is negative",
    ),
    "zero that something is divided by": (
        "protocol.toml",
        "days_in_week = 7",
        "days_in_week = 0",
        "protocol.toml: rules.weeks.days_in_week: must be more than 0",
    ),
    "number beyond the calendar": (
        "protocol.toml",
        "window_days = 7",
        "window_days = 100001",
        "protocol.toml: rules.loaded-day.window_days: is larger than 100,000",
    ),
    "span that runs backwards": (
        "protocol.toml",
        "reps = [10, 15]",
        "reps = [15, 10]",
        "protocol.toml: rules.unloaded-dose.reps: 15 to 10 runs backwards",
    ),
    "pair of three": (
        "protocol.toml",
        "reps = [10, 15]",
        "reps = [10, 15, 20]",
        "protocol.toml: rules.unloaded-dose.reps: expected 2 values, got 3",
    ),
    "unknown drill in a condition": (
        "protocol.toml",
        GATE,
        GATE.replace('"bow"', '"bows"'),
        "protocol.toml: ladder[1 stick-bow].gate[0 bow-20].drill: "
        'no drill is called "bows"; did you mean bow?',
    ),
    "unknown drill in a rule": (
        "protocol.toml",
        'order = ["bell-bow"]',
        'order = ["bell"]',
        'protocol.toml: rules.joining.order[0]: no drill is called "bell"; did you mean bell-bow?',
    ),
    "unknown phase of a drill": (
        "protocol.toml",
        'phase = "one"\nfamily',
        'phase = "zero"\nfamily',
        'protocol.toml: ladder[0 bow].phase: no phase is called "zero"',
    ),
    "unknown phase of the plan": (
        "protocol.toml",
        'weeks = [1, 4]\nphase = "two"',
        'weeks = [1, 4]\nphase = "tow"',
        'protocol.toml: plan[0].phase: no phase is called "tow"; did you mean two?',
    ),
    "unknown phase of an element": (
        "cues.toml",
        'phases = ["one", "two", "three"]',
        'phases = ["on"]',
        'cues.toml: elements[0 hips].phases[0]: no phase is called "on"; did you mean one?',
    ),
    "a word for two places": (
        "protocol.toml",
        'words = ["calf"]',
        'words = ["back"]',
        'protocol.toml: places[1 leg].words[0]: "back" is taken by places[0 low-back].words[0]',
    ),
    "a place called like another": (
        "protocol.toml",
        'words = ["calf"]',
        'words = ["low-back"]',
        'protocol.toml: places[1 leg].words[0]: "low-back" is taken by places[0 low-back].id',
    ),
    "a place without words": (
        "protocol.toml",
        'words = ["calf"]',
        "words = []",
        "protocol.toml: places[1 leg].words: needs at least one entry",
    ),
    "a word that nobody could type": (
        "protocol.toml",
        'words = ["calf"]',
        'words = ["left calf"]',
        'protocol.toml: places[1 leg].words[0]: "left calf" is no name: '
        "small letters, digits and single hyphens",
    ),
    "unknown place": (
        "protocol.toml",
        '{ id = "leg", words',
        '{ id = "shin", words',
        'protocol.toml: places[1 shin].id: "shin" is none of: low-back, upper-back, neck, hip, '
        "leg, knee, ankle, shoulder, arm, wrist, chest, head, other",
    ),
    "unknown equipment": (
        "protocol.toml",
        'needs = [["kettlebell"]]',
        'needs = [["kettlebells"]]',
        "protocol.toml: ladder[2 bell-bow].needs[0][0]: "
        'no equipment is called "kettlebells"; did you mean kettlebell?',
    ),
    "an empty alternative of equipment": (
        "protocol.toml",
        'needs = [["kettlebell"]]',
        "needs = [[]]",
        "protocol.toml: ladder[2 bell-bow].needs[0]: needs at least one entry",
    ),
    "unknown mistake on a page": (
        "drills/bow.toml",
        'watch = ["round", "squat"]',
        'watch = ["rounds"]',
        'drills/bow.toml: watch[0]: no mistake is called "rounds"; did you mean round?',
    ),
    "unknown mistake in a rule": (
        "protocol.toml",
        'mistake = "round"',
        'mistake = "lean"',
        'protocol.toml: rules.rounding.mistake: no mistake is called "lean"',
    ),
    "no day of the week": (
        "protocol.toml",
        'default_days = ["mon", "wed", "fri"]',
        'default_days = ["mon", "wen"]',
        "protocol.toml: rules.loaded-day.default_days[1]: "
        'no weekday is called "wen"; did you mean wed?',
    ),
    "neighbouring training days": (
        "protocol.toml",
        'default_days = ["mon", "wed", "fri"]',
        'default_days = ["mon", "sun"]',
        "protocol.toml: rules.loaded-day.default_days: two of them are neighbours",
    ),
    "lesson without a file": (
        "protocol.toml",
        'lessons = ["first", "second"]',
        'lessons = ["first", "second", "third"]',
        "lessons/third.md: the file is missing",
    ),
    "file without a lesson": (
        "protocol.toml",
        'lessons = ["first", "second"]',
        'lessons = ["first"]',
        "lessons/second.md: is not in the lessons of protocol.toml",
    ),
    "lesson without a title": (
        "lessons/first.md",
        "# The first lesson",
        "The first lesson",
        "lessons/first.md: the first line must be a title: # Title",
    ),
    "lesson without a text": (
        "lessons/first.md",
        "Bow well.",
        "",
        "lessons/first.md: there is no text under the title",
    ),
    "id of a drill twice": (
        "protocol.toml",
        'id = "bell-bow"',
        'id = "bow"',
        'protocol.toml: ladder[2 bow].id: "bow" is taken by ladder[0 bow].id',
    ),
    "alias that is another drill's id": (
        "protocol.toml",
        'aliases = ["bell"]',
        'aliases = ["bow"]',
        'protocol.toml: ladder[2 bell-bow].aliases[0]: "bow" is taken by ladder[0 bow].id',
    ),
    "alias of two mistakes": (
        "mistakes.toml",
        'aliases = ["knees"]',
        'aliases = ["back"]',
        'mistakes.toml: mistakes[1 squat].aliases[0]: "back" is taken by '
        "mistakes[0 round].aliases[0]",
    ),
    "element that is a mistake": (
        "cues.toml",
        'id = "hips"',
        'id = "round"',
        'cues.toml: elements: "round" is the id of a mistake too',
    ),
    "condition's id twice in a gate": (
        "protocol.toml",
        'id = "clean-30"',
        'id = "stick-bow-open"',
        'protocol.toml: ladder[2 bell-bow].gate[1 stick-bow-open].id: "stick-bow-open" is taken '
        "by ladder[2 bell-bow].gate[0 stick-bow-open].id",
    ),
    "alias that reads as sets": (
        "protocol.toml",
        'aliases = ["bell"]',
        'aliases = ["3x10"]',
        'protocol.toml: ladder[2 bell-bow].aliases[0]: "3x10" is no name: '
        "small letters, digits and single hyphens",
    ),
    "drill without cue": (
        "drills/bow.toml",
        'cues = ["Touch the wall."]',
        "cues = []",
        "drills/bow.toml: cues: needs at least one entry",
    ),
    "drill without mistake": (
        "drills/bow.toml",
        'watch = ["round", "squat"]',
        "watch = []",
        "drills/bow.toml: watch: needs at least one entry",
    ),
    "drill without source": (
        "drills/bow.toml",
        'sources = ["Made up."]',
        "sources = []",
        "drills/bow.toml: sources: needs at least one entry",
    ),
    "screen without a sign": (
        "protocol.toml",
        'stop_signs = ["a sign to stop"]',
        "stop_signs = []",
        "protocol.toml: rules.screen.stop_signs: needs at least one entry",
    ),
    "pain that stops no load": (
        "protocol.toml",
        'places_that_stop_all_load = ["low-back", "hip", "leg", "knee", "chest", "head", "other"]',
        "places_that_stop_all_load = []",
        "protocol.toml: rules.pain-during.places_that_stop_all_load: needs at least one entry",
    ),
    "blank text": (
        "drills/bow.toml",
        'cues = ["Touch the wall."]',
        'cues = [" "]',
        "drills/bow.toml: cues[0]: is empty",
    ),
    "escape code in a text": (
        "drills/bow.toml",
        'cues = ["Touch the wall."]',
        'cues = ["\\u001b[31mred"]',
        "drills/bow.toml: cues[0]: holds the control character U+001B",
    ),
    "page of another drill": (
        "drills/bow.toml",
        'id = "bow"',
        'id = "stick-bow"',
        'drills/bow.toml: id: "stick-bow" should be "bow", as the file',
    ),
    "template with an unknown field": (
        "protocol.toml",
        "{reps} {drill} in a row",
        "{rep} {drill} in a row",
        "protocol.toml: ladder[1 stick-bow].gate[0 bow-20].text: "
        "{rep} is no field of it; it has: days, drill, reps",
    ),
    "template that reaches into a value": (
        "protocol.toml",
        "{reps} {drill} in a row",
        "{reps.real} {drill} in a row",
        "protocol.toml: ladder[1 stick-bow].gate[0 bow-20].text: "
        "{reps.real} is no field of it; it has: days, drill, reps",
    ),
    "template with a format": (
        "protocol.toml",
        "{reps} {drill} in a row",
        "{reps:>99} {drill} in a row",
        "protocol.toml: ladder[1 stick-bow].gate[0 bow-20].text: "
        "{reps} must stand alone, without ! or :",
    ),
    "template with an open brace": (
        "protocol.toml",
        "{reps} {drill} in a row",
        "{reps {drill} in a row",
        "protocol.toml: ladder[1 stick-bow].gate[0 bow-20].text: a { stands inside of another",
    ),
    "coach rule without grade": (
        "protocol.toml",
        'source = "coach"\ngrade = "D"\ncite = "Made up."\n\n[rules',
        'source = "coach"\ncite = "Made up."\n\n[rules',
        "protocol.toml: ladder[2 bell-bow].gate[1 clean-30].grade: missing; "
        "a coach rule says how well it is supported: A, B, C or D",
    ),
    "guide's rule with grade": (
        "protocol.toml",
        'name = "D1 dose"\nsource = "guide"',
        'name = "D1 dose"\nsource = "guide"\ngrade = "C"',
        "protocol.toml: rules.unloaded-dose.grade: only coach rules have a grade",
    ),
    "step for no implement": (
        "protocol.toml",
        "step_kg = { barbell = 2.5",
        "step_kg = { log = 1, barbell = 2.5",
        "protocol.toml: rules.load-up.step_kg.log: unknown implement",
    ),
    "implement without a step": (
        "protocol.toml",
        "step_lb = { barbell = 5, ",
        "step_lb = { ",
        "protocol.toml: rules.load-up.step_lb.barbell: missing",
    ),
    "effort of unequal lists": (
        "protocol.toml",
        "ceiling = [6, 7, 8]",
        "ceiling = [6, 7]",
        "protocol.toml: rules.effort-ceiling.ceiling: 2 values for 3 weeks",
    ),
    "gap between breaks": (
        "protocol.toml",
        "days = [15, 28]",
        "days = [16, 28]",
        "protocol.toml: rules.breaks.steps[1].days: begins with 16, not 15",
    ),
    "start outside of its range": (
        "protocol.toml",
        "start = 10",
        "start = 16",
        "protocol.toml: rules.unloaded-dose.start: 16 is outside of reps, 10 to 15",
    ),
    "week without plan": (
        "protocol.toml",
        "weeks = [5, 12]",
        "weeks = [6, 12]",
        "protocol.toml: plan[1].weeks: begins with week 6, not 5",
    ),
    "plan that ends early": (
        "protocol.toml",
        "weeks = [5, 12]",
        "weeks = [5, 11]",
        "protocol.toml: plan: ends with week 11, not 12",
    ),
    "phases out of order": (
        "protocol.toml",
        'id = "two", number = 2',
        'id = "two", number = 4',
        "protocol.toml: phases: numbered 1, 4, 3; must be 1 to 3",
    ),
    "load without its family": (
        "protocol.toml",
        'family = "deadlift"\nloaded = true',
        'family = "deadlift"\nloaded = false',
        "protocol.toml: ladder[2 bell-bow].loaded: must be true for the family deadlift",
    ),
    "load at the wall": (
        "protocol.toml",
        'family = "wall"\nloaded = false',
        'family = "wall"\nloaded = true',
        "protocol.toml: ladder[0 bow].loaded: must be false for the family wall",
    ),
    "rep of no time": (
        "protocol.toml",
        "tempo = { down = 2, pause = 0, up = 1 }",
        "tempo = { down = 0, pause = 0, up = 0 }",
        "protocol.toml: ladder[2 bell-bow].tempo: a rep takes 0 to 60 s",
    ),
    "rep of over a minute": (
        "protocol.toml",
        "tempo = { down = 2, pause = 0, up = 1 }",
        "tempo = { down = 60, pause = 0, up = 0.1 }",
        "protocol.toml: ladder[2 bell-bow].tempo: a rep takes 0 to 60 s",
    ),
    "drill that is no table": (
        "protocol.toml",
        'aliases = ["b"]\n',
        'aliases = ["b"]\ngate = [20]\n',
        "protocol.toml: ladder[0 bow].gate[0]: expected a table, got a number",
    ),
    "table in an array's place": (
        "protocol.toml",
        "step_kg = { barbell = 2.5",
        "step_kg = 2026-11-23 # { barbell = 2.5",
        "protocol.toml: rules.load-up.step_kg: expected a table, got a date or time",
    ),
    "true in a text's place": (
        "drills/bow.toml",
        'feel = ["The back of your legs."]',
        "feel = true",
        "drills/bow.toml: feel: expected an array, got true or false",
    ),
    "template with an unset value": (
        "protocol.toml",
        'kind = "unbroken-set"\n' + GATE,
        'kind = "clean-days"\nid = "bow-20"\ntext = "{sides_within}"\ndrill = "bow"\n'
        "days = 1\nsets = 1\nshare = 90",
        "protocol.toml: ladder[1 stick-bow].gate[0 bow-20].text: {sides_within} has no value here",
    ),
    "guide's condition with grade": (
        "protocol.toml",
        GATE,
        GATE + '\ngrade = "A"',
        "protocol.toml: ladder[1 stick-bow].gate[0 bow-20].grade: only coach rules have a grade",
    ),
    "coach's rule without grade": (
        "protocol.toml",
        'name = "D3 wall distance"\nsource = "coach"\ngrade = "C"',
        'name = "D3 wall distance"\nsource = "coach"',
        "protocol.toml: rules.wall-distance.grade: missing; "
        "a coach rule says how well it is supported: A, B, C or D",
    ),
    "weeks that do not climb": (
        "protocol.toml",
        "weeks = [5, 9, 13]",
        "weeks = [5, 5, 13]",
        "protocol.toml: rules.effort-ceiling.weeks: must climb",
    ),
    "effort over 10": (
        "protocol.toml",
        "ceiling = [6, 7, 8]",
        "ceiling = [6, 7, 11]",
        "protocol.toml: rules.effort-ceiling.ceiling: effort is 1 to 10",
    ),
    "pain that stops before it warns": (
        "protocol.toml",
        "stop_from = 5",
        "stop_from = 2",
        "protocol.toml: rules.pain-during.stop_from: must not come before no_progress_from",
    ),
    "few reps that are more than usual": (
        "protocol.toml",
        "few_reps = 6",
        "few_reps = 9",
        "protocol.toml: rules.loaded-day.few_reps: 9 is over the 8 of reps",
    ),
    "a usual pain that is red": (
        "protocol.toml",
        "usual_after_yes = 4",
        "usual_after_yes = 5",
        "protocol.toml: rules.pain-during.usual_after_yes: must stay under stop_from; "
        "no usual value makes red green",
    ),
    "sets and loads of unequal weeks": (
        "protocol.toml",
        "sets_percent = [50, 70]",
        "sets_percent = [50]",
        "protocol.toml: rules.breaks.steps[1].sets_percent: must be as many as load_percent, "
        "or none",
    ),
    "more load after a break": (
        "protocol.toml",
        "load_percent = [90]",
        "load_percent = [101]",
        "protocol.toml: rules.breaks.steps[0]: a break never adds: at most 100 %",
    ),
    "a re-check that asks for more than it offers": (
        "protocol.toml",
        "recheck_clean = 9",
        "recheck_clean = 11",
        "protocol.toml: rules.breaks.recheck_clean: 11 of 10 reps can never be met",
    ),
    "newer format": (
        "protocol.toml",
        "format_version = 1",
        "format_version = 2",
        "protocol.toml: format_version: this hinge reads 1, not 2",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "problem"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_a_problem_is_told_with_file_and_key(
    broken: Break, path: str, old: str, new: str, problem: str
) -> None:
    root = broken(path, old, new)

    assert problem in check(root)


def test_the_tiny_protocol_has_no_problems(tiny: Path) -> None:
    assert check(tiny) == ()
    assert summary(tiny) == "3 drills, 2 mistakes, 2 lessons"


def test_the_bundled_protocol_has_no_problems() -> None:
    assert check(bundled()) == ()
    assert summary(bundled()).startswith("15 drills, 9 mistakes, 15 lessons")
