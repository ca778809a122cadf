"""What answering costs as supports are added: a small plot for each kind of cost, over logarithmic axes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import Signal
from typing_extensions import override

from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.ink import Array
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import Scale, decades
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.view import Table

LOG = Scale("log")
ROOM = 240  # pixels of height from which there is a legend above the plots


@dataclass(frozen=True, eq=False)
class Cost:
    """What one method's answers cost: `values` (kinds, n) at `supports` (n,), rising; NaN where not known."""

    role: str
    label: str  # the method's name as a person reads it
    supports: Array
    values: Array
    emphasis: Emphasis = "full"


class CostsView(PlotView):
    """Lines of the costs of methods over the number of supports, one plot above the other for each kind of cost.

        kinds = {"stored": Axis(tr("numbers stored")), "operations": Axis(tr("multiply-adds per query"))}
        view = CostsView("costs", tr("What an answer costs"), LIGHT, kinds)
        view.set_costs([Cost("prototypes", tr("Prototypical"), supports, np.stack([stored, operations]))])

    Signals:
        method_clicked(role): a person clicked a method's name.
    """

    method_clicked = Signal(str)

    def __init__(self, name: str, title: str, theme: Theme, kinds: Mapping[str, Axis]) -> None:
        """Make an empty view of these kinds of cost, by the name of their columns; their axes become logarithmic."""
        self._kinds = tuple(kinds)
        ys = [replace(axis, scale=LOG) for axis in kinds.values()]
        super().__init__(name, title, theme, Axis(translate("CostsView", "supports"), scale=LOG), ys)
        self._costs: tuple[Cost, ...] = ()
        self._lines = [LinesItem(f"{kind}.supports") for kind in self._kinds]
        self._cursors = [CursorItem(f"{kind}.now") for kind in self._kinds]
        self._empty = Placeholder("empty")
        self._legend = self.add_legend(from_height=ROOM)
        self._legend.clicked.connect(self.method_clicked)
        for row, (lines, cursor) in enumerate(zip(self._lines, self._cursors, strict=True)):
            self.add(lines, row)
            self.add(cursor, row)
        self.add(self._empty)
        self._empty.say(self.tr("Costs appear with the first answers"))

    def set_costs(self, costs: Sequence[Cost], among: Sequence[Array] = ()) -> None:
        """Show the costs of these methods.

        Args:
            costs: of each method.
            among: numbers of supports that there is room for, too.

        Raises:
            ValueError: values are not (kinds, n).
        """
        for cost in costs:
            if cost.values.shape != (len(self._kinds), len(cost.supports)):
                wanted = (len(self._kinds), len(cost.supports))
                raise ValueError(f"costs of {cost.role} must be of shape {wanted}, not {cost.values.shape}")
        self._costs = tuple(costs)
        x = decades([*among, *(cost.supports for cost in costs)])
        for row in range(len(self._kinds)):
            self.set_range(x, decades([cost.values[row] for cost in costs]), row)
        self._redraw()

    def set_supports(self, count: float) -> None:
        """Mark how many supports there are now."""
        for cursor in self._cursors:
            cursor.set(float(LOG.bend(np.array(float(count)))))

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method, by its role, fully, dimmed or not at all."""
        self._costs = tuple(replace(cost, emphasis=emphasis.get(cost.role, cost.emphasis)) for cost in self._costs)
        self._redraw()

    @override
    def table(self) -> Table:
        """Return each method's costs over the number of supports."""
        return {name: column for name, column in super().table().items() if not name.endswith(".now")}

    def _redraw(self) -> None:
        for row, (kind, item) in enumerate(zip(self._kinds, self._lines, strict=True)):
            item.set([_line(kind, cost, row) for cost in self._costs if cost.emphasis != "hidden"])
        self._legend.set([Entry(cost.role, cost.role, cost.label, cost.emphasis) for cost in self._costs])
        self._empty.setVisible(not self._costs)


def _line(kind: str, cost: Cost, row: int) -> Line:
    values = np.asarray(cost.values[row], np.float64)
    supports = np.asarray(cost.supports, np.float64)
    return Line(
        name=f"{cost.role}.{kind}",
        role=cost.role,
        label=cost.label,
        x=LOG.bend(supports),
        y=LOG.bend(values),
        emphasis=cost.emphasis,
        told=values,
        told_x=supports,
    )
