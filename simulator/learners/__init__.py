"""One package per family of learners; loose here stand the rules and optimizers that several share."""
