"""Migrations of the log file from one schema to the next: pure functions over its tables.

Owns the chain. Each function has a frozen file of its starting schema in the tests.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

Document: TypeAlias = dict[str, dict[str, Any]]

FIRST = 1
"""The first schema that hinge wrote."""


def _to_schema_2(document: Document) -> Document:
    """Return `document` as it is: every event of schema 1 is one of schema 2, to the byte.

    New are the fields of sets (warm-up, variant, range, clean reps nobody counted), pain in the
    person's own word, chest and head, a distance's unit, declined drills and more of the profile,
    what an import recognised, film reviews, and answers asked once.
    """
    return document


MIGRATIONS: Mapping[int, Callable[[Document], Document]] = MappingProxyType({1: _to_schema_2})
"""By the schema that a function starts from."""


class UnknownSchemaError(LookupError):
    """No step leads on from this schema: hinge never wrote it."""


def migrate(
    document: Document,
    *,
    found: int,
    wanted: int,
    steps: Mapping[int, Callable[[Document], Document]],
) -> Document:
    """Lead `document` from the schema `found` to `wanted`, one step at a time.

    Raises UnknownSchemaError if a step is missing.
    """
    for schema in range(found, wanted):
        if schema not in steps:
            raise UnknownSchemaError(f"it says schema {schema}, which hinge never wrote")
        document = steps[schema](document)
    return document
