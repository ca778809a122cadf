"""Builds the window around the stage: menus, docks, gallery, dialogs and log."""
