"""`hinge import` of tables: what the answer says, what is written, and what a second time does."""

from pathlib import Path
from typing import Any

import pytest

from cli.running import Answer, Hinge

DAY = "date,drill,reps\n2026-11-02,wall,10\n2026-11-02,wall,{}\n"


class Files:
    """Writes a file and brings it in."""

    def __init__(self, hinge: Hinge, folder: Path) -> None:
        self.hinge = hinge
        self.folder = folder

    def __call__(
        self, text: str, *words: str, name: str = "sets.csv", apply: bool = True
    ) -> Answer:
        file = self.folder / name
        file.write_text(text, "utf-8")
        return self.hinge("import", str(file), *words, *(["--apply"] if apply else []))

    @property
    def sessions(self) -> list[Any]:
        return list(self.hinge("history", "--json").json["sessions"])

    @property
    def reps(self) -> list[list[int]]:
        return [[record["reps"] for record in one["sets"]] for one in self.sessions]


@pytest.fixture
def bring(hinge: Hinge, tmp_path: Path) -> Files:
    return Files(hinge, tmp_path)


HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
) + "".join(
    f'"A","2 Nov 2026, 20:34","2 Nov 2026, 21:30","",{row}\n'
    for row in (
        '"Romanian Deadlift (Barbell)","","",0,"warmup",20,10,,,',
        '"Romanian Deadlift (Barbell)","","",1,"normal",40,10,,,6.5',
        '"Sumo DL","","",0,"normal",60,5,,,',
        '"Bench Press (Barbell)","","",0,"normal",60,5,,,',
        '"Bench Press (Barbell)","","",1,"normal",60,5,,,',
    )
)


def test_another_loggers_file_is_named_with_what_it_brings_and_what_it_leaves_out(
    bring: Files, home: Path
) -> None:
    answer = bring(HEVY, name="hevy.csv", apply=False)

    assert answer.code == 0
    text = " ".join(answer.out.split())
    assert "hevy.csv: Hevy, 5 sets, 2 of them hinges." in text
    assert "Read: Romanian deadlift 2, 1 warm-up among them." in text
    assert "Left out: Bench Press (Barbell) 2, Sumo DL 1." in text
    assert '--names "Sumo DL=sumo-deadlift"' in text
    assert "counts no clean reps" in text
    assert "line 3: effort 6.5 is rounded up to 7" in text
    assert "Not read: title, end_time, superset_id" in text
    assert not home.exists()


def test_a_name_that_was_told_brings_the_sets_in(bring: Files) -> None:
    bring(HEVY, "--names", "Sumo DL=sumo-deadlift")

    (session,) = bring.sessions
    assert [r["drill"] for r in session["sets"]] == ["romanian-deadlift"] * 2 + ["sumo-deadlift"]
    assert [(r["clean"], r["warmup"]) for r in session["sets"]] == [
        (None, True),
        (None, False),
        (None, False),
    ]
    assert session["effort"] == 7


def test_a_name_that_means_no_drill_is_exit_3(bring: Files) -> None:
    assert bring(HEVY, "--names", "Sumo DL=sumoo").code == 3


def test_sets_that_nobody_counted_are_reps_done_and_never_clean(bring: Files, hinge: Hinge) -> None:
    wall = "".join(
        f'"A","{day} Nov 2026, 20:34","","","Wall Hinge","","",0,"normal",,20,,,\n'
        for day in range(2, 20)
    )
    bring(HEVY.partition("\n")[0] + "\n" + wall)

    totals = hinge("progress", "--json").json["totals"]
    dowel = hinge("progress", "--json").json["drills"][1]

    assert "20 done" in hinge("history").out
    assert (totals["reps"], totals["clean_reps"], totals["sessions"]) == (360, 0, 18)
    assert (dowel["id"], dowel["status"]) == ("dowel-hinge", "next")


def test_pounds_in_a_heading_are_pounds(bring: Files) -> None:
    answer = bring(
        "date,drill,reps,weight_lbs\n2026-11-02,kb,10,35\n2026-11-02,wall,10,\n",
        "--map",
        "load=weight_lbs",
    )

    assert bring.sessions[0]["sets"][0]["load_kg"] == pytest.approx(15.87573295)
    assert bring.sessions[0]["sets"][0]["unit"] == "lb"
    assert "without a unit" not in answer.out


