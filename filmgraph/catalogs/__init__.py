"""What is kept as data and edited by film people: roles, questions, networks, checks, namespaces."""
