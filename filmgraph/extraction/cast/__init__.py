"""Casts: who plays whom, in every way in which an editor sets it."""
