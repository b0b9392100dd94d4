"""The sample graph in each engine: loaded once a module, since these tests only read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import data
from graph.store import Store, connect
from loaders.build import build
from tests.conftest import ENGINES, Environment, _apply, _wipe
from tests.queries.sample import sample_notices


@pytest.fixture(scope="module", params=ENGINES)
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A reader of the sample graph, once for each engine."""
    with _loaded(request.getfixturevalue(f"{request.param}_environment")) as reader:
        yield reader


@pytest.fixture(scope="module")
def embedded_sample(embedded_environment: Environment) -> Iterator[Store]:
    """A reader of the sample graph on the embedded engine only."""
    with _loaded(embedded_environment) as reader:
        yield reader


@contextmanager
def _loaded(environment: Environment) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as patch:
        _apply(environment, patch)
        with connect("writer") as writer:
            _wipe(writer)
            for document, notice in sample_notices().items():
                writer.replace(document, notice)
        with connect("reader") as reader:
            yield reader


@contextmanager
def verified_loaded(environment: Environment) -> Iterator[Store]:
    """The verified notices in an engine that is emptied first."""
    with pytest.MonkeyPatch.context() as patch:
        _apply(environment, patch)
        with connect("writer") as writer:
            _wipe(writer)
            build([Path(data.__file__).parent / "verified"], writer)
        with connect("reader") as reader:
            yield reader
