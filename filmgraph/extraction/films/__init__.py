"""The other films of a page, and what must not be credited to the film under review."""
