"""How things look: theme, icons, text, numbers and labels."""
