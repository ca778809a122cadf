"""Pictures that a person draws, pastes or drops, as networks see them."""
