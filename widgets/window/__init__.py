"""Parts of a main window that know no run: actions, palette, notices, log, status bar, dialogs."""
