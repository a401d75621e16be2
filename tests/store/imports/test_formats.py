"""The exports of other loggers, recognised by their heading: what of each comes in, and how."""

import io
from csv import writer
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from hingecli.coach.log.events import SetRecord
from hingecli.errors import HingeError
from hingecli.loggers import LoggerFormat
from hingecli.store.imports.incoming import Incoming
from hingecli.store.ranges import out_of_range
from store.tables import LOGGERS, context, preview, sessions, table

NOW = datetime(2026, 11, 30, 10, tzinfo=timezone(timedelta(hours=1)))
LB = Decimal("0.45359237")


class Shown(NamedTuple):
    """A set, without what no logger knows."""

    drill: str
    reps: int
    load: str
    unit: str
    warmup: bool


def read(text: str, *maps: str, now: datetime = NOW) -> Incoming:
    return table(text.encode(), *maps, context=context(now=now))


def shown(record: SetRecord) -> Shown:
    load = record.load_kg
    if load is not None and record.unit == "lb":
        load /= LB
    text = "" if load is None else f"{load.normalize():f}"
    return Shown(record.drill, record.reps, text, record.unit, record.warmup)


def read_sets(found: Incoming) -> list[list[Shown]]:
    return [[shown(record) for record in session.body.sets] for session in sessions(found)]


STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
) + "".join(
    f'2026-10-05 06:30:00,"Legs",50m,{row}\n'
    for row in (
        '"Deadlift (Barbell)",W,50.0,6.0,0,0.0,"","slept well",',
        '"Deadlift (Barbell)",1,80.0,5.0,0,0.0,"said ""go""","slept well",6.5',
        '"Squat (Barbell)",1,60.0,5.0,0,0.0,"knee","slept well",10',
        '"Romanian Deadlift (Dumbbell)",1,24.0,12.0,0,0.0,"","slept well",7',
        '"Plank",1,0.0,0.0,0,45.0,"","slept well",',
    )
)


def test_strong_of_old() -> None:
    found = read(STRONG)

    (session,) = sessions(found)
    assert found.format == "Strong"
    assert read_sets(found) == [
        [
            Shown("barbell-deadlift", 6, "50", "kg", True),
            Shown("barbell-deadlift", 5, "80", "kg", False),
            Shown("romanian-deadlift", 12, "24", "kg", False),
        ]
    ]
    assert {record.clean for record in session.body.sets} == {None}
    assert (session.body.effort, session.day) == (7, date(2026, 10, 5))
    assert session.body.note == 'slept well; said "go"'
    told = preview(found)
    assert (told.sets, told.hinges, told.warmups) == (5, 3, 1)
    assert [(one.name, one.sets) for one in told.left_out] == [("Squat (Barbell)", 1), ("Plank", 1)]
    assert told.changes == ((3, "effort 6.5 is rounded up to 7"),)
    assert (told.unit, told.unit_from) == ("kg", "nothing")


def test_weights_without_a_unit_follow_the_profile_or_what_is_told() -> None:
    by_profile = table(STRONG.encode(), context=context(now=NOW, profile_unit="lb"))
    told = read(STRONG, "unit=lbs")

    assert read_sets(by_profile)[0][1] == Shown("barbell-deadlift", 5, "80", "lb", False)
    assert (preview(by_profile).unit, preview(by_profile).unit_from) == ("lb", "profile")
    assert read_sets(told) == read_sets(by_profile)
    assert (preview(told).unit, preview(told).unit_from) == ("lb", "told")


def test_strong_from_version_6_on() -> None:
    heading = (
        '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
        '"Weight (lbs)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'
    )
    row = '"7";"2026-10-05 18:00:00";"B";"1900";"{0}";"{1}";"{2}";"{3}";"{4}";"";"0";"{5}";""\n'
    text = heading + "".join(
        row.format(*cells)
        for cells in (
            ("Good Morning (Barbell)", "D", "45", "10", "", ""),
            ("Good Morning (Barbell)", "Rest Timer", "", "", "", ""),
            ("Good Morning (Barbell)", "1", "95", "8", "9", ""),
            ("Good Morning (Barbell)", "Note", "", "", "", "bar slid"),
            ("Bench Press (Barbell)", "1", "95", "8", "", ""),
            ("Bench Press (Barbell)", "Note", "", "", "", "elbow"),
        )
    )

    found = read(text)

    assert read_sets(found) == [
        [
            Shown("good-morning", 10, "45", "lb", False),
            Shown("good-morning", 8, "95", "lb", False),
        ]
    ]
    assert sessions(found)[0].body.note == "bar slid"
    assert (preview(found).sets, preview(found).unit, found.rejected) == (3, None, ())


