"""From a question in English to SPARQL and an answer with evidence."""
