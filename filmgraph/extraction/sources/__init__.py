"""The novels, plays, comics and films that a film is made from."""
