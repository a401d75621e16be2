"""Tables of our own columns, and mapped ones: what is read, what is rejected, and what is known."""

import io
from contextlib import suppress
from csv import reader, writer
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import Journal
from hingecli.coach.log.events import Pain
from hingecli.coach.log.sessions import read_log
from hingecli.errors import HingeError, UsageError
from hingecli.store.export import to_csv
from hingecli.store.imports.layout import read_map
from hingecli.store.ranges import out_of_range
from store.tables import csv, preview, sessions, table


@pytest.mark.parametrize(
    ("heading", "cell", "clean"),
    [(",clean", ",8", 8), (",clean", ",", None), (",clean", "", None), ("", "", 10)],
)
def test_clean_reps_are_unknown_where_their_cell_is_empty_and_all_where_no_column_is(
    heading: str, cell: str, clean: int | None
) -> None:
    (session,) = sessions(csv(f"date,drill,reps{heading}\n2026-01-05,wall,10{cell}\n"))

    assert session.body.sets[0].clean == clean


def test_a_place_in_csv_is_understood_as_a_person_says_it() -> None:
    (session,) = sessions(csv("date,drill,reps,pain,where\n2026-01-05,wall,10,3,calf\n"))

    assert session.body.pain == Pain(score=3, where="leg", where_told="calf")


def test_a_distance_of_an_unknown_unit_is_left_out_and_told() -> None:
    found = csv("date,drill,reps,distance_cm,distance_unit\n2026-01-05,wall,10,30,ells\n")

    assert sessions(found)[0].body.distance_cm is None
    assert preview(found).changes == ((2, 'distance_unit: "ells" is none of: cm, in; left out'),)


def test_rows_that_were_known_stay_known_with_the_columns_read_since() -> None:
    before = sessions(csv("date,drill,reps\n2026-01-05,wall,10\n2026-01-05,wall,10\n"))
    after = sessions(
        csv("date,drill,reps,warmup,range\n2026-01-05,wall,10,yes,\n2026-01-05,wall,10,,8-12\n")
    )

    assert [session.id for session in after] == [session.id for session in before]
    assert [session.body.sets[0].warmup for session in after] == [True, False]
    assert {session.body.sets[0].range for session in after} == {"full"}


@pytest.mark.parametrize(
    "above", ["My log\n", "My log;;\n\n", "\n\n", "2026\nof mine\n", "sep=;\n", ""]
)
def test_what_stands_above_the_heading_is_its_title(above: str) -> None:
    found = csv(f"{above}date;drill;reps\n2026-01-05;wall;10\n")

    assert [session.body.sets[0].reps for session in sessions(found)] == [10]


def test_a_heading_is_looked_for_in_the_first_lines_alone() -> None:
    with pytest.raises(UsageError, match="has no column drill, reps, date"):
        csv("title\n" * 20 + "date;drill;reps\n2026-01-05;wall;10\n")


@pytest.mark.parametrize(
    ("sets", "reps", "done"),
    [
        ("3", "10", 3),
        ("1", "10", 1),
        ("100", "10", 100),
        ("", "10", 1),
        ("", "3x10", 3),
        ("", "3 × 10", 3),
        ("3", "3 X 10", 3),
    ],
)
def test_a_row_may_stand_for_sets_alike(sets: str, reps: str, done: int) -> None:
    found = csv(f"date,drill,sets,reps\n2026-01-05,wall,{sets},{reps}\n")

    (session,) = sessions(found)
    assert [record.reps for record in session.body.sets] == [10] * done
    assert preview(found).sets == preview(found).hinges == done
    assert preview(found).done == (("wall-hinge", done),)


@pytest.mark.parametrize(
    ("sets", "reps", "why"),
    [
        ("0", "10", "sets: 0 is not 1-100"),
        ("101", "10", "sets: 101 is not 1-100"),
        ("2.5", "10", 'sets: "2.5" is not a whole number'),
        ("2", "3x10", "sets: 2, but reps: 3x10"),
        ("", "0x10", "sets: 0 is not 1-100"),
        ("", "3x", 'reps: "3x" is not a number'),
    ],
)
def test_sets_that_cannot_be_are_no_row(sets: str, reps: str, why: str) -> None:
    found = csv(f"date,drill,sets,reps\n2026-01-05,wall,{sets},{reps}\n")

    assert found.rejected == ((2, why),)


def test_a_row_that_was_known_before_its_sets_were_read_is_the_same_row() -> None:
    (before,) = sessions(csv("date,drill,reps\n2026-01-05,wall,10\n"))
    (after,) = sessions(csv("date,drill,reps,sets\n2026-01-05,wall,10,3\n"))

    assert after.id == before.id


@pytest.mark.parametrize(
    ("cell", "kg"), [("1,000", None), ("62,500", None), ("0,500", "0.500"), ("62,5", "62.5")]
)
def test_a_comma_that_may_part_thousands_is_asked_about(cell: str, kg: str | None) -> None:
    found = csv(f"date;drill;reps;load_kg\n2026-01-05;rdl;8;{cell}\n")

    loads = [str(done.load_kg) for session in sessions(found) for done in session.body.sets]
    assert loads == ([kg] if kg else [])
    assert found.rejected == (
        ()
        if kg
        else ((2, f'load: "{cell}" may be thousands or thousandths; write it without the comma'),)
    )


