"""Names the thread that trains a run, for those who look for it without importing what it needs."""

THREAD = "metascope-runner"
