"""The workflow for GitHub Pages calls what there is, with no more rights than it needs."""

from __future__ import annotations

import re
import subprocess

import yaml

from runs import ROOT

WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
STEPS = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]


def test_actions_are_pinned_to_major_versions() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", each) for each in used)


def test_rights_are_the_least() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert WORKFLOW["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "permissions" not in WORKFLOW["jobs"]["build"]


def test_the_site_is_built_with_its_history_and_its_address() -> None:
    (checkout,) = [step for step in STEPS if step.get("uses", "").startswith("actions/checkout@")]
    assert checkout["with"]["fetch-depth"] == 0
    (html,) = [step for step in STEPS if step.get("run", "").startswith("make html")]
    assert html["env"] == {"BOOK_URL": "${{ steps.pages.outputs.base_url }}"}


def test_every_command_is_one_of_make() -> None:
    for command in (step["run"] for step in STEPS if "run" in step):
        targets = re.sub(r'PYTHON="[^"]*"', "", command).split()
        assert targets.pop(0) == "make"
        made = subprocess.run(["make", "-n", *targets], cwd=ROOT, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stderr
