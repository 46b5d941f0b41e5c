"""The words of checks (packs.md 2.4): one class each with its duties; `registry` knows them all."""
