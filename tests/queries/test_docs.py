from __future__ import annotations

from queries.catalogue import load_catalogue
from queries.docs import PAGE, render_page


def test_the_page_is_that_of_the_headers() -> None:
    assert PAGE.read_text("utf-8") == render_page(load_catalogue()), "stale: run python -m queries.docs"


def test_every_query_is_on_the_page() -> None:
    page = PAGE.read_text("utf-8")
    missing = [id_ for id_, query in load_catalogue().items() if f"### `{id_}`" not in page or query.cypher not in page]
    assert missing == []
