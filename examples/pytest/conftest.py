"""A fake Jira for the tests: started once, with a workspace of its own for each test."""

import json
import os
import shlex
import subprocess
import urllib.error
import urllib.request
import uuid

import pytest


class Jira:
    """A workspace of a fake: base address, and the control API."""

    def __init__(self, base: str, name: str):
        self.url = f"{base}/w/{name}"

    def control(self, method: str, path: str, body=None):
        """Asks the control API, e.g. control("POST", "reset")."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"} if data else {}
        request = urllib.request.Request(f"{self.url}/_fake/{path}", data, headers, method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                text = answer.read()
                return json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.read().decode()}") from error

    def add(self, **world):
        """Adds what a world file has to this world."""
        self.control("POST", "world", world)

    def requests(self, query: str = ""):
        """The requests that were answered, oldest first."""
        return self.control("GET", f"requests?{query}")["requests"]


@pytest.fixture(scope="session")
def fake_jira():
    """The address of a fake: that of FAKE_JIRA_URL (fake-jira exec -- pytest), else of one that is started here."""
    given = os.environ.get("FAKE_JIRA_URL")
    if given:
        yield given
        return
    command = shlex.split(os.environ.get("FAKE_JIRA", "npx fake-jira"))
    options = ["start", "--port", "0", "--world", "tiny", "--log", "json", "--quiet"]
    process = subprocess.Popen(command + options, stdout=subprocess.PIPE, text=True)
    try:
        yield json.loads(process.stdout.readline())["url"]
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture
def jira(fake_jira):
    """A Jira that no other test sees."""
    name = f"pytest-{uuid.uuid4().hex[:12]}"
    yield Jira(fake_jira, name)
    request = urllib.request.Request(f"{fake_jira}/_fake/workspaces/{name}", method="DELETE")
    try:
        urllib.request.urlopen(request).close()
    except urllib.error.HTTPError as error:
        # A workspace that nobody has used is not there.
        assert error.code == 404
