"""One account of a list of users, and what its own words say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

ADMIN_WORDS = re.compile(
    r"\b(?:admins?|administrators?|superadmin|superuser|super[ _-]user|root|privileged|sysadmin|sudo|wheel)\b"
    r"|administratoraccess|\bfull[ _-]control\b",
    re.IGNORECASE,
)
OWNER_WORDS = re.compile(
    r"(?:^|[,;|])\s*(?:(?:organi[sz]ation|org|billing|global|account)[ _-])?owners?\s*(?:$|[,;|])", re.IGNORECASE
)
_NOT_ADMIN = re.compile(r"\badministrati(?:ve|on)\b|\bno[nt][ _-]?admin\b", re.IGNORECASE)
_SHARED = re.compile(
    r"^(?:svc|srv|service|sa|bot|app|api|ci|cd|sys|robot)[._-]|[._-](?:svc|service|bot|ci|api|sync|app)$"
    r"|^<?root(?:_account>?)?$"
    r"|^(?:administrator|admin|guest|krbtgt|backup|deploy|deployment|scanner|shared|test|noreply|no-reply|info|support)\d*$"
    r"|^(?:helpdesk|reception|office|jenkins|terraform|ansible|monitoring|kiosk)\d*$"
    r"|(?:^|[._\s-])(?:shared|service[ _-]account)(?:$|[._\s-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Account:
    """One account as a list shows it. `enabled` is None where nothing says whether it can sign in.

    `admin` is what a column of its own says of administrator rights; None where there is none. `line` is its row in
    the list.
    """

    line: int
    user: str
    name: str = ""
    email: str = ""
    enabled: bool | None = None
    admin: bool | None = None
    roles: str = ""
    last_login: date | None = None
    created: date | None = None
    employee: str = ""
    manager: str = ""

    @property
    def can_sign_in(self) -> bool:
        """Whether nothing says that it is off."""
        return self.enabled is not False

    @property
    def is_privileged(self) -> bool:
        """Whether the list says that it has administrator rights, in a column of its own or by its roles."""
        return bool(self.admin) or has_admin_words(self.roles) or self.user.casefold() in {"<root_account>", "root"}

    @property
    def looks_shared(self) -> bool:
        """Whether it is named as accounts are that programs, or several people, use."""
        return bool(_SHARED.search(self.user.partition("@")[0]) or _SHARED.search(self.name))


def has_admin_words(roles: str) -> bool:
    """Return whether the words of roles or groups tell of administrator rights."""
    words = _NOT_ADMIN.sub(" ", roles)
    return bool(ADMIN_WORDS.search(words) or OWNER_WORDS.search(words))
