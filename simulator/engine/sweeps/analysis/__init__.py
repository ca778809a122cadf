"""What a person reads from a sweep: the table of its runs, conditions on their rows, the response of a metric."""
