"""Lessons as they go: what opens next, whether an act was what a step asks for, and what the guide says about it."""
