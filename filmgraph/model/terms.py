"""RDF terms and quads as plain values (RDF 1.1 Concepts). No blank nodes: two builds give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass

XSD = "http://www.w3.org/2001/XMLSchema#"
XSD_STRING = XSD + "string"


@dataclass(frozen=True, slots=True, order=True)
class IRI:
    """An absolute IRI (RFC 3987)."""

    value: str

    def n3(self) -> str:
        """The term in N-Triples syntax."""
        return f"<{self.value}>"


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal: lexical form, datatype IRI, and a language tag for `rdf:langString`."""

    value: str
    datatype: str = XSD_STRING
    language: str = ""

    def n3(self) -> str:
        """The term in canonical N-Triples syntax (RDF 1.1 N-Triples, section 4)."""
        escaped = (
            self.value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
        )
        if self.language:
            return f'"{escaped}"@{self.language}'
        return f'"{escaped}"' if self.datatype == XSD_STRING else f'"{escaped}"^^<{self.datatype}>'


Term = IRI | Literal


@dataclass(frozen=True, slots=True)
class Quad:
    """A triple and the IRI of its named graph; `graph` None is the default graph."""

    subject: IRI
    predicate: IRI
    object: Term
    graph: IRI | None = None

    def n4(self) -> str:
        """The quad as one line of N-Quads, without the newline."""
        where = f" <{self.graph.value}>" if self.graph else ""
        return f"<{self.subject.value}> <{self.predicate.value}> {self.object.n3()}{where} ."
