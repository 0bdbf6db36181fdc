"""`python -m lsn_data`: the command line starts here."""

from __future__ import annotations

import sys

from lsn_data.cli import main

if __name__ == "__main__":
    sys.exit(main())
