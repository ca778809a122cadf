"""Writes the captions of the metric learning story: how an answer comes about at each tick, with its numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.text import Message, say
from metascope.simulator.episodes.baseline import nearest_on_pixels
from metascope.simulator.stories.metric_learning import lens
from metascope.simulator.stories.metric_learning.frame import MetricFrame, Plan
from metascope.simulator.stories.metric_learning.names import (
    CONTEXT,
    CONTEXT_COSINE,
    COSINE,
    FINETUNING,
    IMAGINED,
    IN_CONTEXT,
    MATCHING,
    NEIGHBOURS,
    PROTOTYPES,
    RELATION,
    SIAMESE,
)

Sentence = Callable[[MetricFrame, str, int], Message]


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each tick of `method`, created when it is looked up."""
    assert isinstance(frame, MetricFrame), "the frame must be of this story"
    return Captions([partial(_sentence, frame, method, tick) for tick in range(frame.ticks())])


def baseline_of(frame: Frame, settings: Settings) -> Message | None:
    """Return what the nearest neighbour on pixels answers to the queries on the table."""
    assert isinstance(frame, MetricFrame), "the frame must be of this story"
    table, there = frame.table, ~frame.table.removed
    return nearest_on_pixels(table.supports[there], table.labels[there], table.queries, table.asked)


def class_letter(label: int) -> str:
    """Return the letter by which a class is known on the table: A for 0."""
    return chr(ord("A") + label)


def _sentence(frame: MetricFrame, method: str, tick: int) -> Message:
    phase, number = lens.moment(frame, tick)
    if method == FINETUNING:
        return _update(frame, tick)
    if phase == "before":
        right, asked = lens.right(frame, method)
        text = "Before the first support; {right} of {asked} answers will be right"
        return say(text, right=right, asked=asked)
    if phase == "support":
        if frame.table.removed[number]:
            return say("Support {support} was taken away", support=number + 1)
        return _SUPPORT[method](frame, method, tick)
    if phase == "context":
        return _context(frame, method, number)
    if phase == "imagined":
        return _imagined(frame, method, tick)
    return _scores(frame, method) if phase == "scores" else _answer(frame, method)


def _update(frame: MetricFrame, tick: int) -> Message:
    tuned, step = frame.answers[FINETUNING].tuned, lens.update(frame, tick)
    assert tuned is not None, "fine-tuning always has updates"
    if 0 <= tuned.diverged <= step:
        text = "After update {update} of {of} fine-tuning has diverged: a rate of {rate} is too large here"
        return say(text, update=step, of=len(tuned.losses) - 1, rate=_number(tuned.rate))
    if step == 0 and tuned.plan is not None and tuned.plan.chosen:
        return _chosen(tuned.plan, float(tuned.base[0]))
    values = {
        "update": step,
        "of": len(tuned.losses) - 1,
        "loss": _number(float(tuned.losses[step])),
        "new": f"{float(tuned.among_new[step]):.0%}",
        "every": f"{float(tuned.among_all[step]):.0%}",
        "base": f"{float(tuned.base[step]):.0%}",
    }
    text = (
        "After update {update} of {of} the supports' loss is {loss}; right: {new} of the queries among new classes,"
        " {every} among all, {base} of base pictures"
    )
    return say(text, **values)


def _chosen(plan: Plan, base: float) -> Message:
    """Return which rate and steps were the best on validation classes, and where fine-tuning begins."""
    text = {
        "rate": "Before the first of {steps} updates {base} of base pictures are right; of the rates tried, {rate} was"
        " the best on validation classes: {share} right",
        "steps": "Before the first update {base} of base pictures are right; at a rate of {rate}, {steps} updates were"
        " the best on validation classes: {share} right",
        "both": "Before the first update {base} of base pictures are right; a rate of {rate} and {steps} updates were"
        " the best on validation classes: {share} right",
    }[plan.chosen]
    share = f"{plan.validation[plan.steps]:.0%}"
    return say(text, steps=plan.steps, base=f"{base:.0%}", rate=_number(plan.rate), share=share)


def _mean(frame: MetricFrame, method: str, tick: int) -> Message:
    """Return how a class's mean moves with a support."""
    support = tick - 1
    label = int(frame.table.labels[support])
    before, after = (lens.prototypes(frame, method, at)[label] for at in (tick - 1, tick))
    values = {"support": tick, "letter": class_letter(label)}
    if np.isnan(before).any():
        return say("Support {support} is the first of class {letter}: the class's mean begins there", **values)
    values["by"] = _number(float(np.hypot(*(after - before))))
    return say("Support {support} of class {letter} moves the class's mean by {by} in the plane", **values)


def _attended(frame: MetricFrame, method: str, tick: int) -> Message:
    weight = float(lens.attention(frame, method, tick)[frame.query, tick - 1])
    factor = frame.answers[method].temperature or 1.0
    cosine = float(frame.answers[method].pairs[frame.query, tick - 1]) / factor
    text = "Query {query} and support {support} of class {letter}: cosine {cosine}, {weight} of the attention so far"
    return say(text, cosine=f"{cosine:.2f}", weight=f"{weight:.0%}", **_pair(frame, tick))


def _summed(frame: MetricFrame, method: str, tick: int) -> Message:
    text = "The maps of support {support} are added to those of class {letter}: {count} so far"
    label = frame.table.labels[tick - 1]
    count = int((frame.table.labels[lens.seen(frame, tick)] == label).sum())
    return say(text, support=tick, letter=class_letter(int(label)), count=count)


def _judged(frame: MetricFrame, method: str, tick: int) -> Message:
    same = float(frame.answers[method].attention[frame.query, tick - 1])
    text = "Query {query} and support {support} of class {letter} are of one class with probability {same}"
    return say(text, same=f"{same:.3f}", **_pair(frame, tick))


