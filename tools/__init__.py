"""Programs for those who build Fledge; nothing that runs for a learner may import them."""
