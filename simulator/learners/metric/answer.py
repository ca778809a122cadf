"""Says what a method answers to queries, and what answering costs. Each method adds how its answer came about."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor


@dataclass(frozen=True)
class Answer:
    """The classes of Q queries among N, given M supports. Leading axes (...) are episodes; a single answer has none.

    All points are as the method compares them, so that a map of them shows what decides.
    """

    supports: Tensor  # (..., M, D)
    labels: Tensor  # (..., M) the supports' classes, 0 to N - 1
    queries: Tensor  # (..., Q, D)
    logits: Tensor  # (..., Q, N) whose softmax are the probabilities; -infinity for a class without support

    @property
    def probabilities(self) -> Tensor:
        """Return each class's probability (..., Q, N): 0 for a class without support, all 0 if none has any."""
        return possible(self.logits)

    @property
    def predicted(self) -> Tensor:
        """Return the likeliest class of each query, (..., Q)."""
        return self.logits.argmax(-1)

    def accuracy(self, asked: Tensor) -> Tensor:
        """Return the share of queries that are right, (...,), of true classes `asked` (..., Q)."""
        return (self.predicted == asked).to(self.logits.dtype).mean(-1)


@dataclass(frozen=True)
class Cost:
    """What a method keeps of a task, and the multiplications (each with an addition) of one query's answer."""

    stored: int  # numbers
    embedding: int  # multiply-adds for the query's features
    comparing: int  # multiply-adds for its comparison with what is stored
    learning: int = 0  # multiply-adds of what is learned of the task by updates, without which there is no answer

    @property
    def multiply_adds(self) -> int:
        """Return the multiply-adds of one query's answer."""
        return self.learning + self.embedding + self.comparing


def possible(logits: Tensor) -> Tensor:
    """Return the softmax of logits (..., N), with 0 where one is -infinity, even if all are."""
    return logits.softmax(-1).masked_fill(logits.isneginf(), 0.0)
