"""Actions of a window, each declared once for its menus, buttons, shortcuts and cheat sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from metascope.widgets.language.speaking import in_english
from metascope.widgets.look.icons import ICON_SIZE, icon
from metascope.widgets.look.plain import plain_tip, without_mnemonic
from metascope.widgets.look.theme import Theme

SEPARATOR = "-"  # among the ids of a menu


@dataclass(frozen=True, kw_only=True)
class ActionSpec:
    """The declaration of an action; its texts are translated already, with `tr` where it is declared."""

    id: str
    text: str
    category: str  # the heading under which the cheat sheet lists it
    run: Callable[[bool], object]  # is passed whether the action is checked now
    shortcuts: tuple[str, ...] = ()  # as QKeySequence reads them, "Ctrl+S"; the first is shown
    aliases: tuple[str, ...] = ()  # the same keys as other keyboard layouts report them; not listed
    tooltip: str = ""  # `text` is used where empty
    icon: str = ""
    checkable: bool = False
    checked: bool = False
    enabled: bool = True


@dataclass(frozen=True)
class ActionRow:
    """A line of the cheat sheet or of the command palette."""

    category: str
    text: str
    keys: str  # empty where there are none
    id: str = ""
    enabled: bool = True
    english: str = ""  # `text` as it is declared, in English


class OwnKeys(QObject):
    """An event filter that keeps the shortcuts of a window from taking keys that the focused control needs.

    Without it a shortcut on Space would leave no key to press a button with. Text fields protect theirs themselves.
    """

    _ENDS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
    _ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
    _ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
    _KEYS: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
        (QAbstractButton, _ENTER | {Qt.Key.Key_Space}),
        (QComboBox, _ENDS | _ARROWS | _ENTER | {Qt.Key.Key_Space}),
        (QAbstractSlider, _ARROWS | {Qt.Key.Key_Home, Qt.Key.Key_End}),  # a lesson goes on with Page Down
        (QAbstractSpinBox, _ENTER),
        (QLineEdit, _ENTER),
        (QAbstractItemView, _ENTER | {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}),
    )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a plain key for the focused control."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and self._lives_by(QApplication.focusWidget(), event.key()):
                event.accept()
                return True
        return False

    def _lives_by(self, control: QWidget | None, key: int) -> bool:
        return any(isinstance(control, kind) and key in keys for kind, keys in self._KEYS)


class ActionRegistry(QObject):
    """The actions of one window, which owns it.

        actions = ActionRegistry(LIGHT, window)
        actions.declare(ActionSpec(id="save", text=tr("Save"), category=tr("File"), run=save, shortcuts=("Ctrl+S",)))
        actions.add_to(window)

    Promises: an id and a shortcut belong to one action only. Setting an action's state (`setChecked`, `setEnabled` of
    the `QAction`) does not run it; a person's click, key or menu choice does.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}
        self._own_keys = OwnKeys(self)

    def declare(self, spec: ActionSpec) -> QAction:
        """Add an action.

        Raises:
            ValueError: its id or a shortcut is taken, or a shortcut cannot be read; nothing was added.
        """
        self._check(spec)
        action = QAction(spec.text, self)
        action.setObjectName(spec.id)
        action.setShortcuts([_sequence(keys) for keys in spec.shortcuts + spec.aliases])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.checkable)
        action.setChecked(spec.checked)
        action.setEnabled(spec.enabled)
        action.setToolTip(plain_tip(self._tooltip(spec)))
        action.setStatusTip(spec.tooltip)
        action.triggered.connect(spec.run)
        self._specs[spec.id], self._actions[spec.id] = spec, action
        self._draw_icon(spec)
        return action

    def __getitem__(self, id: str) -> QAction:
        """Return the action `id`; KeyError where there is none."""
        return self._actions[id]

    def withhold(self, id: str, reason: str) -> None:
        """Disable an action for a reason, which its tooltip says; with an empty one only the tooltip is as declared."""
        action = self._actions[id]
        if reason:
            action.setEnabled(False)
        action.setToolTip(plain_tip(reason or self._tooltip(self._specs[id])))

    def find(self, id: str) -> QAction | None:
        """Return the action `id`, None where there is none."""
        return self._actions.get(id)

    def ids(self) -> tuple[str, ...]:
        """Return the ids, in the order in which they were declared."""
        return tuple(self._actions)

    def menu(self, parent: QWidget, title: str, ids: Sequence[str]) -> QMenu:
        """Return a menu of these actions; `SEPARATOR` among the ids draws a line."""
        menu = QMenu(title, parent)
        menu.setToolTipsVisible(True)
        for id in ids:
            if id == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self[id])
        return menu

    def button(self, parent: QWidget, id: str, with_text: bool = False) -> QToolButton:
        """Return a button for an action; without an icon it shows the text."""
        button = QToolButton(parent)
        button.setDefaultAction(self[id])
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(without_mnemonic(self._specs[id].text))
        if with_text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def add_to(self, window: QWidget) -> None:
        """Enable the shortcuts of all actions in a window, whose controls keep the keys that they need."""
        window.addActions(list(self._actions.values()))
        window.installEventFilter(self._own_keys)

    def rows(self) -> tuple[ActionRow, ...]:
        """Return the cheat sheet's lines: every action that has a shortcut, as declared."""
        return tuple(
            ActionRow(spec.category, without_mnemonic(spec.text), _keys(spec))
            for spec in self._specs.values()
            if spec.shortcuts
        )

    def entries(self) -> tuple[ActionRow, ...]:
        """Return every action with its present text, and whether it is enabled now."""
        return tuple(
            ActionRow(
                spec.category,
                without_mnemonic(action.text()),
                _keys(spec),
                id,
                action.isEnabled(),
                without_mnemonic(in_english(spec.text)),
            )
            for (id, action), spec in zip(self._actions.items(), self._specs.values(), strict=True)
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in this theme."""
        self._theme = theme
        for spec in self._specs.values():
            self._draw_icon(spec)

    def _check(self, spec: ActionSpec) -> None:
        if spec.id in self._specs:
            raise ValueError(f"an action's id must be unique, {spec.id!r} is taken")
        taken = {_normal(keys): other.id for other in self._specs.values() for keys in other.shortcuts + other.aliases}
        for keys in spec.shortcuts + spec.aliases:
            if not _normal(keys):
                raise ValueError(f"a shortcut must be keys such as 'Ctrl+S', not {keys!r}")
            if _normal(keys) in taken:
                raise ValueError(f"a shortcut must belong to one action, {keys} is taken by {taken[_normal(keys)]!r}")
            taken[_normal(keys)] = spec.id

    def _draw_icon(self, spec: ActionSpec) -> None:
        if spec.icon:
            self._actions[spec.id].setIcon(icon(spec.icon, self._theme))

    def _tooltip(self, spec: ActionSpec) -> str:
        text = spec.tooltip or without_mnemonic(spec.text)
        if not spec.shortcuts:
            return text
        return self.tr("{text} ({keys})").format(text=text, keys=_keys(spec))


def _normal(keys: str) -> str:
    return _sequence(keys).toString()


def _sequence(keys: str) -> QKeySequence:
    """Return keys as they are declared, in English; a person's language has other names for them."""
    return QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)


def _keys(spec: ActionSpec) -> str:
    return " / ".join(_sequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in spec.shortcuts)