def test_a_column_that_is_not_read_is_named(bring: Files) -> None:
    answer = bring("date,drill,reps,weight_lbs,mood\n2026-11-02,kb,10,35,ok\n", apply=False)

    assert "Not read: weight_lbs, mood." in answer.out


@pytest.mark.parametrize(
    ("words", "setup", "said"),
    [
        ((), (), "taken as kg, since nothing says otherwise. Else: --map unit=lb"),
        ((), ("--units", "lb"), "taken as pounds, from your profile. Else: --map unit=kg"),
        (("--map", "unit=pounds"), (), "taken as pounds, as you say."),
    ],
)
def test_the_unit_of_bare_weights_is_told_with_its_reason(
    bring: Files, hinge: Hinge, words: tuple[str, ...], setup: tuple[str, ...], said: str
) -> None:
    if setup:
        hinge("setup", *setup)

    answer = bring("date,drill,reps,load\n2026-11-02,kb,10,35\n", *words, apply=False)

    assert said in " ".join(answer.out.split())


def test_an_undone_import_comes_back_by_importing_again(bring: Files, hinge: Hinge) -> None:
    bring(DAY.format(10))
    hinge("undo")
    hinge("log", "wall", "5")

    answer = bring(DAY.format(10))

    assert "What was undone here is among them, and comes back." in answer.out
    assert bring.reps == [[5], [10, 10]]
    hinge("undo")
    assert bring.reps == [[5]]
    hinge("redo")
    assert bring.reps == [[5], [10, 10]]
    assert "nothing to redo" in hinge("redo").out
    hinge("undo")
    assert "Brought in: 1 session." in bring(DAY.format(10)).out
    assert "nothing to redo" in hinge("redo").out
    assert bring.reps == [[5], [10, 10]]


def test_a_session_that_differs_is_named_and_taken_with_update(bring: Files, hinge: Hinge) -> None:
    text = "session,date,drill,reps\nabc,2026-11-02,wall,10\nabc,2026-11-02,wall,{}\n"
    bring(text.format(10))

    told = bring(text.format(11))
    assert "session abc: your log already has sets like these" in " ".join(told.out.split())
    assert bring.reps == [[10, 10]]

    bring(text.format(11), "--update")
    assert bring.reps == [[10, 11]]
    assert "0 new, 1 known" in bring(text.format(11)).out
    hinge("undo")
    assert bring.reps == [[10, 10]]
    hinge("redo")
    assert bring.reps == [[10, 11]]


def test_a_day_with_sets_like_these_is_left_as_it_is(bring: Files, hinge: Hinge) -> None:
    bring(DAY.format(10))

    told = bring(DAY.format(11))
    assert "already has sets like these" in " ".join(told.out.split())
    assert bring.reps == [[10, 10]]

    bring(DAY.format(11), "--update")
    assert bring.reps == [[10, 11]]
    hinge("undo")
    assert bring.reps == [[10, 10]]


def test_sets_logged_by_hand_are_not_brought_in_a_second_time(bring: Files, hinge: Hinge) -> None:
    hinge("log", "wall", "2x10", "-d", "2026-11-02")

    told = bring(DAY.format(10))

    assert "your log already has sets like these" in " ".join(told.out.split())
    assert bring.reps == [[10, 10]]
    bring(DAY.format(10), "--update")
    assert sorted(bring.reps) == [[10, 10], [10, 10]]


def test_warm_ups_are_kept_shown_and_not_counted(bring: Files, hinge: Hinge) -> None:
    bring("date,drill,reps,warmup\n2026-11-02,kb,5,yes\n2026-11-02,kb,8,no\n")

    assert hinge("progress", "--json").json["totals"]["reps"] == 8
    assert "5 (warm-up), 8" in hinge("history").out


@pytest.mark.parametrize(
    ("minutes", "sessions"), [(("08:00", "08:59", "09:58"), 1), (("08:00", "09:00"), 2)]
)
def test_rows_less_than_an_hour_apart_are_one_session(
    bring: Files, minutes: tuple[str, ...], sessions: int
) -> None:
    rows = "".join(f"2026-11-02T{minute}:00,wall,10\n" for minute in minutes)

    answer = bring("at,drill,reps\n" + rows)

    assert f"Sessions: {sessions} new" in answer.out
    assert len(bring.sessions) == sessions


