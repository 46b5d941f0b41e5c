"""Packs as authors write them: read strictly, every fault with its place; nothing here runs what a pack says."""
