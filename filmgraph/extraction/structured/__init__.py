"""What a page's data (JSON-LD, meta) says beside its text: a second voice."""