def test_a_row_with_more_cells_than_headings_is_no_set() -> None:
    """An unquoted comma moves all that stands behind it under the wrong heading."""
    found = csv(
        "date,drill,reps,load_kg,effort,note\n"
        "2026-01-05,rdl,8,62,5,7,easy\n"
        "2026-01-06,rdl,8,62,7,easy,,\n"
    )

    assert [session.day for session in sessions(found)] == [date(2026, 1, 6)]
    assert found.rejected == (
        (
            2,
            "column 7: more cells than headings; what parts cells needs quotes where it stands "
            "within one",
        ),
    )


def test_the_same_csv_gives_the_same_ids() -> None:
    text = "date,drill,reps\n2026-01-05,wall,10\n2026-01-05,wall,10\n2026-01-06,wall,10\n"

    first, again = csv(text), csv(text + "2026-01-07,wall,12\n")

    ids = [event.id for event in sessions(first)]
    assert len(set(ids)) == 3
    assert [event.id for event in sessions(again)][:3] == ids


def test_rows_of_one_date_are_one_sitting() -> None:
    text = "date,drill,reps\n2026-01-05,wall,10\n2026-01-05,wall,12\n2026-01-06,wall,10\n"

    log = read_log(csv(text).contents.events)

    assert [[one.reps for one in sitting.sets] for sitting in log.sittings] == [[10, 12], [10]]


def test_a_map_reads_the_columns_of_others() -> None:
    text = "Day;Exercise;Reps;Weight\n2026-01-05;wall;10;35 lb\n2026-01-06;wall;10;16,5\n"

    found = csv(text, "date=Day,drill=Exercise", "load=Weight")

    loads = [(str(e.body.sets[0].load_kg), e.body.sets[0].unit) for e in sessions(found)]
    assert loads == [("15.87573295", "lb"), ("16.5", "kg")]


@pytest.mark.parametrize("word", ["date", "date=", "when=Day", "=Day"])
def test_a_map_of_nothing_is_a_usage_error(word: str) -> None:
    with pytest.raises(UsageError, match="--map"):
        read_map([word])


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("drill,reps\nwall,10\n", "date"),
        ("date,reps\n2026-01-05,10\n", "drill"),
        ("date,drill\n2026-01-05,wall\n", "reps"),
        ("", "drill"),
    ],
)
def test_a_missing_column_is_named(text: str, column: str) -> None:
    with pytest.raises(UsageError, match=column):
        csv(text)


def test_a_mapped_column_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="Exercise"):
        csv("date,drill,reps\n", "drill=Exercise")


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("2026-01-05,,10,,", "drill"),
        ("2026-01-05,wall,,,", "reps"),
        ("2026-01-05,wall,ten,,", "reps"),
        ("2026-01-05,wall,1.5,,", "reps"),
        ("2026-01-05,wall,0,,", "reps"),
        ("2026-01-05,wall,10,11,", "clean"),
        ("2026-03-03,wall,10,,", "future"),
        ("2026-13-01,wall,10,,", "2026-13-01"),
        (",wall,10,,", "date"),
        ("2026-01-05,wall,1e99,,", "reps"),
    ],
)
def test_a_bad_row_is_rejected_with_its_line(row: str, word: str) -> None:
    found = csv(f"date,drill,reps,clean,pain\n2026-01-05,wall,10,,\n\n{row}\n")

    assert len(sessions(found)) == 1
    assert [line for line, _ in found.rejected] == [4]
    assert word in found.rejected[0][1]


@pytest.mark.parametrize(
    ("when", "why"),
    [
        (",0001-01-01T00:00", "at: 0001-01-01 is before 1900"),
        (",1900-01-01T03:59", "at: 1899-12-31 is before 1900"),
        ("0999-01-01,", "date: 0999-01-01 is before 1900"),
        ("1899-12-31,", "date: 1899-12-31 is before 1900"),
        ("2026-01-05,0001-01-01T00:00", "at: 0001-01-01 is before 1900"),
        ("2026-01-05,9999-12-31T23:59-12:00", "at: 9999-12-31 is in the future"),
        ("2026-01-05,2026-03-04T00:00", "at: 2026-03-04 is in the future"),
        (",2026-03-03T04:00", "at: 2026-03-03 is in the future"),
        (",noon", 'at: "noon" is not a time'),
        ("31.02.2026,", 'date: "31.02.2026" is not a day'),
    ],
)
def test_a_row_of_a_day_that_was_none_is_rejected_in_words(when: str, why: str) -> None:
    found = csv(f"date,at,drill,reps\n2026-01-05,,wall,10\n{when},wall,10\n")

    ((line, told),) = found.rejected
    assert (len(sessions(found)), line) == (1, 3)
    assert told.startswith(why)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("1900-01-01,", date(1900, 1, 1)),
        (",1900-01-01T04:00", date(1900, 1, 1)),
        (",2026-03-03T03:59", date(2026, 3, 2)),
        ("2026-03-02,", date(2026, 3, 2)),
    ],
)
def test_a_row_of_the_first_or_the_last_day_is_read(when: str, day: date) -> None:
    (session,) = sessions(csv(f"date,at,drill,reps\n{when},wall,10\n"))

    assert session.day == day


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("side", "M", 'side: "M" is unknown'),
        ("load_kg", "1 000", 'load: "1 000" is not a number'),
        ("load_kg", "-20", "load_kg: -20 is not 0-1000"),
        ("clean", "11", "clean: 11 of 10"),
    ],
)
def test_a_row_with_an_unknown_word_is_rejected_in_words(column: str, value: str, why: str) -> None:
    found = csv(f"date,drill,reps,{column}\n2026-01-05,wall,10,{value}\n")

    assert found.rejected == ((2, why),)


