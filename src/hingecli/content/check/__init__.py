"""Checks a whole protocol: shapes, single values, gates, rules; every problem at once."""

from hingecli.content.check.check import check, load_checked, summary, table_problems

__all__ = ["check", "load_checked", "summary", "table_problems"]
