"""The style sheet of Qt's controls: a template that `Theme.apply` fills with the colours of a theme."""

STYLE_SHEET = """
QToolTip {{ color: {theme.text}; background: {theme.panel}; border: 1px solid {theme.border}; padding: {half}px; }}
QPushButton, QToolButton {{
    background: {theme.raised}; border: 1px solid {theme.border}; border-radius: {radius}px;
    padding: 3px {grid}px; min-height: 18px;
}}
QToolButton {{ padding: 3px {half}px; }}
QToolButton[flat="true"] {{ background: transparent; border-color: transparent; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton:hover, QToolButton:hover, QToolButton[flat="true"]:hover {{ background: {theme.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {theme.border}; }}
QPushButton:checked, QToolButton:checked, QPushButton:default {{
    background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
}}
QPushButton:disabled, QToolButton:disabled {{
    color: {theme.muted}; background: {theme.window}; border-color: {theme.grid};
}}
QPushButton:focus, QToolButton:focus, QToolButton[flat="true"]:focus {{
    border: 2px solid {theme.accent}; padding: 2px 7px;
}}
QToolButton:focus, QToolButton[flat="true"]:focus {{ padding: 2px 3px; }}
QToolButton[small="true"], QToolButton[small="true"]:focus {{ padding: 0px; min-height: 16px; }}
QPushButton:default:focus, QPushButton:checked:focus, QToolButton:checked:focus {{ border-color: {theme.text}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QCheckBox::indicator, QListView::indicator {{
    width: 14px; height: 14px; border: 1px solid {theme.muted}; border-radius: 3px; background: {theme.field};
}}
QCheckBox::indicator:checked, QListView::indicator:checked {{
    border-color: {theme.accent}; background: {theme.accent}; image: url("{tick}");
}}
QCheckBox::indicator:focus {{ border: 2px solid {theme.accent}; }}
QGroupBox {{
    border: 1px solid {theme.border}; border-radius: {radius}px; margin-top: 20px; padding: {grid}px;
    font-weight: 700;
}}
QGroupBox::title {{ subcontrol-origin: margin; left: 0px; }}
QTabBar::tab {{ color: {theme.muted}; padding: {half}px 12px; border: none; border-top: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {theme.text}; background: {theme.panel}; border-top-color: {theme.accent}; }}
QTabBar::tab:hover:!selected {{ background: {theme.hover}; }}
QMenu {{ background: {theme.panel}; border: 1px solid {theme.border}; padding: {half}px; }}
QMenu::item {{ padding: {half}px 24px {half}px {grid}px; border-radius: {radius}px; }}
QMenu::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}
QMenu::item:disabled {{ color: {theme.muted}; }}
QMenu::separator {{ height: 1px; background: {theme.border}; margin: {half}px; }}
"""