def test_a_session_over_midnight_is_one_and_one_over_four_is_two(bring: Files) -> None:
    answer = bring(
        "at,drill,reps\n2026-11-02T23:53,wall,10\n2026-11-03T00:04,wall,10\n"
        "2026-11-04T03:50,wall,10\n2026-11-04T04:10,wall,10\n"
    )

    assert "Sessions: 3 new" in answer.out


def test_a_german_spreadsheet_is_read(bring: Files, tmp_path: Path) -> None:
    text = "Datum;Übung;Wdh;Gewicht\r\n02.11.2026;wall;10;\r\n02.11.2026;kb;10;12,5\r\n"
    file = tmp_path / "export.csv"
    words = ("--map", "date=Datum,drill=Übung,reps=Wdh,load=Gewicht", "--apply")
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        file.write_bytes(text.encode(encoding))
        assert bring.hinge("import", str(file), *words).code == 0

    (session,) = bring.sessions
    assert (session["date"], [r["load_kg"] for r in session["sets"]]) == (
        "2026-11-02",
        [None, 12.5],
    )


def test_days_that_may_be_two_are_said_by_dates(bring: Files) -> None:
    text = "date,drill,reps\n02/11/2026,wall,10\n"

    asked = bring(text)
    bring(text, "--dates", "dmy")

    assert (asked.code, "--dates dmy" in asked.out) == (2, True)
    assert bring.sessions[0]["date"] == "2026-11-02"
    assert bring(text, "--dates", "ymd").code == 2


def test_what_is_piped_in_is_read(bring: Files, hinge: Hinge) -> None:
    text = "sep=;\ndate;drill;reps\n2026-11-02;wall;10\n"

    answer = hinge("import", "-", "--apply", typed=text)

    assert "standard input: CSV, 1 set." in answer.out
    assert bring.reps == [[10]]


@pytest.mark.parametrize(
    ("columns", "cells", "key", "kept", "said"),
    [
        ("effort", "7.5", "effort", 8, "effort 7.5 is rounded up to 8"),
        ("effort", "0", "effort", None, 'effort: "0" is not 1-10; left out'),
        ("effort", "11", "effort", None, 'effort: "11" is not 1-10; left out'),
        ("effort", "hard", "effort", None, 'effort: "hard" is not a number; left out'),
        ("sore", "2.5", "sore", 3, "sore 2.5 is rounded up to 3"),
        ("mistakes", "zap", "mistakes", [], "left out"),
        ("distance_cm", "99999", "distance_cm", None, "left out"),
    ],
)
def test_a_set_is_kept_where_a_field_beside_it_is_wrong(
    bring: Files, columns: str, cells: str, key: str, kept: object, said: str
) -> None:
    answer = bring(f"date,drill,reps,{columns}\n2026-11-02,wall,10,{cells}\n")

    assert answer.code == 0
    assert f"line 2: {columns}" in answer.out
    assert said in " ".join(answer.out.split())
    assert bring.sessions[0][key] == kept


@pytest.mark.parametrize(("told", "kept"), [("3.0", 3), ("3.5", 4), ("0", 0)])
def test_a_pain_with_a_point_in_it_is_kept(bring: Files, told: str, kept: int) -> None:
    bring(f"date,drill,reps,pain\n2026-11-02,wall,10,{told}\n")

    assert bring.sessions[0]["pain"]["score"] == kept


def test_notes_of_one_session_are_all_kept_in_every_export(bring: Files, hinge: Hinge) -> None:
    bring("date,drill,reps,note\n2026-11-02,wall,10,first\n2026-11-02,wall,9,second\n")

    assert bring.sessions[0]["note"] == "first; second"
    assert "first; second" in hinge("export", "--format", "csv").out
    assert "first; second" in hinge("export", "--format", "md").out
    assert "first; second" in hinge("history").out


def test_an_open_quote_costs_its_own_row_alone(bring: Files) -> None:
    answer = bring(
        'date,drill,reps,note\n2026-11-02,wall,10,"on\n2026-11-03,wall,11,fine\n', apply=True
    )

    assert "line 2: column 20: a quote that opens here is not closed" in answer.out
    assert bring.reps == [[11]]


