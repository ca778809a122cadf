"""Defines the frame of the sine waves story: the shown task and its adaptation, the meta-test, the loss surface."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.text import Message


@dataclass(frozen=True, kw_only=True)
class Task:
    """The shown task; frames share one object. Axes: G places, K support points."""

    x: Single  # (G,) even places from -5 to 5
    truth: Single  # (G,) the wave there; NaN for custom points
    support: Single  # (K, 2) x and y of the points that methods adapt to
    amplitude: float  # A of the wave; for custom points, of the wave that fits them best, which the oracle is given
    phase: float  # its phase in radians, y = A sin(x - phase)
    source: str  # "held-out", "wave" (custom amplitude and phase) or "points" (custom)


@dataclass(frozen=True, kw_only=True)
class Adaptation:
    """Every method's adaptation to the task. Axes: J inner steps, M methods, G places, L layers.

    NaN from where an adaptation diverges.
    """

    fits: Single  # (J + 1, M, G) the network's function before adapting and after each step
    support_loss: Single  # (J + 1, M) mean squared error on the support points
    error: Single  # (J + 1, M) mean squared error against the wave over all places; NaN without a wave
    gradient_norm: Single  # (J, M) of the loss, over all parameters, before each step
    moved: Single  # (J + 1, M, L) |theta_j - theta_0| / |theta_0| of each layer, weights and biases together
    turned: Single  # (J + 1, M, L) angle between theta_j and theta_0 of each layer, in degrees


@dataclass(frozen=True, kw_only=True)
class WaveSpread:
    """How the errors of the held-out tasks differ; those that diverged count as the largest. Axes as in `MetaTest`.

    A quartile among the diverged ones is NaN.
    """

    quartiles: Single  # (3, J + 1, M) the lower quartile, the median and the upper quartile
    lost: Single  # (J + 1, M) number of tasks whose error is NaN or infinite
    largest: Single  # (J + 1, M) share of the largest error in the sum; NaN where the sum is not finite


@dataclass(frozen=True, kw_only=True)
class MetaTest:
    """The methods' errors on the held-out tasks; frames share the last measurement. Axes as in `Adaptation`."""

    step: int  # meta-step of the measurement
    tasks: int  # number of tasks
    mse: Single  # (J + 1, M) mean squared error on query points before adapting and after each step, over the tasks
    half: Single  # (J + 1, M) half the width of its 95 % confidence interval, 1.96 s / sqrt(tasks)
    moved: Single  # (M, L) mean over some of the tasks, after J steps
    turned: Single  # (M, L) likewise
    waves: WaveSpread | None = None  # None in a session of an earlier version


@dataclass(frozen=True, kw_only=True)
class Plane:
    """A plane through the space of the network's parameters, and how much of the variance it explains.

    Axes: G points per axis, S moments of training, M methods, J steps. Frames share the arrays until the plane is
    computed again, except `inner` and `inner_residual`. The oracle's network has other inputs: it is not in this
    space and has NaN in every array.
    """

    step: int  # meta-step at which it was computed
    kind: str  # "pca", "starts" or "random"
    axes: tuple[str, str]  # what each axis is: "component", "corner" or "random" (where nothing else spans the plane)
    corners: tuple[str, ...]  # for "starts": the methods through whose starts the plane goes; "start": the common one
    u: Single  # (G,) distance from the origin in parameter space along the first axis
    v: Single  # (G,) along the second
    task: Single  # (G, G) the shown task's mean squared error before adapting: over the wave, or the points; [v, u]
    objective: Single  # (G, G) mean error of some held-out tasks after k steps of alpha; [v, u]
    objective_steps: int  # k
    objective_rate: float  # alpha
    objective_tasks: int  # how many
    kept: Single  # (2,) share of the variance of all methods' starts over training that each axis explains
    trail: Single  # (S, M, 2) each method's start over training, projected
    trail_steps: Single  # (S,)
    residual: Single  # (S, M) |theta - projection| / |theta - origin|: 0 in the plane, 1 at a right angle to it
    true: Single  # (S, M) the objective at the start itself
    flat: Single  # (S, M) the objective at its projection
    inner: Single  # (J + 1, M, 2) the shown adaptation, projected; [0] is where each method's start is now
    inner_residual: Single  # (J + 1, M)


@dataclass(frozen=True, kw_only=True)
class Anchors:
    """Errors possible without adapting, in closed form, for the tasks of the run."""

    zero: float  # mean squared error of predicting 0: E[A^2] / 2
    joint: float  # of the best single function for all tasks, to which pre-training tends


@dataclass(frozen=True, kw_only=True)
class Published:
    """A row of a published table."""

    method: str
    steps: tuple[int, ...]
    mse: tuple[float, ...]  # after so many steps


@dataclass(frozen=True, kw_only=True)
class SinesFrame(Frame):
    """All methods' adaptation to the shown task, and their measurements. Axis M: `methods`."""

    iterations: int  # updates of the starts done so far
    methods: tuple[str, ...]  # in the order of names.METHODS
    layers: tuple[str, ...]  # (L,) names of the layers: "1" to "3", the first hidden layer first
    task: Task
    adaptation: Adaptation
    test: MetaTest | None  # as last measured
    plane: Plane | None
    rates: Single  # (M,) step size of adaptation: alpha, Reptile's, tuned ones, or the mean of learned ones
    anchors: Anchors
    published: tuple[Published, ...]  # only where the settings are those of the published table
    notices: tuple[Message, ...]

    @override
    def ticks(self) -> int:
        """Return J + 1: before adapting, and after each step."""
        return len(self.adaptation.fits)