def test_strong_on_android_with_decimal_commas() -> None:
    text = (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
        "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
        '2026-10-05 18:00:00;"A";"Trap Bar Deadlift";1;62,5;kg;8;7,5;;;0;"";"";40m\n'
        '2026-10-05 18:00:00;"A";"Deadlift (Trap Bar)";2;137,5;lbs;8;;;;0;"";"";40m\n'
    )

    found = read(text)

    assert read_sets(found) == [
        [
            Shown("trap-bar-deadlift", 8, "62.5", "kg", False),
            Shown("trap-bar-deadlift", 8, "137.5", "lb", False),
        ]
    ]
    assert sessions(found)[0].body.effort == 8


@pytest.mark.parametrize(
    ("start", "unit"),
    [
        ('"5 Oct 2026, 06:30"', "kg"),
        ("2026-10-05T06:30:00+02:00", "lbs"),
        ('"5 Okt. 2026, 06:30"', "kg"),
        ('"Oct 5, 2026, 6:30 AM"', "lbs"),
        ("2026-10-05 06:30:00", "kg"),
    ],
)
def test_hevy_in_either_unit_and_with_its_forms_of_time(start: str, unit: str) -> None:
    text = (
        '"title","start_time","end_time","description","exercise_title","superset_id",'
        f'"exercise_notes","set_index","set_type","weight_{unit}","reps","distance_km",'
        '"duration_seconds","rpe"\n'
        f'"A",{start},"","good","Kettlebell Swing","","hips",0,"warmup",16,10,,,\n'
        f'"A",{start},"","good","Kettlebell Swing","","hips",1,"failure",24,15,,,9.5\n'
        f'"A",{start},"","good","Dead Hang","","",0,"normal",,,,40,\n'
    )

    found = read(text)

    (session,) = sessions(found)
    assert (found.format, session.day, session.at.hour, session.at.minute) == (
        "Hevy",
        date(2026, 10, 5),
        6,
        30,
    )
    assert [record.unit for record in session.body.sets] == [unit[:2]] * 2
    assert [(s.reps, s.warmup) for s in read_sets(found)[0]] == [(10, True), (15, False)]
    assert (session.body.effort, session.body.note) == (10, "good; hips")


def test_fitnotes_with_the_unit_in_a_column_and_in_the_heading() -> None:
    new = read(
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
        "2026-10-05,Sumo Deadlift,Back,88.18,lbs,5,,,,\n"
        "2026-10-05,Rack Pull,Back,100.0,kgs,3,,,,heavy\n"
        "2026-10-06,Rowing,Cardio,,,,2.0,km,0:09:00,\n"
    )
    old = read(
        "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time\n"
        "2026-10-05,Sumo Deadlift,Back,88.18,5,,,\n"
    )

    assert read_sets(new) == [
        [
            Shown("sumo-deadlift", 5, "88.18", "lb", False),
            Shown("block-pull", 3, "100", "kg", False),
        ]
    ]
    assert sessions(new)[0].body.sets[0].load_kg == Decimal("88.18") * LB
    assert read_sets(old) == [[Shown("sumo-deadlift", 5, "88.18", "lb", False)]]
    assert (new.format, old.format) == ("FitNotes", "FitNotes")


def test_fitnotes_on_ios_takes_the_unit_that_is_filled() -> None:
    text = (
        "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,"
        "Kind\n"
        "2026-10-05,Deadlift,Back,100.00,220.46,5,,,,belt,wr\n"
        "2026-10-05,Deadlift,Back,,225.00,3,,,,,wr\n"
    )

    found = read(text)

    assert found.format == "FitNotes for iOS"
    assert [(s.load, s.unit) for s in read_sets(found)[0]] == [("100", "kg"), ("225", "lb")]


