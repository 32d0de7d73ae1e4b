"""Credit lists: columns, rows and cells."""
