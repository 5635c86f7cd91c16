"""Records on their page: what is owed and kept, the form of one, and what was read back."""
