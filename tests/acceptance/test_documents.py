"""What is written about the project is true: commands, options, stages, blocks of the README."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest


def blocks(root: Path) -> list[str]:
    readme = (root / "README.md").read_text(encoding="utf-8")
    return [block.strip() for block in re.findall(r"^```sh\n(.*?)^```", readme, re.M | re.S)]


def make(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_make", root / "docs" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_readme_opens_with_the_demo_and_the_test_command(root: Path) -> None:
    assert blocks(root)[:2] == ["./dev demo", "./dev test"]


def test_ci_runs_the_readmes_test_command(root: Path) -> None:
    last = (root / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()[-1]
    assert last == f"exec {blocks(root)[1]}"


@pytest.mark.parametrize("page", ["options.md", "commands.md"])
def test_the_reference_is_what_the_code_says(root: Path, page: str) -> None:
    written = (root / "docs" / page).read_text(encoding="utf-8")
    assert written == make(root).PAGES[page](), "run: python docs/make.py"


def test_every_stage_has_its_page(root: Path) -> None:
    stages = ["gather", "read", "group", "events", "expect", "relate", "brief", "serve"]
    for number, stage in enumerate(stages, 1):
        page = root / "docs" / f"{number:02}-{stage}.md"
        assert len(page.read_text(encoding="utf-8")) > 200, page.name
        assert (root / "src" / "dateline" / stage / "__init__.py").is_file()


def test_links_between_documents_lead_somewhere(root: Path) -> None:
    for page in [*root.glob("*.md"), *(root / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_benchmark_says_where_its_data_comes_from(root: Path) -> None:
    listed = (root / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    for task in (root / "bench" / "tasks").glob("[a-z]*.py"):
        name = task.stem.replace("_", "-")
        assert f"`{name}`" in listed, f"docs/benchmarks.md lacks {name}"


def test_no_file_holds_two_ideas(root: Path) -> None:
    long = {
        path.relative_to(root).as_posix(): lines
        for folder in ("src", "bench", "tests")
        for path in (root / folder).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}
