"""All saved queries, by id ("agency/duties")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from queries.errors import UnknownQuery
from queries.header import read_saved_query
from queries.saved import SavedQuery

HOME = Path(__file__).parent


class Catalogue(Mapping[str, SavedQuery]):
    """The saved queries in order of their ids."""

    def __init__(self, queries: dict[str, SavedQuery]) -> None:
        self._queries = queries

    def __getitem__(self, id_: str) -> SavedQuery:
        try:
            return self._queries[id_]
        except KeyError:
            raise UnknownQuery(f"no saved query {id_}; there are {', '.join(self._queries)}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def __len__(self) -> int:
        return len(self._queries)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._queries

    def groups(self) -> dict[str, list[SavedQuery]]:
        """The queries of each group."""
        found: dict[str, list[SavedQuery]] = {}
        for query in self._queries.values():
            found.setdefault(query.group, []).append(query)
        return found


def read_catalogue(folder: Path) -> Catalogue:
    """The saved queries under `folder`, one <group>/<name>.cypher each."""
    files = sorted(folder.glob("*/*.cypher"))
    return Catalogue({query.id: query for query in (read_saved_query(file, file.parent.name) for file in files)})


@lru_cache
def load_catalogue() -> Catalogue:
    """The saved queries that come with the project, read once."""
    return read_catalogue(HOME)
