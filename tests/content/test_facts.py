"""The guide's facts stand in the bundled texts, and what must never be claimed does not.

Each fact is looked for where a person would look it up: in its lesson, table or drill.
"""

import re

import msgspec
import pytest

from hingecli.coach.protocol.texts import DrillPage
from hingecli.content import (
    bundled,
    load_cues,
    load_lesson,
    load_mistakes,
    load_page,
    load_protocol,
)

ROOT = bundled()
INDEX = load_protocol(ROOT)
MISTAKES = load_mistakes(ROOT)
CUES = load_cues(ROOT)
PAGES = {rung.id: load_page(ROOT, rung.id) for rung in INDEX.ladder}
LESSONS = {topic: load_lesson(ROOT, INDEX, topic) for topic in INDEX.protocol.lessons}


def words(value: object) -> str:
    """Return every text of a part on one line, in lower case, without the signs of Markdown."""
    if isinstance(value, str):
        return re.sub(r"\s+", " ", re.sub(r"[*`#]", "", value)).lower()
    if isinstance(value, dict):
        return " / ".join(words(each) for each in value.values())
    if isinstance(value, list | tuple):
        return " / ".join(words(each) for each in value)
    return ""


TEXTS = {
    **{f"lesson {topic}": words(lesson.text) for topic, lesson in LESSONS.items()},
    **{f"drill {id_}": words(msgspec.to_builtins(page)) for id_, page in PAGES.items()},
    "mistakes": words(msgspec.to_builtins(MISTAKES)),
    "cues": words(msgspec.to_builtins(CUES)),
}

