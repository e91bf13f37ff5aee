"""`thirdhand estimate` and `thirdhand unseen` on tables as people send them."""

import json
from pathlib import Path

import pytest

HEAD = "item,source,value\n"
REFUSED = [
    ("", "is empty: the first line has to name the columns"),
    ("item;source;value\na;x;1\n", "no column item, source, value; it needs item,source,value"),
    ("item,value\na,1\n", "the table has no column source"),
    (HEAD + "a,x\n", "line 2: has not as many fields as the header"),
    (HEAD + "a,x,nan\n", "line 2: 'nan' is no finite number"),
    (HEAD + 'a,x,"1,000"\n', "line 2: '1,000' is no number"),
    (HEAD + ",x,1\n", "line 2: item is empty"),
    ("item,item,source,value\na,b,x,1\n", "two columns of one name"),
    (HEAD + 'a,"x,1\n', "is no CSV table"),
]


@pytest.mark.parametrize(("text", "why"), [pytest.param(*row, id=row[1]) for row in REFUSED])
def test_a_table_that_cannot_be_read_is_refused_in_a_line(type_in, text, why):
    Path("claims.csv").write_text(text, "utf-8")
    code, out, err = type_in("estimate", "claims.csv", "--json")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert why in err


ANSWERED = [
    ("\ufeff" + HEAD + "a,x,1\n", [("a", 1.0)]),
    ("item, source, value\na,x,1\n", [("a", 1.0)]),
    (HEAD + '"a\nb","x, y",3\n', [("a\nb", 3.0)]),
    (HEAD + "a,x,0\na,y,-0\n", [("a", 0.0)]),
    (HEAD + "a,x,-5\na,y,-5\na,z,1e17\n", [("a", -5.0)]),
    (HEAD + "a,x,1\na,x,1\nb,x,2\n", [("a", 1.0), ("b", 2.0)]),
    ("item,source,value,low,high\na,x,,100,\n", [("a", 100.0)]),
]


@pytest.mark.parametrize(("text", "wanted"), ANSWERED)
@pytest.mark.filterwarnings("error")
def test_an_odd_table_has_a_plain_answer(type_in, text, wanted):
    Path("claims.csv").write_text(text, "utf-8")
    code, out, err = type_in("estimate", "claims.csv", "--json")
    rows = [json.loads(line, parse_constant=pytest.fail) for line in out.split("\n")[:-1]]
    assert (code, err) == (0, "")
    assert [(row["item"], row["best"]) for row in rows] == wanted
    assert type_in("estimate", "claims.csv")[0] == 0


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_a_table_of_a_header_alone_is_nothing_read(type_in, words):
    Path("claims.csv").write_text(HEAD, "utf-8")
    code, out, err = type_in("estimate", "claims.csv", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "claims.csv: the table holds no claims" in err


def test_brackets_are_shown_as_they_are(type_in):
    Path("claims.csv").write_text("item,source,value\n[bold]A[/x],s,[red]x\n", "utf-8")
    code, out, _ = type_in("estimate", "claims.csv", "--kind", "category")
    assert code == 0
    assert "[bold]A[/x]" in out
    assert "[red]x" in out


@pytest.mark.parametrize("columns", ["24", "40", "60"])
def test_a_narrow_terminal_cuts_the_item_and_no_number(type_in, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    rows = f"{'a long item ' * 9},s,1234567.5\n{'a long item ' * 9},t,1234569.5\n"
    Path("claims.csv").write_text(HEAD + rows, "utf-8")
    best = json.loads(type_in("estimate", "claims.csv", "--json")[1])
    shown = type_in("estimate", "claims.csv")[1]
    for end in ("low", "best", "high"):
        assert f"{best[end]:,}".removesuffix(".0") in shown
    assert all(name in shown for name in ("low", "best", "high", "chance", "voices"))


def test_priors_and_topics_go_in_and_reliability_by_topic_comes_out(type_in):
    claims = "item,source,value,topic\na,x,1,camps\na,y,2,camps\nb,x,3,prices\n"
    Path("claims.csv").write_text(claims, "utf-8")
    Path("priors.csv").write_text("source,prior\ny,A\nx,D\n", "utf-8")
    words = ("estimate", "claims.csv", "--json", "--priors", "priors.csv", "--sources", "s.jsonl")
    code, out, _ = type_in(*words)
    assert code == 0
    assert json.loads(out.split("\n")[0])["best"] == 2.0
    rows = [json.loads(line) for line in Path("s.jsonl").read_text("utf-8").splitlines()]
    told = [(row["source"], row["topic"]) for row in rows]
    assert told == [("x", "camps"), ("x", "prices"), ("y", "camps")]
    assert all(0 <= row["low"] < row["right"] < row["high"] <= 1 for row in rows)


def test_priors_that_cannot_be_read_are_refused_in_a_line(type_in):
    Path("claims.csv").write_text(HEAD + "a,x,1\n", "utf-8")
    Path("priors.csv").write_text("source,prior\nx,high\n", "utf-8")
    code, out, err = type_in("estimate", "claims.csv", "--priors", "priors.csv")
    assert (code, out) == (2, "")
    assert err == "thirdhand: priors, line 2: prior is 'high'; write A to F, or 0 to 1\n"


def test_priors_for_values_that_move_are_refused_and_not_passed_over(type_in):
    Path("claims.csv").write_text("item,source,value,as_of\na,x,1,2019\na,y,2,2020\n", "utf-8")
    Path("priors.csv").write_text("source,prior\nx,A\n", "utf-8")
    code, _, err = type_in("estimate", "claims.csv", "--priors", "priors.csv")
    assert (code, err.count("\n")) == (2, 1)
    assert "priors serve values that do not move" in err


UNSEEN = [
    # table, exit code, what is said
    ("", 2, "is empty"),
    ("a,b,c,count\n", 2, "the table has no rows"),
    (",".join(f"l{n}" for n in range(30)) + "\n" + ",".join("1" * 30), 2, "30 columns of lists"),
    ("a,b,count\n1,1,-3\n", 2, "count is '-3'"),
    (f"a,b,c,count\n1,1,0,{'9' * 400}\n", 2, "400 digits"),
    ("a,count\n1,5\n", 1, "1 lists: it takes 2 to 5"),
    ("a,b,c,count\n1,1,1,0\n", 1, "a, b, c names nothing"),
    ("a,b,c,count\n1,0,0,9\n0,1,0,9\n0,0,1,9\n", 1, "shares no case with another list"),
]


@pytest.mark.parametrize(("text", "code", "why"), [pytest.param(*row, id=row[2]) for row in UNSEEN])
def test_histories_that_tell_nothing_are_answered_or_refused_plainly(type_in, text, code, why):
    Path("histories.csv").write_text(text, "utf-8")
    ended, out, err = type_in("unseen", "histories.csv")
    assert ended == code
    assert why in (err if code == 2 else out)
    assert (out + err).count("\n") == 1
