"""The trainer's desk. Until it has more, it makes a class and shows its code, large."""
