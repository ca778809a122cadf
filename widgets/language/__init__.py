"""The languages of the window: catalogues of texts, the translators that read them, the field's terms."""
