"""The web of Fledge: HTTP in, HTML out; every rule it serves lives in `simulator`."""
