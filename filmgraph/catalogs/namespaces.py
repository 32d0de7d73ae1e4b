"""The namespaces of the graph, one name each, as in `ontology/filmgraph.ttl`."""

from __future__ import annotations

FG = "https://w3id.org/filmgraph/ns#"
ROLE = "https://w3id.org/filmgraph/role/"
DEPARTMENT = "https://w3id.org/filmgraph/department/"
ID = "https://w3id.org/filmgraph/id/"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
FOAF = "http://xmlns.com/foaf/0.1/"
DCTERMS = "http://purl.org/dc/terms/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = {
    "fg": FG, "role": ROLE, "department": DEPARTMENT, "id": ID, "schema": SCHEMA, "skos": SKOS,
    "prov": PROV, "oa": OA, "foaf": FOAF, "dcterms": DCTERMS, "rdf": RDF, "rdfs": RDFS,
    "owl": OWL, "xsd": XSD,
}  # fmt: skip
