"""A session is understood as people say it, and as the program itself writes it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.coach.log.events import KG_PER_LB, SetRecord, Side
from hingecli.coach.parse.names import find_drill
from hingecli.coach.parse.session import Named, read_sets
from hingecli.coach.protocol.fields import MOST_REPS
from hingecli.content import bundled, load_protocol
from hingecli.errors import HingeError, UnknownNameError, UsageError
from hingecli.show import dose, sets
from show.samples import block as make_block

INDEX = load_protocol(bundled())
VARIANTS = {v.id.replace("-", " "): v.id for v in INDEX.rules.variety.all}


def read(text: str) -> tuple[SetRecord, ...]:
    named = Named(
        drill=lambda word: find_drill(INDEX, word),
        default=lambda: "wall-hinge",
        things=INDEX.weights,
        variants=VARIANTS,
        sided={rung.id for rung in INDEX.ladder if rung.per_side},
        weighted=INDEX.loaded,
    )
    return read_sets([text], named)


def said(text: str) -> str:
    """Return what was understood, in the program's own words."""
    return "; ".join(f"{name} {words}" for name, words in sets.by_drill(read(text), index=INDEX))


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("9 of 10", "wall hinge 9 of 10"),
        ("9 out of 10", "wall hinge 9 of 10"),
        ("9 clean of 10 reps", "wall hinge 9 of 10"),
        ("18 / 20", "wall hinge 18 of 20"),
        ("3 sets of 10", "wall hinge 3 × 10"),
        ("3 Sets of 10 reps.", "wall hinge 3 × 10"),
        ("3 x 10", "wall hinge 3 × 10"),
        ("3 × 10", "wall hinge 3 × 10"),
        ("3 times 10", "wall hinge 3 × 10"),
        ("3 sets x 10 reps", "wall hinge 3 × 10"),
        ("3 sets of 9 of 10", "wall hinge 3 × 9 of 10"),
        ("three sets of ten", "wall hinge 3 × 10"),
        ("a set of 10", "wall hinge 10"),
        ("10 reps x 3", "wall hinge 3 × 10"),
        ("10 x 3 sets", "wall hinge 3 × 10"),
        ("10 reps, 3 sets", "wall hinge 3 × 10"),
        ("10 reps 3 sets", "wall hinge 3 × 10"),
        ("3 sets: 10, 9, 8", "wall hinge 10, 9, 8"),
        ("3 sets 10", "wall hinge 3 × 10"),
        ("10,10,9", "wall hinge 2 × 10, 9"),
        ("10, 10 and 9", "wall hinge 2 × 10, 9"),
        ("3x10 all clean", "wall hinge 3 × 10"),
        ("3x10 none", "wall hinge 3 × 0 of 10"),
        ("all of 10", "wall hinge 10"),
        ("none of 10", "wall hinge 0 of 10"),
        ("20 clean", "wall hinge 20"),
        ("10/10/9", "wall hinge 2 × 10, 9"),
        ("18 good ones", "wall hinge 18"),
        ("20 in a row", "wall hinge 20"),
        ("a dozen", "wall hinge 12"),
        ("10 / 10 / 9", "wall hinge 2 × 10, 9"),
        ("3x10 in the morning", "wall hinge 3 × 10"),
        ("✓ Saved: wall hinge 3 × 10 (30 clean).", "wall hinge 3 × 10"),
        ("3x10 ✓", "wall hinge 3 × 10"),
        ("3✕10", "wall hinge 3 × 10"),
        ("3х10", "wall hinge 3 × 10"),
        ("sl-rdl 3x8/side", "single-leg RDL 3 × 8 each side"),
        ("sl-rdl 8 / leg", "single-leg RDL 8 each side"),
        ("kb 3x8 w/ 16kg", "kettlebell deadlift 3 × 8 at 16 kg"),
        ("3x10 good one", "wall hinge 3 × 10"),
        ("kb 16 sets of 10", "kettlebell deadlift 16 × 10"),
        ("kb 10x10", "kettlebell deadlift 10 × 10"),
        ("kb 11x10@16kg", "kettlebell deadlift 11 × 10 at 16 kg"),
        ("kb 16 reps 3x10", "kettlebell deadlift 16, 3 × 10"),
        ("kb 10 10 9", "kettlebell deadlift 2 × 10, 9"),
        ("wall 16 3x10", "wall hinge 16, 3 × 10"),
        ("kb 12 dowel 3x10", "kettlebell deadlift 12; dowel hinge 3 × 10"),
        ("kb swing 3x10", "kettlebell swing 3 × 10"),
        ("bb deadlift 3x5 100kg", "barbell deadlift 3 × 5 at 100 kg"),
        ("single leg deadlift 3x8", "single-leg RDL 3 × 8"),
        ("we finished 3x10", "wall hinge 3 × 10"),
        ("10 reps, 2 bad", "wall hinge 8 of 10"),
        ("10 reps 2 bad", "wall hinge 8 of 10"),
        ("ten, two not clean", "wall hinge 8 of 10"),
        ("20 with 2 sloppy", "wall hinge 18 of 20"),
        ("10 reps but 2 were sloppy", "wall hinge 8 of 10"),
        ("10 minus 2", "wall hinge 8 of 10"),
        ("10 except one, dowel 9", "wall hinge 9 of 10; dowel hinge 9"),
        ("8 good, 2 bad", "wall hinge 8 of 10"),
        ("8 clean, 2 not", "wall hinge 8 of 10"),
        ("2 clean, 8 not", "wall hinge 2 of 10"),
        ("10 reps with 2 misses", "wall hinge 8 of 10"),
        ("10, 9 reps, 10", "wall hinge 10, 9, 10"),
        ("30 reps in 3 sets", "wall hinge 3 × 10"),
        ("3 sets, 10 reps each", "wall hinge 3 × 10"),
        ("8/8", "wall hinge 8"),
        ("deadlift 3x5 60 reps", "barbell deadlift 3 × 5, 60"),
        ("deadlift 3x5 5 @60kg", "barbell deadlift 4 × 5 at 60 kg"),
        ("10 reps, 9 clean", "wall hinge 9 of 10"),
        ("10 reps 9 clean", "wall hinge 9 of 10"),
        ("9 of 10, 10 clean", "wall hinge 9 of 10, 10"),
        ("9 of 10, 10 of 10", "wall hinge 9 of 10, 10"),
        ("10, 9 of 10", "wall hinge 10, 9 of 10"),
        ("10, 12 clean", "wall hinge 10, 12"),
        ("\uff13\uff58\uff11\uff10", "wall hinge 3 × 10"),
        ("3\u00a0×\u00a010", "wall hinge 3 × 10"),
        ("wall - 3x10", "wall hinge 3 × 10"),
        ("10 warm up, 8 half range", "wall hinge 10 (warm-up), 8 (half the range)"),
    ],
)
def test_counts_are_understood_as_people_say_them(typed: str, understood: str) -> None:
    assert said(typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("romanian deadlift 3x10", "Romanian deadlift 3 × 10"),
        ("“Romanian deadlift” 3x10", "Romanian deadlift 3 × 10"),
        ("wall hinge 3x10", "wall hinge 3 × 10"),
        ("Wall hinges: 3x10", "wall hinge 3 × 10"),
        ("broomstick 10", "dowel hinge 10"),
        ("good mornings 3x8", "good morning 3 × 8"),
        ("single leg rdl 8", "single-leg RDL 8"),
        ("10 wall hinges", "wall hinge 10"),
        ("3 sets of 10 wall hinges, all clean", "wall hinge 3 × 10"),
        ("wall hinge x 20", "wall hinge 20"),
        ("wall hinge ×20", "wall hinge 20"),
        ("20 x wall hinges", "wall hinge 20"),
        ("left 8 sl-rdl", "single-leg RDL 8 left"),
        ("I did 3 sets of 10 wall hinges today", "wall hinge 3 × 10"),
        ("3 sets of 10 of the wall hinge", "wall hinge 3 × 10"),
        ("10 wall hinges and 12 dowel hinges", "wall hinge 10; dowel hinge 12"),
        ("wall 10 plus dowel 12", "wall hinge 10; dowel hinge 12"),
        ("wall 10, dowel 10 and kb 8", "wall hinge 10; dowel hinge 10; kettlebell deadlift 8"),
    ],
)
def test_drills_are_named_with_spaces_before_their_sets_or_behind_them(
    typed: str, understood: str
) -> None:
    assert said(typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("kb 3x10 8 kg", "kettlebell deadlift 3 × 10 at 8 kg"),
        ("kb 3x10 @ 16 kg", "kettlebell deadlift 3 × 10 at 16 kg"),
        ("kb 3x10 16kg", "kettlebell deadlift 3 × 10 at 16 kg"),
        ("kb 3x10 35 lbs", "kettlebell deadlift 3 × 10 at 35 lb"),
        ("kb 3x10 with 16 kilos", "kettlebell deadlift 3 × 10 at 16 kg"),
        ("kb 3x10 12,5 kg", "kettlebell deadlift 3 × 10 at 12.5 kg"),
        ("kb 16kg 3x10", "kettlebell deadlift 3 × 10 at 16 kg"),
        ("16 kg kettlebell deadlift 3x10", "kettlebell deadlift 3 × 10 at 16 kg"),
        ("kb 16kg 10 20kg 8", "kettlebell deadlift 10 at 16 kg, 8 at 20 kg"),
        ("kb 10 16kg 8 20kg", "kettlebell deadlift 10 at 16 kg, 8 at 20 kg"),
        ("kb 3x10 with a 16 kg kettlebell", "kettlebell deadlift 3 × 10 at 16 kg"),
        ("3x10 kettlebell deadlifts at 16 kg", "kettlebell deadlift 3 × 10 at 16 kg"),
        ("rdl 10 @16kg kb 8", "Romanian deadlift 10 at 16 kg; kettlebell deadlift 8"),
        ("rdl 8 8 kg in each hand", "Romanian deadlift 8 at 16 kg"),
        (
            "kb 10 no weight, 8 at 16 kg",
            "kettlebell deadlift 10 without weight, 8 at 16 kg",
        ),
        ("3x10 bodyweight", "wall hinge 3 × 10"),
    ],
)
def test_a_weight_stands_anywhere_beside_its_sets(typed: str, understood: str) -> None:
    assert said(typed) == understood


