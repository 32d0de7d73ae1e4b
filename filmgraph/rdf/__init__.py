"""From entities and credits to quads."""