def test_fitnotes_that_keeps_workouts_joins_the_gear_and_leaves_out_what_was_not_begun() -> None:
    text = (
        "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,"
        "IsWarmup,RPE,RIR,Categories,Note\n"
        'Pull,2026-10-05T16:13:53Z,,"80,0",Deadlift,Kettlebell,12,"24,0",,,Done,true,,,,\n'
        'Pull,2026-10-05T16:13:53Z,,"80,0",Deadlift,Barbell,5,"82,5",,,Failed,false,"8,5",,,\n'
        'Pull,2026-10-05T16:13:53Z,,"80,0",Deadlift,Barbell,5,"85,0",,,NotStarted,false,,,,\n'
    )

    assert read_sets(read(text)) == [
        [
            Shown("kettlebell-deadlift", 12, "24", "kg", True),
            Shown("barbell-deadlift", 5, "82.5", "kg", False),
        ]
    ]


FITBOD = """\
Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier
2026-10-05 21:50:00 +0000,Dumbbell Romanian Deadlift,10,12.5,0.0,0.0,0.0,0.0,false,,2.0
2026-10-05 22:40:00 +0000,Dumbbell Romanian Deadlift,8,15.0,0.0,0.0,0.0,0.0,false,,1.0
2026-10-05 23:41:00 +0000,Back Extensions,12,0.0,0.0,0.0,0.0,0.0,false,,1.0
2026-10-05 23:40:00 +0000,Dumbbell Romanian Deadlift,6,15.0,0.0,0.0,0.0,0.0,false,,1.0
"""


def test_fitbod_joins_sets_less_than_an_hour_apart_and_doubles_what_was_in_each_hand() -> None:
    found = read(FITBOD)

    assert [[s.load for s in session] for session in read_sets(found)] == [["25", "15"], ["15"]]
    assert preview(found).per_hand == 1
    assert preview(found).perhaps_per_hand == 0


@pytest.mark.parametrize(
    ("exercise", "sets"),
    [
        ("Romanian Deadlift (Dumbbell)", 1),
        ("DB Romanian Deadlift", 1),
        ("Deadlift (Barbell)", 0),
    ],
)
def test_dumbbells_whose_logger_does_not_say_how_many_are_counted(exercise: str, sets: int) -> None:
    found = read(
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes\n"
        f"2026-10-05 18:00:00,Legs,{exercise},1,20,8,0,0,\n"
    )

    assert [[s.load for s in session] for session in read_sets(found)] == [["20"]]
    assert preview(found).perhaps_per_hand == sets


@pytest.mark.parametrize(
    ("hours", "day", "hour"), [(1, 5, 22), (-8, 5, 13), (10, 6, 7), (2, 5, 23)]
)
def test_utc_is_made_local_before_the_day_is_found(hours: int, day: int, hour: int) -> None:
    now = datetime(2026, 11, 30, 10, tzinfo=timezone(timedelta(hours=hours)))

    first = sessions(read(FITBOD, now=now))[0]

    assert (first.day, first.at.hour) == (date(2026, 10, day), hour)


def test_liftlog_keeps_its_sessions_and_gives_them_oldest_first() -> None:
    text = (
        "SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes\n"
        "b,2026-10-06T07:00:00,Romanian Deadlift,52.5,kg,8,8,\n"
        "a,2026-10-05T08:45:06,Deadlift,185,lbs,4,5,last one slow\n"
        "a,2026-10-05T07:05:06,Deadlift,185,lbs,5,5,last one slow\n"
    )

    found = read(text)

    assert [[s.reps for s in session] for session in read_sets(found)] == [[5, 4], [8]]
    assert [s.body.note for s in sessions(found)] == ["last one slow", None]
    assert [s.body.sets[0].unit for s in sessions(found)] == ["lb", "kg"]


def test_stronglifts_has_a_row_an_exercise_with_its_sets_side_by_side() -> None:
    text = (
        "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,SetsxReps,"
        "Start Time (h:mm),End Time (h:mm),Notes,Set 1 (Reps), Set 1 (KG),Set 2 (Reps),"
        " Set 2 (KG)\n"
        '"2026/10/05","1","B","","80","Squat","2x5","7:37 PM","8:20 PM","","5","60","5","60"\n'
        '"2026/10/05","1","B","","80","Deadlift","1x5","7:37 PM","8:20 PM","ok","5","80","",""\n'
        '"2026/10/07","2","C","","80","Deadlift","2x5","7:37 AM","","","5","80","3","85"\n'
    )

    found = read(text)

    assert [[(s.reps, s.load) for s in session] for session in read_sets(found)] == [
        [(5, "80")],
        [(5, "80"), (3, "85")],
    ]
    assert [(s.at.hour, s.at.minute) for s in sessions(found)] == [(19, 37), (7, 37)]
    assert preview(found).left_out[0][:2] == ("Squat", 2)