def _near(frame: MetricFrame, method: str, tick: int) -> Message:
    voters = lens.attention(frame, method, tick)[frame.query] > 0
    values = {"distance": _number(-float(frame.answers[method].pairs[frame.query, tick - 1])), **_pair(frame, tick)}
    if voters[tick - 1]:
        text = "Support {support} of class {letter} is at a distance of {distance} from query {query}: it votes so far"
        return say(text, **values)
    return say("Support {support} of class {letter} is at a distance of {distance} from query {query}", **values)


_SUPPORT: dict[str, Sentence] = {
    PROTOTYPES: _mean,
    IMAGINED: _mean,
    MATCHING: _attended,
    COSINE: _attended,
    CONTEXT: _attended,
    CONTEXT_COSINE: _attended,
    RELATION: _summed,
    SIAMESE: _judged,
    NEIGHBOURS: _near,
}


def _context(frame: MetricFrame, method: str, number: int) -> Message:
    if method not in IN_CONTEXT:
        return say("Every picture is compared as it is: only a method with context reads on")
    weights = frame.answers[method].reads[number, frame.query]
    support = int(weights.argmax())
    values = {
        "step": number + 1,
        "query": frame.query + 1,
        "support": support + 1,
        "letter": class_letter(int(frame.table.labels[support])),
        "weight": f"{float(weights[support]):.0%}",
    }
    return say(
        "Step {step} of reading: query {query} reads {weight} from support {support} of class {letter}", **values
    )


def _imagined(frame: MetricFrame, method: str, tick: int) -> Message:
    """Return what is imagined at a tick, and how far it moves the means."""
    if method != IMAGINED:
        return say("Every class has the examples that it has: only a method that imagines adds some")
    plane, new = frame.answers[method].plane, lens.newest(frame, method, tick)
    there = lens.imagined(frame, method, tick)
    before, after = (lens.prototypes(frame, method, at) for at in (tick - 1, tick))
    moves = np.hypot(*(after - before)[new.any(1)].T)
    values = {"number": int(there.sum()), "of": int((plane.seeds >= 0).sum())}
    if len(moves) > 1:
        first, last = values["number"] - len(moves) + 1, values["number"]
        text = (
            "Imagined examples {first} to {last} of {of}, one of each class, stream out of their originals and move the"
            " means by {least} to {most} in the plane"
        )
        least, most = _number(float(moves.min())), _number(float(moves.max()))
        return say(text, first=first, last=last, of=values["of"], least=least, most=most)
    way = int(np.flatnonzero(new.any(1))[0])
    support = int(plane.seeds[new][0])
    away = plane.imagined[new][0].astype(np.float64) - plane.supports[support]
    count = int(there[way].sum() + (frame.table.labels[lens.seen(frame, tick)] == way).sum())
    text = (
        "Imagined example {number} of {of} lies {away} from its original, support {support} of class {letter}: the"
        " mean, now of {count}, moves by {by} in the plane"
    )
    values |= {"support": support + 1, "count": count}
    told = {"letter": class_letter(way), "away": _number(float(np.hypot(*away))), "by": _number(float(moves[0]))}
    return say(text, **values, **told)


def _scores(frame: MetricFrame, method: str) -> Message:
    """Return the two best scores of the query in question."""
    answer = frame.answers[method]
    scores = answer.scores[frame.query]
    first, second = _best_two(frame, method)
    values = {
        "query": frame.query + 1,
        "letter": class_letter(first),
        "score": _number(float(scores[first])),
        "other": class_letter(second),
        "less": _number(float(scores[second])),
    }
    text = {
        PROTOTYPES: "Query {query} is nearest to the mean of {letter}, at {score}, then to that of {other}, at {less}",
        RELATION: "Query {query} has the relation score {score} with class {letter}, then {less} with {other}",
        SIAMESE: "Query {query} is most probably the same as a support of {letter}, {score}, then of {other}, {less}",
        NEIGHBOURS: "Of the votes about query {query} class {letter} has {score}, class {other} {less}",
    }
    if method == IMAGINED:
        return say(text[PROTOTYPES], **values)
    if method in text:
        return say(text[method], **values)
    told = "The supports of class {letter} have {score} of the attention of query {query}, those of {other} {less}"
    return say(told, **values)


def _answer(frame: MetricFrame, method: str) -> Message:
    answer, query = frame.answers[method], frame.query
    predicted, asked = int(answer.predicted[query]), int(frame.table.asked[query])
    right, known = lens.right(frame, method)
    values = {
        "query": query + 1,
        "letter": class_letter(predicted),
        "share": f"{float(answer.probabilities[query, predicted]):.2f}",
        "right": right,
        "asked": known,
    }
    if asked < 0:
        text = "Query {query}, yours, is taken for {letter} ({share}); of the others {right} of {asked} are right"
    elif asked == predicted:
        text = "Query {query} is taken for {letter} ({share}), rightly; {right} of {asked} are right"
    else:
        values["true"] = class_letter(asked)
        text = "Query {query} is taken for {letter} ({share}), but is {true}; {right} of {asked} are right"
    return say(text, **values)


def _best_two(frame: MetricFrame, method: str) -> tuple[int, int]:
    """Return the likeliest class of the query in question, and the next one."""
    shares = frame.answers[method].probabilities[frame.query].astype(np.float64)
    first = int(frame.answers[method].predicted[frame.query])
    shares[first] = -1.0
    return first, int(shares.argmax())


def _pair(frame: MetricFrame, tick: int) -> dict[str, object]:
    letter = class_letter(int(frame.table.labels[tick - 1]))
    return {"query": frame.query + 1, "support": tick, "letter": letter}


def _number(value: float) -> str:
    return f"{value:.3g}"
