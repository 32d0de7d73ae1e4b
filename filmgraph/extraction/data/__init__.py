"""Data of the film and of the review: years, running times, countries, dates, critics."""
