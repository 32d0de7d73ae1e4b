"""Which of the many words of a page are its film's title."""