def test_stronglifts_of_old_has_a_row_a_workout_and_days_that_have_to_be_told() -> None:
    text = (
        "Date,Note,Body Weight (KG),Body Weight (LB),"
        "Exercise 1,Weight (KG),Weight (LB),Set 1,Set 2,Set 3,"
        "Exercise 2,Weight (KG),Weight (LB),Set 1,Set 2,Set 3,\n"
        "05/10/26,calm,82,,Squat,60,,5,5,5,Deadlift,100,,5,,,\n"
        "08/10/26,,82,,Deadlift,,225,5,4,,,,,,,,\n"
    )

    asked = read(text)
    found = table(text.encode(), context=context(now=NOW, order="dmy"))

    assert "--dates dmy" in asked.rejected[0][1]
    assert [(s.day, s.body.note) for s in sessions(found)] == [
        (date(2026, 10, 5), "calm"),
        (date(2026, 10, 8), None),
    ]
    assert [[(s.reps, s.load, s.unit) for s in session] for session in read_sets(found)] == [
        [(5, "100", "kg")],
        [(5, "225", "lb"), (4, "225", "lb")],
    ]


def test_liftosaur_reads_what_was_done_and_not_what_was_asked() -> None:
    text = (
        "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,"
        "Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,"
        "Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,Notes\n"
        '2026-10-05T22:30:00.000Z,P,D,"Good Morning, Barbell",1,5,5,0,,,0,45,lb,45,lb,0,,\n'
        '2026-10-05T22:30:00.000Z,P,D,"Good Morning, Barbell",0,8,6,0,8,9,1,95,lb,90,lb,0,,slow\n'
        '2026-10-05T22:30:00.000Z,P,D,"Good Morning, Barbell",0,8,,0,8,,1,95,lb,,,0,,slow\n'
    )

    found = read(text)

    assert read_sets(found) == [
        [
            Shown("good-morning", 5, "45", "lb", True),
            Shown("good-morning", 6, "90", "lb", False),
        ]
    ]
    assert (sessions(found)[0].body.effort, preview(found).no_reps) == (9, 1)


def test_the_same_export_gives_the_same_sessions_and_a_longer_one_more() -> None:
    longer = STRONG + "2026-10-09 06:30:00,B,5m,Deadlift (Barbell),1,80.0,5.0,0,0.0,,,\n"

    first, again = sessions(read(STRONG)), sessions(read(longer))

    assert [s.id for s in again][:1] == [s.id for s in first]
    assert again[0].body == first[0].body
    assert len(again) == 2


def test_a_single_leg_set_without_a_side_is_told() -> None:
    text = STRONG.replace("Romanian Deadlift (Dumbbell)", "Single Leg Deadlift (Kettlebell)")

    found = read(text)

    assert preview(found).sideless == 1
    assert sessions(found)[0].body.sets[2].side is None


def test_days_of_utc_moments_are_never_in_the_future() -> None:
    now = datetime(2026, 10, 5, 23, 55, tzinfo=UTC)

    assert len(sessions(read(FITBOD, now=now))) == 2


def test_what_a_logger_writes_for_nothing_is_nothing() -> None:
    text = (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
        "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
        "2026-10-05 18:00:00;A;Wall Hinge;1;0,0;kg;8;0;;mi.;0;-;-;40m\n"
    )

    found = read(text)

    (session,) = sessions(found)
    assert (session.body.effort, session.body.note) == (None, None)
    assert session.body.sets[0].load_kg is None
    assert preview(found).changes == ()


CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "0",
            "8",
            "8,5",
            "-1",
            "1e9",
            "Deadlift",
            "kg",
            "2026-10-05",
            "5/10/26",
            "W",
            '"',
            "7:1 PM",
        ]
    ),
    st.text(max_size=8),
)


@pytest.mark.parametrize("known", LOGGERS.formats, ids=lambda known: known.name)
@given(rows=st.lists(st.lists(CELLS, max_size=12), max_size=4))
def test_whatever_stands_in_the_rows_is_read_or_told(
    known: LoggerFormat, rows: list[list[str]]
) -> None:
    headings = dict.fromkeys((*known.heading, *(h for f in astuple(known.fields) for h in f)))
    text = io.StringIO()
    writer(text).writerows([[*headings], *rows])
    try:
        found = read(text.getvalue())
    except HingeError:
        return

    assert found.format == known.name
    for session in sessions(found):
        assert out_of_range(session) is None
