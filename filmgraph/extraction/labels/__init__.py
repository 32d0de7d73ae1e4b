"""Labels and the words that belong to them: the items of a page."""
