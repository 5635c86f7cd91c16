"""The headings that products write over their columns, by what they hold: small letters without spaces or signs."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

USERS = "users"


def _words(**kinds: str) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({kind: tuple(words.split()) for kind, words in kinds.items()})


HEADINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({
    USERS: _words(
        user="user username userid userlogin login loginname loginid account accountname "
             "userprincipalname upn samaccountname logonname signinname principalname handle uid "
             "profilelogin usernamelogin benutzername identifiant",
        name="name displayname fullname realname commonname cn profiledisplayname personname "
             "employeename anzeigename nomcomplet",
        first="firstname givenname forename profilefirstname vorname prenom",
        last="lastname surname familyname sn profilelastname nachname nomdefamille",
        email="email emailaddress mail primaryemail mailaddress workemail profileemail emailprimary "
              "courriel samlnameid",
        enabled="status enabled accountenabled accountstatus userstatus state active isactive "
                "accountstate passwordenabled accesskey1active accesskey2active kontostatus statut actif",
        disabled="disabled accountdisabled isdisabled suspended issuspended blocked blockcredential "
                 "signinblocked deactivated locked",
        flags="useraccountcontrol",
        admin="admin isadmin administrator isadministrator superadmin issuperadmin adminrole adminroles "
              "isadminrole privileged isprivileged siteadmin owner isowner administratorrole "
              "directoryroles assignedroles adminstatus",
        roles="role roles orgrole organizationrole organisationrole membership group groups groupnames "
              "memberof permission permissions permissionset team teams profile accesslevel licenses "
              "usertype gruppen roleassignments grouplist rights",
        last_login="lastlogin lastsignin lastlogon lastseen lastsignindatetime lastsignindate lastlogindate "
                   "lastlogintime lastlogindatetime lastactive lastactivity lastactivitydate "
                   "lastlogontimestamp lastlogondate passwordlastused accesskey1lastuseddate "
                   "accesskey2lastuseddate lastaccess lastaccessed recentlogin lastinteractivesignin "
                   "lastactivedate letzteanmeldung derniereconnexion",
        created="created createdat createdon createddate creationdate creationtime whencreated "
                "usercreationtime created_at createddatetime activated joined joinedat angelegt",
        employee="employeeid employeenumber staffid staffnumber personnelnumber workerid badgenumber "
                 "personalnummer",
        manager="manager managername manageremail supervisor reportsto linemanager vorgesetzter",
    ),
    "changes": _words(
        item="id key number pr pullrequest prnumber change changeid changenumber mergerequest commit "
             "ticket issue iid sha",
        title="title summary description subject name",
        author="author createdby requester openedby submitter developer user raisedby",
        approver="approver approvedby approvers approvals approval",
        reviewer="reviewer reviewedby reviewers reviews review codereviewer",
        tests="tests test testresult checks checkstatus status ci cistatus pipeline build buildstatus "
              "testsresult teststatus",
        bypassed="bypassed bypass adminoverride override forcemerged bypassedprotection protectionbypassed",
        on="merged mergedat mergedon deployed deployedat deployedon released releasedate completed "
           "closed implemented date",
        system="repository repo project system application service",
    ),
    "alerts": _words(
        item="id alert alertid key number ticket incidentid case",
        title="title summary description rule name alertname",
        severity="severity priority level urgency",
        raised="raised raisedat created createdat detected detectedat triggered triggeredat opened "
               "openedat time timestamp date firstseen starttime",
        triaged="triaged triagedat triagetime acknowledged acknowledgedat ackat acktime firstresponse "
                "respondedat acknowledgedon assignedat",
        triaged_by="triagedby acknowledgedby assignee assignedto owner responder ackby handledby",
        system="source system tool service host",
    ),
    "backup_jobs": _words(
        item="job jobname backup backupjob name policy plan task id jobid",
        on="date start started startedat starttime end endtime finished completed runtime time "
           "timestamp runat",
        status="status result state outcome lastresult",
        follow_up="ticket followup action resolution rerun retry incident note notes comment issue",
        system="system source resource host server client vault",
    ),
    "devices": _words(
        item="serial serialnumber device devicename computer computername hostname host name assettag "
             "asset udid",
        person="user username assigneduser assignedto owner email primaryuser employee lastuser "
               "emailaddress",
        encrypted="encrypted encryption diskencryption filevault filevault2 filevaultstatus bitlocker "
                  "isencrypted encryptionstatus",
        seen="lastseen lastcheckin lastcontact lastsync lastsyncdatetime lastreported lastconnected "
             "lastcheckindate lastinventory",
        managed="managed compliance compliant managementstate enrolled protection protected agent "
                "agentstatus",
    ),
    "access_grants": _words(
        item="id ticket request requestid key number",
        person="user account grantee requestedfor employee beneficiary member username subject",
        requester="requester requestedby openedby author submitter",
        approver="approver approvedby approval authorizedby authorisedby",
        approved="approved approvedat approvedon approvaldate approvaltime dateapproved",
        granted="granted grantedat grantedon grantdate provisioned provisionedat completed implemented "
                "dategranted accessgranted granttime",
        rights="rights role access permission entitlement group",
        system="system application resource app service",
    ),
    "privacy_requests": _words(
        item="id request requestid case number ticket key reference",
        received="received receivedat receivedon datereceived opened created submitted requestdate",
        answered="answered answeredat answeredon responded respondedat closed closedat completed "
                 "dateanswered responsedate resolved",
        kind="type kind requesttype category right",
    ),
    "vulnerabilities": _words(
        item="id cve finding findingid vulnerability vulnerabilityid plugin pluginid key number",
        title="title name summary description",
        severity="severity risk level priority rating criticality cvssseverity",
        found="found foundat detected detectedat firstseen firstdetected firstfound discovered opened "
              "created opendate firstobserved",
        fixed="fixed fixedat closed closedat resolved resolvedat remediated remediatedat closedate "
              "lastfixed mitigated dateclosed",
        asset="asset host hostname ip resource system target component package",
        exception="exception riskaccepted accepted waiver exceptionid",
    ),
    "auditor_requests": _words(
        number="ref reference number no id requestid requestnumber requestno pbc pbcnumber pbcref "
               "auditref refno referencenumber itemnumber nr index item",
        text="request description requestdescription evidencerequested requestedevidence "
             "documentrequested informationrequested requesteditem evidence ask details text "
             "requestdetails requirement title",
        due="due duedate neededby dueby deadline requiredby datedue targetdate wantedby",
    ),
    "listed_controls": _words(
        number="controlnumber controlid controlno controlref controlreference ref reference number no id "
               "index nr item control#",
        text="controldescription controlactivity controlstatement controlwording description activity "
             "statement controlactivities text wording controltext controldesc control controls",
        title="controltitle controlname title name shortname control",
        criteria="criteria criterion tsc tsccriteria trustservicescriteria tscreference cc commoncriteria "
                 "tscref tscmapping mapping soc2criteria criteriareference",
        rhythm="frequency controlfrequency rhythm cadence howoften period periodicity operatingfrequency",
        nature="nature controlnature controltype type automation manualautomated automatedmanual",
        owner="owner controlowner responsible responsibleparty processowner accountable ownedby",
        evidence="evidence evidenceitem artefact artifact proof supportingevidence documentation",
    ),
})  # fmt: skip
"""What each sort of list may hold. An identity provider's own words stand here, and nobody's data."""

NEEDED: Mapping[str, tuple[str, ...]] = MappingProxyType({
    USERS: ("user",),
    "changes": ("item",),
    "alerts": ("item", "raised"),
    "backup_jobs": ("item", "status"),
    "devices": ("item",),
    "access_grants": ("item",),
    "privacy_requests": ("item", "received"),
    "vulnerabilities": ("item", "severity", "found"),
    "auditor_requests": ("text",),
    "listed_controls": ("number", "text"),
})  # fmt: skip
"""Without which of them nothing can be told from a list."""

DAYS = frozenset({
    "last_login", "created", "on", "raised", "triaged", "seen", "approved", "granted", "received", "answered", "found",
    "fixed", "due",
})  # fmt: skip
"""Which of them hold a day, or a day and a time."""

SEVERAL = frozenset({"enabled", "last_login", "roles", "admin"})
"""Which of them may stand in several columns at once, as where one account has a password and two keys."""
