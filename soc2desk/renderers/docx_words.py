"""The few words the Word renderer adds by itself, in one place for translators."""

from __future__ import annotations

CONTENTS = "Contents"
VERSION = "Version"
PREPARED_BY = "Prepared by"
FINAL = "Final"
PAGE, OF = "Page", "of"
OPTIONAL = "optional"
ONE_OF = "One of:"
YES, NO = "Yes", "No"
CHOOSE_ONE = "Choose one"
CHOOSE_DATE = "Choose a date"
ROLE, NAME, SIGNATURE, DATE = "Role", "Name", "Signature", "Date"
TIME = "hour:minute"
