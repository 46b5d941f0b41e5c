"""`python -m app.cli`: how `start.py` calls the command; it adds nothing to it."""

import sys

from app.cli import main

sys.exit(main())
