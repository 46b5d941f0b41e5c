"""The text fields of checks (packs.md 2.4): one class each; `whole` asks them together."""
