"""`python -m sauro` does what the command `sauro` does."""

import sys

from sauro.cli import main

sys.exit(main())