@pytest.mark.parametrize(
    ("typed", "sides"),
    [
        ("sl-rdl 10 per side", "10 each side"),
        ("sl-rdl 6 each side", "6 each side"),
        ("sl-rdl 3x8 on each leg", "3 × 8 each side"),
        ("sl-rdl 8 left 8 right", "8 each side"),
        ("sl-rdl left 8 right 8", "8 each side"),
        ("sl-rdl left: 8, right: 7 of 8", "8 left, 7 of 8 right"),
        ("sl-rdl 8 left, right 7", "8 left, 7 right"),
        ("sl-rdl 8 left and right", "8 each side"),
        ("sl-rdl 8 L/R", "8 each side"),
        ("sl-rdl 3 sets of 10, each side, with 8 kg", "3 × 10 each side at 8 kg"),
        ("sl-rdl each side 8", "8 each side"),
        ("sl-rdl left 8, 8, 7 right 8, 8, 8", "2 × 8 left, 7 left, 3 × 8 right"),
        ("sl-rdl left 3x8 right 3x8", "3 × 8 each side"),
        ("sl-rdl L8 R8", "8 each side"),
        ("sl-rdl 8l/8r", "8 each side"),
        ("8 single-leg RDLs each side", "8 each side"),
        ("sl-rdl 8 left clean", "8 left"),
    ],
)
def test_sides_are_told_before_or_behind_their_sets(typed: str, sides: str) -> None:
    assert said(typed) == f"single-leg RDL {sides}"


