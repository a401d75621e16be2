"""Whole numbers with bounds as values of an option: read, refused and described in our words."""

from typing import Any

import typer


class Whole:
    """Reads a whole number from `least` to `most`; without `most` there is no upper bound."""

    __name__ = "whole number"

    def __init__(self, least: int, most: int | None = None) -> None:
        """Remember the bounds."""
        self.least, self.most = least, most

    def __call__(self, typed: str | int) -> int:
        """Return the number; ValueError for what is none, or out of bounds."""
        number = int(typed)
        if number < self.least or (self.most is not None and number > self.most):
            raise ValueError
        return number

    @property
    def bounds(self) -> str:
        """The bounds in words."""
        return f"{self.least} or more" if self.most is None else f"{self.least} to {self.most:,}"


def whole_option(
    reads: Whole,
    *names: str,
    help: str,  # noqa: A002 - as Typer calls it
    metavar: str = "N",
) -> Any:
    """Return an option for a whole number whose help ends with the bounds."""
    words = f"{help.rstrip('.')}, {reads.bounds}."
    return typer.Option(*names, metavar=metavar, parser=reads, help=words)
