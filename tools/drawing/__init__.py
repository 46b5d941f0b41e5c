"""Programs that draw Fledge's own pictures; for authors only, and never imported by `app` or `simulator`."""