def test_a_row_whose_quote_is_never_closed_is_rejected_alone() -> None:
    text = 'date,drill,reps,note\n2026-01-05,wall,10,"two\nlines"\n2026-01-06,wall,10,"on\n'

    found = csv(text + "2026-01-07,wall,10,kept\n")

    assert found.rejected == ((4, "column 20: a quote that opens here is not closed"),)
    assert [session.body.note for session in sessions(found)] == ["two\nlines", "kept"]
    assert len(sessions(csv(text + '2026-01-07,wall,10,"\n'))) == 2


def test_a_quote_that_another_row_closes_by_chance_is_found() -> None:
    text = 'date,drill,reps,note\n2026-01-05,wall,10,"on\n2026-01-06,wall,11,"end"\n'

    found = csv(text)

    assert [line for line, _ in found.rejected] == [2]
    assert [session.body.note for session in sessions(found)] == ["end"]


def test_many_rows_with_open_quotes_are_refused_at_once() -> None:
    text = "date,drill,reps,note\n" + '2026-01-05,wall,10,"on\n' * 100

    with pytest.raises(UsageError, match="the first in line 2"):
        csv(text.replace('"on', '"on "x"'))


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_quote_inside_of_a_cell_is_a_sign_like_others(end: str) -> None:
    (session,) = sessions(csv(f'date,drill,reps,note\n2026-01-05,wall,10,5" bar{end}'))

    assert session.body.note == '5" bar'


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("1" * 200_000, "a cell has more than"),
        ('"1\n' + ("1" * 40 + "\n") * 4_000, "a quote that opens here"),
    ],
)
def test_a_cell_too_long_is_rejected_with_its_line(cell: str, why: str) -> None:
    found = csv(f"date,drill,reps\n2026-01-05,wall,10\n2026-01-06,wall,{cell}\n")

    assert found.rejected[0][0] == 3
    assert why in found.rejected[0][1]
    assert len(sessions(found)) == 1


def test_exercises_that_nobody_knows_are_listed_once_with_the_nearest_drill() -> None:
    found = csv("date,drill,reps\n2026-01-05,bench,10\n2026-01-05,Sumo DL,5\n2026-01-05,bench,9\n")

    assert found.rejected == ()
    assert preview(found).left_out == (("bench", 2, None), ("Sumo DL", 1, "sumo-deadlift"))


def test_our_csv_comes_back_from_a_german_spreadsheet_whole() -> None:
    before = (
        Journal()
        .session(0, "wall 3x10 9/10", note="a; b, c", effort=4, distance="35.5")
        .session(1, "kb 8 7/8 @12.5", pain=3, where="low-back")
        .session(2, "sl 8L 7/8R @8")
    )
    ours = list(reader(io.StringIO(to_csv(before.read(), clean=str))))
    day = ours[0].index("date")
    for row in ours[1:]:
        year, month, number = row[day].split("-")
        row[day] = f"{number}.{month}.{year}"
        for place, cell in enumerate(row):
            row[place] = cell.replace(".", ",") if cell.replace(".", "", 1).isdigit() else cell
    text = io.StringIO()
    writer(text, delimiter=";", lineterminator="\r\n").writerows(ours)

    found = table(text.getvalue().encode("cp1252"))

    assert found.rejected == ()
    assert preview(found).changes == ()
    assert [(session.body, session.day) for session in sessions(found)] == [
        (sitting.body, sitting.day) for sitting in before.read().sittings
    ]


@given(st.text(max_size=200))
def test_any_text_as_csv_is_read_or_refused(text: str) -> None:
    data = ("date,drill,reps\n" + text).encode("utf-8", "replace")
    with suppress(HingeError):
        assert all(out_of_range(event) is None for event in table(data).contents.events)


def test_a_comma_in_our_own_columns_parts_no_thousands() -> None:
    """A spreadsheet in German writes 62.125 of our export so."""
    found = csv("date;drill;reps;load_kg;unit\n2026-01-05;rdl;8;62,125;kg\n")

    assert [str(done.load_kg) for done in sessions(found)[0].body.sets] == ["62.125"]
    assert found.rejected == ()
