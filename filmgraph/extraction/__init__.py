"""From documents to facts, each with the words behind it."""
