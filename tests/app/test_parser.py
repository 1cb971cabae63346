from __future__ import annotations

import argparse

import pytest

from mithaq.app.parser import Parser, command, date
from mithaq.errors import UsageError


def parser() -> Parser:
    made = Parser(prog="mithaq")
    commands = made.add_subparsers(dest="command", required=True)
    show = command(commands, "show", "list things", lambda args: 0)
    show.add_argument("kind", choices=("agreements", "events"))
    show.add_argument("--between")
    return made


def refused(*argv: str) -> str:
    with pytest.raises(UsageError) as caught:
        parser().parse(argv)
    return str(caught.value)


def test_arguments_are_read() -> None:
    args = parser().parse(["show", "events", "--between", "IR,BY"])
    assert (args.command, args.kind, args.between) == ("show", "events", "IR,BY")


def test_an_unknown_option_names_the_one_that_was_meant() -> None:
    assert refused("show", "events", "--betwen", "IR,BY") == (
        "'--betwen' is no argument of mithaq show (did you mean --between?). See mithaq show --help."
    )


def test_an_option_is_not_abbreviated() -> None:
    assert "did you mean --between?" in refused("show", "events", "--betwee", "IR,BY")


def test_a_value_that_is_not_allowed_names_the_allowed_ones_and_the_nearest() -> None:
    assert refused("show", "agrements") == (
        "kind: 'agrements' is not allowed (did you mean agreements?); choose from agreements, events. See mithaq show --help."
    )


def test_a_command_that_does_not_exist_names_the_nearest() -> None:
    assert "did you mean show?" in refused("shw")


def test_a_missing_argument_is_named() -> None:
    assert "kind" in refused("show")


@pytest.mark.parametrize(("text", "day"), [("2026", "2026-12-31"), ("2026-11", "2026-11-30"), ("2026-11-22", "2026-11-22")])
def test_a_prefix_date_is_the_last_day_that_it_covers(text: str, day: str) -> None:
    assert date(text) == day


@pytest.mark.parametrize("text", ["2026-02-30", "22.11.2026", "soon", "", "2026-11-22-01"])
def test_what_is_no_day_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises((UsageError, argparse.ArgumentTypeError), match="is no date"):
        date(text)
