"""Families of tasks that a learner is meta-trained on."""
