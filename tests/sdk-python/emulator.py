"""The emulator as a process of its own, for as long as a test class runs."""

import json
import pathlib
import re
import subprocess
import urllib.request

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
KEY = "sdk-key"
CONTROL_KEY = "sdk-control-key"
PROJECTS = REPOSITORY / "tests/sdk/projects"


def newest_build():
    """The newest build, of whatever configuration."""
    builds = sorted(
        REPOSITORY.glob("src/LanguageJobs.Emulator/bin/*/net10.0/LanguageJobs.Emulator.dll"),
        key=lambda build: build.stat().st_mtime,
    )
    if not builds:
        raise RuntimeError("LanguageJobs.Emulator is not built. Run 'dotnet build' first.")
    return builds[-1]


class Emulator:
    """Starts an emulator on a free port. It also ends when this process does."""

    def __init__(self, *options, url="http://127.0.0.1:0"):
        command = ["dotnet", newest_build(), "--urls", url, "--key", KEY, "--control-key", CONTROL_KEY]
        self._process = subprocess.Popen(
            [*command, "--projects", PROJECTS, "--log", "none", "--until-stdin-closes", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        line = self._process.stdout.readline()
        match = re.match(r"Listening on (\S+?)/?\. ", line)
        if match is None:
            raise RuntimeError(f"The emulator did not start: {line}")
        self.endpoint = match[1]

    def stop(self):
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def control(self, path, body=None):
        """Sends a control request: POST with a body, GET without."""
        request = urllib.request.Request(
            f"{self.endpoint}/_emulator/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Emulator-Control-Key": CONTROL_KEY},
        )
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or b"null")
