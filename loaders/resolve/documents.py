"""One node a document: by 发文字号, else by its title together with whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.ids import document_id
from graph.numbers import normal_number
from loaders.records import Citation, Header, Notice
from loaders.resolve.issuers import NumberFacts, body_facts
from loaders.resolve.number_facts import number_facts
from loaders.resolve.regions import Chain
from loaders.resolve.titles import bare_title, fold_title, is_yearly, law_class, title_issuer, title_region
from loaders.text.fold import fold_name


@dataclass(frozen=True)
class Held:
    """A document that is here, as far as others may speak of it. `titles` as written."""

    id: str
    caption: str
    issuer: str | None
    region: Chain
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Cited:
    """What a citation speaks of. `facts` holds what its number or its issuer says; `candidates` are the held documents
    between which its title does not decide."""

    id: str
    number: str | None
    title: str | None
    facts: NumberFacts
    candidates: tuple[Held, ...] = ()


class Library:
    """The documents held, to be found by title."""

    def __init__(self, documents: Iterable[Held] = ()) -> None:
        self.documents = tuple(documents)
        self._ids = {document.id for document in self.documents}
        self._folded: dict[str, list[Held]] = {}
        self._bare: dict[str, list[Held]] = {}
        for document in self.documents:
            for folded in {fold_title(title) for title in document.titles}:
                self._folded.setdefault(folded, []).append(document)
            for bare in {bare_title(title, document.region) for title in document.titles}:
                self._bare.setdefault(bare, []).append(document)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._ids

    def titled(self, title: str) -> list[Held]:
        """Those of this very title."""
        return self._folded.get(fold_title(title), [])

    def of_place(self, title: str, region: Chain) -> list[Held]:
        """Those of `region` and this title, wherever in it the place stands or whether it does."""
        found = [*self._bare.get(bare_title(title, region), []), *self.titled(title)]
        return [document for document in dict.fromkeys(found) if document.region == region]


def notice_id(header: Header) -> str:
    """The id of the document that a header speaks of."""
    title = fold_name(header.title) if header.title else None
    return document_id(own_number(header), header.issuer, title, header.issued_on)


def own_number(header: Header) -> str | None:
    """The number in its one form."""
    return (normal_number(fold_name(header.number)) or header.number) if header.number else None


def held_of(header: Header) -> Held:
    """The document of a header, as others may cite it."""
    titles = tuple(title for title in (header.title, header.instrument) if title)
    caption = header.number or header.title or "?"
    return Held(notice_id(header), caption, header.issuer, header.region, titles)


def forms_of(held: Held) -> set[str]:
    """The titles of a document in the forms by which a library finds it."""
    return {form for title in held.titles for form in (fold_title(title), bare_title(title, held.region))}


def cited_forms(notice: Notice) -> set[str]:
    """The titles without a number that a notice cites, in the forms by which a library is asked for them."""
    cited = (citation for citation in notice.citations if citation.role != "self" and not citation.number)
    titles = {citation.title for citation in cited if citation.title}
    forms: set[str] = set()
    for title in titles:
        issuer = title_issuer(title, notice.header.region, notice.header.issuer)
        region = body_facts(issuer).region if issuer else title_region(title, notice.header.region)
        forms |= {fold_title(title), *([] if region is None else [bare_title(title, region)])}
    return forms


def citations_of(notice: Notice, library: Library) -> list[tuple[Citation, Cited]]:
    """Every citation of another document, with what it speaks of."""
    numbers = _numbers(notice.citations)
    own = notice_id(notice.header)
    found = []
    for citation in notice.citations:
        cited = resolve_citation(citation, notice.header, library, numbers) if citation.role != "self" else None
        if cited and cited.id != own:
            found.append((citation, cited))
    return found


def _numbers(citations: Sequence[Citation]) -> dict[str, str]:
    """The folded titles to which one notice gives a number, once: the same title without it is the same document."""
    numbers: dict[str, set[str]] = {}
    for citation in citations:
        if citation.number and citation.title:
            numbers.setdefault(fold_title(citation.title), set()).add(citation.number)
    return {title: known.pop() for title, known in numbers.items() if len(known) == 1}


def resolve_citation(
    citation: Citation, citing: Header, library: Library, numbers: dict[str, str] | None = None
) -> Cited | None:
    """The document that a citation speaks of: by number; by the number that the same notice gives to the title; by a
    held document's title; else a node of its own for title and issuer. None where it says neither number nor title."""
    title = citation.title
    number = citation.number or (numbers or {}).get(fold_title(title) if title else "")
    if number:
        number = normal_number(fold_name(number)) or number
        return Cited(document_id(number), number, title, _number_facts(number, title, citing))
    return _by_title(title, citing, library) if title else None


def _number_facts(number: str, title: str | None, citing: Header) -> NumberFacts:
    """What the number says, and where it leaves the issuer open, whom the title names."""
    facts = number_facts(number, citing.region)
    issuer = title_issuer(title, citing.region, citing.issuer) if title and not facts.issuer else None
    named = body_facts(issuer) if issuer else facts
    return replace(named, number=number, year=facts.year) if named.issuer else facts


def _by_title(title: str, citing: Header, library: Library) -> Cited:
    issuer = title_issuer(title, citing.region, citing.issuer)
    region = title_region(title, citing.region)
    level = "national" if region == () else None
    unsigned = NumberFacts("", law_class(title, region), level=level, region=region or ())
    facts = body_facts(issuer) if issuer else unsigned
    candidates = _candidates(title, issuer, facts, region, citing, library)
    if len(candidates) == 1 and _may_be(candidates[0], citing, said=bool(issuer) or region is not None):
        return Cited(candidates[0].id, None, title, facts)
    owner = issuer or (_scope(title, citing) if region is None else "/".join(region) or None)
    return Cited(document_id(None, owner, fold_title(title)), None, title, facts, tuple(candidates))


def _candidates(
    title: str, issuer: str | None, facts: NumberFacts, region: Chain | None, citing: Header, library: Library
) -> list[Held]:
    """The held documents that the title can mean: of its issuer, else of its place, else of that very title."""
    if issuer:
        return [document for document in library.of_place(title, facts.region) if document.issuer == issuer]
    if region is not None:
        return library.of_place(title, region)
    return library.titled(title)


def _may_be(document: Held, citing: Header, *, said: bool) -> bool:
    """A title that names nobody means a paper of the notice's own jurisdiction or of one above it."""
    return said or document.region == citing.region[: len(document.region)]


def _scope(title: str, citing: Header) -> str:
    """Whose a title is that names nobody: that of the notice's jurisdiction, of a yearly paper in the notice's year."""
    place = "/".join(citing.region) or citing.issuer or notice_id(citing)
    return f"{place}|{citing.year}" if is_yearly(title) else place
