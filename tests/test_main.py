from __future__ import annotations

import os
import shutil
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from metascope import main as program
from metascope.simulator.engine.cli import checks, headless
from metascope.simulator.engine.cli.headless import Outcome
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.presets import Preset, find
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.text import say
from tests.simulator.engine.toy import frame
from tests.waiting import SECONDS

ROOT = Path(program.__file__).parent


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in an interpreter of its own, at the program's root."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, Path]]:
    """Train nothing, and tell which scenario was to be trained into which folder."""
    asked: list[tuple[str, Path]] = []

    def train(preset: Preset, folder: Path, stream: object) -> Outcome:
        asked.append((preset.name, folder))
        return Outcome(frame(3), Metrics(), None)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(headless, "train", train)
    monkeypatch.setitem(sys.modules, "metascope.scenes.export.plots", stub(write_plots=lambda *arguments: None))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return asked


def stub(**functions: Callable[..., object]) -> types.ModuleType:
    module = types.ModuleType("stub")
    module.__dict__.update(functions)
    return module


def test_mistakes_exit_with_2_and_one_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--preset", "two-taks", "--out", "x"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "--out: needs --headless or --sweep",
        "two-taks: is not a scenario; did you mean two-tasks, two-arms, unseen-tasks?",
    ]


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("metascope 0.")