def test_what_was_brought_in_says_from_where(bring: Files, hinge: Hinge) -> None:
    bring(HEVY, name="hevy.csv")

    (event,) = [e for e in hinge("export").json["events"] if e["kind"] == "imported"]
    assert (event["source"], event["format"], len(event["digest"])) == ("hevy.csv", "Hevy", 64)


def test_words_for_tables_are_refused_for_json(bring: Files) -> None:
    for words in (("--update",), ("--dates", "dmy"), ("--names", "a=wall")):
        answer = bring('{"schema":2,"events":[]}', *words, name="x.json")
        assert (answer.code, "are for .csv files" in answer.error) == (2, True)


def test_a_narrow_terminal_keeps_the_command_whole(
    bring: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    lines = bring(HEVY, name="hevy.csv", apply=False).out.splitlines()

    assert max(map(len, lines[:-1])) <= 40
    assert lines[-1].endswith("hevy.csv --apply")


def test_our_columns_with_no_drill_that_is_known_are_exit_2(bring: Files) -> None:
    assert bring("date,drill,reps\n2026-11-02,bench,10\n").code == 2
    assert bring("date,drill,reps\n").code == 0
    bench = HEVY.replace("Romanian Deadlift (Barbell)", "Bench").replace("Sumo DL", "Bench")
    assert bring(bench).code == 0


def test_years_of_another_logger_leave_the_plan_at_its_first_week(
    bring: Files, hinge: Hinge
) -> None:
    heading, row, *_ = HEVY.splitlines()
    rows = "".join(
        row.replace('"2 Nov 2026, 20:34"', f'"2026-{month:02d}-{day:02d} 20:34:00"') + "\n"
        for month in range(1, 11)
        for day in range(1, 28, 3)
    )
    bring(f"{heading}\n{rows}")

    today = hinge("today", "--json").json

    assert (today["week"], today["kind"]) == (1, "practice")
    assert not {"stuck", "bad-day"} & {reason["rule"] for reason in today["reasons"]}


@pytest.mark.parametrize(
    ("heading", "way"),
    [
        ("Date,Exercise,Reps", "--map drill=Exercise"),
        (
            "Day,Exercise Name,Repetitions",
            "--map 'drill=Exercise Name,reps=Repetitions,date=Day'",
        ),
        (
            "Datum,Übung,Sätze,Wdh,Gewicht (kg)",
            "--map 'drill=Übung,reps=Wdh,date=Datum,sets=Sätze,load=Gewicht (kg)'",
        ),
        ('Date,Exercise,Reps,"Weight, kg"', "--map drill=Exercise"),
        ("a,b,c", "--map drill=THEIRS,reps=THEIRS,date=THEIRS"),
    ],
)
def test_a_column_that_is_missing_is_looked_for_under_its_usual_names(
    bring: Files, heading: str, way: str
) -> None:
    answer = bring(f"{heading}\n2026-11-12,Deadlift,5\n")

    assert answer.code == 2
    assert answer.error.endswith(way)


def test_a_wrong_word_in_a_map_is_told_with_the_map_that_was_meant(bring: Files) -> None:
    answer = bring("Day,Movement,Reps\n2026-11-12,Deadlift,5\n", "--map", "date=Day,drill=Lift")

    assert answer.code == 2
    assert "has no column Lift." in answer.error
    assert answer.error.endswith("--map date=Day,drill=Movement")


def test_a_column_that_could_be_read_is_proposed_and_then_read(bring: Files) -> None:
    rows = "date,drill,reps,Weight (lbs),Set\n2026-11-12,Deadlift,5,135,1\n"

    before = bring(rows)
    after = bring(rows, "--map", "load=Weight (lbs)")

    assert "Not read: Weight (lbs), Set." in before.out
    assert "To read more of it: --map 'load=Weight (lbs)'" in before.out
    assert "Not read: Set." in after.out
    assert "To read more" not in after.out


def test_a_day_that_could_be_two_asks_how_the_file_writes_them(bring: Files) -> None:
    answer = bring("date,drill,reps\n14/11/2026,wall,10\n")

    said = " ".join(answer.out.split())
    assert '"14/11/2026": does the file write the day first, or the month?' in said
    assert "--dates dmy or --dates mdy" in said
