"""The window and what surrounds the stage: menus, docks, gallery, dialogs, log."""