def test_the_list_names_the_scenarios(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--list"]) == 0
    assert "two-tasks" in capsys.readouterr().out


def test_the_list_of_a_scenario_names_its_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--list", "--preset", "sine-maml", "--set", "alpha=0.02", "--seed", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(type(find("sine-maml").settings).model_fields)
    assert "steps                125 (Meta-steps: 1 to 10000000)" in lines
    assert "seed                 3 (Seed: 0 to 2147483647)" in lines
    assert "alpha                0.02 (Inner learning rate: 0 to 10)" in lines
    assert "fomaml               true (FOMAML)" in lines
    assert 'device               "cpu" (Device: "auto", "cpu", "cuda")' in lines


def test_a_headless_run_without_a_scenario_trains_the_default(trained: list[tuple[str, Path]]) -> None:
    assert program.main(["--headless", "--out", "there"]) == 0
    assert trained == [("two-tasks", Path("there"))]


@pytest.mark.skipif(sys.platform != "linux", reason="a missing display is noticed on Linux")
def test_without_a_display_the_default_trains_without_a_window(
    trained: list[tuple[str, Path]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert program.main([]) == 0
    assert trained == [("two-tasks", Path("metascope-out"))]
    [line] = capsys.readouterr().err.splitlines()
    assert line == "there is no display: training without a window, results go to metascope-out"


@pytest.mark.skipif(sys.platform != "linux", reason="a missing display is noticed on Linux")
def test_a_wayland_display_that_is_gone_leaves_training_without_a_window(
    trained: list[tuple[str, Path]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-4711")
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    assert program.main([]) == 0
    assert trained == [("two-tasks", Path("metascope-out"))]
    assert capsys.readouterr().err == (
        "the Wayland display wayland-4711 does not answer: training without a window, results go to metascope-out\n"
    )


def test_a_run_that_is_to_be_followed_is_not_trained_where_there_is_no_screen(
    trained: list[tuple[str, Path]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = checks.Screen(None, (say("the Wayland display {name} does not answer", name="wayland-0"),))
    monkeypatch.setattr(checks, "find_screen", lambda: screen)
    assert program.main(["--follow", "results/session.metascope"]) == 2
    assert trained == []
    assert capsys.readouterr().err == "--follow: needs a screen: the Wayland display wayland-0 does not answer\n"


def test_a_lesson_is_not_replaced_by_a_training_where_there_is_no_screen(
    trained: list[tuple[str, Path]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = checks.Screen(None, (say("there is no display"),))
    monkeypatch.setattr(checks, "find_screen", lambda: screen)
    assert program.main(["--lesson", "where-a-good-start-lies"]) == 2
    assert trained == []
    assert capsys.readouterr().err.endswith("where-a-good-start-lies.json: needs a screen: there is no display\n")


def test_what_shows_the_window_instead_is_told_to_the_person_and_to_qt(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []
    screen = checks.Screen("xcb", (say("the Wayland display {name} does not answer", name="wayland-0"),))
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    monkeypatch.setattr(checks, "find_screen", lambda: screen)
    monkeypatch.setattr(checks, "require_qt", shown.append)

    def run_window(*arguments: object) -> int:
        shown.append(os.environ["QT_QPA_PLATFORM"])
        return 0

    monkeypatch.setitem(sys.modules, "metascope.scenes.shell.application", stub(run_window=run_window))
    assert program.main([]) == 0
    assert shown == ["xcb", "xcb"]
    assert capsys.readouterr().err == ("the Wayland display wayland-0 does not answer: the window is shown by xcb\n")


def test_a_run_that_failed_exits_with_1_and_its_reason(
    trained: list[tuple[str, Path]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = Outcome(frame(3), Metrics(), say("it diverged"))
    monkeypatch.setattr(headless, "train", lambda *arguments: outcome)
    assert program.main(["--headless"]) == 1
    assert capsys.readouterr().err == "the run stopped: it diverged\n"


def test_a_folder_with_the_results_of_a_run_is_refused_unless_they_may_be_overwritten(
    trained: list[tuple[str, Path]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "weights.safetensors").write_bytes(b"hours of training")
    assert program.main(["--headless", "--out", "out"]) == 2
    assert capsys.readouterr().err == (
        "out: already holds the results of a run (weights.safetensors): choose another folder with --out, or add"
        " --overwrite\n"
    )
    assert (tmp_path / "out" / "weights.safetensors").read_bytes() == b"hours of training"
    assert trained == []
    assert program.main(["--headless", "--out", "out", "--overwrite"]) == 0
    assert trained == [("two-tasks", Path("out"))]


def test_a_replay_replaces_no_results_unless_it_may_and_never_the_session(
    trained: list[tuple[str, Path]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "tests" / "files" / "two-tasks.metascope", tmp_path / "session.metascope")
    (tmp_path / "metrics.csv").write_text("step")
    asked = ["--headless", "--replay", "session.metascope", "--out", "."]
    assert program.main(asked) == 2
    assert "already holds the results of a run (metrics.csv)" in capsys.readouterr().err
    assert program.main([*asked, "--overwrite"]) == 0
    assert (tmp_path / "session.metascope").exists()
    assert len((tmp_path / "metrics.csv").read_text().splitlines()) > 2


def test_missing_libraries_leave_the_plots_out_and_say_so(
    trained: list[tuple[str, Path]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lack(platform: str) -> None:
        raise refuse("", say("Qt needs system libraries: sudo apt install libegl1"))

    monkeypatch.setattr(checks, "require_qt", lack)
    assert program.main(["--headless"]) == 0
    assert capsys.readouterr().err == "no plots were drawn: Qt needs system libraries: sudo apt install libegl1\n"


def test_missing_libraries_refuse_the_window_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lack(platform: str) -> None:
        raise refuse("", say("Qt needs system libraries: sudo apt install libegl1"))

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(checks, "require_qt", lack)
    assert program.main([]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_window_gets_the_scenario_the_theme_and_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Preset | None, str, str]] = []

    def run_window(
        preset: Preset | None, theme: str, path: Path | None, language: str, linked: object, follow: bool
    ) -> int:
        assert not follow
        opened.append((preset, theme, language))
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "metascope.scenes.shell.application", stub(run_window=run_window))
    assert (
        program.main(["--preset", "two-tasks", "--set", "inner_steps=3", "--theme", "dark", "--language", "pseudo"])
        == 0
    )
    [(preset, theme, language)] = opened
    assert preset is not None
    assert (preset.name, preset.settings.model_dump()["inner_steps"], theme) == ("two-tasks", 3, "dark")
    assert language == "pseudo"


def test_nothing_before_the_window_imports_torch_or_qt() -> None:
    code = """
import sys
from metascope import main
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.history import recording
from metascope.simulator.engine.running import runner
presets.shipped()
main.main(["--list"])
assert not {"torch", "PySide6"} & set(sys.modules), sorted(sys.modules)
"""
    ran = python(code)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.slow
def test_the_first_page_is_painted_without_pyqtgraph() -> None:
    code = """
import sys
import metascope.scenes.shell.application
assert not {"torch", "pyqtgraph"} & set(sys.modules), sorted(sys.modules)
"""
    ran = python(code)
    assert ran.returncode == 0, ran.stderr


def test_training_imports_no_qt_until_the_plots(tmp_path: Path) -> None:
    code = f"""
import sys, types
from metascope import main

def write_plots(preset, frame, metrics, folder):
    assert "PySide6" not in sys.modules
    print("plots of step", frame.step)

sys.modules["metascope.scenes.export.plots"] = types.SimpleNamespace(write_plots=write_plots)
sys.exit(main.main(["--headless", "--steps", "3", "--out", {str(tmp_path)!r}]))
"""
    ran = python(code)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "plots of step 3\n"
    assert (tmp_path / "weights.safetensors").exists()


@pytest.mark.slow
def test_a_step_that_does_not_end_lets_the_program_end() -> None:
    code = """
import sys, types
from metascope import main
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.running.runner import Runner
from tests.simulator.engine.toy import ToySimulation

def run_window(preset, theme, path, language, linked, follow):
    toy = ToySimulation(pause=1e6)
    runner = Runner(lambda: toy, Recording(), steps=5)
    runner.play()
    assert toy.under_way.wait()
    assert not runner.stop(timeout=0.1)
    print("closed")
    return 0

sys.modules["metascope.scenes.shell.application"] = types.SimpleNamespace(run_window=run_window)
sys.exit(main.main([]))
"""
    ran = python(code, QT_QPA_PLATFORM="offscreen")
    assert (ran.returncode, ran.stdout) == (0, "closed\n"), ran.stderr


@pytest.mark.slow
def test_a_mistake_shows_no_traceback() -> None:
    ran = subprocess.run(
        [sys.executable, "main.py", "--headless", "--set", "inner_rate=fast"], cwd=ROOT, capture_output=True, text=True
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == 'inner_rate: must be a number, not "fast"\n'
