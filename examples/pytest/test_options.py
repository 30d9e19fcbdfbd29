import pytest

from options import JiraError, sync_options

FIELD = {"name": "Team", "type": "select", "id": 10500, "contexts": [{"options": ["Aurora", "Borealis"]}]}


def sync(jira, *wanted):
    return sync_options(jira.url, "admin", "admin", "customfield_10500", list(wanted))


def test_adds_what_is_missing_in_one_request(jira):
    jira.add(fields=[FIELD])
    assert sync(jira, "Aurora", "Cumulus", "Nimbus") == ["Cumulus", "Nimbus"]
    [request] = jira.requests("method=POST&path=/rest/api/3/field/*/context/*/option")
    assert request["body"] == {"options": [{"value": "Cumulus"}, {"value": "Nimbus"}]}


def test_changes_nothing_where_all_are_there(jira):
    jira.add(fields=[FIELD])
    assert sync(jira, "Aurora", "Borealis") == []
    assert jira.requests("method=POST") == []


def test_says_what_jira_answered(jira):
    jira.add(fields=[FIELD])
    jira.control("POST", "faults", {"when": {"method": "GET"}, "status": 503, "times": 1})
    with pytest.raises(JiraError, match="Jira answered 503"):
        sync(jira, "Cumulus")


def test_begins_with_a_world_that_no_other_test_has_changed(jira):
    with pytest.raises(JiraError, match="Jira answered 404"):
        sync(jira, "Cumulus")
