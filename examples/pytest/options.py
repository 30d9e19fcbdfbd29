"""Keeps the options of a select field in step with a list."""

import base64
import json
import urllib.request


class JiraError(Exception):
    """Jira did not do what it was asked."""


def sync_options(url: str, user: str, password: str, field: str, wanted: list[str]) -> list[str]:
    """Adds the options that the field does not have yet, and returns them."""
    credentials = base64.b64encode(f"{user}:{password}".encode()).decode()

    def call(method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Basic {credentials}", "Content-Type": "application/json"}
        request = urllib.request.Request(f"{url}/rest/api/3/field/{field}{path}", data, headers, method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise JiraError(f"{method} {path}: Jira answered {error.code}") from error

    context = call("GET", "/context")["values"][0]["id"]
    there = {option["value"] for option in call("GET", f"/context/{context}/option")["values"]}
    missing = [value for value in wanted if value not in there]
    if missing:
        call("POST", f"/context/{context}/option", {"options": [{"value": value} for value in missing]})
    return missing
