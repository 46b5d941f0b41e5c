"""What one can do in a world: verbs by noun. Each checks, does and records one event; none commits or renders."""
