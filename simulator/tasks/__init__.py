"""Defines the families of tasks that learners are meta-trained on."""
