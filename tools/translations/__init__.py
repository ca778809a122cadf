"""The catalogues of texts: what is to be translated, found in the code, in declarations and in presets."""
