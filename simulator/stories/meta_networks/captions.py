"""Writes the captions of the Meta Networks story: what happens at each tick, with its numbers."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.text import Message, say
from metascope.simulator.episodes.baseline import nearest_on_pixels
from metascope.simulator.stories.meta_networks import lens
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.meta_networks.names import FAST, META, SLOW


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each tick of `method`, created when it is looked up."""
    assert isinstance(frame, MetaNetFrame), "the frame must be of this story"
    return Captions([partial(_sentence, frame, method, tick) for tick in range(frame.ticks())])


def baseline_of(frame: Frame, settings: Settings) -> Message | None:
    """Return what the nearest neighbour on pixels answers to the queries on the table."""
    assert isinstance(frame, MetaNetFrame), "the frame must be of this story"
    table = frame.table
    return nearest_on_pixels(table.supports, table.labels, table.queries, table.asked)


def class_letter(label: int) -> str:
    """Return the letter by which a class is known on the table: A for 0."""
    return chr(ord("A") + label)


def _sentence(frame: MetaNetFrame, method: str, tick: int) -> Message:
    phase, number = lens.moment(frame, tick)
    if phase == "before":
        text = "Before the first support there are slow weights alone: of {asked} answers {right} would be right"
        right, asked = lens.right(frame, SLOW)
        return say(text, right=right, asked=asked)
    if phase == "gradient":
        return _gradient(frame, number)
    if phase == "read":
        return _read(frame, number)
    if phase == "row":
        return _row(frame, number)
    if phase == "key":
        return _key(frame)
    if phase == "attention":
        return _attention(frame)
    return _mixture(frame) if phase == "mixture" else _answer(frame, method)


def _gradient(frame: MetaNetFrame, number: int) -> Message:
    embedding, labels = frame.embedding, frame.table.labels
    values: dict[str, object] = {
        "loss": f"{float(embedding.losses[number]):.3f}",
        "largest": _number(float(np.abs(embedding.gradients[number]).max())),
    }
    each = embedding.which[number].tolist()
    if len(each) == 1:
        values |= {"support": each[0] + 1, "letter": class_letter(int(labels[each[0]]))}
        text = (
            "The embedding classifies support {support} of class {letter} with a loss of {loss}; the largest gradient"
            " of a weight of layer 1 at its ink is {largest}"
        )
        return say(text, **values)
    values |= {"one": each[0] + 1, "other": each[1] + 1}
    if labels[each[0]] == labels[each[1]]:
        text = "Supports {one} and {other} are of one class: loss {loss}, largest gradient at ink {largest}"
    else:
        text = "Supports {one} and {other} are of different classes: loss {loss}, largest gradient at ink {largest}"
    return say(text, **values)


def _read(frame: MetaNetFrame, number: int) -> Message:
    values = {
        "gradient": number + 1,
        "of": len(frame.embedding.losses),
        "before": _size(lens.theta_pixels(frame, number)) if number else "0",
        "size": _size(lens.theta_pixels(frame, number + 1)),
        "slow": _size(frame.embedding.slow_pixels),
    }
    text = (
        "F has read {gradient} of {of} gradients: θ⁺ of layer 1 is {size} in size, {before} before; the slow θ beside"
        " it {slow}"
    )
    return say(text, **values)


def _row(frame: MetaNetFrame, number: int) -> Message:
    memory = frame.memory
    values = {
        "row": number + 1,
        "letter": class_letter(int(frame.table.labels[number])),
        "loss": f"{float(memory.losses[number]):.3f}",
        "most": _number(float(np.abs(lens.written_factors(frame)[number]).max())),
    }
    text = (
        "The base learner has a loss of {loss} on support {row} of class {letter}; G turns its gradient into row {row}"
        " of M: in layer 1 its picture times {most} at most"
    )
    return say(text, **values)


