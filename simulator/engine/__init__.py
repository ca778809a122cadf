"""The engine under every story; loose here stands the contract: settings, frame, simulation, story, errors."""
