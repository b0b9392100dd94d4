"""A saved query as a record: what it asks, what it takes, what it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Language = Literal["zh", "en"]
ParameterType = Literal["string", "integer", "number", "date", "choice", "strings", "boolean", "document"]
Form = Literal["table", "picture", "count"]


LIMIT_HERE = "/* LIMIT */"
"""Stands in a query's text where its findings are in the order of the answer, and each is one row."""


@dataclass(frozen=True)
class Text:
    """The same words in both languages."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        return self.en if language == "en" else self.zh


@dataclass(frozen=True)
class Choice:
    """One permitted or proposed value of a parameter, with its words."""

    value: Any
    text: Text


@dataclass(frozen=True)
class Parameter:
    """A `$name` of the Cypher text. `values` is a fixed list; `values_cypher` proposes values from the graph."""

    name: str
    type: ParameterType
    text: Text
    required: bool = False
    default: Any = None
    values: tuple[Choice, ...] = ()
    values_cypher: str | None = None


@dataclass(frozen=True)
class Column:
    """A column of the answer; `kind` tells a face how to show its values."""

    name: str
    text: Text
    kind: str


@dataclass(frozen=True)
class Cues:
    """How a question in words leads here: it must hold one word of each of `needs`, and may hold those of `takes`."""

    needs: tuple[tuple[str, ...], ...] = ()
    takes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SavedQuery:
    """One .cypher file. `sentence` is the answer in a sentence; `cues` is None where words never lead here."""

    id: str
    group: str
    question: Text
    description: Text
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    form: Form
    cypher: str
    examples: tuple[dict[str, Any], ...] = ()
    sentence: Text | None = None
    cues: Cues | None = field(default=None)

    def first(self, limit: int | None) -> str:
        """The Cypher text for an answer of which no more than `limit` rows, and one to know that there are more, are wanted:
        what is gathered beside a finding (its bodies, its channels) is then gathered for those only."""
        return self.cypher.replace(LIMIT_HERE, "" if limit is None else f"LIMIT {limit + 1}")

    @property
    def required(self) -> tuple[Parameter, ...]:
        return tuple(parameter for parameter in self.parameters if parameter.required)

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of this name, or None."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)
