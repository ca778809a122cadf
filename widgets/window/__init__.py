"""Parts of a main window that do not depend on a run: actions, palette, notices, log, status bar, dialogs."""