FACTS: dict[str, tuple[str, ...]] = {
    "lesson hinge": (
        "bend at the hips with a neutral spine",
        "turns as one unit about the hip joint, like a door on its hinge",
        "in a squat the knees travel far forward",
        "posterior chain instead: glutes, hamstrings and spinal erectors",
        "rounding puts the load on discs and ligaments",
        "hands it to big muscles",
        "ball-and-socket",
        "hip flexors in front lift the knee",
        "glutes and hamstrings behind extend the hip",
        "loads these extensors and lengthens the flexors",
        "lumbar spine, the low back, keeps its natural curve",
        "erectors and the deep stabilisers make a rigid column",
        "single vertebrae take shear",
        "about 80 % of adults meet low back pain at some time",
        "poor movement patterns among the main causes",
        "less stress on the front of the knee than squatting for everything",
        "sprinting, throwing, yoga folds, deadlifts, swings, rdls and good mornings",
    ),
    "lesson elements": (
        "natural curves are kept, with a slight arch in the low back",
        "hand on the low back feels the same as when you stand",
        'over-arching "to keep it straight", or rounding as you reach',
        r"hips go back \(and up\) first and the torso follows to balance",
        "rope around your hips pulling you back",
        "knees bend a little and your shins stay near vertical",
        "torso folds first, or the knees travel forward as in a squat",
        "heels and midfoot",
        "toes can wiggle all the way through",
        "pressure on the balls of the feet",
        "hamstrings stretch, glutes load, and maybe some low-back erectors",
        "ask after each set where you felt it",
        "mostly quads, or pressure in the knees. then adjust the pattern",
    ),
    "lesson breathing": (
        "before you go down, take a deep breath into the belly",
        "intra-abdominal pressure",
        "hold it through the hardest part",
        "breathe out at the top",
        "valsalva manoeuvre, used as a brace",
        "practise it without weight",
        "pursed lips",
        "swings are never held",
    ),
    "lesson phases": (
        r"about a foot \(30 cm\) from a wall, back to it, arms crossed",
        "push your hips back until they touch",
        "torso leans by itself, the spine stays neutral, and the wall gives the feedback",
        "3 sets of 10-15, daily, smooth and controlled",
        "step farther away: more range",
        "20 consecutive wall hinges with perfect form",
        "dowel or pvc pipe behind your back, one hand at the low back, "
        "one between the shoulder blades",
        "head, upper back, sacrum",
        "losing one means rounding or over-extending",
        "all three contacts kept through a full range of motion",
        "several weeks, and that is normal",
        "bell between the feet; hinge down, both hands, drive through the heels, stand",
        "forgiving, because the weight is centred",
        "dumbbells or a barbell, in your hands all the time",
        r"tension and control in the lowering \(eccentric\) phase",
        "on one leg, the other reaching back: balance and one-sided strength",
        "only when the pattern is rock-solid. start light, form over load",
        "ballistic: hip power, conditioning, posterior-chain endurance",
        r"russian \(bell to chest height\) before american \(overhead\)",
        "hip snap moves the bell; the arms are ropes",
        "standing on a platform: more range, strength off the floor",
        "block or pin pull: less range, overload at the top, lockout strength and confidence",
        "shows and trains left/right asymmetry. most people find a clear one",
        r"good morning, broad jump, and olympic-lift derivatives \(with a coach\)",
        "kettlebell deadlift.*romanian deadlift.*single-leg rdl.*barbell deadlift",
    ),
    "lesson frequency": (
        "3-4 times a week, low intensity",
        "nervous system wants frequent exposure, and heavy load slows recovery",
        "heavy hinges 1-2 times a week, with lighter variations on other days",
        r"monday \| heavy deadlift",
        r"wednesday \| rdl",
        r"friday \| swings",
    ),
    "lesson goals": (
        "heavy deadlift variations, 3-5 reps, longer rests",
        "moderate load, 8-12 reps, shorter rests",
        "explosive hinges for rapid hip extension: swings, broad jumps, olympic derivatives",
        "heavy deadlift monday, rdl wednesday, swings friday",
    ),
    "lesson plan": (
        "wall and dowel hinges, daily. film yourself from the side and look at your spine",
        "no external load",
        "50-100 perfect reps accumulated a day",
        "light kettlebell deadlifts and rdls, with weights that feel almost too light",
        "quality before load",
        "3 times a week, 3-4 sets of 8-12",
        "load up gradually with perfect form. add single-leg work",
        "barbell only if your pattern is rock-solid. begin kettlebell swings",
        "as above, by goal",
        "feel like a step back. that is normal: the nervous system adapts unevenly",
        "weeks 1-4.*weeks 5-8.*weeks 9-12",
    ),
    "lesson learning": (
        "about 300-500 repetitions for a basic motor pattern",
        "3,000-5,000 for an ingrained one",
        "every rep is practice: of the right thing or of the wrong one",
        "quality comes before quantity",
        "attend to what should work in each part",
        "feel the hamstrings load",
        "see the glutes drive the hips",
    ),
    "lesson daily-life": (
        "noticing how you bend to pick things up",
        "dishwasher, laundry, low shelves: hips back, chest proud, instead of rounding",
        "groceries and furniture: the force comes from legs and hips",
        "the hips are the fulcrum",
        "children and pets",
        "get close first",
        "hinge down to them",
        "near your centre of gravity",
        "drive through the heels and let the glutes lift",
    ),
    "lesson trouble": (
        "less range with perfect mechanics",
        "trap-bar deadlift: less spinal load",
        "cable pull-through: almost no axial load",
        "complete rest is rarely the answer; modified movement often heals better than none",
        "see a qualified professional about your own case",
        "hinges often feel better than squats: less knee flexion, less anterior stress",
        "sumo deadlift, a wider stance, can suit hip or knee limits",
        "foot positions and widths until a full range is free of pain",
    ),
    "lesson resources": (
        "coach or physical therapist for personal feedback",
        "video shows what you cannot feel",
        "starting strength, mark rippetoe",
        "becoming a supple leopard, kelly starrett",
        "reputable strength-and-conditioning organisations",
        r"toni santos, movement educator and rehabilitation specialist \(kelvariono\.com\)",
    ),
    "lesson long-view": (
        "pays into, or draws from, the same body for decades",
        "consistency beats intensity",
        "ordinary daily movement counts as practice",
    ),
    "lesson mistakes": (
        "valgus collapse: more knee-injury risk, less power",
        "spread the floor: glutes on, knees tracking over your feet",
        "spinal flexion under load stresses discs and ligaments",
        "less range of motion, core stability, and feedback from the dowel",
        "weight has moved forward and the quads take over",
        "push through the heels; your ankle mobility may need work",
        "neck hyperextends and neutral is lost",
        r"neutral neck, eyes on the floor 6-8 feet \(2-2\.5 m\) ahead",
        "glutes are not fully on and the rep is not finished",
        "squeeze the glutes hard at the top, hips through to the bar",
        "over-arching.*torso folding first.*knees travelling forward.*with the arms",
    ),
    "mistakes": (
        "valgus collapse: more knee-injury risk, less power",
        r"6-8 feet \(2-2\.5 m\) ahead",
        "less range of motion, core stability, and feedback from the dowel",
        "squeeze your glutes hard at the top, hips through to the bar",
    ),
    "drill wall-hinge": (r"a foot \(30 cm\)", "3 sets of 10-15, daily, smooth and controlled"),
    "drill dowel-hinge": (
        "one hand at the low back, one between the shoulder blades",
        "head, upper back, sacrum",
        "several weeks",
        "that is normal",
    ),
    "drill kettlebell-deadlift": ("drive through the heels", "almost too light"),
    "drill american-swing": ("many coaches leave the overhead swing out",),
    "lesson pain": (
        "numbness in the saddle area",
        "bladder or bowel",
        "both legs",
        "chest pain",
        "fainting",
        "a fall or a crash",
        "fever",
        "weight loss",
        "cancer",
        "pain at night",
        "steroids",
        "first-ever back pain when over 55",
        "dull, sits on both sides, peaks at 24-72 h and eases with movement",
        "high blood pressure.*heart.*eye.*hernia.*pregnancy.*pursed lips",
    ),
}

