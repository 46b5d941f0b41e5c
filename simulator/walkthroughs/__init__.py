"""Packs that prove themselves: scripted learners walk through a fresh world, and proofs look for what is unproved.

Everything is done through the verbs and the clock of the real engine; whatever fails is a finding with its place.
"""
