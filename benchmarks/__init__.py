"""How fast Fledge is, always as a ratio against a floor measured in the same run."""