@pytest.mark.parametrize(
    ("typed", "both"),
    [
        ("10, 9 clean", ("Write 9 of 10, or 10 9",)),
        ("3 sets of 10, 8, 8", ("Write 3x10 8 8, or 10 8 8",)),
        ("kb 10,8 kg", ("Write @10.8kg, or 10 @8kg",)),
        ("kb 10 1,000 kg", ("Write 1000kg or 1kg",)),
        ("kb 10 8,12 kg", ("Write @8.12kg, or 8 @12kg",)),
        ("kb 2x8kg", ("together", "each hand")),
        ("3x10 with a 16 kg kettlebell", ("the drill, or what the weight is",)),
        ("wall 10 (9 clean of 10)", ("make 10 clean of 10",)),
        ("wall 10 (5 done)", ("make 0 done",)),
        ("deadlift 3x5 60", ("Write 60 reps, or 60kg or 60lb",)),
        ("sl-rdl 8, 8, 7 left, 8, 8, 8 right", ("which side were 8 8 8 8",)),
        ("8, 9, 10 of 10", ("Write 9/10 10/10, or 9 10",)),
        ("kb 5x100kg", ("Write 5 @100kg", "together")),
        ("kb 3x8 with two 16kg bells", ("together",)),
        ("kb 3x8 at 16", ("Write 16kg or 16lb",)),
        ("sl-rdl 8/8", ("Write 8 of 8, or 8 each side",)),
        ("sl-rdl 3 sets of 8 each", ("Write 3x8 each side, or 3x8",)),
        ("wall 10 each", ("Write 10 each side, or 10",)),
        ("kb 3x8 16kg each", ("Write 16kg each hand, or 16kg",)),
        ("30 reps in 4 sets", ("how many in each",)),
    ],
)
def test_what_could_mean_two_things_is_asked_back_with_both(
    typed: str, both: tuple[str, ...]
) -> None:
    with pytest.raises(UsageError) as refused:
        read(typed)

    for part in both:
        assert part in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("wall 10 8M", '"8M" is not a set'),
        ("wall 10 at", '"at" is not a set'),
        ("wall 10 with best form", '"best" is not a set'),
        ("3 sets", "3 sets of how many"),
        ("3 sets of", "3 sets of how many"),
        ("3 sets x 10 sets", '"10" is not a set'),
        ("2/3 x 10", '"2/3" is not a set'),
        ("left", '"left" is not a set'),
        ("left left 8", '"left" is not a set'),
        ("clean", '"clean" is not a set'),
        ("10 (of course)", "says nothing about these sets"),
        ("(10)", '"(10)" is not a set'),
        ("up to 3 runs of 20", "run by run"),
        ("kb 8@16kg@20kg", "two loads"),
        ("16kg", "no set before it"),
        ("10 wall dowel", '"dowel" has no sets'),
        ("kb 10 16kg wall", '"wall" has no sets'),
        ("10@16", "which unit"),
        ("10 / x", "not a set"),
        ("x 10", '"x" is not a set'),
        ("wall 5 minutes", "reps are counted here, not time"),
        ("each 10", '"each" is not a set'),
        ("kb 3x8 2 dumbbells", "a weight is told by what it weighs"),
        ("10@ kg", '"kg" is not a weight'),
    ],
)
def test_the_word_at_fault_is_quoted_with_what_to_write(typed: str, named: str) -> None:
    with pytest.raises(UsageError) as refused:
        read(typed)

    assert named in str(refused.value)