NEVER = {
    "safe": r"\bsafe(ly|st|r|ty)?\b",
    "cleared": r"\bcleared\b",
    "a hinge prevents injury": r"\b(prevent|protect|injury-proof|bulletproof|avoid injur)",
    "a diagnosis": r"\byou (have|suffer from) (a |an )?(injury|strain|sprain|hernia|disc)",
    "a cure": r"\b(cure|guarantee|risk-free)",
    "a scolding": r"\b(you must|you failed|never skip|no excuses|lazy)\b",
}


@pytest.mark.parametrize("where", FACTS)
def test_facts_of_the_guide_stand_where_one_looks_them_up(where: str) -> None:
    missing = [fact for fact in FACTS[where] if not re.search(fact, TEXTS[where])]

    assert missing == []


@pytest.mark.parametrize("claim", NEVER)
def test_texts_never_claim(claim: str) -> None:
    found = [where for where, text in TEXTS.items() if re.search(NEVER[claim], text)]

    assert found == []


def test_no_text_says_that_a_count_makes_anything_automatic() -> None:
    said = {where: text for where, text in TEXTS.items() if "automatic" in text}

    assert list(said) == ["lesson learning"]
    assert re.findall(r"[^.]*automatic[^.]*", said["lesson learning"]) == [
        ' - 3,000-5,000 for an ingrained one, "automatic" in the guide\'s word'
    ]
    assert "no count proves that a movement is learned" in said["lesson learning"]


def test_mistakes_are_the_table_in_order_and_then_the_others() -> None:
    groups = [(mistake.id, mistake.group) for mistake in MISTAKES.mistakes]

    assert groups == [
        ("knees-cave-in", "table"),
        ("lower-back-rounding", "table"),
        ("rising-onto-toes", "table"),
        ("looking-up", "table"),
        ("soft-lockout", "table"),
        ("over-arching", "also"),
        ("torso-first", "also"),
        ("knees-forward", "also"),
        ("arms-lift", "also"),
    ]


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.id)
def test_drill_watches_known_mistakes_and_credits_the_guide(page: DrillPage) -> None:
    known = {mistake.id for mistake in MISTAKES.mistakes}

    assert set(page.watch) <= known
    assert len(page.watch) == len(set(page.watch))
    assert "Toni Santos" in page.sources[0]
    assert "Coach rule" in page.sources[1]


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.id)
def test_drill_fits_the_card(page: DrillPage) -> None:
    assert 2 <= len(page.setup) <= 4
    assert 3 <= len(page.steps) <= 6
    assert 2 <= len(page.cues) <= 4
    assert all(len(line) <= 60 for line in (*page.setup, *page.steps, *page.cues))


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.id)
def test_held_breath_comes_with_its_caution(page: DrillPage) -> None:
    said = words(list(page.breathing))
    held = "hold" in said and "never hold" not in said

    assert held == ("pursed lips" in said)


