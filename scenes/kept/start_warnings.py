"""What a window warns of once it stands: what was kept and cannot be read, and plug-ins that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from metascope.simulator.engine.errors import Problem
from metascope.widgets.language.speaking import spoken
from metascope.widgets.look.fonts import chinese_families
from metascope.widgets.look.text import localized, located
from metascope.widgets.look.translation import translate

MOST = 6  # problems of plug-ins that are told; a plug-in may bring any number of broken files


def start_warnings(unread: Sequence[Problem]) -> list[str]:
    """Return the warnings, one text each; reads the plug-ins' scenarios, and so imports what stories need.

    Args:
        unread: what is wrong with what was kept between starts.
    """
    from metascope.simulator.engine.files.presets import plugin_problems

    warnings = []
    if unread:
        text = translate("StartWarnings", "Some stored preferences cannot be read; defaults are used.\n{problems}")
        warnings.append(text.format(problems=lines(unread)))
    if problems := plugin_problems():
        text = translate("StartWarnings", "Not everything of the plug-ins can be used.\n{problems}")
        warnings.append(text.format(problems=lines(problems[:MOST])))
        if (more := len(problems) - MOST) > 0:
            text = translate("StartWarnings", "And {count} more problems, which metascope --info lists.")
            warnings.append(text.format(count=more))
    return [*warnings, *filter(None, (missing_typeface(),))]


def missing_typeface() -> str:
    """Return what to install where the window speaks Chinese and cannot show it, which is told in English; else ''."""
    if not spoken().startswith("zh") or chinese_families():
        return ""
    return "\n".join(
        (
            "No typeface with Chinese characters is installed: the window shows boxes instead. Install one:",
            "Debian, Ubuntu: sudo apt install fonts-noto-cjk (or the smaller fonts-wqy-microhei)",
            "Fedora: sudo dnf install google-noto-sans-cjk-fonts",
            "Arch: sudo pacman -S noto-fonts-cjk",
        )
    )


def lines(problems: Iterable[Problem]) -> str:
    """Return the problems in the person's language, one a line."""
    return "\n".join(located(it.where, localized(it.message)) for it in problems)
