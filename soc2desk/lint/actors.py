"""Who acts in a sentence: which words name somebody, and where a sentence leaves open who it is."""

from __future__ import annotations

import re

_PERSON = (
    r"leads?|officers?|sponsors?|managers?|chairs?|owners?|reviewers?|approvers?|requesters?|authors?|commanders?"
    r"|deput(?:y|ies)|keepers?|holders?|assessors?|advisers?|leaders?|administrators?|engineers?|developers?"
    r"|operators?|observers?|trainers?|facilitators?|participants?|testers?|responders?|delegates?"
    r"|person|people|persons|individuals?|staff|teams?|users?|visitors?|hosts?|members?|contractors?|candidates?"
    r"|joiners?|movers?|leavers?|customers?|vendors?|auditors?|regulators?|colleagues?|others"
    r"|board|committee|body|group|firm|company|business|organizations?"
    r"|everyone|everybody|anyone|anybody|someone|somebody|nobody|whoever|they|we|you|he|she"
    r"|<company>|<oversight_body>|<\w+\.owner>"
)
_TOOL = (
    r"systems?|services?|tools?|pipelines?|platforms?|settings?|rules?|providers?|scanners?|managers?|software|builds?"
    r"|networks?|firewalls?|devices?|consoles?|databases?|backups?|jobs?|alarms?|filters?|portals?|applications?"
    r"|<(?!company|oversight_body)[\w.]+>"
)
_ADVERB = r"(?:(?:also|then|not|never|always|only|first|each|both|all|again|once|/|themselves|itself|\w+ly)\s+)*"
_IRREGULAR = (
    r"built|bought|brought|chosen|cut|dealt|done|drawn|driven|found|given|got|gotten|handed|held|hidden|kept|known"
    r"|laid|led|left|lent|let|lost|made|meant|met|paid|put|read|run|seen|sent|set|shown|shut|sold|spent|taken|taught"
    r"|thought|told|understood|undone|withdrawn|withheld|won|worn|written|overseen|overwritten|rewritten|rebuilt"
    r"|begun|broken|frozen|stolen|spoken|sought|caught|split|spread"
)
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been)\s+{_ADVERB}(?P<act>[a-z]+(?:-[a-z]+)*ed|{_IRREGULAR})\b(?P<after>[^.;]*)",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"affected|allowed|authorized|barred|based|called|concerned|connected|confirmed|dated|due|entitled|exempt"
    r"|expected|forbidden|found|involved|isolated|known|located|lost|meant|named|needed|permitted|prohibited"
    r"|damaged|destroyed|related|required|rewarded|signed|scrapped|sold|stolen|suspected|unaffected|unused|used",
    re.IGNORECASE,
)
"""Participles that say how something is, and no act that somebody has to do."""

_PLACED = re.compile(
    r"defined|described|explained|filed|found|held|kept|laid|listed|named|put|set|shown|stored|written",
    re.IGNORECASE,
)
_IN_A_PLACE = re.compile(
    r"^\s+(?:(?:out|down|up|apart|together|\w+ly)\s+)?"
    r"(?:in|on|at|with|under|inside|beside|above|below|where|for|until|as)\b"
)
_BY_ITSELF = re.compile(
    r"alerted|backed|blocked|cached|checked|collected|compared|copied|deleted|detected|disabled|encrypted|ended"
    r"|enforced|expired|filtered|forwarded|hashed|isolated|kept|limited|locked|logged|made|marked|masked|measured"
    r"|overwritten|patched|protected|quarantined|raised|recorded|refreshed|refused|rejected|replicated|required"
    r"|restricted|retained|rotated|routed|run|scanned|sent|separated|signed|stopped|stored|tested|timed|verified"
    r"|wiped",
    re.IGNORECASE,
)
"""Acts that a tool does without anybody's hand once it is set."""

_DOER = re.compile(
    r"\bby\s+(?:<|(?:the|a|an|any|each|every|its|their|his|her|our|another|one|two|both|either|no)\b"
    rf"|(?:\w+[ -])?(?:{_PERSON}|{_TOOL})\b)",
    re.IGNORECASE,
)
_NO_DOER = re.compile(
    r"\bby role\b|\bby\s+(?:(?:the|a|an|its|their)\s+)?(?:\w+\s+)?"
    r"(?:end|date|day|deadline|time|default|law|hand|post|mail|e-mail|telephone|name)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?<![\w-])(?:{_PERSON})(?:\s*\([^)]*\))?(?:,[^,;]*,)?\s+{_ADVERB}(?P<next>[a-z]+)\b", re.IGNORECASE
)
_NO_VERB = re.compile(
    r"a|affected|after|alone|also|an|and|are|as|at|be|been|before|but|by|concerned|during|for|from|had|if|in"
    r"|inside|involved|is|leaving|may|named|not|of|on|or|outside|so|than|that|the|to|too|under|until|was|were|when"
    r"|where|which|while|who|whom|whose|with",
    re.IGNORECASE,
)
_DEPENDENT = re.compile(
    r"\b(?:when|whenever|if|where|once|after|unless|until|while|as soon as|whose|that|which|how|why|what|who|because"
    r"|whether|before|than|so that)\s+(?:[^\s,;:]+\s+){0,5}$",
    re.IGNORECASE,
)


def acts_without_actor(words: str, *, by_tool: bool = False) -> str:
    """Return the passive words of a sentence that leave open who acts; empty where there are none.

    Somebody is named by "by ..." or as the subject of a main clause. A passive in a question, or after when, what and
    which, counts for nothing, nor does one that says where a thing stands ("is kept in") or how it is ("is affected").
    What a tool does by itself (encrypt, enforce, log) is fine in a sentence that names one, and with `by_tool` in any.
    """
    tool = by_tool or bool(re.search(rf"(?<![\w-])(?:{_TOOL})(?![\w-])", words, re.IGNORECASE))
    for found in _PASSIVE.finditer("" if words.endswith("?") else words):
        fine = _is_state(found) or (tool and _BY_ITSELF.fullmatch(found["act"]))
        if not fine and not _DEPENDENT.search(words[: found.start()]) and not has_actor(words):
            return " ".join(words[found.start() : found.end("act")].split())
    return ""


def _is_state(found: re.Match[str]) -> bool:
    placed = _PLACED.fullmatch(found["act"]) and _IN_A_PLACE.match(found["after"])
    return bool(_STATES.fullmatch(found["act"]) or placed)


def has_actor(words: str) -> bool:
    """Return whether somebody is the subject of a main clause of a sentence, or stands behind a "by"."""
    if _DOER.search(_NO_DOER.sub("", words)):
        return True
    return any(
        not _NO_VERB.fullmatch(found["next"]) and not _DEPENDENT.search(words[: found.start()])
        for found in _SUBJECT.finditer(words)
    )
