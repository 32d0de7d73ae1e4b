"""Who is who: from printed names to entities, explained and undoable."""
