"""`python -m metascope` is `metascope`."""

import sys

from metascope.main import main

sys.exit(main())
