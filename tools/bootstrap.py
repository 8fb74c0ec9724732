"""Makes a clean checkout ready: `python3 tools/bootstrap.py run` (or test, lint). Needs nothing but Python.

Every step leaves a stamp with the hash of what it was made from and is skipped while that is unchanged, so that a
second call takes a moment. The Makefile calls this before each of its commands.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST_PYTHON = (3, 11)

# What each purpose installs, in this order.
RUNTIME = ("build", "runtime", "nodeps")
PURPOSES = {"run": RUNTIME, "test": (*RUNTIME, "dev"), "lint": (*RUNTIME, "dev")}

# Program to look for, and the Debian package that brings it.
SYSTEM_PROGRAMS = {
    "chromium": "chromium",
    "soffice": "libreoffice-writer",
    "tesseract": "tesseract-ocr",
    "pdftoppm": "poppler-utils",
}
VIETNAMESE_OCR_PACKAGE = "tesseract-ocr-vie"
BROWSER_DRIVER_LIBRARY = "libatomic1"


class SetUpError(Exception):
    """The checkout cannot be made ready; the message says what to do."""


def main(arguments: list[str]) -> int:
    """Make everything that the purpose needs. Returns the exit code."""
    purpose = arguments[0] if arguments else ""
    if purpose not in PURPOSES:
        say(f"usage: bootstrap.py {'|'.join(PURPOSES)}")
        return 2
    try:
        require_python()
        with alone():
            make_venv()
            install_packages(PURPOSES[purpose])
            fetch_assets()
            if purpose == "test":
                install_system_programs()
    except SetUpError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


@contextmanager
def alone() -> Iterator[None]:
    """One set-up at a time in this checkout; the lock falls with its holder."""
    descriptor = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def require_python() -> None:
    """Stop with a sentence on a Python that is too old."""
    if sys.version_info < OLDEST_PYTHON:
        raise SetUpError(
            f"Python 3.11 or newer is needed, this is {sys.version.split()[0]} (make PYTHON=python3.12 run)"
        )


def make_venv() -> None:
    """Create the virtual environment; make it anew when its Python has gone or changed (a moved checkout too)."""
    stamp = f"{sys.version} {VENV}"
    if PYTHON.exists() and is_stamped("venv", stamp):
        return
    if PYTHON.exists() and works() and not (VENV / ".stamps").exists():
        write_stamp("venv", stamp)
        return
    say("making the virtual environment")
    shutil.rmtree(VENV, ignore_errors=True)
    command = (sys.executable, "-m", "venv", VENV)
    if not run(*command) and not (install_venv_module() and run(*command)):
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetUpError("the module venv is missing; on Debian: apt-get install python3-venv")
    write_stamp("venv", stamp)


def works() -> bool:
    """Whether an environment made by hand belongs to this checkout and runs."""
    return run(PYTHON, "-c", f"import sys; sys.exit(sys.prefix != {str(VENV)!r})")


def install_venv_module() -> bool:
    """Debian keeps part of Python's own venv in a package apart."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return may_use_apt() and install_with_apt([f"python{version}-venv"])


def install_packages(names: tuple[str, ...]) -> None:
    """Install the pinned packages, each file compared with its hash, and this project itself in place."""
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
    files = {name: ROOT / "requirements" / f"{name}.txt" for name in names}
    new = {name: file for name, file in files.items() if not is_stamped(f"packages-{name}", digest(file))}
    if new:
        say("installing the Python packages: " + ", ".join(new))
        lists = [argument for file in new.values() for argument in ("-r", file)]
        if not run(*pip, "--require-hashes", *lists):
            raise SetUpError("the Python packages could not be installed; see pip's message above")
        for name, file in new.items():
            write_stamp(f"packages-{name}", digest(file))
    project = digest(ROOT / "pyproject.toml")
    if not is_stamped("project", project):
        if not run(*pip, "--no-build-isolation", "--editable", ROOT):
            raise SetUpError("the project could not be installed; see pip's message above")
        write_stamp("project", project)


def fetch_assets() -> None:
    """Bring the front-end files up to date (a program of its own, run by the environment's Python)."""
    if not run(PYTHON, ROOT / "tools" / "fetch_assets.py"):
        raise SetUpError("the front-end files could not be made")


def install_system_programs() -> None:
    """Install what some tests use, when this user may; else name the command. Those tests are skipped without it."""
    missing = missing_packages()
    if not missing:
        return
    if may_use_apt() and install_with_apt(missing) and not missing_packages():
        return
    say("some tests will be skipped: a program is missing. To run them too:")
    say("    sudo apt-get install --no-install-recommends " + " ".join(missing))


def missing_packages() -> list[str]:
    """Debian packages of the programs that are not on this machine."""
    missing = [package for program, package in SYSTEM_PROGRAMS.items() if shutil.which(program) is None]
    if "tesseract-ocr" in missing or not has_vietnamese_ocr():
        missing.append(VIETNAMESE_OCR_PACKAGE)
    if not browser_driver_runs():
        missing.append(BROWSER_DRIVER_LIBRARY)
    return missing


def browser_driver_runs() -> bool:
    """Whether the Node.js inside the package playwright finds its library, which small systems lack."""
    drivers = list(VENV.glob("lib/python*/site-packages/playwright/driver/node"))
    return all(is_quietly_fine(driver, "--version") for driver in drivers)


def has_vietnamese_ocr() -> bool:
    """Whether tesseract knows Vietnamese."""
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)  # noqa: S607 -- whichever is on the PATH is the one that the product uses
    return "vie" in listed.stdout.split()


def may_use_apt() -> bool:
    """Whether packages can be installed here without asking."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_with_apt(packages: list[str]) -> bool:
    """Install Debian packages; waits for another apt to finish."""
    say("installing with apt: " + " ".join(packages))
    apt = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run(*apt, "update")
    return run(*apt, "install", "-y", "--no-install-recommends", *packages)


def run(*command: str | Path) -> bool:
    """Run a program with its output on standard error; whether it succeeded."""
    return subprocess.run([str(part) for part in command], stdout=sys.stderr, check=False).returncode == 0  # noqa: S603 -- lists built in this file


def is_quietly_fine(*command: str | Path) -> bool:
    """Run a program without showing its output; whether it succeeded."""
    words = [str(part) for part in command]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0  # noqa: S603 -- lists built in this file


def digest(file: Path) -> str:
    """Hash of a file's content."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def is_stamped(name: str, made_from: str) -> bool:
    """Whether the step was done from exactly this."""
    try:
        return (VENV / ".stamps" / name).read_text(encoding="utf-8") == made_from
    except OSError:
        return False


def write_stamp(name: str, made_from: str) -> None:
    """Remember that the step is done."""
    folder = VENV / ".stamps"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(made_from, encoding="utf-8")


def say(message: str) -> None:
    """Tell the person at the terminal."""
    sys.stderr.write(f"set-up: {message}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
