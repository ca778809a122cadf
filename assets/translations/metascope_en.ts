<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AccuracyView</name>
    <message>
        <source>Accuracy (hollow: the paper, on Omniglot)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy by instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on held-out episodes is measured every {steps} steps</source>
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
        <source>instance of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance of the class ({episodes} {characters} episodes, step {step})</source>
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
        <source>Head whose addressing is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the head finds its place stands here once there is a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose steps are shown</source>
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
        <source>{text}; with the pushed numbers {value}</source>
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
        <source>Animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another animation is being made; this one can begin when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
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
        <source>Inner clock: inside one meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark; the window keeps its own</source>
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
        <source>Of the recorded frames, how many make one picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outer clock: the run&apos;s meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save an animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
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
        <source>The first meta-step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last meta-step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meta-step whose inner course is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole stage</source>
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
        <source>To meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual sizes; type keeps its share of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What advances from picture to picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose inner course is shown and told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures, {seconds:.1f} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} needs a library that is not installed. This installs it: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height}</source>
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
    <name>BandsItem</name>
    <message>
        <source>{label}: {middle} ({low} to {high}) at {x}</source>
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
        <source>Begin the branch, ready to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From meta-step {step}, with the weights alone: {settings} cannot change in a run, so optimizer and random numbers begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From meta-step {step}, with weights, optimizer and random numbers as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the branch is called in the list of runs</source>
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
</context>
<context>
    <name>BreakpointsButton</name>
    <message>
        <source>Breakpoints: pause training when something happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakpoints: {n} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: {condition}</source>
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
        <source>None yet. Training pauses when a condition becomes true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause training when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause when this becomes true</source>
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
    <name>Card</name>
    <message>
        <source>No picture yet: open it to see</source>
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
        <source>Four substitutions: c by theta, z by the negative gradient, the gates by 1 and eta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates, memory and output of each step, with their numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss drawn over training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss over the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean loss from starts that are not trained on, or that of each meta-step&apos;s own batch</source>
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
        <source>Point at a quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take that cell apart, and dim the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell what it is for</source>
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
        <source>What is left is gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, move, back to the whole range</source>
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
        <source>The cell&apos;s numbers appear with the first frame</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{name} = {value} after meta-step {step}</source>
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
        <source>Back to all</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>click: back to all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click: dim the others</source>
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
    <name>Compare</name>
    <message>
        <source>Meta-steps done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last value measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s name</source>
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
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>★ the best single run of these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Runs compared</source>
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
        <source>Copy the table, cells parted by tabs, as spreadsheets take it</source>
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
        <source>Show the numbers as they are now</source>
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
    <name>CurvesView</name>
    <message>
        <source>{run} (dimmed)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Branched off {name} at meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {n} seeds</source>
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
        <source>Metascope {version}: a desktop laboratory for meta-learning. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close: {name}; the View menu brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back into the window: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the window: {name}</source>
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
    <name>Enlarger</name>
    <message>
        <source>All views again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge</source>
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
        <source>Episode before the first picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures whose labels were told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at the picture whose label was told when it was written: the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading head of the episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose reading is drawn, or the mean of all</source>
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
        <source>told at t {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told {letter}</source>
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
        <source>Forget gate: how much of the memory is kept; below 1 it is weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input gate: how much of z is written; in gradient descent the learning rate η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input x: the gradient of the loss and the loss itself, where the guess of θ is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output gate: how much of the memory is shown outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output h = zᵒ · tanh(c): goes into the next step&apos;s gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer y = σ(W′h), between 0 and 1; only the plain LSTM needs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate is 1: no weight decay; the input gate is a learned learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input gate is η: gradient descent, in which nothing is left to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last step&apos;s output: what the cell passes on quickly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory after this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory before this step: it changes slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory itself is θ: c is replaced by θ, and y is no longer needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plain LSTM: its guess of θ is read from y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written into the memory is the negative gradient; the gates stay learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c = zᶠ · c before + zⁱ · z</source>
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
        <source>z: what could be written into the memory</source>
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
        <source>θ = zᶠ · θ before + zⁱ · (−∇l)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ = zᶠ · θ before + zⁱ · z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ = θ before − zⁱ · ∇l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ = θ before − η · ∇l</source>
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
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put message and details on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it happened, for a report</source>
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
        <source>Before the titles, to refer to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both columns of a paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First view large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many views stand side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters (a), (b)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods&apos; names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a PNG; SVG and PDF are lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column of a paper</source>
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
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario, settings that are not the default, seed, meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the type at the axes; lines and marks keep their proportion</source>
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
        <source>Tick a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick what to show; drag, or Alt with arrow keys, to change the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual sizes, each with a fitting size of type</source>
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
        <source>seed {seed}; meta-step {step:,}</source>
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
    <name>FileDialogs</name>
    <message>
        <source>All of these ({patterns})</source>
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
    <name>Filing</name>
    <message>
        <source>Drop one preset (.json), session (.metascope) or weights file (.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open the scenario {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open the session {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open the weights {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no preset (.json), session (.metascope) or weights file (.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderControl</name>
    <message>
        <source>no folder</source>
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
        <source>Back to the points of a held-out wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crest of the wave: its phase + π/2, its amplitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point {number}; Delete or right click: away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thin: before adapting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} before adapting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Back to the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to what was trained; it waits as it was left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch learning to learn. Everything here is computed while you look: open a scenario, press Space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {seconds:g} s</source>
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
        <source>Quantity of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is coloured; the input gate by orders of magnitude, from 0.0001 to 1</source>
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
        <source>input gate zⁱ</source>
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
    <name>GatesView</name>
    <message>
        <source>All coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both gates are 1 by construction: θ keeps its value, and all of the LSTM&apos;s output is added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates against updates</source>
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
        <source>Let the lower axis end at the input gate&apos;s largest value instead of 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter group</source>
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
        <source>The group of parameters whose gates are summed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the lower plot shows</source>
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
        <source>Sequences longer than those of the training are tried every {steps} steps</source>
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
    <name>GhostsItem</name>
    <message>
        <source>{run} · {reading}</source>
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
    <name>HeatMapItem</name>
    <message>
        <source>{quantity} = {value}: {row}, update {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InnerClock</name>
    <message>
        <source>Inner tick looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner ticks a second in slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method whose inner course is shown</source>
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
        <source>The inner tick looked at: what happens within one meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose inner course is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner tick {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick {tick} / {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pace} ticks/s</source>
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
        <source>Cancel; nothing is left of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes}:{seconds:02d} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Recovered {count} runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Knobs</name>
    <message>
        <source>Interpolation gate g: 1 looks by content, 0 goes on from where the head was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key strength β: how much the most similar row stands out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of all knobs: what the head was really told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset what the head is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpness γ: how much the weighting is sharpened after the shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift: by −1, 0 or +1 location, or shared between two of them</source>
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
        <source>Laboratory: loss against update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row of the laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row of the laboratory that is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row of the laboratory is not measured yet</source>
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
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off: the setting “Generalization laboratory” lets it measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best optimizer so far is measured here, on problems unlike its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learned optimizer&apos;s place among all five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs from the problems of meta-training</source>
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
        <source>Adaptation to a task: k steps against its gradient, beginning at the start phi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a mark and move it; Shift: larger steps</source>
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
        <source>FOMAML takes the gradient at the adapted theta; Reptile goes part of the way to their mean</source>
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
        <source>How far a method&apos;s direction is from the exact meta-gradient, both at MAML&apos;s start</source>
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
        <source>MAML minimizes the summed loss after adaptation, pre-training the summed loss at phi itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the start φ of all methods; with Shift, of this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this task&apos;s optimum, and its surface with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point, click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio of norms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab and arrow keys in a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell a mark&apos;s value; keep it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact meta-gradient has all but vanished: there is no direction to compare with</source>
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
        <source>Zoom, move, back to the whole range</source>
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
</context>
<context>
    <name>LayersView</name>
    <message>
        <source>How far the layers go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved: ‖θⱼ − θ₀‖ / ‖θ₀‖ of a layer&apos;s weights and biases; turned: the angle between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out waves, after all steps: {value}</source>
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
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity over the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread the numbers by orders of magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>Starts on the tasks&apos; losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all tasks, sum</source>
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
        <source>task {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task&apos;s loss</source>
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
        <source>what adaptation gains</source>
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
        <source>Forget all lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information and worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put what is shown on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least level that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program and its runs did, the newest last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>detail</source>
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
        <source>Play what is recorded in a loop over the marked range, or the whole run (L)</source>
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
        <source>Loss against update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median and middle half over the held-out problems, or the one problem that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems whose losses are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The held-out problems are being measured; the losses come by themselves</source>
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
        <source>seen, marks: unseen</source>
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
        <source>update t, {problems} problems, meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} η = {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: loss {loss} on examples that no update saw</source>
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
        <source>Accuracy on held-out episodes by instance of a class, their mean cost, or the cost that is trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy, instance {instance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves come with the training, on held-out episodes every {steps} steps</source>
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
        <source>A head reads the rows of the memory by the cosine K of the angle between its key k and each row, through a softmax of beta K; the sharpness beta is 1 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A head writes to what it read before, or to a row least used (w^lu is 1 there), which is erased first; the gate sigma(alpha) chooses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it: erase it, overwrite it or swap it with another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a name in a legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a picture of the episode</source>
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
        <source>LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels remembered in a memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at this method alone, or at all again</source>
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
        <source>Point, click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell a value; keep it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage w^u decays by gamma and grows by what is read and written; a head adds a_t to what it writes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, move, back to the whole range</source>
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
        <source>{right} of {steps} right</source>
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
        <source>Fill the chosen row with random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the chosen row with zeros</source>
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
        <source>Swap the chosen row with the one clicked next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the change of the memory back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undisturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undisturbed memory</source>
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
        <source>&amp;Back: all views, the whole window, no range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Breakpoints…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the recent files</source>
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
        <source>&amp;Live: the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look</source>
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
        <source>&amp;Theme of the desktop</source>
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
        <source>B&amp;ranch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book&amp;mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as scrip&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the main &amp;view, or all views again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First &amp;inner tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner tick af&amp;ter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner tick be&amp;fore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;oop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last inner tic&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light / &amp;dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marker befor&amp;e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-step &amp;after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-step &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;estart with the present settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran&amp;ge begins here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range en&amp;ds here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen the &amp;last runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
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
        <source>Save pr&amp;eset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the main &amp;picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save wei&amp;ghts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script is in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With other &amp;seeds…</source>
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
        <source>1 to 100 characters of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; against the wave {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; against the wave {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last update: loss {loss}. Plain SGD with the same η and λ stayed within {gap} of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last update: loss {loss}. The meta-step that led here taught the optimizer nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last update: loss {loss}. The meta-step that led here: meta-loss {meta}, meta-gradient {norm} long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last update: loss {loss}; not meta-trained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before adapting, {method}&apos;s loss on the {points} points is {loss}{against}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first picture; {right} of {steps} will be labelled rightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first time step; the whole sequence will cost {bits} bits, {wrong} of them wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact meta-gradient, back through {k} steps: {directions}; the query gradient was {query}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First order: the query gradient as it is: {directions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient at φ: {directions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent climbs: η x largest curvature = {product:.2f} &gt; 2. η below {limit:.3g} would not.</source>
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
        <source>No wave of the training has a phase of {phase}: theirs go up to {most:.3g}</source>
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
        <source>Qt needs system libraries: sudo apt install {packages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query loss at θ after {k} steps: {losses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile asks no query loss; where it would be asked: {losses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile&apos;s direction (φ − θ) / α: {directions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} of {steps} (rate {rate}): loss on the {points} points {before} → {after}{against}; {moved}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step}: the adaptation has left the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {t} of {steps}: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support step {step} of {k}: {tasks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {task}: alpha x largest curvature = {product:.2f} &gt; 2: each step lands farther from the minimum than it left ({methods}). Alpha below {limit:.3g} would not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learned optimizer starts on a held-out problem: loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oracle is told the wave that fits the points best: A = {amplitude}, φ = {phase}</source>
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
        <source>The weights would leave the numbers at meta-step {step}: {methods}</source>
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
        <source>a change must have a meta-step, a name and a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change was refused, which it was not then: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a combined optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a machine with {n} x {m} of memory, {heads} of each kind of head, a feed-forward controller of {units}, {x} inputs, {y} outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a machine with {n} x {m} of memory, {heads} of each kind of head, an LSTM of {units}, {x} inputs, {y} outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a meta-step must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network of {units} units with {heads} heads of width {width} that write their keys, {x} inputs and {labels} labels, beside an LSTM of {rival}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network of {units} units with {heads} heads of width {width}, {x} inputs and {labels} labels, beside an LSTM of {rival}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number in it must be nan, inf or -inf, not {got}</source>
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
        <source>a session does not tell {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session file must have at most 4 GB and {limit} parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session holds nothing named {name}</source>
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
        <source>a whole number must have at most {limit} digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an additive optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer&apos;s cost is no longer a number</source>
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
        <source>an input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another animation is being made; this one can begin when it is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most 2000 characters of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can be erase, overwrite or swap, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be changed: this scene has nothing of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be changed; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be gone on from: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be locked: the disk is full, or nothing may be written there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be made: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be moved where new tasks are drawn at each meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read as a PNG picture: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read as a zip file, it may be cut off: {reason}</source>
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
        <source>cannot be used with --headless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written: what you prefer holds until the window is closed</source>
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
        <source>checkpoints must be at meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints must rise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuda needs a GPU and a torch built for CUDA, and torch {version} finds none here: cpu and auto run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not match: {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget gate</source>
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
        <source>has its own scenario and settings: no --preset, no --set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head 1 writes to row {row} ({weight}), least used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head 1 writes to what it read (σ(α) {gate}), most to row {row} ({weight})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds weights, not a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance {instance} of class {label} is labelled {chosen} ({share}), rightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance {instance} of class {label} is labelled {chosen} ({share}), wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a JSON text, not a session: is it a scenario?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a ZIP file, but no whole session saved by Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a picture or a document, not a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is cut off: the gzip file has no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is cut off: the header must have {expected} bytes, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is cut off: {expected} bytes must follow the header, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in use by another instance</source>
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
        <source>is no layout of a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no session saved by Metascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no size of this task; it has {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no whole safetensors file: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a key of a preset{hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a scenario; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a setting of this scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a setting; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a weight of this scene</source>
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
        <source>is not there any more; it was taken off the recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of another version; everything stands as at the first start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it reads what nobody has written</source>
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
        <source>its parts must be named as a session&apos;s are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts must be neither compressed nor encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts must have at most {limit} bytes, not {got}</source>
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
        <source>meta-gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step {step} cannot be continued: no checkpoint lies before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-step {step} cannot be returned to: no checkpoint lies before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-training cannot go on from meta-step {step}: {name} of the optimizer&apos;s weights would leave the numbers; the meta-gradient is {norm:.3g} long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 0 where neither gradient nor loss is seen: the LSTM would have no input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 for the lecture&apos;s pair of curves, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 10 to 1200, not {dpi}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 2 for the lecture&apos;s pair of curves, not {got}</source>
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
        <source>must be UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a PNG picture, and whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a condition such as &quot;maml.loss_after &lt; 0&quot;, &quot;in 500 steps&quot; or &quot;at 1000&quot;, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a file or folder of Omniglot, not a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a file, not a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a finite number, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a folder or zip file of Omniglot; there is none of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a folder that can be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a folder with MNIST&apos;s idx files; there is none of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of {d} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a meta-step after {now}, not {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a picture, and is no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a preset (.json), a session (.metascope) or a weights file (.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a session saved by Metascope</source>
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
        <source>must be a whole number, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be above 0, or the loss has no minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object with the keys of a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least 1 where a network is trained from minibatches, not 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least 1 where an LSTM makes the update, not 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least 1, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least 2, or none follows another, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least the {updates} updates where only the end counts, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least the {updates} updates where the start is learned</source>
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
        <source>must be at least {least}: an episode takes {classes} of the quarter that is kept apart; not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least {needed} for each class (what updates see and the test), not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least {needed}: the longest sequences have so many vectors to be kept, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most 1 / η = {most:.3g}, not {got:.3g}, or the forget gate 1 − ηλ is negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most 10 for MNIST, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most 20 of each class, not {got}</source>
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
        <source>must be at most {le}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {limit} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most} over {updates} updates, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most} points, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most}, not {span}: one problem of {n} coordinates with {units} units in {layers} layers keeps {work:.2g} numbers, over the limit of {limit:.0e}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most}, the classes there are, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {vectors}, the vectors there are, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be empty unless the family is quadratics, not {family}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be false where curvatures or optima are chosen</source>
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
        <source>must be from 1 to {most}, the drawings of a class there are, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from 2 to {most}, the classes there are, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be given once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be in black and white or in 8 bits of grey, not in the mode {mode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be less than the range&apos;s right end {high}, not {low}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be less than the {tasks} held-out waves, not {got}: they are counted from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than the {context} bits of a context, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be name=value, not {got}</source>
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
        <source>must be one of {names} or nothing, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be real numbers of shape {shape}, not {got}</source>
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
        <source>must be true or false, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true where an LSTM makes the update: it has nothing else to go by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true, or another of the methods: there is nobody to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be weights of {wanted}, not of {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be weights saved by Metascope: it has none of their metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {expected}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {format}, not {got}: a newer program&apos;s format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {low:g} to {high:g}, not {got:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {low} to {high} frames a second, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {low} to {high} pixels, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {low} to {high} units in both directions, not {width} x {height}</source>
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
        <source>must end in .png, .svg or .pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must end in .png, .svg, .pdf or .csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must end {expected} bytes after its header, but goes on</source>
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
        <source>must have as many labels as {images} has pictures, {expected}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least 1 entry, not 0</source>
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
        <source>must have before, row, how and perhaps other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have exactly {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have labels from 0 to 9, not {got} (label number {at})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have one number a dimension, {d}, not {got}</source>
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
        <source>must have pictures of every digit; there is none of {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have pictures of one size, not of {one} and {other} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have square pictures of 1 to {largest} pixels an edge, not {rows} × {columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have train-images-idx3-ubyte or t10k-images-idx3-ubyte, or either with .gz</source>
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
        <source>must have {names} of each run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have {side} × {side} pixels, not {width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have {width} numbers in each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must leave alphabets for all three parts: {alphabets} cannot give {validation} and {test} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie in the range from {low} to {high}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie within -1000 and 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie within -{limit:.0f} and {limit:.0f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie within -{x:.0f} and {x:.0f} along x, and within -{y:.0f} and {y:.0f} along y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must list the runs, at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name each run once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name parts of the stage or settings, not {name}; did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name the folder or zip file in which Omniglot lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name the folder with the idx files of MNIST</source>
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
        <source>must range from a least of 1 or more to a most of {limit} or less, not from {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs --headless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a family to draw from: quadratics or mixtures, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a library that is not installed; this installs it: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs at most {limit} coordinates in all; {problems} problems of {n} have {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>networks of {n} parameters by {names}</source>
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
        <source>one preset, session or weights file can be dropped at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other meta-steps were measured</source>
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
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scene must be one of {known}, not {got}</source>
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
        <source>the arrays of kind {kind} must fill their tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the checkpoint does not fit this scenario: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cost is not a finite number</source>
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
        <source>the format must be {format}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the format&apos;s number, {format}</source>
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
        <source>the gradient is not made of finite numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layers have moved by {shares}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the meta-steps must rise</source>
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
        <source>the name of a scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name {name} must be given once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parts must be {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run did not come this way again: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run left the numbers, which it did not then: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run that was to be branched is not open any more</source>
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
        <source>the session must tell its {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session&apos;s format must be {format}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session&apos;s settings must fit: {problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session&apos;s {keys} must be as Metascope writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the step failed: {kind}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the surface after adaptation takes {points} points x {tasks} tasks x {steps} steps = {work:.2g} gradients, over the limit of {limit:.0e}; at most {most} inner steps would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the way back was broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights must be those that were saved: the sha256 differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {quantity} is not a finite number at update {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {quantity} of {name} is not made of finite numbers at update {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no recorded frames to show in this range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no runs to reopen: no window was closed on any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no run to ask: it could not be prepared</source>
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
        <source>there must be fewer arrays in a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these weights lead to answers that are no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training cannot go on from step {step}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was not done: the run ended before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was not written: the encoder ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
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
        <source>z is −∇l = {z} and zᶠ is 1; the gates answer zⁱ = {z_i}, zᵒ = {z_o}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z is −∇l = {z}, zᶠ is 1, zⁱ is η = {z_i}: nothing is left to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z is −∇l = {z}; the gates answer zⁱ = {z_i}, zᶠ = {z_f}, zᵒ = {z_o}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{batch} episodes of {steps} time steps with {cells} numbers of memory keep {kept:.2g} numbers, over the limit of {limit:.0e}; at most {most} episodes would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{batch} sequences of {steps} time steps with {cells} numbers of memory keep {kept:.2g} numbers, over the limit of {limit:.0e}; at most {most} sequences would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} by content (row {content}, {share}), shift {shift}: row {row} ({weight})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} goes on (g {gate}), shift {shift}: row {row} ({weight})</source>
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
        <source>{method} cannot go on from meta-step {step}: from phi = {phi} the path of task {task} leaves the numbers; at theta = {theta} alpha x curvature = {product:.3g}, where more than 2 diverges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} cannot go on from meta-step {step}: its update would move phi = {phi} to {next_phi}; the length of its meta-gradient is {norm:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} has left the numbers, with inner rate α = {alpha:.3g} and outer rate β = {rate:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} has left the numbers, with inner rate α = {alpha:.3g} and step ε = {rate:.3g}</source>
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
        <source>{method} leaves the numbers at step {step} of its adaptation: its steps are too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} starts at φ = {phi}: loss now {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} starts where the problem does: loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} stays where it is at step {step}: going on would climb above a loss of {limit:.0e}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: the guess of θ begins at {theta}, where the loss is {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}: the guess of θ begins at {theta}, where the loss is {loss}; the memory c is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: it is not what was saved</source>
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
        <source>{name} must be of a kind that sessions hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {count} whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must hold finite numbers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must lie within {least} and {most}</source>
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
        <source>{name} must not stand where it does</source>
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
        <source>{problems} problems of {n} coordinates over {span} updates with {units} units in {layers} layers keep {work:.2g} numbers, over the limit of {limit:.0e}; at most {most} problems would do</source>
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
        <source>{reason}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stopped} of the {count} problems of this meta-step diverged and were stopped, the first at update {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tasks} held-out waves with networks of {n} parameters of {methods} methods keep {kept:.2g} numbers, over the limit of {limit:.0e}; at most {most} would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tasks} waves with {steps} inner steps of {learners} methods&apos; networks of {n} parameters keep {kept:.2g} numbers, over the limit of {limit:.0e}; at most {most} waves would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tasks}; sum {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{updates} meta-iterations with {tasks} waves of {points} points, {steps} inner steps and {n} parameters take {work:.2g} multiplications, over the limit of {limit:.0e}; at most {most} would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{update} is off the landscape: the step is not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} at meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {count} bits wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetaView</name>
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
        <source>Meta-loss; on held-out problems mean loss over the updates, loss after the last one; gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve comes with the meta-steps, of held-out problems every {steps} of them</source>
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
        <source>input gate&apos;s deviation over updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest difference from SGD&apos;s course</source>
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
        <source>FOMAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
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
        <source>RMSprop</source>
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
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
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
        <source>Cost in bits and wrong bits of a held-out sequence, or the cost that is trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves come with the training, on held-out sequences every {steps} steps</source>
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
        <source>A head finds its place in four steps: rows that are like the key k, by a softmax of beta times their similarity; the gate g mixes that with where the head was; the kernel s shifts it; the power gamma sharpens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A memory outside the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A writing head erases e and adds a, weighted by w; a reading head returns the rows, weighted by w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it: erase it, overwrite it or swap it with another</source>
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
        <source>LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at this method alone, or at all again</source>
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
        <source>Point, click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See at once where the head would have gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell a cell&apos;s value; keep it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, move, back to the whole range</source>
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
</context>
<context>
    <name>OptimizersScene</name>
    <message>
        <source>Coordinates</source>
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
</context>
<context>
    <name>OptimizersWords</name>
    <message>
        <source>Both gates are sigmoids of what the optimizer has seen, with weights that all coordinates share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose coordinate and update: the update is written out</source>
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
        <source>Gradient descent as an LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent is the same with theta for the state, the negative gradient for the new value, forget gate 1 and input gate eta: a forget gate below 1 is weight decay, the input gate a learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM, gates fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at this method alone, or at all again</source>
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
        <source>One LSTM makes z of the gradients so far; the gates decide how much of z and theta stays</source>
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
        <source>Point, click</source>
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
        <source>Tell a mark&apos;s value; keep it there</source>
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
        <source>The update is what an LSTM makes of the gradients so far; both gates are 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, move, back to the whole range</source>
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
        <source>Frames a second reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-step looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps a second reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps a second, 1 to as many as the machine can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One meta-step</source>
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
        <source>Pause training (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded frames a second in the loop, slow motion to as fast as it can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the bookmark (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and drag marks a range to loop over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meta-step looked at, and where the run pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
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
        <source>{pace} frames/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pace} steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} / {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–/s</source>
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
    <name>Palette</name>
    <message>
        <source>Arrow keys choose, Enter does it, Esc goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do, to open or to set: a few letters are enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look for</source>
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
    <name>PathView</name>
    <message>
        <source>The way down, update by update</source>
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
</context>
<context>
    <name>PathsView</name>
    <message>
        <source>The guesses of θ</source>
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
        <source>lowest point of task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start θ⁰</source>
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
        <source>All tasks, after adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tasks, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error after adaptation, held-out waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of the shown wave, not adapted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss surface of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts on the tasks&apos; losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map drawn: the meta-objective, or the shown wave&apos;s loss before adapting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plane keeps {kept} of how the starts have moved; errors: after k = {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface drawn: Σ l(θₖ(φ)), Σ l(φ), or one task&apos;s l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface is computed every {steps} training steps, and comes by itself</source>
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
        <source>error of the shown wave, not adapted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error on plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
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
        <source>principal component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second axis</source>
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
        <source>this tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter}: {kind}, keeps {kept}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Autosaves lie in {path}</source>
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
        <source>A bad start, and parallel ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with MNIST&apos;s idx files, named in the settings, takes the place of the drawn signs. The network and the optimizer are those of the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A good start for a real network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A loop, learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network of 1,761 weights is to become a sine wave from ten of its points, and six methods prepare it on other waves. Before adapting all but the oracle, which is told the wave, are about as wrong. After ten gradient steps, with seed 0, MAML&apos;s error was 0.16, FOMAML&apos;s 0.22, Reptile&apos;s 0.41, and that of pre-training, which adapts with the best of nine step sizes, 1.81.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with 1,761 parameters learns sine waves from ten points in ten updates. One cell, shared by all parameters, decides at each update how much of a parameter to keep and how far to follow its gradient. The forget gate stays near 1, a mild weight decay; the input gate, the learning rate, is learned from update to update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sequence is shown, and how often it is to be repeated: the machine has to copy it, jump back to its beginning, and count. With seed 0 it paid 6 bits for a sequence after 26,000, where guessing costs about 240. Sequences twice as long then had a tenth of their bits wrong, but twice as many repeats nearly half: as in the paper, it cannot count beyond what it was taught.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across these narrow bowls an inner step jumps to the other wall (α times curvature is 1.7). After 15 steps FOMAML takes the gradient where it landed, and turns away from the exact meta-gradient, which carries it back through the path&apos;s curvature. The meter shows the angle; play the inner clock to see each direction computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An LSTM cell whose memory is θ, whose input is −∇l, whose forget gate is fixed to 1 − ηλ and whose input gate to η, is gradient descent with weight decay. Its path and plain SGD&apos;s are the same to the last digits. Move η and λ and see what the two gates do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An LSTM with two layers of 20 units looks at each gradient and says what to add to each parameter. It is trained through its own updates on random 10-dimensional quadratics. After a few seconds it is ahead of Adam with the best learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both at once: gates and an LSTM of gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters remembered after one look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the network has never seen come one after the other, and the label of each is told only after its answer: it learns to keep what it sees in rows least used, and to find it again. After about 120 steps, seeds 0 to 4, it labels a quarter of first instances rightly, 70 % of second and almost 90 % of tenth ones. The LSTM beside it, with no memory outside itself, comes to 52 to 62 % and 70 to 77 %.</source>
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
        <source>Each sequence has a table of its own: after each five bits, how likely the next is 1. The machine can keep count in its memory, and slowly learns to: with seed 0 it paid 181 bits after 9,000 sequences, where guessing costs 195. Nobody can do better than the optimal predictor, about 128 bits, whose cost stands beside both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each task has a deep well and a poor one, in a plane with room to turn. Pre-training walks along g₁, its gradient where it stands; FOMAML along g₂, the gradient where adaptation ends; MAML corrects g₂ by the curvature of the way, and Reptile takes the way itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight points that lie on no sine wave, and every method adapts to them at once. Drag them, add others or take some away, and see which start follows you, after one step or after ten, while training goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every meta-step draws new tasks from a family, and the curve that counts is measured on 64 tasks that no method has trained on. What was learned is a start for the family, not for a list of tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five unknown signs, one drawing of each, and ten updates to tell them apart. Start and gates are learned together over many such episodes; the test is on drawings that no update saw, of signs that meta-training never saw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four methods look for one start from which a few gradient steps solve two tasks. Pre-training takes the place that is best right now, and its adaptation ends stuck in task B&apos;s poor valley. MAML takes a place that is worse now, from which both tasks are solved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four steps lead from what a controller says to where a head reads or writes: likeness to a key, a gate between that and the place before, a shift, a sharpening. Nothing is trained here: push the numbers of the untrained head, step by step, and see what each does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the LSTM cell to gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From φ = −3 every method slides into the wrong basin: no meta-gradient points over the hill. Eight more starts, spread over the range, are trained beside it, and some of them end well: a meta-learner is gradient descent too, and restarts are its cure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent is an LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a head finds its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the lecture&apos;s second version one LSTM integrates the gradients so far, as momentum does, and a gated cell decides how much of its output to take. Forget and input gate can be watched beside what goes into the cell. The two papers have one half each; their combination is the lecture&apos;s own.</source>
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
        <source>Learning everything at once learns nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning to learn quadratics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step: Reptile is pre-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting bits from their last five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put θ for the memory c, −∇l for z, 1 for the forget gate and η for the input gate, and the LSTM cell is gradient descent. All five cells see the same gradients and losses and are trained at once, on bowls that are new at each meta-step; shown is a bowl that none has seen. Play the inner clock, and click a stage of the chain to take that cell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recalling what came next</source>
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
        <source>Task B curves so sharply that a gradient step with this α jumps across its valley and lands higher than it left: α times curvature is above 2. Lower the inner learning rate below the limit that the notice names and watch the path come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks never seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller is a feed-forward network: whatever it is to know at the next time step must stand in the external memory, or in where its heads are. It learns to copy all the same: with seed 0 it made no mistake after 10,000 sequences, nor on twice the length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder or zip file of Omniglot, named in the settings, takes the place of the drawn characters; each drawing is moved to the middle of its picture and made brighter until its brightest pixel is white, as the paper does not tell of: as they lie, 500 updates taught the network next to nothing. In one run of 320 steps it came to label 80 % of second and 93 % of tenth instances of unseen alphabets rightly, the LSTM 68 % and 81 %. The paper trained on 100,000 episodes, this run on 51,200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learned optimizer trains a 784-20-10 network on drawn signs, 15,910 parameters with one shared cell. Then it is put to networks that it was not trained on: 40 units, two layers, ReLU, longer courses, another family. The laboratory shows where it still beats tuned rivals, and where not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The published table, trained again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same on MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same on Omniglot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the MAML paper&apos;s table for five points of a wave, all 70,000 iterations, and the published errors beside the measured ones: with seed 0 MAML came to 0.55, 0.32 and 0.28 after 1, 5 and 10 steps, where 0.67, 0.38 and 0.35 were published. The first weights are drawn as torch draws them. From those of the published code, which are smaller, the mean came out worse: of 500 held-out waves one leaves the numbers within ten steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the Reptile paper: phases up to 2π, 30,000 iterations of five small steps, then 32 steps on ten points of a wave. For all waves together no function is better than 0, and before adapting Reptile is as wrong as that. With seed 0 one step brought its error from 4.7 to 0.8 and five to 0.1; pre-training stayed above 3.</source>
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
        <source>Twenty vectors are shown, each with a priority; the sixteen highest are asked for in order. With eight heads the machine can write each to a row that its priority chooses, and read the rows one after the other. The paper trained for far longer than minutes: with seed 0 a sequence cost 97 bits after 15,000, and fell; guessing costs 128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two tasks, one start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 20 random vectors are shown, and then asked for again: the machine learns to write each to a row of its own and to go along the same rows when it answers, a diagonal in both weightings. Seeds 0 to 4 took 6,000 to 16,000 sequences and then copied 40 vectors with at most 0.08 % wrong bits; at times it forgets, and learns again. The LSTM beside it, with as many weights and no memory, is still guessing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to six items of three vectors each are shown, and then one of them again: the answer is the item that followed it. Content finds the item in memory, and a shift of the weighting goes on to the next; with four heads and the paper&apos;s feed-forward controller seeds 0 to 4 came below 1 bit after 8,000 to 35,000 sequences, where guessing costs 18. Seed 0 then made no mistake among 12 items, and a few among 20; at times a machine forgets, and learns again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wells in a bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the first-order shortcut costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it adapts, ANIL moves nothing but its last layer, and MAML whatever it likes. On sine waves that is the first layer most of all: by 4.5 % of its length in ten steps with seed 0, and the last by 1.8 %, where ANIL&apos;s has to go 18 %. The errors that are left are 0.2 for MAML, 0.4 for ANIL and 1.6 for pre-training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a single inner step the way to the adapted theta is one plain gradient: Reptile and pre-training draw the same path, here to the last digit. Raise k while it runs and watch them part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With phases up to 2π the mean of all waves is 0, and the best that joint training can do is to predict nothing: its error tends to half of E[A²], which is 4.25. Reptile&apos;s start is as wrong before it adapts. Ten steps on ten points bring it from 4.2 to 0.1 with seed 0, and leave pre-training above 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your function, from the points you draw</source>
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
        <source>Delete what was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it where it is and ask again at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metascope ended unexpectedly. What was being trained was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the runs as they were, to look at and to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start clean</source>
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
        <source>Below each run what branched from it; the current one is bold. Small: in which settings a run differs from the one it came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it dimmed behind the current run</source>
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
        <source>Step</source>
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
        <source>Delete {run}? Its training ends, and what it recorded is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…	Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw as a ghost	Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw median and band	Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw no band	Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw no ghost	Space</source>
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
        <source>List the runs that were hidden, too, in italics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it	Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One table of all runs: what differs, and the metrics they came to</source>
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
        <source>Show in the list	H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the current run&apos;s settings with several seeds, and draw their median</source>
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
        <source>Fold away: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, open</source>
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
        <source>{group}: median and {low}–{high} % of {n} seeds</source>
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
        <source>Number of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds {first} to {last}, one after the other in the background; curves show their median.</source>
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
        <source>0: the gates come straight from their inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 pi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start in the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wave of yours</source>
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
        <source>Adam&apos;s step size for the cells&apos; weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptation steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All texts a fifth larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amplitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input at each update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input of the gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annealed over</source>
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
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin at the inner learning rate, or are drawn from 0.005 to 0.1 as in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of a sequence</source>
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
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters never trained on; the best weights are chosen by those for validation</source>
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
        <source>Clipping</source>
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
        <source>Curvatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides every random draw of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differentiates through the adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done between two pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the tasks anew and meta-test on unseen ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn anew for each meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn by a table of probabilities of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each class of an episode is turned by 0, 90, 180 or 270 degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each on a minibatch, in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each reads and writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each wave&apos;s is drawn from 0 to this, its amplitude from 0.1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each with a priority; the highest four fifths are asked for in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes in an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evenly from -5 to 5, from which minibatches are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples that an update sees; of a few-shot episode 0 is all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOMAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the LSTM&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames are thinned evenly beyond it; metrics are never dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further points, by which an adapted network is judged</source>
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
        <source>Goes part of the way to each adapted network</source>
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
        <source>Gradient steps of adaptation to a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out episodes</source>
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
        <source>Held-out tasks of the meta-test</source>
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
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much a row&apos;s likeness to the key counts in reading; 1 as in the paper&apos;s equations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of a run a crash may cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a sequence is asked for, from 1 to this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each class is shown in an episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly it is forgotten that a row was used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep that the gradient depends on the parameters, which is otherwise dropped; slow, small problems only</source>
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
        <source>Larger type</source>
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
        <source>Largest norm of a meta-gradient; near a barrier it explodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest number, or length</source>
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
        <source>Left end of starts, guesses and pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left end of the surfaces drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, or as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML that adapts the last layer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML that learns a rate for each parameter</source>
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
        <source>Measure the best optimizer on problems unlike those it was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory locations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of recordings</source>
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
        <source>Meta-SGD&apos;s rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-iterations a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-iterations in which Reptile&apos;s step falls to 0; 0: it stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps between two meta-tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps that a measurement on the held-out problems is spread over</source>
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
        <source>Moves phi along the meta-gradient; Reptile has a rule of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the start; Reptile has a rule of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tasks each meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in a start phi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in theta; the LSTM has a memory cell for each, and every gate sees all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of Adam, which trains the optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of RMSprop; 1e-8 is torch&apos;s, with 0.01 fewer relapses were seen, and slower beginnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a picture problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of adaptation in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of an episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each hidden layer of the network that is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each layer; 128 have as many weights as the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each layer; shared by all coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each number of the gradient, or of its length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each row of its table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of gradient and loss: as they are, or size and sign apart (log|x| / 10, sgn x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of gradient descent: the fixed input gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of gradient descent: the forget gate is 1 − ηλ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of its one layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the LSTM that moves the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the meta-batch, the first so many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the network that is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the network&apos;s hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the optimizer on a problem, in meta-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the sequence whose course is shown: its vectors or items; predicted sequences have their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of three vectors each, from 2 to this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of your wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of your wave A sin(x − φ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: every start stays where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: machine and rival stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: network and rival stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the optimizer stays as it is and is only measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omniglot folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On held-out waves and on the one that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which all methods are measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which task the cells are watched; no drawn task is trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One above the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One is the fastest for small models; the others are left to the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One network for all waves at once</source>
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
        <source>Over which accuracy is averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over which bits are averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over which losses are averaged; rivals are tuned on others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases up to</source>
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
        <source>Pixels along an edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels, averaged down from 28</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of a wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of a wave that a network adapts to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of an inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-training that is told amplitude and phase</source>
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
        <source>Quadratics, one row a task: a (1-D), or a1, a2 and the angle in degrees (2-D); empty: drawn by the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
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
        <source>Read sharpness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile</source>
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
        <source>Reptile&apos;s step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile&apos;s waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right end of starts, guesses and pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right end of the surfaces drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rival</source>
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
        <source>Sequence shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences of one length in an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the way from phi to the mean adapted theta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the way to the mean adapted network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many that write, and as many that read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of a minibatch&apos;s gradient about the task&apos;s; support and query draw their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of adaptation; pre-training, scratch and the oracle search for their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of its adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of the optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps after which the loss surface is computed anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between two measurements on held-out and on longer sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between two measurements on held-out episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between two measurements on the held-out waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the cell on one task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface every</source>
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
        <source>Task shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks of one meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks whose losses are summed in a meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder or zip file of the official layout, such as images_background.zip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The initial network, never trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that moves the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The problems&apos; common start is meta-trained too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rival without memory, on the same episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rival without memory, on the same sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start and more, spread evenly over the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their values at the last update are inputs of the gates</source>
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
        <source>Threads for training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To train on; as many as a quarter of it are kept apart for validation, and as many for the test</source>
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
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training examples: of a sine wave, or of each class of an episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned classes</source>
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
        <source>Updates a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates that back-propagation goes back; each has a meta-gradient of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors of a sequence in training, from 1 to this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors of a sequence that is repeated, from 1 to this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves of a meta-iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is put for the input gate in the last substitution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training lowers: the mean loss over the steps, or the last step&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where each task&apos;s optimum lies, one row a task; empty: as the family has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where every method starts, one number a dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the forget gate&apos;s bias starts: 4.5 gives 0.989</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the idx files of MNIST are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the input gate&apos;s bias starts: −4.5 gives 0.011</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the run pauses as finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the run pauses as finished; a meta-step is a course of all updates on new problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the run pauses as finished; a step is several meta-iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the run pauses as finished; a step is several updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the shown course begins, one number a dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the held-out ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the held-out problems the gates are shown on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adam</source>
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
        <source>alpha</source>
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
        <source>combined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy a sequence; repeat it; recall the item after the one asked for; predict bits; sort by priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu: the fastest for networks as small as the scenarios&apos;; auto: a GPU where there is one and batch and network are large enough to gain by it; cuda: the GPU</source>
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
        <source>drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>episodes</source>
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
        <source>glyphs: characters drawn by the program; omniglot: handwritten ones in a folder of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient-descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient-descent: gates fixed; gates: learned gates (Ravi &amp; Larochelle); additive: an LSTM&apos;s output (Andrychowicz); combined: both (Lee)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>graves</source>
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
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lecture: Lee&apos;s pair of curves; quadratics: bowls; wells: two wells in a bowl; mixtures: random wells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lecture: Lee&apos;s pair of curves; wells: two wells in a bowl; quadratics, mixtures: new ones each meta-step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lecture: a curve; the others: surfaces in the plane</source>
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
        <source>own: a vector of its own, as programs have it; key: the key that is read by, as the paper writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pca: where the starts have varied most; starts: through three of them; random: two directions at MAML&apos;s</source>
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
        <source>pretraining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>priority-sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quadratics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quadratics: |Wθ − y|²; landscape: the first story&apos;s; sine: regression; glyphs: drawn signs, a network from minibatches; episodes: few-shot glyphs; mnist: a folder of yours</source>
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
        <source>raw</source>
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
        <source>rmsprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rmsprop: decay 0.95, momentum 0.9; graves: centred, as published; adam</source>
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
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
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
        <source>truncated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform: as torch begins; truncated: normal, 0.01, as the MAML code; scaled: normal, by the fan-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x and y of each, to which every method adapts; empty: points of the wave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>changes while running</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Nothing waits for a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all settings back to what the scenario has</source>
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
        <source>Start a new run; {count} changed settings wait for it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SinesLearning</name>
    <message>
        <source>After 1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {steps} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before adapting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error on held-out waves after so many steps of adaptation, or what is trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves come with the training, on held-out waves every {steps} steps</source>
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
        <source>training cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training step, {updates} meta-iterations each</source>
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
        <source>ANIL adapts the last layer only; Meta-SGD learns a step size a for each parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptation: steps of alpha against the gradient, from the start phi. MAML&apos;s gradient goes back through them by products with the Hessian H of the support loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a point: every method adapts to it at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the wave&apos;s amplitude and phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a point and move it; Shift: larger steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a method&apos;s name or bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click at a step of adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click in the function&apos;s picture</source>
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
        <source>FOMAML takes the query gradient where adaptation ends; Reptile goes part of the way to the adapted networks; pre-training takes the gradient without adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at this method alone, or at all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it; take it away</source>
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
        <source>Tab and arrow keys in a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, move, back to the whole range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Changed since: {settings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready… torch is being loaded; the picture comes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not begin: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is {state} at meta-step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run paused by itself: {condition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run stopped: {reason}. The last good picture and weights are kept.</source>
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
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Device that trains, and its threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames drawn a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the recorded frames, and its budget; beyond, frames are thinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-steps a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed: decides every random draw of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run is doing</source>
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
        <source>{rate} steps/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>Error against adaptation steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error by step (hollow: paper, 5-shot)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis of the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread the errors by orders of magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The held-out waves are measured every {steps} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best single function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hollow: Finn et al. 2017</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean squared error</source>
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
        <source>step of adaptation j</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step of adaptation j, {waves} held-out waves</source>
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
        <source>must be numbers such as {example}, not {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: chosen by the program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Track</name>
    <message>
        <source>and {n} more</source>
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
        <source>Learned optimizer, without a rate</source>
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
        <source>The loss by which a learning rate is judged, over held-out problems of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rivals are being tuned: {tried} of {count} learning rates are tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuning the hand-made optimizers</source>
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
        <source>Gradient descent with η = {rate} would have done from there:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update of one coordinate stands here once there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update, written out</source>
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
    <name>VectorsView</name>
    <message>
        <source>All arrows equally long, with the directions&apos; norms; else minus α times each, to scale, with lengths</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Task whose gradients are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose gradients are drawn: one task&apos;s, or the sum over all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curvature&apos;s correction</source>
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
        <source>Menu of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset range</source>
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
    <message>
        <source>Save or copy this picture, save its data, reset its range</source>
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
        <source>Draw the stretch of memory in which heads settle, or all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw where the heads go after the change of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads that are drawn</source>
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
        <source>Locations that are drawn</source>
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
        <source>Which writing and which reading head is drawn</source>
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
        <source>By class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disturbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the whole memory, not only the rows that are written in this episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw what the heads read after the change of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head that is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the time steps by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the time steps of each class side by side, instead of as they follow each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read weights after the disturbance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are not written too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which head&apos;s weights are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class by class: time step</source>
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
        <source>least used rows</source>
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
        <source>t = {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage</source>
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
        <source>Finished: Space trains on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready…</source>
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
        <source>Ready: press Space to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that was kept between starts cannot be read; its default is used.
{problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by a failure</source>
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
        <source>gallery ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready to train</source>
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
        <source>{title} – Metascope</source>
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
</TS>
