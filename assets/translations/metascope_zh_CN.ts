<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccuracyView</name>
    <message>
        <source>Accuracy (hollow: paper, Omniglot)</source>
        <translation>准确率（空心：论文，Omniglot）</translation>
    </message>
    <message>
        <source>Accuracy by instance</source>
        <translation>按第几次出现的准确率</translation>
    </message>
    <message>
        <source>Accuracy on held-out episodes is measured every {steps} meta-steps</source>
        <translation>留出回合上的准确率每 {steps} 元步测量一次</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机水平</translation>
    </message>
    <message>
        <source>hollow: Santoro et al. 2016, Omniglot</source>
        <translation>空心：Santoro et al. 2016，Omniglot</translation>
    </message>
    <message>
        <source>instance ({episodes} {characters} episodes, meta-step {step})</source>
        <translation>第几次出现（{episodes} 个{characters}回合，元步 {step}）</translation>
    </message>
    <message>
        <source>instance of the class</source>
        <translation>该类的第几次出现</translation>
    </message>
    <message>
        <source>perfect memory</source>
        <translation>完美记忆</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>{method}, Santoro et al. 2016, Omniglot</source>
        <translation>{method}，Santoro et al. 2016，Omniglot</translation>
    </message>
</context>
<context>
    <name>ActionRegistry</name>
    <message>
        <source>{text} ({keys})</source>
        <translation>{text}（{keys}）</translation>
    </message>
</context>
<context>
    <name>AddressingView</name>
    <message>
        <source>Addressing</source>
        <translation>寻址</translation>
    </message>
    <message>
        <source>Addressing: content decides</source>
        <translation>寻址：由内容决定</translation>
    </message>
    <message>
        <source>Addressing: sharpening decides</source>
        <translation>寻址：由锐化决定</translation>
    </message>
    <message>
        <source>Addressing: the gate decides</source>
        <translation>寻址：由插值门决定</translation>
    </message>
    <message>
        <source>Addressing: the shift decides</source>
        <translation>寻址：由移位决定</translation>
    </message>
    <message>
        <source>Addressing: undecided</source>
        <translation>寻址：未定</translation>
    </message>
    <message>
        <source>Head whose addressing is shown</source>
        <translation>显示其寻址过程的读写头</translation>
    </message>
    <message>
        <source>The head&apos;s addressing steps appear with the first frame</source>
        <translation>读写头的寻址步骤随第一帧出现</translation>
    </message>
    <message>
        <source>above: as it was; below: with the sliders</source>
        <translation>上：原来的；下：按滑块</translation>
    </message>
    <message>
        <source>bars: 0 to 1; similarity: −1 to 1</source>
        <translation>条形：0 到 1；相似度：−1 到 1</translation>
    </message>
    <message>
        <source>content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>插值后</translation>
    </message>
    <message>
        <source>location {row}: {symbol} = {value}</source>
        <translation>位置 {row}：{symbol} = {value}</translation>
    </message>
    <message>
        <source>shifted</source>
        <translation>移位后</translation>
    </message>
    <message>
        <source>similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>weighting</source>
        <translation>权重分布</translation>
    </message>
    <message>
        <source>{text}; with the sliders {value}</source>
        <translation>{text}；用滑块时为 {value}</translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source> frames/s</source>
        <translation> 帧/秒</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>1 uses every recorded frame, 2 every second one</source>
        <translation>1 表示使用每个已记录的帧，2 表示每隔一帧</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Another animation is being made; try again when it is done.</source>
        <translation>另一个动画正在制作；请在它完成后再试。</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Common sizes; text scales with the picture</source>
        <translation>常用尺寸；文字随画面缩放</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Every n-th frame</source>
        <translation>每 n 帧取一帧</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>First meta-step shown</source>
        <translation>显示的第一个元步</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>From meta-step</source>
        <translation>从元步</translation>
    </message>
    <message>
        <source>GIF plays everywhere and repeats; MP4 is sharper in motion</source>
        <translation>GIF 处处可播放并会循环；MP4 的动态画面更清晰</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Inner clock: the inner steps of one meta-step</source>
        <translation>内层时钟：一个元步的各内层步</translation>
    </message>
    <message>
        <source>Last meta-step shown</source>
        <translation>显示的最后一个元步</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Meta-step</source>
        <translation>元步</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Outer clock: the run&apos;s meta-steps</source>
        <translation>外层时钟：运行的各元步</translation>
    </message>
    <message>
        <source>Save animation</source>
        <translation>保存动画</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>已保存 {path}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>The clock that advances from frame to frame</source>
        <translation>逐帧推进的时钟</translation>
    </message>
    <message>
        <source>The meta-step whose inner steps are shown</source>
        <translation>显示其内层步的元步</translation>
    </message>
    <message>
        <source>The method whose inner steps are shown and captioned</source>
        <translation>显示其内层步并配以说明的方法</translation>
    </message>
    <message>
        <source>The whole stage with its title, or one of its views</source>
        <translation>带标题的整个舞台，或其中一个视图</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Theme of the animation; the window keeps its own</source>
        <translation>动画的配色；窗口保持自己的配色</translation>
    </message>
    <message>
        <source>To meta-step</source>
        <translation>到元步</translation>
    </message>
    <message>
        <source>Whole stage</source>
        <translation>整个舞台</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>{count} frames, {seconds:.1f} seconds</source>
        <translation>{count} 帧，{seconds:.1f} 秒</translation>
    </message>
    <message>
        <source>{kind} needs a library that is not installed. Install it with: {command}</source>
        <translation>{kind} 需要一个尚未安装的库。安装命令：{command}</translation>
    </message>
    <message>
        <source>{width} × {height}</source>
        <translation>{width} × {height}</translation>
    </message>
</context>
<context>
    <name>AnswerCostsView</name>
    <message>
        <source>MACs</source>
        <translation>乘加数</translation>
    </message>
    <message>
        <source>Numbers stored, multiply-adds (MACs) per answer</source>
        <translation>存储的数的个数，每次回答的乘加运算数（MAC）</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>存储量</translation>
    </message>
</context>
<context>
    <name>AnswerTimesView</name>
    <message>
        <source>How long this machine takes from a query&apos;s picture to its answer while it trains: the least of up to {times} measurements, each the shortest of {row} answers in a row, in {share} of the time until all are made. Embedding the supports does not count, unless each answer needs it: with statistics of the episode, and for the updates of fine-tuning. Other work on the machine makes answers slower.</source>
        <translation>本机在训练的同时从查询图片得到回答所需的时间：最多 {times} 次测量中的最小值，每次取连续 {row} 个回答中最短的一个，占用 {share} 的时间，直到全部测完。支撑样本的嵌入不计，除非每次回答都需要它：使用回合统计量时，以及微调的更新。机器上的其他工作会使回答变慢。</translation>
    </message>
    <message>
        <source>Measured time of an answer</source>
        <translation>一次回答的实测时间</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Times appear with the first accuracy</source>
        <translation>时间随第一个准确率出现</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>AnswersItem</name>
    <message>
        <source>{method}: {share} for label {label}</source>
        <translation>{method}：{share} 给标签 {label}</translation>
    </message>
</context>
<context>
    <name>BanditOutcomes</name>
    <message>
        <source>Where one step leads</source>
        <translation>一步通向何处</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>probability of arm 2 after the step</source>
        <translation>这一步之后摇臂 2 的概率</translation>
    </message>
    <message>
        <source>share of outcomes</source>
        <translation>各结果所占比例</translation>
    </message>
    <message>
        <source>these pulls</source>
        <translation>这些尝试</translation>
    </message>
</context>
<context>
    <name>BanditPulls</name>
    <message>
        <source>Pulls</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>arm 1</source>
        <translation>摇臂 1</translation>
    </message>
    <message>
        <source>arm 2</source>
        <translation>摇臂 2</translation>
    </message>
    <message>
        <source>did not pay</source>
        <translation>未得奖励</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>得到奖励</translation>
    </message>
    <message>
        <source>pull, before the step and after it</source>
        <translation>尝试，这一步之前与之后</translation>
    </message>
</context>
<context>
    <name>BanditScene</name>
    <message>
        <source>A bandit whose outcomes can be counted</source>
        <translation>结果可以数尽的老虎机</translation>
    </message>
    <message>
        <source>After adapting</source>
        <translation>适应之后</translation>
    </message>
    <message>
        <source>Arm 2 before adapting</source>
        <translation>适应前的摇臂 2</translation>
    </message>
    <message>
        <source>Before adapting</source>
        <translation>适应之前</translation>
    </message>
    <message>
        <source>Change tasks, α or b in the form</source>
        <translation>在表单中更改任务、α 或 b</translation>
    </message>
    <message>
        <source>Click a method&apos;s name or curve</source>
        <translation>点击方法的名称或曲线</translation>
    </message>
    <message>
        <source>Collect pulls, judge them, step, and collect again</source>
        <translation>收集尝试，评判，走一步，再收集</translation>
    </message>
    <message>
        <source>Drag a start, or the arrow keys</source>
        <translation>拖动起点，或用方向键</translation>
    </message>
    <message>
        <source>Estimators</source>
        <translation>估计量</translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation>专注于此方法，或重新显示全部</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>One policy-gradient step on K pulls; sigma of the start is how likely arm 2 is</source>
        <translation>在 K 次尝试上的一个策略梯度步；起点的 sigma 是选摇臂 2 的概率</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Play the inner clock</source>
        <translation>播放内层时钟</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Put all starts there, and estimate their slope anew; with Shift this one alone</source>
        <translation>把所有起点放到那里，并重新估计其斜率；按住 Shift 只移动这一个</translation>
    </message>
    <message>
        <source>See at once what starts are worth then</source>
        <translation>立即看到那时各起点的价值</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>The derivative of what a start is worth: through the step, and through which pulls there are, which the surrogate leaves out</source>
        <translation>起点价值的导数：既经过这一步，也经过会出现哪些尝试，而代理目标忽略了后者</translation>
    </message>
    <message>
        <source>What the starts are worth on all tasks, exactly, or where they are</source>
        <translation>各起点在所有任务上的精确价值，或它们的位置</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
    <message>
        <source>meta-step ({updates} updates each)</source>
        <translation>元步（每步 {updates} 次更新）</translation>
    </message>
    <message>
        <source>probability of arm 2</source>
        <translation>摇臂 2 的概率</translation>
    </message>
    <message>
        <source>reward of a pull</source>
        <translation>每次尝试的奖励</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
</context>
<context>
    <name>BanditValue</name>
    <message>
        <source>What a start is worth</source>
        <translation>起点的价值</translation>
    </message>
    <message>
        <source>all tasks</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>each task</source>
        <translation>每个任务</translation>
    </message>
    <message>
        <source>expected slope</source>
        <translation>期望斜率</translation>
    </message>
    <message>
        <source>start: log odds of arm 2</source>
        <translation>起点：摇臂 2 的对数几率</translation>
    </message>
    <message>
        <source>{method}: start φ</source>
        <translation>{method}：起点 φ</translation>
    </message>
</context>
<context>
    <name>BandsItem</name>
    <message>
        <source>{label}: {middle} ({low} to {high}) at {x}</source>
        <translation>{label}：{x} 处为 {middle}（{low} 到 {high}）</translation>
    </message>
    <message>
        <source>{text}; {n} of {all} runs</source>
        <translation>{text}；{all} 个运行中的 {n} 个</translation>
    </message>
</context>
<context>
    <name>BarsItem</name>
    <message>
        <source>{label}, {group}: {value}</source>
        <translation>{label}，{group}：{value}</translation>
    </message>
</context>
<context>
    <name>BranchDialog</name>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Create the branch, ready to train</source>
        <translation>创建分支，准备好训练</translation>
    </message>
    <message>
        <source>From meta-step {step}, with the weights only: {settings} cannot change during a run, so the optimizer and the random numbers start again.</source>
        <translation>从元步 {step} 开始，只带权重：{settings} 在运行中不能更改，因此优化器和随机数重新开始。</translation>
    </message>
    <message>
        <source>From meta-step {step}, with the weights, optimizer and random numbers as they were.</source>
        <translation>从元步 {step} 开始，权重、优化器和随机数与当时相同。</translation>
    </message>
    <message>
        <source>From meta-step {step}, with the weights, optimizer and random numbers as they were. With other {settings} the numbers from there on may differ slightly, so the new run&apos;s record begins there.</source>
        <translation>从元步 {step} 开始，权重、优化器和随机数与当时相同。由于 {settings} 不同，此后的数值可能略有差异，因此新运行的记录从那里开始。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation>分支的名称</translation>
    </message>
    <message>
        <source>Name of the branch in the list of runs</source>
        <translation>运行列表中分支的名称</translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>Branched off {name} at meta-step {step}</source>
        <translation>在元步 {step} 从 {name} 分出</translation>
    </message>
    <message>
        <source>From meta-step {step} on, this branch is trained with the data that you have chosen</source>
        <translation>从元步 {step} 起，此分支用你选择的数据训练</translation>
    </message>
    <message>
        <source>Trained on a GPU up to meta-step {step}; the rest is trained on the CPU, in this branch</source>
        <translation>到元步 {step} 为止在 GPU 上训练；其余在此分支中用 CPU 训练</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>分支</translation>
    </message>
</context>
<context>
    <name>BreakpointsButton</name>
    <message>
        <source>Breakpoints: pause training when a condition becomes true</source>
        <translation>断点：条件成立时暂停训练</translation>
    </message>
    <message>
        <source>Breakpoints: {n} on</source>
        <translation>断点：{n} 个启用</translation>
    </message>
    <message>
        <source>Paused at breakpoint: {condition}</source>
        <translation>已在断点处暂停：{condition}</translation>
    </message>
</context>
<context>
    <name>BreakpointsPopup</name>
    <message>
        <source>A metric and a value to compare it with, or a meta-step</source>
        <translation>一个指标和与之比较的值，或一个元步</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add this breakpoint</source>
        <translation>添加此断点</translation>
    </message>
    <message>
        <source>Add this breakpoint (Enter)</source>
        <translation>添加此断点（Enter）</translation>
    </message>
    <message>
        <source>New breakpoint</source>
        <translation>新断点</translation>
    </message>
    <message>
        <source>No breakpoints yet. Training pauses when a condition becomes true.</source>
        <translation>还没有断点。条件成立时训练会暂停。</translation>
    </message>
    <message>
        <source>Pause training when</source>
        <translation>在此时暂停训练</translation>
    </message>
    <message>
        <source>Pause when this condition becomes true</source>
        <translation>此条件成立时暂停</translation>
    </message>
    <message>
        <source>Remove this breakpoint</source>
        <translation>移除此断点</translation>
    </message>
    <message>
        <source>Remove {breakpoint}</source>
        <translation>移除 {breakpoint}</translation>
    </message>
    <message>
        <source>maml.loss_after &lt; 0, in 500 steps, at 1000</source>
        <translation>maml.loss_after &lt; 0, in 500 steps, at 1000</translation>
    </message>
</context>
<context>
    <name>BuildingProgress</name>
    <message>
        <source>{what}, {done:,} of {total:,}</source>
        <translation>{what}，{done:,}/{total:,}</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>No preview yet: open it to see</source>
        <translation>还没有预览：打开即可看到</translation>
    </message>
    <message>
        <source>Open: {title}</source>
        <translation>打开：{title}</translation>
    </message>
</context>
<context>
    <name>CellScene</name>
    <message>
        <source>Click a stage of the chain</source>
        <translation>点击链条中的一步</translation>
    </message>
    <message>
        <source>Drag the dark mark on the curve</source>
        <translation>拖动曲线上的深色标记</translation>
    </message>
    <message>
        <source>Four substitutions: theta for c, the negative gradient for z, 1 and eta for the gates</source>
        <translation>四个代换：θ 代 c，负梯度代 z，1 和 η 代两个门</translation>
    </message>
    <message>
        <source>Hover over a quantity</source>
        <translation>把指针停在一个量上</translation>
    </message>
    <message>
        <source>Loss by time step</source>
        <translation>按时间步的损失</translation>
    </message>
    <message>
        <source>Mean loss on unseen starts, or on the batch of each meta-step</source>
        <translation>在未见过的起点上的平均损失，或在每个元步的批次上</translation>
    </message>
    <message>
        <source>Meta-loss</source>
        <translation>元损失</translation>
    </message>
    <message>
        <source>Move the start θ⁰ of all five cells</source>
        <translation>移动全部五个单元的起点 θ⁰</translation>
    </message>
    <message>
        <source>Play the inner clock</source>
        <translation>播放内层时钟</translation>
    </message>
    <message>
        <source>Show gates, memory and output of each step in turn</source>
        <translation>依次显示每一步的门、记忆和输出</translation>
    </message>
    <message>
        <source>Show that cell in detail, and dim the others</source>
        <translation>详细显示该单元，其余变暗</translation>
    </message>
    <message>
        <source>Show what it is</source>
        <translation>显示它是什么</translation>
    </message>
    <message>
        <source>The LSTM cell that becomes gradient descent</source>
        <translation>变成梯度下降的 LSTM 单元</translation>
    </message>
    <message>
        <source>The LSTM&apos;s memory c, its output h and its answer y</source>
        <translation>LSTM 的记忆 c、输出 h 和回答 y</translation>
    </message>
    <message>
        <source>The cell, step by step</source>
        <translation>单元，逐步</translation>
    </message>
    <message>
        <source>The result is gradient descent</source>
        <translation>结果就是梯度下降</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Unseen, all steps</source>
        <translation>未见过的，所有步</translation>
    </message>
    <message>
        <source>Unseen, last step</source>
        <translation>未见过的，最后一步</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation>元步</translation>
    </message>
    <message>
        <source>time step</source>
        <translation>时间步</translation>
    </message>
</context>
<context>
    <name>CellView</name>
    <message>
        <source>The cell&apos;s numbers appear with the first meta-step</source>
        <translation>单元的数值随第一个元步出现</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keys and gestures</source>
        <translation>按键与手势</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Ctrl+click or H: hide</source>
        <translation>Ctrl+点击或 H：隐藏</translation>
    </message>
    <message>
        <source>Ctrl+click or H: show</source>
        <translation>Ctrl+点击或 H：显示</translation>
    </message>
    <message>
        <source>Dim the others</source>
        <translation>其余变暗</translation>
    </message>
    <message>
        <source>Hide {method}</source>
        <translation>隐藏 {method}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show {method}</source>
        <translation>显示 {method}</translation>
    </message>
    <message>
        <source>Stop dimming the others</source>
        <translation>其余不再变暗</translation>
    </message>
    <message>
        <source>click: dim the others</source>
        <translation>点击：其余变暗</translation>
    </message>
    <message>
        <source>click: stop dimming the others</source>
        <translation>点击：其余不再变暗</translation>
    </message>
    <message>
        <source>dimmed</source>
        <translation>已变暗</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>in focus</source>
        <translation>专注中</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已显示</translation>
    </message>
    <message>
        <source>{method}: {state}</source>
        <translation>{method}：{state}</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>{n}: {text}</source>
        <translation>{n}：{text}</translation>
    </message>
    <message>
        <source>{n}: {text} – not right</source>
        <translation>{n}：{text}——不对</translation>
    </message>
    <message>
        <source>{n}: {text} – right</source>
        <translation>{n}：{text}——正确</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>(at {step})</source>
        <translation>（在 {step}）</translation>
    </message>
    <message>
        <source>(last at {step})</source>
        <translation>（上次在 {step}）</translation>
    </message>
    <message>
        <source>In files and with --set: {name}</source>
        <translation>在文件中和 --set 中：{name}</translation>
    </message>
    <message>
        <source>Meta-steps done</source>
        <translation>已完成的元步</translation>
    </message>
    <message>
        <source>The last value, and when it was measured if not at the last meta-step</source>
        <translation>最后的值；若不是在最后一个元步测量，则注明何时测量</translation>
    </message>
    <message>
        <source>The run&apos;s name</source>
        <translation>运行的名称</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>{group}: median (n = {n})</source>
        <translation>{group}：中位数（n = {n}）</translation>
    </message>
    <message>
        <source>{n} of {all} runs</source>
        <translation>{all} 个运行中的 {n} 个</translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>★ best single run</source>
        <translation>★ 最佳的单个运行</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Comparison of runs</source>
        <translation>运行的比较</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as tab-separated text</source>
        <translation>复制为以制表符分隔的文本</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>保存 CSV…</translation>
    </message>
    <message>
        <source>Save the table as comma-separated values</source>
        <translation>把表格保存为逗号分隔值</translation>
    </message>
    <message>
        <source>Update the numbers</source>
        <translation>更新数值</translation>
    </message>
</context>
<context>
    <name>Composition</name>
    <message>
        <source>meta-step {step:,}</source>
        <translation>元步 {step:,}</translation>
    </message>
    <message>
        <source>{step}: {told}</source>
        <translation>{step}：{told}</translation>
    </message>
</context>
<context>
    <name>Control</name>
    <message>
        <source>{name}, in {unit}</source>
        <translation>{name}，单位 {unit}</translation>
    </message>
</context>
<context>
    <name>CostsView</name>
    <message>
        <source>Costs appear with the first answers</source>
        <translation>代价随第一批回答出现</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>支撑样本</translation>
    </message>
</context>
<context>
    <name>CrashRecovery</name>
    <message>
        <source>Recovered {count} runs</source>
        <translation>已恢复 {count} 个运行</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>{run} (dimmed)</source>
        <translation>{run}（已变暗）</translation>
    </message>
</context>
<context>
    <name>DecisionView</name>
    <message>
        <source>class {letter}</source>
        <translation>类别 {letter}</translation>
    </message>
    <message>
        <source>{method} about query {query}, a drawing of {letter} ({how})</source>
        <translation>{method} 对查询 {query}，一幅 {letter} 的图（{how}）</translation>
    </message>
    <message>
        <source>{method} about query {query}, yours ({how})</source>
        <translation>{method} 对查询 {query}，你的图（{how}）</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Nothing of this run can be drawn here: its story has no curve of the same kind as this one</source>
        <translation>这个运行在此处没有可画的：它的主题没有与这个同类的曲线</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>About Metascope</source>
        <translation>关于 Metascope</translation>
    </message>
    <message>
        <source>It is made with these libraries, which keep their own licences:
{libraries}</source>
        <translation>它使用以下各库，它们各有自己的许可证：
{libraries}</translation>
    </message>
    <message>
        <source>Metascope {version}: a desktop laboratory for meta-learning. MIT licence.</source>
        <translation>Metascope {version}：元学习的桌面实验室。MIT 许可证。</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close {name}; reopen it from the View menu</source>
        <translation>关闭{name}；可从“视图”菜单重新打开</translation>
    </message>
    <message>
        <source>Float {name} outside the window</source>
        <translation>让{name}浮动到窗口之外</translation>
    </message>
    <message>
        <source>Put {name} back into the window</source>
        <translation>把{name}放回窗口</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
</context>
<context>
    <name>DrawingCanvas</name>
    <message>
        <source>Arrow keys move the pen, Space lowers and lifts it</source>
        <translation>方向键移动笔，空格落笔或抬笔</translation>
    </message>
    <message>
        <source>Drawing canvas</source>
        <translation>画布</translation>
    </message>
</context>
<context>
    <name>DrawingPad</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear the canvas; can be undone</source>
        <translation>清空画布；可以撤销</translation>
    </message>
    <message>
        <source>Draw again what was undone</source>
        <translation>重画被撤销的内容</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste a picture or a file of one</source>
        <translation>粘贴图片或图片文件</translation>
    </message>
    <message>
        <source>Put the drawing on the table</source>
        <translation>把图放到桌上</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Support of {letter} ({name})</source>
        <translation>{letter} 的支撑样本（{name}）</translation>
    </message>
    <message>
        <source>Thick pen</source>
        <translation>粗笔</translation>
    </message>
    <message>
        <source>Thin pen</source>
        <translation>细笔</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the last stroke (Ctrl+Z)</source>
        <translation>撤销最后一笔（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Usual pen</source>
        <translation>普通笔</translation>
    </message>
    <message>
        <source>What networks see</source>
        <translation>网络看到的</translation>
    </message>
    <message>
        <source>What the drawing becomes</source>
        <translation>你的画变成什么</translation>
    </message>
    <message>
        <source>Width of strokes</source>
        <translation>笔画宽度</translation>
    </message>
</context>
<context>
    <name>EmbeddingMap</name>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Query {number}</source>
        <translation>查询 {number}</translation>
    </message>
    <message>
        <source>Support {number} of class {letter}</source>
        <translation>类别 {letter} 的支撑样本 {number}</translation>
    </message>
    <message>
        <source>The embedded pictures appear with the first meta-step</source>
        <translation>嵌入后的图片随第一个元步出现</translation>
    </message>
    <message>
        <source>What the signs on the map are</source>
        <translation>图上的符号表示什么</translation>
    </message>
    <message>
        <source>key</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>EmbeddingView</name>
    <message>
        <source>Layer of the embedding</source>
        <translation>嵌入的层</translation>
    </message>
    <message>
        <source>Whose weights are drawn: those of pixels, a picture for each unit, or those between units</source>
        <translation>画谁的权重：像素的（每个单元一幅图），或单元之间的</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>gradient {number}, of a loss of {loss}</source>
        <translation>梯度 {number}，来自损失 {loss}</translation>
    </message>
    <message>
        <source>layer 1</source>
        <translation>第 1 层</translation>
    </message>
    <message>
        <source>layer 2</source>
        <translation>第 2 层</translation>
    </message>
    <message>
        <source>unit {column}</source>
        <translation>单元 {column}</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>θ and θ⁺ of {layer} after {read} gradients</source>
        <translation>{layer}读了 {read} 个梯度之后的 θ 和 θ⁺</translation>
    </message>
    <message>
        <source>θ of {layer} before the first gradient</source>
        <translation>{layer}在第一个梯度之前的 θ</translation>
    </message>
    <message>
        <source>θ, slow</source>
        <translation>θ，慢速</translation>
    </message>
    <message>
        <source>θ⁺ after {read} of {of}</source>
        <translation>θ⁺，已读 {read}/{of}</translation>
    </message>
    <message>
        <source>θ⁺, fast</source>
        <translation>θ⁺，快速</translation>
    </message>
</context>
<context>
    <name>Enlarger</name>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show all views</source>
        <translation>显示所有视图</translation>
    </message>
</context>
<context>
    <name>EpisodeAccuracy</name>
    <message>
        <source>each query by itself</source>
        <translation>每个查询单独处理</translation>
    </message>
    <message>
        <source>pictures of a folder</source>
        <translation>文件夹中的图片</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>transductive</source>
        <translation>直推式</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>{mean} %</source>
        <translation>{mean}%</translation>
    </message>
    <message>
        <source>{mean} ± {half} %</source>
        <translation>{mean} ± {half}%</translation>
    </message>
    <message>
        <source>{side} pixels</source>
        <translation>{side} 像素</translation>
    </message>
    <message>
        <source>{variation} glyphs</source>
        <translation>{variation} 字形</translation>
    </message>
    <message>
        <source>{ways}-way {shots}-shot</source>
        <translation>{ways} 类 {shots} 样本</translation>
    </message>
</context>
<context>
    <name>EpisodeAccuracyView</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Accuracy (hollow: published)</source>
        <translation>准确率（空心：已发表）</translation>
    </message>
    <message>
        <source>Accuracy ({how}; hollow: published)</source>
        <translation>准确率（{how}；空心：已发表）</translation>
    </message>
    <message>
        <source>Accuracy on held-out episodes</source>
        <translation>留出回合上的准确率</translation>
    </message>
    <message>
        <source>Accuracy on held-out episodes ({how})</source>
        <translation>留出回合上的准确率（{how}）</translation>
    </message>
    <message>
        <source>Accuracy on held-out episodes is measured every {steps} meta-steps</source>
        <translation>留出回合上的准确率每 {steps} 元步测量一次</translation>
    </message>
    <message>
        <source>Published {ways}-way {shots}-shot accuracies, none of them under the conditions of this run</source>
        <translation>已发表的 {ways} 类 {shots} 样本准确率，没有一个与此运行条件相同</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>chance, {share} %</source>
        <translation>随机水平，{share}%</translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation>元步</translation>
    </message>
    <message>
        <source>nearest on pixels, {share} %</source>
        <translation>像素最近邻，{share}%</translation>
    </message>
    <message>
        <source>you: {right} of {asked} right, 95 % interval {least} to {most}</source>
        <translation>你：{asked} 个中答对 {right} 个，95% 区间 {least} 到 {most}</translation>
    </message>
    <message>
        <source>{label}
{value} in a re-run by others than its authors</source>
        <translation>{label}
{value}，来自原作者以外的人的复现</translation>
    </message>
    <message>
        <source>{label}
{value} in the paper</source>
        <translation>{label}
{value}，来自论文</translation>
    </message>
    <message>
        <source>{method}, {source}
{ways}-way {shots}-shot</source>
        <translation>{method}，{source}
{ways} 类 {shots} 样本</translation>
    </message>
    <message>
        <source>{method}, {source}
{ways}-way {shots}-shot, queries normalized together</source>
        <translation>{method}，{source}
{ways} 类 {shots} 样本，查询一起归一化</translation>
    </message>
</context>
<context>
    <name>EpisodeTable</name>
    <message>
        <source>Queries with their classes, and what each method takes them for</source>
        <translation>查询及其类别，以及每种方法把它们当作什么</translation>
    </message>
    <message>
        <source>Queries with their classes; answers: filled if right, struck out if wrong</source>
        <translation>查询及其类别；回答：正确则实心，错误则划去</translation>
    </message>
    <message>
        <source>Queries; answers: a square if right, a line if wrong</source>
        <translation>查询；回答：正确为方块，错误为线</translation>
    </message>
    <message>
        <source>Query {number}</source>
        <translation>查询 {number}</translation>
    </message>
    <message>
        <source>Query {number}, of class {letter}</source>
        <translation>查询 {number}，类别 {letter}</translation>
    </message>
    <message>
        <source>Query {number}: {told}</source>
        <translation>查询 {number}：{told}</translation>
    </message>
    <message>
        <source>Support {number}: {told}</source>
        <translation>支撑样本 {number}：{told}</translation>
    </message>
    <message>
        <source>The episode appears with the first meta-step</source>
        <translation>回合随第一个元步出现</translation>
    </message>
    <message>
        <source>class unknown</source>
        <translation>类别未知</translation>
    </message>
    <message>
        <source>class {letter} ({name})</source>
        <translation>类别 {letter}（{name}）</translation>
    </message>
    <message>
        <source>{method}: no answer</source>
        <translation>{method}：没有回答</translation>
    </message>
    <message>
        <source>{method}: {letter} with {share}</source>
        <translation>{method}：{letter}，{share}</translation>
    </message>
    <message>
        <source>{method}: {letter} with {share}, right</source>
        <translation>{method}：{letter}，{share}，正确</translation>
    </message>
    <message>
        <source>{method}: {letter} with {share}, wrong</source>
        <translation>{method}：{letter}，{share}，错误</translation>
    </message>
    <message>
        <source>{method}: {share} for {told}</source>
        <translation>{method}：{share} 给{told}</translation>
    </message>
</context>
<context>
    <name>EpisodeView</name>
    <message>
        <source>All heads</source>
        <translation>所有读写头</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>Episode at t = {t}: class {letter}, instance {instance}</source>
        <translation>t = {t} 的回合：类别 {letter}，第 {instance} 次出现</translation>
    </message>
    <message>
        <source>Episode before the first image</source>
        <translation>第一幅图片之前的回合</translation>
    </message>
    <message>
        <source>Episode {number}</source>
        <translation>回合 {number}</translation>
    </message>
    <message>
        <source>Episode {number}, as you have changed it</source>
        <translation>回合 {number}，如你所改</translation>
    </message>
    <message>
        <source>Episode {number}: its queries are hidden during the quiz</source>
        <translation>回合 {number}：测验期间查询是隐藏的</translation>
    </message>
    <message>
        <source>Head {number}</source>
        <translation>读写头 {number}</translation>
    </message>
    <message>
        <source>Images whose labels were given</source>
        <translation>给出了标签的图片</translation>
    </message>
    <message>
        <source>Label given</source>
        <translation>给出的标签</translation>
    </message>
    <message>
        <source>Next episode</source>
        <translation>下一个回合</translation>
    </message>
    <message>
        <source>Point to the image whose label was given when the row was written: the one before</source>
        <translation>指向写入该行时给出其标签的图片：前一幅</translation>
    </message>
    <message>
        <source>Previous episode</source>
        <translation>上一个回合</translation>
    </message>
    <message>
        <source>Put all supports and queries back</source>
        <translation>把所有支撑样本和查询放回原处</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Reading head of the episode</source>
        <translation>回合的读取头</translation>
    </message>
    <message>
        <source>Reading head shown, or the mean of all</source>
        <translation>显示的读取头，或全部的平均</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>class · label</source>
        <translation>类别 · 标签</translation>
    </message>
    <message>
        <source>disturbed</source>
        <translation>已扰动</translation>
    </message>
    <message>
        <source>instance of the class</source>
        <translation>该类的第几次出现</translation>
    </message>
    <message>
        <source>label at t {t}</source>
        <translation>t {t} 的标签</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>编号 {number}</translation>
    </message>
    <message>
        <source>of the episode</source>
        <translation>，用回合的统计量</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>读回</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>reads nothing</source>
        <translation>什么也不读</translation>
    </message>
    <message>
        <source>t = {t}: {letter}</source>
        <translation>t = {t}：{letter}</translation>
    </message>
    <message>
        <source>t = {t}: {name}, instance {instance} of class {letter} (label {label})</source>
        <translation>t = {t}：{name}，类别 {letter} 的第 {instance} 次出现（标签 {label}）</translation>
    </message>
    <message>
        <source>with label {label}</source>
        <translation>带标签 {label}</translation>
    </message>
    <message>
        <source>{episode} ({told})</source>
        <translation>{episode}（{told}）</translation>
    </message>
    <message>
        <source>{method}: {chosen} ({share})</source>
        <translation>{method}：{chosen}（{share}）</translation>
    </message>
    <message>
        <source>{share}% itself</source>
        <translation>{share}% 是它自己</translation>
    </message>
    <message>
        <source>{share}% of what is read, from t = {t}</source>
        <translation>所读内容的 {share}%，来自 t = {t}</translation>
    </message>
    <message>
        <source>{share}% {letter}</source>
        <translation>{share}% {letter}</translation>
    </message>
    <message>
        <source>{share}%: t {t}, {letter}</source>
        <translation>{share}%：t {t}，{letter}</translation>
    </message>
</context>
<context>
    <name>Equations</name>
    <message>
        <source>Answer y = σ(W′h), between 0 and 1; only the plain LSTM needs it</source>
        <translation>回答 y = σ(W′h)，在 0 与 1 之间；只有普通 LSTM 需要它</translation>
    </message>
    <message>
        <source>Candidate z: what could be written to the memory</source>
        <translation>候选 z：可以写入记忆的内容</translation>
    </message>
    <message>
        <source>Forget gate: how much of the memory is kept; a value below 1 is weight decay</source>
        <translation>遗忘门：保留多少记忆；小于 1 的值就是权重衰减</translation>
    </message>
    <message>
        <source>Input gate: how much of z is written; in gradient descent, the learning rate η</source>
        <translation>输入门：写入多少 z；在梯度下降中就是学习率 η</translation>
    </message>
    <message>
        <source>Input x: the gradient of the loss and the loss itself, at the current estimate of θ</source>
        <translation>输入 x：当前估计 θ 处损失的梯度和损失本身</translation>
    </message>
    <message>
        <source>Memory after this step</source>
        <translation>这一步之后的记忆</translation>
    </message>
    <message>
        <source>Memory before this step: the cell&apos;s long-term state, which changes slowly</source>
        <translation>这一步之前的记忆：单元的长期状态，变化缓慢</translation>
    </message>
    <message>
        <source>Output gate: how much of the memory is passed to the output</source>
        <translation>输出门：多少记忆传到输出</translation>
    </message>
    <message>
        <source>Output h = zᵒ · tanh(c), which enters the gates of the next step</source>
        <translation>输出 h = zᵒ · tanh(c)，它进入下一步的各个门</translation>
    </message>
    <message>
        <source>Output of the previous step: the cell&apos;s short-term state</source>
        <translation>上一步的输出：单元的短期状态</translation>
    </message>
    <message>
        <source>The forget gate is 1, so there is no weight decay; the input gate is a learned learning rate</source>
        <translation>遗忘门为 1，因此没有权重衰减；输入门是学得的学习率</translation>
    </message>
    <message>
        <source>The input gate is η: this is gradient descent, with nothing left to learn</source>
        <translation>输入门为 η：这就是梯度下降，再没有什么可学</translation>
    </message>
    <message>
        <source>The memory itself is θ: θ replaces c, and y is no longer needed</source>
        <translation>记忆本身就是 θ：θ 取代 c，不再需要 y</translation>
    </message>
    <message>
        <source>The negative gradient is written to the memory; the gates are still learned</source>
        <translation>写入记忆的是负梯度；门仍是学得的</translation>
    </message>
    <message>
        <source>The plain LSTM: its estimate of θ is read from y</source>
        <translation>普通 LSTM：它对 θ 的估计从 y 读出</translation>
    </message>
    <message>
        <source>c = zᶠ · previous c + zⁱ · z</source>
        <translation>c = zᶠ · 上一个 c + zⁱ · z</translation>
    </message>
    <message>
        <source>h = zᵒ · tanh({memory})</source>
        <translation>h = zᵒ · tanh({memory})</translation>
    </message>
    <message>
        <source>the forget gate is 1</source>
        <translation>遗忘门为 1</translation>
    </message>
    <message>
        <source>the input gate is η</source>
        <translation>输入门为 η</translation>
    </message>
    <message>
        <source>x is the gradient and the loss at θ</source>
        <translation>x 是 θ 处的梯度和损失</translation>
    </message>
    <message>
        <source>y = σ(W′ h)</source>
        <translation>y = σ(W′ h)</translation>
    </message>
    <message>
        <source>z = tanh(W [x, h])</source>
        <translation>z = tanh(W [x, h])</translation>
    </message>
    <message>
        <source>z is the negative gradient</source>
        <translation>z 是负梯度</translation>
    </message>
    <message>
        <source>zᵒ = σ(Wᵒ [x, h])</source>
        <translation>zᵒ = σ(Wᵒ [x, h])</translation>
    </message>
    <message>
        <source>zᶠ = σ(Wᶠ [x, h])</source>
        <translation>zᶠ = σ(Wᶠ [x, h])</translation>
    </message>
    <message>
        <source>zⁱ = σ(Wⁱ [x, h])</source>
        <translation>zⁱ = σ(Wⁱ [x, h])</translation>
    </message>
    <message>
        <source>θ = previous θ − zⁱ · ∇l</source>
        <translation>θ = 上一个 θ − zⁱ · ∇l</translation>
    </message>
    <message>
        <source>θ = previous θ − η · ∇l</source>
        <translation>θ = 上一个 θ − η · ∇l</translation>
    </message>
    <message>
        <source>θ = zᶠ · previous θ + zⁱ · (−∇l)</source>
        <translation>θ = zᶠ · 上一个 θ + zⁱ · (−∇l)</translation>
    </message>
    <message>
        <source>θ = zᶠ · previous θ + zⁱ · z</source>
        <translation>θ = zᶠ · 上一个 θ + zⁱ · z</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Copy message and details to the clipboard</source>
        <translation>把消息和详情复制到剪贴板</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出了问题</translation>
    </message>
    <message>
        <source>Where it happened, for a bug report</source>
        <translation>发生的位置，供错误报告使用</translation>
    </message>
</context>
<context>
    <name>Estimators</name>
    <message>
        <source>DiCE</source>
        <translation>DiCE</translation>
    </message>
    <message>
        <source>E-MAML</source>
        <translation>E-MAML</translation>
    </message>
    <message>
        <source>Estimates appear with the first meta-step</source>
        <translation>估计随第一个元步出现</translation>
    </message>
    <message>
        <source>Estimators</source>
        <translation>估计量</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>一阶</translation>
    </message>
    <message>
        <source>Surrogate</source>
        <translation>代理目标</translation>
    </message>
    <message>
        <source>angle to exact</source>
        <translation>与精确值的夹角</translation>
    </message>
    <message>
        <source>error / exact</source>
        <translation>误差 / 精确值</translation>
    </message>
    <message>
        <source>estimates averaged</source>
        <translation>所平均的估计数</translation>
    </message>
    <message>
        <source>{estimator}: bias</source>
        <translation>{estimator}：偏差</translation>
    </message>
</context>
<context>
    <name>EstimatorsView</name>
    <message>
        <source>angle</source>
        <translation>夹角</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>by noise</source>
        <translation>来自噪声</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>离散度</translation>
    </message>
    <message>
        <source>{draws} estimates each at meta-step {step}; truth: mean of exact ones</source>
        <translation>元步 {step} 各 {draws} 个估计；真值：精确梯度的平均</translation>
    </message>
    <message>
        <source>{draws} estimates each, from meta-step {step}; bias by counting</source>
        <translation>从元步 {step} 起各 {draws} 个估计；偏差由计数得出</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
</context>
<context>
    <name>FanItem</name>
    <message>
        <source>, task {letter}</source>
        <translation>，任务 {letter}</translation>
    </message>
    <message>
        <source>{label}{where}, inner step {tick}: {x}, {y}</source>
        <translation>{label}{where}，内层步 {tick}：{x}，{y}</translation>
    </message>
</context>
<context>
    <name>FieldItem</name>
    <message>
        <source>{label} at ({x}, {y}): ({dx}, {dy})</source>
        <translation>{label}，在 ({x}, {y})：({dx}, {dy})</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>说明文字</translation>
    </message>
    <message>
        <source>Check at least one view</source>
        <translation>至少选中一个视图</translation>
    </message>
    <message>
        <source>Check the views to show; drag them, or press Alt and an arrow key, to change the order</source>
        <translation>选中要显示的视图；拖动它们，或按 Alt 和方向键，以改变顺序</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Common page sizes, each with a suitable font size</source>
        <translation>常用页面尺寸，各配合适的字号</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the figure to the clipboard, as pixels and as SVG and PDF (Ctrl+C)</source>
        <translation>把图复制到剪贴板，同时带有像素图、SVG 和 PDF (Ctrl+C)</translation>
    </message>
    <message>
        <source>Cursor line</source>
        <translation>光标线</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>每英寸点数</translation>
    </message>
    <message>
        <source>Figure copied to the clipboard</source>
        <translation>图已复制到剪贴板</translation>
    </message>
    <message>
        <source>First view large</source>
        <translation>第一个视图放大</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Font size of the axes; lines and marks scale with it</source>
        <translation>坐标轴的字号；线和标记随之缩放</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Height of the page</source>
        <translation>页面高度</translation>
    </message>
    <message>
        <source>Legend of methods</source>
        <translation>方法图例</translation>
    </message>
    <message>
        <source>Letters (a), (b)…</source>
        <translation>字母 (a)、(b)…</translation>
    </message>
    <message>
        <source>Letters before the titles, for references</source>
        <translation>标题前的字母，便于引用</translation>
    </message>
    <message>
        <source>Line in curves at the step that is shown</source>
        <translation>曲线中标出所显示步的线</translation>
    </message>
    <message>
        <source>Number of views side by side</source>
        <translation>并排视图的数目</translation>
    </message>
    <message>
        <source>One legend for all views</source>
        <translation>所有视图共用一个图例</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Paper, one column</source>
        <translation>论文，单栏</translation>
    </message>
    <message>
        <source>Paper, two columns</source>
        <translation>论文，双栏</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Resolution of a PNG; SVG and PDF are vector graphics</source>
        <translation>PNG 的分辨率；SVG 和 PDF 是矢量图</translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation>保存图</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>已保存 {path}</translation>
    </message>
    <message>
        <source>Scenario, settings that differ from their defaults, seed and meta-step</source>
        <translation>场景、与默认值不同的设置、种子和元步</translation>
    </message>
    <message>
        <source>Slide, 16:9</source>
        <translation>幻灯片，16:9</translation>
    </message>
    <message>
        <source>The first view takes half of the page</source>
        <translation>第一个视图占页面的一半</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Width of the page</source>
        <translation>页面宽度</translation>
    </message>
    <message>
        <source>meta-step {step:,}</source>
        <translation>元步 {step:,}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>seed {seed}; meta-step {step:,}</source>
        <translation>种子 {seed}；元步 {step:,}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{name} = {value}</source>
        <translation>{name} = {value}</translation>
    </message>
    <message>
        <source>{title}: {details}.</source>
        <translation>{title}：{details}。</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Drop one scenario or lesson (.json), session (.metascope) or weights file (.safetensors)</source>
        <translation>请拖入一个场景或教程（.json）、会话（.metascope）或权重文件（.safetensors）</translation>
    </message>
    <message>
        <source>Drop to open the scenario or lesson {name}</source>
        <translation>松开以打开场景或教程 {name}</translation>
    </message>
    <message>
        <source>Drop to open the session {name}</source>
        <translation>松开以打开会话 {name}</translation>
    </message>
    <message>
        <source>Drop to open the shared scenario</source>
        <translation>放下即可打开分享的场景</translation>
    </message>
    <message>
        <source>Drop to open the weights {name}</source>
        <translation>松开以打开权重 {name}</translation>
    </message>
    <message>
        <source>Drop to watch the sweep {name}</source>
        <translation>松开即可观看参数扫描 {name}</translation>
    </message>
    <message>
        <source>Open a sweep&apos;s folder</source>
        <translation>打开参数扫描的文件夹</translation>
    </message>
    <message>
        <source>Opened {path}</source>
        <translation>已打开 {path}</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <source>Picture copied to the clipboard: {title}</source>
        <translation>图片已复制到剪贴板：{title}</translation>
    </message>
    <message>
        <source>Point at a view, or click in it, to copy its picture</source>
        <translation>把指针放在一个视图上，或在其中点击，即可复制它的图片</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>已保存 {path}</translation>
    </message>
    <message>
        <source>{name} is not a scenario or lesson (.json), session (.metascope) or weights file (.safetensors)</source>
        <translation>{name} 不是场景或教程（.json）、会话（.metascope）或权重文件（.safetensors）</translation>
    </message>
    <message>
        <source>{name} is still being written. File &gt; Follow… reads on as it grows.</source>
        <translation>{name} 仍在写入。“文件 &gt; 跟随…”会随其增长继续读取。</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>All supported files ({patterns})</source>
        <translation>所有支持的文件（{patterns}）</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Follow a run</source>
        <translation>跟随一个运行</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>All stories</source>
        <translation>所有主题</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任意时长</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear the search and all filters</source>
        <translation>清空搜索和所有筛选</translation>
    </message>
    <message>
        <source>Ctrl+F or /: search; Enter: open the first; arrow down: go to it; Esc: clear</source>
        <translation>Ctrl+F 或 /：搜索；Enter：打开第一个；下箭头：移到它；Esc：清空</translation>
    </message>
    <message>
        <source>Every level</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Find a scenario</source>
        <translation>查找场景</translation>
    </message>
    <message>
        <source>Find by title, text, story or method</source>
        <translation>按标题、文字、主题或方法查找</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Only scenarios opened lately, the last one first</source>
        <translation>只看最近打开的场景，最后打开的在最前</translation>
    </message>
    <message>
        <source>Only scenarios that a lesson opens</source>
        <translation>只看教程用到的场景</translation>
    </message>
    <message>
        <source>Only scenarios that need data of yours</source>
        <translation>只看需要你的数据的场景</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Up to 15 s</source>
        <translation>15 秒以内</translation>
    </message>
    <message>
        <source>Up to 5 minutes</source>
        <translation>5 分钟以内</translation>
    </message>
    <message>
        <source>Up to a minute</source>
        <translation>1 分钟以内</translation>
    </message>
    <message>
        <source>With a lesson</source>
        <translation>有教程</translation>
    </message>
    <message>
        <source>With your data</source>
        <translation>用你的数据</translation>
    </message>
    <message>
        <source>{count} scenarios</source>
        <translation>{count} 个场景</translation>
    </message>
    <message>
        <source>{shown} of {count} scenarios</source>
        <translation>{count} 个场景中的 {shown} 个</translation>
    </message>
</context>
<context>
    <name>FilteredTable</name>
    <message>
        <source>Conditions joined by and, or; signs are &lt;, &lt;=, &gt;, &gt;=, = and !=. Columns: {columns}</source>
        <translation>条件用 and、or 连接；符号有 &lt;、&lt;=、&gt;、&gt;=、= 和 !=。列：{columns}</translation>
    </message>
    <message>
        <source>Filter of the runs</source>
        <translation>运行的筛选条件</translation>
    </message>
    <message>
        <source>Filter: {example}</source>
        <translation>筛选：{example}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the chosen runs: the first on the stage, others as its ghosts (Enter)</source>
        <translation>打开选中的运行：第一个上台，其余作为它的重影（Enter）</translation>
    </message>
    <message>
        <source>Runs of the sweep</source>
        <translation>参数扫描的运行</translation>
    </message>
    <message>
        <source>{all:,} runs</source>
        <translation>{all:,} 个运行</translation>
    </message>
    <message>
        <source>{shown:,} of {all:,} runs</source>
        <translation>{shown:,} / {all:,} 个运行</translation>
    </message>
</context>
<context>
    <name>FolderControl</name>
    <message>
        <source>File, such as a zip…</source>
        <translation>文件，例如 zip…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>no folder</source>
        <translation>没有文件夹</translation>
    </message>
</context>
<context>
    <name>Follow</name>
    <message>
        <source>Another run in its file</source>
        <translation>文件中已是另一个运行</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Follow it</source>
        <translation>跟随它</translation>
    </message>
    <message>
        <source>Following {name}</source>
        <translation>正在跟随 {name}</translation>
    </message>
    <message>
        <source>Following: nothing new for {time}</source>
        <translation>正在跟随：{time}内没有新内容</translation>
    </message>
    <message>
        <source>Its file cannot be read</source>
        <translation>其文件无法读取</translation>
    </message>
    <message>
        <source>Not read on. Press Space to follow</source>
        <translation>未继续读取。按空格键跟随</translation>
    </message>
    <message>
        <source>Nothing new in {name} for {time}. The program that writes it may have ended, or its run rests.</source>
        <translation>{name} 已有{time}没有新内容。写入它的程序可能已结束，或其运行处于停歇状态。</translation>
    </message>
    <message>
        <source>Nothing new in {name} for {time}; before, there was something every {usual}. The program that writes it may have ended, or its run rests.</source>
        <translation>{name} 已有{time}没有新内容；此前每{usual}就有新内容。写入它的程序可能已结束，或其运行处于停歇状态。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Stopped elsewhere</source>
        <translation>已在别处停止</translation>
    </message>
    <message>
        <source>The run in {name} has ended at meta-step {step}.</source>
        <translation>{name} 中的运行已在元步 {step} 结束。</translation>
    </message>
    <message>
        <source>The run in {name} has ended at meta-step {step}. Open it to train on.</source>
        <translation>{name} 中的运行已在元步 {step} 结束。打开它即可继续训练。</translation>
    </message>
    <message>
        <source>The run in {name} has ended, so it was opened.</source>
        <translation>{name} 中的运行已结束，因此已将其打开。</translation>
    </message>
    <message>
        <source>The run in {name} stopped at meta-step {step}: {reason}.</source>
        <translation>{name} 中的运行在元步 {step} 停止：{reason}。</translation>
    </message>
    <message>
        <source>Waiting for {name}</source>
        <translation>正在等待 {name}</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{name} cannot be read on: {reason}. It is read on if that is mended.</source>
        <translation>{name} 无法继续读取：{reason}。问题消除后会继续读取。</translation>
    </message>
    <message>
        <source>{name} holds another run now.</source>
        <translation>{name} 现在包含另一个运行。</translation>
    </message>
    <message>
        <source>{name} is followed as soon as there is a run in it</source>
        <translation>{name} 中一有运行就会开始跟随</translation>
    </message>
    <message>
        <source>{name} is gone. It is followed again as soon as it is back.</source>
        <translation>{name} 已不存在。它一恢复就会继续跟随。</translation>
    </message>
</context>
<context>
    <name>ForgettingView</name>
    <message>
        <source>Fine-tuning appears with the first frame</source>
        <translation>微调随第一帧出现</translation>
    </message>
    <message>
        <source>Forgetting: rate {rate}, best on validation</source>
        <translation>遗忘：率 {rate}，验证集上最佳</translation>
    </message>
    <message>
        <source>Forgetting: rate {rate}, {steps} updates, best on validation</source>
        <translation>遗忘：率 {rate}，{steps} 次更新，验证集上最佳</translation>
    </message>
    <message>
        <source>Forgetting: {steps} updates, best on validation</source>
        <translation>遗忘：{steps} 次更新，验证集上最佳</translation>
    </message>
    <message>
        <source>What fine-tuning forgets</source>
        <translation>微调遗忘了什么</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基类</translation>
    </message>
    <message>
        <source>neighbours, base</source>
        <translation>最近邻，基类</translation>
    </message>
    <message>
        <source>new among all</source>
        <translation>新类，在全部中</translation>
    </message>
    <message>
        <source>new among new</source>
        <translation>新类，在新类中</translation>
    </message>
    <message>
        <source>new among new, validation classes</source>
        <translation>新类，在新类中，验证类</translation>
    </message>
    <message>
        <source>new/all</source>
        <translation>新/全部</translation>
    </message>
    <message>
        <source>new/new</source>
        <translation>新/新</translation>
    </message>
    <message>
        <source>the best on {label}, {value} right, after {x} updates</source>
        <translation>{label}上最佳，{x} 次更新后 {value} 正确</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>update; base classes, mean of episodes: {before} → {after}</source>
        <translation>更新；基类，各回合平均：{before} → {after}</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>validation classes</source>
        <translation>验证类</translation>
    </message>
</context>
<context>
    <name>Formula</name>
    <message>
        <source>ANIL: only the head&apos;s</source>
        <translation>ANIL：只有输出层的</translation>
    </message>
    <message>
        <source>LSTM cell:</source>
        <translation>LSTM 单元：</translation>
    </message>
    <message>
        <source>and</source>
        <translation>与</translation>
    </message>
    <message>
        <source>below the last layer</source>
        <translation>，最后一层以下</translation>
    </message>
    <message>
        <source>fine-tuning:</source>
        <translation>微调：</translation>
    </message>
    <message>
        <source>gradient descent:</source>
        <translation>梯度下降：</translation>
    </message>
    <message>
        <source>kNN: most of the</source>
        <translation>kNN：多数表决，</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>由学习得到</translation>
    </message>
    <message>
        <source>mean of</source>
        <translation>均值：</translation>
    </message>
    <message>
        <source>moves</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>个最近的</translation>
    </message>
    <message>
        <source>paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>pre-training:</source>
        <translation>预训练：</translation>
    </message>
    <message>
        <source>read:</source>
        <translation>读取：</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>write:</source>
        <translation>写入：</translation>
    </message>
</context>
<context>
    <name>FreezingView</name>
    <message>
        <source>Accuracy with layers frozen ({how})</source>
        <translation>冻结各层时的准确率（{how}）</translation>
    </message>
    <message>
        <source>frozen up to; {episodes} held-out episodes</source>
        <translation>冻结到；{episodes} 个留出回合</translation>
    </message>
    <message>
        <source>{method}, only the head frozen: {accuracy}</source>
        <translation>{method}，只冻结头部：{accuracy}</translation>
    </message>
</context>
<context>
    <name>FunctionView</name>
    <message>
        <source>Adapting to a few points</source>
        <translation>适应几个点</translation>
    </message>
    <message>
        <source>Add a point in the widest gap</source>
        <translation>在最宽的空隙添加一个点</translation>
    </message>
    <message>
        <source>Add point</source>
        <translation>添加点</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>Diverged: {methods}</source>
        <translation>已发散：{methods}</translation>
    </message>
    <message>
        <source>Held-out wave</source>
        <translation>留出波形</translation>
    </message>
    <message>
        <source>Return to the points of a held-out wave</source>
        <translation>回到一个留出波形的点</translation>
    </message>
    <message>
        <source>crest of the wave: phase + π/2, amplitude</source>
        <translation>波峰：相位 + π/2，振幅</translation>
    </message>
    <message>
        <source>point {number}; Delete or right click: remove</source>
        <translation>点 {number}；Delete 或右键：移除</translation>
    </message>
    <message>
        <source>the wave</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>thin: before adaptation</source>
        <translation>细线：适应之前</translation>
    </message>
    <message>
        <source>{method} before adaptation</source>
        <translation>{method}，适应之前</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Clear the search and all filters</source>
        <translation>清空搜索和所有筛选</translation>
    </message>
    <message>
        <source>First look</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>课堂</translation>
    </message>
    <message>
        <source>Measured once here: what takes 10 s where these times were measured takes about {seconds} s</source>
        <translation>在这里测量过一次：测得这些时长的电脑上用 10 秒的，这里约用 {seconds} 秒</translation>
    </message>
    <message>
        <source>No preview: open it and choose your data</source>
        <translation>没有预览：打开它并选择你的数据</translation>
    </message>
    <message>
        <source>No scenario has “{query}” in its title, text, story or methods, with these filters.</source>
        <translation>在这些筛选下，没有场景的标题、文字、主题或方法含有“{query}”。</translation>
    </message>
    <message>
        <source>No scenario passes these filters.</source>
        <translation>没有场景符合这些筛选。</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Times are those of another computer: how fast this one is has not been measured yet</source>
        <translation>时长是另一台电脑的：这台有多快还没有测量</translation>
    </message>
    <message>
        <source>about a second on this computer</source>
        <translation>在这台电脑上约 1 秒</translation>
    </message>
    <message>
        <source>about {seconds:g} s</source>
        <translation>约 {seconds:g} 秒</translation>
    </message>
    <message>
        <source>about {seconds:g} s on this computer</source>
        <translation>在这台电脑上约 {seconds:g} 秒</translation>
    </message>
    <message>
        <source>{level} · {time}</source>
        <translation>{level} · {time}</translation>
    </message>
    <message>
        <source>{low:g} to {high:g} min on this computer</source>
        <translation>在这台电脑上 {low:g} 到 {high:g} 分钟</translation>
    </message>
    <message>
        <source>{low:g} to {high:g} s on this computer</source>
        <translation>在这台电脑上 {low:g} 到 {high:g} 秒</translation>
    </message>
    <message>
        <source>{time}; needs data of yours: {title}</source>
        <translation>{time}；需要你的数据：{title}</translation>
    </message>
    <message>
        <source>{time}; {count} runs side by side</source>
        <translation>{time}；{count} 个运行并排</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>0 and negative numbers have no place on a logarithmic axis</source>
        <translation>0 和负数在对数轴上没有位置</translation>
    </message>
    <message>
        <source>Gaps: undefined or infinite there</source>
        <translation>空隙：那里未定义或为无穷</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>还有 {n} 个</translation>
    </message>
    <message>
        <source>{label}: undefined or infinite</source>
        <translation>{label}：未定义或无穷</translation>
    </message>
    <message>
        <source>{label}: undefined or infinite after {place}</source>
        <translation>{label}：{place}之后未定义或无穷</translation>
    </message>
</context>
<context>
    <name>GateMapView</name>
    <message>
        <source>By coordinate</source>
        <translation>按坐标</translation>
    </message>
    <message>
        <source>Forget gate</source>
        <translation>遗忘门</translation>
    </message>
    <message>
        <source>Input gate</source>
        <translation>输入门</translation>
    </message>
    <message>
        <source>Not recorded at this meta-step</source>
        <translation>这个元步没有记录</translation>
    </message>
    <message>
        <source>Quantity shown in the map</source>
        <translation>图中显示的量</translation>
    </message>
    <message>
        <source>Quantity shown; the input gate on a logarithmic scale from 0.0001 to 1</source>
        <translation>显示的量；输入门用 0.0001 到 1 的对数刻度</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>forget gate zᶠ</source>
        <translation>遗忘门 zᶠ</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>inner step {column}</source>
        <translation>内层步 {column}</translation>
    </message>
    <message>
        <source>input gate zⁱ</source>
        <translation>输入门 zⁱ</translation>
    </message>
    <message>
        <source>row {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>update θₜ − θₜ₋₁</source>
        <translation>更新 θₜ − θₜ₋₁</translation>
    </message>
</context>
<context>
    <name>GateView</name>
    <message>
        <source>Not recorded at this meta-step</source>
        <translation>这个元步没有记录</translation>
    </message>
    <message>
        <source>inner step</source>
        <translation>内层步</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>{gate}, curve {n}</source>
        <translation>{gate}，曲线 {n}</translation>
    </message>
</context>
<context>
    <name>GatesView</name>
    <message>
        <source>All coordinates</source>
        <translation>所有坐标</translation>
    </message>
    <message>
        <source>End the lower axis at the input gate&apos;s maximum instead of 1</source>
        <translation>让下方坐标轴止于输入门的最大值，而不是 1</translation>
    </message>
    <message>
        <source>Gates against updates</source>
        <translation>门随更新的变化</translation>
    </message>
    <message>
        <source>Group of parameters whose gates are averaged</source>
        <translation>对其门取平均的参数组</translation>
    </message>
    <message>
        <source>Input gate</source>
        <translation>输入门</translation>
    </message>
    <message>
        <source>LSTM&apos;s output</source>
        <translation>LSTM 的输出</translation>
    </message>
    <message>
        <source>LSTM&apos;s output z</source>
        <translation>LSTM 的输出 z</translation>
    </message>
    <message>
        <source>Lower plot</source>
        <translation>下方图</translation>
    </message>
    <message>
        <source>Output (both gates 1)</source>
        <translation>输出（两个门都为 1）</translation>
    </message>
    <message>
        <source>Parameter group</source>
        <translation>参数组</translation>
    </message>
    <message>
        <source>Quantity of the lower plot</source>
        <translation>下方图的量</translation>
    </message>
    <message>
        <source>SGD: 1 − ηλ = {value}</source>
        <translation>SGD：1 − ηλ = {value}</translation>
    </message>
    <message>
        <source>SGD: η = {value}</source>
        <translation>SGD：η = {value}</translation>
    </message>
    <message>
        <source>Zoom input gate</source>
        <translation>放大输入门</translation>
    </message>
    <message>
        <source>Zoom the input gate</source>
        <translation>放大输入门</translation>
    </message>
    <message>
        <source>forget</source>
        <translation>遗忘</translation>
    </message>
    <message>
        <source>forget gate zᶠ</source>
        <translation>遗忘门 zᶠ</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>input gate zⁱ</source>
        <translation>输入门 zⁱ</translation>
    </message>
    <message>
        <source>mean {gate}</source>
        <translation>平均{gate}</translation>
    </message>
    <message>
        <source>mean, 10–90 %</source>
        <translation>平均，10–90%</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>zoomed:</source>
        <translation>放大：</translation>
    </message>
    <message>
        <source>−gradient</source>
        <translation>−梯度</translation>
    </message>
</context>
<context>
    <name>GeneralizationView</name>
    <message>
        <source>Longer sequences</source>
        <translation>更长的序列</translation>
    </message>
    <message>
        <source>Longer sequences are tested every {steps} meta-steps</source>
        <translation>更长的序列每 {steps} 元步测试一次</translation>
    </message>
    <message>
        <source>beyond training</source>
        <translation>超出训练范围</translation>
    </message>
    <message>
        <source>size no. {column}</source>
        <translation>大小序号 {column}</translation>
    </message>
    <message>
        <source>size of the sequences</source>
        <translation>序列的大小</translation>
    </message>
    <message>
        <source>wrong bits (%)</source>
        <translation>错误的位（%）</translation>
    </message>
</context>
<context>
    <name>Ghosts</name>
    <message>
        <source>dimmed: {runs}</source>
        <translation>已变暗：{runs}</translation>
    </message>
    <message>
        <source>{run} ({differences})</source>
        <translation>{run}（{differences}）</translation>
    </message>
</context>
<context>
    <name>GhostsItem</name>
    <message>
        <source>{run} · {reading}</source>
        <translation>{run} · {reading}</translation>
    </message>
</context>
<context>
    <name>GlyphsView</name>
    <message>
        <source>Class {letter}, unseen; answer after update {t}: {answer}</source>
        <translation>类别 {letter}，未见过；第 {t} 次更新后的回答：{answer}</translation>
    </message>
    <message>
        <source>Class {letter}: a drawing that the updates see</source>
        <translation>类别 {letter}：更新所见的一幅图</translation>
    </message>
    <message>
        <source>Unseen drawings</source>
        <translation>未见过的图</translation>
    </message>
    <message>
        <source>Unseen drawings after update {t}: {right} of {all} right</source>
        <translation>第 {t} 次更新后的未见过的图：{all} 幅中 {right} 幅正确</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>见过</translation>
    </message>
    <message>
        <source>unseen drawings; filled: right</source>
        <translation>未见过的图；实心：正确</translation>
    </message>
    <message>
        <source>{count} of {all} unseen drawings; filled: right</source>
        <translation>{all} 幅未见过的图中的 {count} 幅；实心：正确</translation>
    </message>
    <message>
        <source>{method} {share}</source>
        <translation>{method} {share}</translation>
    </message>
</context>
<context>
    <name>Grips</name>
    <message>
        <source>optimum of task {letter}</source>
        <translation>任务 {letter} 的最优点</translation>
    </message>
    <message>
        <source>{method}: start φ</source>
        <translation>{method}：起点 φ</translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>{label}: {x}, {y} (drag)</source>
        <translation>{label}：{x}，{y}（可拖动）</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <source>Move to class {letter}</source>
        <translation>移到类别 {letter}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>See it</source>
        <translation>看一看</translation>
    </message>
    <message>
        <source>See it: {title}</source>
        <translation>看一看：{title}</translation>
    </message>
</context>
<context>
    <name>HeatMapItem</name>
    <message>
        <source>{quantity} = {value}: {row}, update {column}</source>
        <translation>{quantity} = {value}：{row}，更新 {column}</translation>
    </message>
</context>
<context>
    <name>HeatView</name>
    <message>
        <source>Not recorded at this meta-step</source>
        <translation>这个元步没有记录</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>column {column}</source>
        <translation>第 {column} 列</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>row {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>{lost} of {all} numbers are undefined or infinite</source>
        <translation>{all} 个数中有 {lost} 个无定义或为无穷大</translation>
    </message>
</context>
<context>
    <name>Idea</name>
    <message>
        <source>(k + 1) ∇</source>
        <translation>(k + 1) ∇</translation>
    </message>
    <message>
        <source>(k + 1) ∇ + k H·v</source>
        <translation>(k + 1) ∇ + k H·v</translation>
    </message>
    <message>
        <source>(k + 1) ∇, of pulls</source>
        <translation>(k + 1) ∇，来自拉臂</translation>
    </message>
    <message>
        <source>(k + 1) ∇, of walks</source>
        <translation>(k + 1) ∇，来自轨迹</translation>
    </message>
    <message>
        <source>1 pass back</source>
        <translation>1 次反向传播</translation>
    </message>
    <message>
        <source>1 ∇</source>
        <translation>1 ∇</translation>
    </message>
    <message>
        <source>1 ∇ a batch</source>
        <translation>每批 1 ∇</translation>
    </message>
    <message>
        <source>1 ∇ an episode</source>
        <translation>每回合 1 ∇</translation>
    </message>
    <message>
        <source>A baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>A baseline in many papers</source>
        <translation>许多论文中的基线</translation>
    </message>
    <message>
        <source>A bound</source>
        <translation>上界</translation>
    </message>
    <message>
        <source>A few: k steps</source>
        <translation>少量：k 步</translation>
    </message>
    <message>
        <source>A generator that makes further examples from one, so that the comparison gets better.</source>
        <translation>由一个样本生成更多样本的生成器，使比较更准。</translation>
    </message>
    <message>
        <source>A gradient for each example, then one pass back through what was made of it.</source>
        <translation>每个样本一个梯度，然后对由此得到的一切做一次反向传播。</translation>
    </message>
    <message>
        <source>A gradient of the learner at each time step; then one pass back through time.</source>
        <translation>每个时间步一个学习器的梯度；然后沿时间做一次反向传播。</translation>
    </message>
    <message>
        <source>A gradient of the learner at each update, none of second order; then one pass back through all updates.</source>
        <translation>每次更新一个学习器的梯度，没有二阶导数；然后穿过所有更新做一次反向传播。</translation>
    </message>
    <message>
        <source>A network decides at each moment what happens next: what is kept, followed, tried or written.</source>
        <translation>网络在每一刻决定接下来做什么：保留、跟随、尝试或写入什么。</translation>
    </message>
    <message>
        <source>A policy from which one policy-gradient step on a few walks finds the goal.</source>
        <translation>一个策略：在几条轨迹上做一步策略梯度就能找到目标。</translation>
    </message>
    <message>
        <source>A policy that also learns what to try, as the influence of a start on what it sees is not left out.</source>
        <translation>一个也学会该尝试什么的策略，因为起点对所见数据的影响没有被忽略。</translation>
    </message>
    <message>
        <source>A program: a controller that says where to write to a memory, what, and where to read.</source>
        <translation>一个程序：控制器决定写到记忆的哪里、写什么、从哪里读。</translation>
    </message>
    <message>
        <source>A recurrent policy that adapts by what it sees of its own actions and rewards.</source>
        <translation>一个循环策略，凭自己的动作和所得奖励来适应。</translation>
    </message>
    <message>
        <source>A rule that turns data of one world into those of another, so that plenty of simulated ones count.</source>
        <translation>把一个世界的数据变成另一个世界的数据的规则，使大量模拟数据也算数。</translation>
    </message>
    <message>
        <source>A space in which attention on the examples says which class a query has.</source>
        <translation>一个空间：其中对样本的注意力说明查询属于哪一类。</translation>
    </message>
    <message>
        <source>A space in which the mean of its examples stands for a class.</source>
        <translation>一个空间：其中样本的均值代表一个类。</translation>
    </message>
    <message>
        <source>A start for the family: the mean over tasks that were never trained on.</source>
        <translation>整个任务族的起点：在从未训练过的任务上的平均。</translation>
    </message>
    <message>
        <source>A start from which one or a few gradient steps solve a new task.</source>
        <translation>一个起点：从它出发，一步或几步梯度就能解决新任务。</translation>
    </message>
    <message>
        <source>A start of which the last layer alone adapts: all layers below are shared by all tasks.</source>
        <translation>一个起点：只有最后一层适应，下面各层为所有任务共享。</translation>
    </message>
    <message>
        <source>A start that is best for all tasks now, before any adaptation.</source>
        <translation>一个起点：在任何适应之前，对所有任务当下最好。</translation>
    </message>
    <message>
        <source>A start that moves to where adaptation has led, task after task.</source>
        <translation>一个起点：一个任务接一个任务，移向适应所到之处。</translation>
    </message>
    <message>
        <source>A start, and for each weight how far and in which direction a step changes it.</source>
        <translation>一个起点，以及每个权重在一步中改变多远、朝哪个方向。</translation>
    </message>
    <message>
        <source>ANIL</source>
        <translation>ANIL</translation>
    </message>
    <message>
        <source>All at once or one after the other, alike or by priority, with data that they share or not; and measured on all of them, or on one.</source>
        <translation>同时或先后，一视同仁或有优先级，数据共享与否；在所有任务上衡量，或只在一个任务上。</translation>
    </message>
    <message>
        <source>All boxes at once: one network reads the training data and answers. What it has learned from them lives in its state, and no gradient is needed for a new task.</source>
        <translation>所有方框合在一起：一个网络读入训练数据并作答。它从中学到的东西在它的状态里，新任务不需要梯度。</translation>
    </message>
    <message>
        <source>All in the state of one recurrent network: what is learned has no place of its own.</source>
        <translation>一切都在一个循环网络的状态里：学到的东西没有自己的位置。</translation>
    </message>
    <message>
        <source>Andrychowicz and others</source>
        <translation>Andrychowicz 等</translation>
    </message>
    <message>
        <source>Architecture search</source>
        <translation>结构搜索</translation>
    </message>
    <message>
        <source>Arranged by what a new task costs at test. Below each name: what meta-training takes for one task, in gradients ∇ and products with second derivatives H·v.</source>
        <translation>按新任务在测试时的代价排列。每个名称下面：元训练对一个任务的代价，以梯度 ∇ 和二阶导数乘积 H·v 计。</translation>
    </message>
    <message>
        <source>As MAML for policies; how much noise the gradient has differs.</source>
        <translation>与策略的 MAML 相同；梯度的噪声大小不同。</translation>
    </message>
    <message>
        <source>As MAML, but gradients of adaptation and second derivatives are of the last layer only.</source>
        <translation>与 MAML 相同，但适应的梯度和二阶导数只属于最后一层。</translation>
    </message>
    <message>
        <source>As MAML; twice as many numbers are learned.</source>
        <translation>与 MAML 相同；学习的数多一倍。</translation>
    </message>
    <message>
        <source>As many as it takes</source>
        <translation>需要多少就多少</translation>
    </message>
    <message>
        <source>As many as there are steps of adaptation.</source>
        <translation>与适应的步数一样多。</translation>
    </message>
    <message>
        <source>Below: shared layers</source>
        <translation>下面：共享低层</translation>
    </message>
    <message>
        <source>Beside: told the task</source>
        <translation>旁边：已知任务</translation>
    </message>
    <message>
        <source>Both: one LSTM integrates the gradients so far, a gated cell decides how much of that to take.</source>
        <translation>两者兼有：一个 LSTM 累积至今的梯度，一个带门的单元决定取其中多少。</translation>
    </message>
    <message>
        <source>By similarity</source>
        <translation>按相似度</translation>
    </message>
    <message>
        <source>By what it costs</source>
        <translation>按代价</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>按年份</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>Cubuk and others</source>
        <translation>Cubuk 等</translation>
    </message>
    <message>
        <source>Data enough to train by themselves; what is learned before makes it faster.</source>
        <translation>数据足够单独训练；先前学到的使它更快。</translation>
    </message>
    <message>
        <source>Data processing</source>
        <translation>数据处理</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Duan and others</source>
        <translation>Duan 等</translation>
    </message>
    <message>
        <source>E-MAML and DiCE</source>
        <translation>E-MAML 与 DiCE</translation>
    </message>
    <message>
        <source>Every task is drawn as likely as any other, as all scenarios here draw them.</source>
        <translation>每个任务被抽到的可能性相同，这里的所有场景都如此。</translation>
    </message>
    <message>
        <source>Every task is trained by itself.</source>
        <translation>每个任务单独训练。</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>FOMAML</source>
        <translation>FOMAML</translation>
    </message>
    <message>
        <source>Features, and a second network that compares them.</source>
        <translation>特征，以及比较它们的第二个网络。</translation>
    </message>
    <message>
        <source>Features, and how much a difference in each of them tells: are two pictures of the same class?</source>
        <translation>特征，以及每个特征上的差异说明多少：两张图片是否同类？</translation>
    </message>
    <message>
        <source>Few-shot</source>
        <translation>少样本</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Finn, Abbeel and Levine</source>
        <translation>Finn、Abbeel 和 Levine</translation>
    </message>
    <message>
        <source>For each task k gradients to adapt and one where that ended; no second derivatives.</source>
        <translation>每个任务 k 个梯度用于适应，终点处一个；没有二阶导数。</translation>
    </message>
    <message>
        <source>For each task k gradients to adapt, one where that ended, and k products with the second derivatives on the way back.</source>
        <translation>每个任务 k 个梯度用于适应，终点处一个，回程上还有 k 个与二阶导数的乘积。</translation>
    </message>
    <message>
        <source>For each task the k gradients of adaptation and nothing else.</source>
        <translation>每个任务只有适应的 k 个梯度。</translation>
    </message>
    <message>
        <source>For each task walks and a policy gradient per step, then walks of the adapted policy.</source>
        <translation>每个任务每步若干轨迹和一个策略梯度，然后是适应后策略的轨迹。</translation>
    </message>
    <message>
        <source>From experience or to learn</source>
        <translation>从经验中学习，还是学会学习</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>从零训练</translation>
    </message>
    <message>
        <source>From the real to the simulated</source>
        <translation>从真实到模拟</translation>
    </message>
    <message>
        <source>Full context embeddings</source>
        <translation>全上下文嵌入</translation>
    </message>
    <message>
        <source>Gates and an LSTM</source>
        <translation>门与一个 LSTM</translation>
    </message>
    <message>
        <source>Gradient descent as a cell</source>
        <translation>作为单元的梯度下降</translation>
    </message>
    <message>
        <source>Gradients are read as information, not followed.</source>
        <translation>梯度被当作信息来读，而不是被跟随。</translation>
    </message>
    <message>
        <source>Graves, Wayne and Danihelka</source>
        <translation>Graves、Wayne 和 Danihelka</translation>
    </message>
    <message>
        <source>Hand-made rules</source>
        <translation>人工设计的规则</translation>
    </message>
    <message>
        <source>Hochreiter and Schmidhuber</source>
        <translation>Hochreiter 和 Schmidhuber</translation>
    </message>
    <message>
        <source>How a new example is compared with those that are known. The space in which that is done is learned, and sometimes the comparison too.</source>
        <translation>新样本如何与已知样本比较。在其中比较的空间是学来的，有时比较本身也是。</translation>
    </message>
    <message>
        <source>How examples are prepared and multiplied before anything is learned from them. It can be learned: a generator imagines further examples of what it has seen once.</source>
        <translation>在从样本中学习之前，如何准备和增加样本。这可以学习：生成器想象只见过一次的东西的更多样本。</translation>
    </message>
    <message>
        <source>How far a step goes. It can be learned: one rate for each weight, or another one at every update, by the input gate of an LSTM.</source>
        <translation>一步走多远。这可以学习：每个权重一个学习率，或由 LSTM 的输入门在每次更新时给出另一个。</translation>
    </message>
    <message>
        <source>How many examples</source>
        <translation>样本数量</translation>
    </message>
    <message>
        <source>How much each example counts, by what helps on clean data.</source>
        <translation>每个样本算多少，由在干净数据上有帮助的来定。</translation>
    </message>
    <message>
        <source>How much each example counts. People count all alike; with attention a network decides it anew for every query.</source>
        <translation>每个样本算多少。人们让它们都一样；有了注意力，网络对每个查询重新决定。</translation>
    </message>
    <message>
        <source>How tasks come</source>
        <translation>任务怎样出现</translation>
    </message>
    <message>
        <source>Imagined examples</source>
        <translation>想象样本</translation>
    </message>
    <message>
        <source>In one space, what belongs together has to lie together, whatever the task.</source>
        <translation>在一个空间里，属于一起的必须在一起，不论什么任务。</translation>
    </message>
    <message>
        <source>In parallel</source>
        <translation>并行</translation>
    </message>
    <message>
        <source>In pieces</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>In rules and programs</source>
        <translation>在规则和程序中</translation>
    </message>
    <message>
        <source>In the control function</source>
        <translation>在控制函数中</translation>
    </message>
    <message>
        <source>In the order of the papers. A method has the year of the paper whose equations this program follows.</source>
        <translation>按论文的先后。方法的年份是本程序所依方程的论文的年份。</translation>
    </message>
    <message>
        <source>In the start</source>
        <translation>在起点中</translation>
    </message>
    <message>
        <source>In which order to search</source>
        <translation>搜索的次序</translation>
    </message>
    <message>
        <source>Incremental: a task is left for the next. Reptile&apos;s start follows; a classifier that learns on forgets.</source>
        <translation>增量：离开一个任务去下一个。Reptile 的起点跟随；继续学习的分类器会遗忘。</translation>
    </message>
    <message>
        <source>Initial parameters</source>
        <translation>初始参数</translation>
    </message>
    <message>
        <source>Inner representation</source>
        <translation>内部表示</translation>
    </message>
    <message>
        <source>Invented data</source>
        <translation>虚构的数据</translation>
    </message>
    <message>
        <source>Koch, Zemel and Salakhutdinov</source>
        <translation>Koch、Zemel 和 Salakhutdinov</translation>
    </message>
    <message>
        <source>LSTM meta-learner</source>
        <translation>LSTM 元学习器</translation>
    </message>
    <message>
        <source>LSTM without memory</source>
        <translation>无记忆的 LSTM</translation>
    </message>
    <message>
        <source>Labels are drawn anew: only memory or weights of this episode can know them.</source>
        <translation>标签重新抽取：只有本回合的记忆或权重才能知道。</translation>
    </message>
    <message>
        <source>Larochelle, Erhan and Bengio</source>
        <translation>Larochelle、Erhan 和 Bengio</translation>
    </message>
    <message>
        <source>Learned augmentation</source>
        <translation>学习得到的数据增强</translation>
    </message>
    <message>
        <source>Learned example weights</source>
        <translation>学习得到的样本权重</translation>
    </message>
    <message>
        <source>Learned optimizer</source>
        <translation>学得的优化器</translation>
    </message>
    <message>
        <source>Learning from experience</source>
        <translation>从经验中学习</translation>
    </message>
    <message>
        <source>Learning from experience finds one function in all data. Learning to learn finds what turns a task&apos;s few data into a function of its own.</source>
        <translation>从经验中学习在所有数据中找一个函数。学会学习找的是把一个任务的少量数据变成它自己的函数的东西。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning to learn</source>
        <translation>学会学习</translation>
    </message>
    <message>
        <source>Lee&apos;s lecture</source>
        <translation>李宏毅的课程</translation>
    </message>
    <message>
        <source>Li, Zhou, Chen and Li</source>
        <translation>Li、Zhou、Chen 和 Li</translation>
    </message>
    <message>
        <source>MAML</source>
        <translation>MAML</translation>
    </message>
    <message>
        <source>MAML for policies</source>
        <translation>策略的 MAML</translation>
    </message>
    <message>
        <source>MAML&apos;s start by a short cut: the gradient where adaptation ended is taken as if it were that of the start.</source>
        <translation>走捷径得到的 MAML 起点：把适应终点的梯度当作起点的梯度。</translation>
    </message>
    <message>
        <source>MAML&apos;s start without going back through the steps of adaptation.</source>
        <translation>MAML 的起点，但不必沿适应的步骤返回。</translation>
    </message>
    <message>
        <source>MANN</source>
        <translation>MANN</translation>
    </message>
    <message>
        <source>Many</source>
        <translation>许多</translation>
    </message>
    <message>
        <source>Many tasks at every meta-step, their gradients averaged.</source>
        <translation>每个元步许多任务，梯度取平均。</translation>
    </message>
    <message>
        <source>Many; the lecture&apos;s counterpart to MAML</source>
        <translation>许多；课程中与 MAML 对照的方法</translation>
    </message>
    <message>
        <source>Matching Network</source>
        <translation>匹配网络</translation>
    </message>
    <message>
        <source>Measured on a given one</source>
        <translation>只在给定的一个上衡量</translation>
    </message>
    <message>
        <source>Measured on all tasks</source>
        <translation>在所有任务上衡量</translation>
    </message>
    <message>
        <source>Memory access</source>
        <translation>记忆读写</translation>
    </message>
    <message>
        <source>Meta Networks</source>
        <translation>元网络</translation>
    </message>
    <message>
        <source>Meta-SGD</source>
        <translation>Meta-SGD</translation>
    </message>
    <message>
        <source>Mishra and others</source>
        <translation>Mishra 等</translation>
    </message>
    <message>
        <source>Munkhdalai and Yu</source>
        <translation>Munkhdalai 和 Yu</translation>
    </message>
    <message>
        <source>N-way K-shot: N classes that are new, K examples of each.</source>
        <translation>N 类 K 样本：N 个新的类，每类 K 个样本。</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>Network architecture</source>
        <translation>网络结构</translation>
    </message>
    <message>
        <source>Neural Turing Machine</source>
        <translation>神经图灵机</translation>
    </message>
    <message>
        <source>Nichol, Achiam and Schulman</source>
        <translation>Nichol、Achiam 和 Schulman</translation>
    </message>
    <message>
        <source>No example: a description has to do.</source>
        <translation>没有样本：只能靠描述。</translation>
    </message>
    <message>
        <source>No gradient</source>
        <translation>没有梯度</translation>
    </message>
    <message>
        <source>No meta-training; for a task as many gradients as it takes.</source>
        <translation>没有元训练；一个任务需要多少梯度就用多少。</translation>
    </message>
    <message>
        <source>No meta-training; the classifier takes one gradient of each batch.</source>
        <translation>没有元训练；分类器每批用一个梯度。</translation>
    </message>
    <message>
        <source>No priority</source>
        <translation>没有优先级</translation>
    </message>
    <message>
        <source>Nothing for new tasks: a classifier of all old classes gives the space, the examples are kept.</source>
        <translation>对新任务什么也不学：所有旧类的分类器给出空间，样本被保留。</translation>
    </message>
    <message>
        <source>Nothing for new tasks: all weights of a classifier are trained on, and what they knew is forgotten.</source>
        <translation>对新任务什么也不学：继续训练分类器的全部权重，原来知道的被遗忘。</translation>
    </message>
    <message>
        <source>Nothing has to be found out: it is told which task it is. The bound for all others.</source>
        <translation>什么都不用发现：它被告知是哪个任务。其他方法的上界。</translation>
    </message>
    <message>
        <source>Nothing is learned for new tasks.</source>
        <translation>对新任务什么也不学。</translation>
    </message>
    <message>
        <source>Nothing: SGD, momentum, RMSprop and Adam were written down by people.</source>
        <translation>什么也不学：SGD、动量、RMSprop 和 Adam 是人写下的。</translation>
    </message>
    <message>
        <source>Nothing: each task begins at a start drawn at random.</source>
        <translation>什么也不学：每个任务从随机抽取的起点开始。</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>没有元参数</translation>
    </message>
    <message>
        <source>N·K ∇ + 1 pass back</source>
        <translation>N·K ∇ + 1 次反向传播</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>一个接一个</translation>
    </message>
    <message>
        <source>One for each example</source>
        <translation>每个样本一个</translation>
    </message>
    <message>
        <source>One gradient for each task.</source>
        <translation>每个任务一个梯度。</translation>
    </message>
    <message>
        <source>One gradient of each batch of pairs.</source>
        <translation>每批样本对一个梯度。</translation>
    </message>
    <message>
        <source>One gradient of each batch of tasks.</source>
        <translation>每批任务一个梯度。</translation>
    </message>
    <message>
        <source>One gradient of each episode, back through the LSTMs that read the examples.</source>
        <translation>每个回合一个梯度，穿过读样本的 LSTM 返回。</translation>
    </message>
    <message>
        <source>One gradient of each episode, through the generator too.</source>
        <translation>每个回合一个梯度，也穿过生成器。</translation>
    </message>
    <message>
        <source>One gradient of each episode.</source>
        <translation>每个回合一个梯度。</translation>
    </message>
    <message>
        <source>One look is enough.</source>
        <translation>看一眼就够。</translation>
    </message>
    <message>
        <source>One network of convolutions in time and attention that reads all examples.</source>
        <translation>一个由时间卷积和注意力组成、读入所有样本的网络。</translation>
    </message>
    <message>
        <source>One pass back through each episode.</source>
        <translation>每个回合一次反向传播。</translation>
    </message>
    <message>
        <source>One pass back through each sequence.</source>
        <translation>每个序列一次反向传播。</translation>
    </message>
    <message>
        <source>One-shot</source>
        <translation>单样本</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>先知</translation>
    </message>
    <message>
        <source>Other inputs, same answers</source>
        <translation>不同输入，相同答案</translation>
    </message>
    <message>
        <source>Piecewise: a task&apos;s function is put together from basis functions. Here, attention mixes weights that single examples have made.</source>
        <translation>分段：一个任务的函数由基函数拼成。这里，注意力混合由单个样本得到的权重。</translation>
    </message>
    <message>
        <source>Policy gradients, back through all walks on a task.</source>
        <translation>策略梯度，穿过一个任务上的所有轨迹返回。</translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>Prototypical Network</source>
        <translation>原型网络</translation>
    </message>
    <message>
        <source>RL²</source>
        <translation>RL²</translation>
    </message>
    <message>
        <source>Raghu and others</source>
        <translation>Raghu 等</translation>
    </message>
    <message>
        <source>Rajeswaran and others</source>
        <translation>Rajeswaran 等</translation>
    </message>
    <message>
        <source>Ravi and Larochelle</source>
        <translation>Ravi 和 Larochelle</translation>
    </message>
    <message>
        <source>Ravi and Larochelle, as Lee tells it</source>
        <translation>Ravi 和 Larochelle，按李宏毅的讲法</translation>
    </message>
    <message>
        <source>Recursive the other way: inputs that say which task it is, below layers for all.</source>
        <translation>反过来的递归：输入说明是哪个任务，下面的层为所有任务共有。</translation>
    </message>
    <message>
        <source>Recursive: g of h, where h, the low layers, is the same for all tasks.</source>
        <translation>递归：g 作用于 h，其中低层 h 对所有任务相同。</translation>
    </message>
    <message>
        <source>Relation Network</source>
        <translation>关系网络</translation>
    </message>
    <message>
        <source>Ren and others</source>
        <translation>Ren 等</translation>
    </message>
    <message>
        <source>Reptile</source>
        <translation>Reptile</translation>
    </message>
    <message>
        <source>SNAIL</source>
        <translation>SNAIL</translation>
    </message>
    <message>
        <source>Same inputs, other answers</source>
        <translation>相同输入，不同答案</translation>
    </message>
    <message>
        <source>Santoro and others</source>
        <translation>Santoro 等</translation>
    </message>
    <message>
        <source>Siamese network</source>
        <translation>孪生网络</translation>
    </message>
    <message>
        <source>Slope and gradient</source>
        <translation>斜率与梯度</translation>
    </message>
    <message>
        <source>Snell, Swersky and Zemel</source>
        <translation>Snell、Swersky 和 Zemel</translation>
    </message>
    <message>
        <source>Some examples, points or walks.</source>
        <translation>几个样本、点或轨迹。</translation>
    </message>
    <message>
        <source>Stadie and others; Foerster and others</source>
        <translation>Stadie 等；Foerster 等</translation>
    </message>
    <message>
        <source>Step by step from an LSTM to gradient descent: which of its parts are fixed, and which are still learned.</source>
        <translation>从 LSTM 一步步到梯度下降：哪些部分是固定的，哪些仍要学习。</translation>
    </message>
    <message>
        <source>Sung and others</source>
        <translation>Sung 等</translation>
    </message>
    <message>
        <source>Tasks have something in common, which narrows down where the function of a new one can be.</source>
        <translation>任务有共同之处，这缩小了新任务的函数可能所在的范围。</translation>
    </message>
    <message>
        <source>Tasks that resemble the new one count more.</source>
        <translation>与新任务相似的任务算得更多。</translation>
    </message>
    <message>
        <source>The examples are read; nothing is differentiated.</source>
        <translation>样本被读入；什么也不求导。</translation>
    </message>
    <message>
        <source>The layers of a network and how they are connected.</source>
        <translation>网络的层以及它们如何连接。</translation>
    </message>
    <message>
        <source>The point from which the search begins, for any learner that follows gradients.</source>
        <translation>搜索开始的点，适用于任何跟随梯度的学习器。</translation>
    </message>
    <message>
        <source>The rule stays, the data change: a program that is learned once for all sequences.</source>
        <translation>规则不变，数据在变：一个为所有序列学一次的程序。</translation>
    </message>
    <message>
        <source>The start, and at each update how much of a weight is kept and how far its gradient is followed: the gates of an LSTM.</source>
        <translation>起点，以及每次更新时一个权重保留多少、跟随其梯度多远：LSTM 的门。</translation>
    </message>
    <message>
        <source>The update rule: an LSTM reads each gradient and says what to add to each weight.</source>
        <translation>更新规则：LSTM 读入每个梯度，说明给每个权重加上什么。</translation>
    </message>
    <message>
        <source>The whole algorithm</source>
        <translation>整个算法</translation>
    </message>
    <message>
        <source>To see each example in the light of the others before it is compared.</source>
        <translation>在比较之前，结合其他样本来看每个样本。</translation>
    </message>
    <message>
        <source>To tell classes of which there is a description and no example.</source>
        <translation>辨别只有描述而没有样本的类。</translation>
    </message>
    <message>
        <source>To write what is seen once to rows that are used least, and to find it by its content.</source>
        <translation>把见过一次的东西写到最少使用的行，并按内容找到它。</translation>
    </message>
    <message>
        <source>Told the task</source>
        <translation>已知任务</translation>
    </message>
    <message>
        <source>Two networks that turn the gradients of the examples into weights for this task alone.</source>
        <translation>两个网络，把样本的梯度变成只属于这个任务的权重。</translation>
    </message>
    <message>
        <source>Update rule</source>
        <translation>更新规则</translation>
    </message>
    <message>
        <source>Vinyals and others</source>
        <translation>Vinyals 等</translation>
    </message>
    <message>
        <source>Wang and others</source>
        <translation>Wang 等</translation>
    </message>
    <message>
        <source>Weights of examples</source>
        <translation>样本的权重</translation>
    </message>
    <message>
        <source>What is done with a gradient. People write the rule down; it can be learned by a network that reads each gradient and says what to change.</source>
        <translation>用梯度做什么。人们写下规则；它可以由一个读入每个梯度并说明改变什么的网络来学习。</translation>
    </message>
    <message>
        <source>What is done with data is itself learned: a rule for updates, a program for a memory.</source>
        <translation>对数据做什么本身也是学来的：更新的规则，记忆的程序。</translation>
    </message>
    <message>
        <source>What is kept from one step to the next, where it is written and how it is found again.</source>
        <translation>从一步到下一步保留什么，写到哪里，又如何找到。</translation>
    </message>
    <message>
        <source>What is known of a function&apos;s slope: the gradient at the start has to lead to where the task is solved.</source>
        <translation>关于函数斜率的知识：起点处的梯度必须通向解决任务之处。</translation>
    </message>
    <message>
        <source>What is known of one class is carried over to another: how its examples vary.</source>
        <translation>关于一个类的知识被带到另一个类：样本如何变化。</translation>
    </message>
    <message>
        <source>What is shared by all tasks, and what belongs to one, divides a learner in different places.</source>
        <translation>所有任务共享什么，什么属于一个任务，在不同的地方划分学习器。</translation>
    </message>
    <message>
        <source>What learning to learn could reach at best: nothing has to be found out.</source>
        <translation>学会学习最多能达到的：什么都不用发现。</translation>
    </message>
    <message>
        <source>Where learning begins. People draw it at random; a learned start lies where a few steps lead to every task.</source>
        <translation>学习从哪里开始。人们随机抽取；学习得到的起点位于几步就能到达每个任务的地方。</translation>
    </message>
    <message>
        <source>Where meta-parameters are</source>
        <translation>元参数在哪里</translation>
    </message>
    <message>
        <source>Which changes of pictures make good further examples.</source>
        <translation>图片的哪些改变能成为好的新样本。</translation>
    </message>
    <message>
        <source>Which data are collected: what a policy tries before it knows what is good. It can be learned, as what is tried decides what adaptation finds out.</source>
        <translation>收集哪些数据：策略在知道什么好之前尝试什么。这可以学习，因为尝试什么决定适应能发现什么。</translation>
    </message>
    <message>
        <source>Which layers there are and how they are connected. People choose them, in this program too: compare this start, for blocks of convolution, with the one for layers of units.</source>
        <translation>有哪些层，如何连接。由人选择，本程序中也是：把这个卷积块的起点与单元层的起点比较。</translation>
    </message>
    <message>
        <source>Which values of the weights are tried first: a learned rule goes another way than a hand-made one.</source>
        <translation>先尝试权重的哪些值：学习得到的规则与人工规则走的路不同。</translation>
    </message>
    <message>
        <source>Your task alone counts: draw it, and see what a start makes of it.</source>
        <translation>只有你的任务算数：画出它，看起点能从中得到什么。</translation>
    </message>
    <message>
        <source>Zero-data learning</source>
        <translation>零数据学习</translation>
    </message>
    <message>
        <source>Zero-shot</source>
        <translation>零样本</translation>
    </message>
    <message>
        <source>Zoph and Le</source>
        <translation>Zoph 和 Le</translation>
    </message>
    <message>
        <source>iMAML</source>
        <translation>iMAML</translation>
    </message>
    <message>
        <source>k ∇</source>
        <translation>k ∇</translation>
    </message>
    <message>
        <source>k ∇ + 1 pass back</source>
        <translation>k ∇ + 1 次反向传播</translation>
    </message>
    <message>
        <source>no meta-training</source>
        <translation>没有元训练</translation>
    </message>
    <message>
        <source>y = f(x, D; Θ): with more tasks, less data D of a new one are enough. The loss is summed over tasks.</source>
        <translation>y = f(x, D; Θ)：任务越多，新任务所需的数据 D 越少。损失对任务求和。</translation>
    </message>
    <message>
        <source>y = f(x; Θ): more data of the same kind, a better function. A new task begins again, or overwrites.</source>
        <translation>y = f(x; Θ)：同类数据越多，函数越好。新任务要从头开始，或覆盖原来的。</translation>
    </message>
</context>
<context>
    <name>IdeasPage</name>
    <message>
        <source>A dashed frame: named only, not in this program.</source>
        <translation>虚线框：仅列出名称，本程序中没有。</translation>
    </message>
    <message>
        <source>A double click, or Ctrl+Enter, opens its first scenario.</source>
        <translation>双击或按 Ctrl+Enter 打开它的第一个场景。</translation>
    </message>
    <message>
        <source>A learning algorithm turns training data into a network. What stands in the red boxes is designed by people. Meta-learning learns it: click a box, and the methods that do so light up.</source>
        <translation>学习算法把训练数据变成一个网络。红框里的内容由人设计，元学习则把它学出来：点击一个方框，学习它的方法就会亮起。</translation>
    </message>
    <message>
        <source>A new task costs a gradient for each example.</source>
        <translation>新任务的代价是每个样本一个梯度。</translation>
    </message>
    <message>
        <source>A new task costs a gradient for each step of adaptation.</source>
        <translation>新任务的代价是每步适应一个梯度。</translation>
    </message>
    <message>
        <source>A new task costs as many gradients as it takes.</source>
        <translation>新任务需要多少梯度就用多少。</translation>
    </message>
    <message>
        <source>A new task costs no gradient.</source>
        <translation>新任务不需要梯度。</translation>
    </message>
    <message>
        <source>Arrange: {way}</source>
        <translation>排列：{way}</translation>
    </message>
    <message>
        <source>Arrangement</source>
        <translation>排列方式</translation>
    </message>
    <message>
        <source>Click a card to read what the method learns, what it costs and where to see it.</source>
        <translation>点击卡片，可读到方法学习什么、代价多少、在哪里能看到。</translation>
    </message>
    <message>
        <source>Counted in “{title}”, with {tasks} tasks and k = {k}: {gradients} gradients and {products} products with second derivatives per update.</source>
        <translation>在“{title}”中计数，{tasks} 个任务，k = {k}：每次更新 {gradients} 个梯度和 {products} 个与二阶导数的乘积。</translation>
    </message>
    <message>
        <source>Find a method</source>
        <translation>查找方法</translation>
    </message>
    <message>
        <source>Find a method, a scenario, an author or a year</source>
        <translation>查找方法、场景、作者或年份</translation>
    </message>
    <message>
        <source>How the cards are arranged</source>
        <translation>卡片的排列方式</translation>
    </message>
    <message>
        <source>In “{title}”</source>
        <translation>在“{title}”中</translation>
    </message>
    <message>
        <source>In “{title}”, trained to meta-step {step}</source>
        <translation>在“{title}”中，训练到元步 {step}</translation>
    </message>
    <message>
        <source>Its boxes in the lecture&apos;s picture</source>
        <translation>它在课程图中的方框</translation>
    </message>
    <message>
        <source>Its scenarios</source>
        <translation>它的场景</translation>
    </message>
    <message>
        <source>Map of ideas</source>
        <translation>思想地图</translation>
    </message>
    <message>
        <source>Meta-training: {told}</source>
        <translation>元训练：{told}</translation>
    </message>
    <message>
        <source>Methods here that learn it: {count}</source>
        <translation>这里学习它的方法：{count}</translation>
    </message>
    <message>
        <source>Methods that learn it</source>
        <translation>学习它的方法</translation>
    </message>
    <message>
        <source>Named only: not in this program</source>
        <translation>仅列出名称：本程序中没有</translation>
    </message>
    <message>
        <source>No method here learns it</source>
        <translation>这里没有方法学习它</translation>
    </message>
    <message>
        <source>No method matches what you look for.</source>
        <translation>没有方法符合你要找的。</translation>
    </message>
    <message>
        <source>No single paper</source>
        <translation>没有单独的论文</translation>
    </message>
    <message>
        <source>The lecture&apos;s picture</source>
        <translation>课程中的图</translation>
    </message>
    <message>
        <source>What it learns: {learns}</source>
        <translation>它学习什么：{learns}</translation>
    </message>
    <message>
        <source>What people design</source>
        <translation>由人设计的部分</translation>
    </message>
    <message>
        <source>What people design in a learning algorithm</source>
        <translation>学习算法中由人设计的部分</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>约 {seconds} 秒</translation>
    </message>
    <message>
        <source>named only</source>
        <translation>仅列出名称</translation>
    </message>
    <message>
        <source>{count} methods</source>
        <translation>{count} 种方法</translation>
    </message>
    <message>
        <source>{name} et al.</source>
        <translation>{name} 等</translation>
    </message>
    <message>
        <source>{shown} of {count} methods</source>
        <translation>{count} 种方法中的 {shown} 种</translation>
    </message>
    <message>
        <source>{title}: {says}</source>
        <translation>{title}：{says}</translation>
    </message>
</context>
<context>
    <name>ImaginedItem</name>
    <message>
        <source>{method}: imagined example of class {letter}</source>
        <translation>{method}：类别 {letter} 的想象样本</translation>
    </message>
</context>
<context>
    <name>InnerClock</name>
    <message>
        <source>Inner step shown</source>
        <translation>显示的内层步</translation>
    </message>
    <message>
        <source>Inner step shown, and the last inner step of this meta-step</source>
        <translation>显示的内层步，以及此元步的最后一个内层步</translation>
    </message>
    <message>
        <source>Inner steps per second in slow motion</source>
        <translation>慢动作中每秒的内层步数</translation>
    </message>
    <message>
        <source>Method whose inner steps are shown</source>
        <translation>显示其内层步的方法</translation>
    </message>
    <message>
        <source>Pace of the inner clock</source>
        <translation>内层时钟的速度</translation>
    </message>
    <message>
        <source>Slow motion: play the inner clock, meta-step after meta-step</source>
        <translation>慢动作：逐个元步播放内层时钟</translation>
    </message>
    <message>
        <source>Stop the inner clock</source>
        <translation>停止内层时钟</translation>
    </message>
    <message>
        <source>inner step {step}</source>
        <translation>内层步 {step}</translation>
    </message>
    <message>
        <source>inner step {step} of {last}</source>
        <translation>内层步 {step}/{last}</translation>
    </message>
    <message>
        <source>inner step {tick} / {last}</source>
        <translation>内层步 {tick} / {last}</translation>
    </message>
    <message>
        <source>of {method}</source>
        <translation>{method}</translation>
    </message>
    <message>
        <source>{pace} inner steps/s</source>
        <translation>{pace} 内层步/秒</translation>
    </message>
    <message>
        <source>{pace}/s</source>
        <translation>{pace}/秒</translation>
    </message>
    <message>
        <source>{tick} / {last}</source>
        <translation>{tick} / {last}</translation>
    </message>
</context>
<context>
    <name>JobProgress</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel and delete the partial file</source>
        <translation>取消并删除未完成的文件</translation>
    </message>
    <message>
        <source>{done} of {total} frames</source>
        <translation>{total} 帧中的 {done} 帧</translation>
    </message>
    <message>
        <source>{minutes}:{seconds:02d} left</source>
        <translation>剩余 {minutes}:{seconds:02d}</translation>
    </message>
</context>
<context>
    <name>KernelPreparation</name>
    <message>
        <source>Preparing fast kernels: {place} of {count}</source>
        <translation>正在准备快速内核：{place}/{count}</translation>
    </message>
    <message>
        <source>numba, which compiles them, is not installed</source>
        <translation>编译它们的 numba 未安装</translation>
    </message>
    <message>
        <source>the process that compiles them cannot be started: {reason}</source>
        <translation>编译它们的进程无法启动：{reason}</translation>
    </message>
    <message>
        <source>the process that compiles them ended early, with status {status}</source>
        <translation>编译它们的进程提前结束，状态 {status}</translation>
    </message>
</context>
<context>
    <name>KeyItem</name>
    <message>
        <source>border</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>class mean</source>
        <translation>类均值</translation>
    </message>
    <message>
        <source>held</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>imagined</source>
        <translation>想象的</translation>
    </message>
    <message>
        <source>in question</source>
        <translation>所问的</translation>
    </message>
    <message>
        <source>likeness: width</source>
        <translation>相似度：宽度</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>support</source>
        <translation>支撑</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>Knobs</name>
    <message>
        <source>Interpolation gate g: 1 addresses by content, 0 continues from the previous place</source>
        <translation>插值门 g：1 表示按内容寻址，0 表示从上一个位置继续</translation>
    </message>
    <message>
        <source>Key strength β: how much the most similar row stands out</source>
        <translation>键强度 β：最相似的行突出多少</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset all sliders to the head&apos;s own parameters</source>
        <translation>把所有滑块重置到读写头自己的参数</translation>
    </message>
    <message>
        <source>Reset the head&apos;s parameters</source>
        <translation>重置读写头的参数</translation>
    </message>
    <message>
        <source>Sharpness γ: how much the weighting is sharpened after the shift</source>
        <translation>锐度 γ：移位后权重分布锐化多少</translation>
    </message>
    <message>
        <source>Shift s: by −1, 0 or +1 location, or split between two of them</source>
        <translation>移位 s：−1、0 或 +1 个位置，或分在其中两个之间</translation>
    </message>
    <message>
        <source>{symbol} = {value}</source>
        <translation>{symbol} = {value}</translation>
    </message>
</context>
<context>
    <name>LaboratoryCurves</name>
    <message>
        <source>Laboratory: loss against updates</source>
        <translation>实验室：损失随更新的变化</translation>
    </message>
    <message>
        <source>Row of the laboratory</source>
        <translation>实验室的行</translation>
    </message>
    <message>
        <source>Row of the laboratory shown</source>
        <translation>显示的实验室的行</translation>
    </message>
    <message>
        <source>This row of the laboratory has not been measured yet</source>
        <translation>实验室的这一行尚未测量</translation>
    </message>
    <message>
        <source>median loss</source>
        <translation>损失中位数</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
</context>
<context>
    <name>LaboratoryTable</name>
    <message>
        <source>Generalization laboratory: mean log₁₀ loss after the last update</source>
        <translation>泛化实验室：最后一次更新后 log₁₀ 损失的平均</translation>
    </message>
    <message>
        <source>How the problems differ from those of meta-training</source>
        <translation>这些问题与元训练的问题有何不同</translation>
    </message>
    <message>
        <source>Measurements of the best optimizer so far on other problems appear here</source>
        <translation>目前最好的优化器在其他问题上的测量在此出现</translation>
    </message>
    <message>
        <source>Off. Turn on the setting “Generalization laboratory” to measure</source>
        <translation>已关闭。打开设置“泛化实验室”以测量</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Rank of the learned optimizer among all five</source>
        <translation>学得的优化器在全部五个中的名次</translation>
    </message>
    <message>
        <source>diverged on {n} problems</source>
        <translation>在 {n} 个问题上发散</translation>
    </message>
    <message>
        <source>mean loss {loss}</source>
        <translation>平均损失 {loss}</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>已测量</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>tuned to η = {rate}</source>
        <translation>调至 η = {rate}</translation>
    </message>
    <message>
        <source>{done} of {wanted}</source>
        <translation>{wanted} 个中的 {done} 个</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place}/{count}</translation>
    </message>
</context>
<context>
    <name>LandscapesScene</name>
    <message>
        <source>Adaptation to a task: k gradient steps from the start phi</source>
        <translation>对任务的适应：从起点 phi 走 k 个梯度步</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>夹角</translation>
    </message>
    <message>
        <source>Deviation of a method&apos;s direction from the exact meta-gradient, both at MAML&apos;s start</source>
        <translation>某方法的方向与精确元梯度的偏离，都在 MAML 的起点</translation>
    </message>
    <message>
        <source>Drag a filled mark</source>
        <translation>拖动实心标记</translation>
    </message>
    <message>
        <source>Drag a letter</source>
        <translation>拖动字母</translation>
    </message>
    <message>
        <source>FOMAML takes the gradient at the adapted theta; Reptile moves phi towards the mean adapted theta</source>
        <translation>FOMAML 取适应后 theta 处的梯度；Reptile 把 phi 移向适应后 theta 的平均</translation>
    </message>
    <message>
        <source>First-order error</source>
        <translation>一阶误差</translation>
    </message>
    <message>
        <source>First-order error shown</source>
        <translation>显示的一阶误差</translation>
    </message>
    <message>
        <source>Hover, click</source>
        <translation>悬停、点击</translation>
    </message>
    <message>
        <source>Loss after k steps</source>
        <translation>k 步之后的损失</translation>
    </message>
    <message>
        <source>Loss now</source>
        <translation>当前损失</translation>
    </message>
    <message>
        <source>MAML minimizes the summed loss after adaptation; pre-training minimizes the summed loss at phi</source>
        <translation>MAML 最小化适应之后的损失之和；预训练最小化 phi 处的损失之和</translation>
    </message>
    <message>
        <source>Move the optimum of this task, with its whole surface</source>
        <translation>移动此任务的最优点及其整个曲面</translation>
    </message>
    <message>
        <source>Move the start φ of all methods; with Shift, only this one</source>
        <translation>移动所有方法的起点 φ；按住 Shift 只移动这一个</translation>
    </message>
    <message>
        <source>Ratio of norms</source>
        <translation>范数之比</translation>
    </message>
    <message>
        <source>Select a mark and move it; Shift: larger steps</source>
        <translation>选中一个标记并移动；Shift：步子更大</translation>
    </message>
    <message>
        <source>Show the value of a mark; pin it</source>
        <translation>显示标记的值；钉住它</translation>
    </message>
    <message>
        <source>Tab and arrow keys in a plot</source>
        <translation>图中的 Tab 和方向键</translation>
    </message>
    <message>
        <source>The curves have gaps where the exact meta-gradient has no direction to compare with</source>
        <translation>在精确元梯度没有方向可比之处，曲线有空隙</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Where a good start lies</source>
        <translation>好的起点在哪里</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
    <message>
        <source>all tasks, sum</source>
        <translation>所有任务，求和</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>夹角</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation>元步</translation>
    </message>
    <message>
        <source>ratio of norms</source>
        <translation>范数之比</translation>
    </message>
    <message>
        <source>unseen tasks, mean</source>
        <translation>未见过的任务，平均</translation>
    </message>
    <message>
        <source>{now} → {after}</source>
        <translation>{now} → {after}</translation>
    </message>
    <message>
        <source>{title}, one draw each</source>
        <translation>{title}，各抽一次</translation>
    </message>
</context>
<context>
    <name>LastLook</name>
    <message>
        <source>{method} {number}</source>
        <translation>{method} {number}</translation>
    </message>
</context>
<context>
    <name>LayersView</name>
    <message>
        <source>How far the layers move</source>
        <translation>各层移动多远</translation>
    </message>
    <message>
        <source>Moved: ‖θⱼ − θ₀‖ / ‖θ₀‖ of weights and biases; turned: angle between θⱼ and θ₀</source>
        <translation>移动：权重和偏置的 ‖θⱼ − θ₀‖ / ‖θ₀‖；转动：θⱼ 与 θ₀ 的夹角</translation>
    </message>
    <message>
        <source>held-out waves, after all inner steps: {value}</source>
        <translation>留出波形，全部内层步之后：{value}</translation>
    </message>
    <message>
        <source>last layer</source>
        <translation>最后一层</translation>
    </message>
    <message>
        <source>layer {number}</source>
        <translation>第 {number} 层</translation>
    </message>
    <message>
        <source>lines: means of {episodes} held-out episodes</source>
        <translation>线：{episodes} 个留出回合的平均</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>转动</translation>
    </message>
</context>
<context>
    <name>LearningView</name>
    <message>
        <source>Against the episodes trained on, of which a meta-step has {count}</source>
        <translation>相对于训练用的回合，一个元步有 {count} 个</translation>
    </message>
    <message>
        <source>Count training episodes</source>
        <translation>按训练回合计数</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Quantity shown</source>
        <translation>显示的量</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>episodes</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation>元步</translation>
    </message>
    <message>
        <source>training episodes</source>
        <translation>训练回合</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>(−0.7) · (−0.7) = 0.49 is positive again. The path ends on the side where it began, and the gradient there means the same as at φ.</source>
        <translation>(−0.7) · (−0.7) = 0.49 又是正数。路径的终点回到出发的那一侧，那里的梯度与 φ 处的意思相同。</translation>
    </message>
    <message>
        <source>(−0.7) · (−0.7) = 0.49: two changes of sign make none.</source>
        <translation>(−0.7) · (−0.7) = 0.49：两次变号等于没有变。</translation>
    </message>
    <message>
        <source>**MANN** (Santoro et al. 2016) has a memory matrix like a Neural Turing Machine. But it never walks from row to row: it **reads** by content alone. The rows most similar to its key count most.</source>
        <translation>**MANN**（Santoro et al. 2016）像神经图灵机一样有一个记忆矩阵。但它从不一行一行地走：它只按内容**读取**。与键最相似的行最算数。</translation>
    </message>
    <message>
        <source>**Matching Networks** (Vinyals et al. 2016) keep every example. A query pays **attention** to each, by the cosine of the embeddings, and each example votes for its label with it.</source>
        <translation>**匹配网络**（Vinyals et al. 2016）保留每个样例。查询样本按嵌入的余弦对每个样例付出**注意力**，每个样例以此为自己的标签投票。</translation>
    </message>
    <message>
        <source>**Nearest neighbours** keep the features of each example beside the network. A query has the class of the nearest one.

**Fine-tuning** gives the network five more outputs and takes {setting:finetuning_steps} gradient steps on the five examples.</source>
        <translation>**最近邻**把每个样例的特征存在网络旁边。查询样本属于离它最近的样例的类别。

**微调**给网络加上五个输出，并在五个样例上走 {setting:finetuning_steps} 步梯度下降。</translation>
    </message>
    <message>
        <source>**Pre-training** wants one policy that is as good as possible for all goals. **MAML** wants a start φ from which **one** policy-gradient step brings much. Both train on new goals at each update.</source>
        <translation>**预训练**要一个对所有目标都尽可能好的策略。**MAML** 要一个起点 φ，从它走**一步**策略梯度就得到很多。两者每次更新都在新目标上训练。</translation>
    </message>
    <message>
        <source>**Prototypical Networks** (Snell et al. 2017) put a **prototype** c at the mean of a class&apos;s embedded examples. The nearer a query is to it, the more probable is the class.</source>
        <translation>**原型网络**（Snell et al. 2017）在一个类别的嵌入样例的平均处放一个**原型** c。查询样本离它越近，这个类别的概率越大。</translation>
    </message>
    <message>
        <source>0.15</source>
        <translation>0.15</translation>
    </message>
    <message>
        <source>0.5 · 3.4 is 1.7, which is more than 1. So the factor is below zero.</source>
        <translation>0.5 · 3.4 是 1.7，大于 1。所以因子小于零。</translation>
    </message>
    <message>
        <source>0.5: half and half</source>
        <translation>0.5：一半一半</translation>
    </message>
    <message>
        <source>0.98¹⁰ is about 0.82. Close to 1 is not 1: the cell shrinks all parameters a little, as weight decay does.</source>
        <translation>0.98¹⁰ 约为 0.82。接近 1 不等于 1：单元把所有参数都缩小一点，就像权重衰减那样。</translation>
    </message>
    <message>
        <source>0: forget, and start anew</source>
        <translation>0：忘掉，重新开始</translation>
    </message>
    <message>
        <source>1 minus alpha times a, squared, is minus 0.7, squared.</source>
        <translation>1 减 α 乘 a 的平方，是 −0.7 的平方。</translation>
    </message>
    <message>
        <source>1 minus alpha times the curvature.</source>
        <translation>1 减 α 乘曲率。</translation>
    </message>
    <message>
        <source>1 − 0 · 1 = 1, and 0 · a = 0. And with w = 1 and e = 1 the old row is gone, and a stands there.</source>
        <translation>1 − 0 · 1 = 1，而 0 · a = 0。若 w = 1 且 e = 1，旧的行就没有了，那里是 a。</translation>
    </message>
    <message>
        <source>1,761, one for each</source>
        <translation>1,761 个，每个参数一个</translation>
    </message>
    <message>
        <source>1.7</source>
        <translation>1.7</translation>
    </message>
    <message>
        <source>1: keep all of it</source>
        <translation>1：全部保留</translation>
    </message>
    <message>
        <source>98 %</source>
        <translation>98 %</translation>
    </message>
    <message>
        <source>A **Neural Turing Machine** has a memory outside the network: a matrix with 24 rows. Here it sees eight vectors, one at each time step, then a sign, and has to say them again.

This small machine has learned that already. How does it find the right row, without being given a number?</source>
        <translation>**神经图灵机**在网络之外有一个记忆：一个 24 行的矩阵。在这里，它每个时间步看到一个向量，一共八个，然后是一个信号，要把它们再说一遍。

这台小机器已经学会了。没有人给它行号，它怎么找到正确的行？</translation>
    </message>
    <message>
        <source>A Neural Turing Machine finds a row of its memory in four steps: content, gate, shift, sharpening. Move their numbers, and tear out a page.</source>
        <translation>神经图灵机用四步找到记忆中的一行：内容、门、移位、锐化。移动它们的数值，再撕掉一页。</translation>
    </message>
    <message>
        <source>A again: nothing of the wrong label has stayed behind.</source>
        <translation>又是 A 了：错误的标签什么也没有留下。</translation>
    </message>
    <message>
        <source>A cell that trains a network</source>
        <translation>训练网络的单元</translation>
    </message>
    <message>
        <source>A circle around each prototype</source>
        <translation>围绕每个原型的一个圆</translation>
    </message>
    <message>
        <source>A circle has equal distance from **one** prototype. On the border, the distances from **two** are equal.</source>
        <translation>圆到**一个**原型的距离相等。在边界上，到**两个**原型的距离相等。</translation>
    </message>
    <message>
        <source>A class is a point</source>
        <translation>一个类别是一个点</translation>
    </message>
    <message>
        <source>A classifier knows 60 characters and meets five new ones. Fine-tuning learns them and loses the old ones; nearest neighbours keep both. Why that is, and what each of them stores.</source>
        <translation>一个分类器认识 60 个字符，又遇到五个新字符。微调学会了它们，却丢掉了旧的；最近邻两边都记得住。为什么会这样，两者各存下了什么。</translation>
    </message>
    <message>
        <source>A copy to come back to, as in MAML, or old pictures mixed into the loss. To forget what is in the loss has a price, so it is kept.</source>
        <translation>可以回到的一份副本（如 MAML），或混进损失的旧图片。损失中有的东西，忘掉就要付出代价，所以会被保留。</translation>
    </message>
    <message>
        <source>A curve that was trained for these classes</source>
        <translation>为这些类别训练出来的一条曲线</translation>
    </message>
    <message>
        <source>A distance is a formula that somebody chose. **Relation Networks** (Sung et al. 2018) learn it: a second network g sees two embedded pictures, and says from 0 to 1 how well they belong together.</source>
        <translation>距离是某个人选的公式。**关系网络**（Sung et al. 2018）学习它：第二个网络 g 看两张嵌入的图片，用 0 到 1 说出它们有多相配。</translation>
    </message>
    <message>
        <source>A fan: one beam to each goal</source>
        <translation>一把扇子：每个目标一束</translation>
    </message>
    <message>
        <source>A few less: 5 of 65 classes are new</source>
        <translation>稍少一些：65 个类别里只有 5 个是新的</translation>
    </message>
    <message>
        <source>A forget gate below 1</source>
        <translation>小于 1 的遗忘门</translation>
    </message>
    <message>
        <source>A forget gate near 1 keeps nearly everything. 0.98¹⁰ is about 0.82.</source>
        <translation>接近 1 的遗忘门几乎保留一切。0.98¹⁰ 约为 0.82。</translation>
    </message>
    <message>
        <source>A gate of 0.98 at ten updates: how much of a parameter is left that no gradient touches?</source>
        <translation>门为 0.98，更新十次：一个没有梯度触及的参数还剩多少？</translation>
    </message>
    <message>
        <source>A gate σ(α) decides where the head writes: near 1 to the rows that it has just read, near 0 to the least used row.</source>
        <translation>门 σ(α) 决定读写头写到哪里：接近 1 时写到刚读过的行，接近 0 时写到使用最少的行。</translation>
    </message>
    <message>
        <source>A goal of your own</source>
        <translation>你自己的目标</translation>
    </message>
    <message>
        <source>A gradient becomes weights</source>
        <translation>梯度变成权重</translation>
    </message>
    <message>
        <source>A great part of all that ten looks bring</source>
        <translation>十眼所带来的全部收获中的一大部分</translation>
    </message>
    <message>
        <source>A head does not choose one row. It has a **weighting** w: a number from 0 to 1 for each row, 1 in all. Writing erases with e, then adds a, and w says how much of that each row gets.</source>
        <translation>读写头不是选一行。它有一个**权重分布** w：每行一个 0 到 1 之间的数，总和为 1。写入先用 e 擦除，再加上 a，w 说明每行得到多少。</translation>
    </message>
    <message>
        <source>A head is to stay exactly where it was. What does the controller tell it?</source>
        <translation>读写头要恰好留在原处。控制器告诉它什么？</translation>
    </message>
    <message>
        <source>A kernel is never exactly one number: each shift spreads a little weight over the neighbours. The last step takes a power γ and so makes large weights larger.

Press **Reset**, then move **γ** to its left end: 1, no sharpening.</source>
        <translation>核从来不会恰好是一个数：每次移位都把一点权重散到相邻的行。最后一步取幂 γ，使大的权重更大。

按**重置**，然后把 **γ** 移到最左端：1，不锐化。</translation>
    </message>
    <message>
        <source>A label says nothing about the character, only about this episode. So it must be remembered **within** the episode, without changing a weight.</source>
        <translation>标签与字符本身无关，只与这个回合有关。所以必须在回合**之内**记住它，而不改变权重。</translation>
    </message>
    <message>
        <source>A larger inner step</source>
        <translation>更大的内层步</translation>
    </message>
    <message>
        <source>A larger α</source>
        <translation>更大的 α</translation>
    </message>
    <message>
        <source>A last trial: {setting:inner_steps} inner steps. Across the valley the factor is (−0.7)¹⁵, about −0.005: almost nothing, with the wrong sign. Along it, it is 0.925¹⁵, about 0.31.</source>
        <translation>最后一次试验：{setting:inner_steps} 个内层步。横跨山谷的因子是 (−0.7)¹⁵，约 −0.005：几乎没有，而且符号相反。沿着山谷是 0.925¹⁵，约 0.31。</translation>
    </message>
    <message>
        <source>A lesson</source>
        <translation>教程</translation>
    </message>
    <message>
        <source>A lesson is a text file that ends in `.json`. Write it in any text editor, save it as UTF-8, and drop it on the window (or File &gt; Open, or `metascope --lesson FILE`).</source>
        <translation>教程是一个以 `.json` 结尾的文本文件。用任何文本编辑器编写，存为 UTF-8，然后拖到窗口上（或“文件 &gt; 打开”，或 `metascope --lesson FILE`）。</translation>
    </message>
    <message>
        <source>A loss falls where weights are changed. This cell&apos;s gates are the numbers 1 and η: it has no weights.</source>
        <translation>权重改变的地方，损失才会下降。这个单元的门是 1 和 η 两个数：它没有权重。</translation>
    </message>
    <message>
        <source>A memory of rows</source>
        <translation>由行组成的记忆</translation>
    </message>
    <message>
        <source>A network that fits one sine wave</source>
        <translation>一个拟合某个正弦波的网络</translation>
    </message>
    <message>
        <source>A network with 1,761 parameters is to learn a sine wave from ten points, in ten updates. An LSTM cell makes the updates: it sees the gradient and decides by two gates.

The gates are learned. What will they learn?</source>
        <translation>一个有 1,761 个参数的网络要从十个点、用十次更新学会一个正弦波。更新由 LSTM 单元完成：它看到梯度，用两个门来决定。

这些门是学来的。它们会学到什么？</translation>
    </message>
    <message>
        <source>A network with a memory sees a new character once, is told its label, and knows it the next time, without changing a weight: where it writes, and what it reads.</source>
        <translation>一个带记忆的网络看一次新字符，得知它的标签，下次就认得它，而不改变任何权重：它写到哪里，又读什么。</translation>
    </message>
    <message>
        <source>A network with a notebook</source>
        <translation>带笔记本的网络</translation>
    </message>
    <message>
        <source>A place that holds something else does not confuse the walk: the head goes by +1, whatever it reads.</source>
        <translation>某个位置放着别的东西，并不会打乱行走：无论读到什么，读取头都移动 +1。</translation>
    </message>
    <message>
        <source>A point is rewarded for being near a goal that it cannot see. MAML learns a policy that is good for no goal, and one gradient step away from every goal: what makes such a start.</source>
        <translation>一个点靠近它看不见的目标就得到奖励。MAML 学到的策略对哪个目标都不好，却离每个目标都只有一步梯度：这样的起点由什么造成。</translation>
    </message>
    <message>
        <source>A point starts in the middle and takes up to {setting:horizon} small steps. After each one, its **reward** is minus the distance from a goal. The **policy** decides on each step, and sees only where the point is: never the goal.

The sum of all rewards is the **return**; 0 would be the best.</source>
        <translation>一个点从中央出发，最多走 {setting:horizon} 小步。每步之后，它的**奖励**是到目标的距离取负。每一步由**策略**决定，它只看见点在哪里：从不看见目标。

所有奖励之和是**回报**；0 是最好的。</translation>
    </message>
    <message>
        <source>A policy that adapts</source>
        <translation>会适应的策略</translation>
    </message>
    <message>
        <source>A query comes. Its key is compared with the five keys. The nearer a row&apos;s key, the more of this row goes into the query&apos;s own fast weights.</source>
        <translation>来了一个查询样本。它的键与五个键比较。一行的键越近，这一行进入查询样本自己的快速权重就越多。</translation>
    </message>
    <message>
        <source>A reward is a distance without a direction. The direction comes from comparing walks that went to different places.</source>
        <translation>奖励是没有方向的距离。方向来自比较那些去了不同地方的走法。</translation>
    </message>
    <message>
        <source>A row has the weight w = 0, and e is 1. What happens to this row?</source>
        <translation>某一行的权重 w = 0，而 e 是 1。这一行会怎样？</translation>
    </message>
    <message>
        <source>A rule for updates, and a start that suits it</source>
        <translation>一条更新规则，以及适合它的起点</translation>
    </message>
    <message>
        <source>A small shift changes most of them</source>
        <translation>稍微一移，大多数像素就变了</translation>
    </message>
    <message>
        <source>A softmax with a lid</source>
        <translation>带盖子的 softmax</translation>
    </message>
    <message>
        <source>A start that is worse</source>
        <translation>一个更差的起点</translation>
    </message>
    <message>
        <source>A step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>A step that asks for what is so already **is done as it begins**: nobody would do anything. After a step that looked back, say `&quot;look&quot;: {&quot;step&quot;: &quot;live&quot;, &quot;inner&quot;: &quot;last&quot;}`; ask to `reach` a later meta-step than the steps before; let a step before set another value. Going back a step undoes what was changed since it began.</source>
        <translation>要求的事情若已经成立，这一步**一开始就算完成**：没有人需要做什么。在回看的一步之后，请写 `&quot;look&quot;: {&quot;step&quot;: &quot;live&quot;, &quot;inner&quot;: &quot;last&quot;}`；`reach` 要比前面各步更晚的元步；让前面的一步设成别的值。退回一步会撤销该步开始以来的更改。</translation>
    </message>
    <message>
        <source>A straight line, half-way between both prototypes</source>
        <translation>一条直线，在两个原型的正中间</translation>
    </message>
    <message>
        <source>A well-chosen number</source>
        <translation>一个选得好的数</translation>
    </message>
    <message>
        <source>About 82 %</source>
        <translation>约 82 %</translation>
    </message>
    <message>
        <source>About as large as η</source>
        <translation>和 η 差不多</translation>
    </message>
    <message>
        <source>Above stand the examples, below the weights: each small picture in the row “fast φ⁺” shows the weights from all pixels to one unit of layer 1.</source>
        <translation>上面是样例，下面是权重：“快速 φ⁺”这一行里的每张小图，是从所有像素到第 1 层一个单元的权重。</translation>
    </message>
    <message>
        <source>Across and back</source>
        <translation>过去，再回来</translation>
    </message>
    <message>
        <source>Actions are drawn from a normal distribution, with a mean and a standard deviation σ. For each goal {setting:test_paths} walks are collected, and their rewards noted.</source>
        <translation>动作从正态分布中抽取，有均值和标准差 σ。每个目标收集 {setting:test_paths} 条走法，并记下奖励。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam has {metric:adam.loss_10}, SGD {metric:sgd.loss_10}, the cell {metric:learned.loss_10}. In ten updates from an untrained start no rule made by hand gets far.</source>
        <translation>Adam 是 {metric:adam.loss_10}，SGD 是 {metric:sgd.loss_10}，单元是 {metric:learned.loss_10}。从未经训练的起点出发，十次更新之内，没有一条手工规则走得远。</translation>
    </message>
    <message>
        <source>Adam remembers earlier gradients and divides by their size. These gates are the same numbers at every update.</source>
        <translation>Adam 记住以前的梯度，并除以它们的大小。这里的门在每次更新时都是同样的数。</translation>
    </message>
    <message>
        <source>Adam&apos;s</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>After **one** step. The next shift spreads what is spread already. After eight steps less than a third would be on the right row (computed with this machine&apos;s own numbers).</source>
        <translation>那是**一步**之后。下一次移位会散布已经散布的权重。八步之后，正确的行上不到三分之一（用这台机器自己的数计算）。</translation>
    </message>
    <message>
        <source>After adaptation MAML&apos;s start loses {metric:maml.loss_after}, FOMAML&apos;s {metric:fomaml.loss_after}. The shortcut cost almost nothing.

The MAML paper reports the same for pictures: nearly the same accuracy, and a third less time to compute (Finn et al. 2017).</source>
        <translation>适应之后，MAML 的起点损失为 {metric:maml.loss_after}，FOMAML 的为 {metric:fomaml.loss_after}。捷径几乎没有代价。

MAML 的论文在图片上报告了同样的结果：准确率几乎相同，计算时间少三分之一（Finn et al. 2017）。</translation>
    </message>
    <message>
        <source>After one step, pre-training has {metric:pretraining.return_1}, MAML {metric:maml.return_1}.</source>
        <translation>一步之后，预训练是 {metric:pretraining.return_1}，MAML 是 {metric:maml.return_1}。</translation>
    </message>
    <message>
        <source>Against rules made by hand</source>
        <translation>与手工规则相比</translation>
    </message>
    <message>
        <source>Ahead: it can learn any measure</source>
        <translation>领先：它什么度量都能学</translation>
    </message>
    <message>
        <source>All cells but one can be trained. Each meta-step shows them new bowls and changes their weights so that the loss on the way gets smaller.</source>
        <translation>除一个之外，所有单元都可以训练。每个元步给它们看新的碗，并改变它们的权重，使沿途的损失变小。</translation>
    </message>
    <message>
        <source>All eight vectors are written, to rows 1 to 8: the coloured ones. Inner step 9 is the sign to answer.

Click one of these rows in the memory, then press **Erase**. Before you do: which answers will be wrong?</source>
        <translation>八个向量都写好了，在第 1 到 8 行：有颜色的那些行。内层步 9 是开始回答的信号。

在记忆中点击其中一行，然后按**擦除**。按之前想一想：哪些回答会错？</translation>
    </message>
    <message>
        <source>All labels are equally frequent. An answer by frequency would be right in one case of five.</source>
        <translation>所有标签一样常见。按频率回答，五次只对一次。</translation>
    </message>
    <message>
        <source>All parameters share its weights, as all share the rule of SGD. Each has its own gates, because each has its own gradient. So the cell can train networks of other sizes, too.</source>
        <translation>所有参数共用它的权重，就像都共用 SGD 的规则。每个参数有自己的门，因为每个参数有自己的梯度。所以这个单元也能训练其他大小的网络。</translation>
    </message>
    <message>
        <source>All walks would have the same rewards. Which action should become more likely then?</source>
        <translation>所有走法的奖励会一样。那么该让哪个动作变得更可能呢？</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>总能答对</translation>
    </message>
    <message>
        <source>Always to the least used row</source>
        <translation>总是写到使用最少的行</translation>
    </message>
    <message>
        <source>An **LSTM** cell has a memory c. At each time step it keeps a part of it and lets something new in: two **gates** decide how much.

Gradient descent has parameters θ. At each step it keeps them and adds a step. Compare the two lines.</source>
        <translation>**LSTM** 单元有一个记忆 c。在每个时间步，它保留其中一部分，并放进一些新的东西：放多少由两个**门**决定。

梯度下降有参数 θ。每一步它保留参数，再加上一步。比较这两行。</translation>
    </message>
    <message>
        <source>An LSTM cell trains a network in ten updates. Its forget gate and its input gate are learned: they become weight decay and a learning rate that changes on the way.</source>
        <translation>一个 LSTM 单元用十次更新训练一个网络。它的遗忘门和输入门是学来的：它们成为权重衰减，以及途中变化的学习率。</translation>
    </message>
    <message>
        <source>An episode</source>
        <translation>一个回合</translation>
    </message>
    <message>
        <source>An example becomes a gradient</source>
        <translation>样例变成梯度</translation>
    </message>
    <message>
        <source>And a step again</source>
        <translation>再有一步</translation>
    </message>
    <message>
        <source>And back</source>
        <translation>再换回来</translation>
    </message>
    <message>
        <source>And back again</source>
        <translation>再换回来</translation>
    </message>
    <message>
        <source>And down again</source>
        <translation>又下来了</translation>
    </message>
    <message>
        <source>And if nobody adapts?</source>
        <translation>如果谁也不适应呢？</translation>
    </message>
    <message>
        <source>And now the curves that count for somebody who will adapt.</source>
        <translation>现在看对之后会适应的人才重要的曲线。</translation>
    </message>
    <message>
        <source>And undo it</source>
        <translation>再改回来</translation>
    </message>
    <message>
        <source>And where should something new be written?</source>
        <translation>那么新的东西应该写到哪里？</translation>
    </message>
    <message>
        <source>Another label for an example</source>
        <translation>给样例换个标签</translation>
    </message>
    <message>
        <source>Another landscape, and a cell whose gates are fixed: zⁱ = η = {setting:eta} and zᶠ = 1 − η λ. On the right the update is written out with its numbers. Set the weight decay λ to 0.2.</source>
        <translation>另一个地形，以及一个门固定的单元：zⁱ = η = {setting:eta}，zᶠ = 1 − η λ。右边用数字写出了更新。把权重衰减 λ 设为 0.2。</translation>
    </message>
    <message>
        <source>Any character is A as often as it is B, C, D or E. By this symmetry no training lifts slow weights alone above a guess among five.</source>
        <translation>任何字符是 A 的机会，与它是 B、C、D 或 E 的一样多。由于这种对称，只用慢速权重，无论怎样训练都不会胜过五选一的猜测。</translation>
    </message>
    <message>
        <source>As many: they are not touched</source>
        <translation>一样多：没有人碰它们</translation>
    </message>
    <message>
        <source>As much as each look that follows</source>
        <translation>与后面的每一眼一样多</translation>
    </message>
    <message>
        <source>As published, there is no temperature: τ = 1. The program&apos;s embeddings have no negative numbers, so their cosines lie between 0 and 1. With a cosine of 1 for the right class and 0 for both others, the probability is 0.58. It can never be larger.</source>
        <translation>论文里没有温度：τ = 1。本程序的嵌入没有负数，所以余弦在 0 与 1 之间。即使对的类别余弦是 1，另外两个是 0，概率也只有 0.58。它不可能更大。</translation>
    </message>
    <message>
        <source>At meta-step {here} it is right in {here:relation.accuracy}, prototypes in {here:prototypes.accuracy}.</source>
        <translation>在元步 {here} 它答对 {here:relation.accuracy}，原型 {here:prototypes.accuracy}。</translation>
    </message>
    <message>
        <source>At meta-step {here} pre-training stands at φ = {here:pretraining.phi} and MAML at {here:maml.phi}. Both had gone left, for different reasons. MAML stops where both paths still end well; pre-training goes on downhill, into B&apos;s poor valley.</source>
        <translation>在元步 {here}，预训练位于 φ = {here:pretraining.phi}，MAML 位于 {here:maml.phi}。两者都向左走，理由却不同。MAML 停在两条路径仍能走到好处的地方；预训练继续下坡，走进 B 的差谷。</translation>
    </message>
    <message>
        <source>At meta-step {here}: {here:relation.accuracy}, prototypes {here:prototypes.accuracy}. A fixed distance tells the embedding from the first step on what “near” means.</source>
        <translation>在元步 {here}：{here:relation.accuracy}，原型 {here:prototypes.accuracy}。固定的距离从第一步起就告诉嵌入“近”是什么意思。</translation>
    </message>
    <message>
        <source>At pre-training&apos;s start both losses are low together. But task B has **two** valleys, and this start lies in the poor one. Gradient descent only goes down, never over a hill.</source>
        <translation>在预训练的起点，两个损失合起来很低。但任务 B 有**两个**谷，而这个起点位于差的那个。梯度下降只往下走，从不翻过山坡。</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>随机地写</translation>
    </message>
    <message>
        <source>At this start the angle is only {metric:fomaml.angle_to_maml}°. But what happens when the flat direction is settled and only the steep part is left?</source>
        <translation>在这个起点，夹角只有 {metric:fomaml.angle_to_maml}°。但是等平的方向安定下来，只剩下陡的部分时，会怎样呢？</translation>
    </message>
    <message>
        <source>At tick 3 the step is taken, from the same start, for each goal by itself. At tick 4 new walks are collected.</source>
        <translation>在时刻 3 走出一步，每个目标各走各的，从同一个起点出发。在时刻 4 收集新的走法。</translation>
    </message>
    <message>
        <source>At time step 10 the machine has to say the first vector. The read head was at row 0 and is at row 1 now, where that vector lies. **Addressing** shows how it came there, from above to below, in four steps.</source>
        <translation>在时间步 10，机器要说出第一个向量。读取头原来在第 0 行，现在在第 1 行，那个向量就在那里。**寻址**视图从上到下用四步显示它怎么走到那里。</translation>
    </message>
    <message>
        <source>Attention instead of means</source>
        <translation>用注意力代替平均</translation>
    </message>
    <message>
        <source>Before adapting</source>
        <translation>适应之前</translation>
    </message>
    <message>
        <source>Before it is trained</source>
        <translation>训练之前</translation>
    </message>
    <message>
        <source>Before the five came, {metric:neighbours.base_before} of the old ones were right, with the five in memory {metric:neighbours.base_after}. A new memory can only take answers that lie nearer to it than to any old one.</source>
        <translation>五个新字符到来之前，旧的答对 {metric:neighbours.base_before}，记忆里有了这五个之后是 {metric:neighbours.base_after}。新的记忆只能抢走离它比离任何旧记忆都近的答案。</translation>
    </message>
    <message>
        <source>Before training σ(α) was near 0.5 everywhere. Now it is near 0, and the diagonal is sharp.</source>
        <translation>训练之前 σ(α) 处处接近 0.5。现在它接近 0，对角线很清晰。</translation>
    </message>
    <message>
        <source>Before you train: where will MAML&apos;s start go now?</source>
        <translation>训练之前先想：MAML 的起点现在会去哪里？</translation>
    </message>
    <message>
        <source>Begin with a worse loss, if the end is better</source>
        <translation>如果终点更好，可以从更差的损失开始</translation>
    </message>
    <message>
        <source>Begin with the example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Behind: it has more to learn</source>
        <translation>落后：它要学的更多</translation>
    </message>
    <message>
        <source>Between the first and the second look lies one label that was told: **one** example. No weight has changed in between.</source>
        <translation>第一眼和第二眼之间只告诉了一个标签：**一个**样本。其间没有任何权重改变。</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者都会</translation>
    </message>
    <message>
        <source>Both are alike</source>
        <translation>两者一样</translation>
    </message>
    <message>
        <source>Both factors are positive, so no part of the direction changes its sign. The angle between the two arrows is only {metric:fomaml.angle_to_maml}°.</source>
        <translation>两个因子都是正数，所以方向的任何部分都不会变号。两个箭头的夹角只有 {metric:fomaml.angle_to_maml}°。</translation>
    </message>
    <message>
        <source>Both in the rewards</source>
        <translation>都在奖励里</translation>
    </message>
    <message>
        <source>Both in the start φ</source>
        <translation>都在起点 φ 里</translation>
    </message>
    <message>
        <source>Both learn the five about equally well</source>
        <translation>两者学这五个学得差不多好</translation>
    </message>
    <message>
        <source>Both say how much of the new thing comes in: zⁱ of z, η of −∇l.</source>
        <translation>两者都说明新的东西进来多少：zⁱ 对 z，η 对 −∇l。</translation>
    </message>
    <message>
        <source>Change two pages</source>
        <translation>交换两页</translation>
    </message>
    <message>
        <source>Choose “Classifier and nearest neighbours” among the methods.</source>
        <translation>在方法中选择“分类器与最近邻”。</translation>
    </message>
    <message>
        <source>Choose “Matching Network” among the methods.</source>
        <translation>在方法中选择“匹配网络”。</translation>
    </message>
    <message>
        <source>Choose “Pre-training” among the methods.</source>
        <translation>在方法中选择“预训练”。</translation>
    </message>
    <message>
        <source>Click a row of the memory, then press Erase.</source>
        <translation>点击记忆中的一行，然后按“擦除”。</translation>
    </message>
    <message>
        <source>Click one of rows 1 to 8 of the memory (its number stands below), then press Erase.</source>
        <translation>点击记忆的第 1 到 8 行中的一行（行号显示在下面），然后按“擦除”。</translation>
    </message>
    <message>
        <source>Click one of rows 1 to 8 of the memory, press Swap…, then click another of them.</source>
        <translation>点击记忆的第 1 到 8 行中的一行，按“交换…”，然后点击其中的另一行。</translation>
    </message>
    <message>
        <source>Click one of the rows 1 to 8, press **Swap…**, then click another one of them.</source>
        <translation>点击第 1 到 8 行中的一行，按**交换…**，然后点击其中的另一行。</translation>
    </message>
    <message>
        <source>Click one of the upper rows of the memory and press Erase.</source>
        <translation>点击记忆上部的一行，然后按“擦除”。</translation>
    </message>
    <message>
        <source>Click the fourth stage. One gate is left that a network decides: the input gate.</source>
        <translation>点击第四级。只剩下一个由网络决定的门：输入门。</translation>
    </message>
    <message>
        <source>Climb at once, as with one step</source>
        <translation>像一步时那样立刻往上爬</translation>
    </message>
    <message>
        <source>Climb twice as fast</source>
        <translation>爬得快一倍</translation>
    </message>
    <message>
        <source>Climb, away from both tasks</source>
        <translation>往上爬，远离两个任务</translation>
    </message>
    <message>
        <source>Colour would not help: the ink of two characters is equally black.</source>
        <translation>颜色没有帮助：两个字符的墨迹一样黑。</translation>
    </message>
    <message>
        <source>Colours show the advantages. By the formula, actions with A above 0 become more likely, those below 0 less likely.</source>
        <translation>颜色表示优势。按照公式，A 大于 0 的动作变得更可能，小于 0 的变得更不可能。</translation>
    </message>
    <message>
        <source>Come closer at first, then leave</source>
        <translation>先靠近，然后离开</translation>
    </message>
    <message>
        <source>Compare the first two points of its curve: {metric:mann.accuracy_1} and {metric:mann.accuracy_2}.</source>
        <translation>比较它的曲线的前两个点：{metric:mann.accuracy_1} 和 {metric:mann.accuracy_2}。</translation>
    </message>
    <message>
        <source>Compare the two arrows, MAML&apos;s and FOMAML&apos;s. MAML has turned the steep part round; FOMAML has not.</source>
        <translation>比较 MAML 和 FOMAML 的两个箭头。MAML 把陡的那部分转了过来；FOMAML 没有。</translation>
    </message>
    <message>
        <source>Compare with “Untouched”: queries of **this** row&apos;s class lose their answer, most others keep theirs. One row knows one example.</source>
        <translation>与“未动过”比较：**这一**行的类别的查询样本失去了答案，其他的大多保住了。一行只知道一个样例。</translation>
    </message>
    <message>
        <source>Comparing pixels</source>
        <translation>比较像素</translation>
    </message>
    <message>
        <source>Content finds row 11, the gate lets it through, then the shift moves it by +1. So a head can say: “the row **after** the one that looks like this”.</source>
        <translation>内容找到第 11 行，门让它通过，然后移位移动 +1。所以读取头可以说：“像这样的那一行**之后**的一行”。</translation>
    </message>
    <message>
        <source>Content finds, the gate chooses between that and the old place, the shift moves, sharpening cleans up.</source>
        <translation>内容负责寻找，门在它与旧位置之间选择，移位负责移动，锐化负责清理。</translation>
    </message>
    <message>
        <source>Content has found row 11. Where does the head go?</source>
        <translation>内容找到了第 11 行。读取头去哪里？</translation>
    </message>
    <message>
        <source>Content: the most similar row</source>
        <translation>内容：最相似的行</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>动手</translation>
    </message>
    <message>
        <source>Does it read one row?</source>
        <translation>它读的是一行吗？</translation>
    </message>
    <message>
        <source>Drag a filled mark to φ = −1 or further left and let go. By keyboard: Tab into the picture, select a mark, then arrow keys with Shift.</source>
        <translation>把一个实心标记拖到 φ = −1 或更左，然后松开。用键盘：按 Tab 进入画面，选中一个标记，再按住 Shift 用方向键移动。</translation>
    </message>
    <message>
        <source>Drag goal A to the left half of the plane (x below −0.2).</source>
        <translation>把目标 A 拖到平面的左半边（x 小于 −0.2）。</translation>
    </message>
    <message>
        <source>Drag goal A, on the right, to the left half. MAML adapts to it anew while you drag, always with the same noise.</source>
        <translation>把右边的目标 A 拖到左半边。你拖的时候，MAML 就重新适应它，总用同样的噪声。</translation>
    </message>
    <message>
        <source>Drag it back to class A.</source>
        <translation>把它拖回类别 A。</translation>
    </message>
    <message>
        <source>Drag the first support back to class A.</source>
        <translation>把第一个支撑样本拖回类别 A。</translation>
    </message>
    <message>
        <source>Drag the first support from column A to column B.</source>
        <translation>把第一个支撑样本从 A 列拖到 B 列。</translation>
    </message>
    <message>
        <source>Drag the picture of an example in the plane to another place.</source>
        <translation>在平面里把一个样例的图片拖到别的位置。</translation>
    </message>
    <message>
        <source>Drag the start</source>
        <translation>拖动起点</translation>
    </message>
    <message>
        <source>Drag the support of class A on the table to class B.</source>
        <translation>在桌面上把类别 A 的支撑样本拖到类别 B。</translation>
    </message>
    <message>
        <source>Drag the support of class A to class B (by keys: arrow keys to the support, then B).</source>
        <translation>把类别 A 的支撑样本拖到类别 B（用键盘：用方向键走到它，再按 B）。</translation>
    </message>
    <message>
        <source>Drag the support of class A to class B.</source>
        <translation>把类别 A 的支撑样本拖到类别 B。</translation>
    </message>
    <message>
        <source>Drawings of one character now lie near each other, even of characters never trained on. **Learning to compare** is what is carried over to new tasks.</source>
        <translation>同一个字符的几张图现在彼此靠近，连从未训练过的字符也是。带到新任务去的就是**学会比较**。</translation>
    </message>
    <message>
        <source>Each example adds its features. Fine-tuning keeps more, but its number of weights stays the same: the new goes into weights that the old uses, too.</source>
        <translation>每个样本都加上自己的特征。微调存的更多，但权重的数目不变：新知识要写进旧知识也在用的权重里。</translation>
    </message>
    <message>
        <source>Each meta-step draws new sine waves, makes ten updates on each, and changes the cell a little.</source>
        <translation>每个元步抽取新的正弦波，在每个上做十次更新，并稍微改变单元。</translation>
    </message>
    <message>
        <source>Each meta-step makes {setting:updates} updates, each on {setting:batch} new episodes. The three curves are: both kinds of weights, fast weights alone, slow weights alone.</source>
        <translation>每个元步做 {setting:updates} 次更新，每次用 {setting:batch} 个新回合。三条曲线是：两种权重一起、只用快速权重、只用慢速权重。</translation>
    </message>
    <message>
        <source>Each meta-step moves every method&apos;s start a little. Watch the two filled marks: the orange triangle of pre-training and the blue disc of MAML.</source>
        <translation>每个元步都把每种方法的起点移动一点。注意两个实心标记：预训练的橙色三角和 MAML 的蓝色圆点。</translation>
    </message>
    <message>
        <source>Each meta-step trains on new episodes of {setting:train_ways} other characters. The loss asks: did the queries come out nearest to their own class? Four methods learn beside each other.</source>
        <translation>每个元步在由 {setting:train_ways} 个别的字符组成的新回合上训练。损失问的是：查询样本是否离自己的类别最近？四种方法并排学习。</translation>
    </message>
    <message>
        <source>Each shift spreads what the last one has spread. After eight steps less than a third would be on the right row (computed with this machine&apos;s own numbers).</source>
        <translation>每次移位都散布上一次散布的结果。八步之后，正确的行上不到三分之一（用这台机器自己的数计算）。</translation>
    </message>
    <message>
        <source>Each step goes from theta j against the gradient of the task&apos;s loss, by alpha; theta 0 is the start phi.</source>
        <translation>每一步都从 theta j 逆着任务损失的梯度走 alpha；theta 0 就是起点 phi。</translation>
    </message>
    <message>
        <source>Each wave was used for ten updates and then thrown away. What stayed is what served all of them.</source>
        <translation>每个正弦波用于十次更新，然后就丢掉了。留下的是对所有正弦波都有用的东西。</translation>
    </message>
    <message>
        <source>Equally good, differently useful</source>
        <translation>一样好，却不一样有用</translation>
    </message>
    <message>
        <source>Erase a single row of the memory. Which answers should suffer?</source>
        <translation>擦掉记忆中的一行。哪些回答会受影响？</translation>
    </message>
    <message>
        <source>Even MAML</source>
        <translation>MAML 也一样</translation>
    </message>
    <message>
        <source>Every meta-step is recorded. Go back and find the moment when the two starts were still together.</source>
        <translation>每个元步都有记录。回去找一找两个起点还在一起的时刻。</translation>
    </message>
    <message>
        <source>Everybody starts in the poor valley.</source>
        <translation>大家都从差谷出发。</translation>
    </message>
    <message>
        <source>Everything right: it finds each vector by its content</source>
        <translation>全对：它按内容找到每个向量</translation>
    </message>
    <message>
        <source>Exactly one of these is `do`:</source>
        <translation>`do` 恰好是下列之一：</translation>
    </message>
    <message>
        <source>Example 1 has the label A. In the next step you will tell the network that it is a **B**. Nothing will be trained.</source>
        <translation>样例 1 的标签是 A。下一步里，你将告诉网络它是 **B**。什么都不会训练。</translation>
    </message>
    <message>
        <source>Example 1 itself, stronger or weaker</source>
        <translation>样例 1 自己，或强或弱</translation>
    </message>
    <message>
        <source>F and G are learned **update rules**, and the slow weights are what they build on. A rule written by hand would be θ − α∇l; here the rule itself was learned.</source>
        <translation>F 和 G 是**学得的更新规则**，慢速权重是它们的基础。手写的规则会是 θ − α∇l；这里规则本身是学出来的。</translation>
    </message>
    <message>
        <source>F, a small LSTM, reads one gradient after the other. At each of these ticks the fast weights θ⁺ of the embedding change: the caption says how large they are.</source>
        <translation>小小的 LSTM F 一个接一个地读梯度。在这些时刻，嵌入的快速权重 θ⁺ 都在改变：说明文字写出它们有多大。</translation>
    </message>
    <message>
        <source>FOMAML had come down to {best:fomaml.loss_after} after adaptation, then it walked on, to {metric:fomaml.loss_after}. MAML is at {metric:maml.loss_after}.</source>
        <translation>FOMAML 适应后的损失曾降到 {best:fomaml.loss_after}，然后继续走，到了 {metric:fomaml.loss_after}。MAML 是 {metric:maml.loss_after}。</translation>
    </message>
    <message>
        <source>FOMAML is back: its loss after adaptation is {metric:fomaml.loss_after}, MAML&apos;s {metric:maml.loss_after}. Nothing was repaired in FOMAML. Only the **sign** of the factor that it ignores has changed.</source>
        <translation>FOMAML 回来了：它适应后的损失是 {metric:fomaml.loss_after}，MAML 的是 {metric:maml.loss_after}。FOMAML 并没有被修好。变的只是它所忽略的那个因子的**符号**。</translation>
    </message>
    <message>
        <source>FOMAML leaves out one factor for each inner step. It does no harm while the factor is near 1, and much harm where it is negative.</source>
        <translation>FOMAML 对每个内层步省去一个因子。因子接近 1 时无害，为负数时大害。</translation>
    </message>
    <message>
        <source>FOMAML leaves the second derivatives out of MAML&apos;s meta-gradient. Most of the time nobody notices; in a narrow valley it walks away from the tasks.</source>
        <translation>FOMAML 从 MAML 的元梯度中省去了二阶导数。多数时候没有人察觉；在狭窄的山谷里，它却会离任务而去。</translation>
    </message>
    <message>
        <source>FOMAML takes every inner step, with the same α as MAML. It leaves out something on the way **back**, when it asks how φ should move.</source>
        <translation>FOMAML 走完每个内层步，α 与 MAML 相同。它省去的是**往回**路上的东西：当它问 φ 该往哪里移动的时候。</translation>
    </message>
    <message>
        <source>FOMAML&apos;s direction **is** the gradient of the query loss. It is only taken at the adapted θ, and then used at φ as it is.</source>
        <translation>FOMAML 的方向**就是**查询损失的梯度。只不过它在适应后的 θ 处计算，然后原样用在 φ 上。</translation>
    </message>
    <message>
        <source>Fall like the others</source>
        <translation>像其他的一样下降</translation>
    </message>
    <message>
        <source>Fast weights</source>
        <translation>快速权重</translation>
    </message>
    <message>
        <source>Fewer than half</source>
        <translation>不到一半</translation>
    </message>
    <message>
        <source>Fifteen is odd. What will FOMAML do?</source>
        <translation>十五是奇数。FOMAML 会怎样？</translation>
    </message>
    <message>
        <source>Fifteen steps</source>
        <translation>十五步</translation>
    </message>
    <message>
        <source>Find MAML&apos;s start</source>
        <translation>找到 MAML 的起点</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Fine-tuning began anew from the trained classifier and took all its steps. Neighbours changed one label in a list. Nobody answers A any more: it has no example.</source>
        <translation>微调从训练好的分类器重新开始，走完了它所有的步。最近邻只改了列表里的一个标签。没有人再回答 A：它没有样例了。</translation>
    </message>
    <message>
        <source>Fine-tuning is far better, so it is worth it</source>
        <translation>微调好得多，所以值得</translation>
    </message>
    <message>
        <source>Fine-tuning takes {setting:finetuning_steps} steps, on five pictures, and none of them is of an old character. Before, {metric:finetuning.base_before} of the old ones are right.</source>
        <translation>微调在五张图上走 {setting:finetuning_steps} 步，其中没有一张是旧字符。在此之前，旧字符答对的比例是 {metric:finetuning.base_before}。</translation>
    </message>
    <message>
        <source>Fine-tuning {metric:finetuning.accuracy}, neighbours {metric:neighbours.accuracy}. Whether one forgets was decided by **where** one stores, not by how well one learns.</source>
        <translation>微调 {metric:finetuning.accuracy}，最近邻 {metric:neighbours.accuracy}。会不会忘，取决于存在**哪里**，而不是学得多好。</translation>
    </message>
    <message>
        <source>Fine-tuning {metric:finetuning.accuracy}, neighbours {metric:neighbours.accuracy}: hardly any difference, and it was paid for with the old characters.</source>
        <translation>微调 {metric:finetuning.accuracy}，最近邻 {metric:neighbours.accuracy}：几乎没有差别，而代价是旧字符。</translation>
    </message>
    <message>
        <source>Fine-tuning&apos;s</source>
        <translation>微调的</translation>
    </message>
    <message>
        <source>Fine-tuning: theta goes against the gradient of the loss on the support set, by alpha.</source>
        <translation>微调：θ 沿支撑集上损失的梯度的反方向走，步长为 α。</translation>
    </message>
    <message>
        <source>First the base classes</source>
        <translation>先学基类</translation>
    </message>
    <message>
        <source>First, each row is compared with the **key** k: similarity K. Then β, the key strength, makes a weighting of it. A small β spreads it over all rows.

Move the slider **β** to its right end and look at wᶜ, then at w.</source>
        <translation>首先把每一行与**键** k 比较：相似度 K。然后键强度 β 由此得出一个权重分布。β 小，它就散布在所有行上。

把滑块 **β** 移到最右端，看 wᶜ，再看 w。</translation>
    </message>
    <message>
        <source>First: content</source>
        <translation>第一：内容</translation>
    </message>
    <message>
        <source>First: the memory is θ</source>
        <translation>第一：记忆就是 θ</translation>
    </message>
    <message>
        <source>Five characters that the network has never seen come one after the other, each ten times, in mixed order. At each picture it has to say a label from 1 to 5. Only **then** is it told the right one, together with the next picture.

Which character has which label is drawn anew for every episode.</source>
        <translation>网络从未见过的五个字符一个接一个出现，每个十次，次序打乱。对每张图片它要说出一个 1 到 5 的标签。**然后**才告诉它正确的标签，与下一张图片一起。

每个回合都重新抽取哪个字符有哪个标签。</translation>
    </message>
    <message>
        <source>Five new characters come with one example each. Which of them is A and which is E is drawn anew for every episode.

**Meta Networks** (Munkhdalai and Yu 2017) have **slow weights**, which training changes, and **fast weights**, which are made for one episode and are then forgotten.</source>
        <translation>五个新字符，每个有一个样例。哪个叫 A、哪个叫 E，每个回合都重新抽取。

**元网络**（Munkhdalai and Yu 2017）有由训练改变的**慢速权重**，还有为一个回合造出、随后就被忘掉的**快速权重**。</translation>
    </message>
    <message>
        <source>For B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>For an answer, this is true. But training looks at the probability, not only at who wins: however well the embedding does, the loss stays large.</source>
        <translation>就回答而言，这是对的。但训练看的是概率，而不只是谁赢：无论嵌入做得多好，损失都一直大。</translation>
    </message>
    <message>
        <source>For none: the network must be trained anew</source>
        <translation>什么也不是：网络必须重新训练</translation>
    </message>
    <message>
        <source>Forget gate, mean over parameters and updates: {metric:gates.forget_mean}. Input gate: from {first:gates.input_mean} to {metric:gates.input_mean}.</source>
        <translation>遗忘门（对参数和更新取平均）：{metric:gates.forget_mean}。输入门：从 {first:gates.input_mean} 变为 {metric:gates.input_mean}。</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>遗忘</translation>
    </message>
    <message>
        <source>Four substitutions lead from the LSTM to gradient descent. The first: let the memory c **be** the parameters θ. Click the second stage of the chain.</source>
        <translation>从 LSTM 到梯度下降有四次替换。第一次：让记忆 c **成为**参数 θ。点击链条的第二级。</translation>
    </message>
    <message>
        <source>Four substitutions turn the LSTM cell into gradient descent. On the way: what the forget gate and the input gate are called by those who train networks.</source>
        <translation>四次替换把 LSTM 单元变成梯度下降。途中可以看到：遗忘门和输入门，在训练网络的人那里叫什么名字。</translation>
    </message>
    <message>
        <source>Fourth: sharpening</source>
        <translation>第四：锐化</translation>
    </message>
    <message>
        <source>Fourth: zⁱ is η</source>
        <translation>第四：zⁱ 是 η</translation>
    </message>
    <message>
        <source>Frames mark the answers that have changed. With most rows it is none or a few of the 25 that follow: what it reads is a mixture of rows, and its LSTM remembers, too. Restore it, and try another row.</source>
        <translation>方框标出变了的回答。对多数行来说，在后面的 25 个回答中，一个也不变，或只变几个：它读的是多行的混合，而且它的 LSTM 也记得。恢复它，再试另一行。</translation>
    </message>
    <message>
        <source>From the content weights to the gated ones, the shifted ones and the sharpened ones.</source>
        <translation>从内容权重到经过门的、移位的和锐化的权重。</translation>
    </message>
    <message>
        <source>From the same start, one path runs down curve A, another one down curve B. After {setting:inner_steps} steps both tasks together lose {first:maml.loss_after}; at the start they lose {first:maml.loss_now}.</source>
        <translation>从同一个起点，一条路径沿曲线 A 下降，另一条沿曲线 B 下降。{setting:inner_steps} 步之后，两个任务的损失合计 {first:maml.loss_after}；在起点时合计 {first:maml.loss_now}。</translation>
    </message>
    <message>
        <source>From update to update</source>
        <translation>一次次更新</translation>
    </message>
    <message>
        <source>From {metric:mann.accuracy_1} to {metric:mann.accuracy_2} by one look, and to {metric:mann.accuracy_10} by eight more. After 100,000 episodes with Omniglot the paper has 36 %, 83 % and 98 %.</source>
        <translation>看一眼，从 {metric:mann.accuracy_1} 到 {metric:mann.accuracy_2}；再看八眼，到 {metric:mann.accuracy_10}。在 Omniglot 上训练 100,000 个回合之后，论文中是 36 %、83 % 和 98 %。</translation>
    </message>
    <message>
        <source>Give an example another label</source>
        <translation>给一个样例另一个标签</translation>
    </message>
    <message>
        <source>Give the step its length back.</source>
        <translation>把长度还给那一步。</translation>
    </message>
    <message>
        <source>Give them back</source>
        <translation>还给它</translation>
    </message>
    <message>
        <source>Go on reading while it trains. The picture **Accuracy** shows the share of right answers for first, second, … tenth looks, on characters never trained on.</source>
        <translation>训练的同时继续往下读。**准确率**图显示第一眼、第二眼……第十眼答对的比例，所用的字符从未用于训练。</translation>
    </message>
    <message>
        <source>Go on to inner step 11: G writes the first row of the memory.</source>
        <translation>继续走到内层步 11：G 写下记忆的第一行。</translation>
    </message>
    <message>
        <source>Go on to inner step 18, where the rows are mixed.</source>
        <translation>继续走到内层步 18，各行在那里混合。</translation>
    </message>
    <message>
        <source>Go on to inner step 4: new walks after one gradient step.</source>
        <translation>继续走到内层步 4：一步梯度之后的新走法。</translation>
    </message>
    <message>
        <source>Go on, and let the run measure it.</source>
        <translation>继续，让运行去测量。</translation>
    </message>
    <message>
        <source>Go to inner step 1 with Shift+full stop or by a click on the inner clock.</source>
        <translation>用 Shift+句点键或点击内层时钟，走到内层步 1。</translation>
    </message>
    <message>
        <source>Go to inner step 3, where the gradient is used: press Shift+full stop three times, or click on the inner clock.</source>
        <translation>走到内层步 3，梯度在那里被使用：按三次 Shift+句点键，或在内层时钟上点击。</translation>
    </message>
    <message>
        <source>Go to inner step 6 with Shift+full stop or by a click on the inner clock.</source>
        <translation>用 Shift+句点键或点击内层时钟，走到内层步 6。</translation>
    </message>
    <message>
        <source>Go to the memory. Click a row that was written, then press **Erase**. Only the answers that follow can change.</source>
        <translation>到记忆那里去。点击一个写过的行，然后按**擦除**。只有之后的回答会改变。</translation>
    </message>
    <message>
        <source>Goals lie anywhere around the middle. One policy, without learning: what is best for the mean return?</source>
        <translation>目标可以在中央四周的任何地方。一个策略，不学习：怎样平均回报最好？</translation>
    </message>
    <message>
        <source>Goals that are not seen</source>
        <translation>看不见的目标</translation>
    </message>
    <message>
        <source>Good for that goal, and bad for all those on the other side.</source>
        <translation>对这个目标很好，对另一边所有的目标都很糟。</translation>
    </message>
    <message>
        <source>Gradient descent can use what the gate has found. Set η to 0.9.</source>
        <translation>梯度下降可以利用这个门的发现。把 η 设为 0.9。</translation>
    </message>
    <message>
        <source>Gradient descent is an LSTM</source>
        <translation>梯度下降就是 LSTM</translation>
    </message>
    <message>
        <source>Gradient descent keeps θ and adds a step. The name is misleading: a forget gate of 1 forgets nothing.</source>
        <translation>梯度下降保留 θ，再加上一步。名字容易误导：为 1 的遗忘门什么也不忘。</translation>
    </message>
    <message>
        <source>Gradient descent went from {first:descent.loss_mean} to {metric:descent.loss_mean}; the cell with a learned gate has {metric:kept.loss_mean}. Where one step size fits all bowls, a well-chosen number is enough. The gate found it by itself, and could choose another one at each step.</source>
        <translation>梯度下降从 {first:descent.loss_mean} 变为 {metric:descent.loss_mean}；带学习门的单元是 {metric:kept.loss_mean}。如果一个步长适合所有的碗，一个选得好的数就够了。门是自己找到它的，并且可以在每一步另选一个。</translation>
    </message>
    <message>
        <source>Gradient steps are one way, that of MAML. Here is another one, and it needs none.</source>
        <translation>梯度步是一条路，是 MAML 的路。这里是另一条路，它一步也不需要。</translation>
    </message>
    <message>
        <source>Half-knowledge does not help here: any character is A as often as it is B, C, D or E.</source>
        <translation>一知半解在这里没有用：任何字符是 A 的机会，与它是 B、C、D 或 E 的一样多。</translation>
    </message>
    <message>
        <source>Half-way between both examples</source>
        <translation>到两个样例的正中间</translation>
    </message>
    <message>
        <source>Hardly anything</source>
        <translation>几乎什么也没有</translation>
    </message>
    <message>
        <source>Here is the cell with one free gate, at its first time step. Read its zⁱ, and compare it with η = {setting:eta}.</source>
        <translation>这是只有一个自由门的单元，在它的第一个时间步。读出它的 zⁱ，并与 η = {setting:eta} 比较。</translation>
    </message>
    <message>
        <source>Here nobody learns to learn. A plain **classifier** learns 60 characters, all mixed: the **base classes**.

Then five new characters come, with **one** example each. They are on the table, and below them the queries to be answered.</source>
        <translation>这里谁也没有学会学习。一个普通的**分类器**把 60 个字符混在一起学：这就是**基类**。

然后来了五个新字符，每个只有**一个**样本。它们在桌上，下面是要回答的查询样本。</translation>
    </message>
    <message>
        <source>Here the cell is untrained. Its gates are the same at every update: forget gate {first:gates.forget_mean}, input gate {first:gates.input_mean}. On the right below, one parameter&apos;s update is written out.</source>
        <translation>这里的单元还没有训练。它的门在每次更新时都相同：遗忘门 {first:gates.forget_mean}，输入门 {first:gates.input_mean}。右下方写出了一个参数的更新。</translation>
    </message>
    <message>
        <source>How a network answers about characters that it has never been trained on, without changing a weight: it compares. Prototypical, Matching and Relation Networks compare in three ways.</source>
        <translation>网络怎样回答从未训练过的字符，而不改变一个权重：它做比较。原型网络、匹配网络和关系网络用三种方式比较。</translation>
    </message>
    <message>
        <source>How does the loss at θ change when φ moves? The chain rule gives one **factor** for each inner step: 1 − α · curvature.

With α = {setting:inner_rate} it is 1 − 0.34 = 0.66 across the valley and almost 1 along it. FOMAML puts 1 in the place of both.</source>
        <translation>φ 移动时，θ 处的损失如何变化？链式法则给每个内层步一个**因子**：1 − α · 曲率。

当 α = {setting:inner_rate} 时，横跨山谷的因子是 1 − 0.34 = 0.66，沿着山谷几乎是 1。FOMAML 把两者都换成 1。</translation>
    </message>
    <message>
        <source>How large has the learned input gate become?</source>
        <translation>学到的输入门变得多大？</translation>
    </message>
    <message>
        <source>How many of the old ones are right afterwards?</source>
        <translation>之后还有多少旧字符能答对？</translation>
    </message>
    <message>
        <source>How many such cells does one need for 1,761 parameters?</source>
        <translation>1,761 个参数需要多少个这样的单元？</translation>
    </message>
    <message>
        <source>How much of this is the start, and how much is the step? Set α to 0: then the step is taken, but has no length.</source>
        <translation>这里有多少来自起点，多少来自那一步？把 α 设为 0：步还是走，但没有长度。</translation>
    </message>
    <message>
        <source>How often can it be right at a first look?</source>
        <translation>第一眼能答对多少？</translation>
    </message>
    <message>
        <source>How to turn gradients into weights</source>
        <translation>怎样把梯度变成权重</translation>
    </message>
    <message>
        <source>How to use the memory: what to write, where, and how to find it</source>
        <translation>怎样使用记忆：写什么、写到哪里、怎样找到它</translation>
    </message>
    <message>
        <source>However similar two pictures are, the loss cannot become small. Without τ {metric:cosine.accuracy} are right by now, with a learned τ {metric:matching.accuracy}.</source>
        <translation>无论两张图多相似，损失都变不小。到现在，没有 τ 答对 {metric:cosine.accuracy}，有学得的 τ 答对 {metric:matching.accuracy}。</translation>
    </message>
    <message>
        <source>In **disturbed** two answers are exchanged, the others are right. Addressing by **place** reads what lies there; addressing by **content** would have found each vector wherever it is.</source>
        <translation>在**已扰动**一条中，两个回答互换了，其他都对。按**位置**寻址，读的是那里的东西；按**内容**寻址，则无论向量在哪里都能找到它。</translation>
    </message>
    <message>
        <source>In 20 % of the cases: a guess among five</source>
        <translation>20 % 的情况：五选一地猜</translation>
    </message>
    <message>
        <source>In 20 %: like a guess</source>
        <translation>20 %：跟猜一样</translation>
    </message>
    <message>
        <source>In `text`, `task`, `done`, `question`, `choices` and `told`:</source>
        <translation>在 `text`、`task`、`done`、`question`、`choices` 和 `told` 中：</translation>
    </message>
    <message>
        <source>In a memory one deletes or relabels an entry. Out of weights nothing can be deleted by itself: one needs a copy from before.</source>
        <translation>在记忆里，删掉或改写一个条目就行。从权重里什么也不能单独删掉：需要一份从前的副本。</translation>
    </message>
    <message>
        <source>In a text, a quotation mark is `\&quot;`, a backslash `\\`, and a line break `\n`</source>
        <translation>在文本中，引号写作 `\&quot;`，反斜杠写作 `\\`，换行写作 `\n`</translation>
    </message>
    <message>
        <source>In about 46 %: a guess among the labels not yet seen</source>
        <translation>约 46 %：在还没有见过的标签中猜</translation>
    </message>
    <message>
        <source>In about half of the cases</source>
        <translation>大约一半</translation>
    </message>
    <message>
        <source>In gradient descent the old θ comes into the new one with a certain factor. That is what the forget gate must be.</source>
        <translation>在梯度下降中，旧的 θ 带着某个因子进入新的 θ。遗忘门就必须是这个因子。</translation>
    </message>
    <message>
        <source>In the picture of the plane you can hold an example&apos;s embedding at another place. This does not train, it only asks: what if f had put it there?</source>
        <translation>在平面图里，你可以把一个样例的嵌入放到别的位置。这不是训练，只是在问：如果 f 把它放在那里，会怎样？</translation>
    </message>
    <message>
        <source>Is forgetting worth it?</source>
        <translation>遗忘值得吗？</translation>
    </message>
    <message>
        <source>It can do better: it knows which labels have been given to other characters already, and does not guess those.</source>
        <translation>它可以做得更好：它知道哪些标签已经给了别的字符，就不猜那些。</translation>
    </message>
    <message>
        <source>It can name as many as there are examples of, before training as well as after.</source>
        <translation>它能叫出的，与有样例的一样多，训练前后都是如此。</translation>
    </message>
    <message>
        <source>It can, but first it must. At meta-step {here} it is right in {here:relation.accuracy}, prototypes in {here:prototypes.accuracy}.</source>
        <translation>它能，但首先得学。在元步 {here} 它答对 {here:relation.accuracy}，原型 {here:prototypes.accuracy}。</translation>
    </message>
    <message>
        <source>It could be. But Ravi and Larochelle (2017) found their forget gate near 1 at all updates, and the other one moving. See whether it comes like that here.</source>
        <translation>有可能。但 Ravi 和 Larochelle（2017）发现，他们的遗忘门在所有更新中都接近 1，另一个门在动。看看这里是否如此。</translation>
    </message>
    <message>
        <source>It could have. But the caption says “the least used row” at every time step, and the diagonal never turns back.</source>
        <translation>它本来可以。但每个时间步的说明文字都说写到“使用最少的行”，而且对角线从不折回。</translation>
    </message>
    <message>
        <source>It could not adapt</source>
        <translation>它无法适应</translation>
    </message>
    <message>
        <source>It follows the gradient, but how far, and from which start, it decides itself. Only the end counts.</source>
        <translation>它跟随梯度，但走多远、从哪个起点出发，由它自己决定。只有终点算数。</translation>
    </message>
    <message>
        <source>It forgets the gradient</source>
        <translation>它忘掉梯度</translation>
    </message>
    <message>
        <source>It gets a</source>
        <translation>它得到 a</translation>
    </message>
    <message>
        <source>It has many. But what would they store? The same character has label 2 in this episode and label 4 in the next one.</source>
        <translation>它有很多权重。但该存什么呢？同一个字符在这个回合标签是 2，在下个回合标签是 4。</translation>
    </message>
    <message>
        <source>It has no goal in its start: before adapting it is as good or bad as pre-training. And the goals are new ones.</source>
        <translation>它的起点里没有目标：适应之前它与预训练一样好或一样坏。而且目标都是新的。</translation>
    </message>
    <message>
        <source>It has no output for it. A, B and C are names of this episode alone.</source>
        <translation>它没有这个字符的输出。A、B 和 C 只是这个回合里的名字。</translation>
    </message>
    <message>
        <source>It has too few weights</source>
        <translation>它的权重太少</translation>
    </message>
    <message>
        <source>It has {metric:learned.loss_10}, SGD {metric:sgd.loss_10} and Adam {metric:adam.loss_10}. It is not all due to the gates: its **start** is learned too, and its rivals begin at an untrained one.</source>
        <translation>它是 {metric:learned.loss_10}，SGD 是 {metric:sgd.loss_10}，Adam 是 {metric:adam.loss_10}。这不全是门的功劳：它的**起点**也是学来的，而对手们从未经训练的起点出发。</translation>
    </message>
    <message>
        <source>It is **negative**. What points to the left at θ means “go to the right” at φ. FOMAML, which has 1 in its place, cannot know that.</source>
        <translation>它是**负数**。在 θ 处指向左边的，对 φ 来说意味着“向右走”。FOMAML 在这里用的是 1，它无从知道。</translation>
    </message>
    <message>
        <source>It is close to 1. Nobody told the cell so: it is what made the loss after training on many bowls smaller. A learning rate has been **learned**.</source>
        <translation>它接近 1。没有人告诉单元这样做：这是在许多碗上训练之后使损失变小的做法。学习率就这样**学到**了。</translation>
    </message>
    <message>
        <source>It is erased</source>
        <translation>它被擦除</translation>
    </message>
    <message>
        <source>It is not a matter of how many classes are new. Only {metric:finetuning.base_after} are right.</source>
        <translation>这与新类别有多少无关。答对的只有 {metric:finetuning.base_after}。</translation>
    </message>
    <message>
        <source>It is the mean of all of the class&apos;s examples, and there is one more now.</source>
        <translation>它是这个类别所有样例的平均，而现在多了一个。</translation>
    </message>
    <message>
        <source>It is the same at each update</source>
        <translation>每次更新都相同</translation>
    </message>
    <message>
        <source>It keeps the weights that it moved: very many, but always the same number.</source>
        <translation>它保存的是它移动过的权重：非常多，但数目总是一样。</translation>
    </message>
    <message>
        <source>It makes the steps shorter</source>
        <translation>它使步子变短</translation>
    </message>
    <message>
        <source>It pulls them towards 0 at each step: weight decay</source>
        <translation>每一步都把它们拉向 0：权重衰减</translation>
    </message>
    <message>
        <source>It starts large and shrinks</source>
        <translation>开始时大，然后变小</translation>
    </message>
    <message>
        <source>It starts small and grows</source>
        <translation>开始时小，然后变大</translation>
    </message>
    <message>
        <source>It stays at row 0</source>
        <translation>留在第 0 行</translation>
    </message>
    <message>
        <source>It stays where it was</source>
        <translation>留在原来的地方</translation>
    </message>
    <message>
        <source>It takes about a minute. Start it, and go on reading while it runs.</source>
        <translation>大约需要一分钟。开始训练，同时继续往下读。</translation>
    </message>
    <message>
        <source>It takes about half a minute. Each meta-step trains on 160 new episodes. Beside it learns an LSTM **without** such a memory.</source>
        <translation>大约需要半分钟。每个元步在 160 个新回合上训练。旁边有一个**没有**这种记忆的 LSTM 在学习。</translation>
    </message>
    <message>
        <source>It was not trained on 20, either, and copies them. Count the rows: there are 24.</source>
        <translation>它也没有用 20 个训练过，却能复制。数一数行数：24 行。</translation>
    </message>
    <message>
        <source>It was so before training. Now its standard deviation over the updates is {metric:gates.input_std}: look at the curve, it rises.</source>
        <translation>训练之前是这样。现在它在各次更新上的标准差是 {metric:gates.input_std}：看曲线，它在上升。</translation>
    </message>
    <message>
        <source>It will be at a right angle to MAML&apos;s</source>
        <translation>它会与 MAML 的方向成直角</translation>
    </message>
    <message>
        <source>It would adapt faster, without noise</source>
        <translation>没有噪声，适应得更快</translation>
    </message>
    <message>
        <source>It would have to be trained on 30</source>
        <translation>它必须用 30 个训练过才行</translation>
    </message>
    <message>
        <source>It would pass many goals, but be far from the right one nearly all of the time.</source>
        <translation>它会路过许多目标，但几乎总是离真正的目标很远。</translation>
    </message>
    <message>
        <source>It would, if it searched by content. But you have seen that wᶜ is spread out: this machine walks from row to row.</source>
        <translation>如果它按内容搜索，就会这样。但你已经看到 wᶜ 是散开的：这台机器一行一行地走。</translation>
    </message>
    <message>
        <source>Its gates are the numbers 1 and η. The bowls on which all are tested stay the same as well, so its loss there is a flat line.</source>
        <translation>它的门是 1 和 η 两个数。测试所用的碗也保持不变，所以它在那里的损失是一条水平线。</translation>
    </message>
    <message>
        <source>Its gradient does not vanish: (−0.7) · (−0.7) = 0.49 only makes the signs agree again.</source>
        <translation>它的梯度并没有消失：(−0.7) · (−0.7) = 0.49 只是让符号重新一致。</translation>
    </message>
    <message>
        <source>Its gradient is not zero: the arrow is {metric:fomaml.norm_to_maml} times as long as MAML&apos;s. It will go, and far.</source>
        <translation>它的梯度不是零：箭头长度是 MAML 的 {metric:fomaml.norm_to_maml} 倍。它会走，而且走得很远。</translation>
    </message>
    <message>
        <source>Its length, and a little of its angle</source>
        <translation>长度，以及一点点角度</translation>
    </message>
    <message>
        <source>Its loss is measured **after** the step. So the start goes where the policy gradient of a goal turns the walks towards this goal.</source>
        <translation>它的损失是在那一步**之后**量的。所以起点走到这样的地方：一个目标的策略梯度会把走法转向这个目标。</translation>
    </message>
    <message>
        <source>Its outputs are the 60 old characters: none of them is one of the five.</source>
        <translation>它的输出就是那 60 个旧字符：五个新字符都不在其中。</translation>
    </message>
    <message>
        <source>Its own rule</source>
        <translation>它自己的规则</translation>
    </message>
    <message>
        <source>Its sign</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Its steps move **all** weights, and old characters are answered with the same weights.</source>
        <translation>它的每一步都移动**所有**权重，而旧字符也是用这些权重来回答的。</translation>
    </message>
    <message>
        <source>JSON in four lines</source>
        <translation>四行话说清 JSON</translation>
    </message>
    <message>
        <source>Judge the actions</source>
        <translation>评判动作</translation>
    </message>
    <message>
        <source>Just like the others</source>
        <translation>和其他的一样</translation>
    </message>
    <message>
        <source>Keep the old weights, or show old pictures again</source>
        <translation>留一份旧权重，或再给它看旧图片</translation>
    </message>
    <message>
        <source>Known characters into their old row</source>
        <translation>已知的字符写到它们的旧行</translation>
    </message>
    <message>
        <source>Labels are drawn anew in every episode: there is nothing about them to be learned for good.</source>
        <translation>标签每个回合都重新抽取：其中没有什么可以永久学会的。</translation>
    </message>
    <message>
        <source>Labels of many characters</source>
        <translation>许多字符的标签</translation>
    </message>
    <message>
        <source>Layers are treated alike: one cell with the same weights is used for every parameter.</source>
        <translation>各层的处理方式相同：每个参数都用同一个单元、同样的权重。</translation>
    </message>
    <message>
        <source>Learn an embedding</source>
        <translation>学习嵌入</translation>
    </message>
    <message>
        <source>Learn the comparison, too</source>
        <translation>连比较也学</translation>
    </message>
    <message>
        <source>Learning on top of the old</source>
        <translation>在旧的之上学习</translation>
    </message>
    <message>
        <source>Lee&apos;s lecture has a picture for this. After the degree you can take the job that pays best **now**. Or you go on to a **PhD**: worse pay now, but more may become of you later.</source>
        <translation>李宏毅的课里有一个比喻。毕业之后，你可以接受**现在**薪水最高的工作；也可以去读**博士**：现在薪水低，但以后可能更有成就。</translation>
    </message>
    <message>
        <source>Let both learn</source>
        <translation>让两者都学习</translation>
    </message>
    <message>
        <source>Let it learn</source>
        <translation>让它学</translation>
    </message>
    <message>
        <source>Let it learn the 60 base classes. Each meta-step makes {setting:updates} updates.</source>
        <translation>让它学习 60 个基类。每个元步做 {setting:updates} 次更新。</translation>
    </message>
    <message>
        <source>Let it train to meta-step 120.</source>
        <translation>让它训练到元步 120。</translation>
    </message>
    <message>
        <source>Let it train to meta-step 600. Watch the input gate, the lower picture on the left: it is lower at first, then it grows.</source>
        <translation>让它训练到元步 600。注意输入门，即左边下方的图：它先变小，然后变大。</translation>
    </message>
    <message>
        <source>Let the step be taken.</source>
        <translation>让这一步走出去。</translation>
    </message>
    <message>
        <source>Longer than it has learned</source>
        <translation>比学过的更长</translation>
    </message>
    <message>
        <source>Look at the arrows in **Directions**, and go on.</source>
        <translation>看看**方向**视图中的箭头，然后继续。</translation>
    </message>
    <message>
        <source>Look at the arrows: the angle is only {metric:fomaml.angle_to_maml}°, as the factors 0.66 and almost 1 are not far from 1.</source>
        <translation>看看箭头：夹角只有 {metric:fomaml.angle_to_maml}°，因为 0.66 和几乎为 1 的因子离 1 都不远。</translation>
    </message>
    <message>
        <source>Look at the curve: with each step more of the old is lost.</source>
        <translation>看看曲线：每走一步，旧的就丢得更多。</translation>
    </message>
    <message>
        <source>Look at the last strip once more: one row further. The shift comes **after** content, and moves what was found by +1.</source>
        <translation>再看一次最后一条：再往前一行。移位在内容**之后**，把找到的位置移动 +1。</translation>
    </message>
    <message>
        <source>Look at the lower left end of the curve: the first update has the smallest gate. Here the cell takes small steps first.</source>
        <translation>看曲线左下方的一端：第一次更新的门最小。在这里，单元先走小步。</translation>
    </message>
    <message>
        <source>Look at the read weights, and at the caption: of what it reads, how much was written at one time step?</source>
        <translation>看读取权重和说明文字：它所读的内容中，有多少是在一个时间步写入的？</translation>
    </message>
    <message>
        <source>Look at the read weights: several rows have some weight at each time step. The caption names the largest share.</source>
        <translation>看读取权重：每个时间步都有好几行有一些权重。说明文字说出最大的份额。</translation>
    </message>
    <message>
        <source>Look at the second factor: of the negative gradient, {first:gates.input_mean} comes in at every update. That is a step.</source>
        <translation>看第二个因子：每次更新都有 {first:gates.input_mean} 的负梯度进来。那就是一步。</translation>
    </message>
    <message>
        <source>Look at the shapes in the row “fast φ⁺”, and compare them with example 1 above them.</source>
        <translation>看看“快速 φ⁺”这一行里的形状，与它们上面的样例 1 比一比。</translation>
    </message>
    <message>
        <source>Look at the strip **disturbed** below the outputs: one answer is wrong, that of your row, and the seven others are right. The vector was in this row and nowhere else: not in the network.</source>
        <translation>看输出下面的**已扰动**一条：一个回答错了，就是你那一行的，其他七个都对。这个向量只在这一行，别处没有：网络里也没有。</translation>
    </message>
    <message>
        <source>Look back at a meta-step between 10 and 30: click there on the outer clock.</source>
        <translation>回看 10 到 30 之间的一个元步：在外层时钟上点击那里。</translation>
    </message>
    <message>
        <source>MAML</source>
        <translation>MAML</translation>
    </message>
    <message>
        <source>MAML accepts {metric:maml.loss_now} now, where pre-training has {metric:pretraining.loss_now}, and has {metric:maml.loss_after} in the end instead of {metric:pretraining.loss_after}. It minimizes what becomes of the start.</source>
        <translation>MAML 接受现在的 {metric:maml.loss_now}，而预训练为 {metric:pretraining.loss_now}；最后 MAML 为 {metric:maml.loss_after}，而不是 {metric:pretraining.loss_after}。它最小化的是起点之后的结果。</translation>
    </message>
    <message>
        <source>MAML ends at {metric:maml.loss_after}, pre-training at {metric:pretraining.loss_after}, although MAML&apos;s start itself is the worse one: {metric:maml.loss_now} against {metric:pretraining.loss_now}.</source>
        <translation>MAML 最后为 {metric:maml.loss_after}，预训练为 {metric:pretraining.loss_after}，虽然 MAML 的起点本身更差：{metric:maml.loss_now} 对 {metric:pretraining.loss_now}。</translation>
    </message>
    <message>
        <source>MAML ends at φ = {metric:maml.phi} and loses {metric:maml.loss_after} after adaptation, like pre-training with {metric:pretraining.loss_after}: around here no small change of the start changes where adaptation ends. Learning to learn is learning, too: it needs a start of its own, and restarts help it.</source>
        <translation>MAML 停在 φ = {metric:maml.phi}，适应后的损失为 {metric:maml.loss_after}，与预训练的 {metric:pretraining.loss_after} 相近：在这附近，起点的小变化不改变适应的终点。学会学习也是学习：它自己也需要一个起点，重新开始会有帮助。</translation>
    </message>
    <message>
        <source>MAML follows a gradient too, so it can get stuck as well: not on the tasks&apos; curves, but on the curve of its own objective.

Drag a filled mark to the left, into the poor valley: all four methods start again from there.</source>
        <translation>MAML 也跟随梯度，所以也会卡住：不是卡在任务的曲线上，而是卡在它自己目标的曲线上。

把一个实心标记向左拖进差谷：四种方法都从那里重新出发。</translation>
    </message>
    <message>
        <source>MAML has {metric:maml.loss_now}, pre-training {metric:pretraining.loss_now}. The loss now is what pre-training minimizes, and MAML never looks at it.</source>
        <translation>MAML 为 {metric:maml.loss_now}，预训练为 {metric:pretraining.loss_now}。当前损失正是预训练所最小化的，而 MAML 从不看它。</translation>
    </message>
    <message>
        <source>MAML looks for a start φ from which a few inner steps solve each task. **FOMAML**, first-order MAML, looks for the same start in a cheaper way: it leaves something out.

When does one notice? You will see it do no harm, then great harm, then no harm again.</source>
        <translation>MAML 寻找一个起点 φ，从它出发，几个内层步就能解决每个任务。**FOMAML**（一阶 MAML）用更便宜的办法寻找同样的起点：它省去了一些东西。

什么时候会察觉？你会看到它先是无害，然后大害，然后又无害。</translation>
    </message>
    <message>
        <source>MAML stands at φ = {metric:maml.phi}, pre-training at φ = {metric:pretraining.phi}: the same place. MAML is a choice only for those who will adapt.

Reptile still stands at φ = {metric:reptile.phi}: without a step there is nowhere to follow.</source>
        <translation>MAML 位于 φ = {metric:maml.phi}，预训练位于 φ = {metric:pretraining.phi}：同一个地方。只有之后会适应的人，才值得选 MAML。

Reptile 仍在 φ = {metric:reptile.phi}：没有步可走，就没有什么可跟随。</translation>
    </message>
    <message>
        <source>MAML&apos;s</source>
        <translation>MAML 的</translation>
    </message>
    <message>
        <source>MAML&apos;s gradient has to go back through all {setting:inner_steps} steps. **Reptile** does without: it adapts to the tasks, then moves the start a part of the way towards where it ended on average.

Here it stands at φ = {metric:reptile.phi} and loses {metric:reptile.loss_after} after adaptation. MAML loses {metric:maml.loss_after}, with a gradient that costs more.</source>
        <translation>MAML 的梯度必须穿过全部 {setting:inner_steps} 步往回传。**Reptile** 不需要：它适应各任务，再把起点朝平均的终点移动一段。

这里它位于 φ = {metric:reptile.phi}，适应后的损失为 {metric:reptile.loss_after}。MAML 的损失为 {metric:maml.loss_after}，用的是代价更高的梯度。</translation>
    </message>
    <message>
        <source>MAML&apos;s loss after adaptation went from {first:maml.loss_after} to {metric:maml.loss_after}, FOMAML&apos;s to {metric:fomaml.loss_after}. It followed a gradient at every meta-step, and climbed: it was the gradient of another place.</source>
        <translation>MAML 适应后的损失从 {first:maml.loss_after} 变为 {metric:maml.loss_after}，FOMAML 的变为 {metric:fomaml.loss_after}。它在每个元步都跟随一个梯度，却往上爬：那是另一个地方的梯度。</translation>
    </message>
    <message>
        <source>MAML: the product over the inner steps of 1 minus alpha times the curvature, times the gradient at theta k. FOMAML: the gradient at theta k alone.</source>
        <translation>MAML：各内层步的 1 减 α 乘曲率之积，再乘 θₖ 处的梯度。FOMAML：只有 θₖ 处的梯度。</translation>
    </message>
    <message>
        <source>Make a guess</source>
        <translation>猜一猜</translation>
    </message>
    <message>
        <source>Make it an A again, so that we can go on.</source>
        <translation>把它再变成 A，好继续下去。</translation>
    </message>
    <message>
        <source>Make it an A again.</source>
        <translation>把它再变成 A。</translation>
    </message>
    <message>
        <source>Make it an A again. Think about what has to be done in each of both ways to take back something wrong.</source>
        <translation>把它再变成 A。想一想：在这两条路上，要收回一样错的东西，各要做什么。</translation>
    </message>
    <message>
        <source>Make the inner step: press Shift+full stop once, or click on 1 on the inner clock.</source>
        <translation>走一个内层步：按一次 Shift+句点键，或在内层时钟上点击 1。</translation>
    </message>
    <message>
        <source>Mean loss: plain LSTM {metric:lstm.loss_mean}, c is θ {metric:memory.loss_mean}, z is −∇l {metric:gradient.loss_mean}, zᶠ is 1 {metric:kept.loss_mean}, gradient descent with η = {setting:eta}: {metric:descent.loss_mean}, as before.</source>
        <translation>平均损失：普通 LSTM {metric:lstm.loss_mean}，c 是 θ {metric:memory.loss_mean}，z 是 −∇l {metric:gradient.loss_mean}，zᶠ 是 1 {metric:kept.loss_mean}，η = {setting:eta} 的梯度下降：{metric:descent.loss_mean}，和以前一样。</translation>
    </message>
    <message>
        <source>Mean returns on held-out goals, **before** adapting: MAML {metric:maml.return_0}, pre-training {metric:pretraining.return_0}. At first, both had {first:maml.return_0}.</source>
        <translation>在留出目标上**适应之前**的平均回报：MAML {metric:maml.return_0}，预训练 {metric:pretraining.return_0}。最初两者都是 {first:maml.return_0}。</translation>
    </message>
    <message>
        <source>Meta Networks answer with weights that were made of five examples and live for one episode: how gradients become weights, where a label is kept, and why training the slow weights alone never helps.</source>
        <translation>元网络用五个样例造出的权重来回答，这些权重只活一个回合：梯度怎样变成权重，标签存在哪里，为什么只训练慢速权重永远没有用。</translation>
    </message>
    <message>
        <source>Meta-training changes the cell, and the start of the network, so that the loss **after** the tenth update gets smaller, on points that no update has seen.</source>
        <translation>元训练改变单元和网络的起点，使第十次更新**之后**的损失变小，而且是在没有任何更新见过的点上。</translation>
    </message>
    <message>
        <source>Meta-training is over. To learn a new label, the network only makes its fast weights anew, which takes one pass over five examples.</source>
        <translation>元训练已经结束。要学一个新标签，网络只需重新造它的快速权重，把五个样例过一遍就行。</translation>
    </message>
    <message>
        <source>More pixels would not be nearer to the truth. Think of the same character, drawn a little to the right.</source>
        <translation>像素更多也不会离真相更近。想想同一个字符画得稍微靠右一点。</translation>
    </message>
    <message>
        <source>Most of its answers are wrong</source>
        <translation>它的回答大多是错的</translation>
    </message>
    <message>
        <source>Move an example in the embedding</source>
        <translation>在嵌入里移动一个样例</translation>
    </message>
    <message>
        <source>Name it: it has learned very many</source>
        <translation>叫出它的名字：它学过很多字符</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Names and texts stand between straight quotation marks, numbers, `true` and `false` without any</source>
        <translation>名称和文本放在直引号之间，数字、`true` 和 `false` 不加引号</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>Nearest neighbours add to a list beside the network. Not one weight of it moves.</source>
        <translation>最近邻只是在网络旁边的列表里添加条目。网络的权重一个都没有动。</translation>
    </message>
    <message>
        <source>Nearest neighbours&apos;</source>
        <translation>最近邻的</translation>
    </message>
    <message>
        <source>Nearly always</source>
        <translation>几乎总是</translation>
    </message>
    <message>
        <source>Neighbours cannot learn them</source>
        <translation>最近邻学不会它们</translation>
    </message>
    <message>
        <source>Neighbours {metric:neighbours.accuracy}, fine-tuning {metric:finetuning.accuracy}. Good features and one example are enough.</source>
        <translation>最近邻 {metric:neighbours.accuracy}，微调 {metric:finetuning.accuracy}。好的特征加上一个样例就够了。</translation>
    </message>
    <message>
        <source>Neither way thinks about labels. Drag the example of class A to class B, and watch both answers.</source>
        <translation>两条路都不会思考标签。把类别 A 的样例拖到类别 B，看两者的回答。</translation>
    </message>
    <message>
        <source>Neither, as in SGD</source>
        <translation>都不变，和 SGD 一样</translation>
    </message>
    <message>
        <source>Never seen before</source>
        <translation>从未见过</translation>
    </message>
    <message>
        <source>No difference: rewards tell the way</source>
        <translation>没有区别：奖励会指路</translation>
    </message>
    <message>
        <source>No future, no PhD</source>
        <translation>没有未来，就不必读博士</translation>
    </message>
    <message>
        <source>No harm</source>
        <translation>无害</translation>
    </message>
    <message>
        <source>No more reading: what the cell keeps is the guess. Gates and the new value z are still made by a network.</source>
        <translation>不用再读出：单元保留的就是猜测。门和新值 z 仍由网络产生。</translation>
    </message>
    <message>
        <source>No old picture takes part at all. This is the point.</source>
        <translation>没有一张旧图片参加。这正是关键。</translation>
    </message>
    <message>
        <source>No row is looked up: **all** rows are mixed, the right one the most. The picture “Overlay” lays the examples over each other by their attention. τ = {setting:temperature} is this program&apos;s choice, the paper has 1.</source>
        <translation>并没有查出某一行：混合的是**所有**行，对的那行最多。“叠加”这张图按注意力把样例叠在一起。τ = {setting:temperature} 是本程序的选择，论文里是 1。</translation>
    </message>
    <message>
        <source>No step</source>
        <translation>没有步</translation>
    </message>
    <message>
        <source>No, it mixes several rows</source>
        <translation>不，它混合好几行</translation>
    </message>
    <message>
        <source>No, it reads nothing</source>
        <translation>不，它什么也不读</translation>
    </message>
    <message>
        <source>No, something must be added</source>
        <translation>不能，必须加上点什么</translation>
    </message>
    <message>
        <source>Nobody asked for forgetting. The formula shows everything that fine-tuning knows.</source>
        <translation>没有人要求遗忘。公式写出了微调所知道的一切。</translation>
    </message>
    <message>
        <source>Nobody asks how good the start is, only where ten updates lead: the same thought as in MAML. You will see it happen.</source>
        <translation>没有人问起点有多好，只问十次更新通向哪里：和 MAML 是同样的想法。你会看到它发生。</translation>
    </message>
    <message>
        <source>Nobody has told it this character&apos;s label yet. It can only guess, but it knows which labels are taken.</source>
        <translation>还没有人告诉它这个字符的标签。它只能猜，但它知道哪些标签已被占用。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>None: it only forgets</source>
        <translation>都不是：它只会遗忘</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>什么也不发生</translation>
    </message>
    <message>
        <source>Nothing in the loss ever asks for the old characters again.</source>
        <translation>损失里再没有任何东西问起旧字符。</translation>
    </message>
    <message>
        <source>Nothing is wrong with the tasks, nor with α: MAML manages. Now let everybody take **two** inner steps from where they are: over to the other wall, and back again. The factors are multiplied.</source>
        <translation>任务没有错，α 也没有错：MAML 做得到。现在让大家从所在之处走**两个**内层步：到对面的山坡，再回来。因子相乘。</translation>
    </message>
    <message>
        <source>Nothing was trained for these classes. The border follows from where the prototypes lie, by the formula alone.</source>
        <translation>没有为这些类别训练任何东西。边界只由公式和原型的位置决定。</translation>
    </message>
    <message>
        <source>Nothing, without gradient steps</source>
        <translation>没有梯度步就什么也做不了</translation>
    </message>
    <message>
        <source>Nothing: it comes back by itself</source>
        <translation>什么也不用做：它会自己回来</translation>
    </message>
    <message>
        <source>Nothing: it forgets</source>
        <translation>什么也不剩：它会遗忘</translation>
    </message>
    <message>
        <source>Nothing: it has to follow the gradient</source>
        <translation>什么也不能：它必须跟随梯度</translation>
    </message>
    <message>
        <source>Nothing: row 1 has most of the weight</source>
        <translation>没有什么：第 1 行有大部分权重</translation>
    </message>
    <message>
        <source>Nothing: the largest probability still wins</source>
        <translation>什么也没有：最大的概率照样赢</translation>
    </message>
    <message>
        <source>Now both kinds of weights answer like slow weights alone. Everything that the network knows of these five characters was in the fast weights.</source>
        <translation>现在两种权重一起的回答，与只用慢速权重一样。网络对这五个字符所知道的一切，都在快速权重里。</translation>
    </message>
    <message>
        <source>Now look at **one** episode, tick by tick. First the embedding, the network that makes keys, looks at each example. Its mistake has a gradient.</source>
        <translation>现在一刻一刻地看**一个**回合。首先，产生键的嵌入网络看每个样例。它的错误有一个梯度。</translation>
    </message>
    <message>
        <source>Now look at nearest neighbours. The fine line in the picture is **their** accuracy on the old characters.</source>
        <translation>现在看最近邻。图中的细线是**它**在旧字符上的准确率。</translation>
    </message>
    <message>
        <source>Now take the fast weights of the base learner away: set their scale to 0. The answers that there would be otherwise stay beside them, as “Untouched”.</source>
        <translation>现在把基学习器的快速权重拿走：把它们的比例设为 0。否则会给出的回答留在旁边，名为“未动过”。</translation>
    </message>
    <message>
        <source>Now the cell can go in one direction only, down the gradient. But its gates still decide how **far**, and how much of the old θ stays.</source>
        <translation>现在单元只能朝一个方向走：沿梯度下降。但走**多远**、旧的 θ 留下多少，仍由它的门决定。</translation>
    </message>
    <message>
        <source>Now the inner step is five times as large: α = 0.5. Work out the factor across the valley, where the curvature is 3.4.</source>
        <translation>现在内层步是原来的五倍：α = 0.5。算一算横跨山谷的因子，那里的曲率是 3.4。</translation>
    </message>
    <message>
        <source>Now the loss after adaptation is the loss at the start: the two formulas say the same.</source>
        <translation>现在适应后的损失就是起点处的损失：两个公式说的是同一件事。</translation>
    </message>
    <message>
        <source>Now the start itself is to be learned, and there are two different wishes.

**Pre-training** wants a start that is good **now**: it minimizes the tasks&apos; loss at φ.

**MAML** wants a start from which one gets far: it minimizes the loss **after** adaptation. It never asks how good φ itself is.</source>
        <translation>现在要学习的是起点本身，而愿望有两种。

**预训练**想要**现在**就好的起点：它最小化任务在 φ 处的损失。

**MAML** 想要能走得远的起点：它最小化适应**之后**的损失。它从不问 φ 本身有多好。</translation>
    </message>
    <message>
        <source>Now two rows will change places instead, and the erased one is whole again. Nothing is lost: every vector is in the memory, only elsewhere.</source>
        <translation>现在改为让两行交换位置，被擦除的那一行恢复原样。什么也没有丢失：每个向量仍在记忆中，只是换了地方。</translation>
    </message>
    <message>
        <source>Now you will drag the example of class A, on the table, into class B. B then has two examples, A none.</source>
        <translation>现在你要在桌面上把类别 A 的样例拖进类别 B。于是 B 有两个样例，A 一个也没有。</translation>
    </message>
    <message>
        <source>Nowhere: it is spread over all rows</source>
        <translation>哪里也不去：它散布在所有行上</translation>
    </message>
    <message>
        <source>Of 30 vectors the machine gets {metric:ntm.wrong_percent_30} % wrong. Why?</source>
        <translation>对 30 个向量，机器错 {metric:ntm.wrong_percent_30} %。为什么？</translation>
    </message>
    <message>
        <source>Old and new share **the same weights**, and the loss says nothing about the old ones. To make a new answer likely, it may make any old one unlikely, and nothing in the loss objects.</source>
        <translation>新旧共用**同样的权重**，而损失对旧字符只字不提。为了使一个新回答变得可能，它可以使任何旧回答变得不可能，损失不会反对。</translation>
    </message>
    <message>
        <source>Old pictures were given wrong labels</source>
        <translation>旧图片被给了错误的标签</translation>
    </message>
    <message>
        <source>On characters never trained on, Prototypical Networks are right in {metric:prototypes.accuracy}, Matching Networks in {metric:matching.accuracy}, Relation Networks in {metric:relation.accuracy}; pixels in {metric:pixels.accuracy}.</source>
        <translation>在从未训练过的字符上，原型网络答对 {metric:prototypes.accuracy}，匹配网络 {metric:matching.accuracy}，关系网络 {metric:relation.accuracy}；像素是 {metric:pixels.accuracy}。</translation>
    </message>
    <message>
        <source>On it, both distances are equal. Squared distances make it straight: a Prototypical Network is a **linear** classifier in its embedding, built from the examples at once.</source>
        <translation>在它上面，两个距离相等。距离平方使它成为直线：原型网络是嵌入空间里的**线性**分类器，由样例一下子造成。</translation>
    </message>
    <message>
        <source>Once more from the beginning, and one thing is different: the number k of inner steps. With k = 0 nobody takes a step from the start.</source>
        <translation>再从头来一次，只有一点不同：内层步数 k。k = 0 时谁也不从起点走出一步。</translation>
    </message>
    <message>
        <source>One goal: in the adapted weights θ; all goals: in φ</source>
        <translation>一个目标：在适应后的权重 θ 里；所有目标：在 φ 里</translation>
    </message>
    <message>
        <source>One look is enough</source>
        <translation>看一眼就够了</translation>
    </message>
    <message>
        <source>One more number is needed: how well do both do on the **new** characters, if one has to choose among these five?</source>
        <translation>还需要一个数：如果只在这五个**新**字符里选，两者各做得多好？</translation>
    </message>
    <message>
        <source>One number would be the same at each update. The learned input gate is not: its standard deviation over the updates is {metric:gates.input_std}.</source>
        <translation>单一的数在每次更新时都相同。学到的输入门不是：它在各次更新上的标准差是 {metric:gates.input_std}。</translation>
    </message>
    <message>
        <source>One row, made of one example. Beside each row stands its **key**, the example&apos;s embedding. No slow weight has changed.</source>
        <translation>一个样例造出一行。每行旁边是它的**键**，也就是样例的嵌入。没有一个慢速权重改变了。</translation>
    </message>
    <message>
        <source>One start, eight steps in eight directions. In the next step you can see it.</source>
        <translation>一个起点，朝八个方向的八步。下一步里你可以看到。</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>One step from φ towards each task. The step is small (α = {setting:inner_rate}): both paths stay on their side of the valley.</source>
        <translation>从 φ 向每个任务走了一步。步子很小（α = {setting:inner_rate}）：两条路径都留在山谷的同一侧。</translation>
    </message>
    <message>
        <source>One step: Reptile is pre-training</source>
        <translation>一步：Reptile 就是预训练</translation>
    </message>
    <message>
        <source>One step: from {metric:maml.return_0} to {metric:maml.return_1} on held-out goals. Finn et al. (2017) report −40 and −12 after 100 meta-steps of theirs.</source>
        <translation>一步：在留出目标上从 {metric:maml.return_0} 到 {metric:maml.return_1}。Finn et al. (2017) 报告，在他们的 100 个元步之后是 −40 和 −12。</translation>
    </message>
    <message>
        <source>One update, with its numbers</source>
        <translation>一次更新的数字</translation>
    </message>
    <message>
        <source>One, used for every parameter</source>
        <translation>一个，用于每个参数</translation>
    </message>
    <message>
        <source>Only `text` must be there.</source>
        <translation>只有 `text` 是必需的。</translation>
    </message>
    <message>
        <source>Only make each update better than the last</source>
        <translation>只能让每次更新都比上一次好</translation>
    </message>
    <message>
        <source>Only wrong bits from there on</source>
        <translation>从那里开始全是错误的位</translation>
    </message>
    <message>
        <source>Order plays no role in a mean: both examples count alike.</source>
        <translation>平均与顺序无关：两个样例同样算数。</translation>
    </message>
    <message>
        <source>Over the row that looks most like it</source>
        <translation>写在与它最相似的行上</translation>
    </message>
    <message>
        <source>Over to the other wall</source>
        <translation>到对面的山坡去</translation>
    </message>
    <message>
        <source>Past the goal</source>
        <translation>走过了目标</translation>
    </message>
    <message>
        <source>Phi moves by a fraction epsilon towards the mean of the adapted theta.</source>
        <translation>phi 朝适应后 theta 的平均移动 epsilon 这一比例。</translation>
    </message>
    <message>
        <source>Phi plus i is what G makes of the gradient of the base learner&apos;s loss on support i.</source>
        <translation>φ⁺ᵢ 是 G 由基学习器在支撑样本 i 上的损失的梯度造出来的。</translation>
    </message>
    <message>
        <source>Phi plus is the sum of the rows, each times its attention, which is a softmax of tau times the cosines of the keys.</source>
        <translation>φ⁺ 是各行乘以各自的注意力之和，注意力是键的余弦乘 τ 之后的 softmax。</translation>
    </message>
    <message>
        <source>Pixels are black or white here. So a unit&apos;s gradient is the picture times **one** number, and G, which treats all weights alike, makes the picture times another number of it.</source>
        <translation>这里的像素非黑即白。所以一个单元的梯度是图片乘**一个**数，而 G 对所有权重一视同仁，造出的就是图片乘另一个数。</translation>
    </message>
    <message>
        <source>Play one time step: press Shift+full stop three times, or click on 3 on the inner clock.</source>
        <translation>播放一个时间步：按三次 Shift+句点键，或在内层时钟上点击 3。</translation>
    </message>
    <message>
        <source>Play the eight vectors: press Shift+full stop until inner step 8, or click there on the inner clock.</source>
        <translation>播放八个向量：按 Shift+句点键直到内层步 8，或在内层时钟上点击那里。</translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>Pre-training ends at {metric:pretraining.loss_after}, MAML at {metric:maml.loss_after}: lower is better.</source>
        <translation>预训练最后为 {metric:pretraining.loss_after}，MAML 为 {metric:maml.loss_after}：越低越好。</translation>
    </message>
    <message>
        <source>Pre-training has walked to φ = {metric:pretraining.phi}, MAML to φ = {metric:maml.phi}. They have parted.</source>
        <translation>预训练走到了 φ = {metric:pretraining.phi}，MAML 走到了 φ = {metric:maml.phi}。它们分开了。</translation>
    </message>
    <message>
        <source>Pre-training has {metric:pretraining.loss_now}, MAML {metric:maml.loss_now}. No wonder: this is what pre-training minimizes.</source>
        <translation>预训练为 {metric:pretraining.loss_now}，MAML 为 {metric:maml.loss_now}。不奇怪：这正是预训练所最小化的。</translation>
    </message>
    <message>
        <source>Pre-training minimizes the summed loss at phi; MAML the summed loss after k steps from phi.</source>
        <translation>预训练最小化 phi 处的损失之和；MAML 最小化从 phi 走 k 步之后的损失之和。</translation>
    </message>
    <message>
        <source>Pre-training takes the start that is best now, MAML the one from which most becomes: the job and the PhD. What Reptile does instead, and when all of them are the same.</source>
        <translation>预训练选现在最好的起点，MAML 选之后最有成就的起点：工作与博士。Reptile 又怎样做，以及什么时候三者相同。</translation>
    </message>
    <message>
        <source>Pre-training took what is best now ({metric:pretraining.loss_now}) and has {metric:pretraining.loss_after} in the end: it took the job.</source>
        <translation>预训练选了现在最好的（{metric:pretraining.loss_now}），最后为 {metric:pretraining.loss_after}：它选了工作。</translation>
    </message>
    <message>
        <source>Pre-training&apos;s</source>
        <translation>预训练的</translation>
    </message>
    <message>
        <source>Pre-training&apos;s policy has about the same return before adapting. It takes **the same** step, on as many walks.</source>
        <translation>适应之前，预训练的策略回报差不多一样。它走**同样**的一步，用同样多的走法。</translation>
    </message>
    <message>
        <source>Press **Save this example and take it** below. The lesson starts at once. Then open the file that you saved in an editor, change a word, save, and look at the window. It uses most of what follows.</source>
        <translation>按下面的**保存此示例并开始**。教程随即开始。然后在编辑器里打开您保存的文件，改一个词，保存，再看窗口。下面讲到的大部分内容它都用到了。</translation>
    </message>
    <message>
        <source>Press “Put back” on the table: it undoes what you have moved. Or drag the support back to class A.</source>
        <translation>按桌面上的“放回”：它撤销你移动过的一切。或者把支撑样本拖回类别 A。</translation>
    </message>
    <message>
        <source>Put w = 0 in: 1 − 0 · 1 = 1. A row without weight is neither erased nor written, whatever e and a are.</source>
        <translation>代入 w = 0：1 − 0 · 1 = 1。没有权重的行，无论 e 和 a 是什么，都既不被擦除也不被写入。</translation>
    </message>
    <message>
        <source>Reach MAML&apos;s start, only later</source>
        <translation>到达 MAML 的起点，只是晚一些</translation>
    </message>
    <message>
        <source>Read it under zⁱ: it is close to 1, several times η. Nobody told the cell so; in these bowls long steps pay.</source>
        <translation>读 zⁱ 下面的数：它接近 1，是 η 的好几倍。没有人告诉单元这样做；在这些碗里，大步有好处。</translation>
    </message>
    <message>
        <source>Read it under zⁱ: it is close to 1. Nobody told the cell so; in these bowls long steps pay.</source>
        <translation>读 zⁱ 下面的数：它接近 1。没有人告诉单元这样做；在这些碗里，大步有好处。</translation>
    </message>
    <message>
        <source>Reading by content gives every row a weight, and r is the **weighted sum**. The controller has to make the answer out of this mixture. An LSTM is in it, which remembers a little by itself.</source>
        <translation>按内容读取给每一行一个权重，r 是**加权和**。控制器要从这个混合中得出回答。它里面有一个 LSTM，自己也记得一点。</translation>
    </message>
    <message>
        <source>Reading has no such gate: it is always by content. σ(α) is about writing only.</source>
        <translation>读取没有这样的门：它总是按内容。σ(α) 只管写入。</translation>
    </message>
    <message>
        <source>Reptile&apos;s start lies where both of its paths end well: nobody asked it to look ahead, but its way was made of where adaptation leads.</source>
        <translation>Reptile 的起点位于它的两条路径都走到好处的地方：没有人要它向前看，但它的路正是由适应通向之处组成的。</translation>
    </message>
    <message>
        <source>Reptile: simply go where adaptation went</source>
        <translation>Reptile：直接去适应所到的地方</translation>
    </message>
    <message>
        <source>Reptile: φ = {metric:reptile.phi}. Pre-training: φ = {metric:pretraining.phi}. The same to the last digit: only with **several** steps does Reptile learn something about the way.</source>
        <translation>Reptile：φ = {metric:reptile.phi}。预训练：φ = {metric:pretraining.phi}。直到最后一位都相同：只有走**多**步，Reptile 才能学到关于路的东西。</translation>
    </message>
    <message>
        <source>Rewards come from the task. What they mean for the policy is a matter of the weights on which the step is taken.</source>
        <translation>奖励来自任务。它们对策略意味着什么，要看那一步是在怎样的权重上走的。</translation>
    </message>
    <message>
        <source>Rewards tell where the goal is only if walks **differ**: some come nearer, some do not. A start for adapting must **explore**.</source>
        <translation>只有走法**各不相同**，奖励才能说出目标在哪里：有的走近了，有的没有。为适应而造的起点必须**探索**。</translation>
    </message>
    <message>
        <source>Rise, as the bowls get harder</source>
        <translation>上升，因为碗越来越难</translation>
    </message>
    <message>
        <source>Row 1 still has most of the weight. What would happen without sharpening until the last vector?</source>
        <translation>第 1 行仍有大部分权重。如果直到最后一个向量都不锐化，会怎样？</translation>
    </message>
    <message>
        <source>Row i of the memory becomes itself times 1 minus its weight times the erase vector, plus its weight times the add vector.</source>
        <translation>记忆第 i 行变成它自己乘 1 减权重乘擦除向量，加上权重乘加入向量。</translation>
    </message>
    <message>
        <source>SGD with a small learning rate and a little weight decay</source>
        <translation>学习率很小、带一点权重衰减的 SGD</translation>
    </message>
    <message>
        <source>SGD, Nesterov, RMSprop and Adam each have the best learning rate of a search. All are judged by the mean loss after ten updates, on sine waves and points not seen in training; behind the names stand medians.</source>
        <translation>SGD、Nesterov、RMSprop 和 Adam 各自使用搜索得到的最佳学习率。所有方法都按十次更新后的平均损失评判，用的是训练中没有见过的正弦波和点；名字后面是中位数。</translation>
    </message>
    <message>
        <source>Same character, other place: hardly a pixel agrees. So pictures are first **embedded**: a network f turns each into a list of numbers, and those are compared.</source>
        <translation>同一个字符，换个位置：几乎没有一个像素相同。所以先把图片**嵌入**：网络 f 把每张图变成一列数，再比较这些数。</translation>
    </message>
    <message>
        <source>Say which example it is most similar to</source>
        <translation>说出它与哪个样例最相似</translation>
    </message>
    <message>
        <source>Scenarios, settings, methods, views, metrics and actions have names. Under **Names** below they are listed for the scenario on the stage: open the one that your lesson is about, and train it for one meta-step, which brings the metrics. A metric is of the form `method.quantity`. A setting is listed with what it may be and what it is now, a metric with its newest value, as a lesson has them: 0.9 may be 90 %.</source>
        <translation>场景、设置、方法、视图、指标和操作都有名称。下面的**名称**页列出舞台上场景的名称：打开您的教程所讲的场景，并训练一个元步，指标就会出现。指标的形式是 `method.quantity`。每个设置都列出可取的值和现在的值，每个指标都列出最新的值，写法与教程中相同：0.9 可能就是 90%。</translation>
    </message>
    <message>
        <source>Second: the gate</source>
        <translation>第二：门</translation>
    </message>
    <message>
        <source>Second: what is new is −∇l</source>
        <translation>第二：新的东西是 −∇l</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>看一看</translation>
    </message>
    <message>
        <source>Set the number k of inner steps to 2. It is a live setting: the run goes on from where it is.</source>
        <translation>把内层步数 k 设为 2。这是一个实时设置：运行从当前位置继续。</translation>
    </message>
    <message>
        <source>Set the scale to 1 again, as in training.</source>
        <translation>把比例再设为 1，与训练时一样。</translation>
    </message>
    <message>
        <source>Set α to 0.1 again.</source>
        <translation>把 α 再设为 0.1。</translation>
    </message>
    <message>
        <source>Several times as large</source>
        <translation>是它的好几倍</translation>
    </message>
    <message>
        <source>Share of right answers at the first, second and tenth look. MANN: {metric:mann.accuracy_1}, {metric:mann.accuracy_2}, {metric:mann.accuracy_10}. LSTM: {metric:lstm.accuracy_1}, {metric:lstm.accuracy_2}, {metric:lstm.accuracy_10}. Guessing gives 0.2.</source>
        <translation>第一眼、第二眼和第十眼答对的比例。MANN：{metric:mann.accuracy_1}、{metric:mann.accuracy_2}、{metric:mann.accuracy_10}。LSTM：{metric:lstm.accuracy_1}、{metric:lstm.accuracy_2}、{metric:lstm.accuracy_10}。瞎猜是 0.2。</translation>
    </message>
    <message>
        <source>Share of right answers on characters never trained on: both {metric:meta.accuracy}, slow alone {metric:slow.accuracy}. The nearest example by pixels gives {metric:pixels.accuracy}.</source>
        <translation>在从未训练过的字符上答对的比例：两种一起 {metric:meta.accuracy}，只用慢速权重 {metric:slow.accuracy}。按像素找最近的样例是 {metric:pixels.accuracy}。</translation>
    </message>
    <message>
        <source>Sharpening does not move the largest bar, so neither does leaving it out. But look how much is beside it.</source>
        <translation>锐化不移动最大的条形，所以不锐化也不会移动它。但看看它旁边有多少。</translation>
    </message>
    <message>
        <source>Sharpening keeps it narrow, as with 20. Count the rows: there are 24.</source>
        <translation>锐化使它保持狭窄，和 20 个时一样。数一数行数：24 行。</translation>
    </message>
    <message>
        <source>Sharpening makes a bar narrower but leaves it where it is. Look which strip is lit up.</source>
        <translation>锐化使条形变窄，但不改变它的位置。看看哪一条被点亮了。</translation>
    </message>
    <message>
        <source>Sharpening: the power γ</source>
        <translation>锐化：幂 γ</translation>
    </message>
    <message>
        <source>Shown drawings of base classes, the classifier gets a share of {metric:finetuning.base_before} right; 1 would be all.</source>
        <translation>给它看基类的一张图，分类器答对的比例是 {metric:finetuning.base_before}；1 表示全对。</translation>
    </message>
    <message>
        <source>Sixty old, five new</source>
        <translation>六十个旧的，五个新的</translation>
    </message>
    <message>
        <source>Size is not it: had it learned all 65 mixed, nothing would push the old ones out. Look at which pictures are in the loss.</source>
        <translation>不是大小的问题：如果 65 个混在一起学，没有什么会把旧的挤出去。看看损失里有哪些图片。</translation>
    </message>
    <message>
        <source>Slow weights alone, after very long training: how often will they be right?</source>
        <translation>只用慢速权重，训练很久以后，有多少能答对？</translation>
    </message>
    <message>
        <source>Small steps first, long ones later; the standard deviation over the updates is {metric:gates.input_std}, where it was 0. Many people let a learning rate begin small, too, and call it **warm-up**. Nobody told the cell.</source>
        <translation>先是小步，后来是大步；它在各次更新上的标准差是 {metric:gates.input_std}，原来是 0。很多人也让学习率从小开始，称之为**预热**。没有人告诉单元这样做。</translation>
    </message>
    <message>
        <source>Smaller than η</source>
        <translation>比 η 小</translation>
    </message>
    <message>
        <source>So Ravi and Larochelle (2017) found it: input gates that change, forget gates that stay near 1. See whether it comes like that here.</source>
        <translation>Ravi 和 Larochelle（2017）也是这样发现的：输入门在变，遗忘门一直接近 1。看看这里是否如此。</translation>
    </message>
    <message>
        <source>So it would be from a start that was not made for adapting; you will see one. Go and see MAML&apos;s walks in the next step.</source>
        <translation>从不是为适应而造的起点出发会是这样；你将看到一个。下一步去看 MAML 的走法。</translation>
    </message>
    <message>
        <source>Something is left out</source>
        <translation>少了点什么</translation>
    </message>
    <message>
        <source>Something of the five examples must be stored somewhere: either in a **memory** beside the network, or in its **weights**. This lesson compares both.</source>
        <translation>这五个样例的某些东西必须存在某处：要么在网络旁边的**记忆**里，要么在网络的**权重**里。本课比较这两种做法。</translation>
    </message>
    <message>
        <source>Start the meta-training</source>
        <translation>开始元训练</translation>
    </message>
    <message>
        <source>Stay as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Stay near the middle</source>
        <translation>留在中央附近</translation>
    </message>
    <message>
        <source>Stay where it is</source>
        <translation>留在原地</translation>
    </message>
    <message>
        <source>Step through the episode and read the caption: where does head 1 write, and what is σ(α) then?</source>
        <translation>一步步走过这个回合，读说明文字：读写头 1 写到哪里，那时 σ(α) 是多少？</translation>
    </message>
    <message>
        <source>Step through the episode with Shift+full stop to at least inner step 8, or click there on the inner clock.</source>
        <translation>用 Shift+句点键一步步走过这个回合，至少到内层步 8，或在内层时钟上点击那里。</translation>
    </message>
    <message>
        <source>Step through the inner clock with Shift+full stop to its end: example by example, then the answers.</source>
        <translation>用 Shift+句点键把内层时钟走到头：一个样例接一个样例，然后是回答。</translation>
    </message>
    <message>
        <source>Still for A: they look the same</source>
        <translation>仍然是 A：它们看起来一样</translation>
    </message>
    <message>
        <source>Still to row 1</source>
        <translation>仍然去第 1 行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停下</translation>
    </message>
    <message>
        <source>Straight lines that end at the goals</source>
        <translation>终止在目标上的直线</translation>
    </message>
    <message>
        <source>Swap them</source>
        <translation>交换它们</translation>
    </message>
    <message>
        <source>Take a row away</source>
        <translation>拿走一行</translation>
    </message>
    <message>
        <source>Take its advice</source>
        <translation>听它的建议</translation>
    </message>
    <message>
        <source>Take more gradient steps</source>
        <translation>走更多的梯度步</translation>
    </message>
    <message>
        <source>Take one row away</source>
        <translation>拿走一行</translation>
    </message>
    <message>
        <source>Task A and task B are bowls: steep in one direction (curvature 3.4), almost flat in the other (0.15). All methods begin at one start φ.

The inner clock shows what FOMAML does in one meta-step: inner steps, the query loss, its gradient, then the update of φ.</source>
        <translation>任务 A 和任务 B 都是碗：一个方向很陡（曲率 3.4），另一个方向几乎是平的（0.15）。所有方法都从同一个起点 φ 出发。

内层时钟显示 FOMAML 在一个元步中所做的事：内层步、查询损失、它的梯度，然后更新 φ。</translation>
    </message>
    <message>
        <source>Task A and task B have **one** parameter each, so that you can see all of their losses: two curves, and lower is better.

Whoever meets a task begins at a **start** φ and takes {setting:inner_steps} gradient steps. The filled marks are the starts of four methods: all of them begin at φ = {first:maml.phi}.

This lesson asks one question: where should the start lie?</source>
        <translation>任务 A 和任务 B 各只有**一个**参数，所以你能看到它们的全部损失：两条曲线，越低越好。

遇到任务的人从**起点** φ 出发，走 {setting:inner_steps} 个梯度步。实心标记是四种方法的起点：都从 φ = {first:maml.phi} 开始。

本课只问一个问题：起点应该在哪里？</translation>
    </message>
    <message>
        <source>Teach them something wrong</source>
        <translation>教它们错的东西</translation>
    </message>
    <message>
        <source>Tear out a page</source>
        <translation>撕掉一页</translation>
    </message>
    <message>
        <source>That helped here, since the curvature is the same everywhere in a bowl. On a real path each step has a factor of its own, and nobody counts signs.</source>
        <translation>在这里有帮助，因为碗里处处曲率相同。真实的路径上每一步都有自己的因子，没有人去数符号。</translation>
    </message>
    <message>
        <source>That is **least recently used access**: each row has a usage that grows when it is read or written, and decays. The least used row is erased and written.</source>
        <translation>这就是**最近最少使用访问**：每一行有一个使用量，读写时增加，并随时间衰减。使用最少的行先被擦除，再被写入。</translation>
    </message>
    <message>
        <source>That is MAML&apos;s objective. What the start itself loses does not matter to whoever will take the 20 steps.</source>
        <translation>这就是 MAML 的目标。对要走那 20 步的人来说，起点本身的损失并不重要。</translation>
    </message>
    <message>
        <source>That is after **one** update. 0.98 · 0.98 · … ten times is about 0.82.</source>
        <translation>那是**一次**更新之后。0.98 · 0.98 · … 十次约为 0.82。</translation>
    </message>
    <message>
        <source>That is pre-training. It is right only if nobody adapts, as you have seen with k = 0.</source>
        <translation>那是预训练。只有当谁也不适应时它才对，正如你在 k = 0 时所见。</translation>
    </message>
    <message>
        <source>That is the input gate&apos;s work: it multiplies −∇l. The forget gate multiplies the old θ.</source>
        <translation>那是输入门的工作：它乘以 −∇l。遗忘门乘以旧的 θ。</translation>
    </message>
    <message>
        <source>That is the shift by +1, its own one.</source>
        <translation>那是移位 +1，即它自己的移位。</translation>
    </message>
    <message>
        <source>That is α · curvature. Take it from 1.</source>
        <translation>那是 α · 曲率。要用 1 减去它。</translation>
    </message>
    <message>
        <source>That was so while g was small. With g = 1 the old place does not count any more.</source>
        <translation>g 小的时候是这样。g = 1 时，旧位置不再算数。</translation>
    </message>
    <message>
        <source>That was wᶜ with the small β. Look at the last strip, w: it is one bar.</source>
        <translation>那是 β 小的时候的 wᶜ。看最后一条 w：它是一根条形。</translation>
    </message>
    <message>
        <source>That would be one way. But a worse loss on the way costs nothing here, if the end is better.</source>
        <translation>那是一种办法。但如果终点更好，途中损失更差在这里没有代价。</translation>
    </message>
    <message>
        <source>That would write over what is known of a similar character. It can be useful to update a row, and MANN can do that, too; but something **new** needs a place of its own.</source>
        <translation>那会覆盖关于一个相似字符的知识。更新一行可能有用，MANN 也能这样做；但**新**的东西需要自己的位置。</translation>
    </message>
    <message>
        <source>The **base learner** is the network that answers. It is wrong on each example, too. A second network, **G**, turns the gradient on example i into a **row** of fast weights.</source>
        <translation>**基学习器**是负责回答的网络。它在每个样例上也会出错。第二个网络 **G** 把样例 i 上的梯度变成一**行**快速权重。</translation>
    </message>
    <message>
        <source>The **mean** of two points. And with no example, A has no prototype: nobody can be taken for A.</source>
        <translation>两点的**平均**。而没有样例，A 就没有原型：谁也不会被当成 A。</translation>
    </message>
    <message>
        <source>The PhD and the job</source>
        <translation>博士与工作</translation>
    </message>
    <message>
        <source>The angle between the two is {metric:fomaml.angle_to_maml}°, nearly the opposite direction. More time does not help who walks the wrong way.</source>
        <translation>两者的夹角是 {metric:fomaml.angle_to_maml}°，几乎是相反的方向。走错方向的人，时间再多也没有用。</translation>
    </message>
    <message>
        <source>The angle is {metric:fomaml.angle_to_maml}° now, as the flat direction counts most. When that is settled, only the steep one is left, and there FOMAML is wrong.</source>
        <translation>现在夹角是 {metric:fomaml.angle_to_maml}°，因为平的方向最重要。等它安定下来，只剩下陡的方向，而 FOMAML 在那里是错的。</translation>
    </message>
    <message>
        <source>The angle is {metric:fomaml.angle_to_maml}°, and the arrow is {metric:fomaml.norm_to_maml} times as long as MAML&apos;s. The outer optimizer, Adam, hardly cares for the length.</source>
        <translation>夹角是 {metric:fomaml.angle_to_maml}°，箭头长度是 MAML 的 {metric:fomaml.norm_to_maml} 倍。外层优化器 Adam 几乎不在乎长度。</translation>
    </message>
    <message>
        <source>The angle is {metric:fomaml.angle_to_maml}°: almost exactly the opposite direction. See whether it comes like that.</source>
        <translation>夹角是 {metric:fomaml.angle_to_maml}°：几乎正好相反。看看结果是否如此。</translation>
    </message>
    <message>
        <source>The answer begins</source>
        <translation>回答开始</translation>
    </message>
    <message>
        <source>The answers are back.</source>
        <translation>回答又回来了。</translation>
    </message>
    <message>
        <source>The attention to example i is a softmax of tau times the cosine of both embeddings.</source>
        <translation>对样例 i 的注意力，是两个嵌入的余弦乘 τ 之后的 softmax。</translation>
    </message>
    <message>
        <source>The beam follows the goal. Nothing was trained: the same start took another step, because other rewards came.</source>
        <translation>那一束跟着目标走。什么也没有训练：因为来了别的奖励，同一个起点走了另一步。</translation>
    </message>
    <message>
        <source>The best single learning rate</source>
        <translation>最好的单一学习率</translation>
    </message>
    <message>
        <source>The borders follow at once, always half-way. Queries that came over a border are answered differently. “Put back” on the table undoes it.</source>
        <translation>边界立刻跟着变，总在正中间。越过边界的查询样本得到别的回答。桌面上的“放回”可以撤销。</translation>
    </message>
    <message>
        <source>The bowls are drawn in the same way at each meta-step. And this cell cannot get better or worse: its gates are fixed.</source>
        <translation>每个元步都以同样的方式抽取碗。而这个单元不会变好，也不会变坏：它的门是固定的。</translation>
    </message>
    <message>
        <source>The cell at work</source>
        <translation>工作中的单元</translation>
    </message>
    <message>
        <source>The cell was trained on many sine waves. On a new one it is not trained any more: it only makes the ten updates.</source>
        <translation>单元在许多正弦波上训练过。遇到新的正弦波时，它不再训练：只做十次更新。</translation>
    </message>
    <message>
        <source>The characters of the training episodes</source>
        <translation>训练回合中的字符</translation>
    </message>
    <message>
        <source>The characters of this episode are others, and it labels them. What it learned serves characters that it has never seen.</source>
        <translation>这个回合的字符是别的字符，它也能标注。它学到的东西对从未见过的字符也有用。</translation>
    </message>
    <message>
        <source>The characters on the table</source>
        <translation>桌面上的字符</translation>
    </message>
    <message>
        <source>The classifier has one output for each base class. Can it name a new character as it is?</source>
        <translation>分类器对每个基类有一个输出。它现在这样能说出新字符的名字吗？</translation>
    </message>
    <message>
        <source>The cloud is back: the start alone reaches no goal.</source>
        <translation>那团云又回来了：只有起点，到不了任何目标。</translation>
    </message>
    <message>
        <source>The content weight of row i is a softmax of beta times the similarity of the key and row i of the memory.</source>
        <translation>第 i 行的内容权重，是 β 乘键与记忆第 i 行的相似度之后的 softmax。</translation>
    </message>
    <message>
        <source>The curves beside the picture show the loss **now**, at the start, and the loss **after** {setting:inner_steps} steps. Look at the loss now first.</source>
        <translation>画面旁的曲线显示起点处的**当前**损失和 {setting:inner_steps} 步**之后**的损失。先看当前损失。</translation>
    </message>
    <message>
        <source>The dashed curve rises while the dotted one falls: here, what is gained on the new side is lost on the old one, update by update. The solid curve counts only answers among the five new characters.</source>
        <translation>虚线上升，点线下降：在这里，新的一边每次更新所得到的，旧的一边就失去。实线只计算在五个新字符之中的回答。</translation>
    </message>
    <message>
        <source>The embedding has many dimensions, but all that matters lies in the plane through the three prototypes: the caption below the picture says “exact”.</source>
        <translation>嵌入有许多维，但重要的一切都在经过三个原型的平面里：图下面的说明写着“精确”。</translation>
    </message>
    <message>
        <source>The embedding: where pictures come to lie</source>
        <translation>嵌入：图片落在哪里</translation>
    </message>
    <message>
        <source>The equations allow both: to write into rows that were read, or into fresh ones.</source>
        <translation>方程两种做法都允许：写到读过的行，或写到新的行。</translation>
    </message>
    <message>
        <source>The fan is there again.</source>
        <translation>扇子又在那里了。</translation>
    </message>
    <message>
        <source>The first look</source>
        <translation>第一眼</translation>
    </message>
    <message>
        <source>The first look brings most: from {metric:mann.accuracy_1} to {metric:mann.accuracy_2}. All eight that follow bring it to {metric:mann.accuracy_10}.</source>
        <translation>第一眼带来的最多：从 {metric:mann.accuracy_1} 到 {metric:mann.accuracy_2}。后面八眼一共使它到 {metric:mann.accuracy_10}。</translation>
    </message>
    <message>
        <source>The first of five is a guess among 5, the next one among 4, the last one is certain. The mean of 1/5, 1/4, 1/3, 1/2 and 1 is 0.457.</source>
        <translation>五个中的第一个是五选一，下一个是四选一，最后一个是确定的。1/5、1/4、1/3、1/2 和 1 的平均值是 0.457。</translation>
    </message>
    <message>
        <source>The forget gate</source>
        <translation>遗忘门</translation>
    </message>
    <message>
        <source>The forget gate becomes 1.</source>
        <translation>遗忘门变成 1。</translation>
    </message>
    <message>
        <source>The forget gate is 1 minus eta times lambda.</source>
        <translation>遗忘门是 1 减 η 乘 λ。</translation>
    </message>
    <message>
        <source>The forget gate is {here:gates.forget_mean} now. Torch&apos;s SGD with this η and λ goes the same way: the largest difference is {here:learned.gap_to_sgd}.</source>
        <translation>现在遗忘门是 {here:gates.forget_mean}。用同样 η 和 λ 的 Torch 的 SGD 走同样的路：最大的差是 {here:learned.gap_to_sgd}。</translation>
    </message>
    <message>
        <source>The forget gate is {metric:gates.forget_mean} on average. Its factor comes in at each of the ten updates, so the factors are multiplied.</source>
        <translation>遗忘门平均是 {metric:gates.forget_mean}。十次更新中每次都有它的因子，所以这些因子相乘。</translation>
    </message>
    <message>
        <source>The forget gate to the power of 10 is the forget gate times itself, ten times.</source>
        <translation>遗忘门的 10 次方，就是遗忘门自乘十次。</translation>
    </message>
    <message>
        <source>The forget gate zᶠ</source>
        <translation>遗忘门 zᶠ</translation>
    </message>
    <message>
        <source>The four steps</source>
        <translation>四个步骤</translation>
    </message>
    <message>
        <source>The gate g mixes what content has found with the place of the last time step. Its own value here is 0.118: mostly the old place.

Leave β at the right end, move **g** to its right end, too, and look at w.</source>
        <translation>门 g 把内容找到的结果与上一时间步的位置混合。它自己在这里的值是 0.118：主要是旧位置。

让 β 留在最右端，把 **g** 也移到最右端，看 w。</translation>
    </message>
    <message>
        <source>The gated weights are g times the content weights, plus 1 minus g times the weights of the time step before.</source>
        <translation>经过门的权重是 g 乘内容权重，加上 1 减 g 乘前一时间步的权重。</translation>
    </message>
    <message>
        <source>The goal is still not seen, and actions are still drawn at random: only their mean has turned.</source>
        <translation>目标仍然看不见，动作仍然是随机抽取的：转过来的只是它们的均值。</translation>
    </message>
    <message>
        <source>The gradient comes in through the input gate. The forget gate multiplies what was there before: the old θ.</source>
        <translation>梯度通过输入门进来。遗忘门乘以之前就在那里的东西：旧的 θ。</translation>
    </message>
    <message>
        <source>The gradient was measured at the ends of the paths, on the far walls, and carried back to φ as it is. The arrow at φ shows where FOMAML goes.</source>
        <translation>梯度在两条路径的终点、远处的山坡上测得，然后原样带回 φ。φ 处的箭头显示 FOMAML 往哪里走。</translation>
    </message>
    <message>
        <source>The gradient with respect to phi of the loss at theta 1 is 1 minus alpha times the curvature at phi, times the gradient at theta 1.</source>
        <translation>θ₁ 处的损失对 φ 的梯度，是 1 减 α 乘 φ 处的曲率，再乘 θ₁ 处的梯度。</translation>
    </message>
    <message>
        <source>The head would go to another row</source>
        <translation>读取头会去另一行</translation>
    </message>
    <message>
        <source>The inner clock now walks through fine-tuning&apos;s updates, a few at each tick. The dotted curve is accuracy on **old** characters, the dashed one on the **new** ones, among all 65.</source>
        <translation>现在内层时钟走过微调的更新，每一刻几次。点线是**旧**字符上的准确率，虚线是**新**字符在全部 65 个类别中的准确率。</translation>
    </message>
    <message>
        <source>The inner clock takes one adaptation apart. At tick 1, each action of the walks for goal A gets an **advantage**: the reward to come, less what was to be expected there and then.</source>
        <translation>内层时钟把一次适应拆开来看。在时刻 1，走向目标 A 的每个动作得到一个**优势**：将来的奖励减去那时那地本来可以预期的。</translation>
    </message>
    <message>
        <source>The inner steps</source>
        <translation>内层步</translation>
    </message>
    <message>
        <source>The inner steps are the same, and so is the loss at their end. Only the way back from θ to φ is left out, and that is where second derivatives are needed.</source>
        <translation>内层步相同，终点处的损失也相同。省去的只是从 θ 回到 φ 的路，而那里正需要二阶导数。</translation>
    </message>
    <message>
        <source>The input gate</source>
        <translation>输入门</translation>
    </message>
    <message>
        <source>The input gate is the learning rate. The forget gate, a little below 1, is a little weight decay.</source>
        <translation>输入门就是学习率。略小于 1 的遗忘门就是一点权重衰减。</translation>
    </message>
    <message>
        <source>The input gate of this update is among the smallest. Step on with Shift+full stop and watch it grow from update to update.</source>
        <translation>这次更新的输入门属于最小的。用 Shift+句点键一步步走下去，看它在一次次更新中变大。</translation>
    </message>
    <message>
        <source>The input gate zⁱ</source>
        <translation>输入门 zⁱ</translation>
    </message>
    <message>
        <source>The kernel s moves the whole weighting by −1, 0 or +1 rows. Press **Reset** beside the sliders. The old place, row 0, counts again.

Now move **s** to its left end: −1.</source>
        <translation>核 s 把整个权重分布移动 −1、0 或 +1 行。按滑块旁边的**重置**。旧位置第 0 行又算数了。

现在把 **s** 移到最左端：−1。</translation>
    </message>
    <message>
        <source>The label enters the loss, the loss has the gradient, G makes the row of it. The label lives **in the row**, and nowhere else.</source>
        <translation>标签进入损失，损失有梯度，G 由梯度造出这一行。标签就**在这一行里**，不在别处。</translation>
    </message>
    <message>
        <source>The labels are different in each episode</source>
        <translation>每个回合的标签都不同</translation>
    </message>
    <message>
        <source>The last substitution puts one fixed number η there. Click the last stage.</source>
        <translation>最后一次替换把一个固定的数 η 放在那里。点击最后一级。</translation>
    </message>
    <message>
        <source>The learned cell&apos;s</source>
        <translation>学得的单元</translation>
    </message>
    <message>
        <source>The lines from the query in question are its attention: the thicker, the more. With five examples per class, a Prototypical Network would compare with 3 means, a Matching Network with 15 examples.</source>
        <translation>从所问的查询样本出发的线是它的注意力：越粗越多。每个类别有五个样例时，原型网络只与 3 个平均比较，匹配网络与 15 个样例比较。</translation>
    </message>
    <message>
        <source>The loss after 20 steps, over all tasks</source>
        <translation>20 步之后的损失，所有任务</translation>
    </message>
    <message>
        <source>The loss at the start, over all tasks</source>
        <translation>起点处的损失，所有任务</translation>
    </message>
    <message>
        <source>The loss has only the five new pictures</source>
        <translation>损失里只有五张新图</translation>
    </message>
    <message>
        <source>The loss of the hardest task at the start</source>
        <translation>起点处最难任务的损失</translation>
    </message>
    <message>
        <source>The loss stays large, and learning is slow</source>
        <translation>损失一直大，学习就慢</translation>
    </message>
    <message>
        <source>The mean of all examples</source>
        <translation>所有样例的平均</translation>
    </message>
    <message>
        <source>The memory c and the guess θ are two different things here: θ is **read** from c by another layer. And the network is untrained, so the guess is poor.</source>
        <translation>在这里，记忆 c 和猜测 θ 是两回事：θ 由另一层从 c 中**读出**。而且网络还没有训练，所以猜得不好。</translation>
    </message>
    <message>
        <source>The memory has 24 rows, and they form a ring</source>
        <translation>记忆有 24 行，而且组成一个环</translation>
    </message>
    <message>
        <source>The meta-loss counts only what the network loses after the **last** update. What it loses on the way does not count.</source>
        <translation>元损失只计算网络在**最后**一次更新之后的损失。途中的损失不算。</translation>
    </message>
    <message>
        <source>The middle is never far from any goal. The line “standing still” in “Returns” shows what this gives. To be better, it must **learn** which goal it is.</source>
        <translation>中央离任何目标都不会很远。“回报随内层步的变化”里的“原地不动”线显示这样能得多少。要更好，就必须**学出**是哪个目标。</translation>
    </message>
    <message>
        <source>The network is too small for 65 classes</source>
        <translation>网络太小，装不下 65 个类别</translation>
    </message>
    <message>
        <source>The newest meta-step is {step}. Three ways to compare: a distance from means, attention to examples, a learned comparison. In all of them, a new class costs no gradient step.</source>
        <translation>最新的元步是 {step}。三种比较方式：到平均的距离、对样例的注意力、学习的比较。在所有这些里，新类别都不需要梯度步。</translation>
    </message>
    <message>
        <source>The number of classes it can name</source>
        <translation>它能叫出的类别数</translation>
    </message>
    <message>
        <source>The old place only, not moved, kept narrow. The read head did this while the vectors came in.</source>
        <translation>只用旧位置，不移动，保持狭窄。向量进来的时候，读取头就是这样做的。</translation>
    </message>
    <message>
        <source>The opposite: near 1 it writes right there. What is read counts as used, so with σ(α) near **0** it is protected.</source>
        <translation>恰恰相反：接近 1 时就写在那里。读过的行算作使用过，所以 σ(α) 接近 **0** 时它受到保护。</translation>
    </message>
    <message>
        <source>The other methods are dimmed. Pre-training&apos;s path on curve B ends in the left valley: both tasks together still lose {metric:pretraining.loss_after}, hardly less than the {metric:pretraining.loss_now} that it had without adapting.</source>
        <translation>其他方法已变暗。预训练在曲线 B 上的路径止于左边的谷：两个任务合起来仍损失 {metric:pretraining.loss_after}，与不适应时的 {metric:pretraining.loss_now} 相差无几。</translation>
    </message>
    <message>
        <source>The other start</source>
        <translation>另一个起点</translation>
    </message>
    <message>
        <source>The other way</source>
        <translation>另一条路</translation>
    </message>
    <message>
        <source>The output gate zᵒ</source>
        <translation>输出门 zᵒ</translation>
    </message>
    <message>
        <source>The path now ends where the pull of the gradient and the forget gate balance each other: not quite at the lowest point.</source>
        <translation>现在路径的终点是梯度的拉力与遗忘门平衡的地方：不完全在最低点。</translation>
    </message>
    <message>
        <source>The picture counts the numbers that are kept of the new task, if each class has more and more examples.</source>
        <translation>图中数的是：每个类别的样例越来越多时，为新任务保存多少个数。</translation>
    </message>
    <message>
        <source>The picture shows both gates against the ten updates: mean, and a band in which 80 % of the parameters lie.</source>
        <translation>图中显示两个门随十次更新的变化：平均值，以及包含 80 % 参数的带。</translation>
    </message>
    <message>
        <source>The picture stands at meta-step {here}. How does the learned comparison begin?</source>
        <translation>图停在元步 {here}。学习的比较是怎样开始的？</translation>
    </message>
    <message>
        <source>The pictures are not, but the weights are: only {metric:finetuning.base_after} are right.</source>
        <translation>图片没有碰，权重却动了：答对的只有 {metric:finetuning.base_after}。</translation>
    </message>
    <message>
        <source>The pictures are too much alike</source>
        <translation>图片太相似</translation>
    </message>
    <message>
        <source>The policy does not see the goal, so its walks are alike for all of them: one cloud. They differ by chance alone.</source>
        <translation>策略看不见目标，所以对所有目标走法都一样：一团云。它们只因偶然而不同。</translation>
    </message>
    <message>
        <source>The policy sees no goal at all, not even which one is near.</source>
        <translation>策略根本看不见目标，连哪个近也不知道。</translation>
    </message>
    <message>
        <source>The probability of class n falls with the squared distance of the query&apos;s embedding from the class&apos;s mean.</source>
        <translation>类别 n 的概率随查询样本的嵌入与类别平均的距离平方增大而减小。</translation>
    </message>
    <message>
        <source>The prototypes of A, B and C</source>
        <translation>A、B 和 C 的原型</translation>
    </message>
    <message>
        <source>The query loss</source>
        <translation>查询损失</translation>
    </message>
    <message>
        <source>The read head walks from row to row and says what lies there. See whether it comes like that.</source>
        <translation>读取头一行一行地走，说出那里的东西。看看结果是否如此。</translation>
    </message>
    <message>
        <source>The read weight of row i is a softmax of beta times the similarity of the key and row i of the memory.</source>
        <translation>第 i 行的读取权重，是 β 乘键与记忆第 i 行的相似度之后的 softmax。</translation>
    </message>
    <message>
        <source>The relation score of class n is what g makes of the embedded example and the embedded query.</source>
        <translation>类别 n 的关系得分，是 g 由嵌入的样例和嵌入的查询样本得出的。</translation>
    </message>
    <message>
        <source>The row was made anew, and the queries of class A are now taken for B. One example, one new row: this is how fast the network learns.</source>
        <translation>这一行重新造过了，类别 A 的查询样本现在被当成 B。一个样例，一个新行：这个网络就学得这么快。</translation>
    </message>
    <message>
        <source>The rows form a ring: before row 0 comes row 23.</source>
        <translation>这些行组成一个环：第 0 行之前是第 23 行。</translation>
    </message>
    <message>
        <source>The rule: how much to keep, how far to go, and when. It is an LSTM cell, and it is still gradient descent, whose step size and weight decay are learned.</source>
        <translation>规则是：保留多少、走多远、什么时候。它是一个 LSTM 单元，也仍然是梯度下降，只是步长和权重衰减是学来的。</translation>
    </message>
    <message>
        <source>The run&apos;s numbers in texts</source>
        <translation>文字中运行的数值</translation>
    </message>
    <message>
        <source>The same cloud, a little moved</source>
        <translation>还是那团云，稍微移动</translation>
    </message>
    <message>
        <source>The same thing twice</source>
        <translation>同一件事，两种说法</translation>
    </message>
    <message>
        <source>The same two tasks with α = {setting:inner_rate}. The inner step is so long that it crosses the valley and ends on the **opposite** wall.

Play FOMAML&apos;s inner clock: step, query loss, gradient, update.</source>
        <translation>同样的两个任务，α = {setting:inner_rate}。内层步长得越过山谷，落在**对面**的山坡上。

播放 FOMAML 的内层时钟：步、查询损失、梯度、更新。</translation>
    </message>
    <message>
        <source>The search by content finds row 11, but the next step does not let it through.</source>
        <translation>按内容搜索找到第 11 行，但下一步不让它通过。</translation>
    </message>
    <message>
        <source>The second derivatives of the loss</source>
        <translation>损失的二阶导数</translation>
    </message>
    <message>
        <source>The second strip, wᶜ, is spread over all rows: nothing was found by content here. Look which strip is lit up.</source>
        <translation>第二条 wᶜ 散布在所有行上：在这里按内容什么也没有找到。看看哪一条被点亮了。</translation>
    </message>
    <message>
        <source>The second substitution takes the network for z away and puts the negative gradient there. Click the third stage.</source>
        <translation>第二次替换去掉产生 z 的网络，换上负梯度。点击第三级。</translation>
    </message>
    <message>
        <source>The shift s moved the place of the last time step by +1: from row 0 to row 1.</source>
        <translation>移位 s 把上一时间步的位置移动了 +1：从第 0 行到第 1 行。</translation>
    </message>
    <message>
        <source>The shift: one row further</source>
        <translation>移位：往前一行</translation>
    </message>
    <message>
        <source>The shifted weight of row i is the sum over j of the gated weight of row j times the weight of the shift from j to i.</source>
        <translation>第 i 行移位后的权重，是对 j 求和：第 j 行经过门的权重乘从 j 移到 i 的权重。</translation>
    </message>
    <message>
        <source>The simplest measure compares pixel by pixel. The nearest example is right in {metric:pixels.accuracy} of such queries (1 is always, guessing gives 0.33).</source>
        <translation>最简单的度量逐个像素比较。最近的样例对这样的查询样本答对的比例是 {metric:pixels.accuracy}（1 表示全对，猜测是 0.33）。</translation>
    </message>
    <message>
        <source>The start is a bad answer to every sine wave, worse than the untrained start of the rivals. It is good for something else: ten updates by **these** gates.</source>
        <translation>这个起点对每个正弦波都是很差的答案，比对手们未经训练的起点还差。它的好处在别处：用**这些**门做十次更新。</translation>
    </message>
    <message>
        <source>The start is not the answer, it is where the search begins. From it, gradient descent walks down **each** task&apos;s curve: this is **adaptation**, and the inner clock counts its steps.</source>
        <translation>起点不是答案，而是搜索开始的地方。从它出发，梯度下降沿**每个**任务的曲线往下走：这就是**适应**，内层时钟数的是它的步。</translation>
    </message>
    <message>
        <source>The start of the network was learned, too. Go back to the first inner step and read in the caption what the network loses there, before any update.</source>
        <translation>网络的起点也是学来的。回到最初的内层步，在说明文字中读出更新之前网络在那里的损失。</translation>
    </message>
    <message>
        <source>The start serves all goals alike. If it knew one of them, it would be worse for the others.</source>
        <translation>起点对所有目标一视同仁。如果它知道其中一个，对别的就会更差。</translation>
    </message>
    <message>
        <source>The steep part is nearly gone after 15 steps, so both gradients speak of the flat direction, where the signs agree: the angle is {metric:fomaml.angle_to_maml}° now.</source>
        <translation>15 步之后，陡的部分几乎消失，所以两个梯度说的都是平的方向，那里符号一致：现在夹角是 {metric:fomaml.angle_to_maml}°。</translation>
    </message>
    <message>
        <source>The three prototypes are back.</source>
        <translation>三个原型又回来了。</translation>
    </message>
    <message>
        <source>The two lower pictures show where the **write head** and the **read head** are at each time step: dark is a large weight. The write head has walked down, a row at a time. The read head has waited at row 0.</source>
        <translation>下面两幅图显示**写入头**和**读取头**在每个时间步的位置：深色表示权重大。写入头一行一行地往下走。读取头一直等在第 0 行。</translation>
    </message>
    <message>
        <source>The two vectors exchanged, all others right</source>
        <translation>两个向量互换，其他都对</translation>
    </message>
    <message>
        <source>The update of one parameter is written out below, beside what plain gradient descent does. Look at the first update.</source>
        <translation>下面写出了一个参数的更新，旁边是普通梯度下降的做法。看第一次更新。</translation>
    </message>
    <message>
        <source>The way back</source>
        <translation>往回的路</translation>
    </message>
    <message>
        <source>The weight of row i is in proportion to its shifted weight to the power of gamma.</source>
        <translation>第 i 行的权重与它移位后的权重的 γ 次方成正比。</translation>
    </message>
    <message>
        <source>The weight would spread further at each step</source>
        <translation>权重会在每一步散得更开</translation>
    </message>
    <message>
        <source>The weighting gets too blurred</source>
        <translation>权重分布变得太模糊</translation>
    </message>
    <message>
        <source>The weights are small, but they are 1 in all: every row has some.</source>
        <translation>这些权重很小，但总和为 1：每一行都有一些。</translation>
    </message>
    <message>
        <source>The weights learn what is common to all episodes, the memory holds what is special in this one: **learning to learn**, by memory instead of gradient steps.</source>
        <translation>权重学习所有回合的共同之处，记忆保存这个回合的特殊之处：**学会学习**，靠记忆而不是梯度步。</translation>
    </message>
    <message>
        <source>The write head comes round to its first rows and writes over them before they are read. The procedure is right; the notebook is full.</source>
        <translation>写入头绕回最初的几行，在它们被读取之前就覆盖了。过程是对的；笔记本写满了。</translation>
    </message>
    <message>
        <source>The write weights are sigma of alpha times the last read weights, plus 1 minus sigma of alpha times the weights of the least used row.</source>
        <translation>写入权重是 σ(α) 乘上一次的读取权重，加上 1 减 σ(α) 乘最少使用的行的权重。</translation>
    </message>
    <message>
        <source>The write weights form a diagonal: a new row at each time step.</source>
        <translation>写入权重形成一条对角线：每个时间步一个新行。</translation>
    </message>
    <message>
        <source>Then every factor is near 1. The MAML paper gives this as a likely reason why the shortcut works in networks with ReLU: they are almost linear nearby, and where a function is linear it has no curvature.</source>
        <translation>那么每个因子都接近 1。MAML 的论文认为，这可能就是捷径在 ReLU 网络中有效的原因：它们在局部几乎是线性的，而线性函数没有曲率。</translation>
    </message>
    <message>
        <source>Then half of θ would be lost at each step, whatever the gradient says.</source>
        <translation>那样每一步都会丢掉 θ 的一半，不管梯度说什么。</translation>
    </message>
    <message>
        <source>Then the cells would be larger than the network itself, and would fit this network only. Torch&apos;s SGD does not have a rule for each parameter either.</source>
        <translation>那样单元会比网络本身还大，而且只适合这个网络。Torch 的 SGD 也不是每个参数一条规则。</translation>
    </message>
    <message>
        <source>Then the knowledge of a character could be gathered in one row. Whether this network does so, you will see in a moment.</source>
        <translation>那样关于一个字符的知识可以集中在一行里。这个网络是否这样做，你马上会看到。</translation>
    </message>
    <message>
        <source>Then the start would still be judged where nobody stays: what counts is where 20 steps lead.</source>
        <translation>那样的话，起点还是按谁也不停留的地方来评判：重要的是 20 步通向哪里。</translation>
    </message>
    <message>
        <source>Then θ would be lost at each step, and only the last step would count. A **small** forget gate forgets much: the name is misleading.</source>
        <translation>那样每一步都会丢掉 θ，只有最后一步算数。遗忘门**小**，忘得多：这个名字容易误导。</translation>
    </message>
    <message>
        <source>There are no comments</source>
        <translation>没有注释</translation>
    </message>
    <message>
        <source>There are too many of them</source>
        <translation>像素太多了</translation>
    </message>
    <message>
        <source>There is no wall at row 0. Look at the right end of the strips.</source>
        <translation>第 0 行没有墙。看看各条的右端。</translation>
    </message>
    <message>
        <source>These two bowls have one minimum each, and FOMAML climbed out of them.</source>
        <translation>这两个碗各只有一个最小值，FOMAML 却爬了出去。</translation>
    </message>
    <message>
        <source>These were never trained on. What was learned must be of use for any five characters.</source>
        <translation>它们从未训练过。学到的东西必须对任意五个字符都有用。</translation>
    </message>
    <message>
        <source>Theta at t is 1 times theta before, plus eta times minus the gradient of the loss.</source>
        <translation>时刻 t 的 θ 是 1 乘先前的 θ，加上 η 乘负的损失梯度。</translation>
    </message>
    <message>
        <source>Theta at t is the forget gate times theta before, plus the input gate times minus the gradient of the loss.</source>
        <translation>时刻 t 的 θ 是遗忘门乘先前的 θ，加上输入门乘负的损失梯度。</translation>
    </message>
    <message>
        <source>Theta is phi plus alpha times the mean of the advantage of each action times the gradient of its log probability.</source>
        <translation>θ 等于 φ 加上 α 乘以平均值：每个动作的优势乘它的对数概率的梯度。</translation>
    </message>
    <message>
        <source>Theta plus is what F makes of the gradients of the embedding&apos;s losses on T supports.</source>
        <translation>θ⁺ 是 F 由嵌入在 T 个支撑样本上的损失的梯度造出来的。</translation>
    </message>
    <message>
        <source>They add five memories. The network that makes the features stays as it is.</source>
        <translation>它只增加五条记忆。产生特征的网络保持不变。</translation>
    </message>
    <message>
        <source>They all come from one and the same policy</source>
        <translation>它们都来自同一个策略</translation>
    </message>
    <message>
        <source>They are computed from the examples, in any episode. Training has never seen these characters.</source>
        <translation>在任何回合里，它们都由样例算出。训练从未见过这些字符。</translation>
    </message>
    <message>
        <source>They are not: MAML ends at {metric:maml.loss_after}, pre-training at {metric:pretraining.loss_after}.</source>
        <translation>不一样：MAML 最后为 {metric:maml.loss_after}，预训练为 {metric:pretraining.loss_after}。</translation>
    </message>
    <message>
        <source>They can be told apart. But the same character has label 2 in this episode and label 4 in the next one.</source>
        <translation>它们可以区分。但同一个字符在这个回合标签是 2，在下个回合标签是 4。</translation>
    </message>
    <message>
        <source>They cannot: nobody has told the policy a goal yet. Look: they all stay near the middle.</source>
        <translation>不可能：还没有人告诉策略目标在哪里。看：它们都留在中央附近。</translation>
    </message>
    <message>
        <source>They do look the same, and their key stays near to row 1. But what does row 1 say now? It was made of a gradient, and the gradient knows the label.</source>
        <translation>它们看起来确实一样，它们的键也仍离第 1 行很近。但第 1 行现在说的是什么？它是由梯度造出来的，而梯度知道标签。</translation>
    </message>
    <message>
        <source>They follow the run. Where a step sets a setting, `{setting:…}` in its `text` changes with it. A metric is measured at each meta-step, or every few: after a setting was set, or something was dragged, it has its old value until the run has trained on. Let the next step ask to `reach` a meta-step, and tell the number there. Where there is no number yet, – stands in its place.</source>
        <translation>它们随运行变化。某一步改变设置时，该步 `text` 中的 `{setting:…}` 也随之改变。指标在每个元步测量，或每隔几个元步测量一次：改变设置或拖动之后，指标仍是旧值，直到运行继续训练。请让下一步要求用 `reach` 训练到某个元步，并在那里给出数值。还没有数值时，显示为 –。</translation>
    </message>
    <message>
        <source>They go to the nearest goal</source>
        <translation>它们都走向最近的目标</translation>
    </message>
    <message>
        <source>They have no colour</source>
        <translation>它们没有颜色</translation>
    </message>
    <message>
        <source>They have seen thousands of characters, but never which one is called A **here**. The examples tell it, and slow weights do not change with the examples.</source>
        <translation>它们见过成千上万个字符，但从未见过在**这里**哪个叫 A。样例说得出来，而慢速权重不随样例改变。</translation>
    </message>
    <message>
        <source>They lead to their goals</source>
        <translation>它们通向各自的目标</translation>
    </message>
    <message>
        <source>They may move: the cell sees gradient and loss, and has a memory of its own. Ravi and Larochelle (2017) found one gate moving, the input gate.</source>
        <translation>它们可以动：单元看到梯度和损失，还有自己的记忆。Ravi 和 Larochelle（2017）发现一个门在动：输入门。</translation>
    </message>
    <message>
        <source>Think of a perfect memory: it never forgets a label that it has been told. A character comes for the first time.</source>
        <translation>设想一个完美的记忆：它从不忘记告诉过它的标签。一个字符第一次出现。</translation>
    </message>
    <message>
        <source>Third: the forget gate</source>
        <translation>第三：遗忘门</translation>
    </message>
    <message>
        <source>Third: the shift</source>
        <translation>第三：移位</translation>
    </message>
    <message>
        <source>This cell plays a game: find the lowest point of a bowl in 8 time steps. It sees the gradient and the loss at its guess θ, and then guesses again.

A time step has three ticks: gates, memory, output.</source>
        <translation>这个单元在玩一个游戏：在 8 个时间步内找到碗的最低点。它看到自己的猜测 θ 处的梯度和损失，然后再猜。

一个时间步有三个刻度：门、记忆、输出。</translation>
    </message>
    <message>
        <source>This is gradient descent with η = {setting:eta}: an LSTM cell in which nothing is left to learn.</source>
        <translation>这就是 η = {setting:eta} 的梯度下降：一个没有什么可学的 LSTM 单元。</translation>
    </message>
    <message>
        <source>This is how the machine of the last lesson did it, by a shift. MANN has no shift: it looks for the row that was used least.</source>
        <translation>上一个教程的机器靠移位就是这样做的。MANN 没有移位：它寻找使用最少的行。</translation>
    </message>
    <message>
        <source>This machine was trained on at most 8 vectors. Of 20 vectors it gets {metric:ntm.wrong_percent_20} % of the bits wrong; an LSTM without this memory {metric:lstm.wrong_percent_20} %, where guessing gives 50. It has not learned eight places but a **procedure**: write, one further.</source>
        <translation>这台机器训练时最多用 8 个向量。对 20 个向量，它错 {metric:ntm.wrong_percent_20} % 的位；没有这种记忆的 LSTM 错 {metric:lstm.wrong_percent_20} %，而瞎猜错 50。它学到的不是八个位置，而是一个**过程**：写，往前一行。</translation>
    </message>
    <message>
        <source>This row was made of one example alone. The others get rows of their own.</source>
        <translation>这一行只由一个样例造出。其他样例有自己的行。</translation>
    </message>
    <message>
        <source>Those of both</source>
        <translation>两者的</translation>
    </message>
    <message>
        <source>Three characters that no network here was trained on have **one** example each: the supports A, B and C. Each query below is another drawing of one of them.

No weight may be changed. How can a network answer at all?</source>
        <translation>这里没有哪个网络训练过的三个字符，各有**一个**样例：支撑样本 A、B 和 C。下面的每个查询样本是其中之一的另一张图。

不许改变任何权重。那么网络怎样才能回答？</translation>
    </message>
    <message>
        <source>Three starts: good **now** (pre-training), good **after k steps** (MAML), and a cheap way to the latter (Reptile).</source>
        <translation>三种起点：**现在**好（预训练）、**k 步之后**好（MAML），以及得到后者的便宜办法（Reptile）。</translation>
    </message>
    <message>
        <source>To add something to what was just found</source>
        <translation>给刚找到的东西补充内容</translation>
    </message>
    <message>
        <source>To be where one step turns it far</source>
        <translation>处在一步就能转得很远的地方</translation>
    </message>
    <message>
        <source>To compare, one need not have met the character before. Only the **measure** of similarity has to be learned.</source>
        <translation>要比较，不必以前见过这个字符。需要学习的只是相似性的**度量**。</translation>
    </message>
    <message>
        <source>To protect what was just read</source>
        <translation>保护刚读过的东西</translation>
    </message>
    <message>
        <source>To read by content</source>
        <translation>按内容读取</translation>
    </message>
    <message>
        <source>To row 1</source>
        <translation>去第 1 行</translation>
    </message>
    <message>
        <source>To row 11</source>
        <translation>去第 11 行</translation>
    </message>
    <message>
        <source>To row 12</source>
        <translation>去第 12 行</translation>
    </message>
    <message>
        <source>To the last row</source>
        <translation>去最后一行</translation>
    </message>
    <message>
        <source>To the newer example</source>
        <translation>到较新的样例那里</translation>
    </message>
    <message>
        <source>To the next row, one further</source>
        <translation>写到下一行，往前一行</translation>
    </message>
    <message>
        <source>To the row that content has found</source>
        <translation>去内容找到的那一行</translation>
    </message>
    <message>
        <source>To the row that was used least</source>
        <translation>写到使用最少的行</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train from this start.</source>
        <translation>从这个起点训练。</translation>
    </message>
    <message>
        <source>Train on to meta-step 400.</source>
        <translation>继续训练到元步 400。</translation>
    </message>
    <message>
        <source>Train to meta-step 100.</source>
        <translation>训练到元步 100。</translation>
    </message>
    <message>
        <source>Train to meta-step 200. The curves show the mean loss over the 8 time steps, on bowls that no cell has been trained on.</source>
        <translation>训练到元步 200。曲线显示 8 个时间步的平均损失，所用的碗没有任何单元训练过。</translation>
    </message>
    <message>
        <source>Train to meta-step 220.</source>
        <translation>训练到元步 220。</translation>
    </message>
    <message>
        <source>Train to the end. Watch **First-order error**: the angle between FOMAML&apos;s direction and the exact one.</source>
        <translation>训练到底。注意**一阶误差**：FOMAML 的方向与精确方向的夹角。</translation>
    </message>
    <message>
        <source>Train. Follow the blue disc of MAML and the light blue diamond of FOMAML on the map.</source>
        <translation>开始训练。在图上跟随 MAML 的蓝色圆点和 FOMAML 的浅蓝色菱形。</translation>
    </message>
    <message>
        <source>Turn round and come down</source>
        <translation>掉头下来</translation>
    </message>
    <message>
        <source>Two bowls now instead of the lecture&apos;s curves, and one inner step. One step away from φ is one plain gradient: Reptile goes where pre-training goes.</source>
        <translation>现在换成两个碗，而不是课上的曲线，并且只走一个内层步。离开 φ 一步就是一个普通的梯度：Reptile 与预训练去同一个地方。</translation>
    </message>
    <message>
        <source>Two kinds of weights</source>
        <translation>两种权重</translation>
    </message>
    <message>
        <source>Two lines that look alike</source>
        <translation>两行相似的式子</translation>
    </message>
    <message>
        <source>Two narrow valleys</source>
        <translation>两道狭窄的山谷</translation>
    </message>
    <message>
        <source>Two prototypes are left, and **no** weight has changed. To learn a class means to compute a mean. To forget it means to leave it out.</source>
        <translation>剩下两个原型，而**没有**一个权重改变了。学一个类别就是算一个平均。忘掉它就是把它去掉。</translation>
    </message>
    <message>
        <source>Two speeds of learning</source>
        <translation>两种学习速度</translation>
    </message>
    <message>
        <source>Two starts learn</source>
        <translation>两个起点在学习</translation>
    </message>
    <message>
        <source>Two steps</source>
        <translation>两步</translation>
    </message>
    <message>
        <source>Two tasks, one start</source>
        <translation>两个任务，一个起点</translation>
    </message>
    <message>
        <source>Two things to minimize</source>
        <translation>两种要最小化的量</translation>
    </message>
    <message>
        <source>Two ways to learn five more</source>
        <translation>再学五个的两条路</translation>
    </message>
    <message>
        <source>Two, one for each layer of units</source>
        <translation>两个，每层神经元一个</translation>
    </message>
    <message>
        <source>Up the wall</source>
        <translation>爬上山坡</translation>
    </message>
    <message>
        <source>Wait for it</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Walk down both curves: press Shift and the full stop together a few times, or click on the inner clock, until at least 8 inner steps are done.</source>
        <translation>沿两条曲线往下走：把 Shift 和句点键一起按几次，或在内层时钟上点击，直到至少走了 8 个内层步。</translation>
    </message>
    <message>
        <source>Walk in large circles</source>
        <translation>绕着大圈走</translation>
    </message>
    <message>
        <source>Walk through the updates: press Shift and the full stop together a few times, or Shift+End for the last one. Read the caption on the way.</source>
        <translation>逐次走过各更新：把 Shift 和句点键一起按几次，或按 Shift+End 到最后一次。边走边读说明。</translation>
    </message>
    <message>
        <source>Walk to one of the goals</source>
        <translation>走向其中一个目标</translation>
    </message>
    <message>
        <source>Watch it happen</source>
        <translation>看它怎样发生</translation>
    </message>
    <message>
        <source>Weights are many, but their number does not grow with examples.</source>
        <translation>权重很多，但数目不随样例增长。</translation>
    </message>
    <message>
        <source>Weights changed in {step} meta-steps. The memory changed within an episode, and is empty again at the next one.</source>
        <translation>权重在 {step} 个元步中改变。记忆在一个回合之内改变，到下一个回合又是空的。</translation>
    </message>
    <message>
        <source>Weights for a query</source>
        <translation>查询样本的权重</translation>
    </message>
    <message>
        <source>What a person does</source>
        <translation>学习者要做什么</translation>
    </message>
    <message>
        <source>What a start is good for</source>
        <translation>起点有什么用</translation>
    </message>
    <message>
        <source>What about MAML? It fine-tunes as well, but from a **learned start**, and for each task it begins at that start again.</source>
        <translation>那么 MAML 呢？它也做微调，但从一个**学得的起点**出发，而且每个任务都重新从这个起点开始。</translation>
    </message>
    <message>
        <source>What could a trained network do with a new character?</source>
        <translation>训练过的网络能对一个新字符做什么？</translation>
    </message>
    <message>
        <source>What did MAML learn that pre-training did not?</source>
        <translation>MAML 学到了什么预训练没有学到的？</translation>
    </message>
    <message>
        <source>What did MANN gain by this one look?</source>
        <translation>这一眼让 MANN 得到了什么？</translation>
    </message>
    <message>
        <source>What did meta-training change, so that new characters are answered better than by pixels?</source>
        <translation>元训练改变了什么，使新字符比用像素答得更好？</translation>
    </message>
    <message>
        <source>What did meta-training learn?</source>
        <translation>元训练学到了什么？</translation>
    </message>
    <message>
        <source>What did the slow learning, of the weights, learn?</source>
        <translation>权重的慢速学习学到了什么？</translation>
    </message>
    <message>
        <source>What do walks for different goals have in common?</source>
        <translation>为不同目标走的走法有什么共同之处？</translation>
    </message>
    <message>
        <source>What do you see in the fast weights of example 1?</source>
        <translation>在样例 1 的快速权重里，你看到什么？</translation>
    </message>
    <message>
        <source>What do you think: what does FOMAML leave out?</source>
        <translation>你认为 FOMAML 省去了什么？</translation>
    </message>
    <message>
        <source>What does a forget gate below 1 do to the parameters?</source>
        <translation>小于 1 的遗忘门对参数做了什么？</translation>
    </message>
    <message>
        <source>What does the learned input gate do in these ten updates?</source>
        <translation>学到的输入门在这十次更新中怎样变化？</translation>
    </message>
    <message>
        <source>What does the picture say? (Look at the intervals, too.)</source>
        <translation>图里说了什么？（也看看区间。）</translation>
    </message>
    <message>
        <source>What each of them stores</source>
        <translation>各自存下了什么</translation>
    </message>
    <message>
        <source>What fast weights look like</source>
        <translation>快速权重是什么样子</translation>
    </message>
    <message>
        <source>What follows from this lid?</source>
        <translation>这个盖子带来什么？</translation>
    </message>
    <message>
        <source>What has this network learned about writing?</source>
        <translation>关于写入，这个网络学到了什么？</translation>
    </message>
    <message>
        <source>What if σ were 0, so that all walks were the same?</source>
        <translation>如果 σ 是 0，所有走法都一样，会怎样？</translation>
    </message>
    <message>
        <source>What is 1 − 0.5 · 3.4?</source>
        <translation>1 − 0.5 · 3.4 等于多少？</translation>
    </message>
    <message>
        <source>What is left is gradient descent whose learning rate is chosen **anew at each step**, by a network that sees gradient and loss.</source>
        <translation>剩下的是梯度下降，其学习率由一个看到梯度和损失的网络**在每一步重新选择**。</translation>
    </message>
    <message>
        <source>What is the border between two classes?</source>
        <translation>两个类别之间的边界是什么？</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>它读什么</translation>
    </message>
    <message>
        <source>What makes pixels a bad measure?</source>
        <translation>像素为什么是不好的度量？</translation>
    </message>
    <message>
        <source>What may the cell do, then?</source>
        <translation>那么单元可以做什么？</translation>
    </message>
    <message>
        <source>What must a person do who fine-tunes, and also needs the old classes?</source>
        <translation>一个人要微调，又需要旧的类别，该怎么办？</translation>
    </message>
    <message>
        <source>What one look is worth</source>
        <translation>一眼的价值</translation>
    </message>
    <message>
        <source>What the forget gate takes</source>
        <translation>遗忘门拿走了什么</translation>
    </message>
    <message>
        <source>What the gates learned</source>
        <translation>门学到了什么</translation>
    </message>
    <message>
        <source>What the input gate learned</source>
        <translation>输入门学到了什么</translation>
    </message>
    <message>
        <source>What the shortcut costs</source>
        <translation>捷径的代价</translation>
    </message>
    <message>
        <source>What training does to each</source>
        <translation>训练对每个单元做了什么</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>学到了什么</translation>
    </message>
    <message>
        <source>What was learned slowly</source>
        <translation>慢慢学到了什么</translation>
    </message>
    <message>
        <source>What will FOMAML do with two inner steps?</source>
        <translation>FOMAML 走两个内层步会怎样？</translation>
    </message>
    <message>
        <source>What will FOMAML&apos;s direction get wrong here?</source>
        <translation>在这里，FOMAML 的方向会错在哪里？</translation>
    </message>
    <message>
        <source>What will MAML&apos;s walks look like after one step?</source>
        <translation>走一步之后，MAML 的走法会是什么样子？</translation>
    </message>
    <message>
        <source>What will the loss of gradient descent, the last cell, do meanwhile?</source>
        <translation>在此期间，最后一个单元，即梯度下降，它的损失会怎样？</translation>
    </message>
    <message>
        <source>What will the machine answer?</source>
        <translation>机器会怎样回答？</translation>
    </message>
    <message>
        <source>What will the queries that look like example 1 be taken for?</source>
        <translation>看起来像样例 1 的查询样本会被当成什么？</translation>
    </message>
    <message>
        <source>What writing does</source>
        <translation>写入做了什么</translation>
    </message>
    <message>
        <source>What you take with you</source>
        <translation>你学到了什么</translation>
    </message>
    <message>
        <source>When can you expect FOMAML to do as well as MAML?</source>
        <translation>什么时候可以期望 FOMAML 和 MAML 一样好？</translation>
    </message>
    <message>
        <source>When each task has only one minimum</source>
        <translation>当每个任务只有一个最小值时</translation>
    </message>
    <message>
        <source>When it is safe</source>
        <translation>什么时候安全</translation>
    </message>
    <message>
        <source>When the number of inner steps is even</source>
        <translation>当内层步数是偶数时</translation>
    </message>
    <message>
        <source>When would σ(α) near 1 be useful?</source>
        <translation>什么时候 σ(α) 接近 1 会有用？</translation>
    </message>
    <message>
        <source>When α · curvature is small on the way</source>
        <translation>当沿途的 α · 曲率很小时</translation>
    </message>
    <message>
        <source>Where a good start lies</source>
        <translation>好的起点在哪里</translation>
    </message>
    <message>
        <source>Where does the head go from row 0, with a shift of −1?</source>
        <translation>移位为 −1 时，读取头从第 0 行去哪里？</translation>
    </message>
    <message>
        <source>Where does the prototype of B go?</source>
        <translation>B 的原型会去哪里？</translation>
    </message>
    <message>
        <source>Where is a label kept?</source>
        <translation>标签存在哪里？</translation>
    </message>
    <message>
        <source>Where is the border?</source>
        <translation>边界在哪里？</translation>
    </message>
    <message>
        <source>Where is the knowledge of one goal, and where that of all goals?</source>
        <translation>关于一个目标的知识在哪里，关于所有目标的又在哪里？</translation>
    </message>
    <message>
        <source>Where it writes</source>
        <translation>它写到哪里</translation>
    </message>
    <message>
        <source>Where the goals are</source>
        <translation>目标在哪里</translation>
    </message>
    <message>
        <source>Where the knowledge is</source>
        <translation>知识在哪里</translation>
    </message>
    <message>
        <source>Where they parted</source>
        <translation>它们在哪里分开</translation>
    </message>
    <message>
        <source>Where will it go?</source>
        <translation>它会往哪里走？</translation>
    </message>
    <message>
        <source>Which gate will be different from update to update, once it is trained?</source>
        <translation>训练之后，哪个门会在各次更新中变化？</translation>
    </message>
    <message>
        <source>Which gate will move?</source>
        <translation>哪个门会动？</translation>
    </message>
    <message>
        <source>Which label is the most frequent</source>
        <translation>哪个标签最常见</translation>
    </message>
    <message>
        <source>Which of the steps decided? It is lit up.</source>
        <translation>哪一步起了决定作用？它被点亮了。</translation>
    </message>
    <message>
        <source>Which of the two chose the PhD?</source>
        <translation>两者中谁选了博士？</translation>
    </message>
    <message>
        <source>Which of them changes what the network computes for old characters?</source>
        <translation>哪一个会改变网络对旧字符的计算？</translation>
    </message>
    <message>
        <source>Which optimizer is this?</source>
        <translation>这是哪种优化器？</translation>
    </message>
    <message>
        <source>Which part of the LSTM stands where the learning rate η stands?</source>
        <translation>LSTM 的哪一部分在学习率 η 的位置上？</translation>
    </message>
    <message>
        <source>Which value must zᶠ have?</source>
        <translation>zᶠ 必须是多少？</translation>
    </message>
    <message>
        <source>While a lesson of yours is open, the window **watches the file**: save it, and the step you are at shows what is new. Where something is wrong, the panel names step and field, and the last good version stays. A file with mistakes is watched from its first opening on, however it was opened: as soon as it is saved without any, the lesson begins.</source>
        <translation>您的教程打开时，窗口会**监视文件**：保存后，您所在的一步就显示新内容。哪里有错，面板会说明步骤和字段，最后一个正确的版本保持不变。有错的文件无论怎样打开，从第一次打开起就被监视：一旦保存成没有错误的样子，教程就开始。</translation>
    </message>
    <message>
        <source>While it trains</source>
        <translation>训练的同时</translation>
    </message>
    <message>
        <source>While it trains: a gate for writing</source>
        <translation>训练的同时：写入的门</translation>
    </message>
    <message>
        <source>Who is better afterwards?</source>
        <translation>之后谁更好？</translation>
    </message>
    <message>
        <source>Who is better now?</source>
        <translation>现在谁更好？</translation>
    </message>
    <message>
        <source>Whose mean loss after ten updates is lower?</source>
        <translation>十次更新后，谁的平均损失更低？</translation>
    </message>
    <message>
        <source>Whose memory grows with every further example?</source>
        <translation>每多一个样例，谁的存储会增长？</translation>
    </message>
    <message>
        <source>Whose start has the lower loss after {setting:inner_steps} steps on each task?</source>
        <translation>在每个任务上走 {setting:inner_steps} 步之后，谁的起点损失更低？</translation>
    </message>
    <message>
        <source>Whose start has the lower loss now, before any adaptation?</source>
        <translation>现在，在任何适应之前，谁的起点损失更低？</translation>
    </message>
    <message>
        <source>Why are the old characters lost?</source>
        <translation>旧字符为什么丢了？</translation>
    </message>
    <message>
        <source>Why can the network not simply learn the labels into its weights?</source>
        <translation>为什么网络不能干脆把标签学进权重里？</translation>
    </message>
    <message>
        <source>Why it forgets</source>
        <translation>它为什么会忘</translation>
    </message>
    <message>
        <source>Why it walks at random</source>
        <translation>为什么随机地走</translation>
    </message>
    <message>
        <source>Why pre-training gets stuck</source>
        <translation>预训练为什么会卡住</translation>
    </message>
    <message>
        <source>With a temperature</source>
        <translation>有了温度</translation>
    </message>
    <message>
        <source>With g = 1 the old place does not count at all: the head goes where content sends it.</source>
        <translation>g = 1 时旧位置完全不算数：读写头去内容所指的地方。</translation>
    </message>
    <message>
        <source>With one example, the prototype **is** the embedded example. The dots are the queries, the colours show what each place is taken for.</source>
        <translation>只有一个样例时，原型**就是**嵌入的样例。点是查询样本，颜色表示每个位置会被当成什么。</translation>
    </message>
    <message>
        <source>Without fast weights</source>
        <translation>没有快速权重</translation>
    </message>
    <message>
        <source>Without τ {metric:cosine.accuracy} are right: more than by pixels, {metric:pixels.accuracy}. It is not mostly wrong, it is unsure.</source>
        <translation>没有 τ 答对 {metric:cosine.accuracy}：比像素的 {metric:pixels.accuracy} 多。它并非大多是错的，只是不确定。</translation>
    </message>
    <message>
        <source>Write a lesson</source>
        <translation>编写教程</translation>
    </message>
    <message>
        <source>Writing to memory</source>
        <translation>写入记忆</translation>
    </message>
    <message>
        <source>Yes, if it is good enough</source>
        <translation>能，只要它足够好</translation>
    </message>
    <message>
        <source>Yes, the row of the right character</source>
        <translation>是的，正确字符的那一行</translation>
    </message>
    <message>
        <source>You have seen a cloud and a fan, with one gradient step in between.</source>
        <translation>你看到了一团云和一把扇子，其间只有一步梯度。</translation>
    </message>
    <message>
        <source>You see MAML&apos;s walks before it adapts: {setting:shown_paths} for each of the eight goals, which are the marks around.</source>
        <translation>你看到的是 MAML 适应之前的走法：四周的标记是八个目标，每个 {setting:shown_paths} 条。</translation>
    </message>
    <message>
        <source>You train all methods from here. What will FOMAML&apos;s start do?</source>
        <translation>从这里训练所有方法。FOMAML 的起点会怎样？</translation>
    </message>
    <message>
        <source>You will fine-tune a network for 20 steps on each new task. What should its start minimize?</source>
        <translation>你要在每个新任务上用 20 步微调一个网络。它的起点应该最小化什么？</translation>
    </message>
    <message>
        <source>`controls`: a list of what is shown besides the picture: `&quot;methods&quot;`, `&quot;formula&quot;`, `&quot;description&quot;`, `&quot;inner-clock&quot;`, `&quot;runs&quot;`, and the names of settings; `&quot;form&quot;` stands for every setting, and `[]` for nothing. Play and the outer clock are always there. Without it, everything is shown that the scenario shows. What `do` needs must be in it: the setting, `&quot;methods&quot;` to choose one, `&quot;inner-clock&quot;` to look at an inner step</source>
        <translation>`controls`：除画面之外显示什么的列表：`&quot;methods&quot;`、`&quot;formula&quot;`、`&quot;description&quot;`、`&quot;inner-clock&quot;`、`&quot;runs&quot;` 以及设置的名称；`&quot;form&quot;` 代表所有设置，`[]` 代表什么都不显示。播放按钮和外层时钟总是在的。没有它，就显示场景所显示的一切。`do` 需要的必须在其中：要设的设置，选择方法要 `&quot;methods&quot;`，看内层步要 `&quot;inner-clock&quot;`</translation>
    </message>
    <message>
        <source>`description`: one or two sentences, at most 500 characters</source>
        <translation>`description`：一两句话，最多 500 个字符</translation>
    </message>
    <message>
        <source>`do`: what the person does to go on, see below; without it, one reads and goes on</source>
        <translation>`do`：为继续要做什么，见下；不写则读完即可继续</translation>
    </message>
    <message>
        <source>`done`: what is told once it is done</source>
        <translation>`done`：做完之后告诉什么</translation>
    </message>
    <message>
        <source>`format`, `title` and `steps` must be there.</source>
        <translation>`format`、`title` 和 `steps` 必须有。</translation>
    </message>
    <message>
        <source>`format`: 1</source>
        <translation>`format`：1</translation>
    </message>
    <message>
        <source>`formula_says`: the formula in words, for those who hear the lesson</source>
        <translation>`formula_says`：用文字说出公式，给听教程的人</translation>
    </message>
    <message>
        <source>`formula`: LaTeX; in JSON each backslash is doubled: `&quot;\\phi - \\alpha \\nabla l&quot;`</source>
        <translation>`formula`：LaTeX；在 JSON 中每个反斜杠要写两个：`&quot;\\phi - \\alpha \\nabla l&quot;`</translation>
    </message>
    <message>
        <source>`highlight`: a list of what is lit; the rest is dimmed, and can be used all the same: `&quot;view:NAME&quot;`, `&quot;setting:NAME&quot;`, `&quot;method:NAME&quot;`, `&quot;action:NAME&quot;` (its button, or the menu that it is in), and `&quot;part:NAME&quot;` with `picture`, `methods`, `formula`, `description`, `settings`, `timeline`, `outer-clock` or `inner-clock`. Without it, nothing is dimmed</source>
        <translation>`highlight`：高亮什么的列表；其余部分变暗，但照样可以使用：`&quot;view:NAME&quot;`、`&quot;setting:NAME&quot;`、`&quot;method:NAME&quot;`、`&quot;action:NAME&quot;`（它的按钮，或它所在的菜单），以及 `&quot;part:NAME&quot;`，其中 NAME 为 `picture`、`methods`、`formula`、`description`、`settings`、`timeline`、`outer-clock` 或 `inner-clock`。没有它，就什么都不变暗</translation>
    </message>
    <message>
        <source>`level`: &quot;first look&quot;, &quot;lecture&quot; or &quot;research&quot;; &quot;first look&quot; where it is left out</source>
        <translation>`level`：&quot;first look&quot;、&quot;lecture&quot; 或 &quot;research&quot;；省略时为 &quot;first look&quot;</translation>
    </message>
    <message>
        <source>`look`: where the clocks stand and what is seen when the step begins: `{&quot;step&quot;: 20, &quot;inner&quot;: 3, &quot;method&quot;: &quot;maml&quot;, &quot;view&quot;: &quot;landscape&quot;, &quot;enlarge&quot;: true}`. `step` may be `&quot;live&quot;`, the newest meta-step, and `inner` may be `&quot;last&quot;`. `method` is the one whose inner steps are seen. The page with `view` comes forward; with `enlarge` it fills the stage, and is lit with what is highlighted. What is not named stays as it is</source>
        <translation>`look`：这一步开始时时钟在哪里、看到什么：`{&quot;step&quot;: 20, &quot;inner&quot;: 3, &quot;method&quot;: &quot;maml&quot;, &quot;view&quot;: &quot;landscape&quot;, &quot;enlarge&quot;: true}`。`step` 可以是 `&quot;live&quot;`，即最新的元步；`inner` 可以是 `&quot;last&quot;`。`method` 是显示其内层步的方法。含有 `view` 的页面移到前面；有 `enlarge` 时它占满舞台，并与被突出的内容一同亮起。没有写的保持不变</translation>
    </message>
    <message>
        <source>`minutes`: a whole number; 5 where it is left out</source>
        <translation>`minutes`：整数；省略时为 5</translation>
    </message>
    <message>
        <source>`name`: a short word, unique in the lesson: by it a person&apos;s place is kept while you edit, and mistakes are told</source>
        <translation>`name`：一个短词，在教程中唯一：编辑时靠它保持位置，报错时也用它</translation>
    </message>
    <message>
        <source>`open`: the scenario that comes on the stage: `{&quot;preset&quot;: &quot;two-tasks&quot;, &quot;settings&quot;: {&quot;inner_steps&quot;: 1}, &quot;step&quot;: 50, &quot;play&quot;: false}`. `settings` are those in which it differs from the gallery&apos;s; where some do not go together, the message says what each must be. It is trained to meta-step `step` first; with `&quot;play&quot;: true` it trains on. Later steps go on with it, until one opens another. A scenario of your own (File &gt; Save scenario) may lie beside the lesson: `{&quot;preset&quot;: &quot;mine.json&quot;}`</source>
        <translation>`open`：放上舞台的场景：`{&quot;preset&quot;: &quot;two-tasks&quot;, &quot;settings&quot;: {&quot;inner_steps&quot;: 1}, &quot;step&quot;: 50, &quot;play&quot;: false}`。`settings` 是与场景库中不同的设置；有些设置不能同时使用时，消息会说明每个设置必须取什么值。先训练到元步 `step`；有 `&quot;play&quot;: true` 时继续训练。后面的步骤沿用它，直到某一步打开另一个。您自己的场景（文件 &gt; 保存场景）可以与教程放在一起：`{&quot;preset&quot;: &quot;mine.json&quot;}`</translation>
    </message>
    <message>
        <source>`order`: a whole number, its place among several</source>
        <translation>`order`：整数，在多个教程中的位置</translation>
    </message>
    <message>
        <source>`steps`: 1 to 60 steps</source>
        <translation>`steps`：1 到 60 个步骤</translation>
    </message>
    <message>
        <source>`task`: what to do, in your words, at most 300 characters; without it, the program words it</source>
        <translation>`task`：用您的话说要做什么，最多 300 个字符；没有它，由程序来说</translation>
    </message>
    <message>
        <source>`text`: paragraphs between empty lines (`\n\n` in JSON), terms in bold between `**`, and the run&apos;s numbers, see below; at most 3,000 characters</source>
        <translation>`text`：段落之间空一行（JSON 中为 `\n\n`），术语用 `**` 括起来显示为粗体，还可以有运行的数值，见下文；最多 3,000 个字符</translation>
    </message>
    <message>
        <source>`title`: at most 100 characters</source>
        <translation>`title`：至多 100 个字符</translation>
    </message>
    <message>
        <source>`title`: in large type above the text</source>
        <translation>`title`：文字上方的大字标题</translation>
    </message>
    <message>
        <source>`{&quot;answer&quot;: {&quot;question&quot;: &quot;…&quot;, &quot;choices&quot;: [&quot;A&quot;, &quot;B&quot;], &quot;right&quot;: 1, &quot;told&quot;: [&quot;to A&quot;, &quot;to B&quot;]}}`: answer; 2 to 9 choices; `right` counts from 0; `told` has a sentence for each choice. A wrong answer can be followed by another</source>
        <translation>`{&quot;answer&quot;: {&quot;question&quot;: &quot;…&quot;, &quot;choices&quot;: [&quot;A&quot;, &quot;B&quot;], &quot;right&quot;: 1, &quot;told&quot;: [&quot;to A&quot;, &quot;to B&quot;]}}`：回答；2 到 9 个选项；`right` 从 0 数起；`told` 为每个选项各写一句话。答错后可以再选</translation>
    </message>
    <message>
        <source>`{&quot;any&quot;: [{&quot;play&quot;: true}, {&quot;reach&quot;: 10}]}`: one of several, 2 to 6, without `continue` and `answer`</source>
        <translation>`{&quot;any&quot;: [{&quot;play&quot;: true}, {&quot;reach&quot;: 10}]}`：几件事中的一件，2 到 6 件，不含 `continue` 和 `answer`</translation>
    </message>
    <message>
        <source>`{&quot;change&quot;: {&quot;name&quot;: &quot;phi&quot;, &quot;where&quot;: [{&quot;at&quot;: [&quot;to&quot;, 0], &quot;at_most&quot;: -1.0}]}}`: a gesture in the picture. Under **Names** below, the gesture that you make last is shown as it is written here: copy it. There, `such_as` is the value of your gesture; it may stay as an example of what does. `where` says what a value must fulfil, any does without it: `at` leads to a part of the value by names and places, counted from 0 (here the first number of `to`), and that part must be `&quot;is&quot;` something, or lie within `&quot;at_least&quot;` and `&quot;at_most&quot;`. Write a `task` with it</source>
        <translation>`{&quot;change&quot;: {&quot;name&quot;: &quot;phi&quot;, &quot;where&quot;: [{&quot;at&quot;: [&quot;to&quot;, 0], &quot;at_most&quot;: -1.0}]}}`：画面中的手势。下面的**名称**页会按这里的写法显示您最近做的手势：复制它即可。其中 `such_as` 是您的手势的值；可以留着，作为可行的例子。`where` 说明值必须满足什么，没有它则任何值都行：`at` 用名称和位置（从 0 数起）通向值的一部分（这里是 `to` 的第一个数），这一部分必须 `&quot;is&quot;` 某个值，或在 `&quot;at_least&quot;` 与 `&quot;at_most&quot;` 之间。请同时写 `task`</translation>
    </message>
    <message>
        <source>`{&quot;choose&quot;: &quot;maml&quot;}`: choose a method</source>
        <translation>`{&quot;choose&quot;: &quot;maml&quot;}`：选择一种方法</translation>
    </message>
    <message>
        <source>`{&quot;continue&quot;: true}`: read</source>
        <translation>`{&quot;continue&quot;: true}`：阅读</translation>
    </message>
    <message>
        <source>`{&quot;look_at&quot;: {&quot;step&quot;: 10, &quot;inner&quot;: 0}}`: look back there; one of the two is enough; each a number, a stretch `{&quot;from&quot;: 5, &quot;to&quot;: 20}`, and for `inner` also `&quot;last&quot;`</source>
        <translation>`{&quot;look_at&quot;: {&quot;step&quot;: 10, &quot;inner&quot;: 0}}`：回看那里；两者写一个即可；各为一个数、一段 `{&quot;from&quot;: 5, &quot;to&quot;: 20}`，`inner` 还可为 `&quot;last&quot;`</translation>
    </message>
    <message>
        <source>`{&quot;metric&quot;: {&quot;name&quot;: &quot;maml.loss_after&quot;, &quot;below&quot;: 0.1}}`: bring a metric `below` or `above` a number, or another metric&apos;s value. Write a `task` with it, for a person does not know the metric&apos;s name</source>
        <translation>`{&quot;metric&quot;: {&quot;name&quot;: &quot;maml.loss_after&quot;, &quot;below&quot;: 0.1}}`：使一个指标低于（`below`）或高于（`above`）一个数，或另一个指标的值。请同时写 `task`，因为学生不知道指标的名称</translation>
    </message>
    <message>
        <source>`{&quot;name&quot;: value, …}` holds entries with names, `[value, …]` values in a row; a comma stands between two of them, none behind the last</source>
        <translation>`{&quot;name&quot;: value, …}` 里是带名称的项，`[value, …]` 里是依次排列的值；两项之间有逗号，最后一项后面没有</translation>
    </message>
    <message>
        <source>`{&quot;play&quot;: true}`, `{&quot;pause&quot;: true}`: let the run train, or pause it</source>
        <translation>`{&quot;play&quot;: true}`、`{&quot;pause&quot;: true}`：让运行训练，或暂停它</translation>
    </message>
    <message>
        <source>`{&quot;reach&quot;: 50}`: train to meta-step 50</source>
        <translation>`{&quot;reach&quot;: 50}`：训练到元步 50</translation>
    </message>
    <message>
        <source>`{&quot;set&quot;: {&quot;inner_steps&quot;: 1}}`: give a setting a value, or bounds: `{&quot;at_least&quot;: 2, &quot;at_most&quot;: 8}`. Where a setting needs a new run, the person is told to start it</source>
        <translation>`{&quot;set&quot;: {&quot;inner_steps&quot;: 1}}`：给设置一个值，或范围：`{&quot;at_least&quot;: 2, &quot;at_most&quot;: 8}`。设置需要新的运行时，会告诉学生开始它</translation>
    </message>
    <message>
        <source>`{here:maml.loss_after}`: the value at the meta-step that is looked at; `{here}`: that meta-step</source>
        <translation>`{here:maml.loss_after}`：正在看的元步处的值；`{here}`：那个元步</translation>
    </message>
    <message>
        <source>`{metric:maml.loss_after}`: the newest value; `{first:…}`: the first; `{best:…}`: the best</source>
        <translation>`{metric:maml.loss_after}`：最新的值；`{first:…}`：第一个；`{best:…}`：最好的</translation>
    </message>
    <message>
        <source>`{setting:inner_steps}`: a setting</source>
        <translation>`{setting:inner_steps}`：一个设置</translation>
    </message>
    <message>
        <source>`{step}`: the newest meta-step</source>
        <translation>`{step}`：最新的元步</translation>
    </message>
    <message>
        <source>a brace itself is written twice: `{{`</source>
        <translation>花括号本身要写两个：`{{`</translation>
    </message>
    <message>
        <source>a is multiplied by w, too: 0 · a = 0.</source>
        <translation>a 也要乘以 w：0 · a = 0。</translation>
    </message>
    <message>
        <source>c at t is the forget gate times c before, plus the input gate times z; theta at t is theta before, plus eta times minus the gradient of the loss.</source>
        <translation>时刻 t 的 c 是遗忘门乘先前的 c，加上输入门乘 z；时刻 t 的 θ 是先前的 θ，加上 η 乘负的损失梯度。</translation>
    </message>
    <message>
        <source>c becomes theta.</source>
        <translation>c 变成 θ。</translation>
    </message>
    <message>
        <source>e to the 1, divided by e to the 1 plus twice e to the 0, is 0.58.</source>
        <translation>e 的 1 次方，除以 e 的 1 次方加两个 e 的 0 次方，等于 0.58。</translation>
    </message>
    <message>
        <source>g = 0, s = 0, and γ above 1</source>
        <translation>g = 0，s = 0，γ 大于 1</translation>
    </message>
    <message>
        <source>g = 1 and s = 0</source>
        <translation>g = 1 且 s = 0</translation>
    </message>
    <message>
        <source>instead of `right`, `right_if` tells what is right from the run&apos;s own numbers, a condition for each choice: `[{&quot;metric&quot;: &quot;maml.loss_after&quot;, &quot;below&quot;: &quot;pretraining.loss_after&quot;}, {&quot;else&quot;: true}]`</source>
        <translation>代替 `right`，`right_if` 由运行自己的数值判断哪个正确，每个选项一个条件：`[{&quot;metric&quot;: &quot;maml.loss_after&quot;, &quot;below&quot;: &quot;pretraining.loss_after&quot;}, {&quot;else&quot;: true}]`</translation>
    </message>
    <message>
        <source>wᶜ has found a row now. Where does the head go?</source>
        <translation>现在 wᶜ 找到了一行。读取头去哪里？</translation>
    </message>
    <message>
        <source>wᶜ stands on row 11. But look at the last strip, w: the head goes to row 1, as before. Something between them does not let content through.</source>
        <translation>wᶜ 停在第 11 行。但看最后一条 w：读取头和以前一样去第 1 行。中间有什么东西不让内容通过。</translation>
    </message>
    <message>
        <source>z becomes minus the gradient of the loss.</source>
        <translation>z 变成负的损失梯度。</translation>
    </message>
    <message>
        <source>zᵒ is not in this line: it decides what leaves the cell. Look for the factor of what is **new**.</source>
        <translation>zᵒ 不在这一行里：它决定什么离开单元。请找**新**东西的因子。</translation>
    </message>
    <message>
        <source>zᶠ = {here:gates.forget_mean} takes the same share of every parameter away at each step. A forget gate **is** weight decay, and an input gate **is** a learning rate: so both can be learned, which is the next lesson.</source>
        <translation>zᶠ = {here:gates.forget_mean} 在每一步从每个参数拿走同样的份额。遗忘门**就是**权重衰减，输入门**就是**学习率：所以两者都可以学习，这是下一个教程的内容。</translation>
    </message>
    <message>
        <source>zᶠ is 1</source>
        <translation>zᶠ 是 1</translation>
    </message>
    <message>
        <source>zᶠ is the factor of the **old** memory. In gradient descent the old θ has a factor too, but it is 1, so nobody writes it.</source>
        <translation>zᶠ 是**旧**记忆的因子。梯度下降中旧的 θ 也有一个因子，但它是 1，所以没有人写出来。</translation>
    </message>
    <message>
        <source>{metric:finetuning.base_after} are right, on average over several episodes. This is called **catastrophic forgetting**.</source>
        <translation>在多个回合上平均，答对的是 {metric:finetuning.base_after}。这叫作**灾难性遗忘**。</translation>
    </message>
    <message>
        <source>{step} meta-steps have changed slow weights, F and G. An episode&apos;s fast weights are made in one pass, and forgotten after it.</source>
        <translation>{step} 个元步改变了慢速权重、F 和 G。一个回合的快速权重一遍就造好，之后就被忘掉。</translation>
    </message>
    <message>
        <source>α = {setting:inner_rate} is the same for both, and so is the number of walks.</source>
        <translation>α = {setting:inner_rate} 对两者都一样，走法的条数也一样。</translation>
    </message>
    <message>
        <source>β only makes the search by content sharp. With g = 1 the head would jump to the most similar row.</source>
        <translation>β 只使按内容的搜索变得尖锐。若 g = 1，读写头会跳到最相似的行。</translation>
    </message>
    <message>
        <source>β very large</source>
        <translation>β 非常大</translation>
    </message>
    <message>
        <source>σ(α) stays near 0 at every time step. There are 64 rows for 50 pictures, so nothing ever needs to be overwritten: a fresh row each time is a safe rule.</source>
        <translation>σ(α) 在每个时间步都接近 0。50 张图片有 64 行，所以从来不需要覆盖什么：每次用一个新行是稳妥的规则。</translation>
    </message>
    <message>
        <source>φ holds what goals have in common: how to explore, and how to be turned. θ holds what the rewards of one goal have told. The next goal begins at φ again.</source>
        <translation>φ 里是各个目标共有的：怎样探索，怎样能被转动。θ 里是一个目标的奖励所说的。下一个目标又从 φ 开始。</translation>
    </message>
    <message>
        <source>“Matching Network” here has a τ that starts at {setting:temperature} and is learned. Compare training losses: these are in episodes of five classes, where without τ the loss cannot fall below 0.90.</source>
        <translation>这里的“匹配网络”有一个从 {setting:temperature} 开始、由学习得到的 τ。比较训练损失：它们来自五个类别的回合，没有 τ，损失不能低于 0.90。</translation>
    </message>
    <message>
        <source>“Returns” shows both from step to step: they begin together and part.</source>
        <translation>“回报随内层步的变化”逐步显示两者：它们一起开始，然后分开。</translation>
    </message>
    <message>
        <source>−0.7</source>
        <translation>−0.7</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Back a step (Page Up)</source>
        <translation>回到上一步（Page Up）</translation>
    </message>
    <message>
        <source>Back to the lesson&apos;s picture</source>
        <translation>回到教程的画面</translation>
    </message>
    <message>
        <source>Close the lessons (Esc)</source>
        <translation>关闭教程（Esc）</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation>已完成：{task}</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Go on (Enter or Page Down)</source>
        <translation>继续（Enter 或 Page Down）</translation>
    </message>
    <message>
        <source>Go on with the lesson</source>
        <translation>继续这个教程</translation>
    </message>
    <message>
        <source>Go on without doing this step</source>
        <translation>不做这一步，继续</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>离开教程</translation>
    </message>
    <message>
        <source>Leave the lesson (Esc); your place is kept</source>
        <translation>离开教程（Esc）；你的位置会保留</translation>
    </message>
    <message>
        <source>Leave the lesson; your place is kept</source>
        <translation>离开教程；你的位置会保留</translation>
    </message>
    <message>
        <source>Leave the lesson? It goes on at this step when you come back.</source>
        <translation>离开教程？回来时会从这一步继续。</translation>
    </message>
    <message>
        <source>Lesson: {title}</source>
        <translation>教程：{title}</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>下一个教程</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Open the scenario of this step</source>
        <translation>打开这一步的场景</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Step {n} of {count}</source>
        <translation>第 {n} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>To do: {task}</source>
        <translation>要做：{task}</translation>
    </message>
</context>
<context>
    <name>LessonRow</name>
    <message>
        <source>Again</source>
        <translation>再来一次</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Take this lesson</source>
        <translation>学习这个教程</translation>
    </message>
    <message>
        <source>{facts} · done</source>
        <translation>{facts} · 已完成</translation>
    </message>
    <message>
        <source>{facts} · step {n} of {count}</source>
        <translation>{facts} · 第 {n} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>{minutes} min · {level}</source>
        <translation>{minutes} 分钟 · {level}</translation>
    </message>
    <message>
        <source>{way}: {title}, {facts}</source>
        <translation>{way}：{title}，{facts}</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>**Not quite.** {text}</source>
        <translation>**不完全对。**{text}</translation>
    </message>
    <message>
        <source>**Right.** {text}</source>
        <translation>**正确。**{text}</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Answer: click a choice, or press its number.</source>
        <translation>回答：点击一个选项，或按它的数字。</translation>
    </message>
    <message>
        <source>Choose {method}: click its name above the picture.</source>
        <translation>选择 {method}：点击画面上方它的名称。</translation>
    </message>
    <message>
        <source>Do in the picture what the text says.</source>
        <translation>在画面中做文字所说的事。</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Lesson finished</source>
        <translation>教程已完成</translation>
    </message>
    <message>
        <source>Lesson finished: {title}</source>
        <translation>教程结束：{title}</translation>
    </message>
    <message>
        <source>Look at inner step {inner}: click there on the inner clock, or press Shift+, and Shift+.</source>
        <translation>看内层步 {inner}：在内层时钟上点击那里，或按 Shift+, 和 Shift+.。</translation>
    </message>
    <message>
        <source>Look at meta-step {step}, inner step {inner}: put the marks of both clocks there.</source>
        <translation>看元步 {step}、内层步 {inner}：把两个时钟的标记放到那里。</translation>
    </message>
    <message>
        <source>Look at meta-step {step}: click there on the outer clock, or press , and .</source>
        <translation>看元步 {step}：在外层时钟上点击那里，或按 , 和 .。</translation>
    </message>
    <message>
        <source>Look at the last inner step: click there on the inner clock, or press Shift+End.</source>
        <translation>查看最后一个内层步：在内层时钟上点击那里，或按 Shift+End。</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Next: **{title}**, {minutes}&#xa0;min.</source>
        <translation>下一个教程：**{title}**，{minutes}&#xa0;分钟。</translation>
    </message>
    <message>
        <source>No mistakes are left in {name}.</source>
        <translation>{name} 中已没有错误。</translation>
    </message>
    <message>
        <source>Open a scenario, and its settings, methods, views and metrics are listed here.</source>
        <translation>打开一个场景，这里就会列出它的设置、方法、视图和指标。</translation>
    </message>
    <message>
        <source>Pause the training: press Space.</source>
        <translation>暂停训练：按空格。</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Set {title} to at least {low}.</source>
        <translation>把{title}设为至少 {low}。</translation>
    </message>
    <message>
        <source>Set {title} to at most {high}.</source>
        <translation>把{title}设为至多 {high}。</translation>
    </message>
    <message>
        <source>Set {title} to {low} … {high}.</source>
        <translation>把{title}设为 {low} … {high}。</translation>
    </message>
    <message>
        <source>Set {title} to {value}.</source>
        <translation>把{title}设为 {value}。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The run has not measured that yet: train it a little, then answer.</source>
        <translation>运行还没有测量它：先训练一会儿，再回答。</translation>
    </message>
    <message>
        <source>Then press “Apply and restart”.</source>
        <translation>然后按“应用并重新开始”。</translation>
    </message>
    <message>
        <source>Train one meta-step, and the metrics are listed here.</source>
        <translation>训练一个元步，这里就会列出指标。</translation>
    </message>
    <message>
        <source>Train to meta-step {step}: Space trains and pauses.</source>
        <translation>训练到元步 {step}：空格用来训练和暂停。</translation>
    </message>
    <message>
        <source>Train until {metric} is above {than}.</source>
        <translation>训练到{metric}高于{than}为止。</translation>
    </message>
    <message>
        <source>Train until {metric} is below {than}.</source>
        <translation>训练到{metric}低于{than}为止。</translation>
    </message>
    <message>
        <source>Train: press Space.</source>
        <translation>训练：按空格。</translation>
    </message>
    <message>
        <source>Training to meta-step {step}…</source>
        <translation>正在训练到元步 {step}…</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>first look</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>课堂</translation>
    </message>
    <message>
        <source>needs a new run</source>
        <translation>需要新的运行</translation>
    </message>
    <message>
        <source>now `{value}`</source>
        <translation>现在为 `{value}`</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>research</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <source>{one} Or: {other}</source>
        <translation>{one} 或者：{other}</translation>
    </message>
</context>
<context>
    <name>LessonsDialog</name>
    <message>
        <source>Lessons</source>
        <translation>教程</translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>Starts on the task losses</source>
        <translation>任务损失上的起点</translation>
    </message>
    <message>
        <source>all tasks, sum</source>
        <translation>所有任务，求和</translation>
    </message>
    <message>
        <source>gain of adaptation</source>
        <translation>适应的收益</translation>
    </message>
    <message>
        <source>loss after adaptation Σ l(θₖ(φ))</source>
        <translation>适应后的损失 Σ l(θₖ(φ))</translation>
    </message>
    <message>
        <source>loss now Σ l(φ)</source>
        <translation>当前损失 Σ l(φ)</translation>
    </message>
    <message>
        <source>marks and trails: without noise; paths above: one draw</source>
        <translation>标记和轨迹：无噪声；上方路径：一次抽取</translation>
    </message>
    <message>
        <source>query gradient</source>
        <translation>查询梯度</translation>
    </message>
    <message>
        <source>slope {slope}</source>
        <translation>斜率 {slope}</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>task loss</source>
        <translation>任务损失</translation>
    </message>
    <message>
        <source>task {letter}</source>
        <translation>任务 {letter}</translation>
    </message>
    <message>
        <source>towards the adapted θ, {size}</source>
        <translation>朝向适应后的 θ，{size}</translation>
    </message>
    <message>
        <source>unseen tasks after adaptation, mean</source>
        <translation>未见过的任务，适应之后，平均</translation>
    </message>
    <message>
        <source>unseen tasks now, mean</source>
        <translation>未见过的任务，当前，平均</translation>
    </message>
    <message>
        <source>unseen tasks, mean</source>
        <translation>未见过的任务，平均</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>{after}, without noise</source>
        <translation>{after}，无噪声</translation>
    </message>
</context>
<context>
    <name>LinesItem</name>
    <message>
        <source>{label}: {value} at {x}</source>
        <translation>{label}：{x} 处为 {value}</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>A line that begins with metascope:// opens a scenario or a lesson with its settings, and no more.</source>
        <translation>以 metascope:// 开头的一行会打开一个场景或一个教程及其设置，仅此而已。</translation>
    </message>
    <message>
        <source>Open text</source>
        <translation>打开文本</translation>
    </message>
    <message>
        <source>Paste the line here</source>
        <translation>在这里粘贴这一行</translation>
    </message>
    <message>
        <source>Shared line</source>
        <translation>分享的一行</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Changed settings: {settings}.</source>
        <translation>改变的设置：{settings}。</translation>
    </message>
    <message>
        <source>Link copied to the clipboard</source>
        <translation>链接已复制到剪贴板</translation>
    </message>
    <message>
        <source>Link copied to the clipboard. Not in it: {missing}.</source>
        <translation>链接已复制到剪贴板。其中不含：{missing}。</translation>
    </message>
    <message>
        <source>Opens the lesson {title} at step {step} of {count}.</source>
        <translation>打开教程“{title}”的第 {step} 步，共 {count} 步。</translation>
    </message>
    <message>
        <source>Opens: {title}.</source>
        <translation>打开：{title}。</translation>
    </message>
    <message>
        <source>Shows inner step {inner}.</source>
        <translation>显示内层步 {inner}。</translation>
    </message>
    <message>
        <source>This version has no such step of a lesson: {name}.</source>
        <translation>此版本的教程中没有这一步：{name}。</translation>
    </message>
    <message>
        <source>This version has no such step of a lesson: {name}. Its scenario was opened alone.</source>
        <translation>此版本的教程中没有这一步：{name}。只打开了它的场景。</translation>
    </message>
    <message>
        <source>Trains to meta-step {step} and shows it.</source>
        <translation>训练到元步 {step} 并显示它。</translation>
    </message>
    <message>
        <source>changed settings of the runs beside it</source>
        <translation>旁边的运行中改变的设置</translation>
    </message>
    <message>
        <source>changes by hand</source>
        <translation>手动的改变</translation>
    </message>
    <message>
        <source>the lesson, which is a file on this computer</source>
        <translation>教程（它是这台电脑上的一个文件）</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear the log</source>
        <translation>清空日志</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the lines shown to the clipboard</source>
        <translation>把显示的行复制到剪贴板</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>信息及以上</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Minimum level</source>
        <translation>最低级别</translation>
    </message>
    <message>
        <source>Minimum level of the log</source>
        <translation>日志的最低级别</translation>
    </message>
    <message>
        <source>Remove all lines</source>
        <translation>移除所有行</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Warnings and above</source>
        <translation>警告及以上</translation>
    </message>
    <message>
        <source>What the program and its runs did, newest last</source>
        <translation>程序及其运行做了什么，最新的在最后</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>{when}  {level}  {text}</source>
        <translation>{when}  {level}  {text}</translation>
    </message>
</context>
<context>
    <name>LookingButtons</name>
    <message>
        <source>Back</source>
        <translation>回看</translation>
    </message>
    <message>
        <source>Follow the newest meta-step (End)</source>
        <translation>跟随最新的元步（End）</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Look back: stay at this meta-step while training goes on</source>
        <translation>回看：训练继续，画面停在此元步</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Loop over the marked range of the recording, or over the whole run (L)</source>
        <translation>在标记的记录范围内循环，或在整个运行中循环（L）</translation>
    </message>
    <message>
        <source>{text}: {what}</source>
        <translation>{text}：{what}</translation>
    </message>
</context>
<context>
    <name>LossesView</name>
    <message>
        <source>Held-out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Loss against updates</source>
        <translation>损失随更新的变化</translation>
    </message>
    <message>
        <source>Measuring the held-out problems; the losses will appear by themselves</source>
        <translation>正在测量留出问题；损失会自行出现</translation>
    </message>
    <message>
        <source>Median and quartiles over the held-out problems, or the one shown problem</source>
        <translation>留出问题上的中位数和四分位数，或显示的那个问题</translation>
    </message>
    <message>
        <source>Problems whose losses are shown</source>
        <translation>显示其损失的问题</translation>
    </message>
    <message>
        <source>Shown one</source>
        <translation>显示的那个</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>on unseen examples</source>
        <translation>在未见过的样本上</translation>
    </message>
    <message>
        <source>seen; marks: unseen</source>
        <translation>见过；标记：未见过</translation>
    </message>
    <message>
        <source>update t</source>
        <translation>更新 t</translation>
    </message>
    <message>
        <source>update t, one problem</source>
        <translation>更新 t，一个问题</translation>
    </message>
    <message>
        <source>update t, {problems} problems</source>
        <translation>更新 t，{problems} 个问题</translation>
    </message>
    <message>
        <source>update t, {problems} problems, meta-step {step}</source>
        <translation>更新 t，{problems} 个问题，元步 {step}</translation>
    </message>
    <message>
        <source>{method} η = {rate}</source>
        <translation>{method} η = {rate}</translation>
    </message>
    <message>
        <source>{method}: diverged and stopped at update {t}</source>
        <translation>{method}：在第 {t} 次更新发散并停止</translation>
    </message>
    <message>
        <source>{method}: loss {loss} on unseen examples</source>
        <translation>{method}：未见过的样本上的损失 {loss}</translation>
    </message>
</context>
<context>
    <name>MannLearning</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Accuracy on held-out episodes by instance, their mean cost, or the training cost</source>
        <translation>留出回合上按第几次出现的准确率、其平均代价，或训练代价</translation>
    </message>
    <message>
        <source>Accuracy, instance {instance}</source>
        <translation>准确率，第 {instance} 次出现</translation>
    </message>
    <message>
        <source>Curves appear during training; held-out episodes are measured every {steps} meta-steps</source>
        <translation>曲线在训练中出现；留出回合每 {steps} 元步测量一次</translation>
    </message>
    <message>
        <source>Held-out cost</source>
        <translation>留出代价</translation>
    </message>
    <message>
        <source>Training cost</source>
        <translation>训练代价</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>held-out cost (nats)</source>
        <translation>留出代价（nat）</translation>
    </message>
    <message>
        <source>training cost (nats)</source>
        <translation>训练代价（nat）</translation>
    </message>
    <message>
        <source>{method}, instance {instance}</source>
        <translation>{method}，第 {instance} 次出现</translation>
    </message>
</context>
<context>
    <name>MannScene</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>MannWords</name>
    <message>
        <source>A head reads the rows of the memory with the weights of a softmax of beta K, where K is the cosine similarity of its key k and each row; the sharpness beta is 1 in the paper</source>
        <translation>读取头以 beta K 的 softmax 为权重读取记忆的各行，K 是其键 k 与每一行的余弦相似度；锐度 beta 在论文中为 1</translation>
    </message>
    <message>
        <source>A head writes to the rows that it read before, or to a least used row (where w^lu is 1), which is erased first; the gate sigma(alpha) chooses between them</source>
        <translation>写入头写入它之前读过的行，或写入最少使用的行（w^lu 为 1 处），后者先被擦除；由门 sigma(alpha) 在两者间选择</translation>
    </message>
    <message>
        <source>Click a name in a legend</source>
        <translation>点击图例中的名称</translation>
    </message>
    <message>
        <source>Click a row of the memory</source>
        <translation>点击记忆的一行</translation>
    </message>
    <message>
        <source>Click a time step of the weights</source>
        <translation>点击权重的一个时间步</translation>
    </message>
    <message>
        <source>Click an image of the episode</source>
        <translation>点击回合的一幅图片</translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation>专注于此方法，或重新显示全部</translation>
    </message>
    <message>
        <source>Hover, click</source>
        <translation>悬停、点击</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>Move the inner clock there</source>
        <translation>把内层时钟移到那里</translation>
    </message>
    <message>
        <source>Move the inner clock to its time step</source>
        <translation>把内层时钟移到它的时间步</translation>
    </message>
    <message>
        <source>Remembering labels in a memory</source>
        <translation>把标签记在记忆里</translation>
    </message>
    <message>
        <source>Select it, to erase, overwrite or swap it</source>
        <translation>选中它，以擦除、覆盖或交换</translation>
    </message>
    <message>
        <source>Show a value; pin it</source>
        <translation>显示一个值；钉住它</translation>
    </message>
    <message>
        <source>Usage w^u decays by gamma and grows by the read and write weights; a head adds a_t to the rows that it writes to</source>
        <translation>使用权重 w^u 以 gamma 衰减，并因读写权重而增长；写入头把 a_t 加到它写入的行</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
    <message>
        <source>row {row} erased after t = {t}</source>
        <translation>第 {row} 行在 t = {t} 之后被擦除</translation>
    </message>
    <message>
        <source>row {row} overwritten after t = {t}</source>
        <translation>第 {row} 行在 t = {t} 之后被覆盖</translation>
    </message>
    <message>
        <source>rows {row} and {other} swapped after t = {t}</source>
        <translation>第 {row} 行与第 {other} 行在 t = {t} 之后被交换</translation>
    </message>
    <message>
        <source>{method}: {told}</source>
        <translation>{method}：{told}</translation>
    </message>
    <message>
        <source>{right} of {steps} correct</source>
        <translation>{steps} 个中 {right} 个正确</translation>
    </message>
</context>
<context>
    <name>MemoryRows</name>
    <message>
        <source>location {number}</source>
        <translation>位置 {number}</translation>
    </message>
</context>
<context>
    <name>MemoryView</name>
    <message>
        <source>Click a row</source>
        <translation>点击一行</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Fill the selected row with random numbers</source>
        <translation>用随机数填充选中的行</translation>
    </message>
    <message>
        <source>Fill the selected row with zeros</source>
        <translation>用零填充选中的行</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>Memory after t = {t}</source>
        <translation>t = {t} 之后的记忆</translation>
    </message>
    <message>
        <source>Memory before the first time step</source>
        <translation>第一个时间步之前的记忆</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore the memory</source>
        <translation>恢复记忆</translation>
    </message>
    <message>
        <source>Swap the selected row with the one clicked next</source>
        <translation>把选中的行与接下来点击的行交换</translation>
    </message>
    <message>
        <source>Swap…</source>
        <translation>交换…</translation>
    </message>
    <message>
        <source>Undo the change of the memory</source>
        <translation>撤销对记忆的更改</translation>
    </message>
    <message>
        <source>added</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>column {column}</source>
        <translation>列 {column}</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>memory M</source>
        <translation>记忆 M</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>row {row} with…</source>
        <translation>第 {row} 行与…</translation>
    </message>
    <message>
        <source>{memory}, disturbed</source>
        <translation>{memory}，已扰动</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;100 meta-steps, then pause</source>
        <translation>100 个元步，然后暂停(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;About Metascope</source>
        <translation>关于 Metascope(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Animation…</source>
        <translation>动画(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Back to the runs</source>
        <translation>回到运行(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Back: close notice, show all views, leave presentation, clear range</source>
        <translation>返回：关闭通知，显示所有视图，离开演示，清除范围(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Breakpoints…</source>
        <translation>断点(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Clear recent files</source>
        <translation>清除最近的文件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Continue from here</source>
        <translation>从此处继续(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Figure for a paper…</source>
        <translation>论文插图(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find a scenario</source>
        <translation>查找场景(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;First meta-step</source>
        <translation>第一个元步(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>场景库(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys and gestures</source>
        <translation>按键与手势(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Lessons…</source>
        <translation>教程(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Live: follow the newest meta-step</source>
        <translation>实时：跟随最新的元步(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Navigate</source>
        <translation>导航(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next marker</source>
        <translation>下一个标记(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;One meta-step</source>
        <translation>一个元步(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>演示(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Previous meta-step</source>
        <translation>上一个元步(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation>保存会话(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Slow motion</source>
        <translation>慢动作(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Speed on this computer…</source>
        <translation>本机速度(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Train / pause</source>
        <translation>训练/暂停(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Web page…</source>
        <translation>网页(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Write a lesson…</source>
        <translation>编写教程(&amp;W)…</translation>
    </message>
    <message>
        <source>B&amp;ranch…</source>
        <translation>分支(&amp;R)…</translation>
    </message>
    <message>
        <source>Book&amp;mark</source>
        <translation>书签(&amp;M)</translation>
    </message>
    <message>
        <source>Copy as &amp;link</source>
        <translation>复制为链接(&amp;L)</translation>
    </message>
    <message>
        <source>Copy as scrip&amp;t</source>
        <translation>复制为脚本(&amp;T)</translation>
    </message>
    <message>
        <source>Desktop &amp;theme</source>
        <translation>桌面配色(&amp;T)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Enlarge the main &amp;view, or show all views</source>
        <translation>放大主视图，或显示所有视图(&amp;V)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>First &amp;inner step</source>
        <translation>第一个内层步(&amp;I)</translation>
    </message>
    <message>
        <source>Fo&amp;llow…</source>
        <translation>跟随(&amp;L)…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>L&amp;ast inner step</source>
        <translation>最后一个内层步(&amp;A)</translation>
    </message>
    <message>
        <source>L&amp;oop</source>
        <translation>循环(&amp;O)</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>离开教程</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>教程</translation>
    </message>
    <message>
        <source>Light / &amp;dark</source>
        <translation>浅色/深色(&amp;D)</translation>
    </message>
    <message>
        <source>Navigate</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Ne&amp;xt inner step</source>
        <translation>下一个内层步(&amp;X)</translation>
    </message>
    <message>
        <source>Next me&amp;ta-step</source>
        <translation>下一个元步(&amp;T)</translation>
    </message>
    <message>
        <source>Next step of the lesson</source>
        <translation>教程的下一步</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Open s&amp;weep…</source>
        <translation>打开参数扫描(&amp;W)…</translation>
    </message>
    <message>
        <source>Open te&amp;xt…</source>
        <translation>打开文本(&amp;X)…</translation>
    </message>
    <message>
        <source>Previo&amp;us inner step</source>
        <translation>上一个内层步(&amp;U)</translation>
    </message>
    <message>
        <source>Previous mark&amp;er</source>
        <translation>上一个标记(&amp;E)</translation>
    </message>
    <message>
        <source>Previous step of the lesson</source>
        <translation>教程的上一步</translation>
    </message>
    <message>
        <source>R&amp;estart with the current settings</source>
        <translation>用当前设置重新开始(&amp;E)</translation>
    </message>
    <message>
        <source>Reopen &amp;last runs</source>
        <translation>重新打开上次的运行(&amp;L)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Save main &amp;picture…</source>
        <translation>保存主图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Save metrics as &amp;CSV…</source>
        <translation>将指标保存为 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>Save metrics as &amp;JSON…</source>
        <translation>将指标保存为 JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>Save sc&amp;enario…</source>
        <translation>保存场景(&amp;E)…</translation>
    </message>
    <message>
        <source>Save wei&amp;ghts…</source>
        <translation>保存权重(&amp;G)…</translation>
    </message>
    <message>
        <source>Script copied to the clipboard</source>
        <translation>脚本已复制到剪贴板</translation>
    </message>
    <message>
        <source>Set ran&amp;ge start</source>
        <translation>设置范围起点(&amp;G)</translation>
    </message>
    <message>
        <source>Set range en&amp;d</source>
        <translation>设置范围终点(&amp;D)</translation>
    </message>
    <message>
        <source>Show &amp;all controls</source>
        <translation>显示所有控件(&amp;A)</translation>
    </message>
    <message>
        <source>Skip this step of the lesson</source>
        <translation>跳过教程的这一步</translation>
    </message>
    <message>
        <source>Train with other &amp;seeds…</source>
        <translation>用其他种子训练(&amp;S)…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>{action}: {what}</source>
        <translation>{action}：{what}</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>&quot;at_least&quot; must be at most &quot;at_most&quot;</source>
        <translation>“at_least”必须不大于“at_most”</translation>
    </message>
    <message>
        <source>&quot;from&quot; must be at most &quot;to&quot;</source>
        <translation>“from”必须不大于“to”</translation>
    </message>
    <message>
        <source>1 to 100 characters of text</source>
        <translation>1 到 100 个字符的文本</translation>
    </message>
    <message>
        <source>1,028 characters of both official sets to train on, 423 to test on, turned ones as classes of their own in the test too; 60 ways in training, 28 pixels, 1,000 episodes, each query by itself</source>
        <translation>用两个官方集合中的 1,028 个字符训练，423 个测试，旋转后的字符各算单独的类别，测试时也是如此；训练时 60 类，28 像素，1,000 个回合，每个查询样本单独处理</translation>
    </message>
    <message>
        <source>1,100 characters of both official sets to train on, 423 to test on; each class of an episode turned at random, in the test too; 28 pixels, as many queries as shots, 600 episodes</source>
        <translation>用两个官方集合中的 1,100 个字符训练，423 个测试；回合中的每个类别各自随机旋转，测试时也是如此；28 像素，查询样本与支撑样本一样多，600 个回合</translation>
    </message>
    <message>
        <source>1,200 characters of both official sets to train on, 423 to test on; each episode turned as a whole, 28 pixels, one query of each class, 1,000 episodes ten times</source>
        <translation>用两个官方集合中的 1,200 个字符训练，423 个测试；每个回合整体旋转，28 像素，每个类别一个查询样本，1,000 个回合重复十次</translation>
    </message>
    <message>
        <source>1,200 characters of both official sets to train on, the others to test on; 28 pixels, one inner step; starts trained with one shot, for 5 shots too; how queries were normalized is not known</source>
        <translation>用两个官方集合中的 1,200 个字符训练，其余的测试；28 像素，一个内层步；5 样本时也用单样本训练出的起点；查询样本如何归一化未知</translation>
    </message>
    <message>
        <source>1,200 characters of both official sets to train on, the others to test on; turned by right angles, 28 pixels; how queries were normalized is not known</source>
        <translation>用两个官方集合中的 1,200 个字符训练，其余的测试；按直角旋转，28 像素；查询样本如何归一化未知</translation>
    </message>
    <message>
        <source>; did you mean {near}?</source>
        <translation>；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>; error against the wave {before} → {after}</source>
        <translation>；相对于正弦波的误差 {before} → {after}</translation>
    </message>
    <message>
        <source>; error against the wave {error}</source>
        <translation>；相对于正弦波的误差 {error}</translation>
    </message>
    <message>
        <source>Advantages: reward to go less what was expected there and then. Of the paths drawn on goal {letter} the best action has {best}, at time {when}, the worst {worst}, at time {late}</source>
        <translation>优势：后续累积奖励减去此时此处的预期。在目标 {letter} 所画的路径中，最好的动作为 {best}（时刻 {when}），最差的为 {worst}（时刻 {late}）</translation>
    </message>
    <message>
        <source>Advantages: rewards less the baseline b = {baseline} sum to {first} on arm 1 and to {second} on arm 2; with b = 0 every pull that paid speaks for its arm</source>
        <translation>优势：奖励减去基线 b = {baseline}，在摇臂 1 上合计 {first}，在摇臂 2 上合计 {second}；若 b = 0，则每次有奖励的拉动都支持其摇臂</translation>
    </message>
    <message>
        <source>After the last update: loss {loss}. Last meta-step: meta-loss {meta}, meta-gradient norm {norm}</source>
        <translation>最后一次更新之后：损失 {loss}。最近的元步：元损失 {meta}，元梯度范数 {norm}</translation>
    </message>
    <message>
        <source>After the last update: loss {loss}. Plain SGD with the same η and λ stayed within {gap} of it</source>
        <translation>最后一次更新之后：损失 {loss}。采用相同 η 与 λ 的普通 SGD 与它的差距不超过 {gap}</translation>
    </message>
    <message>
        <source>After the last update: loss {loss}. The last meta-step taught it nothing</source>
        <translation>最后一次更新之后：损失 {loss}。最近的元步没有让它学到任何东西</translation>
    </message>
    <message>
        <source>After the last update: loss {loss}; not meta-trained yet</source>
        <translation>最后一次更新之后：损失 {loss}；尚未元训练</translation>
    </message>
    <message>
        <source>After the last update: loss {loss}; {right} of {all} unseen drawings are classified correctly</source>
        <translation>最后一次更新之后：损失 {loss}；{all} 个未见过的手写样本中有 {right} 个分类正确</translation>
    </message>
    <message>
        <source>After update {update} of {of} fine-tuning has diverged: a rate of {rate} is too large here</source>
        <translation>更新 {update} / {of} 之后微调已发散：学习率 {rate} 在这里太大</translation>
    </message>
    <message>
        <source>After update {update} of {of} the supports&apos; loss is {loss}; right: {new} of the queries among new classes, {every} among all, {base} of base pictures</source>
        <translation>更新 {update} / {of} 之后，支撑样本的损失为 {loss}；答对：查询样本只在新类别中选时 {new}，在所有类别中选时 {every}；基类图片 {base}</translation>
    </message>
    <message>
        <source>After {step} inner steps the adaptation is NaN or infinite</source>
        <translation>经过 {step} 个内层步后，适应的结果为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>Before adapting, {method}&apos;s loss on the {points} points is {loss}{against}</source>
        <translation>适应之前，{method} 在 {points} 个点上的损失为 {loss}{against}</translation>
    </message>
    <message>
        <source>Before adapting, {method}&apos;s loss on {supports} supports is {loss}; {right} of {asked} queries are right ({how}); {query}</source>
        <translation>适应之前，{method} 在 {supports} 个支撑样本上的损失为 {loss}；{asked} 个查询样本中答对 {right} 个（{how}）；{query}</translation>
    </message>
    <message>
        <source>Before the first of {steps} updates {base} of base pictures are right; of the rates tried, {rate} was the best on validation classes: {share} right</source>
        <translation>在 {steps} 次更新的第一次之前，基类图片答对 {base}；在试过的学习率中，{rate} 在验证类别上最好：答对 {share}</translation>
    </message>
    <message>
        <source>Before the first picture; {right} of {steps} will be labelled correctly</source>
        <translation>第一张图片之前；{steps} 张中将有 {right} 张标注正确</translation>
    </message>
    <message>
        <source>Before the first support there are slow weights alone: of {asked} answers {right} would be right</source>
        <translation>第一个支撑样本之前只有慢速权重：{asked} 个答案中会有 {right} 个正确</translation>
    </message>
    <message>
        <source>Before the first support; {right} of {asked} answers will be right</source>
        <translation>第一个支撑样本之前；{asked} 个答案中将有 {right} 个正确</translation>
    </message>
    <message>
        <source>Before the first time step; the sequence will cost {bits} bits, with {wrong} of {asked} bits wrong</source>
        <translation>第一个时间步之前；整个序列的代价将为 {bits} 比特，{asked} 位中有 {wrong} 位错误</translation>
    </message>
    <message>
        <source>Before the first update {base} of base pictures are right; a rate of {rate} and {steps} updates were the best on validation classes: {share} right</source>
        <translation>第一次更新之前，基类图片答对 {base}；学习率 {rate} 和 {steps} 次更新在验证类别上最好：答对 {share}</translation>
    </message>
    <message>
        <source>Before the first update {base} of base pictures are right; at a rate of {rate}, {steps} updates were the best on validation classes: {share} right</source>
        <translation>第一次更新之前，基类图片答对 {base}；学习率为 {rate} 时，{steps} 次更新在验证类别上最好：答对 {share}</translation>
    </message>
    <message>
        <source>Collect again, after {step} of {steps} inner steps: the mean return is {mean} ({before} before adapting), on goal {letter} {own}; {ended} of the paths end at their goals</source>
        <translation>再次收集（内层步 {step} / {steps} 之后）：平均回报为 {mean}（适应之前为 {before}），在目标 {letter} 上为 {own}；{ended} 的路径到达各自的目标</translation>
    </message>
    <message>
        <source>Collect again: {pulls}. Over all {outcomes} outcomes on each task, adapting takes the reward of a pull from {before} to {after}; this rises by {slope} per unit of φ, and {method} follows {expected} on average</source>
        <translation>再次收集：{pulls}。对每个任务的全部 {outcomes} 种结果取平均，适应使每次拉动的奖励从 {before} 变为 {after}；φ 每增加一个单位，它上升 {slope}，而 {method} 平均所跟随的是 {expected}</translation>
    </message>
    <message>
        <source>Collect: at φ = {phi} {method} pulls arm 2 with probability {likely}. On task {letter}, where the arms pay {first} and {second} of the time, its pulls are {pulls} (+ paid, – did not)</source>
        <translation>收集：在 φ = {phi} 处，{method} 以 {likely} 的概率拉摇臂 2。在任务 {letter} 上，两个摇臂有奖励的频率为 {first} 和 {second}，它的拉动为 {pulls}（+ 有奖励，– 无奖励）</translation>
    </message>
    <message>
        <source>Collect: before adapting, {method} walks {paths} paths of at most {horizon} steps for each of {goals} goals, which it does not see; they return {mean} on average, on goal {letter} {own}</source>
        <translation>收集：适应之前，{method} 为 {goals} 个目标各走 {paths} 条路径，每条至多 {horizon} 步，它看不到目标；平均回报为 {mean}，在目标 {letter} 上为 {own}</translation>
    </message>
    <message>
        <source>Collect: episode {number} of {steps} of a trial, {paths} trials on each of {goals} goals, which RL² does not see but remembers rewards of; the mean return is {mean}, on goal {letter} {own}; {ended} end at their goals</source>
        <translation>收集：一次试验 {steps} 个回合中的第 {number} 个，{goals} 个目标各有 {paths} 次试验，RL² 看不到目标，但记得所得的奖励；平均回报为 {mean}，在目标 {letter} 上为 {own}；{ended} 到达各自的目标</translation>
    </message>
    <message>
        <source>Every class has the examples that it has: only a method that imagines adds some</source>
        <translation>每个类别就只有已有的样本：只有会想象的方法才会添加样本</translation>
    </message>
    <message>
        <source>Every picture is compared as it is: only a method with context reads on</source>
        <translation>每张图片都按原样比较：只有带上下文的方法会继续读取</translation>
    </message>
    <message>
        <source>Exact meta-gradient, back through {k} steps: {directions}; the query gradient was {query}</source>
        <translation>精确元梯度，沿 {k} 步反向传播：{directions}；查询梯度为 {query}</translation>
    </message>
    <message>
        <source>F has read {gradient} of {of} gradients: θ⁺ of layer 1 is {size} in size, {before} before; the slow θ beside it {slow}</source>
        <translation>F 已读取 {of} 个梯度中的 {gradient} 个：第 1 层的 θ⁺ 大小为 {size}，之前为 {before}；与之并列的慢速 θ 为 {slow}</translation>
    </message>
    <message>
        <source>Fast weights alone take query {query} for {letter} ({share}), but it is {true}; {right} of {asked} are right</source>
        <translation>仅凭快速权重，查询样本 {query} 被判为 {letter}（{share}），但它是 {true}；{asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>Fast weights alone take query {query} for {letter} ({share}), rightly; {right} of {asked} are right</source>
        <translation>仅凭快速权重，查询样本 {query} 被判为 {letter}（{share}），正确；{asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>Fast weights alone take query {query} for {letter} ({share}); of the others {right} of {asked} are right</source>
        <translation>仅凭快速权重，查询样本 {query} 被判为 {letter}（{share}）；其余 {asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>First order: the query gradient itself: {directions}</source>
        <translation>一阶：查询梯度本身：{directions}</translation>
    </message>
    <message>
        <source>Gradient at φ: {directions}</source>
        <translation>φ 处的梯度：{directions}</translation>
    </message>
    <message>
        <source>Gradient descent climbs: η × largest curvature = {product:.2f} &gt; 2. Use η below {limit:.3g}.</source>
        <translation>梯度下降在上升：η × 最大曲率 = {product:.2f} &gt; 2。请使用小于 {limit:.3g} 的 η。</translation>
    </message>
    <message>
        <source>Gradient: a pull of arm 2 has the score 1 − π = {up}, one of arm 1 −π = {down}; ({second} · {up} + {first} · {down}) / {pulls} = {gradient}</source>
        <translation>梯度：拉一次摇臂 2 的得分为 1 − π = {up}，拉一次摇臂 1 的得分为 −π = {down}；({second} · {up} + {first} · {down}) / {pulls} = {gradient}</translation>
    </message>
    <message>
        <source>Gradient: actions better than expected become more likely. On goal {letter} the policy gradient has the norm {slope}; a step of α = {rate} along it is {moved} long</source>
        <translation>梯度：比预期好的动作变得更可能。在目标 {letter} 上，策略梯度的范数为 {slope}；沿它走一步 α = {rate}，步长为 {moved}</translation>
    </message>
    <message>
        <source>Gradient: on goal {letter} the policy gradient has the norm {slope}; the oracle does not follow it</source>
        <translation>梯度：在目标 {letter} 上，策略梯度的范数为 {slope}；先知不沿它更新</translation>
    </message>
    <message>
        <source>Imagined example {number} of {of} lies {away} from its original, support {support} of class {letter}: the mean, now of {count}, moves by {by} in the plane</source>
        <translation>第 {number} 个想象样本（共 {of} 个）与其原样本（类别 {letter} 的支撑样本 {support}）相距 {away}：均值现由 {count} 个样本得到，在平面上移动 {by}</translation>
    </message>
    <message>
        <source>Imagined examples {first} to {last} of {of}, one of each class, stream out of their originals and move the means by {least} to {most} in the plane</source>
        <translation>共 {of} 个想象样本中的第 {first} 到 {last} 个，每个类别一个，从各自的原样本涌出，使均值在平面上移动 {least} 到 {most}</translation>
    </message>
    <message>
        <source>Inner step {step} of {steps} (rate {rate}): loss on {points} points {before} → {after}{against}; {moved}</source>
        <translation>内层步 {step} / {steps}（学习率 {rate}）：{points} 个点上的损失 {before} → {after}{against}；{moved}</translation>
    </message>
    <message>
        <source>Inner step {step} of {steps} (rate {rate}): loss on {supports} supports {before} → {loss}; {right} of {asked} queries are right ({how}); {query}</source>
        <translation>内层步 {step} / {steps}（学习率 {rate}）：{supports} 个支撑样本上的损失 {before} → {loss}；{asked} 个查询样本中答对 {right} 个（{how}）；{query}</translation>
    </message>
    <message>
        <source>Inner step {step}: the adaptation became NaN or infinite</source>
        <translation>内层步 {step}：适应变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>Inner step {tick} of {last}</source>
        <translation>内层步 {tick}（共 {last} 步）</translation>
    </message>
    <message>
        <source>LSTM&apos;s output</source>
        <translation>LSTM 的输出</translation>
    </message>
    <message>
        <source>Loss at φ, without adaptation: {losses}</source>
        <translation>不适应时 φ 处的损失：{losses}</translation>
    </message>
    <message>
        <source>Measured only: adaptation step {step} of {k}: {tasks}</source>
        <translation>仅作测量：适应步 {step} / {k}：{tasks}</translation>
    </message>
    <message>
        <source>Meta-step {step}</source>
        <translation>元步 {step}</translation>
    </message>
    <message>
        <source>No gradient: what RL² has seen and done in the episode has moved its memory, by {moved} on goal {letter}; its weights stay as they are</source>
        <translation>没有梯度：RL² 在这一回合中的所见所为改变了它的记忆，在目标 {letter} 上改变了 {moved}；它的权重保持不变</translation>
    </message>
    <message>
        <source>No training wave has a phase of {phase}: they go up to {most:.3g}</source>
        <translation>训练用的正弦波都没有 {phase} 的相位：相位最大为 {most:.3g}</translation>
    </message>
    <message>
        <source>No value for {methods}: a direction that is zero or infinite</source>
        <translation>{methods} 没有值：有一个方向为零或无穷大</translation>
    </message>
    <message>
        <source>Of the votes about query {query} class {letter} has {score}, class {other} {less}</source>
        <translation>在关于查询样本 {query} 的投票中，类别 {letter} 得 {score}，类别 {other} 得 {less}</translation>
    </message>
    <message>
        <source>PySide6 {binding} crashes on Python below 3.12: pip install &quot;PySide6-Essentials&gt;=6.11.2,&lt;6.12&quot;</source>
        <translation>PySide6 {binding} 在 Python 3.12 以下会崩溃：pip install &quot;PySide6-Essentials&gt;=6.11.2,&lt;6.12&quot;</translation>
    </message>
    <message>
        <source>PySide6-Essentials must be installed: pip install &quot;PySide6-Essentials&gt;=6.11.2,&lt;6.12&quot;</source>
        <translation>必须安装 PySide6-Essentials：pip install &quot;PySide6-Essentials&gt;=6.11.2,&lt;6.12&quot;</translation>
    </message>
    <message>
        <source>Qt has no platform {name}</source>
        <translation>Qt 没有平台 {name}</translation>
    </message>
    <message>
        <source>Qt needs system libraries: sudo apt install {packages}</source>
        <translation>Qt 需要系统库：sudo apt install {packages}</translation>
    </message>
    <message>
        <source>Query loss at θ after {k} steps: {losses}</source>
        <translation>{k} 步之后 θ 处的查询损失：{losses}</translation>
    </message>
    <message>
        <source>Query {query} and support {support} of class {letter} are of one class with probability {same}</source>
        <translation>查询样本 {query} 与类别 {letter} 的支撑样本 {support} 属于同一类别的概率为 {same}</translation>
    </message>
    <message>
        <source>Query {query} and support {support} of class {letter}: cosine {cosine}, {weight} of the attention so far</source>
        <translation>查询样本 {query} 与类别 {letter} 的支撑样本 {support}：余弦 {cosine}，目前占注意力的 {weight}</translation>
    </message>
    <message>
        <source>Query {query} attends to row {row} of class {letter} with {most}; if all were alike it would be {even}</source>
        <translation>查询样本 {query} 对类别 {letter} 的行 {row} 注意力最高，为 {most}；若各行相同则为 {even}</translation>
    </message>
    <message>
        <source>Query {query} has the relation score {score} with class {letter}, then {less} with {other}</source>
        <translation>查询样本 {query} 与类别 {letter} 的关系分数为 {score}，其次与 {other} 的为 {less}</translation>
    </message>
    <message>
        <source>Query {query} is most probably the same as a support of {letter}, {score}, then of {other}, {less}</source>
        <translation>查询样本 {query} 最可能与 {letter} 的某个支撑样本相同，{score}，其次是 {other} 的，{less}</translation>
    </message>
    <message>
        <source>Query {query} is nearest to the mean of {letter}, at {score}, then to that of {other}, at {less}</source>
        <translation>查询样本 {query} 离 {letter} 的均值最近，为 {score}，其次是 {other} 的，为 {less}</translation>
    </message>
    <message>
        <source>Query {query} is taken for {letter} ({share}), but is {true}; {right} of {asked} are right</source>
        <translation>查询样本 {query} 被判为 {letter}（{share}），但它是 {true}；{asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>Query {query} is taken for {letter} ({share}), rightly; {right} of {asked} are right</source>
        <translation>查询样本 {query} 被判为 {letter}（{share}），正确；{asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>Query {query}, yours, is taken for {letter} ({share}); of the others {right} of {asked} are right</source>
        <translation>你的查询样本 {query} 被判为 {letter}（{share}）；其余 {asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>Remembered, after episode {number}: on goal {letter} the mean first step turns from {before} to {after}; its standard deviation stays {old}</source>
        <translation>第 {number} 个回合之后的记忆：在目标 {letter} 上，平均第一步从 {before} 转为 {after}；其标准差仍为 {old}</translation>
    </message>
    <message>
        <source>Reptile uses no query loss; it would be: {losses}</source>
        <translation>Reptile 不使用查询损失；若使用则为：{losses}</translation>
    </message>
    <message>
        <source>Reptile&apos;s direction (φ − θ) / α: {directions}</source>
        <translation>Reptile 的方向 (φ − θ) / α：{directions}</translation>
    </message>
    <message>
        <source>Slow and fast weights take query {query} for {letter} ({share}), but it is {true}; {right} of {asked} are right</source>
        <translation>慢速与快速权重把查询样本 {query} 判为 {letter}（{share}），但它是 {true}；{asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>Slow and fast weights take query {query} for {letter} ({share}), rightly; {right} of {asked} are right</source>
        <translation>慢速与快速权重把查询样本 {query} 判为 {letter}（{share}），正确；{asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>Slow and fast weights take query {query} for {letter} ({share}); of the others {right} of {asked} are right</source>
        <translation>慢速与快速权重把查询样本 {query} 判为 {letter}（{share}）；其余 {asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>Slow weights alone take query {query} for {letter} ({share}), but it is {true}; {right} of {asked} are right</source>
        <translation>仅凭慢速权重，查询样本 {query} 被判为 {letter}（{share}），但它是 {true}；{asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>Slow weights alone take query {query} for {letter} ({share}), rightly; {right} of {asked} are right</source>
        <translation>仅凭慢速权重，查询样本 {query} 被判为 {letter}（{share}），正确；{asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>Slow weights alone take query {query} for {letter} ({share}); of the others {right} of {asked} are right</source>
        <translation>仅凭慢速权重，查询样本 {query} 被判为 {letter}（{share}）；其余 {asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>Step {step} of reading: query {query} reads {weight} from support {support} of class {letter}</source>
        <translation>读取步 {step}：查询样本 {query} 从类别 {letter} 的支撑样本 {support} 读取 {weight}</translation>
    </message>
    <message>
        <source>Support step {step} of {k}: {tasks}</source>
        <translation>支撑步 {step} / {k}：{tasks}</translation>
    </message>
    <message>
        <source>Support {support} is the first of class {letter}: the class&apos;s mean begins there</source>
        <translation>支撑样本 {support} 是类别 {letter} 的第一个：该类别的均值从这里开始</translation>
    </message>
    <message>
        <source>Support {support} of class {letter} is at a distance of {distance} from query {query}</source>
        <translation>类别 {letter} 的支撑样本 {support} 与查询样本 {query} 的距离为 {distance}</translation>
    </message>
    <message>
        <source>Support {support} of class {letter} is at a distance of {distance} from query {query}: it votes so far</source>
        <translation>类别 {letter} 的支撑样本 {support} 与查询样本 {query} 的距离为 {distance}：目前参与投票</translation>
    </message>
    <message>
        <source>Support {support} of class {letter} moves the class&apos;s mean by {by} in the plane</source>
        <translation>类别 {letter} 的支撑样本 {support} 使该类别的均值在平面上移动 {by}</translation>
    </message>
    <message>
        <source>Support {support} was taken away</source>
        <translation>支撑样本 {support} 已被移走</translation>
    </message>
    <message>
        <source>Supports {one} and {other} are of different classes: loss {loss}, largest gradient at ink {largest}</source>
        <translation>支撑样本 {one} 与 {other} 属于不同类别：损失 {loss}，墨迹处的最大梯度 {largest}</translation>
    </message>
    <message>
        <source>Supports {one} and {other} are of one class: loss {loss}, largest gradient at ink {largest}</source>
        <translation>支撑样本 {one} 与 {other} 属于同一类别：损失 {loss}，墨迹处的最大梯度 {largest}</translation>
    </message>
    <message>
        <source>Task {task}: α × largest curvature = {product:.2f} &gt; 2: each inner step ends farther from the minimum than it began ({methods}). Use α below {limit:.3g}.</source>
        <translation>任务 {task}：α × 最大曲率 = {product:.2f} &gt; 2：每个内层步结束时都比开始时离最小值更远（{methods}）。请使用小于 {limit:.3g} 的 α。</translation>
    </message>
    <message>
        <source>The base learner has a loss of {loss} on support {row} of class {letter}; G turns its gradient into row {row} of M: in layer 1 its picture times {most} at most</source>
        <translation>基学习器在类别 {letter} 的支撑样本 {row} 上的损失为 {loss}；G 把它的梯度变为 M 的行 {row}：在第 1 层为其图片乘以至多 {most}</translation>
    </message>
    <message>
        <source>The embedding classifies support {support} of class {letter} with a loss of {loss}; the largest gradient of a weight of layer 1 at its ink is {largest}</source>
        <translation>嵌入网络对类别 {letter} 的支撑样本 {support} 分类，损失为 {loss}；第 1 层的权重在其墨迹处的最大梯度为 {largest}</translation>
    </message>
    <message>
        <source>The exact meta-gradient is NaN or infinite: there is nothing to compare with</source>
        <translation>精确元梯度为 NaN 或无穷大：无从比较</translation>
    </message>
    <message>
        <source>The exact meta-gradient is almost zero ({length:.2g}): no direction to compare with</source>
        <translation>精确元梯度几乎为零（{length:.2g}）：没有可供比较的方向</translation>
    </message>
    <message>
        <source>The exact meta-gradient is zero: it has no direction to compare with</source>
        <translation>精确元梯度为零：没有可供比较的方向</translation>
    </message>
    <message>
        <source>The key of query {query} is nearest to that of row {near}, cosine {most}, and farthest from that of row {far}, {least}</source>
        <translation>查询样本 {query} 的键与行 {near} 的键最近，余弦 {most}，与行 {far} 的键最远，余弦 {least}</translation>
    </message>
    <message>
        <source>The learned optimizer starts on a held-out problem: loss {loss}</source>
        <translation>学得的优化器从一个留出的问题开始：损失 {loss}</translation>
    </message>
    <message>
        <source>The maps of support {support} are added to those of class {letter}: {count} so far</source>
        <translation>支撑样本 {support} 的特征图加到类别 {letter} 的特征图上：目前 {count} 个</translation>
    </message>
    <message>
        <source>The oracle is given the wave that fits the points best: A = {amplitude}, φ = {phase}</source>
        <translation>先知被告知与这些点最吻合的正弦波：A = {amplitude}，φ = {phase}</translation>
    </message>
    <message>
        <source>The oracle sees the goal and does not adapt: {paths} paths to each of {goals} goals return {mean} on average, to goal {letter} {own}; {ended} end there</source>
        <translation>先知看得到目标，无需适应：到 {goals} 个目标各 {paths} 条路径，平均回报为 {mean}，到目标 {letter} 的为 {own}；{ended} 到达目标</translation>
    </message>
    <message>
        <source>The problem shown diverged at update {t} (loss above {limit:.0e}) and was stopped there</source>
        <translation>所显示的问题在更新 {t} 时发散（损失超过 {limit:.0e}），已在该处停止</translation>
    </message>
    <message>
        <source>The shown sequence has {count} vectors, more than the memory&apos;s {n} rows</source>
        <translation>所显示的序列有 {count} 个向量，多于记忆的 {n} 行</translation>
    </message>
    <message>
        <source>The supports of class {letter} have {score} of the attention of query {query}, those of {other} {less}</source>
        <translation>类别 {letter} 的支撑样本占查询样本 {query} 注意力的 {score}，{other} 的占 {less}</translation>
    </message>
    <message>
        <source>The weights would become NaN or infinite at meta-step {step}: {methods}</source>
        <translation>权重将在元步 {step} 变为 NaN 或无穷大：{methods}</translation>
    </message>
    <message>
        <source>The φ⁺ of query {query} is made of {rows} rows with {most} to {least} of each: {size} in size in layer 1</source>
        <translation>查询样本 {query} 的 φ⁺ 由 {rows} 行组成，各行占 {most} 到 {least}：第 1 层的大小为 {size}</translation>
    </message>
    <message>
        <source>This scenario has no compiled kernels.</source>
        <translation>此场景没有编译内核。</translation>
    </message>
    <message>
        <source>Time step {t} of {steps}: {told}</source>
        <translation>时间步 {t} / {steps}：{told}</translation>
    </message>
    <message>
        <source>Update {number}: on goal {letter} the mean first step turns from {before} to {after}, its standard deviation goes from {old} to {new}</source>
        <translation>更新 {number}：在目标 {letter} 上，平均第一步从 {before} 转为 {after}，其标准差从 {old} 变为 {new}</translation>
    </message>
    <message>
        <source>Update {t} of {updates}: mean forget gate {forget}, mean input gate {input}, loss {before} → {after}</source>
        <translation>更新 {t} / {updates}：平均遗忘门 {forget}，平均输入门 {input}，损失 {before} → {after}</translation>
    </message>
    <message>
        <source>Update {t} of {updates}: {method} with learning rate {rate}, loss {before} → {after}</source>
        <translation>更新 {t} / {updates}：{method}，学习率 {rate}，损失 {before} → {after}</translation>
    </message>
    <message>
        <source>Update: {method} moves φ by {step} to {next_phi}</source>
        <translation>更新：{method} 使 φ 移动 {step}，到达 {next_phi}</translation>
    </message>
    <message>
        <source>Update: φ = {phi} goes to θ = {theta} with α = {rate}; the probability of arm 2 goes from {old} to {new}, the expected reward on task {letter} from {before} to {after}</source>
        <translation>更新：φ = {phi} 以 α = {rate} 变为 θ = {theta}；摇臂 2 的概率从 {old} 变为 {new}，任务 {letter} 的期望奖励从 {before} 变为 {after}</translation>
    </message>
    <message>
        <source>a backslash within a text is written twice</source>
        <translation>文本中的反斜杠要写两次</translation>
    </message>
    <message>
        <source>a change must have a meta-step, a name and a value</source>
        <translation>每项更改必须有元步、名称和值</translation>
    </message>
    <message>
        <source>a combined optimizer</source>
        <translation>组合式优化器</translation>
    </message>
    <message>
        <source>a comma or a bracket is missing before, or a quotation mark within a text is not written \&quot;</source>
        <translation>前面缺少逗号或括号，或者文本中的引号没有写作 \&quot;</translation>
    </message>
    <message>
        <source>a condition is a column, a sign and a value, such as seed = 3, not {got}</source>
        <translation>条件由列、符号和值组成，例如 seed = 3（随机种子），而不是 {got}</translation>
    </message>
    <message>
        <source>a filter must be at most {most:,} characters long</source>
        <translation>筛选条件最多 {most:,} 个字符</translation>
    </message>
    <message>
        <source>a line break within a text is written \n</source>
        <translation>文本中的换行写作 \n</translation>
    </message>
    <message>
        <source>a list of 1 to {most} steps</source>
        <translation>1 到 {most} 个步骤的列表</translation>
    </message>
    <message>
        <source>a list of 2 to 6 actions</source>
        <translation>2 到 6 个操作的列表</translation>
    </message>
    <message>
        <source>a list of at most {most} names</source>
        <translation>至多 {most} 个名称的列表</translation>
    </message>
    <message>
        <source>a list of conditions</source>
        <translation>条件的列表</translation>
    </message>
    <message>
        <source>a list of keys and indices</source>
        <translation>键和索引的列表</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>名称列表</translation>
    </message>
    <message>
        <source>a list of scenarios</source>
        <translation>场景列表</translation>
    </message>
    <message>
        <source>a list of {count} conditions, one for each choice</source>
        <translation>{count} 个条件的列表，每个选项一个</translation>
    </message>
    <message>
        <source>a list of {count} texts of at most {longest} characters</source>
        <translation>{count} 个文本的列表，每个最多 {longest} 个字符</translation>
    </message>
    <message>
        <source>a machine with {n} x {m} memory, {heads} heads of each kind, a feed-forward controller of {units} units, {x} inputs, {y} outputs</source>
        <translation>具有 {n} x {m} 记忆的机器，每种读写头各 {heads} 个，前馈控制器 {units} 个单元，{x} 个输入，{y} 个输出</translation>
    </message>
    <message>
        <source>a machine with {n} x {m} memory, {heads} heads of each kind, an LSTM of {units} units, {x} inputs, {y} outputs</source>
        <translation>具有 {n} x {m} 记忆的机器，每种读写头各 {heads} 个，LSTM {units} 个单元，{x} 个输入，{y} 个输出</translation>
    </message>
    <message>
        <source>a meta-step must be a whole number</source>
        <translation>元步必须是整数</translation>
    </message>
    <message>
        <source>a meta-step, a whole number from 0</source>
        <translation>元步，从 0 开始的整数</translation>
    </message>
    <message>
        <source>a meta-step, or &quot;live&quot;</source>
        <translation>一个元步，或“live”</translation>
    </message>
    <message>
        <source>a method</source>
        <translation>一种方法</translation>
    </message>
    <message>
        <source>a network of {units} units with {heads} heads of width {width} that write their keys, {x} inputs and {labels} labels, and an LSTM of {rival} units</source>
        <translation>一个 {units} 个单元的网络，有 {heads} 个宽度为 {width} 的读写头（写入其键），{x} 个输入和 {labels} 个标签，以及一个 {rival} 个单元的 LSTM</translation>
    </message>
    <message>
        <source>a network of {units} units with {heads} heads of width {width}, {x} inputs and {labels} labels, and an LSTM of {rival} units</source>
        <translation>一个 {units} 个单元的网络，有 {heads} 个宽度为 {width} 的读写头，{x} 个输入和 {labels} 个标签，以及一个 {rival} 个单元的 LSTM</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>a number in it must be nan, inf or -inf, not {got}</source>
        <translation>其中的数必须是 nan、inf 或 -inf，而不是 {got}</translation>
    </message>
    <message>
        <source>a part must hold arrays of fewer shapes</source>
        <translation>一个部分所含数组的形状种类必须更少</translation>
    </message>
    <message>
        <source>a part must hold fewer arrays</source>
        <translation>一个部分所含的数组必须更少</translation>
    </message>
    <message>
        <source>a part of a session must have at most {limit} bytes</source>
        <translation>会话的一个部分至多 {limit} 字节</translation>
    </message>
    <message>
        <source>a part of it must be a safetensors file</source>
        <translation>其中的一个部分必须是 safetensors 文件</translation>
    </message>
    <message>
        <source>a part of it must be a safetensors file: {reason}</source>
        <translation>其中的一个部分必须是 safetensors 文件：{reason}</translation>
    </message>
    <message>
        <source>a positive number of meta-steps per second, or null</source>
        <translation>每秒的元步数（正数），或 null</translation>
    </message>
    <message>
        <source>a positive number of seconds</source>
        <translation>正的秒数</translation>
    </message>
    <message>
        <source>a sentence in it must be a text of at most {limit} characters</source>
        <translation>其中的句子必须是至多 {limit} 个字符的文本</translation>
    </message>
    <message>
        <source>a sentence in it must fit its values</source>
        <translation>其中的句子必须与其值相符</translation>
    </message>
    <message>
        <source>a sentence in it must name its values, and be short</source>
        <translation>其中的句子必须写明其值的名称，并且要短</translation>
    </message>
    <message>
        <source>a session file must have at most 4 GB and {limit} parts</source>
        <translation>会话文件至多 4 GB、{limit} 个部分</translation>
    </message>
    <message>
        <source>a session has no part named {name}</source>
        <translation>会话没有名为 {name} 的部分</translation>
    </message>
    <message>
        <source>a state must be an object</source>
        <translation>状态必须是一个对象</translation>
    </message>
    <message>
        <source>a state must hold its arrays</source>
        <translation>状态必须包含其数组</translation>
    </message>
    <message>
        <source>a table in it must be an object</source>
        <translation>其中的表必须是一个对象</translation>
    </message>
    <message>
        <source>a text in it must be JSON: {problems}</source>
        <translation>其中的文本必须是 JSON：{problems}</translation>
    </message>
    <message>
        <source>a tuple in it must be a list of values</source>
        <translation>其中的元组必须是值的列表</translation>
    </message>
    <message>
        <source>a value in it must be of a known kind, not {got}</source>
        <translation>其中的值必须属于已知的种类，而不是 {got}</translation>
    </message>
    <message>
        <source>a whole number from 0 to 10000</source>
        <translation>0 到 10000 的整数</translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <source>a whole number must have at most {limit} digits</source>
        <translation>整数至多 {limit} 位</translation>
    </message>
    <message>
        <source>a whole number, {{from, to}}{or_last}</source>
        <translation>整数，{{from, to}}{or_last}</translation>
    </message>
    <message>
        <source>a worker cannot do run {index}: {reason}</source>
        <translation>工作进程无法完成运行 {index}：{reason}</translation>
    </message>
    <message>
        <source>a worker cannot do the runs of this sweep: {reason}</source>
        <translation>工作进程无法完成此扫描的运行：{reason}</translation>
    </message>
    <message>
        <source>adapting to held-out episodes</source>
        <translation>正在适应留出的回合</translation>
    </message>
    <message>
        <source>adapting to held-out waves</source>
        <translation>正在适应留出的波形</translation>
    </message>
    <message>
        <source>all bits right</source>
        <translation>所有位都正确</translation>
    </message>
    <message>
        <source>already holds the results of a run ({names}): choose another folder with --out, or add --overwrite</source>
        <translation>已有一次运行的结果（{names}）：请用 --out 选择另一个文件夹，或加上 --overwrite</translation>
    </message>
    <message>
        <source>an additive optimizer</source>
        <translation>加法式优化器</translation>
    </message>
    <message>
        <source>an array must have at most {limit} axes</source>
        <translation>数组至多 {limit} 个轴</translation>
    </message>
    <message>
        <source>an array must have at most {limit} numbers</source>
        <translation>数组至多 {limit} 个数</translation>
    </message>
    <message>
        <source>an array that frames share is missing</source>
        <translation>缺少一个由多个帧共用的数组</translation>
    </message>
    <message>
        <source>an incident must have a meta-step and a reason</source>
        <translation>每个事件必须有元步和原因</translation>
    </message>
    <message>
        <source>an incident must have a reason</source>
        <translation>每个事件必须有原因</translation>
    </message>
    <message>
        <source>an inner step, or &quot;last&quot;</source>
        <translation>一个内层步，或“last”</translation>
    </message>
    <message>
        <source>an inner tick, a whole number from 0</source>
        <translation>内部步，从 0 开始的整数</translation>
    </message>
    <message>
        <source>an input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>an object of settings</source>
        <translation>设置的对象</translation>
    </message>
    <message>
        <source>another animation is being made; try again when it is done</source>
        <translation>正在制作另一个动画；请等它完成后再试</translation>
    </message>
    <message>
        <source>another recording writes this file</source>
        <translation>另一个记录正在写这个文件</translation>
    </message>
    <message>
        <source>another run is being written to this folder: choose another one with --out</source>
        <translation>另一次运行正在写入此文件夹：请用 --out 选择另一个文件夹</translation>
    </message>
    <message>
        <source>another web page is being made; try again when it is done</source>
        <translation>正在生成另一个网页；请等它完成后再试</translation>
    </message>
    <message>
        <source>answers of {networks} became NaN or infinite</source>
        <translation>{networks} 的答案变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>arrays must be woven as Metascope does it</source>
        <translation>数组必须按 Metascope 的方式交织</translation>
    </message>
    <message>
        <source>at most 2000 characters of text</source>
        <translation>至多 2000 个字符的文本</translation>
    </message>
    <message>
        <source>at most {most} pictures can be added</source>
        <translation>至多可添加 {most} 张图片</translation>
    </message>
    <message>
        <source>at {step}</source>
        <translation>元步 {step}</translation>
    </message>
    <message>
        <source>build must return a Scene, not {got}</source>
        <translation>build 必须返回 Scene，而不是 {got}</translation>
    </message>
    <message>
        <source>cannot be built: {reason}</source>
        <translation>无法构建：{reason}</translation>
    </message>
    <message>
        <source>cannot be changed: this story has nothing by that name</source>
        <translation>无法更改：此主题没有这个名称的内容</translation>
    </message>
    <message>
        <source>cannot be changed; did you mean {near}?</source>
        <translation>无法更改；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>cannot be combined with --scheduler, which has its own</source>
        <translation>不能与 --scheduler 同时使用，它有自己的工作进程</translation>
    </message>
    <message>
        <source>cannot be combined with --{option}</source>
        <translation>不能与 --{option} 同时使用</translation>
    </message>
    <message>
        <source>cannot be combined with a scenario or settings: the file has its own</source>
        <translation>不能与场景或设置一起使用：文件自带这些内容</translation>
    </message>
    <message>
        <source>cannot be combined with an axis of seeds</source>
        <translation>不能与种子轴同时使用</translation>
    </message>
    <message>
        <source>cannot be combined with {option}</source>
        <translation>不能与 {option} 同时使用</translation>
    </message>
    <message>
        <source>cannot be created: {reason}</source>
        <translation>无法创建：{reason}</translation>
    </message>
    <message>
        <source>cannot be locked: the disk is full or the folder is read-only</source>
        <translation>无法锁定：磁盘已满，或文件夹为只读</translation>
    </message>
    <message>
        <source>cannot be locked: {reason}</source>
        <translation>无法锁定：{reason}</translation>
    </message>
    <message>
        <source>cannot be made: {reason}</source>
        <translation>无法创建：{reason}</translation>
    </message>
    <message>
        <source>cannot be moved when new tasks are drawn at each meta-step</source>
        <translation>每个元步都抽取新任务时不能移动</translation>
    </message>
    <message>
        <source>cannot be one of several</source>
        <translation>不能是几个中的一个</translation>
    </message>
    <message>
        <source>cannot be opened here: this run is recorded by another program</source>
        <translation>不能在这里打开：这个运行是由另一个程序记录的</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>cannot be read as a picture: {reason}</source>
        <translation>无法作为图片读取：{reason}</translation>
    </message>
    <message>
        <source>cannot be read as a zip file and may be truncated: {reason}</source>
        <translation>无法作为 zip 文件读取，可能不完整：{reason}</translation>
    </message>
    <message>
        <source>cannot be read in {path}</source>
        <translation>在 {path} 中无法读取</translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation>无法读取：{reason}</translation>
    </message>
    <message>
        <source>cannot be replaced: {reason}</source>
        <translation>无法替换：{reason}</translation>
    </message>
    <message>
        <source>cannot be typeset: {formula}</source>
        <translation>无法排版：{formula}</translation>
    </message>
    <message>
        <source>cannot be used with --headless</source>
        <translation>不能与 --headless 一起使用</translation>
    </message>
    <message>
        <source>cannot be used with {option}</source>
        <translation>不能与 {option} 一起使用</translation>
    </message>
    <message>
        <source>cannot be used: {reason}</source>
        <translation>无法使用：{reason}</translation>
    </message>
    <message>
        <source>cannot be written: your preferences last until the window is closed</source>
        <translation>无法写入：首选项只保留到窗口关闭为止</translation>
    </message>
    <message>
        <source>cannot be written: {reason}</source>
        <translation>无法写入：{reason}</translation>
    </message>
    <message>
        <source>cannot change while running: it needs a new run</source>
        <translation>运行期间不能更改：需要新的运行</translation>
    </message>
    <message>
        <source>cannot continue from meta-step {step}: no checkpoint at or before it</source>
        <translation>无法从元步 {step} 继续：在该处或之前没有检查点</translation>
    </message>
    <message>
        <source>cannot return to meta-step {step}: there is no checkpoint before it</source>
        <translation>无法返回元步 {step}：在它之前没有检查点</translation>
    </message>
    <message>
        <source>characters of both official sets, 28 pixels, 10,000 test episodes</source>
        <translation>两个官方集合的字符，28 像素，10,000 个测试回合</translation>
    </message>
    <message>
        <source>characters of both official sets, 28 pixels; the head alone adapts; how queries were normalized is not known</source>
        <translation>两个官方集合的字符，28 像素；只有头部适应；查询样本如何归一化未知</translation>
    </message>
    <message>
        <source>checkpoints must be at meta-steps</source>
        <translation>检查点必须位于元步上</translation>
    </message>
    <message>
        <source>checkpoints must be in ascending order</source>
        <translation>检查点必须按升序排列</translation>
    </message>
    <message>
        <source>choose at least one view</source>
        <translation>至少选择一个视图</translation>
    </message>
    <message>
        <source>compiled kernels need numba, which is not installed; choose reference</source>
        <translation>编译内核需要 numba，但未安装；请选择参考实现（reference）</translation>
    </message>
    <message>
        <source>could be {large} or {small}: type one of these</source>
        <translation>可能是 {large}，也可能是 {small}：请输入其中之一</translation>
    </message>
    <message>
        <source>cuda needs a GPU and a torch built for CUDA; torch {version} finds none. Use cpu or auto</source>
        <translation>cuda 需要 GPU 和支持 CUDA 的 torch；torch {version} 没有找到。请使用 cpu 或自动（auto）</translation>
    </message>
    <message>
        <source>decides nothing with these settings: leave out the seeds</source>
        <translation>在这些设置下不起作用：请去掉种子</translation>
    </message>
    <message>
        <source>did not match: {difference}</source>
        <translation>不一致：{difference}</translation>
    </message>
    <message>
        <source>different meta-steps were measured</source>
        <translation>测量的元步不同</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>drawing characters</source>
        <translation>正在绘制字符</translation>
    </message>
    <message>
        <source>drawing held-out episodes</source>
        <translation>正在抽取留出的回合</translation>
    </message>
    <message>
        <source>drawing held-out sequences</source>
        <translation>正在抽取留出的序列</translation>
    </message>
    <message>
        <source>drop one scenario, lesson, session or weights file, or one sweep&apos;s folder, at a time</source>
        <translation>每次只拖放一个场景、教程、会话或权重文件，或一个参数扫描文件夹</translation>
    </message>
    <message>
        <source>each by itself</source>
        <translation>各自单独</translation>
    </message>
    <message>
        <source>estimates of the meta-gradient became NaN or infinite</source>
        <translation>元梯度的估计变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>even one update on {tasks} goals with {paths} paths of {horizon} steps computes about {work:.2g} numbers, over the limit of {limit:.0e}; one on {goals} goals with {fewer} paths would fit</source>
        <translation>即使只更新一次，{tasks} 个目标、各 {paths} 条 {horizon} 步的路径也要计算约 {work:.2g} 个数，超过上限 {limit:.0e}；{goals} 个目标、各 {fewer} 条路径的一次更新则可以</translation>
    </message>
    <message>
        <source>even one update on {tasks} goals with {paths} paths of {horizon} steps, and {draws} draws of every estimator, compute about {work:.2g} numbers, over the limit of {limit:.0e}; one with at most {most} draws would fit</source>
        <translation>即使只更新一次，{tasks} 个目标、各 {paths} 条 {horizon} 步的路径，加上每个估计量 {draws} 次抽取，也要计算约 {work:.2g} 个数，超过上限 {limit:.0e}；至多 {most} 次抽取的一次更新则可以</translation>
    </message>
    <message>
        <source>fine-tuning learns from pictures: their places cannot be moved</source>
        <translation>微调从图片中学习：不能移动图片的位置</translation>
    </message>
    <message>
        <source>fine-tuning on held-out episodes</source>
        <translation>正在留出的回合上微调</translation>
    </message>
    <message>
        <source>fine-tuning&apos;s rate or steps are chosen on the same characters that all methods are judged on, which favours it: judge on the test characters</source>
        <translation>微调的学习率或步数所依据的字符，正是用来评判所有方法的字符，这对它有利：请用测试字符评判</translation>
    </message>
    <message>
        <source>forget gate</source>
        <translation>遗忘门</translation>
    </message>
    <message>
        <source>getting ready was cancelled</source>
        <translation>准备已取消</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>gradient descent, θ = {theta}: loss {before} → {after}</source>
        <translation>梯度下降，θ = {theta}：损失 {before} → {after}</translation>
    </message>
    <message>
        <source>h = {h} goes into the next step&apos;s gates; loss {before} → {after}</source>
        <translation>h = {h} 进入下一步的各个门；损失 {before} → {after}</translation>
    </message>
    <message>
        <source>h = {h}, y = {y}, read as θ = {theta}: loss {before} → {after}</source>
        <translation>h = {h}，y = {y}，读作 θ = {theta}：损失 {before} → {after}</translation>
    </message>
    <message>
        <source>has no checkpoint of meta-step {step} any more</source>
        <translation>不再包含元步 {step} 的检查点</translation>
    </message>
    <message>
        <source>has no key {key}; did you mean {near}?</source>
        <translation>没有键 {key}；是否指 {near}？</translation>
    </message>
    <message>
        <source>has no such place for a number: {got}; known: {known} (a brace itself is doubled)</source>
        <translation>没有这样的数值位置：{got}；已知：{known}（花括号本身要写两个）</translation>
    </message>
    <message>
        <source>has several sets, {names}; name a file of the one you mean instead of the folder</source>
        <translation>含有多个集合：{names}；请指定所需集合的一个文件，而不是文件夹</translation>
    </message>
    <message>
        <source>has the value {value} more than once</source>
        <translation>值 {value} 出现了不止一次</translation>
    </message>
    <message>
        <source>head 1 writes to the least used row, {row} (weight {weight})</source>
        <translation>读写头 1 写入最近最少使用的行 {row}（权重 {weight}）</translation>
    </message>
    <message>
        <source>head 1 writes to the rows it read (σ(α) {gate}), mostly row {row} ({weight})</source>
        <translation>读写头 1 写入它读取过的各行（σ(α) {gate}），主要是行 {row}（{weight}）</translation>
    </message>
    <message>
        <source>holds another run now</source>
        <translation>现在包含另一个运行</translation>
    </message>
    <message>
        <source>holds weights, not a session</source>
        <translation>含有的是权重，不是会话</translation>
    </message>
    <message>
        <source>holds words: compare it by = or !=, not by {sign}</source>
        <translation>内容是文字：请用 = 或 != 比较，而不是 {sign}</translation>
    </message>
    <message>
        <source>holds {title} with other runs or settings: choose another folder</source>
        <translation>已有“{title}”，但其运行或设置不同：请选另一个文件夹</translation>
    </message>
    <message>
        <source>in context features may be negative, so that cosines are between -1 and 1: without temperature a probability is at most {cap:.2f}</source>
        <translation>在上下文中特征可能为负，因此余弦在 -1 与 1 之间：没有温度时，概率至多为 {cap:.2f}</translation>
    </message>
    <message>
        <source>input gate</source>
        <translation>输入门</translation>
    </message>
    <message>
        <source>instance {instance} of class {letter} is labelled {chosen} ({share}), correctly</source>
        <translation>类别 {letter} 的第 {instance} 个实例被标为 {chosen}（{share}），正确</translation>
    </message>
    <message>
        <source>instance {instance} of class {letter} is labelled {chosen} ({share}), wrongly</source>
        <translation>类别 {letter} 的第 {instance} 个实例被标为 {chosen}（{share}），错误</translation>
    </message>
    <message>
        <source>is a JSON file, not a session; is it a scenario?</source>
        <translation>是 JSON 文件，不是会话；它是场景吗？</translation>
    </message>
    <message>
        <source>is a ZIP file, but not a complete session saved by Metascope</source>
        <translation>是 ZIP 文件，但不是 Metascope 保存的完整会话</translation>
    </message>
    <message>
        <source>is a picture or a document, not a session</source>
        <translation>是图片或文档，不是会话</translation>
    </message>
    <message>
        <source>is a scenario that cannot be read</source>
        <translation>是无法读取的场景</translation>
    </message>
    <message>
        <source>is being filled by another process</source>
        <translation>正由另一个进程写入</translation>
    </message>
    <message>
        <source>is closed: nothing more can be recorded</source>
        <translation>已经关闭：不能再记录</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is in use by another instance of Metascope</source>
        <translation>正被另一个 Metascope 实例使用</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is missing; {there} needs it</source>
        <translation>缺失；{there} 需要它</translation>
    </message>
    <message>
        <source>is needed for a scheduler at tls://</source>
        <translation>使用 tls:// 的调度器时必须提供</translation>
    </message>
    <message>
        <source>is no column; did you mean {near}?</source>
        <translation>不是列名；是否指 {near}？</translation>
    </message>
    <message>
        <source>is no column; there are {names}</source>
        <translation>不是列名；可用的有 {names}</translation>
    </message>
    <message>
        <source>is no column; there are {names} and others</source>
        <translation>不是列名；可用的有 {names} 等</translation>
    </message>
    <message>
        <source>is not a complete safetensors file: {reason}</source>
        <translation>不是完整的 safetensors 文件：{reason}</translation>
    </message>
    <message>
        <source>is not a key here; known: {known}</source>
        <translation>在此不是一个键；已知：{known}</translation>
    </message>
    <message>
        <source>is not a key of a moment{hint}</source>
        <translation>不是时刻的键{hint}</translation>
    </message>
    <message>
        <source>is not a key of a scenario beside another</source>
        <translation>不是并列场景的键</translation>
    </message>
    <message>
        <source>is not a key of a scenario{hint}</source>
        <translation>不是场景的键{hint}</translation>
    </message>
    <message>
        <source>is not a key of a sweep; did you mean {near}?</source>
        <translation>不是扫描的键；您是否指 {near}？</translation>
    </message>
    <message>
        <source>is not a lesson; did you mean {near}?</source>
        <translation>不是一个教程；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>is not a scenario of Metascope, but a JSON file of another program</source>
        <translation>不是 Metascope 的场景，而是其他程序的 JSON 文件</translation>
    </message>
    <message>
        <source>is not a scenario of this version; did you mean {near}?</source>
        <translation>不是这个版本的场景；你是不是指 {near}？</translation>
    </message>
    <message>
        <source>is not a scenario; did you mean {near}?</source>
        <translation>不是场景；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>is not a session saved by Metascope</source>
        <translation>不是 Metascope 保存的会话</translation>
    </message>
    <message>
        <source>is not a setting of this story</source>
        <translation>不是此主题的设置</translation>
    </message>
    <message>
        <source>is not a setting of {scenario}; did you mean {near}?</source>
        <translation>不是 {scenario} 的设置；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>is not a setting; did you mean {near}?</source>
        <translation>不是设置；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>is not a size of this task; it has {names}</source>
        <translation>不是此任务的规模参数；可用的有 {names}</translation>
    </message>
    <message>
        <source>is not a valid window layout</source>
        <translation>不是有效的窗口布局</translation>
    </message>
    <message>
        <source>is not a weight of this story</source>
        <translation>不是此主题的权重</translation>
    </message>
    <message>
        <source>is not an option; --help lists them</source>
        <translation>不是选项；--help 会列出所有选项</translation>
    </message>
    <message>
        <source>is not an option; did you mean {near}?</source>
        <translation>不是选项；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>is not as Metascope writes it: {reason}</source>
        <translation>与 Metascope 写出的不同：{reason}</translation>
    </message>
    <message>
        <source>is not known: the line may be from a newer Metascope</source>
        <translation>无法识别：这一行可能来自更新的 Metascope</translation>
    </message>
    <message>
        <source>is not there any more; it is looked for further on</source>
        <translation>已不存在；程序会继续寻找它</translation>
    </message>
    <message>
        <source>is of another version; the default layout is used</source>
        <translation>属于另一个版本；使用默认布局</translation>
    </message>
    <message>
        <source>is recorded by process {process}, of which this is a fork: make a Recording of its own here</source>
        <translation>由进程 {process} 记录，本进程是它的分叉：请在这里另建一个记录（Recording）</translation>
    </message>
    <message>
        <source>is taken by another step: {name}</source>
        <translation>已被另一个步骤使用：{name}</translation>
    </message>
    <message>
        <source>is there already: choose another name, or say overwrite=True</source>
        <translation>已经存在：请换一个名称，或写 overwrite=True</translation>
    </message>
    <message>
        <source>is truncated: the gzip file has no end</source>
        <translation>不完整：gzip 文件没有结尾</translation>
    </message>
    <message>
        <source>is truncated: the header must have {expected} bytes, not {got}</source>
        <translation>不完整：文件头必须有 {expected} 字节，而不是 {got}</translation>
    </message>
    <message>
        <source>is truncated: {expected} bytes must follow the header, not {got}</source>
        <translation>不完整：文件头之后必须有 {expected} 字节，而不是 {got}</translation>
    </message>
    <message>
        <source>it reads rows that were never written</source>
        <translation>它读取了从未写入过的行</translation>
    </message>
    <message>
        <source>it sees ∇l = {seen}, l = {loss}: z = {z}, zⁱ = {z_i}, zᶠ = {z_f}, zᵒ = {z_o}</source>
        <translation>它看到 ∇l = {seen}，l = {loss}：z = {z}，zⁱ = {z_i}，zᶠ = {z_f}，zᵒ = {z_o}</translation>
    </message>
    <message>
        <source>its head must be UTF-8 text</source>
        <translation>其头部信息必须是 UTF-8 文本</translation>
    </message>
    <message>
        <source>its head must have at most {limit} bytes</source>
        <translation>其头部信息至多 {limit} 字节</translation>
    </message>
    <message>
        <source>its logs must have at most {limit} bytes</source>
        <translation>其日志至多 {limit} 字节</translation>
    </message>
    <message>
        <source>its name must be that of its entry point, not {got}</source>
        <translation>其名称必须与入口点的名称相同，而不是 {got}</translation>
    </message>
    <message>
        <source>its parts must be deflated or stored, and not encrypted</source>
        <translation>其各部分必须以压缩（deflate）或存储方式保存，且不得加密</translation>
    </message>
    <message>
        <source>its parts must have at most {limit} bytes, not {got}</source>
        <translation>其各部分至多 {limit} 字节，而不是 {got}</translation>
    </message>
    <message>
        <source>its parts must have the names of a session&apos;s parts</source>
        <translation>其各部分的名称必须是会话各部分的名称</translation>
    </message>
    <message>
        <source>its presets must be a package, not {got}</source>
        <translation>其预设必须是一个包，而不是 {got}</translation>
    </message>
    <message>
        <source>its {part} must be {what}</source>
        <translation>其 {part} 必须是 {what}</translation>
    </message>
    <message>
        <source>keeps what could not be recovered, for another time</source>
        <translation>保留了未能恢复的内容，以备日后使用</translation>
    </message>
    <message>
        <source>lacks parts of the run that cannot be read any more</source>
        <translation>缺少该运行中已无法读取的部分</translation>
    </message>
    <message>
        <source>learned gates</source>
        <translation>学得的门</translation>
    </message>
    <message>
        <source>lists and objects must be at most {limit} levels deep</source>
        <translation>列表和对象至多嵌套 {limit} 层</translation>
    </message>
    <message>
        <source>make {count:,} runs, more than {most:,}: if that is meant, confirm it with --yes</source>
        <translation>会产生 {count:,} 个运行，多于 {most:,} 个：如确有此意，请用 --yes 确认</translation>
    </message>
    <message>
        <source>matched bit for bit: {rows} rows of metrics, {checkpoints} checkpoints and {frames} frames, meta-steps {first} to {last}</source>
        <translation>逐位一致：{rows} 行指标、{checkpoints} 个检查点和 {frames} 帧，元步 {first} 到 {last}</translation>
    </message>
    <message>
        <source>mean loss of all {count}: {before} → {after}</source>
        <translation>全部 {count} 个的平均损失：{before} → {after}</translation>
    </message>
    <message>
        <source>mean of all {count}: {loss}</source>
        <translation>全部 {count} 个的均值：{loss}</translation>
    </message>
    <message>
        <source>mean of all {count}: {vector}</source>
        <translation>全部 {count} 个的均值：{vector}</translation>
    </message>
    <message>
        <source>measuring on held-out episodes</source>
        <translation>正在留出的回合上测量</translation>
    </message>
    <message>
        <source>measuring on longer sequences</source>
        <translation>正在更长的序列上测量</translation>
    </message>
    <message>
        <source>meta-gradient</source>
        <translation>元梯度</translation>
    </message>
    <message>
        <source>meta-training cannot continue from meta-step {step}: {name} of the optimizer&apos;s weights would become NaN or infinite; the meta-gradient has norm {norm:.3g}</source>
        <translation>无法从元步 {step} 继续元训练：优化器的权重 {name} 将变为 NaN 或无穷大；元梯度的范数为 {norm:.3g}</translation>
    </message>
    <message>
        <source>method must be one that takes part, such as {such}, not {got}</source>
        <translation>method 必须是参与其中的方法，例如 {such}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be 0 when neither gradient nor loss is seen: the LSTM would have no input</source>
        <translation>梯度和损失都不可见时必须为 0：否则 LSTM 没有输入</translation>
    </message>
    <message>
        <source>must be 1 for the two curves of the lecture, not {got}</source>
        <translation>对于课堂上的两条曲线必须为 1，而不是 {got}</translation>
    </message>
    <message>
        <source>must be 1 to 100 characters of text</source>
        <translation>必须是 1 到 100 个字符的文本</translation>
    </message>
    <message>
        <source>must be 1 to {most} characters of text</source>
        <translation>必须是 1 到 {most} 个字符的文本</translation>
    </message>
    <message>
        <source>must be 1 to {most} coordinates</source>
        <translation>必须是 1 到 {most} 个坐标</translation>
    </message>
    <message>
        <source>must be 1 to {most} goals, not {got}</source>
        <translation>必须是 1 到 {most} 个目标，而不是 {got}</translation>
    </message>
    <message>
        <source>must be 1 to {most} tasks, not {got}</source>
        <translation>必须是 1 到 {most} 个任务，而不是 {got}</translation>
    </message>
    <message>
        <source>must be 10 to 1200, not {dpi}</source>
        <translation>必须是 10 到 1200，而不是 {dpi}</translation>
    </message>
    <message>
        <source>must be 2 for the two curves of the lecture, not {got}</source>
        <translation>对于课堂上的两条曲线必须为 2，而不是 {got}</translation>
    </message>
    <message>
        <source>must be 2 for wells in a bowl, not {got}</source>
        <translation>对于碗中的阱必须为 2，而不是 {got}</translation>
    </message>
    <message>
        <source>must be JSON: {reason} (line {line})</source>
        <translation>必须是 JSON：{reason}（第 {line} 行）</translation>
    </message>
    <message>
        <source>must be JSON: {reason} (line {line}): {hint}</source>
        <translation>必须是 JSON：{reason}（第 {line} 行）：{hint}</translation>
    </message>
    <message>
        <source>must be UTF-8 text</source>
        <translation>必须是 UTF-8 文本</translation>
    </message>
    <message>
        <source>must be a PNG, JPEG, BMP or WebP picture</source>
        <translation>必须是 PNG、JPEG、BMP 或 WebP 图片</translation>
    </message>
    <message>
        <source>must be a Story, not {got}</source>
        <translation>必须是 Story，而不是 {got}</translation>
    </message>
    <message>
        <source>must be a complete PNG or JPEG picture</source>
        <translation>必须是完整的 PNG 或 JPEG 图片</translation>
    </message>
    <message>
        <source>must be a complete picture</source>
        <translation>必须是完整的图片</translation>
    </message>
    <message>
        <source>must be a condition such as &quot;maml.loss_after &lt; 0&quot;, &quot;in 500 steps&quot; or &quot;at 1000&quot;, not {got}</source>
        <translation>必须是条件，例如 &quot;maml.loss_after &lt; 0&quot;、&quot;in 500 steps&quot; 或 &quot;at 1000&quot;，而不是 {got}</translation>
    </message>
    <message>
        <source>must be a curve (k,) over the inner steps, or several (k, n), not the shape {shape}</source>
        <translation>必须是沿内层步的一条曲线 (k,) 或多条曲线 (k, n)，不能是形状 {shape}</translation>
    </message>
    <message>
        <source>must be a file</source>
        <translation>必须是文件</translation>
    </message>
    <message>
        <source>must be a file or folder itself, not a link</source>
        <translation>必须是文件或文件夹本身，而不是链接</translation>
    </message>
    <message>
        <source>must be a file, or a sweep&apos;s folder, which has {name} in it</source>
        <translation>必须是文件，或含有 {name} 的参数扫描文件夹</translation>
    </message>
    <message>
        <source>must be a file: {path}</source>
        <translation>必须是文件：{path}</translation>
    </message>
    <message>
        <source>must be a finite number, not {got}</source>
        <translation>必须是有限的数，而不是 {got}</translation>
    </message>
    <message>
        <source>must be a folder or zip file of Omniglot, but does not exist</source>
        <translation>必须是 Omniglot 的文件夹或 zip 文件，但它不存在</translation>
    </message>
    <message>
        <source>must be a folder or zip file with a folder of pictures for each class</source>
        <translation>必须是文件夹或 zip 文件，其中每个类别有一个图片文件夹</translation>
    </message>
    <message>
        <source>must be a folder with MNIST&apos;s idx files, but does not exist</source>
        <translation>必须是含 MNIST idx 文件的文件夹，但它不存在</translation>
    </message>
    <message>
        <source>must be a folder with MNIST&apos;s idx files, or one of these; unpack an archive first</source>
        <translation>必须是含 MNIST idx 文件的文件夹，或其中一个文件；压缩包请先解压</translation>
    </message>
    <message>
        <source>must be a list of 1 to {most} scenarios</source>
        <translation>必须是 1 到 {most} 个场景的列表</translation>
    </message>
    <message>
        <source>must be a list of absolute paths</source>
        <translation>必须是绝对路径的列表</translation>
    </message>
    <message>
        <source>must be a list of names</source>
        <translation>必须是名称的列表</translation>
    </message>
    <message>
        <source>must be a list of names, not {got}</source>
        <translation>必须是名称的列表，不能是 {got}</translation>
    </message>
    <message>
        <source>must be a list of {d} numbers</source>
        <translation>必须是 {d} 个数的列表</translation>
    </message>
    <message>
        <source>must be a list that is not empty</source>
        <translation>必须是非空的列表</translation>
    </message>
    <message>
        <source>must be a list, not {got}</source>
        <translation>必须是列表，而不是 {got}</translation>
    </message>
    <message>
        <source>must be a map (rows, columns), or one for each inner step, not the shape {shape}</source>
        <translation>必须是一幅图（行、列），或每个内层步一幅，不能是形状 {shape}</translation>
    </message>
    <message>
        <source>must be a mapping from methods, {known}, to their paths</source>
        <translation>必须是从方法 {known} 到其路径的映射</translation>
    </message>
    <message>
        <source>must be a mapping from names</source>
        <translation>必须是以名称为键的映射</translation>
    </message>
    <message>
        <source>must be a meta-step after {now}, not {step}</source>
        <translation>必须是 {now} 之后的元步，而不是 {step}</translation>
    </message>
    <message>
        <source>must be a method of the story, not {method}; did you mean {near}?</source>
        <translation>必须是该故事的方法，而不是 {method}；是否指 {near}？</translation>
    </message>
    <message>
        <source>must be a method of {scenario}, not {got}; known: {known}</source>
        <translation>必须是 {scenario} 的一种方法，而不是 {got}；已知：{known}</translation>
    </message>
    <message>
        <source>must be a metric &lt;subject&gt;.&lt;quantity&gt; of {scenario}, not {got}; subjects: {known}</source>
        <translation>必须是 {scenario} 的一个指标 &lt;subject&gt;.&lt;quantity&gt;，而不是 {got}；subject 可为：{known}</translation>
    </message>
    <message>
        <source>must be a metric &lt;subject&gt;.&lt;quantity&gt;, not {got}; did you mean {near}?</source>
        <translation>必须是形如 &lt;subject&gt;.&lt;quantity&gt; 的指标，而不是 {got}；您是否指 {near}？</translation>
    </message>
    <message>
        <source>must be a name of 1 to 40 letters without a dot, and not begin with _ or a space</source>
        <translation>必须是 1 到 40 个字符的名称，不含点，也不以 _ 或空格开头</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>必须是数</translation>
    </message>
    <message>
        <source>must be a number or the name of a metric, not {got}</source>
        <translation>必须是一个数或一个指标的名称，而不是 {got}</translation>
    </message>
    <message>
        <source>must be a number such as 0.05, not {got}</source>
        <translation>必须是数，例如 0.05，而不是 {got}</translation>
    </message>
    <message>
        <source>must be a number, not {got}</source>
        <translation>必须是数，而不是 {got}</translation>
    </message>
    <message>
        <source>must be a picture, but is not a file</source>
        <translation>必须是图片，但它不是文件</translation>
    </message>
    <message>
        <source>must be a picture: PNG, JPEG, BMP or WebP</source>
        <translation>必须是图片：PNG、JPEG、BMP 或 WebP</translation>
    </message>
    <message>
        <source>must be a point (d,) or inner steps (k, d), not the shape {shape}</source>
        <translation>必须是一个点 (d,) 或若干内层步 (k, d)，不能是形状 {shape}</translation>
    </message>
    <message>
        <source>must be a positive number of seconds, not {got}</source>
        <translation>必须是正的秒数，不能是 {got}</translation>
    </message>
    <message>
        <source>must be a range within 1 to {limit}, not {least} to {most}</source>
        <translation>必须是 1 到 {limit} 之内的范围，而不是 {least} 到 {most}</translation>
    </message>
    <message>
        <source>must be a regular file</source>
        <translation>必须是普通文件</translation>
    </message>
    <message>
        <source>must be a run of this sweep, which has {count}, not number {index}</source>
        <translation>必须是此扫描的运行，共 {count} 个，而不是第 {index} 号</translation>
    </message>
    <message>
        <source>must be a scenario or a lesson (.json), a session (.metascope) or a weights file (.safetensors)</source>
        <translation>必须是场景或教程（.json）、会话（.metascope）或权重文件（.safetensors）</translation>
    </message>
    <message>
        <source>must be a scenario that opens no others</source>
        <translation>必须是不会打开其他场景的场景</translation>
    </message>
    <message>
        <source>must be a scenario&apos;s name, its file, or the scenario itself</source>
        <translation>必须是场景的名称、场景文件或场景本身</translation>
    </message>
    <message>
        <source>must be a session saved by Metascope</source>
        <translation>必须是 Metascope 保存的会话</translation>
    </message>
    <message>
        <source>must be a sweep of Metascope: an object with &quot;metascope_sweep&quot;: {format}</source>
        <translation>必须是 Metascope 的扫描：含有 &quot;metascope_sweep&quot;: {format} 的对象</translation>
    </message>
    <message>
        <source>must be a sweep&apos;s folder, with {name} in it</source>
        <translation>必须是扫描的文件夹，其中有 {name}</translation>
    </message>
    <message>
        <source>must be a value</source>
        <translation>必须是一个值</translation>
    </message>
    <message>
        <source>must be a whole number from 0 on, not {got}</source>
        <translation>必须是不小于 0 的整数，不能是 {got}</translation>
    </message>
    <message>
        <source>must be a whole number from 0 to {last}, not {got}</source>
        <translation>必须是 0 到 {last} 的整数，而不是 {got}</translation>
    </message>
    <message>
        <source>must be a whole number from 1 to {limit}, not {got}</source>
        <translation>必须是 1 到 {limit} 的整数，而不是 {got}</translation>
    </message>
    <message>
        <source>must be a whole number such as 20, not {got}</source>
        <translation>必须是整数，例如 20，而不是 {got}</translation>
    </message>
    <message>
        <source>must be a whole number, not {got}</source>
        <translation>必须是整数，而不是 {got}</translation>
    </message>
    <message>
        <source>must be a writable folder: {reason}</source>
        <translation>必须是可写的文件夹：{reason}</translation>
    </message>
    <message>
        <source>must be a year, not {got}</source>
        <translation>必须是年份，而不是 {got}</translation>
    </message>
    <message>
        <source>must be above 0, or the loss has no minimum</source>
        <translation>必须大于 0，否则损失没有最小值</translation>
    </message>
    <message>
        <source>must be absent or the same as story ({story}), not {scene}</source>
        <translation>必须省略，或与 story（{story}）相同，而不是 {scene}</translation>
    </message>
    <message>
        <source>must be absent: this scene has no pages</source>
        <translation>必须省略：此场景没有页面</translation>
    </message>
    <message>
        <source>must be adam where the meta-gradient is exact, not {got}</source>
        <translation>元梯度为精确时必须是 adam，而不是 {got}</translation>
    </message>
    <message>
        <source>must be an address such as tcp://10.0.0.1:8786 or tls://10.0.0.1:8786, not {got}</source>
        <translation>必须是 tcp://10.0.0.1:8786 或 tls://10.0.0.1:8786 这样的地址，而不是 {got}</translation>
    </message>
    <message>
        <source>must be an object of reasons by name</source>
        <translation>必须是按名称给出理由的对象</translation>
    </message>
    <message>
        <source>must be an object of settings</source>
        <translation>必须是设置的对象</translation>
    </message>
    <message>
        <source>must be an object with a lesson&apos;s keys</source>
        <translation>必须是含有教程各键的对象</translation>
    </message>
    <message>
        <source>must be an object with a scenario&apos;s keys</source>
        <translation>必须是具有场景各键的对象</translation>
    </message>
    <message>
        <source>must be an object with the keys {keys}</source>
        <translation>必须是具有 {keys} 这些键的对象</translation>
    </message>
    <message>
        <source>must be an object, not {got}</source>
        <translation>必须是一个对象，而不是 {got}</translation>
    </message>
    <message>
        <source>must be another scenario than those before</source>
        <translation>必须是与前面不同的场景</translation>
    </message>
    <message>
        <source>must be at least 1 when a network is trained on minibatches, not 0</source>
        <translation>网络用小批量训练时必须至少为 1，而不是 0</translation>
    </message>
    <message>
        <source>must be at least 1 when an LSTM makes the update, not 0</source>
        <translation>由 LSTM 产生更新时必须至少为 1，而不是 0</translation>
    </message>
    <message>
        <source>must be at least 1, not {got}</source>
        <translation>必须至少为 1，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at least 2, so that one follows another, not {got}</source>
        <translation>必须至少为 2，才能一项接着一项，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at least the {updates} updates when only the final loss counts, not {got}</source>
        <translation>只计最终损失时，必须至少为更新次数 {updates}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at least the {updates} updates when the start is learned, not {got}</source>
        <translation>学习起点时，必须至少为更新次数 {updates}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at least {ge}, not {got}</source>
        <translation>必须至少为 {ge}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at least {heads}, one for each head to write to, not {got}</source>
        <translation>必须至少为 {heads}，每个读写头各写一行，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at least {least} bytes, not {got}</source>
        <translation>必须至少为 {least} 字节，不能是 {got}</translation>
    </message>
    <message>
        <source>must be at least {least}, since an episode takes {ways} of the held-out quarter, not {got}</source>
        <translation>必须至少为 {least}，因为一个回合要从留出的四分之一中取 {ways} 个，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at least {needed} for each class (for updates and test), not {got}</source>
        <translation>每个类别必须至少有 {needed} 张（用于更新和测试），而不是 {got}</translation>
    </message>
    <message>
        <source>must be at least {needed}, the vectors to remember in the longest sequence, not {got}</source>
        <translation>必须至少为 {needed}，即最长序列中要记住的向量数，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most 1 / η = {most:.3g}, not {got:.3g}: otherwise the forget gate 1 − ηλ is negative</source>
        <translation>必须至多为 1 / η = {most:.3g}，而不是 {got:.3g}：否则遗忘门 1 − ηλ 为负</translation>
    </message>
    <message>
        <source>must be at most 10 for MNIST, not {got}</source>
        <translation>对于 MNIST 必须至多为 10，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most 20 per class, not {got}</source>
        <translation>每个类别必须至多为 20，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most the {all} examples of an episode, not {got}</source>
        <translation>必须至多为一个回合的全部 {all} 个样本，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most the {points} points of a wave, not {got}</source>
        <translation>必须至多为一个正弦波的 {points} 个点，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most {last}, not {step}</source>
        <translation>必须至多为 {last}，而不是 {step}</translation>
    </message>
    <message>
        <source>must be at most {le}, not {got}</source>
        <translation>必须至多为 {le}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most {limit} bytes</source>
        <translation>必须至多为 {limit} 字节</translation>
    </message>
    <message>
        <source>must be at most {most} points, not {got}</source>
        <translation>必须至多为 {most} 个点，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most {most} with {updates} updates, not {got}</source>
        <translation>更新 {updates} 次时必须至多为 {most}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most {most}, not {span}: one problem of {n} coordinates with {units} units in {layers} layers needs {work:.2g} numbers, over the limit of {limit:.0e}</source>
        <translation>必须至多为 {most}，而不是 {span}：一个 {n} 维的问题，用 {layers} 层、每层 {units} 个单元，需要 {work:.2g} 个数，超过上限 {limit:.0e}</translation>
    </message>
    <message>
        <source>must be at most {most}, since a character has {drawings} drawings for shots and queries, not {got}</source>
        <translation>必须至多为 {most}，因为一个字符有 {drawings} 个手写样本可作支撑样本和查询样本，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most {most}, the number of classes to train on, not {got}</source>
        <translation>必须至多为训练类别的数量 {most}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most {most}, the number of classes, not {got}</source>
        <translation>必须至多为类别的数量 {most}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most {most}, the pictures of a training episode, not {got}</source>
        <translation>必须至多为一个训练回合的图片数 {most}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most {most}, the supports of an episode, not {got}</source>
        <translation>必须至多为一个回合的支撑样本数 {most}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most {steps}, where the run ends</source>
        <translation>必须至多为 {steps}，运行在那里结束</translation>
    </message>
    <message>
        <source>must be at most {vectors}, the number of vectors, not {got}</source>
        <translation>必须至多为向量的数量 {vectors}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be empty unless the family is quadratics, not {family}</source>
        <translation>必须为空，除非任务族是二次函数（quadratics），而不是 {family}</translation>
    </message>
    <message>
        <source>must be empty, or a folder of this sweep; it holds {names}</source>
        <translation>必须为空，或是此扫描的文件夹；其中已有 {names}</translation>
    </message>
    <message>
        <source>must be erase, overwrite or swap, not {got}</source>
        <translation>必须是 erase、overwrite 或 swap，而不是 {got}</translation>
    </message>
    <message>
        <source>must be false when curvatures or optima are given</source>
        <translation>给定曲率或最优点时必须为 false</translation>
    </message>
    <message>
        <source>must be from 1 to 10, not {got}</source>
        <translation>必须为 1 到 10，而不是 {got}</translation>
    </message>
    <message>
        <source>must be from 1 to 20, not {got}</source>
        <translation>必须为 1 到 20，而不是 {got}</translation>
    </message>
    <message>
        <source>must be from 1 to 64, not {got}</source>
        <translation>必须为 1 到 64，而不是 {got}</translation>
    </message>
    <message>
        <source>must be from 1 to {largest}, not {got}</source>
        <translation>必须为 1 到 {largest}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be from 1 to {most}, not {got}</source>
        <translation>必须在 1 到 {most} 之间，而不是 {got}</translation>
    </message>
    <message>
        <source>must be from 1 to {most}, the number of drawings per class, not {got}</source>
        <translation>必须为 1 到每个类别的手写样本数 {most}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be from 2 to {most}, the number of classes, not {got}</source>
        <translation>必须为 2 到类别的数量 {most}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be given once</source>
        <translation>只能给出一次</translation>
    </message>
    <message>
        <source>must be in black and white, grey or 8 bits for each colour, not in the mode {mode}</source>
        <translation>必须是黑白、灰度或每种颜色 8 位，而不是模式 {mode}</translation>
    </message>
    <message>
        <source>must be in this scene, which has no {wanted}; did you mean {near}?</source>
        <translation>必须在这个场景画面中，其中没有 {wanted}；是否指 {near}？</translation>
    </message>
    <message>
        <source>must be larger than the last one, {last}, not {got}</source>
        <translation>必须大于上一个（{last}），不能是 {got}</translation>
    </message>
    <message>
        <source>must be less than the upper end {high}, not {low}</source>
        <translation>必须小于上限 {high}，而不是 {low}</translation>
    </message>
    <message>
        <source>must be less than {tasks}, the number of held-out waves (counted from 0), not {got}</source>
        <translation>必须小于留出的正弦波数 {tasks}（从 0 计起），而不是 {got}</translation>
    </message>
    <message>
        <source>must be made of lists, not {got}</source>
        <translation>必须由列表组成，而不是 {got}</translation>
    </message>
    <message>
        <source>must be made of rows of {length} values</source>
        <translation>必须由每行 {length} 个值组成</translation>
    </message>
    <message>
        <source>must be more than the {context} bits of a context, not {got}</source>
        <translation>必须多于上下文的 {context} 位，而不是 {got}</translation>
    </message>
    <message>
        <source>must be more than {gt}, not {got}</source>
        <translation>必须大于 {gt}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be name=value, not {got}</source>
        <translation>必须是 name=value，而不是 {got}</translation>
    </message>
    <message>
        <source>must be named once: {got}</source>
        <translation>只能列出一次：{got}</translation>
    </message>
    <message>
        <source>must be numbers in rows of one length: {reason}</source>
        <translation>必须是每行等长的数：{reason}</translation>
    </message>
    <message>
        <source>must be of the form {known}, not {got}</source>
        <translation>必须是 {known} 的形式，而不是 {got}</translation>
    </message>
    <message>
        <source>must be of the story {story}, not {got}</source>
        <translation>必须属于主题 {story}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be off where the meta-gradient is exact: an episode&apos;s end is a jump</source>
        <translation>元梯度为精确时必须关闭：回合的提前结束是一个跳变</translation>
    </message>
    <message>
        <source>must be on where all other methods are off: one must take part</source>
        <translation>其他方法都关闭时必须开启：至少要有一个方法参与</translation>
    </message>
    <message>
        <source>must be one number: {reason}</source>
        <translation>必须是一个数：{reason}</translation>
    </message>
    <message>
        <source>must be one of the tasks {letters}, not {got}</source>
        <translation>必须是任务 {letters} 之一，而不是 {got}</translation>
    </message>
    <message>
        <source>must be one of {known}, not {got}</source>
        <translation>必须是 {known} 之一，而不是 {got}</translation>
    </message>
    <message>
        <source>must be one of {names}, or null, not {got}</source>
        <translation>必须是 {names} 之一，或 null，而不是 {got}</translation>
    </message>
    <message>
        <source>must be one that there is, not {got}; did you mean {near}?</source>
        <translation>必须是已有的，而不是 {got}；是否指 {near}？</translation>
    </message>
    <message>
        <source>must be places (d,), or directions (d, {size}), not the shape {shape}</source>
        <translation>必须是位置 (d,) 或方向 (d, {size})，不能是形状 {shape}</translation>
    </message>
    <message>
        <source>must be real numbers of shape {shape}, not {got}</source>
        <translation>必须是形状为 {shape} 的实数，而不是 {got}</translation>
    </message>
    <message>
        <source>must be real numbers, not {kind}</source>
        <translation>必须是实数，不能是 {kind}</translation>
    </message>
    <message>
        <source>must be square, {least} to {largest} pixels along an edge, not {width} × {height}</source>
        <translation>必须是正方形，边长 {least} 到 {largest} 像素，而不是 {width} × {height}</translation>
    </message>
    <message>
        <source>must be stored or deflated, as zip files usually are: {name}</source>
        <translation>必须像 zip 文件通常那样存储或压缩（deflate）：{name}</translation>
    </message>
    <message>
        <source>must be text, not {got}</source>
        <translation>必须是文本，而不是 {got}</translation>
    </message>
    <message>
        <source>must be the name of a view, at most 40 characters</source>
        <translation>必须是视图的名称，至多 40 个字符</translation>
    </message>
    <message>
        <source>must be three different classes, or null, not {got}</source>
        <translation>必须是三个不同的类别，或 null，而不是 {got}</translation>
    </message>
    <message>
        <source>must be true</source>
        <translation>必须为 true</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>必须是 true 或 false</translation>
    </message>
    <message>
        <source>must be true or false, not {got}</source>
        <translation>必须是 true 或 false，而不是 {got}</translation>
    </message>
    <message>
        <source>must be true unless another method is: enable at least one method</source>
        <translation>必须为 true，除非另有方法为 true：请至少启用一个方法</translation>
    </message>
    <message>
        <source>must be true when an LSTM makes the update, which it bases on the gradient</source>
        <translation>由 LSTM 产生更新时必须为 true，因为更新以梯度为依据</translation>
    </message>
    <message>
        <source>must be weights of {wanted}, not of {got}</source>
        <translation>必须是 {wanted} 的权重，而不是 {got} 的</translation>
    </message>
    <message>
        <source>must be weights saved by Metascope, but their metadata are missing</source>
        <translation>必须是 Metascope 保存的权重，但缺少其元数据</translation>
    </message>
    <message>
        <source>must be weights saved by Metascope, but their metadata are not texts</source>
        <translation>必须是 Metascope 保存的权重，但其元数据不是文本</translation>
    </message>
    <message>
        <source>must be whole numbers from 0 to {last}, places in a point</source>
        <translation>必须是 0 到 {last} 的整数，即点中的位置</translation>
    </message>
    <message>
        <source>must be written by a sweep of Metascope</source>
        <translation>必须由 Metascope 的扫描写成</translation>
    </message>
    <message>
        <source>must be {count} texts, one for each value</source>
        <translation>必须是 {count} 个文本，每个值一个</translation>
    </message>
    <message>
        <source>must be {expected}, not {got}</source>
        <translation>必须是 {expected}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be {format}</source>
        <translation>必须是 {format}</translation>
    </message>
    <message>
        <source>must be {format}, not {got}: it is from a newer Metascope</source>
        <translation>必须是 {format}，而不是 {got}：它来自更新版本的 Metascope</translation>
    </message>
    <message>
        <source>must be {low:g} to {high:g}, not {got:g}</source>
        <translation>必须为 {low:g} 到 {high:g}，而不是 {got:g}</translation>
    </message>
    <message>
        <source>must be {low} to {high} frames per second, not {got}</source>
        <translation>必须为每秒 {low} 到 {high} 帧，而不是 {got}</translation>
    </message>
    <message>
        <source>must be {low} to {high} pixels, not {got}</source>
        <translation>必须为 {low} 到 {high} 像素，而不是 {got}</translation>
    </message>
    <message>
        <source>must be {low} to {high} units (1/96 inch) in both directions, not {width} x {height}</source>
        <translation>两个方向上都必须为 {low} 到 {high} 单位（1/96 英寸），而不是 {width} x {height}</translation>
    </message>
    <message>
        <source>must be {name}, not {got}</source>
        <translation>必须是 {name}，不能是 {got}</translation>
    </message>
    <message>
        <source>must be {needed} with the trained weights that come with the program, not {got}</source>
        <translation>使用随程序提供的训练好的权重时必须为 {needed}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be {what}, not {got}</source>
        <translation>必须是{what}，而不是 {got}</translation>
    </message>
    <message>
        <source>must begin with the magic number {expected}, not {got}</source>
        <translation>必须以魔数 {expected} 开头，而不是 {got}</translation>
    </message>
    <message>
        <source>must compare with a finite number, not {got}</source>
        <translation>必须与有限的数比较，而不是 {got}</translation>
    </message>
    <message>
        <source>must end below {end}</source>
        <translation>必须在 {end} 以下结束</translation>
    </message>
    <message>
        <source>must end in .png, .svg or .pdf</source>
        <translation>必须以 .png、.svg 或 .pdf 结尾</translation>
    </message>
    <message>
        <source>must end in .png, .svg, .pdf or .csv</source>
        <translation>必须以 .png、.svg、.pdf 或 .csv 结尾</translation>
    </message>
    <message>
        <source>must end {expected} bytes after its header, but is longer</source>
        <translation>必须在文件头之后 {expected} 字节处结束，但实际更长</translation>
    </message>
    <message>
        <source>must fulfil what &quot;where&quot; asks for, as {got} does not</source>
        <translation>必须满足“where”所要求的，而 {got} 不满足</translation>
    </message>
    <message>
        <source>must give at most {most} pixels, not {got}</source>
        <translation>必须给出至多 {most} 像素，而不是 {got}</translation>
    </message>
    <message>
        <source>must give at most {most} pixels, not {pixels}</source>
        <translation>必须给出至多 {most} 像素，而不是 {pixels}</translation>
    </message>
    <message>
        <source>must give {names} for each run</source>
        <translation>每次运行都必须给出 {names}</translation>
    </message>
    <message>
        <source>must go from a number above 0 to another</source>
        <translation>必须从一个大于 0 的数到另一个大于 0 的数</translation>
    </message>
    <message>
        <source>must go from a number to another one</source>
        <translation>必须从一个数到另一个不同的数</translation>
    </message>
    <message>
        <source>must have &quot;at_least&quot;, &quot;at_most&quot; or both</source>
        <translation>必须有“at_least”、“at_most”或两者</translation>
    </message>
    <message>
        <source>must have &quot;step&quot;, &quot;inner&quot; or both</source>
        <translation>必须有“step”、“inner”或两者</translation>
    </message>
    <message>
        <source>must have a folder for each class, with its pictures: PNG, JPEG, BMP or WebP</source>
        <translation>每个类别必须有一个文件夹，内有其图片：PNG、JPEG、BMP 或 WebP</translation>
    </message>
    <message>
        <source>must have a header of at most {limit} bytes, not {got}</source>
        <translation>文件头最多只能有 {limit} 字节，而不是 {got}</translation>
    </message>
    <message>
        <source>must have a picture or the file of one</source>
        <translation>必须含有一张图片或图片文件</translation>
    </message>
    <message>
        <source>must have as many labels as {images} has pictures, {expected}, not {got}</source>
        <translation>标签数必须与 {images} 的图片数 {expected} 相同，而不是 {got}</translation>
    </message>
    <message>
        <source>must have at least 1 entry, not 0</source>
        <translation>必须至少有 1 项，而不是 0</translation>
    </message>
    <message>
        <source>must have at least {drawings} pictures of each class, not {got}</source>
        <translation>每个类别必须至少有 {drawings} 张图片，而不是 {got}</translation>
    </message>
    <message>
        <source>must have at least {least} pictures, not {got}</source>
        <translation>必须至少有 {least} 张图片，而不是 {got}</translation>
    </message>
    <message>
        <source>must have at least {min_length} characters</source>
        <translation>必须至少有 {min_length} 个字符</translation>
    </message>
    <message>
        <source>must have at least {min_length} entries, not {actual_length}</source>
        <translation>必须至少有 {min_length} 项，而不是 {actual_length} 项</translation>
    </message>
    <message>
        <source>must have at most {limit} tensors, not {got}</source>
        <translation>最多只能有 {limit} 个张量，而不是 {got} 个</translation>
    </message>
    <message>
        <source>must have at most {max_length} characters</source>
        <translation>最多只能有 {max_length} 个字符</translation>
    </message>
    <message>
        <source>must have at most {max_length} entries, not {actual_length}</source>
        <translation>必须至多有 {max_length} 项，而不是 {actual_length}</translation>
    </message>
    <message>
        <source>must have at most {most} bytes</source>
        <translation>必须至多有 {most} 字节</translation>
    </message>
    <message>
        <source>must have at most {most} bytes of data, not {got}</source>
        <translation>必须至多有 {most} 字节的数据，而不是 {got}</translation>
    </message>
    <message>
        <source>must have at most {most} bytes of pictures when unpacked, not {got}</source>
        <translation>解压后必须至多有 {most} 字节的图片，而不是 {got}</translation>
    </message>
    <message>
        <source>must have at most {most} entries</source>
        <translation>必须至多有 {most} 项</translation>
    </message>
    <message>
        <source>must have at most {most} inner steps, not {got}</source>
        <translation>最多有 {most} 个内层步，不能是 {got} 个</translation>
    </message>
    <message>
        <source>must have at most {most} numbers, {side} along an axis, not the shape {shape}</source>
        <translation>最多有 {most} 个数，每个轴最多 {side} 个，不能是形状 {shape}</translation>
    </message>
    <message>
        <source>must have at most {most} pixels, not {width} × {height}</source>
        <translation>必须至多有 {most} 像素，而不是 {width} × {height}</translation>
    </message>
    <message>
        <source>must have at most {most} pixels, {side} along an edge, not {width} × {height}</source>
        <translation>必须至多有 {most} 像素，边长至多 {side}，而不是 {width} × {height}</translation>
    </message>
    <message>
        <source>must have before, row, how and optionally other</source>
        <translation>必须有 before、row、how，也可以有 other</translation>
    </message>
    <message>
        <source>must have either &quot;is&quot;, or &quot;at_least&quot; or &quot;at_most&quot; or both</source>
        <translation>必须有“is”，或者“at_least”、“at_most”或两者</translation>
    </message>
    <message>
        <source>must have exactly one of {kinds}; it has {got}</source>
        <translation>必须恰好有 {kinds} 之一；现有 {got}</translation>
    </message>
    <message>
        <source>must have exactly {names}</source>
        <translation>必须恰好有 {names}</translation>
    </message>
    <message>
        <source>must have gradients, [a, b] for a·k + b, and products, c for c·k</source>
        <translation>必须有梯度 gradients（[a, b] 表示 a·k + b）和乘积 products（c 表示 c·k）</translation>
    </message>
    <message>
        <source>must have groups, or be made by something</source>
        <translation>必须有分组，或按某种属性生成</translation>
    </message>
    <message>
        <source>must have labels from 0 to {most}, not {got} (label number {at})</source>
        <translation>标签必须为 0 到 {most}，而不是 {got}（第 {at} 个标签）</translation>
    </message>
    <message>
        <source>must have more classes: of its {every}, {fewest} are in the smallest of the parts to learn from, to validate and to judge by, and an episode needs {classes}</source>
        <translation>必须有更多类别：它共有 {every} 个，而用于学习、验证和评判的各部分中最小的只有 {fewest} 个，一个回合需要 {classes} 个</translation>
    </message>
    <message>
        <source>must have one number per dimension ({d}), not {got}</source>
        <translation>每个维度必须有一个数（共 {d} 个），而不是 {got}</translation>
    </message>
    <message>
        <source>must have one of &quot;below&quot; and &quot;above&quot;</source>
        <translation>必须有“below”和“above”之一</translation>
    </message>
    <message>
        <source>must have one of &quot;right&quot; and &quot;right_if&quot;</source>
        <translation>必须有“right”和“right_if”之一</translation>
    </message>
    <message>
        <source>must have one row for each of the {tasks} tasks, not {got}</source>
        <translation>{tasks} 个任务必须各有一行，而不是 {got}</translation>
    </message>
    <message>
        <source>must have pictures in the layout {layout}; there are none</source>
        <translation>必须有布局为 {layout} 的图片；但一张也没有</translation>
    </message>
    <message>
        <source>must have pictures of every class; there is none of {label}</source>
        <translation>必须有每个类别的图片；{label} 一张也没有</translation>
    </message>
    <message>
        <source>must have pictures of one size, not of {one} and {other} pixels</source>
        <translation>图片大小必须相同，而不是既有 {one} 像素又有 {other} 像素的</translation>
    </message>
    <message>
        <source>must have scenarios, or be only named</source>
        <translation>必须有场景，或只提到名称</translation>
    </message>
    <message>
        <source>must have see, the moment at which this is seen, or be only named</source>
        <translation>必须有 see，即能看到它的时刻，或只提到名称</translation>
    </message>
    <message>
        <source>must have square pictures of 1 to {largest} pixels per edge, not {rows} × {columns}</source>
        <translation>图片必须是边长 1 到 {largest} 像素的正方形，而不是 {rows} × {columns}</translation>
    </message>
    <message>
        <source>must have the path of a method</source>
        <translation>必须有一个方法的路径</translation>
    </message>
    <message>
        <source>must have the settings {names}, as the first has</source>
        <translation>必须与第一个一样有设置 {names}</translation>
    </message>
    <message>
        <source>must have the shape {was}, as it had first, not {got}</source>
        <translation>形状必须与最初的 {was} 相同，不能是 {got}</translation>
    </message>
    <message>
        <source>must have train-images-idx3-ubyte or t10k-images-idx3-ubyte, or either with .gz</source>
        <translation>必须有 train-images-idx3-ubyte 或 t10k-images-idx3-ubyte，或带 .gz 的其中之一</translation>
    </message>
    <message>
        <source>must have two numbers in each row, one for each arm</source>
        <translation>每行必须有两个数，每个摇臂一个</translation>
    </message>
    <message>
        <source>must have two numbers in each row, x and y</source>
        <translation>每行必须有两个数，x 和 y</translation>
    </message>
    <message>
        <source>must have {expected} pictures, as every character of Omniglot, not {got}</source>
        <translation>必须像 Omniglot 的每个字符那样有 {expected} 张图片，而不是 {got}</translation>
    </message>
    <message>
        <source>must have {keys} and nothing else</source>
        <translation>必须有 {keys}，且没有其他内容</translation>
    </message>
    <message>
        <source>must have {missing}</source>
        <translation>必须有 {missing}</translation>
    </message>
    <message>
        <source>must have {name} only once</source>
        <translation>{name} 只能出现一次</translation>
    </message>
    <message>
        <source>must have {side} pixels along an edge, as the others of its character, not {got}</source>
        <translation>边长必须像同一字符的其他图片那样为 {side} 像素，而不是 {got}</translation>
    </message>
    <message>
        <source>must have {width} numbers in each row</source>
        <translation>每行必须有 {width} 个数</translation>
    </message>
    <message>
        <source>must hold a number, not the shape {shape}</source>
        <translation>必须至少有一个数，不能是形状 {shape}</translation>
    </message>
    <message>
        <source>must hold a step for each lesson</source>
        <translation>必须为每个教程保存一个步骤</translation>
    </message>
    <message>
        <source>must hold the rows of a sweep</source>
        <translation>必须含有扫描的行</translation>
    </message>
    <message>
        <source>must hold {needed}, which is needed to do this step</source>
        <translation>必须包含 {needed}，做这一步需要它</translation>
    </message>
    <message>
        <source>must leave alphabets to train on: {alphabets} are too few to hold out {validation} and {test}</source>
        <translation>必须留下用于训练的字母表：{alphabets} 个太少，无法留出 {validation} 个和 {test} 个</translation>
    </message>
    <message>
        <source>must leave at least one support on the table</source>
        <translation>桌上必须至少留下一个支撑样本</translation>
    </message>
    <message>
        <source>must lie between -1000 and 1000</source>
        <translation>必须在 -1000 与 1000 之间</translation>
    </message>
    <message>
        <source>must lie between -{limit:.0f} and {limit:.0f}</source>
        <translation>必须在 -{limit:.0f} 与 {limit:.0f} 之间</translation>
    </message>
    <message>
        <source>must lie between -{x:.0f} and {x:.0f} along x, and between -{y:.0f} and {y:.0f} along y</source>
        <translation>必须沿 x 在 -{x:.0f} 与 {x:.0f} 之间，沿 y 在 -{y:.0f} 与 {y:.0f} 之间</translation>
    </message>
    <message>
        <source>must lie between 0 and 1: how often an arm pays</source>
        <translation>必须在 0 与 1 之间：摇臂有奖励的频率</translation>
    </message>
    <message>
        <source>must lie between {low} and {high}, not {got}</source>
        <translation>必须在 {low} 与 {high} 之间，而不是 {got}</translation>
    </message>
    <message>
        <source>must lie in the plane, between -{reach:.0f} and {reach:.0f} along x and y</source>
        <translation>必须位于平面内，沿 x 和 y 都在 -{reach:.0f} 与 {reach:.0f} 之间</translation>
    </message>
    <message>
        <source>must list at most {most} runs</source>
        <translation>必须列出至多 {most} 次运行</translation>
    </message>
    <message>
        <source>must make at most {most:,} runs, not {count:,}</source>
        <translation>最多只能产生 {most:,} 个运行，而不是 {count:,} 个</translation>
    </message>
    <message>
        <source>must name a folder, as the scenario needs its data</source>
        <translation>必须指定文件夹，因为场景需要其中的数据</translation>
    </message>
    <message>
        <source>must name a part of the stage ({known}), not {got}</source>
        <translation>必须指出舞台的一部分（{known}），而不是 {got}</translation>
    </message>
    <message>
        <source>must name a scenario of the gallery; did you mean {near}?</source>
        <translation>必须是场景库中某个场景的名称；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>must name a setting</source>
        <translation>必须指出一个设置</translation>
    </message>
    <message>
        <source>must name a setting that is a number, not {got}</source>
        <translation>必须是值为数的设置的名称，而不是 {got}</translation>
    </message>
    <message>
        <source>must name at least one setting</source>
        <translation>必须至少指定一个设置</translation>
    </message>
    <message>
        <source>must name each run once</source>
        <translation>每次运行只能列出一次</translation>
    </message>
    <message>
        <source>must name parts of the stage or settings, not {got}; did you mean {near}?</source>
        <translation>必须指出舞台的部分或设置，而不是 {got}；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>must name parts of the stage or settings, not {name}; did you mean {near}?</source>
        <translation>必须是舞台各部分或设置的名称，而不是 {name}；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>must name the folder or zip file of Omniglot</source>
        <translation>必须指明 Omniglot 的文件夹或 zip 文件</translation>
    </message>
    <message>
        <source>must name the folder or zip file with a folder of pictures for each class</source>
        <translation>必须指明文件夹或 zip 文件，其中每个类别有一个图片文件夹</translation>
    </message>
    <message>
        <source>must name the folder with the idx files of MNIST</source>
        <translation>必须指明含 MNIST idx 文件的文件夹</translation>
    </message>
    <message>
        <source>must name the view to enlarge</source>
        <translation>必须指明要放大的视图</translation>
    </message>
    <message>
        <source>must name what is on a page, not {page}; did you mean {near}?</source>
        <translation>必须是页面上内容的名称，而不是 {page}；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>must not be given beside &quot;steps&quot;</source>
        <translation>不能与 &quot;steps&quot; 同时给出</translation>
    </message>
    <message>
        <source>must not be in a shared line: choose the folder in the settings</source>
        <translation>不能出现在分享的一行中：请在设置中选择文件夹</translation>
    </message>
    <message>
        <source>must not have a link: {name}</source>
        <translation>不得含有链接：{name}</translation>
    </message>
    <message>
        <source>must not have an entry that points outside: {name}</source>
        <translation>不得含有指向外部的条目：{name}</translation>
    </message>
    <message>
        <source>must not have {name}: metrics of no method are called so</source>
        <translation>不能含有 {name}：不属于任何方法的指标使用这个名称</translation>
    </message>
    <message>
        <source>names and texts stand between straight quotation marks, as in &quot;name&quot;</source>
        <translation>名称和文本放在直引号之间，如 &quot;name&quot;</translation>
    </message>
    <message>
        <source>nearest on pixels: {right} of {asked}</source>
        <translation>像素最近邻：{asked} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>needs &quot;view&quot;</source>
        <translation>需要“view”</translation>
    </message>
    <message>
        <source>needs --headless</source>
        <translation>需要 --headless</translation>
    </message>
    <message>
        <source>needs --headless or --sweep</source>
        <translation>需要 --headless 或 --sweep</translation>
    </message>
    <message>
        <source>needs --set before it: --set {text}</source>
        <translation>前面需要 --set：--set {text}</translation>
    </message>
    <message>
        <source>needs --sweep</source>
        <translation>需要 --sweep</translation>
    </message>
    <message>
        <source>needs Dask, which is not installed: pip install &quot;metascope[sweep]&quot;</source>
        <translation>需要 Dask，但尚未安装：pip install &quot;metascope[sweep]&quot;</translation>
    </message>
    <message>
        <source>needs a --scheduler at tls://</source>
        <translation>需要地址为 tls:// 的 --scheduler</translation>
    </message>
    <message>
        <source>needs a library that is not installed; install it with: {command}</source>
        <translation>需要一个未安装的库；安装命令：{command}</translation>
    </message>
    <message>
        <source>needs a setting that is a number: {name} is none</source>
        <translation>需要数值设置：{name} 不是数值</translation>
    </message>
    <message>
        <source>needs at most {limit} coordinates in all; {problems} problems of {n} have {got}</source>
        <translation>坐标总数必须至多为 {limit}；{problems} 个 {n} 维问题有 {got} 个</translation>
    </message>
    <message>
        <source>needs pyarrow for &quot;parquet&quot;, which is not installed: pip install &quot;metascope[sweep]&quot;, or &quot;csv&quot;</source>
        <translation>&quot;parquet&quot; 需要 pyarrow，但尚未安装：pip install &quot;metascope[sweep]&quot;，或改用 &quot;csv&quot;</translation>
    </message>
    <message>
        <source>needs the family quadratics or mixtures, not {got}</source>
        <translation>需要任务族为二次函数（quadratics）或混合（mixtures），而不是 {got}</translation>
    </message>
    <message>
        <source>networks of {n} parameters by {names}</source>
        <translation>{names} 的网络，参数 {n} 个</translation>
    </message>
    <message>
        <source>networks with {layers}</source>
        <translation>含有 {layers} 的网络</translation>
    </message>
    <message>
        <source>no comma stands behind the last entry</source>
        <translation>最后一项后面不加逗号</translation>
    </message>
    <message>
        <source>no fonts are installed: sudo apt install fonts-dejavu-core</source>
        <translation>没有安装任何字体：sudo apt install fonts-dejavu-core</translation>
    </message>
    <message>
        <source>no longer exists and was removed from the recent files</source>
        <translation>已不存在，并已从最近文件中移除</translation>
    </message>
    <message>
        <source>no process can be begun that fills it</source>
        <translation>无法启动写入它的进程</translation>
    </message>
    <message>
        <source>none of its {all} starts reached loss 0 or less; the best is {name}: {loss}</source>
        <translation>它的全部 {all} 个起点中，没有一个达到损失 0 或更低；最好的是{name}：{loss}</translation>
    </message>
    <message>
        <source>numbers must be finite, not {got}</source>
        <translation>各数必须有限，而不是 {got}</translation>
    </message>
    <message>
        <source>of what it reads, {share:.0%} was written at t = {source}</source>
        <translation>它所读取的内容中，{share:.0%} 写于 t = {source}</translation>
    </message>
    <message>
        <source>on held-out episodes {methods} diverges while adapting: the inner learning rate is too large</source>
        <translation>在留出的回合上，{methods} 在适应时发散：内层学习率太大</translation>
    </message>
    <message>
        <source>on held-out goals {methods} diverges while adapting: the inner learning rate is too large</source>
        <translation>在留出的目标上，{methods} 在适应时发散：内层学习率太大</translation>
    </message>
    <message>
        <source>one file or folder can be opened at a time</source>
        <translation>每次只能打开一个文件或文件夹</translation>
    </message>
    <message>
        <source>one moment alone takes {size:.1f} MB, and the page must be at most {limit:.1f} MB: choose fewer views, narrower pictures or a higher limit</source>
        <translation>仅一个时刻就需要 {size:.1f} MB，而网页最多 {limit:.1f} MB：请选择更少的视图、更窄的图片或更高的上限</translation>
    </message>
    <message>
        <source>one of {levels}</source>
        <translation>{levels} 之一</translation>
    </message>
    <message>
        <source>picture must be {length} digits 0 to 9 or a to f, two for each of {side} × {side} pixels</source>
        <translation>picture 必须是 {length} 个 0 到 9 或 a 到 f 的数字，{side} × {side} 个像素各两个</translation>
    </message>
    <message>
        <source>policies with {layers}</source>
        <translation>含有 {layers} 的策略</translation>
    </message>
    <message>
        <source>query {query} is taken for {letter} ({share}), but is {true}</source>
        <translation>查询样本 {query} 被判为 {letter}（{share}），但它是 {true}</translation>
    </message>
    <message>
        <source>query {query} is taken for {letter} ({share}), rightly</source>
        <translation>查询样本 {query} 被判为 {letter}（{share}），正确</translation>
    </message>
    <message>
        <source>query {query}, yours, is taken for {letter} ({share})</source>
        <translation>你的查询样本 {query} 被判为 {letter}（{share}）</translation>
    </message>
    <message>
        <source>read head</source>
        <translation>读取头</translation>
    </message>
    <message>
        <source>read head {number}</source>
        <translation>读取头 {number}</translation>
    </message>
    <message>
        <source>restoring the run was cancelled</source>
        <translation>运行的恢复已取消</translation>
    </message>
    <message>
        <source>settings must be an object</source>
        <translation>设置（settings）必须是一个对象</translation>
    </message>
    <message>
        <source>settings must be plain values: {error}</source>
        <translation>设置（settings）必须是普通的值：{error}</translation>
    </message>
    <message>
        <source>shapes must be a kind and sizes</source>
        <translation>形状必须是一个种类加各维大小</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他东西</translation>
    </message>
    <message>
        <source>start {number}</source>
        <translation>起点 {number}</translation>
    </message>
    <message>
        <source>start {number} (from {place})</source>
        <translation>起点 {number}（始于 {place}）</translation>
    </message>
    <message>
        <source>story &quot;{name}&quot; is not installed; known: {known}</source>
        <translation>主题“{name}”未安装；已知：{known}</translation>
    </message>
    <message>
        <source>t = {t}, {write}; {read}; {answered}</source>
        <translation>t = {t}，{write}；{read}；{answered}</translation>
    </message>
    <message>
        <source>t = {t}: {answered}</source>
        <translation>t = {t}：{answered}</translation>
    </message>
    <message>
        <source>t = {t}: {answered}; {written}; {read}</source>
        <translation>t = {t}：{answered}；{written}；{read}</translation>
    </message>
    <message>
        <source>takes {count} characters as a line, and at most {most} can be shared: save the scenario as a file</source>
        <translation>写成一行需要 {count} 个字符，最多可以分享 {most} 个：请把场景保存为文件</translation>
    </message>
    <message>
        <source>task {task} {loss}</source>
        <translation>任务 {task} {loss}</translation>
    </message>
    <message>
        <source>task {task} {vector}</source>
        <translation>任务 {task} {vector}</translation>
    </message>
    <message>
        <source>task {task} θ = {theta}, loss {before} → {after}</source>
        <translation>任务 {task} θ = {theta}，损失 {before} → {after}</translation>
    </message>
    <message>
        <source>texts must be Unicode, without half of a surrogate pair</source>
        <translation>文本必须是 Unicode，且不含半个代理对</translation>
    </message>
    <message>
        <source>the Relation Network stays where all scores are alike, at a loss of about {loss:.3f}: from its published start it may never leave</source>
        <translation>关系网络停留在所有分数都相同之处，损失约为 {loss:.3f}：从其论文中的起点出发，它可能永远无法离开</translation>
    </message>
    <message>
        <source>the Relation Network still gives all pairs alike scores, at a loss of about {loss:.3f}; it leaves this plateau after other methods have begun to learn</source>
        <translation>关系网络仍给所有样本对相同的分数，损失约为 {loss:.3f}；它会在其他方法开始学习之后离开这个平台</translation>
    </message>
    <message>
        <source>the Wayland display {name} does not answer</source>
        <translation>Wayland 显示服务器 {name} 没有响应</translation>
    </message>
    <message>
        <source>the answers became NaN or infinite</source>
        <translation>答案变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>the arrays must fill their tensor</source>
        <translation>数组必须填满其张量</translation>
    </message>
    <message>
        <source>the arrays of kind {kind} must fill their tensor</source>
        <translation>种类为 {kind} 的数组必须填满其张量</translation>
    </message>
    <message>
        <source>the checkpoint does not fit this scenario: {reason}</source>
        <translation>检查点与此场景不符：{reason}</translation>
    </message>
    <message>
        <source>the compiled kernels fail on this computer: {reason}. Choose reference</source>
        <translation>编译内核在这台计算机上运行失败：{reason}。请选择参考实现（reference）</translation>
    </message>
    <message>
        <source>the connection to the scheduler was lost</source>
        <translation>与调度器的连接已断开</translation>
    </message>
    <message>
        <source>the cost became NaN or infinite</source>
        <translation>代价变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>the display {name} does not answer</source>
        <translation>显示服务器 {name} 没有响应</translation>
    </message>
    <message>
        <source>the file ends early</source>
        <translation>文件提前结束</translation>
    </message>
    <message>
        <source>the file is watched: a lesson in it begins as soon as it is saved without mistakes</source>
        <translation>文件正在被监视：一旦保存成没有错误的样子，其中的教程就开始</translation>
    </message>
    <message>
        <source>the folder&apos;s format must be {format}, not {got}: it is from a newer Metascope</source>
        <translation>文件夹的格式必须是 {format}，而不是 {got}：它来自更新的 Metascope</translation>
    </message>
    <message>
        <source>the format must be {format}, not {got}</source>
        <translation>格式必须是 {format}，而不是 {got}</translation>
    </message>
    <message>
        <source>the format number {format}</source>
        <translation>格式编号 {format}</translation>
    </message>
    <message>
        <source>the frame must be of meta-step {step}, not {got}</source>
        <translation>帧必须属于元步 {step}，而不是 {got}</translation>
    </message>
    <message>
        <source>the frame of meta-step {step} cannot be drawn: {reason}</source>
        <translation>元步 {step} 的帧无法绘制：{reason}</translation>
    </message>
    <message>
        <source>the gradient became NaN or infinite</source>
        <translation>梯度变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>the key of a method, at most 40 characters</source>
        <translation>方法的键，至多 40 个字符</translation>
    </message>
    <message>
        <source>the layers have moved by {shares}</source>
        <translation>各层移动了 {shares}</translation>
    </message>
    <message>
        <source>the loss became NaN or infinite</source>
        <translation>损失变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>the loss of {network} became NaN or infinite</source>
        <translation>{network} 的损失变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>the memory can be changed {most} times at most</source>
        <translation>记忆至多可更改 {most} 次</translation>
    </message>
    <message>
        <source>the meta-step failed: {kind}: {text}</source>
        <translation>元步失败：{kind}：{text}</translation>
    </message>
    <message>
        <source>the meta-step must be at most {most}, the run&apos;s last, not {got}</source>
        <translation>元步最多为 {most}，即此运行的最后一步，而不是 {got}</translation>
    </message>
    <message>
        <source>the meta-steps must be in ascending order</source>
        <translation>元步必须按升序排列</translation>
    </message>
    <message>
        <source>the metadata must hold {key}</source>
        <translation>元数据必须包含 {key}</translation>
    </message>
    <message>
        <source>the metrics must have different names</source>
        <translation>各指标的名称必须不同</translation>
    </message>
    <message>
        <source>the metrics must have short names</source>
        <translation>各指标的名称必须简短</translation>
    </message>
    <message>
        <source>the metrics must take at most {limit} bytes</source>
        <translation>各指标必须至多占 {limit} 字节</translation>
    </message>
    <message>
        <source>the metrics {names} were not measured</source>
        <translation>指标 {names} 没有测量</translation>
    </message>
    <message>
        <source>the name of a story</source>
        <translation>主题的名称</translation>
    </message>
    <message>
        <source>the name of a view</source>
        <translation>一个视图的名称</translation>
    </message>
    <message>
        <source>the name of a view on a page, 1 to 40 characters of text</source>
        <translation>页面上某个视图的名称，1 到 40 个字符的文本</translation>
    </message>
    <message>
        <source>the name of a view, at most 40 characters</source>
        <translation>视图的名称，至多 40 个字符</translation>
    </message>
    <message>
        <source>the name {name} must appear only once</source>
        <translation>名称 {name} 只能出现一次</translation>
    </message>
    <message>
        <source>the parts must be {parts}</source>
        <translation>各部分必须是 {parts}</translation>
    </message>
    <message>
        <source>the pictures are black on white in the files, where MNIST is white on black; inverted</source>
        <translation>文件中的图片是白底黑字，而 MNIST 是黑底白字；已反色</translation>
    </message>
    <message>
        <source>the pictures are light on dark, and are shown as they are</source>
        <translation>图片是深底浅字，按原样显示</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>进程已结束</translation>
    </message>
    <message>
        <source>the program ended: {kind}: {reason}</source>
        <translation>程序已结束：{kind}：{reason}</translation>
    </message>
    <message>
        <source>the query in question was added by a person: nobody knows its class</source>
        <translation>当前的查询样本由人添加：没有人知道它的类别</translation>
    </message>
    <message>
        <source>the replay diverged, which the run did not: {reason}</source>
        <translation>重放发散了，而原运行没有：{reason}</translation>
    </message>
    <message>
        <source>the replay refused a change, which the run did not: {reason}</source>
        <translation>重放拒绝了一项更改，而原运行没有：{reason}</translation>
    </message>
    <message>
        <source>the run could not be prepared</source>
        <translation>无法准备运行</translation>
    </message>
    <message>
        <source>the run diverged on the way back, which it did not before: {reason}</source>
        <translation>运行在返回途中发散了，之前并没有：{reason}</translation>
    </message>
    <message>
        <source>the run is trained elsewhere: continue from here, or branch, to train on in a run of your own</source>
        <translation>该运行在别处训练：从此处继续或建立分支，即可在自己的运行中继续训练</translation>
    </message>
    <message>
        <source>the run to branch from has been closed</source>
        <translation>要从中分支的运行已关闭</translation>
    </message>
    <message>
        <source>the run with seed {seed} failed: {reason}</source>
        <translation>随机种子为 {seed} 的运行失败：{reason}</translation>
    </message>
    <message>
        <source>the runs of this sweep cannot be done: {reason}</source>
        <translation>无法完成此参数扫描的运行：{reason}</translation>
    </message>
    <message>
        <source>the seeds cannot be trained: {reason}</source>
        <translation>无法用这些随机种子训练：{reason}</translation>
    </message>
    <message>
        <source>the session must have {keys}</source>
        <translation>会话必须有 {keys}</translation>
    </message>
    <message>
        <source>the session must hold a frame</source>
        <translation>会话必须包含一帧</translation>
    </message>
    <message>
        <source>the session must hold a part of a run</source>
        <translation>会话必须包含运行的一个部分</translation>
    </message>
    <message>
        <source>the session must not have {keys}</source>
        <translation>会话不得有 {keys}</translation>
    </message>
    <message>
        <source>the session&apos;s format must be {format}, not {got}</source>
        <translation>会话的格式必须是 {format}，而不是 {got}</translation>
    </message>
    <message>
        <source>the session&apos;s format must be {format}, not {got}: it is from a newer Metascope</source>
        <translation>会话的格式必须是 {format}，而不是 {got}：它来自更新版本的 Metascope</translation>
    </message>
    <message>
        <source>the session&apos;s settings must be valid: {problems}</source>
        <translation>会话的设置必须有效：{problems}</translation>
    </message>
    <message>
        <source>the session&apos;s {keys} must be as Metascope writes it</source>
        <translation>会话的 {keys} 必须是 Metascope 所写的形式</translation>
    </message>
    <message>
        <source>the shared line is damaged: a part of it is missing or was changed. Copy the whole line again</source>
        <translation>分享的一行已损坏：其中一部分缺失或被改动。请重新复制整行</translation>
    </message>
    <message>
        <source>the shared line is of format {got}, from a newer Metascope; this one reads format {format}</source>
        <translation>分享的一行是格式 {got}，来自更新的 Metascope；这个版本读取格式 {format}</translation>
    </message>
    <message>
        <source>the shared line must begin with {scheme}</source>
        <translation>分享的一行必须以 {scheme} 开头</translation>
    </message>
    <message>
        <source>the shared line must have at most {most} characters</source>
        <translation>分享的一行最多有 {most} 个字符</translation>
    </message>
    <message>
        <source>the starts of {methods} became NaN or infinite</source>
        <translation>{methods} 的起点变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>the surface after adaptation needs {points} points x {tasks} tasks x {steps} steps = {work:.2g} gradients, over the limit of {limit:.0e}; use at most {most} inner steps</source>
        <translation>适应后的曲面需要 {points} 个点 x {tasks} 个任务 x {steps} 步 = {work:.2g} 个梯度，超过上限 {limit:.0e}；请使用至多 {most} 个内层步</translation>
    </message>
    <message>
        <source>the sweep&apos;s format must be {format}, not {got}: it is from a newer Metascope</source>
        <translation>扫描的格式必须是 {format}，而不是 {got}：它来自更新的 Metascope</translation>
    </message>
    <message>
        <source>the weights must be those that were saved, but the SHA-256 differs</source>
        <translation>权重必须与保存时相同，但 SHA-256 不符</translation>
    </message>
    <message>
        <source>the weights of {methods} became NaN or infinite</source>
        <translation>{methods} 的权重变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>the weights of {networks} became NaN or infinite</source>
        <translation>{networks} 的权重变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>the {quantity} is not a finite number at update {t}</source>
        <translation>在更新 {t}，{quantity}不是有限的数</translation>
    </message>
    <message>
        <source>the {quantity} of {name} became NaN or infinite at update {t}</source>
        <translation>在更新 {t}，{name} 的{quantity}变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>there are no comments in JSON</source>
        <translation>JSON 中没有注释</translation>
    </message>
    <message>
        <source>there are no recorded frames in this range</source>
        <translation>这个范围内没有已记录的帧</translation>
    </message>
    <message>
        <source>there are no runs to reopen</source>
        <translation>没有可重新打开的运行</translation>
    </message>
    <message>
        <source>there is no display</source>
        <translation>没有显示器</translation>
    </message>
    <message>
        <source>there must be a value</source>
        <translation>必须有一个值</translation>
    </message>
    <message>
        <source>there must be at most {limit} values in a part</source>
        <translation>一个部分中至多有 {limit} 个值</translation>
    </message>
    <message>
        <source>these weights diverge: {reason}</source>
        <translation>这些权重会发散：{reason}</translation>
    </message>
    <message>
        <source>these weights give actions that are NaN or infinite</source>
        <translation>这些权重给出的动作为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>these weights give answers that are NaN or infinite</source>
        <translation>这些权重给出的答案为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>this episode is answered: the next one can be asked about</source>
        <translation>这个回合已作答：可以询问下一个回合</translation>
    </message>
    <message>
        <source>this run is recorded by another program, which alone can do its meta-steps</source>
        <translation>这个运行由另一个程序记录，只有那个程序能做它的元步</translation>
    </message>
    <message>
        <source>to must be a place of two numbers, or null, not {got}</source>
        <translation>to 必须是两个数组成的位置，或 null，而不是 {got}</translation>
    </message>
    <message>
        <source>torch cannot be loaded ({reason}), and nothing is trained without it: pip install torch</source>
        <translation>无法加载 torch（{reason}），没有它就不能训练：pip install torch</translation>
    </message>
    <message>
        <source>trained on a GPU, which torch does not find here: opened on the CPU</source>
        <translation>训练时使用 GPU，而 torch 在这里没有找到：在 CPU 上打开</translation>
    </message>
    <message>
        <source>trained on the official background set, tested on the evaluation set, by whose accuracy the weights were chosen; turned characters as classes of their own, cosines without temperature, 28 pixels, one query of each class, 1,000 episodes, each query by itself</source>
        <translation>在官方背景集上训练，在评估集上测试，权重也按评估集的准确率选出；旋转后的字符各算单独的类别，余弦没有温度，28 像素，每个类别一个查询样本，1,000 个回合，每个查询样本单独处理</translation>
    </message>
    <message>
        <source>training cannot continue from meta-step {step}: {reason}</source>
        <translation>无法从元步 {step} 继续训练：{reason}</translation>
    </message>
    <message>
        <source>training with these settings takes about {asked:,.1f} GB of memory; a run may take {here:,.1f} GB here</source>
        <translation>用这些设置训练约需 {asked:,.1f} GB 内存；这里一次运行可用 {here:,.1f} GB</translation>
    </message>
    <message>
        <source>transductive</source>
        <translation>直推式</translation>
    </message>
    <message>
        <source>transductive: batch normalization has the statistics of all pictures of an episode, its queries too</source>
        <translation>直推式：批归一化使用回合中所有图片的统计量，包括其查询样本</translation>
    </message>
    <message>
        <source>true</source>
        <translation>true</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>walking to held-out goals</source>
        <translation>正在走向留出的目标</translation>
    </message>
    <message>
        <source>was begun with {before}, whose results may differ from those of {now}: choose another folder</source>
        <translation>开始时用的是 {before}，其结果可能与 {now} 的不同：请选择其他文件夹</translation>
    </message>
    <message>
        <source>was not saved: the run ended before</source>
        <translation>没有保存：运行在此之前已结束</translation>
    </message>
    <message>
        <source>was not written: the encoder stopped</source>
        <translation>没有写入：编码器停止了</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>weights became NaN or infinite</source>
        <translation>权重变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>without temperature a probability is at most {cap:.2f} if features are not negative, since cosines are between 0 and 1</source>
        <translation>没有温度时，若特征非负，概率至多为 {cap:.2f}，因为余弦在 0 与 1 之间</translation>
    </message>
    <message>
        <source>write head</source>
        <translation>写入头</translation>
    </message>
    <message>
        <source>write head {number}</source>
        <translation>写入头 {number}</translation>
    </message>
    <message>
        <source>z is −∇l = {z} and zᶠ is 1; the gates are zⁱ = {z_i}, zᵒ = {z_o}</source>
        <translation>z 为 −∇l = {z}，zᶠ 为 1；各门为 zⁱ = {z_i}，zᵒ = {z_o}</translation>
    </message>
    <message>
        <source>z is −∇l = {z}, zᶠ is 1, zⁱ is η = {z_i}: nothing is left to learn</source>
        <translation>z 为 −∇l = {z}，zᶠ 为 1，zⁱ 为 η = {z_i}：没有什么需要学习了</translation>
    </message>
    <message>
        <source>z is −∇l = {z}; the gates are zⁱ = {z_i}, zᶠ = {z_f}, zᵒ = {z_o}</source>
        <translation>z 为 −∇l = {z}；各门为 zⁱ = {z_i}，zᶠ = {z_f}，zᵒ = {z_o}</translation>
    </message>
    <message>
        <source>{address} cannot be reached within {seconds:g} s: {reason}</source>
        <translation>在 {seconds:g} s 内无法连接 {address}：{reason}</translation>
    </message>
    <message>
        <source>{answer}; untouched: {letter} ({share}), {right} right</source>
        <translation>{answer}；若未改动：{letter}（{share}），答对 {right} 个</translation>
    </message>
    <message>
        <source>{batch} episodes of {steps} time steps with {cells} numbers of memory need {kept:.2g} numbers, over the limit of {limit:.0e}; use at most {most} episodes</source>
        <translation>{batch} 个 {steps} 时间步的回合，每个有 {cells} 个记忆数，需要 {kept:.2g} 个数，超过上限 {limit:.0e}；请使用至多 {most} 个回合</translation>
    </message>
    <message>
        <source>{batch} sequences of {steps} time steps with {cells} numbers of memory need {kept:.2g} numbers, over the limit of {limit:.0e}; use at most {most} sequences</source>
        <translation>{batch} 个 {steps} 时间步的序列，每个有 {cells} 个记忆数，需要 {kept:.2g} 个数，超过上限 {limit:.0e}；请使用至多 {most} 个序列</translation>
    </message>
    <message>
        <source>{count} more weights differ</source>
        <translation>另有 {count} 个权重不符</translation>
    </message>
    <message>
        <source>{done} of {all} seeds are done: {reason}</source>
        <translation>{all} 个随机种子完成了 {done} 个：{reason}</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>{got} is not a setting of {scenario}; did you mean {near}?</source>
        <translation>{got} 不是 {scenario} 的设置；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>{got} is not one of the methods: {known}</source>
        <translation>{got} 不是下列方法之一：{known}</translation>
    </message>
    <message>
        <source>{head} finds row {row} ({weight}, {content} by content)</source>
        <translation>{head}：找到行 {row}（{weight}，{content} 依据内容）</translation>
    </message>
    <message>
        <source>{head} finds row {source}, shifts {shift} to row {row} ({weight}, {content} by content)</source>
        <translation>{head}：找到行 {source}，移位 {shift} 到行 {row}（{weight}，{content} 依据内容）</translation>
    </message>
    <message>
        <source>{head} goes to row {row} ({weight}, {place} by place)</source>
        <translation>{head}：前往行 {row}（{weight}，{place} 依据位置）</translation>
    </message>
    <message>
        <source>{head} goes to row {row} ({weight}, {place} by place, {content} by content)</source>
        <translation>{head}：前往行 {row}（{weight}，{place} 依据位置，{content} 依据内容）</translation>
    </message>
    <message>
        <source>{head} goes to row {row}, shift {shift} ({weight}, {place} by place, {content} by content)</source>
        <translation>{head}：前往行 {row}，移位 {shift}（{weight}，{place} 依据位置，{content} 依据内容）</translation>
    </message>
    <message>
        <source>{head} is spread over the memory (row {row}: {weight})</source>
        <translation>{head}：分散在整个记忆上（行 {row}：{weight}）</translation>
    </message>
    <message>
        <source>{head} moves {shift} to row {row} ({weight}, {place} by place)</source>
        <translation>{head}：移动 {shift} 到行 {row}（{weight}，{place} 依据位置）</translation>
    </message>
    <message>
        <source>{head} stays at row {row} ({weight}, {place} by place)</source>
        <translation>{head}：停留在行 {row}（{weight}，{place} 依据位置）</translation>
    </message>
    <message>
        <source>{key} must be a whole number, not {got}</source>
        <translation>{key} 必须是整数，而不是 {got}</translation>
    </message>
    <message>
        <source>{kind} and a learned start of {n} coordinates</source>
        <translation>{kind}，以及 {n} 维的学得的起点</translation>
    </message>
    <message>
        <source>{kind} with {layers} LSTM layers of {units} units</source>
        <translation>{kind}，含 {layers} 个 LSTM 层，每层 {units} 个单元</translation>
    </message>
    <message>
        <source>{least} to {longest} characters of text</source>
        <translation>{least} 到 {longest} 个字符的文字</translation>
    </message>
    <message>
        <source>{light} of {all} pictures are light on dark; the others are dark on light and were inverted</source>
        <translation>{all} 张图片中有 {light} 张是深底浅字；其余是浅底深字，已反色</translation>
    </message>
    <message>
        <source>{method} became NaN or infinite</source>
        <translation>{method} 变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>{method} became NaN or infinite with inner rate α = {alpha:.3g}</source>
        <translation>{method} 在内层学习率 α = {alpha:.3g} 时变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>{method} became NaN or infinite with inner rate α = {alpha:.3g} and outer rate β = {rate:.3g}</source>
        <translation>{method} 在内层学习率 α = {alpha:.3g}、外层学习率 β = {rate:.3g} 时变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>{method} became NaN or infinite with inner rate α = {alpha:.3g} and step size ε = {rate:.3g}</source>
        <translation>{method} 在内层学习率 α = {alpha:.3g}、步长 ε = {rate:.3g} 时变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>{method} becomes NaN or infinite at inner step {step}: its step size is too large</source>
        <translation>{method} 在内层步 {step} 变为 NaN 或无穷大：它的步长太大</translation>
    </message>
    <message>
        <source>{method} cannot continue from meta-step {step}: from φ = {phi} the path of task {task} becomes NaN or infinite; at θ = {theta}, α × curvature = {product:.3g}, and more than 2 diverges</source>
        <translation>{method} 无法从元步 {step} 继续：从 φ = {phi} 出发，任务 {task} 的路径变为 NaN 或无穷大；在 θ = {theta} 处 α × 曲率 = {product:.3g}，大于 2 即发散</translation>
    </message>
    <message>
        <source>{method} cannot continue from meta-step {step}: its update would move φ = {phi} to {next_phi}; its meta-gradient has norm {norm:.3g}</source>
        <translation>{method} 无法从元步 {step} 继续：它的更新会把 φ = {phi} 移到 {next_phi}；其元梯度的范数为 {norm:.3g}</translation>
    </message>
    <message>
        <source>{method} diverges on {lost} of {waves} held-out waves within {steps} steps, so that their mean is no number; the median error is {median}</source>
        <translation>在 {waves} 个留出的正弦波中，{method} 有 {lost} 个在 {steps} 步之内发散，因此均值不是一个数；误差的中位数为 {median}</translation>
    </message>
    <message>
        <source>{method} is not part of this run</source>
        <translation>{method} 不在此次运行中</translation>
    </message>
    <message>
        <source>{method} is not tuned yet: its learning rate is being searched</source>
        <translation>{method} 尚未调好：正在搜索它的学习率</translation>
    </message>
    <message>
        <source>{method} learns nothing from problem to problem; its learning rate {rate} is the best of {count} tried</source>
        <translation>{method} 不会跨问题学习；它的学习率 {rate} 是试过的 {count} 个中最好的</translation>
    </message>
    <message>
        <source>{method} starts at the problem&apos;s start: loss {loss}</source>
        <translation>{method} 从问题的起点开始：损失 {loss}</translation>
    </message>
    <message>
        <source>{method} starts at φ = {phi}: loss now {loss}</source>
        <translation>{method} 从 φ = {phi} 开始：当前损失 {loss}</translation>
    </message>
    <message>
        <source>{method} stays where it is at time step {step}: the next guess would have a loss above {limit:.0e}.</source>
        <translation>{method} 在时间步 {step} 停在原处：下一个猜测的损失会超过 {limit:.0e}。</translation>
    </message>
    <message>
        <source>{method}: one of {waves} held-out waves makes up {share:.0%} of the mean error after {steps} steps; the median error is {median}</source>
        <translation>{method}：{waves} 个留出的正弦波中，有一个占 {steps} 步后平均误差的 {share:.0%}；误差的中位数为 {median}</translation>
    </message>
    <message>
        <source>{method}: the guess of θ starts at {theta}, where the loss is {loss}</source>
        <translation>{method}：对 θ 的猜测始于 {theta}，该处的损失为 {loss}</translation>
    </message>
    <message>
        <source>{method}: the guess of θ starts at {theta}, where the loss is {loss}; the memory c is empty</source>
        <translation>{method}：对 θ 的猜测始于 {theta}，该处的损失为 {loss}；记忆 c 为空</translation>
    </message>
    <message>
        <source>{names} became NaN or infinite</source>
        <translation>{names} 变为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>{name} = ({values}), moved by {moved}</source>
        <translation>{name} = ({values})，移动了 {moved}</translation>
    </message>
    <message>
        <source>{name} from {low} to {high}</source>
        <translation>{name} 从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>{name} has not been measured by this run so far; did you mean {near}?</source>
        <translation>{name} 在此运行中尚未测量；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>{name} is among the settings of all runs, too</source>
        <translation>{name} 也在所有运行共有的设置之中</translation>
    </message>
    <message>
        <source>{name} is damaged: it is not what was saved</source>
        <translation>{name} 已损坏：与保存的内容不同</translation>
    </message>
    <message>
        <source>{name} is in the wrong place</source>
        <translation>{name} 的位置不对</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>缺少 {name}</translation>
    </message>
    <message>
        <source>{name} is not a metric of this run</source>
        <translation>{name} 不是此次运行的指标</translation>
    </message>
    <message>
        <source>{name} is not a metric of this run; did you mean {near}?</source>
        <translation>{name} 不是此次运行的指标；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>{name} is not a setting of this story; --list --preset NAME lists them</source>
        <translation>{name} 不是这个主题的设置；--list --preset NAME 列出全部设置</translation>
    </message>
    <message>
        <source>{name} is not a setting; did you mean {near}?</source>
        <translation>{name} 不是设置；您是否指 {near}？</translation>
    </message>
    <message>
        <source>{name} is not a sweep; did you mean {near}?</source>
        <translation>{name} 不是扫描；您是否指 {near}？</translation>
    </message>
    <message>
        <source>{name} is not a weight of this story</source>
        <translation>{name} 不是此主题的权重</translation>
    </message>
    <message>
        <source>{name} is on another axis too</source>
        <translation>{name} 也在另一个轴上</translation>
    </message>
    <message>
        <source>{name} is undefined or infinite</source>
        <translation>{name} 无定义或为无穷大</translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation>{name} 为 {value}</translation>
    </message>
    <message>
        <source>{name} is {value} after meta-step {n}</source>
        <translation>{name} 在元步 {n} 之后为 {value}</translation>
    </message>
    <message>
        <source>{name} must be a list</source>
        <translation>{name} 必须是列表</translation>
    </message>
    <message>
        <source>{name} must be a whole number</source>
        <translation>{name} 必须是整数</translation>
    </message>
    <message>
        <source>{name} must be a whole number from {low} to {high}, not {got}</source>
        <translation>{name} 必须是 {low} 到 {high} 的整数，而不是 {got}</translation>
    </message>
    <message>
        <source>{name} must be numbers of kind {kind} and shape {shape}</source>
        <translation>{name} 必须是种类为 {kind}、形状为 {shape} 的数</translation>
    </message>
    <message>
        <source>{name} must be of a kind that sessions can hold</source>
        <translation>{name} 必须属于会话能够保存的种类</translation>
    </message>
    <message>
        <source>{name} must be {count} whole numbers</source>
        <translation>{name} 必须是 {count} 个整数</translation>
    </message>
    <message>
        <source>{name} must have at most {limit} axes, not {axes}</source>
        <translation>{name} 必须至多有 {limit} 个轴，而不是 {axes}</translation>
    </message>
    <message>
        <source>{name} must have the shape {shape}, not {got}</source>
        <translation>{name} 的形状必须是 {shape}，而不是 {got}</translation>
    </message>
    <message>
        <source>{name} must hold finite numbers only</source>
        <translation>{name} 只能包含有限的数</translation>
    </message>
    <message>
        <source>{name} must lie between {least} and {most}</source>
        <translation>{name} 必须在 {least} 与 {most} 之间</translation>
    </message>
    <message>
        <source>{name} must not be of type {got}</source>
        <translation>{name} 的类型不得为 {got}</translation>
    </message>
    <message>
        <source>{name} must not be {got}</source>
        <translation>{name} 不得为 {got}</translation>
    </message>
    <message>
        <source>{name} of the checkpoint at meta-step {step}</source>
        <translation>元步 {step} 的检查点的 {name}</translation>
    </message>
    <message>
        <source>{name} was {was} and is {now} at meta-step {step}</source>
        <translation>在元步 {step}，{name} 原为 {was}，现为 {now}</translation>
    </message>
    <message>
        <source>{name}: {lost} of {all} numbers are undefined or infinite</source>
        <translation>{name}：{all} 个数中有 {lost} 个无定义或为无穷大</translation>
    </message>
    <message>
        <source>{owner} has a scenario of this name</source>
        <translation>{owner} 已有同名场景</translation>
    </message>
    <message>
        <source>{owner} has a story of this name</source>
        <translation>{owner} 已有同名主题</translation>
    </message>
    <message>
        <source>{path} must be an array of {kind}</source>
        <translation>{path} 必须是 {kind} 的数组</translation>
    </message>
    <message>
        <source>{path} must be at most {count}</source>
        <translation>{path} 必须至多为 {count}</translation>
    </message>
    <message>
        <source>{path} must have lists of names</source>
        <translation>{path} 必须含有名称的列表</translation>
    </message>
    <message>
        <source>{path} must not be {got}</source>
        <translation>{path} 不得为 {got}</translation>
    </message>
    <message>
        <source>{piece} cannot be read: a quotation mark or a sign is incomplete</source>
        <translation>无法读懂 {piece}：引号或符号不完整</translation>
    </message>
    <message>
        <source>{place}: nothing was recorded of {method}</source>
        <translation>{place}：没有 {method} 的记录</translation>
    </message>
    <message>
        <source>{place}: {told}</source>
        <translation>{place}：{told}</translation>
    </message>
    <message>
        <source>{platform} needs {packages}</source>
        <translation>{platform} 需要 {packages}</translation>
    </message>
    <message>
        <source>{problems} problems of {n} coordinates over {span} updates with {units} units in {layers} layers need {work:.2g} numbers, over the limit of {limit:.0e}; use at most {most} problems</source>
        <translation>{problems} 个 {n} 维问题，更新 {span} 次，{layers} 层、每层 {units} 个单元，需要 {work:.2g} 个数，超过上限 {limit:.0e}；请使用至多 {most} 个问题</translation>
    </message>
    <message>
        <source>{problems} problems with {updates} minibatches of {batch} take {got:.2g} pictures, over the limit of {limit:.0e}</source>
        <translation>{problems} 个问题、{updates} 个大小为 {batch} 的小批量要用 {got:.2g} 张图片，超过上限 {limit:.0e}</translation>
    </message>
    <message>
        <source>{problem}: opened up to meta-step {step}</source>
        <translation>{problem}：已打开到元步 {step}</translation>
    </message>
    <message>
        <source>{reached} of its {all} starts reached loss 0 or less: {names}</source>
        <translation>它的 {all} 个起点中有 {reached} 个达到损失 0 或更低：{names}</translation>
    </message>
    <message>
        <source>{reached} of its {all} starts reached loss 0 or less: {names} and {more} more</source>
        <translation>它的 {all} 个起点中有 {reached} 个达到损失 0 或更低：{names} 和另外 {more} 个</translation>
    </message>
    <message>
        <source>{reason}, not {got}</source>
        <translation>{reason}，而不是 {got}</translation>
    </message>
    <message>
        <source>{shots} for support and {queries} for queries need {needed} pictures of each class, not {got}</source>
        <translation>支撑样本 {shots} 张、查询样本 {queries} 张，每个类别需要 {needed} 张图片，而不是 {got}</translation>
    </message>
    <message>
        <source>{stopped} of the {count} problems of this meta-step diverged and were stopped, the first at update {t}</source>
        <translation>此元步的 {count} 个问题中有 {stopped} 个发散并已停止，第一个在更新 {t}</translation>
    </message>
    <message>
        <source>{tasks} held-out waves with networks of {n} parameters of {methods} methods need {kept:.2g} numbers, over the limit of {limit:.0e}; use at most {most} waves</source>
        <translation>{tasks} 个留出的正弦波、{methods} 种方法的 {n} 个参数的网络需要 {kept:.2g} 个数，超过上限 {limit:.0e}；请使用至多 {most} 个正弦波</translation>
    </message>
    <message>
        <source>{tasks} waves with {steps} inner steps of {learners} methods&apos; networks of {n} parameters need {kept:.2g} numbers, over the limit of {limit:.0e}; use at most {most} waves</source>
        <translation>{tasks} 个正弦波、{steps} 个内层步、{learners} 种方法的 {n} 个参数的网络需要 {kept:.2g} 个数，超过上限 {limit:.0e}；请使用至多 {most} 个正弦波</translation>
    </message>
    <message>
        <source>{tasks}; sum {sum}</source>
        <translation>{tasks}；总和 {sum}</translation>
    </message>
    <message>
        <source>{text}; {part}</source>
        <translation>{text}；{part}</translation>
    </message>
    <message>
        <source>{turned} pictures are white on black in the files, where Omniglot is black on white; they were inverted</source>
        <translation>文件中有 {turned} 张图片是黑底白字，而 Omniglot 是白底黑字；已将其反色</translation>
    </message>
    <message>
        <source>{updates} updates on {tasks} goals with {paths} paths of {horizon} steps compute about {work:.2g} numbers in a meta-step, over the limit of {limit:.0e}; use at most {most} updates</source>
        <translation>{tasks} 个目标上更新 {updates} 次，每个 {paths} 条 {horizon} 步的路径，一个元步约计算 {work:.2g} 个数，超过上限 {limit:.0e}；请使用至多 {most} 次更新</translation>
    </message>
    <message>
        <source>{updates} updates with {tasks} waves of {points} points, {steps} inner steps and {n} parameters take {work:.2g} multiplications, over the limit of {limit:.0e}; use at most {most}</source>
        <translation>更新 {updates} 次，每次 {tasks} 个 {points} 点的正弦波、{steps} 个内层步、{n} 个参数，需要 {work:.2g} 次乘法，超过上限 {limit:.0e}；请使用至多 {most}</translation>
    </message>
    <message>
        <source>{update} is off the landscape: the step is not taken</source>
        <translation>{update} 超出了地形：不走这一步</translation>
    </message>
    <message>
        <source>{used} pictures of each class are used, of up to {largest}</source>
        <translation>每个类别使用 {used} 张图片，最多的有 {largest} 张</translation>
    </message>
    <message>
        <source>{what} is not an action of the window</source>
        <translation>{what} 不是窗口的操作</translation>
    </message>
    <message>
        <source>{what} is not in this scenario; did you mean {near}?</source>
        <translation>{what} 不在此场景中；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>{where} at meta-step {step}</source>
        <translation>{where}，位于元步 {step}</translation>
    </message>
    <message>
        <source>{where}: {problem}</source>
        <translation>{where}：{problem}</translation>
    </message>
    <message>
        <source>{where}: {why}</source>
        <translation>{where}：{why}</translation>
    </message>
    <message>
        <source>{why} (run {index}: {settings})</source>
        <translation>{why}（运行 {index}：{settings}）</translation>
    </message>
    <message>
        <source>{wrong} of {count} bits wrong</source>
        <translation>{count} 位中有 {wrong} 位错误</translation>
    </message>
</context>
<context>
    <name>MetaNetCurves</name>
    <message>
        <source>The loss appears with the first meta-step</source>
        <translation>损失随第一个元步出现</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>MetaNetEmbedding</name>
    <message>
        <source>Fast weights of the embedding</source>
        <translation>嵌入的快速权重</translation>
    </message>
    <message>
        <source>gradients of layer 1 at the ink, by unit</source>
        <translation>第 1 层在墨迹处的梯度，按单元</translation>
    </message>
</context>
<context>
    <name>MetaNetRule</name>
    <message>
        <source>G, for every weight</source>
        <translation>G，对每个权重</translation>
    </message>
    <message>
        <source>What G makes of a gradient</source>
        <translation>G 从梯度得出什么</translation>
    </message>
    <message>
        <source>fast weight</source>
        <translation>快速权重</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
</context>
<context>
    <name>MetaNetScene</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘画</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
</context>
<context>
    <name>MetaNetTable</name>
    <message>
        <source>Episode</source>
        <translation>回合</translation>
    </message>
</context>
<context>
    <name>MetaNetWeights</name>
    <message>
        <source>Slow and fast weights of the base learner</source>
        <translation>基学习器的慢速与快速权重</translation>
    </message>
</context>
<context>
    <name>MetaNetWords</name>
    <message>
        <source>A query gets a mixture of the rows, by the cosines of its embedding with theirs; each layer adds what slow and fast weights make of its input</source>
        <translation>查询按其嵌入与各行嵌入的余弦得到各行的混合；每一层把慢速权重和快速权重各自的结果相加</translation>
    </message>
    <message>
        <source>Accuracy on {episodes} held-out episodes, with a 95 % interval. Each query by itself: nothing is normalized by batches, so that no query helps another</source>
        <translation>{episodes} 个留出回合上的准确率，带 95% 区间。每个查询单独处理：不按批次归一化，因此查询之间互不帮助</translation>
    </message>
    <message>
        <source>Add it as a query or as a support</source>
        <translation>把它添加为查询或支撑样本</translation>
    </message>
    <message>
        <source>Add the clipboard&apos;s picture as a query; on the page Draw it becomes the drawing</source>
        <translation>把剪贴板中的图片添加为查询；在“绘画”页上它成为画</translation>
    </message>
    <message>
        <source>An LSTM F makes fast weights of the embedding of gradients of its loss on the supports; a network G makes fast weights of the base learner of the gradient on each support, kept by its embedding</source>
        <translation>LSTM F 用嵌入在支撑样本上的损失的梯度生成嵌入的快速权重；网络 G 用每个支撑样本的梯度生成基学习器的快速权重，按其嵌入保存</translation>
    </message>
    <message>
        <source>Ask about it: attention, fast weights and answers are those to this query</source>
        <translation>问它：注意力、快速权重和回答都是针对这个查询的</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Click a name in a legend</source>
        <translation>点击图例中的名称</translation>
    </message>
    <message>
        <source>Click a query, or arrow keys</source>
        <translation>点击查询，或用方向键</translation>
    </message>
    <message>
        <source>Click a row of the memory</source>
        <translation>点击记忆的一行</translation>
    </message>
    <message>
        <source>Ctrl+V on the table</source>
        <translation>在桌上按 Ctrl+V</translation>
    </message>
    <message>
        <source>Drag a support to another class</source>
        <translation>把支撑样本拖到另一个类别</translation>
    </message>
    <message>
        <source>Draw a character, or drop a picture</source>
        <translation>画一个字符，或拖入一幅图片</translation>
    </message>
    <message>
        <source>Erase it, overwrite it, or swap it with another; untouched answers stay beside</source>
        <translation>擦除它、覆盖它，或与另一行交换；未动过的回答留在旁边</translation>
    </message>
    <message>
        <source>Fast alone</source>
        <translation>仅快速</translation>
    </message>
    <message>
        <source>Focus on these weights, or show all again</source>
        <translation>专注于这些权重，或重新显示全部</translation>
    </message>
    <message>
        <source>Its label lives in its row of fast weights alone, and answers follow</source>
        <translation>它的标签只存在于它那一行快速权重中，回答随之改变</translation>
    </message>
    <message>
        <source>Make fast weights weaker or stronger; 0 leaves the slow ones alone, untouched answers stay beside</source>
        <translation>使快速权重变弱或变强；0 只留下慢速权重，未动过的回答留在旁边</translation>
    </message>
    <message>
        <source>Scale of θ⁺, scale of φ⁺</source>
        <translation>θ⁺ 的倍数，φ⁺ 的倍数</translation>
    </message>
    <message>
        <source>Slow alone</source>
        <translation>仅慢速</translation>
    </message>
    <message>
        <source>Weights for this task</source>
        <translation>为此任务生成的权重</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>编号 {number}</translation>
    </message>
</context>
<context>
    <name>MetaView</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Curves appear during training; held-out problems are measured every {steps} meta-steps</source>
        <translation>曲线在训练中出现；留出问题每 {steps} 元步测量一次</translation>
    </message>
    <message>
        <source>Difference from SGD</source>
        <translation>与 SGD 的差</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门</translation>
    </message>
    <message>
        <source>Last loss</source>
        <translation>最后的损失</translation>
    </message>
    <message>
        <source>Mean loss</source>
        <translation>平均损失</translation>
    </message>
    <message>
        <source>Meta-loss</source>
        <translation>元损失</translation>
    </message>
    <message>
        <source>Meta-loss; on held-out problems, mean loss or loss after the last update; or the gates</source>
        <translation>元损失；留出问题上的平均损失或最后一次更新后的损失；或门</translation>
    </message>
    <message>
        <source>Meta-training</source>
        <translation>元训练</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>门</translation>
    </message>
    <message>
        <source>input gate&apos;s standard deviation over updates</source>
        <translation>输入门在各次更新间的标准差</translation>
    </message>
    <message>
        <source>largest difference from SGD&apos;s path</source>
        <translation>与 SGD 路径的最大差</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>mean forget gate</source>
        <translation>平均遗忘门</translation>
    </message>
    <message>
        <source>mean input gate</source>
        <translation>平均输入门</translation>
    </message>
    <message>
        <source>meta-loss</source>
        <translation>元损失</translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation>元步</translation>
    </message>
</context>
<context>
    <name>Method</name>
    <message>
        <source>ANIL</source>
        <translation>ANIL</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Classifier and nearest neighbours</source>
        <translation>分类器与最近邻</translation>
    </message>
    <message>
        <source>DiCE</source>
        <translation>DiCE</translation>
    </message>
    <message>
        <source>E-MAML</source>
        <translation>E-MAML</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>FOMAML</source>
        <translation>FOMAML</translation>
    </message>
    <message>
        <source>Fast weights alone</source>
        <translation>仅快速权重</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>一阶</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>从零训练</translation>
    </message>
    <message>
        <source>Full context without temperature</source>
        <translation>无温度的完全上下文</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>LSTM without memory</source>
        <translation>无记忆的 LSTM</translation>
    </message>
    <message>
        <source>Learned optimizer</source>
        <translation>学得的优化器</translation>
    </message>
    <message>
        <source>MAML</source>
        <translation>MAML</translation>
    </message>
    <message>
        <source>MANN</source>
        <translation>MANN</translation>
    </message>
    <message>
        <source>Matching Network</source>
        <translation>匹配网络</translation>
    </message>
    <message>
        <source>Matching with full context</source>
        <translation>带完全上下文的匹配网络</translation>
    </message>
    <message>
        <source>Matching without temperature</source>
        <translation>无温度的匹配网络</translation>
    </message>
    <message>
        <source>Meta-SGD</source>
        <translation>Meta-SGD</translation>
    </message>
    <message>
        <source>NTM</source>
        <translation>NTM</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>先知</translation>
    </message>
    <message>
        <source>Plain LSTM</source>
        <translation>普通 LSTM</translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>Prototypes with imagined examples</source>
        <translation>带想象样本的原型</translation>
    </message>
    <message>
        <source>Prototypical Network</source>
        <translation>原型网络</translation>
    </message>
    <message>
        <source>RL²</source>
        <translation>RL²</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Relation Network</source>
        <translation>关系网络</translation>
    </message>
    <message>
        <source>Reptile</source>
        <translation>Reptile</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Siamese network</source>
        <translation>孪生网络</translation>
    </message>
    <message>
        <source>Slow and fast weights</source>
        <translation>慢速与快速权重</translation>
    </message>
    <message>
        <source>Slow weights alone</source>
        <translation>仅慢速权重</translation>
    </message>
    <message>
        <source>Surrogate</source>
        <translation>代理目标</translation>
    </message>
    <message>
        <source>c is θ</source>
        <translation>c 即 θ</translation>
    </message>
    <message>
        <source>z is −∇l</source>
        <translation>z 为 −∇l</translation>
    </message>
    <message>
        <source>zᶠ is 1</source>
        <translation>zᶠ 为 1</translation>
    </message>
</context>
<context>
    <name>MetricCurves</name>
    <message>
        <source>Losses appear with the first meta-step</source>
        <translation>损失随第一个元步出现</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
</context>
<context>
    <name>MetricScene</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘画</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>遗忘</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>成对</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>测验</translation>
    </message>
</context>
<context>
    <name>MetricWords</name>
    <message>
        <source>A class has the attention that its supports have: a softmax of the cosines of their embeddings with the query&apos;s, times the temperature tau, which is 1 in a method without temperature</source>
        <translation>一个类别得到其支撑样本的注意力：它们的嵌入与查询嵌入的余弦乘以温度 tau 后的 softmax，无温度的方法中 tau 为 1</translation>
    </message>
    <message>
        <source>A handful of examples</source>
        <translation>少数几个样本</translation>
    </message>
    <message>
        <source>A second network g scores from 0 to 1 how the query goes with the sum of a class&apos;s supports</source>
        <translation>第二个网络 g 从 0 到 1 评定查询与一个类别的支撑样本之和有多相配</translation>
    </message>
    <message>
        <source>Accuracy on {episodes} held-out episodes, with a 95 % interval.</source>
        <translation>{episodes} 个留出回合上的准确率，带 95% 区间。</translation>
    </message>
    <message>
        <source>Add it as a query or as a support</source>
        <translation>把它添加为查询或支撑样本</translation>
    </message>
    <message>
        <source>Add the clipboard&apos;s picture as a query; on the page Draw it becomes the drawing</source>
        <translation>把剪贴板中的图片添加为查询；在“绘画”页上它成为画</translation>
    </message>
    <message>
        <source>Answer in the quiz</source>
        <translation>在测验中回答</translation>
    </message>
    <message>
        <source>Ask about it: the answers in the columns are those to this query</source>
        <translation>问它：各列中的回答是针对这个查询的</translation>
    </message>
    <message>
        <source>Click a name in a legend</source>
        <translation>点击图例中的名称</translation>
    </message>
    <message>
        <source>Click a query, or arrow keys</source>
        <translation>点击查询，或用方向键</translation>
    </message>
    <message>
        <source>Compare yourself with the methods on the same episodes</source>
        <translation>在同样的回合上把自己与各方法比较</translation>
    </message>
    <message>
        <source>Ctrl+V on the table</source>
        <translation>在桌上按 Ctrl+V</translation>
    </message>
    <message>
        <source>Drag a picture on the map</source>
        <translation>在图上拖动一幅图片</translation>
    </message>
    <message>
        <source>Drag a support off the columns, Delete</source>
        <translation>把支撑样本拖出各列，或按 Delete</translation>
    </message>
    <message>
        <source>Drag a support to another class</source>
        <translation>把支撑样本拖到另一个类别</translation>
    </message>
    <message>
        <source>Draw a character, or drop a picture</source>
        <translation>画一个字符，或拖入一幅图片</translation>
    </message>
    <message>
        <source>Each query by itself: batch normalization has the running statistics of training, so that no query helps another</source>
        <translation>每个查询单独处理：批归一化使用训练的运行统计量，因此查询之间互不帮助</translation>
    </message>
    <message>
        <source>Every method answers as if it belonged there</source>
        <translation>每种方法都按它属于那里来回答</translation>
    </message>
    <message>
        <source>FCE</source>
        <translation>FCE</translation>
    </message>
    <message>
        <source>FCE, no τ</source>
        <translation>FCE，无 τ</translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation>专注于此方法，或重新显示全部</translation>
    </message>
    <message>
        <source>Hold its embedding at another place; not that of fine-tuning, whose updates move it themselves</source>
        <translation>把它的嵌入固定在另一处；微调的除外，它的更新自己会移动嵌入</translation>
    </message>
    <message>
        <source>Imagined</source>
        <translation>想象</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>Of {methods}: on {episodes}.</source>
        <translation>{methods}：在{episodes}上。</translation>
    </message>
    <message>
        <source>Prototypes</source>
        <translation>原型</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Siamese</source>
        <translation>孪生</translation>
    </message>
    <message>
        <source>Take it away; Undo and Put back bring it back</source>
        <translation>把它拿走；“撤销”和“放回”会把它带回来</translation>
    </message>
    <message>
        <source>The classifier is trained on with the supports by steps of size alpha</source>
        <translation>分类器在支撑样本上以大小为 alpha 的步继续训练</translation>
    </message>
    <message>
        <source>The k nearest supports vote, by the features of a classifier</source>
        <translation>k 个最近的支撑样本按分类器的特征投票</translation>
    </message>
    <message>
        <source>The mean of a class also counts examples that a generator G makes of its supports and of noise z</source>
        <translation>类均值还计入生成器 G 由支撑样本和噪声 z 生成的样本</translation>
    </message>
    <message>
        <source>The nearer a query&apos;s embedding is to the mean of a class&apos;s embedded supports, the more probable the class</source>
        <translation>查询的嵌入离某类支撑样本嵌入的均值越近，该类的概率越大</translation>
    </message>
    <message>
        <source>The nearest support has the class; supports of other classes are pushed away until they are farther than those of one&apos;s own by the margin m</source>
        <translation>最近的支撑样本决定类别；其他类的支撑样本被推开，直到比自己类的远出间隔 m</translation>
    </message>
    <message>
        <source>Transductive: batch normalization has the statistics of all pictures of an episode, so that its queries help each other; asked one by one, they are usually answered less well</source>
        <translation>直推式：批归一化使用一个回合全部图片的统计量，因此查询互相帮助；单独询问时，它们通常答得差一些</translation>
    </message>
    <message>
        <source>Two pictures are of one class with a probability of their weighted absolute differences</source>
        <translation>两幅图片属于同一类的概率由它们的加权绝对差得出</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Without τ</source>
        <translation>无 τ</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>On the way to meta-step {step}</source>
        <translation>正在前往元步 {step}</translation>
    </message>
    <message>
        <source>Stop here: the run pauses where it is</source>
        <translation>在此停止：运行停在现在的位置</translation>
    </message>
    <message>
        <source>Stopped on the way, at meta-step {step}</source>
        <translation>途中停止，位于元步 {step}</translation>
    </message>
    <message>
        <source>meta-step {step} of {last}</source>
        <translation>元步 {step}，共 {last}</translation>
    </message>
</context>
<context>
    <name>NavigationPlane</name>
    <message>
        <source>Walks to goals that are not seen</source>
        <translation>走向看不见的目标</translation>
    </message>
    <message>
        <source>advantage</source>
        <translation>优势</translation>
    </message>
    <message>
        <source>change of the mean step</source>
        <translation>平均步的变化</translation>
    </message>
    <message>
        <source>mean step</source>
        <translation>平均步</translation>
    </message>
    <message>
        <source>{method}, mean end</source>
        <translation>{method}，平均终点</translation>
    </message>
</context>
<context>
    <name>NavigationScene</name>
    <message>
        <source>Accepted by the line search</source>
        <translation>被线搜索接受</translation>
    </message>
    <message>
        <source>After 1 inner step</source>
        <translation>1 个内层步之后</translation>
    </message>
    <message>
        <source>After {step} inner steps</source>
        <translation>{step} 个内层步之后</translation>
    </message>
    <message>
        <source>Before adapting</source>
        <translation>适应之前</translation>
    </message>
    <message>
        <source>Estimators</source>
        <translation>估计量</translation>
    </message>
    <message>
        <source>Held-out goals are measured every {steps} meta-steps</source>
        <translation>留出目标每 {steps} 元步测量一次</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>KL of a step</source>
        <translation>一步的 KL</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Mean return on held-out goals, in training, or the steps of the trust region</source>
        <translation>留出目标上的平均回报、训练中的平均回报，或信赖域的步</translation>
    </message>
    <message>
        <source>mean KL divergence</source>
        <translation>平均 KL 散度</translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation>元步</translation>
    </message>
    <message>
        <source>meta-step ({updates} updates each)</source>
        <translation>元步（每步 {updates} 次更新）</translation>
    </message>
    <message>
        <source>return</source>
        <translation>回报</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
</context>
<context>
    <name>NavigationSteps</name>
    <message>
        <source>Against inner steps</source>
        <translation>随内层步</translation>
    </message>
    <message>
        <source>inner step j</source>
        <translation>内层步 j</translation>
    </message>
    <message>
        <source>return</source>
        <translation>回报</translation>
    </message>
    <message>
        <source>{method}, Finn et al. 2017</source>
        <translation>{method}，Finn et al. 2017</translation>
    </message>
</context>
<context>
    <name>NavigationWords</name>
    <message>
        <source>A policy that adapts</source>
        <translation>会适应的策略</translation>
    </message>
    <message>
        <source>Add a goal there; a double click resets the range</source>
        <translation>在那里添加一个目标；双击重置范围</translation>
    </message>
    <message>
        <source>An inner step: actions that did better than expected, by A, become more likely</source>
        <translation>一个内层步：比预期更好（由 A 衡量）的动作变得更可能</translation>
    </message>
    <message>
        <source>Click a method&apos;s name or curve</source>
        <translation>点击方法的名称或曲线</translation>
    </message>
    <message>
        <source>Click an inner step</source>
        <translation>点击一个内层步</translation>
    </message>
    <message>
        <source>Click in the plane</source>
        <translation>在平面中点击</translation>
    </message>
    <message>
        <source>Drag a goal</source>
        <translation>拖动目标</translation>
    </message>
    <message>
        <source>Every start adapts to it anew, from the same noise, while you drag</source>
        <translation>拖动时，每个起点都用同样的噪声重新适应它</translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation>专注于此方法，或重新显示全部</translation>
    </message>
    <message>
        <source>Move the inner clock to the walks after it</source>
        <translation>把内层时钟移到它之后的轨迹</translation>
    </message>
    <message>
        <source>RL² adapts by what it remembers of a trial&apos;s places, actions and rewards</source>
        <translation>RL² 凭它记住的一次试验中的位置、动作和奖励来适应</translation>
    </message>
    <message>
        <source>Reptile moves the start towards the mean of the adapted policies</source>
        <translation>Reptile 把起点移向适应后策略的平均</translation>
    </message>
    <message>
        <source>Right click a goal, or Delete</source>
        <translation>右键点击目标，或按 Delete</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>把它拿走</translation>
    </message>
    <message>
        <source>The start also makes those paths more likely from which adapting came out better</source>
        <translation>起点还使那些适应结果更好的路径更可能</translation>
    </message>
    <message>
        <source>The start moves as the adapted policy should</source>
        <translation>起点按适应后的策略应有的方向移动</translation>
    </message>
    <message>
        <source>The start moves by the gradient through the expected inner step</source>
        <translation>起点按经过期望内层步的梯度移动</translation>
    </message>
    <message>
        <source>The start moves by the gradient through the inner step, whose paths stay as they are</source>
        <translation>起点按经过内层步的梯度移动，其路径保持不变</translation>
    </message>
    <message>
        <source>The start moves by the gradient through the walks themselves</source>
        <translation>起点按经过轨迹本身的梯度移动</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Copy the whole message to the clipboard</source>
        <translation>把整条消息复制到剪贴板</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>{level}: {text}</source>
        <translation>{level}：{text}</translation>
    </message>
</context>
<context>
    <name>NtmLearning</name>
    <message>
        <source>Bits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>Bits or wrong bits per held-out sequence, or the training cost</source>
        <translation>每个留出序列的位数或错误位数，或训练代价</translation>
    </message>
    <message>
        <source>Curves appear during training; held-out sequences are measured every {steps} meta-steps</source>
        <translation>曲线在训练中出现；留出序列每 {steps} 元步测量一次</translation>
    </message>
    <message>
        <source>Training cost</source>
        <translation>训练代价</translation>
    </message>
    <message>
        <source>Wrong bits</source>
        <translation>错误的位</translation>
    </message>
    <message>
        <source>bits per sequence</source>
        <translation>每序列位数</translation>
    </message>
    <message>
        <source>training cost</source>
        <translation>训练代价</translation>
    </message>
    <message>
        <source>wrong bits per sequence</source>
        <translation>每序列错误位数</translation>
    </message>
</context>
<context>
    <name>NtmScene</name>
    <message>
        <source>Addressing</source>
        <translation>寻址</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Longer sequences</source>
        <translation>更长的序列</translation>
    </message>
</context>
<context>
    <name>NtmWords</name>
    <message>
        <source>A head finds its place in four steps: a softmax of beta times the similarity to the key k selects rows by content; the gate g mixes that with the previous place; the kernel s shifts it; the power gamma sharpens it</source>
        <translation>读写头分四步找到位置：beta 乘以与键 k 的相似度后的 softmax 按内容选行；门 g 把它与上一个位置混合；核 s 使其移位；幂 gamma 使其锐化</translation>
    </message>
    <message>
        <source>A memory outside the network</source>
        <translation>网络之外的记忆</translation>
    </message>
    <message>
        <source>A write head erases e and adds a, weighted by w; a read head returns the weighted sum of the rows</source>
        <translation>写入头按权重 w 擦除 e 并加入 a；读取头返回各行的加权和</translation>
    </message>
    <message>
        <source>Click a name in a legend</source>
        <translation>点击图例中的名称</translation>
    </message>
    <message>
        <source>Click a row of the memory</source>
        <translation>点击记忆的一行</translation>
    </message>
    <message>
        <source>Click a time step in the figure</source>
        <translation>点击图中的一个时间步</translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation>专注于此方法，或重新显示全部</translation>
    </message>
    <message>
        <source>Hover, click</source>
        <translation>悬停、点击</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>Move the inner clock there</source>
        <translation>把内层时钟移到那里</translation>
    </message>
    <message>
        <source>Move β, g, s or γ under Addressing</source>
        <translation>在“寻址”下移动 β、g、s 或 γ</translation>
    </message>
    <message>
        <source>See where the head would have gone</source>
        <translation>看读写头本来会去哪里</translation>
    </message>
    <message>
        <source>Select it, to erase, overwrite or swap it</source>
        <translation>选中它，以擦除、覆盖或交换</translation>
    </message>
    <message>
        <source>Show the value of a cell; pin it</source>
        <translation>显示单元格的值；钉住它</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
    <message>
        <source>add a</source>
        <translation>加入 a</translation>
    </message>
    <message>
        <source>bit</source>
        <translation>位</translation>
    </message>
    <message>
        <source>bit {number}</source>
        <translation>位 {number}</translation>
    </message>
    <message>
        <source>delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>disturbed</source>
        <translation>已扰动</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>item delimiter</source>
        <translation>项分隔符</translation>
    </message>
    <message>
        <source>next bit</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>query delimiter</source>
        <translation>查询分隔符</translation>
    </message>
    <message>
        <source>read r</source>
        <translation>读出 r</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>row {row} erased after t = {t}</source>
        <translation>第 {row} 行在 t = {t} 之后被擦除</translation>
    </message>
    <message>
        <source>row {row} overwritten after t = {t}</source>
        <translation>第 {row} 行在 t = {t} 之后被覆盖</translation>
    </message>
    <message>
        <source>rows {row} and {other} swapped after t = {t}</source>
        <translation>第 {row} 行与第 {other} 行在 t = {t} 之后被交换</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>{method}: {bits} bits</source>
        <translation>{method}：{bits} 位</translation>
    </message>
    <message>
        <source>{wrong} wrong</source>
        <translation>{wrong} 个错误</translation>
    </message>
</context>
<context>
    <name>NumberControl</name>
    <message>
        <source>must be at least {low}, not {got}</source>
        <translation>必须至少为 {low}，而不是 {got}</translation>
    </message>
    <message>
        <source>must be at most {high}, not {got}</source>
        <translation>必须至多为 {high}，而不是 {got}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
</context>
<context>
    <name>OptimizersScene</name>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Meta-training</source>
        <translation>元训练</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>调节</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share}%</translation>
    </message>
</context>
<context>
    <name>OptimizersWords</name>
    <message>
        <source>An LSTM that reads the gradients gives z; the gates decide how much of z and theta is kept</source>
        <translation>读取梯度的 LSTM 给出 z；门决定保留多少 z 和 theta</translation>
    </message>
    <message>
        <source>Both gates are sigmoids of h, what the optimizer sees, with weights shared by all coordinates</source>
        <translation>两个门都是 h（优化器所见）的 sigmoid，权重为所有坐标共用</translation>
    </message>
    <message>
        <source>Click a cell of the map</source>
        <translation>点击图中的一格</translation>
    </message>
    <message>
        <source>Click a name in a legend</source>
        <translation>点击图例中的名称</translation>
    </message>
    <message>
        <source>Click a row of the laboratory</source>
        <translation>点击实验室的一行</translation>
    </message>
    <message>
        <source>Click in the losses</source>
        <translation>在损失图中点击</translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation>专注于此方法，或重新显示全部</translation>
    </message>
    <message>
        <source>Gradient descent as an LSTM</source>
        <translation>作为 LSTM 的梯度下降</translation>
    </message>
    <message>
        <source>Gradient descent is the same, with theta for the state, the negative gradient for the new value, forget gate 1 and input gate eta: a forget gate below 1 is weight decay, the input gate is the learning rate</source>
        <translation>梯度下降与此相同：theta 作状态，负梯度作新值，遗忘门为 1，输入门为 eta：遗忘门小于 1 就是权重衰减，输入门就是学习率</translation>
    </message>
    <message>
        <source>Hover, click</source>
        <translation>悬停、点击</translation>
    </message>
    <message>
        <source>LSTM, fixed gates</source>
        <translation>LSTM，固定的门</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>学得</translation>
    </message>
    <message>
        <source>Move the inner clock to this update</source>
        <translation>把内层时钟移到此更新</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Other family: landscapes</source>
        <translation>另一个任务族：地形</translation>
    </message>
    <message>
        <source>Other family: quadratics</source>
        <translation>另一个任务族：二次函数</translation>
    </message>
    <message>
        <source>Other family: sine network</source>
        <translation>另一个任务族：正弦网络</translation>
    </message>
    <message>
        <source>Problems as in training</source>
        <translation>与训练中相同的问题</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Show its losses over the updates</source>
        <translation>显示其各次更新的损失</translation>
    </message>
    <message>
        <source>Show the value of a mark; pin it</source>
        <translation>显示标记的值；钉住它</translation>
    </message>
    <message>
        <source>The LSTM cell: the forget gate keeps the old state, the input gate lets the new value in</source>
        <translation>LSTM 单元：遗忘门保留旧状态，输入门放入新值</translation>
    </message>
    <message>
        <source>The forget gate is 1 minus eta lambda, which is weight decay; the input gate is eta</source>
        <translation>遗忘门为 1 减 eta lambda，即权重衰减；输入门为 eta</translation>
    </message>
    <message>
        <source>The update is the output of an LSTM that reads the gradients; both gates are 1</source>
        <translation>更新是读取梯度的 LSTM 的输出；两个门都为 1</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Write out the update of this coordinate</source>
        <translation>写出此坐标的更新</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>{group}, coordinate {index}</source>
        <translation>{group}，坐标 {index}</translation>
    </message>
    <message>
        <source>{mean} ± {half} %</source>
        <translation>{mean} ± {half}%</translation>
    </message>
    <message>
        <source>{new} instead of {old}</source>
        <translation>{new} 代替 {old}</translation>
    </message>
    <message>
        <source>{n} dimensions instead of {m}</source>
        <translation>{n} 维代替 {m} 维</translation>
    </message>
    <message>
        <source>{n} hidden layers instead of {m}</source>
        <translation>{n} 个隐藏层代替 {m} 个</translation>
    </message>
    <message>
        <source>{n} hidden units instead of {m}</source>
        <translation>{n} 个隐藏单元代替 {m} 个</translation>
    </message>
    <message>
        <source>{n} updates instead of {t}</source>
        <translation>{n} 次更新代替 {t} 次</translation>
    </message>
</context>
<context>
    <name>OutcomesView</name>
    <message>
        <source>Where one step leads {method}: {outcomes} outcomes</source>
        <translation>{method} 一步通向何处：{outcomes} 种结果</translation>
    </message>
    <message>
        <source>task {letter}: outcomes up to there</source>
        <translation>任务 {letter}：到此为止的结果</translation>
    </message>
</context>
<context>
    <name>OuterClock</name>
    <message>
        <source>Bookmark this meta-step (B)</source>
        <translation>给此元步加书签（B）</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Branch from here</source>
        <translation>从此处分支</translation>
    </message>
    <message>
        <source>Branch: continue from here with other settings, and keep this run</source>
        <translation>分支：用其他设置从此处继续，并保留此运行</translation>
    </message>
    <message>
        <source>Clear the marked range (Esc on the track)</source>
        <translation>清除标记的范围（在轨道上按 Esc）</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation>从此处继续</translation>
    </message>
    <message>
        <source>Continue from here: restore the run as it was at this meta-step</source>
        <translation>从此处继续：把运行恢复到此元步时的样子</translation>
    </message>
    <message>
        <source>Do not read on (Space)</source>
        <translation>停止读取（空格）</translation>
    </message>
    <message>
        <source>Do not train yet (Space)</source>
        <translation>暂不训练（空格）</translation>
    </message>
    <message>
        <source>Follow (Space)</source>
        <translation>跟随（空格）</translation>
    </message>
    <message>
        <source>Meta-step shown</source>
        <translation>显示的元步</translation>
    </message>
    <message>
        <source>Meta-step shown, and meta-step at which the run pauses</source>
        <translation>显示的元步，以及运行暂停的元步</translation>
    </message>
    <message>
        <source>Pause training (Space)</source>
        <translation>暂停训练（空格）</translation>
    </message>
    <message>
        <source>Remove the bookmark (B)</source>
        <translation>移除书签（B）</translation>
    </message>
    <message>
        <source>Shift+drag marks a range to loop over</source>
        <translation>Shift+拖动标记要循环的范围</translation>
    </message>
    <message>
        <source>Train (Space)</source>
        <translation>训练（空格）</translation>
    </message>
    <message>
        <source>Train as soon as it is ready (Space)</source>
        <translation>一准备好就训练（空格）</translation>
    </message>
    <message>
        <source>Train longer (Space)</source>
        <translation>继续训练（空格）</translation>
    </message>
    <message>
        <source>Train one meta-step</source>
        <translation>训练一个元步</translation>
    </message>
    <message>
        <source>meta-step {step}</source>
        <translation>元步 {step}</translation>
    </message>
    <message>
        <source>meta-step {step} / {last}</source>
        <translation>元步 {step} / {last}</translation>
    </message>
    <message>
        <source>meta-step {step} of {last}</source>
        <translation>元步 {step}/{last}</translation>
    </message>
    <message>
        <source>{step} / {last}</source>
        <translation>{step} / {last}</translation>
    </message>
</context>
<context>
    <name>OutsideItem</name>
    <message>
        <source>({x}, {y})</source>
        <translation>({x}，{y})</translation>
    </message>
    <message>
        <source>{label}: {value}, outside the picture</source>
        <translation>{label}：{value}，在画面之外</translation>
    </message>
</context>
<context>
    <name>OwnScene</name>
    <message>
        <source>A run of your own</source>
        <translation>你自己的运行</translation>
    </message>
    <message>
        <source>Click a gate&apos;s curve or map</source>
        <translation>点击门控的曲线或图</translation>
    </message>
    <message>
        <source>Drag the outer clock</source>
        <translation>拖动外层时钟</translation>
    </message>
    <message>
        <source>Follow paths, heat maps and gates through the inner steps</source>
        <translation>随内层步观察路径、热图和门控</translation>
    </message>
    <message>
        <source>Go to that inner step</source>
        <translation>转到那个内层步</translation>
    </message>
    <message>
        <source>Look back at any meta-step that was kept</source>
        <translation>回看任何保留下来的元步</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Nothing was recorded yet</source>
        <translation>还没有记录任何内容</translation>
    </message>
    <message>
        <source>Play the inner clock</source>
        <translation>播放内层时钟</translation>
    </message>
    <message>
        <source>The metric that is drawn</source>
        <translation>所画的指标</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
    <message>
        <source>all methods</source>
        <translation>所有方法</translation>
    </message>
</context>
<context>
    <name>Paces</name>
    <message>
        <source>Frames per second achieved</source>
        <translation>实际达到的每秒帧数</translation>
    </message>
    <message>
        <source>Loop speed in recorded frames per second; max: as fast as the machine can</source>
        <translation>循环速度，每秒的记录帧数；最大：尽机器所能</translation>
    </message>
    <message>
        <source>Meta-steps per second achieved, and time left until the run pauses</source>
        <translation>实际达到的每秒元步数，以及到运行暂停为止的剩余时间</translation>
    </message>
    <message>
        <source>Pace of the loop</source>
        <translation>循环的速度</translation>
    </message>
    <message>
        <source>Pace of training</source>
        <translation>训练的速度</translation>
    </message>
    <message>
        <source>Training speed in meta-steps per second; max: as fast as the machine can</source>
        <translation>训练速度，每秒元步数；最大：尽机器所能</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>{pace} frames/s</source>
        <translation>{pace} 帧/秒</translation>
    </message>
    <message>
        <source>{pace} meta-steps/s</source>
        <translation>{pace} 元步/秒</translation>
    </message>
    <message>
        <source>{rate}, {time}</source>
        <translation>{rate}，{time}</translation>
    </message>
    <message>
        <source>{rate}, {time} left</source>
        <translation>{rate}，剩余 {time}</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation>{rate}/秒</translation>
    </message>
    <message>
        <source>–/s</source>
        <translation>–/秒</translation>
    </message>
</context>
<context>
    <name>PageDialog</name>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>About {size:.1f} MB: {steps} meta-steps, {pictures:,} pictures; drawing them takes about {time}.</source>
        <translation>约 {size:.1f} MB：{steps} 个元步，{pictures:,} 张图片；绘制约需 {time}。</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>所有语言</translation>
    </message>
    <message>
        <source>Another web page is being made; try again when it is done.</source>
        <translation>正在生成另一个网页；请等它完成后再试。</translation>
    </message>
    <message>
        <source>At most so many of each meta-step, evenly spaced</source>
        <translation>每个元步最多取这么多，均匀间隔</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Check at least one view</source>
        <translation>至少勾选一个视图</translation>
    </message>
    <message>
        <source>Check the views to show; curves over the run are one drawing each</source>
        <translation>勾选要显示的视图；整个运行的曲线各为一幅图</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Drawing a few pictures to see how large the page will be…</source>
        <translation>正在绘制几张图片，以估计网页的大小…</translation>
    </message>
    <message>
        <source>Evenly spaced</source>
        <translation>均匀间隔</translation>
    </message>
    <message>
        <source>Every n-th recorded</source>
        <translation>每 n 个记录取一个</translation>
    </message>
    <message>
        <source>Exact pictures</source>
        <translation>精确图片</translation>
    </message>
    <message>
        <source>How many meta-steps, or every how many-th</source>
        <translation>取多少个元步，或每隔多少个取一个元步</translation>
    </message>
    <message>
        <source>Inner steps</source>
        <translation>内层步</translation>
    </message>
    <message>
        <source>Keep every pixel as it is. Otherwise pictures full of crossing lines, shades or noise, and no others, are kept as photographs are, where that takes much less room</source>
        <translation>保留每个像素原样。否则，只有布满交叉线条、渐变或噪声的图片才会像照片那样保存，前提是这样明显更省空间</translation>
    </message>
    <message>
        <source>Labels in</source>
        <translation>标签语言</translation>
    </message>
    <message>
        <source>Largest file: where more is chosen, fewer meta-steps are shown</source>
        <translation>文件的最大大小：若选得更多，则显示更少的元步</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light and dark</source>
        <translation>浅色和深色</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Logarithmically spaced</source>
        <translation>对数间隔</translation>
    </message>
    <message>
        <source>Meta-steps</source>
        <translation>元步</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>More than the limit of {limit:g} MB: about {kept} meta-steps, evenly chosen, will be in the page. Fewer views or inner steps, one theme or narrower pictures leave room for more.</source>
        <translation>超过上限 {limit:g} MB：网页中将有约 {kept} 个均匀选取的元步。减少视图或内层步、只用一种主题或缩小图片宽度，可以容纳更多。</translation>
    </message>
    <message>
        <source>No typeface with Chinese characters is installed: Chinese labels in pictures would be boxes. Choose other labels, or install one (Debian, Ubuntu: fonts-noto-cjk).</source>
        <translation>没有安装带中文字符的字体：图片中的中文标签会显示为方框。请选择其他标签语言，或安装一种字体（Debian、Ubuntu：fonts-noto-cjk）。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Picture width</source>
        <translation>图片宽度</translation>
    </message>
    <message>
        <source>Pictures in</source>
        <translation>图片主题</translation>
    </message>
    <message>
        <source>Save web page</source>
        <translation>保存网页</translation>
    </message>
    <message>
        <source>Saved {path}, {size:.1f} MB</source>
        <translation>已保存 {path}，{size:.1f} MB</translation>
    </message>
    <message>
        <source>Saved {path}, {size:.1f} MB: {steps} of {wanted} meta-steps fit into the limit, {ticks} inner steps of each.</source>
        <translation>已保存 {path}，{size:.1f} MB：{wanted} 个元步中有 {steps} 个在上限之内，每个有 {ticks} 个内层步。</translation>
    </message>
    <message>
        <source>Texts are in all languages; labels within pictures in several take as many times the room</source>
        <translation>文字有所有语言；图片中的标签用几种语言，就占几倍的空间</translation>
    </message>
    <message>
        <source>The method whose inner steps are shown and captioned</source>
        <translation>显示并说明其内层步的方法</translation>
    </message>
    <message>
        <source>The page itself can always be light or dark; pictures in both take twice the room</source>
        <translation>网页本身总可切换浅色或深色；两种图片占两倍的空间</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Which recorded meta-steps a reader can go to</source>
        <translation>读者可以前往哪些已记录的元步</translation>
    </message>
    <message>
        <source>Width of a picture in pixels; text scales with it</source>
        <translation>图片宽度（像素）；文字随之缩放</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Show {page}</source>
        <translation>显示{page}</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>Likeliest pair</source>
        <translation>最可能的一对</translation>
    </message>
    <message>
        <source>Queries are hidden during the quiz</source>
        <translation>测验期间查询是隐藏的</translation>
    </message>
    <message>
        <source>Query {query} and its nearest support, {support} of {letter}</source>
        <translation>查询 {query} 及其最近的支撑样本，{letter} 的 {support}</translation>
    </message>
    <message>
        <source>Query {query} and support {support} of {letter}: the same with {share}</source>
        <translation>查询 {query} 与 {letter} 的支撑样本 {support}：相同的概率 {share}</translation>
    </message>
    <message>
        <source>Siamese</source>
        <translation>孪生</translation>
    </message>
    <message>
        <source>The query&apos;s likeliest support has not been looked at yet</source>
        <translation>查询最可能的支撑样本还没有看过</translation>
    </message>
    <message>
        <source>feature j; the others add {rest}: minus the distance² / m is {sum}</source>
        <translation>特征 j；其余的加上 {rest}：负的距离² / m 为 {sum}</translation>
    </message>
    <message>
        <source>feature j; the others and b add {rest}: the logit of “the same” is {sum}</source>
        <translation>特征 j；其余的和 b 加上 {rest}：“相同”的 logit 为 {sum}</translation>
    </message>
    <message>
        <source>feature {number}</source>
        <translation>特征 {number}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Arrow keys: select; Enter: run; Esc: close</source>
        <translation>方向键：选择；Enter：执行；Esc：关闭</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Find an action, a scenario, a setting or a recent file</source>
        <translation>查找操作、场景、设置或最近的文件</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>{category}: {text}</source>
        <translation>{category}：{text}</translation>
    </message>
</context>
<context>
    <name>PaletteEntries</name>
    <message>
        <source>Lesson</source>
        <translation>教程</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>{title} ({name})</source>
        <translation>{title}（{name}）</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Click to put {run} on the stage</source>
        <translation>点击把 {run} 放到舞台上</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Look at the whole run and change it there; the others stand beside it</source>
        <translation>查看整个运行并在那里更改；其余的并排在旁边</translation>
    </message>
    <message>
        <source>Put {run} on the stage</source>
        <translation>把 {run} 放到舞台上</translation>
    </message>
    <message>
        <source>Stopped: put it on the stage to see why</source>
        <translation>已停止：放到舞台上看原因</translation>
    </message>
    <message>
        <source>To the stage</source>
        <translation>到舞台</translation>
    </message>
    <message>
        <source>meta-step {step} of {planned}</source>
        <translation>元步 {step}/{planned}</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Picture of the scenario</source>
        <translation>场景的图片</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>看一看</translation>
    </message>
    <message>
        <source>See it: {title}</source>
        <translation>看一看：{title}</translation>
    </message>
    <message>
        <source>What is chosen on the map</source>
        <translation>地图上选中的内容</translation>
    </message>
</context>
<context>
    <name>PathView</name>
    <message>
        <source>2 of {count} coordinates</source>
        <translation>{count} 个坐标中的 2 个</translation>
    </message>
    <message>
        <source>Descent, update by update</source>
        <translation>逐次更新的下降</translation>
    </message>
    <message>
        <source>Directions shown</source>
        <translation>所示方向</translation>
    </message>
    <message>
        <source>First two coordinates</source>
        <translation>前两个坐标</translation>
    </message>
    <message>
        <source>Plane keeps {share} % of the variance</source>
        <translation>平面保留方差的 {share} %</translation>
    </message>
    <message>
        <source>Plane of largest variance</source>
        <translation>方差最大的平面</translation>
    </message>
    <message>
        <source>Which two directions are drawn</source>
        <translation>画哪两个方向</translation>
    </message>
    <message>
        <source>axis {place}, keeps {share} % of the variance</source>
        <translation>轴 {place}，保留方差的 {share} %</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss l</source>
        <translation>损失 l</translation>
    </message>
    <message>
        <source>optimum</source>
        <translation>最优点</translation>
    </message>
    <message>
        <source>optimum: {place}</source>
        <translation>最优点：{place}</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>start: {place}, loss {loss}</source>
        <translation>起点：{place}，损失 {loss}</translation>
    </message>
    <message>
        <source>{kept} coordinates of {size}, chosen by the program that recorded</source>
        <translation>{size} 个坐标中的 {kept} 个，由记录的程序选定</translation>
    </message>
    <message>
        <source>{path}, coordinate {place}</source>
        <translation>{path}，坐标 {place}</translation>
    </message>
    <message>
        <source>{path}, mixed coordinate {place}</source>
        <translation>{path}，混合坐标 {place}</translation>
    </message>
    <message>
        <source>{size} numbers mixed into {kept}: squared distances are right to about {error} %</source>
        <translation>{size} 个数混合成 {kept} 个：距离的平方误差约 {error} %</translation>
    </message>
</context>
<context>
    <name>PathsView</name>
    <message>
        <source>Estimates of θ</source>
        <translation>θ 的估计</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss of task {letter}</source>
        <translation>任务 {letter} 的损失</translation>
    </message>
    <message>
        <source>minimum of the task</source>
        <translation>任务的最小点</translation>
    </message>
    <message>
        <source>start θ⁰</source>
        <translation>起点 θ⁰</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>A learning algorithm and what people design in it</source>
        <translation>学习算法以及其中由人设计的部分</translation>
    </message>
    <message>
        <source>Compute gradient</source>
        <translation>计算梯度</translation>
    </message>
    <message>
        <source>Learning algorithm F</source>
        <translation>学习算法 F</translation>
    </message>
    <message>
        <source>Meta-training changes the red boxes so that l, summed over many tasks, falls</source>
        <translation>元训练改变红框里的内容，使 l 在许多任务上的总和下降</translation>
    </message>
    <message>
        <source>Test data</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>Test loss l</source>
        <translation>测试损失 l</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>a batch</source>
        <translation>一批</translation>
    </message>
    <message>
        <source>the same again</source>
        <translation>重复此步</translation>
    </message>
</context>
<context>
    <name>PictureHandle</name>
    <message>
        <source>{told} (drag)</source>
        <translation>{told}（可拖动）</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>Add a goal at a place where there is room</source>
        <translation>在有空位的地方添加一个目标</translation>
    </message>
    <message>
        <source>Add goal</source>
        <translation>添加目标</translation>
    </message>
    <message>
        <source>All tasks, after adaptation</source>
        <translation>所有任务，适应之后</translation>
    </message>
    <message>
        <source>All tasks, now</source>
        <translation>所有任务，当前</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Embedding: {method}</source>
        <translation>嵌入：{method}</translation>
    </message>
    <message>
        <source>Error after adaptation, held-out waves</source>
        <translation>适应后的误差，留出波形</translation>
    </message>
    <message>
        <source>Error of the shown wave, before adaptation</source>
        <translation>所显示波形的误差，适应之前</translation>
    </message>
    <message>
        <source>Goal in focus</source>
        <translation>专注的目标</translation>
    </message>
    <message>
        <source>Goal {letter}</source>
        <translation>目标 {letter}</translation>
    </message>
    <message>
        <source>Loss surface of the network</source>
        <translation>网络的损失曲面</translation>
    </message>
    <message>
        <source>Map shown</source>
        <translation>显示的图</translation>
    </message>
    <message>
        <source>Map shown: the meta-objective, or the loss of the shown wave before adaptation</source>
        <translation>显示的图：元目标，或所显示波形在适应之前的损失</translation>
    </message>
    <message>
        <source>Plane explains {kept} of the variance of the starts; errors: after k = {steps}</source>
        <translation>平面解释了各起点方差的 {kept}；误差：k = {steps} 之后</translation>
    </message>
    <message>
        <source>Query {number} of class {letter}</source>
        <translation>类别 {letter} 的查询 {number}</translation>
    </message>
    <message>
        <source>Query {number} of class {letter}, taken for {answer} with {share}</source>
        <translation>类别 {letter} 的查询 {number}，被当作 {answer}，{share}</translation>
    </message>
    <message>
        <source>Starts on the task losses</source>
        <translation>任务损失上的起点</translation>
    </message>
    <message>
        <source>Support {number} of class {letter}
moved by fine-tuning, not by hand</source>
        <translation>类别 {letter} 的支撑样本 {number}
由微调移动，而非手动</translation>
    </message>
    <message>
        <source>Surface shown</source>
        <translation>显示的曲面</translation>
    </message>
    <message>
        <source>Surface shown: Σ l(θₖ(φ)), Σ l(φ), or one task&apos;s l</source>
        <translation>显示的曲面：Σ l(θₖ(φ))、Σ l(φ)，或一个任务的 l</translation>
    </message>
    <message>
        <source>Task {letter}</source>
        <translation>任务 {letter}</translation>
    </message>
    <message>
        <source>The goal whose adaptation the arrows and the captions tell of</source>
        <translation>箭头和说明所讲的是对哪个目标的适应</translation>
    </message>
    <message>
        <source>The surface is computed every {steps} meta-steps and will appear by itself</source>
        <translation>曲面每 {steps} 元步计算一次，会自行出现</translation>
    </message>
    <message>
        <source>While you drag: {paths} paths per goal, at most {steps} steps per method</source>
        <translation>拖动时：每个目标 {paths} 条路径，每种方法至多 {steps} 步</translation>
    </message>
    <message>
        <source>adapted off plane</source>
        <translation>平面外的适应</translation>
    </message>
    <message>
        <source>against the meta-gradient, {norm}</source>
        <translation>与元梯度相比，{norm}</translation>
    </message>
    <message>
        <source>between starts</source>
        <translation>起点之间</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>error after k = {steps}, mean of {waves} waves</source>
        <translation>k = {steps} 之后的误差，{waves} 个波形的平均</translation>
    </message>
    <message>
        <source>error of the shown wave, before adaptation</source>
        <translation>所显示波形的误差，适应之前</translation>
    </message>
    <message>
        <source>error on plane</source>
        <translation>平面上的误差</translation>
    </message>
    <message>
        <source>exact among {letters}; it gives {kept} of all answers</source>
        <translation>在 {letters} 之间是精确的；它给出全部回答的 {kept}</translation>
    </message>
    <message>
        <source>exact: the means of {letters} lie in this plane</source>
        <translation>精确：{letters} 的均值在此平面内</translation>
    </message>
    <message>
        <source>exact: the means of {letters} span this plane</source>
        <translation>精确：{letters} 的均值张成此平面</translation>
    </message>
    <message>
        <source>first axis</source>
        <translation>第一轴</translation>
    </message>
    <message>
        <source>goal {letter}; Delete or right click: remove</source>
        <translation>目标 {letter}；Delete 或右键：移除</translation>
    </message>
    <message>
        <source>here {letter} and {other} are equally probable</source>
        <translation>在此处 {letter} 与 {other} 同样可能</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss after adaptation without noise, {over}</source>
        <translation>无噪声适应后的损失，{over}</translation>
    </message>
    <message>
        <source>loss after adaptation, {over}</source>
        <translation>适应后的损失，{over}</translation>
    </message>
    <message>
        <source>loss now, {over}</source>
        <translation>当前损失，{over}</translation>
    </message>
    <message>
        <source>loss of task {letter}</source>
        <translation>任务 {letter} 的损失</translation>
    </message>
    <message>
        <source>mean over unseen tasks</source>
        <translation>未见过任务上的平均</translation>
    </message>
    <message>
        <source>nearness in this plane gives {kept} of the answers</source>
        <translation>此平面中的远近给出 {kept} 的回答</translation>
    </message>
    <message>
        <source>principal component</source>
        <translation>主成分</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>relation score with class {letter}: {score}</source>
        <translation>与类别 {letter} 的关系得分：{score}</translation>
    </message>
    <message>
        <source>second axis</source>
        <translation>第二轴</translation>
    </message>
    <message>
        <source>squared distance from {letter}: {score}, probability {share}</source>
        <translation>到 {letter} 的平方距离：{score}，概率 {share}</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>start off plane</source>
        <translation>平面外的起点</translation>
    </message>
    <message>
        <source>sum over tasks</source>
        <translation>各任务之和</translation>
    </message>
    <message>
        <source>the plane of the last update, which gives {kept} of the answers</source>
        <translation>最后一次更新的平面，它给出 {kept} 的回答</translation>
    </message>
    <message>
        <source>this inner step</source>
        <translation>此内层步</translation>
    </message>
    <message>
        <source>towards the adapted θ, {norm}</source>
        <translation>朝向适应后的 θ，{norm}</translation>
    </message>
    <message>
        <source>true error</source>
        <translation>真实误差</translation>
    </message>
    <message>
        <source>{letter}: {kind}, explains {kept}</source>
        <translation>{letter}：{kind}，解释了 {kept}</translation>
    </message>
    <message>
        <source>{method} after episode {next}</source>
        <translation>{method}，第 {next} 个回合之后</translation>
    </message>
    <message>
        <source>{method} after {step} inner steps: advantages</source>
        <translation>{method}，{step} 个内层步之后：优势</translation>
    </message>
    <message>
        <source>{method} after {step} inner steps: gradient</source>
        <translation>{method}，{step} 个内层步之后：梯度</translation>
    </message>
    <message>
        <source>{method} after {step} inner steps: mean return {value}</source>
        <translation>{method}，{step} 个内层步之后：平均回报 {value}</translation>
    </message>
    <message>
        <source>{method} in episode {next}: advantages</source>
        <translation>{method}，在第 {next} 个回合：优势</translation>
    </message>
    <message>
        <source>{method} in episode {next}: mean return {value}</source>
        <translation>{method}，在第 {next} 个回合：平均回报 {value}</translation>
    </message>
    <message>
        <source>{method}, episode {next}: what it remembers turns it</source>
        <translation>{method}，第 {next} 个回合：记住的内容使它转向</translation>
    </message>
    <message>
        <source>{method}: update {next}</source>
        <translation>{method}：更新 {next}</translation>
    </message>
    <message>
        <source>{share} of support {support}, of class {letter}</source>
        <translation>类别 {letter} 的支撑样本 {support} 的 {share}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Autosave folder: {path}</source>
        <translation>自动保存文件夹：{path}</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>A bad start and parallel starts</source>
        <translation>坏起点与并行起点</translation>
    </message>
    <message>
        <source>A classifier learns 60 characters, all mixed, and meets five new ones by one example of each. Its nearest neighbours remember the examples and forget nothing; fine-tuning learns them by updates of all weights, whose rate and number are the best on validation characters, and every update is also measured on the old characters. With seed 0, after 24 meta-steps, 29 updates at a rate of 0.01 lowered accuracy on old characters from 90 % to 27 % (the reference engine rounds otherwise, and chose 9: 52 %), and nearest neighbours kept 89 %.</source>
        <translation>一个分类器混合学习 60 个字符，然后遇到五个新字符，每个只有一个样本。它的最近邻记住样本，什么也不忘；微调则更新所有权重来学习新字符，其学习率和次数是验证字符上最好的，每次更新也都在旧字符上测量。随机种子为 0 时，24 个元步之后，以 0.01 的学习率更新 29 次，使旧字符上的准确率从 90% 降到 27%（参考引擎的舍入不同，选择了 9 次：52%），而最近邻保持 89%。</translation>
    </message>
    <message>
        <source>A generator makes further examples of the one that each class has, and is trained with the rest: the mean is taken over both, and the inner clock shows one example after the other stream out of its original and move the mean. Set how many there are, from 0 to 20, while it trains. On characters they change little: with seed 0 accuracy after 60 meta-steps was 84 % with four imagined examples and 83 % without a generator.</source>
        <translation>每个类别有一个样本，生成器由它生成更多样本，并与其余部分一同训练：均值由两者一起计算，内层时钟显示样本一个接一个地从原样本涌出，移动均值。训练期间可设置它们的数量，从 0 到 20。在字符上它们改变不大：随机种子为 0 时，60 个元步之后，有四个想象样本时准确率为 84%，没有生成器时为 83%。</translation>
    </message>
    <message>
        <source>A good start for a real network</source>
        <translation>真实网络的好起点</translation>
    </message>
    <message>
        <source>A good start for characters</source>
        <translation>字符的好起点</translation>
    </message>
    <message>
        <source>A good start for handwriting</source>
        <translation>手写字符的好起点</translation>
    </message>
    <message>
        <source>A good start with convolution</source>
        <translation>用卷积的好起点</translation>
    </message>
    <message>
        <source>A known arm and an unknown one</source>
        <translation>已知与未知的摇臂</translation>
    </message>
    <message>
        <source>A learned comparison</source>
        <translation>学得的比较</translation>
    </message>
    <message>
        <source>A network of 1,761 weights has to fit a sine wave from ten of its points, and six methods prepare it on other waves. Before adaptation all but the oracle, which is given the wave, are about equally wrong. With seed 0 the error on held-out waves after ten gradient steps was 0.16 for MAML, 0.22 for FOMAML, 0.41 for Reptile and 1.81 for pre-training, whose step size of adaptation is tuned: at first among nine, then at each measurement against its two neighbours.</source>
        <translation>一个 1,761 个权重的网络要由十个点拟合一个正弦波，六种方法用其他正弦波为它作准备。适应之前，除了被告知正弦波的先知，各方法的误差都差不多。随机种子为 0 时，十个梯度步之后，留出的正弦波上的误差，MAML 为 0.16，FOMAML 为 0.22，Reptile 为 0.41，预训练为 1.81；预训练适应时的步长经过调优：先在九个值中选，之后每次测量时与相邻的两个值比较。</translation>
    </message>
    <message>
        <source>A network with 1,761 parameters learns sine waves from ten points in ten updates. One cell, shared by all parameters, decides at each update how much of a parameter to keep and how far to follow its gradient. With seed 0 the forget gate stays near 1, a mild weight decay; the input gate, the learning rate, is learned and changes from update to update.</source>
        <translation>一个 1,761 个参数的网络用十次更新从十个点学习正弦波。所有参数共用一个单元，它在每次更新时决定参数保留多少，以及沿梯度走多远。随机种子为 0 时，遗忘门保持在 1 附近，即轻微的权重衰减；输入门就是学习率，它由学习得到，并且每次更新都在变化。</translation>
    </message>
    <message>
        <source>A point is rewarded for being near a goal that it does not see. Before MAML&apos;s policy adapts, its walks are one blob; one policy-gradient step later they are a fan with a beam to each goal. With seed 0 the mean return went from −40 to −14 in one step, for pre-training from −40 to −32.</source>
        <translation>一个点离它看不到的目标越近，奖励越高。MAML 的策略适应之前，走出的路径是一团；经过一个策略梯度步，它们成为扇形，每个目标一束。随机种子为 0 时，平均回报在一步之内从 −40 变为 −14，预训练则从 −40 变为 −32。</translation>
    </message>
    <message>
        <source>A sequence is shown together with the number of copies that are asked for: the machine has to copy it, jump back to its beginning, and count. With seed 0 it paid 6 bits per sequence after 26,000 sequences, where guessing costs 281 in the mean. Sequences twice as long then had a tenth of their bits wrong, but twice as many repeats nearly half: as in the paper, it cannot count beyond what it was trained on.</source>
        <translation>序列与所要求的份数一起显示：机器要复制它，跳回它的开头，并且计数。随机种子为 0 时，26,000 个序列之后，每个序列的代价为 6 比特，而猜测平均要 281 比特。这时，两倍长的序列有十分之一的位错误，而重复次数加倍时接近一半：与论文一样，它的计数超不出训练过的范围。</translation>
    </message>
    <message>
        <source>A start that was trained on goals around a ring adapts to goals that you drag, add and remove, while you drag: three steps on twenty walks each, always from the same noise. From scratch the same steps lead nowhere. Take a goal off the ring, into the middle or far outside, and see what the start has learned to expect.</source>
        <translation>一个在圆环上各目标训练出的起点，会在你拖动、添加和移除目标的同时适应它们：每个目标走二十条路径，共三步，噪声始终相同。从零训练时，同样的步毫无效果。把目标拖离圆环，拖到中间或远处，看看这个起点学会了预期什么。</translation>
    </message>
    <message>
        <source>Adapting without a gradient</source>
        <translation>不用梯度的适应</translation>
    </message>
    <message>
        <source>An LSTM cell whose memory is θ, whose input is −∇l, whose forget gate is fixed to 1 − ηλ and whose input gate is fixed to η, is gradient descent with weight decay. Its path and that of plain SGD agree to the last digits. Change η and λ and see what the two gates do.</source>
        <translation>一个 LSTM 单元，如果记忆是 θ，输入是 −∇l，遗忘门固定为 1 − ηλ，输入门固定为 η，就是带权重衰减的梯度下降。它的路径与普通 SGD 的路径一致到末几位。改变 η 和 λ，看看两个门的作用。</translation>
    </message>
    <message>
        <source>An LSTM with two layers of 20 units sees each gradient and says what to add to each parameter. It is trained through its own updates on random 10-dimensional quadratics. With each of the seeds 0 to 2 it was ahead of Adam with the best learning rate after a few seconds.</source>
        <translation>一个两层、每层 20 个单元的 LSTM 看到每个梯度，并给出每个参数应加上多少。它在随机的 10 维二次函数上，穿过自己的更新来训练。随机种子为 0 到 2 时，每次都在几秒之后胜过采用最佳学习率的 Adam。</translation>
    </message>
    <message>
        <source>Arm 1 pays half of the time; arm 2 pays always on one task and rarely on the other. Five pulls and one policy-gradient step must find out which. Every outcome can be counted, so the exact meta-gradient is known: E-MAML and DiCE climb to where arm 2 is tried more often than not, and the published surrogate, which takes the pulls as they are, learns not to try.</source>
        <translation>摇臂 1 有一半的时候给奖励；摇臂 2 在一个任务中总给，在另一个任务中很少给。五次拉动和一个策略梯度步必须弄清是哪一种。每种结果都数得清，因此精确元梯度已知：E-MAML 和 DiCE 上升到尝试摇臂 2 多于不尝试之处，而论文中的代理目标把拉动视为固定，学会的是不去尝试。</translation>
    </message>
    <message>
        <source>As published, a Matching Network attends to its supports by the softmax of cosines, and as these lie between 0 and 1, no probability of five classes can be larger than 0.40: the loss has a floor, and learning is slow. A temperature, which begins at 10 and is learned, takes the cap away. With seed 0 accuracy after 60 meta-steps was 80 % with it and 56 % without.</source>
        <translation>按论文的形式，匹配网络以余弦的 softmax 对支撑样本施加注意力，而余弦在 0 与 1 之间，因此五个类别中没有一个的概率能超过 0.40：损失有下限，学习很慢。温度从 10 开始，由学习得到，它去掉了这个上限。随机种子为 0 时，60 个元步之后，有温度的准确率为 80%，没有的为 56%。</translation>
    </message>
    <message>
        <source>Before meta-learning</source>
        <translation>元学习之前</translation>
    </message>
    <message>
        <source>Blocks of convolution in place of layers of units: MAML takes longer for a step, and its start becomes much better. With seed 0 it reached 76 % of held-out queries after 15 meta-steps and 83 % after 60, normalized together, where the nearest neighbour on pixels has 40 %.</source>
        <translation>用卷积块代替全连接单元的层：MAML 每一步更慢，但它的起点好得多。随机种子为 0 时，它在留出的查询样本上的准确率在 15 个元步之后达到 76%，60 个之后达到 83%，查询样本一起归一化，而像素最近邻为 40%。</translation>
    </message>
    <message>
        <source>Characters remembered after one look</source>
        <translation>只看一眼就记住的字符</translation>
    </message>
    <message>
        <source>Characters that the network has never seen appear one after the other, and it sees the label of each only after its answer. It learns to write to the least used row of its memory and to read a mixture of similar rows; its controller, an LSTM, remembers too. At meta-step 120, with seeds 0 to 4, it labels 24 to 30 % of first instances correctly, 64 to 72 % of second and 86 to 90 % of tenth ones; the LSTM without that memory 27 to 34, 54 to 63 and 69 to 78 %.</source>
        <translation>网络从未见过的字符一个接一个地出现，每个字符的标签在作答之后才显示。它学会写入记忆中最近最少使用的行，并读取相似的行的混合；它的控制器是 LSTM，也会记住一些。在元步 120，随机种子为 0 到 4 时，它标对 24% 到 30% 的第一次出现的实例、64% 到 72% 的第二次和 86% 到 90% 的第十次；没有该记忆的 LSTM 分别为 27% 到 34%、54% 到 63% 和 69% 到 78%。</translation>
    </message>
    <message>
        <source>Copying from a memory outside the network</source>
        <translation>借助网络外的记忆复制</translation>
    </message>
    <message>
        <source>Copying with a controller that has no memory of its own</source>
        <translation>控制器没有自己记忆时的复制</translation>
    </message>
    <message>
        <source>Digits from MNIST&apos;s idx files, in the folder named in the settings, replace the drawn characters. The network and the optimizer are those of the paper.</source>
        <translation>绘制的字符换成 MNIST 的 idx 文件中的数字，文件在设置所指明的文件夹中。网络和优化器与论文相同。</translation>
    </message>
    <message>
        <source>Does MAML learn new features for every task, or reuse those of its start? While it adapts, its blocks keep what they see, and only the head changes: with seeds 0 to 2, after 60 meta-steps, it reached 82 to 84 % of held-out queries, normalized together, and freezing all three blocks costs it 3 to 6 points. ANIL, whose head alone adapts in training too, reached 80 to 84 %.</source>
        <translation>MAML 是为每个任务学习新的特征，还是重用起点的特征？适应时，它的各个块看到的东西不变，只有头部改变：随机种子为 0 到 2 时，60 个元步之后，它答对 82% 到 84% 的留出查询样本（一起归一化），而冻结全部三个块使它损失 3 到 6 个百分点。ANIL 在训练时也只适应头部，它达到 80% 到 84%。</translation>
    </message>
    <message>
        <source>Drag the goal</source>
        <translation>拖动目标</translation>
    </message>
    <message>
        <source>Draw a character, or drop a picture of one: it becomes an example of a class, or a query, and three methods answer while they are still learning. Three drawings are enough for an alphabet of your own. Move examples to other classes, take them away, and see what each method makes of it.</source>
        <translation>画一个字符，或拖入一张字符图片：它成为某个类别的样本，或成为查询样本，三种方法在自己还在学习时就作答。画三张就够组成你自己的字母表。把样本移到其他类别，或者移走，看看各方法怎样应对。</translation>
    </message>
    <message>
        <source>Each sequence has its own table of how likely the next bit is 1 after each five bits. The machine can count in its memory, and slowly learns to: with seed 0 it paid 181 bits after 9,000 sequences, where guessing costs 195. No predictor can do better than the optimal one, about 128 bits, whose cost is shown next to both.</source>
        <translation>每个序列都有自己的表，说明每五个位之后下一位为 1 的可能性。机器可以在记忆中计数，并慢慢学会：随机种子为 0 时，9,000 个序列之后，它的代价为 181 比特，而猜测要 195 比特。没有预测器能胜过最优预测器，后者约为 128 比特，其代价显示在两者旁边。</translation>
    </message>
    <message>
        <source>Each task has a deep well and a shallow one; in two dimensions the methods also differ in the direction they take. Pre-training follows g₁, the gradient at its start; FOMAML follows g₂, the gradient where adaptation ends; MAML corrects g₂ by the curvature along the path, and Reptile follows the path itself.</source>
        <translation>每个任务有一个深阱和一个浅阱；在二维中，各方法所取的方向也不同。预训练沿 g₁，即起点处的梯度；FOMAML 沿 g₂，即适应结束处的梯度；MAML 用沿途的曲率修正 g₂，而 Reptile 沿路径本身。</translation>
    </message>
    <message>
        <source>Eight points lie on no sine wave, and every method adapts to them at once. Drag them, add more or remove some, and see which start follows you, after one step or after ten, while training continues.</source>
        <translation>八个点不在任何正弦波上，所有方法同时适应它们。拖动、添加或移除这些点，看看训练继续时哪个起点跟得上你，是一步之后，还是十步之后。</translation>
    </message>
    <message>
        <source>Every meta-step draws new tasks from a family, and the curve that counts is measured on 64 tasks that no method has trained on. What is learned is a start for the family, not for a list of tasks.</source>
        <translation>每个元步从任务族中抽取新任务，而真正要看的曲线，是在没有任何方法训练过的 64 个任务上测量的。学到的是适合这个任务族的起点，而不是适合一份任务清单的起点。</translation>
    </message>
    <message>
        <source>Five characters that were never trained on, and one drawing of each: before its first inner step a good start guesses, a few steps later it tells them apart. Play the inner clock to see every decision change. With seed 0, after 100 meta-steps, MAML reached 69 % and FOMAML 68 % of held-out queries, normalized together, where the nearest neighbour on pixels has 40 %.</source>
        <translation>五个从未训练过的字符，每个有一张手绘：在第一个内层步之前，好的起点只是猜测，几步之后就能分清它们。播放内层时钟，可以看到每个判断如何改变。随机种子为 0 时，100 个元步之后，留出的查询样本一起归一化，MAML 答对 69%，FOMAML 答对 68%，而像素最近邻为 40%。</translation>
    </message>
    <message>
        <source>Five unknown characters, one drawing of each, and ten updates to tell them apart. The start and the gates are learned together over many such episodes; the test uses drawings that no update saw, of characters that meta-training never saw.</source>
        <translation>五个未知的字符，每个有一张手绘，用十次更新来区分它们。起点和门在许多这样的回合中一起学习；测试所用的手绘没有任何一次更新见过，字符也是元训练从未见过的。</translation>
    </message>
    <message>
        <source>Five ways to a start</source>
        <translation>通向起点的五条路</translation>
    </message>
    <message>
        <source>Five ways to compare</source>
        <translation>五种比较方式</translation>
    </message>
    <message>
        <source>Four methods look for one start from which a few gradient steps solve two tasks. Pre-training takes the place that is best right now, and its adaptation gets stuck in task B&apos;s poor valley. MAML takes a place that is worse now, but from which both tasks are solved.</source>
        <translation>四种方法寻找一个起点，从它出发，几个梯度步就能解决两个任务。预训练取当前最好的位置，它的适应却困在任务 B 的劣谷中。MAML 取的位置当前较差，但从那里两个任务都能解决。</translation>
    </message>
    <message>
        <source>Four steps lead from the controller&apos;s output to the place where a head reads or writes: similarity to a key, a gate between that and the previous place, a shift and a sharpening. This small machine has learned to copy, from 11,520 sequences of up to 8 vectors (seed 0), and is not trained further: step through the answer, see which step decides where the head goes, and change its numbers.</source>
        <translation>从控制器的输出到读写头读取或写入的位置，要经过四步：与键的相似度、在它与先前位置之间的门、移位和锐化。这台小机器已用 11,520 个至多 8 个向量的序列学会复制（随机种子 0），不再训练：逐步走过它的作答，看看由哪一步决定读写头的去向，并改变其中的数。</translation>
    </message>
    <message>
        <source>From the LSTM cell to gradient descent</source>
        <translation>从 LSTM 单元到梯度下降</translation>
    </message>
    <message>
        <source>From φ = −3 every method slides into the wrong basin, because no meta-gradient points over the hill. Eight more starts, spread over the range, are trained in parallel, and some of them end well. Meta-learning is gradient descent too, and restarts help it as well.</source>
        <translation>从 φ = −3 出发，每种方法都滑入错误的盆地，因为没有元梯度指向山的另一边。另有八个起点分布在整个范围内并行训练，其中一些结果很好。元学习也是梯度下降，多次重启对它同样有用。</translation>
    </message>
    <message>
        <source>Gates and an LSTM combined</source>
        <translation>门与 LSTM 的组合</translation>
    </message>
    <message>
        <source>Gradient descent is an LSTM</source>
        <translation>梯度下降就是 LSTM</translation>
    </message>
    <message>
        <source>Handwritten characters from Omniglot, in the folder or zip file named in the settings, replace the drawn ones. Each drawing is moved to the middle of its picture and brightened until its brightest pixel is white, which the paper does not mention: without it, 500 updates taught the network next to nothing. In one run of 320 meta-steps, 51,200 episodes where the paper has 100,000, it learned to label 80 % of second and 93 % of tenth instances of unseen alphabets correctly, and the LSTM 68 % and 81 %.</source>
        <translation>绘制的字符换成 Omniglot 的手写字符，位于设置所指明的文件夹或 zip 文件中。每个手写样本都移到图片中央并提高亮度，直到最亮的像素为白色，论文没有提到这一点：不这样做，500 次更新几乎没让网络学到什么。在一次 320 个元步的运行中（51,200 个回合，论文为 100,000 个），它学会正确标注未见过的字母表中 80% 的第二个实例和 93% 的第十个实例，LSTM 为 68% 和 81%。</translation>
    </message>
    <message>
        <source>How a head finds its place</source>
        <translation>读写头如何找到位置</translation>
    </message>
    <message>
        <source>Imagined examples</source>
        <translation>想象样本</translation>
    </message>
    <message>
        <source>In the lecture&apos;s second version one LSTM integrates the gradients so far, as momentum does, and a gated cell decides how much of its output to take. The forget and input gates are shown next to the input of the cell. Each of the two papers has one half; the combination is the lecture&apos;s own.</source>
        <translation>在课堂的第二个版本中，一个 LSTM 像动量那样累积至今的梯度，一个带门的单元决定采用它的输出多少。遗忘门和输入门显示在单元的输入旁边。两篇论文各有一半；组合是课堂自己的做法。</translation>
    </message>
    <message>
        <source>In these narrow bowls an inner step jumps to the opposite wall (α times curvature is 1.7). After 15 steps FOMAML takes the gradient where adaptation ended, and turns away from the exact meta-gradient, which is carried back through the curvature of the path. The meter shows the angle; play the inner clock to see each direction computed.</source>
        <translation>在这些窄碗中，一个内层步会跳到对面的壁上（α 乘以曲率为 1.7）。15 步之后，FOMAML 取适应结束处的梯度，偏离了精确元梯度，后者穿过沿途的曲率反向传回。仪表显示两者的夹角；播放内层时钟，可以看到每个方向的计算。</translation>
    </message>
    <message>
        <source>LSTM meta-learner</source>
        <translation>LSTM 元学习器</translation>
    </message>
    <message>
        <source>Learned gates</source>
        <translation>学得的门</translation>
    </message>
    <message>
        <source>Learned gates on few-shot glyphs</source>
        <translation>少样本字形上学得的门</translation>
    </message>
    <message>
        <source>Learning a loop</source>
        <translation>学习循环</translation>
    </message>
    <message>
        <source>Learning everything at once learns nothing</source>
        <translation>一次学习一切，等于什么也没学</translation>
    </message>
    <message>
        <source>Learning to learn quadratics</source>
        <translation>学会学习二次函数</translation>
    </message>
    <message>
        <source>MAML, FOMAML, Reptile, ANIL and Meta-SGD begin at one initial network, learn from the same episodes and adapt to the same ones. With seed 0, after 60 meta-steps and all inner steps, four of them reached 67 to 69 % of held-out queries, normalized together, Reptile 57 %; after a single inner step FOMAML was at 54 %, MAML at 65 %.</source>
        <translation>MAML、FOMAML、Reptile、ANIL 和 Meta-SGD 从同一个初始网络开始，从相同的回合学习，并适应相同的回合。随机种子为 0 时，60 个元步和全部内层步之后，留出的查询样本一起归一化，其中四种答对 67% 到 69%，Reptile 答对 57%；仅一个内层步之后，FOMAML 为 54%，MAML 为 65%。</translation>
    </message>
    <message>
        <source>Matching Network</source>
        <translation>匹配网络</translation>
    </message>
    <message>
        <source>Navigation as published</source>
        <translation>按论文设置的导航</translation>
    </message>
    <message>
        <source>Nearest to the mean</source>
        <translation>离均值最近</translation>
    </message>
    <message>
        <source>Omniglot characters remembered after one look</source>
        <translation>只看一眼就记住的 Omniglot 字符</translation>
    </message>
    <message>
        <source>One example of a handwritten character</source>
        <translation>一个手写字符的一个样本</translation>
    </message>
    <message>
        <source>One step to any goal</source>
        <translation>一步到达任意目标</translation>
    </message>
    <message>
        <source>One step: Reptile is pre-training</source>
        <translation>只走一步：Reptile 就是预训练</translation>
    </message>
    <message>
        <source>Pictures in context</source>
        <translation>上下文中的图片</translation>
    </message>
    <message>
        <source>Predicting bits from their last five</source>
        <translation>由前五位预测下一位</translation>
    </message>
    <message>
        <source>RL² is a recurrent policy: it sees its own actions and rewards, and turns towards the goal within its first walk. MAML needs twenty walks and a gradient step for that, or two. With seed 0 and as many walks to learn from, RL² was at −3 in its first episode, MAML at −16 before adapting, −6 after one step and −4 after two.</source>
        <translation>RL² 是一个循环策略：它看得到自己的动作和奖励，在第一次行走之内就转向目标。MAML 要做到这一点，需要二十次行走和一个梯度步，或两个。随机种子为 0、用于学习的行走同样多时，RL² 在第一个回合中为 −3，MAML 适应之前为 −16，一步之后为 −6，两步之后为 −4。</translation>
    </message>
    <message>
        <source>Real handwriting, from the folder or zip file of Omniglot named in the settings, in black and white: five characters of alphabets that were never trained on, and one example of each. With seed 0 slow and fast weights were right in 64 % after 300 meta-steps and 70 % after 600, where the nearest neighbour on pixels has 38 %; Munkhdalai and Yu report 98.9 % with convolutions.</source>
        <translation>真实手写字符，取自设置所指明的 Omniglot 文件夹或 zip 文件，为黑白：五个来自从未训练过的字母表的字符，每个有一个样本。随机种子为 0 时，慢速与快速权重在 300 个元步之后答对 64%，600 个之后答对 70%，而像素最近邻为 38%；Munkhdalai 与 Yu 用卷积得到的结果为 98.9%。</translation>
    </message>
    <message>
        <source>Real handwriting, from the folder or zip file of Omniglot named in the settings: MAML&apos;s start adapts to five characters of the alphabets for the test, which it was never trained on, from one example of each. Papers&apos; numbers, which are of other alphabets, larger networks and hours of training, stand beside what is measured. With seed 0 it reached 82 % after 15 meta-steps and 87 % after 75, queries normalized together, where the nearest neighbour on pixels has 45 %.</source>
        <translation>真实手写字符，取自设置所指明的 Omniglot 文件夹或 zip 文件：MAML 的起点从每个字符的一个样本适应五个字符，它们来自测试用的字母表，从未参与训练。论文的数字来自其他字母表、更大的网络和数小时的训练，与测得的数字并列。随机种子为 0 时，查询样本一起归一化，它在 15 个元步之后达到 82%，75 个之后达到 87%，而像素最近邻为 45%。</translation>
    </message>
    <message>
        <source>Real handwriting, from the folder or zip file of Omniglot named in the settings: five characters of alphabets that are kept for the test, and one example of each. Papers&apos; numbers, which are of other alphabets, larger networks and hours of training, stand beside what is measured. With seed 0 accuracy was 87 % after 125 meta-steps and 91 % after 300, where the nearest neighbour on pixels has 45 %.</source>
        <translation>真实手写字符，取自设置所指明的 Omniglot 文件夹或 zip 文件：五个来自留作测试的字母表的字符，每个有一个样本。论文的数字来自其他字母表、更大的网络和数小时的训练，与测得的数字并列。随机种子为 0 时，准确率在 125 个元步之后为 87%，300 个之后为 91%，而像素最近邻为 45%。</translation>
    </message>
    <message>
        <source>Recalling what came next</source>
        <translation>联想回忆下一项</translation>
    </message>
    <message>
        <source>Reproducing the published table</source>
        <translation>重现论文的表格</translation>
    </message>
    <message>
        <source>Reptile on waves of every phase</source>
        <translation>各种相位的正弦波上的 Reptile</translation>
    </message>
    <message>
        <source>Sorting by priority</source>
        <translation>按优先级排序</translation>
    </message>
    <message>
        <source>Substitute θ for the memory c, −∇l for z, 1 for the forget gate and η for the input gate, and the LSTM cell becomes gradient descent. All five cells see the same gradients and losses and are trained at once, on new bowls at each meta-step; the bowl shown is one that none of them has seen. Play the inner clock, and click a stage of the chain to take that cell apart.</source>
        <translation>用 θ 代替记忆 c，−∇l 代替 z，1 代替遗忘门，η 代替输入门，LSTM 单元就成为梯度下降。五个单元看到相同的梯度和损失，同时训练，每个元步都用新的碗；显示的碗则是它们都没见过的。播放内层时钟，并点击这条链的某一级，把那个单元拆开来看。</translation>
    </message>
    <message>
        <source>Task B curves so sharply that a gradient step with this α jumps across its valley and ends higher than it began: α times curvature is above 2. Lower the inner learning rate below the limit in the notice and watch the path converge again.</source>
        <translation>任务 B 弯曲得太厉害，采用这个 α 的梯度步会跳过它的谷，终点比起点更高：α 乘以曲率大于 2。把内层学习率降到提示中的上限以下，看路径重新收敛。</translation>
    </message>
    <message>
        <source>The controller is a feed-forward network: whatever it needs to know at the next time step must be in the external memory, or in the positions of its heads. It learns to copy all the same: with seed 0 it made no mistakes after 10,000 sequences, not even at twice the length.</source>
        <translation>控制器是前馈网络：它在下一个时间步需要知道的一切，都必须在外部记忆中，或在读写头的位置中。它照样学会了复制：随机种子为 0 时，10,000 个序列之后它不再出错，长度加倍时也是如此。</translation>
    </message>
    <message>
        <source>The distance from a mean, attention, pairs, a learned comparison and a mean with imagined examples: five networks learn from the same episodes, and answer the same one with one example of each of five characters. All of them pass the nearest neighbour on pixels, which answers 40 % of held-out queries, within 30 meta-steps with seed 0; click a query to see how each answer comes about.</source>
        <translation>到均值的距离、注意力、样本对、学得的比较、带想象样本的均值：五个网络从相同的回合学习，回答同一个回合，五个字符各有一个样本。随机种子为 0 时，它们都在 30 个元步之内超过像素最近邻，后者答对 40% 的留出查询样本；点击一个查询样本，可以看到各个答案是怎样得出的。</translation>
    </message>
    <message>
        <source>The learned optimizer trains a 784-20-10 network on drawn characters, 15,910 parameters with one shared cell. It is then applied to networks that it was not trained on: 40 units, two layers, ReLU, more updates, another family of problems. The laboratory shows where it still beats tuned rivals, and where it does not.</source>
        <translation>学得的优化器在绘制的字符上训练一个 784-20-10 的网络，15,910 个参数共用一个单元。然后把它用于没有训练过的网络：40 个单元、两层、ReLU、更多次更新、另一族问题。实验室显示它在哪里仍胜过调优的对手，在哪里不再胜过。</translation>
    </message>
    <message>
        <source>The network judges pairs: how probable is it that two pictures are of the same class, given the differences of their features? A query has the class of the support that it is most probably the same as. With seed 0 accuracy on five held-out characters, from one example of each, was 79 % after 120 meta-steps, where the nearest neighbour on pixels has 40 %.</source>
        <translation>这个网络判断样本对：给定两张图片特征的差异，它们属于同一类别的概率是多少？查询样本取与它最可能相同的支撑样本的类别。随机种子为 0 时，五个留出的字符，每个有一个样本，120 个元步之后的准确率为 79%，而像素最近邻为 40%。</translation>
    </message>
    <message>
        <source>The published surrogate takes the paths of an inner step as they are, though another start would walk others; E-MAML and DiCE keep that influence, and pay with noise. This environment is differentiable: the exact gradient stands beside them, at the initial start and then at the present one every 30 meta-steps. Here the surrogate&apos;s bias is hardly more than the noise of the estimates; &quot;A known arm and an unknown one&quot; counts it.</source>
        <translation>论文中的代理目标把内层步的路径视为固定，尽管换一个起点就会走出别的路径；E-MAML 和 DiCE 保留这种影响，代价是噪声。这个环境可微：精确梯度与它们并列，先在初始起点处，之后每 30 个元步在当前起点处。这里代理目标的偏差几乎不超过估计的噪声；“已知与未知的摇臂”则把它精确地算了出来。</translation>
    </message>
    <message>
        <source>The published walk and network, with TRPO on 20 goals with 20 paths each. With seed 0 the mean return after 60 of these steps was −40 before adapting, −11 after one step and −4.3 after two, beside the published −40, −12 and −3.3 after 100 steps on 40 goals. α = 0.5 is of the authors&apos; program, 20 goals are of their paper, which has α = 0.1; the program has 40 goals.</source>
        <translation>论文中的行走和网络，用 TRPO，20 个目标，每个 20 条路径。随机种子为 0 时，60 个这样的步之后，平均回报在适应之前为 −40，一步之后为 −11，两步之后为 −4.3；论文在 40 个目标上走 100 步，结果为 −40、−12 和 −3.3。α = 0.5 取自作者的程序，20 个目标取自论文，而论文中 α = 0.1，程序中有 40 个目标。</translation>
    </message>
    <message>
        <source>The same or not?</source>
        <translation>是否相同？</translation>
    </message>
    <message>
        <source>The settings of the MAML paper&apos;s table for five points of a wave, all 70,000 iterations, and the published errors next to the measured ones: with seed 0 MAML reached 0.55, 0.32 and 0.28 after 1, 5 and 10 steps, where 0.67, 0.38 and 0.35 were published. The initial weights are drawn as torch draws them; with the smaller ones of the published code the mean was worse, because one of 500 held-out waves diverges within ten steps. One wave can decide a mean, so the median and the quartiles are drawn beside it.</source>
        <translation>MAML 论文中正弦波五个点的表格所用的设置，全部 70,000 次迭代，论文的误差与测得的误差并列：随机种子为 0 时，MAML 在 1、5 和 10 步之后达到 0.55、0.32 和 0.28，论文为 0.67、0.38 和 0.35。初始权重按 torch 的方式抽取；用公开代码中较小的初始权重时，均值更差，因为 500 个留出的正弦波中有一个在十步之内发散。一个正弦波就能左右均值，因此旁边画出了中位数和四分位数。</translation>
    </message>
    <message>
        <source>The settings of the Reptile paper: phases up to 2π, 30,000 iterations of five small steps, then 32 steps on ten points of a wave. For all waves together no function is better than 0, and before adapting Reptile is as wrong as that. With seed 0 one step reduced its error from 4.7 to 0.8 and five to 0.1; pre-training stayed above 3.</source>
        <translation>Reptile 论文的设置：相位直到 2π，30,000 次迭代，每次五个小步，之后在正弦波的十个点上走 32 步。对全部正弦波的整体而言，没有函数优于 0，适应之前 Reptile 的误差也就那么大。随机种子为 0 时，一步使误差从 4.7 降到 0.8，五步降到 0.1；预训练始终在 3 以上。</translation>
    </message>
    <message>
        <source>Three characters that the network has never seen, and one example of each: a query belongs to the class whose mean is nearest. All its decisions are seen as they are in the plane through the three means, although the embedding has 32 dimensions. With seed 0 accuracy on held-out characters was 91 % after 240 meta-steps, where the nearest neighbour on pixels has 52 %.</source>
        <translation>三个网络从未见过的字符，每个有一个样本：查询样本属于均值离它最近的类别。它的所有判断都可以在穿过三个均值的平面上如实看到，尽管嵌入有 32 维。随机种子为 0 时，240 个元步之后，留出字符上的准确率为 91%，而像素最近邻为 52%。</translation>
    </message>
    <message>
        <source>Three networks that learn how to learn from five pictures, side by side, each on episodes of its own and beside the nearest neighbour on pixels: no rule of learning was written by hand; each draws on what the lecture calls extra information about the task, and keeps it in another place. Meta Networks turn each support&apos;s gradient into a row of weights, which a query mixes by how near its key is; a Matching Network attends in the same way to the supports themselves. The LSTM meta-learner turns gradients into weights, too, but one update after the other: its cell state is the network.</source>
        <translation>三个网络学习怎样从五张图片学习，并排显示，各用自己的回合，旁边是像素最近邻：没有一条学习规则是手写的；每个网络都利用课堂上所说的关于任务的额外信息，并把它存放在不同的地方。元网络把每个支撑样本的梯度变为一行权重，查询样本按其键的远近混合各行；匹配网络以同样的方式对支撑样本本身施加注意力。LSTM 元学习器也把梯度变为权重，但是一次更新接一次更新：它的单元状态就是网络。</translation>
    </message>
    <message>
        <source>Too large a step</source>
        <translation>步子太大</translation>
    </message>
    <message>
        <source>Training a network of 20 sigmoid units</source>
        <translation>训练 20 个 sigmoid 单元的网络</translation>
    </message>
    <message>
        <source>Training a network on MNIST</source>
        <translation>在 MNIST 上训练网络</translation>
    </message>
    <message>
        <source>Twenty vectors are shown, each with a priority, and the sixteen highest are asked for in order. With eight heads the machine can write each vector to a row that its priority chooses, and read the rows in order. The paper trained for far longer than minutes: with seed 0 a sequence cost 97 bits after 15,000 sequences, and the cost was still falling; guessing costs 128.</source>
        <translation>显示二十个向量，每个带一个优先级，然后按顺序要求最高的十六个。有八个读写头时，机器可以把每个向量写到由其优先级选定的行，再按顺序读取各行。论文的训练远不止几分钟：随机种子为 0 时，15,000 个序列之后，一个序列的代价为 97 比特，并且还在下降；猜测的代价为 128 比特。</translation>
    </message>
    <message>
        <source>Two networks turn an episode&apos;s gradients into weights that live for this task alone: as in Matching Networks, supports are attended to, and as in the LSTM meta-learner, gradients become weights. Slow weights alone stay at chance for ever, by symmetry: labels are drawn anew. With seed 0 both together were right in 88 % after 100 meta-steps and 91 % after 300, the nearest neighbour on pixels in 71 %.</source>
        <translation>两个网络把回合的梯度变为只为这个任务存在的权重：像匹配网络那样对支撑样本施加注意力，像 LSTM 元学习器那样把梯度变为权重。由于对称性，仅凭慢速权重永远停留在随机水平：标签每次重新抽取。随机种子为 0 时，两者一起在 100 个元步之后答对 88%，300 个之后答对 91%，像素最近邻为 71%。</translation>
    </message>
    <message>
        <source>Two tasks, one start</source>
        <translation>两个任务，一个起点</translation>
    </message>
    <message>
        <source>Unseen tasks</source>
        <translation>未见过的任务</translation>
    </message>
    <message>
        <source>Up to 20 random vectors are shown and then asked for again: the machine learns to write each to a row of its own and to visit the same rows when it answers, a diagonal in both weightings. By compiled kernels, seeds 0 to 9 took 5,760 to 13,440 sequences to learn it; after 23,040 the best weights of nine of them copied 40 vectors with at most 0.005 % of the bits wrong (seed 0: 29 %). The LSTM, with as many weights and no memory, is still guessing.</source>
        <translation>显示至多 20 个随机向量，然后要求原样输出：机器学会把每个向量写到各自的行，作答时再访问这些行，在读写两种权重分布中都是一条对角线。使用编译内核时，随机种子 0 到 9 用了 5,760 到 13,440 个序列学会这一点；23,040 个序列之后，其中九个的最佳权重复制 40 个向量时至多 0.005% 的位错误（随机种子 0：29%）。LSTM 的权重同样多，但没有记忆，仍在猜测。</translation>
    </message>
    <message>
        <source>Up to six items of three vectors each are shown, then one of them again; the answer is the item that followed it. Content finds the item in memory, and a shift moves on to the next; with four heads and the paper&apos;s feed-forward controller, seeds 0 to 4 needed 8,000 to 35,000 sequences to come below 1 bit a sequence, where guessing costs 18. Seed 0 then made no mistakes with 12 items, and a few with 20; now and then a machine forgets and learns again.</source>
        <translation>显示至多六项，每项三个向量，然后再显示其中一项；答案是它后面的那一项。内容在记忆中找到这一项，移位再移到下一项；有四个读写头和论文的前馈控制器时，随机种子 0 到 4 需要 8,000 到 35,000 个序列，代价才低于每个序列 1 比特，而猜测要 18 比特。随机种子 0 之后在 12 项时没有错误，20 项时有少许；偶尔有机器会遗忘，再重新学会。</translation>
    </message>
    <message>
        <source>Weights for a handwritten character</source>
        <translation>手写字符的权重</translation>
    </message>
    <message>
        <source>Weights for this task</source>
        <translation>为这个任务而生的权重</translation>
    </message>
    <message>
        <source>Weights from five examples</source>
        <translation>由五个样本得到的权重</translation>
    </message>
    <message>
        <source>Weights, memories, updates</source>
        <translation>权重、记忆、更新</translation>
    </message>
    <message>
        <source>Wells in a bowl</source>
        <translation>碗中的阱</translation>
    </message>
    <message>
        <source>What a meta-gradient leaves out</source>
        <translation>元梯度遗漏了什么</translation>
    </message>
    <message>
        <source>What a temperature is for</source>
        <translation>温度有什么用</translation>
    </message>
    <message>
        <source>What must be kept of five new classes? Prototypes are 160 numbers, however many examples there are; a Matching Network keeps all 25 examples, 800 numbers, reads them for every query, and twice as many in context. Fine-tuning keeps the weights that it moved, which are more than all of these, but their number does not grow.</source>
        <translation>对五个新类别必须保留什么？原型是 160 个数，不论样本有多少；匹配网络保留全部 25 个样本，即 800 个数，每个查询样本都要读取它们，有上下文时要两倍。微调保留它移动过的权重，比所有这些都多，但数量不会增长。</translation>
    </message>
    <message>
        <source>What remembering costs</source>
        <translation>记忆的代价</translation>
    </message>
    <message>
        <source>What the first-order shortcut costs</source>
        <translation>一阶捷径的代价</translation>
    </message>
    <message>
        <source>When adapting, ANIL moves only its last layer, while MAML may move every layer. With seed 0 MAML moves the first layer most, by 4.5 % of its norm in ten steps, and the last by 1.8 %, where ANIL has to move it by 18 %. The remaining errors were then 0.2 for MAML, 0.4 for ANIL and 1.6 for pre-training.</source>
        <translation>适应时，ANIL 只移动最后一层，而 MAML 可以移动每一层。随机种子为 0 时，MAML 第一层移动最多，十步中移动其范数的 4.5%，最后一层移动 1.8%，而 ANIL 的最后一层不得不移动 18%。这时剩余的误差，MAML 为 0.2，ANIL 为 0.4，预训练为 1.6。</translation>
    </message>
    <message>
        <source>Whether a query and a class belong together is decided by a second network, which sees the maps of both and is trained by squared errors. It learns more slowly than distances do, and from its published initial weights may stay for ever where all scores are alike, which a notice then says. With seed 0 accuracy on five held-out characters was about 70 % after 140 meta-steps, where the nearest neighbour on pixels has 40 %.</source>
        <translation>查询样本与类别是否相配，由第二个网络决定，它看到两者的特征图，用平方误差训练。它学得比距离方法慢，并且从论文的初始权重出发，可能永远停在所有分数都相同之处，这时会有提示。随机种子为 0 时，五个留出的字符，每个有一个样本，140 个元步之后的准确率约为 70%，而像素最近邻为 40%。</translation>
    </message>
    <message>
        <source>Which layers move</source>
        <translation>哪些层会移动</translation>
    </message>
    <message>
        <source>Which layers move for characters</source>
        <translation>字符任务中哪些层会移动</translation>
    </message>
    <message>
        <source>With a single inner step, the way to the adapted θ is one plain gradient: Reptile and pre-training take the same path, here to the last digit. Raise k while it runs and watch them separate.</source>
        <translation>只有一个内层步时，通往适应后 θ 的路就是一个普通的梯度：Reptile 和预训练走相同的路，在这里一致到最后一位。在运行期间增大 k，看它们分开。</translation>
    </message>
    <message>
        <source>With five examples of each class a query mixes 25 rows of fast weights, and the embedding is taught by pairs of supports: whether both are of one class, as Munkhdalai and Yu have it for more than one shot. With seed 0 slow and fast weights together were right in 95 % after 50 meta-steps and 97 % after 100, the nearest neighbour on pixels in 91 %. Alone, slow weights have 20 % and fast ones 22 to 31 %: fast weights are learned to act with the slow ones.</source>
        <translation>每个类别有五个样本时，查询样本混合 25 行快速权重，嵌入网络用成对的支撑样本来教：两者是否属于同一类别，Munkhdalai 与 Yu 在多于单样本时就是这样做的。随机种子为 0 时，慢速与快速权重一起在 50 个元步之后答对 95%，100 个之后答对 97%，像素最近邻为 91%。单独使用时，慢速权重为 20%，快速权重为 22% 到 31%：快速权重学的是与慢速权重配合。</translation>
    </message>
    <message>
        <source>With full context embeddings each support is embedded again by an LSTM that has seen the others, and a query reads from all of them five times before it is compared: the order of the supports matters now, and the query&apos;s attention changes from reading to reading. On characters it helps little where there is a temperature: with seed 0 accuracy after 60 meta-steps was 80 % with and without context. Without one, which can be switched on too, it was 71 % with context, where cosines may be negative and the cap on probabilities is 0.65 instead of 0.40, and 56 % without.</source>
        <translation>采用全上下文嵌入时，每个支撑样本由看过其他支撑样本的 LSTM 再次嵌入，查询样本在比较之前从所有支撑样本读取五次：支撑样本的顺序因此有了影响，查询样本的注意力也随每次读取而变化。在字符上，若有温度，它的帮助不大：随机种子为 0 时，60 个元步之后，有无上下文准确率都是 80%。没有温度时（也可以开启这种形式），有上下文时为 71%，此时余弦可能为负，概率的上限是 0.65 而不是 0.40；没有上下文时为 56%。</translation>
    </message>
    <message>
        <source>With phases up to 2π the mean of all waves is 0, so the best that joint training can do is to predict nothing: its error tends to half of E[A²], which is 4.25. Before adapting, Reptile&apos;s start is just as wrong. Ten steps on ten points reduce its error from 4.2 to 0.1 with seed 0, and leave pre-training above 3.</source>
        <translation>相位直到 2π 时，所有正弦波的均值为 0，因此联合训练至多能做到的就是什么也不预测：其误差趋向 E[A²] 的一半，即 4.25。适应之前，Reptile 的起点误差也是这么大。随机种子为 0 时，在十个点上走十步，使它的误差从 4.2 降到 0.1，而预训练仍在 3 以上。</translation>
    </message>
    <message>
        <source>Your function, from the points you draw</source>
        <translation>你的函数，由你画的点得到</translation>
    </message>
    <message>
        <source>Your own alphabet</source>
        <translation>你自己的字母表</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What networks see of the drawing</source>
        <translation>网络看到的画</translation>
    </message>
    <message>
        <source>{side} by {side} pixels, {share} % ink</source>
        <translation>{side} × {side} 像素，墨迹占 {share}%</translation>
    </message>
</context>
<context>
    <name>PrototypesItem</name>
    <message>
        <source>{method}: prototype of class {letter}</source>
        <translation>{method}：类别 {letter} 的原型</translation>
    </message>
</context>
<context>
    <name>PullsView</name>
    <message>
        <source>{method} on task {letter} (filled: paid)</source>
        <translation>{method} 在任务 {letter} 上（实心：得到奖励）</translation>
    </message>
</context>
<context>
    <name>Punctuation</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{where}: {text}</source>
        <translation>{where}：{text}</translation>
    </message>
</context>
<context>
    <name>QuizView</name>
    <message>
        <source>A trial appears as soon as there are pictures</source>
        <translation>一有图片就会出现一次试验</translation>
    </message>
    <message>
        <source>Click it, or its letter</source>
        <translation>点击它，或按它的字母</translation>
    </message>
    <message>
        <source>Next: click, or Space</source>
        <translation>下一个：点击，或按空格</translation>
    </message>
    <message>
        <source>Not {answer}: it is {letter}</source>
        <translation>不是 {answer}：是 {letter}</translation>
    </message>
    <message>
        <source>Right: it is {letter}</source>
        <translation>正确：是 {letter}</translation>
    </message>
    <message>
        <source>Which class is this?</source>
        <translation>这是哪一类？</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>你的</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Clipboard</source>
        <translation>剪贴板</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Decide later</source>
        <translation>以后再决定</translation>
    </message>
    <message>
        <source>Delete the saved runs</source>
        <translation>删除保存的运行</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Keep the saved runs and ask again at the next start</source>
        <translation>保留保存的运行，下次启动时再问</translation>
    </message>
    <message>
        <source>Metascope ended unexpectedly. The runs in training were saved.</source>
        <translation>Metascope 意外结束。训练中的运行已保存。</translation>
    </message>
    <message>
        <source>Open the runs as they were, to look at and to continue</source>
        <translation>按原样打开这些运行，以便查看和继续</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
    <message>
        <source>{name}: meta-step {step}, {time}</source>
        <translation>{name}：元步 {step}，{time}</translation>
    </message>
    <message>
        <source>{name}: meta-step {step}, {time}, on the computer {machine}</source>
        <translation>{name}：元步 {step}，{time}，在计算机 {machine} 上</translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Reopen the runs of the last window, this one on the stage: {state}</source>
        <translation>重新打开上一个窗口的运行，并把这一个放上舞台：{state}</translation>
    </message>
    <message>
        <source>Scenario or lesson</source>
        <translation>场景或教程</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>meta-step {step}</source>
        <translation>元步 {step}</translation>
    </message>
    <message>
        <source>{kind} in {folder}</source>
        <translation>{folder} 中的{kind}</translation>
    </message>
    <message>
        <source>{step} · {number}</source>
        <translation>{step} · {number}</translation>
    </message>
</context>
<context>
    <name>ResponseMapView</name>
    <message>
        <source>Appears with the first finished runs</source>
        <translation>首批运行完成后出现</translation>
    </message>
    <message>
        <source>{metric} over {column} and {row}</source>
        <translation>{metric} 随 {column} 与 {row} 的变化</translation>
    </message>
</context>
<context>
    <name>ResponsePanel</name>
    <message>
        <source>A line, or a row of the map, for each of its values</source>
        <translation>它的每个值对应一条线或图中的一行</translation>
    </message>
    <message>
        <source>Along which axis of the sweep</source>
        <translation>沿参数扫描的哪条轴</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>Lines with bands, or a map of two axes</source>
        <translation>带区间的线，或两条轴的色图</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Of all runs that share a place, over what is left</source>
        <translation>同一位置上所有运行的统计量，涵盖其余各轴</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Second axis</source>
        <translation>第二条轴</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>统计量</translation>
    </message>
    <message>
        <source>Which metric, the last value of each run</source>
        <translation>哪个指标，取每个运行的最后值</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>线</translation>
    </message>
    <message>
        <source>map</source>
        <translation>色图</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>mean ± standard deviation</source>
        <translation>均值 ± 标准差</translation>
    </message>
    <message>
        <source>mean, band: one standard deviation on either side; {n}</source>
        <translation>均值，区间：上下各一个标准差；{n}</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>median and quartiles</source>
        <translation>中位数与四分位数</translation>
    </message>
    <message>
        <source>median, band: from quartile to quartile; {n}</source>
        <translation>中位数，区间：上下四分位数之间；{n}</translation>
    </message>
    <message>
        <source>n = 0</source>
        <translation>n = 0</translation>
    </message>
    <message>
        <source>n = {low} to {high}</source>
        <translation>n = {low} 至 {high}</translation>
    </message>
    <message>
        <source>n = {n}</source>
        <translation>n = {n}</translation>
    </message>
    <message>
        <source>{quantity} of each run&apos;s method</source>
        <translation>{quantity}（每个运行各自的方法）</translation>
    </message>
    <message>
        <source>{statistic} of the runs in a cell; {n}</source>
        <translation>每格内各运行的{statistic}；{n}</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>ResponseView</name>
    <message>
        <source>Appears with the first finished runs</source>
        <translation>首批运行完成后出现</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Response of a metric</source>
        <translation>指标的响应</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>{metric} over {axis}</source>
        <translation>{metric} 随 {axis} 的变化</translation>
    </message>
    <message>
        <source>{told}; the first {shown} of {all} lines</source>
        <translation>{told}；{all} 条线中的前 {shown} 条</translation>
    </message>
</context>
<context>
    <name>Restarts</name>
    <message>
        <source>Reading the data; the run here trains on until they are there</source>
        <translation>正在读取数据；在读完之前，这里的运行继续训练</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>M: φ⁺ of layer 1, by unit</source>
        <translation>M：第 1 层的 φ⁺，按单元</translation>
    </message>
    <message>
        <source>Memory after row {row}: fast weights M of layer 1, keys R</source>
        <translation>第 {row} 行之后的记忆：第 1 层的快速权重 M，键 R</translation>
    </message>
    <message>
        <source>Memory before the first row</source>
        <translation>第一行之前的记忆</translation>
    </message>
    <message>
        <source>Memory: fast weights M of layer 1, and keys R</source>
        <translation>记忆：第 1 层的快速权重 M，以及键 R</translation>
    </message>
    <message>
        <source>R: keys, by unit</source>
        <translation>R：键，按单元</translation>
    </message>
    <message>
        <source>key r</source>
        <translation>键 r</translation>
    </message>
    <message>
        <source>keys R</source>
        <translation>键 R</translation>
    </message>
    <message>
        <source>query {query}</source>
        <translation>查询 {query}</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>unit {column}</source>
        <translation>单元 {column}</translation>
    </message>
    <message>
        <source>{row}, cosine {cosine} with the query&apos;s key</source>
        <translation>{row}，与查询的键的余弦 {cosine}</translation>
    </message>
</context>
<context>
    <name>RuleView</name>
    <message>
        <source>What G makes of a gradient</source>
        <translation>G 从梯度得出什么</translation>
    </message>
    <message>
        <source>What G makes of gradients: a dot per unit of row {row}</source>
        <translation>G 从梯度得出什么：{row}的每个单元一个点</translation>
    </message>
    <message>
        <source>unit {unit}</source>
        <translation>单元 {unit}</translation>
    </message>
</context>
<context>
    <name>RunMarkers</name>
    <message>
        <source>best {metric} {value}</source>
        <translation>最佳{metric} {value}</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>paused: {why}</source>
        <translation>已暂停：{why}</translation>
    </message>
    <message>
        <source>stopped: {why}</source>
        <translation>已停止：{why}</translation>
    </message>
    <message>
        <source>{name} = {value}</source>
        <translation>{name} = {value}</translation>
    </message>
    <message>
        <source>{name} changed</source>
        <translation>{name} 已更改</translation>
    </message>
    <message>
        <source>{run} branches off</source>
        <translation>{run} 从此分出</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Branches stand below the run they came from; the current run is bold. In small type: the settings in which a run differs from the one it came from</source>
        <translation>分支列在来源运行之下；当前运行用粗体。小字：运行与其来源不同的设置</translation>
    </message>
    <message>
        <source>Drawn dimmed behind the current run</source>
        <translation>以变暗的方式画在当前运行之后</translation>
    </message>
    <message>
        <source>Meta-step</source>
        <translation>元步</translation>
    </message>
    <message>
        <source>Meta-steps done</source>
        <translation>已完成的元步</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>{run} is drawn dimmed behind the current run</source>
        <translation>{run} 以变暗的方式画在当前运行之后</translation>
    </message>
    <message>
        <source>{run} is not drawn behind the current run</source>
        <translation>{run} 没有画在当前运行之后</translation>
    </message>
    <message>
        <source>{run} is the current run</source>
        <translation>{run} 是当前运行</translation>
    </message>
    <message>
        <source>{step} meta-steps</source>
        <translation>{step} 个元步</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Also list hidden runs, in italics</source>
        <translation>也用斜体列出隐藏的运行</translation>
    </message>
    <message>
        <source>Compare all runs in a table: the settings that differ, and the metrics</source>
        <translation>在一个表中比较所有运行：不同的设置和各项指标</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete a run</source>
        <translation>删除一个运行</translation>
    </message>
    <message>
        <source>Delete {run}? Its training stops and its recording is lost.</source>
        <translation>删除 {run}？它的训练会停止，记录会丢失。</translation>
    </message>
    <message>
        <source>Delete…	Del</source>
        <translation>删除…	Del</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>显示隐藏的</translation>
    </message>
    <message>
        <source>Hide from the list	H</source>
        <translation>从列表中隐藏	H</translation>
    </message>
    <message>
        <source>Hide median and band	Space</source>
        <translation>隐藏中位数和区间带	Space</translation>
    </message>
    <message>
        <source>Hide the ghost	Space</source>
        <translation>隐藏重影	Space</translation>
    </message>
    <message>
        <source>Rename	F2</source>
        <translation>重命名	F2</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Seeds…</source>
        <translation>种子…</translation>
    </message>
    <message>
        <source>Show as a ghost	Space</source>
        <translation>显示为重影	Space</translation>
    </message>
    <message>
        <source>Show in the list	H</source>
        <translation>显示在列表中	H</translation>
    </message>
    <message>
        <source>Show median and band	Space</source>
        <translation>显示中位数和区间带	Space</translation>
    </message>
    <message>
        <source>Show this run	Enter</source>
        <translation>显示此运行	Enter</translation>
    </message>
    <message>
        <source>Train the current run&apos;s settings with several seeds, and show their median</source>
        <translation>用若干种子训练当前运行的设置，并显示其中位数</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Trained for {step:,} meta-steps with seed {seed}.</source>
        <translation>用种子 {seed} 训练了 {step:,} 个元步。</translation>
    </message>
    <message>
        <source>Weights of {name}</source>
        <translation>{name} 的权重</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Collapse: {title}</source>
        <translation>折叠：{title}</translation>
    </message>
    <message>
        <source>Expand: {title}</source>
        <translation>展开：{title}</translation>
    </message>
    <message>
        <source>{title}, collapsed</source>
        <translation>{title}，已折叠</translation>
    </message>
    <message>
        <source>{title}, expanded</source>
        <translation>{title}，已展开</translation>
    </message>
</context>
<context>
    <name>SeedBands</name>
    <message>
        <source>{group} · {series}</source>
        <translation>{group} · {series}</translation>
    </message>
    <message>
        <source>{group}: median and percentiles {low}–{high} of {n} seeds</source>
        <translation>{group}：{n} 个种子的中位数和第 {low}–{high} 百分位数</translation>
    </message>
    <message>
        <source>{text}; {left} at meta-step {step}, those that ended before are left out</source>
        <translation>{text}；元步 {step} 处有 {left} 个，先结束的不计入</translation>
    </message>
</context>
<context>
    <name>SeedRuns</name>
    <message>
        <source>Stop: the runs that have ended stay</source>
        <translation>停止：已结束的运行会保留</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>{done} of {all} seeds</source>
        <translation>{done} / {all} 个种子</translation>
    </message>
    <message>
        <source>{n} seeds</source>
        <translation>{n} 个种子</translation>
    </message>
</context>
<context>
    <name>SeedsDialog</name>
    <message>
        <source>First seed</source>
        <translation>第一个种子</translation>
    </message>
    <message>
        <source>Nothing is drawn at random with these settings: all runs will be the same.</source>
        <translation>在这些设置下没有任何随机抽取：所有运行都会相同。</translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation>运行的数目</translation>
    </message>
    <message>
        <source>Seeds {first} to {last}, trained in processes of their own, which go on when the window is closed; curves show the median of those that have ended.</source>
        <translation>随机种子 {first} 至 {last}，各在独立进程中训练，窗口关闭后仍继续；曲线显示已结束者的中位数。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train with several seeds</source>
        <translation>用若干种子训练</translation>
    </message>
    <message>
        <source>{name}, {low} to {high}</source>
        <translation>{name}，{low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>2 pi</source>
        <translation>2π</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>A start that the plane goes through</source>
        <translation>平面所经过的一个起点</translation>
    </message>
    <message>
        <source>ANIL</source>
        <translation>ANIL</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Activation of the hidden units</source>
        <translation>隐藏单元的激活函数</translation>
    </message>
    <message>
        <source>Activation of the network&apos;s hidden units</source>
        <translation>网络隐藏单元的激活函数</translation>
    </message>
    <message>
        <source>Adam&apos;s step size for the cells&apos; weights</source>
        <translation>训练各单元权重的 Adam 步长</translation>
    </message>
    <message>
        <source>Adaptation steps</source>
        <translation>适应步数</translation>
    </message>
    <message>
        <source>Adapts the initial policy</source>
        <translation>适应初始策略</translation>
    </message>
    <message>
        <source>Added to the root; 1e-8 is torch&apos;s default, 0.01 gave fewer relapses and slower starts</source>
        <translation>加在根号上；1e-8 是 torch 的默认值，0.01 时回退较少，起步较慢</translation>
    </message>
    <message>
        <source>Adds examples that a generator makes of the supports</source>
        <translation>加入生成器由支撑样本生成的样本</translation>
    </message>
    <message>
        <source>All text one fifth larger</source>
        <translation>所有文字放大五分之一</translation>
    </message>
    <message>
        <source>Also makes those pulls more likely that a good adaptation came from</source>
        <translation>还使带来良好适应的那些拉动更可能发生</translation>
    </message>
    <message>
        <source>Amplitude</source>
        <translation>振幅</translation>
    </message>
    <message>
        <source>Amplitude of the custom wave</source>
        <translation>自定义正弦波的振幅</translation>
    </message>
    <message>
        <source>An episode ends within 0.01 of the goal along both axes; the published returns need it</source>
        <translation>沿两个轴都到达目标 0.01 以内时，回合结束；论文中的回报需要如此</translation>
    </message>
    <message>
        <source>Annealed over</source>
        <translation>退火长度</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>At each meta-step every estimator of MAML&apos;s meta-gradient is drawn a few times more, without ends of episodes, and compared with the exact gradient</source>
        <translation>每个元步对 MAML 元梯度的每个估计量再多抽取几次，回合不提前结束，并与精确梯度比较</translation>
    </message>
    <message>
        <source>Attends to the supports, with a learned temperature</source>
        <translation>以学得的温度对支撑样本施加注意力</translation>
    </message>
    <message>
        <source>Autosave every</source>
        <translation>自动保存间隔</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Back-propagate through the problems&apos; gradients too; slow, for small problems only</source>
        <translation>也反向传播穿过问题的梯度；很慢，仅用于小问题</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Bits of each sequence, which draws them from its own table of probabilities</source>
        <translation>每个序列的位数；每个序列由自己的概率表抽取</translation>
    </message>
    <message>
        <source>Bits per sequence</source>
        <translation>每个序列的位数</translation>
    </message>
    <message>
        <source>Bits per vector</source>
        <translation>每个向量的位数</translation>
    </message>
    <message>
        <source>By which neighbours are near</source>
        <translation>衡量邻居远近的依据</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Channels of each block of convolution. 3 blocks at a picture side of 14 let one watch it learn; 4 blocks at 28 take longer, and get the best</source>
        <translation>每个卷积块的通道数。图片边长 14 时的 3 个块可以看着它学习；28 时的 4 个块更久，效果最好</translation>
    </message>
    <message>
        <source>Channels of each block of convolution: 3 blocks at a picture side of 14, 4 at 28, which take longer</source>
        <translation>每个卷积块的通道数：图片边长 14 时有 3 个块，28 时有 4 个，后者更久</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符数</translation>
    </message>
    <message>
        <source>Characters to train on; a quarter as many are held out for validation, and another quarter for the test</source>
        <translation>用于训练的字符数；另留出其四分之一用于验证，再四分之一用于测试</translation>
    </message>
    <message>
        <source>Choose amplitude and phase</source>
        <translation>自选振幅和相位</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Classes of a held-out episode, shown or measured</source>
        <translation>显示或测量的留出回合的类别数</translation>
    </message>
    <message>
        <source>Classes of a training episode</source>
        <translation>训练回合的类别数</translation>
    </message>
    <message>
        <source>Classes of an episode</source>
        <translation>一个回合的类别数</translation>
    </message>
    <message>
        <source>Classes of an episode, in training too</source>
        <translation>一个回合的类别数，训练时也是如此</translation>
    </message>
    <message>
        <source>Classes per episode</source>
        <translation>每个回合的类别数</translation>
    </message>
    <message>
        <source>Classes that the network tells apart</source>
        <translation>网络要区分的类别数</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>裁剪方式</translation>
    </message>
    <message>
        <source>Compare estimators</source>
        <translation>比较估计量</translation>
    </message>
    <message>
        <source>Compares with the mean of each class</source>
        <translation>与每个类别的均值比较</translation>
    </message>
    <message>
        <source>Conjugate gradients</source>
        <translation>共轭梯度</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>控制器</translation>
    </message>
    <message>
        <source>Controller units</source>
        <translation>控制器单元数</translation>
    </message>
    <message>
        <source>Coordinates of a quadratic</source>
        <translation>二次函数的维数</translation>
    </message>
    <message>
        <source>Coordinates of a start φ</source>
        <translation>起点 φ 的维数</translation>
    </message>
    <message>
        <source>Coordinates of θ; the LSTM has one memory cell for each, and every gate sees all of them</source>
        <translation>θ 的维数；LSTM 对每一维有一个记忆单元，每个门都能看到所有单元</translation>
    </message>
    <message>
        <source>Copies that are asked for, drawn from 1 to this</source>
        <translation>要求的份数，从 1 到此值随机抽取</translation>
    </message>
    <message>
        <source>Copy a sequence; copy it several times; recall the next item; predict bits; sort by priority</source>
        <translation>复制一个序列；复制它若干次；联想回忆下一项；预测位；按优先级排序</translation>
    </message>
    <message>
        <source>Costly episodes</source>
        <translation>耗时方法的回合数</translation>
    </message>
    <message>
        <source>Counts every outcome: nothing is drawn</source>
        <translation>计入每一种结果：无需抽样</translation>
    </message>
    <message>
        <source>Curvatures</source>
        <translation>曲率</translation>
    </message>
    <message>
        <source>Custom points</source>
        <translation>自定义点</translation>
    </message>
    <message>
        <source>Custom wave</source>
        <translation>自定义波</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Decimal commas in CSV files</source>
        <translation>CSV 文件用逗号作小数点</translation>
    </message>
    <message>
        <source>Determines every random draw of the run</source>
        <translation>决定一次运行的所有随机抽取</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>DiCE</source>
        <translation>DiCE</translation>
    </message>
    <message>
        <source>Differentiates through the adaptation</source>
        <translation>对适应过程求导</translation>
    </message>
    <message>
        <source>Differentiates through the inner steps, exactly</source>
        <translation>精确地对内层步求导</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Draw new tasks at each meta-step and meta-test on unseen ones</source>
        <translation>每个元步抽取新任务，并在未见过的任务上元测试</translation>
    </message>
    <message>
        <source>Drawings of a character: calm, alike in size and place; hard, turned by up to 25°, scaled and shifted, so that comparing pixels helps little</source>
        <translation>一个字符的各个手写样本：平稳，大小和位置相近；困难，旋转至多 25°，缩放并平移，使比较像素几乎没有帮助</translation>
    </message>
    <message>
        <source>Draws per meta-step</source>
        <translation>每元步抽取次数</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>E-MAML</source>
        <translation>E-MAML</translation>
    </message>
    <message>
        <source>End at the goal</source>
        <translation>在目标处结束</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Episode shown</source>
        <translation>显示的回合</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>回合数</translation>
    </message>
    <message>
        <source>Episodes for layers</source>
        <translation>分析各层的回合数</translation>
    </message>
    <message>
        <source>Episodes of a trial</source>
        <translation>每次试验的回合数</translation>
    </message>
    <message>
        <source>Episodes of an update</source>
        <translation>一次更新的回合数</translation>
    </message>
    <message>
        <source>Episodes on one goal in training</source>
        <translation>训练时同一目标上的回合数</translation>
    </message>
    <message>
        <source>Episodes over which accuracy is averaged</source>
        <translation>计算平均准确率的回合数</translation>
    </message>
    <message>
        <source>Episodes over which is averaged what the layers do: how they move, and accuracy with some frozen</source>
        <translation>对各层的表现（移动多少，冻结部分层时的准确率）取平均的回合数</translation>
    </message>
    <message>
        <source>Episodes per goal before each inner step, and after the last</source>
        <translation>每个内层步之前以及最后一步之后，每个目标的回合数</translation>
    </message>
    <message>
        <source>Episodes per goal for each of these steps</source>
        <translation>这些步每一步中每个目标的回合数</translation>
    </message>
    <message>
        <source>Episodes per update</source>
        <translation>每次更新的回合数</translation>
    </message>
    <message>
        <source>Episodes that are drawn per goal</source>
        <translation>每个目标画出的回合数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Epochs on trials</source>
        <translation>试验的轮数</translation>
    </message>
    <message>
        <source>Estimates by each estimator in a meta-step, each on one task, at the initial start or where all starts were last dragged to</source>
        <translation>一个元步中每个估计量的估计次数，每次在一个任务上，位于初始起点，或所有起点上次被拖到的位置</translation>
    </message>
    <message>
        <source>Estimates by each estimator in a meta-step, on the same goals and the same noise</source>
        <translation>一个元步中每个估计量的估计次数，目标和噪声都相同</translation>
    </message>
    <message>
        <source>Estimators</source>
        <translation>估计量</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Examples per update; 0: all examples of a few-shot episode</source>
        <translation>每次更新的样本数；0：少样本回合的全部样本</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>FCE and cosines alone: the largest possible probability is small, too</source>
        <translation>只用 FCE 和余弦：最大的可能概率也很小</translation>
    </message>
    <message>
        <source>FOMAML</source>
        <translation>FOMAML</translation>
    </message>
    <message>
        <source>Factor of the base learner&apos;s fast weights on the table; 0: its slow weights alone. Training has 1</source>
        <translation>桌上基学习器快速权重的系数；0：只用慢速权重。训练时为 1</translation>
    </message>
    <message>
        <source>Factor of the cosines before the softmax of attention; 1: as published, where attention is always a mixture of all rows</source>
        <translation>注意力 softmax 之前余弦的系数；1：与论文相同，此时注意力总是所有行的混合</translation>
    </message>
    <message>
        <source>Factor of the cosines before training; it is learned</source>
        <translation>训练前余弦的系数；它由学习得到</translation>
    </message>
    <message>
        <source>Factor of the embedding&apos;s fast weights on the table; 0: its slow weights alone. Training has 1</source>
        <translation>桌上嵌入网络快速权重的系数；0：只用慢速权重。训练时为 1</translation>
    </message>
    <message>
        <source>Factor on the LSTM&apos;s output</source>
        <translation>LSTM 输出的系数</translation>
    </message>
    <message>
        <source>Factor on the similarity of row and key when reading; 1: the paper&apos;s equations</source>
        <translation>读取时行与键相似度的系数；1：论文的公式</translation>
    </message>
    <message>
        <source>Factor per time step on how much a row counts as used</source>
        <translation>每个时间步中，一行计为已使用的程度所乘的系数</translation>
    </message>
    <message>
        <source>Feed in the gradient at each update</source>
        <translation>每次更新时输入梯度</translation>
    </message>
    <message>
        <source>Feed in the loss at each update</source>
        <translation>每次更新时输入损失</translation>
    </message>
    <message>
        <source>Feed the gates their values at the previous update</source>
        <translation>把上一次更新时各门的值输入各门</translation>
    </message>
    <message>
        <source>Feed the parameter&apos;s value to the gates</source>
        <translation>把参数的值输入各门</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Fine-tuned weights</source>
        <translation>微调的权重</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Fine-tuning rate</source>
        <translation>微调学习率</translation>
    </message>
    <message>
        <source>Fine-tuning steps</source>
        <translation>微调步数</translation>
    </message>
    <message>
        <source>First corner</source>
        <translation>第一个角点</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>一阶</translation>
    </message>
    <message>
        <source>First temperature</source>
        <translation>初始温度</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Folder with the idx files of MNIST or EMNIST, or one of these files</source>
        <translation>含 MNIST 或 EMNIST 的 idx 文件的文件夹，或其中一个文件</translation>
    </message>
    <message>
        <source>Follows the gradient of the adapted policy, as if the step were no step</source>
        <translation>沿适应后策略的梯度更新，当作那一步不存在</translation>
    </message>
    <message>
        <source>Follows the gradient through the expected step</source>
        <translation>沿穿过期望步的梯度更新</translation>
    </message>
    <message>
        <source>Follows the gradient through the step, with its pulls as they are</source>
        <translation>沿穿过这一步的梯度更新，拉动视为固定不变</translation>
    </message>
    <message>
        <source>For files that store pictures transposed, as EMNIST&apos;s do</source>
        <translation>用于转置存储图片的文件，例如 EMNIST 的文件</translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation>遗忘门偏置</translation>
    </message>
    <message>
        <source>Fraction of the way from φ to the mean adapted θ</source>
        <translation>从 φ 到适应后 θ 的均值所走路程的比例</translation>
    </message>
    <message>
        <source>Fraction of the way to the mean adapted network</source>
        <translation>向适应后网络的均值所走路程的比例</translation>
    </message>
    <message>
        <source>Fraction of the way to the mean adapted policy</source>
        <translation>向适应后策略的均值所走路程的比例</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>从零训练</translation>
    </message>
    <message>
        <source>Full context, no temperature</source>
        <translation>全上下文，无温度</translation>
    </message>
    <message>
        <source>Further points per wave, on which the adapted network is judged</source>
        <translation>每个正弦波的另一些点，用来评判适应后的网络</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>Gates see the parameter</source>
        <translation>门能看到参数</translation>
    </message>
    <message>
        <source>Gates see themselves</source>
        <translation>门能看到自身</translation>
    </message>
    <message>
        <source>Generalization laboratory</source>
        <translation>泛化实验室</translation>
    </message>
    <message>
        <source>Goal in focus</source>
        <translation>关注的目标</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Goals over which returns are averaged</source>
        <translation>计算平均回报的目标数</translation>
    </message>
    <message>
        <source>Goals per update</source>
        <translation>每次更新的目标数</translation>
    </message>
    <message>
        <source>Goals shown</source>
        <translation>显示的目标</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation>梯度噪声</translation>
    </message>
    <message>
        <source>Gradient steps when adapting to a task</source>
        <translation>适应一个任务时的梯度步数</translation>
    </message>
    <message>
        <source>Gradients of the embedding&apos;s loss that F reads: of so many supports, or pairs of them</source>
        <translation>F 所读取的嵌入网络损失的梯度：来自多少个支撑样本，或多少对支撑样本</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>Halve the rate every</source>
        <translation>学习率减半间隔</translation>
    </message>
    <message>
        <source>Halving</source>
        <translation>减半方式</translation>
    </message>
    <message>
        <source>Head reads</source>
        <translation>头部读取</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>读写头</translation>
    </message>
    <message>
        <source>Heads, each of which reads and writes</source>
        <translation>读写头数，每个都既读取又写入</translation>
    </message>
    <message>
        <source>Held-out characters to measure on; the best weights are always chosen on validation</source>
        <translation>用于测量的留出字符；最佳权重总是按验证字符选出</translation>
    </message>
    <message>
        <source>Held-out characters to show and to measure on</source>
        <translation>用于显示和测量的留出字符</translation>
    </message>
    <message>
        <source>Held-out episodes</source>
        <translation>留出的回合数</translation>
    </message>
    <message>
        <source>Held-out goals</source>
        <translation>留出的目标数</translation>
    </message>
    <message>
        <source>Held-out problems</source>
        <translation>留出的问题数</translation>
    </message>
    <message>
        <source>Held-out sequences</source>
        <translation>留出的序列数</translation>
    </message>
    <message>
        <source>Held-out tasks in the meta-test</source>
        <translation>元测试中留出的任务数</translation>
    </message>
    <message>
        <source>Held-out waves</source>
        <translation>留出的正弦波数</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层数</translation>
    </message>
    <message>
        <source>Hidden layers of the trained network</source>
        <translation>被训练网络的隐藏层数</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元数</translation>
    </message>
    <message>
        <source>Hidden units of the controller</source>
        <translation>控制器的隐藏单元数</translation>
    </message>
    <message>
        <source>Hidden units of the networks that make fast weights</source>
        <translation>产生快速权重的网络的隐藏单元数</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>步数上限</translation>
    </message>
    <message>
        <source>How far ratios of probabilities may go from 1</source>
        <translation>概率之比偏离 1 的最大幅度</translation>
    </message>
    <message>
        <source>How many are added to the supports of each class</source>
        <translation>为每个类别的支撑样本添加的数量</translation>
    </message>
    <message>
        <source>How many of the nearest supports vote</source>
        <translation>参与投票的最近支撑样本数</translation>
    </message>
    <message>
        <source>How often a query reads from the supports in context</source>
        <translation>查询样本在上下文中读取支撑样本的次数</translation>
    </message>
    <message>
        <source>How often arm 1 and arm 2 pay on each task, from 0 to 1; all tasks are equally likely</source>
        <translation>每个任务中摇臂 1 和摇臂 2 有奖励的频率，0 到 1；所有任务的概率相同</translation>
    </message>
    <message>
        <source>Images per class</source>
        <translation>每个类别的图片数</translation>
    </message>
    <message>
        <source>Imagined examples</source>
        <translation>想象样本数</translation>
    </message>
    <message>
        <source>In training, classes: a character turned by a right angle is a class of its own; class: each class of an episode is turned at random; episode: the whole episode is; none. Held-out characters stand upright</source>
        <translation>训练时，新类别：旋转直角的字符自成一类；每类：回合中每个类别各自随机旋转；回合：整个回合一起旋转；无：不旋转。留出的字符保持正立</translation>
    </message>
    <message>
        <source>Initial bias of the forget gate; 4.5 gives 0.989</source>
        <translation>遗忘门的初始偏置；4.5 对应 0.989</translation>
    </message>
    <message>
        <source>Initial bias of the input gate; −4.5 gives 0.011</source>
        <translation>输入门的初始偏置；−4.5 对应 0.011</translation>
    </message>
    <message>
        <source>Initial memory</source>
        <translation>初始记忆</translation>
    </message>
    <message>
        <source>Initial start</source>
        <translation>初始起点</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Initial weights. published: as in the authors&apos; program, from which training may stay where it is</source>
        <translation>初始权重。论文：与作者的程序相同，训练可能停留在原处</translation>
    </message>
    <message>
        <source>Ink threshold</source>
        <translation>墨迹阈值</translation>
    </message>
    <message>
        <source>Inner learning rate</source>
        <translation>内层学习率</translation>
    </message>
    <message>
        <source>Inner rate is of</source>
        <translation>内层学习率针对</translation>
    </message>
    <message>
        <source>Inner steps</source>
        <translation>内层步数</translation>
    </message>
    <message>
        <source>Inner steps in training</source>
        <translation>训练时的内层步数</translation>
    </message>
    <message>
        <source>Inner steps in training, each on a minibatch</source>
        <translation>训练时的内层步数，每步用一个小批量</translation>
    </message>
    <message>
        <source>Inner steps in training, each on a minibatch of supports and queries alike</source>
        <translation>训练时的内层步数，每步用一个小批量，不区分支撑样本与查询样本</translation>
    </message>
    <message>
        <source>Inner steps in training, each on new paths</source>
        <translation>训练时的内层步数，每步用新的路径</translation>
    </message>
    <message>
        <source>Inner steps on held-out episodes and on the one on the table</source>
        <translation>在留出的回合和桌上的回合中的内层步数</translation>
    </message>
    <message>
        <source>Inner steps on the goals shown and on held-out ones; the first has the inner learning rate, later ones half of it, as published</source>
        <translation>在显示的目标和留出的目标上的内层步数；第一步用内层学习率，之后的步用其一半，与论文相同</translation>
    </message>
    <message>
        <source>Inner steps on the held-out waves and on the shown one</source>
        <translation>在留出的正弦波和显示的正弦波上的内层步数</translation>
    </message>
    <message>
        <source>Input bias</source>
        <translation>输入门偏置</translation>
    </message>
    <message>
        <source>Items shown, of three vectors each, drawn from 2 to this</source>
        <translation>显示的项数，每项三个向量，从 2 到此值随机抽取</translation>
    </message>
    <message>
        <source>Judged on</source>
        <translation>评判数据</translation>
    </message>
    <message>
        <source>Judges for each pair of pictures whether they are of one class</source>
        <translation>判断每一对图片是否属于同一类别</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>评判</translation>
    </message>
    <message>
        <source>LSTM layers</source>
        <translation>LSTM 层数</translation>
    </message>
    <message>
        <source>LSTM units</source>
        <translation>LSTM 单元数</translation>
    </message>
    <message>
        <source>Laboratory problems</source>
        <translation>实验室问题数</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>大号文字</translation>
    </message>
    <message>
        <source>Largest absolute value of an element, or largest norm</source>
        <translation>元素的最大绝对值，或最大范数</translation>
    </message>
    <message>
        <source>Largest mean KL divergence of the adapted policies in a step</source>
        <translation>一步中适应后策略的最大平均 KL 散度</translation>
    </message>
    <message>
        <source>Largest norm of a cell&apos;s meta-gradient</source>
        <translation>单元元梯度的最大范数</translation>
    </message>
    <message>
        <source>Largest norm of a meta-gradient</source>
        <translation>元梯度的最大范数</translation>
    </message>
    <message>
        <source>Largest norm of a meta-gradient, which explodes near a barrier</source>
        <translation>元梯度的最大范数；元梯度在势垒附近会爆炸</translation>
    </message>
    <message>
        <source>Largest phase</source>
        <translation>最大相位</translation>
    </message>
    <message>
        <source>Learn the start</source>
        <translation>学习起点</translation>
    </message>
    <message>
        <source>Learned optimizer</source>
        <translation>学得的优化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate of gradient descent: the fixed input gate</source>
        <translation>梯度下降的学习率：固定的输入门</translation>
    </message>
    <message>
        <source>Learns a recurrent policy that sees its own actions and rewards and goes on remembering from episode to episode: it adapts without a gradient, one episode for each inner step of the others</source>
        <translation>学习一个循环策略，它看得到自己的动作和奖励，并跨回合保持记忆：适应时不用梯度，一个回合相当于其他方法的一个内层步</translation>
    </message>
    <message>
        <source>Learns a start from which a policy-gradient step adapts</source>
        <translation>学习一个起点，从它出发用一个策略梯度步即可适应</translation>
    </message>
    <message>
        <source>Learns one policy for all goals, and adapts it afterwards</source>
        <translation>为所有目标学习一个策略，之后再适应</translation>
    </message>
    <message>
        <source>Learns one policy that sees the goal, and does not adapt</source>
        <translation>学习一个看得到目标的策略，不作适应</translation>
    </message>
    <message>
        <source>Learns the comparison, too, by squared errors</source>
        <translation>连比较方式也学习，用平方误差训练</translation>
    </message>
    <message>
        <source>Light, dark, or like the desktop</source>
        <translation>浅色、深色，或与桌面环境一致</translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <source>Lower end of starts, guesses and pictures</source>
        <translation>起点、猜测和图像范围的下限</translation>
    </message>
    <message>
        <source>Lower end of the range that is drawn</source>
        <translation>抽取范围的下限</translation>
    </message>
    <message>
        <source>MAML</source>
        <translation>MAML</translation>
    </message>
    <message>
        <source>MAML that adapts only the head</source>
        <translation>只适应头部的 MAML</translation>
    </message>
    <message>
        <source>MAML that adapts only the last layer</source>
        <translation>只适应最后一层的 MAML</translation>
    </message>
    <message>
        <source>MAML that learns a rate for each parameter</source>
        <translation>为每个参数学习一个学习率的 MAML</translation>
    </message>
    <message>
        <source>MAML that learns a rate for each weight</source>
        <translation>为每个权重学习一个学习率的 MAML</translation>
    </message>
    <message>
        <source>MAML without second derivatives</source>
        <translation>没有二阶导数的 MAML</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>MNIST folder</source>
        <translation>MNIST 文件夹</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Matching Network</source>
        <translation>匹配网络</translation>
    </message>
    <message>
        <source>Matching with full context</source>
        <translation>全上下文匹配</translation>
    </message>
    <message>
        <source>Matching without temperature</source>
        <translation>无温度匹配</translation>
    </message>
    <message>
        <source>Maximum items</source>
        <translation>最大项数</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>最大长度</translation>
    </message>
    <message>
        <source>Maximum repeats</source>
        <translation>最大重复次数</translation>
    </message>
    <message>
        <source>Measure every</source>
        <translation>测量间隔</translation>
    </message>
    <message>
        <source>Measure the best optimizer on problems unlike its training problems</source>
        <translation>在与训练问题不同的问题上测量最佳优化器</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>Memory locations</source>
        <translation>记忆行数</translation>
    </message>
    <message>
        <source>Memory width</source>
        <translation>记忆宽度</translation>
    </message>
    <message>
        <source>Meta learning rate</source>
        <translation>元学习率</translation>
    </message>
    <message>
        <source>Meta-SGD</source>
        <translation>Meta-SGD</translation>
    </message>
    <message>
        <source>Meta-SGD&apos;s initial rates</source>
        <translation>Meta-SGD 的初始学习率</translation>
    </message>
    <message>
        <source>Meta-batch</source>
        <translation>元批次</translation>
    </message>
    <message>
        <source>Meta-gradient</source>
        <translation>元梯度</translation>
    </message>
    <message>
        <source>Meta-steps</source>
        <translation>元步数</translation>
    </message>
    <message>
        <source>Meta-steps after which the learning rate is halved, again and again; 0: never</source>
        <translation>经过多少元步学习率减半，如此反复；0：从不</translation>
    </message>
    <message>
        <source>Meta-steps between computations of the loss surface</source>
        <translation>每隔多少元步计算一次损失曲面</translation>
    </message>
    <message>
        <source>Meta-steps between measurements on held-out and longer sequences</source>
        <translation>每隔多少元步在留出的和更长的序列上测量一次</translation>
    </message>
    <message>
        <source>Meta-steps between measurements on held-out episodes</source>
        <translation>每隔多少元步在留出的回合上测量一次</translation>
    </message>
    <message>
        <source>Meta-steps between measurements on held-out goals</source>
        <translation>每隔多少元步在留出的目标上测量一次</translation>
    </message>
    <message>
        <source>Meta-steps between measurements on the held-out waves</source>
        <translation>每隔多少元步在留出的正弦波上测量一次</translation>
    </message>
    <message>
        <source>Meta-steps between meta-tests</source>
        <translation>每隔多少元步元测试一次</translation>
    </message>
    <message>
        <source>Meta-steps for which estimates are of one and the same start, before the present one is taken</source>
        <translation>在多少元步内一直估计同一个起点，之后改用当前起点</translation>
    </message>
    <message>
        <source>Meta-steps over which a measurement on the held-out problems is spread</source>
        <translation>在留出的问题上的一次测量分摊到多少元步</translation>
    </message>
    <message>
        <source>Meta-steps over which the rate falls evenly to 0; 0: it stays</source>
        <translation>学习率在多少元步内均匀降到 0；0：保持不变</translation>
    </message>
    <message>
        <source>Meta-steps that the program means to record</source>
        <translation>程序打算记录的元步数</translation>
    </message>
    <message>
        <source>Meta-steps until the run finishes</source>
        <translation>运行结束前的元步数</translation>
    </message>
    <message>
        <source>Meta-steps until the run finishes; each does all updates on new problems</source>
        <translation>运行结束前的元步数；每步在新问题上完成所有更新</translation>
    </message>
    <message>
        <source>Meta-steps until the run finishes; each is one or several updates</source>
        <translation>运行结束前的元步数；每步更新一次或多次</translation>
    </message>
    <message>
        <source>Meta-steps until the run finishes; each is several updates</source>
        <translation>运行结束前的元步数；每步更新多次</translation>
    </message>
    <message>
        <source>Meta-test every</source>
        <translation>元测试间隔</translation>
    </message>
    <message>
        <source>Meta-train</source>
        <translation>元训练</translation>
    </message>
    <message>
        <source>Meta-train the problems&apos; common start too</source>
        <translation>也元训练各问题的共同起点</translation>
    </message>
    <message>
        <source>Meta-training</source>
        <translation>元训练</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Minibatch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>Moves the start part of the way to the adapted networks</source>
        <translation>把起点朝适应后的网络移动一段</translation>
    </message>
    <message>
        <source>Moves the start part of the way to the adapted policies</source>
        <translation>把起点朝适应后的策略移动一段</translation>
    </message>
    <message>
        <source>Moves the start; Reptile has its own rule</source>
        <translation>移动起点；Reptile 有自己的规则</translation>
    </message>
    <message>
        <source>Moves φ by the meta-gradient; Reptile has its own rule</source>
        <translation>用元梯度移动 φ；Reptile 有自己的规则</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>Nearness</source>
        <translation>远近度量</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻居数</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Network that controls the heads</source>
        <translation>控制读写头的网络</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>New problems per meta-step</source>
        <translation>每个元步的新问题数</translation>
    </message>
    <message>
        <source>New tasks each meta-step</source>
        <translation>每元步换新任务</translation>
    </message>
    <message>
        <source>Number of hidden layers</source>
        <translation>隐藏层数</translation>
    </message>
    <message>
        <source>Number of write heads, and of read heads</source>
        <translation>写入头的数量，也是读取头的数量</translation>
    </message>
    <message>
        <source>Numbers per row of the memory</source>
        <translation>记忆每行的数的个数</translation>
    </message>
    <message>
        <source>Numbers that the recurrent policy remembers: units of its GRU</source>
        <translation>循环策略所记住的数的个数：其 GRU 的单元数</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标函数</translation>
    </message>
    <message>
        <source>Of batch normalization for queries. batch: those of all queries together, so that they help each other (transductive), as in the programs of MAML and Reptile; support: those of the supports, each query by itself</source>
        <translation>查询样本批归一化所用的统计量。批次：所有查询样本一起的统计量，因此它们互相帮助（直推式），与 MAML 和 Reptile 的程序相同；支撑集：支撑样本的统计量，每个查询样本单独处理</translation>
    </message>
    <message>
        <source>Of batch normalization when answering. running: each picture by itself; episode: those of all pictures of the episode, so that the queries help each other (transductive)</source>
        <translation>作答时批归一化所用的统计量。滑动：每张图片单独处理；回合：回合中所有图片的统计量，因此查询样本互相帮助（直推式）</translation>
    </message>
    <message>
        <source>Of the window; system: like the desktop</source>
        <translation>窗口使用的语言；“系统”与桌面环境一致</translation>
    </message>
    <message>
        <source>Off: all weights stay fixed</source>
        <translation>关闭：所有权重保持固定</translation>
    </message>
    <message>
        <source>Off: every start stays fixed</source>
        <translation>关闭：每个起点保持固定</translation>
    </message>
    <message>
        <source>Off: the optimizer stays fixed and is only measured</source>
        <translation>关闭：优化器保持固定，只作测量</translation>
    </message>
    <message>
        <source>Off: the weights of both networks stay fixed</source>
        <translation>关闭：两个网络的权重保持固定</translation>
    </message>
    <message>
        <source>Off: the weights of machine and rival stay fixed</source>
        <translation>关闭：机器和对手的权重保持固定</translation>
    </message>
    <message>
        <source>Older frames are thinned beyond it; metrics are always kept</source>
        <translation>超出后，较早的帧会被抽稀；指标始终保留</translation>
    </message>
    <message>
        <source>Omniglot&apos;s folder or zip file, such as images_background.zip; the folder of MNIST&apos;s idx files; or a folder or zip file with a folder of pictures for each class</source>
        <translation>Omniglot 的文件夹或 zip 文件，例如 images_background.zip；含 MNIST idx 文件的文件夹；或文件夹或 zip 文件，其中每个类别有一个图片文件夹</translation>
    </message>
    <message>
        <source>On: an action of 1 is a step of 0.1, as in the authors&apos; program; off: an action is the step itself, clipped to 0.1, so that a standard deviation of 1 is noise that always goes as far as it can</source>
        <translation>开启：动作 1 即走 0.1 的一步，与作者的程序相同；关闭：动作就是步本身，裁剪到 0.1，因此标准差为 1 的噪声总是走到最远</translation>
    </message>
    <message>
        <source>One is fastest for small models and leaves the others to the window</source>
        <translation>对小模型一个线程最快，其余的留给窗口</translation>
    </message>
    <message>
        <source>One network trained on all waves at once</source>
        <translation>一个网络同时在所有正弦波上训练</translation>
    </message>
    <message>
        <source>Optima</source>
        <translation>最优点</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>先知</translation>
    </message>
    <message>
        <source>Outer learning rate</source>
        <translation>外层学习率</translation>
    </message>
    <message>
        <source>Outer optimizer</source>
        <translation>外层优化器</translation>
    </message>
    <message>
        <source>Output scale</source>
        <translation>输出缩放</translation>
    </message>
    <message>
        <source>PPO</source>
        <translation>PPO</translation>
    </message>
    <message>
        <source>Parallel starts</source>
        <translation>并行起点数</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径数</translation>
    </message>
    <message>
        <source>Paths drawn</source>
        <translation>画出的路径数</translation>
    </message>
    <message>
        <source>Paths to adapt</source>
        <translation>适应路径数</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>相位</translation>
    </message>
    <message>
        <source>Phase of the custom wave A sin(x − φ)</source>
        <translation>自定义波 A sin(x − φ) 的相位</translation>
    </message>
    <message>
        <source>Phases are drawn from 0 to this, amplitudes from 0.1 to 5</source>
        <translation>相位从 0 到此值随机抽取，振幅从 0.1 到 5</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Picture side</source>
        <translation>图片边长</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures per inner step</source>
        <translation>每个内层步的图片数</translation>
    </message>
    <message>
        <source>Pixels that are at least so dark, from 0 to 1, are ink, all others paper: networks see black and white</source>
        <translation>深度至少为此值（0 到 1）的像素算墨迹，其余算纸：网络看到的是黑白图</translation>
    </message>
    <message>
        <source>Points evenly spaced from -5 to 5, from which minibatches are drawn</source>
        <translation>-5 到 5 之间等距的点，小批量从中抽取</translation>
    </message>
    <message>
        <source>Points per inner step</source>
        <translation>每个内层步的点数</translation>
    </message>
    <message>
        <source>Points per wave</source>
        <translation>每个正弦波的点数</translation>
    </message>
    <message>
        <source>Points per wave that a network adapts to</source>
        <translation>网络适应一个正弦波所用的点数</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Position of each task&apos;s optimum, one row per task; empty: the family&apos;s own</source>
        <translation>各任务最优点的位置，每个任务一行；空：任务族自己的</translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>Pre-training of a network that is given amplitude and phase</source>
        <translation>对被告知振幅和相位的网络作预训练</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Problem shown</source>
        <translation>显示的问题</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Problems over which losses are averaged; rivals are tuned on others</source>
        <translation>计算平均损失的问题数；对手在其他问题上调优</translation>
    </message>
    <message>
        <source>Problems per row of the laboratory&apos;s table</source>
        <translation>实验室表格每行的问题数</translation>
    </message>
    <message>
        <source>Prototypical Network</source>
        <translation>原型网络</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>拉动数</translation>
    </message>
    <message>
        <source>Pulls before the inner step, and as many after it</source>
        <translation>内层步之前的拉动次数，之后也是这么多</translation>
    </message>
    <message>
        <source>Quadratics only, one row per task: a (1-D), or a1, a2 and the angle in degrees (2-D); empty: random</source>
        <translation>仅用于二次函数，每个任务一行：a（一维），或 a1、a2 和以度为单位的角（二维）；空：随机</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询样本数</translation>
    </message>
    <message>
        <source>Queries of each class of a held-out episode</source>
        <translation>留出的回合中每个类别的查询样本数</translation>
    </message>
    <message>
        <source>Queries of each class of a training episode</source>
        <translation>训练回合中每个类别的查询样本数</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询样本</translation>
    </message>
    <message>
        <source>RL²</source>
        <translation>RL²</translation>
    </message>
    <message>
        <source>RMSprop epsilon</source>
        <translation>RMSprop 的 ε</translation>
    </message>
    <message>
        <source>Random starts on each task in a meta-step</source>
        <translation>一个元步中每个任务的随机起点数</translation>
    </message>
    <message>
        <source>Range from</source>
        <translation>范围下限</translation>
    </message>
    <message>
        <source>Range to</source>
        <translation>范围上限</translation>
    </message>
    <message>
        <source>Rate on trials</source>
        <translation>试验的学习率</translation>
    </message>
    <message>
        <source>Read sharpness</source>
        <translation>读取锐度</translation>
    </message>
    <message>
        <source>Recording memory limit</source>
        <translation>记录内存上限</translation>
    </message>
    <message>
        <source>Relation Network</source>
        <translation>关系网络</translation>
    </message>
    <message>
        <source>Relation start</source>
        <translation>关系网络起点</translation>
    </message>
    <message>
        <source>Reptile</source>
        <translation>Reptile</translation>
    </message>
    <message>
        <source>Reptile step size</source>
        <translation>Reptile 步长</translation>
    </message>
    <message>
        <source>Reptile&apos;s inner rate</source>
        <translation>Reptile 的内层学习率</translation>
    </message>
    <message>
        <source>Reptile&apos;s inner steps</source>
        <translation>Reptile 的内层步数</translation>
    </message>
    <message>
        <source>Reptile&apos;s rule</source>
        <translation>Reptile 的规则</translation>
    </message>
    <message>
        <source>Reptile&apos;s waves</source>
        <translation>Reptile 正弦波</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Rewards to go are compared with those expected there and then: linear in features, fitted per goal</source>
        <translation>后续累积奖励与此时此处的预期比较：后者对特征为线性，按目标拟合</translation>
    </message>
    <message>
        <source>Rival</source>
        <translation>对手</translation>
    </message>
    <message>
        <source>Rotate each class of an episode by 0, 90, 180 or 270 degrees</source>
        <translation>把回合中的每个类别旋转 0、90、180 或 270 度</translation>
    </message>
    <message>
        <source>Rotated classes</source>
        <translation>旋转类别</translation>
    </message>
    <message>
        <source>Rotations</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Rows of the memory</source>
        <translation>记忆的行数</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Sampled supports</source>
        <translation>采样的支撑样本数</translation>
    </message>
    <message>
        <source>Scale of θ⁺</source>
        <translation>θ⁺ 的缩放</translation>
    </message>
    <message>
        <source>Scale of φ⁺</source>
        <translation>φ⁺ 的缩放</translation>
    </message>
    <message>
        <source>Scaled actions</source>
        <translation>缩放动作</translation>
    </message>
    <message>
        <source>Second corner</source>
        <translation>第二个角点</translation>
    </message>
    <message>
        <source>Second derivatives</source>
        <translation>二阶导数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Sees the gradient</source>
        <translation>可见梯度</translation>
    </message>
    <message>
        <source>Sees the loss</source>
        <translation>可见损失</translation>
    </message>
    <message>
        <source>Semicolons between cells and commas in numbers, as many European spreadsheets read them</source>
        <translation>单元格之间用分号，数中用逗号，许多欧洲的电子表格如此读取</translation>
    </message>
    <message>
        <source>Sequence shown</source>
        <translation>显示的序列</translation>
    </message>
    <message>
        <source>Sequences over which the cost in bits is averaged</source>
        <translation>计算以比特计的平均代价的序列数</translation>
    </message>
    <message>
        <source>Sequences per update, all of one length</source>
        <translation>每次更新的序列数，长度都相同</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Siamese network</source>
        <translation>孪生网络</translation>
    </message>
    <message>
        <source>Siamese reading</source>
        <translation>孪生网络读法</translation>
    </message>
    <message>
        <source>Size shown</source>
        <translation>显示的大小</translation>
    </message>
    <message>
        <source>Stacked layers</source>
        <translation>堆叠的层数</translation>
    </message>
    <message>
        <source>Stacked layers; 0: the gates are computed directly from their inputs</source>
        <translation>堆叠的层数；0：各门直接由其输入计算</translation>
    </message>
    <message>
        <source>Standard deviation of the minibatch noise in each gradient; support and query noise are independent</source>
        <translation>各梯度中小批量噪声的标准差；支撑与查询的噪声相互独立</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Start anew every</source>
        <translation>重新开始间隔</translation>
    </message>
    <message>
        <source>Starts per task</source>
        <translation>每个任务的起点数</translation>
    </message>
    <message>
        <source>Starts trained in parallel, the others spread evenly over the range</source>
        <translation>并行训练的起点数，其余起点均匀分布在范围内</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计量</translation>
    </message>
    <message>
        <source>Step size of Adam and PPO at first</source>
        <translation>Adam 和 PPO 最初的步长</translation>
    </message>
    <message>
        <source>Step size of Adam, of all methods</source>
        <translation>Adam 的步长，用于所有方法</translation>
    </message>
    <message>
        <source>Step size of Adam, of all slow weights and of F and G</source>
        <translation>Adam 的步长，用于所有慢速权重以及 F 和 G</translation>
    </message>
    <message>
        <source>Step size of Adam, which trains the optimizer</source>
        <translation>训练优化器的 Adam 的步长</translation>
    </message>
    <message>
        <source>Step size of Reptile&apos;s inner steps</source>
        <translation>Reptile 内层步的步长</translation>
    </message>
    <message>
        <source>Step size of Reptile&apos;s inner steps, of the mean loss, in training and on held-out episodes</source>
        <translation>Reptile 内层步的步长，对平均损失而言，用于训练和留出的回合</translation>
    </message>
    <message>
        <source>Step size of a start&apos;s ascent</source>
        <translation>起点梯度上升的步长</translation>
    </message>
    <message>
        <source>Step size of gradient descent on the supports; 0: the best of 0.1, 0.03, 0.01 and 0.003 on validation characters, found at each measurement</source>
        <translation>在支撑样本上梯度下降的步长；0：0.1、0.03、0.01 和 0.003 中在验证字符上最好的，每次测量时寻找</translation>
    </message>
    <message>
        <source>Step size of the inner step</source>
        <translation>内层步的步长</translation>
    </message>
    <message>
        <source>Step size of the inner steps</source>
        <translation>内层步的步长</translation>
    </message>
    <message>
        <source>Step size of the inner steps, of the loss that is named next to it</source>
        <translation>内层步的步长，对旁边所写的损失而言</translation>
    </message>
    <message>
        <source>Step size of the inner steps; pre-training, from scratch and the oracle search for their own</source>
        <translation>内层步的步长；预训练、从零训练和先知各自搜索自己的步长</translation>
    </message>
    <message>
        <source>Step size of the optimizer</source>
        <translation>优化器的步长</translation>
    </message>
    <message>
        <source>Step size of the outer optimizer</source>
        <translation>外层优化器的步长</translation>
    </message>
    <message>
        <source>Step size of these at first; it is halved as the outer learning rate is</source>
        <translation>这些步最初的步长；与外层学习率一同减半</translation>
    </message>
    <message>
        <source>Steps of Adam on the same paths</source>
        <translation>在相同路径上的 Adam 步数</translation>
    </message>
    <message>
        <source>Steps of Adam on the same trials, with ratios of probabilities clipped at 0.2</source>
        <translation>在相同试验上的 Adam 步数，概率之比裁剪到偏离 1 至多 0.2</translation>
    </message>
    <message>
        <source>Steps of an episode</source>
        <translation>一个回合的步数</translation>
    </message>
    <message>
        <source>Steps of conjugate gradients by which the natural gradient is found</source>
        <translation>求自然梯度所用的共轭梯度步数</translation>
    </message>
    <message>
        <source>Steps of reading</source>
        <translation>读取步数</translation>
    </message>
    <message>
        <source>Supports of each class of a held-out episode</source>
        <translation>留出的回合中每个类别的支撑样本数</translation>
    </message>
    <message>
        <source>Supports of each class of a training episode</source>
        <translation>训练回合中每个类别的支撑样本数</translation>
    </message>
    <message>
        <source>Supports of each class, in training too</source>
        <translation>每个类别的支撑样本数，训练时也是如此</translation>
    </message>
    <message>
        <source>Supports of each class. With one, the embedding&apos;s loss is that of classifying supports; with more, that of telling whether two supports are of one class</source>
        <translation>每个类别的支撑样本数。为 1 时，嵌入网络的损失是对支撑样本分类的损失；更多时，是判断两个支撑样本是否属于同一类别的损失</translation>
    </message>
    <message>
        <source>Surface every</source>
        <translation>曲面间隔</translation>
    </message>
    <message>
        <source>Surface of</source>
        <translation>曲面方法</translation>
    </message>
    <message>
        <source>Surrogate</source>
        <translation>代理目标</translation>
    </message>
    <message>
        <source>Swap rows and columns</source>
        <translation>交换行和列</translation>
    </message>
    <message>
        <source>Swap rows and columns of the files&apos; pictures, as EMNIST needs it</source>
        <translation>交换文件中图片的行和列，EMNIST 需要如此</translation>
    </message>
    <message>
        <source>TRPO</source>
        <translation>TRPO</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Task family</source>
        <translation>任务族</translation>
    </message>
    <message>
        <source>Task in focus</source>
        <translation>关注的任务</translation>
    </message>
    <message>
        <source>Task on which the cells are shown; where tasks are drawn, it is never trained on</source>
        <translation>显示各单元所用的任务；若任务为抽取，则从不在它上训练</translation>
    </message>
    <message>
        <source>Task shown</source>
        <translation>显示的任务</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Tasks per meta-step</source>
        <translation>每个元步的任务数</translation>
    </message>
    <message>
        <source>Tasks per meta-step; their losses are summed</source>
        <translation>每个元步的任务数；其损失求和</translation>
    </message>
    <message>
        <source>Tasks per update</source>
        <translation>每次更新的任务数</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>The initial network, never trained</source>
        <translation>初始网络，从未训练</translation>
    </message>
    <message>
        <source>The logarithm of how much more likely arm 2 is than arm 1, before the first meta-step</source>
        <translation>第一个元步之前，摇臂 2 与摇臂 1 的概率之比的对数</translation>
    </message>
    <message>
        <source>The method through whose start the loss surface goes; one that takes no part: the first one</source>
        <translation>损失曲面穿过其起点的方法；若所选方法未参与，则用第一个方法</translation>
    </message>
    <message>
        <source>The most training time that a crash can lose</source>
        <translation>崩溃时至多损失的训练时间</translation>
    </message>
    <message>
        <source>The query in question, by its place on the table</source>
        <translation>当前的查询样本，以其在桌上的位置表示</translation>
    </message>
    <message>
        <source>The same as published: its largest possible probability is small</source>
        <translation>同一方法的论文形式：最大的可能概率很小</translation>
    </message>
    <message>
        <source>The same step has three numbers in papers. mean: rate of the mean loss over all N K supports, as most programs have it; class: of the sum of their losses divided by K alone, N times as large a step (0.4 in MAML&apos;s program for 5 ways is 2.0 of the mean); sum: of the sum over all, N K times as large a step</source>
        <translation>同一步在论文中有三种数值。均值：对全部 N K 个支撑样本的平均损失的学习率，多数程序如此；每类：对各损失之和只除以 K，步长为 N 倍（MAML 程序在 5 类时的 0.4 相当于均值的 2.0）；总和：对全部损失之和，步长为 N K 倍</translation>
    </message>
    <message>
        <source>The same where an episode takes long: for relation networks, fine-tuning and statistics of the episode</source>
        <translation>用于回合较耗时的情形，其余同上：关系网络、微调和回合统计量</translation>
    </message>
    <message>
        <source>The same with temperature, each picture embedded again given all supports (FCE)</source>
        <translation>同上且带温度，每张图片在给定所有支撑样本后再次嵌入（FCE）</translation>
    </message>
    <message>
        <source>The task of the pulls in the captions, counted from 0</source>
        <translation>说明文字中的拉动所属的任务，从 0 计起</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Third corner</source>
        <translation>第三个角点</translation>
    </message>
    <message>
        <source>Time steps</source>
        <translation>时间步数</translation>
    </message>
    <message>
        <source>Time steps of the cell on one task</source>
        <translation>单元在一个任务上的时间步数</translation>
    </message>
    <message>
        <source>Times each class is shown in an episode</source>
        <translation>一个回合中每个类别显示的次数</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train the LSTM</source>
        <translation>训练 LSTM</translation>
    </message>
    <message>
        <source>Train the rival without memory on the same episodes</source>
        <translation>在相同的回合上训练没有记忆的对手</translation>
    </message>
    <message>
        <source>Train the rival without memory on the same sequences</source>
        <translation>在相同的序列上训练没有记忆的对手</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training examples per sine wave, or per class of an episode</source>
        <translation>每个正弦波的训练样本数，或一个回合中每个类别的训练样本数</translation>
    </message>
    <message>
        <source>Training queries</source>
        <translation>训练查询样本数</translation>
    </message>
    <message>
        <source>Training shots</source>
        <translation>训练样本数</translation>
    </message>
    <message>
        <source>Training threads</source>
        <translation>训练线程数</translation>
    </message>
    <message>
        <source>Training ways</source>
        <translation>训练类数</translation>
    </message>
    <message>
        <source>Transposed pictures</source>
        <translation>转置的图片</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Trust region</source>
        <translation>信赖域</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Units in its single layer</source>
        <translation>其单层的单元数</translation>
    </message>
    <message>
        <source>Units of F and G</source>
        <translation>F 和 G 的单元数</translation>
    </message>
    <message>
        <source>Units of each of two hidden layers of the embedding and of the base learner</source>
        <translation>嵌入网络和基学习器各自两个隐藏层中每层的单元数</translation>
    </message>
    <message>
        <source>Units of the LSTM that controls the heads</source>
        <translation>控制读写头的 LSTM 的单元数</translation>
    </message>
    <message>
        <source>Units per hidden layer</source>
        <translation>每个隐藏层的单元数</translation>
    </message>
    <message>
        <source>Units per hidden layer of the trained network</source>
        <translation>被训练网络每个隐藏层的单元数</translation>
    </message>
    <message>
        <source>Units per layer; 128 give as many weights as the machine has</source>
        <translation>每层的单元数；128 时权重与机器一样多</translation>
    </message>
    <message>
        <source>Units per layer; all coordinates share the LSTM</source>
        <translation>每层的单元数；所有坐标共用该 LSTM</translation>
    </message>
    <message>
        <source>Unseen tasks</source>
        <translation>未见过的任务</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <source>Updates after which the outer learning rate is halved, again and again</source>
        <translation>经过多少次更新外层学习率减半，如此反复</translation>
    </message>
    <message>
        <source>Updates in one meta-step, each on episodes of its own</source>
        <translation>一个元步中的更新次数，每次用各自的回合</translation>
    </message>
    <message>
        <source>Updates of every method in one meta-step, each on an episode of its own</source>
        <translation>一个元步中每种方法的更新次数，每次用各自的回合</translation>
    </message>
    <message>
        <source>Updates of every start in one meta-step, each on a meta-batch of its own</source>
        <translation>一个元步中每个起点的更新次数，每次用各自的元批次</translation>
    </message>
    <message>
        <source>Updates of every start in one meta-step, each on new tasks</source>
        <translation>一个元步中每个起点的更新次数，每次用新任务</translation>
    </message>
    <message>
        <source>Updates of every start in one meta-step; the papers call them iterations</source>
        <translation>一个元步中每个起点的更新次数；论文称之为迭代</translation>
    </message>
    <message>
        <source>Updates on the supports; 0: the best number up to 30 on validation characters, found at each measurement</source>
        <translation>在支撑样本上的更新次数；0：至多 30 次中在验证字符上最好的次数，每次测量时寻找</translation>
    </message>
    <message>
        <source>Updates over which the Reptile step size falls to 0; 0: it stays constant</source>
        <translation>Reptile 步长在多少次更新内降到 0；0：保持不变</translation>
    </message>
    <message>
        <source>Updates per back-propagation; each stretch of so many has its own meta-gradient</source>
        <translation>每次反向传播的更新次数；每一段都有自己的元梯度</translation>
    </message>
    <message>
        <source>Updates per meta-step</source>
        <translation>每元步更新次数</translation>
    </message>
    <message>
        <source>Updates per problem in meta-training</source>
        <translation>元训练中每个问题的更新次数</translation>
    </message>
    <message>
        <source>Upper end of starts, guesses and pictures</source>
        <translation>起点、猜测和图像范围的上限</translation>
    </message>
    <message>
        <source>Upper end of the range that is drawn</source>
        <translation>抽取范围的上限</translation>
    </message>
    <message>
        <source>Usage decay</source>
        <translation>使用衰减</translation>
    </message>
    <message>
        <source>Value of the input gate after the last substitution</source>
        <translation>最后一次代入后输入门的值</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>向量数</translation>
    </message>
    <message>
        <source>Vectors of the repeated sequence, drawn from 1 to this</source>
        <translation>重复序列的向量数，从 1 到此值随机抽取</translation>
    </message>
    <message>
        <source>Vectors or items of the shown sequence; predicted sequences (n-grams) have a fixed size</source>
        <translation>所显示序列的向量数或项数；预测的序列（n 元）大小固定</translation>
    </message>
    <message>
        <source>Vectors per training sequence, drawn from 1 to this</source>
        <translation>每个训练序列的向量数，从 1 到此值随机抽取</translation>
    </message>
    <message>
        <source>Vectors shown, each with a priority; the highest four fifths are asked for in order</source>
        <translation>显示的向量数，每个带一个优先级；按顺序要求最高的五分之四</translation>
    </message>
    <message>
        <source>Wave shown</source>
        <translation>显示的波</translation>
    </message>
    <message>
        <source>Waves on which all methods are measured</source>
        <translation>测量所有方法所用的正弦波数</translation>
    </message>
    <message>
        <source>Waves per update</source>
        <translation>每次更新正弦波数</translation>
    </message>
    <message>
        <source>Waves that Reptile uses, the first of the meta-batch</source>
        <translation>Reptile 所用的正弦波数，取自元批次的开头</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>类数</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Weight decay of gradient descent: the forget gate is 1 − ηλ</source>
        <translation>梯度下降的权重衰减：遗忘门为 1 − ηλ</translation>
    </message>
    <message>
        <source>Weight of a reward one step later, where actions are judged</source>
        <translation>评判动作时，晚一步的奖励的权重</translation>
    </message>
    <message>
        <source>Weight updates in one meta-step</source>
        <translation>一个元步中的权重更新次数</translation>
    </message>
    <message>
        <source>What MAML keeps of the start&apos;s influence. first-order: none on the inner steps; surrogate: on the steps, with their paths as they are, as published; e-maml: also on which paths there are, by what they led to; dice: the same for the expected step; exact: all of it, through the walks themselves, with Adam and without ends of episodes</source>
        <translation>MAML 保留起点的哪些影响。一阶：不考虑对内层步的影响；代理：考虑对各步的影响，路径视为固定，与论文相同；e-maml：还按路径的结果考虑对出现哪些路径的影响；dice：对期望步也如此；精确：全部，穿过行走本身，用 Adam，回合不提前结束</translation>
    </message>
    <message>
        <source>What a reward is compared with where actions are judged: 0 for none</source>
        <translation>评判动作时与奖励比较的值：0 表示不比较</translation>
    </message>
    <message>
        <source>What training minimizes: the mean loss over the time steps, or the last one&apos;s</source>
        <translation>训练所最小化的量：各时间步的平均损失，或最后一步的损失</translation>
    </message>
    <message>
        <source>Where every method starts, one number per dimension</source>
        <translation>每种方法的起始位置，每个维度一个数</translation>
    </message>
    <message>
        <source>Where the shown trajectory starts, one number per dimension</source>
        <translation>所显示轨迹的起始位置，每个维度一个数</translation>
    </message>
    <message>
        <source>Which held-out episode lies on the table</source>
        <translation>放在桌上的是哪个留出的回合</translation>
    </message>
    <message>
        <source>Which of the held-out episodes is shown</source>
        <translation>显示哪个留出的回合</translation>
    </message>
    <message>
        <source>Which of the held-out problems is shown</source>
        <translation>显示哪个留出的问题</translation>
    </message>
    <message>
        <source>Which of the held-out sequences is shown</source>
        <translation>显示哪个留出的序列</translation>
    </message>
    <message>
        <source>Which of the held-out waves is shown</source>
        <translation>显示哪个留出的正弦波</translation>
    </message>
    <message>
        <source>Whose adaptation is told in the captions and drawn as a field of arrows, counted from 0</source>
        <translation>其适应在说明文字中叙述、并画成箭头场的目标，从 0 计起</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Width and height of a picture: fewer pixels make runs faster, more keep finer strokes. Networks of convolution have a block for each time it can be halved: 3 at 14 pixels, 4 at 28</source>
        <translation>图片的宽和高：像素较少则运行较快，较多则保留更细的笔画。卷积网络每减半一次有一个块：14 像素时 3 个，28 时 4 个</translation>
    </message>
    <message>
        <source>Width and height to which pictures are averaged</source>
        <translation>图片平均缩小到的宽和高</translation>
    </message>
    <message>
        <source>With imagined examples</source>
        <translation>加想象样本</translation>
    </message>
    <message>
        <source>Without meta-learning: a classifier of all characters at once, whose features are compared</source>
        <translation>没有元学习：一个同时区分所有字符的分类器，比较其特征</translation>
    </message>
    <message>
        <source>Without meta-learning: the same classifier, trained on with the episode&apos;s few supports</source>
        <translation>没有元学习：同一个分类器，用回合中的少量支撑样本继续训练</translation>
    </message>
    <message>
        <source>Written vector</source>
        <translation>写入的向量</translation>
    </message>
    <message>
        <source>adam</source>
        <translation>adam</translation>
    </message>
    <message>
        <source>adam: a step of Adam per update; trpo: the natural gradient within a trust region, as published; ppo: several steps of Adam on clipped ratios. Reptile has its own</source>
        <translation>adam：每次更新一个 Adam 步；trpo：信赖域内的自然梯度，与论文相同；ppo：在裁剪后的概率之比上走若干 Adam 步。Reptile 有自己的规则</translation>
    </message>
    <message>
        <source>adam; rmsprop: decay 0.95, momentum 0.9; graves: centred, as published</source>
        <translation>adam；rmsprop：衰减 0.95，动量 0.9；graves：中心化，与论文相同</translation>
    </message>
    <message>
        <source>additive</source>
        <translation>加法</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all: every weight moves; head: those of the last layer alone</source>
        <translation>全部：每个权重都变化；头部：只有最后一层的权重变化</translation>
    </message>
    <message>
        <source>alpha</source>
        <translation>alpha</translation>
    </message>
    <message>
        <source>alpha: the inner learning rate; drawn: from 0.005 to 0.1, as in the paper</source>
        <translation>alpha：内层学习率；抽取：与论文相同，从 0.005 到 0.1</translation>
    </message>
    <message>
        <source>anil</source>
        <translation>anil</translation>
    </message>
    <message>
        <source>associative-recall</source>
        <translation>联想回忆</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>auto: compiled kernels where there are any and they are ready; compiled: waits until they are; reference: the readable code that they are tested against. The last digits of results differ</source>
        <translation>自动：编译内核存在且就绪时使用；编译内核：等到就绪为止；参考实现：可读的代码，编译内核以它为准作测试。两者结果的末几位不同</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>class</source>
        <translation>每类</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>combined</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>compiled</source>
        <translation>编译内核</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>convolution: blocks of 3 × 3 convolution, each halving the side; layers: layers of units, faster and less accurate in the end</source>
        <translation>卷积：3 × 3 卷积的块，每块使边长减半；全连接：全连接单元的层，更快，但最终准确率较低</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>cpu</translation>
    </message>
    <message>
        <source>cpu: fastest for networks as small as the scenarios&apos;; auto: a GPU if there is one and the work is large enough to gain from it; cuda: the GPU</source>
        <translation>cpu：对场景中这样小的网络最快；自动：有 GPU 且工作量大到值得时用 GPU；cuda：GPU</translation>
    </message>
    <message>
        <source>cuda</source>
        <translation>cuda</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>dice</source>
        <translation>dice</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>distance: its negative after each step, as the authors&apos; program has it and the published returns need; squared: the negative squared distance, as the paper says</source>
        <translation>距离：每步之后距离的负值，与作者的程序相同，论文中的回报需要如此；平方：距离平方的负值，如论文所述</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>e-maml</source>
        <translation>e-maml</translation>
    </message>
    <message>
        <source>elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>elements: clip each number of the gradient; norm: clip its norm</source>
        <translation>元素：裁剪梯度的每个数；范数：裁剪其范数</translation>
    </message>
    <message>
        <source>episode</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>episodes</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>euclidean</source>
        <translation>欧氏</translation>
    </message>
    <message>
        <source>euclidean: squared, as published; cosine: times a learned temperature</source>
        <translation>欧氏：平方距离，与论文相同；余弦：乘以学得的温度</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>feedforward</source>
        <translation>前馈</translation>
    </message>
    <message>
        <source>final</source>
        <translation>最终</translation>
    </message>
    <message>
        <source>first-order</source>
        <translation>一阶</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>flat: every pixel of the last map; mean: the mean of each channel, as MAML&apos;s program has it</source>
        <translation>展平：最后特征图的每个像素；均值：每个通道的均值，与 MAML 的程序相同</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>fomaml</source>
        <translation>fomaml</translation>
    </message>
    <message>
        <source>gates</source>
        <translation>门</translation>
    </message>
    <message>
        <source>glyphs</source>
        <translation>字形</translation>
    </message>
    <message>
        <source>glyphs: characters drawn by the program; omniglot: handwritten ones; mnist: files of MNIST&apos;s kind; folders: any pictures, a folder for each class; all but glyphs from a folder of yours</source>
        <translation>字形：程序绘制的字符；omniglot：手写字符；mnist：MNIST 一类的文件；文件夹：任意图片，每个类别一个文件夹；除字形外都来自你的文件夹</translation>
    </message>
    <message>
        <source>gradient-descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>gradient-descent: fixed gates; gates: learned gates (Ravi &amp; Larochelle); additive: an LSTM&apos;s output (Andrychowicz); combined: both (Lee)</source>
        <translation>梯度下降：固定的门；门：学得的门（Ravi 与 Larochelle）；加法：LSTM 的输出（Andrychowicz）；组合：两者兼有（李宏毅）</translation>
    </message>
    <message>
        <source>graves</source>
        <translation>graves</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>困难</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>interpolation</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>interpolation: goes a fraction of the way; adam: the way is the gradient of Adam with the outer rate</source>
        <translation>插值：走一段路程；adam：把这段路程当作梯度，交给采用外层学习率的 Adam</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>landscape</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最后</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>全连接层</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>学得</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>课堂</translation>
    </message>
    <message>
        <source>lecture: a curve; the others: surfaces over the plane</source>
        <translation>课堂：一条曲线；其他：平面上的曲面</translation>
    </message>
    <message>
        <source>lecture: two curves of Lee&apos;s lecture; quadratics: bowls; wells: two per bowl; mixtures: random wells</source>
        <translation>课堂：李宏毅课上的两条曲线；二次函数：碗；阱：每个碗中两个；混合：随机的阱</translation>
    </message>
    <message>
        <source>lecture: two curves of Lee&apos;s lecture; wells: two per bowl; quadratics, mixtures: new each meta-step</source>
        <translation>课堂：李宏毅课上的两条曲线；阱：每个碗中两个；二次函数、混合：每个元步都是新的</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>log-sign</source>
        <translation>对数符号</translation>
    </message>
    <message>
        <source>lstm</source>
        <translation>lstm</translation>
    </message>
    <message>
        <source>maml</source>
        <translation>maml</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>meta-steps</source>
        <translation>元步</translation>
    </message>
    <message>
        <source>meta_sgd</source>
        <translation>meta_sgd</translation>
    </message>
    <message>
        <source>mixtures</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>mnist</source>
        <translation>mnist</translation>
    </message>
    <message>
        <source>n-grams</source>
        <translation>n 元</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>omniglot</source>
        <translation>omniglot</translation>
    </message>
    <message>
        <source>own</source>
        <translation>独立</translation>
    </message>
    <message>
        <source>own: a separate vector, as in public programs; key: the read key itself, as in the paper</source>
        <translation>独立：单独的向量，与公开的程序相同；键：读取键本身，与论文相同</translation>
    </message>
    <message>
        <source>pca</source>
        <translation>pca</translation>
    </message>
    <message>
        <source>pca: where the starts varied most; starts: through three starts; random: two directions at MAML&apos;s start</source>
        <translation>pca：起点变化最大的方向；起点：穿过三个起点；随机：MAML 起点处的两个方向</translation>
    </message>
    <message>
        <source>pi</source>
        <translation>π</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>pool: the largest of 2 × 2 pixels; stride: every second pixel is convolved, as MAML&apos;s program has it</source>
        <translation>池化：取 2 × 2 像素中的最大值；步幅：每隔一个像素作卷积，与 MAML 的程序相同</translation>
    </message>
    <message>
        <source>ppo</source>
        <translation>ppo</translation>
    </message>
    <message>
        <source>pretraining</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>priority-sort</source>
        <translation>优先级排序</translation>
    </message>
    <message>
        <source>published</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>quadratics</source>
        <translation>二次函数</translation>
    </message>
    <message>
        <source>quadratics: |Wθ − y|²; landscape: from the first story; sine: regression; glyphs: a network on drawn characters; episodes: few-shot glyphs; mnist: digits from a folder of yours</source>
        <translation>二次函数：|Wθ − y|²；地形：来自第一个主题；正弦：回归；字形：绘制字符上的网络；回合：少样本字形；mnist：你的文件夹中的数字</translation>
    </message>
    <message>
        <source>rad</source>
        <translation>rad</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>random: the same random rows each time; constant: nearly empty; learned: trained too</source>
        <translation>随机：每次都是相同的随机行；常数：几乎为空；学得：也经过训练</translation>
    </message>
    <message>
        <source>random; trained: those of a small machine that learned to copy, which come with the program</source>
        <translation>随机；已训练：学会复制的小机器的权重，随程序提供</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>raw: gradient and loss as they are; log-sign: size and sign separately (log|x| / 10, sgn x)</source>
        <translation>原始：梯度和损失的原值；对数符号：大小与符号分开（log|x| / 10，sgn x）</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参考实现</translation>
    </message>
    <message>
        <source>relu</source>
        <translation>relu</translation>
    </message>
    <message>
        <source>repeat-copy</source>
        <translation>重复复制</translation>
    </message>
    <message>
        <source>reptile</source>
        <translation>reptile</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>rmsprop</source>
        <translation>rmsprop</translation>
    </message>
    <message>
        <source>rmsprop: decay 0.95, momentum 0.9; graves: centred, as published; adam</source>
        <translation>rmsprop：衰减 0.95，动量 0.9；graves：中心化，与论文相同；adam</translation>
    </message>
    <message>
        <source>running</source>
        <translation>滑动</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>scratch</source>
        <translation>从零训练</translation>
    </message>
    <message>
        <source>sgd</source>
        <translation>sgd</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>square: anywhere within 0.5 of the start along both axes, as published; ring: 0.5 away in any direction</source>
        <translation>方形：沿两个轴都在起点 0.5 以内的任意处，与论文相同；圆环：任意方向上距离 0.5 处</translation>
    </message>
    <message>
        <source>squared</source>
        <translation>平方</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>sum: the losses along the way; final: the loss on test examples at the end</source>
        <translation>总和：沿途各损失之和；最终：结束时测试样本上的损失</translation>
    </message>
    <message>
        <source>support</source>
        <translation>支撑集</translation>
    </message>
    <message>
        <source>surrogate</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>已训练</translation>
    </message>
    <message>
        <source>triplet</source>
        <translation>三元组</translation>
    </message>
    <message>
        <source>trpo</source>
        <translation>trpo</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>uniform: torch&apos;s default; truncated: normal, spread 0.01, as in the MAML code; scaled: normal, by fan-in</source>
        <translation>均匀：torch 的默认；截断：正态分布，标准差 0.01，与 MAML 的代码相同；缩放：正态分布，按输入数缩放</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>次更新</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>verification</source>
        <translation>同类判别</translation>
    </message>
    <message>
        <source>verification: a probability of being the same class, of weighted differences; triplet: distances alone, learned so that other classes are farther by a margin</source>
        <translation>同类判别：由加权差异得出属于同一类别的概率；三元组：只用距离，学到其他类别至少远出一个间隔</translation>
    </message>
    <message>
        <source>wells</source>
        <translation>阱</translation>
    </message>
    <message>
        <source>x and y of each goal that every start adapts to</source>
        <translation>每个起点所适应的各目标的 x 和 y</translation>
    </message>
    <message>
        <source>x and y of each point that every method adapts to; empty: points of the wave</source>
        <translation>每种方法所适应的各点的 x 和 y；空：正弦波上的点</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>in {unit}</source>
        <translation>单位 {unit}</translation>
    </message>
    <message>
        <source>needs a new run</source>
        <translation>需要新的运行</translation>
    </message>
    <message>
        <source>range {low} to {high}</source>
        <translation>范围 {low} 到 {high}</translation>
    </message>
    <message>
        <source>symbol {symbol}</source>
        <translation>符号 {symbol}</translation>
    </message>
    <message>
        <source>takes effect at once</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <source>{title} •</source>
        <translation>{title} •</translation>
    </message>
    <message>
        <source>{title}, {symbol}</source>
        <translation>{title}，{symbol}</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Apply and restart</source>
        <translation>应用并重新开始</translation>
    </message>
    <message>
        <source>Apply and restart: {state}</source>
        <translation>应用并重新开始：{state}</translation>
    </message>
    <message>
        <source>Correct first: {settings}</source>
        <translation>请先更正：{settings}</translation>
    </message>
    <message>
        <source>No pending changes</source>
        <translation>没有待应用的更改</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset settings</source>
        <translation>重置设置</translation>
    </message>
    <message>
        <source>Restore the settings of the scenario</source>
        <translation>恢复场景的设置</translation>
    </message>
    <message>
        <source>Start a new run with the pending changes ({count})</source>
        <translation>用待应用的更改（{count} 项）开始新的运行</translation>
    </message>
</context>
<context>
    <name>SinesLearning</name>
    <message>
        <source>After 1 inner step</source>
        <translation>1 个内层步之后</translation>
    </message>
    <message>
        <source>After {steps} inner steps</source>
        <translation>{steps} 个内层步之后</translation>
    </message>
    <message>
        <source>Before adaptation</source>
        <translation>适应之前</translation>
    </message>
    <message>
        <source>Curves appear during training; held-out waves are measured every {steps} meta-steps</source>
        <translation>曲线在训练中出现；留出波形每 {steps} 元步测量一次</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Mean squared error on held-out waves after some inner steps, or the training cost</source>
        <translation>若干内层步后留出波形上的均方误差，或训练代价</translation>
    </message>
    <message>
        <source>Training cost</source>
        <translation>训练代价</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>meta-step ({updates} updates each)</source>
        <translation>元步（每步 {updates} 次更新）</translation>
    </message>
    <message>
        <source>training cost</source>
        <translation>训练代价</translation>
    </message>
</context>
<context>
    <name>SinesScene</name>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation>损失曲面</translation>
    </message>
</context>
<context>
    <name>SinesWords</name>
    <message>
        <source>A good start for a real network</source>
        <translation>真实网络的好起点</translation>
    </message>
    <message>
        <source>ANIL adapts only the last layer; Meta-SGD learns a step size a for each parameter</source>
        <translation>ANIL 只适应最后一层；Meta-SGD 为每个参数学习一个步长 a</translation>
    </message>
    <message>
        <source>Adaptation: gradient steps of size alpha from the start phi. MAML&apos;s gradient is propagated back through them by products with the Hessian H of the support loss</source>
        <translation>适应：从起点 phi 走大小为 alpha 的梯度步。MAML 的梯度通过与支撑损失的 Hessian H 的乘积，经这些步传回</translation>
    </message>
    <message>
        <source>Add a point; every method adapts to it at once</source>
        <translation>添加一个点；每种方法立即适应它</translation>
    </message>
    <message>
        <source>Change the wave&apos;s amplitude and phase</source>
        <translation>改变波形的振幅和相位</translation>
    </message>
    <message>
        <source>Click a method&apos;s name or bar</source>
        <translation>点击方法的名称或条形</translation>
    </message>
    <message>
        <source>Click an inner step</source>
        <translation>点击一个内层步</translation>
    </message>
    <message>
        <source>Click in the function plot</source>
        <translation>在函数图中点击</translation>
    </message>
    <message>
        <source>Drag a point, Delete or right click</source>
        <translation>拖动一个点，Delete 或右键点击</translation>
    </message>
    <message>
        <source>Drag the letter A on the crest</source>
        <translation>拖动波峰上的字母 A</translation>
    </message>
    <message>
        <source>FOMAML takes the query gradient where adaptation ends; Reptile moves phi towards the mean adapted theta; pre-training takes the gradient without adaptation</source>
        <translation>FOMAML 取适应结束处的查询梯度；Reptile 把 phi 移向适应后 theta 的平均；预训练取不经适应的梯度</translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation>专注于此方法，或重新显示全部</translation>
    </message>
    <message>
        <source>Move it; remove it</source>
        <translation>移动它；移除它</translation>
    </message>
    <message>
        <source>Move the inner clock there</source>
        <translation>把内层时钟移到那里</translation>
    </message>
    <message>
        <source>Pre-tr.</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>从零</translation>
    </message>
    <message>
        <source>Select a point and move it; Shift: larger steps</source>
        <translation>选中一个点并移动；Shift：步子更大</translation>
    </message>
    <message>
        <source>Tab and arrow keys in a plot</source>
        <translation>图中的 Tab 和方向键</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
</context>
<context>
    <name>SmallCard</name>
    <message>
        <source>Reopen {title}</source>
        <translation>重新打开 {title}</translation>
    </message>
</context>
<context>
    <name>SpanChoice</name>
    <message>
        <source>Best plane</source>
        <translation>最佳平面</translation>
    </message>
    <message>
        <source>Choose three…</source>
        <translation>选择三个…</translation>
    </message>
    <message>
        <source>Classes that span the plane</source>
        <translation>张成平面的类别</translation>
    </message>
    <message>
        <source>Likeliest three</source>
        <translation>最可能的三个</translation>
    </message>
    <message>
        <source>Which classes&apos; means the plane goes through: decisions among those are exact</source>
        <translation>平面经过哪些类别的均值：在它们之间的决策是精确的</translation>
    </message>
</context>
<context>
    <name>SpeedDialog</name>
    <message>
        <source>Compiled kernels</source>
        <translation>编译内核</translation>
    </message>
    <message>
        <source>Compiled kernels are {ratio} times as fast here.</source>
        <translation>编译内核在这里快 {ratio} 倍。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考实现</translation>
    </message>
    <message>
        <source>Speed on this computer</source>
        <translation>本机速度</translation>
    </message>
    <message>
        <source>The open scenario trains with each in turn, on one core; its run pauses.</source>
        <translation>打开的场景轮流用两者在一个核上训练；它的运行暂停。</translation>
    </message>
    <message>
        <source>{rate} meta-steps/s</source>
        <translation>{rate} 元步/秒</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Changed settings: {settings}.</source>
        <translation>更改的设置：{settings}。</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Getting ready takes about {least} to {most} minutes with these settings</source>
        <translation>按这些设置，准备约需 {least} 到 {most} 分钟</translation>
    </message>
    <message>
        <source>Getting ready takes about {low:g} to {high:g} s with these settings</source>
        <translation>按这些设置，准备约需 {low:g} 到 {high:g} 秒</translation>
    </message>
    <message>
        <source>Getting ready takes up to {most} minutes with these settings</source>
        <translation>按这些设置，准备最多需要 {most} 分钟</translation>
    </message>
    <message>
        <source>Getting ready: {what}, {done:,} of {total:,}</source>
        <translation>正在准备：{what}，{done:,}/{total:,}</translation>
    </message>
    <message>
        <source>Getting ready: {what}, {done:,} of {total:,}, {time} left</source>
        <translation>正在准备：{what}，{done:,}/{total:,}，还剩 {time}</translation>
    </message>
    <message>
        <source>Getting ready… Loading torch; the picture will appear by itself.</source>
        <translation>正在准备… 正在加载 torch；画面会自行出现。</translation>
    </message>
    <message>
        <source>Getting ready… The picture will appear by itself.</source>
        <translation>正在准备… 画面会自行出现。</translation>
    </message>
    <message>
        <source>Getting ready… Training will start by itself; Space takes that back.</source>
        <translation>正在准备… 训练会自行开始；按空格取消。</translation>
    </message>
    <message>
        <source>Measured at step {measured}</source>
        <translation>在第 {measured} 步测量</translation>
    </message>
    <message>
        <source>Measured at step {measured}, next at {following}</source>
        <translation>在第 {measured} 步测量，下次在第 {following} 步</translation>
    </message>
    <message>
        <source>Meta-step {step} cannot be drawn: {reason}. The picture is an earlier one.</source>
        <translation>无法绘制元步 {step}：{reason}。图中仍是较早的画面。</translation>
    </message>
    <message>
        <source>Paused at breakpoint: {condition}</source>
        <translation>已在断点处暂停：{condition}</translation>
    </message>
    <message>
        <source>Stop getting ready</source>
        <translation>停止准备</translation>
    </message>
    <message>
        <source>Stop training again</source>
        <translation>再次停止训练</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>因错误而停止</translation>
    </message>
    <message>
        <source>The run could not start: {reason}. Press Space to start it on the CPU</source>
        <translation>运行无法开始：{reason}。按空格在 CPU 上开始</translation>
    </message>
    <message>
        <source>The run could not start: {reason}. Press Space to try again</source>
        <translation>运行无法开始：{reason}。按空格重试</translation>
    </message>
    <message>
        <source>The run is {state} at meta-step {step}</source>
        <translation>运行在元步 {step} {state}</translation>
    </message>
    <message>
        <source>The run stopped: {reason}. The last valid picture and weights are kept.</source>
        <translation>运行已停止：{reason}。最后有效的画面和权重已保留。</translation>
    </message>
    <message>
        <source>This run was trained on a GPU, which torch does not find here. Press Space to train the rest on the CPU, in a branch</source>
        <translation>此运行曾在 GPU 上训练，而 torch 在此找不到 GPU。按空格在一个分支中用 CPU 训练其余部分</translation>
    </message>
    <message>
        <source>This scenario learns from data of yours. Choose where they are: {title}.</source>
        <translation>此场景从你的数据中学习。选择数据所在：{title}。</translation>
    </message>
    <message>
        <source>Trained on a GPU. Press Space to train the rest on the CPU</source>
        <translation>曾在 GPU 上训练。按空格用 CPU 训练其余部分</translation>
    </message>
    <message>
        <source>Training again up to meta-step {step:,}: {done:,} of {total:,}, {time} left</source>
        <translation>正在重新训练到元步 {step:,}：{done:,}/{total:,}，剩余 {time}</translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>使用 CPU</translation>
    </message>
    <message>
        <source>Waiting for data</source>
        <translation>等待数据</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>step {measured}</source>
        <translation>第 {measured} 步</translation>
    </message>
    <message>
        <source>{expected}: {what}, {done:,} of {total:,}</source>
        <translation>{expected}：{what}，{done:,} / {total:,}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Back to the runs</source>
        <translation>回到运行</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>教程</translation>
    </message>
    <message>
        <source>Map of ideas</source>
        <translation>思想地图</translation>
    </message>
    <message>
        <source>Metascope</source>
        <translation>Metascope</translation>
    </message>
    <message>
        <source>Return to the open runs, which are paused</source>
        <translation>回到打开的运行，它们已暂停</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Watch learning to learn. Everything is computed live: open a scenario and press Space.</source>
        <translation>看“学会学习”怎样发生。一切都是实时计算的：打开一个场景，按空格键。</translation>
    </message>
    <message>
        <source>What to begin with</source>
        <translation>从哪里开始</translation>
    </message>
</context>
<context>
    <name>StartWarnings</name>
    <message>
        <source>And {count} more problems, which metascope --info lists.</source>
        <translation>还有 {count} 个问题，metascope --info 会列出。</translation>
    </message>
    <message>
        <source>Not everything of the plug-ins can be used.
{problems}</source>
        <translation>插件并非全部可用。
{problems}</translation>
    </message>
    <message>
        <source>Some stored preferences cannot be read; defaults are used.
{problems}</source>
        <translation>一些保存的首选项无法读取；使用默认值。
{problems}</translation>
    </message>
</context>
<context>
    <name>StartsDecision</name>
    <message>
        <source>Decision about a query</source>
        <translation>对一个查询的决策</translation>
    </message>
    <message>
        <source>inner step j</source>
        <translation>内层步 j</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
</context>
<context>
    <name>StartsFreezing</name>
    <message>
        <source>Accuracy on held-out episodes after all inner steps, where the layers up to this one do not move (Raghu et al. 2020). Hollow: only the head does not move; under the pointer with its interval.</source>
        <translation>全部内层步之后留出回合上的准确率，其中到此层为止的各层不动（Raghu et al. 2020）。空心：只有头部不动；指针下带区间。</translation>
    </message>
    <message>
        <source>Accuracy with layers frozen</source>
        <translation>冻结各层时的准确率</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>StartsLayers</name>
    <message>
        <source>CKA</source>
        <translation>CKA</translation>
    </message>
    <message>
        <source>How layers move, and what they keep ({how})</source>
        <translation>各层如何移动，又保留什么（{how}）</translation>
    </message>
    <message>
        <source>held-out episodes, after all inner steps: {value}</source>
        <translation>留出回合，全部内层步之后：{value}</translation>
    </message>
    <message>
        <source>Δ %</source>
        <translation>Δ %</translation>
    </message>
    <message>
        <source>Δ: how far a layer&apos;s weights have moved, ‖θⱼ − θ₀‖ / ‖θ₀‖, on the table; a line across: mean over held-out episodes after all steps. CKA: how alike (linear CKA) a layer&apos;s outputs for the queries are before and after adapting, on the first ten of these episodes; 1 where features are reused, less where they are learned anew.</source>
        <translation>Δ：一层的权重移动了多远，‖θⱼ − θ₀‖ / ‖θ₀‖，针对桌上的回合；横线：全部步之后在留出回合上的平均。CKA：一层对查询的输出在适应前后有多相似（线性 CKA），取这些回合的前十个；1 表示特征被重用，越小表示越是重新学得。</translation>
    </message>
</context>
<context>
    <name>StartsScene</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘画</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>Freezing</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Inner steps</source>
        <translation>内层步</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <source>Losses appear with the first meta-step</source>
        <translation>损失随第一个元步出现</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Training loss ({how})</source>
        <translation>训练损失（{how}）</translation>
    </message>
    <message>
        <source>meta-step</source>
        <translation>元步</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
</context>
<context>
    <name>StartsSteps</name>
    <message>
        <source>Against inner steps</source>
        <translation>随内层步</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>inner step j</source>
        <translation>内层步 j</translation>
    </message>
</context>
<context>
    <name>StartsSurface</name>
    <message>
        <source>Loss surface</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <source>across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>towards the first adapted network</source>
        <translation>朝向第一个适应后的网络</translation>
    </message>
    <message>
        <source>{method}&apos;s start</source>
        <translation>{method} 的起点</translation>
    </message>
</context>
<context>
    <name>StartsWords</name>
    <message>
        <source>A good start for pictures</source>
        <translation>图片上的好起点</translation>
    </message>
    <message>
        <source>ANIL adapts the head alone</source>
        <translation>ANIL 只适应头部</translation>
    </message>
    <message>
        <source>Accuracy on {episodes} held-out episodes after {steps} inner steps, with a 95 % interval.</source>
        <translation>{episodes} 个留出回合上经 {steps} 个内层步的准确率，带 95% 区间。</translation>
    </message>
    <message>
        <source>Adaptation: gradient steps of size alpha on the supports&apos; loss, from the start phi. MAML differentiates the queries&apos; loss through all of them, FOMAML takes the gradient where they end</source>
        <translation>适应：从起点 phi 在支撑样本的损失上走大小为 alpha 的梯度步。MAML 对查询的损失经所有这些步求导，FOMAML 取它们结束处的梯度</translation>
    </message>
    <message>
        <source>Add it as a query or as a support</source>
        <translation>把它添加为查询或支撑样本</translation>
    </message>
    <message>
        <source>Add the clipboard&apos;s picture as a query; on the page Draw it becomes the drawing</source>
        <translation>把剪贴板中的图片添加为查询；在“绘画”页上它成为画</translation>
    </message>
    <message>
        <source>Ask about it: its decision is followed over the inner steps</source>
        <translation>问它：随各内层步跟踪对它的决策</translation>
    </message>
    <message>
        <source>Click a method&apos;s name, curve or bar</source>
        <translation>点击方法的名称、曲线或条形</translation>
    </message>
    <message>
        <source>Click a query, or arrow keys</source>
        <translation>点击查询，或用方向键</translation>
    </message>
    <message>
        <source>Click an inner step</source>
        <translation>点击一个内层步</translation>
    </message>
    <message>
        <source>Ctrl+V on the table</source>
        <translation>在桌上按 Ctrl+V</translation>
    </message>
    <message>
        <source>Drag a support off the columns, Delete</source>
        <translation>把支撑样本拖出各列，或按 Delete</translation>
    </message>
    <message>
        <source>Drag a support to another class</source>
        <translation>把支撑样本拖到另一个类别</translation>
    </message>
    <message>
        <source>Draw a character, or drop a picture</source>
        <translation>画一个字符，或拖入一幅图片</translation>
    </message>
    <message>
        <source>Each query by itself: batch normalization has the statistics of the supports, so that no query helps another</source>
        <translation>每个查询单独处理：批归一化使用支撑样本的统计量，因此查询之间互不帮助</translation>
    </message>
    <message>
        <source>Every method adapts as if it belonged there</source>
        <translation>每种方法都按它属于那里来适应</translation>
    </message>
    <message>
        <source>Focus on this method, or show all again</source>
        <translation>专注于此方法，或重新显示全部</translation>
    </message>
    <message>
        <source>Meta-SGD learns a rate a for each weight, too</source>
        <translation>Meta-SGD 还为每个权重学习率 a</translation>
    </message>
    <message>
        <source>Move the inner clock there: the answers on the table are those of that step</source>
        <translation>把内层时钟移到那里：桌上的回答就是那一步的回答</translation>
    </message>
    <message>
        <source>Reptile moves the start towards the mean of the networks that training leads to</source>
        <translation>Reptile 把起点移向训练所得网络的平均</translation>
    </message>
    <message>
        <source>Take it away; Undo and Put back bring it back</source>
        <translation>把它拿走；“撤销”和“放回”会把它带回来</translation>
    </message>
    <message>
        <source>Transductive: batch normalization has the statistics of all queries of an episode, so that they help each other; asked one by one, they are usually answered less well</source>
        <translation>直推式：批归一化使用一个回合全部查询的统计量，因此它们互相帮助；单独询问时，它们通常答得差一些</translation>
    </message>
    <message>
        <source>Wheel, drag the plot, double click</source>
        <translation>滚轮、拖动图、双击</translation>
    </message>
    <message>
        <source>Zoom, pan, reset the range</source>
        <translation>缩放、平移、重置范围</translation>
    </message>
    <message>
        <source>block {number}</source>
        <translation>第 {number} 块</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>layer {number}</source>
        <translation>第 {number} 层</translation>
    </message>
    <message>
        <source>{method} α {rate}</source>
        <translation>{method} α {rate}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Frames drawn per second</source>
        <translation>每秒绘制的帧数</translation>
    </message>
    <message>
        <source>Meta-steps per second</source>
        <translation>每秒元步数</translation>
    </message>
    <message>
        <source>Recording memory / limit (older frames are thinned beyond it)</source>
        <translation>记录占用的内存 / 上限（超过后较旧的帧会变稀）</translation>
    </message>
    <message>
        <source>Seed of all random numbers of the run</source>
        <translation>运行中所有随机数的种子</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>运行的状态</translation>
    </message>
    <message>
        <source>Training device, its threads, and the engine that trains</source>
        <translation>训练设备、其线程数，以及用来训练的引擎</translation>
    </message>
    <message>
        <source>What the program does beside training</source>
        <translation>程序在训练之外所做的事</translation>
    </message>
    <message>
        <source>recordings {used} / {budget} MiB</source>
        <translation>记录 {used} / {budget} MiB</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>{rate} frames/s</source>
        <translation>{rate} 帧/秒</translation>
    </message>
    <message>
        <source>{rate} meta-steps/s</source>
        <translation>{rate} 元步/秒</translation>
    </message>
</context>
<context>
    <name>Steering</name>
    <message>
        <source>{name} = {value} after meta-step {step}</source>
        <translation>元步 {step} 之后 {name} = {value}</translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Accuracy or loss on the queries of held-out episodes, or the loss on their supports, which every step descends on: where it goes on falling while that of the queries does not, steps fit the supports alone</source>
        <translation>留出回合查询上的准确率或损失，或每一步所下降的支撑样本上的损失：若后者继续下降而查询的损失不降，这些步就只是在拟合支撑样本</translation>
    </message>
    <message>
        <source>Against inner steps ({how})</source>
        <translation>随内层步（{how}）</translation>
    </message>
    <message>
        <source>Error against inner steps</source>
        <translation>误差随内层步的变化</translation>
    </message>
    <message>
        <source>Errors (hollow: paper)</source>
        <translation>误差（空心：论文）</translation>
    </message>
    <message>
        <source>Logarithmic error axis</source>
        <translation>误差轴取对数</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Median and quartiles</source>
        <translation>中位数和四分位数</translation>
    </message>
    <message>
        <source>Median and quartiles over the held-out waves; one wave alone can decide the mean</source>
        <translation>留出波形上的中位数和四分位数；单独一个波形就可能左右平均值</translation>
    </message>
    <message>
        <source>Quantity shown</source>
        <translation>显示的量</translation>
    </message>
    <message>
        <source>Returns (hollow: paper)</source>
        <translation>回报（空心：论文）</translation>
    </message>
    <message>
        <source>Returns against inner steps</source>
        <translation>回报随内层步的变化</translation>
    </message>
    <message>
        <source>Supports&apos; loss</source>
        <translation>支撑样本的损失</translation>
    </message>
    <message>
        <source>The held-out waves are measured every {steps} meta-steps</source>
        <translation>留出波形每 {steps} 元步测量一次</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>best single function</source>
        <translation>最佳的单个函数</translation>
    </message>
    <message>
        <source>chance, {loss}</source>
        <translation>随机水平，{loss}</translation>
    </message>
    <message>
        <source>dotted: median, with quartiles</source>
        <translation>点线：中位数，带四分位数</translation>
    </message>
    <message>
        <source>hollow: Finn et al. 2017</source>
        <translation>空心：Finn et al. 2017</translation>
    </message>
    <message>
        <source>inner step j</source>
        <translation>内层步 j</translation>
    </message>
    <message>
        <source>inner step j, {waves} held-out waves, meta-step {step}</source>
        <translation>内层步 j，{waves} 个留出波形，元步 {step}</translation>
    </message>
    <message>
        <source>inner step j; {episodes} held-out episodes, meta-step {step}</source>
        <translation>内层步 j；{episodes} 个留出回合，元步 {step}</translation>
    </message>
    <message>
        <source>inner step j; {goals} held-out goals, meta-step {step}</source>
        <translation>内层步 j；{goals} 个留出目标，元步 {step}</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>predicting 0</source>
        <translation>预测 0</translation>
    </message>
    <message>
        <source>predicting 0, the best single function</source>
        <translation>预测 0，即最佳的单个函数</translation>
    </message>
    <message>
        <source>standing still: {value}</source>
        <translation>原地不动：{value}</translation>
    </message>
    <message>
        <source>step j, of RL² episode j + 1; {goals} held-out goals, meta-step {step}</source>
        <translation>步 j，RL² 为回合 j + 1；{goals} 个留出目标，元步 {step}</translation>
    </message>
    <message>
        <source>{method} α {rate}</source>
        <translation>{method} α {rate}</translation>
    </message>
    <message>
        <source>{method}, Finn et al. 2017, 5 shots</source>
        <translation>{method}，Finn et al. 2017，5 样本</translation>
    </message>
    <message>
        <source>{method}, median and quartiles of the waves</source>
        <translation>{method}，各波形的中位数和四分位数</translation>
    </message>
    <message>
        <source>{method}: no mean from step {step}</source>
        <translation>{method}：从第 {step} 步起没有平均值</translation>
    </message>
    <message>
        <source>{method}: no mean from step {step}, {lost} of {waves} waves diverged</source>
        <translation>{method}：从第 {step} 步起没有平均值，{waves} 个波形中 {lost} 个发散</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>A bandit with two arms</source>
        <translation>有两个摇臂的老虎机</translation>
    </message>
    <message>
        <source>A good start for pictures</source>
        <translation>图片任务的好起点</translation>
    </message>
    <message>
        <source>A handful of examples, and methods that learn to compare new pictures with them.</source>
        <translation>少量样例，以及学习把新图片与它们比较的方法。</translation>
    </message>
    <message>
        <source>A memory for one look</source>
        <translation>看一眼就记住的记忆</translation>
    </message>
    <message>
        <source>A network with external memory labels characters that it has seen once or twice, and learns where to write them.</source>
        <translation>带外部记忆的网络为只见过一两次的字符给出标签，并学习把它们写在哪里。</translation>
    </message>
    <message>
        <source>A network with external memory: what it writes, where, and what it reads back.</source>
        <translation>带外部记忆的网络：写什么、写在哪里、又读回什么。</translation>
    </message>
    <message>
        <source>A policy walks to goals in the plane that it does not see, and adapts within a few steps.</source>
        <translation>策略在平面上走向它看不见的目标，并在几步之内适应。</translation>
    </message>
    <message>
        <source>All numbers of one cell, and the substitutions by which its memory becomes a weight and its update gradient descent.</source>
        <translation>一个单元的全部数值，以及使它的记忆成为权重、使它的更新成为梯度下降的代换。</translation>
    </message>
    <message>
        <source>An LSTM takes the place of gradient descent, with its gates shown at every update.</source>
        <translation>LSTM 取代梯度下降，每次更新都显示它的门。</translation>
    </message>
    <message>
        <source>Comparing examples</source>
        <translation>比较样例</translation>
    </message>
    <message>
        <source>Fast weights</source>
        <translation>快速权重</translation>
    </message>
    <message>
        <source>From a few points, networks learn sine waves: a good start makes ten points enough.</source>
        <translation>网络从几个点学习正弦波：有了好的起点，十个点就够了。</translation>
    </message>
    <message>
        <source>Learned optimizers</source>
        <translation>学得的优化器</translation>
    </message>
    <message>
        <source>Loss surfaces</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <source>Neural Turing Machines</source>
        <translation>神经图灵机</translation>
    </message>
    <message>
        <source>One start for several tasks, on loss curves and surfaces that can be drawn: where MAML, FOMAML, Reptile and pre-training move it.</source>
        <translation>几个任务共用一个起点，损失曲线和曲面都能画出来：MAML、FOMAML、Reptile 和预训练把它移到哪里。</translation>
    </message>
    <message>
        <source>Policies that adapt</source>
        <translation>会适应的策略</translation>
    </message>
    <message>
        <source>Sine waves</source>
        <translation>正弦波</translation>
    </message>
    <message>
        <source>Starts from which a few gradient steps tell new classes of pictures apart.</source>
        <translation>从这些起点出发，几步梯度就能区分新的图片类别。</translation>
    </message>
    <message>
        <source>The LSTM cell</source>
        <translation>LSTM 单元</translation>
    </message>
    <message>
        <source>The gradients of an episode become weights that answer for this episode alone.</source>
        <translation>一个回合的梯度成为只为这个回合作答的权重。</translation>
    </message>
    <message>
        <source>Two arms pay at unknown odds, and so few pulls are made that every outcome can be counted: what a start is worth, and where each estimator of the meta-gradient leads.</source>
        <translation>两个摇臂以未知的概率给出回报，拉动次数很少，所以每种结果都能数清：一个起点价值多少，元梯度的每个估计量通向哪里。</translation>
    </message>
    <message>
        <source>What a training loop of your own recorded: paths, heat maps, gates and metrics.</source>
        <translation>你自己的训练循环所记录的内容：路径、热图、门控和指标。</translation>
    </message>
    <message>
        <source>Your own run</source>
        <translation>你自己的运行</translation>
    </message>
</context>
<context>
    <name>StripsItem</name>
    <message>
        <source>{quantity} = {value}: {row}, {column}</source>
        <translation>{quantity} = {value}：{row}，{column}</translation>
    </message>
</context>
<context>
    <name>SurfaceItem</name>
    <message>
        <source>{label} = {value} at ({x}, {y})</source>
        <translation>{label} = {value}，在 ({x}, {y})</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>Episode 1</source>
        <translation>回合 1</translation>
    </message>
    <message>
        <source>Episode 2</source>
        <translation>回合 2</translation>
    </message>
    <message>
        <source>Loss surface around {method}&apos;s start</source>
        <translation>{method} 起点周围的损失曲面</translation>
    </message>
    <message>
        <source>Map shown</source>
        <translation>显示的图</translation>
    </message>
    <message>
        <source>Mean of both</source>
        <translation>两者的平均</translation>
    </message>
    <message>
        <source>Start of the surface</source>
        <translation>曲面的起点</translation>
    </message>
    <message>
        <source>The method through whose start the plane goes</source>
        <translation>平面经过其起点的方法</translation>
    </message>
    <message>
        <source>Through the start and both adapted networks; meta-step {step}</source>
        <translation>经过起点和两个适应后的网络；元步 {step}</translation>
    </message>
    <message>
        <source>Whose queries&apos; loss is the map: 1 is the episode on the table, 2 the next one</source>
        <translation>图是谁的查询损失：1 是桌上的回合，2 是下一个</translation>
    </message>
    <message>
        <source>most on the way</source>
        <translation>途中最大</translation>
    </message>
    <message>
        <source>off the plane now</source>
        <translation>现在离平面</translation>
    </message>
    <message>
        <source>queries&apos; loss ({how})</source>
        <translation>查询的损失（{how}）</translation>
    </message>
    <message>
        <source>{letter}: episode {number}</source>
        <translation>{letter}：回合 {number}</translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <source>It is being prepared.</source>
        <translation>正在准备。</translation>
    </message>
    <message>
        <source>It was interrupted; started again, it goes on.</source>
        <translation>已中断；再次启动即可继续。</translation>
    </message>
    <message>
        <source>Its time is up; started again, it goes on.</source>
        <translation>时间已用完；再次启动即可继续。</translation>
    </message>
    <message>
        <source>Meta-steps done</source>
        <translation>已完成的元步</translation>
    </message>
    <message>
        <source>Nothing has run it yet.</source>
        <translation>尚未运行过。</translation>
    </message>
    <message>
        <source>Seconds that the run took</source>
        <translation>运行所用的秒数</translation>
    </message>
    <message>
        <source>The last value of this metric</source>
        <translation>此指标的最后值</translation>
    </message>
    <message>
        <source>The run&apos;s number, as in its file&apos;s name</source>
        <translation>运行的编号，与其文件名一致</translation>
    </message>
    <message>
        <source>What ran it on {host} has died; started again, it goes on.</source>
        <translation>{host} 上的运行进程已中止；再次启动即可继续。</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>open, finished, stopped (out of its time) or failed</source>
        <translation>未完成、完成、停止（时间用完）或失败</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{done:,} of {all:,} runs done</source>
        <translation>{all:,} 个运行已完成 {done:,} 个</translation>
    </message>
    <message>
        <source>{started:,} in progress, about {time} left.</source>
        <translation>{started:,} 个进行中，约剩 {time}。</translation>
    </message>
    <message>
        <source>{started:,} in progress.</source>
        <translation>{started:,} 个进行中。</translation>
    </message>
    <message>
        <source>{text}, {failed:,} of them failed</source>
        <translation>{text}，其中 {failed:,} 个失败</translation>
    </message>
    <message>
        <source>{text}. {more}</source>
        <translation>{text}。{more}</translation>
    </message>
</context>
<context>
    <name>SweepWindow</name>
    <message>
        <source>Do the runs that are left on this computer, in the background</source>
        <translation>在本机后台完成剩余的运行</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Reading the sweep…</source>
        <translation>正在读取参数扫描…</translation>
    </message>
    <message>
        <source>Runs done</source>
        <translation>已完成的运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the runs that this computer does; later they can be gone on with</source>
        <translation>停止本机正在进行的运行；以后可以继续</translation>
    </message>
    <message>
        <source>Sweep {name} – Metascope</source>
        <translation>参数扫描 {name} – Metascope</translation>
    </message>
    <message>
        <source>This folder cannot be shown</source>
        <translation>无法显示此文件夹</translation>
    </message>
    <message>
        <source>{sweep}, run {run}</source>
        <translation>{sweep}，运行 {run}</translation>
    </message>
</context>
<context>
    <name>SweepWindows</name>
    <message>
        <source>The first {most} of {count} runs were opened</source>
        <translation>已打开 {count} 个运行中的前 {most} 个</translation>
    </message>
    <message>
        <source>{name}, {n} seeds</source>
        <translation>{name}，{n} 个种子</translation>
    </message>
</context>
<context>
    <name>SymbolsItem</name>
    <message>
        <source>{label}: {value} at {x}</source>
        <translation>{label}：{x} 处为 {value}</translation>
    </message>
</context>
<context>
    <name>TableControl</name>
    <message>
        <source>0, 0</source>
        <translation>0, 0</translation>
    </message>
    <message>
        <source>empty: chosen by the program</source>
        <translation>留空：由程序选择</translation>
    </message>
    <message>
        <source>must be numbers such as {example}, not {got}</source>
        <translation>必须是像 {example} 这样的数，而不是 {got}</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Episode {number}</source>
        <translation>回合 {number}</translation>
    </message>
    <message>
        <source>Episode {number}, as you have changed it</source>
        <translation>回合 {number}，如你所改</translation>
    </message>
    <message>
        <source>Next episode</source>
        <translation>下一个回合</translation>
    </message>
    <message>
        <source>Previous episode</source>
        <translation>上一个回合</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Put the episode and the memory back</source>
        <translation>把回合和记忆恢复原状</translation>
    </message>
    <message>
        <source>Untouched</source>
        <translation>未动过</translation>
    </message>
</context>
<context>
    <name>ThreeClasses</name>
    <message>
        <source>First class</source>
        <translation>第一个类别</translation>
    </message>
    <message>
        <source>Second class</source>
        <translation>第二个类别</translation>
    </message>
    <message>
        <source>The plane through the means of</source>
        <translation>平面经过以下各类的均值</translation>
    </message>
    <message>
        <source>Third class</source>
        <translation>第三个类别</translation>
    </message>
    <message>
        <source>Three classes that span the plane</source>
        <translation>张成平面的三个类别</translation>
    </message>
</context>
<context>
    <name>TilesItem</name>
    <message>
        <source>{label}: {quantity} = {value} at row {row}, column {column}</source>
        <translation>{label}：第 {row} 行第 {column} 列 {quantity} = {value}</translation>
    </message>
</context>
<context>
    <name>Track</name>
    <message>
        <source>and {n} more</source>
        <translation>还有 {n} 个</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Correct first: {settings}</source>
        <translation>请先更正：{settings}</translation>
    </message>
    <message>
        <source>Trained without the pending changes: {settings}. Apply and restart uses them.</source>
        <translation>训练时没有用待应用的更改：{settings}。“应用并重新开始”会使用它们。</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>The method said {letter}</source>
        <translation>该方法答 {letter}</translation>
    </message>
    <message>
        <source>The methods are asked the same</source>
        <translation>对各方法问同样的问题</translation>
    </message>
    <message>
        <source>Trials are held-out episodes of this run, with its ways and shots and one query of each: the settings Ways and Shots change them</source>
        <translation>试验是此运行的留出回合，类数和样本数相同，每类一个查询：由设置“类数”和“样本数”更改</translation>
    </message>
    <message>
        <source>You against the methods: {ways} ways, 1 shot</source>
        <translation>你与各方法：{ways} 类，1 样本</translation>
    </message>
    <message>
        <source>You against the methods: {ways} ways, {shots} shots</source>
        <translation>你与各方法：{ways} 类，{shots} 样本</translation>
    </message>
    <message>
        <source>{right} of {asked} right (95 %: {low} to {high})</source>
        <translation>{asked} 个中答对 {right} 个（95%：{low} 到 {high}）</translation>
    </message>
    <message>
        <source>{right} of {count} methods were right</source>
        <translation>{count} 种方法中 {right} 种正确</translation>
    </message>
</context>
<context>
    <name>TuningView</name>
    <message>
        <source>After the last update</source>
        <translation>最后一次更新之后</translation>
    </message>
    <message>
        <source>Learned optimizer (has no learning rate)</source>
        <translation>学得的优化器（没有学习率）</translation>
    </message>
    <message>
        <source>Loss by which learning rates are judged, on separate held-out problems</source>
        <translation>在单独的留出问题上评判学习率所用的损失</translation>
    </message>
    <message>
        <source>Loss by which rates are judged</source>
        <translation>评判学习率所用的损失</translation>
    </message>
    <message>
        <source>Mean over the updates</source>
        <translation>各次更新的平均</translation>
    </message>
    <message>
        <source>No value where a problem diverged: {methods}</source>
        <translation>有问题发散处没有值：{methods}</translation>
    </message>
    <message>
        <source>Tuning the hand-made optimizers</source>
        <translation>调节手工设计的优化器</translation>
    </message>
    <message>
        <source>Tuning the rivals: {tried} of {count} learning rates tried</source>
        <translation>调节对手：{count} 个学习率中试了 {tried} 个</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation>平均损失</translation>
    </message>
    <message>
        <source>{method}: best at η = {rate}, loss {loss}</source>
        <translation>{method}：η = {rate} 时最佳，损失 {loss}</translation>
    </message>
</context>
<context>
    <name>UpdateView</name>
    <message>
        <source>Gradient descent with η = {rate} from the same θ:</source>
        <translation>从同一 θ 出发、η = {rate} 的梯度下降：</translation>
    </message>
    <message>
        <source>LSTM&apos;s output</source>
        <translation>LSTM 的输出</translation>
    </message>
    <message>
        <source>The first update of a coordinate will appear here</source>
        <translation>坐标的第一次更新会在此出现</translation>
    </message>
    <message>
        <source>The update, written out</source>
        <translation>写出的更新</translation>
    </message>
    <message>
        <source>descent</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>forget gate</source>
        <translation>遗忘门</translation>
    </message>
    <message>
        <source>input gate</source>
        <translation>输入门</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>学得</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>old</source>
        <translation>旧</translation>
    </message>
    <message>
        <source>{coordinate} · update {t} of {updates}</source>
        <translation>{coordinate} · 更新 {t}/{updates}</translation>
    </message>
    <message>
        <source>−gradient</source>
        <translation>−梯度</translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message>
        <source>all tasks, after adapting</source>
        <translation>所有任务，适应之后</translation>
    </message>
    <message>
        <source>all tasks, before adapting</source>
        <translation>所有任务，适应之前</translation>
    </message>
    <message>
        <source>better arm: {value}</source>
        <translation>较好的摇臂：{value}</translation>
    </message>
    <message>
        <source>task {letter}</source>
        <translation>任务 {letter}</translation>
    </message>
    <message>
        <source>{estimator}, expected</source>
        <translation>{estimator}，期望</translation>
    </message>
    <message>
        <source>{method} at φ = {phi}: {before} before adapting, {after} after</source>
        <translation>{method} 在 φ = {phi}：适应前 {before}，适应后 {after}</translation>
    </message>
</context>
<context>
    <name>VectorsView</name>
    <message>
        <source>All tasks</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Equal lengths</source>
        <translation>等长</translation>
    </message>
    <message>
        <source>Same length for all arrows, labelled with their norms; otherwise −α times each direction, to scale</source>
        <translation>所有箭头等长，标上范数；否则按比例画每个方向的 −α 倍</translation>
    </message>
    <message>
        <source>Task whose gradients are drawn</source>
        <translation>画其梯度的任务</translation>
    </message>
    <message>
        <source>Task {letter}</source>
        <translation>任务 {letter}</translation>
    </message>
    <message>
        <source>The task whose gradients are drawn, or the sum over all tasks</source>
        <translation>画其梯度的任务，或所有任务之和</translation>
    </message>
    <message>
        <source>curvature correction</source>
        <translation>曲率修正</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>from {method}&apos;s start, φ₁</source>
        <translation>从 {method} 的起点，φ₁</translation>
    </message>
    <message>
        <source>inner path</source>
        <translation>内层路径</translation>
    </message>
    <message>
        <source>{name} {norm}</source>
        <translation>{name} {norm}</translation>
    </message>
    <message>
        <source>{name} ≈ 0</source>
        <translation>{name} ≈ 0</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy, save or enlarge the picture, save its data, reset its zoom; also: right click</source>
        <translation>复制、保存或放大图片，保存其数据，重置缩放；也可右键点击</translation>
    </message>
    <message>
        <source>Menu of {title}</source>
        <translation>{title}的菜单</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>重置缩放</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>保存为 PDF…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>保存为 PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>保存为 SVG…</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>把数据保存为 CSV…</translation>
    </message>
</context>
<context>
    <name>WalksItem</name>
    <message>
        <source>{label}, path {letter}, time {step}: {x}, {y}</source>
        <translation>{label}，路径 {letter}，时间 {step}：{x}，{y}</translation>
    </message>
</context>
<context>
    <name>WebPage</name>
    <message>
        <source>Another program recorded the numbers; Metascope {version} drew the pictures.</source>
        <translation>数值由另一个程序记录；图片由 Metascope {version} 绘制。</translation>
    </message>
    <message>
        <source>Both clocks move where JavaScript is allowed; this is the last moment.</source>
        <translation>允许 JavaScript 时两个时钟可以移动；这里是最后一个时刻。</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Inner step</source>
        <translation>内层步</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Left and right: meta-steps, with Shift inner steps. Space plays and pauses. On a slider: arrows, Page up and Page down, Home and End. Drag across a picture: meta-steps, with Shift inner steps.</source>
        <translation>左右方向键：元步；按住 Shift：内层步。空格键播放和暂停。在滑块上：方向键、Page Up 和 Page Down、Home 和 End。在图片上横向拖动：元步；按住 Shift：内层步。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Meta-step</source>
        <translation>元步</translation>
    </message>
    <message>
        <source>Methods: {names}</source>
        <translation>方法：{names}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures and numbers are those of one run of Metascope {version}, seed {seed}.</source>
        <translation>图片和数字来自 Metascope {version} 的一次运行，随机种子 {seed}。</translation>
    </message>
    <message>
        <source>Play the inner steps</source>
        <translation>播放内层步</translation>
    </message>
    <message>
        <source>Play the meta-steps</source>
        <translation>播放元步</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>inner step {value}</source>
        <translation>内层步 {value}</translation>
    </message>
    <message>
        <source>meta-step {value}</source>
        <translation>元步 {value}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>WeightingsView</name>
    <message>
        <source>All locations</source>
        <translation>所有位置</translation>
    </message>
    <message>
        <source>Disturbed</source>
        <translation>已扰动</translation>
    </message>
    <message>
        <source>Heads shown</source>
        <translation>显示的读写头</translation>
    </message>
    <message>
        <source>Heads {number}</source>
        <translation>读写头 {number}</translation>
    </message>
    <message>
        <source>Inputs, outputs and weightings</source>
        <translation>输入、输出和权重分布</translation>
    </message>
    <message>
        <source>Locations shown</source>
        <translation>显示的位置</translation>
    </message>
    <message>
        <source>Show only the part of the memory that the heads use, or all of it</source>
        <translation>只显示读写头所用的那部分记忆，或显示全部</translation>
    </message>
    <message>
        <source>Show where the heads go after the change of the memory</source>
        <translation>显示更改记忆之后读写头去哪里</translation>
    </message>
    <message>
        <source>Used locations</source>
        <translation>用过的位置</translation>
    </message>
    <message>
        <source>Weightings after the disturbance</source>
        <translation>扰动之后的权重分布</translation>
    </message>
    <message>
        <source>Write head and read head shown</source>
        <translation>显示的写入头和读取头</translation>
    </message>
    <message>
        <source>add a, read r</source>
        <translation>加入 a，读出 r</translation>
    </message>
    <message>
        <source>column {n}</source>
        <translation>列 {n}</translation>
    </message>
    <message>
        <source>location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>optimum: {bits} bits</source>
        <translation>最优：{bits} 位</translation>
    </message>
    <message>
        <source>t = {column}</source>
        <translation>t = {column}</translation>
    </message>
    <message>
        <source>time step</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>{head}, disturbed</source>
        <translation>{head}，已扰动</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>All rows, including those not written</source>
        <translation>所有行，包括未写入的</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>Disturbed</source>
        <translation>已扰动</translation>
    </message>
    <message>
        <source>Head shown</source>
        <translation>显示的读写头</translation>
    </message>
    <message>
        <source>Head whose weights are shown</source>
        <translation>显示其权重的读写头</translation>
    </message>
    <message>
        <source>Head {number}</source>
        <translation>读写头 {number}</translation>
    </message>
    <message>
        <source>Layer 1, unit {number}</source>
        <translation>第 1 层，单元 {number}</translation>
    </message>
    <message>
        <source>Layer {layer}, inputs down and outputs across</source>
        <translation>第 {layer} 层，输入向下、输出向右</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>Query {number}</source>
        <translation>查询 {number}</translation>
    </message>
    <message>
        <source>Read weights after the disturbance</source>
        <translation>扰动之后的读取权重</translation>
    </message>
    <message>
        <source>Row {row} of M: the fast weights of support {row}</source>
        <translation>M 的第 {row} 行：支撑样本 {row} 的快速权重</translation>
    </message>
    <message>
        <source>Show the whole memory, not only the rows written in this episode</source>
        <translation>显示整个记忆，而不只是此回合写入的行</translation>
    </message>
    <message>
        <source>Show what the heads read after the change of the memory</source>
        <translation>显示更改记忆之后读写头读到什么</translation>
    </message>
    <message>
        <source>Slow weights of the base learner</source>
        <translation>基学习器的慢速权重</translation>
    </message>
    <message>
        <source>Slow weights, and the fast ones of query {query}</source>
        <translation>慢速权重，以及查询 {query} 的快速权重</translation>
    </message>
    <message>
        <source>Sort the time steps by class instead of by time</source>
        <translation>按类别而不是按时间排列时间步</translation>
    </message>
    <message>
        <source>Support {number}</source>
        <translation>支撑样本 {number}</translation>
    </message>
    <message>
        <source>Supports of class {letter}</source>
        <translation>类别 {letter} 的支撑样本</translation>
    </message>
    <message>
        <source>Time steps sorted by class</source>
        <translation>按类别排列的时间步</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>class {letter}</source>
        <translation>类别 {letter}</translation>
    </message>
    <message>
        <source>disturbed read weight</source>
        <translation>扰动后的读取权重</translation>
    </message>
    <message>
        <source>fast weight</source>
        <translation>快速权重</translation>
    </message>
    <message>
        <source>fast φ⁺</source>
        <translation>快速 φ⁺</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>layer 1, by unit</source>
        <translation>第 1 层，按单元</translation>
    </message>
    <message>
        <source>layer 2</source>
        <translation>第 2 层</translation>
    </message>
    <message>
        <source>layer 3</source>
        <translation>第 3 层</translation>
    </message>
    <message>
        <source>least used rows</source>
        <translation>最少使用的行</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>read weight</source>
        <translation>读取权重</translation>
    </message>
    <message>
        <source>slow weight</source>
        <translation>慢速权重</translation>
    </message>
    <message>
        <source>slow φ</source>
        <translation>慢速 φ</translation>
    </message>
    <message>
        <source>t = {column}</source>
        <translation>t = {column}</translation>
    </message>
    <message>
        <source>time step</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>time step, sorted by class</source>
        <translation>时间步，按类别排列</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>write weight</source>
        <translation>写入权重</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Choose a scenario</source>
        <translation>选择一个场景</translation>
    </message>
    <message>
        <source>Compiled kernels may be missing here ({reason}): runs without them train by their slower reference.</source>
        <translation>这里可能缺少编译内核（{reason}）：没有它们的运行用较慢的参考实现训练。</translation>
    </message>
    <message>
        <source>Finished. Press Space to play the inner steps</source>
        <translation>已完成。按空格播放内层步</translation>
    </message>
    <message>
        <source>Finished. Press Space to train longer</source>
        <translation>已完成。按空格继续训练</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Getting ready… Training will start by itself; Space takes that back.</source>
        <translation>正在准备… 训练会自行开始；按空格取消。</translation>
    </message>
    <message>
        <source>Metascope</source>
        <translation>Metascope</translation>
    </message>
    <message>
        <source>On the stage: {title}</source>
        <translation>已在舞台上：{title}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Ready. Press Space to play the inner steps</source>
        <translation>就绪。按空格播放内层步</translation>
    </message>
    <message>
        <source>Ready. Press Space to train</source>
        <translation>就绪。按空格训练</translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translation>运行失败。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>gallery painted</source>
        <translation>场景库已绘制</translation>
    </message>
    <message>
        <source>gallery ready</source>
        <translation>场景库已就绪</translation>
    </message>
    <message>
        <source>ready to train</source>
        <translation>可以训练</translation>
    </message>
    <message>
        <source>recorded by another program</source>
        <translation>由另一个程序记录</translation>
    </message>
    <message>
        <source>trained elsewhere</source>
        <translation>在别处训练</translation>
    </message>
    <message>
        <source>window painted</source>
        <translation>窗口已绘制</translation>
    </message>
    <message>
        <source>{device}, threads: {count}</source>
        <translation>{device}，线程数：{count}</translation>
    </message>
    <message>
        <source>{device}, threads: {count}, compiled kernels</source>
        <translation>{device}，线程数：{count}，编译内核</translation>
    </message>
    <message>
        <source>{device}, threads: {count}, reference</source>
        <translation>{device}，线程数：{count}，参考实现</translation>
    </message>
    <message>
        <source>{title} – Metascope</source>
        <translation>{title} – Metascope</translation>
    </message>
</context>
<context>
    <name>WritingDialog</name>
    <message>
        <source>Copy the example</source>
        <translation>复制示例</translation>
    </message>
    <message>
        <source>Copy the example to the clipboard</source>
        <translation>把示例复制到剪贴板</translation>
    </message>
    <message>
        <source>How to write it</source>
        <translation>如何编写</translation>
    </message>
    <message>
        <source>Make a gesture in the picture: it is shown here as a lesson has it.</source>
        <translation>在画面中做一个手势：它会按教程的写法显示在这里。</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save the example as a file of yours, and begin it in the window</source>
        <translation>把示例保存为你的文件，并在窗口中开始</translation>
    </message>
    <message>
        <source>Save this example and take it…</source>
        <translation>保存此示例并开始…</translation>
    </message>
    <message>
        <source>Write a lesson</source>
        <translation>编写教程</translation>
    </message>
</context>
<context>
    <name>_CellsItem</name>
    <message>
        <source>no finished run at {place}</source>
        <translation>{place} 处没有完成的运行</translation>
    </message>
    <message>
        <source>{metric}: {value} at {place}; n = {n}</source>
        <translation>{metric}：{value}，位于 {place}；n = {n}</translation>
    </message>
    <message>
        <source>{row} = {down}, {column} = {across}</source>
        <translation>{row} = {down}，{column} = {across}</translation>
    </message>
</context>
<context>
    <name>_EntryPainter</name>
    <message>
        <source>{category}: </source>
        <translation>{category}： </translation>
    </message>
</context>
<context>
    <name>_Text</name>
    <message>
        <source>and {count:,} more</source>
        <translation>还有 {count:,} 个</translation>
    </message>
</context>
</TS>
