"""What can be a name, of whom, and where one name ends and the next begins."""
