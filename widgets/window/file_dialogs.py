"""File dialogs with the filters of every kind of file that the program reads or writes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from metascope.widgets.look.translation import translate

FILTERS = {
    "png": "PNG (*.png)",
    "svg": "SVG (*.svg)",
    "pdf": "PDF (*.pdf)",
    "csv": "CSV (*.csv)",
    "gif": "GIF (*.gif)",
    "mp4": "MP4 (*.mp4)",
    "html": "HTML (*.html)",
    "json": "JSON (*.json)",
    "safetensors": "safetensors (*.safetensors)",
    "metascope": "Metascope (*.metascope)",
}


def ask_where_to_save(parent: QWidget, stem: str, *suffixes: str) -> Path | None:
    """Ask for a file's name; None when the person cancels.

    A suffix that the person types decides if it is one of `suffixes`; else the chosen filter's is appended.
    """
    title = translate("FileDialogs", "Save as")
    filters = [FILTERS[suffix] for suffix in suffixes]
    chosen, filter = QFileDialog.getSaveFileName(parent, title, f"{stem}.{suffixes[0]}", ";;".join(filters))
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower().removeprefix(".") in suffixes:
        return path
    return path.with_name(f"{path.name}.{suffixes[filters.index(filter) if filter in filters else 0]}")


def ask_what_to_open(parent: QWidget, *suffixes: str) -> Path | None:
    """Ask for a file of any of these kinds to open; None when the person cancels."""
    title = translate("FileDialogs", "Open")
    every = translate("FileDialogs", "All supported files ({patterns})")
    filters = [every.format(patterns=" ".join(f"*.{suffix}" for suffix in suffixes))] if len(suffixes) > 1 else []
    filters += [FILTERS[suffix] for suffix in suffixes]
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", ";;".join(filters))
    return Path(chosen) if chosen else None


def ask_what_to_follow(parent: QWidget, suffix: str) -> Path | None:
    """Ask for a file to follow, which may not be there yet; None when the person cancels."""
    dialog = QFileDialog(parent, translate("FileDialogs", "Follow a run"), "", FILTERS[suffix])
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("FileDialogs", "Follow"))
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def ask_for_data(parent: QWidget, title: str, start: str = "") -> Path | None:
    """Ask for a folder of data; None when the person cancels."""
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return Path(chosen) if chosen else None