@pytest.mark.parametrize("drill", ["kettlebell-swing", "american-swing", "broad-jump"])
def test_breath_is_never_held_in_fast_drills(drill: str) -> None:
    said = words(list(PAGES[drill].breathing))

    assert "sharp breath out at the snap" in said
    assert "never hold your breath" in said


def test_daily_life_has_a_task_for_weeks_to_come() -> None:
    assert len(set(CUES.daily_life)) == len(CUES.daily_life) >= 20
    assert all(re.fullmatch(r"[A-Z].*[.?]", task) for task in CUES.daily_life)
    assert all(len(task) <= 67 for task in CUES.daily_life)  # one line beside its label


def test_daily_life_comes_on_another_weekday_each_time() -> None:
    assert len(CUES.daily_life) % 7 != 0


@pytest.mark.parametrize("phase", [phase.id for phase in INDEX.protocol.phases])
def test_every_phase_has_elements_to_take_turns(phase: str) -> None:
    offered = [element for element in CUES.elements if phase in element.phases]

    assert len(offered) >= 4
    assert len(offered) % 7 != 0  # each comes on another weekday the next time


def test_lessons_are_read_in_the_protocols_order() -> None:
    assert list(LESSONS) == [
        "hinge", "elements", "breathing", "phases", "mistakes", "frequency", "plan",
        "goals", "learning", "film", "daily-life", "pain", "trouble", "resources", "long-view",
    ]  # fmt: skip


def test_pain_lesson_states_the_rules_figures() -> None:
    rules, text = INDEX.rules, TEXTS["lesson pain"]
    pain, second, amber = rules.pain_during, rules.second_episode, rules.amber

    assert f"| 0-{pain.no_progress_from - 1} | go on" in text
    assert f"| {pain.no_progress_from}-{pain.stop_from - 1} | no progress; half the range" in text
    assert f"| {pain.stop_from} or more, or sharp or spreading | stop" in text
    assert f"at 0-{pain.max_move_in_hold} it gives {pain.hold_sets}x{pain.hold_reps}" in text
    assert f"scores of 0-{pain.no_progress_from - 1} on two days, with none higher" in text
    assert (pain.end_days, rules.way_back.days, amber.step_back_after) == (2, 2, 2)
    assert f"up to a usual {pain.usual_at_once}" in text
    assert f"a usual {pain.usual_after_yes} counts after a professional's yes" in text
    assert f"the third within {amber.look_days} days" in text
    assert amber.look_after == 3
    assert f"a fifth within {amber.hold_days} days" in text
    assert amber.hold_after == 5
    assert f"{rules.way_back.cut_percent} % lighter" in text
    assert rules.way_back.sets_percent == 50
    assert f"still red {second.apart_days} days into a hold" in text
    assert f"at {rules.morning_after.flag_over} or more above your usual" in text
    assert f"second such episode within {second.within_days} days" in text
    assert f"{second.end_days} days with {second.end_scores} scores, all of them green" in text
    assert f"at {rules.soreness.move_from} or more of 10" in text
    assert rules.soreness.move_days == 3
    assert "on a fourth day it counts as 3-4" in text


def test_lessons_on_dose_state_the_rules_figures() -> None:
    rules = INDEX.rules
    goal_low, goal_high = rules.day_goal.clean_reps
    low, high = rules.unloaded_dose.reps

    assert f"{goal_low}-{goal_high} perfect reps" in TEXTS["lesson plan"]
    assert f"{rules.unloaded_dose.sets} sets of {low}-{high}" in TEXTS["lesson phases"]
    assert f"{rules.test.reps} consecutive wall hinges" in TEXTS["lesson phases"]
    assert f"{rules.day_goal.good_days} days of 7" in TEXTS["lesson frequency"]
    assert f"from load week {rules.goals.from_week} on" in TEXTS["lesson goals"]
    for milestone in rules.milestones.ranges:
        first, last = milestone.reps
        assert f"{first:,}-{last:,}" in TEXTS["lesson learning"]
