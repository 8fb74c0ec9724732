"""Fetches the pinned front-end packages and copies the few files that the product serves.

The packages come from package-lock.json by `npm ci` (no install scripts run). Copied files are listed with their
hashes in src/sauro/static/vendor/manifest.json; when the lock file and this program are unchanged and every listed
file is there, nothing is done. A style sheet that would make a browser ask another machine fails the build.

Run by the Python of the virtual environment: `python tools/fetch_assets.py`.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "src" / "sauro" / "static" / "vendor"
MANIFEST = VENDOR / "manifest.json"
TYPEFACE = ROOT / "src" / "vanban" / "compose" / "typeface"
"""The typeface of composed documents lies in the package that embeds it, which knows nothing of the web product."""
INPUTS = (ROOT / "package-lock.json", Path(__file__))

FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
SOURCE_MAP = re.compile(r"\n?(/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=.*)\s*$")
REMOTE = re.compile(r"""(?:url\(\s*['"]?|@import\s+['"])(?:https?:)?//""")
OTHER_FONT_FORMATS = re.compile(r""",\s*url\([^)]*\)\s*format\(["']?(?:woff|truetype)["']?\)""")
FONT_WEIGHTS = (400, 500, 600, 700)
FONT_SUBSETS = ("vietnamese", "latin")


class AssetError(Exception):
    """The assets cannot be made; the message says why."""


@dataclass(frozen=True)
class Copy:
    """One file taken over: from a package, to a name below the vendor folder."""

    source: str
    target: str


COPIES = (
    Copy("@tabler/core/dist/css/tabler.min.css", "tabler/tabler.min.css"),
    Copy("@tabler/core/dist/js/tabler.min.js", "tabler/tabler.min.js"),
    Copy("@tabler/icons-webfont/dist/tabler-icons.min.css", "tabler-icons/tabler-icons.min.css"),
    Copy("@tabler/icons-webfont/dist/fonts/tabler-icons.woff2", "tabler-icons/fonts/tabler-icons.woff2"),
    Copy("@tabler/icons-webfont/LICENSE", "tabler-icons/LICENSE"),
    Copy("htmx.org/dist/htmx.min.js", "htmx/htmx.min.js"),
    Copy("htmx.org/LICENSE", "htmx/LICENSE"),
    Copy("idiomorph/dist/idiomorph-ext.min.js", "idiomorph/idiomorph-ext.min.js"),
    Copy("idiomorph/LICENSE", "idiomorph/LICENSE"),
    Copy("echarts/dist/echarts.min.js", "echarts/echarts.min.js"),
    Copy("echarts/LICENSE", "echarts/LICENSE"),
    Copy("@fontsource/be-vietnam-pro/LICENSE", "be-vietnam-pro/LICENSE"),
    *(
        Copy(f"@expo-google-fonts/tinos/{style}/Tinos_{style}.ttf", f"tinos/Tinos_{style}.ttf")
        for style in ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")
    ),
    Copy("@expo-google-fonts/tinos/LICENSE_FONT", "tinos/LICENSE"),
)


def main() -> int:
    """Bring the vendor folder up to date. Returns the exit code."""
    if is_current():
        return 0
    try:
        install_packages()
        build()
    except AssetError as problem:
        sys.stderr.write(f"fetch_assets: {problem}\n")
        return 1
    return 0


def is_current() -> bool:
    """Whether the vendor folder was made from the present lock file and is complete."""
    try:
        manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    complete = all((VENDOR / name).is_file() for name in manifest.get("files", {})) and TYPEFACE.is_dir()
    return complete and manifest.get("made_from") == _inputs_hash()


def install_packages() -> None:
    """Run `npm ci`, with the Node.js of the machine or else of a wheel put into the virtual environment."""
    npm = _usable_npm() or _npm_from_wheel()
    _say("fetching the front-end packages")
    path = os.pathsep.join([str(Path(npm).parent), os.environ.get("PATH", os.defpath)])
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    outcome = subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, check=False)  # noqa: S603 -- npm by full path
    if outcome.returncode != 0:
        raise AssetError("npm ci failed; see its message above")


def build() -> None:
    """Make the vendor folder anew beside the old one and put it in its place."""
    draft = VENDOR.with_name(".vendor-new")
    shutil.rmtree(draft, ignore_errors=True)
    for copy in COPIES:
        _write(draft / copy.target, _cleaned(MODULES / copy.source))
    _write_typeface(draft / "be-vietnam-pro")
    files = {
        file.relative_to(draft).as_posix(): _sha256(file.read_bytes())
        for file in sorted(draft.rglob("*"))
        if file.is_file()
    }
    manifest = {"made_from": _inputs_hash(), "files": files}
    _write(draft / MANIFEST.name, json.dumps(manifest, indent=1).encode())
    shutil.rmtree(TYPEFACE, ignore_errors=True)
    shutil.copytree(draft / "tinos", TYPEFACE)
    shutil.rmtree(VENDOR, ignore_errors=True)
    draft.rename(VENDOR)


def _cleaned(file: Path) -> bytes:
    """The file's content; for style sheets and scripts without the reference to a source map that is not served."""
    if not file.is_file():
        raise AssetError(f"{file.relative_to(ROOT)} is missing: the package changed its layout")
    if file.suffix not in (".css", ".js"):
        return file.read_bytes()
    text = SOURCE_MAP.sub("\n", file.read_text(encoding="utf-8"))
    if file.suffix == ".css":
        text = OTHER_FONT_FORMATS.sub("", text)
        if REMOTE.search(text):
            raise AssetError(f"{file.relative_to(ROOT)} would load something from another machine")
    return text.encode()


def _write_typeface(folder: Path) -> None:
    """One style sheet with the weights and the character subsets that Vietnamese needs, woff2 only."""
    package = MODULES / "@fontsource" / "be-vietnam-pro"
    faces = []
    for weight in FONT_WEIGHTS:
        for face in FONT_FACE.findall(_cleaned(package / f"{weight}.css").decode()):
            subset = next((name for name in FONT_SUBSETS if f"-pro-{name}-{weight}-" in face), None)
            if subset is None:
                continue
            name = f"be-vietnam-pro-{subset}-{weight}-normal.woff2"
            _write(folder / "files" / name, _cleaned(package / "files" / name))
            faces.append(face)
    if len(faces) != len(FONT_WEIGHTS) * len(FONT_SUBSETS):
        raise AssetError(f"be-vietnam-pro: {len(faces)} font faces found")
    _write(folder / "be-vietnam-pro.css", "\n".join(faces).encode())


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _usable_npm() -> str | None:
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return None
    version = subprocess.run([npm, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 -- found above
    return npm if version.split(".")[0].isdigit() and int(version.split(".")[0]) >= 8 else None


def _npm_from_wheel() -> str:
    npm = Path(sys.executable).parent / "npm"
    if not npm.exists():
        _say("this machine has no Node.js: installing it into the virtual environment")
        requirements = ["--require-hashes", "--no-deps", "-r", str(ROOT / "requirements" / "node.txt")]
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements]
        if subprocess.run(command, check=False).returncode != 0:  # noqa: S603 -- our own interpreter
            raise AssetError("Node.js could not be installed; see pip's message above")
    return str(npm)


def _inputs_hash() -> str:
    return _sha256(b"".join(file.read_bytes() for file in INPUTS))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _say(message: str) -> None:
    sys.stderr.write(f"set-up: {message}\n")


if __name__ == "__main__":
    sys.exit(main())
