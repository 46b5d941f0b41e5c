"""The clips of the course: each is a drawing that depends on the time, in seconds, since it began."""
