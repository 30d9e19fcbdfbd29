"""What stands around a field, with the `jira` module: projects, versions, components, transitions, comments, links,
searches. The first argument is the address of the Jira; prints what the client was told as JSON."""
import json
import sys

from jira import JIRA, JIRAError

jira = JIRA(server=sys.argv[1], basic_auth=("admin", "admin"), max_retries=0)
told = {}

old = jira.create_version("7.0", "TEST", description="The first", releaseDate="2026-01-31")
new = jira.create_version("8.0", "TEST")
told["versions"] = [version.name for version in jira.project_versions("TEST")][-2:]
web = jira.create_component("Web", "TEST", leadUserName="bob", assigneeType="COMPONENT_LEAD")
docs = jira.create_component("Docs", "TEST")
told["component"] = [web.lead.displayName, web.realAssigneeType]

first, second = (
    jira.create_issue(
        project="TEST",
        summary=f"Made with Python, {name}",
        issuetype={"name": "Task"},
        fixVersions=[{"name": "7.0"}],
        components=[{"name": "Web"}],
    )
    for name in ("first", "second")
)
jira.create_issue_link("Blocks", first, second, comment={"body": "It waits"})
told["link"] = jira.issue(second.key).fields.issuelinks[0].inwardIssue.key == first.key
comment = jira.add_comment(first, "Seen it")
comment.update(body="Seen it twice")
told["comments"] = [one.body for one in jira.comments(first)]

told["transitions"] = [one["name"] for one in jira.transitions(first)]
jira.transition_issue(first, "Done", resolution={"name": "Done"})
read = jira.issue(first.key, expand="changelog")
told["done"] = [read.fields.status.name, read.fields.resolution.name]
told["changed"] = sorted(item.field for history in read.changelog.histories for item in history.items)

told["related"] = jira.version_count_related_issues(old.id)["issuesFixedCount"]
told["unresolved"] = jira.version_count_unresolved_issues(old.id)
old.update(released=True)
told["released"] = jira.version(old.id).released
jira.move_version(new.id, position="First")
told["order"] = jira.project_versions("TEST")[0].name
old.delete(moveFixIssuesTo=new.id)
told["open"] = [issue.key == second.key for issue in jira.search_issues('fixVersion = "8.0" AND resolution is EMPTY')]
web.delete(moveIssuesTo=docs.id)
told["moved"] = [one.name for one in jira.issue(second.key).fields.components]

told["assignable"] = "bob" in [user.name for user in jira.search_assignable_users_for_issues("b", project="TEST")]
told["group"] = sorted(jira.group_members("jira-users"))[:1]
told["page"] = len(jira.search_issues("project = TEST ORDER BY created DESC", maxResults=1))
try:
    jira.search_issues("nosuchfield = 1")
except JIRAError as error:
    told["wrong"] = [error.status_code, "nosuchfield" in error.text]
jira.delete_issue_link(jira.issue(second.key).fields.issuelinks[0].id)
told["unlinked"] = len(jira.issue(second.key).fields.issuelinks)
print(json.dumps(told))
