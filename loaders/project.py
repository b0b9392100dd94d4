"""The copies of one document to a Graph: a pure function from records to nodes and edges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from data import load
from graph import ids
from graph.schema import ROLE_EDGES
from graph.values import Edge, Graph, Node
from loaders.correcting import with_rule
from loaders.records import Body, Citation, Corrected, Domains, Evidence, Notice, Obligation, Section, Task
from loaders.resolve.bodies import describe_body, resolve_body
from loaders.resolve.decisions import NONE, Decisions
from loaders.resolve.decisions import RULE as DECIDED
from loaders.resolve.documents import Cited, Library, citations_of, notice_id, own_number
from loaders.resolve.information import resolve_information
from loaders.resolve.issuers import body_facts
from loaders.resolve.lineage import successors
from loaders.resolve.number_facts import number_facts
from loaders.resolve.organs import take_apart
from loaders.resolve.regions import Chain, region_code, region_level, region_successors
from loaders.text.fold import fold_name
from loaders.text.numbering import find_number

_CAPTION = 28
_SURE_BODY = 0.95


def project(copies: Sequence[Notice], library: Library, fingerprint: str, decisions: Decisions = NONE) -> Graph:
    """The graph of one document; `library` holds the documents that a citation by title may mean. The bodies of the tasks
    are named as they are in `copies`; `decisions` name the others, and give each node the names decided to be its."""
    return _Projection(copies, library, fingerprint, decisions).graph


class _Projection:
    def __init__(self, copies: Sequence[Notice], library: Library, fingerprint: str, decisions: Decisions) -> None:
        self.graph = Graph()
        self.decisions = decisions
        self.notice = copies[0]
        self.header = self.notice.header
        self.document = notice_id(self.header)
        self.copy = ids.copy_id(self.notice.copy.sha256)
        self.library = library
        self._document(fingerprint)
        for copy in copies:
            self._copy(copy, primary=copy is self.notice)
        self._sections()
        for task in self.notice.tasks:
            self._task(task)
        for citation, cited in citations_of(self.notice, library):
            self._citation(citation, cited)
        self._aliases()

    def _at(self, at: Evidence) -> dict[str, Any]:
        return {
            "document": self.document,
            "copy": self.copy,
            "start": at.start,
            "end": at.end,
            "rule": at.rule,
            "confidence": at.confidence,
        }

    def _node(self, label: str, id_: str, **properties: Any) -> str:
        self.graph.add_node(Node(label, id_, _present(properties)))
        return id_

    def _edge(self, type_: str, source: str, target: str, **properties: Any) -> None:
        self.graph.add_edge(Edge(type_, source, target, _present(properties)))

    def _document(self, fingerprint: str) -> None:
        header = self.header
        number = own_number(header)
        by_number, by_issuer = number_facts(number or "", header.region), body_facts(header.issuer or "")
        caption = number or header.instrument or header.title or self.notice.copy.source
        self._node(
            "Document",
            self.document,
            caption=caption,
            number=number,
            title=header.title,
            document_class=by_number.document_class or by_issuer.document_class,
            issuer=header.issuer,
            issued_on=header.issued_on,
            region=list(header.region),
            level=header.level,
            instrument=header.instrument,
            instrument_year=header.instrument_year,
            year=by_number.year or header.year,
            addressees=list(header.addressees),
            held=True,
            fingerprint=fingerprint,
        )
        if header.issuer:
            issuer = self.decisions.of_name(header.issuer, header.region)
            node = self._agency(issuer.name, "agency")
            self._edge("ISSUED_BY", self.document, node, document=self.document, rule=DECIDED if issuer.by else None)

    def _copy(self, notice: Notice, *, primary: bool) -> None:
        copy = notice.copy
        node = self._node(
            "Copy",
            ids.copy_id(copy.sha256),
            document=self.document,
            source=copy.source,
            sha256=copy.sha256,
            script=copy.script,
            published_on=copy.published_on,
            url=copy.url,
            text=copy.text,
            primary=primary,
        )
        self._edge("COPY_OF", node, self.document, document=self.document)

    def _sections(self) -> None:
        for section in self.notice.sections:
            at = self._at(section.at)
            node = self._node("Section", self._section(section), path=section.path, title=section.title, **at)
            upper = self._section_at(section.path.rpartition(".")[0], section.at.start)
            self._edge("PART_OF", node, self._section(upper) if upper else self.document, **at)

    def _section(self, section: Section) -> str:
        """The section's id; a number that is printed again (by an annex) gets its order behind it."""
        same = [other for other in self.notice.sections if other.path == section.path]
        order = same.index(section) + 1
        return ids.section_id(self.document, section.path if order == 1 else f"{section.path}~{order}")

    def _section_at(self, path: str, start: int) -> Section | None:
        """The section of this path that begins last at or before `start`."""
        same = [section for section in self.notice.sections if section.path == path and section.at.start <= start]
        return same[-1] if same else None

    def _region(self, chain: Chain) -> str:
        """The region with all that it lies within, up to the country."""
        node = self._node("Region", ids.region_id(()), name="中国", level="national")
        for size in range(1, len(chain) + 1):
            part = chain[:size]
            upper, node = node, ids.region_id(part)
            self._node("Region", node, name=part[-1], level=region_level(part), code=region_code(part))
            self._edge("WITHIN", node, upper)
            for successor, on in region_successors(part):
                self._edge("SUCCEEDED_BY", node, self._region(successor), on=str(on))
        return node

    def _agency(self, name: str, kind: str, region: Chain | None = None) -> str:
        described = describe_body(name)
        chain = described.region or region or ()
        decided = (decision.source for decision in self.decisions.leading_to(name))
        apart = self.decisions.is_kept_apart(name)
        forms = list(dict.fromkeys([*(() if apart else described.forms[:12]), *decided]))
        node = self._node("Agency", ids.agency_id(name), name=name, kind=kind, short=described.short, aliases=forms)
        self._edge("OF_REGION", node, self._region(chain))
        if described.system and kind == "agency":
            system = self._node("AgencySystem", ids.system_id(described.system), name=described.system)
            self._edge("OF_SYSTEM", node, system)
        for step in () if apart else successors(name):
            successor = self.decisions.of_name(step.successor).name
            known = (node, "SUCCEEDED_BY", ids.agency_id(successor)) in self.graph.edges
            if successor != name and not known:
                self._edge("SUCCEEDED_BY", node, ids.agency_id(successor), on=step.on)
                self._agency(successor, "agency")
        return node

    def _task(self, task: Task) -> None:
        at = self._at(task.at)
        text = self.notice.copy.text[task.at.start : task.at.end]
        section = self._section_at(task.section or "", task.at.start)
        node = self._node(
            "Task",
            ids.task_id(self.document, task.id),
            number=task.id,
            section=task.section,
            title=(section.title if section else None) or _first_words(text),
            text=text,
            et_al=task.et_al,
            **at,
        )
        whole = self._section(section) if section else self.document
        self._edge("PART_OF", node, whole, **at)
        bodies = [(body, self._body(node, body)) for body in task.agencies]
        self._domains(node, task.domains, at)
        for obligation in task.obligations:
            self._obligation(node, obligation, bodies)

    def _body(self, task: str, body: Body) -> str:
        region = self.header.region if body.kind == "group" else None
        node = self._agency(body.name, body.kind, region)
        at = self._at(body.at)
        told = {"mention": body.mention, "repaired": body.repaired or None, "reason": body.reason}
        told |= _corrected(body.corrected)
        self._edge(ROLE_EDGES[body.role], node, task, **told, **at)
        return node

    def _domains(self, task: str, domains: Domains, at: dict[str, Any]) -> None:
        """The primary domain, corrected or not, and the others."""
        by_hand = _by_hand(domains.corrected, at)
        for key in (domains.primary, *domains.also):
            entry = next(entry for entry in load("domains") if entry["key"] == key)
            node = self._node("PolicyDomain", ids.domain_id(key), key=key, name=entry["zh"], name_en=entry["en"])
            primary = key == domains.primary
            self._edge("IN_DOMAIN", task, node, primary=primary, **(by_hand if primary else at))

    def _obligation(self, task: str, duty: Obligation, bodies: Sequence[tuple[Body, str]]) -> None:
        at = self._at(duty.at)
        deadline = duty.deadline
        node = self._node(
            "Obligation",
            ids.obligation_id(self.document, duty.id),
            caption=_short(
                f"{duty.predicate} {'、'.join(duty.information)}" if duty.information else duty.text or duty.predicate
            ),
            number=duty.id,
            task=task,
            kind=duty.kind,
            predicate=duty.predicate,
            text=duty.text,
            information=list(duty.information),
            frequency=duty.frequency,
            times=duty.times,
            timing=list(duty.timing),
            trigger=duty.trigger,
            deadline_text=deadline.text if deadline else None,
            deadline_date=deadline.date if deadline else None,
            deadline_recurs=deadline.recurs if deadline else None,
            deadline_amount=deadline.amount if deadline else None,
            deadline_unit=deadline.unit if deadline else None,
            deadline_from=deadline.counted_from if deadline else None,
            deadline_event=deadline.event if deadline else None,
            bearers=list(duty.bearers),
            **at | _corrected(duty.corrected),
        )
        self._edge("REQUIRES", task, node, **at)
        for body, agency in bodies:
            why = _by_hand(body.corrected, at)
            if body.at.rule.endswith(f"/{DECIDED}"):
                why["reason"] = body.reason
            self._edge("BEARS", agency, node, role=body.role, mention=body.mention, **why)
        for mention in duty.bearers:
            agency, reason = self._bearer(mention)
            self._edge("BEARS", agency, node, role="named", mention=mention, reason=reason, **at)
        self._information(node, duty.information, at)
        for channel in duty.channels:
            target = self._node("Channel", ids.channel_id(channel.name), name=channel.name, type=channel.type)
            self._edge("PUBLISHES_VIA", node, target, mention=channel.mention, **at)

    def _information(self, duty: str, items: Sequence[str], at: dict[str, Any]) -> None:
        """One edge for each type; items of one type (全省财政收支情况 and 本级财政收支情况) are one mention."""
        written: dict[str, dict[str, str]] = {}
        for item in dict.fromkeys(items):
            found = resolve_information(item, self.header.region)
            facts = {"name": found.name, "name_en": found.name_en, "domain": found.domain, "forms": list(found.forms)}
            node = self._node("InformationType", ids.information_id(found.name), **facts)
            written.setdefault(node, {})[item] = found.reason
        for node, reasons in written.items():
            reason = next(iter(reasons.values()))
            self._edge("DISCLOSES", duty, node, mention="、".join(reasons), reason=reason, **at)

    def _aliases(self) -> None:
        """Each information type gets the ways in which this notice writes it."""
        met: dict[str, set[str]] = {}
        for edge in self.graph.of_type("DISCLOSES"):
            met.setdefault(edge.target, set()).add(edge.properties["mention"])
        for node, mentions in met.items():
            self._node("InformationType", node, aliases=sorted(mentions))

    def _bearer(self, mention: str) -> tuple[str, str | None]:
        """The body that a sentence names: an agency where the lexicon knows it, else a group of this jurisdiction; and
        why, where people decided so."""
        region, issuer = self.header.region, self.header.issuer
        found = resolve_body(mention, region, issuer, group=False, year=self.header.year)
        sure = found.confidence >= _SURE_BODY and len(mention) > 2
        name = found.name if sure else resolve_body(mention, region, issuer, group=True).name
        ruling = self.decisions.of_mention(mention, name, self.header)
        if sure or (ruling.by and take_apart(ruling.name)):
            return self._agency(ruling.name, "agency"), ruling.reason
        return self._agency(ruling.name, "group", region), ruling.reason

    def _citation(self, citation: Citation, cited: Cited) -> None:
        at = self._at(citation.at)
        self._cited(cited)
        claim = {"role": citation.role, "text": citation.text, **at}
        self._edge("CITES", self.document, cited.id, **claim)
        if citation.task:
            self._edge("CITES", ids.task_id(self.document, citation.task), cited.id, **claim)

    def _cited(self, cited: Cited) -> None:
        """The cited document, with what its number or title says of it; one that is held knows itself better."""
        facts = cited.facts
        self._node(
            "Document",
            cited.id,
            caption=cited.number or f"《{cited.title}》",
            number=cited.number,
            title=fold_name(cited.title) if cited.title else None,
            document_class=facts.document_class,
            issuer=facts.issuer,
            level=facts.level,
            region=list(facts.region),
            year=facts.year,
            held=False,
        )
        if facts.issuer and cited.id not in self.library:
            self._edge("ISSUED_BY", cited.id, self._agency(facts.issuer, "agency"))


def _corrected(by: Corrected | None) -> dict[str, Any]:
    """Who changed a finding by hand, when and why."""
    return {"corrected_by": by.who, "corrected_on": by.when, "reason": by.reason} if by else {}


def _by_hand(by: Corrected | None, at: dict[str, Any]) -> dict[str, Any]:
    """The evidence of a claim that follows from a finding corrected elsewhere: the same place, the other author."""
    if by is None:
        return dict(at)
    return {**at, "rule": with_rule(str(at["rule"])), "confidence": 1.0, **_corrected(by)}


def _present(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None and value != []}


def _first_words(text: str) -> str:
    """The beginning of a task without a heading, its number left out."""
    number = find_number(text)
    return _short(text[number.end :] if number else text)


def _short(text: str) -> str:
    joined = "".join(text.split())
    return joined if len(joined) <= _CAPTION else joined[: _CAPTION - 1] + "…"