def test_a_name_of_several_words_is_refused_whole() -> None:
    with pytest.raises(UnknownNameError, match=r'"wall hnge"\. Did you mean wall-hinge'):
        read("wall hnge 10")


@pytest.mark.parametrize(
    "line",
    [
        "3 sets × 10 · rest 45 s · about 5 min",
        "3 sets × 10 · 3 s down · rest 2 min",
        "Done? hinge log 3x10",
        "Saved: wall hinge 3 × 10 (30 clean).",
        "  SAVED:  wall hinge 3 × 10",
        "hinge log wall 3x10",
    ],
)
def test_a_line_that_the_program_prints_is_understood(line: str) -> None:
    assert said(line) == "wall hinge 3 × 10"


@pytest.mark.parametrize(
    "typed", ["kb 10 16kg", "kb 10 16\tKG", "kb 10 @ 16kg", "kb 10 16 \u212ag", "kb 10 16.0 kilos"]
)
def test_a_weight_is_seen_behind_any_space_and_in_any_letters(typed: str) -> None:
    assert [(record.reps, record.load_kg) for record in read(typed)] == [(10, Decimal(16))]


records = st.builds(
    lambda reps, missed, load, unit, warmup, variant, range_: SetRecord(
        drill="kettlebell-deadlift",
        reps=reps,
        clean=None if missed is None else max(0, reps - missed),
        load_kg=None if load is None else load if unit == "kg" else load * KG_PER_LB,
        unit="kg" if load is None else unit,
        warmup=warmup,
        variant=variant,
        range=range_,
    ),
    reps=st.integers(1, 60),
    missed=st.none() | st.integers(0, 3),
    load=st.none() | st.decimals(Decimal("0.5"), 200, places=1).map(Decimal.normalize),
    unit=st.sampled_from(("kg", "lb")),
    warmup=st.booleans(),
    variant=st.none() | st.sampled_from(sorted(VARIANTS.values())),
    range_=st.sampled_from(("full", "half")),
)
sides = st.none() | st.sampled_from(("L", "R"))


