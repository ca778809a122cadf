"""The start page: the gallery of scenarios, what of the last window can be reopened, and how long runs take here."""
