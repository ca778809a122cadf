"""Learns policies that adapt to a task by policy gradients: MAML, Reptile and others, in the plane of `navigation`.

`policy` describes the Gaussian policy, `sampling` walks with it, `advantages` says how good its actions were.
`reference` differentiates one task at a time with autograd; `fast` has the same for all tasks at once, written by hand
over `linearization`. `exact` differentiates through the walks themselves. `trust_region` has conjugate gradients and
the line search, whose products with second derivatives are made in `products`: at the few nodes of a quadrature where
the policy is smooth, and by blocks of states in which few units change where it is of relu. `training.PolicyTraining`
moves a start.
`recurrent` has a policy that remembers instead, RL². `bandit` is a process whose every outcome is counted; `comparing`
keeps estimates of a meta-gradient, `comparison` says what they come to.
"""
