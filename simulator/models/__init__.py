"""The tables of a world and of the catalogue: shapes and constraints, no rules."""