@given(st.lists(st.tuples(records, sides), min_size=1, max_size=6), st.booleans())
def test_every_session_is_understood_as_history_and_replies_write_it(
    rows: list[tuple[SetRecord, Side | None]], named_behind: bool
) -> None:
    done = [_on(record, side) for record, side in rows]
    (name, words), *_ = sets.by_drill(done, index=INDEX)
    line = f"{words} {name}" if named_behind and not words.endswith(")") else f"{name} {words}"

    understood = read(f"{line} ({sets.total(done)})" if line[-1] != ")" else line)

    by_side = [[r for r in understood if r.side == side] for side in (None, "L", "R")]
    assert by_side == [[r for r in done if r.side == side] for side in (None, "L", "R")]


def _on(record: SetRecord, side: Side | None) -> SetRecord:
    return SetRecord(**{f: getattr(record, f) for f in record.__struct_fields__} | {"side": side})


@given(
    number=st.integers(1, 6),
    reps=st.integers(1, 30),
    per_side=st.booleans(),
    load=st.none() | st.decimals(Decimal(1), 100, places=1).map(Decimal.normalize),
)
def test_every_dose_is_understood_as_cards_write_it(
    number: int, reps: int, per_side: bool, load: Decimal | None
) -> None:
    block = make_block(
        drill="single-leg-rdl", sets=number, reps=reps, per_side=per_side, load_kg=load
    )
    asked = {
        dose.amount(block, unit="kg"),
        dose.spoken(block, unit="kg"),
        dose.log_words([block], index=INDEX, unit="kg", named=False),
        f"{dose.sets_of(block)} · {dose.load(block, unit='kg')} · rest {dose.rest(45)}",
    }

    for words in asked:
        understood = read(f"sl-rdl {words}")
        assert {(r.reps, r.clean, r.load_kg) for r in understood} == {(reps, reps, load)}
        assert len(understood) == number * (2 if per_side else 1)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        understood = read(text)
    except HingeError:
        return
    assert all(0 <= record.clean_reps <= record.reps <= MOST_REPS for record in understood)


WORDS = """3 10 x × of sets reps all none left right each-side @16kg 16 kg 12,5 lb at with and , ; (
    ) wall kb dowel clean done / @ half-range warm-up kettlebell no-weight up to runs 1000000"""
words = st.sampled_from(WORDS.split())


@given(st.lists(words, max_size=10))
def test_any_sentence_of_the_grammars_words_is_read_or_refused(parts: list[str]) -> None:
    try:
        understood = read(" ".join(part.replace("-", " ") for part in parts))
    except HingeError:
        return
    assert all(record.load_kg is None or record.load_kg > 0 for record in understood)


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("3x10, 2 bad", '"2 bad": in which set'),
        ("10 10 10 minus 2", '"2 bad": in which set'),
        ("10, 12 bad", "12 bad of 10"),
        ("9 of 10, 1 bad", "how many were clean"),
        ("3x10 sloppy", '"sloppy": how many were clean'),
        ("3x10 but the last two were bad", '"but": how many were clean'),
        ("bad 3x10", '"bad" is not a set'),
        ("3x10 7am", '"7am": the time of day'),
        ("3x10 at 7 pm", '"7 pm": the time of day'),
        ("3x10 7:30", '"7:30": the time of day'),
        ("wall 1h", '"1h": reps are counted'),
        ("wall 10 mins", '"10 mins": reps are counted'),
        ("kb 16 3x10", '"16": a set of 16, or the weight'),
        ("kb 3x10 16", '"16": a set of 16, or the weight'),
        ("kb 16x10", '"16x10": 16 sets of 10, or 10 reps with 16 kg'),
        ("3x8-10", '"3x8-10": how many did you do'),
        ("18-20", "18 clean of 20 are 18/20"),
    ],
)
def test_what_leaves_the_count_open_is_asked_back(typed: str, part: str) -> None:
    with pytest.raises(UsageError) as refused:
        read(typed)

    assert part in str(refused.value)


@pytest.mark.parametrize("remark", ["last ones felt odd", "felt rather stiff"])
def test_a_remark_behind_the_sets_is_told_its_flag(remark: str) -> None:
    with pytest.raises(UnknownNameError, match="-n") as refused:
        read(f"wall 3x10 {remark}")

    assert remark.split()[0] in str(refused.value)


def test_a_drills_name_with_a_slip_is_no_remark() -> None:
    with pytest.raises(UnknownNameError, match="romanian-deadlift"):
        read("wall 3x10 romanan deadlift 10")