def _key(frame: MetaNetFrame) -> Message:
    cosines, query = frame.reply.cosines[frame.query], frame.query
    near, far = int(cosines.argmax()), int(cosines.argmin())
    values = {"query": query + 1, "near": near + 1, "most": f"{float(cosines[near]):.3f}", "far": far + 1}
    text = (
        "The key of query {query} is nearest to that of row {near}, cosine {most}, and farthest from that of row {far},"
        " {least}"
    )
    return say(text, least=f"{float(cosines[far]):.3f}", **values)


def _attention(frame: MetaNetFrame) -> Message:
    shares = frame.reply.attention[frame.query]
    row = int(shares.argmax())
    values = {
        "query": frame.query + 1,
        "row": row + 1,
        "letter": class_letter(int(frame.table.labels[row])),
        "most": f"{float(shares[row]):.0%}",
        "even": f"{1 / len(shares):.0%}",
    }
    text = "Query {query} attends to row {row} of class {letter} with {most}; if all were alike it would be {even}"
    return say(text, **values)


def _mixture(frame: MetaNetFrame) -> Message:
    found = lens.mixed(frame, frame.query)
    shares = np.sort(frame.reply.attention[frame.query])[::-1]
    values = {
        "query": frame.query + 1,
        "rows": len(shares),
        "most": f"{float(shares[0]):.0%}",
        "least": f"{float(shares[-1]):.0%}",
        "size": _size(found),
    }
    text = "The φ⁺ of query {query} is made of {rows} rows with {most} to {least} of each: {size} in size in layer 1"
    return say(text, **values)


def _answer(frame: MetaNetFrame, method: str) -> Message:
    query, reply = frame.query, frame.reply
    predicted, asked = int(reply.predicted[method][query]), int(frame.table.asked[query])
    right, known = lens.right(frame, method)
    values = {
        "query": query + 1,
        "letter": class_letter(predicted),
        "share": f"{float(reply.probabilities[method][query, predicted]):.2f}",
        "right": right,
        "asked": known,
    }
    if asked >= 0 and asked != predicted:
        values["true"] = class_letter(asked)
    if method == SLOW:
        text = {
            None: "Slow weights alone take query {query} for {letter} ({share}); of the others {right} of {asked} are"
            " right",
            True: "Slow weights alone take query {query} for {letter} ({share}), rightly; {right} of {asked} are right",
            False: "Slow weights alone take query {query} for {letter} ({share}), but it is {true}; {right} of {asked}"
            " are right",
        }
    elif method == FAST:
        text = {
            None: "Fast weights alone take query {query} for {letter} ({share}); of the others {right} of {asked} are"
            " right",
            True: "Fast weights alone take query {query} for {letter} ({share}), rightly; {right} of {asked} are right",
            False: "Fast weights alone take query {query} for {letter} ({share}), but it is {true}; {right} of {asked}"
            " are right",
        }
    else:
        text = {
            None: "Slow and fast weights take query {query} for {letter} ({share}); of the others {right} of {asked}"
            " are right",
            True: "Slow and fast weights take query {query} for {letter} ({share}), rightly; {right} of {asked} are"
            " right",
            False: "Slow and fast weights take query {query} for {letter} ({share}), but it is {true}; {right} of"
            " {asked} are right",
        }
    answer = say(text[None if asked < 0 else asked == predicted], **values)
    return answer if method != META or reply.untouched is None else _untouched(frame, answer, reply.untouched)


def _untouched(frame: MetaNetFrame, answer: Message, shares: Single) -> Message:
    """Return an answer with what it would be had nobody changed the memory or the scales."""
    query = frame.query
    predicted = int(shares[query].argmax())
    values = {
        "answer": answer,
        "letter": class_letter(predicted),
        "share": f"{float(shares[query, predicted]):.2f}",
        "right": lens.untouched_right(frame),
    }
    return say("{answer}; untouched: {letter} ({share}), {right} right", **values)


def _size(weights: NDArray[np.floating]) -> str:
    """Return the root of the mean square of weights."""
    return _number(float(np.sqrt(np.square(weights).mean())))


def _number(value: float) -> str:
    return f"{value:.3g}"
