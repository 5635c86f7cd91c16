"""The picture above the roles: who holds them, and who else owns controls that an auditor is shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Picture
from soc2desk.document.pictures.organization import Post, organization
from soc2desk.domain.ownership import NOBODY

if TYPE_CHECKING:
    from soc2desk.document.registers.ground import Ground

ABOVE = ("oversight_body", "executive_sponsor")
"""Roles that look over the others, the highest first."""
_OVERSIGHT = ABOVE[0]


def organization_picture(ground: Ground) -> tuple[Picture, ...]:
    """Return the picture; none while nobody holds a role and nobody owns a control."""
    posts = {role.id: _post(role.id, ground) for role in ground.engagement.catalogue.roles}
    if not posts.get(_OVERSIGHT, Post("")).holder:
        posts.pop(_OVERSIGHT, None)  # who has no such body needs no empty card
    if not any(post.holder or post.owners for post in posts.values()):
        return ()
    above = [posts[role] for role in ABOVE if role in posts]
    below = [post for role, post in posts.items() if role not in ABOVE]
    phrases, owners = ground.phrases, {person for _, person in _owning(ground)} - {""}
    said = phrases["picture.organization.said"].format(count=len(posts), owners=len(owners))
    points = tuple(_point(post, ground) for post in (*above, *below))
    sketch = organization(above, below, phrases)
    return (Picture(sketch, phrases["picture.organization.title"], said, points, "who-answers"),)


def _owning(ground: Ground) -> Counter[tuple[str, str]]:
    """Return how many controls that an auditor is shown each person owns, by the role of the control."""
    engagement = ground.engagement
    shown = (one for one in engagement.controls if one.is_shown)
    return Counter((one.control.owner, engagement.owners[one.id].owner) for one in shown)


def _post(role: str, ground: Ground) -> Post:
    engagement = ground.engagement
    holding = engagement.project.role.get(role, NOBODY)
    owned = {person: count for (about, person), count in _owning(ground).items() if about == role and person}
    own = owned.pop(holding.holder, 0)
    order = [person.id for person in engagement.project.people]
    others = sorted(owned.items(), key=lambda pair: (-pair[1], order.index(pair[0])))
    owners = tuple((engagement.person_name(person), count) for person, count in others)
    name = engagement.catalogue.role[role].name
    return Post(name, engagement.person_name(holding.holder), engagement.person_name(holding.backup), own, owners)


def _point(post: Post, ground: Ground) -> str:
    phrases = ground.phrases
    holder = post.holder or phrases["person.nobody"]
    said = phrases["picture.organization.point"].format(role=post.role, holder=holder, count=_counted(post.own, ground))
    if post.backup:
        said = phrases["picture.organization.stands_in"].format(said=said, name=post.backup)
    if not post.owners:
        return said
    each = phrases["picture.organization.owner"]
    owners = "; ".join(each.format(name=name, count=_counted(count, ground)) for name, count in post.owners)
    return phrases["picture.organization.others"].format(said=said, owners=owners)


def _counted(count: int, ground: Ground) -> str:
    phrases = ground.phrases
    if count == 1:
        return phrases["picture.organization.one_control"]
    return phrases["picture.organization.controls"].format(count=count)
