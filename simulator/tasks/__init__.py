"""Defines the families of tasks that learners are meta-trained on, and which of them a run has."""
