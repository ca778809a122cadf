"""Learns to compare: methods that answer an N-way K-shot episode by an embedding and a comparison.

Every method is a `learner.Learner`, without state: `initial(generator)` makes its named weights, `loss(weights,
support (B, N, K, S, S), query (B, N, Q, S, S), mode)` teaches, `answer(weights, supports (M, S, S), labels (M,),
queries (Q, S, S), ways, mode)` answers about pictures and `compare(weights, supports (..., M, E), ...)` about features
that `encode` or `encode_pool` made before. An `answer.Answer` has class probabilities and how they came about;
`cost(ways, shots)` counts numbers stored and multiply-adds per query. `training.MetaTraining` moves the weights, in
named tensors; `evaluation.episode_accuracy` measures many episodes of embedded pictures at once. A `learner.Mode` says
by which statistics pictures are normalized: "running", or of the "episode", which makes answers transductive.

Methods: `siamese`, `prototypes`, `matching` (with and without temperature; `context` adds full context embeddings),
`relation`, `imagined`. What people did before is in `baselines`.
"""
