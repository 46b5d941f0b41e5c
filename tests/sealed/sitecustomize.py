"""Python reads this at start wherever the tests put this folder on PYTHONPATH; it only seals the box."""

import sealed_box  # noqa: F401  importing it is the act
