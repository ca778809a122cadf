"""A lesson beside the picture: its panel, the dimming around what it is about, the list of lessons."""
