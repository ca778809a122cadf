"""Takes a person through a lesson: opens its scenarios, hears what is done on the stage, keeps the place."""
