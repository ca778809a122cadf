<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AccuracyView</name>
    <message>
        <source>Accuracy (hollow: paper, Omniglot)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy by instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on held-out episodes is measured every {steps} meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hollow: Santoro et al. 2016, Omniglot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance ({episodes} {characters} episodes, meta-step {step})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perfect memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, Santoro et al. 2016, Omniglot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionRegistry</name>
    <message>
        <source>{text} ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressingView</name>
    <message>
        <source>Addressing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addressing: content decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addressing: sharpening decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addressing: the gate decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addressing: the shift decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addressing: undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head whose addressing is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head&apos;s addressing steps appear with the first frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above: as it was; below: with the sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars: 0 to 1; similarity: −1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>location {row}: {symbol} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weighting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}; with the sliders {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source> frames/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 uses every recorded frame, 2 every second one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another animation is being made; try again when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common sizes; text scales with the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every n-th frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First meta-step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF plays everywhere and repeats; MP4 is sharper in motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner clock: the inner steps of one meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last meta-step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outer clock: the run&apos;s meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock that advances from frame to frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meta-step whose inner steps are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method whose inner steps are shown and captioned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole stage with its title, or one of its views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the animation; the window keeps its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} frames, {seconds:.1f} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} needs a library that is not installed. Install it with: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerCostsView</name>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers stored, multiply-adds (MACs) per answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerTimesView</name>
    <message>
        <source>How long this machine takes from a query&apos;s picture to its answer while it trains: the least of up to {times} measurements, each the shortest of {row} answers in a row, in {share} of the time until all are made. Embedding the supports does not count, unless each answer needs it: with statistics of the episode, and for the updates of fine-tuning. Other work on the machine makes answers slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured time of an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times appear with the first accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersItem</name>
    <message>
        <source>{method}: {share} for label {label}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BanditOutcomes</name>
    <message>
        <source>Where one step leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of arm 2 after the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these pulls</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BanditPulls</name>
    <message>
        <source>Pulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arm 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arm 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pull, before the step and after it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BanditScene</name>
    <message>
        <source>A bandit whose outcomes can be counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After adapting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm 2 before adapting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before adapting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change tasks, α or b in the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a method&apos;s name or curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect pulls, judge them, step, and collect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a start, or the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One policy-gradient step on K pulls; sigma of the start is how likely arm 2 is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the inner clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all starts there, and estimate their slope anew; with Shift this one alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See at once what starts are worth then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The derivative of what a start is worth: through the step, and through which pulls there are, which the surrogate leaves out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the starts are worth on all tasks, exactly, or where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step ({updates} updates each)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of arm 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward of a pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BanditValue</name>
    <message>
        <source>What a start is worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start: log odds of arm 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: start φ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BandsItem</name>
    <message>
        <source>{label}: {middle} ({low} to {high}) at {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}; {n} of {all} runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarsItem</name>
    <message>
        <source>{label}, {group}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BranchDialog</name>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the branch, ready to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From meta-step {step}, with the weights only: {settings} cannot change during a run, so the optimizer and the random numbers start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From meta-step {step}, with the weights, optimizer and random numbers as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From meta-step {step}, with the weights, optimizer and random numbers as they were. With other {settings} the numbers from there on may differ slightly, so the new run&apos;s record begins there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the branch in the list of runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>Branched off {name} at meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From meta-step {step} on, this branch is trained with the data that you have chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on a GPU up to meta-step {step}; the rest is trained on the CPU, in this branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreakpointsButton</name>
    <message>
        <source>Breakpoints: pause training when a condition becomes true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakpoints: {n} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at breakpoint: {condition}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreakpointsPopup</name>
    <message>
        <source>A metric and a value to compare it with, or a meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this breakpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this breakpoint (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New breakpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No breakpoints yet. Training pauses when a condition becomes true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause training when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause when this condition becomes true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this breakpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {breakpoint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maml.loss_after &lt; 0, in 500 steps, at 1000</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BuildingProgress</name>
    <message>
        <source>{what}, {done:,} of {total:,}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>No preview yet: open it to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellScene</name>
    <message>
        <source>Click a stage of the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the dark mark on the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four substitutions: theta for c, the negative gradient for z, 1 and eta for the gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hover over a quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss by time step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean loss on unseen starts, or on the batch of each meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the start θ⁰ of all five cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the inner clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show gates, memory and output of each step in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show that cell in detail, and dim the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LSTM cell that becomes gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LSTM&apos;s memory c, its output h and its answer y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseen, all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseen, last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellView</name>
    <message>
        <source>The cell&apos;s numbers appear with the first meta-step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keys and gestures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Ctrl+click or H: hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+click or H: show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dim the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop dimming the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click: dim the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click: stop dimming the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>{n}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}: {text} – not right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}: {text} – right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>(at {step})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(last at {step})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In files and with --set: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last value, and when it was measured if not at the last meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group}: median (n = {n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>★ best single run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Comparison of runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as tab-separated text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table as comma-separated values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composition</name>
    <message>
        <source>meta-step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: {told}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Control</name>
    <message>
        <source>{name}, in {unit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostsView</name>
    <message>
        <source>Costs appear with the first answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashRecovery</name>
    <message>
        <source>Recovered {count} runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>{run} (dimmed)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionView</name>
    <message>
        <source>class {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} about query {query}, a drawing of {letter} ({how})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} about query {query}, yours ({how})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Nothing of this run can be drawn here: its story has no curve of the same kind as this one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>About Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made with these libraries, which keep their own licences:
{libraries}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metascope {version}: a desktop laboratory for meta-learning. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close {name}; reopen it from the View menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float {name} outside the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {name} back into the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingCanvas</name>
    <message>
        <source>Arrow keys move the pen, Space lowers and lifts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing canvas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingPad</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the canvas; can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw again what was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a picture or a file of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the drawing on the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support of {letter} ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thick pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thin pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last stroke (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What networks see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the drawing becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of strokes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmbeddingMap</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support {number} of class {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedded pictures appear with the first meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the signs on the map are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmbeddingView</name>
    <message>
        <source>Layer of the embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose weights are drawn: those of pixels, a picture for each unit, or those between units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient {number}, of a loss of {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ and θ⁺ of {layer} after {read} gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ of {layer} before the first gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ, slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ⁺ after {read} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ⁺, fast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Enlarger</name>
    <message>
        <source>Enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpisodeAccuracy</name>
    <message>
        <source>each query by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transductive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mean} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mean} ± {half} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{variation} glyphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ways}-way {shots}-shot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpisodeAccuracyView</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy (hollow: published)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy ({how}; hollow: published)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on held-out episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on held-out episodes ({how})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on held-out episodes is measured every {steps} meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published {ways}-way {shots}-shot accuracies, none of them under the conditions of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chance, {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest on pixels, {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you: {right} of {asked} right, 95 % interval {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}
{value} in a re-run by others than its authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}
{value} in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, {source}
{ways}-way {shots}-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, {source}
{ways}-way {shots}-shot, queries normalized together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpisodeTable</name>
    <message>
        <source>Queries with their classes, and what each method takes them for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries with their classes; answers: filled if right, struck out if wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries; answers: a square if right, a line if wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {number}, of class {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {number}: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support {number}: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The episode appears with the first meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {letter} ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: {letter} with {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: {letter} with {share}, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: {letter} with {share}, wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: {share} for {told}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpisodeView</name>
    <message>
        <source>All heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode at t = {t}: class {letter}, instance {instance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode before the first image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode {number}, as you have changed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode {number}: its queries are hidden during the quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images whose labels were given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point to the image whose label was given when the row was written: the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all supports and queries back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading head of the episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading head shown, or the mean of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class · label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disturbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label at t {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = {t}: {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = {t}: {name}, instance {instance} of class {letter} (label {label})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with label {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{episode} ({told})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: {chosen} ({share})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share}% itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share}% of what is read, from t = {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share}% {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share}%: t {t}, {letter}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Equations</name>
    <message>
        <source>Answer y = σ(W′h), between 0 and 1; only the plain LSTM needs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate z: what could be written to the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget gate: how much of the memory is kept; a value below 1 is weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input gate: how much of z is written; in gradient descent, the learning rate η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input x: the gradient of the loss and the loss itself, at the current estimate of θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory after this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory before this step: the cell&apos;s long-term state, which changes slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output gate: how much of the memory is passed to the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output h = zᵒ · tanh(c), which enters the gates of the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the previous step: the cell&apos;s short-term state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate is 1, so there is no weight decay; the input gate is a learned learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input gate is η: this is gradient descent, with nothing left to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory itself is θ: θ replaces c, and y is no longer needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The negative gradient is written to the memory; the gates are still learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plain LSTM: its estimate of θ is read from y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c = zᶠ · previous c + zⁱ · z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h = zᵒ · tanh({memory})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the forget gate is 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input gate is η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x is the gradient and the loss at θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = σ(W′ h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z = tanh(W [x, h])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z is the negative gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zᵒ = σ(Wᵒ [x, h])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zᶠ = σ(Wᶠ [x, h])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zⁱ = σ(Wⁱ [x, h])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ = previous θ − zⁱ · ∇l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ = previous θ − η · ∇l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ = zᶠ · previous θ + zⁱ · (−∇l)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ = zᶠ · previous θ + zⁱ · z</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy message and details to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it happened, for a bug report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Estimators</name>
    <message>
        <source>DiCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimates appear with the first meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surrogate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>angle to exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error / exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimates averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{estimator}: bias</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EstimatorsView</name>
    <message>
        <source>angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{draws} estimates each at meta-step {step}; truth: mean of exact ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{draws} estimates each, from meta-step {step}; bias by counting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FanItem</name>
    <message>
        <source>, task {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}{where}, inner step {tick}: {x}, {y}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldItem</name>
    <message>
        <source>{label} at ({x}, {y}): ({dx}, {dy})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source> mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check at least one view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the views to show; drag them, or press Alt and an arrow key, to change the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common page sizes, each with a suitable font size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the figure to the clipboard, as pixels and as SVG and PDF (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure copied to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First view large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font size of the axes; lines and marks scale with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend of methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters (a), (b)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters before the titles, for references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line in curves at the step that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of views side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One legend for all views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper, one column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper, two columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution of a PNG; SVG and PDF are vector graphics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario, settings that differ from their defaults, seed and meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide, 16:9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first view takes half of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}; meta-step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {details}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Drop one scenario or lesson (.json), session (.metascope) or weights file (.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open the scenario or lesson {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open the session {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open the shared scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open the weights {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to watch the sweep {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a sweep&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture copied to the clipboard: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a view, or click in it, to copy its picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a scenario or lesson (.json), session (.metascope) or weights file (.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is still being written. File &gt; Follow… reads on as it grows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>All supported files ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>All stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search and all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F or /: search; Enter: open the first; arrow down: go to it; Esc: clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by title, text, story or method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only scenarios opened lately, the last one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only scenarios that a lesson opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only scenarios that need data of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 15 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count} scenarios</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilteredTable</name>
    <message>
        <source>Conditions joined by and, or; signs are &lt;, &lt;=, &gt;, &gt;=, = and !=. Columns: {columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the chosen runs: the first on the stage, others as its ghosts (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all:,} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown:,} of {all:,} runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderControl</name>
    <message>
        <source>File, such as a zip…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Follow</name>
    <message>
        <source>Another run in its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following: nothing new for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read on. Press Space to follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new in {name} for {time}. The program that writes it may have ended, or its run rests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new in {name} for {time}; before, there was something every {usual}. The program that writes it may have ended, or its run rests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in {name} has ended at meta-step {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in {name} has ended at meta-step {step}. Open it to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in {name} has ended, so it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in {name} stopped at meta-step {step}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read on: {reason}. It is read on if that is mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds another run now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is followed as soon as there is a run in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is gone. It is followed again as soon as it is back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForgettingView</name>
    <message>
        <source>Fine-tuning appears with the first frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting: rate {rate}, best on validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting: rate {rate}, {steps} updates, best on validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting: {steps} updates, best on validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fine-tuning forgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbours, base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new among all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new among new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new among new, validation classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new/all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new/new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best on {label}, {value} right, after {x} updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update; base classes, mean of episodes: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formula</name>
    <message>
        <source>ANIL: only the head&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM cell:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below the last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine-tuning:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient descent:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kNN: most of the</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pre-training:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FreezingView</name>
    <message>
        <source>Accuracy with layers frozen ({how})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frozen up to; {episodes} held-out episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, only the head frozen: {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunctionView</name>
    <message>
        <source>Adapting to a few points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a point in the widest gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged: {methods}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to the points of a held-out wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crest of the wave: phase + π/2, amplitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point {number}; Delete or right click: remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thin: before adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} before adaptation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Clear the search and all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured once here: what takes 10 s where these times were measured takes about {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preview: open it and choose your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scenario has “{query}” in its title, text, story or methods, with these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scenario passes these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are those of another computer: how fast this one is has not been measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about a second on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {seconds:g} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {seconds:g} s on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level} · {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low:g} to {high:g} min on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low:g} to {high:g} s on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}; needs data of yours: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}; {count} runs side by side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>0 and negative numbers have no place on a logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps: undefined or infinite there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: undefined or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: undefined or infinite after {place}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GateMapView</name>
    <message>
        <source>By coordinate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded at this meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity shown in the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity shown; the input gate on a logarithmic scale from 0.0001 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget gate zᶠ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input gate zⁱ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update θₜ − θₜ₋₁</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GateView</name>
    <message>
        <source>Not recorded at this meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gate}, curve {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GatesView</name>
    <message>
        <source>All coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the lower axis at the input gate&apos;s maximum instead of 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates against updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group of parameters whose gates are averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM&apos;s output z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output (both gates 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity of the lower plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD: 1 − ηλ = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD: η = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom input gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom the input gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget gate zᶠ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input gate zⁱ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {gate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean, 10–90 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoomed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−gradient</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralizationView</name>
    <message>
        <source>Longer sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer sequences are tested every {steps} meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size no. {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong bits (%)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ghosts</name>
    <message>
        <source>dimmed: {runs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} ({differences})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GhostsItem</name>
    <message>
        <source>{run} · {reading}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GlyphsView</name>
    <message>
        <source>Class {letter}, unseen; answer after update {t}: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {letter}: a drawing that the updates see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseen drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseen drawings after update {t}: {right} of {all} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unseen drawings; filled: right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} unseen drawings; filled: right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} {share}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Grips</name>
    <message>
        <source>optimum of task {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: start φ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>{label}: {x}, {y} (drag)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <source>Move to class {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>See it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatMapItem</name>
    <message>
        <source>{quantity} = {value}: {row}, update {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatView</name>
    <message>
        <source>Not recorded at this meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lost} of {all} numbers are undefined or infinite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Idea</name>
    <message>
        <source>(k + 1) ∇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(k + 1) ∇ + k H·v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(k + 1) ∇, of pulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(k + 1) ∇, of walks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 pass back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ∇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ∇ a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ∇ an episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A baseline in many papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few: k steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A generator that makes further examples from one, so that the comparison gets better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gradient for each example, then one pass back through what was made of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gradient of the learner at each time step; then one pass back through time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gradient of the learner at each update, none of second order; then one pass back through all updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network decides at each moment what happens next: what is kept, followed, tried or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy from which one policy-gradient step on a few walks finds the goal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy that also learns what to try, as the influence of a start on what it sees is not left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program: a controller that says where to write to a memory, what, and where to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recurrent policy that adapts by what it sees of its own actions and rewards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule that turns data of one world into those of another, so that plenty of simulated ones count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A space in which attention on the examples says which class a query has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A space in which the mean of its examples stands for a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start for the family: the mean over tasks that were never trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start from which one or a few gradient steps solve a new task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start of which the last layer alone adapts: all layers below are shared by all tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start that is best for all tasks now, before any adaptation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start that moves to where adaptation has led, task after task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start, and for each weight how far and in which direction a step changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ANIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All at once or one after the other, alike or by priority, with data that they share or not; and measured on all of them, or on one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All boxes at once: one network reads the training data and answers. What it has learned from them lives in its state, and no gradient is needed for a new task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All in the state of one recurrent network: what is learned has no place of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Andrychowicz and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arranged by what a new task costs at test. Below each name: what meta-training takes for one task, in gradients ∇ and products with second derivatives H·v.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As MAML for policies; how much noise the gradient has differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As MAML, but gradients of adaptation and second derivatives are of the last layer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As MAML; twice as many numbers are learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many as it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many as there are steps of adaptation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below: shared layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside: told the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both: one LSTM integrates the gradients so far, a gated cell decides how much of that to take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By what it costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cubuk and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data enough to train by themselves; what is learned before makes it faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data processing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duan and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-MAML and DiCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every task is drawn as likely as any other, as all scenarios here draw them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every task is trained by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features, and a second network that compares them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features, and how much a difference in each of them tells: are two pictures of the same class?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finn, Abbeel and Levine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each task k gradients to adapt and one where that ended; no second derivatives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each task k gradients to adapt, one where that ended, and k products with the second derivatives on the way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each task the k gradients of adaptation and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each task walks and a policy gradient per step, then walks of the adapted policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From experience or to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the real to the simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full context embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates and an LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent as a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients are read as information, not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graves, Wayne and Danihelka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-made rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hochreiter and Schmidhuber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a new example is compared with those that are known. The space in which that is done is learned, and sometimes the comparison too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How examples are prepared and multiplied before anything is learned from them. It can be learned: a generator imagines further examples of what it has seen once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far a step goes. It can be learned: one rate for each weight, or another one at every update, by the input gate of an LSTM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each example counts, by what helps on clean data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each example counts. People count all alike; with attention a network decides it anew for every query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How tasks come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imagined examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one space, what belongs together has to lie together, whatever the task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In parallel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In rules and programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the control function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order of the papers. A method has the year of the paper whose equations this program follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incremental: a task is left for the next. Reptile&apos;s start follows; a classifier that learns on forgets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner representation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Koch, Zemel and Salakhutdinov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM meta-learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM without memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels are drawn anew: only memory or weights of this episode can know them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larochelle, Erhan and Bengio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned example weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning from experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning from experience finds one function in all data. Learning to learn finds what turns a task&apos;s few data into a function of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lee&apos;s lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Li, Zhou, Chen and Li</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML for policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML&apos;s start by a short cut: the gradient where adaptation ended is taken as if it were that of the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML&apos;s start without going back through the steps of adaptation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MANN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many tasks at every meta-step, their gradients averaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many; the lecture&apos;s counterpart to MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on a given one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on all tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mishra and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Munkhdalai and Yu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N-way K-shot: N classes that are new, K examples of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neural Turing Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nichol, Achiam and Schulman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No example: a description has to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meta-training; for a task as many gradients as it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meta-training; the classifier takes one gradient of each batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing for new tasks: a classifier of all old classes gives the space, the examples are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing for new tasks: all weights of a classifier are trained on, and what they knew is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has to be found out: it is told which task it is. The bound for all others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is learned for new tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: SGD, momentum, RMSprop and Adam were written down by people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: each task begins at a start drawn at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N·K ∇ + 1 pass back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One for each example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One gradient for each task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One gradient of each batch of pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One gradient of each batch of tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One gradient of each episode, back through the LSTMs that read the examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One gradient of each episode, through the generator too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One gradient of each episode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One look is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One network of convolutions in time and attention that reads all examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pass back through each episode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pass back through each sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other inputs, same answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piecewise: a task&apos;s function is put together from basis functions. Here, attention mixes weights that single examples have made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy gradients, back through all walks on a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prototypical Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RL²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raghu and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rajeswaran and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ravi and Larochelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ravi and Larochelle, as Lee tells it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recursive the other way: inputs that say which task it is, below layers for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recursive: g of h, where h, the low layers, is the same for all tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ren and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SNAIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same inputs, other answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Santoro and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siamese network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope and gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snell, Swersky and Zemel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some examples, points or walks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stadie and others; Foerster and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by step from an LSTM to gradient descent: which of its parts are fixed, and which are still learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sung and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks have something in common, which narrows down where the function of a new one can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks that resemble the new one count more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples are read; nothing is differentiated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers of a network and how they are connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The point from which the search begins, for any learner that follows gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule stays, the data change: a program that is learned once for all sequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start, and at each update how much of a weight is kept and how far its gradient is followed: the gates of an LSTM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update rule: an LSTM reads each gradient and says what to add to each weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To see each example in the light of the others before it is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To tell classes of which there is a description and no example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To write what is seen once to rows that are used least, and to find it by its content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two networks that turn the gradients of the examples into weights for this task alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vinyals and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wang and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done with a gradient. People write the rule down; it can be learned by a network that reads each gradient and says what to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done with data is itself learned: a rule for updates, a program for a memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept from one step to the next, where it is written and how it is found again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of a function&apos;s slope: the gradient at the start has to lead to where the task is solved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of one class is carried over to another: how its examples vary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shared by all tasks, and what belongs to one, divides a learner in different places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What learning to learn could reach at best: nothing has to be found out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where learning begins. People draw it at random; a learned start lies where a few steps lead to every task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where meta-parameters are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which changes of pictures make good further examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which data are collected: what a policy tries before it knows what is good. It can be learned, as what is tried decides what adaptation finds out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers there are and how they are connected. People choose them, in this program too: compare this start, for blocks of convolution, with the one for layers of units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which values of the weights are tried first: a learned rule goes another way than a hand-made one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your task alone counts: draw it, and see what a start makes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero-data learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoph and Le</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iMAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k ∇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k ∇ + 1 pass back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no meta-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = f(x, D; Θ): with more tasks, less data D of a new one are enough. The loss is summed over tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = f(x; Θ): more data of the same kind, a better function. A new task begins again, or overwrites.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdeasPage</name>
    <message>
        <source>A dashed frame: named only, not in this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A double click, or Ctrl+Enter, opens its first scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A learning algorithm turns training data into a network. What stands in the red boxes is designed by people. Meta-learning learns it: click a box, and the methods that do so light up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new task costs a gradient for each example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new task costs a gradient for each step of adaptation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new task costs as many gradients as it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new task costs no gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange: {way}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrangement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a card to read what the method learns, what it costs and where to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted in “{title}”, with {tasks} tasks and k = {k}: {gradients} gradients and {products} products with second derivatives per update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a method, a scenario, an author or a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the cards are arranged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In “{title}”, trained to meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its boxes in the lecture&apos;s picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of ideas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-training: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods here that learn it: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods that learn it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named only: not in this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No method here learns it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No method matches what you look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No single paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lecture&apos;s picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it learns: {learns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people design in a learning algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} et al.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count} methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {says}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImaginedItem</name>
    <message>
        <source>{method}: imagined example of class {letter}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InnerClock</name>
    <message>
        <source>Inner step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner step shown, and the last inner step of this meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps per second in slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method whose inner steps are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace of the inner clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow motion: play the inner clock, meta-step after meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the inner clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step {step} of {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step {tick} / {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pace} inner steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pace}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tick} / {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobProgress</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel and delete the partial file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes}:{seconds:02d} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KernelPreparation</name>
    <message>
        <source>Preparing fast kernels: {place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numba, which compiles them, is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process that compiles them cannot be started: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process that compiles them ended early, with status {status}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyItem</name>
    <message>
        <source>border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imagined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likeness: width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Knobs</name>
    <message>
        <source>Interpolation gate g: 1 addresses by content, 0 continues from the previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key strength β: how much the most similar row stands out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all sliders to the head&apos;s own parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the head&apos;s parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpness γ: how much the weighting is sharpened after the shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift s: by −1, 0 or +1 location, or split between two of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaboratoryCurves</name>
    <message>
        <source>Laboratory: loss against updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row of the laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row of the laboratory shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row of the laboratory has not been measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaboratoryTable</name>
    <message>
        <source>Generalization laboratory: mean log₁₀ loss after the last update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the problems differ from those of meta-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurements of the best optimizer so far on other problems appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off. Turn on the setting “Generalization laboratory” to measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank of the learned optimizer among all five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged on {n} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tuned to η = {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LandscapesScene</name>
    <message>
        <source>Adaptation to a task: k gradient steps from the start phi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation of a method&apos;s direction from the exact meta-gradient, both at MAML&apos;s start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a filled mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML takes the gradient at the adapted theta; Reptile moves phi towards the mean adapted theta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-order error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-order error shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hover, click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss after k steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML minimizes the summed loss after adaptation; pre-training minimizes the summed loss at phi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the optimum of this task, with its whole surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the start φ of all methods; with Shift, only this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio of norms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a mark and move it; Shift: larger steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the value of a mark; pin it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab and arrow keys in a plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves have gaps where the exact meta-gradient has no direction to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a good start lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all tasks, sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio of norms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unseen tasks, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{now} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, one draw each</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastLook</name>
    <message>
        <source>{method} {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersView</name>
    <message>
        <source>How far the layers move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved: ‖θⱼ − θ₀‖ / ‖θ₀‖ of weights and biases; turned: angle between θⱼ and θ₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out waves, after all inner steps: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines: means of {episodes} held-out episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearningView</name>
    <message>
        <source>Against the episodes trained on, of which a meta-step has {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count training episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training episodes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>(−0.7) · (−0.7) = 0.49 is positive again. The path ends on the side where it began, and the gradient there means the same as at φ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(−0.7) · (−0.7) = 0.49: two changes of sign make none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**MANN** (Santoro et al. 2016) has a memory matrix like a Neural Turing Machine. But it never walks from row to row: it **reads** by content alone. The rows most similar to its key count most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**Matching Networks** (Vinyals et al. 2016) keep every example. A query pays **attention** to each, by the cosine of the embeddings, and each example votes for its label with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**Nearest neighbours** keep the features of each example beside the network. A query has the class of the nearest one.

**Fine-tuning** gives the network five more outputs and takes {setting:finetuning_steps} gradient steps on the five examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**Pre-training** wants one policy that is as good as possible for all goals. **MAML** wants a start φ from which **one** policy-gradient step brings much. Both train on new goals at each update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**Prototypical Networks** (Snell et al. 2017) put a **prototype** c at the mean of a class&apos;s embedded examples. The nearer a query is to it, the more probable is the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.15</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.5 · 3.4 is 1.7, which is more than 1. So the factor is below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.5: half and half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.98¹⁰ is about 0.82. Close to 1 is not 1: the cell shrinks all parameters a little, as weight decay does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: forget, and start anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minus alpha times a, squared, is minus 0.7, squared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minus alpha times the curvature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − 0 · 1 = 1, and 0 · a = 0. And with w = 1 and e = 1 the old row is gone, and a stands there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,761, one for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: keep all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>98 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A **Neural Turing Machine** has a memory outside the network: a matrix with 24 rows. Here it sees eight vectors, one at each time step, then a sign, and has to say them again.

This small machine has learned that already. How does it find the right row, without being given a number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Neural Turing Machine finds a row of its memory in four steps: content, gate, shift, sharpening. Move their numbers, and tear out a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A again: nothing of the wrong label has stayed behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell that trains a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A circle around each prototype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A circle has equal distance from **one** prototype. On the border, the distances from **two** are equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class is a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A classifier knows 60 characters and meets five new ones. Fine-tuning learns them and loses the old ones; nearest neighbours keep both. Why that is, and what each of them stores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy to come back to, as in MAML, or old pictures mixed into the loss. To forget what is in the loss has a price, so it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curve that was trained for these classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A distance is a formula that somebody chose. **Relation Networks** (Sung et al. 2018) learn it: a second network g sees two embedded pictures, and says from 0 to 1 how well they belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fan: one beam to each goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few less: 5 of 65 classes are new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A forget gate below 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A forget gate near 1 keeps nearly everything. 0.98¹⁰ is about 0.82.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gate of 0.98 at ten updates: how much of a parameter is left that no gradient touches?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gate σ(α) decides where the head writes: near 1 to the rows that it has just read, near 0 to the least used row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A goal of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gradient becomes weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A great part of all that ten looks bring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A head does not choose one row. It has a **weighting** w: a number from 0 to 1 for each row, 1 in all. Writing erases with e, then adds a, and w says how much of that each row gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A head is to stay exactly where it was. What does the controller tell it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel is never exactly one number: each shift spreads a little weight over the neighbours. The last step takes a power γ and so makes large weights larger.

Press **Reset**, then move **γ** to its left end: 1, no sharpening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label says nothing about the character, only about this episode. So it must be remembered **within** the episode, without changing a weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A last trial: {setting:inner_steps} inner steps. Across the valley the factor is (−0.7)¹⁵, about −0.005: almost nothing, with the wrong sign. Along it, it is 0.925¹⁵, about 0.31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson is a text file that ends in `.json`. Write it in any text editor, save it as UTF-8, and drop it on the window (or File &gt; Open, or `metascope --lesson FILE`).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A loss falls where weights are changed. This cell&apos;s gates are the numbers 1 and η: it has no weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A memory of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network that fits one sine wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with 1,761 parameters is to learn a sine wave from ten points, in ten updates. An LSTM cell makes the updates: it sees the gradient and decides by two gates.

The gates are learned. What will they learn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with a memory sees a new character once, is told its label, and knows it the next time, without changing a weight: where it writes, and what it reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with a notebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A place that holds something else does not confuse the walk: the head goes by +1, whatever it reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point is rewarded for being near a goal that it cannot see. MAML learns a policy that is good for no goal, and one gradient step away from every goal: what makes such a start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point starts in the middle and takes up to {setting:horizon} small steps. After each one, its **reward** is minus the distance from a goal. The **policy** decides on each step, and sees only where the point is: never the goal.

The sum of all rewards is the **return**; 0 would be the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy that adapts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A query comes. Its key is compared with the five keys. The nearer a row&apos;s key, the more of this row goes into the query&apos;s own fast weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reward is a distance without a direction. The direction comes from comparing walks that went to different places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row has the weight w = 0, and e is 1. What happens to this row?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule for updates, and a start that suits it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small shift changes most of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A softmax with a lid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start that is worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step that asks for what is so already **is done as it begins**: nobody would do anything. After a step that looked back, say `&quot;look&quot;: {&quot;step&quot;: &quot;live&quot;, &quot;inner&quot;: &quot;last&quot;}`; ask to `reach` a later meta-step than the steps before; let a step before set another value. Going back a step undoes what was changed since it began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A straight line, half-way between both prototypes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A well-chosen number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 82 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About as large as η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above stand the examples, below the weights: each small picture in the row “fast φ⁺” shows the weights from all pixels to one unit of layer 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions are drawn from a normal distribution, with a mean and a standard deviation σ. For each goal {setting:test_paths} walks are collected, and their rewards noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam has {metric:adam.loss_10}, SGD {metric:sgd.loss_10}, the cell {metric:learned.loss_10}. In ten updates from an untrained start no rule made by hand gets far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam remembers earlier gradients and divides by their size. These gates are the same numbers at every update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After **one** step. The next shift spreads what is spread already. After eight steps less than a third would be on the right row (computed with this machine&apos;s own numbers).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After adaptation MAML&apos;s start loses {metric:maml.loss_after}, FOMAML&apos;s {metric:fomaml.loss_after}. The shortcut cost almost nothing.

The MAML paper reports the same for pictures: nearly the same accuracy, and a third less time to compute (Finn et al. 2017).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After one step, pre-training has {metric:pretraining.return_1}, MAML {metric:maml.return_1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against rules made by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahead: it can learn any measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cells but one can be trained. Each meta-step shows them new bowls and changes their weights so that the loss on the way gets smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All eight vectors are written, to rows 1 to 8: the coloured ones. Inner step 9 is the sign to answer.

Click one of these rows in the memory, then press **Erase**. Before you do: which answers will be wrong?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All labels are equally frequent. An answer by frequency would be right in one case of five.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parameters share its weights, as all share the rule of SGD. Each has its own gates, because each has its own gradient. So the cell can train networks of other sizes, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All walks would have the same rewards. Which action should become more likely then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always to the least used row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An **LSTM** cell has a memory c. At each time step it keeps a part of it and lets something new in: two **gates** decide how much.

Gradient descent has parameters θ. At each step it keeps them and adds a step. Compare the two lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An LSTM cell trains a network in ten updates. Its forget gate and its input gate are learned: they become weight decay and a learning rate that changes on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An example becomes a gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And a step again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And back again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And down again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And if nobody adapts?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And now the curves that count for somebody who will adapt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And undo it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And where should something new be written?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another label for an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another landscape, and a cell whose gates are fixed: zⁱ = η = {setting:eta} and zᶠ = 1 − η λ. On the right the update is written out with its numbers. Set the weight decay λ to 0.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any character is A as often as it is B, C, D or E. By this symmetry no training lifts slow weights alone above a guess among five.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many: they are not touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As much as each look that follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As published, there is no temperature: τ = 1. The program&apos;s embeddings have no negative numbers, so their cosines lie between 0 and 1. With a cosine of 1 for the right class and 0 for both others, the probability is 0.58. It can never be larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At meta-step {here} it is right in {here:relation.accuracy}, prototypes in {here:prototypes.accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At meta-step {here} pre-training stands at φ = {here:pretraining.phi} and MAML at {here:maml.phi}. Both had gone left, for different reasons. MAML stops where both paths still end well; pre-training goes on downhill, into B&apos;s poor valley.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At meta-step {here}: {here:relation.accuracy}, prototypes {here:prototypes.accuracy}. A fixed distance tells the embedding from the first step on what “near” means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At pre-training&apos;s start both losses are low together. But task B has **two** valleys, and this start lies in the poor one. Gradient descent only goes down, never over a hill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At this start the angle is only {metric:fomaml.angle_to_maml}°. But what happens when the flat direction is settled and only the steep part is left?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At tick 3 the step is taken, from the same start, for each goal by itself. At tick 4 new walks are collected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At time step 10 the machine has to say the first vector. The read head was at row 0 and is at row 1 now, where that vector lies. **Addressing** shows how it came there, from above to below, in four steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention instead of means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before adapting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the five came, {metric:neighbours.base_before} of the old ones were right, with the five in memory {metric:neighbours.base_after}. A new memory can only take answers that lie nearer to it than to any old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before training σ(α) was near 0.5 everywhere. Now it is near 0, and the diagonal is sharp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you train: where will MAML&apos;s start go now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a worse loss, if the end is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind: it has more to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the first and the second look lies one label that was told: **one** example. No weight has changed in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both factors are positive, so no part of the direction changes its sign. The angle between the two arrows is only {metric:fomaml.angle_to_maml}°.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both in the rewards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both in the start φ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both learn the five about equally well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both say how much of the new thing comes in: zⁱ of z, η of −∇l.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change two pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Classifier and nearest neighbours” among the methods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Matching Network” among the methods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Pre-training” among the methods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a row of the memory, then press Erase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click one of rows 1 to 8 of the memory (its number stands below), then press Erase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click one of rows 1 to 8 of the memory, press Swap…, then click another of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click one of the rows 1 to 8, press **Swap…**, then click another one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click one of the upper rows of the memory and press Erase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the fourth stage. One gate is left that a network decides: the input gate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Climb at once, as with one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Climb twice as fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Climb, away from both tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour would not help: the ink of two characters is equally black.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours show the advantages. By the formula, actions with A above 0 become more likely, those below 0 less likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come closer at first, then leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the first two points of its curve: {metric:mann.accuracy_1} and {metric:mann.accuracy_2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the two arrows, MAML&apos;s and FOMAML&apos;s. MAML has turned the steep part round; FOMAML has not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with “Untouched”: queries of **this** row&apos;s class lose their answer, most others keep theirs. One row knows one example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content finds row 11, the gate lets it through, then the shift moves it by +1. So a head can say: “the row **after** the one that looks like this”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content finds, the gate chooses between that and the old place, the shift moves, sharpening cleans up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content has found row 11. Where does the head go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content: the most similar row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it read one row?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a filled mark to φ = −1 or further left and let go. By keyboard: Tab into the picture, select a mark, then arrow keys with Shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag goal A to the left half of the plane (x below −0.2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag goal A, on the right, to the left half. MAML adapts to it anew while you drag, always with the same noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag it back to class A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the first support back to class A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the first support from column A to column B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the picture of an example in the plane to another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the support of class A on the table to class B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the support of class A to class B (by keys: arrow keys to the support, then B).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the support of class A to class B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings of one character now lie near each other, even of characters never trained on. **Learning to compare** is what is carried over to new tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each example adds its features. Fine-tuning keeps more, but its number of weights stays the same: the new goes into weights that the old uses, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each meta-step draws new sine waves, makes ten updates on each, and changes the cell a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each meta-step makes {setting:updates} updates, each on {setting:batch} new episodes. The three curves are: both kinds of weights, fast weights alone, slow weights alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each meta-step moves every method&apos;s start a little. Watch the two filled marks: the orange triangle of pre-training and the blue disc of MAML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each meta-step trains on new episodes of {setting:train_ways} other characters. The loss asks: did the queries come out nearest to their own class? Four methods learn beside each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each shift spreads what the last one has spread. After eight steps less than a third would be on the right row (computed with this machine&apos;s own numbers).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step goes from theta j against the gradient of the task&apos;s loss, by alpha; theta 0 is the start phi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each wave was used for ten updates and then thrown away. What stayed is what served all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equally good, differently useful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase a single row of the memory. Which answers should suffer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every meta-step is recorded. Go back and find the moment when the two starts were still together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody starts in the poor valley.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything right: it finds each vector by its content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly one of these is `do`:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example 1 has the label A. In the next step you will tell the network that it is a **B**. Nothing will be trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example 1 itself, stronger or weaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F and G are learned **update rules**, and the slow weights are what they build on. A rule written by hand would be θ − α∇l; here the rule itself was learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F, a small LSTM, reads one gradient after the other. At each of these ticks the fast weights θ⁺ of the embedding change: the caption says how large they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML had come down to {best:fomaml.loss_after} after adaptation, then it walked on, to {metric:fomaml.loss_after}. MAML is at {metric:maml.loss_after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML is back: its loss after adaptation is {metric:fomaml.loss_after}, MAML&apos;s {metric:maml.loss_after}. Nothing was repaired in FOMAML. Only the **sign** of the factor that it ignores has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML leaves out one factor for each inner step. It does no harm while the factor is near 1, and much harm where it is negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML leaves the second derivatives out of MAML&apos;s meta-gradient. Most of the time nobody notices; in a narrow valley it walks away from the tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML takes every inner step, with the same α as MAML. It leaves out something on the way **back**, when it asks how φ should move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML&apos;s direction **is** the gradient of the query loss. It is only taken at the adapted θ, and then used at φ as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fall like the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fifteen is odd. What will FOMAML do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fifteen steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find MAML&apos;s start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning began anew from the trained classifier and took all its steps. Neighbours changed one label in a list. Nobody answers A any more: it has no example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning is far better, so it is worth it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning takes {setting:finetuning_steps} steps, on five pictures, and none of them is of an old character. Before, {metric:finetuning.base_before} of the old ones are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning {metric:finetuning.accuracy}, neighbours {metric:neighbours.accuracy}. Whether one forgets was decided by **where** one stores, not by how well one learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning {metric:finetuning.accuracy}, neighbours {metric:neighbours.accuracy}: hardly any difference, and it was paid for with the old characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning: theta goes against the gradient of the loss on the support set, by alpha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First the base classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First, each row is compared with the **key** k: similarity K. Then β, the key strength, makes a weighting of it. A small β spreads it over all rows.

Move the slider **β** to its right end and look at wᶜ, then at w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: the memory is θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five characters that the network has never seen come one after the other, each ten times, in mixed order. At each picture it has to say a label from 1 to 5. Only **then** is it told the right one, together with the next picture.

Which character has which label is drawn anew for every episode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five new characters come with one example each. Which of them is A and which is E is drawn anew for every episode.

**Meta Networks** (Munkhdalai and Yu 2017) have **slow weights**, which training changes, and **fast weights**, which are made for one episode and are then forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For an answer, this is true. But training looks at the probability, not only at who wins: however well the embedding does, the loss stays large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For none: the network must be trained anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget gate, mean over parameters and updates: {metric:gates.forget_mean}. Input gate: from {first:gates.input_mean} to {metric:gates.input_mean}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four substitutions lead from the LSTM to gradient descent. The first: let the memory c **be** the parameters θ. Click the second stage of the chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four substitutions turn the LSTM cell into gradient descent. On the way: what the forget gate and the input gate are called by those who train networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourth: sharpening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourth: zⁱ is η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames mark the answers that have changed. With most rows it is none or a few of the 25 that follow: what it reads is a mixture of rows, and its LSTM remembers, too. Restore it, and try another row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the content weights to the gated ones, the shifted ones and the sharpened ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the same start, one path runs down curve A, another one down curve B. After {setting:inner_steps} steps both tasks together lose {first:maml.loss_after}; at the start they lose {first:maml.loss_now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From update to update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {metric:mann.accuracy_1} to {metric:mann.accuracy_2} by one look, and to {metric:mann.accuracy_10} by eight more. After 100,000 episodes with Omniglot the paper has 36 %, 83 % and 98 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an example another label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the step its length back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on reading while it trains. The picture **Accuracy** shows the share of right answers for first, second, … tenth looks, on characters never trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to inner step 11: G writes the first row of the memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to inner step 18, where the rows are mixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to inner step 4: new walks after one gradient step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on, and let the run measure it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to inner step 1 with Shift+full stop or by a click on the inner clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to inner step 3, where the gradient is used: press Shift+full stop three times, or click on the inner clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to inner step 6 with Shift+full stop or by a click on the inner clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the memory. Click a row that was written, then press **Erase**. Only the answers that follow can change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals lie anywhere around the middle. One policy, without learning: what is best for the mean return?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals that are not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good for that goal, and bad for all those on the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent can use what the gate has found. Set η to 0.9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent is an LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent keeps θ and adds a step. The name is misleading: a forget gate of 1 forgets nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent went from {first:descent.loss_mean} to {metric:descent.loss_mean}; the cell with a learned gate has {metric:kept.loss_mean}. Where one step size fits all bowls, a well-chosen number is enough. The gate found it by itself, and could choose another one at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient steps are one way, that of MAML. Here is another one, and it needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-knowledge does not help here: any character is A as often as it is B, C, D or E.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-way between both examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here is the cell with one free gate, at its first time step. Read its zⁱ, and compare it with η = {setting:eta}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here nobody learns to learn. A plain **classifier** learns 60 characters, all mixed: the **base classes**.

Then five new characters come, with **one** example each. They are on the table, and below them the queries to be answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the cell is untrained. Its gates are the same at every update: forget gate {first:gates.forget_mean}, input gate {first:gates.input_mean}. On the right below, one parameter&apos;s update is written out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a network answers about characters that it has never been trained on, without changing a weight: it compares. Prototypical, Matching and Relation Networks compare in three ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How does the loss at θ change when φ moves? The chain rule gives one **factor** for each inner step: 1 − α · curvature.

With α = {setting:inner_rate} it is 1 − 0.34 = 0.66 across the valley and almost 1 along it. FOMAML puts 1 in the place of both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large has the learned input gate become?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the old ones are right afterwards?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many such cells does one need for 1,761 parameters?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of this is the start, and how much is the step? Set α to 0: then the step is taken, but has no length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often can it be right at a first look?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to turn gradients into weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to use the memory: what to write, where, and how to find it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>However similar two pictures are, the loss cannot become small. Without τ {metric:cosine.accuracy} are right by now, with a learned τ {metric:matching.accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In **disturbed** two answers are exchanged, the others are right. Addressing by **place** reads what lies there; addressing by **content** would have found each vector wherever it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 20 % of the cases: a guess among five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 20 %: like a guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In `text`, `task`, `done`, `question`, `choices` and `told`:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a memory one deletes or relabels an entry. Out of weights nothing can be deleted by itself: one needs a copy from before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a text, a quotation mark is `\&quot;`, a backslash `\\`, and a line break `\n`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In about 46 %: a guess among the labels not yet seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In about half of the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In gradient descent the old θ comes into the new one with a certain factor. That is what the forget gate must be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the picture of the plane you can hold an example&apos;s embedding at another place. This does not train, it only asks: what if f had put it there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is forgetting worth it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can do better: it knows which labels have been given to other characters already, and does not guess those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can name as many as there are examples of, before training as well as after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can, but first it must. At meta-step {here} it is right in {here:relation.accuracy}, prototypes in {here:prototypes.accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could be. But Ravi and Larochelle (2017) found their forget gate near 1 at all updates, and the other one moving. See whether it comes like that here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could have. But the caption says “the least used row” at every time step, and the diagonal never turns back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not adapt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It follows the gradient, but how far, and from which start, it decides itself. Only the end counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It forgets the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gets a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has many. But what would they store? The same character has label 2 in this episode and label 4 in the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no goal in its start: before adapting it is as good or bad as pre-training. And the goals are new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no output for it. A, B and C are names of this episode alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has too few weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {metric:learned.loss_10}, SGD {metric:sgd.loss_10} and Adam {metric:adam.loss_10}. It is not all due to the gates: its **start** is learned too, and its rivals begin at an untrained one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is **negative**. What points to the left at θ means “go to the right” at φ. FOMAML, which has 1 in its place, cannot know that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is close to 1. Nobody told the cell so: it is what made the loss after training on many bowls smaller. A learning rate has been **learned**.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a matter of how many classes are new. Only {metric:finetuning.base_after} are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the mean of all of the class&apos;s examples, and there is one more now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the same at each update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It keeps the weights that it moved: very many, but always the same number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It makes the steps shorter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It pulls them towards 0 at each step: weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts large and shrinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts small and grows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays at row 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes about a minute. Start it, and go on reading while it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes about half a minute. Each meta-step trains on 160 new episodes. Beside it learns an LSTM **without** such a memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not trained on 20, either, and copies them. Count the rows: there are 24.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was so before training. Now its standard deviation over the updates is {metric:gates.input_std}: look at the curve, it rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be at a right angle to MAML&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would adapt faster, without noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would have to be trained on 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would pass many goals, but be far from the right one nearly all of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would, if it searched by content. But you have seen that wᶜ is spread out: this machine walks from row to row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its gates are the numbers 1 and η. The bowls on which all are tested stay the same as well, so its loss there is a flat line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its gradient does not vanish: (−0.7) · (−0.7) = 0.49 only makes the signs agree again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its gradient is not zero: the arrow is {metric:fomaml.norm_to_maml} times as long as MAML&apos;s. It will go, and far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its length, and a little of its angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its loss is measured **after** the step. So the start goes where the policy gradient of a goal turns the walks towards this goal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its outputs are the 60 old characters: none of them is one of the five.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its steps move **all** weights, and old characters are answered with the same weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON in four lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge the actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just like the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the old weights, or show old pictures again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known characters into their old row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels are drawn anew in every episode: there is nothing about them to be learned for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of many characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers are treated alike: one cell with the same weights is used for every parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn an embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn the comparison, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning on top of the old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lee&apos;s lecture has a picture for this. After the degree you can take the job that pays best **now**. Or you go on to a **PhD**: worse pay now, but more may become of you later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let both learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it learn the 60 base classes. Each meta-step makes {setting:updates} updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it train to meta-step 120.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it train to meta-step 600. Watch the input gate, the lower picture on the left: it is lower at first, then it grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the step be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer than it has learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the arrows in **Directions**, and go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the arrows: the angle is only {metric:fomaml.angle_to_maml}°, as the factors 0.66 and almost 1 are not far from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the curve: with each step more of the old is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the last strip once more: one row further. The shift comes **after** content, and moves what was found by +1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the lower left end of the curve: the first update has the smallest gate. Here the cell takes small steps first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the read weights, and at the caption: of what it reads, how much was written at one time step?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the read weights: several rows have some weight at each time step. The caption names the largest share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the second factor: of the negative gradient, {first:gates.input_mean} comes in at every update. That is a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the shapes in the row “fast φ⁺”, and compare them with example 1 above them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the strip **disturbed** below the outputs: one answer is wrong, that of your row, and the seven others are right. The vector was in this row and nowhere else: not in the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look back at a meta-step between 10 and 30: click there on the outer clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML accepts {metric:maml.loss_now} now, where pre-training has {metric:pretraining.loss_now}, and has {metric:maml.loss_after} in the end instead of {metric:pretraining.loss_after}. It minimizes what becomes of the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML ends at {metric:maml.loss_after}, pre-training at {metric:pretraining.loss_after}, although MAML&apos;s start itself is the worse one: {metric:maml.loss_now} against {metric:pretraining.loss_now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML ends at φ = {metric:maml.phi} and loses {metric:maml.loss_after} after adaptation, like pre-training with {metric:pretraining.loss_after}: around here no small change of the start changes where adaptation ends. Learning to learn is learning, too: it needs a start of its own, and restarts help it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML follows a gradient too, so it can get stuck as well: not on the tasks&apos; curves, but on the curve of its own objective.

Drag a filled mark to the left, into the poor valley: all four methods start again from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML has {metric:maml.loss_now}, pre-training {metric:pretraining.loss_now}. The loss now is what pre-training minimizes, and MAML never looks at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML looks for a start φ from which a few inner steps solve each task. **FOMAML**, first-order MAML, looks for the same start in a cheaper way: it leaves something out.

When does one notice? You will see it do no harm, then great harm, then no harm again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML stands at φ = {metric:maml.phi}, pre-training at φ = {metric:pretraining.phi}: the same place. MAML is a choice only for those who will adapt.

Reptile still stands at φ = {metric:reptile.phi}: without a step there is nowhere to follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML&apos;s gradient has to go back through all {setting:inner_steps} steps. **Reptile** does without: it adapts to the tasks, then moves the start a part of the way towards where it ended on average.

Here it stands at φ = {metric:reptile.phi} and loses {metric:reptile.loss_after} after adaptation. MAML loses {metric:maml.loss_after}, with a gradient that costs more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML&apos;s loss after adaptation went from {first:maml.loss_after} to {metric:maml.loss_after}, FOMAML&apos;s to {metric:fomaml.loss_after}. It followed a gradient at every meta-step, and climbed: it was the gradient of another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML: the product over the inner steps of 1 minus alpha times the curvature, times the gradient at theta k. FOMAML: the gradient at theta k alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it an A again, so that we can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it an A again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it an A again. Think about what has to be done in each of both ways to take back something wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the inner step: press Shift+full stop once, or click on 1 on the inner clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean loss: plain LSTM {metric:lstm.loss_mean}, c is θ {metric:memory.loss_mean}, z is −∇l {metric:gradient.loss_mean}, zᶠ is 1 {metric:kept.loss_mean}, gradient descent with η = {setting:eta}: {metric:descent.loss_mean}, as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean returns on held-out goals, **before** adapting: MAML {metric:maml.return_0}, pre-training {metric:pretraining.return_0}. At first, both had {first:maml.return_0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta Networks answer with weights that were made of five examples and live for one episode: how gradients become weights, where a label is kept, and why training the slow weights alone never helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-training changes the cell, and the start of the network, so that the loss **after** the tenth update gets smaller, on points that no update has seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-training is over. To learn a new label, the network only makes its fast weights anew, which takes one pass over five examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More pixels would not be nearer to the truth. Think of the same character, drawn a little to the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of its answers are wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move an example in the embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name it: it has learned very many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and texts stand between straight quotation marks, numbers, `true` and `false` without any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours add to a list beside the network. Not one weight of it moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours cannot learn them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours {metric:neighbours.accuracy}, fine-tuning {metric:finetuning.accuracy}. Good features and one example are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither way thinks about labels. Drag the example of class A to class B, and watch both answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither, as in SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never seen before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference: rewards tell the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No future, no PhD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more reading: what the cell keeps is the guess. Gates and the new value z are still made by a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No old picture takes part at all. This is the point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row is looked up: **all** rows are mixed, the right one the most. The picture “Overlay” lays the examples over each other by their attention. τ = {setting:temperature} is this program&apos;s choice, the paper has 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, it mixes several rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, it reads nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, something must be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody asked for forgetting. The formula shows everything that fine-tuning knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody asks how good the start is, only where ten updates lead: the same thought as in MAML. You will see it happen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has told it this character&apos;s label yet. It can only guess, but it knows which labels are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: it only forgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the loss ever asks for the old characters again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong with the tasks, nor with α: MAML manages. Now let everybody take **two** inner steps from where they are: over to the other wall, and back again. The factors are multiplied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was trained for these classes. The border follows from where the prototypes lie, by the formula alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing, without gradient steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: it comes back by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: it forgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: it has to follow the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: row 1 has most of the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: the largest probability still wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now both kinds of weights answer like slow weights alone. Everything that the network knows of these five characters was in the fast weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now look at **one** episode, tick by tick. First the embedding, the network that makes keys, looks at each example. Its mistake has a gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now look at nearest neighbours. The fine line in the picture is **their** accuracy on the old characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now take the fast weights of the base learner away: set their scale to 0. The answers that there would be otherwise stay beside them, as “Untouched”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now the cell can go in one direction only, down the gradient. But its gates still decide how **far**, and how much of the old θ stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now the inner step is five times as large: α = 0.5. Work out the factor across the valley, where the curvature is 3.4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now the loss after adaptation is the loss at the start: the two formulas say the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now the start itself is to be learned, and there are two different wishes.

**Pre-training** wants a start that is good **now**: it minimizes the tasks&apos; loss at φ.

**MAML** wants a start from which one gets far: it minimizes the loss **after** adaptation. It never asks how good φ itself is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now two rows will change places instead, and the erased one is whole again. Nothing is lost: every vector is in the memory, only elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now you will drag the example of class A, on the table, into class B. B then has two examples, A none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere: it is spread over all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of 30 vectors the machine gets {metric:ntm.wrong_percent_30} % wrong. Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old and new share **the same weights**, and the loss says nothing about the old ones. To make a new answer likely, it may make any old one unlikely, and nothing in the loss objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old pictures were given wrong labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On characters never trained on, Prototypical Networks are right in {metric:prototypes.accuracy}, Matching Networks in {metric:matching.accuracy}, Relation Networks in {metric:relation.accuracy}; pixels in {metric:pixels.accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On it, both distances are equal. Squared distances make it straight: a Prototypical Network is a **linear** classifier in its embedding, built from the examples at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more from the beginning, and one thing is different: the number k of inner steps. With k = 0 nobody takes a step from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One goal: in the adapted weights θ; all goals: in φ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One look is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more number is needed: how well do both do on the **new** characters, if one has to choose among these five?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number would be the same at each update. The learned input gate is not: its standard deviation over the updates is {metric:gates.input_std}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row, made of one example. Beside each row stands its **key**, the example&apos;s embedding. No slow weight has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One start, eight steps in eight directions. In the next step you can see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step from φ towards each task. The step is small (α = {setting:inner_rate}): both paths stay on their side of the valley.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step: Reptile is pre-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step: from {metric:maml.return_0} to {metric:maml.return_1} on held-out goals. Finn et al. (2017) report −40 and −12 after 100 meta-steps of theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One update, with its numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One, used for every parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only `text` must be there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only make each update better than the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only wrong bits from there on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order plays no role in a mean: both examples count alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the row that looks most like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over to the other wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past the goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phi moves by a fraction epsilon towards the mean of the adapted theta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phi plus i is what G makes of the gradient of the base learner&apos;s loss on support i.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phi plus is the sum of the rows, each times its attention, which is a softmax of tau times the cosines of the keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels are black or white here. So a unit&apos;s gradient is the picture times **one** number, and G, which treats all weights alike, makes the picture times another number of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play one time step: press Shift+full stop three times, or click on 3 on the inner clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the eight vectors: press Shift+full stop until inner step 8, or click there on the inner clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training ends at {metric:pretraining.loss_after}, MAML at {metric:maml.loss_after}: lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training has walked to φ = {metric:pretraining.phi}, MAML to φ = {metric:maml.phi}. They have parted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training has {metric:pretraining.loss_now}, MAML {metric:maml.loss_now}. No wonder: this is what pre-training minimizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training minimizes the summed loss at phi; MAML the summed loss after k steps from phi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training takes the start that is best now, MAML the one from which most becomes: the job and the PhD. What Reptile does instead, and when all of them are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training took what is best now ({metric:pretraining.loss_now}) and has {metric:pretraining.loss_after} in the end: it took the job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training&apos;s policy has about the same return before adapting. It takes **the same** step, on as many walks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press **Save this example and take it** below. The lesson starts at once. Then open the file that you saved in an editor, change a word, save, and look at the window. It uses most of what follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Put back” on the table: it undoes what you have moved. Or drag the support back to class A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put w = 0 in: 1 − 0 · 1 = 1. A row without weight is neither erased nor written, whatever e and a are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach MAML&apos;s start, only later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it under zⁱ: it is close to 1, several times η. Nobody told the cell so; in these bowls long steps pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it under zⁱ: it is close to 1. Nobody told the cell so; in these bowls long steps pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading by content gives every row a weight, and r is the **weighted sum**. The controller has to make the answer out of this mixture. An LSTM is in it, which remembers a little by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading has no such gate: it is always by content. σ(α) is about writing only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile&apos;s start lies where both of its paths end well: nobody asked it to look ahead, but its way was made of where adaptation leads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile: simply go where adaptation went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile: φ = {metric:reptile.phi}. Pre-training: φ = {metric:pretraining.phi}. The same to the last digit: only with **several** steps does Reptile learn something about the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewards come from the task. What they mean for the policy is a matter of the weights on which the step is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewards tell where the goal is only if walks **differ**: some come nearer, some do not. A start for adapting must **explore**.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rise, as the bowls get harder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row 1 still has most of the weight. What would happen without sharpening until the last vector?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row i of the memory becomes itself times 1 minus its weight times the erase vector, plus its weight times the add vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD with a small learning rate and a little weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD, Nesterov, RMSprop and Adam each have the best learning rate of a search. All are judged by the mean loss after ten updates, on sine waves and points not seen in training; behind the names stand medians.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same character, other place: hardly a pixel agrees. So pictures are first **embedded**: a network f turns each into a list of numbers, and those are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which example it is most similar to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios, settings, methods, views, metrics and actions have names. Under **Names** below they are listed for the scenario on the stage: open the one that your lesson is about, and train it for one meta-step, which brings the metrics. A metric is of the form `method.quantity`. A setting is listed with what it may be and what it is now, a metric with its newest value, as a lesson has them: 0.9 may be 90 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second: the gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second: what is new is −∇l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the number k of inner steps to 2. It is a live setting: the run goes on from where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the scale to 1 again, as in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set α to 0.1 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several times as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of right answers at the first, second and tenth look. MANN: {metric:mann.accuracy_1}, {metric:mann.accuracy_2}, {metric:mann.accuracy_10}. LSTM: {metric:lstm.accuracy_1}, {metric:lstm.accuracy_2}, {metric:lstm.accuracy_10}. Guessing gives 0.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of right answers on characters never trained on: both {metric:meta.accuracy}, slow alone {metric:slow.accuracy}. The nearest example by pixels gives {metric:pixels.accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpening does not move the largest bar, so neither does leaving it out. But look how much is beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpening keeps it narrow, as with 20. Count the rows: there are 24.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpening makes a bar narrower but leaves it where it is. Look which strip is lit up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpening: the power γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown drawings of base classes, the classifier gets a share of {metric:finetuning.base_before} right; 1 would be all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixty old, five new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size is not it: had it learned all 65 mixed, nothing would push the old ones out. Look at which pictures are in the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow weights alone, after very long training: how often will they be right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small steps first, long ones later; the standard deviation over the updates is {metric:gates.input_std}, where it was 0. Many people let a learning rate begin small, too, and call it **warm-up**. Nobody told the cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller than η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So Ravi and Larochelle (2017) found it: input gates that change, forget gates that stay near 1. See whether it comes like that here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So it would be from a start that was not made for adapting; you will see one. Go and see MAML&apos;s walks in the next step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something of the five examples must be stored somewhere: either in a **memory** beside the network, or in its **weights**. This lesson compares both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the meta-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay near the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step through the episode and read the caption: where does head 1 write, and what is σ(α) then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step through the episode with Shift+full stop to at least inner step 8, or click there on the inner clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step through the inner clock with Shift+full stop to its end: example by example, then the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still for A: they look the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to row 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight lines that end at the goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a row away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take its advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take more gradient steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one row away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task A and task B are bowls: steep in one direction (curvature 3.4), almost flat in the other (0.15). All methods begin at one start φ.

The inner clock shows what FOMAML does in one meta-step: inner steps, the query loss, its gradient, then the update of φ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task A and task B have **one** parameter each, so that you can see all of their losses: two curves, and lower is better.

Whoever meets a task begins at a **start** φ and takes {setting:inner_steps} gradient steps. The filled marks are the starts of four methods: all of them begin at φ = {first:maml.phi}.

This lesson asks one question: where should the start lie?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach them something wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tear out a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That helped here, since the curvature is the same everywhere in a bowl. On a real path each step has a factor of its own, and nobody counts signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is **least recently used access**: each row has a usage that grows when it is read or written, and decays. The least used row is erased and written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is MAML&apos;s objective. What the start itself loses does not matter to whoever will take the 20 steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is after **one** update. 0.98 · 0.98 · … ten times is about 0.82.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is pre-training. It is right only if nobody adapts, as you have seen with k = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is the input gate&apos;s work: it multiplies −∇l. The forget gate multiplies the old θ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is the shift by +1, its own one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is α · curvature. Take it from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was so while g was small. With g = 1 the old place does not count any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was wᶜ with the small β. Look at the last strip, w: it is one bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That would be one way. But a worse loss on the way costs nothing here, if the end is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That would write over what is known of a similar character. It can be useful to update a row, and MANN can do that, too; but something **new** needs a place of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The **base learner** is the network that answers. It is wrong on each example, too. A second network, **G**, turns the gradient on example i into a **row** of fast weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The **mean** of two points. And with no example, A has no prototype: nobody can be taken for A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PhD and the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The angle between the two is {metric:fomaml.angle_to_maml}°, nearly the opposite direction. More time does not help who walks the wrong way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The angle is {metric:fomaml.angle_to_maml}° now, as the flat direction counts most. When that is settled, only the steep one is left, and there FOMAML is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The angle is {metric:fomaml.angle_to_maml}°, and the arrow is {metric:fomaml.norm_to_maml} times as long as MAML&apos;s. The outer optimizer, Adam, hardly cares for the length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The angle is {metric:fomaml.angle_to_maml}°: almost exactly the opposite direction. See whether it comes like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attention to example i is a softmax of tau times the cosine of both embeddings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beam follows the goal. Nothing was trained: the same start took another step, because other rewards came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best single learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The borders follow at once, always half-way. Queries that came over a border are answered differently. “Put back” on the table undoes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bowls are drawn in the same way at each meta-step. And this cell cannot get better or worse: its gates are fixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell was trained on many sine waves. On a new one it is not trained any more: it only makes the ten updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The characters of the training episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The characters of this episode are others, and it labels them. What it learned serves characters that it has never seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The characters on the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classifier has one output for each base class. Can it name a new character as it is?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cloud is back: the start alone reaches no goal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content weight of row i is a softmax of beta times the similarity of the key and row i of the memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves beside the picture show the loss **now**, at the start, and the loss **after** {setting:inner_steps} steps. Look at the loss now first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dashed curve rises while the dotted one falls: here, what is gained on the new side is lost on the old one, update by update. The solid curve counts only answers among the five new characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedding has many dimensions, but all that matters lies in the plane through the three prototypes: the caption below the picture says “exact”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedding: where pictures come to lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The equations allow both: to write into rows that were read, or into fresh ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fan is there again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first look brings most: from {metric:mann.accuracy_1} to {metric:mann.accuracy_2}. All eight that follow bring it to {metric:mann.accuracy_10}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of five is a guess among 5, the next one among 4, the last one is certain. The mean of 1/5, 1/4, 1/3, 1/2 and 1 is 0.457.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate becomes 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate is 1 minus eta times lambda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate is {here:gates.forget_mean} now. Torch&apos;s SGD with this η and λ goes the same way: the largest difference is {here:learned.gap_to_sgd}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate is {metric:gates.forget_mean} on average. Its factor comes in at each of the ten updates, so the factors are multiplied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate to the power of 10 is the forget gate times itself, ten times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate zᶠ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The four steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gate g mixes what content has found with the place of the last time step. Its own value here is 0.118: mostly the old place.

Leave β at the right end, move **g** to its right end, too, and look at w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gated weights are g times the content weights, plus 1 minus g times the weights of the time step before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goal is still not seen, and actions are still drawn at random: only their mean has turned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient comes in through the input gate. The forget gate multiplies what was there before: the old θ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient was measured at the ends of the paths, on the far walls, and carried back to φ as it is. The arrow at φ shows where FOMAML goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient with respect to phi of the loss at theta 1 is 1 minus alpha times the curvature at phi, times the gradient at theta 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head would go to another row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner clock now walks through fine-tuning&apos;s updates, a few at each tick. The dotted curve is accuracy on **old** characters, the dashed one on the **new** ones, among all 65.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner clock takes one adaptation apart. At tick 1, each action of the walks for goal A gets an **advantage**: the reward to come, less what was to be expected there and then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner steps are the same, and so is the loss at their end. Only the way back from θ to φ is left out, and that is where second derivatives are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input gate is the learning rate. The forget gate, a little below 1, is a little weight decay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input gate of this update is among the smallest. Step on with Shift+full stop and watch it grow from update to update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input gate zⁱ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel s moves the whole weighting by −1, 0 or +1 rows. Press **Reset** beside the sliders. The old place, row 0, counts again.

Now move **s** to its left end: −1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label enters the loss, the loss has the gradient, G makes the row of it. The label lives **in the row**, and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels are different in each episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last substitution puts one fixed number η there. Click the last stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learned cell&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines from the query in question are its attention: the thicker, the more. With five examples per class, a Prototypical Network would compare with 3 means, a Matching Network with 15 examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss after 20 steps, over all tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss at the start, over all tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss has only the five new pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of the hardest task at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss stays large, and learning is slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of all examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory c and the guess θ are two different things here: θ is **read** from c by another layer. And the network is untrained, so the guess is poor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory has 24 rows, and they form a ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meta-loss counts only what the network loses after the **last** update. What it loses on the way does not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle is never far from any goal. The line “standing still” in “Returns” shows what this gives. To be better, it must **learn** which goal it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is too small for 65 classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest meta-step is {step}. Three ways to compare: a distance from means, attention to examples, a learned comparison. In all of them, a new class costs no gradient step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of classes it can name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old place only, not moved, kept narrow. The read head did this while the vectors came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The opposite: near 1 it writes right there. What is read counts as used, so with σ(α) near **0** it is protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other methods are dimmed. Pre-training&apos;s path on curve B ends in the left valley: both tasks together still lose {metric:pretraining.loss_after}, hardly less than the {metric:pretraining.loss_now} that it had without adapting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output gate zᵒ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path now ends where the pull of the gradient and the forget gate balance each other: not quite at the lowest point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture counts the numbers that are kept of the new task, if each class has more and more examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture shows both gates against the ten updates: mean, and a band in which 80 % of the parameters lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture stands at meta-step {here}. How does the learned comparison begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are not, but the weights are: only {metric:finetuning.base_after} are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are too much alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy does not see the goal, so its walks are alike for all of them: one cloud. They differ by chance alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy sees no goal at all, not even which one is near.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability of class n falls with the squared distance of the query&apos;s embedding from the class&apos;s mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prototypes of A, B and C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The read head walks from row to row and says what lies there. See whether it comes like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The read weight of row i is a softmax of beta times the similarity of the key and row i of the memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relation score of class n is what g makes of the embedded example and the embedded query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row was made anew, and the queries of class A are now taken for B. One example, one new row: this is how fast the network learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows form a ring: before row 0 comes row 23.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule: how much to keep, how far to go, and when. It is an LSTM cell, and it is still gradient descent, whose step size and weight decay are learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s numbers in texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same cloud, a little moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same thing twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same two tasks with α = {setting:inner_rate}. The inner step is so long that it crosses the valley and ends on the **opposite** wall.

Play FOMAML&apos;s inner clock: step, query loss, gradient, update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search by content finds row 11, but the next step does not let it through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second derivatives of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second strip, wᶜ, is spread over all rows: nothing was found by content here. Look which strip is lit up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second substitution takes the network for z away and puts the negative gradient there. Click the third stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shift s moved the place of the last time step by +1: from row 0 to row 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shift: one row further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shifted weight of row i is the sum over j of the gated weight of row j times the weight of the shift from j to i.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simplest measure compares pixel by pixel. The nearest example is right in {metric:pixels.accuracy} of such queries (1 is always, guessing gives 0.33).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start is a bad answer to every sine wave, worse than the untrained start of the rivals. It is good for something else: ten updates by **these** gates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start is not the answer, it is where the search begins. From it, gradient descent walks down **each** task&apos;s curve: this is **adaptation**, and the inner clock counts its steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start of the network was learned, too. Go back to the first inner step and read in the caption what the network loses there, before any update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start serves all goals alike. If it knew one of them, it would be worse for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steep part is nearly gone after 15 steps, so both gradients speak of the flat direction, where the signs agree: the angle is {metric:fomaml.angle_to_maml}° now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three prototypes are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two lower pictures show where the **write head** and the **read head** are at each time step: dark is a large weight. The write head has walked down, a row at a time. The read head has waited at row 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two vectors exchanged, all others right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update of one parameter is written out below, beside what plain gradient descent does. Look at the first update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight of row i is in proportion to its shifted weight to the power of gamma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight would spread further at each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weighting gets too blurred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are small, but they are 1 in all: every row has some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights learn what is common to all episodes, the memory holds what is special in this one: **learning to learn**, by memory instead of gradient steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The write head comes round to its first rows and writes over them before they are read. The procedure is right; the notebook is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The write weights are sigma of alpha times the last read weights, plus 1 minus sigma of alpha times the weights of the least used row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The write weights form a diagonal: a new row at each time step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then every factor is near 1. The MAML paper gives this as a likely reason why the shortcut works in networks with ReLU: they are almost linear nearby, and where a function is linear it has no curvature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then half of θ would be lost at each step, whatever the gradient says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then the cells would be larger than the network itself, and would fit this network only. Torch&apos;s SGD does not have a rule for each parameter either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then the knowledge of a character could be gathered in one row. Whether this network does so, you will see in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then the start would still be judged where nobody stays: what counts is where 20 steps lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then θ would be lost at each step, and only the last step would count. A **small** forget gate forgets much: the name is misleading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no wall at row 0. Look at the right end of the strips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two bowls have one minimum each, and FOMAML climbed out of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These were never trained on. What was learned must be of use for any five characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theta at t is 1 times theta before, plus eta times minus the gradient of the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theta at t is the forget gate times theta before, plus the input gate times minus the gradient of the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theta is phi plus alpha times the mean of the advantage of each action times the gradient of its log probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theta plus is what F makes of the gradients of the embedding&apos;s losses on T supports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They add five memories. The network that makes the features stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They all come from one and the same policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are computed from the examples, in any episode. Training has never seen these characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not: MAML ends at {metric:maml.loss_after}, pre-training at {metric:pretraining.loss_after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can be told apart. But the same character has label 2 in this episode and label 4 in the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They cannot: nobody has told the policy a goal yet. Look: they all stay near the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They do look the same, and their key stays near to row 1. But what does row 1 say now? It was made of a gradient, and the gradient knows the label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They follow the run. Where a step sets a setting, `{setting:…}` in its `text` changes with it. A metric is measured at each meta-step, or every few: after a setting was set, or something was dragged, it has its old value until the run has trained on. Let the next step ask to `reach` a meta-step, and tell the number there. Where there is no number yet, – stands in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They go to the nearest goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have no colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have seen thousands of characters, but never which one is called A **here**. The examples tell it, and slow weights do not change with the examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They lead to their goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may move: the cell sees gradient and loss, and has a memory of its own. Ravi and Larochelle (2017) found one gate moving, the input gate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think of a perfect memory: it never forgets a label that it has been told. A character comes for the first time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third: the forget gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third: the shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell plays a game: find the lowest point of a bowl in 8 time steps. It sees the gradient and the loss at its guess θ, and then guesses again.

A time step has three ticks: gates, memory, output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is gradient descent with η = {setting:eta}: an LSTM cell in which nothing is left to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is how the machine of the last lesson did it, by a shift. MANN has no shift: it looks for the row that was used least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine was trained on at most 8 vectors. Of 20 vectors it gets {metric:ntm.wrong_percent_20} % of the bits wrong; an LSTM without this memory {metric:lstm.wrong_percent_20} %, where guessing gives 50. It has not learned eight places but a **procedure**: write, one further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row was made of one example alone. The others get rows of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those of both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three characters that no network here was trained on have **one** example each: the supports A, B and C. Each query below is another drawing of one of them.

No weight may be changed. How can a network answer at all?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three starts: good **now** (pre-training), good **after k steps** (MAML), and a cheap way to the latter (Reptile).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To add something to what was just found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be where one step turns it far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To compare, one need not have met the character before. Only the **measure** of similarity has to be learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To protect what was just read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To read by content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To row 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To row 11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To row 12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the last row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the newer example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next row, one further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the row that content has found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the row that was used least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train from this start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on to meta-step 400.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to meta-step 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to meta-step 200. The curves show the mean loss over the 8 time steps, on bowls that no cell has been trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to meta-step 220.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to the end. Watch **First-order error**: the angle between FOMAML&apos;s direction and the exact one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train. Follow the blue disc of MAML and the light blue diamond of FOMAML on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn round and come down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two bowls now instead of the lecture&apos;s curves, and one inner step. One step away from φ is one plain gradient: Reptile goes where pre-training goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two kinds of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two lines that look alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two narrow valleys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two prototypes are left, and **no** weight has changed. To learn a class means to compute a mean. To forget it means to leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two speeds of learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two starts learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two tasks, one start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two things to minimize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two ways to learn five more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two, one for each layer of units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up the wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk down both curves: press Shift and the full stop together a few times, or click on the inner clock, until at least 8 inner steps are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk in large circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through the updates: press Shift and the full stop together a few times, or Shift+End for the last one. Read the caption on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk to one of the goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch it happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights are many, but their number does not grow with examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights changed in {step} meta-steps. The memory changed within an episode, and is empty again at the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights for a query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a person does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a start is good for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What about MAML? It fine-tunes as well, but from a **learned start**, and for each task it begins at that start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What could a trained network do with a new character?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did MAML learn that pre-training did not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did MANN gain by this one look?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did meta-training change, so that new characters are answered better than by pixels?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did meta-training learn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did the slow learning, of the weights, learn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do walks for different goals have in common?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you see in the fast weights of example 1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you think: what does FOMAML leave out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does a forget gate below 1 do to the parameters?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the learned input gate do in these ten updates?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the picture say? (Look at the intervals, too.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each of them stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fast weights look like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows from this lid?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has this network learned about writing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if σ were 0, so that all walks were the same?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is 1 − 0.5 · 3.4?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left is gradient descent whose learning rate is chosen **anew at each step**, by a network that sees gradient and loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the border between two classes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes pixels a bad measure?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may the cell do, then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must a person do who fine-tunes, and also needs the old classes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one look is worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the forget gate takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the gates learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the input gate learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the shortcut costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training does to each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learned slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will FOMAML do with two inner steps?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will FOMAML&apos;s direction get wrong here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will MAML&apos;s walks look like after one step?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will the loss of gradient descent, the last cell, do meanwhile?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will the machine answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will the queries that look like example 1 be taken for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What writing does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you take with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When can you expect FOMAML to do as well as MAML?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When each task has only one minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the number of inner steps is even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When would σ(α) near 1 be useful?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When α · curvature is small on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a good start lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does the head go from row 0, with a shift of −1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does the prototype of B go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is a label kept?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is the border?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is the knowledge of one goal, and where that of all goals?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the goals are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the knowledge is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where they parted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where will it go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which gate will be different from update to update, once it is trained?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which gate will move?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which label is the most frequent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the steps decided? It is lit up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the two chose the PhD?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of them changes what the network computes for old characters?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which optimizer is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part of the LSTM stands where the learning rate η stands?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which value must zᶠ have?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While a lesson of yours is open, the window **watches the file**: save it, and the step you are at shows what is new. Where something is wrong, the panel names step and field, and the last good version stays. A file with mistakes is watched from its first opening on, however it was opened: as soon as it is saved without any, the lesson begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it trains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it trains: a gate for writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is better afterwards?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is better now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose mean loss after ten updates is lower?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose memory grows with every further example?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose start has the lower loss after {setting:inner_steps} steps on each task?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose start has the lower loss now, before any adaptation?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why are the old characters lost?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why can the network not simply learn the labels into its weights?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it forgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it walks at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why pre-training gets stuck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With g = 1 the old place does not count at all: the head goes where content sends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With one example, the prototype **is** the embedded example. The dots are the queries, the colours show what each place is taken for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without fast weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without τ {metric:cosine.accuracy} are right: more than by pixels, {metric:pixels.accuracy}. It is not mostly wrong, it is unsure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing to memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, if it is good enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, the row of the right character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have seen a cloud and a fan, with one gradient step in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see MAML&apos;s walks before it adapts: {setting:shown_paths} for each of the eight goals, which are the marks around.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You train all methods from here. What will FOMAML&apos;s start do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will fine-tune a network for 20 steps on each new task. What should its start minimize?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`controls`: a list of what is shown besides the picture: `&quot;methods&quot;`, `&quot;formula&quot;`, `&quot;description&quot;`, `&quot;inner-clock&quot;`, `&quot;runs&quot;`, and the names of settings; `&quot;form&quot;` stands for every setting, and `[]` for nothing. Play and the outer clock are always there. Without it, everything is shown that the scenario shows. What `do` needs must be in it: the setting, `&quot;methods&quot;` to choose one, `&quot;inner-clock&quot;` to look at an inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`description`: one or two sentences, at most 500 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`do`: what the person does to go on, see below; without it, one reads and goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`done`: what is told once it is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`format`, `title` and `steps` must be there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`format`: 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`formula_says`: the formula in words, for those who hear the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`formula`: LaTeX; in JSON each backslash is doubled: `&quot;\\phi - \\alpha \\nabla l&quot;`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`highlight`: a list of what is lit; the rest is dimmed, and can be used all the same: `&quot;view:NAME&quot;`, `&quot;setting:NAME&quot;`, `&quot;method:NAME&quot;`, `&quot;action:NAME&quot;` (its button, or the menu that it is in), and `&quot;part:NAME&quot;` with `picture`, `methods`, `formula`, `description`, `settings`, `timeline`, `outer-clock` or `inner-clock`. Without it, nothing is dimmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`level`: &quot;first look&quot;, &quot;lecture&quot; or &quot;research&quot;; &quot;first look&quot; where it is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`look`: where the clocks stand and what is seen when the step begins: `{&quot;step&quot;: 20, &quot;inner&quot;: 3, &quot;method&quot;: &quot;maml&quot;, &quot;view&quot;: &quot;landscape&quot;, &quot;enlarge&quot;: true}`. `step` may be `&quot;live&quot;`, the newest meta-step, and `inner` may be `&quot;last&quot;`. `method` is the one whose inner steps are seen. The page with `view` comes forward; with `enlarge` it fills the stage, and is lit with what is highlighted. What is not named stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`minutes`: a whole number; 5 where it is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`name`: a short word, unique in the lesson: by it a person&apos;s place is kept while you edit, and mistakes are told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`open`: the scenario that comes on the stage: `{&quot;preset&quot;: &quot;two-tasks&quot;, &quot;settings&quot;: {&quot;inner_steps&quot;: 1}, &quot;step&quot;: 50, &quot;play&quot;: false}`. `settings` are those in which it differs from the gallery&apos;s; where some do not go together, the message says what each must be. It is trained to meta-step `step` first; with `&quot;play&quot;: true` it trains on. Later steps go on with it, until one opens another. A scenario of your own (File &gt; Save scenario) may lie beside the lesson: `{&quot;preset&quot;: &quot;mine.json&quot;}`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`order`: a whole number, its place among several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`steps`: 1 to 60 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`task`: what to do, in your words, at most 300 characters; without it, the program words it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`text`: paragraphs between empty lines (`\n\n` in JSON), terms in bold between `**`, and the run&apos;s numbers, see below; at most 3,000 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`title`: at most 100 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`title`: in large type above the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{&quot;answer&quot;: {&quot;question&quot;: &quot;…&quot;, &quot;choices&quot;: [&quot;A&quot;, &quot;B&quot;], &quot;right&quot;: 1, &quot;told&quot;: [&quot;to A&quot;, &quot;to B&quot;]}}`: answer; 2 to 9 choices; `right` counts from 0; `told` has a sentence for each choice. A wrong answer can be followed by another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{&quot;any&quot;: [{&quot;play&quot;: true}, {&quot;reach&quot;: 10}]}`: one of several, 2 to 6, without `continue` and `answer`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{&quot;change&quot;: {&quot;name&quot;: &quot;phi&quot;, &quot;where&quot;: [{&quot;at&quot;: [&quot;to&quot;, 0], &quot;at_most&quot;: -1.0}]}}`: a gesture in the picture. Under **Names** below, the gesture that you make last is shown as it is written here: copy it. There, `such_as` is the value of your gesture; it may stay as an example of what does. `where` says what a value must fulfil, any does without it: `at` leads to a part of the value by names and places, counted from 0 (here the first number of `to`), and that part must be `&quot;is&quot;` something, or lie within `&quot;at_least&quot;` and `&quot;at_most&quot;`. Write a `task` with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{&quot;choose&quot;: &quot;maml&quot;}`: choose a method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{&quot;continue&quot;: true}`: read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{&quot;look_at&quot;: {&quot;step&quot;: 10, &quot;inner&quot;: 0}}`: look back there; one of the two is enough; each a number, a stretch `{&quot;from&quot;: 5, &quot;to&quot;: 20}`, and for `inner` also `&quot;last&quot;`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{&quot;metric&quot;: {&quot;name&quot;: &quot;maml.loss_after&quot;, &quot;below&quot;: 0.1}}`: bring a metric `below` or `above` a number, or another metric&apos;s value. Write a `task` with it, for a person does not know the metric&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{&quot;name&quot;: value, …}` holds entries with names, `[value, …]` values in a row; a comma stands between two of them, none behind the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{&quot;play&quot;: true}`, `{&quot;pause&quot;: true}`: let the run train, or pause it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{&quot;reach&quot;: 50}`: train to meta-step 50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{&quot;set&quot;: {&quot;inner_steps&quot;: 1}}`: give a setting a value, or bounds: `{&quot;at_least&quot;: 2, &quot;at_most&quot;: 8}`. Where a setting needs a new run, the person is told to start it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{here:maml.loss_after}`: the value at the meta-step that is looked at; `{here}`: that meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{metric:maml.loss_after}`: the newest value; `{first:…}`: the first; `{best:…}`: the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{setting:inner_steps}`: a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{step}`: the newest meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a brace itself is written twice: `{{`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a is multiplied by w, too: 0 · a = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c at t is the forget gate times c before, plus the input gate times z; theta at t is theta before, plus eta times minus the gradient of the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c becomes theta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e to the 1, divided by e to the 1 plus twice e to the 0, is 0.58.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g = 0, s = 0, and γ above 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g = 1 and s = 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instead of `right`, `right_if` tells what is right from the run&apos;s own numbers, a condition for each choice: `[{&quot;metric&quot;: &quot;maml.loss_after&quot;, &quot;below&quot;: &quot;pretraining.loss_after&quot;}, {&quot;else&quot;: true}]`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wᶜ has found a row now. Where does the head go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wᶜ stands on row 11. But look at the last strip, w: the head goes to row 1, as before. Something between them does not let content through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z becomes minus the gradient of the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zᵒ is not in this line: it decides what leaves the cell. Look for the factor of what is **new**.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zᶠ = {here:gates.forget_mean} takes the same share of every parameter away at each step. A forget gate **is** weight decay, and an input gate **is** a learning rate: so both can be learned, which is the next lesson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zᶠ is 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zᶠ is the factor of the **old** memory. In gradient descent the old θ has a factor too, but it is 1, so nobody writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{metric:finetuning.base_after} are right, on average over several episodes. This is called **catastrophic forgetting**.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} meta-steps have changed slow weights, F and G. An episode&apos;s fast weights are made in one pass, and forgotten after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α = {setting:inner_rate} is the same for both, and so is the number of walks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β only makes the search by content sharp. With g = 1 the head would jump to the most similar row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β very large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ(α) stays near 0 at every time step. There are 64 rows for 50 pictures, so nothing ever needs to be overwritten: a fresh row each time is a safe rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>φ holds what goals have in common: how to explore, and how to be turned. θ holds what the rewards of one goal have told. The next goal begins at φ again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Matching Network” here has a τ that starts at {setting:temperature} and is learned. Compare training losses: these are in episodes of five classes, where without τ the loss cannot fall below 0.90.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Returns” shows both from step to step: they begin together and part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−0.7</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back a step (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the lesson&apos;s picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the lessons (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on (Enter or Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without doing this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson (Esc); your place is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson; your place is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson? It goes on at this step when you come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the scenario of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do: {task}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonRow</name>
    <message>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{facts} · done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{facts} · step {n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min · {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{way}: {title}, {facts}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>**Not quite.** {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**Right.** {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: click a choice, or press its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {method}: click its name above the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do in the picture what the text says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson finished: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at inner step {inner}: click there on the inner clock, or press Shift+, and Shift+.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at meta-step {step}, inner step {inner}: put the marks of both clocks there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at meta-step {step}: click there on the outer clock, or press , and .</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the last inner step: click there on the inner clock, or press Shift+End.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: **{title}**, {minutes}&#xa0;min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mistakes are left in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scenario, and its settings, methods, views and metrics are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the training: press Space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {title} to at least {low}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {title} to at most {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {title} to {low} … {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {title} to {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has not measured that yet: train it a little, then answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then press “Apply and restart”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one meta-step, and the metrics are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to meta-step {step}: Space trains and pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train until {metric} is above {than}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train until {metric} is below {than}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train: press Space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training to meta-step {step}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now `{value}`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>research</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} Or: {other}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonsDialog</name>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>Starts on the task losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all tasks, sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gain of adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss after adaptation Σ l(θₖ(φ))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss now Σ l(φ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marks and trails: without noise; paths above: one draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope {slope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>towards the adapted θ, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unseen tasks after adaptation, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unseen tasks now, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unseen tasks, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{after}, without noise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesItem</name>
    <message>
        <source>{label}: {value} at {x}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>A line that begins with metascope:// opens a scenario or a lesson with its settings, and no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the line here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Changed settings: {settings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link copied to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link copied to the clipboard. Not in it: {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the lesson {title} at step {step} of {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens: {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows inner step {inner}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version has no such step of a lesson: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version has no such step of a lesson: {name}. Its scenario was opened alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains to meta-step {step} and shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed settings of the runs beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lesson, which is a file on this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the lines shown to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum level of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program and its runs did, newest last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>debug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}  {level}  {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookingButtons</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the newest meta-step (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look back: stay at this meta-step while training goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop over the marked range of the recording, or over the whole run (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossesView</name>
    <message>
        <source>Held-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss against updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the held-out problems; the losses will appear by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median and quartiles over the held-out problems, or the one shown problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems whose losses are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on unseen examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen; marks: unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update t, one problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update t, {problems} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update t, {problems} problems, meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} η = {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: diverged and stopped at update {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: loss {loss} on unseen examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MannLearning</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on held-out episodes by instance, their mean cost, or the training cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy, instance {instance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves appear during training; held-out episodes are measured every {steps} meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out cost (nats)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training cost (nats)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, instance {instance}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MannScene</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MannWords</name>
    <message>
        <source>A head reads the rows of the memory with the weights of a softmax of beta K, where K is the cosine similarity of its key k and each row; the sharpness beta is 1 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A head writes to the rows that it read before, or to a least used row (where w^lu is 1), which is erased first; the gate sigma(alpha) chooses between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a name in a legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a row of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a time step of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click an image of the episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hover, click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the inner clock there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the inner clock to its time step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembering labels in a memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select it, to erase, overwrite or swap it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a value; pin it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage w^u decays by gamma and grows by the read and write weights; a head adds a_t to the rows that it writes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row} erased after t = {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row} overwritten after t = {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows {row} and {other} swapped after t = {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {steps} correct</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryRows</name>
    <message>
        <source>location {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryView</name>
    <message>
        <source>Click a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the selected row with random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the selected row with zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory after t = {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory before the first time step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the selected row with the one clicked next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the change of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row} with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{memory}, disturbed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;100 meta-steps, then pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Animation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back: close notice, show all views, leave presentation, clear range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Breakpoints…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Figure for a paper…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys and gestures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lessons…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Live: follow the newest meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Navigate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;One meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Speed on this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train / pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Web page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write a lesson…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;ranch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book&amp;mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as scrip&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop &amp;theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the main &amp;view, or show all views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First &amp;inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fo&amp;llow…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ast inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;oop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light / &amp;dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next me&amp;ta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open s&amp;weep…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open te&amp;xt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previo&amp;us inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous mark&amp;er</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous step of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;estart with the current settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen &amp;last runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save main &amp;picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save metrics as &amp;CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save metrics as &amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save sc&amp;enario…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save wei&amp;ghts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script copied to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set ran&amp;ge start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set range en&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this step of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with other &amp;seeds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>&quot;at_least&quot; must be at most &quot;at_most&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;from&quot; must be at most &quot;to&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 100 characters of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,028 characters of both official sets to train on, 423 to test on, turned ones as classes of their own in the test too; 60 ways in training, 28 pixels, 1,000 episodes, each query by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,100 characters of both official sets to train on, 423 to test on; each class of an episode turned at random, in the test too; 28 pixels, as many queries as shots, 600 episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,200 characters of both official sets to train on, 423 to test on; each episode turned as a whole, 28 pixels, one query of each class, 1,000 episodes ten times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,200 characters of both official sets to train on, the others to test on; 28 pixels, one inner step; starts trained with one shot, for 5 shots too; how queries were normalized is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,200 characters of both official sets to train on, the others to test on; turned by right angles, 28 pixels; how queries were normalized is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; error against the wave {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; error against the wave {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advantages: reward to go less what was expected there and then. Of the paths drawn on goal {letter} the best action has {best}, at time {when}, the worst {worst}, at time {late}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advantages: rewards less the baseline b = {baseline} sum to {first} on arm 1 and to {second} on arm 2; with b = 0 every pull that paid speaks for its arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last update: loss {loss}. Last meta-step: meta-loss {meta}, meta-gradient norm {norm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last update: loss {loss}. Plain SGD with the same η and λ stayed within {gap} of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last update: loss {loss}. The last meta-step taught it nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last update: loss {loss}; not meta-trained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last update: loss {loss}; {right} of {all} unseen drawings are classified correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After update {update} of {of} fine-tuning has diverged: a rate of {rate} is too large here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After update {update} of {of} the supports&apos; loss is {loss}; right: {new} of the queries among new classes, {every} among all, {base} of base pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {step} inner steps the adaptation is NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before adapting, {method}&apos;s loss on the {points} points is {loss}{against}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before adapting, {method}&apos;s loss on {supports} supports is {loss}; {right} of {asked} queries are right ({how}); {query}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first of {steps} updates {base} of base pictures are right; of the rates tried, {rate} was the best on validation classes: {share} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first picture; {right} of {steps} will be labelled correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first support there are slow weights alone: of {asked} answers {right} would be right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first support; {right} of {asked} answers will be right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first time step; the sequence will cost {bits} bits, with {wrong} of {asked} bits wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first update {base} of base pictures are right; a rate of {rate} and {steps} updates were the best on validation classes: {share} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first update {base} of base pictures are right; at a rate of {rate}, {steps} updates were the best on validation classes: {share} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect again, after {step} of {steps} inner steps: the mean return is {mean} ({before} before adapting), on goal {letter} {own}; {ended} of the paths end at their goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect again: {pulls}. Over all {outcomes} outcomes on each task, adapting takes the reward of a pull from {before} to {after}; this rises by {slope} per unit of φ, and {method} follows {expected} on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect: at φ = {phi} {method} pulls arm 2 with probability {likely}. On task {letter}, where the arms pay {first} and {second} of the time, its pulls are {pulls} (+ paid, – did not)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect: before adapting, {method} walks {paths} paths of at most {horizon} steps for each of {goals} goals, which it does not see; they return {mean} on average, on goal {letter} {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect: episode {number} of {steps} of a trial, {paths} trials on each of {goals} goals, which RL² does not see but remembers rewards of; the mean return is {mean}, on goal {letter} {own}; {ended} end at their goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every class has the examples that it has: only a method that imagines adds some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture is compared as it is: only a method with context reads on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact meta-gradient, back through {k} steps: {directions}; the query gradient was {query}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F has read {gradient} of {of} gradients: θ⁺ of layer 1 is {size} in size, {before} before; the slow θ beside it {slow}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast weights alone take query {query} for {letter} ({share}), but it is {true}; {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast weights alone take query {query} for {letter} ({share}), rightly; {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast weights alone take query {query} for {letter} ({share}); of the others {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First order: the query gradient itself: {directions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient at φ: {directions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent climbs: η × largest curvature = {product:.2f} &gt; 2. Use η below {limit:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient: a pull of arm 2 has the score 1 − π = {up}, one of arm 1 −π = {down}; ({second} · {up} + {first} · {down}) / {pulls} = {gradient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient: actions better than expected become more likely. On goal {letter} the policy gradient has the norm {slope}; a step of α = {rate} along it is {moved} long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient: on goal {letter} the policy gradient has the norm {slope}; the oracle does not follow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imagined example {number} of {of} lies {away} from its original, support {support} of class {letter}: the mean, now of {count}, moves by {by} in the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imagined examples {first} to {last} of {of}, one of each class, stream out of their originals and move the means by {least} to {most} in the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner step {step} of {steps} (rate {rate}): loss on {points} points {before} → {after}{against}; {moved}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner step {step} of {steps} (rate {rate}): loss on {supports} supports {before} → {loss}; {right} of {asked} queries are right ({how}); {query}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner step {step}: the adaptation became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner step {tick} of {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss at φ, without adaptation: {losses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured only: adaptation step {step} of {k}: {tasks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradient: what RL² has seen and done in the episode has moved its memory, by {moved} on goal {letter}; its weights stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training wave has a phase of {phase}: they go up to {most:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value for {methods}: a direction that is zero or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the votes about query {query} class {letter} has {score}, class {other} {less}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PySide6 {binding} crashes on Python below 3.12: pip install &quot;PySide6-Essentials&gt;=6.11.2,&lt;6.12&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PySide6-Essentials must be installed: pip install &quot;PySide6-Essentials&gt;=6.11.2,&lt;6.12&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt has no platform {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt needs system libraries: sudo apt install {packages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query loss at θ after {k} steps: {losses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {query} and support {support} of class {letter} are of one class with probability {same}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {query} and support {support} of class {letter}: cosine {cosine}, {weight} of the attention so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {query} attends to row {row} of class {letter} with {most}; if all were alike it would be {even}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {query} has the relation score {score} with class {letter}, then {less} with {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {query} is most probably the same as a support of {letter}, {score}, then of {other}, {less}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {query} is nearest to the mean of {letter}, at {score}, then to that of {other}, at {less}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {query} is taken for {letter} ({share}), but is {true}; {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {query} is taken for {letter} ({share}), rightly; {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {query}, yours, is taken for {letter} ({share}); of the others {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered, after episode {number}: on goal {letter} the mean first step turns from {before} to {after}; its standard deviation stays {old}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile uses no query loss; it would be: {losses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile&apos;s direction (φ − θ) / α: {directions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow and fast weights take query {query} for {letter} ({share}), but it is {true}; {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow and fast weights take query {query} for {letter} ({share}), rightly; {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow and fast weights take query {query} for {letter} ({share}); of the others {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow weights alone take query {query} for {letter} ({share}), but it is {true}; {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow weights alone take query {query} for {letter} ({share}), rightly; {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow weights alone take query {query} for {letter} ({share}); of the others {right} of {asked} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} of reading: query {query} reads {weight} from support {support} of class {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support step {step} of {k}: {tasks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support {support} is the first of class {letter}: the class&apos;s mean begins there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support {support} of class {letter} is at a distance of {distance} from query {query}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support {support} of class {letter} is at a distance of {distance} from query {query}: it votes so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support {support} of class {letter} moves the class&apos;s mean by {by} in the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support {support} was taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports {one} and {other} are of different classes: loss {loss}, largest gradient at ink {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports {one} and {other} are of one class: loss {loss}, largest gradient at ink {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {task}: α × largest curvature = {product:.2f} &gt; 2: each inner step ends farther from the minimum than it began ({methods}). Use α below {limit:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base learner has a loss of {loss} on support {row} of class {letter}; G turns its gradient into row {row} of M: in layer 1 its picture times {most} at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedding classifies support {support} of class {letter} with a loss of {loss}; the largest gradient of a weight of layer 1 at its ink is {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact meta-gradient is NaN or infinite: there is nothing to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact meta-gradient is almost zero ({length:.2g}): no direction to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact meta-gradient is zero: it has no direction to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of query {query} is nearest to that of row {near}, cosine {most}, and farthest from that of row {far}, {least}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learned optimizer starts on a held-out problem: loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maps of support {support} are added to those of class {letter}: {count} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oracle is given the wave that fits the points best: A = {amplitude}, φ = {phase}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oracle sees the goal and does not adapt: {paths} paths to each of {goals} goals return {mean} on average, to goal {letter} {own}; {ended} end there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The problem shown diverged at update {t} (loss above {limit:.0e}) and was stopped there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shown sequence has {count} vectors, more than the memory&apos;s {n} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supports of class {letter} have {score} of the attention of query {query}, those of {other} {less}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights would become NaN or infinite at meta-step {step}: {methods}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The φ⁺ of query {query} is made of {rows} rows with {most} to {least} of each: {size} in size in layer 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario has no compiled kernels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time step {t} of {steps}: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update {number}: on goal {letter} the mean first step turns from {before} to {after}, its standard deviation goes from {old} to {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update {t} of {updates}: mean forget gate {forget}, mean input gate {input}, loss {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update {t} of {updates}: {method} with learning rate {rate}, loss {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update: {method} moves φ by {step} to {next_phi}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update: φ = {phi} goes to θ = {theta} with α = {rate}; the probability of arm 2 goes from {old} to {new}, the expected reward on task {letter} from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a backslash within a text is written twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change must have a meta-step, a name and a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a combined optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma or a bracket is missing before, or a quotation mark within a text is not written \&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a condition is a column, a sign and a value, such as seed = 3, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a filter must be at most {most:,} characters long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line break within a text is written \n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of 1 to {most} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of 2 to 6 actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of at most {most} names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of keys and indices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of {count} conditions, one for each choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of {count} texts of at most {longest} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a machine with {n} x {m} memory, {heads} heads of each kind, a feed-forward controller of {units} units, {x} inputs, {y} outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a machine with {n} x {m} memory, {heads} heads of each kind, an LSTM of {units} units, {x} inputs, {y} outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a meta-step must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a meta-step, a whole number from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a meta-step, or &quot;live&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network of {units} units with {heads} heads of width {width} that write their keys, {x} inputs and {labels} labels, and an LSTM of {rival} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network of {units} units with {heads} heads of width {width}, {x} inputs and {labels} labels, and an LSTM of {rival} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number in it must be nan, inf or -inf, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part must hold arrays of fewer shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part must hold fewer arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of a session must have at most {limit} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of it must be a safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of it must be a safetensors file: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a positive number of meta-steps per second, or null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a positive number of seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sentence in it must be a text of at most {limit} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sentence in it must fit its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sentence in it must name its values, and be short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session file must have at most 4 GB and {limit} parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session has no part named {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a state must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a state must hold its arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table in it must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in it must be JSON: {problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tuple in it must be a list of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value in it must be of a known kind, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 0 to 10000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number must have at most {limit} digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number, {{from, to}}{or_last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a worker cannot do run {index}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a worker cannot do the runs of this sweep: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adapting to held-out episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adapting to held-out waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all bits right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already holds the results of a run ({names}): choose another folder with --out, or add --overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an additive optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an array must have at most {limit} axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an array must have at most {limit} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an array that frames share is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an incident must have a meta-step and a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an incident must have a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an inner step, or &quot;last&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an inner tick, a whole number from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another animation is being made; try again when it is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another recording writes this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another run is being written to this folder: choose another one with --out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another web page is being made; try again when it is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers of {networks} became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrays must be woven as Metascope does it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most 2000 characters of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {most} pictures can be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>build must return a Scene, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be built: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be changed: this story has nothing by that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be changed; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be combined with --scheduler, which has its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be combined with --{option}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be combined with a scenario or settings: the file has its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be combined with an axis of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be combined with {option}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be created: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be locked: the disk is full or the folder is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be locked: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be made: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be moved when new tasks are drawn at each meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be one of several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened here: this run is recorded by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read as a picture: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read as a zip file and may be truncated: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be replaced: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be typeset: {formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used with --headless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used with {option}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written: your preferences last until the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot change while running: it needs a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot continue from meta-step {step}: no checkpoint at or before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot return to meta-step {step}: there is no checkpoint before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters of both official sets, 28 pixels, 10,000 test episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters of both official sets, 28 pixels; the head alone adapts; how queries were normalized is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints must be at meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints must be in ascending order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose at least one view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compiled kernels need numba, which is not installed; choose reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could be {large} or {small}: type one of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuda needs a GPU and a torch built for CUDA; torch {version} finds none. Use cpu or auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decides nothing with these settings: leave out the seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not match: {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different meta-steps were measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing held-out episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing held-out sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop one scenario, lesson, session or weights file, or one sweep&apos;s folder, at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimates of the meta-gradient became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even one update on {tasks} goals with {paths} paths of {horizon} steps computes about {work:.2g} numbers, over the limit of {limit:.0e}; one on {goals} goals with {fewer} paths would fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even one update on {tasks} goals with {paths} paths of {horizon} steps, and {draws} draws of every estimator, compute about {work:.2g} numbers, over the limit of {limit:.0e}; one with at most {most} draws would fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine-tuning learns from pictures: their places cannot be moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine-tuning on held-out episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine-tuning&apos;s rate or steps are chosen on the same characters that all methods are judged on, which favours it: judge on the test characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>getting ready was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient descent, θ = {theta}: loss {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h = {h} goes into the next step&apos;s gates; loss {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h = {h}, y = {y}, read as θ = {theta}: loss {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no checkpoint of meta-step {step} any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no key {key}; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no such place for a number: {got}; known: {known} (a brace itself is doubled)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has several sets, {names}; name a file of the one you mean instead of the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the value {value} more than once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head 1 writes to the least used row, {row} (weight {weight})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head 1 writes to the rows it read (σ(α) {gate}), mostly row {row} ({weight})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds another run now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds weights, not a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds words: compare it by = or !=, not by {sign}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds {title} with other runs or settings: choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in context features may be negative, so that cosines are between -1 and 1: without temperature a probability is at most {cap:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance {instance} of class {letter} is labelled {chosen} ({share}), correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance {instance} of class {letter} is labelled {chosen} ({share}), wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a JSON file, not a session; is it a scenario?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a ZIP file, but not a complete session saved by Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a picture or a document, not a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a scenario that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is being filled by another process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is closed: nothing more can be recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in use by another instance of Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing; {there} needs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is needed for a scheduler at tls://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no column; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no column; there are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no column; there are {names} and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a complete safetensors file: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a key here; known: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a key of a moment{hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a key of a scenario beside another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a key of a scenario{hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a key of a sweep; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a lesson; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a scenario of Metascope, but a JSON file of another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a scenario of this version; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a scenario; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a session saved by Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a setting of this story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a setting of {scenario}; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a setting; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a size of this task; it has {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a valid window layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a weight of this story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an option; --help lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an option; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not as Metascope writes it: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not known: the line may be from a newer Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not there any more; it is looked for further on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of another version; the default layout is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is recorded by process {process}, of which this is a fork: make a Recording of its own here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is taken by another step: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there already: choose another name, or say overwrite=True</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is truncated: the gzip file has no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is truncated: the header must have {expected} bytes, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is truncated: {expected} bytes must follow the header, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it reads rows that were never written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it sees ∇l = {seen}, l = {loss}: z = {z}, zⁱ = {z_i}, zᶠ = {z_f}, zᵒ = {z_o}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its head must be UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its head must have at most {limit} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its logs must have at most {limit} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name must be that of its entry point, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts must be deflated or stored, and not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts must have at most {limit} bytes, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts must have the names of a session&apos;s parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its presets must be a package, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {part} must be {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps what could not be recovered, for another time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lacks parts of the run that cannot be read any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists and objects must be at most {limit} levels deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make {count:,} runs, more than {most:,}: if that is meant, confirm it with --yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matched bit for bit: {rows} rows of metrics, {checkpoints} checkpoints and {frames} frames, meta-steps {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean loss of all {count}: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of all {count}: {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of all {count}: {vector}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring on held-out episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring on longer sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-training cannot continue from meta-step {step}: {name} of the optimizer&apos;s weights would become NaN or infinite; the meta-gradient has norm {norm:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method must be one that takes part, such as {such}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 0 when neither gradient nor loss is seen: the LSTM would have no input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 for the two curves of the lecture, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to 100 characters of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to {most} characters of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to {most} coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to {most} goals, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to {most} tasks, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 10 to 1200, not {dpi}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 2 for the two curves of the lecture, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 2 for wells in a bowl, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be JSON: {reason} (line {line})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be JSON: {reason} (line {line}): {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a PNG, JPEG, BMP or WebP picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a Story, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a complete PNG or JPEG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a complete picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a condition such as &quot;maml.loss_after &lt; 0&quot;, &quot;in 500 steps&quot; or &quot;at 1000&quot;, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a curve (k,) over the inner steps, or several (k, n), not the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a file or folder itself, not a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a file, or a sweep&apos;s folder, which has {name} in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a file: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a finite number, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a folder or zip file of Omniglot, but does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a folder or zip file with a folder of pictures for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a folder with MNIST&apos;s idx files, but does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a folder with MNIST&apos;s idx files, or one of these; unpack an archive first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of 1 to {most} scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of absolute paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of names, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of {d} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list that is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a map (rows, columns), or one for each inner step, not the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a mapping from methods, {known}, to their paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a mapping from names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a meta-step after {now}, not {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a method of the story, not {method}; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a method of {scenario}, not {got}; known: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a metric &lt;subject&gt;.&lt;quantity&gt; of {scenario}, not {got}; subjects: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a metric &lt;subject&gt;.&lt;quantity&gt;, not {got}; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a name of 1 to 40 letters without a dot, and not begin with _ or a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number or the name of a metric, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number such as 0.05, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a picture, but is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a picture: PNG, JPEG, BMP or WebP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a point (d,) or inner steps (k, d), not the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a positive number of seconds, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a range within 1 to {limit}, not {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a run of this sweep, which has {count}, not number {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a scenario or a lesson (.json), a session (.metascope) or a weights file (.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a scenario that opens no others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a scenario&apos;s name, its file, or the scenario itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a session saved by Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a sweep of Metascope: an object with &quot;metascope_sweep&quot;: {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a sweep&apos;s folder, with {name} in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from 0 on, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from 0 to {last}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from 1 to {limit}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number such as 20, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a writable folder: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a year, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be above 0, or the loss has no minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be absent or the same as story ({story}), not {scene}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be absent: this scene has no pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be adam where the meta-gradient is exact, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an address such as tcp://10.0.0.1:8786 or tls://10.0.0.1:8786, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object of reasons by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object with a lesson&apos;s keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object with a scenario&apos;s keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object with the keys {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be another scenario than those before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least 1 when a network is trained on minibatches, not 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least 1 when an LSTM makes the update, not 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least 1, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least 2, so that one follows another, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least the {updates} updates when only the final loss counts, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least the {updates} updates when the start is learned, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least {ge}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least {heads}, one for each head to write to, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least {least} bytes, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least {least}, since an episode takes {ways} of the held-out quarter, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least {needed} for each class (for updates and test), not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least {needed}, the vectors to remember in the longest sequence, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most 1 / η = {most:.3g}, not {got:.3g}: otherwise the forget gate 1 − ηλ is negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most 10 for MNIST, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most 20 per class, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most the {all} examples of an episode, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most the {points} points of a wave, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {last}, not {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {le}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {limit} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most} points, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most} with {updates} updates, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most}, not {span}: one problem of {n} coordinates with {units} units in {layers} layers needs {work:.2g} numbers, over the limit of {limit:.0e}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most}, since a character has {drawings} drawings for shots and queries, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most}, the number of classes to train on, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most}, the number of classes, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most}, the pictures of a training episode, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most}, the supports of an episode, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {steps}, where the run ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {vectors}, the number of vectors, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be empty unless the family is quadratics, not {family}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be empty, or a folder of this sweep; it holds {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be erase, overwrite or swap, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be false when curvatures or optima are given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from 1 to 10, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from 1 to 20, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from 1 to 64, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from 1 to {largest}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from 1 to {most}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from 1 to {most}, the number of drawings per class, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from 2 to {most}, the number of classes, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be given once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be in black and white, grey or 8 bits for each colour, not in the mode {mode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be in this scene, which has no {wanted}; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be larger than the last one, {last}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be less than the upper end {high}, not {low}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be less than {tasks}, the number of held-out waves (counted from 0), not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be made of lists, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be made of rows of {length} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than the {context} bits of a context, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than {gt}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be name=value, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be named once: {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be numbers in rows of one length: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be of the form {known}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be of the story {story}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be off where the meta-gradient is exact: an episode&apos;s end is a jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be on where all other methods are off: one must take part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one number: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of the tasks {letters}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of {known}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of {names}, or null, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one that there is, not {got}; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be places (d,), or directions (d, {size}), not the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be real numbers of shape {shape}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be real numbers, not {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be square, {least} to {largest} pixels along an edge, not {width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be stored or deflated, as zip files usually are: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be text, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be the name of a view, at most 40 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be three different classes, or null, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true unless another method is: enable at least one method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true when an LSTM makes the update, which it bases on the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be weights of {wanted}, not of {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be weights saved by Metascope, but their metadata are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be weights saved by Metascope, but their metadata are not texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be whole numbers from 0 to {last}, places in a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be written by a sweep of Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {count} texts, one for each value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {expected}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {format}, not {got}: it is from a newer Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {low:g} to {high:g}, not {got:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {low} to {high} frames per second, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {low} to {high} pixels, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {low} to {high} units (1/96 inch) in both directions, not {width} x {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {name}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {needed} with the trained weights that come with the program, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {what}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must begin with the magic number {expected}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must compare with a finite number, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must end below {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must end in .png, .svg or .pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must end in .png, .svg, .pdf or .csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must end {expected} bytes after its header, but is longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must fulfil what &quot;where&quot; asks for, as {got} does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must give at most {most} pixels, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must give at most {most} pixels, not {pixels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must give {names} for each run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must go from a number above 0 to another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must go from a number to another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have &quot;at_least&quot;, &quot;at_most&quot; or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have &quot;step&quot;, &quot;inner&quot; or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have a folder for each class, with its pictures: PNG, JPEG, BMP or WebP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have a header of at most {limit} bytes, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have a picture or the file of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have as many labels as {images} has pictures, {expected}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least 1 entry, not 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least {drawings} pictures of each class, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least {least} pictures, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least {min_length} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least {min_length} entries, not {actual_length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {limit} tensors, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {max_length} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {max_length} entries, not {actual_length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {most} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {most} bytes of data, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {most} bytes of pictures when unpacked, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {most} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {most} inner steps, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {most} numbers, {side} along an axis, not the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {most} pixels, not {width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {most} pixels, {side} along an edge, not {width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have before, row, how and optionally other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have either &quot;is&quot;, or &quot;at_least&quot; or &quot;at_most&quot; or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have exactly one of {kinds}; it has {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have exactly {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have gradients, [a, b] for a·k + b, and products, c for c·k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have groups, or be made by something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have labels from 0 to {most}, not {got} (label number {at})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have more classes: of its {every}, {fewest} are in the smallest of the parts to learn from, to validate and to judge by, and an episode needs {classes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have one number per dimension ({d}), not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have one of &quot;below&quot; and &quot;above&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have one of &quot;right&quot; and &quot;right_if&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have one row for each of the {tasks} tasks, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have pictures in the layout {layout}; there are none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have pictures of every class; there is none of {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have pictures of one size, not of {one} and {other} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have scenarios, or be only named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have see, the moment at which this is seen, or be only named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have square pictures of 1 to {largest} pixels per edge, not {rows} × {columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have the path of a method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have the settings {names}, as the first has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have the shape {was}, as it had first, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have train-images-idx3-ubyte or t10k-images-idx3-ubyte, or either with .gz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have two numbers in each row, one for each arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have two numbers in each row, x and y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have {expected} pictures, as every character of Omniglot, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have {keys} and nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have {name} only once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have {side} pixels along an edge, as the others of its character, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have {width} numbers in each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold a number, not the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold a step for each lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold the rows of a sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold {needed}, which is needed to do this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must leave alphabets to train on: {alphabets} are too few to hold out {validation} and {test}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must leave at least one support on the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie between -1000 and 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie between -{limit:.0f} and {limit:.0f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie between -{x:.0f} and {x:.0f} along x, and between -{y:.0f} and {y:.0f} along y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie between 0 and 1: how often an arm pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie between {low} and {high}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie in the plane, between -{reach:.0f} and {reach:.0f} along x and y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must list at most {most} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must make at most {most:,} runs, not {count:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name a folder, as the scenario needs its data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name a part of the stage ({known}), not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name a scenario of the gallery; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name a setting that is a number, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name at least one setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name each run once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name parts of the stage or settings, not {got}; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name parts of the stage or settings, not {name}; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name the folder or zip file of Omniglot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name the folder or zip file with a folder of pictures for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name the folder with the idx files of MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name the view to enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name what is on a page, not {page}; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be given beside &quot;steps&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be in a shared line: choose the folder in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not have a link: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not have an entry that points outside: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not have {name}: metrics of no method are called so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names and texts stand between straight quotation marks, as in &quot;name&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest on pixels: {right} of {asked}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs &quot;view&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs --headless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs --headless or --sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs --set before it: --set {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs --sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs Dask, which is not installed: pip install &quot;metascope[sweep]&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a --scheduler at tls://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a library that is not installed; install it with: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a setting that is a number: {name} is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs at most {limit} coordinates in all; {problems} problems of {n} have {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs pyarrow for &quot;parquet&quot;, which is not installed: pip install &quot;metascope[sweep]&quot;, or &quot;csv&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs the family quadratics or mixtures, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>networks of {n} parameters by {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>networks with {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no comma stands behind the last entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no fonts are installed: sudo apt install fonts-dejavu-core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer exists and was removed from the recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no process can be begun that fills it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of its {all} starts reached loss 0 or less; the best is {name}: {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers must be finite, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of what it reads, {share:.0%} was written at t = {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on held-out episodes {methods} diverges while adapting: the inner learning rate is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on held-out goals {methods} diverges while adapting: the inner learning rate is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one file or folder can be opened at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one moment alone takes {size:.1f} MB, and the page must be at most {limit:.1f} MB: choose fewer views, narrower pictures or a higher limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {levels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture must be {length} digits 0 to 9 or a to f, two for each of {side} × {side} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policies with {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query {query} is taken for {letter} ({share}), but is {true}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query {query} is taken for {letter} ({share}), rightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query {query}, yours, is taken for {letter} ({share})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read head {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restoring the run was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings must be plain values: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes must be a kind and sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start {number} (from {place})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>story &quot;{name}&quot; is not installed; known: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = {t}, {write}; {read}; {answered}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = {t}: {answered}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = {t}: {answered}; {written}; {read}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes {count} characters as a line, and at most {most} can be shared: save the scenario as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task {task} {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task {task} {vector}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task {task} θ = {theta}, loss {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts must be Unicode, without half of a surrogate pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Relation Network stays where all scores are alike, at a loss of about {loss:.3f}: from its published start it may never leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Relation Network still gives all pairs alike scores, at a loss of about {loss:.3f}; it leaves this plateau after other methods have begun to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Wayland display {name} does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answers became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the arrays must fill their tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the arrays of kind {kind} must fill their tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the checkpoint does not fit this scenario: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compiled kernels fail on this computer: {reason}. Choose reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection to the scheduler was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cost became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the display {name} does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file ends early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is watched: a lesson in it begins as soon as it is saved without mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder&apos;s format must be {format}, not {got}: it is from a newer Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the format must be {format}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the format number {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the frame must be of meta-step {step}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the frame of meta-step {step} cannot be drawn: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gradient became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key of a method, at most 40 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layers have moved by {shares}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the loss became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the loss of {network} became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the memory can be changed {most} times at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the meta-step failed: {kind}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the meta-step must be at most {most}, the run&apos;s last, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the meta-steps must be in ascending order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the metadata must hold {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the metrics must have different names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the metrics must have short names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the metrics must take at most {limit} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the metrics {names} were not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a view on a page, 1 to 40 characters of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a view, at most 40 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name {name} must appear only once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parts must be {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pictures are black on white in the files, where MNIST is white on black; inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pictures are light on dark, and are shown as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program ended: {kind}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the query in question was added by a person: nobody knows its class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the replay diverged, which the run did not: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the replay refused a change, which the run did not: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run could not be prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run diverged on the way back, which it did not before: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run is trained elsewhere: continue from here, or branch, to train on in a run of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run to branch from has been closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run with seed {seed} failed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the runs of this sweep cannot be done: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the seeds cannot be trained: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session must have {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session must hold a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session must hold a part of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session must not have {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session&apos;s format must be {format}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session&apos;s format must be {format}, not {got}: it is from a newer Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session&apos;s settings must be valid: {problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session&apos;s {keys} must be as Metascope writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shared line is damaged: a part of it is missing or was changed. Copy the whole line again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shared line is of format {got}, from a newer Metascope; this one reads format {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shared line must begin with {scheme}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shared line must have at most {most} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the starts of {methods} became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the surface after adaptation needs {points} points x {tasks} tasks x {steps} steps = {work:.2g} gradients, over the limit of {limit:.0e}; use at most {most} inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sweep&apos;s format must be {format}, not {got}: it is from a newer Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights must be those that were saved, but the SHA-256 differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights of {methods} became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights of {networks} became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {quantity} is not a finite number at update {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {quantity} of {name} became NaN or infinite at update {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no comments in JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no recorded frames in this range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no runs to reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there must be a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there must be at most {limit} values in a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these weights diverge: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these weights give actions that are NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these weights give answers that are NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this episode is answered: the next one can be asked about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run is recorded by another program, which alone can do its meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to must be a place of two numbers, or null, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch cannot be loaded ({reason}), and nothing is trained without it: pip install torch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on a GPU, which torch does not find here: opened on the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on the official background set, tested on the evaluation set, by whose accuracy the weights were chosen; turned characters as classes of their own, cosines without temperature, 28 pixels, one query of each class, 1,000 episodes, each query by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training cannot continue from meta-step {step}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training with these settings takes about {asked:,.1f} GB of memory; a run may take {here:,.1f} GB here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transductive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transductive: batch normalization has the statistics of all pictures of an episode, its queries too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walking to held-out goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was begun with {before}, whose results may differ from those of {now}: choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was not saved: the run ended before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was not written: the encoder stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without temperature a probability is at most {cap:.2f} if features are not negative, since cosines are between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write head {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z is −∇l = {z} and zᶠ is 1; the gates are zⁱ = {z_i}, zᵒ = {z_o}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z is −∇l = {z}, zᶠ is 1, zⁱ is η = {z_i}: nothing is left to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z is −∇l = {z}; the gates are zⁱ = {z_i}, zᶠ = {z_f}, zᵒ = {z_o}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} cannot be reached within {seconds:g} s: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answer}; untouched: {letter} ({share}), {right} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{batch} episodes of {steps} time steps with {cells} numbers of memory need {kept:.2g} numbers, over the limit of {limit:.0e}; use at most {most} episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{batch} sequences of {steps} time steps with {cells} numbers of memory need {kept:.2g} numbers, over the limit of {limit:.0e}; use at most {most} sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more weights differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} seeds are done: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{got} is not a setting of {scenario}; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{got} is not one of the methods: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} finds row {row} ({weight}, {content} by content)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} finds row {source}, shifts {shift} to row {row} ({weight}, {content} by content)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} goes to row {row} ({weight}, {place} by place)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} goes to row {row} ({weight}, {place} by place, {content} by content)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} goes to row {row}, shift {shift} ({weight}, {place} by place, {content} by content)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} is spread over the memory (row {row}: {weight})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} moves {shift} to row {row} ({weight}, {place} by place)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} stays at row {row} ({weight}, {place} by place)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} must be a whole number, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} and a learned start of {n} coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} with {layers} LSTM layers of {units} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{least} to {longest} characters of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{light} of {all} pictures are light on dark; the others are dark on light and were inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} became NaN or infinite with inner rate α = {alpha:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} became NaN or infinite with inner rate α = {alpha:.3g} and outer rate β = {rate:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} became NaN or infinite with inner rate α = {alpha:.3g} and step size ε = {rate:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} becomes NaN or infinite at inner step {step}: its step size is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} cannot continue from meta-step {step}: from φ = {phi} the path of task {task} becomes NaN or infinite; at θ = {theta}, α × curvature = {product:.3g}, and more than 2 diverges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} cannot continue from meta-step {step}: its update would move φ = {phi} to {next_phi}; its meta-gradient has norm {norm:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} diverges on {lost} of {waves} held-out waves within {steps} steps, so that their mean is no number; the median error is {median}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} is not part of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} is not tuned yet: its learning rate is being searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} learns nothing from problem to problem; its learning rate {rate} is the best of {count} tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} starts at the problem&apos;s start: loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} starts at φ = {phi}: loss now {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} stays where it is at time step {step}: the next guess would have a loss above {limit:.0e}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: one of {waves} held-out waves makes up {share:.0%} of the mean error after {steps} steps; the median error is {median}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: the guess of θ starts at {theta}, where the loss is {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: the guess of θ starts at {theta}, where the loss is {loss}; the memory c is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} became NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} = ({values}), moved by {moved}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has not been measured by this run so far; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is among the settings of all runs, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: it is not what was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in the wrong place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a metric of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a metric of this run; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a setting of this story; --list --preset NAME lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a setting; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a sweep; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a weight of this story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is on another axis too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is undefined or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {value} after meta-step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a whole number from {low} to {high}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be numbers of kind {kind} and shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be of a kind that sessions can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {count} whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must have at most {limit} axes, not {axes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must have the shape {shape}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must hold finite numbers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must lie between {least} and {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must not be of type {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must not be {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of the checkpoint at meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was {was} and is {now} at meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {lost} of {all} numbers are undefined or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owner} has a scenario of this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owner} has a story of this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must be an array of {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must be at most {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must have lists of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must not be {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{piece} cannot be read: a quotation mark or a sign is incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: nothing was recorded of {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{platform} needs {packages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problems} problems of {n} coordinates over {span} updates with {units} units in {layers} layers need {work:.2g} numbers, over the limit of {limit:.0e}; use at most {most} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problems} problems with {updates} minibatches of {batch} take {got:.2g} pictures, over the limit of {limit:.0e}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}: opened up to meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reached} of its {all} starts reached loss 0 or less: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reached} of its {all} starts reached loss 0 or less: {names} and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shots} for support and {queries} for queries need {needed} pictures of each class, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stopped} of the {count} problems of this meta-step diverged and were stopped, the first at update {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tasks} held-out waves with networks of {n} parameters of {methods} methods need {kept:.2g} numbers, over the limit of {limit:.0e}; use at most {most} waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tasks} waves with {steps} inner steps of {learners} methods&apos; networks of {n} parameters need {kept:.2g} numbers, over the limit of {limit:.0e}; use at most {most} waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tasks}; sum {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}; {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{turned} pictures are white on black in the files, where Omniglot is black on white; they were inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{updates} updates on {tasks} goals with {paths} paths of {horizon} steps compute about {work:.2g} numbers in a meta-step, over the limit of {limit:.0e}; use at most {most} updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{updates} updates with {tasks} waves of {points} points, {steps} inner steps and {n} parameters take {work:.2g} multiplications, over the limit of {limit:.0e}; use at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{update} is off the landscape: the step is not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} pictures of each class are used, of up to {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is not an action of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is not in this scenario; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} at meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} (run {index}: {settings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {count} bits wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetaNetCurves</name>
    <message>
        <source>The loss appears with the first meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetaNetEmbedding</name>
    <message>
        <source>Fast weights of the embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients of layer 1 at the ink, by unit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetaNetRule</name>
    <message>
        <source>G, for every weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What G makes of a gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetaNetScene</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetaNetTable</name>
    <message>
        <source>Episode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetaNetWeights</name>
    <message>
        <source>Slow and fast weights of the base learner</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetaNetWords</name>
    <message>
        <source>A query gets a mixture of the rows, by the cosines of its embedding with theirs; each layer adds what slow and fast weights make of its input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on {episodes} held-out episodes, with a 95 % interval. Each query by itself: nothing is normalized by batches, so that no query helps another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it as a query or as a support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the clipboard&apos;s picture as a query; on the page Draw it becomes the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An LSTM F makes fast weights of the embedding of gradients of its loss on the supports; a network G makes fast weights of the base learner of the gradient on each support, kept by its embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about it: attention, fast weights and answers are those to this query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a name in a legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a query, or arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a row of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+V on the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a support to another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a character, or drop a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase it, overwrite it, or swap it with another; untouched answers stay beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on these weights, or show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its label lives in its row of fast weights alone, and answers follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make fast weights weaker or stronger; 0 leaves the slow ones alone, untouched answers stay beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of θ⁺, scale of φ⁺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights for this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetaView</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves appear during training; held-out problems are measured every {steps} meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference from SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-loss; on held-out problems, mean loss or loss after the last update; or the gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input gate&apos;s standard deviation over updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest difference from SGD&apos;s path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean forget gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean input gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Method</name>
    <message>
        <source>ANIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifier and nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DiCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast weights alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full context without temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM without memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MANN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching with full context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching without temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prototypes with imagined examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prototypical Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RL²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siamese network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow and fast weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow weights alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surrogate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c is θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z is −∇l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zᶠ is 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricCurves</name>
    <message>
        <source>Losses appear with the first meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricScene</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricWords</name>
    <message>
        <source>A class has the attention that its supports have: a softmax of the cosines of their embeddings with the query&apos;s, times the temperature tau, which is 1 in a method without temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A handful of examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second network g scores from 0 to 1 how the query goes with the sum of a class&apos;s supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on {episodes} held-out episodes, with a 95 % interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it as a query or as a support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the clipboard&apos;s picture as a query; on the page Draw it becomes the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer in the quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about it: the answers in the columns are those to this query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a name in a legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a query, or arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare yourself with the methods on the same episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+V on the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a picture on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a support off the columns, Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a support to another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a character, or drop a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each query by itself: batch normalization has the running statistics of training, so that no query helps another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every method answers as if it belonged there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FCE, no τ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold its embedding at another place; not that of fine-tuning, whose updates move it themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imagined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {methods}: on {episodes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prototypes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it away; Undo and Put back bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classifier is trained on with the supports by steps of size alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The k nearest supports vote, by the features of a classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of a class also counts examples that a generator G makes of its supports and of noise z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearer a query&apos;s embedding is to the mean of a class&apos;s embedded supports, the more probable the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest support has the class; supports of other classes are pushed away until they are farther than those of one&apos;s own by the margin m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: batch normalization has the statistics of all pictures of an episode, so that its queries help each other; asked one by one, they are usually answered less well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two pictures are of one class with a probability of their weighted absolute differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without τ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>On the way to meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop here: the run pauses where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped on the way, at meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step {step} of {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationPlane</name>
    <message>
        <source>Walks to goals that are not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advantage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of the mean step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, mean end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationScene</name>
    <message>
        <source>Accepted by the line search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After 1 inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {step} inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before adapting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out goals are measured every {steps} meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL of a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean return on held-out goals, in training, or the steps of the trust region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean KL divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step ({updates} updates each)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationSteps</name>
    <message>
        <source>Against inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step j</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, Finn et al. 2017</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationWords</name>
    <message>
        <source>A policy that adapts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a goal there; a double click resets the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An inner step: actions that did better than expected, by A, become more likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a method&apos;s name or curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click an inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click in the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every start adapts to it anew, from the same noise, while you drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the inner clock to the walks after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RL² adapts by what it remembers of a trial&apos;s places, actions and rewards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile moves the start towards the mean of the adapted policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right click a goal, or Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start also makes those paths more likely from which adapting came out better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start moves as the adapted policy should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start moves by the gradient through the expected inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start moves by the gradient through the inner step, whose paths stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start moves by the gradient through the walks themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole message to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NtmLearning</name>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits or wrong bits per held-out sequence, or the training cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves appear during training; held-out sequences are measured every {steps} meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong bits per sequence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NtmScene</name>
    <message>
        <source>Addressing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer sequences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NtmWords</name>
    <message>
        <source>A head finds its place in four steps: a softmax of beta times the similarity to the key k selects rows by content; the gate g mixes that with the previous place; the kernel s shifts it; the power gamma sharpens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A memory outside the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A write head erases e and adds a, weighted by w; a read head returns the weighted sum of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a name in a legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a row of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a time step in the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hover, click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the inner clock there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move β, g, s or γ under Addressing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where the head would have gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select it, to erase, overwrite or swap it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the value of a cell; pin it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bit {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disturbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row} erased after t = {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row} overwritten after t = {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows {row} and {other} swapped after t = {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberControl</name>
    <message>
        <source>must be at least {low}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {high}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptimizersScene</name>
    <message>
        <source>Coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptimizersWords</name>
    <message>
        <source>An LSTM that reads the gradients gives z; the gates decide how much of z and theta is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both gates are sigmoids of h, what the optimizer sees, with weights shared by all coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a name in a legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a row of the laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click in the losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent as an LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent is the same, with theta for the state, the negative gradient for the new value, forget gate 1 and input gate eta: a forget gate below 1 is weight decay, the input gate is the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hover, click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM, fixed gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the inner clock to this update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other family: landscapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other family: quadratics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other family: sine network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems as in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its losses over the updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the value of a mark; pin it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LSTM cell: the forget gate keeps the old state, the input gate lets the new value in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate is 1 minus eta lambda, which is weight decay; the input gate is eta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update is the output of an LSTM that reads the gradients; both gates are 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write out the update of this coordinate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group}, coordinate {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mean} ± {half} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} instead of {old}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} dimensions instead of {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hidden layers instead of {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hidden units instead of {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} updates instead of {t}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomesView</name>
    <message>
        <source>Where one step leads {method}: {outcomes} outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task {letter}: outcomes up to there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OuterClock</name>
    <message>
        <source>Bookmark this meta-step (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch: continue from here with other settings, and keep this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the marked range (Esc on the track)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue from here: restore the run as it was at this meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not read on (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not train yet (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-step shown, and meta-step at which the run pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause training (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the bookmark (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+drag marks a range to loop over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train as soon as it is ready (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train longer (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step {step} / {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step {step} of {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} / {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutsideItem</name>
    <message>
        <source>({x}, {y})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {value}, outside the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnScene</name>
    <message>
        <source>A run of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a gate&apos;s curve or map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the outer clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow paths, heat maps and gates through the inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to that inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look back at any meta-step that was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was recorded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the inner clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric that is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all methods</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paces</name>
    <message>
        <source>Frames per second achieved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop speed in recorded frames per second; max: as fast as the machine can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps per second achieved, and time left until the run pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace of the loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training speed in meta-steps per second; max: as fast as the machine can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pace} frames/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pace} meta-steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate}, {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageDialog</name>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {size:.1f} MB: {steps} meta-steps, {pictures:,} pictures; drawing them takes about {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another web page is being made; try again when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many of each meta-step, evenly spaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check at least one view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the views to show; curves over the run are one drawing each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing a few pictures to see how large the page will be…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evenly spaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every n-th recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many meta-steps, or every how many-th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep every pixel as it is. Otherwise pictures full of crossing lines, shades or noise, and no others, are kept as photographs are, where that takes much less room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest file: where more is chosen, fewer meta-steps are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmically spaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than the limit of {limit:g} MB: about {kept} meta-steps, evenly chosen, will be in the page. Fewer views or inner steps, one theme or narrower pictures leave room for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No typeface with Chinese characters is installed: Chinese labels in pictures would be boxes. Choose other labels, or install one (Debian, Ubuntu: fonts-noto-cjk).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}, {size:.1f} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}, {size:.1f} MB: {steps} of {wanted} meta-steps fit into the limit, {ticks} inner steps of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts are in all languages; labels within pictures in several take as many times the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method whose inner steps are shown and captioned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page itself can always be light or dark; pictures in both take twice the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which recorded meta-steps a reader can go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of a picture in pixels; text scales with it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Show {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>Likeliest pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are hidden during the quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {query} and its nearest support, {support} of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {query} and support {support} of {letter}: the same with {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query&apos;s likeliest support has not been looked at yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature j; the others add {rest}: minus the distance² / m is {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature j; the others and b add {rest}: the logit of “the same” is {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Arrow keys: select; Enter: run; Esc: close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action, a scenario, a setting or a recent file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{category}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteEntries</name>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} ({name})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Click to put {run} on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the whole run and change it there; the others stand beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {run} on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: put it on the stage to see why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step {step} of {planned}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Picture of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is chosen on the map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathView</name>
    <message>
        <source>2 of {count} coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descent, update by update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First two coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane keeps {share} % of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane of largest variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which two directions are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis {place}, keeps {share} % of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimum: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start: {place}, loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} coordinates of {size}, chosen by the program that recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}, coordinate {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}, mixed coordinate {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} numbers mixed into {kept}: squared distances are right to about {error} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathsView</name>
    <message>
        <source>Estimates of θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of task {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum of the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start θ⁰</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>A learning algorithm and what people design in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning algorithm F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-training changes the red boxes so that l, summed over many tasks, falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test loss l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureHandle</name>
    <message>
        <source>{told} (drag)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>Add a goal at a place where there is room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tasks, after adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tasks, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding: {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error after adaptation, held-out waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of the shown wave, before adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss surface of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map shown: the meta-objective, or the loss of the shown wave before adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane explains {kept} of the variance of the starts; errors: after k = {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {number} of class {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {number} of class {letter}, taken for {answer} with {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts on the task losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support {number} of class {letter}
moved by fine-tuning, not by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface shown: Σ l(θₖ(φ)), Σ l(φ), or one task&apos;s l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goal whose adaptation the arrows and the captions tell of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface is computed every {steps} meta-steps and will appear by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you drag: {paths} paths per goal, at most {steps} steps per method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adapted off plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against the meta-gradient, {norm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error after k = {steps}, mean of {waves} waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error of the shown wave, before adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error on plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact among {letters}; it gives {kept} of all answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact: the means of {letters} lie in this plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact: the means of {letters} span this plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goal {letter}; Delete or right click: remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here {letter} and {other} are equally probable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss after adaptation without noise, {over}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss after adaptation, {over}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss now, {over}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of task {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over unseen tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearness in this plane gives {kept} of the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>principal component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relation score with class {letter}: {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squared distance from {letter}: {score}, probability {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start off plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum over tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plane of the last update, which gives {kept} of the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>towards the adapted θ, {norm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter}: {kind}, explains {kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} after episode {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} after {step} inner steps: advantages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} after {step} inner steps: gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} after {step} inner steps: mean return {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} in episode {next}: advantages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} in episode {next}: mean return {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, episode {next}: what it remembers turns it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: update {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of support {support}, of class {letter}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Autosave folder: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>A bad start and parallel starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A classifier learns 60 characters, all mixed, and meets five new ones by one example of each. Its nearest neighbours remember the examples and forget nothing; fine-tuning learns them by updates of all weights, whose rate and number are the best on validation characters, and every update is also measured on the old characters. With seed 0, after 24 meta-steps, 29 updates at a rate of 0.01 lowered accuracy on old characters from 90 % to 27 % (the reference engine rounds otherwise, and chose 9: 52 %), and nearest neighbours kept 89 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A generator makes further examples of the one that each class has, and is trained with the rest: the mean is taken over both, and the inner clock shows one example after the other stream out of its original and move the mean. Set how many there are, from 0 to 20, while it trains. On characters they change little: with seed 0 accuracy after 60 meta-steps was 84 % with four imagined examples and 83 % without a generator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A good start for a real network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A good start for characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A good start for handwriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A good start with convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A known arm and an unknown one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A learned comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network of 1,761 weights has to fit a sine wave from ten of its points, and six methods prepare it on other waves. Before adaptation all but the oracle, which is given the wave, are about equally wrong. With seed 0 the error on held-out waves after ten gradient steps was 0.16 for MAML, 0.22 for FOMAML, 0.41 for Reptile and 1.81 for pre-training, whose step size of adaptation is tuned: at first among nine, then at each measurement against its two neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with 1,761 parameters learns sine waves from ten points in ten updates. One cell, shared by all parameters, decides at each update how much of a parameter to keep and how far to follow its gradient. With seed 0 the forget gate stays near 1, a mild weight decay; the input gate, the learning rate, is learned and changes from update to update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point is rewarded for being near a goal that it does not see. Before MAML&apos;s policy adapts, its walks are one blob; one policy-gradient step later they are a fan with a beam to each goal. With seed 0 the mean return went from −40 to −14 in one step, for pre-training from −40 to −32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sequence is shown together with the number of copies that are asked for: the machine has to copy it, jump back to its beginning, and count. With seed 0 it paid 6 bits per sequence after 26,000 sequences, where guessing costs 281 in the mean. Sequences twice as long then had a tenth of their bits wrong, but twice as many repeats nearly half: as in the paper, it cannot count beyond what it was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start that was trained on goals around a ring adapts to goals that you drag, add and remove, while you drag: three steps on twenty walks each, always from the same noise. From scratch the same steps lead nowhere. Take a goal off the ring, into the middle or far outside, and see what the start has learned to expect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapting without a gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An LSTM cell whose memory is θ, whose input is −∇l, whose forget gate is fixed to 1 − ηλ and whose input gate is fixed to η, is gradient descent with weight decay. Its path and that of plain SGD agree to the last digits. Change η and λ and see what the two gates do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An LSTM with two layers of 20 units sees each gradient and says what to add to each parameter. It is trained through its own updates on random 10-dimensional quadratics. With each of the seeds 0 to 2 it was ahead of Adam with the best learning rate after a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm 1 pays half of the time; arm 2 pays always on one task and rarely on the other. Five pulls and one policy-gradient step must find out which. Every outcome can be counted, so the exact meta-gradient is known: E-MAML and DiCE climb to where arm 2 is tried more often than not, and the published surrogate, which takes the pulls as they are, learns not to try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As published, a Matching Network attends to its supports by the softmax of cosines, and as these lie between 0 and 1, no probability of five classes can be larger than 0.40: the loss has a floor, and learning is slow. A temperature, which begins at 10 and is learned, takes the cap away. With seed 0 accuracy after 60 meta-steps was 80 % with it and 56 % without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before meta-learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks of convolution in place of layers of units: MAML takes longer for a step, and its start becomes much better. With seed 0 it reached 76 % of held-out queries after 15 meta-steps and 83 % after 60, normalized together, where the nearest neighbour on pixels has 40 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters remembered after one look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the network has never seen appear one after the other, and it sees the label of each only after its answer. It learns to write to the least used row of its memory and to read a mixture of similar rows; its controller, an LSTM, remembers too. At meta-step 120, with seeds 0 to 4, it labels 24 to 30 % of first instances correctly, 64 to 72 % of second and 86 to 90 % of tenth ones; the LSTM without that memory 27 to 34, 54 to 63 and 69 to 78 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying from a memory outside the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying with a controller that has no memory of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits from MNIST&apos;s idx files, in the folder named in the settings, replace the drawn characters. The network and the optimizer are those of the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does MAML learn new features for every task, or reuse those of its start? While it adapts, its blocks keep what they see, and only the head changes: with seeds 0 to 2, after 60 meta-steps, it reached 82 to 84 % of held-out queries, normalized together, and freezing all three blocks costs it 3 to 6 points. ANIL, whose head alone adapts in training too, reached 80 to 84 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a character, or drop a picture of one: it becomes an example of a class, or a query, and three methods answer while they are still learning. Three drawings are enough for an alphabet of your own. Move examples to other classes, take them away, and see what each method makes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each sequence has its own table of how likely the next bit is 1 after each five bits. The machine can count in its memory, and slowly learns to: with seed 0 it paid 181 bits after 9,000 sequences, where guessing costs 195. No predictor can do better than the optimal one, about 128 bits, whose cost is shown next to both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each task has a deep well and a shallow one; in two dimensions the methods also differ in the direction they take. Pre-training follows g₁, the gradient at its start; FOMAML follows g₂, the gradient where adaptation ends; MAML corrects g₂ by the curvature along the path, and Reptile follows the path itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight points lie on no sine wave, and every method adapts to them at once. Drag them, add more or remove some, and see which start follows you, after one step or after ten, while training continues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every meta-step draws new tasks from a family, and the curve that counts is measured on 64 tasks that no method has trained on. What is learned is a start for the family, not for a list of tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five characters that were never trained on, and one drawing of each: before its first inner step a good start guesses, a few steps later it tells them apart. Play the inner clock to see every decision change. With seed 0, after 100 meta-steps, MAML reached 69 % and FOMAML 68 % of held-out queries, normalized together, where the nearest neighbour on pixels has 40 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five unknown characters, one drawing of each, and ten updates to tell them apart. The start and the gates are learned together over many such episodes; the test uses drawings that no update saw, of characters that meta-training never saw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five ways to a start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five ways to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four methods look for one start from which a few gradient steps solve two tasks. Pre-training takes the place that is best right now, and its adaptation gets stuck in task B&apos;s poor valley. MAML takes a place that is worse now, but from which both tasks are solved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four steps lead from the controller&apos;s output to the place where a head reads or writes: similarity to a key, a gate between that and the previous place, a shift and a sharpening. This small machine has learned to copy, from 11,520 sequences of up to 8 vectors (seed 0), and is not trained further: step through the answer, see which step decides where the head goes, and change its numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the LSTM cell to gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From φ = −3 every method slides into the wrong basin, because no meta-gradient points over the hill. Eight more starts, spread over the range, are trained in parallel, and some of them end well. Meta-learning is gradient descent too, and restarts help it as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates and an LSTM combined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent is an LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwritten characters from Omniglot, in the folder or zip file named in the settings, replace the drawn ones. Each drawing is moved to the middle of its picture and brightened until its brightest pixel is white, which the paper does not mention: without it, 500 updates taught the network next to nothing. In one run of 320 meta-steps, 51,200 episodes where the paper has 100,000, it learned to label 80 % of second and 93 % of tenth instances of unseen alphabets correctly, and the LSTM 68 % and 81 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a head finds its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imagined examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the lecture&apos;s second version one LSTM integrates the gradients so far, as momentum does, and a gated cell decides how much of its output to take. The forget and input gates are shown next to the input of the cell. Each of the two papers has one half; the combination is the lecture&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In these narrow bowls an inner step jumps to the opposite wall (α times curvature is 1.7). After 15 steps FOMAML takes the gradient where adaptation ended, and turns away from the exact meta-gradient, which is carried back through the curvature of the path. The meter shows the angle; play the inner clock to see each direction computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM meta-learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned gates on few-shot glyphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning a loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning everything at once learns nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning to learn quadratics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML, FOMAML, Reptile, ANIL and Meta-SGD begin at one initial network, learn from the same episodes and adapt to the same ones. With seed 0, after 60 meta-steps and all inner steps, four of them reached 67 to 69 % of held-out queries, normalized together, Reptile 57 %; after a single inner step FOMAML was at 54 %, MAML at 65 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest to the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omniglot characters remembered after one look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One example of a handwritten character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step to any goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step: Reptile is pre-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting bits from their last five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RL² is a recurrent policy: it sees its own actions and rewards, and turns towards the goal within its first walk. MAML needs twenty walks and a gradient step for that, or two. With seed 0 and as many walks to learn from, RL² was at −3 in its first episode, MAML at −16 before adapting, −6 after one step and −4 after two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real handwriting, from the folder or zip file of Omniglot named in the settings, in black and white: five characters of alphabets that were never trained on, and one example of each. With seed 0 slow and fast weights were right in 64 % after 300 meta-steps and 70 % after 600, where the nearest neighbour on pixels has 38 %; Munkhdalai and Yu report 98.9 % with convolutions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real handwriting, from the folder or zip file of Omniglot named in the settings: MAML&apos;s start adapts to five characters of the alphabets for the test, which it was never trained on, from one example of each. Papers&apos; numbers, which are of other alphabets, larger networks and hours of training, stand beside what is measured. With seed 0 it reached 82 % after 15 meta-steps and 87 % after 75, queries normalized together, where the nearest neighbour on pixels has 45 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real handwriting, from the folder or zip file of Omniglot named in the settings: five characters of alphabets that are kept for the test, and one example of each. Papers&apos; numbers, which are of other alphabets, larger networks and hours of training, stand beside what is measured. With seed 0 accuracy was 87 % after 125 meta-steps and 91 % after 300, where the nearest neighbour on pixels has 45 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recalling what came next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reproducing the published table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile on waves of every phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorting by priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substitute θ for the memory c, −∇l for z, 1 for the forget gate and η for the input gate, and the LSTM cell becomes gradient descent. All five cells see the same gradients and losses and are trained at once, on new bowls at each meta-step; the bowl shown is one that none of them has seen. Play the inner clock, and click a stage of the chain to take that cell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task B curves so sharply that a gradient step with this α jumps across its valley and ends higher than it began: α times curvature is above 2. Lower the inner learning rate below the limit in the notice and watch the path converge again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller is a feed-forward network: whatever it needs to know at the next time step must be in the external memory, or in the positions of its heads. It learns to copy all the same: with seed 0 it made no mistakes after 10,000 sequences, not even at twice the length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distance from a mean, attention, pairs, a learned comparison and a mean with imagined examples: five networks learn from the same episodes, and answer the same one with one example of each of five characters. All of them pass the nearest neighbour on pixels, which answers 40 % of held-out queries, within 30 meta-steps with seed 0; click a query to see how each answer comes about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learned optimizer trains a 784-20-10 network on drawn characters, 15,910 parameters with one shared cell. It is then applied to networks that it was not trained on: 40 units, two layers, ReLU, more updates, another family of problems. The laboratory shows where it still beats tuned rivals, and where it does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network judges pairs: how probable is it that two pictures are of the same class, given the differences of their features? A query has the class of the support that it is most probably the same as. With seed 0 accuracy on five held-out characters, from one example of each, was 79 % after 120 meta-steps, where the nearest neighbour on pixels has 40 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The published surrogate takes the paths of an inner step as they are, though another start would walk others; E-MAML and DiCE keep that influence, and pay with noise. This environment is differentiable: the exact gradient stands beside them, at the initial start and then at the present one every 30 meta-steps. Here the surrogate&apos;s bias is hardly more than the noise of the estimates; &quot;A known arm and an unknown one&quot; counts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The published walk and network, with TRPO on 20 goals with 20 paths each. With seed 0 the mean return after 60 of these steps was −40 before adapting, −11 after one step and −4.3 after two, beside the published −40, −12 and −3.3 after 100 steps on 40 goals. α = 0.5 is of the authors&apos; program, 20 goals are of their paper, which has α = 0.1; the program has 40 goals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same or not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the MAML paper&apos;s table for five points of a wave, all 70,000 iterations, and the published errors next to the measured ones: with seed 0 MAML reached 0.55, 0.32 and 0.28 after 1, 5 and 10 steps, where 0.67, 0.38 and 0.35 were published. The initial weights are drawn as torch draws them; with the smaller ones of the published code the mean was worse, because one of 500 held-out waves diverges within ten steps. One wave can decide a mean, so the median and the quartiles are drawn beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the Reptile paper: phases up to 2π, 30,000 iterations of five small steps, then 32 steps on ten points of a wave. For all waves together no function is better than 0, and before adapting Reptile is as wrong as that. With seed 0 one step reduced its error from 4.7 to 0.8 and five to 0.1; pre-training stayed above 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three characters that the network has never seen, and one example of each: a query belongs to the class whose mean is nearest. All its decisions are seen as they are in the plane through the three means, although the embedding has 32 dimensions. With seed 0 accuracy on held-out characters was 91 % after 240 meta-steps, where the nearest neighbour on pixels has 52 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three networks that learn how to learn from five pictures, side by side, each on episodes of its own and beside the nearest neighbour on pixels: no rule of learning was written by hand; each draws on what the lecture calls extra information about the task, and keeps it in another place. Meta Networks turn each support&apos;s gradient into a row of weights, which a query mixes by how near its key is; a Matching Network attends in the same way to the supports themselves. The LSTM meta-learner turns gradients into weights, too, but one update after the other: its cell state is the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training a network of 20 sigmoid units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training a network on MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twenty vectors are shown, each with a priority, and the sixteen highest are asked for in order. With eight heads the machine can write each vector to a row that its priority chooses, and read the rows in order. The paper trained for far longer than minutes: with seed 0 a sequence cost 97 bits after 15,000 sequences, and the cost was still falling; guessing costs 128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two networks turn an episode&apos;s gradients into weights that live for this task alone: as in Matching Networks, supports are attended to, and as in the LSTM meta-learner, gradients become weights. Slow weights alone stay at chance for ever, by symmetry: labels are drawn anew. With seed 0 both together were right in 88 % after 100 meta-steps and 91 % after 300, the nearest neighbour on pixels in 71 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two tasks, one start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseen tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 20 random vectors are shown and then asked for again: the machine learns to write each to a row of its own and to visit the same rows when it answers, a diagonal in both weightings. By compiled kernels, seeds 0 to 9 took 5,760 to 13,440 sequences to learn it; after 23,040 the best weights of nine of them copied 40 vectors with at most 0.005 % of the bits wrong (seed 0: 29 %). The LSTM, with as many weights and no memory, is still guessing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to six items of three vectors each are shown, then one of them again; the answer is the item that followed it. Content finds the item in memory, and a shift moves on to the next; with four heads and the paper&apos;s feed-forward controller, seeds 0 to 4 needed 8,000 to 35,000 sequences to come below 1 bit a sequence, where guessing costs 18. Seed 0 then made no mistakes with 12 items, and a few with 20; now and then a machine forgets and learns again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights for a handwritten character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights for this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights from five examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, memories, updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wells in a bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a meta-gradient leaves out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a temperature is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must be kept of five new classes? Prototypes are 160 numbers, however many examples there are; a Matching Network keeps all 25 examples, 800 numbers, reads them for every query, and twice as many in context. Fine-tuning keeps the weights that it moved, which are more than all of these, but their number does not grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What remembering costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the first-order shortcut costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When adapting, ANIL moves only its last layer, while MAML may move every layer. With seed 0 MAML moves the first layer most, by 4.5 % of its norm in ten steps, and the last by 1.8 %, where ANIL has to move it by 18 %. The remaining errors were then 0.2 for MAML, 0.4 for ANIL and 1.6 for pre-training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a query and a class belong together is decided by a second network, which sees the maps of both and is trained by squared errors. It learns more slowly than distances do, and from its published initial weights may stay for ever where all scores are alike, which a notice then says. With seed 0 accuracy on five held-out characters was about 70 % after 140 meta-steps, where the nearest neighbour on pixels has 40 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers move for characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a single inner step, the way to the adapted θ is one plain gradient: Reptile and pre-training take the same path, here to the last digit. Raise k while it runs and watch them separate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With five examples of each class a query mixes 25 rows of fast weights, and the embedding is taught by pairs of supports: whether both are of one class, as Munkhdalai and Yu have it for more than one shot. With seed 0 slow and fast weights together were right in 95 % after 50 meta-steps and 97 % after 100, the nearest neighbour on pixels in 91 %. Alone, slow weights have 20 % and fast ones 22 to 31 %: fast weights are learned to act with the slow ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With full context embeddings each support is embedded again by an LSTM that has seen the others, and a query reads from all of them five times before it is compared: the order of the supports matters now, and the query&apos;s attention changes from reading to reading. On characters it helps little where there is a temperature: with seed 0 accuracy after 60 meta-steps was 80 % with and without context. Without one, which can be switched on too, it was 71 % with context, where cosines may be negative and the cap on probabilities is 0.65 instead of 0.40, and 56 % without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With phases up to 2π the mean of all waves is 0, so the best that joint training can do is to predict nothing: its error tends to half of E[A²], which is 4.25. Before adapting, Reptile&apos;s start is just as wrong. Ten steps on ten points reduce its error from 4.2 to 0.1 with seed 0, and leave pre-training above 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your function, from the points you draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own alphabet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What networks see of the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side} by {side} pixels, {share} % ink</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrototypesItem</name>
    <message>
        <source>{method}: prototype of class {letter}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PullsView</name>
    <message>
        <source>{method} on task {letter} (filled: paid)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Punctuation</name>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuizView</name>
    <message>
        <source>A trial appears as soon as there are pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click it, or its letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: click, or Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not {answer}: it is {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: it is {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which class is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Clipboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the saved runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the saved runs and ask again at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metascope ended unexpectedly. The runs in training were saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the runs as they were, to look at and to continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: meta-step {step}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: meta-step {step}, {time}, on the computer {machine}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen the runs of the last window, this one on the stage: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario or lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} · {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResponseMapView</name>
    <message>
        <source>Appears with the first finished runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{metric} over {column} and {row}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResponsePanel</name>
    <message>
        <source>A line, or a row of the map, for each of its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along which axis of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines with bands, or a map of two axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all runs that share a place, over what is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which metric, the last value of each run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean ± standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean, band: one standard deviation on either side; {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median and quartiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median, band: from quartile to quartile; {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} of each run&apos;s method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statistic} of the runs in a cell; {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResponseView</name>
    <message>
        <source>Appears with the first finished runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response of a metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{metric} over {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told}; the first {shown} of {all} lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Restarts</name>
    <message>
        <source>Reading the data; the run here trains on until they are there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>M: φ⁺ of layer 1, by unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory after row {row}: fast weights M of layer 1, keys R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory before the first row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory: fast weights M of layer 1, and keys R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R: keys, by unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query {query}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row}, cosine {cosine} with the query&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleView</name>
    <message>
        <source>What G makes of a gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What G makes of gradients: a dot per unit of row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {unit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunMarkers</name>
    <message>
        <source>best {metric} {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} branches off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Branches stand below the run they came from; the current run is bold. In small type: the settings in which a run differs from the one it came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn dimmed behind the current run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} is drawn dimmed behind the current run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} is not drawn behind the current run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} is the current run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Also list hidden runs, in italics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare all runs in a table: the settings that differ, and the metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {run}? Its training stops and its recording is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…	Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide from the list	H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide median and band	Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the ghost	Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename	F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a ghost	Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the list	H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show median and band	Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this run	Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the current run&apos;s settings with several seeds, and show their median</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Trained for {step:,} meta-steps with seed {seed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Collapse: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, collapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, expanded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedBands</name>
    <message>
        <source>{group} · {series}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group}: median and percentiles {low}–{high} of {n} seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}; {left} at meta-step {step}, those that ended before are left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedRuns</name>
    <message>
        <source>Stop: the runs that have ended stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} seeds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedsDialog</name>
    <message>
        <source>First seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is drawn at random with these settings: all runs will be the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds {first} to {last}, trained in processes of their own, which go on when the window is closed; curves show the median of those that have ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with several seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>2 pi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start that the plane goes through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ANIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation of the hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation of the network&apos;s hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam&apos;s step size for the cells&apos; weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptation steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapts the initial policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the root; 1e-8 is torch&apos;s default, 0.01 gave fewer relapses and slower starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds examples that a generator makes of the supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All text one fifth larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also makes those pulls more likely that a good adaptation came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amplitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amplitude of the custom wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An episode ends within 0.01 of the goal along both axes; the published returns need it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annealed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At each meta-step every estimator of MAML&apos;s meta-gradient is drawn a few times more, without ends of episodes, and compared with the exact gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attends to the supports, with a learned temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autosave every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back-propagate through the problems&apos; gradients too; slow, for small problems only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of each sequence, which draws them from its own table of probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By which neighbours are near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of each block of convolution. 3 blocks at a picture side of 14 let one watch it learn; 4 blocks at 28 take longer, and get the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of each block of convolution: 3 blocks at a picture side of 14, 4 at 28, which take longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters to train on; a quarter as many are held out for validation, and another quarter for the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose amplitude and phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes of a held-out episode, shown or measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes of a training episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes of an episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes of an episode, in training too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes per episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes that the network tells apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare estimators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares with the mean of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conjugate gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controller units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates of a quadratic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates of a start φ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates of θ; the LSTM has one memory cell for each, and every gate sees all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies that are asked for, drawn from 1 to this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a sequence; copy it several times; recall the next item; predict bits; sort by priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costly episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts every outcome: nothing is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curvatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal commas in CSV files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Determines every random draw of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DiCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differentiates through the adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differentiates through the inner steps, exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw new tasks at each meta-step and meta-test on unseen ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings of a character: calm, alike in size and place; hard, turned by up to 25°, scaled and shifted, so that comparing pixels helps little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws per meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End at the goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes for layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes of a trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes of an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes on one goal in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes over which accuracy is averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes over which is averaged what the layers do: how they move, and accuracy with some frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes per goal before each inner step, and after the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes per goal for each of these steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes per update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes that are drawn per goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs on trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimates by each estimator in a meta-step, each on one task, at the initial start or where all starts were last dragged to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimates by each estimator in a meta-step, on the same goals and the same noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples per update; 0: all examples of a few-shot episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FCE and cosines alone: the largest possible probability is small, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the base learner&apos;s fast weights on the table; 0: its slow weights alone. Training has 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the cosines before the softmax of attention; 1: as published, where attention is always a mixture of all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the cosines before training; it is learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the embedding&apos;s fast weights on the table; 0: its slow weights alone. Training has 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor on the LSTM&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor on the similarity of row and key when reading; 1: the paper&apos;s equations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor per time step on how much a row counts as used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed in the gradient at each update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed in the loss at each update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed the gates their values at the previous update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed the parameter&apos;s value to the gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuned weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with the idx files of MNIST or EMNIST, or one of these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows the gradient of the adapted policy, as if the step were no step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows the gradient through the expected step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows the gradient through the step, with its pulls as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For files that store pictures transposed, as EMNIST&apos;s do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fraction of the way from φ to the mean adapted θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fraction of the way to the mean adapted network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fraction of the way to the mean adapted policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full context, no temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further points per wave, on which the adapted network is judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates see the parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates see themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generalization laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals over which returns are averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals per update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient steps when adapting to a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients of the embedding&apos;s loss that F reads: of so many supports, or pairs of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halve the rate every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads, each of which reads and writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out characters to measure on; the best weights are always chosen on validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out characters to show and to measure on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out tasks in the meta-test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers of the trained network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units of the controller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units of the networks that make fast weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far ratios of probabilities may go from 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many are added to the supports of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the nearest supports vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a query reads from the supports in context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often arm 1 and arm 2 pay on each task, from 0 to 1; all tasks are equally likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imagined examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In training, classes: a character turned by a right angle is a class of its own; class: each class of an episode is turned at random; episode: the whole episode is; none. Held-out characters stand upright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial bias of the forget gate; 4.5 gives 0.989</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial bias of the input gate; −4.5 gives 0.011</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial weights. published: as in the authors&apos; program, from which training may stay where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner rate is of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps in training, each on a minibatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps in training, each on a minibatch of supports and queries alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps in training, each on new paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps on held-out episodes and on the one on the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps on the goals shown and on held-out ones; the first has the inner learning rate, later ones half of it, as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps on the held-out waves and on the shown one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items shown, of three vectors each, drawn from 2 to this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judges for each pair of pictures whether they are of one class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laboratory problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest absolute value of an element, or largest norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest mean KL divergence of the adapted policies in a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest norm of a cell&apos;s meta-gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest norm of a meta-gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest norm of a meta-gradient, which explodes near a barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate of gradient descent: the fixed input gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns a recurrent policy that sees its own actions and rewards and goes on remembering from episode to episode: it adapts without a gradient, one episode for each inner step of the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns a start from which a policy-gradient step adapts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns one policy for all goals, and adapts it afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns one policy that sees the goal, and does not adapt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns the comparison, too, by squared errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, dark, or like the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end of starts, guesses and pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end of the range that is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML that adapts only the head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML that adapts only the last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML that learns a rate for each parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML that learns a rate for each weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML without second derivatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching with full context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching without temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the best optimizer on problems unlike its training problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory locations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-SGD&apos;s initial rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps after which the learning rate is halved, again and again; 0: never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps between computations of the loss surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps between measurements on held-out and longer sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps between measurements on held-out episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps between measurements on held-out goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps between measurements on the held-out waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps between meta-tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps for which estimates are of one and the same start, before the present one is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps over which a measurement on the held-out problems is spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps over which the rate falls evenly to 0; 0: it stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps that the program means to record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps until the run finishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps until the run finishes; each does all updates on new problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps until the run finishes; each is one or several updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps until the run finishes; each is several updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-test every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-train the problems&apos; common start too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minibatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the start part of the way to the adapted networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the start part of the way to the adapted policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the start; Reptile has its own rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves φ by the meta-gradient; Reptile has its own rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network that controls the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New problems per meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tasks each meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of write heads, and of read heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers per row of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers that the recurrent policy remembers: units of its GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of batch normalization for queries. batch: those of all queries together, so that they help each other (transductive), as in the programs of MAML and Reptile; support: those of the supports, each query by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of batch normalization when answering. running: each picture by itself; episode: those of all pictures of the episode, so that the queries help each other (transductive)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the window; system: like the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: all weights stay fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: every start stays fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the optimizer stays fixed and is only measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the weights of both networks stay fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the weights of machine and rival stay fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older frames are thinned beyond it; metrics are always kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omniglot&apos;s folder or zip file, such as images_background.zip; the folder of MNIST&apos;s idx files; or a folder or zip file with a folder of pictures for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: an action of 1 is a step of 0.1, as in the authors&apos; program; off: an action is the step itself, clipped to 0.1, so that a standard deviation of 1 is noise that always goes as far as it can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One is fastest for small models and leaves the others to the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One network trained on all waves at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outer learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outer optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths to adapt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase of the custom wave A sin(x − φ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases are drawn from 0 to this, amplitudes from 0.1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures per inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels that are at least so dark, from 0 to 1, are ink, all others paper: networks see black and white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points evenly spaced from -5 to 5, from which minibatches are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points per inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points per wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points per wave that a network adapts to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position of each task&apos;s optimum, one row per task; empty: the family&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training of a network that is given amplitude and phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems over which losses are averaged; rivals are tuned on others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems per row of the laboratory&apos;s table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prototypical Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls before the inner step, and as many after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quadratics only, one row per task: a (1-D), or a1, a2 and the angle in degrees (2-D); empty: random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries of each class of a held-out episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries of each class of a training episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RL²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSprop epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random starts on each task in a meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate on trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read sharpness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording memory limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile step size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile&apos;s inner rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile&apos;s inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile&apos;s rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile&apos;s waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewards to go are compared with those expected there and then: linear in features, fitted per goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate each class of an episode by 0, 90, 180 or 270 degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotated classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampled supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of θ⁺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of φ⁺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second derivatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolons between cells and commas in numbers, as many European spreadsheets read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences over which the cost in bits is averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences per update, all of one length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siamese network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siamese reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked layers; 0: the gates are computed directly from their inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the minibatch noise in each gradient; support and query noise are independent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start anew every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts per task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts trained in parallel, the others spread evenly over the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of Adam and PPO at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of Adam, of all methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of Adam, of all slow weights and of F and G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of Adam, which trains the optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of Reptile&apos;s inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of Reptile&apos;s inner steps, of the mean loss, in training and on held-out episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of a start&apos;s ascent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of gradient descent on the supports; 0: the best of 0.1, 0.03, 0.01 and 0.003 on validation characters, found at each measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of the inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of the inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of the inner steps, of the loss that is named next to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of the inner steps; pre-training, from scratch and the oracle search for their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of the optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of the outer optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of these at first; it is halved as the outer learning rate is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of Adam on the same paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of Adam on the same trials, with ratios of probabilities clipped at 0.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of an episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of conjugate gradients by which the natural gradient is found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports of each class of a held-out episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports of each class of a training episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports of each class, in training too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports of each class. With one, the embedding&apos;s loss is that of classifying supports; with more, that of telling whether two supports are of one class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surrogate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap rows and columns of the files&apos; pictures, as EMNIST needs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRPO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task on which the cells are shown; where tasks are drawn, it is never trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks per meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks per meta-step; their losses are summed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks per update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The initial network, never trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logarithm of how much more likely arm 2 is than arm 1, before the first meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method through whose start the loss surface goes; one that takes no part: the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most training time that a crash can lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query in question, by its place on the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as published: its largest possible probability is small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same step has three numbers in papers. mean: rate of the mean loss over all N K supports, as most programs have it; class: of the sum of their losses divided by K alone, N times as large a step (0.4 in MAML&apos;s program for 5 ways is 2.0 of the mean); sum: of the sum over all, N K times as large a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same where an episode takes long: for relation networks, fine-tuning and statistics of the episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with temperature, each picture embedded again given all supports (FCE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task of the pulls in the captions, counted from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time steps of the cell on one task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times each class is shown in an episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the rival without memory on the same episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the rival without memory on the same sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training examples per sine wave, or per class of an episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transposed pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units in its single layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of F and G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of each of two hidden layers of the embedding and of the base learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of the LSTM that controls the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units per hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units per hidden layer of the trained network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units per layer; 128 give as many weights as the machine has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units per layer; all coordinates share the LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseen tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates after which the outer learning rate is halved, again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates in one meta-step, each on episodes of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates of every method in one meta-step, each on an episode of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates of every start in one meta-step, each on a meta-batch of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates of every start in one meta-step, each on new tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates of every start in one meta-step; the papers call them iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates on the supports; 0: the best number up to 30 on validation characters, found at each measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates over which the Reptile step size falls to 0; 0: it stays constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates per back-propagation; each stretch of so many has its own meta-gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates per meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates per problem in meta-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end of starts, guesses and pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end of the range that is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the input gate after the last substitution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors of the repeated sequence, drawn from 1 to this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors or items of the shown sequence; predicted sequences (n-grams) have a fixed size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors per training sequence, drawn from 1 to this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors shown, each with a priority; the highest four fifths are asked for in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves on which all methods are measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves per update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves that Reptile uses, the first of the meta-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay of gradient descent: the forget gate is 1 − ηλ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of a reward one step later, where actions are judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight updates in one meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What MAML keeps of the start&apos;s influence. first-order: none on the inner steps; surrogate: on the steps, with their paths as they are, as published; e-maml: also on which paths there are, by what they led to; dice: the same for the expected step; exact: all of it, through the walks themselves, with Adam and without ends of episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a reward is compared with where actions are judged: 0 for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training minimizes: the mean loss over the time steps, or the last one&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where every method starts, one number per dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the shown trajectory starts, one number per dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which held-out episode lies on the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the held-out episodes is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the held-out problems is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the held-out sequences is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the held-out waves is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose adaptation is told in the captions and drawn as a field of arrows, counted from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width and height of a picture: fewer pixels make runs faster, more keep finer strokes. Networks of convolution have a block for each time it can be halved: 3 at 14 pixels, 4 at 28</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width and height to which pictures are averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With imagined examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without meta-learning: a classifier of all characters at once, whose features are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without meta-learning: the same classifier, trained on with the episode&apos;s few supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adam: a step of Adam per update; trpo: the natural gradient within a trust region, as published; ppo: several steps of Adam on clipped ratios. Reptile has its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adam; rmsprop: decay 0.95, momentum 0.9; graves: centred, as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>additive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all: every weight moves; head: those of the last layer alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha: the inner learning rate; drawn: from 0.005 to 0.1, as in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>associative-recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto: compiled kernels where there are any and they are ready; compiled: waits until they are; reference: the readable code that they are tested against. The last digits of results differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>combined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compiled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convolution: blocks of 3 × 3 convolution, each halving the side; layers: layers of units, faster and less accurate in the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu: fastest for networks as small as the scenarios&apos;; auto: a GPU if there is one and the work is large enough to gain from it; cuda: the GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance: its negative after each step, as the authors&apos; program has it and the published returns need; squared: the negative squared distance, as the paper says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-maml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elements: clip each number of the gradient; norm: clip its norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>euclidean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>euclidean: squared, as published; cosine: times a learned temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feedforward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first-order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat: every pixel of the last map; mean: the mean of each channel, as MAML&apos;s program has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fomaml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>glyphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>glyphs: characters drawn by the program; omniglot: handwritten ones; mnist: files of MNIST&apos;s kind; folders: any pictures, a folder for each class; all but glyphs from a folder of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient-descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient-descent: fixed gates; gates: learned gates (Ravi &amp; Larochelle); additive: an LSTM&apos;s output (Andrychowicz); combined: both (Lee)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>graves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpolation: goes a fraction of the way; adam: the way is the gradient of Adam with the outer rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lecture: a curve; the others: surfaces over the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lecture: two curves of Lee&apos;s lecture; quadratics: bowls; wells: two per bowl; mixtures: random wells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lecture: two curves of Lee&apos;s lecture; wells: two per bowl; quadratics, mixtures: new each meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log-sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lstm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta_sgd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixtures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mnist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n-grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>omniglot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own: a separate vector, as in public programs; key: the read key itself, as in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pca: where the starts varied most; starts: through three starts; random: two directions at MAML&apos;s start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pool: the largest of 2 × 2 pixels; stride: every second pixel is convolved, as MAML&apos;s program has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ppo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pretraining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>priority-sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quadratics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quadratics: |Wθ − y|²; landscape: from the first story; sine: regression; glyphs: a network on drawn characters; episodes: few-shot glyphs; mnist: digits from a folder of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random: the same random rows each time; constant: nearly empty; learned: trained too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random; trained: those of a small machine that learned to copy, which come with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw: gradient and loss as they are; log-sign: size and sign separately (log|x| / 10, sgn x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeat-copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reptile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rmsprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rmsprop: decay 0.95, momentum 0.9; graves: centred, as published; adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sgd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>square: anywhere within 0.5 of the start along both axes, as published; ring: 0.5 away in any direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum: the losses along the way; final: the loss on test examples at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surrogate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>triplet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trpo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform: torch&apos;s default; truncated: normal, spread 0.01, as in the MAML code; scaled: normal, by fan-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verification: a probability of being the same class, of weighted differences; triplet: distances alone, learned so that other classes are farther by a margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x and y of each goal that every start adapts to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x and y of each point that every method adapts to; empty: points of the wave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>in {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symbol {symbol}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes effect at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} •</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {symbol}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Apply and restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply and restart: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct first: {settings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the settings of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new run with the pending changes ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SinesLearning</name>
    <message>
        <source>After 1 inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {steps} inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves appear during training; held-out waves are measured every {steps} meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error on held-out waves after some inner steps, or the training cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step ({updates} updates each)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SinesScene</name>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SinesWords</name>
    <message>
        <source>A good start for a real network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ANIL adapts only the last layer; Meta-SGD learns a step size a for each parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptation: gradient steps of size alpha from the start phi. MAML&apos;s gradient is propagated back through them by products with the Hessian H of the support loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a point; every method adapts to it at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the wave&apos;s amplitude and phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a method&apos;s name or bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click an inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click in the function plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a point, Delete or right click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the letter A on the crest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML takes the query gradient where adaptation ends; Reptile moves phi towards the mean adapted theta; pre-training takes the gradient without adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it; remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the inner clock there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-tr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a point and move it; Shift: larger steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab and arrow keys in a plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SmallCard</name>
    <message>
        <source>Reopen {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanChoice</name>
    <message>
        <source>Best plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose three…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes that span the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeliest three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which classes&apos; means the plane goes through: decisions among those are exact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeedDialog</name>
    <message>
        <source>Compiled kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiled kernels are {ratio} times as fast here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open scenario trains with each in turn, on one core; its run pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} meta-steps/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed settings: {settings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready takes about {least} to {most} minutes with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready takes about {low:g} to {high:g} s with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready takes up to {most} minutes with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready: {what}, {done:,} of {total:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready: {what}, {done:,} of {total:,}, {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready… Loading torch; the picture will appear by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready… The picture will appear by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready… Training will start by itself; Space takes that back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured at step {measured}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured at step {measured}, next at {following}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-step {step} cannot be drawn: {reason}. The picture is an earlier one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at breakpoint: {condition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop training again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not start: {reason}. Press Space to start it on the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not start: {reason}. Press Space to try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is {state} at meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run stopped: {reason}. The last valid picture and weights are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was trained on a GPU, which torch does not find here. Press Space to train the rest on the CPU, in a branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario learns from data of yours. Choose where they are: {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on a GPU. Press Space to train the rest on the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training again up to meta-step {step:,}: {done:,} of {total:,}, {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {measured}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{expected}: {what}, {done:,} of {total:,}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Back to the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of ideas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to the open runs, which are paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch learning to learn. Everything is computed live: open a scenario and press Space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to begin with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartWarnings</name>
    <message>
        <source>And {count} more problems, which metascope --info lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything of the plug-ins can be used.
{problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some stored preferences cannot be read; defaults are used.
{problems}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartsDecision</name>
    <message>
        <source>Decision about a query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step j</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartsFreezing</name>
    <message>
        <source>Accuracy on held-out episodes after all inner steps, where the layers up to this one do not move (Raghu et al. 2020). Hollow: only the head does not move; under the pointer with its interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy with layers frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartsLayers</name>
    <message>
        <source>CKA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How layers move, and what they keep ({how})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out episodes, after all inner steps: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ: how far a layer&apos;s weights have moved, ‖θⱼ − θ₀‖ / ‖θ₀‖, on the table; a line across: mean over held-out episodes after all steps. CKA: how alike (linear CKA) a layer&apos;s outputs for the queries are before and after adapting, on the first ten of these episodes; 1 where features are reused, less where they are learned anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartsScene</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freezing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses appear with the first meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss ({how})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartsSteps</name>
    <message>
        <source>Against inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step j</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartsSurface</name>
    <message>
        <source>Loss surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>towards the first adapted network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}&apos;s start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartsWords</name>
    <message>
        <source>A good start for pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ANIL adapts the head alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on {episodes} held-out episodes after {steps} inner steps, with a 95 % interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptation: gradient steps of size alpha on the supports&apos; loss, from the start phi. MAML differentiates the queries&apos; loss through all of them, FOMAML takes the gradient where they end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it as a query or as a support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the clipboard&apos;s picture as a query; on the page Draw it becomes the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about it: its decision is followed over the inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a method&apos;s name, curve or bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a query, or arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click an inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+V on the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a support off the columns, Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a support to another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a character, or drop a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each query by itself: batch normalization has the statistics of the supports, so that no query helps another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every method adapts as if it belonged there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-SGD learns a rate a for each weight, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the inner clock there: the answers on the table are those of that step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile moves the start towards the mean of the networks that training leads to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it away; Undo and Put back bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: batch normalization has the statistics of all queries of an episode, so that they help each other; asked one by one, they are usually answered less well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} α {rate}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Frames drawn per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording memory / limit (older frames are thinned beyond it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of all random numbers of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training device, its threads, and the engine that trains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program does beside training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recordings {used} / {budget} MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} frames/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} meta-steps/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steering</name>
    <message>
        <source>{name} = {value} after meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy or loss on the queries of held-out episodes, or the loss on their supports, which every step descends on: where it goes on falling while that of the queries does not, steps fit the supports alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against inner steps ({how})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error against inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors (hollow: paper)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic error axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median and quartiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median and quartiles over the held-out waves; one wave alone can decide the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns (hollow: paper)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns against inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports&apos; loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The held-out waves are measured every {steps} meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best single function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chance, {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dotted: median, with quartiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hollow: Finn et al. 2017</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step j</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step j, {waves} held-out waves, meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step j; {episodes} held-out episodes, meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step j; {goals} held-out goals, meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicting 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicting 0, the best single function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standing still: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step j, of RL² episode j + 1; {goals} held-out goals, meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} α {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, Finn et al. 2017, 5 shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, median and quartiles of the waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: no mean from step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: no mean from step {step}, {lost} of {waves} waves diverged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>A bandit with two arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A good start for pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A handful of examples, and methods that learn to compare new pictures with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A memory for one look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with external memory labels characters that it has seen once or twice, and learns where to write them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with external memory: what it writes, where, and what it reads back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy walks to goals in the plane that it does not see, and adapts within a few steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All numbers of one cell, and the substitutions by which its memory becomes a weight and its update gradient descent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An LSTM takes the place of gradient descent, with its gates shown at every update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a few points, networks learn sine waves: a good start makes ten points enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned optimizers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss surfaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neural Turing Machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One start for several tasks, on loss curves and surfaces that can be drawn: where MAML, FOMAML, Reptile and pre-training move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies that adapt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sine waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts from which a few gradient steps tell new classes of pictures apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LSTM cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradients of an episode become weights that answer for this episode alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two arms pay at unknown odds, and so few pulls are made that every outcome can be counted: what a start is worth, and where each estimator of the meta-gradient leads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a training loop of your own recorded: paths, heat maps, gates and metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StripsItem</name>
    <message>
        <source>{quantity} = {value}: {row}, {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SurfaceItem</name>
    <message>
        <source>{label} = {value} at ({x}, {y})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>Episode 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss surface around {method}&apos;s start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method through whose start the plane goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through the start and both adapted networks; meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose queries&apos; loss is the map: 1 is the episode on the table, 2 the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off the plane now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queries&apos; loss ({how})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter}: episode {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <source>It is being prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was interrupted; started again, it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time is up; started again, it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has run it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds that the run took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last value of this metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s number, as in its file&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What ran it on {host} has died; started again, it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open, finished, stopped (out of its time) or failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done:,} of {all:,} runs done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{started:,} in progress, about {time} left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{started:,} in progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, {failed:,} of them failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}. {more}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepWindow</name>
    <message>
        <source>Do the runs that are left on this computer, in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the sweep…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the runs that this computer does; later they can be gone on with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep {name} – Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sweep}, run {run}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepWindows</name>
    <message>
        <source>The first {most} of {count} runs were opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {n} seeds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SymbolsItem</name>
    <message>
        <source>{label}: {value} at {x}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableControl</name>
    <message>
        <source>0, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: chosen by the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be numbers such as {example}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Episode {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode {number}, as you have changed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the episode and the memory back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untouched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreeClasses</name>
    <message>
        <source>First class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plane through the means of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three classes that span the plane</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TilesItem</name>
    <message>
        <source>{label}: {quantity} = {value} at row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Track</name>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Correct first: {settings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained without the pending changes: {settings}. Apply and restart uses them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>The method said {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The methods are asked the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials are held-out episodes of this run, with its ways and shots and one query of each: the settings Ways and Shots change them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You against the methods: {ways} ways, 1 shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You against the methods: {ways} ways, {shots} shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {asked} right (95 %: {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {count} methods were right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TuningView</name>
    <message>
        <source>After the last update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned optimizer (has no learning rate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss by which learning rates are judged, on separate held-out problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss by which rates are judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value where a problem diverged: {methods}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuning the hand-made optimizers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuning the rivals: {tried} of {count} learning rates tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: best at η = {rate}, loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdateView</name>
    <message>
        <source>Gradient descent with η = {rate} from the same θ:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first update of a coordinate will appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update, written out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{coordinate} · update {t} of {updates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−gradient</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message>
        <source>all tasks, after adapting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all tasks, before adapting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better arm: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{estimator}, expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} at φ = {phi}: {before} before adapting, {after} after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VectorsView</name>
    <message>
        <source>All tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same length for all arrows, labelled with their norms; otherwise −α times each direction, to scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task whose gradients are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task whose gradients are drawn, or the sum over all tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curvature correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {method}&apos;s start, φ₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {norm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ≈ 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy, save or enlarge the picture, save its data, reset its zoom; also: right click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WalksItem</name>
    <message>
        <source>{label}, path {letter}, time {step}: {x}, {y}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WebPage</name>
    <message>
        <source>Another program recorded the numbers; Metascope {version} drew the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both clocks move where JavaScript is allowed; this is the last moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right: meta-steps, with Shift inner steps. Space plays and pauses. On a slider: arrows, Page up and Page down, Home and End. Drag across a picture: meta-steps, with Shift inner steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and numbers are those of one run of Metascope {version}, seed {seed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner step {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightingsView</name>
    <message>
        <source>All locations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disturbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs, outputs and weightings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locations shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the part of the memory that the heads use, or all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where the heads go after the change of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used locations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weightings after the disturbance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write head and read head shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a, read r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimum: {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head}, disturbed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows, including those not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disturbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head whose weights are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer 1, unit {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}, inputs down and outputs across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read weights after the disturbance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} of M: the fast weights of support {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole memory, not only the rows written in this episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the heads read after the change of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow weights of the base learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow weights, and the fast ones of query {query}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the time steps by class instead of by time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports of class {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time steps sorted by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disturbed read weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast φ⁺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer 1, by unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least used rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow φ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time step, sorted by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Choose a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiled kernels may be missing here ({reason}): runs without them train by their slower reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished. Press Space to play the inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished. Press Space to train longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready… Training will start by itself; Space takes that back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the stage: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready. Press Space to play the inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready. Press Space to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gallery painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gallery ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device}, threads: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device}, threads: {count}, compiled kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device}, threads: {count}, reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} – Metascope</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingDialog</name>
    <message>
        <source>Copy the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the example to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a gesture in the picture: it is shown here as a lesson has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the example as a file of yours, and begin it in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this example and take it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a lesson</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_CellsItem</name>
    <message>
        <source>no finished run at {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{metric}: {value} at {place}; n = {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} = {down}, {column} = {across}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_EntryPainter</name>
    <message>
        <source>{category}: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Text</name>
    <message>
        <source>and {count:,} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
