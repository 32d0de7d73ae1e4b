"""What flows between the stages: frozen values built on the standard library alone."""
