"""The SPARQL endpoint and its web page."""
